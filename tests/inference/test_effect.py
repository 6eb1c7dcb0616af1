"""Better and worse get their direction once, and every chance speaks of it."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from inference.test_exact import MIXED, OPEN, short_table
from oracle import case, oracle
from trial import SLEEP, golden

from nof1_lab.inference.effect import Sample, best, effect, effects, losses, sampled_effects
from nof1_lab.inference.evidence import reckon
from nof1_lab.inference.exact import posterior
from nof1_lab.inference.mixture import Mixture
from nof1_lab.study.prior import Prior
from nof1_lab.study.shape import Shape

MORE = replace(SLEEP, better="higher")


def test_lower_is_better_makes_a_negative_effect_a_benefit():
    belief = Mixture.normal(-0.6, 0.3)
    found = effect(belief, Prior.normal("B", 0.0, 1.0), SLEEP, reference="A")
    assert (found.mean, found.sd, found.level) == pytest.approx((-0.6, 0.3, 0.95))
    assert (found.low, found.high) == pytest.approx((-0.6 - 1.959964 * 0.3, -0.6 + 1.959964 * 0.3), abs=1e-6)
    assert found.p_benefit == pytest.approx(belief.below(0.0))
    assert found.p_worthwhile == pytest.approx(belief.below(-0.4))
    assert found.p_harm == pytest.approx(belief.above(0.4))
    assert found.prior.p_benefit == pytest.approx(0.5)
    assert found.prior.p_worthwhile == pytest.approx(Mixture.normal(0.0, 1.0).below(-0.4))


@given(m=st.floats(-3, 3), s=st.floats(0.05, 3))
def test_turning_effect_and_direction_leaves_every_chance(m, s):
    one = effect(Mixture.normal(m, s), Prior.normal("B", m, s), SLEEP, reference="A")
    two = effect(Mixture.normal(-m, s), Prior.normal("B", -m, s), MORE, reference="A")
    chances = ("p_benefit", "p_worthwhile", "p_harm", "p_rope")
    assert [getattr(one, p) for p in chances] == pytest.approx([getattr(two, p) for p in chances])
    assert one.prior.p_worthwhile == pytest.approx(two.prior.p_worthwhile)
    assert one.p_worthwhile + one.p_rope + one.p_harm == pytest.approx(1.0)
    assert one.p_worthwhile <= one.p_benefit


def test_a_row_has_the_promised_keys():
    found = effects(posterior(short_table(), [MIXED], OPEN, reference="A"), SLEEP)
    assert list(found[0].row()) == [
        "arm", "reference", "mean", "sd", "low", "high", "level",
        "p_benefit", "p_worthwhile", "p_harm", "p_rope", "loss_adopt", "loss_keep", "prior",
        "claim_weight_before", "claim_weight_after",
    ]  # fmt: skip
    prior = found[0].row()["prior"]
    assert isinstance(prior, dict)
    assert list(prior) == ["mean", "sd", "p_benefit", "p_worthwhile", "family", "parts"]


def test_draws_say_what_the_posterior_says():
    exact = posterior(short_table(), [MIXED], OPEN, reference="A")
    draws = exact.draw(200_000, seed=1).effects[:, 0]
    (one,) = effects(exact, SLEEP)
    (two,) = sampled_effects({"B": draws.reshape(4, -1)}, [MIXED], SLEEP, reference="A")
    assert two.prior == one.prior
    keys = (
        "mean",
        "sd",
        "low",
        "high",
        "p_benefit",
        "p_worthwhile",
        "p_harm",
        "p_rope",
        "loss_adopt",
        "loss_keep",
    )
    for key in keys:
        assert getattr(two, key) == pytest.approx(getattr(one, key), abs=0.01), key


def test_a_sample_counts_its_draws():
    sample = Sample(np.array([-1.0, 0.5, 1.0, 2.0]))
    assert (sample.mean, sample.below(0.0), sample.above(0.75)) == (0.625, 0.25, 0.5)


def test_someone_is_best_and_the_reference_may_be():
    table = short_table("AABBCCBBAACC", skip=(3,))
    exact = posterior(table, [Prior.normal("B", 0, 0.5), Prior.normal("C", 0, 0.5)], OPEN, reference="A")
    lower, higher = best(exact, SLEEP, seed=3), best(exact, MORE, seed=3)
    assert list(lower) == ["A", "B", "C"]
    assert sum(lower.values()) == pytest.approx(1.0)
    assert lower["B"] > 0.5 > higher["B"]
    assert best(exact, SLEEP, seed=3) == lower


@given(m=st.floats(-3, 3), s=st.floats(0.05, 3), burden=st.floats(0, 2))
def test_a_loss_is_what_an_integral_says_and_turns_with_the_direction(m, s, burden):
    grid = np.linspace(m - 12 * s, m + 12 * s, 200_001)
    height = np.exp(-0.5 * ((grid - m) / s) ** 2) / (s * np.sqrt(2 * np.pi))
    wanted = [np.trapezoid(np.maximum(short, 0.0) * height, grid) for short in (burden - grid, grid - burden)]
    assert losses(Mixture.normal(m, s), MORE, burden) == pytest.approx(wanted, abs=1e-6)
    assert losses(Mixture.normal(-m, s), SLEEP, burden) == pytest.approx(wanted, abs=1e-6)


def test_the_golden_trial_loses_little_by_adopting_and_much_by_leaving():
    wanted = case(oracle("26_"), "decision")["expected"]
    (found,) = reckon(golden()).effects
    assert found.loss_adopt == pytest.approx(wanted["expected_loss_adopt"], abs=1e-5)
    assert found.loss_keep == pytest.approx(wanted["expected_loss_keep"], abs=1e-5)


def test_a_row_tells_the_prior_as_it_is_and_what_is_left_of_its_claim():
    prior = Prior("B", MIXED.parts, vague=1)
    exact = posterior(short_table(), [prior], OPEN, reference="A")
    row = effects(exact, SLEEP)[0].row()
    assert row["prior"]["family"] == "mixture"
    assert row["prior"]["parts"] == [{"weight": p.weight, "mean": p.mean, "sd": p.sd} for p in MIXED.parts]
    assert row["claim_weight_before"] == pytest.approx(0.7)
    assert row["claim_weight_after"] == pytest.approx(exact.parts("B")[0].weight)
    draws = {"B": exact.draw(50_000, seed=1).effects[:, 0]}
    (sampled,) = sampled_effects(draws, [prior], SLEEP, reference="A")
    assert sampled.claim_weight_after == pytest.approx(row["claim_weight_after"], abs=0.005)


@pytest.mark.parametrize(
    ("prior", "family"),
    [
        (Prior.normal("B", 0.0, 1.0), "normal"),
        (Prior.shaped("B", Shape("student", 0.0, 1.0)), "student"),
        (Prior.shaped("B", Shape("skewed", 0.0, 1.0, lean=0.4)), "skewed"),
        (MIXED, "mixture"),
    ],
)
def test_a_prior_is_named_by_its_curve(prior, family):
    exact = posterior(short_table(), [prior], OPEN, reference="A")
    (found,) = effects(exact, SLEEP)
    assert found.prior.family == family
    assert (found.claim_weight_before, found.claim_weight_after) == (1.0, 1.0)
