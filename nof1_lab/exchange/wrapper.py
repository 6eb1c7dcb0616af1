"""The candidates in JSON, however deep they are wrapped and whatever their keys are called."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from nof1_lab.errors import ReadError
from nof1_lab.exchange.column import Column, column
from nof1_lab.exchange.field import Span
from nof1_lab.exchange.piece import Found, Piece, Record
from nof1_lab.exchange.studyu import is_study, study_records
from nof1_lab.exchange.text import cell

FOR_ALL = "model made_on unit level scale interval_kind design population direction confidence"
SHARED = frozenset(FOR_ALL.split())
LISTS = (
    "candidates",
    "interventions",
    "treatments",
    "options",
    "recommendations",
    "proposals",
    "arms",
    "results",
)
CHILDREN = {
    "estimate": {"value": "estimate", "point": "estimate", "type": "scale", "kind": "scale"},
    "interval": {"type": "interval_kind", "kind": "interval_kind", "about": "interval_kind"},
    "design": {"type": "design", "kind": "design", "level": "", "summary": "rationale"},
    "confidence": {"value": "confidence", "score": "confidence", "level": "confidence"},
}
KEPT_WHOLE = frozenset({"population", "citations"})
JOINED = frozenset({"dose", "onset_days", "washout_days"})
MOST_NOTES = 5
DOTS = re.compile(r"[.…\s]*")


@dataclass(slots=True)
class Block:
    """What was read of one stretch of a text."""

    values: list[Piece] = field(default_factory=list[Piece])
    repairs: dict[str, None] = field(default_factory=dict[str, None])
    keys: dict[int, Span] = field(default_factory=dict[int, Span])
    cut_at: int | None = None


def candidates_in(value: Piece, block: Block) -> Found:
    """The candidates in one JSON value, and what was left out of it."""
    if isinstance(value.value, Mapping) and is_study(value.value):
        return study_records(value.value)
    shared: dict[str, Piece] = {}
    items = _items(value, block, shared, depth=0)
    records = [_record(item, block, shared) for item in items or () if item.is_whole and not _is_dots(item)]
    left = sum(not item.is_whole for item in items or ())
    notes = ("A candidate that is not whole was left out.",) * bool(left)
    return Found(tuple(records), notes)


def _is_dots(item: Piece) -> bool:
    return isinstance(item.value, str) and item.how == "repaired" and DOTS.fullmatch(item.value) is not None


def _is_named(item: Piece) -> bool:
    return isinstance(item.value, Mapping) and any(
        column(Piece(key)).role == "name" for key in list(item.value)[:60]
    )


def _items(value: Piece, block: Block, shared: dict[str, Piece], depth: int) -> list[Piece] | None:
    """The list of candidates in a JSON value: itself, under its key, or by their names."""
    if isinstance(value.value, list):
        return _of_list(value.value, block, shared, depth)
    if not isinstance(value.value, Mapping) or depth > 5:
        return None
    return _of_mapping(value, value.value, block, shared, depth)


def _of_list(items: list[Piece], block: Block, shared: dict[str, Piece], depth: int) -> list[Piece] | None:
    if len(items) == 1 and isinstance(items[0].value, list | Mapping) and not _is_named(items[0]):
        inner = _items(items[0], block, shared, depth + 1)
        return inner if inner is not None else items
    return items if any(isinstance(item.value, str | Mapping) for item in items) else None


def _of_mapping(
    whole: Piece, parts: Mapping[str, Piece], block: Block, shared: dict[str, Piece], depth: int
) -> list[Piece] | None:
    if depth == 0 and not parts:
        return None
    inside = _inside(whole, parts, block, shared, depth)
    if inside is not None:
        for key, part in parts.items():
            role = column(Piece(key)).role
            if role in SHARED and isinstance(part.value, str | int | float):
                shared.setdefault(str(role), part)
    return inside


def _inside(
    whole: Piece, parts: Mapping[str, Piece], block: Block, shared: dict[str, Piece], depth: int
) -> list[Piece] | None:
    by_key = {key.casefold(): part for key, part in parts.items()}
    for key in LISTS:
        part = by_key.get(key)
        if part is not None and isinstance(part.value, list | Mapping):
            return _items(part, block, shared, depth + 1) or []
    if "candidates" in by_key and not _is_named_outright(parts):
        raise ReadError(
            "The JSON holds no candidates.",
            'A list under the key "candidates" was expected.',
            'Write {"candidates": [{"name": "..."}]}.',
        )
    if _is_named_outright(parts):
        return [whole]
    columns = _columns(parts)
    if columns:
        return columns
    return _deeper(parts, block, shared, depth)


def _columns(parts: Mapping[str, Piece]) -> list[Piece]:
    """Candidates that are written column by column: a list of names, a list of estimates."""
    lists = {key: part.value for key, part in parts.items() if isinstance(part.value, list)}
    names = [items for key, items in lists.items() if column(Piece(key)).role == "name"]
    if len(lists) < 2 or not names or not all(isinstance(item.value, str) for item in names[0]):
        return []
    if any(len(items) != len(names[0]) for items in lists.values()):
        return []
    return [
        Piece({key: items[i] for key, items in lists.items()}, names[0][i].at) for i in range(len(names[0]))
    ]


def _is_named_outright(parts: Mapping[str, Piece]) -> bool:
    """Whether the mapping is itself one candidate: a name that is words."""
    return any(
        column(Piece(key)).role == "name" and key.casefold() != "candidates" and isinstance(part.value, str)
        for key, part in list(parts.items())[:60]
    )


def _deeper(
    parts: Mapping[str, Piece], block: Block, shared: dict[str, Piece], depth: int
) -> list[Piece] | None:
    lists = [
        part for part in parts.values() if isinstance(part.value, list) and any(map(_is_named, part.value))
    ]
    if lists:
        return [item for part in lists for item in part.value]
    mappings = [(key, part) for key, part in parts.items() if isinstance(part.value, Mapping)]
    named = [part for _, part in mappings if _is_named_outright(part.value)]
    if len(named) > 1:
        return named
    for _, part in mappings:
        inner = _items(part, block, shared, depth + 1)
        if inner and any(map(_is_named, inner)):
            return inner
    if mappings and len(mappings) == len(parts):
        return [_by_name(key, part, block) for key, part in mappings]
    lists = [part for part in parts.values() if isinstance(part.value, list)]
    return lists[0].value if len(lists) == 1 and len(parts) == 1 else None


def _by_name(key: str, part: Piece, block: Block) -> Piece:
    at = block.keys.get(part.at[0]) if part.at else None
    return Piece({"name": Piece(key, at), **part.value}, part.at, is_whole=part.is_whole)


def _record(item: Piece, block: Block, shared: Mapping[str, Piece]) -> Record:
    if isinstance(item.value, str):
        return Record({**shared, "name": item})
    if not isinstance(item.value, Mapping):
        return Record({"name": item}, is_readable=False)
    parts: dict[str, Piece] = {}
    left: list[str] = []
    for key, value in item.value.items():
        _put(parts, left, key, value, block, "")
    notes = tuple(f"{cell(key)[:40]!r} was left out." for key in left[:MOST_NOTES])
    return Record({**shared, **parts}, notes)


def _put(parts: dict[str, Piece], left: list[str], key: str, value: Piece, block: Block, above: str) -> None:
    """One key of a candidate, and what stands below it."""
    meant = column(Piece(key, block.keys.get(value.at[0]) if value.at else None))
    role = CHILDREN.get(above, {}).get(key.casefold(), meant.role)
    if (
        isinstance(value.value, Mapping)
        and role not in KEPT_WHOLE
        and (role or "") not in JOINED
        and not above
    ):
        for inner, part in value.value.items():
            _put(parts, left, inner, part, block, role or "other")
    elif not role or role in parts:
        left.append(key)
    else:
        parts[role] = _joined(value, meant) if role in JOINED else value
        for name, extra in meant.extras.items():
            parts.setdefault(name, extra)
        if meant.is_share:
            parts.setdefault("share", Piece("%"))


def _joined(value: Piece, meant: Column) -> Piece:
    """A time or a dose: its number with the unit that stands beside it or in its key."""
    if isinstance(value.value, Mapping):
        words = " ".join(part.words for part in value.value.values())
        return Piece(words, value.at, value.how, value.note)
    if meant.time and isinstance(value.value, int | float) and not isinstance(value.value, bool):
        return Piece(f"{value.words} {meant.time}", value.at, value.how, value.note)
    if (
        meant.time
        and isinstance(value.value, str)
        and value.value.strip()
        and value.value.strip()[-1:].isdigit()
    ):
        return Piece(f"{value.value} {meant.time}", value.at, value.how, value.note)
    return value
