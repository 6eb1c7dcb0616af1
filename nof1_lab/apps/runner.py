"""What works behind the bench: the exact posterior at once, then the sampled one in its place."""

import atexit
import logging
import threading
import time
import weakref
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, Protocol

import param

from nof1_lab.errors import CancelledError, FitError, NofOneError
from nof1_lab.study.document import Study

if TYPE_CHECKING:
    from nof1_lab.inference.evidence import Evidence

Phase = Literal["idle", "warming", "sampling", "done", "cancelled", "failed"]
Progress = Callable[[float, str], None]
QUIET_SECONDS = 0.05  # a burst of steps is waited out: only its last study is sampled
PROGRESS_SECONDS = 0.1
LAST_SECONDS = 5.0  # for chains to hear that the program ends
LOGGER = logging.getLogger(__name__)


class Engines(Protocol):
    """The two ways to a posterior, and a way to be ready for the slower one."""

    def exact(self, study: Study, like: "Evidence | None") -> "Evidence":
        """The evidence in closed form; ``like`` is earlier evidence that may spare work."""
        ...

    def sampled(
        self, evidence: "Evidence", progress: Progress, cancelled: threading.Event, **effort: int
    ) -> "Evidence":
        """The evidence with draws beside it."""
        ...

    def warm(self, study: Study, cancelled: threading.Event) -> None:
        """Compile what sampling a study like this needs."""
        ...


@dataclass(frozen=True, slots=True)
class RunState:
    """How far the work is, in a word, a share and a sentence; ``fault`` says why it failed."""

    phase: Phase = "idle"
    fraction: float = 0.0
    words: str = ""
    fault: NofOneError | None = None


class Job:
    """One study to be sampled, or (without evidence) to get ready for; dropped when a newer one comes."""

    def __init__(self, study: Study, evidence: "Evidence | None") -> None:
        self.study = study
        self.evidence = evidence
        self.dropped = threading.Event()
        self.told_at = 0.0


class Runner(param.Parameterized):
    """Keeps the last good evidence of a study, and works on the newest.

    ``evidence`` stays until a better one is there: it is stale while its fingerprint is not the study's.
    Both parameters may change in any thread. They are told one after the other and never while a lock is
    held, so that whoever watches may ask for more.
    """

    evidence: Any = param.Parameter(None, doc="The last good evidence.")
    state: Any = param.Parameter(RunState(), doc="How far the work is.")

    def __init__(self, study: Callable[[], Study], engines: Engines) -> None:
        super().__init__()
        self._study = study
        self._engines = engines
        self._lock = threading.RLock()
        self._found: Evidence | None = None
        self._news: deque[dict[str, Any]] = deque()
        self._telling = threading.Lock()
        self._job: Job | None = None
        self._waiting: Job | None = None
        self._worker: threading.Thread | None = None
        self._is_hired = False

    def start(self) -> None:
        """Work out the study as it now stands: exactly at once, by sampling behind."""
        study = self._study()
        with self._lock:
            if not self._is_under_way(study):
                self._drop()
                self._begin(study)
        self._tell_all()

    def cancel(self) -> None:
        """Stop sampling; what was there before stays."""
        with self._lock:
            if self._drop():
                self._note(RunState("cancelled", words="Stopped; the last result stays."))
        self._tell_all()

    def close(self) -> None:
        """Stop all work and wait for its end: chains that outlive the program take it down with them."""
        with self._lock:
            self._drop()
            worker = self._worker
        if worker is not None:
            worker.join(LAST_SECONDS)

    def warm(self) -> None:
        """Make the sampler ready before it is needed."""
        with self._lock:
            if self._job is None:
                self._note(RunState("warming", words="Getting the sampler ready."))
                self._hand_over(Job(self._study(), None))
        self._tell_all()

    def _begin(self, study: Study) -> None:
        if not study.is_ready:
            self._note(RunState("idle", words="Waiting for a schedule and a first outcome."))
            return
        try:
            found = self._engines.exact(study, self._found)
        except Exception as error:  # noqa: BLE001 - a person is told, and the program's log
            self._note(RunState("failed", fault=fault_of(error)))
            return
        self._note(RunState("sampling", words="The exact result is there; sampling behind it."), found)
        self._hand_over(Job(study, found))

    def _note(self, state: RunState, evidence: "Evidence | None" = None) -> None:
        """Keep what is to be told once the lock is free; no evidence leaves the last one as it is."""
        if evidence is None:
            self._news.append({"state": state})
        else:
            self._found = evidence
            self._news.append({"evidence": evidence, "state": state})

    def _tell_all(self) -> None:
        """Tell the news in their order; who finds another at it leaves them to that one."""
        while self._news and self._telling.acquire(blocking=False):
            try:
                while self._news:
                    self._tell_one(self._news.popleft())
            finally:
                self._telling.release()

    def _tell_one(self, news: dict[str, Any]) -> None:
        try:
            self.param.update(**news)
        except Exception:
            LOGGER.exception("A view could not follow the posterior.")

    def _is_under_way(self, study: Study) -> bool:
        fingerprint = study.fingerprint
        if self._job is not None and self._job.evidence is not None:
            return self._job.study.fingerprint == fingerprint
        known = self._found
        return known is not None and known.fit is not None and known.fingerprint == fingerprint

    def _drop(self) -> bool:
        """Whether there was something to let go of."""
        job, self._job, self._waiting = self._job, None, None
        if job is not None:
            job.dropped.set()
        return job is not None

    def _hand_over(self, job: Job) -> None:
        self._job = self._waiting = job
        if self._worker is None:
            if not self._is_hired:
                self._is_hired = True
                atexit.register(_let_go, weakref.ref(self))
            self._worker = threading.Thread(target=self._work, name="nof1_lab sampler", daemon=True)
            self._worker.start()

    def _work(self) -> None:
        """One job after the other, the newest first, until none is waiting."""
        while (job := self._next()) is not None:
            if not job.dropped.wait(QUIET_SECONDS):
                self._run(job)

    def _next(self) -> Job | None:
        with self._lock:
            job, self._waiting = self._waiting, None
            if job is None:
                self._worker = None
            return job

    def _run(self, job: Job) -> None:
        try:
            self._end(job, *self._worked(job))
        except CancelledError:
            self._end(job, None, RunState("cancelled", words="Stopped; the last result stays."))
        except Exception as error:  # noqa: BLE001 - a person is told, and the program's log
            self._end(job, None, RunState("failed", fault=fault_of(error)))

    def _worked(self, job: Job) -> "tuple[Evidence | None, RunState]":
        if job.evidence is None:
            self._engines.warm(job.study, job.dropped)
            return None, RunState("idle", words="The sampler is ready.")
        started = time.perf_counter()
        found = self._engines.sampled(job.evidence, lambda *told: self._tell(job, *told), job.dropped)
        if found.engine != "sampled":
            return found, RunState("done", 1.0, "The draws failed their checks: the exact result is shown.")
        return found, RunState("done", 1.0, f"Sampled in {time.perf_counter() - started:.1f} s.")

    def _tell(self, job: Job, fraction: float, words: str) -> None:
        now = time.monotonic()
        with self._lock:
            if self._job is job and now - job.told_at >= PROGRESS_SECONDS:
                job.told_at = now
                self._note(RunState("sampling", min(max(fraction, 0.0), 1.0), words))
        self._tell_all()

    def _end(self, job: Job, evidence: "Evidence | None", state: RunState) -> None:
        """Show the result of a job that is still wanted."""
        with self._lock:
            if self._job is not job:
                return
            self._job = None
            self._note(state, evidence)
        self._tell_all()


def _let_go(runner: "weakref.ref[Runner]") -> None:
    found = runner()
    if found is not None:
        found.close()


def fault_of(error: Exception) -> NofOneError:
    """Any error as three sentences; one that is ours to mend goes into the log of the program too."""
    if isinstance(error, NofOneError):
        return error
    LOGGER.error("The posterior could not be had.", exc_info=error)
    return FitError(
        f"The posterior could not be had ({type(error).__name__}).",
        "A fit without a fault of the program was expected.",
        "Fit again; if it stays like this, please report it with the log of the program.",
    )
