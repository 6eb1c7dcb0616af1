"""The verdict as it is shown: what was believed, what the days say, and what to do, well apart."""

from typing import Any

import pandas as pd

from nof1_lab.inference.effect import Effect
from nof1_lab.inference.evidence import Evidence
from nof1_lab.inference.outcome import count as days_of
from nof1_lab.inference.prior import prior_of
from nof1_lab.inference.verdict import Verdict
from nof1_lab.study.document import Study
from nof1_lab.views import prior
from nof1_lab.views.message import take
from nof1_lab.views.sheet import STATIC, Component, Move, Part, Props, Sheet, Widget
from nof1_lab.views.words import by_chance, count, estimate, invented, learnt

HEADLINES = {
    "adopt": "Adopt {arm}.",
    "stop-no": "Stop: {arm} is not worth going on with.",
    "stop-harm": "Stop {arm}: it seems to do harm.",
    "continue": "Go on: it is not settled yet.",
}
STALE = "These numbers are from before your last change; new ones are being worked out."


class VerdictSheet(Sheet):
    """Hypothesis and evidence side by side, and the advice by the rule agreed before day one."""

    @staticmethod
    def read(study: Study, evidence: Evidence | None = None) -> tuple[Props, Part]:
        """The advice with all that it rests on; there is nothing to edit."""
        effects = evidence.effects if evidence else ()
        is_stale = evidence is not None and evidence.is_stale(study)
        props: Props = {
            "advice": evidence.verdict.advice if evidence else "",
            "headline": headline(evidence.verdict if evidence else None),
            "reason": evidence.verdict.reason if evidence else waiting(study),
            "hypothesis": {"text": hypothesis(study), "numbers": _beliefs(study)},
            "evidence": {"text": findings(evidence), "numbers": [_numbers(effect) for effect in effects]},
            "engine": evidence.engine if evidence else "",
            "stale": is_stale,
            "checks": [STALE] * is_stale + checks(evidence),
            "watermark": invented(study),
            "unit": study.measure.unit,
        }
        return props, {}

    @staticmethod
    def moves(study: Study, part: Part) -> tuple[Move, ...]:  # noqa: ARG004
        """None: a verdict follows, it is not chosen."""
        take(dict, part)
        return ()


class VerdictComponent(VerdictSheet, Component):  # pyright: ignore[reportIncompatibleMethodOverride] - Panel shows by serving
    """The verdict sheet for Panel."""

    _esm = STATIC / "verdict.js"


class VerdictWidget(VerdictSheet, Widget):
    """The verdict sheet for ipywidgets."""

    _esm = STATIC / "verdict.js"


def headline(verdict: Verdict | None) -> str:
    """The advice in a few words."""
    return HEADLINES[verdict.advice].format(arm=verdict.arm) if verdict else "There is no verdict yet."


def waiting(study: Study) -> str:
    """What has to be done before there can be a verdict."""
    if study.schedule is None:
        return "There is no schedule yet. Accept a candidate and draw one."
    return "No day of the schedule has a value yet. Write the first one into the diary."


def hypothesis(study: Study) -> str:
    """What the trial set out with."""
    arms = prior.arms(study)
    if not arms:
        return "Nothing is proposed yet."
    words = " ".join(prior.sentence(study, arm) for arm in arms)
    return f"This was believed before the trial; no day of your diary is in it. {words}"


def findings(evidence: Evidence | None) -> str:
    """What the days have added."""
    if evidence is None:
        return "No day counts yet, so there is no evidence."
    days, measure = days_of(evidence.table)["used"], evidence.study.measure
    words = " ".join(
        f"{estimate(effect, measure)} {learnt(effect, days, measure)}" for effect in evidence.effects
    )
    return f"This is what {count(days, 'day')} of your diary make of it. {words}"


def checks(evidence: Evidence | None) -> list[str]:
    """What to know before the numbers are believed, the order's own chance among it."""
    if evidence is None:
        return []
    return [
        engine(evidence),
        *(evidence.checks.reasons if evidence.checks and not evidence.checks.ok else ()),
        *evidence.disagreements,
        *evidence.verdict.cautions,
        by_chance(evidence.randomisation, evidence.effects[0]),
    ]


def engine(evidence: Evidence) -> str:
    """Whose numbers these are."""
    if evidence.fit is None:
        return "These numbers come from the exact engine; the sampled fit has not come in yet."
    if evidence.engine == "exact":
        return "The sampled fit did not pass its checks, so the numbers of the exact engine are shown."
    if evidence.disagreements:
        return "These numbers come from the sampled fit; the exact engine does not agree with all of them."
    return "These numbers come from the sampled fit; its checks are passed, and the exact engine agrees."


def table(evidence: Evidence) -> pd.DataFrame:
    """The chances that the rule looked at, for every arm."""
    rows = [
        {
            "arm": each.arm,
            "advice": each.advice,
            "worthwhile, own prior": each.numbers.own_worthwhile,
            "benefit, a sceptic's prior": each.numbers.sceptic_benefit,
            "worthwhile, days alone": each.numbers.flat_worthwhile,
            "harm, days alone": each.numbers.flat_harm,
            "reason": each.reason,
        }
        for each in evidence.verdict.arms
    ]
    return pd.DataFrame(rows)


def sentence(evidence: Evidence) -> str:
    """The verdict in words."""
    return f"{headline(evidence.verdict)} {evidence.verdict.reason}"


def _beliefs(study: Study) -> list[dict[str, Any]]:
    known = [(arm, prior.before(prior_of(study, arm), study.measure)) for arm in prior.arms(study)]
    return [
        {"arm": arm, "p_benefit": each.p_benefit, "p_worthwhile": each.p_worthwhile} for arm, each in known
    ]


def _numbers(effect: Effect) -> dict[str, Any]:
    keys = ("mean", "low", "high", "p_benefit", "p_worthwhile", "p_harm", "p_rope")
    return {"arm": effect.arm} | {key: float(getattr(effect, key)) for key in keys}
