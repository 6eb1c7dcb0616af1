"""Which arm on which day."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from string import ascii_uppercase
from typing import Literal, get_args

from nof1_lab.errors import ScheduleError
from nof1_lab.study.number import require_count, require_text, shown

Design = Literal["blocks", "fixed"]
MOST_ARMS = 11
MOST_DAYS = 36_525  # a hundred years
LARGEST_SEED = 2**53 - 1  # what a browser can hold
FIRST_DATE, LAST_DATE = date(1900, 1, 1), date(2150, 12, 31)  # so that every library can hold the last day


@dataclass(frozen=True, slots=True)
class Period:
    """A run of days on one arm."""

    number: int
    cycle: int
    arm: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Schedule:
    """An order of periods of equal length; day 1 is the start date, run-in days are 0, -1, ...

    >>> plan = randomise("placebo", ["melatonin"], cycles=2, days=3, start=date(2026, 1, 5), seed=0)
    >>> plan.last_day, plan.middle
    (12, 6.5)
    """

    reference: str
    arms: tuple[str, ...]
    sequence: tuple[str, ...]
    cycles: int
    days: int
    start: date
    washout_days: int = 0
    run_in_days: int = 0
    design: Design = "blocks"
    seed: int | None = None

    def __post_init__(self) -> None:
        check_arms(self.reference, self.arms)
        require_count(self.cycles, "The number of cycles", ScheduleError, least=1, most=200)
        require_count(self.days, "The number of days in a period", ScheduleError, least=1, most=1_000)
        require_count(self.washout_days, "The number of wash-out days", ScheduleError, least=0, most=1_000)
        require_count(self.run_in_days, "The number of run-in days", ScheduleError, least=0, most=1_000)
        if self.seed is not None:
            require_count(self.seed, "The seed", ScheduleError, least=0, most=LARGEST_SEED)
        if self.design not in get_args(Design):
            raise ScheduleError(
                f"The design is {shown(self.design)}.",
                f"One of {', '.join(get_args(Design))} was expected.",
                "Choose one of these designs.",
            )
        if self.washout_days >= self.days:
            raise ScheduleError(
                f"A wash-out of {self.washout_days} days leaves nothing of a period of {self.days} days.",
                "A wash-out shorter than a period was expected.",
                "Lengthen the periods or shorten the wash-out.",
            )
        self._check_dates()
        self._check_sequence()

    def _check_dates(self) -> None:
        if type(self.start) is not date or not FIRST_DATE <= self.start <= LAST_DATE:
            raise ScheduleError(
                f"The trial starts on {self.start}.",
                f"A date from {FIRST_DATE} to {LAST_DATE} was expected.",
                "Correct the start date; write it like 2026-01-31.",
            )
        if self.last_day > MOST_DAYS:
            raise ScheduleError(
                f"The trial would last {self.last_day} days.",
                f"At most {MOST_DAYS} days were expected.",
                "Use fewer cycles or shorter periods.",
            )

    def _check_sequence(self) -> None:
        strangers = sorted(set(self.sequence) - set(self.everyone))
        if strangers:
            raise ScheduleError(
                f"The order names {strangers[0]!r}.",
                f"Only {', '.join(self.everyone)} were expected.",
                "Use the arms of this trial.",
            )
        missing = [arm for arm in self.everyone if arm not in self.sequence]
        if missing:
            raise ScheduleError(
                f"{missing[0]!r} is never taken.",
                "Every arm at least once was expected.",
                "Add a period, or leave the arm out.",
            )
        if self.design == "blocks":
            self._check_blocks()
        elif self.cycles > max(Counter(self.sequence).values()):
            raise ScheduleError(
                f"The order {self.letters} does not hold {self.cycles} cycles.",
                f"At most {max(Counter(self.sequence).values())} were expected: a turn of each arm in each.",
                "Correct the number of cycles, or lengthen the order.",
            )

    def _check_blocks(self) -> None:
        size = len(self.everyone)
        blocks = [self.sequence[i : i + size] for i in range(0, len(self.sequence), size)]
        if len(blocks) != self.cycles or any(sorted(block) != sorted(self.everyone) for block in blocks):
            raise ScheduleError(
                f"The order {self.letters} is not {self.cycles} blocks of {size} arms.",
                "Every arm once in every block was expected.",
                "Correct the order, or call the design fixed.",
            )

    @property
    def everyone(self) -> tuple[str, ...]:
        """All arms, the reference first."""
        return (self.reference, *self.arms)

    @property
    def labels(self) -> dict[str, str]:
        """A for the reference, B for the first arm, and so on."""
        return dict(zip(ascii_uppercase, self.everyone, strict=False))

    @property
    def letters(self) -> str:
        """The order of the periods, a letter each."""
        letter = {arm: label for label, arm in self.labels.items()}
        return "".join(letter[arm] for arm in self.sequence)

    @property
    def periods(self) -> tuple[Period, ...]:
        """The periods with their first and last days; in cycle n each arm has its nth turn."""
        turns = Counter[str]()
        laid: list[Period] = []
        for i, arm in enumerate(self.sequence):
            turns[arm] += 1
            laid.append(Period(i + 1, turns[arm], arm, i * self.days + 1, (i + 1) * self.days))
        return tuple(laid)

    @property
    def last_day(self) -> int:
        """The last scheduled day."""
        return len(self.sequence) * self.days

    @property
    def first_day(self) -> int:
        """The first day of the run-in, or day 1 without one."""
        return 1 - self.run_in_days

    @property
    def middle(self) -> float:
        """The day at which time is zero."""
        return (1 + self.last_day) / 2

    def period_on(self, day: int) -> Period | None:
        """The period of ``day``, or None outside the trial."""
        return self.periods[(day - 1) // self.days] if 1 <= day <= self.last_day else None

    def arm_on(self, day: int) -> str | None:
        """What is taken on a day; None before day 1 and after the last."""
        return self.sequence[(day - 1) // self.days] if 1 <= day <= self.last_day else None

    def is_washout(self, day: int) -> bool:
        """Whether ``day`` is among the first days of its period that are not analysed."""
        return 1 <= day <= self.last_day and (day - 1) % self.days < self.washout_days

    def date_of(self, day: int) -> date:
        """The calendar date of ``day``."""
        return self.start + timedelta(days=day - 1)

    def day_of(self, when: date) -> int:
        """The day that falls on a calendar date."""
        return (when - self.start).days + 1


def check_arms(reference: str, arms: Sequence[str]) -> None:
    """Refuse arms that cannot be compared."""
    for name in (reference, *arms):
        require_text(name, "The arm's name", ScheduleError)
    if not arms:
        raise ScheduleError(
            "There is only one arm, so nothing can be compared.",
            "A reference and at least one other arm were expected.",
            "Choose a candidate to test against the reference.",
        )
    if len({reference, *arms}) != len(arms) + 1:
        raise ScheduleError(
            "Two arms have the same name.", "Different names were expected.", "Rename one of them."
        )
    if len(arms) > MOST_ARMS:
        raise ScheduleError(
            f"There are {len(arms)} arms.", f"At most {MOST_ARMS} were expected.", "Test fewer at a time."
        )


def randomise(
    reference: str,
    arms: Sequence[str],
    *,
    cycles: int,
    days: int,
    start: date,
    seed: int,
    washout_days: int = 0,
    run_in_days: int = 0,
) -> Schedule:
    """A schedule in which every cycle holds every arm once, in an order drawn by chance."""
    check_arms(reference, arms)
    require_count(cycles, "The number of cycles", ScheduleError, least=1, most=200)
    require_count(seed, "The seed", ScheduleError, least=0, most=LARGEST_SEED)
    chance = Random(seed)
    everyone = (reference, *arms)
    drawn = tuple(arm for _ in range(cycles) for arm in chance.sample(everyone, len(everyone)))
    return Schedule(
        reference, tuple(arms), drawn, cycles, days, start, washout_days, run_in_days, "blocks", seed
    )


def given(
    reference: str,
    arms: Sequence[str],
    letters: str,
    *,
    days: int,
    start: date,
    cycles: int | None = None,
    design: Design = "fixed",
    washout_days: int = 0,
    run_in_days: int = 0,
) -> Schedule:
    """A schedule in an order given by letters: A the reference, B the first arm, a letter a period."""
    check_arms(reference, arms)
    labels = dict(zip(ascii_uppercase, (reference, *arms), strict=False))
    strangers = sorted(set(letters) - set(labels))
    if strangers or not letters:
        raise ScheduleError(
            f"The order {letters!r} has {strangers[0]!r} in it." if strangers else "The order is empty.",
            f"Letters from A to {max(labels)} were expected.",
            "Write A for the reference, B for the first arm, and so on.",
        )
    return Schedule(
        reference, tuple(arms), tuple(labels[letter] for letter in letters),
        cycles or max(Counter(letters).values()), days, start, washout_days, run_in_days, design, None,
    )  # fmt: skip
