"""How surprising what was seen is to what was believed (Box; Evans and Moshonov): two-sided chances.

Each is the chance, under the belief, of seeing something that is as unlikely as what was seen, or more.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from math import exp, inf, lgamma, log, log1p, pi, sqrt

import numpy as np
from scipy.special import ndtr, stdtr

from nof1_lab.inference.mixture import Array, Mixture, Normal, find_root

TIE = 1e-9  # of a chance: what differs by less is as likely
REACH = np.arange(-48.0, 49.0) / 4.0
FARTHEST = 1e5  # events: counted one by one


@dataclass(frozen=True, slots=True)
class Surprise:
    """A two-sided chance; ``edges`` is where things as unlikely as what was seen begin and end."""

    p: float
    edges: tuple[float, ...] = ()


def by_bell(mean: float, sd: float, seen: float, error: float) -> Surprise:
    """A value seen with a known standard error, by a Normal belief.

    >>> round(by_bell(-0.4, 0.15, 0.3, 0.2).p, 4)
    0.0051
    """
    away = abs(seen - mean)
    return Surprise(2.0 * float(ndtr(-away / sqrt(sd**2 + error**2))), (mean - away, mean + away))


def by_parts(parts: Iterable[Normal], seen: float, error: float) -> Surprise:
    """A value seen with a known standard error, by Normals that add up to a belief of any form."""
    prior = Mixture.parts(parts)
    belief = Mixture(prior.weights, prior.means, np.hypot(prior.sds, error))
    level = float(belief.log_density(np.array([seen]))[0])
    edges = _edges(belief, level, seen)
    ends = [-inf, *edges, inf]
    chance = 0.0
    for low, high in pairwise(ends):
        if belief.log_density(np.array([_inside(low, high)]))[0] <= level:
            chance += _between(belief, low, high)
    return Surprise(min(chance, 1.0), edges)


def by_bell_of_unknown_spread(
    mean: float, scale: float, seen: float, error: float, freedom: float
) -> Surprise:
    """The same while the spread is unknown: the standard error has so many degrees of freedom."""
    away = abs(seen - mean)
    tail = float(stdtr(freedom, -away / sqrt(scale**2 + error**2)))
    return Surprise(2.0 * tail, (mean - away, mean + away))


def by_shares(a: float, b: float, events: int, days: int) -> Surprise:
    """So many days with an event, by a Beta belief about the chance of one."""
    heights = [_beta_binomial(a, b, k, days) for k in range(days + 1)]
    return _counted(heights, events)


def by_rate(shape: float, rate: float, events: int, exposure: float) -> Surprise:
    """So many events, by a Gamma belief about how many there are in one unit of exposure."""
    most, total, heights = float(events), 0.0, list[float]()
    while (total < 1.0 - 1e-13 and len(heights) < FARTHEST) or len(heights) <= most:
        heights.append(_negative_binomial(shape, rate, len(heights), exposure))
        total += heights[-1]
    return _counted(heights, events)


def log_height(mean: float, sd: float, seen: float, error: float) -> float:
    """The log height of what was seen in what was expected."""
    variance = sd**2 + error**2
    return -0.5 * (log(2.0 * pi * variance) + (seen - mean) ** 2 / variance)


def _edges(belief: Mixture, level: float, seen: float) -> tuple[float, ...]:
    """Where the height of a belief passes that of what was seen."""
    away = 1.5 * float(np.abs(belief.means - seen).max()) + 12.0 * float(belief.sds.max())
    ends = np.array([belief.means.min() - away, belief.means.max() + away])
    spots = np.unique(np.concatenate([(belief.means[:, None] + belief.sds[:, None] * REACH).ravel(), ends]))
    above = belief.log_density(spots) - level
    spots, above = spots[np.abs(above) > 0.0], above[np.abs(above) > 0.0]
    crossed = np.flatnonzero(np.sign(above[1:]) != np.sign(above[:-1]))
    return tuple(_crossing(belief, level, spots[i], spots[i + 1]) for i in crossed)


def _crossing(belief: Mixture, level: float, low: float, high: float) -> float:
    return find_root(lambda x: float(belief.log_density(np.array([x]))[0]) - level, low, high)


def _inside(low: float, high: float) -> float:
    if low == -inf or high == inf:
        return high - 1.0 if low == -inf and high < inf else low + 1.0 if low > -inf else 0.0
    return (low + high) / 2.0


def _between(belief: Mixture, low: float, high: float) -> float:
    if low == -inf:
        return belief.below(high) if high < inf else 1.0
    return belief.above(low) if high == inf else belief.below(high) - belief.below(low)


def _counted(heights: list[float], seen: int) -> Surprise:
    every: Array = np.array(heights)
    return Surprise(min(1.0, float(every[every <= every[seen] * (1.0 + TIE)].sum())))


def _beta_binomial(a: float, b: float, k: int, n: int) -> float:
    ways = lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
    above = lgamma(a + k) + lgamma(b + n - k) - lgamma(a + b + n)
    return exp(ways + above - lgamma(a) - lgamma(b) + lgamma(a + b))


def _negative_binomial(shape: float, rate: float, k: int, exposure: float) -> float:
    ways = lgamma(shape + k) - lgamma(shape) - lgamma(k + 1)
    return exp(ways - shape * log1p(exposure / rate) + k * (log(exposure) - log(rate + exposure)))
