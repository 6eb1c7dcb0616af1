"""The posterior without a sampler: closed form in the effects, quadrature over spread and correlation."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from nof1_lab.errors import OutcomeError, PriorError
from nof1_lab.inference.joint import Joint, join
from nof1_lab.inference.marginal import Marginal
from nof1_lab.inference.mixture import Array, Mixture, log_sum, quantiles
from nof1_lab.inference.nuisance import Nuisance
from nof1_lab.inference.quadrature import LogWeight, Nodes, integrate
from nof1_lab.inference.regression import UNSEEN, Solution, design, solve
from nof1_lab.study.prior import Part, Prior

VISIBLE = 1e-8  # nodes below this share of the heaviest are left out of pictures
ROUNDED = 1e-3  # this share of what a day tells may be lost in rounding
SELDOM = 0.01  # the smallest spread that counts: with this chance it is smaller still
LEFT = 0.2  # of what counts as unseen, in a direction that is seen
SURE = 14.0  # the smallest spread must weigh less than e^-14 of the top


@dataclass(frozen=True, slots=True, eq=False)
class Draws:
    """Joint draws: one row of every array belongs together."""

    effects: Array
    intercept: Array
    trend: Array
    sigma: Array
    rho: Array


@dataclass(frozen=True, slots=True, eq=False)
class Exact:
    """A posterior as Normals at nodes of (sigma, rho), one for each combination of the priors' parts."""

    joint: Joint
    nodes: Nodes
    solution: Solution
    weights: Array  # (sigma, rho, row of priors); they add up to 1
    log_evidence: float

    @property
    def arms(self) -> tuple[str, ...]:
        """The arms that are compared with the reference."""
        return self.joint.arms

    @property
    def reference(self) -> str:
        """The arm that all others are compared with."""
        return self.joint.reference

    def prior(self, arm: str) -> Prior:
        """What was believed of an arm's effect before the trial."""
        return self.joint.priors[self.arms.index(arm)]

    def effect(self, arm: str) -> Mixture:
        """What is believed now of an arm's effect: arm minus reference, in outcome units."""
        return self._mixture(self.joint.column(arm))

    def intercept(self) -> Mixture:
        """The reference at time zero."""
        return self._mixture(0)

    def trend(self) -> Mixture | None:
        """The change per week, the same on every arm; None when the model has none."""
        return self._mixture(1) if self.joint.has_trend else None

    @property
    def sigma(self) -> Marginal:
        """The standard deviation of a day."""
        return Marginal(self.nodes.first, self.weights.sum(axis=(1, 2)), np.exp)

    @property
    def rho(self) -> Marginal:
        """The correlation of neighbouring days."""
        return Marginal(self.nodes.second, self.weights.sum(axis=(0, 2)), np.asarray)

    def parts(self, arm: str) -> tuple[Part, ...]:
        """The prior's parts as the days have left them: new weights, means and spreads."""
        mean, sd = self._moments(self.joint.column(arm))
        which = self.joint.rows[:, self.arms.index(arm)]
        weights = np.maximum(self.weights, 1e-300)
        held = [
            (weights[..., which == k], mean[..., which == k], sd[..., which == k])
            for k in range(len(self.prior(arm).parts))
        ]
        now = [Mixture.of(*part) for part in held]
        return tuple(
            Part(float(weight.sum()), part.mean, part.sd)
            for (weight, _, _), part in zip(held, now, strict=True)
        )

    def draw(self, size: int, *, seed: int) -> Draws:
        """Joint draws of everything unknown."""
        chance = np.random.default_rng(seed)
        flat = chance.choice(self.weights.size, size=size, p=self.weights.ravel())
        s, r, k = np.unravel_index(flat, self.weights.shape)
        sigma, solution = np.exp(self.nodes.first)[s], self.solution
        v, strength = (sigma**2)[:, None], solution.strength[r, k]
        unit = solution.fit[r, k] * strength / (v + strength)
        unit = unit + np.sqrt(v / (v + strength)) * chance.standard_normal(unit.shape)
        drawn = solution.priors.mean[k] + solution.priors.sd[k] * np.einsum(
            "nji,ni->nj", solution.axes[r, k], unit
        )
        start = 1 + self.joint.has_trend
        trend = drawn[:, 1] if self.joint.has_trend else np.zeros(size)
        return Draws(drawn[:, start:], drawn[:, 0], trend, sigma, self.nodes.second[r])

    def fitted(self, *, level: float = 0.95) -> pd.DataFrame:
        """The mean of every scheduled day with its interval, wash-out and missed days included."""
        table = self.joint.table
        lines, back = np.unique(
            design(table, self.arms, has_trend=self.joint.has_trend), axis=0, return_inverse=True
        )
        means, sds = self.solution.moments(np.exp(self.nodes.first), lines)
        kept = self.weights > VISIBLE * self.weights.max()
        held = self.weights[kept] / self.weights[kept].sum()
        tail = (1.0 - level) / 2.0
        columns = {
            "mean": held @ means[kept],
            "low": quantiles(held, means[kept], sds[kept], tail),
            "high": quantiles(held, means[kept], sds[kept], 1.0 - tail),
        }
        days = {"day": table["day"].to_numpy(), "arm": table["arm"].to_numpy()}
        return pd.DataFrame(days | {name: values[back.ravel()] for name, values in columns.items()})

    def _moments(self, column: int) -> tuple[Array, Array]:
        line = np.eye(self.solution.priors.mean.shape[1])[[column]]
        mean, sd = self.solution.moments(np.exp(self.nodes.first), line)
        return mean[..., 0], sd[..., 0]

    def _mixture(self, column: int) -> Mixture:
        return Mixture.of(self.weights, *self._moments(column))


def posterior(table: pd.DataFrame, priors: Sequence[Prior], nuisance: Nuisance, *, reference: str) -> Exact:
    """What the used days of a table say about every arm, exactly."""
    joint = join(table, priors, nuisance, reference=reference)
    normals = joint.normals()

    def log_weight(first: Array, second: Array) -> Array:
        return log_sum(joint.log_weight(normals, first, second), 2)[..., None]

    require_spread(log_weight, joint)
    nodes = integrate(log_weight, joint.domain)
    weight = joint.log_weight(normals, nodes.first, nodes.second) + nodes.log_step[..., None]
    weights = np.exp(weight - weight.max())
    log_evidence = float(weight.max() + np.log(weights.sum()))
    solution = solve(joint.days, normals, nodes.second)
    found = Exact(joint, nodes, solution, weights / weights.sum(), log_evidence)
    require_told_apart(found)
    return found


def require_told_apart(found: Exact) -> None:
    """Refuse priors beside which the days are lost in rounding: they would seem to say nothing."""
    held = np.cumsum(found.weights.sum(axis=(1, 2)))
    least = float(np.exp(2.0 * found.nodes.first[np.searchsorted(held, SELDOM)]))
    strength = found.solution.strength
    weakest, lost = strength.min(axis=-1), UNSEEN * strength.max(axis=-1)
    lost = np.where(weakest > 0.0, lost * LEFT, lost)
    if (lost > ROUNDED * (least + weakest)).any():
        raise PriorError(
            "A prior is so wide that, beside it, what the days say is lost in rounding.",
            "Spreads up to some ten thousand times that of a day were expected.",
            "Narrow the prior of the effect, the intercept or the trend.",
        )


def require_spread(log_weight: LogWeight, joint: Joint) -> None:
    """Refuse days that lie on the model's lines without any spread: nothing tells how sure to be."""
    (least, most), (low, high) = joint.domain
    if least == most:
        return
    seen = log_weight(np.linspace(least, most, 60), np.linspace(low, high, 7))
    if seen[0].max() > seen.max() - SURE:
        raise OutcomeError(
            "The values lie without any spread on the lines of the model.",
            "Days that differ a little within an arm were expected, to judge how sure to be.",
            "Record more days, or more exactly, or set a known spread in the analysis plan.",
        )
