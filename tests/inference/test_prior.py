"""From a claim about many people to a belief about one."""

from dataclasses import replace
from math import inf, log

import pytest
from hypothesis import given
from hypothesis import strategies as st
from oracle import case, cases, oracle
from trial import SLEEP, trial

from nof1_lab.errors import PriorError
from nof1_lab.inference.prior import (
    Stage,
    asymmetry,
    between_persons,
    commensurate,
    from_confidence,
    from_interval,
    from_lopsided_interval,
    near_flat,
    origin_of,
    power,
    prior_of,
    priors_of,
    robustify,
    sceptical,
    to_person,
    transport,
    waterfall,
)  # fmt: skip
from nof1_lab.study.analysis import Normal
from nof1_lab.study.candidate import Candidate
from nof1_lab.study.prior import Part, Prior
from nof1_lab.study.steps import believe, doubt, propose

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
    robust = robustify("B", moved, weight=inputs["weight"], vague_sd=inputs["vague_sd"])
    assert stated.sd == pytest.approx(expected["interval_sd"], rel=1e-9)
    assert person.sd == pytest.approx(expected["individual_sd"], rel=1e-9)
    assert pair(moved) == pytest.approx(tuple(expected["transported"]), rel=1e-9)
    wanted = list(zip(*expected["mixture"].values(), strict=True))
    assert [(p.weight, p.mean, p.sd) for p in robust.parts] == [
        pytest.approx(part, rel=1e-9) for part in wanted
    ]
    assert robust.below(0.0) == pytest.approx(expected["prior_p_benefit"], rel=1e-9)
    assert robust.below(-0.4) == pytest.approx(expected["prior_p_gt_mcid"], rel=1e-9)


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


def test_all_or_none_of_a_robust_prior_is_one_part():
    claim = Normal(-0.4, 0.2)
    assert robustify("B", claim, weight=1.0, vague_sd=1.0) == Prior.normal("B", -0.4, 0.2)
    assert robustify("B", claim, weight=0.0, vague_sd=1.0) == Prior.normal("B", 0.0, 1.0)
    kept = robustify("B", claim, weight=0.75, vague_sd=1.0)
    assert kept.parts == (Part(0.75, -0.4, 0.2), Part(0.25, 0.0, 1.0))


def test_a_population_interval_is_widened_for_one_person():
    stated, person = waterfall(CLAIM, SLEEP)
    assert pair(stated) == pytest.approx(pair(from_interval(-1.1, -0.1)))
    tau = between_persons(-0.6, SLEEP)
    assert tau == pytest.approx(0.3)
    assert pair(person) == pytest.approx(pair(to_person(Normal(*pair(stated)), tau)))
    assert person.note == (
        "The interval is about the mean of many, and people differ: a spread of 0.3 between people is added."
    )


def test_an_interval_of_unknown_kind_is_taken_for_a_population_interval():
    unknown = waterfall(replace(CLAIM, interval_kind="unknown"), SLEEP)[-1]
    assert pair(unknown) == pair(waterfall(CLAIM, SLEEP)[-1])
    assert "does not say whom it is about" in unknown.note


def test_an_interval_about_one_person_is_left_alone():
    stated, person = waterfall(replace(CLAIM, interval_kind="individual_effect"), SLEEP)
    assert pair(stated) == pair(person)
    assert "nothing is added" in person.note


def test_people_differ_at_least_by_a_quarter_of_a_day():
    assert between_persons(0.0, SLEEP) == pytest.approx(0.25 * SLEEP.day_sd)
    assert between_persons(-2.0, SLEEP) == pytest.approx(1.0)


def test_a_lopsided_interval_is_matched_by_two_half_bells_and_said_so():
    stated = waterfall(replace(CLAIM, estimate=-0.2), SLEEP)[0]
    assert pair(stated) == pytest.approx(pair(from_lopsided_interval(-0.2, -1.1, -0.1)))
    assert "lopsided" in stated.note
    assert pair(from_lopsided_interval(-0.6, -1.1, -0.1)) == pytest.approx(pair(from_interval(-1.1, -0.1)))


def test_an_estimate_without_an_interval_gets_a_wide_spread_and_says_so():
    for estimate, sd in ((-0.6, SLEEP.day_sd), (-3.0, 3.0)):
        stated = waterfall(Candidate("B", 1, estimate), SLEEP)[0]
        assert pair(stated) == (estimate, sd)
        assert "without an interval" in stated.note


@pytest.mark.parametrize("candidate", [Candidate("B"), Candidate("B", rank=1)])
def test_a_name_or_a_rank_alone_is_no_knowledge(candidate):
    (only,) = waterfall(candidate, SLEEP)
    assert only == Stage("nothing known", 0.0, 10 * SLEEP.day_sd, only.note)
    assert pair(near_flat("B", SLEEP.day_sd)) == pair(only)


def test_a_prior_set_by_hand_is_exactly_that_and_can_be_forgotten():
    bare = trial("AB", days=3)
    study = propose(bare, CLAIM)
    hand = Prior.normal("B", -0.1, 0.2)
    assert origin_of(bare, "B") == "nothing known"
    assert (prior_of(study, "B").sd, origin_of(study, "B")) == (waterfall(CLAIM, SLEEP)[-1].sd, "candidate")
    assert (prior_of(believe(study, hand), "B"), origin_of(believe(study, hand), "B")) == (hand, "hand")
    assert prior_of(doubt(believe(study, hand), "B"), "B") == prior_of(study, "B")
    assert priors_of(study) == (prior_of(study, "B"),)
    assert priors_of(replace(study, schedule=None)) == ()
    assert prior_of(study, "B").below(inf) == 1.0
