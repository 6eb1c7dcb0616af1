"""Numbers that stand by and are no effect: p values, sizes of trials, ages, years, doses and times."""

import re

from nof1_lab.exchange.claim import NEAR, is_dose

STATISTIC = re.compile(
    r"(?<!\w)(?:p(?:[ -](?:value|wert))?|n|k|t|z|F|N|P|df|NNTB?|NNH|NNTH|I²|R²|χ²|chi²)"
    r"\s?(?:\([\d, ]{1,12}\)\s?)?"
    r"(?:[<>≤≥]=?|[=≈:])\s?\Z"
)
SINCE = re.compile(r"(?<!\w)(?:in|since|from|until|by|im|seit|von|bis|en|depuis|de)\s\Z", re.IGNORECASE)
AFTER = re.compile(
    r"(?<!\w)(?:after|over|for|within|during|in|at|nach|über|binnen|innerhalb von|während|bei|après"
    r"|pendant|en)\s\Z",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?:19|20)\d\d(?!\d|[.,]\d)")
AGES = re.compile(
    r"(?<!\w)(?:age[ds]?|adults?|people|patients?|men|women|alter|erwachsene\w*|menschen|adultes|personnes|âg\w+)"
    r"(?!\w)[^\d.;()\n]{0,20}\Z",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"(?:\s?(?:and|or|to|und|oder|bis|et|ou|à|-|\u2013)\s?\d{1,6})?"
    r"\s?(?:(?:small|large|open|further|kleine\w{0,2}|petits?)\s)?(?:RCTs?|trials?|stud(?:y|ies)|studien?"
    r"|essais?|études?|people|participants?|patients?"
    r"|persons?|men|women|groups?|gruppen|groupes|teilnehme\w+|personen|patientinnen|patienten|years?|yrs?|jahren?"
    r"|ans|years?-old|pm|am|uhr|sessions?|cases)(?!\w)",
    re.IGNORECASE,
)
OF_MANY = re.compile(r"\s?(?:of|out of|von|sur|/|in)\s?\d")


def is_bystander(text: str, span: tuple[int, int]) -> bool:
    """Whether the number that stands here is something else than an effect."""
    start, end = span
    before = text[max(0, start - NEAR) : start]
    is_year = YEAR.match(text, start) is not None and SINCE.search(before) is not None
    is_of_many = text[start:end].isdecimal() and OF_MANY.match(text, end) is not None
    return is_year or is_of_many or bool(STATISTIC.search(before) or COUNTED.match(text, end))


def is_lapse(text: str, span: tuple[int, int]) -> bool:
    """Whether the number that stands here is the time after which something is so."""
    before = text[max(0, span[0] - NEAR) : span[0]]
    return AFTER.search(before) is not None and is_dose(text, span[1])


def is_aside(text: str, span: tuple[int, int]) -> bool:
    """Whether two numbers from here to there are a dose, a time, ages, years or a count."""
    start, end = span
    before = text[max(0, start - NEAR) : start]
    return is_dose(text, end) or is_bystander(text, span) or AGES.search(before) is not None
