"""Numbers as people and models write them."""

import re

# Dashes are written for minus in typeset tables.
SIGN = r"[+\-\u2010-\u2013\u2212\ufe63\uff0b\uff0d]?"
DOT = rf"{SIGN}\d{{1,15}}(?:\.\d{{1,20}})?(?:[eE][+-]?\d{{1,3}})?|{SIGN}\.\d{{1,20}}"
COMMA = rf"{SIGN}\d{{1,15}},\d{{1,20}}"
SIGNS = str.maketrans("\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d\uff0b", "-------+")
WITH_DOT = re.compile(DOT)
WITH_COMMA = re.compile(COMMA)
BETWEEN = r"\s*(?:to|bis|and|\.\.+|…|;|\u2013|\u2014|-)\s*"
OPEN, CLOSE = r"[\[(]?\s*", r"\s*[\])]?"
INTERVALS = (
    re.compile(rf"{OPEN}({DOT})(?:{BETWEEN}|\s*,\s*)({DOT}){CLOSE}"),
    re.compile(rf"{OPEN}({DOT}|{COMMA}){BETWEEN}({DOT}|{COMMA}){CLOSE}"),
)
SHARE = r"\d{1,3}(?:[.,]\d{1,6})?\s*%"
PERCENT = re.compile(SHARE)
KIND = r"(?:ci|cri|hdi|hpdi?|eti|pi|(?:confidence |credible |uncertainty )?interval)"
LEVEL = re.compile(rf"({SHARE})[ -]{{0,3}}{KIND}\b|\b{KIND}[ (,:]{{0,3}}({SHARE})", re.IGNORECASE)
LEVEL_BEFORE = re.compile(rf"([\[(]?)\s*(?:{SHARE}[ -]{{0,3}}{KIND}\b)\s*[:=,]?\s*", re.IGNORECASE)
ESTIMATE_AND_INTERVAL = re.compile(rf"({DOT}|{COMMA})\s*([\[(].*[\])])")
WITH_UNIT = re.compile(rf"({DOT}|{COMMA})\s*([^\W\d_][\w /.°µ²³-]{{0,30}})")
NOTHING = frozenset(
    {
        "",
        "-",
        "–",
        "—",
        "--",
        "---",
        "n/a",
        "na",
        "n.a.",
        "n. a.",
        "nan",
        "none",
        "null",
        "?",
        ".",
        "…",
        "not stated",
    }
    | {
        "missing",
        "unknown",
        "not known",
        "not available",
        "not reported",
        "not given",
        "tbd",
        "unbekannt",
        "fehlt",
    }
    | {
        "k. a.",
        "k.a.",
        "keine angabe",
        "nicht bekannt",
        "inconnu",
        "inconnue",
        "non connu",
        "n.d.",
        "nd",
        "manquant",
    }
)


def is_nothing(text: str) -> bool:
    """Whether a cell says that there is no value."""
    return text.strip().casefold() in NOTHING


def number(text: str, *, is_comma_decimal: bool = False) -> float | None:
    """The number that a text is, or None.

    >>> number("−0.6"), number("0,5"), number("0,5", is_comma_decimal=True), number("much")
    (-0.6, None, 0.5, None)
    """
    plain = text.strip()
    if WITH_DOT.fullmatch(plain) or (is_comma_decimal and WITH_COMMA.fullmatch(plain)):
        return _float(plain)
    return None


def with_unit(text: str, *, is_comma_decimal: bool = False) -> tuple[float, str] | None:
    """The number that a text begins with, and the unit behind it, or None.

    >>> with_unit("-12 min")
    (-12.0, 'min')
    """
    found = WITH_UNIT.fullmatch(text.strip())
    value = number(found[1], is_comma_decimal=is_comma_decimal) if found else None
    return None if found is None or value is None else (value, found[2].strip())


def interval(text: str) -> tuple[float, float] | None:
    """The two ends that a text names, or None.

    >>> interval("-1.1 to -0.1"), interval("95% CI [0.1; 0.5]"), interval("about 3")
    ((-1.1, -0.1), (0.1, 0.5), None)
    """
    bare = LEVEL_BEFORE.sub(r"\1", text.strip(), count=1)
    found = next((match for pattern in INTERVALS if (match := pattern.fullmatch(bare))), None)
    return (_float(found[1]), _float(found[2])) if found else None


def percent(text: str) -> float | None:
    """The share that a text is, in per cent, or None.

    >>> percent("95 %"), percent("0.95")
    (0.95, None)
    """
    # Rounded, so that 95% is the same number as 0.95.
    plain = text.strip()
    return round(_float(plain.rstrip("% ")) / 100.0, 10) if PERCENT.fullmatch(plain) else None


def named_level(text: str) -> float | None:
    """The level that the name of an interval holds, or None.

    >>> named_level("Effect (95% CI)"), named_level("10% to 20%")
    (0.95, None)
    """
    found = LEVEL.search(text[:200])
    return percent(found[1] or found[2]) if found else None


def _float(text: str) -> float:
    return float(text.replace(",", ".").translate(SIGNS))
