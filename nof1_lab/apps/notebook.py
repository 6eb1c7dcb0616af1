"""The bench as a notebook uses it: each screen is one word, and so is the whole app."""

from pathlib import Path
from typing import Any

from nof1_lab.apps import signature
from nof1_lab.apps.bench import Bench
from nof1_lab.apps.shelf import located, require_new
from nof1_lab.study.log import begun
from nof1_lab.study.measure import Measure
from nof1_lab.study.steps import begin


class NotebookBench(Bench):
    """A study at work, with its screens.

    ``do``, ``undo`` and ``redo`` change it, ``study`` holds the facts and ``fit`` gives the posterior;
    every screen that is shown follows, in whichever cell or window it stands.
    """

    @property
    def candidates(self) -> Any:
        """What was proposed: paste it, look through it, accept it."""
        return self._screen("candidate")

    @property
    def prior(self) -> Any:
        """What is believed of each arm: drag it, and watch the posterior follow."""
        return self._screen("prior")

    @property
    def schedule(self) -> Any:
        """Which arm is taken on which day."""
        return self._screen("schedule")

    @property
    def diary(self) -> Any:
        """What was measured: upload it, or click it in."""
        return self._screen("diary")

    @property
    def evidence(self) -> Any:
        """The posterior in numbers and pictures, and whether to believe it."""
        return self._screen("evidence")

    @property
    def verdict(self) -> Any:
        """What follows from it, by the rule that was agreed before."""
        return self._screen("verdict")

    def app(self) -> Any:
        """All of it as one page."""
        from nof1_lab.apps.page import Page

        return Page(self)

    def _screen(self, name: str) -> Any:
        from nof1_lab.apps.step import SCREENS

        return SCREENS[name](self)


def open_study(path: str | Path) -> NotebookBench:
    """The bench with the study of a file on it; every step is saved there at once."""
    shelf, name = located(path)
    return NotebookBench(shelf.open(name), shelf=shelf, name=name)


def new_study(path: str | Path, *, title: str, measure: Measure) -> NotebookBench:
    """The bench with a new study on it, kept in a file that is not there yet."""
    shelf, name = located(path)
    require_new(shelf, name)
    log = begun(begin, title, measure, who=signature.who(), at=signature.now())
    shelf.append(name, log, "")
    return NotebookBench(log, shelf=shelf, name=name)
