"""The numbers of a candidate: effect, interval, level, rank, chances and days."""

import re
from typing import Any

from nof1_lab.exchange import number
from nof1_lab.exchange.amount import AMOUNT, amount, tight
from nof1_lab.exchange.column import TIME
from nof1_lab.exchange.held import NOTHING, Held, holds, refusal
from nof1_lab.exchange.piece import Piece
from nof1_lab.exchange.text import line
from nof1_lab.exchange.vocabulary import LEVELS

MOST_DIGITS = 100
MOST_MARK = 10  # up to here a number may be a mark on a scale, and no per cent
A_NUMBER = "A number such as -0.6 was expected."
A_DOT = "A number with a dot for its decimals was expected, because this one may be two."
EITHER = "A lower and an upper end were expected: ± may mean either of two things."
RANK = re.compile(
    r"(?:rank|rang|platz|nr\.?|no\.?|n°|place|#)?\s*#?\s*(\d{1,5})\s*(?:[.)]|st|nd|rd|th|er|e|ème"
    r"|/\s*\d{1,5})?",
    re.IGNORECASE,
)
WITH_UNIT = re.compile(
    rf"(?:about|approx\.?|around|circa|ca\.?|etwa|environ|~|≈)?\s*({AMOUNT})\s*((?:[^\W\d_]|%"
    rf"|°)[\w /.°µ²³%-]{{0,30}})?",
    re.IGNORECASE,
)
# A second number behind the first, unless it only says what the unit is: 3 per 7 days, 0.5 of 10.
ANOTHER = re.compile(
    r"(?<![\w.,-])(?<!per )(?<!pro )(?<!par )(?<!of )(?<!on )(?<!von )(?<!sur )(?<!/)\d"
    r"|[¼-¾⅐-⅞]|\A(?:h|hr?s|std|min|d|m)\s?\d|\A(?:x|fold|fach|times|mal|fois)(?:\d|(?!\w))",
    re.IGNORECASE,
)
SHARE = re.compile(r"\d{1,3}(?:[.,]\d{1,6})?")
FROM_TO = re.compile(
    rf"({AMOUNT})\s*(?:-|\u2013|\u2014|to|bis|à|or|oder|ou|and|und|et)\s*({AMOUNT})", re.IGNORECASE
)
WITH_TIME = re.compile(rf"({AMOUNT})[\s-]?{TIME.pattern}", re.IGNORECASE)
NO_TIME = re.compile(r"half|halbwert|demi-vie|[¼-¾⅐-⅞]|\d\s?/\s?\d", re.IGNORECASE)
LESS = re.compile(
    r"\s*(?:[<>≤≥~≈]|less|under|up to|at most|more|over|about|unter|weniger|bis zu|mehr|moins|plus)",
    re.IGNORECASE,
)
IN_DAYS = {
    "mi": 1 / 1440,
    "h": 1 / 24,
    "st": 1 / 24,
    "d": 1.0,
    "t": 1.0,
    "j": 1.0,
    "w": 7.0,
    "s": 7.0,
    "mo": 30.4375,
}
AT_ONCE_WORDS = (
    "immediate,immediately,at once,same day,sofort,immédiat,immédiate,none,keine,aucun,aucune,within a day"
)
AT_ONCE = frozenset(AT_ONCE_WORDS.split(","))


def quantity(role: str, piece: Piece, decimal: str) -> Held:
    """A number, whatever country wrote it; whether it may be one is for the candidate to say."""
    raw = piece.value
    if raw is None:
        return NOTHING
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return holds(piece, raw, shown(raw))
    if not isinstance(raw, str) or len(raw) > MOST_DIGITS:
        raise refusal(role, piece.words, A_NUMBER)
    text = tight(line(raw))
    if number.is_nothing(text):
        return NOTHING
    return _said(role, piece, text, decimal)


def _said(role: str, piece: Piece, text: str, decimal: str) -> Held:
    """The number that words are, and what stands behind it."""
    found = WITH_UNIT.fullmatch(text)
    said = amount(found[1], decimal) if found else None
    if found is None or said is None:
        raise refusal(role, text, EITHER if "±" in text else A_NUMBER)
    if said.value is None:
        raise refusal(role, text, A_DOT)
    unit = (found[2] or "").strip()
    if ANOTHER.search(unit):
        raise refusal(role, text, "One number was expected.")
    if unit.startswith("%"):
        raise refusal(role, text, "A number in the measure's unit was expected, not one in per cent.")
    note = f"{text!r} was read as {said.value:g}, without the unit {unit!r}." if unit else said.note
    return holds(piece, said.value, shown(said.value), note=note, how="guessed" if said.is_guess else None)


def shown(value: Any) -> str:
    """A number as an edit box shows it.

    >>> shown(0.1 + 0.2), shown(-12.0), shown(3)
    ('0.3', '-12', '3')
    """
    return f"{value:.12g}" if isinstance(value, float) else str(value)[:MOST_DIGITS]


def rank(piece: Piece, decimal: str) -> Held:
    """A place in the order, also as '1.' or '#1'."""
    found = RANK.fullmatch(line(piece.value[:30])) if isinstance(piece.value, str) else None
    if found is not None:
        return holds(piece, int(found[1]), found[1])
    held = quantity("rank", piece, decimal)
    if isinstance(held.value, float) and held.value.is_integer():
        return holds(piece, int(held.value), str(int(held.value)), note=held.note)
    return held


def level(piece: Piece, decimal: str) -> Held:
    """How much lies inside the interval, as a share; 95% and 95 are put right."""
    text = line(piece.value) if isinstance(piece.value, str) else ""
    share = number.percent(text)
    if share is not None:
        return holds(piece, share, shown(share), note=f"A level of {100 * share:g}% was read as {share:g}.")
    held = quantity("level", piece, decimal)
    value = held.value
    if isinstance(value, int | float) and 2 <= value <= 100:
        share = round(value / 100.0, 10)
        return holds(
            piece,
            share,
            shown(share),
            note=f"A level of {value:g} was read as {share:g}, in per cent.",
            how="repaired",
        )
    return held


def confidence(piece: Piece, decimal: str) -> Held:
    """The chance that it helps, when it is a number; a word stays a word."""
    if isinstance(piece.value, str):
        text = line(piece.value)
        if number.is_nothing(text):
            return NOTHING
        share = number.percent(text)
        if share is not None:
            return holds(piece, share, shown(share), note=f"{text} was read as {share:g}.")
        if text.casefold().strip(".") in LEVELS or not re.search(r"\d", text):
            return Held(
                at=piece.at,
                note=f"The text says {text[:60]!r}: a word, of which no number was made.",
                raw=piece.words,
            )
    held = quantity("confidence", piece, decimal)
    if isinstance(held.value, int | float) and MOST_MARK < held.value <= 100:
        share = round(held.value / 100.0, 10)
        return holds(piece, share, shown(share), note=f"{held.value:g} was read as per cent.", how="repaired")
    return held


def days(role: str, piece: Piece, decimal: str, unit: str = "") -> Held:
    """A time in days: 2 weeks is 14."""
    if not isinstance(piece.value, str):
        held = quantity(role, piece, decimal)
        return _in_days(held, unit) if held.value is not None else held
    text = line(piece.value)
    if number.is_nothing(text) and text.casefold() != "none":
        return NOTHING
    if text.casefold().strip(".") in AT_ONCE:
        return holds(piece, 0.0, "0", note=f"{text!r} was read as 0 days.", how="guessed")
    return _duration(role, piece, text, decimal, unit)


def _duration(role: str, piece: Piece, text: str, decimal: str, unit: str) -> Held:
    ends = FROM_TO.search(text[:MOST_DIGITS])
    one = WITH_TIME.search(text[:MOST_DIGITS]) or re.search(f"({AMOUNT})", text[:MOST_DIGITS])
    said = ends[2] if ends else one[1] if one else ""
    found = amount(said, decimal)
    time = TIME.search(text[:MOST_DIGITS])
    if found is None or found.value is None or NO_TIME.search(text):
        raise refusal(role, text, "A time such as 3 days or 2 weeks was expected.")
    named = time[0] if time else unit
    value = round(found.value * _days_of(named), 6)
    notes = [found.note, f"The later end of {text!r} was taken." if ends else ""]
    is_other = named.casefold()[:1] not in {"d", "t", "j", ""}
    if is_other:
        notes.append(f"{text!r} was read as {value:g} days.")
    if LESS.match(text):
        notes.append(f"{text!r} says only that it is less.")
    how = "guessed" if ends or LESS.match(text) else "repaired" if is_other else None
    return holds(piece, value, shown(value), note=" ".join(filter(None, notes)), how=how)


def _days_of(time: str) -> float:
    word = time.casefold()
    if word.startswith("mi"):
        return IN_DAYS["mi"]
    if word.startswith("mo"):
        return IN_DAYS["mo"]
    if word.startswith("st"):
        return IN_DAYS["st"]
    return IN_DAYS.get(word[:1], 1.0)


def _in_days(held: Held, unit: str) -> Held:
    factor = _days_of(unit)
    if factor == 1.0:
        return held
    value = round(held.value * factor, 6)
    note = f"{held.value:g} {unit} were read as {value:g} days."
    return Held(value, shown(value), "repaired", held.at, note, raw=held.raw)
