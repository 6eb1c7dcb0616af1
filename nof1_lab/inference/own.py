"""One arm's prior, whole, while the others are told with few Normals: its posterior in closed form."""

from dataclasses import dataclass

import numpy as np

from nof1_lab.inference.joint import Joint
from nof1_lab.inference.mixture import Array, Mixture, log_sum
from nof1_lab.inference.quadrature import Nodes
from nof1_lab.inference.regression import Normals, solve
from nof1_lab.inference.sketch import Piece
from nof1_lab.study.prior import Part, Prior

VISIBLE = 1e-10  # a node below this share of the heaviest is left out
LEAST = 1e-12  # the weight of a part that lost all
WIDE = 4.0  # how much wider than the prior the stand-in is: any number gives the same posterior


@dataclass(frozen=True, slots=True, eq=False)
class Own:
    """The Normals of one arm's effect: (node and row of the others, part of the arm's prior).

    ``gain`` is the log of what each (sigma, rho) weighs under the whole prior; nothing where it weighs
    next to nothing.
    """

    weights: Array
    means: Array
    sds: Array
    gain: Array

    @property
    def effect(self) -> Mixture:
        """What is believed of the effect."""
        return Mixture.of(self.weights, self.means, self.sds)

    def parts(self) -> tuple[Part, ...]:
        """The prior's parts as the days have left them."""
        held = self.weights.sum(axis=0)
        share = np.where(held > 0.0, self.weights, 1.0) / np.where(held > 0.0, held, len(self.weights))
        mean = (share * self.means).sum(axis=0)
        sd = np.sqrt((share * (self.sds**2 + (self.means - mean) ** 2)).sum(axis=0))
        rows = zip(np.maximum(held, LEAST).tolist(), mean.tolist(), sd.tolist(), strict=True)
        return tuple(Part(*row) for row in rows)


def own(joint: Joint, arm: str, nodes: Nodes) -> Own:
    """The posterior of one arm under its whole prior, at nodes that were found with few Normals."""
    prior = joint.priors[joint.arms.index(arm)]
    wide = _wide(prior)
    base, mean, sd = bells(stood_in(joint, arm, wide), arm, nodes.first, nodes.second)
    heavy = nodes.log_weight[..., 0] + nodes.log_step
    kept = heavy > heavy.max() + np.log(VISIBLE)
    where, size = base[kept] + nodes.log_step[kept][:, None], base.shape[-1]
    log_weight, means, sds = _updated(where.ravel(), mean[kept].ravel(), sd[kept].ravel() ** 2, wide, prior)
    gain = np.full(heavy.shape, -np.inf)
    gain[kept] = log_sum(log_weight.reshape(-1, size * len(prior.parts)), 1)
    weights = np.exp(log_weight - log_weight.max())
    return Own(weights / weights.sum(), means, sds, gain)


def stood_in(joint: Joint, arm: str, wide: Piece) -> Joint:
    """The same days with one Normal in place of an arm's prior."""
    place = joint.arms.index(arm)
    return joint.tell(*((wide,) if i == place else told for i, told in enumerate(joint.told)))


def bells(
    joint: Joint, arm: str, first: Array, second: Array, normals: Normals | None = None
) -> tuple[Array, Array, Array]:
    """The log weight of every (log sigma, rho, row of priors), and the arm's effect there: mean and sd."""
    normals = normals or joint.normals()
    solution = solve(joint.days, normals, second)
    sigma = np.exp(first)
    base = solution.log_likelihood(sigma) + normals.log_weight + joint.log_prior(first)[:, None, None]
    mean, sd = solution.moments(sigma, np.eye(normals.mean.shape[1])[[joint.column(arm)]])
    return base, mean[..., 0], sd[..., 0]


def _wide(prior: Prior) -> Piece:
    """A Normal that is wider than any part of the prior."""
    middle = prior.mean
    return Piece(1.0, middle, WIDE * max(part.sd + abs(part.mean - middle) for part in prior.parts))


def _updated(
    base: Array, mean: Array, variance: Array, wide: Piece, prior: Prior
) -> tuple[Array, Array, Array]:
    """Every bell with the stand-in taken out and every part of the prior put in: a column a part.

    Nothing large is taken from anything large, so nothing is lost in rounding.
    """
    weight, m, s = np.array([(part.weight, part.mean, part.sd) for part in prior.parts]).T
    mean, v, flat = mean[:, None], variance[:, None], wide.sd**-2
    sharper = s**-2 - flat
    grown = 1.0 + sharper * v
    a, b = mean - m, wide.mean - m
    square = (a**2 * sharper + 2.0 * a * b * flat - b**2 * flat * (1.0 + v / s**2)) / grown
    log_weight = base[:, None] + np.log(weight * wide.sd / s) - 0.5 * (np.log(grown) + square)
    means = (mean + v * (m / s**2 - wide.mean * flat)) / grown
    return log_weight, means, np.sqrt(v / grown)
