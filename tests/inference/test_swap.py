"""Another prior without another fit: the curve times the prior is the posterior."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inference.test_exact import AGAINST, MIXED, OPEN, short_table
from oracle import case, oracle
from scipy.integrate import quad
from scipy.special import log_expit
from scipy.stats import norm
from trial import table_of

from nof1_lab.errors import PriorError
from nof1_lab.inference.exact import posterior
from nof1_lab.inference.likelihood import likelihood
from nof1_lab.inference.nuisance import HalfNormal, Known, Nuisance, Uniform
from nof1_lab.inference.swap import swap
from nof1_lab.study.analysis import Normal
from nof1_lab.study.prior import Part, Prior

NORMALS = st.builds(Prior.normal, st.just("B"), st.floats(-4, 4), st.floats(0.05, 5))
MIXTURES = st.builds(
    lambda weight, sharp, vague: Prior("B", (Part(weight, *sharp), Part(1 - weight, *vague))),
    st.floats(0.05, 0.95),
    st.tuples(st.floats(-3, 3), st.floats(0.05, 1)),
    st.tuples(st.floats(-3, 3), st.floats(0.5, 4)),
)


def same(found, exact, *, within=1e-6):
    """Whether a swap and a posterior say the same about the effect."""
    effect = exact.effect("B")
    got = [
        found.mean,
        found.sd,
        found.log_evidence,
        *(found.below(x) for x in (-0.4, 0.0, 0.4)),
        *found.interval(),
    ]
    want = [effect.mean, effect.sd, exact.log_evidence, *(effect.below(x) for x in (-0.4, 0.0, 0.4))]
    assert got == pytest.approx([*want, *effect.interval()], abs=within)


def test_binary_outcomes_get_the_same_posterior_under_every_prior():
    known = case(oracle("27_"), "bernoulli")
    inputs, expected = known["inputs"], known["expected"]

    def at(theta: float) -> float:
        def height(b: float) -> float:
            spans = (
                (b, inputs["events_A"], inputs["days_A"]),
                (b + theta, inputs["events_B"], inputs["days_B"]),
            )
            total = sum(yes * log_expit(x) + (days - yes) * log_expit(-x) for x, yes, days in spans)
            return float(np.exp(total + 29.0) * norm.pdf(b, *inputs["intercept_prior"]))

        return float(np.log(quad(height, -12, 12, points=[0.0, -theta], epsrel=1e-11, limit=200)[0]) - 29.0)

    theta = np.linspace(-9.0, 9.0, 301)
    curve = np.array([at(x) for x in theta])
    named = {
        name: Prior.normal("B", *prior[1:]) for name, prior in inputs["priors"].items() if prior[0] == "N"
    }
    named["robust"] = Prior("B", (Part(0.7, -0.4, 0.3), Part(0.3, 0.0, 1.5)))
    evidence = {}
    for name, prior in named.items():
        found, wanted = swap(theta, curve, prior), expected["posteriors"][name]
        evidence[name] = found.log_evidence
        got = [found.mean, found.sd, found.below(0.0), found.log_evidence]
        want = [wanted[key] for key in ("mean", "sd", "p_lt_0", "log_evidence")]
        assert got == pytest.approx(want, abs=1e-5), name  # the known answers end there
    assert evidence["robust"] - evidence["reference"] == pytest.approx(
        expected["log_bf_robust_vs_reference"], abs=1e-6
    )
    assert evidence["lfm"] - evidence["sceptical"] == pytest.approx(
        expected["log_bf_lfm_vs_sceptical"], abs=1e-6
    )
    finer, found = case(oracle("11_"), "bernoulli_logit")["expected"], swap(theta, curve, named["lfm"])
    got = [found.mean, found.sd, found.below(0.0), found.log_evidence]
    want = [finer[key] for key in ("a_mean", "a_sd", "p_a_lt_0", "log_marginal_bernoulli")]
    assert got == pytest.approx(want, abs=1e-8)


@pytest.mark.parametrize(
    "prior", [MIXED, AGAINST, Prior.normal("B", -3.5, 0.1)], ids=["mixed", "against", "far"]
)
def test_the_curve_times_a_prior_is_the_exact_posterior(prior):
    curve = likelihood(posterior(short_table(), [MIXED], OPEN, reference="A"), "B", domain=(-4.0, 4.0))
    same(swap(curve.theta, curve.log, prior), posterior(short_table(), [prior], OPEN, reference="A"))


@settings(max_examples=40, deadline=None)
@given(
    prior=NORMALS | MIXTURES,
    seed=st.integers(0, 20),
    arms=st.sampled_from(["AAABBBBAAA", "ABAB", "BBABAABABAAB" * 3]),
)
def test_any_prior_can_be_dragged(prior, seed, arms):
    table = short_table(arms, seed=seed)
    curve = likelihood(posterior(table, [MIXED], OPEN, reference="A"), "B", domain=(-4.0, 4.0))
    # Few days leave the top of the curve as sharp as a thorn: no grid of 300 points follows it to the end.
    within = 1e-6 if len(arms) > 5 else 2e-3
    same(swap(curve.theta, curve.log, prior), posterior(table, [prior], OPEN, reference="A"), within=within)


def test_a_top_sharper_than_any_even_panel_is_not_missed():
    """Five days that nearly lie on the model's lines: a thorn a hundredth as wide as its surroundings."""
    table = table_of(
        [2, 7, 16, 17, 35],
        list("ABCCC"),
        [-0.368, -0.403, -0.392, -0.392, -0.394],
        time=[-3.0, -16 / 7, -1.0, -6 / 7, 12 / 7],
    )
    learnt = Nuisance(Normal(0.0, 1.48), Normal(0.0, 0.0074), HalfNormal(0.03), Uniform(0.0, 0.95))
    other = Prior.normal("C", 0.01, 0.02)
    wide = Prior("B", (Part(0.7, 0.06, 0.008), Part(0.3, 0.0, 0.07)))
    exact = posterior(table, [wide, other], learnt, reference="A")
    curve = likelihood(exact, "B", domain=(-0.15, 0.15))
    same(swap(curve.theta, curve.log, wide), exact, within=1e-5)


def test_other_arms_keep_their_own_priors():
    table = short_table("AABBCCBBAACC", skip=(3,))
    other = Prior("C", (Part(0.5, 0.5, 0.2), Part(0.5, 0.0, 0.8)))
    curve = likelihood(posterior(table, [MIXED, other], OPEN, reference="A"), "B", domain=(-4.0, 4.0))
    same(swap(curve.theta, curve.log, AGAINST), posterior(table, [AGAINST, other], OPEN, reference="A"))


def test_the_curve_does_not_know_the_prior_of_its_own_arm():
    table = short_table()
    one, two = (
        likelihood(posterior(table, [prior], OPEN, reference="A"), "B", domain=(-4.0, 4.0))
        for prior in (MIXED, AGAINST)
    )
    assert one.theta == pytest.approx(two.theta)
    assert one.log == pytest.approx(two.log)


def test_known_spread_and_correlation_give_a_parabola():
    known = Nuisance(OPEN.intercept, OPEN.trend, Known(0.8), Known(0.35))
    exact = posterior(short_table(), [MIXED], known, reference="A")
    curve = likelihood(exact, "B", domain=(-4.0, 4.0))
    square = np.polyfit(curve.theta, curve.log, 2)
    assert np.polyval(square, curve.theta) == pytest.approx(curve.log, abs=1e-7)
    same(swap(curve.theta, curve.log, MIXED), exact)


def test_an_arm_without_days_leaves_every_prior_as_it_is():
    curve = likelihood(
        posterior(short_table("AAAAAA"), [MIXED], OPEN, reference="A"), "B", domain=(-4.0, 4.0)
    )
    found = swap(curve.theta, curve.log, AGAINST)
    assert (found.mean, found.sd) == pytest.approx((3.0, 0.3), abs=1e-8)


def test_the_grid_reaches_beyond_what_can_be_dragged_and_rises():
    curve = likelihood(posterior(short_table(), [MIXED], OPEN, reference="A"), "B", domain=(-4.0, 4.0))
    assert (curve.theta[0], curve.theta[-1], len(curve.theta)) == (-8.0, 8.0, 301)
    assert (np.diff(curve.theta) > 0).all()


def test_a_quantile_undoes_a_chance_and_the_density_adds_up():
    curve = likelihood(posterior(short_table(), [MIXED], OPEN, reference="A"), "B")
    found = swap(curve.theta, curve.log, MIXED)
    for p in (0.001, 0.3, 0.975):
        assert found.below(found.quantile(p)) == pytest.approx(p, abs=1e-10)
    assert found.below(-50.0) == 0.0
    assert found.above(50.0) == 0.0
    grid = np.linspace(found.edges[0], found.edges[-1], 5001)
    assert np.trapezoid(found.density(grid), grid) == pytest.approx(1.0, abs=1e-6)


@pytest.mark.parametrize("theta", [[0.0, 1.0], [0.0, 1.0, 1.0], [0.0, 2.0, 1.0]])
def test_a_curve_that_does_not_rise_is_refused(theta):
    with pytest.raises(PriorError, match="from the diary"):
        swap(np.array(theta), np.zeros(len(theta)), MIXED)
