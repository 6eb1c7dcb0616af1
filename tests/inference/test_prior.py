"""From a claim about many people to a belief about one."""

from dataclasses import replace
from math import exp, inf, log, sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oracle import case, cases, oracle
from trial import SLEEP, trial

from nof1_lab.errors import PriorError
from nof1_lab.inference.block import Block
from nof1_lab.inference.claim import blom
from nof1_lab.inference.doubt import cap, weight_of
from nof1_lab.inference.mixture import Mixture
from nof1_lab.inference.prior import (
    asymmetry,
    between_persons,
    commensurate,
    corrected,
    derived,
    from_confidence,
    from_interval,
    from_lopsided_interval,
    from_rank,
    if_alike,
    leaning,
    near_flat,
    origin_of,
    power,
    prior_of,
    priors_of,
    recalibrate,
    robustify,
    sceptical,
    stated,
    to_person,
    transport,
)
from nof1_lab.inference.size import elir
from nof1_lab.study.analysis import Normal
from nof1_lab.study.candidate import Candidate
from nof1_lab.study.discount import Discount
from nof1_lab.study.prior import Part, Prior
from nof1_lab.study.shape import Shape
from nof1_lab.study.steps import believe, discount, doubt, propose

CLAIM = Candidate("B", 1, -0.6, -1.1, -0.1, interval_kind="mean_effect")


def pair(normal):
    return normal.mean, normal.sd


def test_an_interval_is_read_as_a_normal():
    for known in cases(oracle("01_"), "normal_from_interval"):
        inputs, expected = known["inputs"], known["expected"]
        found = from_interval(inputs["lower"], inputs["upper"], inputs["level"])
        assert pair(found) == pytest.approx((expected["mean"], expected["sd"]), rel=1e-9)
        assert asymmetry(inputs["estimate"], inputs["lower"], inputs["upper"]) == pytest.approx(
            expected["asymmetry"], abs=1e-12
        )
        assert Prior.normal("B", *pair(found)).below(0.0) == pytest.approx(expected["p_negative"], rel=1e-9)


def test_a_ratio_is_read_on_the_log_scale():
    inputs, expected = (
        case(oracle("01_"), "lognormal_from_ratio_interval")[k] for k in ("inputs", "expected")
    )
    found = from_interval(log(inputs["lower"]), log(inputs["upper"]), inputs["level"])
    assert pair(found) == pytest.approx((expected["log_mean"], expected["log_sd"]), rel=1e-9)


def test_a_sure_direction_gives_a_spread():
    for known in cases(oracle("01_"), "sd_from_confidence_of_direction"):
        found = from_confidence(known["inputs"]["estimate"], known["inputs"]["prob_same_sign"])
        assert pair(found) == pytest.approx(tuple(known["expected"].values()), rel=1e-9)
    for chance in (0.5, 1.0, -0.1):
        with pytest.raises(PriorError, match=r"such as 0\.8"):
            from_confidence(-0.4, chance)


def test_one_person_is_less_certain_than_the_mean_of_many():
    inputs, expected = (
        case(oracle("01_"), "population_mean_to_individual")[k] for k in ("inputs", "expected")
    )
    population = Normal(inputs["mean"], inputs["sd_of_mean"])
    found = to_person(population, inputs["between_person_sd"])
    assert pair(found) == pytest.approx((expected["mean"], expected["sd"]), rel=1e-9)
    chances = [Prior.normal("B", *pair(normal)).below(0.0) for normal in (found, population)]
    assert chances == pytest.approx(
        [expected["prob_benefit_smaller_is_better"], expected["prob_if_forgotten"]], rel=1e-9
    )


def test_a_sceptic_believes_in_a_worthwhile_benefit_with_one_in_twenty():
    known = case(oracle("01_"), "sceptical")
    found = sceptical("B", known["inputs"]["mcid"])
    assert pair(found) == pytest.approx(tuple(known["expected"].values()), rel=1e-9)
    assert found.below(-known["inputs"]["mcid"]) == pytest.approx(0.05)


def test_a_claim_can_count_with_a_share_of_its_weight():
    for known in cases(oracle("01_"), "power_prior_proper_initial"):
        inputs, expected = known["inputs"], known["expected"]
        claim, initial = (
            Normal(inputs["mean"], inputs["sd"]),
            Normal(inputs["initial_mean"], inputs["initial_sd"]),
        )
        found = power(claim, share=inputs["a0"], initial=initial)
        assert pair(found) == pytest.approx((expected["mean"], expected["sd"]), rel=1e-9)
        flat = expected["sd_flat_initial"]
        if flat != "inf":
            wide = power(claim, share=inputs["a0"], initial=Normal(0.0, 1e8))
            assert wide.sd == pytest.approx(flat, rel=1e-9)
        assert (flat == "inf") == (inputs["a0"] == 0.0)


def test_a_commensurate_claim_is_a_power_prior_on_a_flat_start():
    for known in cases(oracle("01_"), "commensurate_fixed_tau"):
        inputs, expected = known["inputs"], known["expected"]
        claim = Normal(inputs["mean"], inputs["sd"])
        found = commensurate(claim, inputs["tau"])
        assert pair(found) == pytest.approx((expected["mean"], expected["sd"]), rel=1e-9)
        same = power(claim, share=expected["equivalent_a0"], initial=Normal(0.0, 1e8))
        assert pair(same) == pytest.approx(pair(found), rel=1e-9)


def test_the_golden_prior_comes_out_of_the_stages():
    inputs, expected = (case(oracle("26_"), "prior")[k] for k in ("inputs", "expected"))
    stated = from_interval(inputs["lower"], inputs["upper"], inputs["level"])
    person = to_person(stated, inputs["between_person_sd"])
    moved = transport(person, r=inputs["relative_accuracy"] ** 0.5, tau0=inputs["tau0"])
    robust = robustify(Prior.normal("B", *pair(moved)), weight=inputs["weight"], vague_sd=inputs["vague_sd"])
    assert stated.sd == pytest.approx(expected["interval_sd"], rel=1e-9)
    assert person.sd == pytest.approx(expected["individual_sd"], rel=1e-9)
    assert pair(moved) == pytest.approx(tuple(expected["transported"]), rel=1e-9)
    wanted = list(zip(*expected["mixture"].values(), strict=True))
    assert [(p.weight, p.mean, p.sd) for p in robust.parts] == [
        pytest.approx(part, rel=1e-9) for part in wanted
    ]
    assert robust.below(0.0) == pytest.approx(expected["prior_p_benefit"], rel=1e-9)
    assert robust.below(-0.4) == pytest.approx(expected["prior_p_gt_mcid"], rel=1e-9)


@settings(deadline=None)
@given(
    m=st.floats(-3, 3), s=st.floats(0.01, 3), tau0=st.floats(0.01, 3), r=st.floats(0, 1), q=st.floats(0, 1)
)
def test_a_discount_never_sharpens_never_turns_and_pulls_to_the_centre(m, s, tau0, r, q):
    low, high = sorted((r, q))
    less, more = (transport(Normal(m, s), r=x, tau0=tau0) for x in (low, high))
    assert less.sd >= more.sd - 1e-12 >= s - 2e-12
    assert abs(less.mean) <= abs(more.mean) + 1e-12
    assert less.mean * m >= 0
    assert pair(transport(Normal(m, s), r=1.0, tau0=tau0)) == pytest.approx((m, s))


def test_people_cannot_be_more_than_alike():
    with pytest.raises(PriorError, match="from 0 to 1"):
        transport(Normal(0.0, 1.0), r=1.2, tau0=1.0)


def test_the_whole_way_is_that_of_a_known_answer():
    inputs, expected = (case(oracle("09_"), "full_pipeline")[k] for k in ("inputs", "expected"))
    ledger = inputs["ledger"]
    first = from_interval(inputs["lower"], inputs["upper"], inputs["level"])
    second = corrected(first, shift=ledger["bias"], slope=ledger["slope"], inflation=ledger["inflation"])
    third = to_person(second, inputs["between_person_sd"])
    fourth = transport(third, r=sqrt(inputs["relative_accuracy"]), tau0=inputs["tau0"], centre=inputs["mu0"])
    last = robustify(
        Prior.normal("B", *pair(fourth)), weight=inputs["weight_informative"], vague_sd=inputs["vague_sd"]
    )
    keys = ("step1_interval", "step2_recalibrated", "step3_individual", "step4_transported")
    for key, found in zip(keys, (first, second, third, fourth), strict=True):
        assert pair(found) == pytest.approx(tuple(expected[key]), rel=1e-9)
    mixture = expected["step5_mixture"]
    wanted = list(zip(mixture["w"], mixture["m"], mixture["s"], strict=True))
    assert [(p.weight, p.mean, p.sd) for p in last.parts] == [pytest.approx(w, rel=1e-9) for w in wanted]
    assert (*pair(last), last.below(0.0)) == pytest.approx(
        (mixture["mean"], mixture["sd"], mixture["p_lt_0"]), rel=1e-9
    )


def test_all_or_none_of_a_robust_prior_is_one_part():
    claim = Prior.normal("B", -0.4, 0.2)
    assert robustify(claim, weight=1.0, vague_sd=1.0) == claim
    assert robustify(claim, weight=0.0, vague_sd=1.0) == Prior.normal("B", 0.0, 1.0)
    kept = robustify(claim, weight=0.75, vague_sd=1.0)
    assert kept == Prior("B", (Part(0.75, -0.4, 0.2), Part(0.25, 0.0, 1.0)), vague=1)
    assert kept.claim == claim.parts


def test_the_weight_is_a_share_of_the_grade_of_the_evidence():
    assert {design: weight_of(design) for design in ("trial", "cohort", "mechanism", "none", "")} == {
        "trial": pytest.approx(0.72), "cohort": pytest.approx(0.48), "mechanism": pytest.approx(0.32),
        "none": pytest.approx(0.16), "": pytest.approx(0.16),
    }  # fmt: skip


@pytest.mark.parametrize(("mean", "sd", "day_sd"), [(-0.6, 0.25, 0.8), (0.0, 1.0, 2.0), (3.0, 0.1, 0.5)])
def test_an_unchecked_claim_is_as_wide_as_the_claims_of_unknown_forecasters_turn_out(mean, sd, day_sd):
    chance = np.random.default_rng(3)
    shift, slope = chance.normal(0.0, 0.3 * day_sd, 400_000), chance.normal(1.0, 0.5, 400_000)
    kappa = np.exp(chance.normal(0.0, 0.5, 400_000))
    truth = shift + slope * mean + kappa * sd * chance.standard_normal(400_000)
    found = recalibrate(Normal(mean, sd), day_sd)
    assert found.mean == mean
    assert found.sd == pytest.approx(truth.std(), rel=0.01)
    assert found.sd**2 == pytest.approx(exp(0.5) * sd**2 + 0.09 * day_sd**2 + 0.25 * mean**2)


@settings(deadline=None)
@given(st.integers(2, 40), st.floats(0.1, 3.0), st.floats(0.0, 0.95))
def test_ranks_share_out_the_spread_of_the_effects(many, tau, trust):
    claims = [from_rank(rank, many, tau=tau, trust=trust, centre=0.2) for rank in range(1, many + 1)]
    means = np.array([claim.mean for claim in claims])
    assert (np.diff(means) < 1e-12).all()
    assert means.mean() == pytest.approx(0.2)
    # Between ranks and within them: together the spread of all effects.
    assert means.var() + claims[0].sd ** 2 == pytest.approx(tau**2)


def test_a_rank_is_about_where_the_order_of_so_many_normals_lies():
    drawn = np.sort(np.random.default_rng(4).standard_normal((200_000, 5)), axis=1).mean(axis=0)
    assert [blom(rank, 5) for rank in range(1, 6)] == pytest.approx(drawn[::-1].tolist(), abs=0.02)


@settings(deadline=None)
@given(
    st.floats(-3, 3), st.floats(0.05, 3), st.floats(0.05, 1), st.floats(0.01, 0.99), st.floats(0.1, 3),
    st.floats(0.05, 20),
)  # fmt: skip
def test_a_cap_is_met_exactly_and_never_sharpens(mean, sd, weight, more, vague_sd, most):
    block = Block(length=7, sigma=1.0, rho=0.4)
    prior = robustify(Prior.normal("B", mean, sd), weight=min(weight, more), vague_sd=vague_sd)
    capped, wider = cap(prior, block, most)
    before, after = (elir(Mixture.prior(each), block.sd) for each in (prior, capped))
    assert after == pytest.approx(min(before, most), rel=1e-6)
    assert wider >= 1.0
    assert (capped == prior) == (before <= most)
    assert capped.mean == pytest.approx(prior.mean, abs=1e-9)
    assert capped.sd >= prior.sd - 1e-9
    assert capped.vague == prior.vague


def test_a_cap_widens_the_claim_and_leaves_the_room_for_being_wrong():
    block = Block(length=7, sigma=1.0, rho=0.0)
    prior = robustify(Prior.normal("B", -0.4, 0.1), weight=0.8, vague_sd=block.sd)
    capped, wider = cap(prior, block, 4.0)
    assert (capped.parts[0].mean, capped.parts[0].sd) == pytest.approx((-0.4, 0.1 * wider))
    assert capped.parts[1] == prior.parts[1]


def test_where_the_room_for_being_wrong_is_worth_too_much_all_is_widened():
    block = Block(length=7, sigma=1.0, rho=0.0)
    prior = robustify(Prior.normal("B", -0.4, 0.1), weight=0.2, vague_sd=block.sd)
    capped, wider = cap(prior, block, 0.5)
    assert [part.sd for part in capped.parts] == pytest.approx([0.1 * wider, block.sd * wider])
    assert cap(prior, block, 0.0)[0].sd == pytest.approx(cap(prior, block, 0.01)[0].sd)


def test_a_curve_that_leans_goes_through_its_three_points():
    for middle, lower, upper, level in ((-0.4, -1.1, 0.0, 0.95), (2.0, 1.5, 3.2, 0.8), (0.0, -1.0, 1.0, 0.5)):
        curve = leaning(middle, lower, upper, level)
        belief = Prior.shaped("B", curve)
        assert [belief.below(x) for x in (lower, middle, upper)] == pytest.approx(
            [(1 - level) / 2, 0.5, (1 + level) / 2], abs=0.003
        )
    assert leaning(-0.2, -1.1, -0.19) is None
    assert leaning(-0.2, -0.2, 0.3) is None
    assert leaning(0.0, -1.0, 1.0) == Shape("skewed", 0.0, from_interval(-1.0, 1.0).sd)


def test_people_differ_at_least_by_a_quarter_of_a_day():
    assert between_persons(0.0, 0.8) == pytest.approx(0.2)
    assert between_persons(-2.0, 0.8) == pytest.approx(1.0)


def test_two_half_bells_that_are_alike_are_a_bell():
    assert pair(from_lopsided_interval(-0.6, -1.1, -0.1)) == pytest.approx(pair(from_interval(-1.1, -0.1)))


def test_two_half_bells_have_the_moments_of_two_half_bells():
    x = np.linspace(-8.0, 8.0, 400_001)
    left, right = 0.7 / 1.959964, 0.2 / 1.959964
    height = np.exp(-0.5 * (x / np.where(x < 0, left, right)) ** 2)
    weight = height / height.sum()
    found = from_lopsided_interval(0.0, -0.7, 0.2)
    mean = weight @ x
    assert pair(found) == pytest.approx((mean, sqrt(weight @ (x - mean) ** 2)), abs=1e-5)


def test_a_prior_set_by_hand_is_exactly_that_and_can_be_forgotten():
    bare = trial("AB", days=3)
    study = propose(bare, CLAIM)
    hand = Prior.normal("B", -0.1, 0.2)
    assert origin_of(bare, "B") == "nothing known"
    assert (prior_of(study, "B"), origin_of(study, "B")) == (derived(study, "B"), "candidate")
    assert (prior_of(believe(study, hand), "B"), origin_of(believe(study, hand), "B")) == (hand, "hand")
    assert prior_of(doubt(believe(study, hand), "B"), "B") == prior_of(study, "B")
    assert priors_of(study) == (prior_of(study, "B"),)
    assert priors_of(replace(study, schedule=None)) == ()
    assert prior_of(study, "B").below(inf) == 1.0


def test_what_is_stated_stays_in_sight_behind_what_is_derived():
    study = propose(trial("AB", days=3), CLAIM)
    assert stated(study, "B") == Prior.normal("B", *pair(from_interval(-1.1, -0.1)))
    assert stated(believe(study, Prior.normal("B", 0.0, 1.0)), "B") == stated(study, "B")
    assert stated(trial("AB", days=3), "B") is None
    assert derived(trial("AB", days=3), "B") == near_flat("B", SLEEP.day_sd)


def test_being_unlike_the_people_of_the_evidence_can_be_left_out_of_a_ranking():
    study = propose(trial("AB", days=3), CLAIM)
    few = discount(study, Discount("B", likeness="few"))
    assert if_alike(few, "B") == derived(study, "B") != derived(few, "B")
