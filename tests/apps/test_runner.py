"""What works behind the bench: the newest study wins, and the last good result stays."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from apps.example import planned, step

from nof1_lab.apps.runner import Runner, RunState
from nof1_lab.errors import CancelledError, FitError, OutcomeError
from nof1_lab.study.diary import Entry
from nof1_lab.study.document import Study
from nof1_lab.study.steps import record

PATIENCE = 20


@dataclass(frozen=True)
class Found:
    """Evidence, as far as a runner cares."""

    fingerprint: str
    fit: str | None = None

    @property
    def engine(self) -> str:
        return "sampled" if self.fit == "draws" else "exact"


@dataclass
class Engines:
    """Engines that do as they are told, and wait until they are let go on."""

    exact_fault: Exception | None = None
    sampled_fault: Exception | None = None
    held: bool = False
    drawn: str = "draws"
    asked: list[str] = field(default_factory=list)
    likes: list[Any] = field(default_factory=list)
    let_go: threading.Event = field(default_factory=threading.Event)
    begun: threading.Event = field(default_factory=threading.Event)
    most_at_once: int = 0
    at_once: int = 0

    def exact(self, study: Study, like: Any) -> Found:
        self.likes.append(like)
        if self.exact_fault:
            raise self.exact_fault
        return Found(study.fingerprint)

    def sampled(
        self, evidence: Any, progress: Callable[[float, str], None], cancelled: threading.Event
    ) -> Found:
        self.asked.append(evidence.fingerprint)
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        self.begun.set()
        try:
            progress(0.5, "Half way.")
            while self.held and not self.let_go.is_set():
                if cancelled.wait(0.01):
                    raise CancelledError("Stopped.", "Nothing.", "Fit again.")
            if self.sampled_fault:
                raise self.sampled_fault
            return Found(evidence.fingerprint, self.drawn)
        finally:
            self.at_once -= 1

    def warm(self, _study: Study, _cancelled: threading.Event) -> None:
        self.asked.append("warm")


class Desk:
    """A study that can change under a runner, and all that the runner told."""

    def __init__(self, engines: Engines, days: int = 3) -> None:
        self.log = planned()
        if days:
            self.log = step(self.log, record, *(Entry(day, 6.0) for day in range(1, days + 1)))
        self.engines = engines
        self.runner = Runner(lambda: self.log.study, engines)
        self.told: list[Any] = []
        self._changed = threading.Condition()
        self.runner.param.watch(self._hear, ["state", "evidence"])

    def _hear(self, *events: Any) -> None:
        with self._changed:
            self.told += [event.new for event in events]
            self._changed.notify_all()

    def write(self, day: int, value: float) -> None:
        self.log = step(self.log, record, Entry(day, value))

    def phases(self) -> list[str]:
        return [told.phase for told in self.told if isinstance(told, RunState)]

    def await_(self, phase: str) -> RunState:
        with self._changed:
            assert self._changed.wait_for(lambda: self.runner.state.phase == phase, PATIENCE), self.phases()
        return self.runner.state


@pytest.fixture
def engines() -> Iterator[Engines]:
    made = Engines()
    yield made
    made.let_go.set()


def test_the_exact_result_is_there_at_once(engines: Engines):
    engines.held = True
    desk = Desk(engines)
    desk.runner.start()
    assert desk.runner.evidence == Found(desk.log.study.fingerprint)
    assert desk.runner.state.phase == "sampling"


def test_the_sampled_result_takes_its_place(engines: Engines):
    desk = Desk(engines)
    desk.runner.start()
    state = desk.await_("done")
    assert desk.runner.evidence == Found(desk.log.study.fingerprint, "draws")
    assert state.fraction == 1.0
    assert state.words.startswith("Sampled in")


def test_a_study_without_outcomes_is_waited_for(engines: Engines):
    desk = Desk(engines, days=0)
    desk.runner.start()
    assert desk.runner.state.phase == "idle"
    assert desk.runner.evidence is None
    assert engines.asked == []


def test_a_study_that_is_done_is_not_done_again(engines: Engines):
    desk = Desk(engines)
    desk.runner.start()
    desk.await_("done")
    desk.runner.start()
    assert desk.runner.state.phase == "done"
    assert len(engines.asked) == 1


def test_the_same_study_is_not_begun_twice(engines: Engines):
    engines.held = True
    desk = Desk(engines)
    desk.runner.start()
    assert engines.begun.wait(PATIENCE)
    desk.runner.start()
    engines.let_go.set()
    desk.await_("done")
    assert len(engines.asked) == 1


def test_the_newest_study_wins_and_stops_the_older(engines: Engines):
    engines.held = True
    desk = Desk(engines)
    desk.runner.start()
    assert engines.begun.wait(PATIENCE)
    desk.write(4, 7.0)
    desk.runner.start()
    newest = desk.log.study.fingerprint
    assert desk.runner.evidence == Found(newest)
    engines.let_go.set()
    desk.await_("done")
    assert desk.runner.evidence == Found(newest, "draws")
    assert engines.most_at_once == 1
    assert "cancelled" not in desk.phases()


def test_of_many_quick_changes_only_the_last_is_sampled_to_its_end(engines: Engines):
    desk = Desk(engines)
    for day in range(4, 34):
        desk.write(day, 6.5)
        desk.runner.start()
    desk.await_("done")
    assert desk.runner.evidence == Found(desk.log.study.fingerprint, "draws")
    assert len(engines.asked) < 30


def test_earlier_evidence_spares_the_exact_engine_work(engines: Engines):
    desk = Desk(engines)
    desk.runner.start()
    desk.await_("done")
    first = desk.runner.evidence
    desk.write(4, 7.0)
    desk.runner.start()
    assert engines.likes == [None, first]


def test_whoever_cancels_keeps_the_last_good_result(engines: Engines):
    engines.held = True
    desk = Desk(engines)
    desk.runner.start()
    assert engines.begun.wait(PATIENCE)
    desk.runner.cancel()
    assert desk.runner.state.phase == "cancelled"
    assert desk.runner.evidence == Found(desk.log.study.fingerprint)
    engines.let_go.set()
    desk.runner.start()
    desk.await_("done")
    assert desk.runner.evidence.fit == "draws"


def test_cancelling_nothing_is_nothing(engines: Engines):
    desk = Desk(engines)
    desk.runner.cancel()
    assert desk.told == []


def test_progress_is_told_in_words(engines: Engines):
    engines.held = True
    desk = Desk(engines)
    desk.runner.start()
    assert engines.begun.wait(PATIENCE)
    engines.let_go.set()
    desk.await_("done")
    assert RunState("sampling", 0.5, "Half way.") in desk.told


def test_a_refused_fit_says_why_and_keeps_the_exact_result(engines: Engines):
    engines.sampled_fault = FitError("The chains disagree.", "Chains that agree were expected.", "Draw more.")
    desk = Desk(engines)
    desk.runner.start()
    assert desk.await_("failed").fault is engines.sampled_fault
    assert desk.runner.evidence == Found(desk.log.study.fingerprint)


def test_draws_that_fail_their_checks_are_said_to(engines: Engines):
    engines.drawn = "bad draws"
    desk = Desk(engines)
    desk.runner.start()
    assert "failed their checks" in desk.await_("done").words
    desk.runner.start()
    assert len(engines.asked) == 1


def test_days_that_cannot_be_analysed_keep_the_result_before(engines: Engines):
    desk = Desk(engines)
    desk.runner.start()
    desk.await_("done")
    before = desk.runner.evidence
    engines.exact_fault = OutcomeError("No day counts.", "One was expected.", "Write one down.")
    desk.write(4, 7.0)
    desk.runner.start()
    assert desk.runner.state == RunState("failed", fault=engines.exact_fault)
    assert desk.runner.evidence is before


@pytest.mark.parametrize("where", ["exact", "sampled"])
def test_a_fault_of_the_program_is_logged_and_told_in_three_sentences(
    engines: Engines, where: str, caplog: pytest.LogCaptureFixture
):
    setattr(engines, f"{where}_fault", ZeroDivisionError("secret value 42"))
    desk = Desk(engines)
    desk.runner.start()
    fault = desk.await_("failed").fault
    assert isinstance(fault, FitError)
    assert fault.remedy.startswith("Fit again")
    assert "42" not in str(fault)
    assert caplog.records[0].exc_info


def test_the_sampler_is_made_ready_before_it_is_needed(engines: Engines):
    desk = Desk(engines, days=0)
    desk.runner.warm()
    assert desk.await_("idle").words == "The sampler is ready."
    assert engines.asked == ["warm"]
    assert "warming" in desk.phases()


def test_getting_ready_never_holds_up_a_fit(engines: Engines):
    desk = Desk(engines)
    desk.runner.warm()
    desk.runner.start()
    desk.runner.warm()
    desk.await_("done")
    assert desk.runner.evidence.fit == "draws"


def test_no_thread_is_left_when_the_work_is_done(engines: Engines):
    desk = Desk(engines)
    desk.runner.start()
    desk.await_("done")
    for thread in threading.enumerate():
        if thread.name == "nof1_lab sampler":
            thread.join(PATIENCE)
            assert not thread.is_alive()


def test_a_view_that_breaks_leaves_the_runner_at_its_work(engines: Engines, caplog: pytest.LogCaptureFixture):
    desk = Desk(engines)

    def breaking(_: object) -> None:
        raise RuntimeError("a view broke")

    desk.runner.param.watch(breaking, "state")
    desk.runner.start()
    assert desk.await_("done").fraction == 1.0
    assert "could not follow" in caplog.text


def test_whoever_hears_of_a_result_may_ask_for_more_and_wait_for_another(engines: Engines):
    desk, turn = Desk(engines), threading.RLock()

    def asking(_: object) -> None:
        with turn:
            desk.runner.start()

    desk.runner.param.watch(asking, ["state", "evidence"])
    with turn:
        other = threading.Thread(target=desk.runner.start)
        other.start()
        desk.runner.cancel()
        desk.runner.start()
    other.join(PATIENCE)
    assert not other.is_alive()
    assert desk.await_("done").fraction == 1.0


def test_a_program_that_ends_waits_for_its_chains_to_stop(engines: Engines):
    engines.held = True
    desk = Desk(engines)
    desk.runner.start()
    assert engines.begun.wait(PATIENCE)
    desk.runner.close()
    assert engines.at_once == 0
    assert not any(thread.name == "nof1_lab sampler" for thread in threading.enumerate())
