"""Nouns as plain JSON values, and back: strictly, so that nothing unexpected gets in."""

import dataclasses
import hashlib
import json
import types
from datetime import date
from functools import cache
from typing import Any, Literal, TypeAlias, Union, get_args, get_origin, get_type_hints

from nof1_lab.errors import FileError
from nof1_lab.study.number import shown

Plain: TypeAlias = "bool | int | float | str | list[Plain] | dict[str, Plain] | None"


def to_plain(thing: Any) -> Plain:
    """The JSON value of a noun: one and the same for equal nouns."""
    if dataclasses.is_dataclass(thing):
        return {name: to_plain(getattr(thing, name)) for name in _shape(type(thing)).names}
    if isinstance(thing, tuple | list):
        return [to_plain(item) for item in thing]
    if isinstance(thing, date):
        return thing.isoformat()
    if isinstance(thing, float) and thing.is_integer() and abs(thing) < 2**53:
        return int(thing)
    return thing


def from_plain(kind: Any, value: Any) -> Any:
    """The noun of type ``kind`` that a JSON value stands for."""
    if dataclasses.is_dataclass(kind):
        return _noun(kind, value)
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _either(kind, value)
    if origin is tuple:
        return _row(kind, value)
    if origin is Literal:
        return value if value in get_args(kind) else _refuse(kind, value)
    return _scalar(kind, value)


def canonical(value: Plain) -> str:
    """The one text of a JSON value: keys sorted, no spaces, no special numbers."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def fingerprint(value: Plain) -> str:
    """The SHA-256 of a JSON value's one text."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()


@dataclasses.dataclass(frozen=True, slots=True)
class Shape:
    """The parts of a noun: their names and types, and those that must be there."""

    names: tuple[str, ...]
    kinds: dict[str, Any]
    needed: frozenset[str]


@cache
def _shape(kind: Any) -> Shape:
    parts = dataclasses.fields(kind)
    needed = frozenset(
        part.name
        for part in parts
        if part.default is dataclasses.MISSING and part.default_factory is dataclasses.MISSING
    )
    return Shape(tuple(part.name for part in parts), get_type_hints(kind), needed)


def _noun(kind: Any, value: Any) -> Any:
    shape = _shape(kind)
    if not isinstance(value, dict) or not shape.needed <= set(value) <= set(shape.names):
        return _refuse(kind, value)
    return kind(**{name: from_plain(shape.kinds[name], item) for name, item in value.items()})


def _either(kind: Any, value: Any) -> Any:
    if value is None and types.NoneType in get_args(kind):
        return None
    (only,) = [choice for choice in get_args(kind) if choice is not types.NoneType]
    return from_plain(only, value)


def _row(kind: Any, value: Any) -> Any:
    if not isinstance(value, list):
        return _refuse(kind, value)
    first, *rest = get_args(kind)
    if rest == [...]:
        return tuple(from_plain(first, item) for item in value)
    if len(value) != len(rest) + 1:
        return _refuse(kind, value)
    return tuple(from_plain(each, item) for each, item in zip((first, *rest), value, strict=True))


def _scalar(kind: Any, value: Any) -> Any:
    if kind is float:
        return _number(value)
    if kind is date and isinstance(value, str):
        return _date(value)
    if isinstance(kind, type) and type(value) is kind:
        return value
    return _refuse(kind, value)


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return _refuse(float, value)
    try:
        return float(value)
    except OverflowError:
        return _refuse(float, value)


def _date(value: str) -> date:
    try:
        found = date.fromisoformat(value)
    except ValueError:
        return _refuse(date, value)
    # Weeks and dates without dashes are ISO dates too, but a file has one spelling.
    return found if found.isoformat() == value else _refuse(date, value)


def _refuse(kind: Any, value: Any) -> Any:
    name = getattr(kind, "__name__", str(kind))
    raise FileError(
        f"{shown(value)} cannot be read as {name}.",
        "A value of the study format was expected.",
        "Use a file that nof1_lab wrote, unchanged.",
    )
