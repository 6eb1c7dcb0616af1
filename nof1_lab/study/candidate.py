"""What a model proposed, with its uncertainty, and where each word of it came from."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

from nof1_lab.errors import CandidateError
from nof1_lab.study.number import (
    require_count,
    require_finite,
    require_positive,
    require_prose,
    require_text,
    shown,
)
from nof1_lab.study.source import Group, Source

IntervalKind = Literal["mean_effect", "individual_effect", "unknown"]
EffectScale = Literal["difference", "ratio", "log_ratio", "odds", "log_odds"]
Direction = Literal["", "lower", "higher"]
Design = Literal["", "trial", "cohort", "mechanism", "none"]
MOST_CANDIDATES = 200
MOST_CITATIONS = 100
MOST_GROUPS = 50
LEAST_LEVEL, MOST_LEVEL = 0.001, 0.9999  # beyond, an interval tells nothing of how wide the belief is
MOST_DAYS = 3_650.0
RATIOS = ("ratio", "odds")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One ranked proposal; only the name is certain to be there.

    ``estimate``, ``lower`` and ``upper`` are on ``scale``; ``sd`` is its standard deviation there (of the
    logarithm, when the scale is a ratio), ``confidence`` the chance that the effect has the estimate's sign.
    ``direction`` is where the model says that the measure goes.

    >>> Candidate("Melatonin 0.5 mg", rank=1, estimate=-0.6, lower=-1.1, upper=-0.1).has_interval
    True
    """

    name: str
    rank: int | None = None
    estimate: float | None = None
    lower: float | None = None
    upper: float | None = None
    level: float = 0.95
    scale: EffectScale = "difference"
    interval_kind: IntervalKind = "unknown"
    rationale: str = ""
    citations: tuple[str, ...] = ()
    model: str = ""
    sd: float | None = None
    confidence: float | None = None
    unit: str = ""
    direction: Direction = ""
    dose: str = ""
    onset_days: float | None = None
    washout_days: float | None = None
    population: tuple[Group, ...] = ()
    design: Design = ""
    made_on: date | None = None
    source: Source | None = None

    def __post_init__(self) -> None:
        require_text(self.name, "The candidate's name", CandidateError)
        if self.rank is not None:
            require_count(self.rank, f"The rank of {self.name!r}", CandidateError, least=1)
        self._check_numbers()
        self._check_days()
        self._check_shares()
        self._check_words()
        self._check_choices()
        self._check_interval()

    def _check_numbers(self) -> None:
        for value, name in (
            (self.estimate, "estimate"),
            (self.lower, "lower end"),
            (self.upper, "upper end"),
        ):
            if value is None:
                continue
            require_finite(value, f"The {name} of {self.name!r}", CandidateError)
            if self.scale in RATIOS and value <= 0.0:
                raise CandidateError(
                    f"The {name} of {self.name!r} is {value:g}, as a ratio.",
                    "A ratio above zero was expected; 1 is no effect.",
                    "Correct the number, or choose the scale 'difference'.",
                )

    def _check_days(self) -> None:
        for days, name in ((self.onset_days, "act"), (self.washout_days, "be washed out")):
            if days is None:
                continue
            require_finite(days, f"The days that {self.name!r} takes to {name}", CandidateError)
            if not 0.0 <= days <= MOST_DAYS:
                raise CandidateError(
                    f"{self.name!r} takes {days:g} days to {name}.",
                    f"A number of days from 0 to {MOST_DAYS:g} was expected.",
                    "Give the time in days, or leave it out.",
                )

    def _check_shares(self) -> None:
        if self.sd is not None:
            require_positive(self.sd, f"The standard deviation of {self.name!r}", CandidateError)
        if self.confidence is not None:
            require_finite(self.confidence, f"The confidence in {self.name!r}", CandidateError)
            if not 0.0 < self.confidence < 1.0:
                raise CandidateError(
                    f"The confidence in the direction of {self.name!r} is {self.confidence:g}.",
                    "A chance above 0 and below 1 was expected, such as 0.8.",
                    "Write 80% as 0.8.",
                )

    def _check_words(self) -> None:
        require_prose(self.rationale, f"The rationale of {self.name!r}", CandidateError, most=10_000)
        require_prose(self.model, f"The model of {self.name!r}", CandidateError, most=200)
        require_prose(self.unit, f"The unit of {self.name!r}", CandidateError, most=40)
        require_prose(self.dose, f"The dose of {self.name!r}", CandidateError, most=200)
        for things, most, name in (
            (self.citations, MOST_CITATIONS, "citations"),
            (self.population, MOST_GROUPS, "groups of people"),
        ):
            self._require_few(things, most, name)
        for citation in self.citations:
            require_prose(citation, f"A citation of {self.name!r}", CandidateError, most=2_000)

    def _require_few(self, things: tuple[Any, ...], most: int, name: str) -> None:
        if len(things) > most:
            raise CandidateError(
                f"{self.name!r} has {len(things)} {name}.",
                f"At most {most} were expected.",
                "Keep those that matter most.",
            )

    def _check_choices(self) -> None:
        for value, allowed, name in (
            (self.scale, get_args(EffectScale), "scale"),
            (self.interval_kind, get_args(IntervalKind), "interval kind"),
            (self.direction, get_args(Direction), "direction"),
            (self.design, get_args(Design), "kind of evidence"),
        ):
            if value not in allowed:
                raise CandidateError(
                    f"The {name} of {self.name!r} is {shown(value)}.",
                    f"One of {', '.join(filter(None, allowed))} was expected.",
                    f"Correct the {name}, or leave it out.",
                )

    def _check_interval(self) -> None:
        require_finite(self.level, f"The interval's level of {self.name!r}", CandidateError)
        if not LEAST_LEVEL <= self.level <= MOST_LEVEL:
            raise CandidateError(
                f"The interval of {self.name!r} has level {self.level!r}.",
                f"A level from {LEAST_LEVEL:g} to {MOST_LEVEL:g} was expected, such as 0.95.",
                "Write 95% as 0.95.",
            )
        if (self.lower is None) != (self.upper is None):
            raise CandidateError(
                f"The interval of {self.name!r} has one end only.",
                "Both ends or none were expected.",
                "Add the other end, or leave both out.",
            )
        if self.lower is None or self.upper is None:
            return
        if self.lower >= self.upper:
            raise CandidateError(
                f"The interval of {self.name!r} goes from {self.lower:g} to {self.upper:g}.",
                "A lower end below the upper end was expected.",
                "Swap the two ends, or correct the sign.",
            )
        if self.estimate is not None and not self.lower <= self.estimate <= self.upper:
            raise CandidateError(
                f"The estimate {self.estimate:g} of {self.name!r} lies outside its interval "
                f"from {self.lower:g} to {self.upper:g}.",
                "An estimate inside its interval was expected.",
                "Correct the estimate or the interval.",
            )

    @property
    def has_interval(self) -> bool:
        """Whether the model said how sure it is."""
        return self.lower is not None and self.upper is not None

    @property
    def is_empty(self) -> bool:
        """Whether it claims no effect at all: a name, perhaps a rank, and words."""
        return self.estimate is None and not self.has_interval
