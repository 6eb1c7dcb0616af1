"""Effects that are denied: what does not happen has no size."""

import re
from dataclasses import replace

from nof1_lab.exchange import phrase
from nof1_lab.exchange.claim import NEAR, SIGNS, Claim
from nof1_lab.exchange.course import NO_EFFECT

NOT = re.compile(
    r"(?:(?<!\w)(?:not|no|never|without|nicht|kein\w{0,3}|ohne|ne|pas|aucune?|sans)|n['\u2019]t)(?!\w)",
    phrase.ANY,
)
ENDS = re.compile(r"[.;:()\n]|,\s")


def denied(claim: Claim) -> None:
    """Take no number for an effect that the words before it deny; its own sign would say that it is one."""
    if claim.number is None or claim.text[claim.number[0]] in SIGNS or "estimate" not in claim.found:
        return
    start, end = claim.number
    clause = ENDS.split(claim.text[max(0, start - NEAR) : start])[-1]
    if NOT.search(clause) and phrase.TURNS.search(clause):
        claim.found["estimate"] = replace(claim.piece.part(start, end), note=NO_EFFECT)
        claim.number = None
