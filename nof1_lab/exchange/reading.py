"""What was read from foreign text: row by row, with what was guessed and what must be refused."""

from dataclasses import dataclass
from typing import Generic, TypeVar

Noun = TypeVar("Noun")


@dataclass(frozen=True, slots=True)
class Row(Generic[Noun]):
    """One row: its cells as they may be shown, the noun when there is one, and a note on it."""

    cells: tuple[str, ...]
    noun: Noun | None
    note: str = ""

    @property
    def is_ok(self) -> bool:
        """Whether the row can be accepted."""
        return self.noun is not None


@dataclass(frozen=True, slots=True)
class Reading(Generic[Noun]):
    """All rows, good and bad, for a person to look at: nothing is accepted by reading it.

    >>> Reading(("day",), (Row(("1",), 1), Row(("x",), None, "Not a day.")), ()).nouns
    (1,)
    """

    columns: tuple[str, ...]
    rows: tuple[Row[Noun], ...]
    notes: tuple[str, ...]

    @property
    def nouns(self) -> tuple[Noun, ...]:
        """What the good rows stand for."""
        return tuple(row.noun for row in self.rows if row.noun is not None)
