"""How the diary will be analysed: the parts of the model that are not the effect."""

from dataclasses import dataclass
from typing import Literal, get_args

from nof1_lab.errors import AnalysisError
from nof1_lab.study.number import require_finite, require_positive, shown

Family = Literal["gaussian"]


@dataclass(frozen=True, slots=True)
class Normal:
    """A bell around ``mean``."""

    mean: float
    sd: float

    def __post_init__(self) -> None:
        require_finite(self.mean, "The middle of a prior", AnalysisError)
        require_positive(self.sd, "The spread of a prior", AnalysisError)


@dataclass(frozen=True, slots=True)
class Analysis:
    """The analysis plan; None leaves a prior to its stated default.

    ``trend`` is a change per week, ``spread`` the scale of a half-normal prior on the standard
    deviation of a day, ``rho`` the bounds of a uniform prior on the correlation of neighbouring days.

    >>> Analysis(rho=(0.0, 0.0)).is_independent
    True
    """

    intercept: Normal | None = None
    trend: Normal | None = None
    has_trend: bool = True
    spread: float | None = None
    known_spread: float | None = None
    rho: tuple[float, float] = (0.0, 0.95)
    family: Family = "gaussian"

    def __post_init__(self) -> None:
        if self.family not in get_args(Family):
            raise AnalysisError(
                f"The family is {shown(self.family)}.",
                "The family 'gaussian' was expected.",
                "Leave the family out, or choose gaussian.",
            )
        for value, name in (
            (self.spread, "The scale of the spread"),
            (self.known_spread, "The known spread"),
        ):
            if value is not None:
                require_positive(value, name, AnalysisError)
        if self.spread is not None and self.known_spread is not None:
            raise AnalysisError(
                "The spread is both known and to be learnt.",
                "One of the two was expected.",
                "Give the known spread or the half-normal scale.",
            )
        if self.trend is not None and not self.has_trend:
            raise AnalysisError(
                "There is a prior for a trend that is left out.",
                "One of the two was expected.",
                "Drop the prior or the choice.",
            )
        self._check_rho()

    def _check_rho(self) -> None:
        for bound in self.rho:
            require_finite(bound, "A bound of the correlation", AnalysisError)
        low, high = self.rho
        if not 0.0 <= low <= high < 1.0:
            raise AnalysisError(
                f"The correlation of neighbouring days goes from {low:g} to {high:g}.",
                "Bounds from 0 up to below 1 were expected, the lower one first.",
                "Use 0 and 0.95, or two equal numbers when it is known.",
            )

    @property
    def is_independent(self) -> bool:
        """Whether days are taken as independent."""
        return self.rho == (0.0, 0.0)
