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
        is_range = "estimate" not in claim.found and claim.interval is not None
        end = claim.interval[1] if is_range and claim.interval is not None else claim.number[1]
        down = falls(claim.text, (claim.number[0], end))
    if claim.is_share and "scale" not in claim.found:
        _as_ratio(claim, down=down)
        _in_per_cent(claim)
    elif down and "scale" not in claim.found:
        _negated(claim)
    anchor, way = _anchor(claim), _judged(claim)
    if anchor is not None and way is not None and not down:
        claim.found[way] = claim.found[anchor]


def falls(text: str, span: tuple[int, int]) -> bool:
    """Whether the words around a number say that something goes down by it."""
    before = text[max(0, span[0] - NEAR) : span[0]]
    return bool(phrase.FALLS_BEFORE.search(before) or phrase.FALLS_BEHIND.match(text, span[1]))


def rises(text: str, span: tuple[int, int]) -> bool:
    """Whether the words around a number say that something goes up by it."""
    before = text[max(0, span[0] - NEAR) : span[0]]
    return bool(phrase.RISES_BEFORE.search(before) or phrase.RISES_BEHIND.match(text, span[1]))


def _anchor(claim: Claim) -> str | None:
    """The first number that was found."""
    return next((role for role in ("estimate", "lower") if role in claim.found), None)


def _judged(claim: Claim) -> str | None:
    """Whether the number makes it better or worse: which way that is, only the measure knows."""
    if claim.number is None or claim.text[claim.number[0]] in SIGNS or "scale" in claim.found:
        return None
    before = claim.text[max(0, claim.number[0] - NEAR) : claim.number[0]]
    end = max(claim.number[1], claim.interval[1] if "estimate" not in claim.found and claim.interval else 0)
    for way, before_it, behind_it in (
        ("improves", phrase.IMPROVES_BEFORE, phrase.IMPROVES_BEHIND),
        ("worsens", phrase.WORSENS_BEFORE, phrase.WORSENS_BEHIND),
    ):
        if before_it.search(before) or behind_it.match(claim.text, end):
            return way
    return None


def _in_per_cent(claim: Claim) -> None:
    """A change in per cent that no word turns into a ratio keeps its unit."""
    at = claim.text.find("%", claim.number[1]) if claim.number is not None else -1
    if "scale" not in claim.found and at >= 0:
        claim.take("unit", (at, at + 1))


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
    anchor = _anchor(claim)
    if anchor is None or not values or any(value < 0 for value in values.values()):
        return
    _replace(claim, {role: -value for role, value in values.items()}, "a fall")
    part = claim.found[anchor]
    claim.found.setdefault("direction", part.guess("lower", ""))


def _replace(claim: Claim, values: dict[str, float], what: str) -> None:
    """Put the turned numbers in the place of those read; the ends may have to change places."""
    if values.get("lower", 0.0) > values.get("upper", math.inf):
        claim.found["lower"], claim.found["upper"] = claim.found["upper"], claim.found["lower"]
        values = values | {"lower": values["upper"], "upper": values["lower"]}
    for role, value in values.items():
        part = claim.found[role]
        claim.found[role] = part.guess(value, f"{part.value} was read as {value:g}, as {what}.")
