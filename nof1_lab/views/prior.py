"""What is believed of each arm, as it is shown and set by hand."""

import math
from typing import Any, TypeAlias

import pandas as pd

from nof1_lab.errors import NofOneError, PriorError
from nof1_lab.inference.effect import Before, Effect, effects
from nof1_lab.inference.evidence import Evidence
from nof1_lab.inference.likelihood import likelihood
from nof1_lab.inference.mixture import Mixture
from nof1_lab.inference.prior import derived, origin_of, prior_of, stated
from nof1_lab.study.discount import Discount
from nof1_lab.study.document import Study
from nof1_lab.study.measure import Measure
from nof1_lab.study.plain import to_plain
from nof1_lab.study.prior import Prior
from nof1_lab.study.steps import believe, discount, doubt
from nof1_lab.views.belief import Beliefs, Hand, chances, prior_from, told
from nof1_lab.views.claim import considered, ladder, tried
from nof1_lab.views.message import take
from nof1_lab.views.schedule import REFERENCE, of_this_trial
from nof1_lab.views.sheet import STATIC, Component, Move, Part, Props, Sheet, Widget, require_reason
from nof1_lab.views.words import about, supposed, with_unit

NARROWEST, WIDEST = 0.05, 20.0  # spreads offered, in smallest worthwhile changes
Curve: TypeAlias = dict[str, list[float]]
Curves: TypeAlias = dict[str, tuple[object, Curve]]


class PriorSheet(Sheet):
    """Draw a belief, answer for it, or doubt a claim; and see what the diary makes of it."""

    def __init__(self, study: Study | None = None, evidence: Evidence | None = None, **layout: Any) -> None:
        self._curves: Curves = {}
        self._calm: Props = {}
        self._draft: Part | None = None
        super().__init__(study, evidence, **layout)

    def _reading(self, study: Study, evidence: Evidence | None) -> tuple[Props, Part]:
        self._calm, part = self.read(study, evidence, curves=self._curves)
        return self._ahead(study), part

    @staticmethod
    def read(
        study: Study, evidence: Evidence | None = None, *, curves: Curves | None = None
    ) -> tuple[Props, Part]:
        """Every arm with its claim, its doubts, its likelihood and its posterior, and what was set by hand.

        ``curves`` are the likelihoods of the last reading: an arm's own prior is not in its likelihood,
        so that dragging it need not work the curve out again.
        """
        measure, evidence = study.measure, of_this_trial(study, evidence)
        exact = evidence_on(study, evidence)
        known, ends = curves if curves is not None else {}, domain(study, evidence)
        props: Props = {
            "unit": measure.unit,
            "measure": measure.name,
            "direction": int(measure.direction),
            "worthwhile": measure.worthwhile,
            "domain": list(ends),
            "sd_range": list(sd_range(study)),
            "arms": [
                _arm(study, arm, exact.get(arm), _curve(evidence, arm, ends, known)) for arm in arms(study)
            ],
            "status": _status(study, evidence),
            "note": note(study, evidence),
            "locked": bool(study.registration),
        }
        hand = [told(prior) for arm in arms(study) if (prior := study.prior(arm))]
        doubts = [to_plain(each) for each in study.discounts if each.arm in arms(study)]
        return props, {"priors": hand, "discounts": doubts, "why": "", "trying": None}

    @staticmethod
    def moves(study: Study, part: Part) -> tuple[Move, ...]:
        """One belief for all curves that differ, one doubt for those taken back, one discount for claims."""
        wanted: Beliefs = take(Beliefs, part)
        new = tuple(prior_from(study, hand) for hand in wanted.priors)
        if len({prior.arm for prior in new}) < len(new):
            raise PriorError(
                "One arm has two priors.", "One prior for each arm was expected.", "Keep one of them."
            )
        changed = tuple(prior for prior in new if prior != study.prior(prior.arm))
        gone = tuple(
            arm for arm in arms(study) if study.prior(arm) and arm not in {prior.arm for prior in new}
        )
        doubts = tuple(each for each in wanted.discounts if each != study.discount(each.arm))
        why = wanted.why.strip()
        if changed or gone or doubts:
            require_reason(study, why)
        steps = ((doubt, gone), (discount, doubts), (believe, changed))
        return tuple(Move(step, arguments, why) for step, arguments in steps if arguments)

    def follow(self, study: Study, part: Part, *, settled: bool) -> Props | None:
        """What would be believed: of a drag while it lasts, of an answer while it is tried."""
        is_open = not settled or part.get("trying") is not None
        self._draft = part if is_open else None
        return self._ahead(study)

    def _ahead(self, study: Study) -> Props:
        """The sheet as it would be: only the arms that a draft changes are worked out again."""
        if self._draft is None:
            return self._calm
        try:
            after, trying = imagined(study, self._draft)
        except NofOneError:  # the study has moved on under a draft
            self._draft = None
            return self._calm
        shown = [
            _redone(known, study, after, trying if trying and trying.arm == known["arm"] else None)
            for known in self._calm["arms"]
        ]
        return self._calm | {"arms": shown}


class PriorComponent(PriorSheet, Component):  # pyright: ignore[reportIncompatibleMethodOverride] - Panel shows by serving
    """The prior sheet for Panel."""

    _esm = STATIC / "prior.js"


class PriorWidget(PriorSheet, Widget):
    """The prior sheet for ipywidgets."""

    _esm = STATIC / "prior.js"


def imagined(study: Study, part: Part) -> tuple[Study, Hand | None]:
    """The study as a draft would make it, and what is only tried."""
    wanted: Beliefs = take(Beliefs, part)
    hands = tuple(prior_from(study, hand) for hand in wanted.priors)
    gone = tuple(prior.arm for prior in study.priors if prior.arm not in {hand.arm for hand in hands})
    doubts: tuple[Discount, ...] = wanted.discounts
    return believe(discount(doubt(study, *gone), *doubts), *hands), wanted.trying


def _redone(known: dict[str, Any], before: Study, after: Study, trying: Hand | None) -> dict[str, Any]:
    arm = known["arm"]
    if (before.prior(arm), before.discount(arm)) != (after.prior(arm), after.discount(arm)):
        known = known | considered(after, arm)
    return known if trying is None else known | {"fit": tried(prior_from(after, trying), after.measure)}


def arms(study: Study) -> tuple[str, ...]:
    """The arms of the schedule, or all candidates while there is none."""
    return study.schedule.arms if study.schedule else tuple(candidate.name for candidate in study.candidates)


def before(prior: Prior, measure: Measure) -> Before:
    """A prior in numbers."""
    belief = Mixture.prior(prior)
    known = chances(belief, measure)
    return Before(belief.mean, belief.sd, known["p_benefit"], known["p_worthwhile"])


def evidence_on(study: Study, evidence: Evidence | None) -> dict[str, Effect]:
    """What the exact engine says of every arm; the sheet's own curves are held to it."""
    return {effect.arm: effect for effect in effects(evidence.exact, study.measure)} if evidence else {}


def domain(study: Study, evidence: Evidence | None = None) -> tuple[float, float]:
    """The range of effects to look at, rounded outwards so that it rests while a belief moves."""
    measure = study.measure
    least, most = 4.0 * measure.worthwhile, WIDEST * measure.worthwhile
    ends = [-least, least]
    for arm in arms(study):
        claim, hand = stated(study, arm), study.prior(arm)
        for known in (claim, derived(study, arm)) if claim else ():
            if known.sd < most:
                ends += [known.mean - 3.0 * known.sd, known.mean + 3.0 * known.sd]
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
    return ""


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
    return ladder(study, arm) if study.candidate(arm) else []


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
    keys = ("mean", "sd", "low", "high", "p_benefit", "p_worthwhile", "p_harm")
    return {
        "arm": arm,
        "reference": study.schedule.reference if study.schedule else REFERENCE,
        **considered(study, arm),
        "fit": None,
        "likelihood": curve,
        "python": {key: float(getattr(effect, key)) for key in keys} if effect else None,
    }


def _curve(evidence: Evidence | None, arm: str, ends: tuple[float, float], known: Curves) -> Curve | None:
    if evidence is None:
        return None
    others = tuple(prior for prior in evidence.priors if prior.arm != arm)
    source = (others, evidence.nuisance, evidence.study.diary, evidence.study.schedule)
    if arm not in known or known[arm][0] != source or not _covers(known[arm][1]["theta"], ends):
        curve = likelihood(evidence.exact, arm, domain=ends)
        known[arm] = (source, {"theta": curve.theta.tolist(), "log": (curve.log - curve.log.max()).tolist()})
    return known[arm][1]


def _covers(theta: list[float], ends: tuple[float, float]) -> bool:
    """Whether a curve reaches over all that is looked at; it was worked out for more than that."""
    return theta[0] <= ends[0] and ends[1] <= theta[-1]


def _status(study: Study, evidence: Evidence | None) -> str:
    return "" if evidence is None else "stale" if evidence.is_stale(study) else "exact"
