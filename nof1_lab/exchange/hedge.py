"""Words that make a number less than an estimate: about, up to, at least."""

import re

from nof1_lab.exchange import phrase
from nof1_lab.exchange.bystander import is_bystander
from nof1_lab.exchange.claim import MOST_TRIES, NEAR, Claim, is_dose

ABOUT = r"about|approx\.?|approximately|around|roughly|etwa|ca\.?|circa|ungefähr|rund|environ|~|≈"
LIMIT = (
    r"(?:by )?(?:up to|at (?:most|least|best)|no (?:more|less) than|(?:more|less|greater|smaller|fewer) than"
    r"|over|under|above|below|max(?:imum|imal|\.)?|min(?:imum|imal|\.)|bis zu|höchstens|mindestens|wenigstens"
    r"|(?:mehr|weniger|größer|kleiner) als|über|unter|jusqu.[àa]|au (?:plus|moins|maximum|minimum)"
    r"|(?:plus|moins) de|[<>≤≥]=?)"
)
NUMERAL = re.compile(rf"(?<![\w.,])(?<!\w-){phrase.AMOUNT}")
BEFORE = re.compile(
    rf"(?:(?<!\w)|(?<=[<>≤≥=~≈]))(?:(?P<about>{ABOUT})|(?P<limit>{LIMIT}))\s{{0,3}}\Z", phrase.ANY
)
BEHIND = re.compile(
    rf"\s{{0,3}}+(?:{phrase.UNIT}\s{{1,3}}+)??(?P<limit>(?:or|and) (?:more|less|better|worse|above|below)"
    r"|at (?:most|least|best)|max(?:imum|imal)?|oder (?:mehr|weniger)|höchstens|mindestens"
    r"|ou (?:plus|moins)|au (?:plus|moins))(?!\w)",
    phrase.ANY,
)


def crowded(claim: Claim) -> None:
    """Say of an estimate that other numbers stand beside it, of which nothing is known."""
    part = claim.found.get("estimate")
    if claim.number is None or part is None or part.how == "guessed":
        return
    patterns = (phrase.KEY, phrase.SD, phrase.SD_BEHIND, phrase.PLUS_MINUS)
    known = [claim.number, *(found.span() for pattern in patterns for found in pattern.finditer(claim.text))]
    known += [claim.interval] if claim.interval is not None else []
    for count, found in enumerate(NUMERAL.finditer(claim.text)):
        is_known = any(start <= found.start() < end for start, end in known[:MOST_TRIES])
        if not (is_known or is_bystander(claim.text, found.span()) or is_dose(claim.text, found.end())):
            claim.found["estimate"] = part.guess(part.value, f"The text says {found[0]} too.")
            return
        if count > MOST_TRIES:
            return


def hedged(claim: Claim) -> None:
    """Say of an estimate that the text itself gives it as a rough number or as a bound."""
    part = claim.found.get("estimate")
    if claim.number is None or part is None or part.how == "guessed":
        return
    start, end = claim.number
    before = BEFORE.search(claim.text[max(0, start - NEAR) : start])
    behind = BEHIND.match(claim.text, end)
    if before is not None and before["about"]:
        claim.found["estimate"] = part.guess(part.value, f"The text says {before['about']}.")
    elif before is not None or behind is not None:
        words = (before or behind or {"limit": ""})["limit"]
        claim.found["estimate"] = part.guess(part.value, f"The text says {words}: a bound, and no estimate.")
