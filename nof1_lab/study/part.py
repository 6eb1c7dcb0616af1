"""One Normal of a belief."""

from dataclasses import dataclass
from math import erf, exp, pi, sqrt

from nof1_lab.errors import PriorError
from nof1_lab.study.number import require_finite, require_positive


@dataclass(frozen=True, slots=True)
class Part:
    """One Normal of a prior, and how much of the belief it holds."""

    weight: float
    mean: float
    sd: float

    def __post_init__(self) -> None:
        require_positive(self.weight, "The weight of a part", PriorError)
        require_finite(self.mean, "The middle of the prior", PriorError)
        require_positive(self.sd, "The spread of the prior", PriorError)

    def below(self, x: float) -> float:
        """The chance, under this part, of an effect below ``x``."""
        return 0.5 * (1.0 + erf((x - self.mean) / (self.sd * sqrt(2.0))))

    def density(self, x: float) -> float:
        """The height of the bell at ``x``."""
        return exp(-0.5 * ((x - self.mean) / self.sd) ** 2) / (self.sd * sqrt(2.0 * pi))
