"""What comes in from outside: pasted or picked, looked through, and accepted row by row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias

import pandas as pd

from nof1_lab.errors import NofOneError
from nof1_lab.exchange.reading import Reading
from nof1_lab.inference.evidence import Evidence
from nof1_lab.study.document import Study
from nof1_lab.study.plain import to_plain
from nof1_lab.study.steps import propose, record
from nof1_lab.views.message import Message, refusal, take
from nof1_lab.views.parcel import Parcel
from nof1_lab.views.review import rows, text_of
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
MOST_BYTES = {"candidates": 1_000_000, "outcomes": 5_000_000}
TITLES = {"candidates": "What your model said", "outcomes": "Outcomes"}
HINTS = {
    "candidates": "Paste it as it was said: JSON, a table, CSV or a list in words. Or drop a file here, also"
    " XLSX. You look everything over before anything is taken.",
    "outcomes": "Paste CSV with a column day or date and a column value, or choose its file.",
}
THINGS = {"candidates": "candidate", "outcomes": "outcome"}

EMPTY = Parcel()

Reader: TypeAlias = Callable[[Study, Parcel], Reading[Any]]


@dataclass(frozen=True, slots=True)
class Box:
    """What lies in the box: the parcel, what was read out of it or why not, and what was done before."""

    parcel: Parcel = EMPTY
    reading: Reading[Any] | None = None
    problem: str = ""
    done: str = ""


class InboxSheet(Sheet):
    """A box to paste into, and a table of what was found in it.

    ``reader(study, parcel)`` reads; what it refuses is shown in the box in its three sentences.
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
        self._present: Callable[[], Study] | None = None
        super().__init__(study, evidence, **layout)

    def follow_present(self, present: Callable[[], Study]) -> None:
        """Read and accept against the study as it stands: it may have moved on since it was last shown."""
        self._present = present

    def _followed(self) -> Study:
        return self._present() if self._present else super()._followed()

    def lay(self, name: str, text: str) -> None:
        """Lay a text into the box as if it had been pasted; nothing of it is accepted by that."""
        self._box = opened(self._kind, Parcel(name, text).tidy(), self._followed(), self._reader)
        self.show(self._followed())

    def _reading(self, study: Study, evidence: Evidence | None) -> tuple[Props, Part]:  # noqa: ARG002
        return props(self._kind, self._box, study), part(self._box)

    def _deal(self, message: Message) -> None:
        parcel: Parcel = take(Parcel, message.part).tidy()
        parcel.require_sane()
        if not message.settled:
            return
        if parcel.accept is None:
            self._box = opened(self._kind, parcel, self._followed(), self._reader)
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


def opened(kind: Kind, parcel: Parcel, study: Study, reader: Reader) -> Box:
    """The box with the parcel looked through; an empty parcel empties it."""
    if parcel.is_empty:
        return Box()
    if parcel.size > MOST_BYTES[kind]:
        return Box(parcel=Parcel(parcel.name), problem=_too_large(kind, parcel))
    try:
        return Box(parcel, reader(study, parcel))
    except NofOneError as error:
        return Box(parcel, problem=str(error))


def accepted(kind: Kind, study: Study, reading: Reading[Any], numbers: Sequence[int]) -> tuple[Move, ...]:
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


def props(kind: Kind, box: Box, study: Study | None = None) -> Props:
    """What the browser shows of the box."""
    reading = box.reading
    known = frozenset(each.name for each in study.candidates) if study else frozenset[str]()
    shown = text_of(reading) if reading else ""
    return {
        "kind": kind,
        "title": TITLES[kind],
        "hint": HINTS[kind],
        "notes": list(reading.notes) if reading else [],
        "columns": list(reading.columns) if reading else [],
        "rows": rows(reading, known) if reading else [],
        "shown": shown if shown != box.parcel.text else None,
        "problem": box.problem,
        "max_bytes": MOST_BYTES[kind],
        "done": box.done,
    }


def part(box: Box) -> Part:
    """The parcel as it lies in the box, nothing of it accepted yet."""
    return to_plain(replace(box.parcel, accept=None))  # pyright: ignore[reportReturnType] - it is a dict


def done(kind: Kind, n: int) -> str:
    """What has been taken over."""
    return f"{count(n, THINGS[kind])} taken over." if n else "Nothing was taken over."


def table(reading: Reading[Any]) -> pd.DataFrame:
    """What was read, with a word on each row."""
    rows = [
        [*row.cells, row.note or ("" if row.noun is not None else "cannot be taken over")]
        for row in reading.rows
    ]
    return pd.DataFrame(rows, columns=[*reading.columns, "note"])


def _too_large(kind: Kind, parcel: Parcel) -> str:
    return (
        f"This has {parcel.size / 1e6:.1f} MB. At most {MOST_BYTES[kind] / 1e6:g} MB were expected."
        " Leave out what is not needed, or use the command line."
    )
