"""The estimate of an effect in free words: by its name, its place, its sign, or the words around it."""

import re

from nof1_lab.exchange import phrase
from nof1_lab.exchange.bounds import take_ends
from nof1_lab.exchange.bystander import is_bystander, is_lapse
from nof1_lab.exchange.claim import MOST_TRIES, NEAR, Claim, is_dose, take_unit, word_of
from nof1_lab.exchange.turn import falls, rises

BARE = re.compile(rf"(?<![\w.,]){phrase.AMOUNT}(?![\w]*\d)")


def begins(claim: Claim) -> bool:
    """The number that a cell begins with."""
    found = phrase.BEGINS.match(claim.text)
    if found is None or found.span("number") == (claim.interval or (0,))[:1]:
        return False
    _about(claim, found)
    return True


def ratio(claim: Claim) -> bool:
    """A ratio by its name: HR 0.75."""
    found = phrase.RATIO.search(claim.text)
    if found is None:
        return False
    _number(claim, found.span("number"))
    word = claim.piece.part(*found.span("word"))
    log = "log_" if phrase.LOG.search(claim.text[: found.start("word")][-NEAR:]) else ""
    scale = log + ("odds" if phrase.ODDS.search(found["word"]) else "ratio")
    claim.found.setdefault(
        "scale", word.guess(scale, f"{word.value} was taken for the scale {scale.replace('_', ' ')}.")
    )
    return True


def before_interval(claim: Claim) -> bool:
    """The number that stands right before the interval."""
    if claim.interval is None:
        return False
    start = max(0, claim.interval[0] - NEAR)
    found = phrase.BEFORE_INTERVAL.search(claim.text[start : claim.interval[0]])
    if found is None or word_of(found["unit"] or "") in phrase.DOSES:
        return False
    span = (start + found.start("number"), start + found.end("number"))
    if is_bystander(claim.text, span) or is_lapse(claim.text, span):
        return False
    _number(claim, span)
    return True


def keyword(claim: Claim) -> bool:
    """The number behind a word such as effect or expected."""
    for count, found in enumerate(phrase.KEYWORD.finditer(claim.text)):
        is_other = is_dose(claim.text, found.end("number")) or is_bystander(claim.text, found.span("number"))
        if not is_other and not _is_inside(claim, found.start("number")):
            _about(claim, found)
            return True
        if count > MOST_TRIES:
            break
    return False


def signed(claim: Claim) -> bool:
    """The first number with a sign, or one that something rises or falls by."""
    for count, found in enumerate(phrase.SIGNED.finditer(claim.text)):
        unit, span = word_of(found["unit"] or ""), found.span("number")
        is_other = unit in phrase.DOSES or is_bystander(claim.text, span)
        if not is_other and not _is_inside(claim, span[0]):
            _number(claim, found.span("number"))
            return True
        if count > MOST_TRIES:
            break
    return _governed(claim)


def _governed(claim: Claim) -> bool:
    for count, found in enumerate(BARE.finditer(claim.text)):
        is_other = is_dose(claim.text, found.end()) or is_bystander(claim.text, found.span())
        is_free = not is_other and not _is_inside(claim, found.start())
        if is_free and (falls(claim.text, found.span()) or rises(claim.text, found.span())):
            _number(claim, found.span())
            return True
        if count > MOST_TRIES:
            break
    return False


def _about(claim: Claim, found: re.Match[str]) -> None:
    _number(claim, found.span("number"))
    if found["about"] and "estimate" in claim.found:
        part = claim.found["estimate"]
        claim.found["estimate"] = part.guess(part.value, f"The text says {found['about']}.")


def _number(claim: Claim, span: tuple[int, int]) -> None:
    claim.number = span
    ends = phrase.ONLY_ENDS.match(claim.text, span[0]) if claim.interval is None else None
    if ends is not None and not is_bystander(claim.text, ends.span("high")):
        take_ends(claim, ends)
        span = ends.span("high")
    else:
        claim.take("estimate", span)
    behind = phrase.BEHIND.match(claim.text, span[1])
    if behind is not None:
        take_unit(claim, behind["unit"], behind.start("unit"))


def _is_inside(claim: Claim, at: int) -> bool:
    return claim.interval is not None and claim.interval[0] <= at < claim.interval[1]
