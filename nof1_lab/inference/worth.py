"""What a prior is worth, in days of one's own diary."""

from dataclasses import dataclass

from nof1_lab.inference.amount import plain
from nof1_lab.inference.block import Block
from nof1_lab.inference.mixture import Mixture
from nof1_lab.inference.prior import if_alike, origin_of
from nof1_lab.inference.size import elir, moment
from nof1_lab.study.document import Study
from nof1_lab.study.prior import Prior


@dataclass(frozen=True, slots=True)
class Worth:
    """How many blocks and days of a diary would tell as much as a prior does.

    A block is a period of every arm and takes ``per_block_days``; the difference that it shows lies
    ``sigma_d`` from the effect. ``moment_days`` is the same by the prior's spread alone, which is what is
    left when its vague part is what matters. ``extra_days`` are those that this person's diary needs more,
    for the same certainty, because the claim counts for less than it would for people like those of its
    evidence.
    """

    days: float
    blocks: float
    moment_days: float
    extra_days: float
    per_block_days: int
    sigma_d: float
    sentence: str


def worth(study: Study, prior: Prior) -> Worth:
    """What a prior is worth in the days of this study's plan; without one, of weeks on each of two arms."""
    block, belief = Block.of(study), Mixture.prior(prior)
    blocks, days_by_spread = elir(belief, block.sd), block.days * moment(belief, block.sd)
    days, extra = block.days * blocks, _extra(study, prior, block, blocks)
    return Worth(
        days, blocks, days_by_spread, extra, block.days, block.sd, _sentence(days, days_by_spread, extra)
    )


def _extra(study: Study, prior: Prior, block: Block, blocks: float) -> float:
    """The days that being unlike the people of the evidence costs, if the prior comes from the claim."""
    if origin_of(study, prior.arm) != "candidate":
        return 0.0
    alike = elir(Mixture.prior(if_alike(study, prior.arm)), block.sd)
    return max(0.0, block.days * (alike - blocks))


def _sentence(days: float, by_spread: float, extra: float) -> str:
    """The worth in words."""
    text = f"This prior is worth {_days(days)} of your own diary"
    text += f" ({_days(by_spread)} if only its spread is looked at)." if by_spread < 0.9 * days else "."
    more = f" Your own days count for more: {_days(extra)} extra give the same certainty."
    return text + (more if extra >= 0.5 else "")


def _days(days: float) -> str:
    if days < 0.5:
        return "less than a day"
    return "about 1 day" if days < 1.5 else f"about {plain(round(days))} days"
