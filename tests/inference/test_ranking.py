"""Which arm is best, before any day."""

from dataclasses import replace
from math import sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import multivariate_normal, norm
from trial import SLEEP

from nof1_lab.inference.ranking import best
from nof1_lab.study.prior import Part, Prior
from nof1_lab.study.shape import Shape

HIGHER = replace(SLEEP, better="higher")


def quadrant(mean, other):
    """Both Normal benefits: the first is above nothing and above the second."""
    (m, s), (n, t) = mean, other
    cov = [[s**2, s**2], [s**2, s**2 + t**2]]
    return multivariate_normal([-m, n - m], cov).cdf([0.0, 0.0])


BELLS = [((0.4, 0.3), (0.1, 0.6)), ((-0.2, 0.05), (0.0, 2.0)), ((3.0, 0.2), (3.1, 0.2))]


@pytest.mark.parametrize(("one", "other"), BELLS)
def test_two_bells_have_a_closed_form(one, other):
    priors = [Prior.normal("B", *one), Prior.normal("C", *other)]
    found = best(priors, HIGHER, reference="A")
    none = norm.cdf(-one[0] / one[1]) * norm.cdf(-other[0] / other[1])
    assert found == pytest.approx({"A": none, "B": quadrant(one, other), "C": quadrant(other, one)}, abs=2e-5)
    assert sum(found.values()) == pytest.approx(1.0)


def test_far_above_nothing_it_is_the_chance_of_a_difference():
    found = best([Prior.normal("B", 9.0, 0.3), Prior.normal("C", 9.2, 0.4)], HIGHER, reference="A")
    assert found["B"] == pytest.approx(norm.cdf(-0.2 / sqrt(0.25)), abs=1e-9)
    assert found["A"] == pytest.approx(0.0, abs=1e-12)


def test_mixtures_are_ranked_as_by_drawing_from_them():
    priors = [
        Prior("B", (Part(0.7, -0.6, 0.2), Part(0.3, 0.0, 1.0)), vague=1),
        Prior.shaped("C", Shape("skewed", -0.3, 0.4, lean=-0.6)),
        Prior.shaped("D", Shape("student", -0.2, 0.3, tail=3.0)),
        Prior.normal("E", 0.1, 0.01),
    ]
    chance, size = np.random.default_rng(7), 400_000
    drawn = [np.zeros(size)]
    for prior in priors:
        rows = np.array([(part.weight, part.mean, part.sd) for part in prior.parts])
        part = chance.choice(len(rows), size, p=rows[:, 0] / rows[:, 0].sum())
        drawn.append(-chance.normal(rows[part, 1], rows[part, 2]))
    share = np.bincount(np.argmax(drawn, axis=0), minlength=5) / size
    found = best(priors, SLEEP, reference="A")
    assert list(found) == ["A", "B", "C", "D", "E"]
    assert list(found.values()) == pytest.approx(share.tolist(), abs=4 * sqrt(0.25 / size))


def test_the_same_beliefs_have_the_same_chance():
    priors = [Prior.normal(arm, -0.2, 0.5) for arm in "BCD"]
    found = best(priors, SLEEP, reference="A")
    assert found["B"] == pytest.approx(found["C"]) == pytest.approx(found["D"])
    assert found["A"] == pytest.approx(norm.cdf(-0.4) ** 3)


def test_lower_is_better_is_higher_is_better_seen_from_below():
    priors = [Prior.normal("B", -0.2, 0.5), Prior.normal("C", 0.3, 0.4)]
    mirrored = [Prior.normal(prior.arm, -prior.mean, prior.sd) for prior in priors]
    assert best(priors, SLEEP, reference="A") == pytest.approx(best(mirrored, HIGHER, reference="A"))
    assert best(priors, SLEEP, reference="A")["B"] > best(priors, HIGHER, reference="A")["B"]


def test_without_arms_the_reference_is_best():
    assert best([], SLEEP, reference="A") == {"A": 1.0}
    hopeless = best([Prior.normal("B", 5.0, 0.01)], SLEEP, reference="A")
    assert hopeless == pytest.approx({"A": 1.0, "B": 0.0})


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.floats(-3, 3), st.floats(0.001, 5)), min_size=1, max_size=12))
def test_chances_are_chances_and_together_all(bells):
    found = best([Prior.normal(f"arm {i}", *bell) for i, bell in enumerate(bells)], SLEEP, reference="A")
    assert sum(found.values()) == pytest.approx(1.0)
    assert all(-1e-12 <= chance <= 1.0 + 1e-12 for chance in found.values())
