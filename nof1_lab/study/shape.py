"""The curves that a belief can be drawn as, each written as a sum of Normals.

The browser draws the same sums (`widgets/src/lib/shape.ts`); both are held to the same examples.
"""

from dataclasses import dataclass
from math import ceil, exp, expm1, fsum, sqrt
from typing import Literal, Self, get_args

from nof1_lab.errors import PriorError
from nof1_lab.study.number import require_finite, require_positive, shown
from nof1_lab.study.part import Part

Family = Literal["normal", "student", "skewed"]
LEAST_TAIL, MOST_TAIL = 3.0, 100.0
MOST_LEAN = 1.0
STRAIGHT = 1e-3  # a curve that leans less is a Normal
FAINT = 14.0  # what lies this far below the top, in log height, is left out
WIDE = 4.5  # standard deviations that a skewed curve is cut at


@dataclass(frozen=True, slots=True)
class Shape:
    """A Normal, a Student-t, or a curve that leans.

    ``middle`` is the median and ``spread`` the scale. ``tail`` are the degrees of freedom of a Student-t:
    fewer are heavier tails. ``lean`` is the log standard deviation of a log-normal that is shifted and
    scaled: the effect is ``middle + spread (exp(lean z) - 1) / lean`` with a standard Normal z, so that a
    positive lean has its long tail upwards; a change by a factor is of this kind.

    >>> round(fsum(part.weight * part.mean for part in Shape("skewed", 0.0, 1.0, lean=0.5).parts), 4)
    0.2663
    """

    family: Family
    middle: float
    spread: float
    tail: float = 4.0
    lean: float = 0.0

    def __post_init__(self) -> None:
        if self.family not in get_args(Family):
            raise PriorError(
                f"The curve is {shown(self.family)}.",
                f"One of {', '.join(get_args(Family))} was expected.",
                "Choose one of these curves.",
            )
        require_finite(self.middle, "The middle of the prior", PriorError)
        require_positive(self.spread, "The spread of the prior", PriorError)
        require_finite(self.tail, "The degrees of freedom of the prior", PriorError)
        require_finite(self.lean, "The lean of the prior", PriorError)
        if not LEAST_TAIL <= self.tail <= MOST_TAIL:
            raise PriorError(
                f"The prior's tails have {self.tail:g} degrees of freedom.",
                f"A number from {LEAST_TAIL:g} (heavy) to {MOST_TAIL:g} (almost a Normal) was expected.",
                "Choose 4 for heavy tails, or the Normal.",
            )
        if abs(self.lean) > MOST_LEAN:
            raise PriorError(
                f"The prior leans by {self.lean:g}.",
                f"A lean from {-MOST_LEAN:g} to {MOST_LEAN:g} was expected.",
                "Choose a curve that is less lopsided.",
            )

    @classmethod
    def of_ratio(cls, mean: float, sd: float, usual: float) -> Self:
        """The difference that a ratio makes to what is usual; mean and spread are those of its logarithm."""
        return cls("skewed", usual * expm1(mean), abs(usual) * sd * exp(mean), lean=sd if usual > 0 else -sd)

    @property
    def parts(self) -> tuple[Part, ...]:
        """The Normals that add up to this curve; no chance differs from the curve's own by more than 0.003.

        A Student-t is a Normal of unknown spread: the sum runs over the logarithm u of its precision, in
        even steps. A curve that leans is a Normal bent by the exponential: the Normal is cut into narrower
        ones in even steps, and each is bent by itself, its mean and its spread exactly.
        """
        if self.family == "student":
            return _student(self.middle, self.spread, self.tail)
        if self.family == "skewed" and abs(self.lean) > STRAIGHT:
            return _skewed(self.middle, self.spread, self.lean)
        return (Part(1.0, self.middle, self.spread),)


def _student(middle: float, spread: float, tail: float) -> tuple[Part, ...]:
    step = min(0.75, 2.0 / sqrt(tail))
    spots = [i * step for i in range(-ceil(FAINT / step), ceil(4.0 / step) + 1)]
    heights = [tail / 2.0 * (u - exp(u) + 1.0) for u in spots]
    kept = [(exp(height), u) for height, u in zip(heights, spots, strict=True) if height > -FAINT]
    total = fsum(height for height, _ in kept)
    return tuple(Part(height / total, middle, spread * exp(-u / 2.0)) for height, u in kept)


def _skewed(middle: float, spread: float, lean: float) -> tuple[Part, ...]:
    narrow = min(0.4, 0.15 / abs(lean))
    rest = sqrt(1.0 - narrow**2)
    step = 1.25 * narrow
    many = ceil(WIDE * rest / step)
    spots = [i * step for i in range(-many, many + 1)]
    heights = [exp(-0.5 * (z / rest) ** 2) for z in spots]
    total = fsum(heights)
    bend = (lean * narrow) ** 2
    own = sqrt(expm1(bend)) / abs(lean)
    return tuple(
        Part(
            height / total,
            middle + spread * expm1(lean * z + bend / 2.0) / lean,
            spread * own * exp(lean * z + bend / 2.0),
        )
        for height, z in zip(heights, spots, strict=True)
    )
