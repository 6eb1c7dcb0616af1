"""Candidates as a model or a colleague writes them, each part with the place that it was read from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from nof1_lab.errors import CandidateError, ReadError
from nof1_lab.exchange.amount import manner
from nof1_lab.exchange.field import LABELS, Edit, Field
from nof1_lab.exchange.held import Held
from nof1_lab.exchange.page import Page, written
from nof1_lab.exchange.piece import Found, Record
from nof1_lab.exchange.reader import read_parts, typed
from nof1_lab.exchange.reading import Reading, Row
from nof1_lab.exchange.record import find
from nof1_lab.exchange.text import cell, decoded, hidden, line
from nof1_lab.exchange.warning import across, warnings
from nof1_lab.exchange.workbook import is_workbook, rows_as_text
from nof1_lab.study.candidate import MOST_CANDIDATES, Candidate
from nof1_lab.study.measure import Measure
from nof1_lab.study.source import Mark, Source

MOST_BYTES = 1_000_000
MOST_QUOTED = 1_000
MOST_NAMED = 200
MOST_HIDDEN = 5
MOST_EDITS = 5_000
MOST_COUNTED = 1_000
NUMERIC = ("estimate", "interval", "lower", "upper", "sd", "se")
DEFAULTS: dict[str, Any] = {
    "level": 0.95,
    "scale": "difference",
    "interval_kind": "unknown",
    "unit": "",
    "direction": "",
    "dose": "",
    "rationale": "",
    "citations": (),
    "population": (),
    "design": "",
    "model": "",
}


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
    data: bytes | str, *, name: str = "", measure: Measure | None = None, edits: Sequence[Edit] = ()
) -> Candidates:
    """All candidates in a text, with what a person typed over them, for the person to choose from."""
    words, notes = _opened(data, name)
    page = written(words)
    found = _found(page.words)
    raw = data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")
    source = Source(line(name)[:MOST_NAMED], sha256(raw).hexdigest())
    edited, more = _edited(edits, len(found.records))
    rows = tuple(_rows(found, page, source, measure, edited))
    columns = tuple(role for i, role in enumerate(LABELS) if any(row.fields[i].text for row in rows))
    kept = columns or ("name",)
    shown = tuple(replace(row, cells=_cells(row, kept)) for row in rows)
    all_notes = (*notes, *_hidden_notes(page), *found.notes, *more)
    return Candidates(kept, shown, all_notes, page.shown, source.name, source.sha256)


def _opened(data: bytes | str, name: str) -> tuple[str, tuple[str, ...]]:
    """The words of a file, whatever it is."""
    if len(data) <= MOST_BYTES and isinstance(data, bytes) and is_workbook(data):
        return rows_as_text(data)
    return decoded(data, most_bytes=MOST_BYTES, name=name), ()


def _found(words: str) -> Found:
    found = find(words, most=MOST_CANDIDATES)
    if found is None or not found.records:
        raise ReadError(
            "No candidates were found in the text.",
            "JSON, a table with a column called name, or a numbered list was expected.",
            "Ask the model for a table with the columns rank, name, estimate, lower, upper and rationale.",
        )
    count = len(found.records)
    if count > MOST_CANDIDATES:
        raise ReadError(
            f"There are {'very many' if count > MOST_COUNTED else count} candidates.",
            f"At most {MOST_CANDIDATES} were expected.",
            "Keep the best ranked ones.",
        )
    return found


def _edited(edits: Sequence[Edit], rows: int) -> tuple[dict[int, dict[str, str]], tuple[str, ...]]:
    """The edits by row; those of a row or a part that is not there are left out, and that is said."""
    kept: dict[int, dict[str, str]] = {}
    lost = 0
    for edit in edits[:MOST_EDITS]:
        if 0 <= edit.row < rows and edit.role in LABELS:
            kept.setdefault(edit.row, {})[edit.role] = edit.text
        else:
            lost += 1
    return kept, ("An edit was left out, because its row is not there any more.",) if lost else ()


def _rows(
    found: Found, page: Page, source: Source, measure: Measure | None, edited: Mapping[int, Mapping[str, str]]
) -> list[CandidateRow]:
    decimal = manner(" ; ".join(_numeric(record) for record in found.records))
    seen: set[str] = set()
    rows: list[CandidateRow] = []
    for i, record in enumerate(found.records):
        held = read_parts(record, decimal, measure)
        for role, text in edited.get(i, {}).items():
            held[role] = typed(held, role, text, decimal)
        rows.append(_row(record, _with_defaults(held), page, source, seen))
    sideways = across([row.noun for row in rows])
    return [
        replace(row, warnings=(*warnings(row.noun, measure), *more)) if row.noun is not None else row
        for row, more in zip(rows, sideways, strict=True)
    ]


def _numeric(record: Record) -> str:
    pieces = (record.parts.get(role) for role in NUMERIC)
    return " ; ".join(
        piece.value[:200] for piece in pieces if piece is not None and isinstance(piece.value, str)
    )


def _with_defaults(held: dict[str, Held]) -> dict[str, Held]:
    """What is taken when nothing is said, where numbers cannot be understood without it."""
    has_interval = held["lower"].value is not None and held["upper"].value is not None
    if has_interval and _is_unsaid(held["level"]):
        held["level"] = Held(0.95, "0.95", "guessed", note="No level is stated: 95% was taken.")
    has_effect = has_interval or held["estimate"].value is not None
    if has_effect and _is_unsaid(held["scale"]):
        held["scale"] = Held(
            "difference", "difference", "guessed", note="No scale is stated: a difference was taken."
        )
    return held


def _is_unsaid(held: Held) -> bool:
    return held.how == "missing" and held.problem is None


def _row(
    record: Record, held: Mapping[str, Held], page: Page, source: Source, seen: set[str]
) -> CandidateRow:
    fields = tuple(_field(role, held[role], page) for role in LABELS)
    try:
        _require_readable(record)
        for one in held.values():
            if one.problem is not None:
                raise one.problem
        noun = _noun(held, replace(source, marks=tuple(_marks(fields, held, page))))
        _require_new(noun.name, seen)
    except CandidateError as error:
        return CandidateRow((), None, str(error), fields)
    told = [*record.notes, *(field.note for field in fields if _is_told(field))]
    return CandidateRow((), noun, " ".join(dict.fromkeys(told)), fields)


def _is_told(field: Field) -> bool:
    """Whether a note says more than what is taken when nothing is said."""
    return bool(field.note) and not (field.how == "guessed" and field.at is None)


def _noun(held: Mapping[str, Held], source: Source) -> Candidate:
    values: dict[str, Any] = {
        role: DEFAULTS.get(role) if one.value is None else one.value for role, one in held.items()
    }
    if values["name"] is None:
        values["name"] = ""
    return Candidate(**values, source=source)


def _field(role: str, held: Held, page: Page) -> Field:
    at = page.seen(held.at) if held.at is not None and held.at[1] > held.at[0] else None
    gone = dict.fromkeys(
        (*(page.hidden(held.at) if held.at is not None else ()), *hidden(held.raw[:100_000]))
    )
    notes = [held.note]
    if gone:
        names = ", ".join(list(gone)[:MOST_HIDDEN])
        notes.append(f"Hidden characters were taken out of the {LABELS[role]}: {names}.")
    return Field(role, LABELS[role], held.text, held.how, at, " ".join(filter(None, notes)))


def _marks(fields: Sequence[Field], held: Mapping[str, Held], page: Page) -> list[Mark]:
    """How each part came about; a word that gave no number is kept with the words that it was."""
    marks: list[Mark] = []
    for field in fields:
        if field.how == "missing" and field.at is None:
            continue
        at = held[field.role].at
        quote = page.words[slice(*at)][:MOST_QUOTED] if at is not None else ""
        how = "read" if field.how == "missing" else field.how
        marks.append(Mark(field.role, how, quote, field.note[:MOST_QUOTED]))
    return marks


def _require_readable(record: Record) -> None:
    if not record.is_readable:
        raise CandidateError(
            "This is not a candidate.",
            "A name with its estimate and interval was expected.",
            "Write it like the others.",
        )
    if record.more:
        raise CandidateError(
            f"The row has a cell too many: {cell(record.more)[:80]!r}.",
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


def _cells(row: CandidateRow, columns: Sequence[str]) -> tuple[str, ...]:
    texts = {field.role: field.text for field in row.fields}
    return tuple(cell(texts[role]) for role in columns)


def _hidden_notes(page: Page) -> tuple[str, ...]:
    names = page.hidden((0, len(page.words)))
    if not names:
        return ()
    return (f"The text holds hidden characters, which are shown as marks: {', '.join(names[:MOST_HIDDEN])}.",)
