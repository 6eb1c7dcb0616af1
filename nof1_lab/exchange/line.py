"""The lines of a list in prose, and the stretch of them that is one candidate."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nof1_lab.exchange.field import Span
from nof1_lab.exchange.piece import Piece


@dataclass(frozen=True, slots=True)
class Line:
    """One line: where it stands, how far it is set in, and whether it is empty."""

    at: Span
    indent: int
    is_blank: bool


@dataclass(frozen=True, slots=True)
class Item:
    """One candidate as it stands: ``bare`` is the text with its mark-up turned into spaces."""

    bare: str
    text: str
    head: Span
    body: Sequence[Line]
    rank: Span | None
    is_bold: bool
    references: Mapping[str, Piece]

    def piece(self, start: int, end: int) -> Piece:
        """The words between two places, without the spaces at their ends."""
        words = self.bare[start:end]
        start += len(words) - len(words.lstrip())
        words = words.strip()
        return Piece(words, (start, start + len(words)))
