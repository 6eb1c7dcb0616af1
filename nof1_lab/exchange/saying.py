"""The words of a candidate: texts, choices, sources, and the people of its evidence."""

import re
from collections.abc import Iterator, Mapping

from nof1_lab.exchange import number
from nof1_lab.exchange.held import NOTHING, Held, holds, refusal
from nof1_lab.exchange.piece import Piece
from nof1_lab.exchange.text import hidden, line, prose
from nof1_lab.exchange.vocabulary import choice
from nof1_lab.study.candidate import MOST_CITATIONS, MOST_GROUPS
from nof1_lab.study.source import Group

WORD_BREAK = re.compile(r"[\s-]+")
ITEM = re.compile(r"\s*(?:;|\n)\s*")
MARKER = re.compile(r"\s*(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}[.)]|[-*•])\s+")
NUMBERED = re.compile(r"(?:(?<=\s)|\A)\[\d{1,3}\]\s+")
SHARE = re.compile(r"(?P<share>\d{1,3}(?:[.,]\d{1,4})?)\s?%\s*(?P<behind>[^\d;,()%\n]{0,80})")
NAME_FIRST = re.compile(r"(?P<name>[^\d;,()%\n:]{2,80}?)\s*[:(=]?\s*(?P<share>\d{1,3}(?:[.,]\d{1,4})?)\s?%")
FRACTION = re.compile(r"(?P<name>[^\d;,()%\n:=]{2,80}?)\s*[:=(]\s*(?P<share>[01]?[.,]\d{1,6}|[01])\)?")
PARTS = re.compile(r"[;,\n]|(?: and | und | et )")


def text_of(role: str, piece: Piece) -> Held:
    """A line of words without what cannot be seen."""
    return _words(role, piece, is_prose=False)


def prose_of(role: str, piece: Piece) -> Held:
    """Words that may have several lines."""
    return _words(role, piece, is_prose=True)


def _words(role: str, piece: Piece, *, is_prose: bool) -> Held:
    raw = piece.value
    if raw is None:
        return NOTHING
    if isinstance(raw, list) and is_prose and all(isinstance(item.value, str) for item in raw):
        raw = "\n".join(item.value for item in raw)
    if isinstance(raw, int | float) and not isinstance(raw, bool) and role in {"dose", "model", "unit"}:
        raw = str(raw)
    if not isinstance(raw, str):
        raise refusal(role, piece.words, "A text was expected.")
    said = prose(raw) if is_prose else line(raw)
    return holds(piece, said, said) if said else NOTHING


def escaped(piece: Piece) -> tuple[str, ...]:
    """The hidden letters that stand in a piece only as escapes."""
    return hidden(piece.words[:2_000])


def choice_of(role: str, piece: Piece) -> Held:
    """One of a few words; which ones there are is for the candidate to say."""
    held = text_of(role, piece)
    if held.value is None or (number.is_nothing(held.value) and held.value.casefold() != "none"):
        return NOTHING
    found = choice(role, held.value)
    if found is None:
        if role == "design":
            return Held(
                at=piece.at,
                note=f"The text says {held.value[:60]!r}, which names no kind of evidence.",
                raw=piece.words,
            )
        plain = WORD_BREAK.sub("_", held.value).casefold()
        return holds(piece, plain, held.value)
    value, is_outright = found
    said = WORD_BREAK.sub("_", held.value).casefold()
    note = "" if said == value else f"{held.value[:60]} was taken for {value.replace('_', ' ')}."
    return holds(piece, value, value, note=note, how=None if is_outright else "guessed")


def citations(piece: Piece) -> Held:
    """The sources, each a text."""
    raw = piece.value
    if raw is None or (isinstance(raw, str) and number.is_nothing(raw)):
        return NOTHING
    if isinstance(raw, str):
        said = [MARKER.sub("", item, count=1) for item in ITEM.split(NUMBERED.sub("\n", raw))]
    elif isinstance(raw, list | Mapping):
        items = raw if isinstance(raw, list) else [piece]
        said = [_source(item) for item in items[: MOST_CITATIONS + 1]]
    else:
        raise refusal("citations", piece.words, "A list of texts was expected.")
    kept = tuple(words for item in said[: MOST_CITATIONS + 1] if (words := line(item)))
    return holds(piece, kept, "; ".join(kept)) if kept else NOTHING


def _source(item: Piece) -> str:
    if isinstance(item.value, Mapping):
        parts = [part.words for part in item.value.values()]
        return ", ".join(part for part in parts if part)
    return item.words


def population(piece: Piece) -> Held:
    """The people whom the evidence is about, with their shares."""
    raw = piece.value
    if raw is None or (isinstance(raw, str) and number.is_nothing(raw)):
        return NOTHING
    groups = tuple(_groups(piece))[: MOST_GROUPS + 1]
    if not groups:
        raise refusal("population", piece.words, "Groups such as 79% European, 12% Asian were expected.")
    text = "; ".join(_shown(group) for group in groups)
    return holds(piece, groups, text)


def _shown(group: Group) -> str:
    return group.name if group.share is None else f"{100 * group.share:.12g}% {group.name}"


def _groups(piece: Piece) -> Iterator[Group]:
    raw = piece.value
    if isinstance(raw, str):
        yield from _said_groups(line(raw))
    elif isinstance(raw, Mapping):
        yield from _named_groups(raw)
    elif isinstance(raw, list):
        for item in raw[: MOST_GROUPS + 1]:
            yield from _groups(item)


def _named_groups(parts: Mapping[str, Piece]) -> Iterator[Group]:
    name = next(
        (
            parts[key].words
            for key in ("name", "group", "label", "population", "gruppe", "groupe")
            if key in parts
        ),
        "",
    )
    share = next(
        (
            parts[key]
            for key in ("share", "percent", "percentage", "fraction", "proportion", "anteil", "part")
            if key in parts
        ),
        None,
    )
    if name:
        yield Group(line(name)[:200], _share(share) if share else None)
        return
    for key, value in list(parts.items())[: MOST_GROUPS + 1]:
        if line(key):
            yield Group(line(key)[:200], _share(value))


def _share(piece: Piece) -> float | None:
    value = number.percent(piece.value) if isinstance(piece.value, str) else piece.value
    if value is None and isinstance(piece.value, str):
        value = number.number(piece.value, is_comma_decimal=True)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return round(value / 100.0, 10) if 2 <= value <= 100 else value


def _said_groups(text: str) -> Iterator[Group]:
    shares = list(SHARE.finditer(text[:4_000]))
    if (
        shares
        and shares[0]["behind"].strip(" .-")
        and text[: shares[0].start()].strip(" (:") in {"", *STARTS}
    ):
        for found in shares:
            if name := _tidy(found["behind"]):
                yield Group(name, _percent(found["share"]))
        return
    for part in PARTS.split(text[:4_000]):
        yield from _one_group(part)


STARTS = frozenset({"about", "mostly", "approximately", "ca.", "etwa", "environ", "participants", "sample"})


def _one_group(part: str) -> Iterator[Group]:
    found = NAME_FIRST.search(part) or FRACTION.fullmatch(part.strip())
    if found is not None and (name := _tidy(found["name"])):
        plain = found["share"].replace(",", ".")
        yield Group(name, _percent(plain) if "%" in part else float(plain))
    elif name := _tidy(part):
        yield Group(name[:200])


def _tidy(name: str) -> str:
    words = name.strip(" .-–—:()[]•*")
    for before in ("of ", "were ", "are ", "der ", "de ", "des "):
        words = words.removeprefix(before)
    return words.strip()


def _percent(share: str) -> float:
    return round(float(share.replace(",", ".")) / 100.0, 10)
