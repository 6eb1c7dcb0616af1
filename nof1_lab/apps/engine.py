"""The exact and the sampled way to a posterior."""

import threading
from functools import cache
from pathlib import Path

from nof1_lab.apps.runner import Progress
from nof1_lab.inference.evidence import Evidence, reckon, with_fit
from nof1_lab.inference.fit import Sampler
from nof1_lab.inference.model import Shape
from nof1_lab.inference.nuisance import nuisance
from nof1_lab.inference.prior import priors_of
from nof1_lab.study.document import Study

LOOK_SECONDS = 0.05
SEEDS = 2**31


class BothEngines:
    """Draws are kept in ``folder``, so that a study that was fitted once is there at once."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    def exact(self, study: Study, like: Evidence | None = None) -> Evidence:
        """The evidence in closed form, in milliseconds."""
        return reckon(study, like=like)

    def sampled(
        self,
        evidence: Evidence,
        progress: Progress,
        cancelled: threading.Event,
        **effort: int,
    ) -> Evidence:
        """The evidence with draws beside it: so many ``draws`` and ``chains``, from a ``seed``.

        Without a seed a study has always the same of its own.
        """
        fit = sampler().fit(
            evidence.table, evidence.priors, evidence.nuisance, reference=evidence.exact.reference,
            folder=self._folder, progress=progress, cancelled=cancelled,
            **({"seed": seed_of(evidence.study)} | effort),
        )  # fmt: skip
        return with_fit(evidence, fit)

    def warm(self, study: Study, cancelled: threading.Event) -> None:
        """Have the model that a study like this needs compiled; whoever cancels need not wait for it."""
        ready = sampler().warm(shape_of(study))
        while not cancelled.is_set():
            try:
                ready.result(timeout=LOOK_SECONDS)
            except TimeoutError:
                continue
            return


@cache
def sampler() -> Sampler:
    """The one sampler of this program: it keeps compiled models, and nothing of any study."""
    return Sampler()


def seed_of(study: Study) -> int:
    """The seed that belongs to a study, the same at every time and place."""
    return int(study.fingerprint[:16], 16) % SEEDS


def shape_of(study: Study) -> Shape:
    """The shape of the model that a study needs; the most usual one while there is no schedule."""
    if study.schedule is None:
        return Shape(contrasts=1)
    return Shape.of(priors_of(study), nuisance(study))
