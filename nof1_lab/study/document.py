"""All that is true of a study."""

from dataclasses import dataclass, field

from nof1_lab.errors import StudyError
from nof1_lab.study.analysis import Analysis
from nof1_lab.study.call import Call
from nof1_lab.study.candidate import MOST_CANDIDATES, Candidate
from nof1_lab.study.diary import Diary
from nof1_lab.study.discount import Discount
from nof1_lab.study.measure import Measure
from nof1_lab.study.number import require_text
from nof1_lab.study.plain import fingerprint, to_plain
from nof1_lab.study.prior import Prior
from nof1_lab.study.rule import Rule
from nof1_lab.study.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Study:
    """One person's trial: what is measured, proposed, believed, planned, written down and agreed."""

    title: str
    measure: Measure
    candidates: tuple[Candidate, ...] = ()
    priors: tuple[Prior, ...] = ()
    discounts: tuple[Discount, ...] = ()
    schedule: Schedule | None = None
    diary: Diary = field(default_factory=Diary)
    analysis: Analysis = field(default_factory=Analysis)
    rule: Rule = field(default_factory=Rule)
    registration: str | None = None
    calls: tuple[Call, ...] = ()
    chosen: tuple[str, ...] = ()  # a wish: nothing is agreed before a schedule is planned

    def __post_init__(self) -> None:
        require_text(self.title, "The study's title", StudyError)
        names = [candidate.name for candidate in self.candidates]
        if len(names) > MOST_CANDIDATES:
            raise StudyError(
                f"There are {len(names)} candidates.",
                f"At most {MOST_CANDIDATES} were expected.",
                "Keep the best ranked ones.",
            )
        twice = next((name for i, name in enumerate(names) if name in names[:i]), None)
        if twice is not None:
            raise StudyError(
                f"Two candidates are called {twice!r}.",
                "Different names were expected.",
                "Rename or drop one of them.",
            )

    def candidate(self, name: str) -> Candidate | None:
        """The accepted candidate of that name."""
        return next((candidate for candidate in self.candidates if candidate.name == name), None)

    def prior(self, arm: str) -> Prior | None:
        """The prior that a person set for ``arm``, or None when nobody did."""
        return next((prior for prior in self.priors if prior.arm == arm), None)

    def discount(self, name: str) -> Discount:
        """How far the claim of that candidate is believed; the stated defaults when nobody said."""
        found = (discount for discount in self.discounts if discount.arm == name)
        return next(found, None) or Discount(name)

    @property
    def agreed(self) -> tuple[object, ...]:
        """Everything that is agreed before day one."""
        known = self.measure, self.candidates, self.priors, self.discounts
        return *known, self.schedule, self.analysis, self.rule

    @property
    def protocol(self) -> str:
        """The hash of everything that is agreed before day one."""
        return fingerprint(to_plain(self.agreed))

    @property
    def fingerprint(self) -> str:
        """The hash of everything that a posterior follows from."""
        return fingerprint([self.protocol, to_plain(self.diary)])

    @property
    def is_ready(self) -> bool:
        """Whether there is a schedule and at least one scheduled day written down."""
        return self.schedule is not None and any(entry.day >= 1 for entry in self.diary.entries)
