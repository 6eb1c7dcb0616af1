"""From what a candidate claims to a belief about the difference it makes: a few closed forms."""

from functools import cache
from math import expm1, log, pi, sqrt
from statistics import NormalDist

from nof1_lab.errors import PriorError
from nof1_lab.study.analysis import Normal
from nof1_lab.study.prior import Part, Prior
from nof1_lab.study.shape import MOST_LEAN, Shape

LOPSIDED = 0.10  # an estimate further from the middle of its interval than this share of it is lopsided


def from_interval(lower: float, upper: float, level: float = 0.95) -> Normal:
    """The Normal whose central interval of that level this is.

    >>> round(from_interval(-0.8, 0.0).sd, 4)
    0.2041
    """
    return Normal((lower + upper) / 2.0, (upper - lower) / (2.0 * reach(level)))


def from_lopsided_interval(estimate: float, lower: float, upper: float, level: float = 0.95) -> Normal:
    """The Normal with mean and spread of two half bells that meet at the estimate."""
    left, right = (estimate - lower) / reach(level), (upper - estimate) / reach(level)
    mean = estimate + sqrt(2.0 / pi) * (right - left)
    return Normal(mean, sqrt((1.0 - 2.0 / pi) * (right - left) ** 2 + left * right))


def leaning(middle: float, lower: float, upper: float, level: float = 0.95) -> Shape | None:
    """The curve that leans through three points, its median in the middle; None when none leans so far.

    With z standard deviations to each end, ``(upper - middle) / (middle - lower) = exp(lean z)``.
    """
    z, left, right = reach(level), middle - lower, upper - middle
    if left <= 0.0 or right <= 0.0:
        return None
    lean = log(right / left) / z
    if abs(lean) > MOST_LEAN:
        return None
    return Shape("skewed", middle, spread_through(right, lean, z), lean=lean)


def spread_through(right: float, lean: float, z: float) -> float:
    """The spread of a curve whose point at ``z`` lies ``right`` of its median."""
    return right / z if abs(lean) < 1e-9 else right * lean / expm1(lean * z)


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


def blom(rank: int, many: int) -> float:
    """What the best, the second best, ... of so many standard Normals may be expected to be: Blom's score."""
    return NormalDist().inv_cdf((many - rank + 1.0 - 0.375) / (many + 0.25))


def from_rank(rank: int, many: int, *, tau: float, trust: float, centre: float = 0.0) -> Normal:
    """The benefit that a rank among so many stands for.

    Benefits of such things spread by ``tau`` around ``centre``, and ranks go with them by a correlation of
    ``trust``: the mean is ``centre + tau trust b`` with Blom's score b, the spread
    ``tau sqrt(1 - trust^2 mean b^2)`` with the mean over all ranks.
    """
    known = trust**2 * _mean_square(many)
    return Normal(centre + tau * trust * blom(rank, many), tau * sqrt(1.0 - known))


@cache
def _mean_square(many: int) -> float:
    return sum(blom(rank, many) ** 2 for rank in range(1, many + 1)) / many


def moved(prior: Prior, mean: float, sd: float) -> Prior:
    """The same curve at another middle and with another spread: every part is moved and stretched."""
    if (mean, sd) == (prior.mean, prior.sd):
        return prior
    wider = sd / prior.sd
    if prior.shape is not None:
        middle = mean + wider * (prior.shape.middle - prior.mean)
        shape = prior.shape
        return Prior.shaped(
            prior.arm, Shape(shape.family, middle, wider * shape.spread, shape.tail, shape.lean)
        )  # fmt: skip
    parts = tuple(
        Part(part.weight, mean + wider * (part.mean - prior.mean), wider * part.sd) for part in prior.parts
    )
    return Prior(prior.arm, parts)


def reach(level: float) -> float:
    """How many standard deviations the ends of a central interval lie from its middle."""
    return NormalDist().inv_cdf((1.0 + level) / 2.0)
