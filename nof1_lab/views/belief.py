"""A belief as it crosses the seam: drawn as a curve, told as parts, or given as an answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

from nof1_lab.errors import PriorError
from nof1_lab.inference.effect import chance_beyond, chance_of_harm
from nof1_lab.inference.elicit import believed
from nof1_lab.inference.mixture import Mixture
from nof1_lab.study.discount import Discount
from nof1_lab.study.document import Study
from nof1_lab.study.measure import Measure
from nof1_lab.study.part import Part
from nof1_lab.study.plain import to_plain
from nof1_lab.study.prior import Prior
from nof1_lab.study.said import Said
from nof1_lab.study.shape import Shape
from nof1_lab.views.message import refusal
from nof1_lab.views.words import number

FURTHEST = 1e4  # what a sheet takes at all, in smallest worthwhile changes
Row: TypeAlias = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Hand:
    """A belief about one arm, set by hand in one of three ways; the others are None."""

    arm: str
    shape: Shape | None
    parts: tuple[Row, ...] | None
    vague: int
    said: Said | None


@dataclass(frozen=True, slots=True)
class Beliefs:
    """The beliefs and the doubts that were set by hand; for the other arms what the candidate says holds.

    ``why`` goes into the log with the change. ``trying`` is looked at only: no step comes of it.
    """

    priors: tuple[Hand, ...]
    discounts: tuple[Discount, ...]
    why: str
    trying: Hand | None


def told(prior: Prior) -> dict[str, Any]:
    """A prior that was set by hand, the way it was set."""
    hand: dict[str, Any] = {"arm": prior.arm, "shape": None, "parts": None, "vague": 0, "said": None}
    if prior.said is not None:
        return hand | {"said": to_plain(prior.said)}
    shape = shape_of(prior)
    if shape is not None:
        return hand | {"shape": to_plain(shape)}
    return hand | {"parts": rows(prior.parts), "vague": prior.vague}


def prior_from(study: Study, hand: Hand) -> Prior:
    """The prior that a hand set: the one that is known already, if it is that."""
    known = study.prior(hand.arm)
    if known is not None and _is_told(known, hand):
        return known
    prior = _made(study, hand)
    _require_measure(study.measure, prior)
    return prior


def shape_of(prior: Prior) -> Shape | None:
    """The curve that a prior can be drawn as; a single Normal is a bell, however it was given."""
    if prior.shape is None and prior.is_normal:
        return Shape("normal", prior.mean, prior.sd)
    return prior.shape


def rows(parts: Iterable[Part]) -> list[list[float]]:
    """Weight, middle and spread of every part."""
    return [[part.weight, part.mean, part.sd] for part in parts]


def seen(prior: Prior, measure: Measure) -> dict[str, Any]:
    """A belief with all that the browser draws of it."""
    shape, belief = shape_of(prior), Mixture.prior(prior)
    return {
        "mean": prior.mean,
        "sd": prior.sd,
        "shape": to_plain(shape) if shape else None,
        "parts": rows(prior.parts),
        "vague": prior.vague,
        "said": to_plain(prior.said) if prior.said else None,
        **chances(belief, measure),
    }


def chances(belief: Mixture, measure: Measure) -> dict[str, float]:
    """Better at all, better by enough, and worse by that much."""
    return {
        "p_benefit": chance_beyond(belief, measure, 0.0),
        "p_worthwhile": chance_beyond(belief, measure, measure.worthwhile),
        "p_harm": chance_of_harm(belief, measure),
    }


def _is_told(known: Prior, hand: Hand) -> bool:
    """Whether a known prior is the one that a hand tells."""
    if hand.said is not None or known.said is not None:
        return known.said == hand.said and hand.shape is None and hand.parts is None
    if hand.shape is not None:
        return shape_of(known) == hand.shape
    parts = tuple((part.weight, part.mean, part.sd) for part in known.parts)
    return known.shape is None and parts == hand.parts and known.vague == hand.vague


def _made(study: Study, hand: Hand) -> Prior:
    given = [each for each in (hand.shape, hand.parts, hand.said) if each is not None]
    if len(given) != 1:
        raise refusal(f"The prior of {hand.arm!r} is set in {len(given)} ways", "One way")
    if hand.said is not None:
        return believed(study, hand.arm, hand.said)
    shape = hand.shape
    if shape is not None and shape.family == "normal":
        return Prior.normal(hand.arm, shape.middle, shape.spread)
    if shape is not None:
        return Prior.shaped(hand.arm, shape)
    parts = tuple(Part(*row) for row in hand.parts or ())
    return Prior(hand.arm, parts, vague=hand.vague)


def _require_measure(measure: Measure, prior: Prior) -> None:
    """Refuse what no drag and no slip of a key could mean."""
    enough, shape = measure.worthwhile, shape_of(prior)
    spots = [(shape.middle, shape.spread)] if shape else [(part.mean, part.sd) for part in prior.parts]
    for middle, spread in spots:
        if abs(middle) > FURTHEST * enough or not enough / FURTHEST <= spread <= FURTHEST * enough:
            raise PriorError(
                f"A prior around {number(middle)} with a spread of {spread:.3g} is beyond all measure.",
                f"A spread from {enough / FURTHEST:g} to {enough * FURTHEST:g} was expected.",
                "Choose a middle and a spread near the smallest worthwhile change.",
            )
