"""Parts that say several things at once, laid out: an effect with its interval, a range, a standard error."""

from collections.abc import Mapping
from dataclasses import replace

from nof1_lab.exchange import effect, number
from nof1_lab.exchange.amount import amount
from nof1_lab.exchange.column import SYNONYMS
from nof1_lab.exchange.heading import role as role_of
from nof1_lab.exchange.piece import Piece
from nof1_lab.exchange.warning import unit_of

LONGEST = 400
ENDS = ("lower", "upper")


def spread(parts: Mapping[str, Piece], decimal: str, *, in_percent: bool) -> dict[str, Piece]:
    """One piece for each part; ``in_percent``: the measure itself is in per cent."""
    in_percent = in_percent or ("unit" in parts and unit_of(parts["unit"].words) == "%")
    laid = {
        role: piece for role, piece in parts.items() if role not in {"interval", "se", "share", "heading"}
    }
    _effect(parts, laid, decimal, in_percent=in_percent)
    _interval(parts, laid, decimal)
    if "se" in parts and "sd" not in laid:
        piece = parts["se"]
        laid["sd"] = piece.guess(piece.value, "The standard error was taken for it.")
    if "share" in parts:
        _shares(laid, decimal, in_percent=in_percent)
    return laid


def _effect(parts: Mapping[str, Piece], laid: dict[str, Piece], decimal: str, *, in_percent: bool) -> None:
    """What stands with the estimate in one cell: its unit, its interval, what it is."""
    piece = parts.get("estimate")
    if piece is None or not isinstance(piece.value, str) or amount(piece.value, decimal) is not None:
        return
    if len(piece.value) > LONGEST or number.is_nothing(piece.value):
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


def _shares(laid: dict[str, Piece], decimal: str, *, in_percent: bool) -> None:
    """A column of changes in per cent: a ratio to nothing done, or the measure's own unit."""
    if in_percent:
        laid.setdefault("unit", Piece("%"))
        return
    if "scale" in laid:
        return
    for role in ("estimate", *ENDS):
        piece = laid.get(role)
        found = amount(piece.words.rstrip(" %"), decimal) if piece is not None else None
        if piece is not None and found is not None and found.value is not None:
            value = round(1.0 + found.value / 100.0, 12)
            laid[role] = piece.guess(
                value, f"{piece.words} per cent was read as {value:g}, as a ratio to nothing done."
            )
            laid["scale"] = replace(
                laid[role], value="ratio", note="A change in per cent was taken for a ratio."
            )
