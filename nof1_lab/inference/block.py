"""What one block of a plan can tell: a period of every arm, in an order drawn by chance."""

from dataclasses import dataclass
from math import sqrt
from typing import Self

from nof1_lab.inference.nuisance import Known, nuisance
from nof1_lab.study.document import Study

WEEK = 7  # days in a period, while there is no plan
LEAST, MOST = 1e-9, 1e10  # spreads of a day that a belief can still be ten times as wide as


@dataclass(frozen=True, slots=True)
class Block:
    """A block of periods of ``length`` days, the first ``washout`` of which are not analysed.

    ``sigma`` is how far a day lies from its mean, ``rho`` the correlation of neighbouring days;
    ``planned`` is how many blocks the plan has, None while there is no plan.

    >>> round(Block(length=7, sigma=1.0, rho=0.4).sd ** 2, 6)
    0.530909
    """

    length: int = WEEK
    washout: int = 0
    arms: int = 2
    sigma: float = 1.0
    rho: float = 0.0
    planned: int | None = None

    @classmethod
    def of(cls, study: Study) -> Self:
        """The block of a study's schedule; without one, two arms and periods of a week."""
        learnt, plan = nuisance(study), study.schedule
        sigma = min(max(learnt.day_sd, LEAST), MOST)
        rho = learnt.rho.value if isinstance(learnt.rho, Known) else (learnt.rho.low + learnt.rho.high) / 2.0
        if plan is None:
            return cls(sigma=sigma, rho=rho)
        return cls(plan.days, plan.washout_days, len(plan.everyone), sigma, rho, plan.cycles)

    @property
    def days(self) -> int:
        """How many days of the diary a block takes."""
        return self.arms * self.length

    @property
    def sd(self) -> float:
        """How far the difference between two arms in one block lies from the effect.

        The mean of n analysed days has variance V = s^2 [n (1+r)/(1-r) - 2r (1-r^n)/(1-r)^2] / n^2; two
        such means j periods apart share C_j = s^2 r^(jL-n+1) ((1-r^n)/(1-r))^2 / n^2. Their difference has
        2 (V - C), where C is averaged over how far apart chance puts the two periods in a block: with two
        arms they are always neighbours. Chance leaves nothing between blocks.
        """
        return sqrt(2.0 * (self._own() - self._shared()))

    def _own(self) -> float:
        n, r = self.length - self.washout, self.rho
        return self.sigma**2 * (n * (1.0 + r) / (1.0 - r) - 2.0 * r * (1.0 - r**n) / (1.0 - r) ** 2) / n**2

    def _shared(self) -> float:
        n, r, k = self.length - self.washout, self.rho, self.arms
        weights = {j: 2.0 * (k - j) / (k * (k - 1)) for j in range(1, k)}
        echo = sum(weight * r ** (j * self.length - n + 1) for j, weight in weights.items())
        return self.sigma**2 * ((1.0 - r**n) / (1.0 - r)) ** 2 / n**2 * echo
