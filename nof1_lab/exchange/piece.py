"""A piece of foreign text: what it says, and where it stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from nof1_lab.exchange.field import Span

MOST_SAID = 2_000


@dataclass(frozen=True, slots=True)
class Piece:
    """``value`` is a text, a number, a truth, nothing, a list of pieces or pieces by their names.

    >>> Piece("0.6 (0.1 to 1.1)", (10, 26)).part(5, 8)
    Piece(value='0.1', at=(15, 18), how='read', note='', is_whole=True)
    """

    value: Any
    at: Span | None = None
    how: Literal["read", "repaired", "guessed"] = "read"
    note: str = ""
    is_whole: bool = True

    def part(self, start: int, end: int) -> "Piece":
        """A part of a text; when that is not written letter by letter, it stands where the whole does."""
        at, end = self.at, min(end, len(self.value))
        if at is not None and at[1] - at[0] == len(self.value):
            at = (at[0] + start, at[0] + end)
        return replace(self, value=self.value[start:end], at=at)

    def guess(self, value: Any, note: str) -> "Piece":
        """The same place, taken for something that it does not say outright."""
        return replace(self, value=value, how="guessed", note=" ".join(filter(None, (self.note, note))))

    @property
    def words(self) -> str:
        """What it says, in one text."""
        if isinstance(self.value, list | Mapping):
            return "; ".join(words[:MOST_SAID] for words in self._items())
        return "" if self.value is None else str(self.value)

    def _items(self) -> Iterator[str]:
        items = self.value.values() if isinstance(self.value, Mapping) else self.value
        for item in list(items)[:100]:
            if isinstance(item.value, str | int | float):
                yield item.words


@dataclass(frozen=True, slots=True)
class Record:
    """The parts of one proposal by their roles, before anybody looks at what they say."""

    parts: Mapping[str, Piece] = field(default_factory=dict[str, Piece])
    notes: tuple[str, ...] = ()
    more: str = ""
    is_readable: bool = True


@dataclass(frozen=True, slots=True)
class Found:
    """All records of a text, and notes on the whole."""

    records: tuple[Record, ...]
    notes: tuple[str, ...] = ()
