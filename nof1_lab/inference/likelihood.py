"""What the days alone say about one effect: its log-likelihood along a curve, all else integrated out."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

import numpy as np

from nof1_lab.inference.exact import Exact
from nof1_lab.inference.joint import Joint
from nof1_lab.inference.mixture import Array, log_normal, log_sum
from nof1_lab.inference.own import bells, stood_in
from nof1_lab.inference.quadrature import CUT, Range, integrate
from nof1_lab.inference.sketch import Piece

Curve: TypeAlias = Callable[[Array], Array]

KNOTS = 301
SIGHTS = 17
MOST_CELLS = 2_000_000
DROP = 0.5  # how far the curve falls one standard deviation from its top


@dataclass(frozen=True, slots=True, eq=False)
class Likelihood:
    """Log-likelihood of an effect at rising values of it: dense at the top, sparse far away."""

    theta: Array
    log: Array


def likelihood(exact: Exact, arm: str, *, domain: Range | None = None) -> Likelihood:
    """The curve for one arm over ``domain`` and half its width more on both sides.

    Spread, correlation, intercept, trend and the other arms are integrated out under their priors;
    the arm's own prior is not in it. So ``exp(log) * prior`` is the posterior for any prior, and its
    integral is the evidence.
    """
    low, high = domain or _domain(exact, arm)
    low, high = low - (high - low) / 2.0, high + (high - low) / 2.0
    sketch = _knots(_bells(exact.joint, arm, np.linspace(low, high, SIGHTS)).log, (low, high))
    theta = _knots((curve := _bells(exact.joint, arm, sketch)).log, (low, high))
    return Likelihood(theta, curve.log(theta))


def _domain(exact: Exact, arm: str) -> Range:
    """Wide enough for the posterior, for the prior and for one centred elsewhere between them."""
    prior, effect = exact.prior(arm), exact.effect(arm)
    ends = [belief.mean + side * 6.0 * belief.sd for belief in (prior, effect) for side in (-1.0, 1.0)]
    return min(ends), max(ends)


@dataclass(frozen=True, slots=True, eq=False)
class _Bells:
    """The curve as a sum of bells over a wide one: the posterior under a wide prior, over that prior."""

    log_weight: Array
    mean: Array
    sd: Array
    wide: Piece

    def log(self, theta: Array) -> Array:
        """The log-likelihood at each effect."""
        pieces = np.array_split(theta, 1 + theta.size * self.mean.size // MOST_CELLS)
        tall = [
            log_sum(self.log_weight + log_normal(piece[:, None], self.mean, self.sd), 1) for piece in pieces
        ]
        return np.concatenate(tall) - log_normal(theta, self.wide.mean, self.wide.sd)


def _bells(joint: Joint, arm: str, sights: Array) -> _Bells:
    """The bells of one arm, at the nodes that matter for any of the effects in sight.

    At every node the coefficients are solved with a wide Normal prior on the effect. The posterior is Normal
    too, and evidence times posterior over prior is the likelihood: any such prior gives the same one.
    """
    first, last = float(sights[0]), float(sights[-1])
    wide = Piece(1.0, (first + last) / 2.0, last - first)
    joint = stood_in(joint, arm, wide)
    normals = joint.normals()

    def log_weight(theta: Array, first: Array, second: Array) -> Array:
        base, mean, sd = bells(joint, arm, first, second, normals)
        return log_sum(base[..., None] + log_normal(theta, mean[..., None], sd[..., None]), 2)

    nodes = integrate(partial(log_weight, sights[:: len(sights) // (SIGHTS - 1)]), joint.domain)
    step = nodes.log_step[..., None]
    held = log_weight(sights[:: len(sights) // 60 or 1], nodes.first, nodes.second) + step
    matter = (held > held.max(axis=(0, 1)) - CUT).any(axis=2)
    base, mean, sd = bells(joint, arm, nodes.first, nodes.second, normals)
    return _Bells((base + step)[matter].ravel(), mean[matter].ravel(), sd[matter].ravel(), wide)


def _knots(curve: Curve, ends: Range) -> Array:
    """Points that follow the curve: their distance grows with the distance from its top."""
    top, width = _top(curve, ends), ends[1] - ends[0]
    steps: Array = width * np.exp2(-np.arange(1.0, 30.0))
    fallen = curve(np.array([top]))[0] - np.minimum(curve(top + steps), curve(top - steps))
    scale = steps[fallen > DROP].min(initial=width)
    first, last = (float(np.arcsinh((end - top) / scale)) for end in ends)
    theta = top + scale * np.sinh(np.linspace(first, last, KNOTS))
    theta[[0, -1]] = ends
    return theta


def _top(curve: Curve, ends: Range) -> float:
    """Where the curve is highest."""
    low, high = ends
    for _ in range(7):
        line = np.linspace(low, high, SIGHTS)
        top, step = int(np.argmax(curve(line))), line[1] - line[0]
        low, high = max(ends[0], float(line[top] - step)), min(ends[1], float(line[top] + step))
    return (low + high) / 2.0
