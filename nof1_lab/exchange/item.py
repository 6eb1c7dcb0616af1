"""One candidate of a list in prose: its name, and its labelled parts."""

import re

from nof1_lab.exchange import phrase
from nof1_lab.exchange.column import column
from nof1_lab.exchange.field import Span
from nof1_lab.exchange.line import Item, Line
from nof1_lab.exchange.piece import Piece, Record
from nof1_lab.exchange.remark import people, rationale, remarks, sources

WORDY = frozenset({"rationale", "citations", "population", "dose", "design"})
QUOTED = {'"': '"', "'": "'", "\u201c": "\u201d", "\u201e": "\u201c", "\u00ab": "\u00bb"}
NAME_ENDS = re.compile(
    r":(?=\s|\Z)|\s[\u2013\u2014\-→|=]{1,2}>?(?=\s)|;\s|\s\((?=[^()\n]{0,60}(?:\bCI\b|\bKI\b|\bIC\b|±"
    r"|\bSD\b|expected|erwart|attendu"
    r"|confidence|Sicherheit|confiance|rank|Rang))|\s?,\s(?=expected|estimat|effect|erwart|Effekt|effet"
    r"|attendu|[+\-\u2212]\d|reduc|lower|rais"
    r"|increas|improv|senkt|verringert|réduit|with an?\b|mit\b|avec\b)|\s(?=[+\u2212]\d)"
    r"|\s(?=(?:is )?expected\b|reduces\b|lowers\b|raises\b"
    r"|increases\b|senkt\b|verringert\b|réduit\b)|(?-i:(?<!\bSt)(?<!\bDr)(?<!\bvs)(?<!\bNo)(?<!\bca)\.\s(?=[A-ZÀ-ÖØ-Þ]))",
    re.IGNORECASE,
)
LABEL = re.compile(
    r"[ \t>]{0,20}(?:[-*•+\u2013·◦▪‣][ \t]+)?[ \t]{0,4}(?P<label>[^:\n;|=]{2,60}?)[ \t]{0,3}[:=](?=[ \t]"
    r"|\Z|[+\-\u2212\d])[ \t]{0,8}"
)
SEGMENT = re.compile(
    r"\s*[;|]\s+|\.\s+(?=[^\W\d_][^\n:.;]{1,40}:\s)|\s[\u2013\u2014]\s(?=[^\W\d_][^\n:.;]{1,40}:\s)"
    r"|,\s(?=[^\W\d_][^\n:.;,]{1,40}:\s)"
)
MOST_SEGMENTS = 200
BEHIND_NAME = re.compile(r"\s{0,40}+(?:[:.,;=→|]|[-\u2013\u2014]{1,2}+>?)(?=\s)")
NO_LINE = Line((0, 0), 1_000, False)
BULLET = re.compile(r"[ \t>]*(?:[-*•+\u2013·◦▪‣]|\d{1,3}[.)])[ \t]")


def read_item(item: Item) -> Record:
    """The parts of one candidate."""
    parts: dict[str, Piece] = {}
    name, rest = _name(item)
    divider = BEHIND_NAME.match(item.bare, *rest)
    rest = (divider.end(), rest[1]) if divider is not None else rest
    if name.value:
        parts["name"] = name
    if item.rank is not None:
        parts["rank"] = Piece(item.text[slice(*item.rank)], item.rank)
    free: list[Span] = []
    below = _carried_on(item, rest)
    if below:
        rest = (rest[0], item.body[below - 1].at[1])
    _segments(item, rest, parts, free)
    _labelled(item, parts, free, below)
    for span in free[:MOST_SEGMENTS]:
        remarks(item, span, parts)
    sources(item, parts)
    for role in ("design", "rationale"):
        if role in parts and isinstance(parts[role].value, str) and parts[role].at is not None:
            people(parts[role], parts)
    if "rationale" not in parts and free:
        rationale(item, free, parts)
    return Record(parts)


def _name(item: Item) -> tuple[Piece, Span]:
    """The name, and where the rest of its line stands."""
    start, end = item.head
    raw = item.text[start:end]
    for mark in ("**", "__"):
        lead = raw.startswith(mark) or (item.is_bold and mark in raw)
        close = raw.find(mark, len(mark) if raw.startswith(mark) else 0)
        if lead and close > 0:
            return _in_bold(item, (start + len(mark) * raw.startswith(mark), start + close))
    label = LABEL.match(item.bare[start:end])
    if label is not None and column(Piece(label["label"])).role == "name":
        start += label.end()
    found = NAME_ENDS.search(item.bare, start, end)
    stop = found.start() if found is not None and found.start() > start else end
    rest = (found.end() if found is not None and found[0].strip() != "" else stop, end)
    return _bare(item, start, stop), rest


def _in_bold(item: Item, bold: Span) -> tuple[Piece, Span]:
    start, end = bold
    label = LABEL.match(item.bare[start:end])
    if label is not None and column(Piece(label["label"])).role == "name":
        start += label.end()
    if not item.bare[start:end].strip():
        start, end = end, item.head[1]
    found = re.compile(r":\s|\s[\u2013\u2014]\s").search(item.bare, start, end)
    stop = found.start() if found is not None and found.start() > start else end
    return _bare(item, start, stop), (found.end() if found is not None else end, item.head[1])


def unquoted(piece: Piece) -> Piece:
    """The words inside the quotes, when they stand in quotes as a whole."""
    words = piece.value
    is_quoted = (
        len(words) > 2 and words[0] in QUOTED and words[-1] == QUOTED[words[0]] and words.count(words[0]) <= 2
    )
    return piece.part(1, len(words) - 1) if is_quoted else piece


def _bare(item: Item, start: int, end: int) -> Piece:
    piece = unquoted(item.piece(start, end))
    words = piece.value.rstrip(" :.\u2013\u2014-").strip("*_")
    at = piece.at or (start, end)
    return Piece(words, (at[0], at[0] + len(words)))


def _segments(item: Item, span: Span, parts: dict[str, Piece], free: list[Span]) -> None:
    """The labelled pieces of a line that follow each other; what has no label is free."""
    at = span[0]
    stops = _outside_brackets(item.bare, span)[:MOST_SEGMENTS]
    for start, end in (*stops, (span[1], span[1])):
        if end < span[1] and _belongs(item, at, end):
            continue
        _segment(item, (at, start), parts, free)
        at = end


def _belongs(item: Item, at: int, end: int) -> bool:
    """Whether what begins at the end only goes on: more words, or the interval of what was said."""
    if _role(item, end) is not None:
        return False
    return _role(item, at) in WORDY or phrase.KEY.match(item.bare, end) is not None


def _role(item: Item, at: int) -> str | None:
    """What the label that begins here stands for."""
    label = LABEL.match(item.bare, at)
    return column(Piece(label["label"].strip())).role if label is not None else None


def _outside_brackets(text: str, span: Span) -> list[Span]:
    """Where a line may be divided: not between the two ends of an interval."""
    stops: list[Span] = []
    depth, at = 0, span[0]
    for found in SEGMENT.finditer(text, *span):
        before = text[at : found.start()]
        depth += sum(map(before.count, "([")) - sum(map(before.count, ")]"))
        at = found.start()
        if depth <= 0:
            stops.append(found.span())
    return stops


def _segment(item: Item, span: Span, parts: dict[str, Piece], free: list[Span]) -> None:
    words = item.bare[slice(*span)]
    label = LABEL.match(words)
    meant = column(Piece(label["label"].strip(), None)) if label is not None else None
    if label is None or meant is None or meant.role is None or meant.role == "name":
        if words.strip(" \t,.;:()-\u2013\u2014"):
            free.append(span)
        return
    value = unquoted(item.piece(span[0] + label.end(), span[1]))
    if not value.value or meant.role in parts:
        return
    if meant.time and value.value[-1:].isdigit():
        value = Piece(f"{value.value} {meant.time}", value.at)
    parts[meant.role] = value
    start = span[0] + label.start("label")
    for role, extra in column(Piece(label["label"], (start, start + len(label["label"])))).extras.items():
        parts.setdefault(role, extra)


def _carried_on(item: Item, rest: Span) -> int:
    """How many lines only carry on the sentence that stands behind the name."""
    if not item.bare[slice(*rest)].strip():
        return 0
    count, at = 0, rest[1]
    while count < len(item.body) and _is_next(item, at, item.body[count]):
        at = item.body[count].at[1]
        count += 1
    return count


def _is_next(item: Item, at: int, line: Line) -> bool:
    return item.bare[at : line.at[0]].strip(" \t>") == "\n" and _goes_on(item, NO_LINE, line)


def _labelled(item: Item, parts: dict[str, Piece], free: list[Span], at: int) -> None:
    """The lines below the first: each with a label, or free."""
    while at < len(item.body):
        line = item.body[at]
        stop = at + 1
        while stop < len(item.body) and _goes_on(item, line, item.body[stop]):
            stop += 1
        span = (line.at[0], item.body[stop - 1].at[1])
        if stop > at + 1 and SEGMENT.search(item.bare, *span) is None:
            _segment(item, span, parts, free)
        else:
            _segments(item, span, parts, free)
        at = stop


def _goes_on(item: Item, line: Line, other: Line) -> bool:
    """Whether a line carries on what an earlier one began."""
    words = item.bare[slice(*other.at)]
    if (
        BULLET.match(item.text[slice(*other.at)])
        or item.text[max(0, other.at[0] - 2) : other.at[0]] == "\n\n"
    ):
        return other.indent > line.indent
    label = LABEL.match(words)
    return label is None or column(Piece(label["label"].strip())).role is None
