"""Candidates in a list of prose: numbered, with bullets, in bold or under headings."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nof1_lab.exchange import phrase
from nof1_lab.exchange.column import column
from nof1_lab.exchange.field import Span
from nof1_lab.exchange.item import read_item
from nof1_lab.exchange.line import Item, Line
from nof1_lab.exchange.piece import Found, Piece, Record

LINE = re.compile(r"[^\n]*+")
HEAD = re.compile(
    r"(?P<indent>[ \t>]{0,40}+)(?:"
    r"(?P<number>(?:#{1,6}+[ \t]{0,3}+)?(?:[-*•][ \t]+)?(?:\*\*|__)?(?:(?:rank|rang|platz|option"
    r"|candidate|kandidat|candidat|no\.|nr\.|n°)[ \t]{0,2}"
    r"#?)?#?\(?(?P<rank>\d{1,3})(?:\\?[.):]|\uFE0F?\u20E3| ?[\u2013\u2014-](?=[ \t]))(?![\d])(?:\*\*"
    r"|__)?[ \t]{0,8})"
    r"|(?P<heading>#{1,6}+[ \t]+)"
    r"|(?P<bullet>(?:[-*•+\u2013·◦▪‣]|[a-z]\)|(?-i:[A-H][.)]|[IVX]{1,4}[.)]))[ \t]+)"
    r"|(?P<bold>(?=\*\*[^*\n]{1,200}+\*\*|__[^_\n]{1,200}+__)))(?P<rest>[^\n]*\S)",
    re.IGNORECASE,
)
REFERENCES = re.compile(
    r"^[ \t#*_]{0,10}(?:references|sources|literature|bibliography|citations|literatur|quellen"
    r"|literaturverzeichnis|références"
    r"|bibliographie|sources citées)[ \t*_]{0,4}:?[ \t*_]{0,4}$",
    re.IGNORECASE | re.MULTILINE,
)
REFERENCE = re.compile(
    r"^[ \t]{0,8}(?:[-*•][ \t]+)?\[?(\d{1,3})[\].):]{1,2}[ \t]+([^\n]{3,600})$", re.MULTILINE
)
SHARED = frozenset({"model", "made_on", "unit", "level", "scale", "interval_kind", "population", "design"})
LABELLED = re.compile(
    r"^[ \t>*_#-]{0,12}([^\n:*]{2,40}?)[*_]{0,2}[ \t]?[:=][ \t*_]{1,4}([^\n]{1,300})$", re.MULTILINE
)
BLANKS = re.compile(r"\*\*|__|`")
ASIDE = re.compile(r">|-{3}|\*{3}|={3}|_{3}")  # what is quoted or ruled off below an item is not part of it
MOST_LINES = 20_000  # a hundred for each candidate
MOST_AROUND = 20_000
KINDS = ("number", "heading", "bold", "bullet")


@dataclass(frozen=True, slots=True)
class Head:
    """The first line of an item: where it begins, how it is marked and where its words are."""

    line: int
    kind: str
    indent: int
    rank: Span | None
    rest: Span
    is_bold: bool


def in_list(text: str, *, most: int) -> Found | None:
    """The candidates of a list, or None when there is no list."""
    end = _end(text)
    lines = _lines(text[:end])
    heads = _heads(text, lines)
    if not heads:
        return None
    if len(heads) > most:
        return Found(tuple(Record({"name": Piece(text[slice(*head.rest)], head.rest)}) for head in heads))
    bare = BLANKS.sub(lambda mark: " " * len(mark[0]), text)
    references = {found[1]: Piece(found[2], found.span(2)) for found in REFERENCE.finditer(text, end)}
    records: list[Record] = []
    stops = [head.line for head in heads[1:]] + [len(lines)]
    last = end
    for head, stop in zip(heads, stops, strict=True):
        body = _body(text, lines[head.line + 1 : stop], head)
        last = body[-1].at[1] if body else head.rest[1]
        item = Item(bare, text, head.rest, body, head.rank, head.is_bold, references)
        records.append(read_item(item))
    shared = _shared(text, (0, lines[heads[0].line].at[0])) | _shared(text, (last, end))
    kept = tuple(_with(record, shared) for record in records if "name" in record.parts)
    is_cut = text.count("\n") > MOST_LINES
    notes = (f"Only the first {MOST_LINES} lines were read.",) if is_cut else ()
    return Found(kept, notes) if any(len(record.parts) > 1 for record in kept) or len(kept) > 1 else None


def _with(record: Record, shared: Mapping[str, Piece]) -> Record:
    return Record({**shared, **record.parts}, record.notes, record.more, record.is_readable)


def _end(text: str) -> int:
    """Where the list of sources begins: what is numbered there is no candidate."""
    found = [match.start() for match in REFERENCES.finditer(text)]
    return found[-1] if found and found[-1] > 0 else len(text)


def _lines(text: str) -> list[Line]:
    lines: list[Line] = []
    at = 0
    for raw in text.split("\n", MOST_LINES)[:MOST_LINES]:
        stripped = raw.lstrip(" \t>")
        lines.append(
            Line(
                (at, at + len(raw)),
                len(raw.expandtabs(4)) - len(stripped.expandtabs(4)),
                not stripped.strip(),
            )
        )
        at += len(raw) + 1
    return lines


def _heads(text: str, lines: Sequence[Line]) -> list[Head]:
    """The lines on which a candidate begins: all of one kind, and none below another."""
    found: dict[str, list[Head]] = {kind: [] for kind in KINDS}
    for number, line in enumerate(lines):
        match = None if line.is_blank else HEAD.match(text, *line.at)
        if match is not None:
            kind = next(kind for kind in KINDS if match[kind] is not None)
            rank = match.span("rank") if kind == "number" else None
            is_bold = (
                "**" in text[line.at[0] : match.start("rest") + 2]
                or "__" in text[line.at[0] : match.start("rest") + 2]
            )
            found[kind].append(Head(number, kind, line.indent, rank, match.span("rest"), is_bold))
    for kind in KINDS:
        least = min((head.indent for head in found[kind]), default=0)
        heads = [head for head in found[kind] if head.indent <= least + 1 and _may_be(text, head)]
        if heads and (kind not in {"heading", "bold"} or _has_numbers(text, lines, heads)):
            return heads
    return []


def _may_be(text: str, head: Head) -> bool:
    """Whether the words may begin a candidate: a label such as Effect: does not."""
    words = text[slice(*head.rest)].lstrip("*_ ")[:80]
    label = re.match(r"([^:\n*]{2,40}?)[*_]{0,2}[ \t]?:", words)
    role = column(Piece(label[1])).role if label else None
    return role in {None, "name"} and any(letter.isalpha() for letter in words)


def _has_numbers(text: str, lines: Sequence[Line], heads: Sequence[Head]) -> bool:
    """Whether a heading or bold words are followed by an effect, as those of candidates are."""
    stops = [head.line for head in heads[1:]] + [len(lines)]
    count = 0
    for head, stop in zip(heads[:50], stops, strict=False):
        words = text[head.rest[0] : lines[stop - 1].at[1]][:2_000]
        count += bool(phrase.SIGNED.search(words) or phrase.KEY.search(words) or phrase.KEYWORD.search(words))
    return 2 * count > len(heads[:50])


def _body(text: str, lines: Sequence[Line], head: Head) -> list[Line]:
    """The lines that belong to an item: up to words after an empty line that are not set in."""
    kept: list[Line] = []
    is_after_gap = False
    for line in lines:
        if line.is_blank:
            is_after_gap = True
            continue
        if is_after_gap and ASIDE.match(text, *line.at):
            break
        is_own = line.indent > head.indent or HEAD.match(text, *line.at) is not None
        if (
            is_after_gap
            and head.kind not in {"heading", "bold"}
            and not is_own
            and not _is_labelled(text, line)
        ):
            break
        if is_after_gap and head.kind == "bold" and not is_own and kept and not _is_labelled(text, line):
            break
        kept.append(line)
    return kept


def _is_labelled(text: str, line: Line) -> bool:
    found = LABELLED.match(text[slice(*line.at)])
    return found is not None and column(Piece(found[1])).role is not None


def _shared(text: str, span: Span) -> dict[str, Piece]:
    """What the words around the list say for all of it."""
    start, end = span[0], min(span[1], span[0] + MOST_AROUND)
    around = text[start:end]
    parts: dict[str, Piece] = {}
    for found in LABELLED.finditer(around):
        role = column(Piece(found[1].strip())).role
        if role in SHARED:
            at = (start + found.start(2), start + found.end(2))
            parts.setdefault(role, Piece(found[2], at))
    for key in phrase.KEY.finditer(around):
        group = next((group for group in ("before", "behind") if key[group]), None)
        if group is not None:
            at = (start + key.start(group), start + key.end(group))
            parts.setdefault("level", Piece(key[group], at))
            break
    return parts
