"""What a posterior without a sampler is made of, and what it can be asked."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from nof1_lab.inference.joint import Joint
from nof1_lab.inference.marginal import Marginal
from nof1_lab.inference.mixture import Array, Mixture, quantiles
from nof1_lab.inference.own import LEAST, Own
from nof1_lab.inference.quadrature import Nodes
from nof1_lab.inference.regression import Solution, design
from nof1_lab.study.prior import Part, Prior

VISIBLE = 1e-8  # nodes below this share of the heaviest are left out of pictures


@dataclass(frozen=True, slots=True, eq=False)
class Draws:
    """Joint draws: one row of every array belongs together."""

    effects: Array
    intercept: Array
    trend: Array
    sigma: Array
    rho: Array

    def taken(self, which: NDArray[np.int_]) -> "Draws":
        """The draws at these places."""
        return Draws(*(getattr(self, each.name)[which] for each in fields(self)))


@dataclass(frozen=True, slots=True, eq=False)
class Exact:
    """A posterior as Normals at nodes of (sigma, rho), one for each combination of the priors' parts."""

    joint: Joint
    nodes: Nodes
    solution: Solution
    weights: Array  # (sigma, rho, row of priors); they add up to 1
    log_evidence: float
    own: Mapping[str, Own] = field(default_factory=dict[str, Own])  # of arms whose priors were sketched

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
        return self.own[arm].effect if arm in self.own else self._mixture(self.joint.column(arm))

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
        if arm in self.own:
            return self.own[arm].parts()
        mean, sd = self._moments(self.joint.column(arm))
        which = self.joint.rows[:, self.arms.index(arm)]
        weights = np.maximum(self.weights, 1e-300)
        held = [
            (weights[..., which == k], mean[..., which == k], sd[..., which == k])
            for k in range(len(self.prior(arm).parts))
        ]
        now = [Mixture.of(*part) for part in held]
        return tuple(
            Part(max(float(weight.sum()), LEAST), part.mean, part.sd)
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
        found = Draws(drawn[:, start:], drawn[:, 0], trend, sigma, self.nodes.second[r])
        return (
            found.taken(chance.choice(size, size=size, p=self._amends(found.effects))) if self.own else found
        )

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

    def _amends(self, effects: Array) -> Array:
        """What draws under the sketched priors weigh under the whole ones."""
        sides = zip(self.joint.priors, self.joint.told, effects.T, strict=True)
        each = [
            Mixture.parts(prior.parts).log_density(drawn) - Mixture.parts(told).log_density(drawn)
            for prior, told, drawn in sides
        ]
        log_weight = np.sum(each, axis=0)
        weight = np.exp(log_weight - log_weight.max())
        return weight / weight.sum()

    def _moments(self, column: int) -> tuple[Array, Array]:
        line = np.eye(self.solution.priors.mean.shape[1])[[column]]
        mean, sd = self.solution.moments(np.exp(self.nodes.first), line)
        return mean[..., 0], sd[..., 0]

    def _mixture(self, column: int) -> Mixture:
        return Mixture.of(self.weights, *self._moments(column))
