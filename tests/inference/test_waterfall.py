"""The way from what a candidate claims to what is believed of this person."""

from dataclasses import replace
from itertools import pairwise
from math import isfinite, log, sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from trial import SLEEP, trial

from nof1_lab.inference.block import Block
from nof1_lab.inference.likeness import transport
from nof1_lab.inference.mixture import Mixture
from nof1_lab.inference.prior import (
    Dial,
    between_persons,
    derived,
    from_confidence,
    from_interval,
    from_lopsided_interval,
    from_rank,
    leaning,
    near_flat,
    prior_of,
    recalibrate,
    robustify,
    stated,
    to_person,
    waterfall,
)
from nof1_lab.inference.size import elir
from nof1_lab.study.candidate import Candidate
from nof1_lab.study.discount import Discount
from nof1_lab.study.measure import Measure
from nof1_lab.study.prior import Prior
from nof1_lab.study.shape import Shape
from nof1_lab.study.source import Group
from nof1_lab.study.steps import discount, propose

KEYS = ["stated", "recalibrated", "person", "representation", "robust", "capped"]
CLAIM = Candidate("B", 1, -0.6, -1.1, -0.1, interval_kind="mean_effect", design="trial")
PLANNED = trial("ABBAABAB", days=7)
UNPLANNED = replace(PLANNED, schedule=None)
OFF = Discount(
    "B", recalibrates=False, transfers=False, represents=False, robustifies=False, caps=False, usual=5.0
)
DAY = SLEEP.day_sd


def way(candidate=CLAIM, doubts=None, study=PLANNED):
    """The stages by their keys."""
    study = propose(study, candidate)
    study = discount(study, doubts) if doubts else study
    return {stage.key: stage for stage in waterfall(study, candidate.name)}


def pair(belief):
    return belief.mean, belief.sd


def test_the_order_of_the_stages_is_fixed_and_each_has_its_words():
    for doubts in (None, OFF):
        stages = list(way(doubts=doubts).values())
        assert [stage.key for stage in stages] == KEYS
        assert [stage.label for stage in stages] == [
            "as stated", "recalibrated", "for one person", "for people like you", "allowing for being wrong",
            "capped",
        ]  # fmt: skip
        assert [stage.can_switch for stage in stages] == [False, True, True, True, True, True]
        assert all(stage.note.endswith(".") for stage in stages)


def test_every_stage_is_its_formula_on_the_one_before():
    found = way(doubts=Discount("B", likeness="few"))
    first = from_interval(-1.1, -0.1)
    second = recalibrate(first, DAY)
    third = to_person(second, between_persons(-0.6, DAY))
    fourth = transport(third, r=0.5, tau0=DAY)
    vague = max(Block.of(PLANNED).sd, fourth.sd)
    fifth = robustify(Prior.normal("B", *pair(fourth)), weight=0.8 * 0.9, vague_sd=vague)
    wanted = dict(zip(KEYS, (first, second, third, fourth, fifth), strict=False))
    assert {key: pair(found[key]) for key in wanted} == {
        key: pytest.approx(pair(belief)) for key, belief in wanted.items()
    }
    assert [part.weight for part in found["robust"].parts] == pytest.approx([0.72, 0.28])
    assert (found["robust"].parts[1].mean, found["robust"].parts[1].sd) == (0.0, vague)


def test_what_is_switched_off_repeats_the_belief_before_and_says_so():
    found = way(doubts=OFF)
    for key in KEYS[1:]:
        assert found[key].parts == found["stated"].parts
        assert not found[key].is_on
        assert found[key].note == "Switched off: nothing changes here."
    assert all(stage.is_on for stage in way().values())


def test_with_all_doubts_off_the_claim_is_the_prior():
    study = discount(propose(PLANNED, CLAIM), OFF)
    assert derived(study, "B") == stated(study, "B") == Prior.normal("B", *pair(from_interval(-1.1, -0.1)))


def test_the_notes_say_the_numbers_in_the_unit_of_the_measure():
    found = way(doubts=Discount("B", likeness="few"))
    assert found["stated"].note == (
        "The 95% interval from −1.1 to −0.1 h, read as a bell around −0.6 h, give or take 0.255 h."
    )
    assert found["person"].note == (
        "The claim is about the mean of many, and people differ: a spread of 0.3 h between people is added."
    )
    assert "0.255 h to 0.505 h" in found["recalibrated"].note
    assert "0.5 of the claim is kept" in found["representation"].note
    assert "moves to −0.3 h" in found["representation"].note
    assert "72% of the belief, being from a trial (0.8 times 0.9)" in found["robust"].note


def test_a_claim_of_unknown_kind_is_taken_for_one_about_many():
    unknown = way(replace(CLAIM, interval_kind="unknown"))
    assert pair(unknown["person"]) == pair(way()["person"])
    assert "does not say whom it is about" in unknown["person"].note


def test_a_claim_about_one_person_is_left_alone():
    found = way(replace(CLAIM, interval_kind="individual_effect"))
    assert found["person"].parts == found["recalibrated"].parts
    assert "nothing is added" in found["person"].note


def test_a_lopsided_interval_is_drawn_as_a_curve_that_leans_and_said_so():
    candidate = replace(CLAIM, estimate=-0.4)
    curve = leaning(-0.4, -1.1, -0.1)
    found = way(candidate)["stated"]
    assert found.parts == curve.parts
    assert "lopsided around −0.4: check its scale; a curve that leans" in found.note
    for x, chance in ((-1.1, 0.025), (-0.4, 0.5), (-0.1, 0.975)):
        assert Prior("B", found.parts).below(x) == pytest.approx(chance, abs=0.003)


def test_an_interval_too_lopsided_for_a_curve_is_matched_by_two_half_bells():
    found = way(replace(CLAIM, estimate=-0.15))["stated"]
    assert pair(found) == pytest.approx(pair(from_lopsided_interval(-0.15, -1.1, -0.1)))
    assert "two half bells were matched" in found.note


def test_an_interval_without_an_estimate_is_enough():
    assert pair(way(replace(CLAIM, estimate=None))["stated"]) == pair(from_interval(-1.1, -0.1))


def test_a_standard_deviation_is_taken_as_it_is():
    found = way(Candidate("B", 1, -0.6, sd=0.2))["stated"]
    assert (pair(found), found.note) == (
        (-0.6, 0.2), "A bell around −0.6 h, give or take 0.2 h, as it was stated.",
    )  # fmt: skip


def test_a_confidence_gives_a_spread_and_an_unsure_one_gives_none():
    found = way(Candidate("B", 1, -0.6, confidence=0.8))["stated"]
    assert pair(found) == pytest.approx(pair(from_confidence(-0.6, 0.8)))
    assert "80% sure of its direction" in found.note
    for confidence, estimate in ((0.4, -0.6), (0.5, -0.6), (0.9, 0.0)):
        unsure = way(Candidate("B", 1, estimate, confidence=confidence))["stated"]
        assert pair(unsure) == (estimate, DAY)
        assert "gives no spread" in unsure.note


def test_an_estimate_alone_gets_a_wide_spread_and_says_so():
    for estimate, sd in ((-0.6, DAY), (-3.0, 3.0)):
        found = way(Candidate("B", 1, estimate))["stated"]
        assert pair(found) == (estimate, sd)
        assert "without an interval" in found.note


def test_a_rank_among_others_is_a_little_knowledge():
    others = [Candidate(name, rank) for rank, name in enumerate("BCDE", start=1)]
    study = propose(PLANNED, *others)
    for rank, name in enumerate("BCDE", start=1):
        benefit = from_rank(rank, 4, tau=DAY, trust=0.3)
        first = waterfall(study, name)[0]
        assert pair(first) == pytest.approx((-benefit.mean, benefit.sd))  # lower is better here
        assert f"{rank} of 4" in first.note
        assert "judgements" in first.note
    higher = propose(replace(study, measure=replace(SLEEP, better="higher")))
    assert waterfall(higher, "B")[0].mean == -waterfall(study, "B")[0].mean > 0.0
    chances = [prior_of(study, name).below(0.0) for name in "BCDE"]
    assert chances == sorted(chances, reverse=True)


@pytest.mark.parametrize("candidate", [Candidate("B"), Candidate("B", rank=1)])
def test_a_name_or_a_lone_rank_is_no_knowledge(candidate):
    (only,) = way(candidate).values()
    assert (only.key, only.label, only.can_switch) == ("nothing", "nothing known", False)
    assert only.parts == near_flat("B", DAY).parts
    assert only.note == "No effect is claimed, so nothing is assumed: the prior is nearly flat."


RATIO = Candidate("B", 1, 0.8, 0.64, 1.0, scale="ratio", interval_kind="mean_effect")


def test_a_factor_becomes_a_difference_by_the_usual_level():
    study = discount(propose(PLANNED, RATIO), Discount("B", usual=5.0))
    log_sd = from_interval(log(0.64), log(1.0)).sd
    curve, wanted = stated(study, "B").shape, Shape.of_ratio(log(0.8), log_sd, 5.0)
    assert (curve.middle, curve.spread, curve.lean) == pytest.approx(
        (wanted.middle, wanted.spread, wanted.lean)
    )
    assert stated(study, "B").below(0.0) == pytest.approx(0.975, abs=0.003)
    logs = replace(RATIO, scale="log_ratio", estimate=log(0.8), lower=log(0.64), upper=0.0)
    found = stated(discount(propose(PLANNED, logs), Discount("B", usual=5.0)), "B")
    assert pair(found) == pytest.approx(pair(stated(study, "B")))
    first = waterfall(study, "B")[0]
    assert "A factor of 0.8 on a usual level of 5 h (as it was given) is a difference of −1 h" in first.note
    assert first.dial == Dial("usual", 5.0, 0.0, 8.0, is_default=False)


def test_the_usual_level_is_the_mean_of_the_run_in_when_there_are_days_enough():
    values = {day: 5.0 + 0.5 * (-1) ** day for day in range(-7, 1)}
    study = propose(trial("ABBA", values, days=7, run_in_days=8), RATIO)
    known = waterfall(study, "B")[0]
    assert known.dial.value == pytest.approx(5.0)
    assert known.dial.is_default
    assert "the mean of the run-in" in known.note
    few = propose(trial("ABBA", dict(list(values.items())[2:]), days=7, run_in_days=8), RATIO)
    (unknown,) = waterfall(few, "B")
    assert (unknown.key, unknown.dial.value) == ("nothing", None)
    assert "is not known yet: nothing is assumed; give the usual level" in unknown.note


def test_a_factor_keeps_its_lean_through_every_doubt():
    study = discount(propose(PLANNED, RATIO), Discount("B", usual=5.0, likeness="some", robustifies=False))
    first, last = stated(study, "B"), derived(study, "B")
    assert last.shape.lean == first.shape.lean != 0.0
    assert last.sd > first.sd
    robust = derived(discount(study, Discount("B", usual=5.0)), "B")
    assert (robust.vague, robust.shape, len(robust.parts)) == (1, None, len(first.parts) + 1)


@pytest.mark.parametrize("scale", ["odds", "log_odds"])
def test_odds_are_no_difference_and_said_so(scale):
    (only,) = way(replace(RATIO, scale=scale)).values()
    assert (only.key, pair(only)) == ("nothing", (0.0, 10 * DAY))
    assert "ratio of odds" in only.note


@pytest.mark.parametrize(
    "candidate",
    [
        Candidate("B", 1, 1e11),
        Candidate("B", 1, 1.0, -1e12, 1e12, level=0.001),
        Candidate("B", 1, 1.0, sd=1e12),
        Candidate("B", 1, 1e12, scale="log_ratio"),
        Candidate("B", 1, 1.0, 1e-9, 1e9, scale="ratio"),
        Candidate("B", 1, 1e12, scale="ratio"),
    ],
)
def test_numbers_beyond_all_measure_are_no_knowledge(candidate):
    (only,) = way(candidate, Discount("B", usual=5.0)).values()
    assert only.key == "nothing"
    assert "check its unit and its scale" in only.note


def test_how_far_persons_differ_can_be_said():
    found = way(doubts=Discount("B", between=0.1))["person"]
    assert found.sd == pytest.approx(sqrt(way()["recalibrated"].sd ** 2 + 0.01))
    assert found.dial == Dial("between", 0.1, 0.0, pytest.approx(1.2), is_default=False)
    assert way()["person"].dial == Dial(
        "between", pytest.approx(0.3), 0.0, pytest.approx(1.2), is_default=True
    )


def test_while_nobody_said_how_alike_they_are_nothing_is_taken_off_and_it_is_asked():
    found = way()
    assert found["representation"].parts == found["person"].parts
    assert "most, some, few or none?" in found["representation"].note


def test_groups_and_overlap_add_their_variance():
    groups = (Group("a", 0.79), Group("b", 0.21))
    before = way()["person"]
    shares = way(doubts=Discount("B", way="shares", groups=groups, own="b"))["representation"]
    assert shares.sd == pytest.approx(sqrt(before.sd**2 + 0.3**2 * 2 * 0.79**2))
    assert "21% of the people in the evidence are of your group" in shares.note
    overlap = way(doubts=Discount("B", way="overlap", overlap=0.25))["representation"]
    claim = way()["recalibrated"].sd
    assert overlap.sd == pytest.approx(sqrt((claim / sqrt(0.25)) ** 2 + 0.3**2))
    assert (shares.mean, overlap.mean) == pytest.approx((-0.6, -0.6))


def test_accuracy_is_a_correlation():
    found = way(doubts=Discount("B", way="accuracy", accuracy=0.25))["representation"]
    assert pair(found) == pytest.approx(pair(way(doubts=Discount("B", likeness="few"))["representation"]))
    assert found.dial == Dial("accuracy", 0.25, 0.0, 1.0, is_default=False)


def test_what_being_unlike_costs_is_said_in_days():
    sharp = replace(CLAIM, interval_kind="individual_effect")
    doubts = Discount("B", recalibrates=False, robustifies=False, caps=False)
    study = discount(propose(PLANNED, sharp), replace(doubts, likeness="few"))
    alike = discount(study, doubts)
    block = Block.of(PLANNED)
    days = block.days * block.sd**2 * (derived(alike, "B").sd ** -2 - derived(study, "B").sd ** -2)
    note = next(stage.note for stage in waterfall(study, "B") if stage.key == "representation")
    assert note.endswith(f"Your own days will count for more: {days:.0f} extra days give the same certainty.")
    assert days > 20.0


def test_the_vague_part_is_as_wide_as_what_one_block_tells():
    assert way()["robust"].parts[-1].sd == Block.of(PLANNED).sd
    assert way(study=UNPLANNED)["robust"].parts[-1].sd == pytest.approx(
        Block(length=7, sigma=DAY, rho=0.475).sd
    )


def test_the_vague_part_is_never_sharper_than_the_claim():
    found = way(Candidate("B", 1, -3.0))
    assert found["robust"].parts[-1].sd == found["representation"].sd > Block.of(PLANNED).sd
    assert "as wide as the claim" in found["robust"].note


def test_the_weight_can_be_turned():
    found = way(doubts=Discount("B", weight=0.9))["robust"]
    assert found.parts[0].weight == pytest.approx(0.9)
    assert found.dial == Dial("weight", 0.9, 0.0, 1.0, is_default=False)
    assert found.note.startswith("The claim keeps 90% of the belief; the rest")
    assert way()["robust"].dial == Dial("weight", pytest.approx(0.72), 0.0, 1.0, is_default=True)


def test_a_prior_worth_too_much_of_the_plan_is_capped_and_said_so():
    sure = replace(CLAIM, estimate=-0.6, lower=-0.61, upper=-0.59, interval_kind="individual_effect")
    doubts = Discount("B", recalibrates=False, robustifies=False)
    found, block = way(sure, doubts), Block.of(PLANNED)
    assert elir(Mixture.prior(Prior("B", found["capped"].parts)), block.sd) == pytest.approx(2.0)
    assert "to keep it to 50% of the 56 planned days, it is made" in found["capped"].note
    assert found["capped"].dial == Dial("cap", 0.5, 0.0, 1.0, is_default=True)
    lower = way(sure, replace(doubts, cap=0.25))["capped"]
    assert lower.sd == pytest.approx(found["capped"].sd * sqrt(2.0))


@pytest.mark.parametrize("study", [PLANNED, UNPLANNED])
@pytest.mark.parametrize("likeness", ["some", "few", "none"])
def test_being_unlike_the_evidence_never_makes_a_prior_worth_more(study, likeness):
    """A claim that moves to no effect lies over the room for being wrong: together they would be sharper."""
    bold = replace(CLAIM, estimate=-1.0, lower=-1.6, upper=-0.4)
    ground = Block.of(study).sd
    alike, unlike = (
        Mixture.prior(derived(discount(propose(study, bold), Discount("B", likeness=each)), "B"))
        for each in ("most", likeness)
    )
    assert elir(unlike, ground) <= elir(alike, ground) * (1.0 + 1e-6)
    assert elir(unlike, ground) == pytest.approx(elir(alike, ground), rel=1e-3) or likeness != "few"


def test_a_prior_worth_little_is_not_capped():
    found = way()
    assert found["capped"].parts == found["robust"].parts
    assert "no more than 50% of the 56 planned days" in found["capped"].note


def test_without_a_plan_nothing_is_capped_and_said_so():
    sure = replace(CLAIM, lower=-0.61, upper=-0.59)
    found = way(sure, Discount("B", robustifies=False, recalibrates=False, transfers=False), UNPLANNED)
    assert found["capped"].parts == found["stated"].parts
    assert "There is no plan yet" in found["capped"].note


numbers = st.floats(-5, 5)
shares = st.one_of(st.none(), st.floats(0, 1))
doubts = st.builds(
    Discount,
    st.just("B"),
    usual=st.one_of(st.none(), st.floats(0.1, 20)),
    recalibrates=st.booleans(),
    transfers=st.booleans(),
    between=st.one_of(st.none(), st.floats(0, 3)),
    represents=st.booleans(),
    way=st.sampled_from(["answer", "accuracy", "shares", "overlap"]),
    likeness=st.sampled_from(["", "most", "some", "few", "none"]),
    accuracy=shares,
    groups=st.lists(st.builds(Group, st.sampled_from("abc"), shares), max_size=3).map(tuple),
    own=st.sampled_from(["", "a", "b"]),
    overlap=shares,
    robustifies=st.booleans(),
    weight=shares,
    caps=st.booleans(),
    cap=st.floats(0, 1),
)


@st.composite
def claims(draw):
    scale = draw(st.sampled_from(["difference", "log_ratio", "log_odds"]))
    low, middle, high = sorted(draw(st.lists(numbers, min_size=3, max_size=3, unique=True)))
    ends = {"lower": low, "upper": high} if draw(st.booleans()) else {}
    rank, estimate = draw(st.one_of(st.none(), st.integers(1, 9))), draw(st.sampled_from([middle, None]))
    return Candidate(
        "B", rank, estimate, **ends,
        scale=scale, sd=draw(st.one_of(st.none(), st.floats(1e-9, 5))),
        confidence=draw(st.one_of(st.none(), st.floats(0.01, 0.99))),
        interval_kind=draw(st.sampled_from(["mean_effect", "individual_effect", "unknown"])),
        design=draw(st.sampled_from(["", "trial", "cohort", "mechanism", "none"])),
        level=draw(st.floats(0.05, 0.99)),
    )  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(claims(), doubts, st.sampled_from([PLANNED, UNPLANNED]))
def test_no_doubt_ever_sharpens_a_claim_or_turns_its_sign(candidate, doubts, study):
    stages = list(way(candidate, doubts, study).values())
    assert [stage.key for stage in stages] in (KEYS, ["nothing"])
    for stage in stages:
        assert sum(part.weight for part in stage.parts) == pytest.approx(1.0)
        assert all(isfinite(part.mean) and 0.0 < part.sd < 1e12 for part in stage.parts)
        assert (stage.mean, stage.sd) == pytest.approx(pair(Prior("B", stage.parts)))
    sizes = [elir(Mixture.prior(Prior("B", stage.parts)), 1.0) for stage in stages]
    for (before, after), (size, next_size) in zip(pairwise(stages), pairwise(sizes), strict=True):
        assert after.mean * before.mean >= -1e-9
        assert abs(after.mean) <= abs(before.mean) * (1.0 + 1e-9) + 1e-9
        assert after.sd >= before.sd * (1.0 - 1e-9)
        assert next_size <= size * (1.0 + 1e-5)


@settings(max_examples=60, deadline=None)
@given(claims(), st.lists(st.sampled_from(["most", "some", "few", "none"]), min_size=2, max_size=2))
def test_people_less_alike_never_make_a_claim_sharper(candidate, answers):
    order = ["most", "some", "few", "none"]
    more, less = sorted(answers, key=order.index)
    ways = [way(candidate, Discount("B", usual=5.0, likeness=answer)) for answer in (more, less)]
    if "representation" in ways[0]:
        first, second = (each["representation"] for each in ways)
        assert second.sd >= first.sd * (1.0 - 1e-9)
        assert (first.sd / second.sd) ** 2 <= 1.0 + 1e-9
        assert abs(second.mean) <= abs(first.mean) + 1e-12


@settings(max_examples=60, deadline=None)
@given(claims())
def test_just_alike_and_wholly_believed_is_the_claim_itself(candidate):
    study = propose(PLANNED, candidate)
    alike = replace(OFF, represents=True, likeness="most", robustifies=True, weight=1.0)
    found = derived(discount(study, alike), "B")
    plain = stated(discount(study, OFF), "B")
    assert found == (plain or near_flat("B", DAY))


def test_a_measure_of_any_size_gives_the_same_way_in_its_own_unit():
    big = Measure("steps", better="higher", worthwhile=4e5, unit="steps")
    claim = Candidate("B", 1, 6e5, 1e5, 1.1e6, interval_kind="mean_effect", design="trial")
    small = [pair(stage) for stage in way().values()]
    large = [pair(stage) for stage in way(claim, study=replace(PLANNED, measure=big)).values()]
    assert [(-mean / 1e6, sd / 1e6) for mean, sd in large] == [pytest.approx(each) for each in small]


def test_a_claim_in_standard_deviations_is_no_difference_and_said_so():
    stages = way(replace(CLAIM, unit="SD"))
    assert list(stages) == ["nothing"]
    assert "standard deviations" in stages["nothing"].note
