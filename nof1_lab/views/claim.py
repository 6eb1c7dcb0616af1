"""One arm on the prior sheet: what was claimed, every doubt, what is believed, and what that is worth."""

from dataclasses import asdict
from typing import Any

from nof1_lab.inference.elicit import fitted
from nof1_lab.inference.mixture import Mixture
from nof1_lab.inference.named import named
from nof1_lab.inference.prior import Stage, derived, origin_of, prior_of, stated, waterfall
from nof1_lab.inference.worth import worth
from nof1_lab.study.document import Study
from nof1_lab.study.measure import Measure
from nof1_lab.study.part import Part
from nof1_lab.study.plain import to_plain
from nof1_lab.study.prior import Prior
from nof1_lab.views.belief import chances, rows, seen


def considered(study: Study, arm: str) -> dict[str, Any]:
    """All that the sheet shows of an arm before any day counts."""
    measure, candidate = study.measure, study.candidate(arm)
    claim, prior = stated(study, arm), prior_of(study, arm)
    return {
        "origin": origin_of(study, arm),
        "is_known": claim is not None,
        "stated": seen(claim, measure) if claim else None,
        "derived": seen(derived(study, arm), measure),
        "now": seen(prior, measure),
        "waterfall": ladder(study, arm),
        "named": [
            {"key": each.key, "label": each.label, "note": each.note, "belief": seen(each.prior, measure)}
            for each in named(study, arm)
        ],
        "worth": asdict(worth(study, prior)),
        "doubt": to_plain(study.discount(arm)),
        "population": to_plain(candidate.population) if candidate else [],
    }


def ladder(study: Study, arm: str) -> list[dict[str, Any]]:
    """The stages from what the candidate claims to what is believed of this person."""
    return [_rung(stage, study.measure) for stage in waterfall(study, arm)]


def tried(prior: Prior, measure: Measure) -> dict[str, Any]:
    """What an answer comes to, and how well a curve says it."""
    said = prior.said
    fit = fitted(said) if said is not None and said.way != "named" else None
    return {
        "belief": seen(prior, measure),
        "misfit": fit.misfit if fit else 0.0,
        "note": fit.note if fit else "",
    }


def _rung(stage: Stage, measure: Measure) -> dict[str, Any]:
    known = chances(_mixture(stage.parts), measure)
    return {
        "key": stage.key,
        "label": stage.label,
        "mean": stage.mean,
        "sd": stage.sd,
        "note": stage.note,
        "parts": rows(stage.parts),
        "is_on": stage.is_on,
        "can_switch": stage.can_switch,
        "dial": asdict(stage.dial) if stage.dial else None,
        "p_benefit": known["p_benefit"],
        "p_worthwhile": known["p_worthwhile"],
    }


def _mixture(parts: tuple[Part, ...]) -> Mixture:
    return Mixture.prior(Prior("a stage", parts))
