"""What is believed of each arm, as it is shown and set by hand."""

import math
from dataclasses import asdict, dataclass
from typing import Any, TypeAlias

import pandas as pd

from nof1_lab.errors import PriorError
from nof1_lab.inference.effect import Before, Effect, chance_beyond, effects
from nof1_lab.inference.evidence import Evidence
from nof1_lab.inference.likelihood import likelihood
from nof1_lab.inference.mixture import Mixture
from nof1_lab.inference.prior import derived, origin_of, prior_of, waterfall
from nof1_lab.study.document import Study
from nof1_lab.study.measure import Measure
from nof1_lab.study.prior import Prior
from nof1_lab.study.steps import believe, doubt
from nof1_lab.views.message import take
from nof1_lab.views.schedule import REFERENCE, of_this_trial
from nof1_lab.views.sheet import STATIC, Component, Move, Part, Props, Sheet, Widget, require_open
from nof1_lab.views.words import about, number, supposed, with_unit

NARROWEST, WIDEST = 0.05, 20.0  # spreads offered, in smallest worthwhile changes
Curve: TypeAlias = dict[str, list[float]]
Curves: TypeAlias = dict[str, tuple[object, Curve]]
FURTHEST = 1e4  # what a sheet takes at all, in the same


@dataclass(frozen=True, slots=True)
class Belief:
    """A bell for one arm, set by hand."""

    arm: str
    mean: float
    sd: float


@dataclass(frozen=True, slots=True)
class Beliefs:
    """The bells that were set by hand; for the other arms what the candidate says holds."""

    priors: tuple[Belief, ...]


class PriorSheet(Sheet):
    """Drag the middle and the spread of a belief, and see what the diary makes of it."""

    def __init__(self, study: Study | None = None, evidence: Evidence | None = None, **layout: Any) -> None:
        self._curves: Curves = {}
        super().__init__(study, evidence, **layout)

    def _reading(self, study: Study, evidence: Evidence | None) -> tuple[Props, Part]:
        return self.read(study, evidence, curves=self._curves)

    @staticmethod
    def read(
        study: Study, evidence: Evidence | None = None, *, curves: Curves | None = None
    ) -> tuple[Props, Part]:
        """Every arm with its claim, its likelihood and its posterior, and the beliefs set by hand.

        ``curves`` are the likelihoods of the last reading: an arm's own prior is not in its likelihood,
        so that dragging it need not work the curve out again.
        """
        measure, evidence = study.measure, of_this_trial(study, evidence)
        exact = evidence_on(study, evidence)
        known = curves if curves is not None else {}
        props: Props = {
            "unit": measure.unit,
            "measure": measure.name,
            "direction": int(measure.direction),
            "worthwhile": measure.worthwhile,
            "domain": list(domain(study, evidence)),
            "sd_range": list(sd_range(study)),
            "arms": [
                _arm(study, arm, exact.get(arm), _curve(study, evidence, arm, known)) for arm in arms(study)
            ],
            "status": _status(study, evidence),
            "note": note(study, evidence),
            "locked": bool(study.registration),
        }
        hand = [prior for arm in arms(study) if (prior := study.prior(arm))]
        return props, {"priors": [{"arm": prior.arm, "mean": prior.mean, "sd": prior.sd} for prior in hand]}

    @staticmethod
    def moves(study: Study, part: Part) -> tuple[Move, ...]:
        """One belief for all bells that differ, and one doubt for those taken back."""
        wanted: Beliefs = take(Beliefs, part)
        new = tuple(_prior(study, belief) for belief in wanted.priors)
        if len({prior.arm for prior in new}) < len(new):
            raise PriorError(
                "One arm has two priors.", "One prior for each arm was expected.", "Keep one of them."
            )
        changed = tuple(prior for prior in new if not _is_known(study, prior))
        gone = tuple(
            arm for arm in arms(study) if study.prior(arm) and arm not in {prior.arm for prior in new}
        )
        if changed or gone:
            require_open(study)
        moves = [Move(doubt, gone)] if gone else []
        return tuple(moves + ([Move(believe, changed)] if changed else []))


class PriorComponent(PriorSheet, Component):  # pyright: ignore[reportIncompatibleMethodOverride] - Panel shows by serving
    """The prior sheet for Panel."""

    _esm = STATIC / "prior.js"


class PriorWidget(PriorSheet, Widget):
    """The prior sheet for ipywidgets."""

    _esm = STATIC / "prior.js"


def arms(study: Study) -> tuple[str, ...]:
    """The arms of the schedule, or all candidates while there is none."""
    return study.schedule.arms if study.schedule else tuple(candidate.name for candidate in study.candidates)


def before(prior: Prior, measure: Measure) -> Before:
    """A prior in numbers."""
    belief = Mixture.prior(prior)
    benefit, enough = (chance_beyond(belief, measure, change) for change in (0.0, measure.worthwhile))
    return Before(belief.mean, belief.sd, benefit, enough)


def evidence_on(study: Study, evidence: Evidence | None) -> dict[str, Effect]:
    """What the exact engine says of every arm; the sheet's own curves are held to it."""
    return {effect.arm: effect for effect in effects(evidence.exact, study.measure)} if evidence else {}


def domain(study: Study, evidence: Evidence | None = None) -> tuple[float, float]:
    """The range of effects to look at, rounded outwards so that it rests while a belief moves."""
    measure = study.measure
    least = 4.0 * measure.worthwhile
    ends = [-least, least]
    for arm in arms(study):
        claim, hand = derived(study, arm), study.prior(arm)
        if origin_of(study, arm) != "nothing known" and claim.sd < WIDEST * measure.worthwhile:
            ends += [claim.mean - 3.0 * claim.sd, claim.mean + 3.0 * claim.sd]
        if hand:
            ends += [hand.mean - measure.worthwhile, hand.mean + measure.worthwhile]
    for effect in evidence_on(study, evidence).values():
        ends += [effect.low, effect.high]
    step = 2.0 * measure.worthwhile
    return math.floor(min(ends) / step) * step, math.ceil(max(ends) / step) * step


def sd_range(study: Study) -> tuple[float, float]:
    """The spreads that can be dragged to."""
    enough = study.measure.worthwhile
    known = [prior_of(study, arm).sd for arm in arms(study)]
    return min([NARROWEST * enough, *known]), max([WIDEST * enough, *known])


def note(study: Study, evidence: Evidence | None) -> str:
    """What a person should know about what they see."""
    if study.registration:
        return "The protocol is registered: another prior would be an amendment, and needs a reason."
    if evidence is None:
        return "No day counts yet: what you see is belief alone."
    if evidence.is_stale(study):
        return "The curves after the trial are from before your last change; new ones are on their way."
    mixed = [arm for arm in arms(study) if not prior_of(study, arm).is_normal]
    return f"The prior of {mixed[0]} is a mixture, drawn here as the one bell closest to it." if mixed else ""


def table(study: Study) -> pd.DataFrame:
    """The prior of every arm and what it means."""
    rows = [
        {
            "arm": arm,
            "from": origin_of(study, arm),
            "mean": prior.mean,
            "sd": prior.sd,
            "chance of benefit": (numbers := before(prior, study.measure)).p_benefit,
            "chance of a worthwhile benefit": numbers.p_worthwhile,
        }
        for arm in arms(study)
        for prior in [prior_of(study, arm)]
    ]
    return pd.DataFrame(rows)


def stages(study: Study, arm: str) -> list[dict[str, Any]]:
    """The way from what the candidate claims to what is believed of this person."""
    return [asdict(stage) for stage in waterfall(study, arm)] if study.candidate(arm) else []


def sentence(study: Study, arm: str) -> str:
    """The prior of an arm in words."""
    prior = prior_of(study, arm)
    source = {
        "hand": "set by hand",
        "candidate": "from what was proposed",
        "nothing known": "nearly flat, as nothing is known",
    }[origin_of(study, arm)]
    words = supposed(arm, before(prior, study.measure), study.measure)
    return (
        f"{words} The prior is {source}: around {about(prior.mean, study.measure)}, give or take"
        f" {with_unit(about(prior.sd, study.measure), study.measure)}."
    )


def _arm(study: Study, arm: str, effect: Effect | None, curve: Curve | None) -> dict[str, Any]:
    candidate, claim = study.candidate(arm), derived(study, arm)
    shown = stages(study, arm)
    keys = ("mean", "sd", "low", "high", "p_benefit", "p_worthwhile", "p_harm")
    return {
        "arm": arm,
        "reference": study.schedule.reference if study.schedule else REFERENCE,
        "stated": {key: shown[0][key] for key in ("mean", "sd")} if candidate and len(shown) > 1 else None,
        "derived": {"mean": claim.mean, "sd": claim.sd},
        "origin": origin_of(study, arm),
        "waterfall": shown,
        "likelihood": curve,
        "python": {key: float(getattr(effect, key)) for key in keys} if effect else None,
    }


def _curve(study: Study, evidence: Evidence | None, arm: str, known: Curves) -> Curve | None:
    if evidence is None:
        return None
    ends, others = domain(study, evidence), tuple(prior for prior in evidence.priors if prior.arm != arm)
    source = (ends, others, evidence.nuisance, evidence.study.diary, evidence.study.schedule)
    if arm not in known or known[arm][0] != source:
        curve = likelihood(evidence.exact, arm, domain=ends)
        known[arm] = (source, {"theta": curve.theta.tolist(), "log": (curve.log - curve.log.max()).tolist()})
    return known[arm][1]


def _status(study: Study, evidence: Evidence | None) -> str:
    return "" if evidence is None else "stale" if evidence.is_stale(study) else "exact"


def _prior(study: Study, belief: Belief) -> Prior:
    enough = study.measure.worthwhile
    if abs(belief.mean) > FURTHEST * enough or not enough / FURTHEST <= belief.sd <= FURTHEST * enough:
        raise PriorError(
            f"A prior around {number(belief.mean)} with a spread of {belief.sd:.3g} is beyond all measure.",
            f"A spread from {enough / FURTHEST:g} to {enough * FURTHEST:g} was expected.",
            "Choose a middle and a spread near the smallest worthwhile change.",
        )
    return Prior.normal(belief.arm, belief.mean, belief.sd)


def _is_known(study: Study, prior: Prior) -> bool:
    """A mixture that comes back as the one bell it was shown as has not been changed."""
    known = study.prior(prior.arm)
    return known is not None and (known.mean, known.sd) == (prior.mean, prior.sd)
