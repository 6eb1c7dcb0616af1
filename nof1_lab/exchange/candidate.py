"""Candidates as a model or a colleague writes them: our JSON, a Markdown table, CSV."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any

from nof1_lab.errors import CandidateError, ReadError
from nof1_lab.exchange import heading, number
from nof1_lab.exchange.field import LABELS, Edit, Field
from nof1_lab.exchange.reading import Reading, Row
from nof1_lab.exchange.record import Found, Record, find, words
from nof1_lab.exchange.text import cell, decoded, hidden, line, prose
from nof1_lab.study.candidate import MOST_CANDIDATES, Candidate
from nof1_lab.study.measure import Measure
from nof1_lab.study.source import Source

MOST_BYTES = 1_000_000
MOST_DIGITS = 100

ROLES = {
    "rank": "rank,#,no,nr,number,position,ranking,order,place,priority,rang",
    "name": "name,candidate,candidates,intervention,treatment,option,arm,action,strategy,proposal",
    "estimate": "estimate,effect,mean,median,point estimate,effect estimate,estimated effect,expected effect,"
    "mean effect,difference,mean difference,md,effect size,expected difference",
    "lower": "lower,low,lower bound,lower limit,lower end,lcl,ci low,ci lower,ci lower bound,lower ci,low ci,"
    "cri lower,ci lo,from",
    "upper": "upper,high,upper bound,upper limit,upper end,ucl,ci high,ci upper,ci upper bound,upper ci,"
    "high ci,cri upper,ci hi,to",
    "interval": "interval,ci,cri,range,confidence interval,credible interval,uncertainty interval,"
    "uncertainty",
    "level": "level,confidence,confidence level,ci level,interval level",
    "interval_kind": "interval kind,kind of interval,interval type,kind",
    "scale": "scale,effect scale",
    "rationale": "rationale,why,reason,reasons,reasoning,justification,explanation,comment,comments,note,"
    "notes",
    "model": "model,source model,lfm,llm",
    "citations": "citations,citation,references,reference,sources",
}
SYNONYMS = heading.by_word(ROLES)
RANK = re.compile(r"#?\s*(\d{1,5})\s*\.?")
WORD_BREAK = re.compile(r"[\s-]+")


@dataclass(slots=True)
class Desk:
    """One record while it is being read: what was guessed is written down."""

    parts: Mapping[str, Any]
    is_comma_decimal: bool
    notes: list[str] = field(default_factory=list[str])

    def text(self, role: str, tidy: Callable[[str], str] = line) -> str:
        """The words of a part, without what cannot be seen."""
        raw = self.parts.get(role)
        if raw is None:
            return ""
        if not isinstance(raw, str):
            raise refusal(role, raw, "A text was expected.")
        if gone := hidden(raw):
            self.notes.append(f"Hidden characters were taken out of the {role}: {', '.join(gone[:5])}.")
        return tidy(raw)

    def number(self, role: str) -> Any:
        """The number of a part, or None when it says that there is none."""
        return self.as_number(role, self.parts.get(role))

    def as_number(self, role: str, raw: Any) -> Any:
        """The number that ``raw`` is; whether it may be one is for the candidate to say."""
        if raw is None or isinstance(raw, int | float):
            return raw
        if not isinstance(raw, str) or len(raw) > MOST_DIGITS:
            raise refusal(role, raw, "A number was expected.")
        text = line(raw)
        if number.is_nothing(text):
            return None
        value = number.number(text, is_comma_decimal=self.is_comma_decimal)
        if value is None:
            return self._with_unit(role, text)
        if "," in text:
            self.notes.append(f"{text} was read as {value:g}.")
        return value

    def _with_unit(self, role: str, text: str) -> float:
        found = number.with_unit(text, is_comma_decimal=self.is_comma_decimal)
        if found is None:
            raise refusal(role, text, "A number such as -0.6 was expected.")
        value, unit = found
        self.notes.append(f"{text!r} was read as {value:g}, without the unit {unit!r}.")
        return value


@dataclass(frozen=True, slots=True)
class CandidateRow(Row[Candidate]):
    """One proposal: every part with where it came from, and what a person should look at twice."""

    fields: tuple[Field, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidates(Reading[Candidate]):
    """All proposals in a text, and the text as it may be shown: nothing is accepted by reading it."""

    rows: tuple[CandidateRow, ...]
    text: str = ""
    source_name: str = ""
    sha256: str = ""


def read_candidates(
    data: bytes | str,
    *,
    name: str = "",
    measure: Measure | None = None,  # noqa: ARG001
    edits: Sequence[Edit] = (),
) -> Candidates:
    """All candidates in a text, with what a person typed over them, for the person to choose from."""
    text = decoded(data, most_bytes=MOST_BYTES, name=name)
    found = find(text, SYNONYMS, most=MOST_CANDIDATES)
    if found is None or not found.records:
        raise ReadError(
            "No candidates were found in the text.",
            "JSON, a Markdown table or CSV with a column called name was expected.",
            "Ask the model for a table with the columns rank, name, estimate, lower, upper and rationale.",
        )
    if len(found.records) > MOST_CANDIDATES:
        raise ReadError(
            f"There are {len(found.records)} candidates.",
            f"At most {MOST_CANDIDATES} were expected.",
            "Keep the best ranked ones.",
        )
    for edit in edits:
        if 0 <= edit.row < len(found.records):
            record = found.records[edit.row]
            parts = dict(record.parts) | {edit.role: edit.text or None}
            records = (
                *found.records[: edit.row],
                replace(record, parts=parts),
                *found.records[edit.row + 1 :],
            )
            found = replace(found, records=records)
    columns = tuple(role for role in ROLES if any(role in record.parts for record in found.records))
    raw = data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")
    digest = sha256(raw).hexdigest()
    rows = tuple(
        CandidateRow(
            row.cells,
            row.noun and replace(row.noun, source=Source(line(name)[:200], digest)),
            row.note,
            _fields(row.noun, record, edited={edit.role for edit in edits if edit.row == i}),
        )
        for i, (row, record) in enumerate(zip(_rows(found, columns or ("name",)), found.records, strict=True))
    )
    return Candidates(columns or ("name",), rows, found.notes, text, line(name), digest)


def _fields(noun: Candidate | None, record: Record, edited: set[str]) -> tuple[Field, ...]:
    fields: list[Field] = []
    for role, label in LABELS.items():
        raw = words(record.parts.get(role))
        value = getattr(noun, role) if noun else raw
        text = "" if value in (None, (), "") else raw or str(value)
        how = "edited" if role in edited else "read" if text else "missing"
        fields.append(Field(role, label, text, how))
    return tuple(fields)


def refusal(role: str, raw: Any, expected: str) -> CandidateError:
    """The refusal of one part of a record."""
    part = role.replace("_", " ")
    return CandidateError(
        f"The {part} {cell(words(raw))!r} cannot be read.", expected, f"Correct the {part}, or leave it out."
    )


def _rows(found: Found, columns: Sequence[str]) -> Iterator[Row[Candidate]]:
    seen: set[str] = set()
    for record in found.records:
        cells = tuple(cell(words(record.parts.get(role))) for role in columns)
        desk = Desk(record.parts, found.is_comma_decimal, list(record.notes))
        try:
            _require_readable(record)
            candidate = _candidate(desk)
            _require_new(candidate.name, seen)
        except CandidateError as error:
            yield Row(cells, None, str(error))
        else:
            yield Row(cells, candidate, " ".join(desk.notes))


def _candidate(desk: Desk) -> Candidate:
    estimate, behind = _estimate(desk)
    lower, upper, level = _interval(desk, behind)
    return Candidate(
        name=desk.text("name"),
        rank=_rank(desk),
        estimate=estimate,
        lower=lower,
        upper=upper,
        level=level,
        interval_kind=_choice(desk, "interval_kind", "unknown"),
        scale=_choice(desk, "scale", "difference"),
        rationale=desk.text("rationale", prose),
        citations=_citations(desk),
        model=desk.text("model"),
    )


def _require_readable(record: Record) -> None:
    if not record.is_readable:
        raise CandidateError(
            "This is not a candidate.",
            "A name with its estimate and interval was expected.",
            "Write it like the others.",
        )
    if record.more:
        raise CandidateError(
            f"The row has a cell too many: {cell(record.more)!r}.",
            "As many cells as headings were expected.",
            "Put texts that hold the separator into quotes, and write numbers with a dot.",
        )


def _require_new(name: str, seen: set[str]) -> None:
    if name.casefold() in seen:
        raise CandidateError(
            f"Another candidate above is called {name!r} too.",
            "Different names were expected.",
            "Rename or drop one of them.",
        )
    seen.add(name.casefold())


def _rank(desk: Desk) -> Any:
    raw = desk.parts.get("rank")
    found = RANK.fullmatch(line(raw[:20])) if isinstance(raw, str) else None
    if found is not None:
        return int(found[1])
    value = desk.number("rank")
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _estimate(desk: Desk) -> tuple[Any, str | None]:
    """The estimate, and the interval that stands in brackets behind it."""
    raw = desk.parts.get("estimate")
    both = None
    if isinstance(raw, str) and len(raw) <= MOST_DIGITS:
        both = number.ESTIMATE_AND_INTERVAL.fullmatch(line(raw))
    if both is None:
        return desk.number("estimate"), None
    return desk.as_number("estimate", both[1]), both[2]


def _interval(desk: Desk, behind: str | None) -> tuple[Any, Any, Any]:
    lower, upper = desk.number("lower"), desk.number("upper")
    raw = desk.parts.get("interval")
    if raw is None or (isinstance(raw, str) and number.is_nothing(raw)):
        raw = behind
    if raw is not None and lower is None and upper is None:
        lower, upper = _ends(desk, raw)
    return lower, upper, _level(desk, raw)


def _ends(desk: Desk, raw: Any) -> tuple[Any, Any]:
    if isinstance(raw, Mapping):
        ends = {heading.role(str(key), SYNONYMS): value for key, value in raw.items()}
        return desk.as_number("lower", ends.get("lower")), desk.as_number("upper", ends.get("upper"))
    if isinstance(raw, list) and len(raw) == 2:
        return desk.as_number("lower", raw[0]), desk.as_number("upper", raw[1])
    text = line(raw) if isinstance(raw, str) and len(raw) <= MOST_DIGITS else ""
    found = number.interval(text)
    if found is None:
        either = "A lower and an upper end were expected: ± may mean either of two things."
        plain = "An interval such as -1.1 to -0.1 was expected."
        raise refusal("interval", raw, either if "±" in text else plain)
    if "," in text and "." not in text:
        desk.notes.append(f"{text} was read as {found[0]:g} to {found[1]:g}.")
    return found


def _level(desk: Desk, interval: Any) -> Any:
    raw = desk.parts.get("level")
    if isinstance(raw, str):
        share = number.percent(raw)
    else:
        share = number.named_level(interval) if raw is None and isinstance(interval, str) else None
    if share is None:
        level = desk.number("level")
        return 0.95 if level is None else level
    desk.notes.append(f"A level of {100 * share:g}% was read as {share:g}.")
    return share


def _choice(desk: Desk, role: str, default: str) -> Any:
    """One of a few words; which ones there are is for the candidate to say."""
    return WORD_BREAK.sub("_", desk.text(role)).casefold() or default


def _citations(desk: Desk) -> tuple[str, ...]:
    raw = desk.parts.get("citations")
    items = raw.split(";") if isinstance(raw, str) else raw
    if items is not None and not isinstance(items, list):
        raise refusal("citations", raw, "A list of texts was expected.")
    return tuple(said for item in items or () if (said := line(words(item))))
