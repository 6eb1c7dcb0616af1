"""One candidate of a list in prose: its name, its labelled parts, and what its free words say."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nof1_lab.exchange import claim, phrase
from nof1_lab.exchange.amount import AMOUNT, manner
from nof1_lab.exchange.column import TIME, column
from nof1_lab.exchange.field import Span
from nof1_lab.exchange.piece import Piece, Record
from nof1_lab.exchange.vocabulary import CONFIDENCES, DESIGN_WORDS, SURE

NAME_ENDS = re.compile(
    r":(?=\s|\Z)|\s[\u2013\u2014\-→|=]{1,2}>?(?=\s)|;\s|\s\((?=[^()\n]{0,60}(?:\bCI\b|\bKI\b|\bIC\b|±|\bSD\b|expected|erwart|attendu"
    r"|confidence|Sicherheit|confiance|rank|Rang))|\s?,\s(?=expected|estimat|effect|erwart|Effekt|effet|attendu|[+\-\u2212]\d|reduc|lower|rais"
    r"|increas|improv|senkt|verringert|réduit|with an?\b|mit\b|avec\b)|\s(?=[+\u2212]\d)|\s(?=(?:is )?expected\b|reduces\b|lowers\b|raises\b"
    r"|increases\b|senkt\b|verringert\b|réduit\b)|\.\s(?=[^\W\d_a-zß-ÿ])",
    re.IGNORECASE,
)
LABEL = re.compile(
    r"[ \t>]{0,20}(?:[-*•+\u2013·◦▪‣][ \t]+)?[ \t]{0,4}(?P<label>[^:\n;|=]{2,60}?)[ \t]{0,3}[:=](?=[ \t]|\Z|[+\-\u2212\d])[ \t]{0,8}"
)
SEGMENT = re.compile(
    r"\s*[;|]\s+|\.\s+(?=[^\W\d_][^\n:.;]{1,40}:\s)|\s[\u2013\u2014]\s(?=[^\W\d_][^\n:.;]{1,40}:\s)|,\s(?=[^\W\d_][^\n:.;,]{1,40}:\s)"
)
DURATION = rf"(?P<time>{AMOUNT}(?:\s?(?:-|\u2013|to|bis|à)\s?{AMOUNT})?[ -]?{TIME.pattern})"
ONSET = re.compile(
    r"(?<!\w)(?:acts?|acting|works?|takes effect|kicks? in|onset|effects? (?:within|after|in)|wirkt|wirkeintritt|wirksam|wirkbeginn"
    rf"|agit|début d.action|délai(?: d.action)?|effet (?:en|après))(?!\w)[^\d.;\n]{{0,40}}?{DURATION}",
    re.IGNORECASE,
)
WASHOUT = re.compile(
    r"(?<!\w)(?:wash(?:es|ed)?[ -]?out|auswasch\w*|ausgewaschen|élimin\w*|lavage|sevrage)(?!\w)(?!\s+(?:after|nach|après)\s+\d+ half)"
    rf"[^\d.;\n]{{0,40}}?{DURATION}",
    re.IGNORECASE,
)
WASHOUT_BEFORE = re.compile(rf"{DURATION}[ -](?:of )?wash[ -]?out", re.IGNORECASE)
DOI = re.compile(
    r"(?:https?://(?:dx\.)?doi\.org/|doi:\s?)?10\.\d{4,9}/[^\s;,\"'<>()\[\]]{1,100}", re.IGNORECASE
)
MARK = re.compile(r"\[(\d{1,3}(?:\s?[,\u2013-]\s?\d{1,3}){0,6})\]")
GROUPS = re.compile(
    r"(?P<share>\d{1,3}(?:[.,]\d{1,2})?\s?%)\s(?P<group>(?:of )?(?:non-)?(?:Europ\w+|(?:East |South )?Asian\w*|African(?: American)?s?|Hispanic|Latin\w+"
    r"|White|Black|wom[ae]n|men|females?|males?|Frauen|Männer|weiblich|männlich|femmes|hommes|asiati\w+|afri\w+|europä\w+|europée\w+"
    r"|adults|children|Caucasian\w*)(?: (?:ancestry|descent|origin|participants|Herkunft|Abstammung))?)(?!\w)",
    re.IGNORECASE,
)
BECAUSE = re.compile(
    r"(?<!\w)(?:because|since|weil|da|car|parce que|parce qu|as it|rationale:|why:)(?:\s|')", re.IGNORECASE
)
SENTENCE = re.compile(
    r"[.!?]\s+|\n\s*|;\s+|\s[\u2013\u2014]\s+|\)\s*,?\s+(?=[^\W\d_]{3})|,\s+(?=because|weil|car )"
)
SMALL_WORDS = 2
MOST_SEGMENTS = 200
MOST_WORDS = 12_000


@dataclass(frozen=True, slots=True)
class Line:
    """One line: where it stands, how far it is set in, and whether it is empty."""

    at: Span
    indent: int
    is_blank: bool


@dataclass(frozen=True, slots=True)
class Item:
    """One candidate as it stands: ``bare`` is the text with its mark-up turned into spaces."""

    bare: str
    text: str
    head: Span
    body: Sequence[Line]
    rank: Span | None
    is_bold: bool
    references: Mapping[str, Piece]

    def piece(self, start: int, end: int) -> Piece:
        """The words between two places, without the spaces at their ends."""
        words = self.bare[start:end]
        start += len(words) - len(words.lstrip())
        words = words.strip()
        return Piece(words, (start, start + len(words)))


def read_item(item: Item) -> Record:
    """The parts of one candidate."""
    parts: dict[str, Piece] = {}
    name, rest = _name(item)
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
        _claims(item, span, parts)
    _sources(item, parts)
    if "rationale" not in parts and free:
        _rationale(item, free, parts)
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


def _bare(item: Item, start: int, end: int) -> Piece:
    piece = item.piece(start, end)
    words = piece.value.rstrip(" :.\u2013\u2014-").strip("*_")
    at = piece.at or (start, end)
    return Piece(words, (at[0], at[0] + len(words)))


def _segments(item: Item, span: Span, parts: dict[str, Piece], free: list[Span]) -> None:
    """The labelled pieces of a line that follow each other; what has no label is free."""
    at = span[0]
    stops = _outside_brackets(item.bare, span)[:MOST_SEGMENTS]
    for start, end in (*stops, (span[1], span[1])):
        _segment(item, (at, start), parts, free)
        at = end


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
    value = item.piece(span[0] + label.end(), span[1])
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


NO_LINE = Line((0, 0), 1_000, False)
BULLET = re.compile(r"[ \t>]*(?:[-*•+\u2013·◦▪‣]|\d{1,3}[.)])[ \t]")


def _goes_on(item: Item, line: Line, other: Line) -> bool:
    """Whether a line carries on what an earlier one began."""
    words = item.bare[slice(*other.at)]
    if BULLET.match(item.text[slice(*other.at)]):
        return other.indent > line.indent
    label = LABEL.match(words)
    return label is None or column(Piece(label["label"].strip())).role is None


def _claims(item: Item, span: Span, parts: dict[str, Piece]) -> None:
    """What free words say: the effect, how sure, how soon, in whom, by which evidence."""
    piece = item.piece(*span)
    if not piece.value:
        return
    decimal = manner(piece.value)
    if "estimate" not in parts:
        for role, found in claim.read(piece, decimal=decimal).items():
            parts.setdefault(role, found)
    words, at = piece.value[:MOST_WORDS], (piece.at or span)[0]
    for role, pattern, group in (
        ("confidence", SURE, "share"),
        ("confidence", SURE, "behind"),
        ("confidence", CONFIDENCES, "word"),
        ("confidence", CONFIDENCES, "mot"),
        ("confidence", CONFIDENCES, "said"),
        ("onset_days", ONSET, "time"),
        ("washout_days", WASHOUT, "time"),
        ("washout_days", WASHOUT_BEFORE, "time"),
    ):
        found = pattern.search(words)
        if found is not None and found[group]:
            parts.setdefault(role, Piece(found[group], (at + found.start(group), at + found.end(group))))
    _evidence(words, at, parts)


def _evidence(words: str, at: int, parts: dict[str, Piece]) -> None:
    found = DESIGN_WORDS.search(words)
    if found is not None and not re.search(
        r"(?<!\w)(?:no|not|without|keine?|ohne|pas de|sans)\s\Z", words[: found.start()][-10:]
    ):
        part = Piece(found[0], (at + found.start(), at + found.end()))
        parts.setdefault("design", part.guess(str(found.lastgroup), f"{found[0]} was taken for it."))
    groups = list(GROUPS.finditer(words))
    if groups:
        start, end = groups[0].start(), groups[-1].end()
        listed = [Piece(found[0], (at + found.start(), at + found.end())) for found in groups]
        parts.setdefault(
            "population", Piece(listed, (at + start, at + end), "guessed", "It was taken from the words.")
        )


def _sources(item: Item, parts: dict[str, Piece]) -> None:
    """What the item cites: DOIs, and the numbers of sources listed below."""
    end = item.body[-1].at[1] if item.body else item.head[1]
    words = item.text[item.head[0] : min(end, item.head[0] + MOST_WORDS)]
    named = [
        Piece(
            found[0].rstrip("."),
            (item.head[0] + found.start(), item.head[0] + found.start() + len(found[0].rstrip("."))),
        )
        for found in DOI.finditer(words)
    ]
    numbers = [number for found in MARK.finditer(words) for number in _numbers(found[1])]
    listed = [item.references[number] for number in dict.fromkeys(numbers) if number in item.references]
    if (listed or named) and _is_to_be_found(parts, listed):
        both = [*listed, *named]
        at = both[0].at if len(both) == 1 else None
        start = item.head[0] + (found.start() if (found := MARK.search(words)) else 0)
        parts["citations"] = Piece(both, at or (start, start + (len(found[0]) if found else 1)))


def _is_to_be_found(parts: Mapping[str, Piece], listed: Sequence[Piece]) -> bool:
    """Whether no source is named outright, or only by its number."""
    said = parts.get("citations")
    return said is None or bool(
        listed and isinstance(said.value, str) and MARK.sub("", said.value).strip(" ,;.") == ""
    )


def _numbers(text: str) -> list[str]:
    numbers: list[str] = []
    for part in text.split(","):
        ends = re.findall(r"\d{1,3}", part)
        last = min(int(ends[-1]), int(ends[0]) + 20)
        numbers.extend(str(number) for number in range(int(ends[0]), last + 1))
    return numbers


def _rationale(item: Item, free: Sequence[Span], parts: dict[str, Piece]) -> None:
    """The free words behind the last number that was taken."""
    taken = [
        part.at[1]
        for role, part in parts.items()
        if part.at is not None
        and role not in {"name", "rank", "citations", "design", "population"}
        and free[0][0] <= part.at[0] < free[-1][1]
    ]
    start, end = free[0][0], free[-1][1]
    because = BECAUSE.search(item.bare, start, min(end, start + MOST_WORDS))
    if taken:
        behind = SENTENCE.search(item.bare, max(taken), end)
        start = behind.end() if behind is not None else end
    if because is not None and (not taken or because.start() < start):
        start = because.start()
    words = item.piece(start, end)
    if len(words.value.split()) > SMALL_WORDS and phrase.KEY.match(words.value) is None:
        parts["rationale"] = words
