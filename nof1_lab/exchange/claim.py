"""An effect with its uncertainty, as it stands in free words: every number with its place."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from nof1_lab.exchange import phrase
from nof1_lab.exchange.amount import amount
from nof1_lab.exchange.piece import Piece

MOST_READ = 4_000
MOST_TRIES = 200
NEAR = 80
SIGNS = "+-\u2010\u2011\u2012\u2013\u2212\ufe63\uff0b\uff0d"


@dataclass(slots=True)
class Claim:
    """Free words while they are being read: what was found, by its role, and where the interval stood."""

    piece: Piece
    decimal: str = ""
    heading: str = ""
    in_percent: bool = False
    found: dict[str, Piece] = field(default_factory=dict[str, Piece])
    interval: tuple[int, int] | None = None
    number: tuple[int, int] | None = None
    is_share: bool = False

    @property
    def text(self) -> str:
        """The words."""
        return self.piece.value

    def take(self, role: str, span: tuple[int, int]) -> Piece:
        """Keep the words at a place for a role, when there are none yet."""
        return self.found.setdefault(role, self.piece.part(*span))


def read(
    piece: Piece, *, decimal: str = "", heading: str = "", is_cell: bool = False, in_percent: bool = False
) -> dict[str, Piece]:
    """The parts that free words name, as pieces of them; a cell of a table may begin with its number."""
    whole = piece.part(0, MOST_READ) if len(piece.value) > MOST_READ else piece
    claim = Claim(whole, decimal, heading, in_percent)
    _spread(claim)
    _interval(claim)
    _deviation(claim)
    steps: tuple[Callable[[Claim], bool], ...] = (
        *((_begins,) if is_cell and RATIO_FIRST.match(whole.value) is None else ()),
        _ratio,
        _before_interval,
        _keyword,
        _signed,
    )
    if "estimate" not in claim.found:
        any(step(claim) for step in steps)
    _turn(claim)
    return claim.found


RATIO_FIRST = re.compile(rf"\s*{phrase.RATIO.pattern}", re.IGNORECASE)


def interval(piece: Piece, *, decimal: str = "") -> dict[str, Piece]:
    """Both ends of a cell that is an interval, and its level when it says one; nothing when it is none.

    >>> {role: part.value for role, part in interval(Piece("90% CI [0.1; 0.5]")).items()}
    {'level': '90%', 'lower': '0.1', 'upper': '0.5'}
    """
    claim = Claim(piece.part(0, MOST_READ), decimal)
    key = phrase.KEY.search(claim.text)
    start = 0
    if key is not None and not claim.text[: key.start()].strip(" ([:\t\n"):
        _level(claim, key)
        start = key.end()
    ends = _ends(claim.text, start)
    if ends is None or re.search(r"\d", claim.text[ends.end() :].replace("95", "")):
        return {}
    if key is not None and key.start() >= ends.end():
        _level(claim, key)
    _take_ends(claim, ends)
    return claim.found


def _ends(text: str, at: int) -> re.Match[str] | None:
    return phrase.ENDS.match(text, at) or phrase.PAIR.match(text, at)


def _take_ends(claim: Claim, ends: re.Match[str]) -> None:
    claim.interval = claim.interval or ends.span()
    claim.take("lower", ends.span("low"))
    claim.take("upper", ends.span("high"))
    unit = ends.groupdict().get("unit")
    if ends["unit2"] == "%" or unit == "%":
        claim.is_share = True


def _level(claim: Claim, key: re.Match[str]) -> None:
    for group in ("before", "behind", "bare"):
        if key[group]:
            part = claim.take("level", key.span(group))
            if group == "bare":
                claim.found["level"] = Piece(
                    f"{part.value}%", part.at, "repaired", f"{part.value} was read as per cent."
                )


def _spread(claim: Claim) -> None:
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
            _level(claim, tail)
    else:
        claim.found["interval"] = claim.piece.part(found.start("mid"), found.end("half"))
    claim.take("estimate", found.span("mid"))
    claim.number = found.span("mid")
    claim.interval = (found.start("mid"), found.end())
    _unit(claim, found["unit"], found.start("unit"))
    behind = phrase.BEHIND.match(claim.text, found.start("tail"))
    if behind is not None:
        _unit(claim, behind["unit"], behind.start("unit"))


def _half(claim: Claim, found: re.Match[str]) -> bool:
    middle, half = amount(found["mid"], claim.decimal), amount(found["half"], claim.decimal)
    if middle is None or half is None or middle.value is None or half.value is None:
        return False
    at = claim.piece.part(found.start("mid"), found.end("half"))
    note = f"Half an interval, {half.value:g}, was laid to both sides of {middle.value:g}."
    for role, end in (("lower", middle.value - half.value), ("upper", middle.value + half.value)):
        claim.found.setdefault(role, at.guess(round(end, 12), note))
    return True


def _interval(claim: Claim) -> None:
    """The first interval that is called one, or stands in brackets, or between two words that say so."""
    for pattern in (phrase.KEY, phrase.BRACKET, phrase.RANGE):
        for count, key in enumerate(pattern.finditer(claim.text)):
            start = key.start() if pattern is phrase.BRACKET else key.end()
            ends = _ends(claim.text, start) if claim.interval is None else None
            if pattern is phrase.KEY:
                _level(claim, key)
            if ends is not None and not _is_dose(claim.text, ends.end()):
                claim.interval = (key.start(), ends.end())
                _take_ends(claim, ends)
                if pattern is phrase.BRACKET and (
                    inner := phrase.KEY.search(claim.text, ends.end(), ends.end() + 40)
                ):
                    _level(claim, inner)
            if claim.interval is not None or count > MOST_TRIES:
                break


def _is_dose(text: str, at: int) -> bool:
    behind = phrase.BEHIND.match(text, at)
    return behind is not None and _word(behind["unit"]) in {*phrase.DOSES, *TIMES_A_DAY}


TIMES_A_DAY = frozenset(
    "days weeks months hours tage wochen monate stunden tagen jours semaines mois heures".split()
)


def _word(unit: str) -> str:
    return unit.split("/")[0].split()[0].casefold() if unit.split() else ""


def _deviation(claim: Claim) -> None:
    """A standard deviation, or a standard error in its place."""
    found = phrase.SD.search(claim.text) or phrase.SD_BEHIND.search(claim.text)
    if found is None or "sd" in claim.found:
        return
    part = claim.take("sd", found.span("number"))
    if phrase.IS_SE.search(found["word"]):
        claim.found["sd"] = part.guess(part.value, "The standard error was taken for it.")


def _ratio(claim: Claim) -> bool:
    """A ratio by its name: HR 0.75."""
    found = phrase.RATIO.search(claim.text)
    if found is None:
        return False
    _number(claim, found.span("number"))
    word = claim.piece.part(*found.span("word"))
    scale = "odds" if phrase.ODDS.search(found["word"]) else "ratio"
    claim.found.setdefault("scale", word.guess(scale, f"{word.value} was taken for the scale {scale}."))
    return True


def _number(claim: Claim, span: tuple[int, int]) -> None:
    claim.take("estimate", span)
    claim.number = span
    behind = phrase.BEHIND.match(claim.text, span[1])
    if behind is not None:
        _unit(claim, behind["unit"], behind.start("unit"))


def _unit(claim: Claim, unit: str | None, at: int) -> None:
    words = (unit or "").split()
    if not words:
        return
    if words[0] == "%" and not claim.in_percent:
        claim.is_share = True
    elif _word(words[0]) not in phrase.NO_UNIT:
        kept = (
            unit
            if len(words) > 1 and words[1].casefold() in {"per", "pro", "par", "/", "a", "points", "punkte"}
            else words[0]
        )
        claim.take("unit", (at, at + len(kept or "")))


def _begins(claim: Claim) -> bool:
    """The number that a cell begins with."""
    found = phrase.BEGINS.match(claim.text)
    if found is None or found.span("number") == (claim.interval or (0,))[:1]:
        return False
    _about(claim, found)
    return True


def _about(claim: Claim, found: re.Match[str]) -> None:
    _number(claim, found.span("number"))
    if found["about"]:
        part = claim.found["estimate"]
        claim.found["estimate"] = part.guess(part.value, f"The text says {found['about']}.")


def _before_interval(claim: Claim) -> bool:
    """The number that stands right before the interval."""
    if claim.interval is None:
        return False
    start = max(0, claim.interval[0] - NEAR)
    found = phrase.BEFORE_INTERVAL.search(claim.text[start : claim.interval[0]])
    if found is None or _word(found["unit"] or "") in phrase.DOSES:
        return False
    _number(claim, (start + found.start("number"), start + found.end("number")))
    return True


def _keyword(claim: Claim) -> bool:
    """The number behind a word such as effect or expected."""
    for count, found in enumerate(phrase.KEYWORD.finditer(claim.text)):
        behind = phrase.BEHIND.match(claim.text, found.end("number"))
        is_other = behind is not None and _word(behind["unit"]) in {*phrase.DOSES, *TIMES_A_DAY}
        if not is_other and not _is_inside(claim, found.start("number")):
            _about(claim, found)
            return True
        if count > MOST_TRIES:
            break
    return False


def _is_inside(claim: Claim, at: int) -> bool:
    return claim.interval is not None and claim.interval[0] <= at < claim.interval[1]


def _signed(claim: Claim) -> bool:
    """The first number with a sign, or one that something rises or falls by."""
    for count, found in enumerate(phrase.SIGNED.finditer(claim.text)):
        if _word(found["unit"] or "") not in phrase.DOSES and not _is_inside(claim, found.start("number")):
            _number(claim, found.span("number"))
            return True
        if count > MOST_TRIES:
            break
    return _governed(claim)


BARE = re.compile(rf"(?<![\w.,]){phrase.AMOUNT}(?![\w]*\d)")


def _governed(claim: Claim) -> bool:
    for count, found in enumerate(BARE.finditer(claim.text)):
        behind = phrase.BEHIND.match(claim.text, found.end())
        unit = _word(behind["unit"]) if behind else ""
        is_free = not _is_inside(claim, found.start()) and unit not in {*phrase.DOSES, *TIMES_A_DAY}
        if is_free and (falls(claim.text, found.span()) or rises(claim.text, found.span())):
            _number(claim, found.span())
            return True
        if count > MOST_TRIES:
            break
    return False


def falls(text: str, span: tuple[int, int]) -> bool:
    """Whether the words around a number say that something goes down by it."""
    before = text[max(0, span[0] - NEAR) : span[0]]
    return bool(phrase.FALLS_BEFORE.search(before) or phrase.FALLS_BEHIND.match(text, span[1]))


def rises(text: str, span: tuple[int, int]) -> bool:
    """Whether the words around a number say that something goes up by it."""
    before = text[max(0, span[0] - NEAR) : span[0]]
    return bool(phrase.RISES_BEFORE.search(before) or phrase.RISES_BEHIND.match(text, span[1]))


def _turn(claim: Claim) -> None:
    """Numbers whose sign stands in the words, and per cents: turned, and said so."""
    if claim.number is None or claim.text[claim.number[0]] in SIGNS:
        down = False
    else:
        down = falls(claim.text, claim.number)
    if claim.is_share and "scale" not in claim.found:
        _as_ratio(claim, down=down)
    elif down and "scale" not in claim.found:
        _negated(claim)


def _values(claim: Claim) -> dict[str, float]:
    values: dict[str, float] = {}
    for role in ("estimate", "lower", "upper"):
        part = claim.found.get(role)
        if part is not None:
            number = amount(str(part.value).removesuffix("%"), claim.decimal)
            if number is not None and number.value is not None:
                values[role] = number.value
    return values


def _as_ratio(claim: Claim, *, down: bool) -> None:
    """25% reduction is a ratio of 0.75."""
    values = _values(claim)
    signs = {value < 0 for value in values.values()}
    rising = claim.number is not None and rises(claim.text, claim.number)
    signed = any(str(claim.found[role].value)[:1] in SIGNS for role in values)
    if not values or not (down or rising or signed):
        return
    turn = -1.0 if down and signs == {False} else 1.0
    _replace(
        claim,
        {role: round(1.0 + turn * value / 100.0, 12) for role, value in values.items()},
        "a ratio to nothing done",
    )
    anchor = claim.found.get("estimate", claim.found.get("lower"))
    if anchor is not None:
        claim.found["scale"] = anchor.guess("ratio", "A change in per cent was taken for a ratio.")
    claim.found.pop("unit", None)


def _negated(claim: Claim) -> None:
    values = _values(claim)
    if "estimate" not in values or any(value < 0 for value in values.values()):
        return
    _replace(claim, {role: -value for role, value in values.items()}, "a fall")
    part = claim.found["estimate"]
    claim.found.setdefault("direction", part.guess("lower", ""))


def _replace(claim: Claim, values: dict[str, float], what: str) -> None:
    ends = sorted(values[role] for role in ("lower", "upper") if role in values)
    turned = dict(zip(("lower", "upper"), ends, strict=True)) if len(ends) == 2 else {}
    if len(ends) == 2 and values["lower"] > values["upper"]:
        claim.found["lower"], claim.found["upper"] = claim.found["upper"], claim.found["lower"]
    for role in values:
        part = claim.found[role]
        value = turned.get(role, values[role])
        claim.found[role] = part.guess(value, f"{part.value} was read as {value:g}, as {what}.")
