"""Numbers whose sign stands in the words around them, and changes in per cent."""

import math

from nof1_lab.exchange import phrase
from nof1_lab.exchange.amount import amount
from nof1_lab.exchange.claim import NEAR, SIGNS, Claim


def turned(claim: Claim) -> None:
    """Numbers whose sign stands in the words, and per cents: turned, and said so."""
    if claim.number is None or claim.text[claim.number[0]] in SIGNS:
        down = False
    else:
        down = falls(claim.text, claim.number)
    if claim.is_share and "scale" not in claim.found:
        _as_ratio(claim, down=down)
    elif down and "scale" not in claim.found:
        _negated(claim)
    elif _improves(claim):
        claim.found["improves"] = claim.found["estimate"]


def falls(text: str, span: tuple[int, int]) -> bool:
    """Whether the words around a number say that something goes down by it."""
    before = text[max(0, span[0] - NEAR) : span[0]]
    return bool(phrase.FALLS_BEFORE.search(before) or phrase.FALLS_BEHIND.match(text, span[1]))


def rises(text: str, span: tuple[int, int]) -> bool:
    """Whether the words around a number say that something goes up by it."""
    before = text[max(0, span[0] - NEAR) : span[0]]
    return bool(phrase.RISES_BEFORE.search(before) or phrase.RISES_BEHIND.match(text, span[1]))


def _improves(claim: Claim) -> bool:
    """Whether the number is an improvement: which way that is, only the measure knows."""
    if claim.number is None or claim.text[claim.number[0]] in SIGNS or "scale" in claim.found:
        return False
    before = claim.text[max(0, claim.number[0] - NEAR) : claim.number[0]]
    return phrase.IMPROVES_BEFORE.search(before) is not None


def _values(claim: Claim) -> dict[str, float]:
    values: dict[str, float] = {}
    for role in ("estimate", "lower", "upper"):
        part = claim.found.get(role)
        if part is not None:
            number = amount(str(part.value).removesuffix("%"), claim.decimal)
            if number is not None and number.value is not None:
                values[role] = number.value
    return values


def _as_ratio(claim: Claim, *, down: bool) -> None:
    """25% reduction is a ratio of 0.75."""
    values = _values(claim)
    signs = {value < 0 for value in values.values()}
    rising = claim.number is not None and rises(claim.text, claim.number)
    signed = any(str(claim.found[role].value)[:1] in SIGNS for role in values)
    if not values or not (down or rising or signed):
        return
    turn = -1.0 if down and signs == {False} else 1.0
    _replace(
        claim,
        {role: round(1.0 + turn * value / 100.0, 12) for role, value in values.items()},
        "a ratio to nothing done",
    )
    anchor = claim.found.get("estimate", claim.found.get("lower"))
    if anchor is not None:
        claim.found["scale"] = anchor.guess("ratio", "A change in per cent was taken for a ratio.")
    claim.found.pop("unit", None)


def _negated(claim: Claim) -> None:
    values = _values(claim)
    if "estimate" not in values or any(value < 0 for value in values.values()):
        return
    _replace(claim, {role: -value for role, value in values.items()}, "a fall")
    part = claim.found["estimate"]
    claim.found.setdefault("direction", part.guess("lower", ""))


def _replace(claim: Claim, values: dict[str, float], what: str) -> None:
    """Put the turned numbers in the place of those read; the ends may have to change places."""
    if values.get("lower", 0.0) > values.get("upper", math.inf):
        claim.found["lower"], claim.found["upper"] = claim.found["upper"], claim.found["lower"]
        values = values | {"lower": values["upper"], "upper": values["lower"]}
    for role, value in values.items():
        part = claim.found[role]
        claim.found[role] = part.guess(value, f"{part.value} was read as {value:g}, as {what}.")
