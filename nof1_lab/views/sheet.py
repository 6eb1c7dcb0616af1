"""The seam: what a browser shows of a study, and the one way in which it can change it.

Four traits cross it. ``props`` goes down. ``value`` goes both ways and is always the whole part,
with a number: 0 when it was set here, counted up from 1 by the browser. ``ack`` goes down when a
message has been dealt with, pictures included. ``fault`` goes down when one was refused.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import anywidget
import param
import traitlets
from panel.custom import AnyWidgetComponent

from nof1_lab.errors import NofOneError, RegisteredError, SheetError
from nof1_lab.inference.evidence import Evidence
from nof1_lab.study.document import Study
from nof1_lab.study.steps import Step
from nof1_lab.views.message import Message, number_of, opened

STATIC = Path(__file__).parent / "static"

Props: TypeAlias = dict[str, Any]
Part: TypeAlias = dict[str, Any]


class Move(NamedTuple):
    """A step that a gesture asks for."""

    step: Step
    arguments: tuple[Any, ...]
    why: str = ""


Drafted: TypeAlias = Callable[[Study], object]
Moved: TypeAlias = Callable[[tuple[Move, ...]], object]


def moved(study: Study, moves: Sequence[Move]) -> Study:
    """The study after the moves."""
    for step, arguments, _ in moves:
        study = step(study, *arguments)
    return study


def require_open(study: Study) -> None:
    """Refuse to change a registered protocol by hand: a gesture gives no reason."""
    if study.registration:
        raise RegisteredError(
            "The protocol is registered, and this would change it.",
            "A reason was expected: the change is an amendment.",
            "Make the change from the command line or a notebook, and say why there.",
        )


def require_reason(study: Study, why: str) -> None:
    """Refuse to change a registered protocol without a reason: with one, it is an amendment."""
    if study.registration and not why:
        raise RegisteredError(
            "The protocol is registered, and this would change it.",
            "A reason was expected: the change is an amendment.",
            "Say why in the field for it, then make the change.",
        )


class Sheet:
    """A lens on one part of a study: what it shows, and what it edits."""

    props: Any
    value: Any
    ack: Any
    fault: Any
    _listen: Callable[[Callable[..., None]], None]

    def __init__(self, study: Study | None = None, evidence: Evidence | None = None, **layout: Any) -> None:
        super().__init__(**layout)
        self._study: Study | None = None
        self._part: Part | None = None
        self._drafted: list[Drafted] = []
        self._moved: list[Moved] = []
        self._listen(self._receive)
        if study is not None:
            self.show(study, evidence)

    @staticmethod
    def read(study: Study, evidence: Evidence | None = None) -> tuple[Props, Part]:
        """What the browser shows of the study, and the part that it may edit."""
        raise NotImplementedError

    @staticmethod
    def moves(study: Study, part: Part) -> tuple[Move, ...]:
        """The steps that make the study's part this one; none when it already is."""
        raise NotImplementedError

    def follow(self, study: Study, part: Part, *, settled: bool) -> Props | None:  # noqa: ARG002
        """What to show while a part is a draft of the study; None leaves everything as it is."""
        return None

    def completed(self, part: Part) -> Part:
        """The part with what only chance can add; most sheets leave nothing to it."""
        return part

    def on_draft(self, callback: Drafted) -> None:
        """Call back with the study as it would be, while the finger is still moving."""
        self._drafted.append(callback)

    def on_moves(self, callback: Moved) -> None:
        """Call back with the moves of every finished gesture."""
        self._moved.append(callback)

    def show(self, study: Study, evidence: Evidence | None = None) -> None:
        """Show this study; what the browser already shows is not sent again.

        A drag in progress is newer than what stands in the study: only news about the very part
        that is being dragged goes over it, and the browser then holds it back until the finger rests.
        """
        props, part = self._reading(study, evidence)
        is_news = part != self._part
        self._study, self._part = study, part
        if self.props != props:
            self.props = props
        if self._shown_part() != part and (is_news or not self._is_moving()):
            self._put(part)

    def _reading(self, study: Study, evidence: Evidence | None) -> tuple[Props, Part]:
        return self.read(study, evidence)

    def _receive(self, _change: object) -> None:
        n = number_of(self.value)
        if n == 0 or self._study is None:
            return
        try:
            self._deal(opened(self.value))
            self._forgive()
        except NofOneError as error:
            self._refuse(n or 0, error)
        except Exception:
            self._refuse(n or 0, _mishap())
            raise
        finally:
            if n:
                self.ack = n

    def _deal(self, message: Message) -> None:
        study = self._followed()
        part = self.completed(message.part) if message.settled else message.part
        moves = self.moves(study, part)
        after = moved(study, moves)
        ahead = self.follow(study, part, settled=message.settled)
        if message.settled and moves:
            for callback in self._moved:
                callback(moves)
            return
        self._look(ahead)
        for callback in self._drafted:
            callback(after)
        if message.settled and message.part != self._part:
            self._put(self._part)

    def _refuse(self, n: int, error: NofOneError) -> None:
        self.fault = {"n": n, "wrong": error.wrong, "expected": error.expected, "remedy": error.remedy}
        self._put(self._part)
        study = self._followed()
        self._look(self.follow(study, self._part or {}, settled=True))
        for callback in self._drafted:
            callback(study)

    def _look(self, props: Props | None) -> None:
        if props is not None and self.props != props:
            self.props = props

    def _forgive(self) -> None:
        if self.fault != {}:
            self.fault = {}

    def _put(self, part: Part | None) -> None:
        self.value = {"n": 0, "part": part, "settled": True, "seen": number_of(self.value) or self.ack}

    def _followed(self) -> Study:
        if self._study is None:
            raise SheetError(
                "The sheet shows no study yet.", "A study was expected.", "Show one before editing it."
            )
        return self._study

    def _shown_part(self) -> object:
        return self.value.get("part") if isinstance(self.value, dict) else None

    def _is_moving(self) -> bool:
        return bool(number_of(self.value)) and self.value.get("settled") is False


class Component(AnyWidgetComponent):
    """The traits of a sheet in a Panel page."""

    _debounce = 0  # the browser waits for the acknowledgement; waiting twice only adds delay

    props = param.Dict({})
    value = param.Parameter({"n": 0, "part": None, "settled": True})  # anything: it is vetted, never trusted
    ack = param.Integer(0)
    fault = param.Dict({})

    __abstract = True

    def _listen(self, callback: Callable[..., None]) -> None:
        self.param.watch(callback, "value")


class Widget(anywidget.AnyWidget):
    """The traits of a sheet among ipywidgets."""

    props = traitlets.Dict().tag(sync=True)
    value = traitlets.Any({"n": 0, "part": None, "settled": True}).tag(sync=True)
    ack = traitlets.Int(0).tag(sync=True)
    fault = traitlets.Dict().tag(sync=True)

    def _listen(self, callback: Callable[..., None]) -> None:
        self.observe(callback, "value")


def _mishap() -> SheetError:
    return SheetError(
        "Something broke while this change was taken in.",
        "A change like this was expected to work.",
        "The study stands as it was; report what you did just before.",
    )
