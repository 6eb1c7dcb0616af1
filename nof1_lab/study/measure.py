"""What is measured each day, and which way is better."""

from dataclasses import dataclass
from typing import Literal, get_args

from nof1_lab.errors import MeasureError
from nof1_lab.study.number import require_finite, require_positive, require_prose, require_text, shown

Better = Literal["lower", "higher"]
Scale = Literal["continuous", "score", "binary", "count", "ordinal"]


@dataclass(frozen=True, slots=True)
class Measure:
    """The outcome of a trial.

    >>> sleep = Measure("time awake", better="lower", worthwhile=10, unit="min")
    >>> sleep.direction
    -1.0
    """

    name: str
    better: Better
    worthwhile: float
    unit: str = ""
    scale: Scale = "continuous"
    low: float | None = None
    high: float | None = None

    def __post_init__(self) -> None:
        require_text(self.name, "The measure's name", MeasureError)
        require_positive(self.worthwhile, "The smallest worthwhile change", MeasureError)
        require_prose(self.unit, "The measure's unit", MeasureError, most=40)
        if self.better not in get_args(Better):
            raise MeasureError(
                f"Better is {shown(self.better)}.",
                "'lower' or 'higher' was expected.",
                "Say which way is better.",
            )
        if self.scale not in get_args(Scale):
            raise MeasureError(
                f"The scale is {shown(self.scale)}.",
                f"One of {', '.join(get_args(Scale))} was expected.",
                "Choose one of these scales.",
            )
        self._check_range()

    def _check_range(self) -> None:
        if (self.low is None) != (self.high is None):
            raise MeasureError(
                "Only one end of the range is given.",
                "Both ends or none were expected.",
                "Give low and high together.",
            )
        if self.low is None or self.high is None:
            return
        require_finite(self.low, "The low end", MeasureError)
        require_finite(self.high, "The high end", MeasureError)
        if self.low >= self.high:
            raise MeasureError(
                f"The range goes from {self.low:g} to {self.high:g}.",
                "The low end below the high end was expected.",
                "Swap the two.",
            )

    @property
    def direction(self) -> float:
        """+1 when higher is better, -1 when lower is: benefit is this times the effect."""
        return 1.0 if self.better == "higher" else -1.0

    @property
    def day_sd(self) -> float:
        """A guess, before any data, of how far one day lies from the next: twice the worthwhile change."""
        return 2.0 * self.worthwhile

    def has_room_for(self, value: float) -> bool:
        """Whether ``value`` can be written on this scale."""
        return self.low is None or self.high is None or self.low <= value <= self.high
