"""What claims and doubts are measured in: the measure, a block of the plan, the usual level."""

from dataclasses import dataclass
from statistics import fmean
from typing import Self

from nof1_lab.inference.block import Block
from nof1_lab.inference.nuisance import RUN_IN_DAYS
from nof1_lab.study.document import Study
from nof1_lab.study.measure import Measure

CLASS = 1.0  # of a day's spread: how far the effects of such things lie apart, a judgement


@dataclass(frozen=True, slots=True)
class Ground:
    """All of a study that a claim is turned into a prior with, apart from the claim and its doubts.

    ``usual`` is the mean of the run-in, None while it is too short; ``ranked`` how many candidates there
    are ranks for.
    """

    measure: Measure
    block: Block
    usual: float | None = None
    ranked: int = 0

    @classmethod
    def of(cls, study: Study) -> Self:
        """The ground of a study."""
        days = [entry.value for entry in study.diary.entries if entry.day < 1 and entry.value is not None]
        ranks = [candidate.rank for candidate in study.candidates if candidate.rank is not None]
        usual = fmean(days) if len(days) >= RUN_IN_DAYS else None
        return cls(study.measure, Block.of(study), usual, max([len(ranks), *ranks], default=0))

    @property
    def day_sd(self) -> float:
        """How far a day lies from its mean."""
        return self.block.sigma

    @property
    def spread_of_effects(self) -> float:
        """A judgement, not evidence: effects of such things differ as much as days do."""
        return CLASS * self.day_sd
