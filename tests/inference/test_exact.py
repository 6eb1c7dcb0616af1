"""The exact posterior is the posterior: against known answers, and against slow brute force."""

from dataclasses import replace

import brute
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oracle import case, cases, oracle
from trial import table_of, trial

from nof1_lab.errors import NofOneError, OutcomeError, PriorError
from nof1_lab.inference.effect import best
from nof1_lab.inference.exact import posterior
from nof1_lab.inference.mixture import Mixture
from nof1_lab.inference.nuisance import HalfNormal, Known, Nuisance, Uniform, nuisance
from nof1_lab.inference.outcome import outcomes
from nof1_lab.inference.simulate import simulate
from nof1_lab.study.analysis import Normal
from nof1_lab.study.measure import Measure
from nof1_lab.study.prior import Part, Prior

LEVEL, DRIFT = Normal(6.0, 1.5), Normal(0.0, 0.3)
OPEN = Nuisance(LEVEL, DRIFT, HalfNormal(1.6), Uniform(0.0, 0.95))
LETTERS = np.array(["A", "B", "C"])


def short_table(arms="AAABBBBAAA", seed=3, scale=0.6, skip=(4, 8)):
    """A few days with gaps."""
    chance = np.random.default_rng(seed)
    day = [d for d in range(1, len(arms) + len(skip) + 1) if d not in skip][: len(arms)]
    value = 6.0 + scale * chance.standard_normal(len(arms)) - 0.7 * np.array([arm == "B" for arm in arms])
    return table_of(day, list(arms), value.tolist())


def test_with_spread_and_correlation_known_it_is_linear_regression():
    inputs, expected = (case(oracle("02_"), "regression_known_sigma")[key] for key in ("inputs", "expected"))
    arm = LETTERS[np.array(inputs["a"], dtype=int)]
    table = table_of(list(range(1, 17)), arm.tolist(), inputs["y"], time=inputs["t"])
    (m0, ma, mt), (s0, sa, st_) = inputs["prior_mean"], inputs["prior_sd"]
    known = Nuisance(Normal(m0, s0), Normal(mt, st_), Known(inputs["sigma"]), Known(0.0))
    found = posterior(table, [Prior.normal("B", ma, sa)], known, reference="A")
    trend = found.trend()
    assert trend is not None
    beliefs = [found.intercept(), found.effect("B"), trend]
    assert [b.mean for b in beliefs] == pytest.approx(expected["mean"], rel=1e-9)
    assert [b.sd for b in beliefs] == pytest.approx(expected["sd"], rel=1e-9)
    assert found.effect("B").below(0.0) == pytest.approx(expected["p_a_lt_0"], rel=1e-9)
    assert found.effect("B").below(-0.5) == pytest.approx(expected["p_a_lt_minus_0_5"], rel=1e-9)
    assert found.log_evidence == pytest.approx(expected["log_marginal_likelihood"], rel=1e-9)


def test_paired_differences_are_one_arm_with_a_silent_reference():
    """A reference that is known to be zero leaves the conjugate Normal of the differences."""
    for known in cases(oracle("02_"), "paired_known_sigma"):
        inputs, expected = known["inputs"], known["expected"]
        size = len(inputs["differences"])
        table = table_of(list(range(1, size + 1)), ["B"] * size, inputs["differences"])
        silent = Nuisance(Normal(0.0, 1e-9), None, Known(inputs["sigma_diff"]), Known(0.0))
        prior = Prior.normal("B", inputs["prior_mean"], inputs["prior_sd"])
        found, mcid = posterior(table, [prior], silent, reference="A"), inputs["mcid"]
        effect = found.effect("B")
        got = [effect.mean, effect.sd, effect.below(0.0), effect.below(-mcid), *effect.interval()]
        want = [expected[k] for k in ("mean", "sd", "p_theta_lt_0", "p_theta_lt_minus_mcid")]
        assert got == pytest.approx([*want, *expected["ci95"]], rel=1e-9)
        assert effect.above(mcid) == pytest.approx(expected["p_theta_gt_mcid"], rel=1e-8)
        assert found.log_evidence == pytest.approx(expected["log_marginal_likelihood"], rel=1e-9)


def test_three_arms_share_one_reference():
    inputs, expected = (case(oracle("02_"), "three_arm_regression")[key] for key in ("inputs", "expected"))
    arm = LETTERS[(np.array(inputs["b"]) + 2 * np.array(inputs["c"])).astype(int)]
    table = table_of(list(range(1, 28)), arm.tolist(), inputs["y"])
    means, sds = inputs["prior_mean"], inputs["prior_sd"]
    known = Nuisance(Normal(means[0], sds[0]), None, Known(inputs["sigma"]), Known(0.0))
    priors = [Prior.normal(name, means[i], sds[i]) for i, name in ((1, "B"), (2, "C"))]
    found = posterior(table, priors, known, reference="A")
    beliefs = [found.intercept(), found.effect("B"), found.effect("C")]
    assert [b.mean for b in beliefs] == pytest.approx(expected["mean"], rel=1e-9)
    assert [b.sd for b in beliefs] == pytest.approx(expected["sd"], rel=1e-9)
    assert found.log_evidence == pytest.approx(expected["log_marginal_likelihood"], rel=1e-9)
    draws = found.draw(200_000, seed=1)
    together = np.cov(np.column_stack([draws.intercept, draws.effects]).T)
    assert together == pytest.approx(np.array(expected["cov"]), abs=4e-4)
    assert (draws.effects[:, 0] < draws.effects[:, 1]).mean() == pytest.approx(
        expected["p_B_lt_C"], abs=0.004
    )
    chance = best(found, Measure("pain", better="lower", worthwhile=0.4), seed=2, size=200_000)
    assert chance == pytest.approx(expected["p_best"], abs=0.004)


def test_correlated_days_with_gaps_are_weighed_by_their_true_distance():
    for known in cases(oracle("10_"), "gls"):
        inputs, expected = known["inputs"], known["expected"]
        day = np.array(inputs["day"])
        arm = LETTERS[np.array(inputs["a"], dtype=int)]
        table = table_of(day.tolist(), arm.tolist(), inputs["y"], time=((day - 7.5) / 7.0).tolist())
        (m0, ma, mt), (s0, sa, st_) = inputs["prior_mean"], inputs["prior_sd"]
        given_ = Nuisance(Normal(m0, s0), Normal(mt, st_), Known(inputs["sigma"]), Known(inputs["rho"]))
        found = posterior(table, [Prior.normal("B", ma, sa)], given_, reference="A")
        trend = found.trend()
        assert trend is not None
        beliefs = [found.intercept(), found.effect("B"), trend]
        assert [b.mean for b in beliefs] == pytest.approx(expected["bayes_mean"], rel=1e-9)
        assert [b.sd for b in beliefs] == pytest.approx(expected["bayes_sd"], rel=1e-9)
        assert found.effect("B").below(0.0) == pytest.approx(expected["p_a_lt_0"], rel=1e-9)
        flat = Nuisance(Normal(0, 1e5), Normal(0, 1e5), Known(inputs["sigma"]), Known(inputs["rho"]))
        plain = posterior(table, [Prior.normal("B", 0, 1e5)], flat, reference="A").effect("B")
        assert (plain.mean, plain.sd) == pytest.approx((expected["gls"][1], expected["gls_se"][1]), rel=1e-6)


def test_an_unknown_spread_is_integrated_out():
    known = case(oracle("11_"), "gaussian_unknown_sigma")
    inputs, expected, priors = known["inputs"], known["expected"], known["inputs"]["priors"]
    arm = LETTERS[np.array(inputs["a"], dtype=int)]
    table = table_of(list(range(1, len(arm) + 1)), arm.tolist(), inputs["y"])
    learnt = Nuisance(Normal(*priors["Intercept"][1:]), None, HalfNormal(priors["sigma"][1]), Known(0.0))
    found = posterior(table, [Prior.normal("B", *priors["a"][1:])], learnt, reference="A")
    effect = found.effect("B")
    got = [effect.mean, effect.sd, effect.below(0.0), effect.below(-0.5), found.log_evidence]
    got += [found.sigma.mean, found.sigma.sd]
    keys = ["a_mean", "a_sd", "p_a_lt_0", "p_a_lt_minus_0_5", "log_marginal_likelihood"]
    keys += ["sigma_mean", "sigma_sd"]
    assert got == pytest.approx([expected[key] for key in keys], abs=1e-6)


MIXED = Prior("B", (Part(0.7, -0.4, 0.3), Part(0.3, 0.0, 1.0)))
AGAINST = Prior.normal("B", 3.0, 0.3)


@pytest.mark.parametrize(
    "prior", [Prior.normal("B", -0.4, 0.5), MIXED, AGAINST], ids=["one", "mixed", "against"]
)
@pytest.mark.parametrize("drift", [DRIFT, None], ids=["trend", "level"])
def test_unknown_spread_and_correlation_agree_with_brute_force(prior, drift):
    table, cuts = short_table(), (-0.4, 0.0, 0.4)
    learnt = Nuisance(LEVEL, drift, HalfNormal(1.6), Uniform(0.0, 0.95))
    slow = brute.posterior(table, [prior], learnt, arm="B", cuts=cuts)
    found = posterior(table, [prior], learnt, reference="A")
    effect = found.effect("B")
    quick = {
        "log_evidence": found.log_evidence, "mean": effect.mean, "sd": effect.sd,
        "sigma": found.sigma.mean, "rho": found.rho.mean,
        **{f"below {cut:g}": effect.below(cut) for cut in cuts},
    }  # fmt: skip
    assert quick == pytest.approx(slow, abs=1e-6)


def test_three_arms_with_mixed_priors_agree_with_brute_force():
    table = short_table("AABBCCBBAACC", skip=(3,))
    other = Prior("C", (Part(0.5, 0.5, 0.2), Part(0.5, 0.0, 0.8)))
    learnt = Nuisance(LEVEL, None, HalfNormal(1.0), Known(0.4))
    slow = brute.posterior(table, [MIXED, other], learnt, arm="C", cuts=(0.2,))
    found = posterior(table, [MIXED, other], learnt, reference="A")
    effect = found.effect("C")
    quick = [found.log_evidence, effect.mean, effect.sd, effect.below(0.2), found.sigma.mean]
    assert quick == pytest.approx(
        [slow[k] for k in ("log_evidence", "mean", "sd", "below 0.2", "sigma")], abs=1e-6
    )


def test_days_that_say_almost_nothing_are_integrated_too():
    table = short_table("AB", skip=())
    slow = brute.posterior(table, [MIXED], OPEN, arm="B", cuts=(0.0,), least=-13.5)
    effect = posterior(table, [MIXED], OPEN, reference="A").effect("B")
    assert (effect.mean, effect.sd) == pytest.approx((slow["mean"], slow["sd"]), abs=1e-5)
    assert effect.below(0.0) == pytest.approx(slow["below 0"], abs=1e-5)


def test_an_arm_without_a_used_day_keeps_its_prior():
    effect = posterior(short_table("AAAAAA"), [MIXED], OPEN, reference="A").effect("B")
    prior = Mixture.prior(MIXED)
    assert (effect.mean, effect.sd, effect.below(0.1)) == pytest.approx(
        (prior.mean, prior.sd, prior.below(0.1))
    )


def test_the_parts_of_a_prior_win_and_lose_weight():
    found = posterior(short_table(), [MIXED], OPEN, reference="A")
    parts, effect = found.parts("B"), found.effect("B")
    assert sum(part.weight for part in parts) == pytest.approx(1.0)
    assert sum(part.weight * part.mean for part in parts) == pytest.approx(effect.mean)
    alone = [
        posterior(short_table(), [Prior.normal("B", p.mean, p.sd)], OPEN, reference="A") for p in MIXED.parts
    ]
    evidence = np.array([p.weight for p in MIXED.parts]) * np.exp([each.log_evidence for each in alone])
    assert [part.weight for part in parts] == pytest.approx((evidence / evidence.sum()).tolist(), rel=1e-8)
    assert [part.sd for part in parts] == pytest.approx([each.effect("B").sd for each in alone], rel=1e-8)


def test_spread_and_correlation_have_quantiles_of_their_own():
    found = posterior(short_table(), [MIXED], OPEN, reference="A")
    draws = found.draw(100_000, seed=4)
    for marginal, drawn in ((found.sigma, draws.sigma), (found.rho, draws.rho)):
        assert (marginal.mean, marginal.sd) == pytest.approx((drawn.mean(), drawn.std()), rel=0.02)
        assert marginal.quantile(0.5) == pytest.approx(np.quantile(drawn, 0.5), abs=0.05)
        assert marginal.quantile(0.05) < marginal.quantile(0.5) < marginal.quantile(0.95)
    given_ = Nuisance(LEVEL, DRIFT, Known(0.8), Known(0.35))
    known = posterior(short_table(), [MIXED], given_, reference="A")
    assert (known.sigma.mean, known.sigma.sd, known.rho.quantile(0.9)) == pytest.approx((0.8, 0.0, 0.35))


def test_draws_are_from_the_posterior_and_repeat_with_their_seed():
    found = posterior(short_table(), [MIXED], OPEN, reference="A")
    draws, effect = found.draw(100_000, seed=5), found.effect("B")
    assert draws.effects[:, 0].mean() == pytest.approx(effect.mean, abs=4 * effect.sd / 300)
    assert (draws.effects[:, 0] < -0.4).mean() == pytest.approx(effect.below(-0.4), abs=0.007)
    assert np.array_equal(found.draw(50, seed=7).effects, found.draw(50, seed=7).effects)
    assert not np.array_equal(found.draw(50, seed=7).effects, found.draw(50, seed=8).effects)


def test_the_fitted_mean_runs_through_every_scheduled_day():
    values = [6.1, 5.9, 6.3, 5.4, 5.2, None, 5.6, 5.1, 5.4, 6.0, 6.2, 5.8]
    study = trial("ABBA", values, days=3, washout_days=1)
    table = outcomes(study)
    found = posterior(table, [MIXED], nuisance(study), reference="A")
    fitted = found.fitted()
    assert fitted["day"].tolist() == list(range(1, 13))
    draws = found.draw(200_000, seed=6)
    for row, fit in zip(table.itertuples(), fitted.itertuples(), strict=True):
        line = draws.intercept + draws.trend * row.time + (row.arm == "B") * draws.effects[:, 0]
        assert fit.mean == pytest.approx(line.mean(), abs=0.01)
        assert (fit.low, fit.high) == pytest.approx(tuple(np.quantile(line, [0.025, 0.975])), abs=0.03)


def test_large_numbers_that_hardly_differ_lose_nothing():
    """Weights in grams with a spread of one: the same effect as without the seventy kilograms."""
    table, far = short_table(), Normal(LEVEL.mean + 70_000.0, 500.0)
    near = posterior(table, [MIXED], replace(OPEN, intercept=Normal(LEVEL.mean, 500.0)), reference="A")
    heavy = table.assign(value=table["value"] + 70_000.0)
    found = posterior(heavy, [MIXED], replace(OPEN, intercept=far), reference="A")
    one, two = near.effect("B"), found.effect("B")
    assert (two.mean, two.sd, two.below(0.0)) == pytest.approx((one.mean, one.sd, one.below(0.0)), abs=1e-7)
    assert found.log_evidence == pytest.approx(near.log_evidence, abs=1e-7)


def test_two_values_for_one_day_are_refused():
    twice = table_of([1, 2, 2, 3], ["A", "A", "B", "B"], [6.0, 5.0, 5.0, 5.5])
    with pytest.raises(OutcomeError, match="Keep one value for each day"):
        posterior(twice, [MIXED], OPEN, reference="A")


def test_a_used_day_without_a_number_is_refused():
    with pytest.raises(OutcomeError, match="mark the day as missed"):
        posterior(table_of([1, 2], ["A", "B"], [6.0, float("nan")]), [MIXED], OPEN, reference="A")


def test_values_on_a_line_cannot_say_how_sure_to_be():
    flat = table_of([1, 2, 3, 4, 5, 6], list("AAABBB"), [7.0] * 6)
    with pytest.raises(OutcomeError, match="set a known spread"):
        posterior(flat, [MIXED], OPEN, reference="A")
    given_ = Nuisance(LEVEL, DRIFT, Known(0.8), OPEN.rho)
    assert posterior(flat, [MIXED], given_, reference="A").effect("B").sd > 0.1


def test_every_arm_needs_one_prior():
    table = short_table("AABBCC")
    for priors in ([MIXED], [MIXED, MIXED, Prior.normal("C", 0, 1)], [MIXED, Prior.normal("A", 0, 1)]):
        with pytest.raises(PriorError, match="Give each arm one prior"):
            posterior(table, priors, OPEN, reference="A")


@settings(max_examples=25, deadline=None)
@given(
    seed=st.integers(0, 10_000),
    scale=st.floats(1e-3, 1e4),
    rho=st.floats(0.0, 0.9),
    shift=st.floats(-5.0, 5.0),
    cycles=st.integers(1, 6),
)
def test_any_simulated_trial_has_a_posterior_that_adds_up(seed, scale, rho, shift, cycles):
    measure = Measure("score", better="higher", worthwhile=scale)
    empty = trial("AB" * cycles, days=4, measure=measure, design="fixed")
    assert empty.schedule is not None
    diary = simulate(
        empty.schedule,
        measure,
        baseline=3 * scale,
        effects={"B": shift * scale},
        sigma=2 * scale,
        rho=rho,
        seed=seed,
    )
    values = {entry.day: entry.value for entry in diary.entries if entry.value is not None}
    study = trial("AB" * cycles, values, days=4, measure=measure, design="fixed")
    prior = Prior("B", (Part(0.8, -scale, 0.3 * scale), Part(0.2, 0.0, 4 * scale)))
    found = posterior(outcomes(study), [prior], nuisance(study), reference="A")
    effect = found.effect("B")
    assert found.weights.sum() == pytest.approx(1.0)
    assert effect.below(effect.quantile(0.3)) == pytest.approx(0.3, abs=1e-9)
    assert effect.below(0.0) + effect.above(0.0) == pytest.approx(1.0)
    grid = np.linspace(effect.mean - 12 * effect.sd, effect.mean + 12 * effect.sd, 4001)
    assert np.trapezoid(effect.density(grid), grid) == pytest.approx(1.0, abs=1e-4)


@pytest.mark.parametrize("power", range(3, 13))
@pytest.mark.parametrize("part", ["effect", "intercept", "trend"])
def test_a_prior_of_any_width_gives_the_flat_answer_or_is_refused(part, power):
    wide = {name: 10.0**power if name == part else 10.0 for name in ("effect", "intercept", "trend")}
    mind = Nuisance(
        Normal(6.0, wide["intercept"]), Normal(0.0, wide["trend"]), HalfNormal(1.6), Uniform(0.0, 0.95)
    )
    table = short_table("AAABBBBAAABBBAAABB")
    flat = Nuisance(Normal(6.0, 1e3), Normal(0.0, 1e3), HalfNormal(1.6), Uniform(0.0, 0.95))
    expected = posterior(table, [Prior.normal("B", 0.0, 1e3)], flat, reference="A").effect("B")
    try:
        found = posterior(table, [Prior.normal("B", 0.0, wide["effect"])], mind, reference="A").effect("B")
    except NofOneError:
        assert power > 4, "a prior as wide as that is still a prior"
    else:
        assert (found.mean, found.sd) == pytest.approx((expected.mean, expected.sd), rel=0.02)
