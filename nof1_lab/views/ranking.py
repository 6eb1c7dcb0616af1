"""All candidates on one scale: what was stated, what is believed of this person, and the chances of each."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from statistics import median
from typing import Any

from nof1_lab.inference.effect import chance_beyond
from nof1_lab.inference.mixture import Mixture
from nof1_lab.inference.prior import Stage, if_alike, origin_of, prior_of, stated, waterfall
from nof1_lab.inference.ranking import best
from nof1_lab.study.candidate import Candidate
from nof1_lab.study.document import Study
from nof1_lab.study.measure import Measure
from nof1_lab.study.prior import Prior

CHANCES = ("benefit", "worthwhile", "best")
LEAST_SEEN = 4.0  # smallest worthwhile changes to either side
FAR = 3.0  # times what is usual among the candidates: what lies further is cut off, and says so


@dataclass(frozen=True, slots=True)
class Standing:
    """One candidate among the others; None where nobody said how large or how sure.

    ``order`` are its chances for somebody just like the people of its evidence: whoever sorts, sorts by
    these, so that being unlike them lowers no candidate's place.
    """

    candidate: Candidate
    origin: str
    waterfall: tuple[Stage, ...]
    stated: Prior | None
    believed: Prior | None
    chances: dict[str, float]
    order: dict[str, float]

    @property
    def is_known(self) -> bool:
        """Whether anybody said how large the effect is, and in a way that can be used."""
        return self.believed is not None


@dataclass(frozen=True, slots=True)
class Ranking:
    """Every candidate, and the chance that the usual routine is best of all."""

    standings: tuple[Standing, ...]
    reference_p_best: float | None


def ranking(study: Study, reference: str) -> Ranking:
    """The candidates of a study with their chances; the same beliefs are not worked out twice."""
    names = {candidate.name for candidate in study.candidates}
    usual = f"{reference} (as now)" if reference in names else reference
    return _ranked(replace(study, title="x", chosen=(), calls=(), registration=None), usual)


@lru_cache(maxsize=8)
def _ranked(study: Study, reference: str) -> Ranking:
    known = [each.name for each in study.candidates if _is_known(study, each)]
    alike = [study.prior(name) or if_alike(study, name) for name in known]
    chances = _chances([prior_of(study, name) for name in known], study.measure, reference)
    order = _chances(alike, study.measure, reference)
    standings = tuple(
        Standing(
            candidate,
            origin_of(study, candidate.name),
            waterfall(study, candidate.name),
            None if candidate.is_empty else stated(study, candidate.name),
            prior_of(study, candidate.name) if candidate.name in chances else None,
            chances.get(candidate.name, {}),
            order.get(candidate.name, {}),
        )
        for candidate in study.candidates
    )
    return Ranking(standings, chances[reference]["best"] if known else None)


def _is_known(study: Study, candidate: Candidate) -> bool:
    """Whether a person, or the claim in numbers, says what to believe; a rank alone is no number."""
    if study.prior(candidate.name) is not None:
        return True
    return not candidate.is_empty and stated(study, candidate.name) is not None


def _chances(priors: Sequence[Prior], measure: Measure, reference: str) -> dict[str, dict[str, float]]:
    leading = best(priors, measure, reference=reference)
    beliefs = {prior.arm: Mixture.prior(prior) for prior in priors}
    return {reference: {"best": leading[reference]}} | {
        arm: {
            "benefit": chance_beyond(belief, measure, 0.0),
            "worthwhile": chance_beyond(belief, measure, measure.worthwhile),
            "best": leading[arm],
        }
        for arm, belief in beliefs.items()
    }


def claimed(standing: Standing) -> dict[str, float] | None:
    """What was stated as it is drawn: a point, where nobody said how sure it is."""
    found, candidate = numbers(standing.stated), standing.candidate
    is_sure = candidate.has_interval or candidate.sd is not None or candidate.confidence is not None
    return found if found is None or is_sure else found | {"low": found["mean"], "high": found["mean"]}


@lru_cache(maxsize=1_024)
def numbers(prior: Prior | None) -> dict[str, float] | None:
    """A belief as it is drawn: its middle, its spread, and the ends that hold 95% of it."""
    if prior is None:
        return None
    belief = Mixture.prior(prior)
    low, high = belief.interval()
    return {"mean": belief.mean, "sd": belief.sd, "low": low, "high": high}


def stages(standing: Standing) -> list[dict[str, Any]]:
    """The way from the claim to the belief, each stage in one sentence."""
    kept = ("label", "mean", "sd", "note")
    return [{key: getattr(stage, key) for key in kept} for stage in standing.waterfall]


def domain(measure: Measure, spans: Sequence[dict[str, float] | None]) -> tuple[float, float]:
    """The range of effects to look at: all of them, unless a few lie so far off that they hide the rest."""
    ends = [end for span in spans if span for end in (span["low"], span["high"])]
    least, step = LEAST_SEEN * measure.worthwhile, 2.0 * measure.worthwhile
    most = max(least, FAR * median(abs(end) for end in ends)) if ends else least
    low, high = (max(-most, min([-least, *ends])), min(most, max([least, *ends])))
    return round(math.floor(low / step) * step, 9), round(math.ceil(high / step) * step, 9)
