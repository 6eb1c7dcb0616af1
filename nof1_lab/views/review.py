"""What was read, as a person looks it through: every field with where it came from and how sure that is."""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Any, Protocol

from nof1_lab.exchange.field import Field

ASTRAL = re.compile("[\U00010000-\U0010ffff]")
TWICE = "A candidate of this name is in the study already. Accepting this one puts it in its place."

Place = tuple[int, int]


class Row(Protocol):
    """One row that was read: its cells, the noun when it can be accepted, and a note on it."""

    @property
    def cells(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def noun(self) -> Any: ...  # noqa: D102
    @property
    def note(self) -> str: ...  # noqa: D102


class Reading(Protocol):
    """All rows that were read, good and bad, and what was guessed on the way."""

    @property
    def columns(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def rows(self) -> Sequence[Row]: ...  # noqa: D102
    @property
    def notes(self) -> tuple[str, ...]: ...  # noqa: D102


def rows(reading: Reading, known: frozenset[str] = frozenset()) -> list[dict[str, Any]]:
    """Every row as the browser shows it; ``known`` are the names that the study has already."""
    place = counted(text_of(reading))
    return [
        {
            "cells": list(row.cells),
            "ok": row.noun is not None,
            "note": row.note,
            "chosen": row.noun is not None,
            "fields": [_field(field, place) for field in getattr(row, "fields", ())],
            "warnings": [*getattr(row, "warnings", ()), *_twice(row, known)],
        }
        for row in reading.rows
    ]


def text_of(reading: Reading) -> str:
    """The text that the places of the fields are counted in."""
    return getattr(reading, "text", "")


def counted(text: str) -> Callable[[Place], Place]:
    """Where a place is for a browser, which counts letters beyond U+FFFF twice.

    >>> counted("💊 Melatonin")((2, 11))
    (3, 12)
    """
    large = [] if text.isascii() else [found.start() for found in ASTRAL.finditer(text)]

    def place(at: Place) -> Place:
        start, end = at
        return start + bisect_left(large, start), end + bisect_left(large, end)

    return place


def _field(field: Field, place: Callable[[Place], Place]) -> dict[str, Any]:
    start, end = place(field.at) if field.at else (None, None)
    return {
        "role": field.role,
        "label": field.label,
        "text": field.text,
        "how": field.how,
        "from": start,
        "to": end,
        "note": field.note,
    }


def _twice(row: Row, known: frozenset[str]) -> tuple[str, ...]:
    return (TWICE,) if row.noun is not None and getattr(row.noun, "name", None) in known else ()
