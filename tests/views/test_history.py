"""The history of a study, as a person would tell it."""

from datetime import date

import pytest

from nof1_lab.study.analysis import Analysis
from nof1_lab.study.candidate import Candidate
from nof1_lab.study.diary import Entry
from nof1_lab.study.log import Log, begun
from nof1_lab.study.measure import Measure
from nof1_lab.study.prior import Part, Prior
from nof1_lab.study.rule import Rule
from nof1_lab.study.schedule import given
from nof1_lab.study.steps import (
    STEPS,
    agree,
    analyse,
    begin,
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
from nof1_lab.views.history import WORDS, history, words

SIGNED = {"who": "ann", "at": "2026-01-05T20:00:00Z"}


def log_of(*steps: tuple) -> Log:
    log = begun(begin, "Sleep", Measure("sleep", "lower", 0.4), **SIGNED)
    for step, *arguments in steps:
        log = log.do(step, *arguments, why="For the test.", **SIGNED)
    return log


def test_every_step_has_words():
    assert set(WORDS) == set(STEPS)


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        ([], 'began "Sleep", measured by sleep (lower is better)'),
        ([(rename, "Rest")], 'gave it the title "Rest"'),
        ([(propose, Candidate("Tea"), Candidate("Milk"))], "accepted Tea and Milk"),
        ([(propose, Candidate("Tea")), (withdraw, "Tea")], "withdrew Tea"),
        ([(propose, Candidate("Tea")), (choose, "Tea")], "chose Tea to be tested"),
        (
            [(propose, Candidate("Tea")), (choose, "Tea"), (choose,)],
            "chose nothing to be tested",
        ),
        (
            [(propose, Candidate("Tea")), (believe, Prior.normal("Tea", -0.6, 0.25))],
            "set the prior of Tea to Normal(−0.6, 0.25)",
        ),
        (
            [
                (propose, Candidate("Tea")),
                (believe, Prior("Tea", (Part(0.75, -0.4, 0.5), Part(0.25, 0.0, 1.0)))),
            ],
            "set the prior of Tea to 75% Normal(−0.4, 0.5) + 25% Normal(0, 1)",
        ),
        (
            [(propose, Candidate("Tea")), (believe, Prior.normal("Tea", 0, 1)), (doubt, "Tea")],
            "forgot the prior set for Tea",
        ),
        ([(analyse, Analysis(known_spread=1.0))], "changed the analysis plan"),
        ([(agree, Rule(adopt=0.9))], "changed the decision rule"),
    ],
)
def test_a_step_is_told_in_words(steps: list[tuple], told: str):
    assert history(log_of(*steps))[-1].words == told


def test_a_trial_is_told_from_plan_to_diary():
    schedule = given("usual", ["Tea"], "ABBA", days=3, start=date(2026, 1, 5))
    log = log_of(
        (propose, Candidate("Tea")),
        (plan, schedule),
        (record, Entry(2, 6.0)),
        (record, Entry(3, 6.0), Entry(1, 5.0), Entry(2, None)),
        (register,),
    )
    assert [moment.words for moment in history(log)[2:]] == [
        "planned ABBA of usual and Tea, 3 days each, from 2026-01-05",
        "wrote down day 2",
        "wrote down 2 days from 1 to 3 and struck out day 2",
        "registered the protocol",
    ]


def test_an_undone_step_stays_in_the_history_and_is_marked():
    log = log_of((rename, "One"), (rename, "Two"))
    log = log.undo(**SIGNED).undo(**SIGNED).redo(**SIGNED)
    told = history(log)
    assert [moment.words for moment in told[3:]] == [
        "took step 3 back",
        "took step 2 back",
        "took step 2 again",
    ]
    assert [moment.number for moment in told if moment.is_undone] == [3]


def test_an_amendment_is_marked_with_its_reason():
    schedule = given("usual", ["Tea"], "ABBA", days=3, start=date(2026, 1, 5))
    log = log_of((propose, Candidate("Tea")), (plan, schedule), (register,), (agree, Rule(adopt=0.9)))
    (amendment,) = [moment for moment in history(log) if moment.is_amendment]
    assert (amendment.number, amendment.why, amendment.who) == (5, "For the test.", "ann")


def test_an_unknown_step_keeps_its_own_name():
    assert words("dance", {}) == "dance"


def test_a_belief_that_is_no_bell_is_told_in_few_words():
    said = {"way": "named", "name": "sceptical"}
    leaning = {"arm": "tea", "parts": [], "shape": {"family": "skewed", "middle": -0.5, "spread": 0.4}}
    many = {"arm": "tea", "parts": [{"weight": 0.1, "mean": 0, "sd": 1}] * 10}
    for belief, told in (
        (leaning, "set the prior of tea to a curve that leans, around −0.5, spread 0.4"),
        (leaning | {"said": said}, "set the prior of tea to the named belief: sceptical"),
        (leaning | {"said": said | {"way": "chips", "name": ""}}, "set the prior of tea to chips in bins"),
        (many, "set the prior of tea to a mixture of 10 bells"),
    ):
        assert words("believe", {"priors": [belief]}) == told
