"""What is believed of the spread or the correlation of days: numbers that are not Normal."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.polynomial.legendre import Legendre

from nof1_lab.inference.mixture import Array, find_root
from nof1_lab.inference.quadrature import coefficients, gauss


@dataclass(frozen=True, slots=True, eq=False)
class Marginal:
    """A weight at each Gauss-Legendre point of one unknown; ``unit`` turns points into the number meant."""

    points: Array
    weights: Array
    unit: Callable[[Array], Array]

    @property
    def mean(self) -> float:
        """The middle."""
        return float(self.weights @ self.unit(self.points))

    @property
    def sd(self) -> float:
        """The spread; 0 for a number that was given."""
        return float(np.sqrt(self.weights @ (self.unit(self.points) - self.mean) ** 2))

    def quantile(self, p: float) -> float:
        """The number below which the chance is ``p``."""
        if len(self.points) == 1:
            return self.mean
        spots, steps = gauss(len(self.points))
        chance = Legendre(coefficients(len(spots)) @ (self.weights / steps)).integ(lbnd=-1)
        spot = find_root(lambda x: float(chance(x)) - p * float(chance(1.0)), -1.0, 1.0)
        half = (self.points[-1] - self.points[0]) / (spots[-1] - spots[0])
        return float(self.unit(self.points[:1] + half * (spot - spots[0]))[0])
