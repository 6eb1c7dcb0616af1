"""What is believed of an arm's effect before the trial."""

from dataclasses import dataclass
from math import erf, exp, fsum, pi, sqrt
from typing import Self

from nof1_lab.errors import PriorError
from nof1_lab.study.number import require_finite, require_positive, require_text

MOST_PARTS = 200


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


@dataclass(frozen=True, slots=True)
class Prior:
    """The effect of an arm against the reference, in outcome units, as a mixture of Normals.

    >>> belief = Prior.normal("Melatonin", mean=-0.6, sd=0.3)
    >>> round(belief.below(0.0), 3)
    0.977
    """

    arm: str
    parts: tuple[Part, ...]

    def __post_init__(self) -> None:
        require_text(self.arm, "The arm's name", PriorError)
        if len(self.parts) > MOST_PARTS:
            raise PriorError(
                f"The prior for {self.arm!r} has {len(self.parts)} parts.",
                f"At most {MOST_PARTS} were expected.",
                "Merge the parts that lie close together.",
            )
        total = fsum(part.weight for part in self.parts)
        if abs(total - 1.0) > 1e-9:
            raise PriorError(
                f"The parts of the prior for {self.arm!r} hold {total:g} of the belief.",
                "Weights that add up to 1 were expected.",
                "Scale the weights, or use one part of weight 1.",
            )

    @classmethod
    def normal(cls, arm: str, mean: float, sd: float) -> Self:
        """A prior of one Normal."""
        return cls(arm, (Part(1.0, mean, sd),))

    @property
    def is_normal(self) -> bool:
        """Whether one Normal says it all."""
        return len(self.parts) == 1

    @property
    def mean(self) -> float:
        """The middle of the belief."""
        return fsum(part.weight * part.mean for part in self.parts)

    @property
    def sd(self) -> float:
        """The spread of the belief."""
        middle = self.mean
        return sqrt(fsum(part.weight * (part.sd**2 + (part.mean - middle) ** 2) for part in self.parts))

    def below(self, x: float) -> float:
        """The chance of an effect below ``x``."""
        return fsum(part.weight * part.below(x) for part in self.parts)

    def density(self, x: float) -> float:
        """The height of the belief at ``x``."""
        return fsum(part.weight * part.density(x) for part in self.parts)
