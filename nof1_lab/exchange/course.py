"""Levels before and after: where a measure comes from and where it goes is no effect."""

import re
from collections.abc import Iterator
from dataclasses import replace

from nof1_lab.exchange import phrase
from nof1_lab.exchange.amount import amount
from nof1_lab.exchange.claim import MOST_TRIES, NEAR, Claim, is_dose

UNIT = r"(?:\s?(?!(?:to|bis|à|auf|down|up|vs|versus)(?!\w))[^\W\d_]{1,20}+)?+"
ROOM = rf"(?:\s?±\s?{phrase.AMOUNT}|\s?\([^()\n]{{0,30}}+\))?+"
NO_EFFECT = "a course"  # the note on what stands in the place of an effect and is none
COURSE = re.compile(
    rf"(?:(?<!\w)(?P<open>from|von|vom|de)\s{{1,3}}+)?+(?<![\w.,])(?P<low>{phrase.AMOUNT}){UNIT}{ROOM}\s{{0,3}}+"
    r"(?P<turn>(?:down|up)\s{1,3}to(?!\w)|auf(?!\w)|→|[-\u2013=]{1,2}+>|vs\b\.?|versus(?!\w)|(?:to|bis|à)(?!\w))"
    rf"\s{{0,3}}+(?P<high>{phrase.AMOUNT})",
    phrase.ANY,
)
MOVES = (
    r"(?:go(?:es|ing)?|went|mov|chang|f[ae]ll|sank|sink|fiel|fällt|stieg|steig|ging|geht|veränder|pass|évolu"
    r"|tomb)"
)
MOVES_BEFORE = re.compile(rf"(?<!\w){MOVES}[^\d.;()\n]{{0,60}}\Z", phrase.ANY)
WAYS = (MOVES_BEFORE, phrase.RISES_BEFORE, phrase.IMPROVES_BEFORE)
OPEN_ENDED = frozenset({"to", "bis", "à"})


def withdrawn(claim: Claim) -> None:
    """Take nothing from a course for an effect: the whole of it stands in the place of the estimate."""
    for found in _courses(claim.text):
        if _is_taken(claim, found) or (_is_left_over(claim) and is_course(claim, found)):
            claim.found["estimate"] = replace(claim.piece.part(*found.span()), note=NO_EFFECT)
            claim.found.pop("lower", None)
            claim.found.pop("upper", None)
            claim.number = None
            return


def is_inside(claim: Claim, at: int) -> bool:
    """Whether a number belongs to a course that is called one."""
    courses = (found for found in _courses(claim.text) if found.start() <= at < found.end())
    return any(is_course(claim, found) for found in courses)


def is_course(claim: Claim, found: re.Match[str]) -> bool:
    """Whether two numbers are surely a course, and not the ends of an interval or two groups."""
    turn = found["turn"].casefold()
    if turn.startswith("v") or is_dose(claim.text, found.end()):
        return False
    if turn not in OPEN_ENDED:
        return True
    low, high = (amount(found[end], claim.decimal) for end in ("low", "high"))
    is_falling = low is not None and high is not None and (low.value or 0.0) > (high.value or 0.0)
    before = claim.text[max(0, found.start() - NEAR) : found.start()]
    return found["open"] is not None and (is_falling or any(way.search(before) for way in WAYS))


def _courses(text: str) -> Iterator[re.Match[str]]:
    for count, found in enumerate(COURSE.finditer(text)):
        if found["open"] is not None or found["turn"].casefold() not in OPEN_ENDED:
            yield found
        if count > MOST_TRIES:
            return


def _is_taken(claim: Claim, found: re.Match[str]) -> bool:
    return (
        "estimate" in claim.found
        and claim.number is not None
        and found.start() <= claim.number[0] < found.end()
    )


def _is_left_over(claim: Claim) -> bool:
    """Whether an interval was found and no estimate, as of the level in the end."""
    return claim.interval is not None and "lower" in claim.found and "estimate" not in claim.found
