"""What is believed of an arm's effect before the trial."""

from dataclasses import dataclass
from math import fsum, isclose, sqrt
from typing import Self

from nof1_lab.errors import PriorError
from nof1_lab.study.number import require_count, require_text
from nof1_lab.study.part import Part
from nof1_lab.study.said import Said
from nof1_lab.study.shape import Shape

MOST_PARTS = 200


@dataclass(frozen=True, slots=True)
class Prior:
    """The effect of an arm against the reference, in outcome units, as a mixture of Normals.

    Every belief is such a mixture, so that one mathematics serves all. ``shape`` is the curve that it was
    drawn as, ``said`` what a person answered to get it; the last ``vague`` parts are not a claim but the
    room that is left to being wrong.

    >>> belief = Prior.normal("Melatonin", mean=-0.6, sd=0.3)
    >>> round(belief.below(0.0), 3)
    0.977
    """

    arm: str
    parts: tuple[Part, ...]
    shape: Shape | None = None
    said: Said | None = None
    vague: int = 0

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
        require_count(self.vague, "The number of vague parts", PriorError, least=0, most=len(self.parts) - 1)
        if self.shape is not None and not _alike(self.parts, self.shape.parts):
            raise PriorError(
                f"The parts of the prior for {self.arm!r} are not those of its {self.shape.family} curve.",
                "A curve and its own parts were expected.",
                "Set the prior again.",
            )

    @classmethod
    def normal(cls, arm: str, mean: float, sd: float) -> Self:
        """A prior of one Normal."""
        return cls(arm, (Part(1.0, mean, sd),))

    @classmethod
    def shaped(cls, arm: str, shape: Shape, said: Said | None = None) -> Self:
        """A prior of one named curve."""
        return cls(arm, shape.parts, shape, said)

    @property
    def is_normal(self) -> bool:
        """Whether one Normal says it all."""
        return len(self.parts) == 1

    @property
    def claim(self) -> tuple[Part, ...]:
        """The parts that are a claim, with weights that add up to 1."""
        kept = self.parts[: len(self.parts) - self.vague]
        held = fsum(part.weight for part in kept)
        return tuple(Part(part.weight / held, part.mean, part.sd) for part in kept)

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


def _alike(parts: tuple[Part, ...], others: tuple[Part, ...]) -> bool:
    pairs = zip(parts, others, strict=False)
    return len(parts) == len(others) and all(
        isclose(one.weight, other.weight, rel_tol=1e-6, abs_tol=1e-9)
        and isclose(one.mean, other.mean, rel_tol=1e-6, abs_tol=1e-6 * other.sd)
        and isclose(one.sd, other.sd, rel_tol=1e-6)
        for one, other in pairs
    )
