"""What a person should look at twice."""

import pytest

from nof1_lab.exchange.warning import across, warnings
from nof1_lab.study.candidate import Candidate
from nof1_lab.study.measure import Measure

PAIN = Measure("pain", better="lower", worthwhile=1, unit="points", scale="score", low=0, high=10)


def one(**parts) -> Candidate:
    return Candidate("A", **parts)


@pytest.mark.parametrize(
    ("candidate", "words"),
    [
        (one(estimate=-0.2, lower=-2, upper=0.1), "not in the middle of its interval as a difference"),
        (one(estimate=2, lower=1, upper=4), "as a ratio it would"),
        (one(estimate=1, lower=0.1, upper=1.9, scale="ratio"), "as a difference it would"),
        (one(estimate=-12, unit="min"), "convert the numbers, or correct the unit"),
        (one(estimate=-12), "cannot be on a scale from 0 to 10"),
        (one(estimate=1, direction="lower"), "by its sign the estimate makes it higher"),
        (one(estimate=1, rationale="It reduces pain."), "by its sign the estimate makes it higher"),
        (one(estimate=1, rationale="Verringert Schmerzen."), "by its sign the estimate makes it higher"),
        (one(estimate=1, rationale="Réduit la douleur."), "by its sign the estimate makes it higher"),
        (one(estimate=1, rationale="Very helpful."), "claims a benefit, but the estimate is a harm"),
        (one(estimate=0), "no effect at all"),
        (one(estimate=0, lower=-1, upper=1, level=0.05), "The level is 0.05"),
    ],
)
def test_what_does_not_fit_is_warned_of(candidate, words):
    assert words in " ".join(warnings(candidate, PAIN))


@pytest.mark.parametrize(
    "candidate",
    [
        one(estimate=-1, lower=-2, upper=0, unit="Points", direction="lower", rationale="It reduces pain."),
        one(estimate=-1, lower=-2, upper=0, rationale="It does not increase pain."),
        one(estimate=0.75, lower=0.56, upper=1, scale="ratio", unit="ratio"),
        one(),
    ],
)
def test_what_fits_is_not(candidate):
    assert warnings(candidate, PAIN) == ()


def test_numbers_that_are_the_same_everywhere_look_copied():
    rows = [Candidate(name, estimate=-1, lower=-2, upper=0) for name in "ABC"]
    assert all("look copied" in " ".join(each) for each in across(rows))


def test_an_order_that_the_estimates_contradict_is_said():
    rows = [Candidate("A", rank=1, estimate=-0.1), Candidate("B", rank=2, estimate=-0.9), None]
    assert ["larger estimate" in " ".join(each) for each in across(rows)] == [True, False, False]
