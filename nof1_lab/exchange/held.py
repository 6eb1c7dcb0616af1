"""One part of a candidate after it was read: what it is, what stood there, and how sure that is."""

from dataclasses import dataclass
from typing import Any

from nof1_lab.errors import CandidateError
from nof1_lab.exchange.field import How, Span
from nof1_lab.exchange.piece import Piece
from nof1_lab.exchange.text import cell

MOST_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Held:
    """``text`` is what an edit box shows; ``problem`` says why there is no value."""

    value: Any = None
    text: str = ""
    how: How = "missing"
    at: Span | None = None
    note: str = ""
    problem: CandidateError | None = None
    raw: str = ""


NOTHING = Held()


def refusal(role: str, raw: str, expected: str) -> CandidateError:
    """The refusal of one part of a record."""
    part = role.replace("_", " ")
    return CandidateError(
        f"The {part} {cell(raw)[:MOST_SHOWN]!r} cannot be read.",
        expected,
        f"Correct the {part}, or leave it out.",
    )


def holds(piece: Piece, value: Any, text: str, *, note: str = "", how: How | None = None) -> Held:
    """What was read from a piece; a piece that was put right or guessed stays so."""
    worst: How = how if how is not None and piece.how == "read" else piece.how
    notes = dict.fromkeys(filter(None, (piece.note, note)))
    return Held(value, text, worst, piece.at, " ".join(notes), raw=piece.words)
