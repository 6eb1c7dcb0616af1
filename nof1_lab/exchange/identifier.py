"""Who a person is, as far as a pattern can tell: taken out of what may leave this machine.

Patterns find what has a form: dates, numbers of files and telephones, addresses of mail and machines. A name
without a title, or a place without a street, has none: that is why a person reads all that leaves.
"""

import re

MONTH = (
    r"(?:jan(?:uary|vier|uar)?|feb(?:ruary|ruar)?|f[ée]v(?:rier)?|mar(?:ch|s)?|m[äa]rz|apr(?:il)?|avril"
    r"|ma[iy]"
    r"|june?|juni|juin|july?|juli|juillet|aug(?:ust)?|ao[uû]t|sep(?:t(?:ember|embre)?)?|o[ck]t(?:ober|obre)?"
    r"|nov(?:ember|embre)?|de[cz](?:ember)?|d[ée]c(?:embre)?)"
)
STREET = r"(?:street|st|avenue|ave|road|rd|lane|drive|boulevard|blvd|square|court|place|way)"
KEPT = (
    r"(?:mrn|ssn|nhs|npi|dea|vin|imei|udi|iban|ip|mac|passport|fingerprint|voiceprint|retina|photo(?:graph)?"
    r"|(?:medical|health|hospital|patient|record|case|file|account|acct|policy|member|beneficiary|insurance"
    r"|licen[cs]e|certificate|plate|vehicle|device|serial|tracking|customer|reference)"
    r"(?:[ -](?:record|plan|card|account|file|policy|plate))?)"
)
KEPT_NUMBER = rf"\b{KEPT}(?: ?(?:no|nr|number|id))?\.? ?[:#]? ?(?=[\w-]*\d[\w-]*\d)[a-z0-9][\w-]{{3,39}}"
CODE = r"\b(?=[a-z0-9-]*\d[a-z0-9-]*\d[a-z0-9-]*\d[a-z0-9-]*\d)(?=[a-z0-9-]*[a-z])[a-z0-9](?:[a-z0-9-]{8,})\b"
TELEPHONE = r"(?<![\w.])(?:\(\d{2,5}\) ?|\d{2,5}[-./ ])\d{3}[-./ ]\d{3,4}\b"
TITLED = (
    r"\b(?:mr|mrs|(?-i:Ms)|dr|prof|herr|frau|mme|madame|monsieur)\b\.? [^\W\d_][\w'’-]{1,40}"
    r"(?: (?-i:[A-ZÄÖÜÉÈ])[\w'’-]{1,40})?"
)
NINETY = r"(?:9\d|1[01]\d)"
PATTERNS: tuple[tuple[str, re.Pattern[str], str], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE), written)
    for kind, pattern, written in (
        ("an e-mail address", r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}", "[e-mail]"),
        ("a web address", r"\b(?:[a-z][a-z+.-]{1,9}://|www\.)[^\s\"'<>]{1,500}", "[web address]"),
        ("a network address", r"\b(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}\b", "[address]"),
        ("a network address", r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.])", "[address]"),
        ("a network address", r"(?<![\w:])(?:[0-9a-f]{1,4}:){2,7}:?[0-9a-f]{1,4}(?![\w:])", "[address]"),
        ("a date", r"\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:T[\d:.]{4,15}Z?)?", "[date]"),
        ("a date", r"\b\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)?\d{2}\b", "[date]"),
        ("a date", rf"\b\d{{1,2}}(?:st|nd|rd|th|\.)? {MONTH}\b\.?(?:,? \d{{4}})?", "[date]"),
        ("a date", rf"\b{MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?\b(?:,? \d{{4}})?", "[date]"),
        ("a date", rf"\b{MONTH}\.? (?:19|20)\d{{2}}\b", "[date]"),
        ("a number that names somebody", r"\b\d{3}[- ]\d{2}[- ]\d{4}\b", "[number]"),
        ("a number that names somebody", KEPT_NUMBER, "[number]"),
        ("a telephone number", r"(?<![\w.])\+\d[\d ().-]{6,18}\d", "[telephone]"),
        ("a telephone number", TELEPHONE, "[telephone]"),
        ("a long number", r"(?<![\w.,])\d{7,}\b", "[number]"),
        ("a long code", CODE, "[code]"),
        ("a name with its title", TITLED, "[name]"),
        ("a street", rf"\b\d{{1,5}}[a-z]? (?:[^\W\d_][\w'’-]{{1,30}} ){{1,3}}{STREET}\b\.?", "[place]"),
        ("a street", r"\b[^\W\d_]{2,30}(?:stra(?:ß|ss)e|str\.|gasse|weg|platz) \d{1,4}[a-z]?\b", "[place]"),
        ("a postal code", r"\b(?-i:[A-Z]{2}) \d{5}(?:-\d{4})?\b", "[place]"),
        ("an age over 89", rf"\b{NINETY}(?=[ -]years?[ -]old\b| ?y/?o\b)", "90 or more"),
        ("an age over 89", rf"(?<=\baged ){NINETY}\b", "90 or more"),
    )
)


def without(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without what names a person, and which kinds of it were taken out.

    >>> without("Sleep since 2024-03-01, ask sam@example.org")
    ('Sleep since [date], ask [e-mail]', ('an e-mail address', 'a date'))
    >>> without("Vitamin D 50,000 IU a week, then 2-3 mg")
    ('Vitamin D 50,000 IU a week, then 2-3 mg', ())
    """
    found: list[str] = []
    for kind, pattern, written in PATTERNS:
        text, times = pattern.subn(written, text)
        found += [kind] if times else []
    return text, tuple(dict.fromkeys(found))
