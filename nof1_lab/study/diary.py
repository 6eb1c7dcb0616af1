"""What was measured, day by day."""

from dataclasses import dataclass
from itertools import pairwise, starmap
from operator import lt

from nof1_lab.errors import DiaryError
from nof1_lab.study.number import require_count, require_finite, require_prose

MOST_DAYS = 100_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One day's value; None strikes the day out."""

    day: int
    value: float | None
    note: str = ""

    def __post_init__(self) -> None:
        require_count(self.day, "The day", DiaryError, least=-MOST_DAYS, most=MOST_DAYS)
        if self.value is not None:
            require_finite(self.value, f"The value of day {self.day}", DiaryError)
        require_prose(self.note, f"The note of day {self.day}", DiaryError, most=2_000)


@dataclass(frozen=True, slots=True)
class Diary:
    """The entries in the order of their days, one a day.

    >>> Diary().write(Entry(2, 5.0), Entry(1, 6.0), Entry(2, 5.5)).entries
    (Entry(day=1, value=6.0, note=''), Entry(day=2, value=5.5, note=''))
    """

    entries: tuple[Entry, ...] = ()

    def __post_init__(self) -> None:
        days = [entry.day for entry in self.entries]
        if not all(starmap(lt, pairwise(days))):
            raise DiaryError(
                "Two entries claim one day, or the days are out of order.",
                "One entry a day was expected.",
                "Keep one value for each day.",
            )

    def write(self, *entries: Entry) -> "Diary":
        """This diary with ``entries`` in it: a later one replaces, an empty one strikes its day out."""
        page = {entry.day: entry for entry in self.entries} | {entry.day: entry for entry in entries}
        return Diary(tuple(page[day] for day in sorted(page) if page[day].value is not None))

    def value_on(self, day: int) -> float | None:
        """The value of ``day``, or None when it was missed."""
        return next((entry.value for entry in self.entries if entry.day == day), None)
