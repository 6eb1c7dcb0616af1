"""The interval, or the spread, of an effect in free words."""

import re

from nof1_lab.exchange import phrase
from nof1_lab.exchange.amount import amount
from nof1_lab.exchange.bystander import is_aside, is_bystander
from nof1_lab.exchange.claim import MOST_TRIES, SIGNS, Claim, is_dose, take_unit
from nof1_lab.exchange.course import is_inside
from nof1_lab.exchange.piece import Piece


def plus_minus(claim: Claim) -> None:
    """A number with ± behind it: what stands behind ± is only taken when the text says what it is."""
    found = phrase.PLUS_MINUS.search(claim.text)
    if found is None:
        return
    said = f"{claim.heading} {found['tail']}"
    key = phrase.KEY.search(said)
    if phrase.IS_SD.search(said) or phrase.IS_SE.search(said):
        half = claim.take("sd", found.span("half"))
        if not phrase.IS_SD.search(said):
            claim.found["sd"] = half.guess(half.value, "The standard error was taken for it.")
    elif key is not None and _half(claim, found):
        tail = phrase.KEY.search(claim.text, found.start("tail"))
        if tail is not None:
            take_level(claim, tail)
    else:
        claim.found["interval"] = claim.piece.part(found.start("mid"), found.end("half"))
    claim.take("estimate", found.span("mid"))
    claim.number = found.span("mid")
    claim.interval = (found.start("mid"), found.end())
    take_unit(claim, found["unit"], found.start("unit"))
    behind = phrase.BEHIND.match(claim.text, found.start("tail"))
    if behind is not None:
        take_unit(claim, behind["unit"], behind.start("unit"))


def _half(claim: Claim, found: re.Match[str]) -> bool:
    middle, half = amount(found["mid"], claim.decimal), amount(found["half"], claim.decimal)
    if middle is None or half is None or middle.value is None or half.value is None:
        return False
    at = claim.piece.part(found.start("mid"), found.end("half"))
    note = f"Half an interval, {half.value:g}, was laid to both sides of {middle.value:g}."
    for role, end in (("lower", middle.value - half.value), ("upper", middle.value + half.value)):
        claim.found.setdefault(role, at.guess(round(end, 12), note))
    return True


def bounded(claim: Claim) -> None:
    """The first interval that is called one, or stands in brackets, or between two words that say so."""
    for pattern in (phrase.KEY, phrase.BRACKET, phrase.RANGE):
        for count, key in enumerate(pattern.finditer(claim.text)):
            start = key.start() if pattern is phrase.BRACKET else key.end()
            ends = ends_at(claim.text, start) if claim.interval is None else None
            if pattern is phrase.KEY:
                take_level(claim, key)
            if ends is not None and not _is_other(claim, key, ends):
                claim.interval = (key.start(), ends.end())
                take_ends(claim, ends)
                if pattern is phrase.RANGE and "estimate" not in claim.found:
                    claim.number = ends.span("low")
                if pattern is phrase.BRACKET and (
                    inner := phrase.KEY.search(claim.text, ends.end(), ends.end() + 40)
                ):
                    take_level(claim, inner)
            if claim.interval is not None or count > MOST_TRIES:
                break


def _is_other(claim: Claim, key: re.Match[str], ends: re.Match[str]) -> bool:
    """Whether two numbers are a dose, a time, ages, years, or a level before and one after."""
    if key.re is not phrase.RANGE:
        return is_dose(claim.text, ends.end())
    span = (key.start(), ends.end())
    is_year = is_bystander(claim.text, ends.span("low"))
    return is_year or is_aside(claim.text, span) or is_inside(claim, ends.start("low"))


# In -0.8 -0.2 the dash stands apart from the first number and not from the second.
SIGN_BEFORE = re.compile(r"\s(?P<sign>[-\u2212])\Z")


def ends_at(text: str, at: int) -> re.Match[str] | None:
    """Two numbers that begin here, as the ends of an interval."""
    return phrase.ENDS.match(text, at) or phrase.PAIR.match(text, at)


def take_ends(claim: Claim, ends: re.Match[str]) -> None:
    """Keep both ends, and whether they are per cents."""
    claim.interval = claim.interval or ends.span()
    claim.take("lower", ends.span("low"))
    start, end = ends.span("high")
    sign = SIGN_BEFORE.search(claim.text, ends.end("low"), start)
    if sign is not None and ends["low"][:1] in SIGNS and "upper" not in claim.found:
        part = claim.piece.part(sign.start("sign"), end)
        claim.found["upper"] = part.guess(part.value, "The dash before it was taken for a minus.")
    claim.take("upper", (start, end))
    unit = ends.groupdict().get("unit")
    if ends["unit2"] == "%" or unit == "%":
        claim.is_share = True


def take_level(claim: Claim, key: re.Match[str]) -> None:
    """Keep the level that stands with the name of an interval."""
    for group in ("before", "behind", "bare"):
        if key[group]:
            part = claim.take("level", key.span(group))
            if group == "bare":
                claim.found["level"] = Piece(
                    f"{part.value}%", part.at, "repaired", f"{part.value} was read as per cent."
                )


def deviation(claim: Claim) -> None:
    """A standard deviation, or a standard error in its place."""
    found = phrase.SD.search(claim.text) or phrase.SD_BEHIND.search(claim.text)
    if found is None or "sd" in claim.found:
        return
    part = claim.take("sd", found.span("number"))
    if phrase.IS_SE.search(found["word"]):
        claim.found["sd"] = part.guess(part.value, "The standard error was taken for it.")
