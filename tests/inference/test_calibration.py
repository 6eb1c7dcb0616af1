"""Calibration by simulation: draw the truth from the priors, days from the truth, and look where it falls.

If the engine is right, the rank of the truth among draws of the posterior is uniform: for every parameter,
and for the joint likelihood of the days, which sees what no parameter shows (such as forgotten memory).
"""

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.stats import chi2, halfnorm
from trial import table_of

from nof1_lab.inference.check import check
from nof1_lab.inference.exact import posterior
from nof1_lab.inference.family import LONG_AGO, simulate
from nof1_lab.inference.nuisance import HalfNormal, Known, Nuisance, Uniform
from nof1_lab.study.analysis import Normal
from nof1_lab.study.prior import Prior

pytestmark = [pytest.mark.sbc, pytest.mark.slow, pytest.mark.timeout(5400)]

TRIALS, KEPT, BINS = 200, 99, 10
LEAST_P = 0.001
MOST_FAILED = 0.02  # of the fits, by their own checks
LEVEL, DRIFT, PRIOR = Normal(6.0, 1.0), Normal(0.0, 0.3), Prior.normal("B", -0.4, 0.5)
OPEN = Nuisance(LEVEL, DRIFT, HalfNormal(1.0), Uniform(0.0, 0.95))
BLIND = Nuisance(LEVEL, DRIFT, HalfNormal(1.0), Known(0.0))

# The schedule as it was lived: ABBABAAB, five days each, some of them missed.
MISSED = {3, 4, 12, 18, 19, 20, 33}
DAYS = np.array([day for day in range(1, 41) if day not in MISSED])
LETTERS = np.array(list("ABBABAAB"))[(DAYS - 1) // 5]
WEEKS = (DAYS - 20.5) / 7.0
WAITS = np.concatenate([[LONG_AGO], np.diff(DAYS).astype(float)])

Row = dict[str, NDArray[np.float64]]


def truth(chance) -> Row:
    """One truth from the priors, one number for each parameter."""
    return {
        "effect": np.array([chance.normal(PRIOR.mean, PRIOR.sd)]),
        "intercept": np.array([chance.normal(LEVEL.mean, LEVEL.sd)]),
        "trend": np.array([chance.normal(DRIFT.mean, DRIFT.sd)]),
        "sigma": np.array([halfnorm(scale=1.0).rvs(random_state=chance)]),
        "rho": np.array([chance.uniform(0.0, 0.95)]),
    }


def mean_of(row: Row):
    taken = (LETTERS == "B").astype(float)
    return row["intercept"][:, None] + row["trend"][:, None] * WEEKS + row["effect"][:, None] * taken


def log_likelihood(row: Row, value) -> NDArray[np.float64]:
    """The joint log-likelihood of the days, written down here once more."""
    sigma, echo = row["sigma"][:, None], row["rho"][:, None] ** WAITS
    miss = value - mean_of(row)
    before = np.concatenate([np.zeros((len(miss), 1)), miss[:, :-1]], axis=1)
    sd = sigma * np.sqrt(1.0 - echo**2)
    return (-0.5 * ((miss - echo * before) / sd) ** 2 - np.log(sd)).sum(axis=1)


def rank(true: Row, drawn: Row, value) -> dict[str, int]:
    """How many of the draws lie below the truth, for every quantity."""
    true = true | {"log likelihood": log_likelihood(true, value)}
    drawn = drawn | {"log likelihood": log_likelihood(drawn, value)}
    return {name: int((drawn[name] < true[name]).sum()) for name in true}


def p_value(ranks) -> float:
    """The chance of ranks as uneven as these, by the chi-square test."""
    counts = np.histogram(ranks, bins=BINS, range=(0, KEPT + 1))[0]
    wanted = len(ranks) / BINS
    return float(chi2.sf(((counts - wanted) ** 2 / wanted).sum(), BINS - 1))


def calibrate(draw) -> dict[str, float]:
    """A p-value for every quantity; ``draw`` gives posterior draws of a table, or None when it refuses."""
    chance, ranks, refused = np.random.default_rng(20), [], 0
    for trial in range(TRIALS):
        true = truth(chance)
        value = simulate(mean_of(true)[0], true["sigma"], true["rho"], WAITS, chance)
        drawn = draw(table_of(DAYS.tolist(), LETTERS.tolist(), value.tolist(), time=WEEKS.tolist()), trial)
        refused += drawn is None
        if drawn is not None:
            ranks.append(rank(true, drawn, value))
    assert refused <= MOST_FAILED * TRIALS
    found = {name: p_value([each[name] for each in ranks]) for name in ranks[0]}
    print(f"\n{len(ranks)} trials, {refused} refused:", {name: round(p, 3) for name, p in found.items()})
    return found


def by_sampling(sampler, believed):
    def draw(table, seed):
        found = sampler.fit(table, [PRIOR], believed, reference="A", seed=seed)
        if not check(found).ok:
            return None
        rows = found.others | {"effect": found.effects["B"]}
        thin = np.linspace(0, 3999, KEPT).astype(int)
        return {name: values.ravel()[thin] for name, values in rows.items()}

    return draw


def exactly(table, seed):
    found = posterior(table, [PRIOR], OPEN, reference="A").draw(KEPT, seed=seed)
    return {
        "effect": found.effects[:, 0],
        "intercept": found.intercept,
        "trend": found.trend,
        "sigma": found.sigma,
        "rho": found.rho,
    }


def test_the_sampled_posterior_is_calibrated(sampler):
    found = calibrate(by_sampling(sampler, OPEN))
    assert min(found.values()) > LEAST_P, found


def test_the_exact_posterior_is_calibrated():
    found = calibrate(exactly)
    assert min(found.values()) > LEAST_P, found


def test_a_model_that_takes_days_for_independent_is_found_out(sampler):
    """The negative control: without it nobody knows that the test can fail."""
    found = calibrate(by_sampling(sampler, BLIND))
    assert found["log likelihood"] < LEAST_P, found
