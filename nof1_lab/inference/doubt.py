"""The doubts about a claim, each a closed form; none of them ever sharpens it or turns its sign."""

from dataclasses import replace
from math import exp, hypot, log, sqrt

from scipy.optimize import brentq

from nof1_lab.inference.block import Block
from nof1_lab.inference.claim import moved
from nof1_lab.inference.mixture import Mixture
from nof1_lab.inference.size import elir
from nof1_lab.study.analysis import Normal
from nof1_lab.study.candidate import Design
from nof1_lab.study.prior import Part, Prior

SHIFT, SLOPE, SURENESS = 0.3, 0.5, 0.5  # of claims that nobody has checked yet: see ``recalibrate``
KEPT = 0.8  # of the belief, by a claim from a trial in people like this person, times its grade
GRADES: dict[Design, float] = {"trial": 0.9, "cohort": 0.6, "mechanism": 0.4, "none": 0.2, "": 0.2}
FAINT = 1e-6  # a smaller share of the belief is none
WIDEST = 1e4  # times as wide as it was: further a claim is not widened on its own
LEAST_BLOCKS = 0.01  # what a prior is always allowed to be worth


def recalibrate(claim: Normal, day_sd: float) -> Normal:
    """The claim as those of an unknown forecaster should be taken, before any of them was put to the test.

    Such claims may all be off by some ``b0 ~ N(0, 0.3 day_sd)``, too strong or too weak by a factor
    ``b1 ~ N(1, 0.5)``, and surer or less sure than they should be by a factor ``kappa`` with
    ``log kappa ~ N(0, 0.5)``. The middle stays; the variance becomes ``E[kappa^2] s^2 + var b0 + m^2 var b1``
    with ``E[kappa^2] = e^0.5``.
    """
    surer = exp(2.0 * SURENESS**2) * claim.sd**2
    return Normal(claim.mean, sqrt(surer + (SHIFT * day_sd) ** 2 + (SLOPE * claim.mean) ** 2))


def corrected(claim: Normal, *, shift: float, slope: float, inflation: float) -> Normal:
    """The claim of a forecaster whose errors are known: ``shift + slope m``, with ``inflation`` times s."""
    return Normal(shift + slope * claim.mean, inflation * claim.sd)


def to_person(population: Normal, between_persons: float) -> Normal:
    """The effect in one person when the interval speaks of the mean of many: variances add up."""
    return Normal(population.mean, hypot(population.sd, between_persons))


def between_persons(mean: float, day_sd: float) -> float:
    """A judgement, not evidence: persons differ by half the mean effect, or a quarter of a day's spread."""
    return max(0.5 * abs(mean), 0.25 * day_sd)


def weight_of(design: Design) -> float:
    """A judgement, not evidence: the belief that a claim keeps, by the kind of its evidence."""
    return KEPT * GRADES[design]


def robustify(claim: Prior, *, weight: float, vague_sd: float) -> Prior:
    """The claim with that weight, and a vague belief around no effect with the rest."""
    if weight > 1.0 - FAINT:
        return claim
    if weight < FAINT:
        return Prior.normal(claim.arm, 0.0, vague_sd)
    kept = tuple(Part(weight * part.weight, part.mean, part.sd) for part in claim.parts)
    return Prior(claim.arm, (*kept, Part(1.0 - weight, 0.0, vague_sd)), vague=1)


def cap(prior: Prior, block: Block, most: float) -> tuple[Prior, float]:
    """The prior, worth ``most`` blocks at most, and how many times as wide its claim became for that.

    The claim alone is widened, by the factor at which the prior is worth exactly so much. Where even that
    is not enough, because the room for being wrong is worth more, everything is widened alike.
    """
    most = max(most, LEAST_BLOCKS)
    now = elir(Mixture.prior(prior), block.sd)
    if now <= most:
        return prior, 1.0
    if prior.vague == 0:
        wider = sqrt(now / most)
        return moved(prior, prior.mean, wider * prior.sd), wider

    def excess(log_wider: float) -> float:
        return elir(Mixture.prior(with_wider_claim(prior, exp(log_wider))), block.sd) - most

    last = 1.0
    while last < WIDEST:
        if excess(log(2.0 * last)) <= 0.0:
            wider = exp(float(brentq(excess, log(last), log(2.0 * last), xtol=1e-12)))  # pyright: ignore[reportArgumentType]
            return with_wider_claim(prior, wider), wider
        last *= 2.0
    wider = sqrt(now / most)
    return with_all_wider(prior, wider), wider


def with_wider_claim(prior: Prior, wider: float) -> Prior:
    """The prior with every part of its claim stretched about the claim's middle."""
    claim = prior.parts[: len(prior.parts) - prior.vague]
    held = sum(part.weight for part in claim)
    middle = sum(part.weight * part.mean for part in claim) / held
    stretched = (Part(part.weight, middle + wider * (part.mean - middle), wider * part.sd) for part in claim)
    return Prior(prior.arm, (*stretched, *prior.parts[len(claim) :]), vague=prior.vague)


def with_all_wider(prior: Prior, wider: float) -> Prior:
    """The prior with all its parts, claim or not, stretched about its middle."""
    return replace(with_wider_claim(replace(prior, vague=0), wider), vague=prior.vague)


def power(claim: Normal, *, share: float, initial: Normal) -> Normal:
    """A claim that counts with a share of its weight, on top of an initial belief."""
    known, open_mind = share / claim.sd**2, 1.0 / initial.sd**2
    return Normal(
        (known * claim.mean + open_mind * initial.mean) / (known + open_mind), (known + open_mind) ** -0.5
    )  # fmt: skip


def commensurate(claim: Normal, tau: float) -> Normal:
    """A claim about effects that differ from this person's by about ``tau``."""
    return Normal(claim.mean, hypot(claim.sd, tau))
