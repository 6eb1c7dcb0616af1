"""Which arm is best, by what is believed before the trial."""

from collections.abc import Sequence

import numpy as np
from scipy.special import ndtr

from nof1_lab.inference.mixture import Array, Mixture
from nof1_lab.inference.panel import spots
from nof1_lab.study.measure import Measure
from nof1_lab.study.prior import Prior


def best(priors: Sequence[Prior], measure: Measure, *, reference: str) -> dict[str, float]:
    """The chance of being the best of all, for every arm and the reference, which has no effect.

    Beliefs about arms are independent. An arm is best when its benefit x is above nothing and above that of
    all others: the integral from 0 of its density at x times the chances of all others to lie below x. The
    reference is best when no arm has a benefit.

    >>> sleep = Measure("time awake", better="lower", worthwhile=0.4)
    >>> chances = best([Prior.normal("tea", 0.0, 0.3)], sleep, reference="nothing")
    >>> {arm: round(chance, 6) for arm, chance in chances.items()}
    {'nothing': 0.5, 'tea': 0.5}
    """
    if not priors:
        return {reference: 1.0}
    gains = [_gain(prior, measure) for prior in priors]
    none = float(np.prod([gain.below(0.0) for gain in gains]))
    means, sds = (np.concatenate(rows) for rows in zip(*((g.means, g.sds) for g in gains), strict=True))
    at, weights = spots(means, sds, low=0.0)
    density = np.array([gain.density(at) for gain in gains])
    others = _others(np.array([_below(gain, at) for gain in gains]))
    chances = (density * others) @ weights
    whole = none + float(chances.sum())
    arms = {prior.arm: float(chance) / whole for prior, chance in zip(priors, chances, strict=True)}
    return {reference: none / whole, **arms}


def _gain(prior: Prior, measure: Measure) -> Mixture:
    """The belief about an arm's benefit."""
    belief = Mixture.prior(prior)
    return Mixture(belief.weights, measure.direction * belief.means, belief.sds)


def _below(gain: Mixture, at: Array) -> Array:
    return ndtr((at[:, None] - gain.means) / gain.sds) @ gain.weights


def _others(chances: Array) -> Array:
    """For each row the product of all other rows: of those before it and of those after it."""
    before, after = np.ones_like(chances), np.ones_like(chances)
    before[1:] = np.cumprod(chances[:-1], axis=0)
    after[:-1] = np.cumprod(chances[:0:-1], axis=0)[::-1]
    return before * after
