"""What a person answered when asked what they believe."""

from dataclasses import dataclass
from itertools import pairwise
from math import fsum
from typing import Literal, get_args

from nof1_lab.errors import PriorError
from nof1_lab.study.candidate import LEAST_LEVEL, MOST_LEVEL
from nof1_lab.study.number import require_finite, shown

Way = Literal["interval", "quartiles", "chips", "named"]
MOST_BINS = 40


@dataclass(frozen=True, slots=True)
class Said:
    """An answer as it was given, so that it can be taken up again.

    ``at`` are effects that rise, ``held`` what lies there: for an interval its two ends and its level, for
    quartiles the three and .25, .5, .75, for chips the edges of the bins and the chips in each. A named
    prior has only its ``name``.

    >>> Said("quartiles", (-0.8, -0.5, -0.1), (0.25, 0.5, 0.75)).way
    'quartiles'
    """

    way: Way
    at: tuple[float, ...] = ()
    held: tuple[float, ...] = ()
    name: str = ""

    def __post_init__(self) -> None:
        if self.way not in get_args(Way) or self.name not in NAMES:
            raise PriorError(
                f"The prior was asked for by {shown(self.way)}.",
                f"One of {', '.join(get_args(Way))} was expected.",
                "Choose one of these ways.",
            )
        for number in self.at:
            require_finite(number, "An effect of the answer", PriorError)
        sizes = {"interval": (2, 1), "quartiles": (3, 3), "chips": (len(self.held) + 1, len(self.held))}
        if (len(self.at), len(self.held)) != sizes.get(self.way, (0, 0)) or len(self.held) > MOST_BINS:
            raise PriorError(
                f"The answer has {len(self.at)} effects and {len(self.held)} chances.",
                "Two ends and a level, three quartiles, or bins with chips were expected.",
                "Answer again.",
            )
        if any(low >= high for low, high in pairwise(self.at)):
            raise PriorError(
                "The effects of the answer do not rise.",
                "Each number above the one before was expected.",
                "Swap the numbers, or correct a sign.",
            )
        self._check_held()

    def _check_held(self) -> None:
        if self.way == "chips":
            for number in self.held:
                require_finite(number, "A number of chips", PriorError)
        if self.way == "chips" and (min(self.held, default=-1.0) < 0.0 or not 0.0 < fsum(self.held) <= 1_000):
            raise PriorError(
                "There are no chips, or fewer than none in a bin.",
                "At least one chip was expected.",
                "Put chips where the effect may lie.",
            )
        is_share = all(LEAST_LEVEL <= share <= MOST_LEVEL for share in self.held)
        if self.way in ("interval", "quartiles") and not is_share:
            raise PriorError(
                "A chance of the answer is not between 0 and 1, or all but there.",
                f"Chances from {LEAST_LEVEL:g} to {MOST_LEVEL:g} were expected, such as 0.95.",
                "Write 95% as 0.95.",
            )


NAMES = ("", "stated", "discounted", "sceptical", "enthusiastic", "near flat")
