"""How like the people of the evidence somebody is, and what that does to a claim."""

from itertools import pairwise
from math import sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oracle import case, cases, oracle

from nof1_lab.inference.likeness import (
    correlation,
    effective,
    from_accuracy,
    from_groups,
    of_groups,
    thinned,
    transport,
    widened,
)
from nof1_lab.inference.prior import to_person
from nof1_lab.study.analysis import Normal
from nof1_lab.study.discount import Discount
from nof1_lab.study.prior import Prior
from nof1_lab.study.source import Group


def pair(normal):
    return normal.mean, normal.sd


def test_a_claim_is_carried_to_people_unlike_those_it_was_found_in():
    for known in cases(oracle("09_"), "transport"):
        inputs, expected = known["inputs"], known["expected"]
        claim = Normal(inputs["mean"], inputs["sd"])
        found = transport(claim, r=inputs["r"], tau0=inputs["tau0"], centre=inputs["mu0"])
        assert pair(found) == pytest.approx((expected["mean"], expected["sd"]), rel=1e-9)
        assert Prior.normal("B", *pair(found)).below(0.0) == pytest.approx(expected["p_lt_0"], rel=1e-9)
        assert (claim.sd / found.sd) ** 2 == pytest.approx(expected["ess_ratio"], rel=1e-9)
        if inputs["relative_accuracy"] is not None:
            assert from_accuracy(inputs["relative_accuracy"]) == pytest.approx(inputs["r"], rel=1e-9)


def test_a_claim_carried_over_is_what_conditioning_gives():
    """Effects there and here are Normal and correlated; the claim replaces what is known of those there."""
    chance, r, t = np.random.default_rng(5), 0.6, 0.9
    there = chance.normal(-0.5, 0.3, 400_000)
    here = 0.1 + r * (there - 0.1) + t * sqrt(1.0 - r**2) * chance.standard_normal(400_000)
    found = transport(Normal(-0.5, 0.3), r=r, tau0=t, centre=0.1)
    assert pair(found) == pytest.approx((here.mean(), here.std()), abs=0.005)


def test_shares_of_groups_add_a_variance():
    for known in cases(oracle("09_"), "group_share_variance"):
        inputs, expected = known["inputs"], known["expected"]
        spread = of_groups(inputs["shares"], inputs["person_group"], inputs["between_group_sd"])
        assert spread**2 == pytest.approx(expected["extra_group_variance"], rel=1e-9)
        person = to_person(Normal(0.0, inputs["sd_of_pooled_mean"]), inputs["between_person_sd"])
        found = widened(person, spread)
        assert found.sd == pytest.approx(expected["sd"], rel=1e-9)
        ratio = (inputs["sd_of_pooled_mean"] / found.sd) ** 2
        assert ratio == pytest.approx(expected["ess_ratio_vs_naive"], rel=1e-9)


def test_the_variance_of_shares_is_that_of_ones_own_group_against_everybody():
    shares, own = np.array([0.5, 0.3, 0.15, 0.05]), 2
    effects = np.random.default_rng(6).normal(0.0, 0.7, (400_000, 4))
    off = effects[:, own] - effects @ shares
    assert of_groups(shares.tolist(), own, 0.7) == pytest.approx(off.std(), rel=0.005)


def groups(**shares):
    return tuple(Group(name, share) for name, share in shares.items())


@pytest.mark.parametrize(
    ("answer", "own", "whole"),
    [
        (groups(a=0.79, b=0.21), "a", ([0.79, 0.21], 0)),
        (groups(a=0.79), "a", ([0.79, 0.21], 0)),  # those whom no group names are one more
        (groups(a=0.79), "c", ([0.79, 0.21], None)),
        (groups(a=0.6, b=None, c=None), "b", ([0.6, 0.2, 0.2], 1)),
        (groups(a=1.0, b=1.0), "b", ([0.5, 0.5], 1)),
        (groups(a=None), "a", ([1.0], 0)),
        (groups(a=0.0), "a", ([0.0, 1.0], 0)),
    ],
)
def test_shares_that_are_missing_are_what_the_others_leave(answer, own, whole):
    found = from_groups(Discount("B", way="shares", groups=answer, own=own), 0.3)
    assert found == pytest.approx(of_groups(*whole, 0.3))


def test_weighted_people_are_worth_fewer():
    inputs, expected = (case(oracle("09_"), "kish_effective_evidence")[k] for k in ("inputs", "expected"))
    worth = effective(inputs["weights"])
    assert worth == pytest.approx(expected["n_eff"], rel=1e-9)
    found = thinned(Normal(-0.4, inputs["sd_unweighted"]), worth / expected["n"])
    assert pair(found) == pytest.approx((-0.4, expected["sd"]), rel=1e-9)


def test_no_overlap_at_all_leaves_a_hundredth():
    assert thinned(Normal(-0.4, 0.1), 0.0) == Normal(-0.4, 10.0)


def test_accuracy_is_a_square_and_a_slope_is_its_root():
    inputs, expected = (case(oracle("09_"), "slope_attenuation")[k] for k in ("inputs", "expected"))
    assert from_accuracy(inputs["relative_R2"]) == pytest.approx(expected["slope"], rel=1e-9)


def test_every_answer_has_its_correlation():
    known = {"": 1.0, "most": 1.0, "some": 0.8, "few": 0.5, "none": 0.2}
    assert {answer: correlation(Discount("B", likeness=answer)) for answer in known} == known
    assert correlation(Discount("B", way="accuracy", accuracy=0.25)) == 0.5
    assert correlation(Discount("B", way="accuracy", likeness="none")) == 1.0


claims = st.builds(Normal, st.floats(-3, 3), st.floats(0.01, 3))


@settings(deadline=None)
@given(claims, st.floats(0.01, 3), st.lists(st.floats(0, 1), min_size=2, max_size=5))
def test_being_less_alike_widens_more_and_pulls_further_and_never_turns(claim, tau0, rs):
    found = [transport(claim, r=r, tau0=tau0) for r in sorted(rs)]
    for less, more in pairwise(found):
        assert less.sd >= more.sd - 1e-12 >= claim.sd - 2e-12
        assert abs(less.mean) <= abs(more.mean) + 1e-12
        assert less.mean * claim.mean >= 0.0


@settings(deadline=None)
@given(claims, st.floats(0, 1), st.floats(0, 3))
def test_no_way_of_saying_it_sharpens_or_turns(claim, share, spread):
    for found in (thinned(claim, share), widened(claim, spread)):
        assert found.sd >= claim.sd - 1e-12
        assert found.mean == claim.mean


@settings(deadline=None)
@given(st.lists(st.floats(0, 1), min_size=1, max_size=6), st.floats(0, 2))
def test_a_group_of_ones_own_alone_adds_nothing(shares, apart):
    assert of_groups([1.0], 0, apart) == 0.0
    assert 0.0 <= of_groups(shares, 0, apart) <= apart * sqrt(1.0 + len(shares))
