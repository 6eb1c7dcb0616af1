"""All that can be done to a study."""

import copy
import inspect
from dataclasses import replace

import pytest
from study.trial import MAGNESIUM, MELATONIN, SLEEP, planned, schedule, started, written

from nof1_lab.errors import DiaryError, NounError, StudyError
from nof1_lab.study import steps
from nof1_lab.study.analysis import Analysis
from nof1_lab.study.call import Call
from nof1_lab.study.candidate import Candidate
from nof1_lab.study.diary import Diary, Entry
from nof1_lab.study.discount import Discount
from nof1_lab.study.measure import Measure
from nof1_lab.study.prior import Prior
from nof1_lab.study.rule import Rule
from nof1_lab.study.schedule import Schedule

EMPTY, PLANNED, WRITTEN = started().study, planned().study, written().study

TAKEN = {
    "rename": (WRITTEN, ["Worse sleep"], {"title": "Worse sleep"}),
    "propose": (
        WRITTEN,
        [Candidate("Walk"), replace(MAGNESIUM, rank=3)],
        {"candidates": (MELATONIN, replace(MAGNESIUM, rank=3), Candidate("Walk"))},
    ),
    "withdraw": (WRITTEN, ["Magnesium"], {"candidates": (MELATONIN,)}),
    "choose": (WRITTEN, ["Magnesium"], {"chosen": ("Magnesium",)}),
    "believe": (
        WRITTEN,
        [Prior.normal("Magnesium", 0.0, 1.0)],
        {"priors": (*WRITTEN.priors, Prior.normal("Magnesium", 0.0, 1.0))},
    ),
    "discount": (
        WRITTEN,
        [Discount("Magnesium", likeness="few")],
        {"discounts": (Discount("Magnesium", likeness="few"),)},
    ),
    "ask": (
        WRITTEN,
        [Call("http://127.0.0.1:11434/v1", "a model", "0" * 64)],
        {"calls": (Call("http://127.0.0.1:11434/v1", "a model", "0" * 64),)},
    ),
    "doubt": (WRITTEN, ["Melatonin 0.5 mg"], {"priors": ()}),
    "plan": (PLANNED, [schedule(seed=3)], {"schedule": schedule(seed=3)}),
    "record": (
        WRITTEN,
        [Entry(2, None), Entry(12, 1.0)],
        {"diary": Diary((Entry(1, 5.0), Entry(12, 1.0)))},
    ),
    "analyse": (WRITTEN, [Analysis(has_trend=False)], {"analysis": Analysis(has_trend=False)}),
    "agree": (WRITTEN, [Rule(adopt=0.9)], {"rule": Rule(adopt=0.9)}),
    "register": (WRITTEN, [], {"registration": WRITTEN.protocol}),
}


def test_every_step_is_tried_here():
    assert {"begin", *TAKEN} == set(steps.STEPS)


@pytest.mark.parametrize("name", TAKEN)
def test_a_step_changes_just_its_part_and_leaves_the_study_before_as_it_was(name):
    before, arguments, change = TAKEN[name]
    kept = copy.deepcopy(before)
    after = steps.STEPS[name](before, *arguments)
    assert after == replace(before, **change)
    assert before == kept


@pytest.mark.parametrize("name", TAKEN)
def test_a_step_taken_twice_changes_nothing_the_second_time(name):
    before, arguments, _ = TAKEN[name]
    after = steps.STEPS[name](before, *arguments)
    if name != "withdraw":
        assert steps.STEPS[name](after, *arguments) == after


@pytest.mark.parametrize("name", TAKEN)
def test_a_step_takes_the_study_first_and_gives_a_study(name):
    parameters = list(inspect.signature(steps.STEPS[name]).parameters)
    assert parameters[0] == "study"


def test_with_a_candidate_goes_what_was_believed_of_it():
    believed = steps.believe(EMPTY_WITH_TWO, Prior.normal("Magnesium", 0.0, 1.0))
    assert steps.withdraw(believed, "Magnesium").priors == ()


EMPTY_WITH_TWO = steps.propose(EMPTY, MELATONIN, MAGNESIUM)


def test_with_a_candidate_goes_the_wish_to_test_it():
    wished = steps.choose(EMPTY_WITH_TWO, "Magnesium", "Melatonin 0.5 mg")
    assert wished.chosen == ("Melatonin 0.5 mg", "Magnesium")  # in the order of the candidates
    assert steps.withdraw(wished, "Magnesium").chosen == ("Melatonin 0.5 mg",)
    assert steps.choose(wished).chosen == ()


def test_a_wish_is_no_part_of_what_is_agreed():
    registered = steps.register(WRITTEN)
    wished = steps.choose(registered, "Magnesium")
    assert (wished.protocol, wished.fingerprint) == (registered.protocol, registered.fingerprint)


def test_a_run_in_can_be_lengthened_while_only_run_in_days_are_written():
    study = steps.record(steps.plan(EMPTY_WITH_TWO, schedule(run_in_days=2)), Entry(-1, 5.0))
    assert steps.plan(study, schedule(run_in_days=3)).schedule == schedule(run_in_days=3)


def test_the_same_schedule_may_be_planned_again_over_a_diary():
    assert steps.plan(WRITTEN, schedule()) == WRITTEN


def with_scale(scale, **ends):
    measure = Measure("it", "higher", 1.0, scale=scale, **ends)
    study = steps.propose(steps.begin("Trial", measure), MELATONIN)
    return steps.plan(study, schedule())


REFUSED = [
    (lambda: steps.begin("", SLEEP), StudyError, "in a few words"),
    (lambda: steps.rename(EMPTY, " "), StudyError, "in a few words"),
    (lambda: steps.propose(EMPTY, MELATONIN, MELATONIN), StudyError, "Rename or drop"),
    (
        lambda: steps.propose(EMPTY, *(Candidate(f"A{i}") for i in range(201))),
        StudyError,
        "Keep the best ranked",
    ),
    (lambda: steps.choose(WRITTEN, "Zinc"), StudyError, "Accept the candidate first"),
    (
        lambda: steps.choose(
            steps.propose(EMPTY, *(Candidate(f"A{i}") for i in range(12))), *(f"A{i}" for i in range(12))
        ),
        StudyError,
        "Test fewer at a time",
    ),
    (lambda: steps.withdraw(WRITTEN, "Zinc"), StudyError, "Accept the candidate first"),
    (lambda: steps.withdraw(WRITTEN, "Melatonin 0.5 mg"), StudyError, "Plan without it first"),
    (lambda: steps.believe(WRITTEN, Prior.normal("Zinc", 0, 1)), StudyError, "Accept the candidate first"),
    (
        lambda: steps.believe(WRITTEN, Prior.normal("Magnesium", 0, 1), Prior.normal("Magnesium", 0, 2)),
        StudyError,
        "drop one of them",
    ),
    (lambda: steps.plan(EMPTY, schedule()), StudyError, "Accept the candidate first"),
    (lambda: steps.plan(WRITTEN, schedule(seed=3)), StudyError, "Undo the entries"),
    (
        lambda: steps.plan(
            steps.record(steps.plan(EMPTY_WITH_TWO, schedule(run_in_days=2)), Entry(-1, 5.0)), schedule()
        ),
        StudyError,
        "Lengthen the run-in",
    ),
    (lambda: steps.record(EMPTY, Entry(1, 5.0)), StudyError, "Plan the trial first"),
    (lambda: steps.record(WRITTEN, Entry(13, 5.0)), DiaryError, "Correct the day"),
    (lambda: steps.record(WRITTEN, Entry(0, 5.0)), DiaryError, "Correct the day"),
    (lambda: steps.record(WRITTEN, Entry(3, 10.5)), DiaryError, "Correct the value"),
    (lambda: steps.record(with_scale("binary"), Entry(3, 0.5)), DiaryError, "1 for yes and 0 for no"),
    (lambda: steps.record(with_scale("count"), Entry(3, 0.5)), DiaryError, "Count whole events"),
    (lambda: steps.record(with_scale("count"), Entry(3, -1.0)), DiaryError, "Count whole events"),
    (lambda: steps.register(EMPTY), StudyError, "then register it"),
]


@pytest.mark.parametrize(("act", "kind", "remedy"), REFUSED)
def test_a_step_that_cannot_be_taken_is_refused_with_a_remedy(act, kind, remedy):
    with pytest.raises(kind, match=remedy):
        act()


@pytest.mark.parametrize("entries", [[Entry(3, 5.0), Entry(13, 5.0)], [Entry(13, 5.0), Entry(3, 5.0)]])
def test_of_several_entries_all_are_written_or_none(entries):
    kept = copy.deepcopy(WRITTEN)
    with pytest.raises(NounError):
        steps.record(WRITTEN, *entries)
    assert kept == WRITTEN


def test_registering_locks_the_protocol_under_its_hash_and_once():
    locked = steps.register(WRITTEN)
    assert locked.registration == WRITTEN.protocol
    changed = steps.agree(locked, Rule(adopt=0.9))
    assert steps.register(changed) is changed


def test_a_schedule_is_a_value_and_not_a_shared_thing():
    assert isinstance(WRITTEN.schedule, Schedule)
    assert hash(WRITTEN) == hash(copy.deepcopy(WRITTEN))
