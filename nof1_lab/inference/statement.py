"""What a candidate says of the difference it makes, as a belief, with one sentence on how it was read."""

from dataclasses import dataclass, replace
from math import exp, log
from typing import Literal, TypeAlias

from nof1_lab.inference.amount import amount, plain, share
from nof1_lab.inference.claim import (
    LOPSIDED,
    asymmetry,
    from_confidence,
    from_interval,
    from_lopsided_interval,
    from_rank,
    leaning,
)
from nof1_lab.inference.ground import Ground
from nof1_lab.study.analysis import Normal
from nof1_lab.study.candidate import Candidate
from nof1_lab.study.discount import Discount
from nof1_lab.study.measure import Measure
from nof1_lab.study.prior import Prior
from nof1_lab.study.shape import MOST_LEAN, Shape

How: TypeAlias = Literal["interval", "lopsided", "leaning", "sd", "confidence", "alone"]
TRUST = 0.3  # how far a model's ranks go with the benefits: a judgement, not evidence
LEAST_SURE = 0.505  # a smaller chance of its own sign says nothing of an estimate's spread
FURTHEST = 1e4  # smallest worthwhile changes, or one over it: claims beyond are slips of a unit
YARDSTICKS = ("SD", "SMD", "CORRELATION")  # units that no difference can be counted in
MOST = 1e9  # whatever the measure
LARGEST_LOG = log(100.0)  # of a factor


@dataclass(frozen=True, slots=True)
class Statement:
    """A belief, or None where none follows, and why; ``lacks`` names what would have to be known for it."""

    prior: Prior | None
    note: str
    lacks: Literal["", "usual"] = ""


def statement(candidate: Candidate, discount: Discount, ground: Ground) -> Statement:
    """What a candidate says, before any doubt."""
    if candidate.is_empty:
        return _by_rank(candidate, ground)
    if candidate.scale in ("odds", "log_odds"):
        return Statement(None, _no_odds(ground.measure))
    if candidate.unit.upper() in YARDSTICKS and ground.measure.unit.upper() not in YARDSTICKS:
        return Statement(None, _no_yardstick(ground.measure))
    if candidate.scale in ("ratio", "log_ratio"):
        return _by_factor(candidate, discount, ground)
    return _by_difference(candidate, ground)


def usual_level(discount: Discount, ground: Ground) -> float | None:
    """The level that a factor multiplies: as a person says, else the mean of the run-in."""
    return ground.usual if discount.usual is None else discount.usual


def _by_rank(candidate: Candidate, ground: Ground) -> Statement:
    """A rank among others says a little; a rank alone says nothing."""
    if candidate.rank is None or ground.ranked < 2:
        return Statement(None, "No effect is claimed, so nothing is assumed: the prior is nearly flat.")
    tau, measure = ground.spread_of_effects, ground.measure
    benefit = from_rank(candidate.rank, ground.ranked, tau=tau, trust=TRUST)
    mean = measure.direction * benefit.mean
    note = (
        f"Only a rank is given, {candidate.rank} of {ground.ranked}: it is taken for "
        f"{amount(mean, measure)}, give or take {amount(benefit.sd, measure)}, as if such effects "
        f"differed by {amount(tau, measure)} and ranks went with them by a correlation of {TRUST:g}; "
        "both are judgements."
    )
    return Statement(Prior.normal(candidate.name, mean, benefit.sd), note)


def _by_difference(candidate: Candidate, ground: Ground) -> Statement:
    measure = ground.measure
    if _largest(candidate) > _furthest(measure):
        return Statement(None, _beyond(measure))
    bell, how = _bell(candidate, wide=ground.day_sd, least=max(measure.worthwhile / FURTHEST, 1e-11))
    curve = _curve(candidate) if how == "lopsided" else None
    if curve is not None:
        leans = _words(candidate, Normal(curve.middle, curve.spread), "leaning", measure)
        return _within(Prior.shaped(candidate.name, curve), leans, measure)
    words = _words(candidate, bell, how, measure)
    return _within(Prior.normal(candidate.name, bell.mean, bell.sd), words, measure)


def _by_factor(candidate: Candidate, discount: Discount, ground: Ground) -> Statement:
    """A factor becomes a difference by the usual level, on a curve that leans."""
    measure, usual = ground.measure, usual_level(discount, ground)
    if usual is None or usual <= 0.0:
        return Statement(None, _no_level(measure, usual), "usual")
    logs = _logged(candidate) if candidate.scale == "ratio" else candidate
    if _largest(logs) > LARGEST_LOG:
        return Statement(None, _beyond(measure))
    bell, how = _bell(logs, wide=min(ground.day_sd / usual, MOST_LEAN), least=1.0 / FURTHEST)
    if bell.sd > MOST_LEAN or usual * exp(bell.mean) > _furthest(measure):
        return Statement(None, _beyond(measure))
    curve = Shape.of_ratio(bell.mean, bell.sd, usual)
    source = "the mean of the run-in" if discount.usual is None else "as it was given"
    unsure = " how sure it is was not said, so it is drawn wide;" if how == "alone" else ""
    note = (
        f"A factor of {plain(exp(bell.mean))} on a usual level of {amount(usual, measure)} ({source}) is a "
        f"difference of {amount(curve.middle, measure)};{unsure} its curve leans, as factors do."
    )
    return _within(Prior.shaped(candidate.name, curve), note, measure)


def _within(prior: Prior, note: str, measure: Measure) -> Statement:
    """The belief, unless it is so wide or so far off that it stems from a slip."""
    if max(prior.sd, abs(prior.mean)) > _furthest(measure):
        return Statement(None, _beyond(measure))
    return Statement(prior, note)


def _bell(candidate: Candidate, *, wide: float, least: float) -> tuple[Normal, How]:
    """Middle and spread on the candidate's own scale, by the best that it says of them."""
    middle, lower, upper = candidate.estimate, candidate.lower, candidate.upper
    if lower is not None and upper is not None:
        return _from_ends(middle, lower, upper, candidate.level, least)
    middle = middle or 0.0
    if candidate.sd is not None:
        return Normal(middle, max(candidate.sd, least)), "sd"
    if (candidate.confidence or 0.0) > LEAST_SURE and abs(middle) > least:
        bell = from_confidence(middle, candidate.confidence or 0.0)
        return Normal(middle, max(bell.sd, least)), "confidence"
    return Normal(middle, max(abs(middle), wide, least)), "alone"


def _from_ends(
    middle: float | None, lower: float, upper: float, level: float, least: float
) -> tuple[Normal, How]:
    if upper - lower < 10.0 * least:
        return Normal((lower + upper) / 2.0, least), "interval"
    if middle is None or abs(asymmetry(middle, lower, upper)) <= LOPSIDED:
        return from_interval(lower, upper, level), "interval"
    return from_lopsided_interval(middle, lower, upper, level), "lopsided"


def _curve(candidate: Candidate) -> Shape | None:
    if candidate.estimate is None or candidate.lower is None or candidate.upper is None:
        return None
    return leaning(candidate.estimate, candidate.lower, candidate.upper, candidate.level)


def _logged(candidate: Candidate) -> Candidate:
    """The same claim about the logarithm; its spread is one of the logarithm already."""
    ends = (candidate.estimate, candidate.lower, candidate.upper)
    estimate, lower, upper = (None if x is None else log(x) for x in ends)
    return replace(candidate, scale="log_ratio", estimate=estimate, lower=lower, upper=upper)


def _largest(candidate: Candidate) -> float:
    ends = (candidate.estimate, candidate.lower, candidate.upper)
    return max(abs(x) for x in ends if x is not None)


def _furthest(measure: Measure) -> float:
    return min(FURTHEST * measure.worthwhile, MOST)


def _words(candidate: Candidate, bell: Normal, how: How, measure: Measure) -> str:
    """How the numbers were read."""
    middle, spread = amount(bell.mean, measure), amount(bell.sd, measure)
    if candidate.lower is not None and candidate.upper is not None:
        ends = f"from {plain(candidate.lower)} to {amount(candidate.upper, measure)}"
        said = f"The {share(candidate.level)} interval {ends}"
        lopsided = f"{said} is lopsided around {plain(candidate.estimate or 0.0)}: check its scale;"
        return {
            "interval": f"{said}, read as a bell around {middle}, give or take {spread}.",
            "leaning": f"{lopsided} a curve that leans was drawn through the three.",
        }.get(how, f"{lopsided} two half bells were matched, around {middle}, give or take {spread}.")
    return {
        "sd": f"A bell around {middle}, give or take {spread}, as it was stated.",
        "confidence": (
            f"It is {share(candidate.confidence or 0.0)} sure of its direction: that is a bell around "
            f"{middle}, give or take {spread}."
        ),
    }.get(how, _alone(candidate, spread))


def _alone(candidate: Candidate, spread: str) -> str:
    lacking = "without an interval"
    if candidate.confidence is not None:
        lacking = f"with a confidence of {share(candidate.confidence)}, which gives no spread"
    return (
        f"The estimate comes {lacking}; a wide spread of {spread} is assumed: the estimate itself, or a "
        "day's own spread if that is more."
    )


def _no_odds(measure: Measure) -> str:
    return (
        f"The claim is a ratio of odds, which speaks of yes or no: it cannot be turned into a difference in "
        f"{measure.name}, so nothing is assumed; give it as a difference to use it."
    )


def _no_yardstick(measure: Measure) -> str:
    return (
        f"The claim is counted in standard deviations of a study, and how many {measure.unit or 'units'} one "
        f"of them is, is not known: nothing is assumed; give it as a difference in {measure.name} to use it."
    )


def _no_level(measure: Measure, usual: float | None) -> str:
    lacking = "is not known yet" if usual is None else f"is {amount(usual, measure)}, not above zero"
    return (
        f"The claim is a factor, and the usual level of {measure.name} that it multiplies {lacking}: nothing "
        "is assumed; give the usual level to use the claim."
    )


def _beyond(measure: Measure) -> str:
    return (
        f"The numbers of the claim are beyond all that a difference in {measure.name} could be, so nothing "
        "is assumed: check its unit and its scale."
    )
