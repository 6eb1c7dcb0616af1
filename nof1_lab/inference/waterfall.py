"""The way from what a candidate claims to what is believed of this person, doubt by doubt."""

from dataclasses import replace
from functools import lru_cache
from math import inf, isinf, sqrt

from nof1_lab.inference.amount import plain, share
from nof1_lab.inference.claim import moved
from nof1_lab.inference.doubt import (
    GRADES,
    KEPT,
    SHIFT,
    between_persons,
    cap,
    recalibrate,
    robustify,
    to_person,
    weight_of,
)
from nof1_lab.inference.ground import Ground
from nof1_lab.inference.likeness import correlation, from_groups, thinned, transport, widened
from nof1_lab.inference.mixture import Mixture
from nof1_lab.inference.size import elir
from nof1_lab.inference.stage import Dial, Path, Stage, Step
from nof1_lab.inference.stance import near_flat
from nof1_lab.inference.statement import Statement, statement, usual_level
from nof1_lab.study.analysis import Normal
from nof1_lab.study.candidate import Candidate
from nof1_lab.study.discount import Discount
from nof1_lab.study.document import Study
from nof1_lab.study.prior import Prior

OFF = "Switched off: nothing changes here."
GROUNDS = {
    "trial": "from a trial",
    "cohort": "from watching people without a trial",
    "mechanism": "from how it is thought to work",
    "none": "without any evidence named",
    "": "without any evidence named",
}
LIKE_YOU = {
    "most": "Most people in the evidence are like you",
    "some": "Some people in the evidence are like you",
    "few": "Few people in the evidence are like you",
    "none": "Nobody in the evidence is like you",
}
LEAST_DAYS = 0.5  # fewer are not spoken of


def waterfall(study: Study, arm: str) -> tuple[Stage, ...]:
    """All six stages from an arm's claim to its prior, or the one stage that says that nothing is known."""
    return tuple(step.stage for step in steps(study, arm))


def steps(study: Study, arm: str, discount: Discount | None = None) -> tuple[Step, ...]:
    """The stages with their beliefs, under the study's own doubts or under others."""
    candidate = study.candidate(arm) or Candidate(arm)
    return walk(candidate, discount or study.discount(arm), Ground.of(study))


@lru_cache(maxsize=1_024)
def walk(candidate: Candidate, discount: Discount, ground: Ground) -> tuple[Step, ...]:
    """The stages of one claim; the same claim, doubts and ground give the same."""
    path, said = Path(candidate, discount, ground), statement(candidate, discount, ground)
    if said.prior is None:
        return (_nothing(path, said),)
    path = path.then(_stated(path, said, said.prior))
    for stage in (_recalibrated, _personal, _represented, _robust, _capped):
        path = path.then(stage(path))
    return _with_price(path) if discount.represents and discount.is_answered else path.steps


def days(prior: Prior, ground: Ground) -> float:
    """How many days of the diary a prior is worth."""
    return ground.block.days * elir(Mixture.prior(prior), ground.block.sd)


def _nothing(path: Path, said: Statement) -> Step:
    dial = _usual(path) if said.lacks == "usual" else None
    return Step.of("nothing", near_flat(path.candidate.name, path.ground.day_sd), said.note, dial=dial)


def _stated(path: Path, said: Statement, prior: Prior) -> Step:
    is_factor = path.candidate.scale in ("ratio", "log_ratio") and not path.candidate.is_empty
    return Step.of("stated", prior, said.note, dial=_usual(path) if is_factor else None)


def _usual(path: Path) -> Dial:
    """The usual level, up to ten times what is known of it."""
    level, measure = usual_level(path.discount, path.ground), path.ground.measure
    high = max(level or 0.0, measure.high or 0.0, 10.0 * path.ground.day_sd)
    return Dial("usual", level, 0.0, high, path.discount.usual is None)


def _recalibrated(path: Path) -> Step:
    """The errors that claims make which nobody has checked yet."""
    if not path.discount.recalibrates:
        return Step.of("recalibrated", path.last, OFF, is_on=False)
    wide = recalibrate(path.bell, path.ground.day_sd)
    note = (
        f"No claim of this kind has been checked against a trial of yours yet: it may be off by "
        f"{path.says(SHIFT * path.ground.day_sd)}, half as strong or half as strong again, and surer than it "
        f"should be, so its spread grows from {path.says(path.last.sd)} to {path.says(wide.sd)}."
    )
    return Step.of("recalibrated", moved(path.last, wide.mean, wide.sd), note)


def _personal(path: Path) -> Step:
    """The claim for one person."""
    is_on, kind = path.discount.transfers, path.candidate.interval_kind
    usual = between_persons(path.last.mean, path.ground.day_sd)
    tau = usual if path.discount.between is None else path.discount.between
    dial = Dial("between", tau, 0.0, max(4.0 * usual, tau), path.discount.between is None)
    if not is_on:
        return Step.of("person", path.last, OFF, is_on=False, dial=dial)
    if kind == "individual_effect":
        note = "The claim is already about one person, so nothing is added."
        return Step.of("person", path.last, note, dial=dial)
    about = "is about the mean of many" if kind == "mean_effect" else "does not say whom it is about"
    note = f"The claim {about}, and people differ: a spread of {path.says(tau)} between people is added."
    person = to_person(path.bell, tau)
    return Step.of("person", moved(path.last, person.mean, person.sd), note, dial=dial)


def _represented(path: Path) -> Step:
    """The claim for people like this one, by the way that was chosen to say how like they are."""
    discount = path.discount
    dials = {"accuracy": discount.accuracy, "overlap": discount.overlap}
    dial = Dial(discount.way, dials[discount.way], 0.0, 1.0, False) if discount.way in dials else None
    if not discount.represents:
        return Step.of("representation", path.last, OFF, is_on=False, dial=dial)
    if not discount.is_answered:
        note = (
            "How many people in the evidence are like you: most, some, few or none? Until this is answered, "
            "nothing is taken off."
        )
        return Step.of("representation", path.last, note, dial=dial)
    found, note = {"shares": _by_shares, "overlap": _by_overlap}.get(discount.way, _by_likeness)(path)
    return Step.of("representation", moved(path.last, found.mean, found.sd), note, dial=dial)


def _by_likeness(path: Path) -> tuple[Normal, str]:
    discount, r = path.discount, correlation(path.discount)
    found = transport(path.bell, r=r, tau0=path.ground.spread_of_effects)
    reason = LIKE_YOU.get(discount.likeness, "")
    if discount.way == "accuracy":
        reason = f"Predictions are {share(discount.accuracy or 0.0)} as accurate for people like you"
    if r == 1.0:
        return found, f"{reason}, so nothing is taken off."
    return found, (
        f"{reason}: {plain(r)} of the claim is kept, and what such effects are in general fills the rest; it "
        f"moves to {path.says(found.mean)}, give or take {path.says(found.sd)}."
    )


def _by_shares(path: Path) -> tuple[Normal, str]:
    tau = path.discount.between
    apart = between_persons(path.last.mean, path.ground.day_sd) if tau is None else tau
    spread = from_groups(path.discount, apart)
    held = next((g.share for g in path.discount.groups if g.name == path.discount.own), 0.0)
    who = f"{share(held)} of the people" if held is not None else "An unknown share of the people"
    return widened(path.bell, spread), (
        f"{who} in the evidence are of your group, and groups are taken to differ as people do, by "
        f"{path.says(apart)}: a spread of {path.says(spread)} is added."
    )


def _by_overlap(path: Path) -> tuple[Normal, str]:
    """Fewer people to learn from widen the claim itself, not how far persons differ."""
    claim, overlap = path.steps[1].prior, path.discount.overlap or 0.0
    thin = thinned(Normal(claim.mean, claim.sd), overlap)
    found = widened(path.bell, sqrt(max(0.0, thin.sd**2 - claim.sd**2)))
    return found, (
        f"Weighted to be like you, the people of the evidence are worth {share(overlap)} of themselves: the "
        f"spread grows to {path.says(found.sd)}."
    )


def _robust(path: Path) -> Step:
    """The chance that the claim is wrong altogether; what is believed then is no sharper than the claim."""
    discount, design, block = path.discount, path.candidate.design, path.ground.block.sd
    weight = weight_of(design) if discount.weight is None else discount.weight
    dial = Dial("weight", weight, 0.0, 1.0, discount.weight is None)
    if not discount.robustifies:
        return Step.of("robust", path.last, OFF, is_on=False, dial=dial)
    grade = f", being {GROUNDS[design]} ({KEPT:g} times {GRADES[design]:g})"
    why = grade if discount.weight is None else ""
    vague = max(block, path.last.sd)
    as_wide = "what one block of the plan can tell" if vague == block else "as wide as the claim"
    note = (
        f"The claim keeps {share(weight)} of the belief{why}; the rest is left to its being wrong, around no "
        f"effect, give or take {path.says(vague)}: {as_wide}."
    )
    return Step.of("robust", robustify(path.last, weight=weight, vague_sd=vague), note, dial=dial)


def _capped(path: Path) -> Step:
    """No more belief than a share of what the trial will tell, nor than people who are alike are given."""
    most, block = path.discount.cap, path.ground.block
    dial = Dial("cap", most, 0.0, 1.0, most == 0.5)
    if not path.discount.caps:
        return Step.of("capped", path.last, OFF, is_on=False, dial=dial)
    worth = plain(days(path.last, path.ground))
    limits = [(_alike_blocks(path), "what it is worth for people like those of its evidence")]
    if block.planned is not None:
        limits.append(
            (most * block.planned, f"{share(most)} of the {block.planned * block.days} planned days")
        )
    blocks, limit = min(limits)
    if isinf(blocks):
        note = f"There is no plan yet to measure it by: what it is worth, about {worth} days, is not capped."
        return Step.of("capped", path.last, note, dial=dial)
    kept, wider = cap(path.last, block, blocks)
    if wider == 1.0:
        return Step.of("capped", kept, f"It is worth {worth} days, no more than {limit}.", dial=dial)
    note = f"It would be worth {worth} days; to keep it to {limit}, it is made {plain(wider)} times as wide."
    return Step.of("capped", kept, note, dial=dial)


def _alike_blocks(path: Path) -> float:
    """What the prior is worth for people like those of its evidence; no bound where nobody said how alike."""
    if not (path.discount.represents and path.discount.is_answered):
        return inf
    return days(_alike(path), path.ground) / path.ground.block.days


def _alike(path: Path) -> Prior:
    return walk(path.candidate, replace(path.discount, represents=False), path.ground)[-1].prior


def _with_price(path: Path) -> tuple[Step, ...]:
    """The steps, with what being unlike the evidence costs in days: it costs borrowing, never access."""
    price = days(_alike(path), path.ground) - days(path.last, path.ground)
    if price < LEAST_DAYS:
        return path.steps
    words = f" Your own days will count for more: {price:.0f} extra days give the same certainty."
    return tuple(
        replace(step, stage=replace(step.stage, note=step.stage.note + words))
        if step.stage.key == "representation"
        else step
        for step in path.steps
    )
