"""Numbers in the manner of several countries: -0.6, −0,6, 1,234.5, 1.234,5, 1 234,5, 1'234.5."""

import re
from dataclasses import dataclass

from nof1_lab.exchange.number import SIGN, SIGNS

# What divides thousands; a common space does so only between groups of three digits.
GAP = "[\u00a0\u202f\u2009 '\u2019]"
AMOUNT = (
    rf"{SIGN}(?:\d{{1,3}}+(?:(?:{GAP}\d{{3}}(?!\d))++(?:[.,]\d{{1,20}}+)?+"
    rf"|(?:,\d{{3}}(?!\d)){{2,6}}+(?:\.\d{{1,20}}+)?+|(?:\.\d{{3}}(?!\d)){{2,6}}+(?:,\d{{1,20}}+)?+"
    rf"|,\d{{3}}\.\d{{1,20}}+|\.\d{{3}},\d{{1,20}}+)"
    rf"|\d{{1,15}}+(?:[.,]\d{{1,20}}+)?+(?:[eE][+\-\u2212]?\d{{1,3}}+)?+|[.,]\d{{1,20}}+)"
)
WHOLE = re.compile(AMOUNT)
EVIDENCE = re.compile(
    r"(?<![\w.,/:-])[+\-\u2212\u2013]?(?:(\d{1,12},(?:\d{1,2}|\d{4,12})|0,\d{3}|\d{1,3}\.\d{3},\d{1,9})"
    r"|(\d{1,12}\.(?:\d{1,2}|\d{4,12})|0\.\d{3}|\d{1,3},\d{3}\.\d{1,9}))(?![\w.,/:]*\d|[.,/:]\w|\w)"
)
MOST_EVIDENCE = 20_000
LOOSE_SIGN = re.compile(r"\A\s*([+\-\u2010-\u2013\u2212\ufe63\uff0b\uff0d])\s+(?=\d)")
GAPS = re.compile(GAP)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, and what had to be decided to read it; no number when it may be two."""

    value: float | None
    note: str = ""
    is_guess: bool = False


def manner(text: str) -> str:
    """What divides the decimals in a text: a comma, a dot, or nothing that is certain.

    >>> manner("0,6 und 1.234"), manner("0.6 and 1,234"), manner("1,234"), manner("0,6 and 0.6")
    (',', '.', '', '')
    """
    signs = set[str]()
    for count, found in enumerate(EVIDENCE.finditer(text)):
        signs.add("," if found[1] else ".")
        if len(signs) > 1 or count > MOST_EVIDENCE:
            break
    return signs.pop() if len(signs) == 1 else ""


def tight(text: str) -> str:
    """A number without the space behind its sign.

    >>> tight("− 1 250"), tight("-0.6 to - 0.1")
    ('−1 250', '-0.6 to - 0.1')
    """
    return LOOSE_SIGN.sub(r"\1", text, count=1)


def amount(text: str, decimal: str = "") -> Amount | None:
    """The number that a text is, or None when it is none.

    >>> amount("−0,6").value, amount("1 234,5").value, amount("1,234", ".").value, amount("1,234").value
    (-0.6, 1234.5, 1234.0, None)
    """
    said = tight(text.strip())
    if len(said) > 60 or not WHOLE.fullmatch(said):
        return None
    bare = GAPS.sub("", said.translate(SIGNS))
    is_grouped = len(bare) < len(said)
    commas, dots = bare.count(","), bare.count(".")
    if commas and dots:
        last = max(",", ".", key=bare.rfind)
        return _plain(said, bare, last)
    if max(commas, dots) > 1:
        return _plain(said, bare, "." if commas else ",")
    if commas:
        return (
            _plain(said, bare, ",")
            if is_grouped or not _is_three(bare, ",")
            else _either(said, bare, decimal)
        )
    if dots and decimal == "," and not is_grouped and _is_three(bare, "."):
        return Amount(float(bare.replace(".", "")), f"{said} was read as {bare.replace('.', '')}.", True)
    if dots and not decimal and not is_grouped and _is_three(bare, "."):
        return Amount(float(bare), f"{said} was read with a dot for its decimals.", True)
    return _plain(said, bare, ".")


def _is_three(bare: str, sign: str) -> bool:
    """Whether the sign may divide thousands: one to three digits, not zero, before it and three behind."""
    before, behind = bare.lstrip("+-").split(sign)
    return len(behind) == 3 and before.isdecimal() and before != "0" and len(before) <= 3


def _either(said: str, bare: str, decimal: str) -> Amount:
    """A number such as 1,234, by what the rest of the text does."""
    if not decimal:
        return Amount(None, f"{said} may be {bare.replace(',', '')} or {bare.replace(',', '.')}.")
    value = float(bare.replace(",", "." if decimal == "," else ""))
    return Amount(value, f"{said} was read as {value:g}, as the other numbers are written.", is_guess=True)


def _plain(said: str, bare: str, decimal: str) -> Amount:
    plain = bare.replace("." if decimal == "," else ",", "").replace(",", ".")
    value = float(plain)
    is_said = "," in said or GAPS.search(said) is not None
    return Amount(value, f"{said} was read as {value:.15g}." if is_said else "")
