"""A belief of several Normals: known answers before and after the days, and what must hold for any."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from oracle import cases, oracle
from scipy.stats import norm
from trial import table_of

from nof1_lab.inference.effect import claim_weight
from nof1_lab.inference.exact import posterior
from nof1_lab.inference.mixture import TOO_MANY, Mixture
from nof1_lab.inference.nuisance import Known, Nuisance
from nof1_lab.study.analysis import Normal
from nof1_lab.study.prior import Part, Prior

KNOWN = "03_"
CHANCES = {"p_lt_0": 0.0, "p_lt_minus_0_5": -0.5}
QUANTILES = {"q025": 0.025, "median": 0.5, "q975": 0.975}


def prior_of(inputs):
    rows = zip(inputs["w"], inputs["m"], inputs["s"], strict=True)
    return Prior("B", tuple(Part(*row) for row in rows), vague=1)


def summary(belief):
    """All that the known answers tell of a belief."""
    return {"mean": belief.mean, "sd": belief.sd} | {
        **{name: belief.below(cut) for name, cut in CHANCES.items()},
        **{name: belief.quantile(p) for name, p in QUANTILES.items()},
    }


def seen(prior, value, error):
    """The posterior after one day of the arm, with a reference known to be zero."""
    silent = Nuisance(Normal(0.0, 1e-9), None, Known(error), Known(0.0))
    return posterior(table_of([1], ["B"], [value]), [prior], silent, reference="A")


@pytest.mark.parametrize("name", ["prior_summary_two", "prior_summary_three"])
def test_a_prior_is_summed_up(name):
    for known in cases(oracle(KNOWN), name):
        got, expected = summary(Mixture.prior(prior_of(known["inputs"]))), known["expected"]
        assert got == pytest.approx({key: expected[key] for key in got}, abs=1e-9)


@pytest.mark.parametrize("name", ["update_two_component", "update_three_component"])
def test_days_move_every_part_and_its_weight(name):
    for known in cases(oracle(KNOWN), name):
        inputs, expected = known["inputs"], known["expected"]
        prior = prior_of(inputs)
        found = seen(prior, inputs["ybar"], inputs["se"])
        parts, got = found.parts("B"), summary(found.effect("B"))
        assert [part.weight for part in parts] == pytest.approx(expected["w_post"], abs=1e-9)
        assert [part.mean for part in parts] == pytest.approx(expected["comp_mean"], abs=1e-9)
        assert [part.sd for part in parts] == pytest.approx(expected["comp_sd"], abs=1e-9)
        assert found.log_evidence == pytest.approx(expected["log_marginal"], abs=1e-9)
        assert got == pytest.approx({key: expected[key] for key in got}, abs=1e-9)
        assert claim_weight(prior, found) == pytest.approx(1.0 - expected["w_post"][-1], abs=1e-9)


def test_every_case_of_the_known_answers_is_asked():
    names = {each["name"] for each in oracle(KNOWN)["cases"]}
    assert names == {
        "prior_summary_two", "prior_summary_three", "update_two_component", "update_three_component"
    }  # fmt: skip


def test_the_further_the_days_lie_from_a_claim_the_less_weight_it_keeps():
    prior = Prior("B", (Part(0.8, -0.4, 0.15), Part(0.2, 0.0, 1.0)), vague=1)
    kept = [claim_weight(prior, seen(prior, value, 0.2)) for value in np.linspace(-0.4, 3.0, 18)]
    assert (np.diff(kept) <= 1e-12).all()


def test_the_order_of_the_parts_does_not_matter():
    parts = (Part(0.6, -0.4, 0.15), Part(0.25, 0.0, 0.304), Part(0.15, 0.0, 1.5))
    one, two = (seen(Prior("B", each), 0.3, 0.2).effect("B") for each in (parts, parts[::-1]))
    assert summary(one) == pytest.approx(summary(two), abs=1e-12)


def test_many_normals_are_told_with_fewer_and_say_the_same():
    chance = np.random.default_rng(0)
    size = 40_000
    assert size > TOO_MANY
    means, sds = 0.3 * chance.standard_normal(size), np.exp(0.2 * chance.standard_normal(size))
    weights = chance.dirichlet(np.ones(size))
    whole, fewer = Mixture(weights, means, sds), Mixture.of(weights, means, sds)
    assert len(fewer.weights) < size / 4
    assert (fewer.mean, fewer.sd) == pytest.approx((whole.mean, whole.sd), abs=1e-8)
    for x in np.linspace(-5.0, 5.0, 21):
        assert fewer.below(x) == pytest.approx(whole.below(x), abs=1e-5)


@given(p=st.floats(1e-6, 1.0 - 1e-6), apart=st.floats(0.0, 50.0), sharp=st.floats(1e-3, 1.0))
def test_a_quantile_undoes_a_chance(p, apart, sharp):
    belief = Mixture(np.array([0.5, 0.5]), np.array([0.0, apart]), np.array([sharp, 1.0]))
    x = belief.quantile(p)
    near = 1e-9 * belief.sd
    assert belief.below(x - near) - 1e-12 <= p <= belief.below(x + near) + 1e-12


def test_the_log_of_the_height_is_right_where_the_height_is_nothing():
    belief = Mixture(np.array([0.5, 0.5]), np.array([0.0, 3.0]), np.array([0.1, 0.2]))
    far = float(belief.log_density(np.array([60.0]))[0])
    assert far == pytest.approx(norm.logpdf(60.0, 3.0, 0.2) + np.log(0.5))
