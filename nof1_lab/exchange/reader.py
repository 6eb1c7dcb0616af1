"""One record read part by part: what each says, and what a person typed over it."""

from collections.abc import Callable, Mapping

from nof1_lab.errors import CandidateError, NofOneError
from nof1_lab.exchange import quantity, saying
from nof1_lab.exchange.course import NO_EFFECT
from nof1_lab.exchange.day import day
from nof1_lab.exchange.field import LABELS
from nof1_lab.exchange.held import NOTHING, Held, refusal
from nof1_lab.exchange.piece import Piece, Record
from nof1_lab.exchange.spread import spread
from nof1_lab.exchange.text import line, prose
from nof1_lab.study.measure import Measure

Reader = Callable[[Piece, str], Held]
PLAIN_INTERVAL = "An interval such as -1.1 to -0.1 was expected."
BAD_INTERVAL = "lower"
MOST_TYPED = 20_000


def _number(role: str) -> Reader:
    return lambda piece, decimal: quantity.quantity(role, piece, decimal)


def _words(role: str) -> Reader:
    return lambda piece, _: saying.text_of(role, piece)


def _choice(role: str) -> Reader:
    return lambda piece, _: saying.choice_of(role, piece)


def _days(role: str) -> Reader:
    return lambda piece, decimal: quantity.days(role, piece, decimal)


READERS: dict[str, Reader] = {
    "name": _words("name"),
    "rank": quantity.rank,
    "estimate": _number("estimate"),
    "lower": _number("lower"),
    "upper": _number("upper"),
    "level": quantity.level,
    "sd": _number("sd"),
    "confidence": quantity.confidence,
    "scale": _choice("scale"),
    "interval_kind": _choice("interval_kind"),
    "unit": _words("unit"),
    "direction": _choice("direction"),
    "dose": _words("dose"),
    "onset_days": _days("onset_days"),
    "washout_days": _days("washout_days"),
    "rationale": lambda piece, _: saying.prose_of("rationale", piece),
    "citations": lambda piece, _: saying.citations(piece),
    "population": lambda piece, _: saying.population(piece),
    "design": _choice("design"),
    "model": _words("model"),
    "made_on": lambda piece, _: day(piece),
}


def read_parts(record: Record, decimal: str, measure: Measure | None = None) -> dict[str, Held]:
    """Every part of a record, in the order in which a person looks at them."""
    laid = spread(record.parts, decimal, measure)
    held = {role: _read(role, laid[role], decimal) if role in laid else NOTHING for role in LABELS}
    if "interval" in laid:
        held["lower"] = _no_interval(laid["interval"])
    return held


def _read(role: str, piece: Piece, decimal: str) -> Held:
    try:
        if piece.note == "twice":
            raise CandidateError(
                f"The {LABELS[role]} stands twice, with two values.",
                "One value was expected.",
                "Keep the right one.",
            )
        if piece.note == NO_EFFECT:
            raise refusal(
                role,
                piece.words,
                "An effect was expected, and not a level before and one after, nor a change that is denied.",
            )
        return NOTHING if _is_empty(piece) else READERS[role](piece, decimal)
    except NofOneError as error:
        problem = CandidateError(error.wrong, error.expected, error.remedy)
        return Held(None, line(piece.words), "missing", piece.at, str(problem), problem, piece.words)


def _is_empty(piece: Piece) -> bool:
    return isinstance(piece.value, list | Mapping | str) and len(piece.value) == 0


def _no_interval(piece: Piece) -> Held:
    expected = quantity.EITHER if "±" in piece.words or "+/" in piece.words else PLAIN_INTERVAL
    problem = refusal("interval", piece.words, expected)
    return Held(None, line(piece.words)[:MOST_TYPED], "missing", piece.at, str(problem), problem, piece.words)


def typed(held: Mapping[str, Held], role: str, text: str, decimal: str) -> Held:
    """One part as a person typed it over; an empty text takes it away."""
    was = held[role]
    kept = prose(text[:MOST_TYPED])
    if not kept:
        return Held(None, "", "edited", was.at, "It was taken away by hand.")
    read = _read(role, Piece(kept), decimal)
    if read.problem is not None:
        return Held(None, kept, "edited", was.at, read.note, read.problem, kept)
    return Held(
        read.value,
        kept if role in {"rationale"} else read.text or kept,
        "edited",
        was.at,
        read.note,
        raw=kept,
    )
