"""How like the people of the evidence this person is, and what follows for the claim.

There are four ways to say it. An answer in words and a relative accuracy give a correlation r, from 1 (just
like them) to 0 (nothing in common). The shares of groups give a variance to be added, and so does the overlap
of covariates: neither of them is a correlation.
"""

from collections.abc import Sequence
from math import hypot, sqrt

from nof1_lab.errors import PriorError
from nof1_lab.study.analysis import Normal
from nof1_lab.study.discount import Discount, Likeness

ALIKE: dict[Likeness, float] = {"": 1.0, "most": 1.0, "some": 0.8, "few": 0.5, "none": 0.2}
LEAST_OVERLAP = 1e-4  # so that a claim is made at most a hundred times as wide


def correlation(discount: Discount) -> float:
    """The correlation r that a person's answer or a relative accuracy stands for; 1 when neither is given.

    In words: most 1, some 0.8, few 0.5, none 0.2. By accuracy: r is the square root of how much of the
    variance a prediction explains in people like this person, against the people it was made from.
    """
    if discount.way == "answer":
        return ALIKE[discount.likeness]
    if discount.way == "accuracy" and discount.accuracy is not None:
        return from_accuracy(discount.accuracy)
    return 1.0


def from_accuracy(accuracy: float) -> float:
    """The correlation is the square root of the relative accuracy, a ratio of variances explained."""
    return sqrt(accuracy)


def of_groups(shares: Sequence[float], own: int | None, apart: float) -> float:
    """The spread to be added when the evidence is about groups whose effects differ by ``apart``.

    Its square is ``apart^2 [(1 - p_own)^2 + the sum of the squared shares of all other groups]``: the
    person's own group against the mean over everybody. A group that is not in the evidence has the share 0.
    """
    held = 0.0 if own is None else shares[own]
    others = sum(share**2 for i, share in enumerate(shares) if i != own)
    return apart * sqrt((1.0 - held) ** 2 + others)


def from_groups(discount: Discount, apart: float) -> float:
    """The spread that the groups of an answer add; people whom no group names are one more group."""
    known = sum(group.share for group in discount.groups if group.share is not None)
    silent = sum(group.share is None for group in discount.groups)
    rest = max(0.0, 1.0 - known)
    shares = [rest / silent if group.share is None else group.share for group in discount.groups]
    whole = [share / max(1.0, known) for share in shares] + ([] if silent else [rest])
    names = [group.name for group in discount.groups]
    return of_groups(whole, names.index(discount.own) if discount.own in names else None, apart)


def effective(weights: Sequence[float]) -> float:
    """How many people weighted people are worth: the squared sum of the weights over the sum of squares."""
    return sum(weights) ** 2 / sum(weight**2 for weight in weights)


def thinned(claim: Normal, overlap: float) -> Normal:
    """The claim when its people are worth only that share of themselves: the spread over the root of it."""
    return Normal(claim.mean, claim.sd / sqrt(max(overlap, LEAST_OVERLAP)))


def widened(claim: Normal, spread: float) -> Normal:
    """The claim with a spread added to its own: variances add up."""
    return Normal(claim.mean, hypot(claim.sd, spread))


def transport(claim: Normal, *, r: float, tau0: float, centre: float = 0.0) -> Normal:
    """The claim for people whose effects correlate by ``r`` with those it was found in; never sharper.

    The middle goes to ``centre + r (m - centre)``, the variance to ``r^2 s^2 + (1 - r^2) t^2``. Without
    ``t = max(tau0, s)`` a doubtful claim would come out sharper than it went in.
    """
    if not 0.0 <= r <= 1.0:
        raise PriorError(
            f"The correlation with the people of the evidence is {r:g}.",
            "A number from 0 (nothing in common) to 1 (just like them) was expected.",
            "Choose a number from 0 to 1.",
        )
    if r == 1.0:
        return claim
    apart = max(tau0, claim.sd)
    return Normal(
        centre + r * (claim.mean - centre), sqrt(r**2 * claim.sd**2 + (1.0 - r**2) * apart**2)
    )  # fmt: skip
