"""Priors of many parts: told with few Normals where that changes nothing, and held against brute force."""

import brute
import numpy as np
import pytest
from crossover import crossover
from hypothesis import given, settings
from hypothesis import strategies as st
from inference.test_exact import LEVEL, OPEN, short_table

from nof1_lab.inference import exact
from nof1_lab.inference.exact import posterior
from nof1_lab.inference.mixture import Mixture
from nof1_lab.inference.nuisance import HalfNormal, Known, Nuisance
from nof1_lab.inference.sketch import Piece, View, sketch, through
from nof1_lab.study.prior import Part, Prior
from nof1_lab.study.shape import Shape

ABC = short_table("AABBCCBBAACC", skip=(3,))
KNOWN_RHO = Nuisance(LEVEL, None, HalfNormal(1.0), Known(0.4))
LETTERS = ("A", "B", "C", "D")


def student(arm, tail=4.0):
    return Prior.shaped(arm, Shape("student", -0.4, 0.3, tail=tail))


def skewed(arm, lean=0.5):
    return Prior.shaped(arm, Shape("skewed", -0.4, 0.3, lean=lean))


def robust(prior, weight=0.6, sd=1.0):
    parts = tuple(Part(weight * part.weight, part.mean, part.sd) for part in prior.parts)
    return Prior(prior.arm, (*parts, Part(1.0 - weight, 0.0, sd)), vague=1)


def claim(arm):
    return robust(Prior.normal(arm, -0.4, 0.3))


def by_brute_force(found, slow, arm, cuts):
    effect = found.effect(arm)
    got = [effect.mean, effect.sd, *(effect.below(cut) for cut in cuts)]
    return got, [slow[key] for key in ("mean", "sd", *(f"below {cut:g}" for cut in cuts))]


def apart(one, two):
    """The largest difference of any chance."""
    grid = np.linspace(one.mean - 4.0 * one.sd, one.mean + 4.0 * one.sd, 41)
    return max(abs(one.below(x) - two.below(x)) for x in grid)


@pytest.mark.parametrize("prior", [student("B", 3.0), skewed("B", 1.0)], ids=["heavy tails", "49 parts"])
def test_one_arm_with_a_drawn_curve_is_exact(prior):
    table, known = short_table(), Nuisance(LEVEL, None, HalfNormal(1.6), Known(0.3))
    cuts = (-0.8, -0.4, 0.0, 0.4)
    slow = brute.posterior(table, [prior], known, arm="B", cuts=cuts)
    found = posterior(table, [prior], known, reference="A")
    got, wanted = by_brute_force(found, slow, "B", cuts)
    assert found.joint.is_sketched
    assert got == pytest.approx(wanted, abs=1e-6)
    assert found.log_evidence == pytest.approx(slow["log_evidence"], abs=1e-6)
    assert found.sigma.mean == pytest.approx(slow["sigma"], abs=1e-6)


@pytest.mark.parametrize(
    "priors",
    [
        (skewed("B", 0.1), Prior("C", (Part(0.5, 0.5, 0.2), Part(0.5, 0.0, 0.8)))),
        (student("B", 30.0), robust(student("C", 100.0), 0.9)),
    ],
    ids=["leaning", "heavy tails"],
)
def test_several_arms_agree_with_brute_force(priors):
    found = posterior(ABC, priors, KNOWN_RHO, reference="A")
    assert found.joint.is_sketched
    for arm in "BC":
        slow = brute.posterior(ABC, priors, KNOWN_RHO, arm=arm, cuts=(-0.4, 0.0, 0.4))
        got, wanted = by_brute_force(found, slow, arm, (-0.4, 0.0, 0.4))
        assert got == pytest.approx(wanted, abs=5e-4)
    assert found.log_evidence == pytest.approx(slow["log_evidence"], abs=1e-4)


def test_three_robust_priors_are_not_sketched_at_all():
    found = posterior(crossover(LETTERS), [claim(arm) for arm in "BCD"], OPEN, reference="A")
    assert not found.joint.is_sketched
    assert found.weights.shape[-1] == 8


CASES = {
    "a curve beside heavy tails": (ABC, [robust(skewed("B")), student("C")], KNOWN_RHO),
    "days far from both": (
        crossover(LETTERS[:3], days=42, effect=2.0),
        [robust(skewed("B")), robust(student("C", 3.0))],
        KNOWN_RHO,
    ),
    "three arms": (
        crossover(LETTERS, days=32),
        [skewed("B", 0.1), student("C", 30.0), claim("D")],
        KNOWN_RHO,
    ),
    "hardly a day": (short_table("ABCABC", skip=()), [skewed("B"), student("C", 3.0)], KNOWN_RHO),
    "everything open": (short_table("ABCABCABC", skip=()), [student("B", 30.0), student("C", 9.0)], OPEN),
}


@pytest.mark.parametrize("name", CASES)
def test_a_sketch_changes_no_chance(name, monkeypatch):
    table, priors, believed = CASES[name]
    found = posterior(table, priors, believed, reference="A")
    monkeypatch.setattr(exact, "FEW_ROWS", 10_000)
    whole = posterior(table, priors, believed, reference="A")
    assert (found.joint.is_sketched, whole.joint.is_sketched) == (True, False)
    for prior in priors:
        assert apart(whole.effect(prior.arm), found.effect(prior.arm)) < 5e-4
        weights = [[part.weight for part in each.parts(prior.arm)] for each in (found, whole)]
        assert weights[0] == pytest.approx(weights[1], abs=3e-4)
    assert found.log_evidence == pytest.approx(whole.log_evidence, abs=1e-4)
    assert found.sigma.mean == pytest.approx(whole.sigma.mean, rel=1e-4)
    assert apart(whole.intercept(), found.intercept()) < 2e-3
    one, two = found.fitted(), whole.fitted()
    assert one["mean"].to_numpy() == pytest.approx(two["mean"].to_numpy(), abs=0.01)


def test_draws_come_from_the_whole_priors():
    priors = [robust(skewed("B", 1.0)), student("C", 3.0)]
    found = posterior(ABC, priors, KNOWN_RHO, reference="A")
    draws = found.draw(100_000, seed=1).effects
    for column, prior in enumerate(priors):
        effect = found.effect(prior.arm)
        for cut in (-1.0, -0.5, -0.2, 0.0, 0.5):
            assert (draws[:, column] < cut).mean() == pytest.approx(effect.below(cut), abs=0.008)


def test_six_arms_of_many_parts_are_no_trouble():
    arms = "BCDEFG"
    found = posterior(
        crossover(("A", *arms), days=90), [skewed(arm, 0.7) for arm in arms], OPEN, reference="A"
    )
    assert all(np.isfinite(found.effect(arm).mean) for arm in arms)


@settings(max_examples=50)
@given(
    middle=st.floats(-2.0, 2.0),
    precision=st.sampled_from([0.0, 0.1, 4.0, 100.0]),
    most=st.integers(1, 5),
    tail=st.floats(3.0, 30.0),
)
def test_a_sketch_keeps_weight_middle_and_spread_after_the_days(middle, precision, most, tail):
    parts, view = student("B", tail).parts, View(middle, precision)
    told = sketch(parts, view, most)
    assert len(told) <= max(most, 3)
    before, after = through(parts, view), through(told, view)
    assert np.logaddexp.reduce(after.log_weight) == pytest.approx(
        np.logaddexp.reduce(before.log_weight), abs=1e-6
    )
    assert after.mixture.mean == pytest.approx(before.mixture.mean, abs=1e-6)
    assert after.mixture.sd == pytest.approx(before.mixture.sd, rel=1e-5)


def test_days_that_say_nothing_leave_a_belief_as_it_is():
    view = View.between(Piece(1.0, 0.3, 1.0), Piece(1.0, 0.3, 1.0))
    assert view.precision == 0.0
    (one,) = sketch(student("B").parts, view, 1)
    assert (one.mean, one.sd) == pytest.approx((-0.4, Mixture.prior(student("B")).sd))
