"""One whole trial, every number of it known; and what must not change when the telling of it does."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inference.test_exact import short_table
from oracle import case, oracle
from trial import SLEEP, golden, table_of

from nof1_lab.errors import OutcomeError
from nof1_lab.inference.effect import effects
from nof1_lab.inference.exact import posterior
from nof1_lab.inference.nuisance import HalfNormal, Known, Nuisance, Uniform, nuisance
from nof1_lab.inference.outcome import outcomes
from nof1_lab.inference.prior import priors_of, sceptical
from nof1_lab.study.analysis import Normal
from nof1_lab.study.prior import Part, Prior
from nof1_lab.study.steps import believe

CLAIM = Prior("B", (Part(0.75, -0.4, 0.5), Part(0.25, 0.0, 1.0)))
KNOWN = Nuisance(Normal(6.0, 1.5), Normal(0.0, 0.3), Known(0.8), Known(0.35))
LEARNT = Nuisance(Normal(6.0, 1.5), Normal(0.0, 0.3), HalfNormal(1.6), Uniform(0.0, 0.95))
TELLINGS = st.tuples(st.sampled_from([KNOWN, LEARNT]), st.integers(0, 50))


def golden_effect(prior=None):
    study = golden()
    study = study if prior is None else believe(study, prior)
    found = posterior(outcomes(study), priors_of(study), nuisance(study), reference="A")
    return found, effects(found, study.measure)[0]


def numbers(table, prior, believed, measure=SLEEP, *, reference="A"):
    """Mean and sd, and every chance, of one effect."""
    found = posterior(table, [prior], believed, reference=reference)
    one = effects(found, measure)[0]
    return np.array([one.mean, one.sd]), np.array([one.p_benefit, one.p_worthwhile, one.p_harm])


def same(one, two, *, within):
    """Whether two tellings say the same of the effect and of every chance."""
    assert one[0] == pytest.approx(two[0], abs=within)
    assert one[1] == pytest.approx(two[1], abs=within)


def scaled(normal, k, shift=0.0):
    return Normal(k * normal.mean + shift, abs(k) * normal.sd)


def moved(prior, k):
    return Prior(prior.arm, tuple(Part(p.weight, k * p.mean, abs(k) * p.sd) for p in prior.parts))


def test_the_robust_prior_gives_the_known_posterior():
    wanted = case(oracle("26_"), "posteriors_by_prior")["expected"]["robust"]
    found, effect = golden_effect()
    got = [
        effect.mean,
        effect.sd,
        effect.p_benefit,
        effect.p_worthwhile,
        effect.p_harm,
        effect.low,
        effect.high,
    ]
    keys = ("mean", "sd", "p_benefit", "p_gt_mcid", "p_harm_gt_mcid")
    assert got == pytest.approx([*(wanted[key] for key in keys), *wanted["ci95"]], abs=1e-8)
    parts = found.parts("B")
    assert [part.weight for part in parts] == pytest.approx(wanted["w_post"], abs=1e-9)
    assert [part.mean for part in parts] == pytest.approx(wanted["comp_mean"], abs=1e-9)
    assert [part.sd for part in parts] == pytest.approx(wanted["comp_sd"], abs=1e-9)


def test_every_other_prior_gives_its_known_posterior():
    known = case(oracle("26_"), "posteriors_by_prior")
    stated = case(oracle("26_"), "prior")
    undiscounted = Prior.normal("B", stated["inputs"]["estimate"], stated["expected"]["interval_sd"])
    named = {
        "sceptical": sceptical("B", known["inputs"]["mcid"]),
        "lfm_undiscounted": undiscounted,
        "near_flat": Prior.normal("B", 0.0, 100.0),
    }
    assert named["sceptical"].sd == pytest.approx(known["inputs"]["sceptical_sd"], rel=1e-9)
    for name, prior in named.items():
        _, effect = golden_effect(prior)
        got = [effect.mean, effect.sd, effect.p_benefit, effect.p_worthwhile]
        wanted = known["expected"][name]
        assert got == pytest.approx(
            [wanted[key] for key in ("mean", "sd", "p_benefit", "p_gt_mcid")], abs=1e-8
        ), name


def test_the_prior_is_told_beside_the_posterior():
    wanted = case(oracle("26_"), "prior")["expected"]
    before = golden_effect()[1].prior
    assert (before.p_benefit, before.p_worthwhile) == pytest.approx(
        (wanted["prior_p_benefit"], wanted["prior_p_gt_mcid"]), rel=1e-9
    )


@settings(max_examples=20, deadline=None)
@given(telling=TELLINGS, c=st.floats(-50, 50))
def test_a_constant_added_to_every_day_changes_no_effect(telling, c):
    (believed, _), table = telling, short_table(seed=telling[1])
    up = replace(believed, intercept=scaled(believed.intercept, 1.0, c))
    higher = table.assign(value=table["value"] + c)
    same(numbers(table, CLAIM, believed), numbers(higher, CLAIM, up), within=1e-8)


@settings(max_examples=20, deadline=None)
@given(telling=TELLINGS, k=st.floats(0.01, 100))
def test_other_units_scale_the_effect_and_leave_every_chance(telling, k):
    (believed, _), table = telling, short_table(seed=telling[1])
    spread = (
        Known(believed.spread.value * k) if isinstance(believed.spread, Known) else HalfNormal(1.6 * k)
    )  # fmt: skip
    other = Nuisance(scaled(believed.intercept, k), scaled(believed.trend, k), spread, believed.rho)
    size, chances = numbers(table, CLAIM, believed)
    measure = replace(SLEEP, worthwhile=k * SLEEP.worthwhile)
    found = numbers(table.assign(value=k * table["value"]), moved(CLAIM, k), other, measure)
    assert found[0] == pytest.approx(k * size, rel=1e-7)
    assert found[1] == pytest.approx(chances, abs=1e-8)


@settings(max_examples=20, deadline=None)
@given(telling=TELLINGS)
def test_exchanging_the_arms_turns_the_effect_round(telling):
    """With a flat intercept, so that it belongs to no arm."""
    (believed, _), table = telling, short_table(seed=telling[1])
    flat = replace(believed, intercept=Normal(6.0, 1e4))
    turned = Prior("A", moved(CLAIM, -1.0).parts)
    size, chances = numbers(table, CLAIM, flat)
    other = numbers(table, turned, flat, replace(SLEEP, better="higher"), reference="B")
    assert other[0] == pytest.approx([-size[0], size[1]], abs=1e-6)
    assert other[1] == pytest.approx(chances, abs=1e-6)


@settings(max_examples=20, deadline=None)
@given(telling=TELLINGS)
def test_turning_outcome_and_direction_leaves_every_chance(telling):
    (believed, _), table = telling, short_table(seed=telling[1])
    turned = replace(believed, intercept=scaled(believed.intercept, -1.0), trend=scaled(believed.trend, -1.0))
    measure = replace(SLEEP, better="higher")
    found = numbers(table.assign(value=-table["value"]), moved(CLAIM, -1.0), turned, measure)
    assert found[1] == pytest.approx(numbers(table, CLAIM, believed)[1], abs=1e-10)


@settings(max_examples=20, deadline=None)
@given(telling=TELLINGS, order=st.permutations(range(10)))
def test_the_order_of_the_rows_does_not_matter(telling, order):
    (believed, _), table = telling, short_table(seed=telling[1])
    mixed = table.iloc[list(order)]
    same(numbers(table, CLAIM, believed), numbers(mixed, CLAIM, believed), within=1e-12)


@settings(max_examples=10, deadline=None)
@given(telling=TELLINGS, more=st.integers(1, 10))
def test_more_days_without_outcome_do_not_matter(telling, more):
    (believed, _), table = telling, short_table(seed=telling[1])
    rows = table_of(list(range(20, 20 + more)), ["B"] * more, [np.nan] * more).assign(used=False)
    longer = pd.concat([table, rows])
    same(numbers(table, CLAIM, believed), numbers(longer, CLAIM, believed), within=1e-12)


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 50), g=st.integers(2, 5), rho=st.floats(0.01, 0.9))
def test_days_further_apart_with_a_longer_memory_are_the_same_days(seed, g, rho):
    table = short_table(seed=seed)
    near, far = (replace(KNOWN, rho=Known(r)) for r in (rho, rho ** (1 / g)))
    same(numbers(table, CLAIM, near), numbers(table.assign(day=g * table["day"]), CLAIM, far), within=1e-10)


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 50))
def test_without_correlation_it_is_plain_bayesian_regression(seed):
    table, prior = short_table(seed=seed), Prior.normal("B", -0.4, 0.5)
    independent = replace(KNOWN, rho=Known(0.0))
    x = np.column_stack([np.ones(len(table)), table["time"], table["arm"] == "B"]).astype(float)
    weight = np.diag([1 / 1.5**2, 1 / 0.3**2, 1 / 0.5**2])
    cov = np.linalg.inv(x.T @ x / 0.64 + weight)
    mean = cov @ (x.T @ table["value"].to_numpy() / 0.64 + weight @ [6.0, 0.0, -0.4])
    size, _ = numbers(table, prior, independent)
    assert size == pytest.approx([mean[2], cov[2, 2] ** 0.5], rel=1e-9)


def test_every_day_written_twice_is_refused():
    table = short_table()
    twice = table.loc[table.index.repeat(2)]
    with pytest.raises(OutcomeError, match="one value for each day"):
        posterior(twice, [CLAIM], LEARNT, reference="A")


@pytest.mark.parametrize("believed", [KNOWN, LEARNT])
def test_a_mixture_of_one_is_that_one(believed):
    table, sharp, vague = short_table(), CLAIM.parts[0], CLAIM.parts[1]
    for kept, lost in ((sharp, vague), (vague, sharp)):
        nearly = Prior("B", (Part(1 - 1e-12, kept.mean, kept.sd), Part(1e-12, lost.mean, lost.sd)))
        alone = Prior.normal("B", kept.mean, kept.sd)
        same(numbers(table, nearly, believed), numbers(table, alone, believed), within=1e-9)
