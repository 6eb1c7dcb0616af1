"""From what a candidate claims to what is believed of this person: a few closed forms."""

from dataclasses import dataclass
from math import hypot, pi, sqrt
from statistics import NormalDist
from typing import Literal, TypeAlias

from nof1_lab.errors import PriorError
from nof1_lab.study.analysis import Normal
from nof1_lab.study.candidate import Candidate
from nof1_lab.study.document import Study
from nof1_lab.study.measure import Measure
from nof1_lab.study.prior import Part, Prior

Origin: TypeAlias = Literal["hand", "candidate", "nothing known"]
LOPSIDED = 0.10  # an estimate further from the middle of its interval than this share of it is lopsided
EXCEED = 0.05  # a sceptic's belief in a benefit beyond the smallest worthwhile change


@dataclass(frozen=True, slots=True)
class Stage:
    """What is believed after one stage of the way from claim to prior, and why, in one sentence."""

    label: str
    mean: float
    sd: float
    note: str


def prior_of(study: Study, arm: str) -> Prior:
    """What is believed of an arm: exactly what a person set, else what its candidate gives."""
    return study.prior(arm) or derive(arm, study.candidate(arm), study.measure)


def priors_of(study: Study) -> tuple[Prior, ...]:
    """The priors of all arms of the schedule, in its order."""
    return tuple(prior_of(study, arm) for arm in study.schedule.arms) if study.schedule else ()


def origin_of(study: Study, arm: str) -> Origin:
    """Where an arm's prior comes from."""
    if study.prior(arm) is not None:
        return "hand"
    candidate = study.candidate(arm)
    return "nothing known" if candidate is None or _says_nothing(candidate) else "candidate"


def derive(arm: str, candidate: Candidate | None, measure: Measure) -> Prior:
    """The prior that a candidate gives, or a nearly flat one."""
    last = waterfall(candidate or Candidate(arm), measure)[-1]
    return Prior.normal(arm, last.mean, last.sd)


def waterfall(candidate: Candidate, measure: Measure) -> tuple[Stage, ...]:
    """The stages from a candidate's claim to the prior for this person."""
    if _says_nothing(candidate):
        return (_nothing(measure),)
    stated = _stated(candidate, measure)
    return stated, _personal(candidate, Normal(stated.mean, stated.sd), measure)


def from_interval(lower: float, upper: float, level: float = 0.95) -> Normal:
    """The Normal whose central interval of that level this is.

    >>> round(from_interval(-0.8, 0.0).sd, 4)
    0.2041
    """
    return Normal((lower + upper) / 2.0, (upper - lower) / (2.0 * _reach(level)))


def from_lopsided_interval(estimate: float, lower: float, upper: float, level: float = 0.95) -> Normal:
    """The Normal with mean and spread of two half bells that meet at the estimate."""
    left, right = (estimate - lower) / _reach(level), (upper - estimate) / _reach(level)
    mean = estimate + sqrt(2.0 / pi) * (right - left)
    return Normal(mean, sqrt((1.0 - 2.0 / pi) * (right - left) ** 2 + left * right))


def asymmetry(estimate: float, lower: float, upper: float) -> float:
    """How far the estimate lies from the middle of its interval, as a share of the interval."""
    return (estimate - (lower + upper) / 2.0) / (upper - lower)


def from_confidence(estimate: float, chance: float) -> Normal:
    """The Normal around an estimate that has its sign with that chance."""
    if not 0.5 < chance < 1.0 or estimate == 0.0:
        raise PriorError(
            f"A chance of {chance:g} for the direction of {estimate:g} gives no spread.",
            "An estimate other than 0 and a chance above 0.5 and below 1 were expected.",
            "Give an interval, or a chance such as 0.8.",
        )
    return Normal(estimate, abs(estimate) / NormalDist().inv_cdf(chance))


def to_person(population: Normal, between_persons: float) -> Normal:
    """The effect in one person when the interval speaks of the mean of many."""
    return Normal(population.mean, hypot(population.sd, between_persons))


def between_persons(mean: float, measure: Measure) -> float:
    """A judgement, not evidence: persons differ by half the mean effect, or a quarter of a day's spread."""
    return max(0.5 * abs(mean), 0.25 * measure.day_sd)


def transport(claim: Normal, *, r: float, tau0: float, centre: float = 0.0) -> Normal:
    """The claim for people whose effects correlate by ``r`` with those it was found in; never sharper."""
    if not 0.0 <= r <= 1.0:
        raise PriorError(
            f"The correlation with the people of the evidence is {r:g}.",
            "A number from 0 (nothing in common) to 1 (just like them) was expected.",
            "Choose a number from 0 to 1.",
        )
    apart = max(tau0, claim.sd)
    return Normal(
        centre + r * (claim.mean - centre), sqrt(r**2 * claim.sd**2 + (1.0 - r**2) * apart**2)
    )  # fmt: skip


def robustify(arm: str, claim: Normal, *, weight: float, vague_sd: float) -> Prior:
    """The claim with that weight, and a vague belief around no effect with the rest."""
    parts = ((weight, claim), (1.0 - weight, Normal(0.0, vague_sd)))
    return Prior(arm, tuple(Part(held, part.mean, part.sd) for held, part in parts if held > 0.0))


def sceptical(arm: str, worthwhile: float) -> Prior:
    """A sceptic's prior: around no effect, with 5% belief in a benefit that is worthwhile."""
    return Prior.normal(arm, 0.0, worthwhile / NormalDist().inv_cdf(1.0 - EXCEED))


def near_flat(arm: str, day_sd: float) -> Prior:
    """A prior that lets the days speak: ten times as wide as a day's spread."""
    return Prior.normal(arm, 0.0, 10.0 * day_sd)


def power(claim: Normal, *, share: float, initial: Normal) -> Normal:
    """A claim that counts with a share of its weight, on top of an initial belief."""
    known, open_mind = share / claim.sd**2, 1.0 / initial.sd**2
    return Normal(
        (known * claim.mean + open_mind * initial.mean) / (known + open_mind), (known + open_mind) ** -0.5
    )  # fmt: skip


def commensurate(claim: Normal, tau: float) -> Normal:
    """A claim about effects that differ from this person's by about ``tau``."""
    return Normal(claim.mean, hypot(claim.sd, tau))


def _reach(level: float) -> float:
    return NormalDist().inv_cdf((1.0 + level) / 2.0)


def _says_nothing(candidate: Candidate) -> bool:
    return candidate.estimate is None and not candidate.has_interval


def _nothing(measure: Measure) -> Stage:
    part = near_flat("nothing", measure.day_sd).parts[0]
    note = "No effect is claimed, so nothing is assumed: the prior is nearly flat."
    return Stage("nothing known", part.mean, part.sd, note)


def _stated(candidate: Candidate, measure: Measure) -> Stage:
    """The claim as it stands: interval to Normal."""
    estimate, lower, upper = candidate.estimate, candidate.lower, candidate.upper
    if lower is None or upper is None:
        middle = estimate or 0.0
        sd = max(abs(middle), measure.day_sd)
        note = (
            f"The estimate comes without an interval; a wide spread of {sd:.3g} is assumed: "
            "the estimate itself, or twice the smallest worthwhile change if that is more."
        )
        return Stage("as stated", middle, sd, note)
    said = f"{candidate.level:.0%} interval from {lower:g} to {upper:g}"
    if estimate is not None and abs(asymmetry(estimate, lower, upper)) > LOPSIDED:
        normal = from_lopsided_interval(estimate, lower, upper, candidate.level)
        note = f"The {said} is lopsided around {estimate:g}: check its scale; two half bells were matched."
        return Stage("as stated", normal.mean, normal.sd, note)
    normal = from_interval(lower, upper, candidate.level)
    return Stage("as stated", normal.mean, normal.sd, f"The {said}, read as a Normal.")


def _personal(candidate: Candidate, stated: Normal, measure: Measure) -> Stage:
    """The claim for one person."""
    if candidate.interval_kind == "individual_effect":
        note = "The interval is already about one person, so nothing is added."
        return Stage("for one person", stated.mean, stated.sd, note)
    tau = between_persons(stated.mean, measure)
    person = to_person(stated, tau)
    known = candidate.interval_kind == "mean_effect"
    about = "is about the mean of many" if known else "does not say whom it is about"
    note = f"The interval {about}, and people differ: a spread of {tau:.3g} between people is added."
    return Stage("for one person", person.mean, person.sd, note)
