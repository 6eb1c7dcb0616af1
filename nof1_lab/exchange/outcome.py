"""Outcomes as a spreadsheet or an app exports them: a day or a date, and a value."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from nof1_lab.errors import DiaryError, NounError, ReadError
from nof1_lab.exchange import heading, number
from nof1_lab.exchange.reading import Reading, Row
from nof1_lab.exchange.table import Table, read_table
from nof1_lab.exchange.text import cell, decoded, hidden, prose
from nof1_lab.study.diary import Diary, Entry
from nof1_lab.study.document import Study
from nof1_lab.study.schedule import Schedule
from nof1_lab.study.steps import record

MOST_BYTES = 5_000_000
MOST_ROWS = 100_000
MOST_DIGITS = 100

ROLES = {
    "day": "day,days,study day,trial day,day number,day no,tag,jour,dag",
    "date": "date,datum,calendar date,day date,when,timestamp,time stamp",
    "value": "value,values,outcome,outcomes,score,result,measurement,measure,wert,y",
    "note": "note,notes,comment,comments,remark,remarks",
}
WHOLE = re.compile(r"[+\-\u2212]?\d{1,6}(?:\.0{1,6})?")
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
TIME = re.compile(r"[T ]\d{2}:\d{2}\S{0,20}")
YES_OR_NO = {"yes": 1.0, "no": 0.0, "true": 1.0, "false": 0.0, "y": 1.0, "n": 0.0}


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the columns of a table mean for a study."""

    roles: tuple[str | None, ...]
    study: Study
    schedule: Schedule
    is_comma_decimal: bool


def read_outcomes(
    data: bytes | str, study: Study, *, name: str = "", columns: Mapping[str, str] | None = None
) -> Reading[Entry]:
    """All days in a text, good and bad; ``columns`` says by hand what a column is (its heading -> role)."""
    if study.schedule is None:
        raise ReadError(
            "There is no schedule yet, so no day has a place.",
            "A planned trial was expected before outcomes.",
            "Plan the trial first.",
        )
    text = decoded(data, most_bytes=MOST_BYTES, name=name)
    synonyms = _synonyms(study, columns or {})
    table = read_table(text, lambda row: _is_heading(row, synonyms), most_rows=MOST_ROWS)
    if table is None:
        raise _no_heading(text, columns or {})
    _require_columns(table, columns or {})
    roles, notes = _roles(table, synonyms)
    sheet = Sheet(roles, study, study.schedule, table.is_comma_decimal)
    rows = _without_doubles([_row(sheet, cells, i) for i, cells in enumerate(table.rows, start=1)])
    if not rows:
        raise ReadError(
            "There is a heading and no row below it.",
            "A row for each measured day was expected.",
            "Add the rows, or choose another file.",
        )
    return Reading(tuple(role for role in roles if role), tuple(rows), notes)


def _synonyms(study: Study, columns: Mapping[str, str]) -> dict[str, str]:
    strangers = sorted(set(columns.values()) - {*ROLES, "ignore"})
    if strangers:
        raise ReadError(
            f"No column can be {cell(strangers[0])!r}.",
            f"One of {', '.join(ROLES)} or ignore was expected.",
            "Write it like --map SLEEP=value.",
        )
    by_hand = {heading.plain(text): role for text, role in columns.items()}
    known = {heading.plain(study.measure.name): "value"} | heading.by_word(ROLES)
    # What a person said goes before what a column happens to be called.
    return {word: role for word, role in known.items() if role not in columns.values()} | by_hand


def _is_heading(row: Sequence[str], synonyms: Mapping[str, str]) -> bool:
    return len(row) > 1 and bool({"day", "date"} & set(heading.roles(row, synonyms)))


def _no_heading(text: str, columns: Mapping[str, str]) -> ReadError:
    first = cell(text.strip().split("\n", 1)[0])[:80]
    return ReadError(
        f"No heading for the days was found; the text begins with {first!r}.",
        f"A first row such as day,value or date,value was expected{' with ' * bool(columns)}"
        f"{', '.join(cell(text) for text in columns)}.",
        "Put the names of the columns into the first row, or say which column is which with --map.",
    )


def _require_columns(table: Table, columns: Mapping[str, str]) -> None:
    there = {heading.plain(text) for text in table.headings}
    missing = [text for text in columns if heading.plain(text) not in there]
    if missing:
        shown = ", ".join(cell(text)[:40] for text in table.headings[:10])
        raise ReadError(
            f"There is no column {cell(missing[0])[:40]!r}.",
            f"One of the columns of the table was expected: {shown}.",
            "Write the heading in --map as it stands in the first row.",
        )


def _roles(table: Table, synonyms: Mapping[str, str]) -> tuple[tuple[str | None, ...], tuple[str, ...]]:
    roles = [None if role == "ignore" else role for role in heading.roles(table.headings, synonyms)]
    notes = list(table.notes)
    if "value" not in roles:
        at = _only_other(table, synonyms)
        roles[at] = "value"
        notes.append(f"The column {cell(table.headings[at])[:40]!r} was taken for the value.")
    for text, role in zip(table.headings, roles, strict=True):
        if role is None and text.strip():
            notes.append(f"The column {cell(text)[:40]!r} was left out.")
    return tuple(roles), tuple(notes)


def _only_other(table: Table, synonyms: Mapping[str, str]) -> int:
    headings = enumerate(table.headings)
    others = [i for i, text in headings if text.strip() and heading.role(text, synonyms) is None]
    if len(others) != 1:
        shown = ", ".join(cell(text)[:40] for text in table.headings[:10])
        raise ReadError(
            f"It is not clear which column is the value; the columns are {shown}.",
            "One column called value, or by the measure's name, was expected.",
            "Rename the column, or say it with --map COLUMN=value.",
        )
    return others[0]


def _row(sheet: Sheet, cells: Sequence[str], number_of_row: int) -> Row[Entry]:
    parts = {role: text for role, text in zip(sheet.roles, cells, strict=False) if role is not None}
    shown = tuple(cell(parts.get(role, "")) for role in sheet.roles if role is not None)
    notes: list[str] = []
    try:
        _require_no_more_cells(sheet, cells)
        entry = _entry(sheet, parts, notes)
        # The step itself is asked, on an empty diary, so that reading and recording refuse the same.
        record(replace(sheet.study, diary=Diary()), entry)
    except NounError as error:
        return Row(shown, None, f"Row {number_of_row}: {error}")
    return Row(shown, entry, " ".join(notes))


def _entry(sheet: Sheet, parts: Mapping[str, str], notes: list[str]) -> Entry:
    day = _day(sheet, parts, notes)
    value = _value(sheet, parts.get("value", ""), notes)
    note = prose(parts.get("note", ""))
    if gone := hidden(parts.get("note", "")):
        notes.append(f"Hidden characters were taken out of the note: {', '.join(gone[:5])}.")
    if value is None:
        notes.append("A missed day.")
    before = sheet.study.diary.value_on(day)
    if before is not None and before != value:
        notes.append(f"This replaces {before:g}.")
    return Entry(day, value, note)


def _require_no_more_cells(sheet: Sheet, cells: Sequence[str]) -> None:
    more = [text for text in cells[len(sheet.roles) :] if text.strip()]
    if more:
        raise DiaryError(
            f"There is a cell too many: {cell(more[0])!r}.",
            "As many cells as headings were expected.",
            "Write numbers with a dot, and put notes that hold the separator into quotes.",
        )


def _day(sheet: Sheet, parts: Mapping[str, str], notes: list[str]) -> int:
    written, when = parts.get("day", "").strip(), parts.get("date", "").strip()
    by_date = sheet.schedule.day_of(_date(when, notes)) if when else None
    if not written:
        if by_date is None:
            raise DiaryError(
                "There is no day.", "A day or a date was expected in every row.", "Add it, or drop the row."
            )
        return by_date
    if len(written) > MOST_DIGITS or not WHOLE.fullmatch(written):
        raise DiaryError(
            f"The day {cell(written)!r} is not a whole number.",
            "1 for the first scheduled day, 2 for the next, and so on, was expected.",
            "Correct the day, or use a column called date.",
        )
    day = int(float(written.replace("\u2212", "-")))
    if by_date is not None and by_date != day:
        raise DiaryError(
            f"Day {day} is not on {cell(when)}; by the schedule that date is day {by_date}.",
            "A day and a date that agree were expected.",
            "Correct one of the two, or leave one column out.",
        )
    return day


def _date(text: str, notes: list[str]) -> date:
    day, rest = text[:10], text[10:]
    try:
        if not ISO_DATE.fullmatch(day) or (rest and not TIME.fullmatch(rest)):
            raise ValueError
        found = date.fromisoformat(day)
    except ValueError:
        raise DiaryError(
            f"The date {cell(text)!r} cannot be read without guessing.",
            "A date like 2026-01-31 was expected.",
            "Write year, month and day in this order.",
        ) from None
    if rest:
        notes.append(f"The time {rest.strip()!r} was left out.")
    return found


def _value(sheet: Sheet, written: str, notes: list[str]) -> float | None:
    text = written.strip()
    if number.is_nothing(text):
        return None
    value = number.number(text, is_comma_decimal=sheet.is_comma_decimal) if len(text) <= MOST_DIGITS else None
    if value is None and sheet.study.measure.scale == "binary":
        value = YES_OR_NO.get(text.casefold())
    if value is None:
        raise DiaryError(
            f"The value {cell(written)!r} is not a number.",
            "A number, or nothing for a missed day, was expected.",
            "Write the bare number, without a unit.",
        )
    if "," in text:
        notes.append(f"{text} was read as {value:g}.")
    return value


def _without_doubles(rows: Sequence[Row[Entry]]) -> list[Row[Entry]]:
    times = Counter(row.noun.day for row in rows if row.noun is not None)
    return [_once(row, number_of_row, times) for number_of_row, row in enumerate(rows, start=1)]


def _once(row: Row[Entry], number_of_row: int, times: Mapping[int, int]) -> Row[Entry]:
    if row.noun is None or times[row.noun.day] == 1:
        return row
    error = DiaryError(
        f"Day {row.noun.day} stands in more than one row.",
        "One row a day was expected.",
        "Keep the row that is right.",
    )
    return Row(row.cells, None, f"Row {number_of_row}: {error}")
