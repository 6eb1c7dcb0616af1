"""A belief told with fewer Normals: as good as the whole where the days look.

Three arms of twenty parts combine in 8000 ways. What each combination weighs differs little between parts
that the days see alike; so those are told as one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

import numpy as np

from nof1_lab.inference.mixture import Array, Mixture
from nof1_lab.study.prior import Part

FAINT = 1e-9  # a part that keeps less than this share after the days is left out
STILL = 1e-6  # of what the days know: a part must know at least as much by itself


class Piece(NamedTuple):
    """A Normal that stands for others; its weight holds where the days look, and none adds up to 1."""

    weight: float
    mean: float
    sd: float


Parts: TypeAlias = tuple[Part | Piece, ...]


@dataclass(frozen=True, slots=True)
class View:
    """What the days say of one arm, roughly: a bell of this middle and precision (1 / sd squared)."""

    middle: float
    precision: float

    @classmethod
    def between(cls, before: Piece, after: Piece) -> "View":
        """The view that turns one Normal into another; no view at all where nothing was learnt."""
        gained = after.sd**-2 - before.sd**-2
        if not gained * before.sd**2 > STILL:
            return cls(before.mean, 0.0)
        return cls((after.mean / after.sd**2 - before.mean / before.sd**2) / gained, gained)


@dataclass(slots=True)
class Seen:
    """The parts as the days leave them: log weights, middles and variances."""

    log_weight: Array
    mean: Array
    variance: Array

    @property
    def mixture(self) -> Mixture:
        """The belief after the days."""
        weight = np.exp(self.log_weight - self.log_weight.max())
        return Mixture(weight / weight.sum(), self.mean, np.sqrt(self.variance))


def sketch(parts: Sequence[Part | Piece], view: View, most: int) -> Parts:
    """At most ``most`` Normals that leave weight, middle and spread after the days as they are.

    The parts are updated by the view, merged two by two, those first that lose the least (Runnalls'
    bound on the divergence), keeping weight, mean and variance; then the view is taken out again.
    """
    if len(parts) <= most:
        return tuple(parts)
    seen = through(parts, view)
    while len(seen.mean) > most and _merge(seen, view):
        pass
    return _back(seen, view)


def through(parts: Sequence[Part | Piece], view: View) -> Seen:
    """The parts as the days leave them."""
    weight, mean, sd = np.array([(part.weight, part.mean, part.sd) for part in parts]).T
    wider = 1.0 + view.precision * sd**2
    log_weight = np.log(weight) - _cost(mean, wider, view)
    after = (mean + sd**2 * view.precision * view.middle) / wider
    kept = log_weight > log_weight.max() + np.log(FAINT)
    return Seen(log_weight[kept], after[kept], (sd**2 / wider)[kept])


def _back(seen: Seen, view: View) -> Parts:
    knows = 1.0 / seen.variance - view.precision
    mean = (seen.mean / seen.variance - view.precision * view.middle) / knows
    log_weight = seen.log_weight + _cost(mean, 1.0 + view.precision / knows, view)
    rows = zip(np.exp(log_weight), mean, knows**-0.5, strict=True)
    return tuple(Piece(float(weight), float(middle), float(sd)) for weight, middle, sd in rows)


def _cost(mean: Array, wider: Array, view: View) -> Array:
    """What the view takes from the log weight of a part."""
    return 0.5 * (np.log(wider) + view.precision * (view.middle - mean) ** 2 / wider)


def _merge(seen: Seen, view: View) -> bool:
    """Make one of the two parts that lose the least by it; False when no two can."""
    weight = np.exp(seen.log_weight - seen.log_weight.max())
    total = weight[:, None] + weight
    share = weight / total  # of the second of each pair
    apart = seen.mean[:, None] - seen.mean
    variance = (1.0 - share) * seen.variance[:, None] + share * seen.variance
    variance = variance + share * (1.0 - share) * apart**2
    log_v = np.log(seen.variance)
    lost = total * np.log(variance) - weight[:, None] * log_v[:, None] - weight * log_v
    cannot = 1.0 / variance <= view.precision * (1.0 + STILL)
    lost[cannot | np.eye(len(weight), dtype=bool)] = np.inf
    i, j = np.unravel_index(np.argmin(lost), lost.shape)
    if np.isinf(lost[i, j]):
        return False
    seen.mean[i] = (1.0 - share[i, j]) * seen.mean[i] + share[i, j] * seen.mean[j]
    seen.variance[i] = variance[i, j]
    seen.log_weight[i] = np.logaddexp(seen.log_weight[i], seen.log_weight[j])
    seen.mean, seen.variance, seen.log_weight = (
        np.delete(each, j) for each in (seen.mean, seen.variance, seen.log_weight)
    )
    return True
