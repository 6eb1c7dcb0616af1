"""Another prior without another fit: the likelihood of an effect times whatever is believed of it."""

from dataclasses import dataclass

import numpy as np
from scipy.interpolate import CubicSpline

from nof1_lab.errors import PriorError
from nof1_lab.inference.mixture import Array, Mixture, log_sum
from nof1_lab.inference.quadrature import gauss
from nof1_lab.study.prior import Prior

PANELS, POINTS = 64, 8
CUT = 40.0
REACH = np.arange(-8.0, 9.0)  # standard deviations around each part of the prior
CLOSE = 0.5  # of its own part's standard deviation: nearer to the last one, a step tells nothing new


@dataclass(frozen=True, slots=True, eq=False)
class Swap:
    """The posterior of one effect under a prior in hand.

    Panels lie between ``edges``; ``chance`` is what each holds. ``log_evidence`` is the log of the
    integral of likelihood times prior.
    """

    spline: CubicSpline
    prior: Prior
    edges: Array
    chance: Array
    log_evidence: float
    mean: float
    sd: float

    def density(self, theta: Array) -> Array:
        """The height of the posterior."""
        return np.exp(_log_weight(self.spline, self.prior, np.asarray(theta)) - self.log_evidence)

    def below(self, x: float) -> float:
        """The chance of an effect below ``x``."""
        if x <= self.edges[0] or x >= self.edges[-1]:
            return 0.0 if x <= self.edges[0] else 1.0
        panel = min(int(np.searchsorted(self.edges, x, side="right")) - 1, len(self.chance) - 1)
        return float(self.chance[:panel].sum() + self._part(panel, x))

    def above(self, x: float) -> float:
        """The chance of an effect above ``x``."""
        return 1.0 - self.below(x)

    def quantile(self, p: float) -> float:
        """The effect below which the chance is ``p``, by halving its panel 50 times."""
        total = np.cumsum(self.chance)
        panel = min(int(np.searchsorted(total, p)), len(self.chance) - 1)
        low, high = float(self.edges[panel]), float(self.edges[panel + 1])
        rest = p - (float(total[panel - 1]) if panel else 0.0)
        for _ in range(50):
            middle = (low + high) / 2.0
            low, high = (middle, high) if self._part(panel, middle) < rest else (low, middle)
        return (low + high) / 2.0

    def interval(self, level: float = 0.95) -> tuple[float, float]:
        """The central interval that holds ``level`` of the belief."""
        tail = (1.0 - level) / 2.0
        return self.quantile(tail), self.quantile(1.0 - tail)

    def _part(self, panel: int, x: float) -> float:
        low = self.edges[panel]
        points, weights = gauss(POINTS)
        half = (x - low) / 2.0
        return float(half * (weights @ self.density(low + half * (points + 1.0))))


def swap(theta: Array, log_l: Array, prior: Prior) -> Swap:
    """The posterior of an effect from its log-likelihood on a grid and a prior.

    The same steps in the same order are done in the browser; both are held to the same examples.

    1. S is the natural cubic spline through ``(theta, log_l)`` (second derivative zero at both ends).
       Outside the grid S goes on as a straight line with the slope that it has at the end.
    2. The log weight is ``g(t) = S(t) + log prior(t)``, the prior being a sum of Normals (log-sum-exp).
    3. Steps: ``mean + k sd``, k = -8 .. 8, of each part of the prior, sorted. Walk through them from the
       left and keep a step if it lies at least half the sd of its own part to the right of the last one
       kept (the first is kept): however many parts overlap, their steps do not pile up, and no part is
       left with a gap wider than 1.5 of its sd.
    4. Sights: all grid points and the steps, sorted. The bracket goes from the sight before the first
       with ``g > max g - 40`` to the sight after the last (or to the first or last sight themselves).
    5. The bracket is cut into panels: at 65 evenly spaced edges, both ends among them; at every step
       inside it; and at every third grid point inside it (theta[0], theta[3], ...), so that no sharp
       part and no sharp top is missed. Each panel is integrated by 8-point Gauss-Legendre. With
       ``w = weight * half width * exp(g - max g)`` over all points: evidence = sum of w, mean = sum of
       w t / evidence, variance = sum of w (t - mean)^2 / evidence; log evidence adds max g.
    6. The chance below x is the sum of the panels to its left and 8-point Gauss-Legendre from the left
       edge of its own panel to x; a quantile halves the panel in which the chance is reached.
    """
    theta, log_l = np.asarray(theta, dtype=float), np.asarray(log_l, dtype=float)
    spline = _spline(theta, log_l)
    edges = _edges(spline, prior, theta)
    points, weights = gauss(POINTS)
    half = np.diff(edges)[:, None] / 2.0
    spots = edges[:-1, None] + half * (points + 1.0)
    log_weight = _log_weight(spline, prior, spots) + np.log(half * weights)
    log_evidence = float(log_sum(log_weight, (0, 1)))
    weight = np.exp(log_weight - log_evidence)
    mean = float((weight * spots).sum())
    sd = float(np.sqrt((weight * (spots - mean) ** 2).sum()))
    return Swap(spline, prior, edges, weight.sum(axis=1), log_evidence, mean, sd)


def _spline(theta: Array, log_l: Array) -> CubicSpline:
    rising = theta.ndim == 1 and theta.shape == log_l.shape and len(theta) >= 3 and (np.diff(theta) > 0).all()
    if not rising or not np.isfinite(log_l).all():
        raise PriorError(
            "The likelihood is not a curve over rising effects.",
            "At least three rising effects with a finite log-likelihood each were expected.",
            "Work the likelihood out again from the diary.",
        )
    return CubicSpline(theta, log_l, bc_type="natural")


def _edges(spline: CubicSpline, prior: Prior, theta: Array) -> Array:
    """The edges of the panels between which the posterior lies."""
    steps = _steps(prior)
    sights = np.unique(np.concatenate([theta, steps]))
    height = _log_weight(spline, prior, sights)
    seen = np.flatnonzero(height > height.max() - CUT)
    first, last = sights[max(seen[0] - 1, 0)], sights[min(seen[-1] + 1, len(sights) - 1)]
    cuts = np.concatenate([steps, theta[::3]])
    inside = cuts[(cuts > first) & (cuts < last)]
    return np.unique(np.concatenate([np.linspace(first, last, PANELS + 1), inside]))


def _steps(prior: Prior) -> Array:
    """Where the prior must be looked at, so that none of its parts is passed over; thinned."""
    rows = sorted((part.mean + k * part.sd, part.sd) for part in prior.parts for k in REACH.tolist())
    kept = [rows[0][0]]
    for spot, sd in rows:
        if spot - kept[-1] >= CLOSE * sd:
            kept.append(spot)
    return np.array(kept)


def _log_weight(spline: CubicSpline, prior: Prior, theta: Array) -> Array:
    first, last = float(spline.x[0]), float(spline.x[-1])
    inside = np.clip(theta, first, last)
    slope = np.where(theta < first, spline(first, 1), spline(last, 1))
    return spline(inside) + slope * (theta - inside) + Mixture.prior(prior).log_density(theta)
