"""What comes in from outside: pasted or picked, looked through, and accepted row by row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, Protocol, TypeAlias

import pandas as pd

from nof1_lab.errors import NofOneError
from nof1_lab.inference.evidence import Evidence
from nof1_lab.study.document import Study
from nof1_lab.study.steps import propose, record
from nof1_lab.views.message import Message, refusal, take
from nof1_lab.views.sheet import (
    STATIC,
    Component,
    Move,
    Part,
    Props,
    Sheet,
    Widget,
    moved,
    require_open,
)
from nof1_lab.views.words import count

Kind: TypeAlias = Literal["candidates", "outcomes"]
MOST_BYTES = 5_000_000
TITLES = {"candidates": "Candidates", "outcomes": "Outcomes"}
HINTS = {
    "candidates": "Paste what your model said (JSON, a Markdown table or CSV), or choose its file.",
    "outcomes": "Paste CSV with a column day or date and a column value, or choose its file.",
}
THINGS = {"candidates": "candidate", "outcomes": "outcome"}


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


Reader: TypeAlias = Callable[[Study, str, str], Reading]


@dataclass(frozen=True, slots=True)
class Parcel:
    """What the browser sends: a text with its name, and the rows of it that are accepted."""

    name: str = ""
    text: str = ""
    accept: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Box:
    """What lies in the box: the parcel, what was read out of it or why not, and what was done before."""

    parcel: Parcel = Parcel()
    reading: Reading | None = None
    problem: str = ""
    done: str = ""


class InboxSheet(Sheet):
    """A box to paste into, and a table of what was found in it.

    ``reader(study, name, text)`` reads; what it refuses is shown in the box in its three sentences.
    """

    def __init__(
        self,
        kind: Kind,
        reader: Reader,
        study: Study | None = None,
        evidence: Evidence | None = None,
        **layout: Any,
    ) -> None:
        self._kind: Kind = kind
        self._reader = reader
        self._box = Box()
        super().__init__(study, evidence, **layout)

    def _reading(self, study: Study, evidence: Evidence | None) -> tuple[Props, Part]:  # noqa: ARG002
        return props(self._kind, self._box), part(self._box)

    def _deal(self, message: Message) -> None:
        parcel: Parcel = take(Parcel, message.part)
        if not message.settled:
            return
        if parcel.accept is None:
            self._box = opened(parcel, self._followed(), self._reader)
        else:
            self._accept(parcel, parcel.accept)
        self.show(self._followed())

    def _accept(self, parcel: Parcel, numbers: tuple[int, ...]) -> None:
        study, before = self._followed(), self._box
        if replace(parcel, accept=None) != before.parcel or before.reading is None:
            raise refusal(
                "The rows to accept are not those that were read", "A text that has been looked through"
            )
        moves = accepted(self._kind, study, before.reading, numbers)
        moved(study, moves)
        self._box = Box(done=done(self._kind, len(moves[0].arguments) if moves else 0))
        try:
            for callback in self._moved:
                callback(moves)
        except BaseException:
            self._box = before
            self.show(self._followed())
            raise


class InboxComponent(InboxSheet, Component):  # pyright: ignore[reportIncompatibleMethodOverride] - Panel shows by serving
    """The inbox for Panel."""

    _esm = STATIC / "inbox.js"


class InboxWidget(InboxSheet, Widget):
    """The inbox for ipywidgets."""

    _esm = STATIC / "inbox.js"


def opened(parcel: Parcel, study: Study, reader: Reader) -> Box:
    """The box with the parcel looked through; an empty parcel empties it."""
    if not parcel.text.strip():
        return Box()
    if len(parcel.text.encode()) > MOST_BYTES:
        return Box(parcel=Parcel(parcel.name), problem=_too_large(parcel))
    try:
        return Box(parcel, reader(study, parcel.name, parcel.text))
    except NofOneError as error:
        return Box(parcel, problem=str(error))


def accepted(kind: Kind, study: Study, reading: Reading, numbers: Sequence[int]) -> tuple[Move, ...]:
    """One step for all rows that are accepted."""
    wanted = set(numbers)
    if not wanted <= set(range(len(reading.rows))):
        raise refusal("A row is accepted that is not there", "Rows of the table")
    nouns = tuple(row.noun for i, row in enumerate(reading.rows) if i in wanted and row.noun is not None)
    if not nouns:
        return ()
    if kind == "candidates":
        require_open(study)
    return (Move(propose if kind == "candidates" else record, nouns),)


def props(kind: Kind, box: Box) -> Props:
    """What the browser shows of the box."""
    reading = box.reading
    return {
        "kind": kind,
        "title": TITLES[kind],
        "hint": " ".join(reading.notes) if reading and reading.notes else HINTS[kind],
        "columns": list(reading.columns) if reading else [],
        "rows": [
            {
                "cells": list(row.cells),
                "ok": row.noun is not None,
                "note": row.note,
                "chosen": row.noun is not None,
            }
            for row in (reading.rows if reading else ())
        ],
        "problem": box.problem,
        "max_bytes": MOST_BYTES,
        "done": box.done,
    }


def part(box: Box) -> Part:
    """The parcel as it lies in the box, nothing of it accepted yet."""
    return {"name": box.parcel.name, "text": box.parcel.text, "accept": None}


def done(kind: Kind, n: int) -> str:
    """What has been taken over."""
    return f"{count(n, THINGS[kind])} taken over." if n else "Nothing was taken over."


def table(reading: Reading) -> pd.DataFrame:
    """What was read, with a word on each row."""
    rows = [
        [*row.cells, row.note or ("" if row.noun is not None else "cannot be taken over")]
        for row in reading.rows
    ]
    return pd.DataFrame(rows, columns=[*reading.columns, "note"])


def _too_large(parcel: Parcel) -> str:
    size = len(parcel.text.encode()) / 1e6
    return (
        f"The text has {size:.1f} MB. At most {MOST_BYTES / 1e6:g} MB were expected."
        " Leave out what is not needed, or use the command line."
    )
