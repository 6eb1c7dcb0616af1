"""How many days of one's own diary a prior is worth."""

from itertools import pairwise
from math import sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oracle import cases, oracle
from scipy import integrate, stats
from trial import SLEEP, trial

from nof1_lab.inference import size
from nof1_lab.inference.block import Block
from nof1_lab.inference.mixture import Mixture
from nof1_lab.inference.prior import derived, if_alike, near_flat, stated
from nof1_lab.inference.worth import Worth, worth
from nof1_lab.study.analysis import Analysis
from nof1_lab.study.candidate import Candidate
from nof1_lab.study.discount import Discount
from nof1_lab.study.prior import Part, Prior
from nof1_lab.study.shape import Shape
from nof1_lab.study.steps import analyse, believe, discount, propose

CLAIM = Candidate("B", 1, -0.6, -1.1, -0.1, interval_kind="individual_effect", design="trial")


def mixture(weights, means, sds):
    return Mixture(np.array(weights), np.array(means), np.array(sds))


def by_quadrature(belief, sigma):
    """ELIR as its definition says it, by another integrator."""

    def information(x):
        z = (x - belief.means) / belief.sds
        bells = belief.weights * np.exp(-0.5 * z**2) / belief.sds
        return (bells @ (z / belief.sds)) ** 2 / bells.sum() / np.sqrt(2 * np.pi) if bells.sum() > 0 else 0.0

    low, high = (belief.means - 12 * belief.sds).min(), (belief.means + 12 * belief.sds).max()
    steps = np.unique(np.clip(belief.means + np.arange(-12, 13)[:, None] * belief.sds, low, high))
    pieces = [integrate.quad(information, *ends, epsabs=1e-13)[0] for ends in pairwise(steps)]
    return sigma**2 * sum(pieces)


def test_a_mixture_has_three_sizes():
    for known in cases(oracle("06_"), "normal_mixture"):
        inputs, expected = known["inputs"], known["expected"]
        belief, sigma = mixture(inputs["w"], inputs["m"], inputs["s"]), inputs["sigma"]
        assert size.elir(belief, sigma) == pytest.approx(expected["elir"], rel=1e-5)
        assert size.moment(belief, sigma) == pytest.approx(expected["moment"], rel=1e-5)
        assert size.at_the_top(belief, sigma) == pytest.approx(expected["morita_at_mode"], rel=1e-5)


def test_a_student_t_has_its_size():
    for known in cases(oracle("06_"), "student_t"):
        numbers = known["inputs"]["nu"], known["inputs"]["scale"], known["inputs"]["sigma"]
        found = {"elir": size.of_student(*numbers), "morita_at_mode": size.of_student_at_the_top(*numbers)}
        assert found == pytest.approx(known["expected"], rel=1e-9)


def test_beliefs_in_chances_and_rates_have_their_size():
    for known in cases(oracle("06_"), "beta"):
        assert size.of_beta(known["inputs"]["a"], known["inputs"]["b"]) == known["expected"]["elir"]
    for known in cases(oracle("06_"), "gamma_poisson"):
        assert size.of_gamma(known["inputs"]["rate"]) == known["expected"]["elir"]
    for known in cases(oracle("06_"), "normal_on_logit"):
        numbers = known["inputs"]["m"], known["inputs"]["s"]
        found = {"elir": size.of_logit(*numbers), "morita_at_mode": size.of_logit_at_the_top(*numbers)}
        assert found == pytest.approx(known["expected"], rel=1e-9)
    for known in cases(oracle("06_"), "normal_on_log_rate"):
        numbers = known["inputs"]["m"], known["inputs"]["s"]
        found = {"elir": size.of_log_rate(*numbers), "morita_at_mode": size.of_log_rate_at_the_top(*numbers)}
        assert found == pytest.approx(known["expected"], rel=1e-9)


def test_a_prior_is_worth_so_many_days():
    for known in cases(oracle("06_"), "prior_worth_k_days"):
        inputs, expected = known["inputs"], known["expected"]
        block = Block(inputs["period_days"], sigma=inputs["sigma_day"], rho=inputs["rho"])
        blocks = size.elir(Mixture.normal(0.0, inputs["prior_sd"]), block.sd)
        assert block.sd**2 == pytest.approx(expected["var_one_block_difference"], rel=1e-9)
        assert blocks == pytest.approx(expected["equivalent_blocks"], rel=1e-9)
        assert block.days * blocks == pytest.approx(expected["equivalent_days"], rel=1e-9)
        alone = Block(1, sigma=inputs["sigma_day"])
        days = alone.days * size.elir(Mixture.normal(0.0, inputs["prior_sd"]), alone.sd)
        assert days == pytest.approx(expected["iid_days"], rel=1e-9)


@pytest.mark.parametrize(
    "belief",
    [
        mixture([0.16, 0.84], [-0.6, 0.0], [0.5, 0.62]),
        mixture([0.72, 0.28], [-3.0, 0.0], [0.05, 0.6]),
        mixture([0.2, 0.3, 0.5], [-1.0, 0.0, 4.0], [1e-3, 1.0, 30.0]),
        Mixture.prior(Prior.shaped("B", Shape("skewed", -1.0, 0.6, lean=-0.7))),
        Mixture.prior(Prior.shaped("B", Shape("student", 0.3, 0.2, tail=3.0))),
    ],
)
def test_the_size_of_any_mixture_is_its_definition(belief):
    assert size.elir(belief, 0.8) == pytest.approx(by_quadrature(belief, 0.8), rel=1e-5)


def test_the_sum_that_stands_for_a_student_t_has_nearly_its_size():
    for tail in (3.0, 5.0, 20.0):
        belief = Mixture.prior(Prior.shaped("B", Shape("student", 0.0, 0.3, tail=tail)))
        assert size.elir(belief, 0.8) == pytest.approx(size.of_student(tail, 0.3, 0.8), rel=0.02)


def test_one_more_observation_makes_a_prior_one_larger_on_average():
    """What makes this size the honest one: the expected size after n observations is n more."""
    belief, sigma, n = mixture([0.7, 0.3], [-0.4, 0.0], [0.15, 1.0]), 0.8, 10
    se2 = sigma**2 / n
    total = belief.sds**2 + se2
    grid = np.linspace(-7.0, 7.0, 2001)
    predictive = belief.weights * stats.norm.pdf(grid[:, None], belief.means, np.sqrt(total))
    sizes = [
        size.elir(
            Mixture.of(
                row / row.sum(), (belief.means * se2 + x * belief.sds**2) / total,
                np.sqrt(belief.sds**2 * se2 / total),
            ),
            sigma,
        )
        for x, row in zip(grid, predictive, strict=True)
    ]  # fmt: skip
    expected = np.trapezoid(np.array(sizes) * predictive.sum(axis=1), grid)
    assert expected == pytest.approx(size.elir(belief, sigma) + n, rel=1e-4)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.floats(0.05, 1), st.floats(-3, 3), st.floats(0.01, 5)), min_size=1, max_size=4))
def test_no_prior_is_worth_less_than_its_spread_alone_or_more_than_its_sharpest_part(parts):
    weights, means, sds = (np.array(row) for row in zip(*parts, strict=True))
    belief = Mixture(weights / weights.sum(), means, sds)
    elir = size.elir(belief, 1.0)
    assert size.moment(belief, 1.0) * (1.0 - 1e-6) <= elir
    assert elir <= (belief.weights @ sds**-2.0) * (1.0 + 1e-6)


@pytest.mark.parametrize(
    ("arms", "length", "washout", "rho"), [(2, 7, 0, 0.4), (2, 5, 2, 0.6), (4, 3, 1, 0.5)]
)
def test_a_block_tells_as_much_as_diaries_written_by_chance(arms, length, washout, rho):
    chance, many, days = np.random.default_rng(8), 60_000, arms * length
    echoes = rho ** np.abs(np.subtract.outer(np.arange(days), np.arange(days)))
    diaries = chance.standard_normal((many, days)) @ np.linalg.cholesky(echoes).T
    means = diaries.reshape(many, arms, length)[:, :, washout:].mean(axis=2)
    order = chance.permuted(np.tile(np.arange(arms), (many, 1)), axis=1)
    first, second = (np.take_along_axis(means, order[:, [i]], axis=1)[:, 0] for i in (0, 1))
    block = Block(length, washout, arms, 1.0, rho)
    assert block.sd == pytest.approx((first - second).std(), rel=0.012)
    assert block.days == days


def test_without_correlation_a_block_is_two_means():
    assert Block(5, washout=1, sigma=2.0).sd == pytest.approx(sqrt(2 * 4.0 / 4))


def test_the_plan_says_how_long_a_block_is():
    plan = trial("ABBAABAB", days=7)
    known = analyse(plan, Analysis(known_spread=0.5, rho=(0.3, 0.3)))
    assert Block.of(plan) == Block(7, 0, 2, SLEEP.day_sd, 0.475, 4)
    assert Block.of(known) == Block(7, 0, 2, 0.5, 0.3, 4)
    assert Block.of(trial("ABCCBA", days=5, washout_days=2)) == Block(5, 2, 3, SLEEP.day_sd, 0.475, 2)


def test_worth_is_said_in_days_of_the_plan():
    study = trial("ABBAABAB", days=7)
    prior, block = Prior.normal("B", -0.4, 0.3), Block.of(study)
    blocks = (block.sd / 0.3) ** 2
    days = 14 * blocks
    assert worth(study, prior) == Worth(
        pytest.approx(days), pytest.approx(blocks), pytest.approx(days), 0.0, 14, block.sd,
        f"This prior is worth about {days:.0f} days of your own diary.",
    )  # fmt: skip


def test_the_spread_alone_is_said_where_it_says_something_else():
    robust = Prior("B", (Part(0.8, -0.4, 0.15), Part(0.2, 0.0, 1.0)), vague=1)
    found = worth(trial("ABBAABAB", days=7), robust)
    assert found.moment_days < 0.5 * found.days
    assert found.sentence.endswith(f"(about {found.moment_days:.0f} days if only its spread is looked at).")


def test_a_flat_prior_is_worth_less_than_a_day():
    study = trial("ABBA", days=7)
    assert worth(study, near_flat("B", SLEEP.day_sd)).sentence == (
        "This prior is worth less than a day of your own diary."
    )


def test_being_unlike_the_evidence_costs_days_and_only_the_derived_prior_says_so():
    study = propose(trial("ABBAABAB", days=7), CLAIM)
    doubts = Discount("B", likeness="few", recalibrates=False, robustifies=False, caps=False)
    doubted = discount(study, doubts)
    found, block = worth(doubted, derived(doubted, "B")), Block.of(study)
    lost = block.days * block.sd**2 * (if_alike(doubted, "B").sd ** -2 - derived(doubted, "B").sd ** -2)
    assert found.extra_days == pytest.approx(lost)
    assert f"Your own days count for more: about {lost:.0f} days extra" in found.sentence
    assert worth(study, derived(study, "B")).extra_days == 0.0
    assert worth(doubted, stated(doubted, "B")).extra_days == 0.0
    by_hand = believe(doubted, Prior.normal("B", 0.0, 2.0))
    assert worth(by_hand, Prior.normal("B", 0.0, 2.0)).extra_days == 0.0


def test_a_doubt_takes_days_and_never_the_arm():
    study = discount(propose(trial("ABBAABAB", days=7), CLAIM), Discount("B", likeness="none"))
    assert study.schedule.arms == ("B",)
    assert study.candidate("B").rank == 1
    assert derived(study, "B").below(0.0) > 0.5
