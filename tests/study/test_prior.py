"""What is believed before the trial."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from study.trial import LAW, numbers, priors

from nof1_lab.errors import PriorError
from nof1_lab.study.prior import Part, Prior

MIXED = Prior("Melatonin", (Part(0.75, -0.6, 0.3), Part(0.25, 0.2, 1.1)))


def area(height, low, high, steps=4_000):
    """Simpson's rule."""
    width = (high - low) / steps
    inner = math.fsum((4 if i % 2 else 2) * height(low + i * width) for i in range(1, steps))
    return (height(low) + height(high) + inner) * width / 3


def test_the_belief_of_a_mixture_adds_up_to_one():
    assert area(MIXED.density, -9, 9) == pytest.approx(1.0, abs=1e-9)


def test_the_middle_and_the_spread_are_those_of_the_drawn_curve():
    mean = area(lambda x: x * MIXED.density(x), -9, 9)
    variance = area(lambda x: (x - mean) ** 2 * MIXED.density(x), -9, 9)
    assert (MIXED.mean, MIXED.sd) == pytest.approx((mean, math.sqrt(variance)), abs=1e-9)


@pytest.mark.parametrize("x", [-1.5, -0.6, 0.0, 0.4])
def test_the_chance_of_less_is_the_area_to_the_left(x):
    assert MIXED.below(x) == pytest.approx(area(MIXED.density, -9, x), abs=1e-9)


@pytest.mark.parametrize(
    ("x", "chance"), [(0.0, 0.5), (1.959963984540054, 0.975), (-1.6448536269514722, 0.05)]
)
def test_the_well_known_quantiles_of_a_bell_are_met(x, chance):
    assert Prior.normal("A", 0.0, 1.0).below(x) == pytest.approx(chance, abs=1e-12)


@LAW
@given(priors(), numbers, st.floats(0, 1e6))
def test_more_is_never_less_likely_to_be_below(prior, x, further):
    assert 0.0 <= prior.below(x) <= prior.below(x + further) <= 1.0 + 1e-12


@LAW
@given(priors())
def test_every_prior_has_a_finite_middle_spread_and_height(prior):
    assert all(map(math.isfinite, (prior.mean, prior.sd, prior.density(0.0), prior.density(1e12))))
    assert prior.sd > 0


@LAW
@given(numbers, st.floats(1e-6, 1e6))
def test_one_bell_says_of_itself_what_it_was_made_of(mean, sd):
    prior = Prior.normal("A", mean, sd)
    assert prior.is_normal
    assert (prior.mean, prior.sd) == pytest.approx((mean, sd))


@pytest.mark.parametrize(
    ("parts", "remedy"),
    [
        ((), "Scale the weights"),
        (((0.5, 0.0, 1.0),), "Scale the weights"),
        (((1.0, 0.0, 0.0),), "positive number"),
        (((1.0, 0.0, 1e-300),), "positive number"),
        (((1.0, 1e300, 1.0),), "as a number"),
        (((1.0, math.nan, 1.0),), "as a number"),
        (((-1.0, 0.0, 1.0), (2.0, 0.0, 1.0)), "positive number"),
        (((0.001, 0.0, 1.0),) * 1_000, "Merge the parts"),
    ],
)
def test_a_prior_that_cannot_be_is_refused_with_a_remedy(parts, remedy):
    with pytest.raises(PriorError, match=remedy):
        Prior("A", tuple(Part(*part) for part in parts))


def test_a_prior_is_for_an_arm_with_a_name():
    with pytest.raises(PriorError, match="in a few words"):
        Prior.normal(" ", 0.0, 1.0)
