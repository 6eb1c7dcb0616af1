"""Parts that say several things at once, laid out: an effect with its interval, a range, a standard error."""

import re
from collections.abc import Mapping
from dataclasses import replace

from nof1_lab.exchange import effect, number
from nof1_lab.exchange.amount import AMOUNT, Amount, amount
from nof1_lab.exchange.column import SYNONYMS
from nof1_lab.exchange.course import NO_EFFECT
from nof1_lab.exchange.heading import role as role_of
from nof1_lab.exchange.piece import Piece
from nof1_lab.exchange.warning import unit_of
from nof1_lab.study.measure import Measure

LONGEST = 400
OUTSIDE = frozenset({"interval", "se", "share", "heading"})
NUMBERS = ("estimate", "lower", "upper")
TAKEN = "A change in per cent was taken for a ratio."
ENDS = ("lower", "upper")
# Fractions, products, factors and doubled signs: what a number with these is worth is not for us to say.
ODD = re.compile(
    rf"\s*(?:{AMOUNT})?\s?(?:[¼-¾⅐-⅞]|[*×^÷]|/\s?\d|x\s?\d|[- ]?(?:fold|fach|times|x)(?!\w))"
    rf"|\s*[+\-\u2212\u2013]{{2,}}|\s*{AMOUNT}\s?[-\u2212]\s*\Z|\s*[\[(]\s*{AMOUNT}\s*[\])]\s*\Z",
    re.IGNORECASE,
)


def spread(parts: Mapping[str, Piece], decimal: str, measure: Measure | None) -> dict[str, Piece]:
    """One piece for each part of a candidate."""
    laid = {role: piece for role, piece in parts.items() if role not in OUTSIDE}
    in_percent = _is_in_percent(parts, measure)
    _effect(parts, laid, decimal, in_percent=in_percent)
    _interval(parts, laid, decimal)
    if "se" in parts and "sd" not in laid:
        piece = parts["se"]
        laid["sd"] = piece.guess(piece.value, "The standard error was taken for it.")
    _shares(parts, laid, decimal, in_percent=in_percent)
    for way, turning in (("improves", "lower"), ("worsens", "higher")):
        if laid.pop(way, None) is not None:
            _judged(way, turning, laid, decimal, measure)
    return laid


def _is_in_percent(parts: Mapping[str, Piece], measure: Measure | None) -> bool:
    """Whether a number in per cent is one in the measure's own unit."""
    said = parts.get("unit")
    unit = (
        said.words if said is not None and said.words.strip() else measure.unit if measure is not None else ""
    )
    return unit_of(unit) == "%"


def _effect(parts: Mapping[str, Piece], laid: dict[str, Piece], decimal: str, *, in_percent: bool) -> None:
    """What stands with the estimate in one cell: its unit, its interval, what it is."""
    piece = parts.get("estimate")
    if piece is None or not _may_say_more(piece, decimal):
        return
    ends = effect.interval(piece, decimal=decimal)
    if ends and effect.is_all(piece, ends):
        laid.pop("estimate")
        laid |= {role: part for role, part in ends.items() if _is_free(parts, laid, role)}
        return
    heading = parts["heading"].words if "heading" in parts else ""
    found = effect.read(piece, decimal=decimal, heading=heading, is_cell=True, in_percent=in_percent)
    if "interval" in found:
        laid["interval"] = found["interval"]
    if "estimate" not in found and "lower" in found:
        laid.pop("estimate")
    for role, part in found.items():
        if role == "estimate" or (role != "interval" and _is_free(parts, laid, role)):
            laid[role] = part


def _may_say_more(piece: Piece, decimal: str) -> bool:
    """Whether words stand with a number, of which something can be made."""
    said = piece.value
    if not isinstance(said, str) or len(said) > LONGEST or piece.note == NO_EFFECT:
        return False
    is_plain = number.is_nothing(said) or amount(said, decimal) is not None
    return not is_plain and ODD.match(said) is None


def _is_free(parts: Mapping[str, Piece], laid: Mapping[str, Piece], role: str) -> bool:
    if role in ENDS and "interval" in parts and not number.is_nothing(parts["interval"].words):
        return False
    return role not in laid or laid[role].value is None or laid[role].words.strip() == ""


def _interval(parts: Mapping[str, Piece], laid: dict[str, Piece], decimal: str) -> None:
    """Both ends of an interval that is written as one."""
    piece = parts.get("interval")
    if (
        piece is None
        or piece.value is None
        or number.is_nothing(piece.words)
        or any(end in parts for end in ENDS)
    ):
        return
    ends = _ends(piece, decimal)
    laid |= {end: value for end in ENDS if (value := ends.get(end)) is not None}
    if "level" in ends:
        laid.setdefault("level", ends["level"])
    if not any(ends.get(end) is not None for end in ENDS):
        laid["interval"] = piece


def _ends(piece: Piece, decimal: str) -> dict[str, Piece]:
    if isinstance(piece.value, Mapping):
        return {role_of(str(key), SYNONYMS) or "": value for key, value in piece.value.items()}
    if isinstance(piece.value, list):
        return {ENDS[i]: item for i, item in enumerate(piece.value)} if len(piece.value) == len(ENDS) else {}
    return _said(piece, decimal)


def _said(piece: Piece, decimal: str) -> dict[str, Piece]:
    if not isinstance(piece.value, str) or len(piece.value) > LONGEST:
        return {}
    return effect.interval(piece, decimal=decimal)


def _shares(parts: Mapping[str, Piece], laid: dict[str, Piece], decimal: str, *, in_percent: bool) -> None:
    """Changes in per cent: numbers in the measure's own unit, or a ratio to nothing done."""
    for role in NUMBERS:
        piece = laid.get(role)
        if (
            piece is not None
            and isinstance(piece.value, str)
            and piece.value.rstrip().endswith("%")
            and in_percent
        ):
            laid[role] = piece.part(0, len(piece.value.rstrip(" %\u00a0\u202f")))
    if "share" in parts and in_percent:
        laid.setdefault("unit", Piece("%"))
    elif _are_shares(parts, laid):
        for role in NUMBERS:
            _as_ratio(laid, role, decimal)


def _are_shares(parts: Mapping[str, Piece], laid: Mapping[str, Piece]) -> bool:
    """Whether a heading says per cent, or the interval does of an effect that was taken for a ratio."""
    if "scale" not in laid:
        return "share" in parts
    return laid["scale"].note.endswith(TAKEN) and any(
        "%" in parts[role].words for role in ("interval", *ENDS) if role in parts
    )


def _as_ratio(laid: dict[str, Piece], role: str, decimal: str) -> None:
    piece = laid.get(role)
    found = (
        amount(piece.words.rstrip(" %"), decimal) if piece is not None and piece.how != "guessed" else None
    )
    if piece is not None and found is not None and found.value is not None:
        value = round(1.0 + found.value / 100.0, 12)
        said = piece.words.rstrip(" %")
        laid[role] = piece.guess(value, f"{said} per cent was read as {value:g}, as a ratio to nothing done.")
        laid.setdefault("scale", replace(laid[role], value="ratio", note=TAKEN))


def _judged(way: str, turning: str, laid: dict[str, Piece], decimal: str, measure: Measure | None) -> None:
    """An improvement is a fall where lower is better; the sign is left as it stands where nobody knows."""
    values = {role: found.value for role in NUMBERS if (found := _value(laid, role, decimal)) is not None}
    if measure is None or measure.better != turning or any(value is None for value in values.values()):
        said = "an improvement" if way == "improves" else "a change for the worse"
        for role in [role for role in NUMBERS if role in laid][:1]:
            piece = laid[role]
            note = f"The words speak of {said}: its sign was left as it stands."
            laid[role] = piece.guess(piece.value, note)
        return
    for role, value in values.items():
        if value is not None:
            laid[role] = laid[role].guess(
                -value, f"{laid[role].words} was read as {-value:g}, because {measure.better} is better."
            )
    if all(end in values for end in ENDS):
        laid["lower"], laid["upper"] = laid["upper"], laid["lower"]


def _value(laid: Mapping[str, Piece], role: str, decimal: str) -> Amount | None:
    return amount(laid[role].words, decimal) if role in laid else None
