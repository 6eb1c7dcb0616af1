"""A belief about one number, as many Normals added up."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, Self, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq
from scipy.special import ndtr

from nof1_lab.study.prior import Prior

Array: TypeAlias = NDArray[np.float64]
NOTHING = 1e-16
MANY = 2000  # Normals: beyond, those that weigh next to nothing are left out
FAINT = 1e-10  # of the heaviest
TOO_MANY = 8000  # Normals: beyond, those that hardly differ are told as one; no chance moves by 1e-5
NEAR, ALIKE = 0.05, 0.01  # in standard deviations and in their logarithm: what hardly differs
CLOSE = 1e-13  # standard deviations: a quantile is found
LOG_2PI = float(np.log(2.0 * np.pi))


class Normal(Protocol):
    """Whatever has a weight, a middle and a spread."""

    @property
    def weight(self) -> float: ...  # noqa: D102
    @property
    def mean(self) -> float: ...  # noqa: D102
    @property
    def sd(self) -> float: ...  # noqa: D102


@dataclass(frozen=True, slots=True, eq=False)
class Mixture:
    """Normals with weights that add up to 1.

    >>> round(Mixture.normal(-0.4, 0.3).below(0.0), 4)
    0.9088
    """

    weights: Array
    means: Array
    sds: Array

    @classmethod
    def of(cls, weights: Array, means: Array, sds: Array) -> Self:
        """The mixture without the Normals that weigh nothing."""
        kept = weights.ravel() > (FAINT if weights.size > MANY else NOTHING) * weights.max()
        held, means, sds = weights.ravel()[kept], means.ravel()[kept], sds.ravel()[kept]
        if len(held) > TOO_MANY:
            held, means, sds = _gathered(held, means, sds)
        return cls(held / held.sum(), means, sds)

    @classmethod
    def normal(cls, mean: float, sd: float) -> Self:
        """One Normal."""
        return cls(np.ones(1), np.array([mean], dtype=float), np.array([sd], dtype=float))

    @classmethod
    def prior(cls, prior: Prior) -> Self:
        """What is believed of an arm's effect before the trial."""
        return cls.parts(prior.parts)

    @classmethod
    def parts(cls, parts: Iterable[Normal]) -> Self:
        """These Normals, with the weights that they have."""
        rows = np.array([(part.weight, part.mean, part.sd) for part in parts])
        return cls(rows[:, 0], rows[:, 1], rows[:, 2])

    @property
    def mean(self) -> float:
        """The middle."""
        return float(self.weights @ self.means)

    @property
    def sd(self) -> float:
        """The spread."""
        return float(np.sqrt(self.weights @ (self.sds**2 + (self.means - self.mean) ** 2)))

    def below(self, x: float) -> float:
        """The chance of a number below ``x``."""
        return float(self.weights @ ndtr((x - self.means) / self.sds))

    def above(self, x: float) -> float:
        """The chance of a number above ``x``, exact also when it is tiny."""
        return float(self.weights @ ndtr((self.means - x) / self.sds))

    def over(self, x: float) -> float:
        """How far the number lies above ``x`` on average, counting what lies below as nothing."""
        z = (self.means - x) / self.sds
        height = np.exp(-0.5 * (z**2 + LOG_2PI))
        return float(self.weights @ (self.sds * (height + z * ndtr(z))))

    def density(self, grid: Sequence[float] | Array) -> Array:
        """The height at each point of ``grid``."""
        z = (np.asarray(grid, dtype=float)[:, None] - self.means) / self.sds
        return np.exp(-0.5 * z**2) @ (self.weights / self.sds) / np.sqrt(2.0 * np.pi)

    def log_density(self, x: Array) -> Array:
        """The log of the height at each point, exact also far away from all of the belief."""
        log_height = log_normal(x[..., None], self.means, self.sds) + np.log(self.weights)
        return log_sum(log_height, -1)

    def quantile(self, p: float) -> float:
        """The number below which the chance is ``p``."""
        low = float((self.means - 40.0 * self.sds).min())
        high = float((self.means + 40.0 * self.sds).max())
        x, sd = self.mean, self.sd
        for _ in range(200):
            error = self.below(x) - p
            low, high = (low, x) if error > 0.0 else (x, high)
            height = float(self.density([x])[0])
            step = error / height if height > 0.0 else np.inf
            before, x = x, x - step if low < x - step < high else (low + high) / 2.0
            if abs(x - before) <= CLOSE * sd:
                break
        return x

    def interval(self, level: float = 0.95) -> tuple[float, float]:
        """The central interval that holds ``level`` of the belief."""
        tail = (1.0 - level) / 2.0
        return self.quantile(tail), self.quantile(1.0 - tail)


def _gathered(weights: Array, means: Array, sds: Array) -> tuple[Array, Array, Array]:
    """Fewer Normals: those that hardly differ become one with their mean and variance."""
    level = np.floor(np.log(sds / sds.min()) / ALIKE)
    place = np.floor((means - means.min()) / (NEAR * sds.min() * np.exp(ALIKE * level)))
    order = np.lexsort((place, level))
    level, place, weights, means, sds = (each[order] for each in (level, place, weights, means, sds))
    starts = np.flatnonzero(np.concatenate([[True], (np.diff(level) != 0) | (np.diff(place) != 0)]))
    held = np.add.reduceat(weights, starts)
    mean = np.add.reduceat(weights * means, starts) / held
    apart = means - np.repeat(mean, np.diff(np.append(starts, len(means))))
    return held, mean, np.sqrt(np.add.reduceat(weights * (sds**2 + apart**2), starts) / held)


def quantiles(weights: Array, means: Array, sds: Array, p: float) -> Array:
    """The quantile of each of many mixtures with the same weights: a column of means and sds each."""
    low, high = (means - 40.0 * sds).min(axis=0), (means + 40.0 * sds).max(axis=0)
    for _ in range(45):
        middle = (low + high) / 2.0
        is_low = weights @ ndtr((middle - means) / sds) < p
        low, high = np.where(is_low, middle, low), np.where(is_low, high, middle)
    return (low + high) / 2.0


def find_root(rising: Callable[[float], float], low: float, high: float) -> float:
    """Where a rising function passes zero between ``low`` and ``high``."""
    found: Any = brentq(rising, low, high, xtol=1e-12 * (high - low))
    return float(found)


def log_sum(values: Array, axis: int | tuple[int, ...]) -> Array:
    """The log of the sum of exponentials: scipy's own is several times slower on small arrays."""
    top = values.max(axis=axis, keepdims=True)
    return np.log(np.exp(values - top).sum(axis=axis)) + top.squeeze(axis)


def log_normal(x: Array | float, mean: Array | float, sd: Array | float) -> Array:
    """The log height of a Normal."""
    return np.asarray(-0.5 * (LOG_2PI + ((x - mean) / sd) ** 2) - np.log(sd))
