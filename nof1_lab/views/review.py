"""What was read, as a person looks it through: every field with where it came from and how sure that is."""

from collections.abc import Callable
from typing import Any

from nof1_lab.exchange.candidate import CandidateRow, Candidates
from nof1_lab.exchange.field import Field
from nof1_lab.exchange.reading import Reading, Row
from nof1_lab.exchange.text import Place, utf16

TWICE = "A candidate of this name is in the study already. Accepting this one puts it in its place."


def rows(reading: Reading[Any], known: frozenset[str] = frozenset()) -> list[dict[str, Any]]:
    """Every row as the browser shows it; ``known`` are the names that the study has already."""
    place = utf16(text_of(reading))
    return [
        {
            "cells": list(row.cells),
            "ok": row.noun is not None,
            "note": row.note,
            "chosen": row.noun is not None,
            "fields": [_field(field, place) for field in row.fields] if isinstance(row, CandidateRow) else [],
            "warnings": [*row.warnings, *_twice(row, known)] if isinstance(row, CandidateRow) else [],
        }
        for row in reading.rows
    ]


def text_of(reading: Reading[Any]) -> str:
    """The text that the places of the fields are counted in."""
    return reading.text if isinstance(reading, Candidates) else ""


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


def _twice(row: Row[Any], known: frozenset[str]) -> tuple[str, ...]:
    return (TWICE,) if row.noun is not None and getattr(row.noun, "name", None) in known else ()
