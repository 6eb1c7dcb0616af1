"""How surprising the days are to a claim: known answers, other roads, and what must hold for any."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from oracle import cases, oracle
from scipy.stats import nbinom
from scipy.stats import t as student

from nof1_lab.inference.caution import conflict
from nof1_lab.inference.surprise import (
    by_bell,
    by_bell_of_unknown_spread,
    by_parts,
    by_rate,
    by_shares,
    log_height,
)
from nof1_lab.study.prior import Part, Prior
from nof1_lab.study.shape import Shape

KNOWN = "07_"


def test_every_case_of_the_known_answers_is_asked():
    names = {each["name"] for each in oracle(KNOWN)["cases"]}
    assert names <= {"normal", "robust_mixture", "beta_binomial", "gamma_poisson"}


def test_a_bell_is_surprised_by_distance():
    for known in cases(oracle(KNOWN), "normal"):
        m, s, seen, error = (known["inputs"][key] for key in ("m", "s", "ybar", "se"))
        expected = known["expected"]
        assert by_bell(m, s, seen, error).p == pytest.approx(expected["p"], rel=1e-9)
        assert log_height(m, s, seen, error) == pytest.approx(expected["box_log_density"], rel=1e-9)
        assert abs(seen - m) / np.hypot(s, error) == pytest.approx(abs(expected["z"]), rel=1e-9)
        assert conflict(Prior.normal("B", m, s), seen, error) == pytest.approx(expected["p"], rel=1e-9)


def test_a_mixture_is_surprised_by_what_lies_outside_its_level_set():
    for known in cases(oracle(KNOWN), "robust_mixture"):
        inputs, expected = known["inputs"], known["expected"]
        parts = tuple(Part(*part) for part in zip(inputs["w"], inputs["m"], inputs["s"], strict=True))
        found = by_parts(parts, inputs["ybar"], inputs["se"])
        assert found.p == pytest.approx(expected["p_mixture"], abs=1e-8)
        assert found.edges == pytest.approx(expected["level_set_roots"], abs=1e-8)
        claim = conflict(Prior("B", parts, vague=1), inputs["ybar"], inputs["se"])
        assert claim == pytest.approx(expected["p_informative_component"], rel=1e-8, abs=1e-35)


def test_days_with_an_event_are_counted():
    for known in cases(oracle(KNOWN), "beta_binomial"):
        found = by_shares(*(known["inputs"][key] for key in ("a", "b", "events", "n")))
        assert found.p == pytest.approx(known["expected"]["p"], rel=1e-9)


def test_events_are_counted():
    for known in cases(oracle(KNOWN), "gamma_poisson"):
        shape, rate, count, exposure = (known["inputs"][k] for k in ("shape", "rate", "count", "exposure"))
        found = by_rate(shape, rate, count, exposure)
        assert found.p == pytest.approx(known["expected"]["p"], rel=1e-9)
        heights = nbinom.pmf(np.arange(2000), shape, rate / (rate + exposure))
        seen = heights[count] * (1.0 + 1e-9)
        assert found.p == pytest.approx(heights[heights <= seen].sum(), rel=1e-9)


def test_an_unknown_spread_has_heavier_tails():
    found = by_bell_of_unknown_spread(-0.4, 0.15, 0.3, 0.2, 6.0)
    assert found.p == pytest.approx(2.0 * student.sf(0.7 / 0.25, 6.0), rel=1e-9)
    assert found.p > by_bell(-0.4, 0.15, 0.3, 0.2).p


@pytest.mark.parametrize("seen", [-3.0, -0.5, 0.1, 0.9, 5.0])
def test_two_humps_are_surprised_in_the_valley_between_them_too(seen):
    parts = (Part(0.5, -1.0, 0.2), Part(0.3, 1.0, 0.2), Part(0.2, 4.0, 0.5))
    chance = np.random.default_rng(0)
    which = chance.choice(3, size=400_000, p=[0.5, 0.3, 0.2])
    spread = np.hypot([0.2, 0.2, 0.5], 0.1)
    drawn = np.array([-1.0, 1.0, 4.0])[which] + spread[which] * chance.standard_normal(400_000)

    def height(x):
        z = (np.asarray(x)[..., None] - [-1.0, 1.0, 4.0]) / spread
        return (np.exp(-0.5 * z**2) / spread * [0.5, 0.3, 0.2]).sum(axis=-1)

    assert by_parts(parts, seen, 0.1).p == pytest.approx((height(drawn) <= height(seen)).mean(), abs=0.004)


@given(mean=st.floats(-3, 3), sd=st.floats(0.01, 3), seen=st.floats(-9, 9), error=st.floats(0.01, 3))
def test_one_part_is_a_bell(mean, sd, seen, error):
    one = by_parts((Part(1.0, mean, sd),), seen, error).p
    assert one == pytest.approx(by_bell(mean, sd, seen, error).p, abs=1e-7)


@pytest.mark.parametrize(
    "shape", [Shape("student", -0.4, 0.3, tail=4.0), Shape("skewed", -0.4, 0.3, lean=0.8)]
)
def test_a_drawn_curve_is_asked_as_a_whole(shape):
    prior = Prior.shaped("B", shape)
    sharpest = min(prior.parts, key=lambda part: part.sd)
    whole = conflict(prior, 0.6, 0.2)
    assert 0.0 < whole < 0.2
    assert whole > 2.0 * by_bell(sharpest.mean, sharpest.sd, 0.6, 0.2).p
    robust = tuple(Part(0.7 * part.weight, part.mean, part.sd) for part in prior.parts)
    assert conflict(Prior("B", (*robust, Part(0.3, 0.0, 2.0)), vague=1), 0.6, 0.2) == pytest.approx(whole)
