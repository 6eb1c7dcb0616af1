"""What is believed of each arm before the trial: as a person set it, else as its claim gives it."""

from dataclasses import replace
from typing import Literal, TypeAlias

from nof1_lab.inference.claim import (
    asymmetry,
    from_confidence,
    from_interval,
    from_lopsided_interval,
    from_rank,
    leaning,
)
from nof1_lab.inference.doubt import (
    between_persons,
    commensurate,
    corrected,
    power,
    recalibrate,
    robustify,
    to_person,
)
from nof1_lab.inference.likeness import transport
from nof1_lab.inference.stage import Dial, Stage
from nof1_lab.inference.stance import enthusiastic, near_flat, sceptical
from nof1_lab.inference.waterfall import steps, waterfall
from nof1_lab.study.document import Study
from nof1_lab.study.prior import Prior

__all__ = [
    "Dial",
    "Origin",
    "Stage",
    "asymmetry",
    "between_persons",
    "commensurate",
    "corrected",
    "derived",
    "enthusiastic",
    "from_confidence",
    "from_interval",
    "from_lopsided_interval",
    "from_rank",
    "if_alike",
    "leaning",
    "near_flat",
    "origin_of",
    "power",
    "prior_of",
    "priors_of",
    "recalibrate",
    "robustify",
    "sceptical",
    "stated",
    "to_person",
    "transport",
    "waterfall",
]

Origin: TypeAlias = Literal["hand", "candidate", "nothing known"]


def prior_of(study: Study, arm: str) -> Prior:
    """What is believed of an arm: exactly what a person set, else what its candidate gives."""
    return study.prior(arm) or derived(study, arm)


def priors_of(study: Study) -> tuple[Prior, ...]:
    """The priors of all arms of the schedule, in its order."""
    return tuple(prior_of(study, arm) for arm in study.schedule.arms) if study.schedule else ()


def origin_of(study: Study, arm: str) -> Origin:
    """Where an arm's prior comes from."""
    if study.prior(arm) is not None:
        return "hand"
    return "nothing known" if stated(study, arm) is None else "candidate"


def stated(study: Study, arm: str) -> Prior | None:
    """What the candidate claims, before any doubt; None when that is nothing, or nothing that can be used."""
    first = steps(study, arm)[0]
    return None if first.stage.key == "nothing" else first.prior


def derived(study: Study, arm: str) -> Prior:
    """The prior that the candidate gives after all doubts, or a nearly flat one."""
    return steps(study, arm)[-1].prior


def if_alike(study: Study, arm: str) -> Prior:
    """The derived prior of somebody just like the people of the evidence.

    What being unlike them costs is borrowing, not access: whoever ranks candidates ranks them by this.
    """
    return steps(study, arm, replace(study.discount(arm), represents=False))[-1].prior
