"""The one place where a study changes, and what every view watches."""

import threading
from collections.abc import Callable
from typing import Any

import param

from nof1_lab.apps import signature
from nof1_lab.apps.runner import Engines, Runner
from nof1_lab.apps.shelf import CACHE, FolderShelf, Shelf
from nof1_lab.errors import FitError
from nof1_lab.study.document import Study
from nof1_lab.study.log import Log
from nof1_lab.study.steps import Step


class Bench(param.Parameterized):
    """A study at work: each step is saved before anything shows it.

    Several views and threads may share one bench. ``log`` is the one thing they watch; they may be called
    from any thread, and must not wait for another one.
    """

    log: Any = param.Parameter(constant=True, allow_None=False, doc="All that was done to the study.")

    def __init__(
        self,
        log: Log,
        *,
        shelf: Shelf | None = None,
        name: str | None = None,
        who: str | None = None,
        engines: Engines | None = None,
    ) -> None:
        super().__init__(log=log, name=name or log.study.title)
        self.shelf = shelf
        self.who = who or signature.who()
        self.saved_at: str | None = None
        self._lock = threading.RLock()
        self._engines = engines
        self._runner: Runner | None = None

    @property
    def study(self) -> Study:
        """The facts, as they stand now."""
        return self.log.study

    def do(self, step: Step, *args: Any, why: str = "", **kwargs: Any) -> Study:
        """Take a step; refused or in conflict, nothing changes here."""
        return self._turn(lambda log, signed: log.do(step, *args, why=why, **signed, **kwargs))

    def undo(self, why: str = "") -> Study:
        """Take the last step back."""
        return self._turn(lambda log, signed: log.undo(why=why, **signed))

    def redo(self, why: str = "") -> Study:
        """Take the last undone step again."""
        return self._turn(lambda log, signed: log.redo(why=why, **signed))

    def refresh(self) -> Study:
        """Take in what others have saved since; a file that was swapped for another is a conflict."""
        with self._lock:
            if self.shelf is not None:
                theirs = self.shelf.open(self.name)
                if not theirs.follows(self.log):
                    self.shelf.append(self.name, self.log, self.log.head)
                self._show(theirs)
            return self.study

    @property
    def runner(self) -> Runner:
        """What works behind: the posterior of the study on the bench, newest first."""
        if self._runner is None:
            with self._lock:
                self._runner = self._runner or self._hired()
        return self._runner

    def fit(self, **effort: int) -> Any:
        """The sampled posterior as ArviZ's InferenceData; ``draws``, ``chains`` and ``seed`` may be given.

        Draws that fail their checks are refused.
        """
        evidence = self.engines.exact(self.study, None)
        found = self.engines.sampled(evidence, lambda *_: None, threading.Event(), **effort)
        if found.engine != "sampled" or found.fit is None:
            raise FitError(
                " ".join(found.checks.reasons) if found.checks else "There are no draws.",
                "Draws that pass their checks were expected.",
                "Fit again with more draws, or read the exact result: bench.runner.evidence.",
            )
        return found.fit.idata

    @property
    def engines(self) -> Engines:
        """The two ways to a posterior; draws are kept beside the study, when it lies in a folder."""
        if self._engines is None:
            from nof1_lab.apps.engine import BothEngines

            folder = self.shelf.folder / CACHE if isinstance(self.shelf, FolderShelf) else None
            self._engines = BothEngines(folder)
        return self._engines

    def _hired(self) -> Runner:
        runner = Runner(lambda: self.study, self.engines)
        self.param.watch(lambda _: runner.start(), "log")
        runner.warm()
        return runner

    def _turn(self, turned: Callable[[Log, dict[str, str]], Log]) -> Study:
        with self._lock:
            before: Log = self.log
            after = turned(before, {"who": self.who, "at": signature.now()})
            if after is not before and self.shelf is not None:
                self.shelf.append(self.name, after, before.head)
                self.saved_at = after.links[-1].at
            self._show(after)
            return self.study

    def _show(self, log: Log) -> None:
        if log.links != self.log.links:
            with param.edit_constant(self):
                self.log = log
