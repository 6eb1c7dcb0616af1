"""Any walk over all steps: it replays, undoes, survives its file, and leaves a study whose parts fit."""

import copy
from contextlib import suppress

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from study.trial import (
    STAMP,
    analyses,
    candidates,
    numbers,
    priors,
    prose,
    require_fit,
    rules,
    schedules,
    started,
)

from nof1_lab.errors import NofOneError, NothingToUndoError
from nof1_lab.study.diary import Entry
from nof1_lab.study.document import Study
from nof1_lab.study.file import dump, load
from nof1_lab.study.log import Log, replay
from nof1_lab.study.steps import (
    Step,
    agree,
    analyse,
    believe,
    choose,
    doubt,
    plan,
    propose,
    record,
    register,
    rename,
    withdraw,
)

NAMES = ["Melatonin", "Magnesium", "Walk", "Light"]
named = st.sampled_from(NAMES)
arms = st.lists(named, min_size=1, max_size=2, unique=True).map(lambda some: ["placebo", *some])
pages = st.lists(
    st.builds(Entry, st.integers(-2, 14), st.none() | st.floats(0, 10).map(lambda x: round(x, 1)), prose)
    | st.builds(Entry, st.integers(1, 6), numbers),
    max_size=4,
)


class Walk(RuleBasedStateMachine):
    """The log beside the simplest model of it: the studies that were, and those that may come again."""

    def __init__(self) -> None:
        super().__init__()
        self.log: Log = started()
        self.before: list[Study] = []
        self.after: list[Study] = []
        self.is_locked_at = 0

    def take(self, step: Step, *arguments: object, why: str = "a reason") -> None:
        log, kept = self.log, copy.deepcopy(self.log)
        with suppress(NofOneError):
            self.log = log.do(step, *arguments, **STAMP, why=why)
        assert log == kept
        if self.log is log:
            return
        assert self.log.study != log.study
        assert self.log.study == step(log.study, *arguments)
        self.before.append(log.study)
        self.after = []
        if step is register:
            self.is_locked_at = len(self.before)
        else:
            assert self.log.undo(**STAMP, why="a reason").study == log.study

    @rule(title=st.sampled_from(["Sleep", "Better sleep", "", "Schlaf für alle"]))
    def renames(self, title):
        self.take(rename, title)

    @rule(some=st.lists(candidates(named), max_size=3))
    def proposes(self, some):
        self.take(propose, *some)

    @rule(some=st.lists(named, max_size=2))
    def withdraws(self, some):
        self.take(withdraw, *some)

    @rule(some=st.lists(named, max_size=3))
    def chooses(self, some):
        self.take(choose, *some)

    @rule(some=st.lists(priors(named), max_size=2))
    def believes(self, some):
        self.take(believe, *some)

    @rule(some=st.lists(named, max_size=2))
    def doubts(self, some):
        self.take(doubt, *some)

    @rule(schedule=schedules(arms))
    def plans(self, schedule):
        self.take(plan, schedule)

    @precondition(lambda self: self.log.study.candidates)
    @rule(data=st.data())
    def plans_with_what_is_there(self, data):
        here = [candidate.name for candidate in self.log.study.candidates][:3]
        self.take(plan, data.draw(schedules(st.just(["placebo", *here]))))

    @precondition(lambda self: self.log.study.schedule)
    @rule(page=pages)
    def records(self, page):
        self.take(record, *page)

    @rule(analysis=analyses)
    def fixes_the_analysis(self, analysis):
        self.take(analyse, analysis)

    @rule(agreed=rules)
    def agrees(self, agreed):
        self.take(agree, agreed)

    @rule(agreed=rules)
    def amends_without_a_reason(self, agreed):
        links = len(self.log.links)
        self.take(agree, agreed, why=" ")
        assert not self.log.study.registration or len(self.log.links) == links

    @precondition(lambda self: self.log.study.schedule)
    @rule(is_meant=st.sampled_from([True, False, False, False]))
    def registers(self, is_meant):
        if is_meant:
            self.take(register)

    @rule()
    def undoes(self):
        can = len(self.before) > self.is_locked_at
        assert self.log.can_undo == can
        try:
            self.log = self.log.undo(**STAMP, why="a reason")
        except NothingToUndoError:
            assert not can
            return
        self.after.append(self.log_study_before_undo)
        assert self.log.study == self.before.pop()

    @rule()
    def redoes(self):
        assert self.log.can_redo == bool(self.after)
        if self.after:
            self.before.append(self.log.study)
            self.log = self.log.redo(**STAMP, why="a reason")
            assert self.log.study == self.after.pop()

    @invariant()
    def replays(self):
        self.log_study_before_undo = self.log.study
        assert replay(self.log.links) == self.log

    @invariant()
    def survives_its_file(self):
        text = dump(self.log, version="0.1.0")
        assert load(text.encode()) == self.log

    @invariant()
    def fits(self):
        require_fit(self.log.study)

    @invariant()
    def keeps_its_promise(self):
        study = self.log.study
        assert bool(study.registration) == bool(self.is_locked_at)
        if study.registration and not self.log.amendments:
            assert study.registration == study.protocol
        assert all(link.why.strip() for link in self.log.amendments)


class TestWalk(Walk.TestCase):
    settings = settings(
        deadline=None, max_examples=60, stateful_step_count=30, suppress_health_check=list(HealthCheck)
    )
