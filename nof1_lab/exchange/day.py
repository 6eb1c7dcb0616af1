"""A date as different countries write it; one that may be two is said, and not taken."""

import re
from datetime import date, timedelta

from nof1_lab.exchange import number
from nof1_lab.exchange.held import NOTHING, Held, holds, refusal
from nof1_lab.exchange.piece import Piece
from nof1_lab.exchange.text import line

MONTHS = {
    name: month
    for month, names in enumerate(
        (
            "jan january januar jänner janvier janv",
            "feb february februar février févr fév fevrier",
            "mar march märz maerz mars mär mrz",
            "apr april avril avr",
            "may mai",
            "jun june juni juin",
            "jul july juli juillet juil",
            "aug august août aout",
            "sep sept september septembre",
            "oct october oktober okt octobre",
            "nov november novembre",
            "dec december dezember dez décembre déc decembre",
        ),
        start=1,
    )
    for name in names.split()
}
ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}:\d{2}\S{0,20}(?: ?UTC)?)?")
NUMBERS = re.compile(r"(\d{1,2})([./-])\s?(\d{1,2})[./-]\s?(\d{4})(?:,? \d{1,2}:\d{2}\S{0,12})?")
NAMED = re.compile(
    r"(?:[^\W\d_]{2,10}\.?,? )?(\d{1,2})(?:\.|st|nd|rd|th|er)?[ -](?:of )?([^\W\d_]{3,10})\.?,?[ -](\d{4})"
)
MONTH_FIRST = re.compile(r"([^\W\d_]{3,10})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
SERIAL = re.compile(r"(3[6-9]|[4-6]\d)\d{3}(?:\.\d+)?")
FIRST_DAY = date(1899, 12, 30)
EXPECTED = "A date like 2026-01-31 was expected."
LONGEST = 60


def day(piece: Piece) -> Held:
    """The date that a piece is."""
    text = line(str(piece.value)[:LONGEST]) if isinstance(piece.value, str | int | float) else ""
    if piece.value is None or number.is_nothing(text):
        return NOTHING
    try:
        found, note = _date(text)
    except (ValueError, OverflowError):
        found, note = None, ""
    if found is None:
        raise refusal("made_on", piece.words, f"{note} {EXPECTED}".strip()).__class__(
            f"The date {text[:40]!r} cannot be read without guessing.",
            f"{note} {EXPECTED}".strip(),
            "Write year, month and day in this order.",
        )
    said = found.isoformat()
    if text.startswith(said):
        return holds(piece, found, said, note=note)
    return holds(
        piece, found, said, note=note or f"{text} was read as {said}.", how="guessed" if note else "repaired"
    )


def _date(text: str) -> tuple[date | None, str]:
    if iso := ISO.fullmatch(text):
        return date(int(iso[1]), int(iso[2]), int(iso[3])), ""
    if both := NUMBERS.fullmatch(text):
        return _by_order(int(both[1]), int(both[3]), int(both[4]), is_dotted=both[2] == ".")
    if named := NAMED.fullmatch(text):
        return _named(named[2], int(named[1]), int(named[3]))
    if first := MONTH_FIRST.fullmatch(text):
        return _named(first[1], int(first[2]), int(first[3]))
    if SERIAL.fullmatch(text):
        return FIRST_DAY + timedelta(
            days=int(float(text))
        ), "It was taken for the number of a day in a spreadsheet."
    return None, ""


def _named(month: str, in_month: int, year: int) -> tuple[date | None, str]:
    number_of_month = MONTHS.get(month.casefold())
    return (date(year, number_of_month, in_month), "") if number_of_month else (None, "")


def _by_order(one: int, two: int, year: int, *, is_dotted: bool) -> tuple[date | None, str]:
    """Day first with dots, as in German; with slashes only when one of the two can be no month."""
    if is_dotted or one > 12 or one == two:
        return date(year, two, one), ""
    if two > 12:
        return date(year, one, two), ""
    return None, f"It may be day {one} of month {two}, or day {two} of month {one}."
