"""An effect with its uncertainty, as it stands in free words: every number with its place."""

import re
from collections.abc import Callable, Mapping

from nof1_lab.exchange import phrase
from nof1_lab.exchange.bounds import bounded, deviation, ends_at, plus_minus, take_ends, take_level
from nof1_lab.exchange.claim import NEAR, Claim
from nof1_lab.exchange.course import withdrawn
from nof1_lab.exchange.denial import denied
from nof1_lab.exchange.hedge import crowded, hedged
from nof1_lab.exchange.middle import before_interval, begins, keyword, ratio, signed
from nof1_lab.exchange.piece import Piece
from nof1_lab.exchange.turn import turned

MOST_READ = 4_000
RATIO_FIRST = re.compile(rf"\s*{phrase.RATIO.pattern}", re.IGNORECASE)


def read(
    piece: Piece, *, decimal: str = "", heading: str = "", is_cell: bool = False, in_percent: bool = False
) -> dict[str, Piece]:
    """The parts that free words name, as pieces of them; a cell of a table may begin with its number."""
    whole = piece.part(0, MOST_READ) if len(piece.value) > MOST_READ else piece
    claim = Claim(whole, decimal, heading, in_percent)
    plus_minus(claim)
    bounded(claim)
    deviation(claim)
    steps: tuple[Callable[[Claim], bool], ...] = (
        *((begins,) if is_cell and RATIO_FIRST.match(whole.value) is None else ()),
        ratio,
        before_interval,
        keyword,
        signed,
    )
    if "estimate" not in claim.found:
        any(step(claim) for step in steps)
    withdrawn(claim)
    denied(claim)
    hedged(claim)
    if is_cell:
        crowded(claim)
    turned(claim)
    _yardstick(claim)
    return claim.found


def _yardstick(claim: Claim) -> None:
    """The unit of an effect that is counted in standard deviations, or that is a correlation."""
    if "estimate" not in claim.found:
        return
    named = phrase.STANDARDISED.search(claim.text)
    if named is not None:
        unit, span = "SD", named.span()
    else:
        end = claim.number[0] if claim.number is not None else 0
        start = max(0, end - NEAR)
        symbol = phrase.SYMBOL.search(claim.text[start:end])
        if symbol is None:
            return
        unit = "correlation" if symbol["symbol"] == "r" else "SD"
        span = (start + symbol.start("symbol"), start + symbol.end("symbol"))
    words = "standard deviations" if unit == "SD" else "no unit"
    claim.found["unit"] = claim.piece.part(*span).guess(
        unit, f"{claim.text[slice(*span)]} is counted in {words}."
    )


def interval(piece: Piece, *, decimal: str = "") -> dict[str, Piece]:
    """Both ends of a cell that is an interval, and its level when it says one; nothing when it is none.

    >>> {role: part.value for role, part in interval(Piece("90% CI [0.1; 0.5]")).items()}
    {'level': '90%', 'lower': '0.1', 'upper': '0.5'}
    """
    claim = Claim(piece.part(0, MOST_READ), decimal)
    key = phrase.KEY.search(claim.text)
    start = 0
    if key is not None and not claim.text[: key.start()].strip(" ([:\t\n"):
        take_level(claim, key)
        start = key.end()
    ends = ends_at(claim.text, start)
    if ends is None or re.search(r"\d", claim.text[ends.end() :].replace("95", "")):
        return {}
    if key is not None and key.start() >= ends.end():
        take_level(claim, key)
    take_ends(claim, ends)
    return claim.found


def is_all(piece: Piece, ends: Mapping[str, Piece]) -> bool:
    """Whether two ends are the only numbers that stand in a piece, and no word turns them."""
    if phrase.TURNS.search(piece.value):
        return False
    digits = sum(letter.isdigit() for letter in piece.value)
    return digits == sum(letter.isdigit() for part in ends.values() for letter in str(part.value))
