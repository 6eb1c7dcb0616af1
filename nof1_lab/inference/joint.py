"""Days and priors together: all that a posterior follows from."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import prod

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from nof1_lab.errors import PriorError
from nof1_lab.inference.mixture import Array
from nof1_lab.inference.nuisance import Known, Nuisance, Uniform
from nof1_lab.inference.quadrature import Box
from nof1_lab.inference.regression import Days, Normals, solve, used_days
from nof1_lab.inference.sketch import Parts
from nof1_lab.study.prior import Prior

LEAST_SPREAD = 1e-7  # of the prior's scale: below it nothing is integrated
MOST_SPREAD = 1e4


@dataclass(frozen=True, slots=True, eq=False)
class Joint:
    """The used days, the priors of the effects and of everything else."""

    table: pd.DataFrame
    reference: str
    priors: tuple[Prior, ...]
    nuisance: Nuisance
    days: Days
    told: tuple[Parts, ...]  # the parts that are combined: those of the priors, or fewer in their place

    @property
    def arms(self) -> tuple[str, ...]:
        """The arms that are compared with the reference."""
        return tuple(prior.arm for prior in self.priors)

    @property
    def has_trend(self) -> bool:
        """Whether the level may drift."""
        return self.nuisance.trend is not None

    def column(self, arm: str) -> int:
        """Where an arm stands among the coefficients."""
        return 1 + self.has_trend + self.arms.index(arm)

    @property
    def is_sketched(self) -> bool:
        """Whether fewer Normals stand for some of the priors."""
        return any(told is not prior.parts for told, prior in zip(self.told, self.priors, strict=True))

    @property
    def combinations(self) -> int:
        """In how many ways the parts combine."""
        return prod(len(told) for told in self.told)

    def tell(self, *told: Parts) -> "Joint":
        """The same days with these Normals in the place of the priors' own."""
        return replace(self, told=told)

    @property
    def rows(self) -> NDArray[np.int_]:
        """The ways in which the parts of the arms' mixtures combine: a row each, a column an arm."""
        return np.array(list(product(*(range(len(told)) for told in self.told))), dtype=int)

    @property
    def domain(self) -> Box:
        """The ranges of log sigma and rho; a known number is a range of no length."""
        spread, rho = self.nuisance.spread, self.nuisance.rho
        if isinstance(spread, Known):
            first = float(np.log(spread.value)), float(np.log(spread.value))
        else:
            first = float(np.log(LEAST_SPREAD * spread.scale)), float(np.log(MOST_SPREAD * spread.scale))
        return first, ((rho.value, rho.value) if isinstance(rho, Known) else (rho.low, rho.high))

    def normals(self) -> Normals:
        """The coefficients' priors, one for each row of combined parts."""
        steady = [normal for normal in (self.nuisance.intercept, self.nuisance.trend) if normal is not None]
        parts = list(product(*self.told))
        return Normals(
            np.array([sum(np.log(part.weight) for part in row) for row in parts], dtype=float),
            np.array([[normal.mean for normal in steady] + [part.mean for part in row] for row in parts]),
            np.array([[normal.sd for normal in steady] + [part.sd for part in row] for row in parts]),
        )

    def log_weight(self, normals: Normals, first: Array, second: Array) -> Array:
        """The log of likelihood times priors at every (log sigma, rho, row of priors)."""
        likelihood = solve(self.days, normals, second).log_likelihood(np.exp(first))
        return likelihood + normals.log_weight + self.log_prior(first)[:, None, None]

    def log_prior(self, log_sigma: Array) -> Array:
        """The log prior density of log sigma and rho; rho's is the same everywhere."""
        rho, spread = self.nuisance.rho, self.nuisance.spread
        flat = -float(np.log(rho.high - rho.low)) if isinstance(rho, Uniform) else 0.0
        if isinstance(spread, Known):
            return np.full(len(log_sigma), flat)
        z = np.exp(log_sigma) / spread.scale
        return flat + 0.5 * np.log(2.0 / np.pi) - 0.5 * z**2 + np.log(z)


def join(table: pd.DataFrame, priors: Sequence[Prior], nuisance: Nuisance, *, reference: str) -> Joint:
    """Days and priors, fitted to each other: every arm of the table has one prior."""
    arms = [prior.arm for prior in priors]
    strangers = sorted(set(table["arm"]) - {reference, *arms})
    if strangers or len(set(arms)) < len(arms) or reference in arms:
        raise PriorError(
            f"There is no prior for {strangers[0]!r}."
            if strangers
            else "The arms' priors do not fit the arms.",
            "One prior for every arm, and none for the reference, was expected.",
            "Give each arm one prior.",
        )
    days = used_days(table, arms, has_trend=nuisance.trend is not None)
    return Joint(table, reference, tuple(priors), nuisance, days, tuple(prior.parts for prior in priors))
