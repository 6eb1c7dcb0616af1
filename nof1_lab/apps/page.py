"""The whole bench as one page: in a browser of its own, or in one cell of a notebook."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import panel as pn

from nof1_lab.apps.bench import Bench
from nof1_lab.apps.control import Strip
from nof1_lab.apps.screen import Screen, session
from nof1_lab.apps.step import SCREENS
from nof1_lab.errors import NofOneError
from nof1_lab.study.document import Study
from nof1_lab.study.log import Log
from nof1_lab.views.history import words
from nof1_lab.views.schedule import clock
from nof1_lab.views.words import invented

LONGEST = 48


class Page(Screen):
    """The strip, and under it the step that the person is at."""

    def __init__(self, bench: Bench, *, at: str = "") -> None:
        self._at = at if at in SCREENS else beginning(bench.study)
        self._screens: dict[str, Screen] = {}
        self._trouble = ""
        super().__init__(bench)

    def build(self) -> Sequence[Any]:
        """The strip, and room for the steps; a step is made when it is first looked at."""
        self._screens = {}
        self._strip = Strip(self._pressed, sizing_mode="stretch_width", margin=(0, 0, 20, 0))
        self._stage = pn.Column(sizing_mode="stretch_width", margin=0)
        self._turn_to(self._at)
        return self._strip, self._stage

    def draw(self) -> None:
        """Say in the strip what is true; the screens see to themselves."""
        log = self.bench.log
        props = {
            "title": log.study.title,
            "note": invented(log.study),
            "who": self.bench.who,
            "saved": self._trouble or saved(self.bench),
            "tone": "warn" if self._trouble or self.bench.shelf is None else "",
            "undo": short(log, log.done[-1]) if log.can_undo else None,
            "redo": short(log, log.undone[-1]) if log.can_redo else None,
            "steps": steps(log.study),
            "keys": session() is not None,
        }
        self._strip.say(props, {"at": self._at, "press": ""})

    def refresh(self) -> None:
        """Take in what other programs have saved."""
        trouble = ""
        try:
            self.bench.refresh()
        except NofOneError as error:
            trouble = f"Not saved: {error}"
        if trouble != self._trouble:
            self._trouble = trouble
            self.heard()

    def _pressed(self, part: dict[str, str]) -> None:
        if part.get("press") == "undo":
            self.bench.undo()
        elif part.get("press") == "redo":
            self.bench.redo()
        elif part.get("at") in SCREENS:
            self._turn_to(part["at"])
        self.draw()

    def _turn_to(self, at: str) -> None:
        self._at = at  # before the step is made: making it has news, and the strip is told with them
        for name, screen in self._screens.items():
            screen.be_seen(name == at)
        if at not in self._screens:
            self._screens[at] = SCREENS[at](self.bench, turn=self._turn)
            self._stage.append(self._screens[at])
        location: Any = pn.state.location
        if session() is not None and location is not None:
            location.update_query(step=at)


def beginning(study: Study) -> str:
    """Where to begin: at the diary while the trial runs, else at the first step that is still open."""
    if (
        study.schedule
        and study.schedule.first_day <= study.schedule.day_of(clock()) <= study.schedule.last_day
    ):
        return "diary"
    return next((step["name"] for step in steps(study) if step["state"] == "open"), "verdict")


def steps(study: Study) -> list[dict[str, str]]:
    """The steps of a trial, and which of them are done."""
    has_outcomes = any(entry.value is not None and entry.day >= 1 for entry in study.diary.entries)
    done = {
        "candidate": bool(study.candidates),
        "prior": bool(study.priors) or study.schedule is not None,
        "schedule": study.schedule is not None,
        "diary": has_outcomes,
        "evidence": study.is_ready,
        "verdict": study.is_ready,
    }
    return [
        {"name": name, "label": SCREENS[name].label, "state": "done" if done[name] else "open", "note": ""}
        for name in SCREENS
    ]


def saved(bench: Bench) -> str:
    """Whether, and when, the study was saved."""
    if bench.shelf is None:
        return "Not saved: this study has no file"
    at = datetime.fromisoformat(bench.log.links[-1].at).astimezone()
    return f"Saved {at:%H:%M}" if at.date() == clock() else f"Saved {at.day} {at:%b %Y, %H:%M}"


def short(log: Log, index: int) -> str:
    """A step in a few words, for a button."""
    link = log.links[index]
    said = words(link.step, link.arguments)
    return said if len(said) <= LONGEST else said[: LONGEST - 1].rstrip() + "…"
