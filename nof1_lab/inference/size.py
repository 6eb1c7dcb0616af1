"""How many observations a prior is worth: its effective sample size.

ELIR is the information of the prior, averaged over the prior, in units of that of one observation: the only
one of these sizes that grows by exactly one with each observation that is expected. The moment size looks at
the variance alone. The size at the top looks at the sharpest point alone and is here to be compared with.
"""

from math import exp

import numpy as np

from nof1_lab.inference.mixture import Array, Mixture
from nof1_lab.inference.panel import spots


def elir(belief: Mixture, sigma: float) -> float:
    """The expected local information ``sigma^2 E[(d log p / d theta)^2]``; an observation has spread sigma.

    The integral runs over panels between whole spreads of every Normal, by 8-point Gauss-Legendre.

    >>> round(elir(Mixture.normal(-0.4, 0.3), 0.8), 6)
    7.111111
    """
    if len(belief.weights) == 1:
        return float((sigma / belief.sds[0]) ** 2)
    at, weights = spots(belief.means, belief.sds)
    height, slope = _curve(belief, at)
    information = np.divide(slope**2, height, out=np.zeros_like(height), where=height > 0.0)
    return float(sigma**2 * (information @ weights))


def moment(belief: Mixture, sigma: float) -> float:
    """The size of a Normal that is as wide: ``sigma^2 / variance``."""
    return float((sigma / belief.sd) ** 2)


def at_the_top(belief: Mixture, sigma: float) -> float:
    """The size by the curvature at the mode: ``-sigma^2 (log p)''``; a sharp part hides all the others."""
    near = np.unique(belief.means + np.linspace(-8.0, 8.0, 801)[:, None] * belief.sds)
    centre = float(near[np.argmax(_curve(belief, near)[0])])
    for _ in range(60):
        z = (centre - belief.means) / belief.sds
        pull = belief.weights / belief.sds**3 * np.exp(-0.5 * z**2)
        centre = float(pull @ belief.means / pull.sum())
    z = (centre - belief.means) / belief.sds
    held = belief.weights / belief.sds * np.exp(-0.5 * z**2)
    held = held / held.sum()
    slope = held @ (-z / belief.sds)
    bend = held @ ((z**2 - 1.0) / belief.sds**2)
    return float(sigma**2 * (slope**2 - bend))


def of_student(tail: float, spread: float, sigma: float) -> float:
    """ELIR of a Student-t: ``sigma^2 (tail+1) / ((tail+3) spread^2)``."""
    return sigma**2 * (tail + 1.0) / ((tail + 3.0) * spread**2)


def of_student_at_the_top(tail: float, spread: float, sigma: float) -> float:
    """The size of a Student-t by its curvature at the mode: ``sigma^2 (tail+1) / (tail spread^2)``."""
    return sigma**2 * (tail + 1.0) / (tail * spread**2)


def of_beta(a: float, b: float) -> float:
    """How many yes-or-no days a beta belief in a chance is worth: ``a + b``."""
    return a + b


def of_gamma(rate: float) -> float:
    """How much exposure a gamma belief in a rate is worth: its own ``rate``."""
    return rate


def of_logit(mean: float, sd: float) -> float:
    """How many yes-or-no days a Normal on log odds is worth: ``(2 + e^(s^2/2-m) + e^(s^2/2+m)) / s^2``."""
    return (2.0 + exp(-mean + sd**2 / 2.0) + exp(mean + sd**2 / 2.0)) / sd**2


def of_logit_at_the_top(mean: float, sd: float) -> float:
    """The size of a Normal on log odds by the curvature at its mode: ``(2 + e^-m + e^m) / s^2``."""
    return (2.0 + exp(-mean) + exp(mean)) / sd**2


def of_log_rate(mean: float, sd: float) -> float:
    """How much exposure a Normal on a log rate is worth: ``e^(s^2/2-m) / s^2``."""
    return exp(-mean + sd**2 / 2.0) / sd**2


def of_log_rate_at_the_top(mean: float, sd: float) -> float:
    """The size of a Normal on a log rate by the curvature at its mode: ``e^-m / s^2``."""
    return exp(-mean) / sd**2


def _curve(belief: Mixture, at: Array) -> tuple[Array, Array]:
    """Height and slope of a belief."""
    z = (at[:, None] - belief.means) / belief.sds
    bells = np.exp(-0.5 * z**2)
    scale = belief.weights / (belief.sds * np.sqrt(2.0 * np.pi))
    return bells @ scale, -(bells * z) @ (scale / belief.sds)
