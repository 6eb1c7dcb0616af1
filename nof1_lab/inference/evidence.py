"""All that follows from a study, worked out once: table, priors, posterior, effects and verdict."""

from dataclasses import asdict, dataclass, replace
from time import perf_counter
from typing import Any, Literal

import pandas as pd

from nof1_lab.errors import OutcomeError
from nof1_lab.inference.check import Checks, agreement, check
from nof1_lab.inference.effect import Effect, effects, sampled_effects
from nof1_lab.inference.exact import Exact, posterior
from nof1_lab.inference.fit import Fit
from nof1_lab.inference.model import describe
from nof1_lab.inference.nuisance import Nuisance, nuisance
from nof1_lab.inference.outcome import count, outcomes
from nof1_lab.inference.prior import priors_of
from nof1_lab.inference.randomisation import Randomisation, randomisation_test
from nof1_lab.inference.verdict import Verdict, verdict
from nof1_lab.study.document import Study
from nof1_lab.study.measure import Measure
from nof1_lab.study.plain import to_plain
from nof1_lab.study.prior import Prior
from nof1_lab.study.schedule import Schedule

LEVEL = 0.95
METRIC = ("continuous", "score")


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """What a study says, by the engine whose numbers are shown."""

    study: Study
    table: pd.DataFrame
    nuisance: Nuisance
    priors: tuple[Prior, ...]
    exact: Exact
    effects: tuple[Effect, ...]
    randomisation: Randomisation | None
    verdict: Verdict
    seconds: float
    fit: Fit | None = None
    checks: Checks | None = None
    disagreements: tuple[str, ...] = ()

    @property
    def engine(self) -> Literal["exact", "sampled"]:
        """Whose numbers these are: a sampled fit that failed its checks is never shown."""
        return "sampled" if self.checks is not None and self.checks.ok else "exact"

    @property
    def fingerprint(self) -> str:
        """The hash of the study that all this follows from."""
        return self.study.fingerprint

    def is_stale(self, study: Study) -> bool:
        """Whether ``study`` has moved on since."""
        return study.fingerprint != self.fingerprint


def reckon(study: Study, *, like: Evidence | None = None) -> Evidence:
    """The evidence by the exact engine, in milliseconds.

    ``like`` is earlier evidence of the same diary and schedule: what no prior can change is taken
    from it.
    """
    start = perf_counter()
    schedule = _planned(study)
    _require_metric(study.measure)
    table, learnt, priors = outcomes(study), nuisance(study), priors_of(study)
    exact = posterior(table, priors, learnt, reference=schedule.reference)
    shown = effects(exact, study.measure, level=LEVEL, burden=study.rule.burden)
    test = like.randomisation if like and _same_days(study, like.study) else randomisation_test(study)
    judged = verdict(study, shown)
    return Evidence(study, table, learnt, priors, exact, shown, test, judged, perf_counter() - start)


def with_fit(evidence: Evidence, fit: Fit) -> Evidence:
    """The evidence with draws beside it: they take the preview's place if they pass their checks."""
    checks = check(fit)
    apart = agreement(evidence.exact, fit)
    joined = replace(evidence, fit=fit, checks=checks, disagreements=apart, seconds=fit.seconds)
    if not checks.ok:
        return replace(joined, verdict=verdict(evidence.study, evidence.effects, failed=checks.reasons))
    study = evidence.study
    shown = sampled_effects(
        fit.effects,
        evidence.priors,
        study.measure,
        reference=evidence.exact.reference,
        level=LEVEL,
        burden=study.rule.burden,
    )
    return replace(joined, effects=shown, verdict=verdict(study, shown, failed=apart))


def as_plain(evidence: Evidence) -> dict[str, Any]:
    """The evidence as the JSON object that scripts are promised."""
    days = count(evidence.table)
    return {
        "study": evidence.fingerprint,
        "title": evidence.study.title,
        "engine": evidence.engine,
        "seconds": evidence.seconds,
        "model": describe(evidence.priors, evidence.nuisance, reference=evidence.exact.reference),
        "days": {name: days[name] for name in ("planned", "used", "washout", "missing")},
        "effects": [effect.row() for effect in evidence.effects],
        "nuisance": _nuisance(evidence),
        "checks": _checks(evidence),
        "disagreements": list(evidence.disagreements),
        "randomisation": to_plain(evidence.randomisation),
        "verdict": to_plain(evidence.verdict),
    }


def _planned(study: Study) -> Schedule:
    if study.schedule is None:
        raise OutcomeError(
            "There is no schedule, so nothing can be compared.",
            "A planned trial was expected.",
            "Plan the trial first.",
        )
    return study.schedule


def _require_metric(measure: Measure) -> None:
    """Refuse what a difference of means with Normal days would only seem to answer."""
    if measure.scale not in METRIC:
        raise OutcomeError(
            f"A measure of the scale {measure.scale!r}, such as {measure.name!r}, cannot be analysed yet.",
            f"A measure of the scale {' or '.join(METRIC)} was expected.",
            "Keep the diary for a later version, or begin a study with a score for each day.",
        )


def _same_days(study: Study, other: Study) -> bool:
    return (study.schedule, study.diary, study.measure) == (other.schedule, other.diary, other.measure)


def _nuisance(evidence: Evidence) -> dict[str, dict[str, float]]:
    if evidence.fit is not None and evidence.engine == "sampled":
        return evidence.fit.nuisance()
    exact = evidence.exact
    named = {"sigma": exact.sigma, "rho": exact.rho, "intercept": exact.intercept(), "trend": exact.trend()}
    return {name: {"mean": it.mean, "sd": it.sd} for name, it in named.items() if it is not None}


def _checks(evidence: Evidence) -> dict[str, Any]:
    if evidence.checks is None:
        return {"ok": True, "rhat_max": None, "ess_min": None, "divergences": None, "reasons": []}
    return asdict(evidence.checks)
