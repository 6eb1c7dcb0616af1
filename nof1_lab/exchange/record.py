"""Records by role, out of JSON or a table, before anybody looks at what they say."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from nof1_lab.errors import ReadError
from nof1_lab.exchange import heading, number
from nof1_lab.exchange.table import fenced, read_table
from nof1_lab.exchange.text import cell

MOST_VALUES = 1_000
JSON_BEGINS = re.compile(r'\{\s*"|\[\s*\{')
BETWEEN_VALUES = re.compile(r"[\s,]*")


@dataclass(frozen=True, slots=True)
class Record:
    """The parts of one row by their roles; ``more`` is a cell without a heading."""

    parts: Mapping[str, Any] = field(default_factory=dict[str, Any])
    notes: tuple[str, ...] = ()
    more: str = ""
    is_readable: bool = True


@dataclass(frozen=True, slots=True)
class Found:
    """All records of a text, and notes on the whole."""

    records: tuple[Record, ...]
    notes: tuple[str, ...] = ()
    is_comma_decimal: bool = False


def find(text: str, synonyms: heading.Synonyms, *, most: int) -> Found | None:
    """The records in a text, or None when there is neither JSON nor a table with a name in it."""
    sources = _json_sources(text)
    problem: ReadError | None = None
    for source in sources:
        try:
            found = _in_json(source, synonyms)
        except ReadError as error:
            problem = problem or error
        else:
            return replace(found, notes=_on_others(len(sources), problem) + found.notes)
    # What begins as JSON is no table, whatever its commas look like.
    is_json = any(map(JSON_BEGINS.match, sources))
    table = None if is_json else _in_table(text, synonyms, most)
    if table is not None:
        return table
    if problem is not None:
        raise problem
    begins = JSON_BEGINS.search(text)
    return _in_json(text[begins.start() :], synonyms) if begins else None


def words(raw: Any) -> str:
    """What a JSON value says, in one text."""
    values: Any = list(raw.values()) if isinstance(raw, Mapping) else raw
    if isinstance(values, list | tuple):
        return "; ".join(words(item)[:2_000] for item in values[:100] if isinstance(item, str | int | float))
    return "" if values is None else str(values)


def _on_others(sources: int, problem: ReadError | None) -> tuple[str, ...]:
    if problem is not None:
        return (f"A block of JSON was passed over: {problem.wrong}",)
    return ("Only the first block of JSON was read.",) if sources > 1 else ()


def _json_sources(text: str) -> tuple[str, ...]:
    """The blocks that are JSON from their first letter on."""
    return tuple(block.strip() for block in (*fenced(text), text) if block.strip()[:1] in {"{", "["})


def _in_json(text: str, synonyms: heading.Synonyms) -> Found:
    items = [item for value in _values(text) for item in _items(value)]
    return Found(tuple(_record(item, synonyms) for item in items))


def _values(text: str) -> list[Any]:
    """The JSON values that follow each other, as in JSON lines."""
    reader = json.JSONDecoder(object_pairs_hook=_unique)
    values: list[Any] = []
    at = 0
    try:
        while text[at : at + 1] in {"{", "["} and len(values) < MOST_VALUES:
            value, end = reader.raw_decode(text, at)
            values.append(value)
            between = BETWEEN_VALUES.match(text, end)
            at = between.end() if between else end
    except json.JSONDecodeError as error:
        raise ReadError(
            f"The JSON breaks off in line {error.lineno}, column {error.colno} of its text.",
            "Whole JSON was expected.",
            "Copy all of it, up to the last bracket, or ask the model again.",
        ) from None
    except (ValueError, RecursionError):
        raise ReadError(
            "The JSON names a key twice, or is nested too deeply.",
            "A plain list of candidates was expected.",
            "Ask the model again, for one object a candidate.",
        ) from None
    return values


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({key for key, _ in pairs}) != len(pairs):
        raise ValueError("a key stands twice")
    return dict(pairs)


def _items(value: Any) -> list[Any]:
    """The list of candidates in a JSON value: itself, under its key, or by their names."""
    items = value
    if isinstance(value, Mapping):
        lists = [part for part in value.values() if isinstance(part, list)]
        items = value.get("candidates", lists[0] if len(lists) == 1 and "name" not in value else [value])
    if isinstance(items, Mapping) and all(isinstance(item, Mapping) for item in items.values()):
        items = [{"name": name, **item} for name, item in items.items()]
    if not isinstance(items, list):
        raise ReadError(
            "The JSON holds no candidates.",
            'A list under the key "candidates" was expected.',
            'Write {"candidates": [{"name": "..."}]}.',
        )
    return items


def _record(item: Any, synonyms: heading.Synonyms) -> Record:
    if isinstance(item, str):
        return Record({"name": item})
    if not isinstance(item, Mapping):
        return Record({"name": item}, is_readable=False)
    parts: dict[str, Any] = {}
    notes: list[str] = []
    for key, value in item.items():
        role = heading.role(key, synonyms)
        if role is None or role in parts:
            notes.append(f"{cell(key)[:40]!r} was left out.")
        else:
            parts[role] = value
    return Record(parts, tuple(notes[:5])) if notes else Record(parts)


def _in_table(text: str, synonyms: heading.Synonyms, most: int) -> Found | None:
    table = read_table(text, lambda row: "name" in heading.roles(row, synonyms), most_rows=most)
    if table is None:
        return None
    roles = heading.roles(table.headings, synonyms)
    level = next((share for text in table.headings if (share := number.named_level(text))), None)
    notes = list(table.notes)
    if level is not None and "level" not in roles:
        notes.append(f"The level {level:g} was read from a heading.")
    for text, role in zip(table.headings, roles, strict=True):
        if role is None and text.strip():
            notes.append(f"The column {cell(text)[:40]!r} was left out.")
    records = tuple(_row_record(roles, row, level) for row in table.rows)
    return Found(records, tuple(notes), table.is_comma_decimal)


def _row_record(roles: Sequence[str | None], row: Sequence[str], level: float | None) -> Record:
    parts: dict[str, Any] = {} if level is None else {"level": level}
    parts |= {role: text for role, text in zip(roles, row, strict=False) if role and text.strip()}
    more = [text for text in row[len(roles) :] if text.strip()]
    return Record(parts, more=more[0] if more else "")
