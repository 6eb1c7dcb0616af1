"""Beliefs that are a stance and no claim: the sceptic's, the enthusiast's, and that of nobody."""

from statistics import NormalDist

from nof1_lab.study.measure import Measure
from nof1_lab.study.prior import Prior

EXCEED = 0.05  # a sceptic's belief in a worthwhile benefit, an enthusiast's in no benefit
FLAT = 10.0  # spreads of a day: so wide that the days alone speak
REACH = NormalDist().inv_cdf(1.0 - EXCEED)
LEAST_BENEFIT = 1e-3  # of the smallest worthwhile change: less is no benefit to be enthusiastic about


def sceptical(arm: str, worthwhile: float) -> Prior:
    """A sceptic's prior: around no effect, with 5% belief in a benefit that is worthwhile."""
    return Prior.normal(arm, 0.0, worthwhile / REACH)


def enthusiastic(arm: str, benefit: float, measure: Measure) -> Prior:
    """An enthusiast's prior: around the claimed benefit, with 5% belief in no benefit at all.

    Where no benefit is claimed, the smallest worthwhile change takes its place.
    """
    hoped = benefit if benefit > LEAST_BENEFIT * measure.worthwhile else measure.worthwhile
    return Prior.normal(arm, measure.direction * hoped, hoped / REACH)


def near_flat(arm: str, day_sd: float) -> Prior:
    """A prior that lets the days speak: ten times as wide as a day's spread."""
    return Prior.normal(arm, 0.0, FLAT * day_sd)
