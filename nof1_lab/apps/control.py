"""What a page needs beside its sheets: the strip above them, and the engine's progress."""

from collections.abc import Callable
from typing import Any

from nof1_lab.errors import NofOneError
from nof1_lab.inference.evidence import Evidence
from nof1_lab.views.message import number_of, opened, refusal
from nof1_lab.views.sheet import STATIC, Component

BUTTONS = ("", "undo", "redo", "fit", "cancel")


class Control(Component):
    """Buttons that are no part of a study: what is pressed is told, and what is true is shown."""

    def __init__(self, pressed: Callable[[dict[str, str]], object], **layout: Any) -> None:
        super().__init__(**layout)
        self._pressed = pressed
        self._listen(self._receive)

    def say(self, props: dict[str, Any], part: dict[str, str]) -> None:
        """Show this; what the browser already shows is not sent again."""
        if self.props != props:
            self.props = props
        if self.value.get("part") != part:
            seen = number_of(self.value) or self.ack
            self.value = {"n": 0, "part": part, "settled": True, "seen": seen}

    def _receive(self, _change: object) -> None:
        n = number_of(self.value)
        if not n:
            return
        try:
            self._pressed(wanted(self.value))
            self.fault = {}
        except NofOneError as error:
            self.fault = {"n": n, "wrong": error.wrong, "expected": error.expected, "remedy": error.remedy}
        finally:
            self.ack = n


class Strip(Control):
    """Which study, where in the trial, what is saved, and the way back and forward."""

    _esm = STATIC / "strip.js"


class Engine(Control):
    """How far the posterior is, and the buttons to run or stop it."""

    _esm = STATIC / "engine.js"


def wanted(value: object) -> dict[str, str]:
    """What was pressed: words of ours, or a refusal."""
    part = opened(value).part
    if not isinstance(part, dict) or not all(isinstance(word, str) for word in part.values()):
        raise refusal("The message is not one of a button", "A word of this page")
    if part.get("press", "") not in BUTTONS:
        raise refusal("There is no such button", "A button of this page")
    return part


def engine_label(evidence: Evidence | None) -> str:
    """Where the shown numbers come from."""
    if evidence is None:
        return ""
    return {"exact": "exact (quadrature)", "sampled": "sampled (Bambi, AR(1) errors)"}[evidence.engine]


def fault_lines(fault: NofOneError | None) -> list[str]:
    """An error as its three sentences; none when there is none."""
    return [fault.wrong, fault.expected, fault.remedy] if fault else []
