"""Priors of several Normals, sampled: under Normals that cover them, and every draw weighed as it must be."""

from dataclasses import replace

import numpy as np
import pytest
from crossover import OPEN, crossover
from inference.test_sketch import claim, robust, skewed, student
from scipy.integrate import quad
from scipy.stats import norm

from nof1_lab.errors import FitError
from nof1_lab.inference import blend
from nof1_lab.inference.chain import Effort
from nof1_lab.inference.check import agreement, check
from nof1_lab.inference.exact import posterior
from nof1_lab.inference.fit import Sampler
from nof1_lab.inference.joint import join
from nof1_lab.inference.mixing import mixing
from nof1_lab.inference.sketch import Piece, View
from nof1_lab.study.prior import Part, Prior

FOUR = ("A", "B", "C", "D")
FEW = crossover(days=12, missing=())
TORN = Prior("B", (Part(0.6, 2.0, 0.3), Part(0.4, -0.4, 0.5)))
BETWEEN = crossover(days=60, effect=0.6)
EFFORT = Effort(draws=1000, chains=4)


def planned(table, priors):
    return blend.plan(join(table, priors, OPEN, reference="A"))


@pytest.mark.fit
@pytest.mark.parametrize(
    ("table", "priors"),
    [
        (crossover(days=60), (claim("B"),)),
        (crossover(days=60, effect=1.5), (claim("B"),)),
        (crossover(days=60), (student("B", 3.0),)),
        (FEW, (skewed("B", 1.0),)),
        (crossover(days=60), (robust(skewed("B")),)),
        (BETWEEN, (TORN,)),
        (crossover(FOUR, days=84), (claim("B"), claim("C"), claim("D"))),
        (crossover(FOUR, days=84), (skewed("B", 1.0), student("C"), robust(student("D", 3.0)))),
    ],
    ids=[
        "robust", "robust against the days", "heavy tails", "leaning", "leaning and robust", "two humps",
        "three robust", "three of many parts",
    ],
)  # fmt: skip
def test_the_sampler_and_the_exact_engine_agree_on_any_prior(sampler, table, priors):
    found = sampler.fit(table, priors, OPEN, reference="A", seed=3)
    assert check(found).reasons == ()
    assert agreement(posterior(table, priors, OPEN, reference="A"), found) == ()


@pytest.mark.fit
def test_no_prior_compiles_anything(sampler, code):
    sampler.fit(FEW, [claim("B")], OPEN, reference="A", draws=100, tune=200)
    lonely = Sampler(code=code)
    for prior in (claim("B"), student("B"), skewed("B")):
        lonely.fit(FEW, [prior], OPEN, reference="A", draws=100, tune=200)
    assert lonely.compilations == 0


@pytest.mark.parametrize(
    "priors",
    [[claim("B")], [student("B")], [skewed("B")], [robust(skewed("B", 1.0))]],
    ids=["robust", "heavy tails", "leaning", "leaning and robust"],
)
def test_one_cover_is_enough_for_one_arm(priors):
    found = planned(crossover(days=84), priors)
    assert len(found.rows) == 1
    assert not found.is_whole


def test_three_arms_are_not_sampled_eight_times():
    assert len(planned(crossover(FOUR, days=84), [claim(arm) for arm in "BCD"]).rows) <= 2


def test_two_humps_that_both_matter_are_sampled_each_alone():
    found = planned(BETWEEN, [TORN])
    assert found.is_whole
    assert found.shares == pytest.approx(
        posterior(BETWEEN, [TORN], OPEN, reference="A").weights.sum(axis=(0, 1)), abs=1e-3
    )


def test_how_many_draws_will_count_is_foreseen():
    """Against quadrature: Kish's ratio is one over the integral of the squared target over the cover."""
    view, parts = View(-0.3, 16.0), (Part(0.7, -0.5, 0.2), Part(0.3, 0.0, 1.0))
    cover = (Piece(1.0, -0.4, 0.9),)
    data = norm(-0.3, 0.25)

    def target(x):
        return data.pdf(x) * sum(part.weight * norm.pdf(x, part.mean, part.sd) for part in parts)

    def drawn(x):
        return data.pdf(x) * norm.pdf(x, -0.4, 0.9)

    total, under = (quad(each, -3, 3)[0] for each in (target, drawn))
    square = quad(lambda x: (target(x) / total) ** 2 / (drawn(x) / under), -3, 3)[0]
    assert blend.worth(parts, cover, view) == pytest.approx(1.0 / square, rel=0.02)


def weighed(prior, cover, *, seed=0):
    """Draws under a cover of one Normal, without any days, weighed anew."""
    joint = join(FEW, [prior], OPEN, reference="A")
    plan = blend.Plan(joint, ((cover,),), np.ones(1), is_whole=False)
    effort = blend.effort(plan, replace(EFFORT, seed=seed))
    drawn = np.random.default_rng(seed).normal(cover.mean, cover.sd, (effort.chains, effort.draws, 1))
    found = [({"arm": drawn}, {"diverging": np.zeros(drawn.shape[:2], dtype=bool)})]
    return drawn, blend.blend(found, plan, replace(EFFORT, seed=seed))


def test_weighed_draws_come_from_the_prior():
    prior = Prior("B", (Part(0.6, -0.4, 0.3), Part(0.4, 0.3, 0.6)))
    _, (draws, statistics) = weighed(prior, Piece(1.0, 0.0, 0.9))
    assert draws["arm"].shape == (4, 1000, 1)
    assert statistics["diverging"].shape == (4, 1000)
    assert draws["arm"].mean() == pytest.approx(prior.mean, abs=0.04)
    assert draws["arm"].std() == pytest.approx(prior.sd, rel=0.05)
    for cut in (-0.6, -0.2, 0.2, 0.8):
        assert (draws["arm"] < cut).mean() == pytest.approx(prior.below(cut), abs=0.035)


def test_what_the_draws_are_worth_counts_their_weights():
    """Against many repetitions: how far the mean of weighed draws varies is what they say they are worth."""
    prior, cover = Prior.normal("B", 0.0, 0.35), Piece(1.0, 0.0, 3.0)
    means, worth = [], []
    for seed in range(60):
        draws = weighed(prior, cover, seed=seed)[1][0]
        means.append(draws["arm"].mean())
        worth.append(mixing(draws, np.zeros((4, 1000), dtype=bool)).ess)
    truly = 0.35**2 / np.var(means)
    assert np.mean(worth) < 2500, "4000 draws are kept, but they are worth less"
    assert np.mean(worth) < 1.5 * truly


def test_weights_that_a_few_draws_decide_are_refused():
    with pytest.raises(FitError, match="Take the exact engine's result"):
        weighed(student("B", 3.0), Piece(1.0, -0.4, 0.05))


@pytest.mark.fit
@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:.*faster on contiguous arrays")  # plain PyTensor's, on some machines
def test_a_mixture_sampled_directly_in_bambi_says_the_same(sampler):
    """Bambi takes a mixture of Normals as a prior too; where its humps are close it mixes well enough."""
    import bambi
    import pymc

    from nof1_lab.inference.model import beliefs, frame

    def mixed(name, w, mu, sigma, dims=None, shape=None):
        return pymc.NormalMixture(name, w=w, mu=mu, sigma=sigma, dims=dims, shape=shape)

    table, prior = crossover(days=60), claim("B")
    ours = sampler.fit(table, [prior], replace(OPEN), reference="A", seed=1)
    gaussian = {name: each for name, each in beliefs([prior], OPEN).items() if name not in ("arm", "rho")}
    weight, mean, sd = np.array([(part.weight, part.mean, part.sd) for part in prior.parts]).T
    arm = bambi.Prior("Robust", dist=mixed, auto_scale=False, w=weight, mu=mean, sigma=sd)
    from nof1_lab.inference.family import ar1
    from nof1_lab.inference.regression import used_days

    days = used_days(table, ["B"], has_trend=True)
    model = bambi.Model(
        "value ~ arm + time",
        frame(table, [prior], "A"),
        family=ar1(days.gap),
        priors=gaussian | {"arm": arm, "rho": beliefs([prior], OPEN)["rho"]},
        auto_scale=False,
        center_predictors=False,
    )
    found = model.fit(
        draws=1000, tune=1000, chains=4, random_seed=2, inference_method="nutpie", progress_bar=False
    )
    theirs = found.posterior["arm"].to_numpy().ravel()
    mine = ours.effects["B"].ravel()
    assert mine.mean() == pytest.approx(theirs.mean(), abs=4.0 * theirs.std() * np.sqrt(2.0 / 1000))
    assert mine.std() == pytest.approx(theirs.std(), rel=0.12)
    for cut in (-0.8, -0.4, 0.0):
        assert (mine < cut).mean() == pytest.approx(
            (theirs < cut).mean(), abs=4.0 * 0.5 * np.sqrt(2.0 / 1000)
        )
