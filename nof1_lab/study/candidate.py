"""What a model proposed, with its uncertainty."""

from dataclasses import dataclass
from typing import Literal, get_args

from nof1_lab.errors import CandidateError
from nof1_lab.study.number import require_count, require_finite, require_prose, require_text, shown

IntervalKind = Literal["mean_effect", "individual_effect", "unknown"]
EffectScale = Literal["difference"]
MOST_CANDIDATES = 200
MOST_CITATIONS = 100
LEAST_LEVEL, MOST_LEVEL = 0.001, 0.9999  # beyond, an interval tells nothing of how wide the belief is


@dataclass(frozen=True, slots=True)
class Candidate:
    """One ranked proposal; only the name is certain to be there.

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

    def __post_init__(self) -> None:
        require_text(self.name, "The candidate's name", CandidateError)
        if self.rank is not None:
            require_count(self.rank, f"The rank of {self.name!r}", CandidateError, least=1)
        for value, name in (
            (self.estimate, "estimate"),
            (self.lower, "lower end"),
            (self.upper, "upper end"),
        ):
            if value is not None:
                require_finite(value, f"The {name} of {self.name!r}", CandidateError)
        self._check_words()
        self._check_choices()
        self._check_interval()

    def _check_words(self) -> None:
        require_prose(self.rationale, f"The rationale of {self.name!r}", CandidateError, most=10_000)
        require_prose(self.model, f"The model of {self.name!r}", CandidateError, most=200)
        if len(self.citations) > MOST_CITATIONS:
            raise CandidateError(
                f"{self.name!r} has {len(self.citations)} citations.",
                f"At most {MOST_CITATIONS} were expected.",
                "Keep those that matter most.",
            )
        for citation in self.citations:
            require_prose(citation, f"A citation of {self.name!r}", CandidateError, most=2_000)

    def _check_choices(self) -> None:
        for value, allowed, name in (
            (self.scale, get_args(EffectScale), "scale"),
            (self.interval_kind, get_args(IntervalKind), "interval kind"),
        ):
            if value not in allowed:
                raise CandidateError(
                    f"The {name} of {self.name!r} is {shown(value)}.",
                    f"One of {', '.join(allowed)} was expected.",
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
