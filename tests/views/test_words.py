"""Every number in one plain sentence; the sentences here are what people read."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from views.trial import AWAKE, MOOD, begun

from nof1_lab.inference.effect import Before, Effect
from nof1_lab.inference.randomisation import Randomisation
from nof1_lab.study.measure import Measure
from nof1_lab.study.steps import rename
from nof1_lab.views import words

HELPED = Effect(
    "melatonin", "placebo", mean=-14.5, sd=3.6, low=-21.7, high=-7.5, level=0.95,
    p_benefit=0.9999, p_worthwhile=0.874, p_harm=0.0001, p_rope=0.126, loss_adopt=0.0, loss_keep=0.74,
    prior=Before(-12.0, 8.0, 0.93, 0.6),
)  # fmt: skip
CHEERED = replace(HELPED, arm="a walk", mean=0.6, low=-0.2, high=1.44, p_benefit=0.93, p_worthwhile=0.2)

GOLDEN = {
    words.benefit: (
        "The chance that melatonin lowers your time awake at all is more than 99 in 100.",
        "The chance that a walk raises your mood at all is 93 in 100.",
    ),
    words.worthwhile: (
        "The chance that melatonin lowers your time awake by more than 10 min is 87 in 100.",
        "The chance that a walk raises your mood by more than 1 point is 20 in 100.",
    ),
    words.harm: (
        "The chance that melatonin raises your time awake by more than 10 min is less than 1 in 100.",
        "The chance that a walk lowers your mood by more than 1 point is less than 1 in 100.",
    ),
    words.trivial: (
        "The chance that melatonin changes your time awake by less than 10 min, up or down, is 13 in 100.",
        "The chance that a walk changes your mood by less than 1 point, up or down, is 13 in 100.",
    ),
    words.estimate: (
        (
            "On melatonin your time awake is on average 14 min lower than on placebo;"
            " with a chance of 95 in 100 it is between 8 and 22 min lower."
        ),
        (
            "On a walk your mood is on average 0.6 points higher than on placebo;"
            " with a chance of 95 in 100 it is between 0.2 points lower and 1.4 points higher."
        ),
    ),
}


@pytest.mark.parametrize("say", GOLDEN, ids=lambda say: say.__name__)
def test_a_number_is_said_in_both_directions(say: object):
    lower, higher = GOLDEN[say]
    assert say(HELPED, AWAKE) == lower
    assert say(CHEERED, MOOD) == higher


def test_what_was_learnt_is_said_as_before_and_after():
    assert words.learnt(HELPED, 41, AWAKE) == (
        "Before the trial the chance that melatonin lowers your time awake by more than 10 min was 60 in 100;"
        " after 41 days it is 87 in 100."
    )
    assert "after 1 day it is" in words.learnt(HELPED, 1, AWAKE)


def test_what_is_supposed_is_said_before_any_day():
    assert words.supposed("melatonin", HELPED.prior, AWAKE) == (
        "Before any day counts, the chance that melatonin lowers your time awake by more than 10 min"
        " is 60 in 100."
    )


def test_no_difference_is_said_as_such():
    same = replace(HELPED, mean=0.2, low=-0.3, high=0.4)
    assert words.estimate(same, AWAKE) == (
        "On melatonin your time awake is on average about the same as on placebo;"
        " with a chance of 95 in 100 it is about the same."
    )


@given(st.floats(0, 1))
def test_no_chance_is_ever_certain(p: float):
    said = words.chance(p)
    assert said.endswith(" in 100")
    assert said.split()[0] not in {"0", "100"}
    assert (p < 0.01) == said.startswith("less")
    assert (p > 0.99) == said.startswith("more")


def test_a_chance_that_nobody_knows_is_not_invented():
    assert words.chance(math.nan) == "not known"
    assert words.number(math.inf) == "not known"


@given(st.floats(-1e9, 1e9))
def test_a_number_is_close_to_what_it_says(x: float):
    said = float(words.number(x).replace("−", "-"))
    assert said == pytest.approx(x, rel=0.006, abs=1e-6)
    assert words.number(x) != "−0"


@pytest.mark.parametrize(
    ("unit", "one", "many"),
    [
        ("points", "1 point", "2 points"),
        ("point", "1 point", "2 points"),
        ("min", "1 min", "2 min"),
        ("%", "1%", "2%"),
        ("", "1", "2"),
    ],
)
def test_a_unit_goes_with_its_number(unit: str, one: str, many: str):
    measure = Measure("x", "higher", 1, unit=unit)
    assert words.amount(1, measure) == one
    assert words.amount(2, measure) == many


@pytest.mark.parametrize(
    ("test", "said"),
    [
        (None, "cannot be judged yet"),
        (Randomisation(-8.0, 0.125, 0.0625, 16), "in 1 of the 16 orders that could have been drawn."),
        (Randomisation(-8.0, 0.04, 0.02, 20_001), "in 2 in 100 of the orders that could have been drawn."),
        (Randomisation(30.0, 0.3, None, 6), "differences between the arms at least as large as yours"),
        (Randomisation(-8.0, 1.0, 1.0, 1), "was not drawn by chance"),
    ],
)
def test_the_order_itself_is_asked(test: Randomisation | None, said: str):
    assert said in words.by_chance(test, HELPED)


def test_an_invented_example_says_so_itself():
    assert words.invented(begun()) == ""
    invented = rename(begun(), "First trial (invented example)")
    assert words.invented(invented) == "Invented example: no person stands behind these numbers."
