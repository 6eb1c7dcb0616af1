"""What the free words of one candidate say: the effect, how sure, how soon, in whom, by which evidence."""

import re
from collections.abc import Mapping, Sequence

from nof1_lab.exchange import effect, phrase
from nof1_lab.exchange.amount import AMOUNT, manner
from nof1_lab.exchange.column import TIME
from nof1_lab.exchange.field import Span
from nof1_lab.exchange.line import Item
from nof1_lab.exchange.piece import Piece
from nof1_lab.exchange.vocabulary import CONFIDENCES, DESIGN_WORDS, SURE

DURATION = rf"(?P<time>{AMOUNT}(?:\s?(?:-|\u2013|to|bis|à)\s?{AMOUNT})?[ -]?{TIME.pattern})"
ONSET = re.compile(
    r"(?<!\w)(?:acts?|acting|works?|takes effect|kicks? in|onset|effects? (?:within|after|in)|wirkt"
    r"|wirkeintritt|wirksam|wirkbeginn"
    rf"|agit|début d.action|délai(?: d.action)?|effet (?:en|après))(?!\w)[^\d.;\n]{{0,40}}?{DURATION}",
    re.IGNORECASE,
)
WASHOUT = re.compile(
    r"(?<!\w)(?:wash(?:es|ed)?[ -]?out|auswasch\w*|ausgewaschen|élimin\w*|lavage"
    r"|sevrage)(?!\w)(?!\s+(?:after|nach|après)\s+\d+ half)"
    rf"[^\d.;\n]{{0,40}}?{DURATION}",
    re.IGNORECASE,
)
WASHOUT_BEFORE = re.compile(rf"{DURATION}[ -](?:of )?wash[ -]?out", re.IGNORECASE)
DOI = re.compile(
    r"(?:https?://(?:dx\.)?doi\.org/|doi:\s?)?10\.\d{4,9}/[^\s;,\"'<>()\[\]]{1,100}", re.IGNORECASE
)
MARK = re.compile(r"\[(\d{1,3}(?:\s?[,\u2013-]\s?\d{1,3}){0,6})\]")
GROUPS = re.compile(
    r"(?P<share>\d{1,3}(?:[.,]\d{1,2})?\s?%)\s(?P<group>(?:of )?(?:non-)?(?:Europ\w+|(?:East "
    r"|South )?Asian\w*|African(?: American)?s?|Hispanic|Latin\w+"
    r"|White|Black|wom[ae]n|men|females?|males?|Frauen|Männer|weiblich|männlich|femmes|hommes|asiati\w+"
    r"|afri\w+|europä\w+|europée\w+"
    r"|adults|children|Caucasian\w*)(?: (?:ancestry|descent|origin|participants|Herkunft"
    r"|Abstammung))?)(?!\w)",
    re.IGNORECASE,
)
BECAUSE = re.compile(
    r"(?<!\w)(?:because|since|weil|da|car|parce que|parce qu|as it|rationale:|why:)(?:\s|')", re.IGNORECASE
)
SENTENCE = re.compile(
    r"[.!?]\s+|\n\s*|;\s+|\s[\u2013\u2014]\s+|\)\s*,?\s+(?=[^\W\d_]{3})|,\s+(?=because|weil|car )"
)
AT_ONCE = re.compile(r"[^\S\n]*[)\]]{0,3}\s?[.:;!?,\u2013\u2014]\s+")
SMALL_WORDS = 2
MOST_WORDS = 12_000


def remarks(item: Item, span: Span, parts: dict[str, Piece]) -> None:
    """What free words say: the effect, how sure, how soon, in whom, by which evidence."""
    piece = item.piece(*span)
    if not piece.value:
        return
    decimal = manner(piece.value)
    if "estimate" not in parts:
        for role, found in effect.read(piece, decimal=decimal).items():
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
    people(Piece(words, (at, at + len(words))), parts)


def people(piece: Piece, parts: dict[str, Piece]) -> None:
    """The groups of people that words name with their shares."""
    groups = list(GROUPS.finditer(piece.value[:MOST_WORDS]))
    if groups:
        listed = [piece.part(*found.span()) for found in groups]
        at = piece.part(groups[0].start(), groups[-1].end()).at
        parts.setdefault("population", Piece(listed, at, "guessed", "It was taken from the words."))


def sources(item: Item, parts: dict[str, Piece]) -> None:
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


def rationale(item: Item, free: Sequence[Span], parts: dict[str, Piece]) -> None:
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
        behind = AT_ONCE.match(item.bare, max(taken), end) or SENTENCE.search(item.bare, max(taken), end)
        start = behind.end() if behind is not None else end
    if because is not None and (not taken or because.start() < start):
        start = because.start()
    words = item.piece(start, end)
    if len(words.value.split()) > SMALL_WORDS and phrase.KEY.match(words.value) is None:
        parts["rationale"] = words
