"""What to do now, by the rule that was agreed before day one, with the reason in one sentence."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

import pandas as pd

from nof1_lab.inference.caution import conflict, likelihood_summary, missing, percent, require_reach
from nof1_lab.inference.effect import Effect, chance_beyond, chance_of_harm
from nof1_lab.inference.exact import Exact, posterior
from nof1_lab.inference.nuisance import nuisance
from nof1_lab.inference.outcome import outcomes
from nof1_lab.inference.prior import near_flat, prior_of, sceptical
from nof1_lab.study.document import Study
from nof1_lab.study.measure import Measure
from nof1_lab.study.prior import Prior
from nof1_lab.study.rule import Rule

Advice: TypeAlias = Literal["adopt", "stop-no", "stop-harm", "continue"]
ORDER: tuple[Advice, ...] = ("stop-harm", "adopt", "continue", "stop-no")  # safety first
FIRST_LOOK = 3  # cycles before the data alone may decide
CONFLICT = 0.01  # from here down nothing is adopted
SURPRISE = 0.05  # from here down it is said


@dataclass(frozen=True, slots=True)
class Numbers:
    """The chances that the rule looks at: under the own prior, a sceptic's and a nearly flat one."""

    own_worthwhile: float
    sceptic_benefit: float
    sceptic_harm: float
    flat_worthwhile: float
    flat_harm: float
    conflict: float


@dataclass(frozen=True, slots=True)
class ArmVerdict:
    """The advice for one arm and its reason."""

    arm: str
    advice: Advice
    reason: str
    numbers: Numbers


@dataclass(frozen=True, slots=True)
class Verdict:
    """The advice for the trial: that of the arm which calls for a decision first."""

    advice: Advice
    arm: str
    reason: str
    arms: tuple[ArmVerdict, ...]
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Case:
    """One arm before the judge."""

    arm: str
    measure: Measure
    rule: Rule
    numbers: Numbers
    looks: int
    looks_needed: int
    failed: tuple[str, ...]

    @property
    def enough(self) -> str:
        """The smallest worthwhile change in words."""
        return f"{self.measure.worthwhile:g} {self.measure.unit}".strip()


def verdict(study: Study, effects: Sequence[Effect], *, failed: Sequence[str] = ()) -> Verdict:
    """The two-prior rule on effects of either engine; ``failed`` names checks that the fit did not pass.

    The sceptic's and the nearly flat prior are put to the exact engine. An arm is adopted only if the
    own prior, which may lean on a model's claim, and the sceptic agree, and nothing warns.
    """
    table, learnt = outcomes(study), nuisance(study)
    worthwhile, day_sd = study.measure.worthwhile, learnt.day_sd

    def under(prior: Callable[[str, float], Prior], width: float) -> Exact:
        priors = [prior(effect.arm, width) for effect in effects]
        return posterior(table, priors, learnt, reference=effects[0].reference)

    sceptic, flat = under(sceptical, worthwhile), require_reach(under(near_flat, day_sd))
    needed = min(FIRST_LOOK, int(table["cycle"].to_numpy().max()))
    arms = tuple(
        _judge(_Case(
            effect.arm, study.measure, study.rule, _numbers(effect, sceptic, flat, study),
            _looks(table, effect), needed, tuple(failed),
        ))
        for effect in effects
    )  # fmt: skip
    first = min(arms, key=lambda each: (ORDER.index(each.advice), -each.numbers.own_worthwhile))
    surprised = tuple(
        _surprise(each, effect)
        for each, effect in zip(arms, effects, strict=True)
        if each.numbers.conflict < SURPRISE
    )
    return Verdict(first.advice, first.arm, first.reason, arms, surprised + missing(table))


def _surprise(judged: ArmVerdict, effect: Effect) -> str:
    """What the days have done to a claim that they disagree with."""
    text = f"Your days disagree with what was believed of {judged.arm} (p = {judged.numbers.conflict:.2g})"
    if effect.claim_weight_before == 1.0:
        return f"{text}."
    before, after = (percent(w) for w in (effect.claim_weight_before, effect.claim_weight_after))
    return f"{text}: the weight of that claim went from {before} to {after}."


def _numbers(effect: Effect, sceptic: Exact, flat: Exact, study: Study) -> Numbers:
    measure, arm = study.measure, effect.arm
    doubt, open_mind, said = sceptic.effect(arm), flat.effect(arm), likelihood_summary(flat, arm)
    return Numbers(
        own_worthwhile=effect.p_worthwhile,
        sceptic_benefit=chance_beyond(doubt, measure, 0.0),
        sceptic_harm=chance_of_harm(doubt, measure),
        flat_worthwhile=chance_beyond(open_mind, measure, measure.worthwhile),
        flat_harm=chance_of_harm(open_mind, measure),
        conflict=conflict(prior_of(study, arm), *said) if said else 1.0,
    )


def _looks(table: pd.DataFrame, effect: Effect) -> int:
    """In how many cycles both the arm and the reference have a used day."""
    used = table[table["used"].to_numpy(dtype=bool)]
    both = [set(used["cycle"][used["arm"] == arm]) for arm in (effect.arm, effect.reference)]
    return len(both[0] & both[1])


def _judge(case: _Case) -> ArmVerdict:
    """The first advice whose condition holds."""
    for advice in (_harm, _early, _drop, _held_back, _adopt):
        found = advice(case)
        if found:
            return ArmVerdict(case.arm, found[0], found[1], case.numbers)
    return ArmVerdict(case.arm, "continue", _what_is_missing(case), case.numbers)


def _harm(case: _Case) -> tuple[Advice, str] | None:
    """A sceptic's fear counts at once, the data's own after the first look."""
    numbers, limit = case.numbers, case.rule.harm
    flat = numbers.flat_harm if case.looks >= case.looks_needed else 0.0
    chance = max(numbers.sceptic_harm, flat)
    if chance <= limit:
        return None
    return "stop-harm", (
        f"{case.arm} makes things worse by more than {case.enough} with a chance of {percent(chance)}; "
        f"above {percent(limit)} the rule is to stop."
    )


def _early(case: _Case) -> tuple[Advice, str] | None:
    if case.looks >= case.looks_needed:
        return None
    return "continue", (
        f"{case.arm} has been compared in {case.looks} of the {case.looks_needed} cycles "
        "that the rule wants to see before it decides."
    )


def _drop(case: _Case) -> tuple[Advice, str] | None:
    numbers, rule = case.numbers, case.rule
    if numbers.own_worthwhile >= rule.drop or numbers.flat_worthwhile >= rule.drop_flat:
        return None
    return "stop-no", (
        f"{case.arm} helps by more than {case.enough} with a chance of only "
        f"{percent(numbers.own_worthwhile)}, and of {percent(numbers.flat_worthwhile)} by your days alone; "
        f"below {percent(rule.drop)} and {percent(rule.drop_flat)} it is not worth going on."
    )


def _held_back(case: _Case) -> tuple[Advice, str] | None:
    """What stands in the way of adopting, however good the numbers look."""
    if _what_is_missing(case):
        return None
    if case.failed:
        return "continue", f"{case.arm} looks worthwhile, but the fit must not be believed: {case.failed[0]}"
    if case.numbers.conflict < CONFLICT:
        return "continue", (
            f"{case.arm} looks worthwhile, but your days disagree with what was believed before "
            f"(p = {case.numbers.conflict:.2g}; from {CONFLICT:g} on it could be adopted)."
        )
    return None


def _adopt(case: _Case) -> tuple[Advice, str] | None:
    if _what_is_missing(case):
        return None
    numbers, rule = case.numbers, case.rule
    return "adopt", (
        f"{case.arm} helps by more than {case.enough} with a chance of {percent(numbers.own_worthwhile)}, "
        f"and even a sceptic is {percent(numbers.sceptic_benefit)} sure that it helps; "
        f"below {percent(rule.adopt)} or {percent(rule.convince)} the trial would go on."
    )


def _what_is_missing(case: _Case) -> str:
    """What keeps the rule from adopting, with the number that would change it; empty when nothing does."""
    numbers, rule = case.numbers, case.rule
    lacks: list[str] = []
    if numbers.own_worthwhile <= rule.adopt:
        lacks.append(
            f"the chance that {case.arm} helps by more than {case.enough} is "
            f"{percent(numbers.own_worthwhile)}, and more than {percent(rule.adopt)} is needed"
        )
    if numbers.sceptic_benefit <= rule.convince:
        lacks.append(
            f"a sceptic is {percent(numbers.sceptic_benefit)} sure that {case.arm} helps at all, "
            f"and more than {percent(rule.convince)} is needed"
        )
    text = "; ".join(lacks)
    return f"Not yet: {text}." if text else ""
