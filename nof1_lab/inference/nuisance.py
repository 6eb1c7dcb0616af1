"""What is believed, before the trial, of everything in the model that is not an effect."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from statistics import fmean, stdev

from nof1_lab.study.analysis import Normal
from nof1_lab.study.document import Study

RUN_IN_DAYS = 7


@dataclass(frozen=True, slots=True)
class HalfNormal:
    """A bell cut in half at zero."""

    scale: float


@dataclass(frozen=True, slots=True)
class Known:
    """A number that is given, not learnt."""

    value: float


@dataclass(frozen=True, slots=True)
class Uniform:
    """Every number between two bounds alike."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Nuisance:
    """The priors of the intercept, the trend per week, the spread of a day and its correlation.

    ``sources`` says in plain words where each of them comes from.
    """

    intercept: Normal
    trend: Normal | None
    spread: HalfNormal | Known
    rho: Uniform | Known
    sources: Mapping[str, str] = field(default_factory=dict[str, str], compare=False)

    @property
    def day_sd(self) -> float:
        """How far a day is thought to lie from its mean, before the trial."""
        return self.spread.value if isinstance(self.spread, Known) else self.spread.scale / 2.0


@dataclass(frozen=True, slots=True)
class _Guess:
    """What the defaults are worked out from."""

    intercept: Normal
    day_sd: float
    level_source: str
    spread_source: str


def nuisance(study: Study) -> Nuisance:
    """The priors of a study's analysis plan; what it leaves open has a stated default.

    Seven or more run-in days give level and spread; fewer leave both to the measure. Run-in days
    serve here only, never also as data.
    """
    plan, guess = study.analysis, _guess(study)
    trend = plan.trend or Normal(0.0, 0.5 * guess.day_sd)
    low, high = plan.rho
    set_here = "as set in the analysis plan"
    no_spread_set = plan.spread is None and plan.known_spread is None
    sources = {
        "intercept": set_here if plan.intercept else guess.level_source,
        "trend": "left out" if not plan.has_trend else set_here if plan.trend else guess.spread_source,
        "spread": guess.spread_source if no_spread_set else set_here,
        "rho": "stated default" if plan.rho == (0.0, 0.95) else set_here,
    }
    return Nuisance(
        intercept=plan.intercept or guess.intercept,
        trend=trend if plan.has_trend else None,
        spread=_spread(plan.known_spread, plan.spread, guess.day_sd),
        rho=Known(low) if low == high else Uniform(low, high),
        sources=sources,
    )


def describe(nuisance: Nuisance) -> dict[str, str]:
    """Each prior in words, with where it comes from."""
    priors = {
        "intercept": nuisance.intercept,
        "trend": nuisance.trend,
        "spread": nuisance.spread,
        "rho": nuisance.rho,
    }
    words = {name: _words(prior) for name, prior in priors.items()}
    return {
        name: f"{text}, {nuisance.sources[name]}" if name in nuisance.sources and text != "left out" else text
        for name, text in words.items()
    }


def _guess(study: Study) -> _Guess:
    """Level and spread from the run-in if it can tell, else from the measure."""
    values = [entry.value for entry in study.diary.entries if entry.day < 1 and entry.value is not None]
    if len(values) >= RUN_IN_DAYS and stdev(values) > 0:
        source, sd = f"from {len(values)} run-in days", stdev(values)
        return _Guess(Normal(fmean(values), 2.0 * sd), sd, source, source)
    measure = study.measure
    source = "from twice the smallest worthwhile change"
    if measure.low is not None and measure.high is not None:
        middle, half = (measure.low + measure.high) / 2.0, (measure.high - measure.low) / 2.0
        return _Guess(Normal(middle, half), measure.day_sd, "from the range of the scale", source)
    flat = Normal(0.0, 2000.0 * measure.worthwhile)
    return _Guess(flat, measure.day_sd, "nearly flat: 2000 times the smallest worthwhile change", source)


def _spread(known: float | None, scale: float | None, day_sd: float) -> HalfNormal | Known:
    return Known(known) if known is not None else HalfNormal(scale if scale is not None else 2.0 * day_sd)


def _words(prior: Normal | HalfNormal | Known | Uniform | None) -> str:
    match prior:
        case None:
            return "left out"
        case Normal(mean, sd):
            return f"Normal({mean:.4g}, {sd:.4g})"
        case HalfNormal(scale):
            return f"HalfNormal({scale:.4g})"
        case Known(value):
            return f"known: {value:.4g}"
        case Uniform(low, high):
            return f"Uniform({low:.4g}, {high:.4g})"
