"""What a person asks of an effect: whether it helps, by enough, or harms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from nof1_lab.inference.exact import Exact
from nof1_lab.inference.mixture import Array, Mixture
from nof1_lab.study.measure import Measure
from nof1_lab.study.part import Part
from nof1_lab.study.plain import Plain, to_plain
from nof1_lab.study.prior import Prior


class Belief(Protocol):
    """Whatever knows the chances of one effect."""

    @property
    def mean(self) -> float: ...  # noqa: D102
    @property
    def sd(self) -> float: ...  # noqa: D102
    def below(self, x: float) -> float: ...  # noqa: D102
    def above(self, x: float) -> float: ...  # noqa: D102
    def over(self, x: float) -> float: ...  # noqa: D102
    def interval(self, level: float = 0.95) -> tuple[float, float]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Before:
    """The same effect before the trial."""

    mean: float
    sd: float
    p_benefit: float
    p_worthwhile: float
    family: str = "normal"
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Effect:
    """An arm against the reference: numbers in outcome units, chances in terms of better and worse.

    ``loss_adopt`` is what adopting it may cost on average, ``loss_keep`` what leaving it may: both in
    outcome units, after the burden of taking it. ``claim_weight_before`` is how much of the prior is the
    claim, ``claim_weight_after`` what the days leave to it: the rest is the room for being wrong.
    """

    arm: str
    reference: str
    mean: float
    sd: float
    low: float
    high: float
    level: float
    p_benefit: float
    p_worthwhile: float
    p_harm: float
    p_rope: float
    loss_adopt: float
    loss_keep: float
    prior: Before
    claim_weight_before: float = 1.0
    claim_weight_after: float = 1.0

    def row(self) -> dict[str, Plain]:
        """The effect as plain values."""
        row = to_plain(self)
        assert isinstance(row, dict)  # noqa: S101 - a dataclass is a dict of its fields
        return row


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """Draws of one effect, asked like any other belief."""

    draws: Array

    @property
    def mean(self) -> float:
        """The middle."""
        return float(self.draws.mean())

    @property
    def sd(self) -> float:
        """The spread."""
        return float(self.draws.std(ddof=1))

    def below(self, x: float) -> float:
        """The share of draws below ``x``."""
        return float((self.draws < x).mean())

    def above(self, x: float) -> float:
        """The share of draws above ``x``."""
        return float((self.draws > x).mean())

    def over(self, x: float) -> float:
        """How far the draws lie above ``x`` on average, counting those below as nothing."""
        return float(np.maximum(self.draws - x, 0.0).mean())

    def interval(self, level: float = 0.95) -> tuple[float, float]:
        """The central interval that holds ``level`` of the draws."""
        low, high = np.quantile(self.draws, [(1.0 - level) / 2.0, (1.0 + level) / 2.0])
        return float(low), float(high)


def effects(
    exact: Exact, measure: Measure, *, level: float = 0.95, burden: float = 0.0
) -> tuple[Effect, ...]:  # fmt: skip
    """Every arm's effect from the exact posterior."""
    return tuple(
        effect(
            exact.effect(prior.arm),
            prior,
            measure,
            reference=exact.reference,
            level=level,
            burden=burden,
            claim_weight=claim_weight(prior, exact),
        )
        for prior in exact.joint.priors
    )


def sampled_effects(
    draws: Mapping[str, Array],
    priors: Sequence[Prior],
    measure: Measure,
    *,
    reference: str,
    level: float = 0.95,
    burden: float = 0.0,
) -> tuple[Effect, ...]:
    """Every arm's effect from draws of it, arm minus reference in outcome units."""
    return tuple(
        effect(
            (sample := Sample(np.asarray(draws[prior.arm], dtype=float).ravel())),
            prior,
            measure,
            reference=reference,
            level=level,
            burden=burden,
            claim_weight=sampled_claim_weight(prior, sample.draws),
        )
        for prior in priors
    )


def effect(
    belief: Belief,
    prior: Prior,
    measure: Measure,
    *,
    reference: str,
    level: float = 0.95,
    burden: float = 0.0,
    claim_weight: float = 1.0,
) -> Effect:
    """One arm's effect: here, and only here, better and worse get their direction."""
    before = Mixture.prior(prior)
    loss_adopt, loss_keep = losses(belief, measure, burden)
    low, high = belief.interval(level)
    worthwhile, harm = chance_beyond(belief, measure, measure.worthwhile), chance_of_harm(belief, measure)
    return Effect(
        arm=prior.arm,
        reference=reference,
        mean=belief.mean,
        sd=belief.sd,
        low=low,
        high=high,
        level=level,
        p_benefit=chance_beyond(belief, measure, 0.0),
        p_worthwhile=worthwhile,
        p_harm=harm,
        p_rope=max(0.0, 1.0 - worthwhile - harm),
        loss_adopt=loss_adopt,
        loss_keep=loss_keep,
        prior=Before(
            before.mean,
            before.sd,
            chance_beyond(before, measure, 0.0),
            chance_beyond(before, measure, measure.worthwhile),
            family_of(prior),
            prior.parts,
        ),
        claim_weight_before=_claimed(prior.parts, prior),
        claim_weight_after=claim_weight,
    )


def family_of(prior: Prior) -> str:
    """What kind of curve a prior is: normal, student, skewed or mixture."""
    return prior.shape.family if prior.shape else "normal" if prior.is_normal else "mixture"


def claim_weight(prior: Prior, exact: Exact) -> float:
    """How much of the belief the days leave to the claim."""
    return _claimed(exact.parts(prior.arm), prior) if prior.vague else 1.0


def sampled_claim_weight(prior: Prior, draws: Array) -> float:
    """The same from draws: each draw belongs to the claim with the chance that the prior gives it there."""
    if not prior.vague:
        return 1.0
    claim = Mixture.parts(prior.parts[: len(prior.parts) - prior.vague])
    return float(np.exp(claim.log_density(draws) - Mixture.prior(prior).log_density(draws)).mean())


def _claimed(parts: Sequence[Part], prior: Prior) -> float:
    """The weight of the parts that are a claim."""
    return 1.0 - sum(part.weight for part in parts[len(parts) - prior.vague :]) if prior.vague else 1.0


def chance_beyond(belief: Belief, measure: Measure, change: float) -> float:
    """The chance of being better by more than ``change``."""
    return belief.above(change) if measure.direction > 0 else belief.below(-change)


def chance_of_harm(belief: Belief, measure: Measure) -> float:
    """The chance of being worse by more than the smallest worthwhile change."""
    worse = measure.worthwhile
    return belief.below(-worse) if measure.direction > 0 else belief.above(worse)


def losses(belief: Belief, measure: Measure, burden: float) -> tuple[float, float]:
    """What adopting may cost on average, and what leaving it: the burden counts against the benefit."""
    gain = measure.direction * belief.mean - burden
    if measure.direction > 0:
        missed = belief.over(burden)
        return max(0.0, missed - gain), missed
    lost = belief.over(-burden)
    return lost, max(0.0, gain + lost)


def best(exact: Exact, measure: Measure, *, seed: int, size: int = 20_000) -> dict[str, float]:
    """The chance of being the best of all, for every arm and the reference."""
    gain = measure.direction * exact.draw(size, seed=seed).effects
    first = np.argmax(np.column_stack([np.zeros(size), gain]), axis=1)
    names = (exact.reference, *exact.arms)
    share = np.bincount(first, minlength=len(names)) / size
    return dict(zip(names, share.tolist(), strict=True))
