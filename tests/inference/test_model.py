"""The model that Bambi is given: constant formulas, the house's own names, every prior written out."""

import numpy as np
import pytest
from crossover import CLAIM, OPEN, crossover
from scipy.stats import multivariate_normal

from nof1_lab.inference.family import log_density, simulate
from nof1_lab.inference.model import FORMULAS, Shape, build, describe, frame, numbers, rows
from nof1_lab.inference.nuisance import HalfNormal, Known, Nuisance, Uniform
from nof1_lab.inference.regression import used_days
from nof1_lab.study.analysis import Normal
from nof1_lab.study.prior import Part, Prior

CANARY = "nof1-lab-canary"
HOSTILE = [
    f"open('{CANARY}', 'w').write('x')",
    f"__import__('os').system('touch {CANARY}')",
    f"`{CANARY}`",
    "a` + c.__globals__.clear() + `b",
    "np.os.abort()",
    "value ~ 1",
    "arm + time",
    "(1|arm)",
    "C(arm)[T.B]",
    "pd.io.common.os.getcwd()",
    "data.to_csv('" + CANARY + "')",
    "{reference}",
    "a, b",
    "__obs__",
    "0",
]


def graph_of(nuisance, arms=("A", "B"), priors=CLAIM):
    return build(crossover(arms), priors, nuisance, reference="A").backend.model


def names(variables):
    return {variable.name for variable in variables}


def prior_of(model, name):
    """The distribution of a parameter and its numbers, read out of PyMC's graph."""
    variable = model[name]
    numbers = [np.asarray(each.eval()).ravel() for each in variable.owner.op.dist_params(variable.owner)]
    return type(variable.owner.op).__name__, np.concatenate(numbers).tolist()


def test_every_formula_is_one_of_two_constants():
    learnt = Shape.of(CLAIM, OPEN)
    assert learnt == Shape(contrasts=1, has_trend=True, is_spread_known=False, correlation="learnt")
    assert {learnt.formula, Shape(1, has_trend=False).formula} == set(FORMULAS.values())


def test_bambi_sees_the_houses_own_names_only():
    table = crossover(["rm -rf", "`x`", "os"])
    data = frame(table, [Prior.normal("`x`", 0, 1), Prior.normal("os", 0, 1)], "rm -rf")
    assert list(data.columns) == ["value", "time", "arm"]
    assert list(data["arm"].cat.categories) == ["A", "B", "C"]
    assert (
        data["arm"].astype(str).tolist() == table["arm"].map({"rm -rf": "A", "`x`": "B", "os": "C"}).tolist()
    )


def test_days_come_in_the_order_of_time_whatever_the_order_of_the_rows():
    table = crossover()
    mixed = table.sample(frac=1.0, random_state=1)
    assert frame(mixed, CLAIM, "A").equals(frame(table, CLAIM, "A"))


def test_an_arm_without_a_single_day_keeps_its_place():
    table = crossover(["A", "C"])
    priors = [Prior.normal("B", 0, 1), Prior.normal("C", 0, 1)]
    assert build(table, priors, OPEN, reference="A").backend.model["arm"].eval().shape == (2,)


def test_every_prior_is_the_one_that_was_written_and_none_is_bambis_own():
    model = graph_of(OPEN)
    assert names(model.free_RVs) == {"Intercept", "arm", "time", "sigma", "rho"}
    assert prior_of(model, "Intercept") == ("NormalRV", [6.0, 2.0])
    assert prior_of(model, "arm") == ("NormalRV", [-0.4, 0.5])
    assert prior_of(model, "time") == ("NormalRV", [0.0, 0.5])
    assert prior_of(model, "sigma") == ("HalfNormalRV", [0.0, 1.5])
    assert prior_of(model, "rho") == ("UniformRV", [0.0, 0.95])


def test_each_arm_has_its_own_prior():
    priors = [Prior.normal("B", -0.4, 0.5), Prior.normal("C", 0.2, 0.3)]
    model = graph_of(OPEN, ["A", "B", "C"], priors)
    assert prior_of(model, "arm") == ("NormalRV", [-0.4, 0.2, 0.5, 0.3])


@pytest.mark.parametrize(
    ("nuisance", "parameters", "family"),
    [
        (Nuisance(Normal(0, 1), None, HalfNormal(1), Uniform(0, 0.9)), {"sigma", "rho"}, "ar1"),
        (Nuisance(Normal(0, 1), None, HalfNormal(1), Known(0.3)), {"sigma"}, "ar1"),
        (Nuisance(Normal(0, 1), None, Known(0.8), Known(0.3)), set(), "ar1"),
        (Nuisance(Normal(0, 1), None, HalfNormal(1), Known(0.0)), {"sigma"}, "gaussian"),
        (Nuisance(Normal(0, 1), None, Known(0.8), Known(0.0)), set(), "gaussian"),
    ],
)
def test_what_is_known_is_not_learnt(nuisance, parameters, family):
    model = graph_of(nuisance)
    assert names(model.free_RVs) == {"Intercept", "arm", *parameters}
    assert describe(CLAIM, nuisance, reference="A")["family"] == family
    is_normal = type(model.observed_RVs[0].owner.op).__name__ == "NormalRV"
    assert is_normal == (family == "gaussian")


def test_parameters_stand_in_the_same_order_in_every_process():
    """Bambi keeps some of them in a set: the draws of a seed would be others in every process."""
    built = [build(crossover(), CLAIM, OPEN, reference="A") for _ in range(3)]
    assert {tuple(model.components) for model in built} == {("mu", "rho", "sigma")}


def test_days_that_remember_are_one_normal_with_correlated_days():
    import pymc

    chance = np.random.default_rng(1)
    day = np.array([1, 2, 3, 7, 8, 20])
    value, mu, sigma, rho = chance.normal(size=6), chance.normal(size=6), 0.7, 0.45
    waits = np.concatenate([[1e9], np.diff(day).astype(float)])
    total = pymc.math.sum(log_density(value, mu, sigma, rho, waits)).eval()
    around = sigma**2 * rho ** np.abs(day[:, None] - day)
    assert total == pytest.approx(multivariate_normal(mu, around).logpdf(value), rel=1e-10)


def test_simulated_days_have_the_correlation_of_their_gaps():
    waits = np.array([1e9, 1.0, 3.0])
    drawn = simulate(np.zeros(3), np.array(2.0), np.array(0.6), waits, np.random.default_rng(0), (200_000, 3))
    found = np.cov(drawn.T)
    day = np.array([0, 1, 4])
    assert found == pytest.approx(4.0 * 0.6 ** np.abs(day[:, None] - day), abs=0.05)


def test_the_numbers_of_the_priors_and_the_days_are_all_there():
    priors = [Prior.normal("B", -0.4, 0.5), Prior.normal("C", 0.2, 0.3)]
    assert numbers(priors, OPEN).tolist() == [6.0, 2.0, -0.4, 0.2, 0.5, 0.3, 0.0, 0.5, 1.5, 0.0, 0.95]
    table = crossover(["A", "B", "C"])
    fed = rows(used_days(table, ["B", "C"], has_trend=True), Shape(contrasts=2))
    terms = build(table, priors, OPEN, reference="A").components["mu"].common_terms
    assert fed[0].tolist() == table["value"].tolist()
    assert fed[1].tolist() == [1e9, *np.diff(table["day"])]
    assert fed[2:].T.tolist() == np.column_stack([term.data for term in terms.values()]).tolist()


def test_the_model_is_told_in_words():
    mixture = Prior("B", (Part(0.8, -0.4, 0.5), Part(0.2, 0.0, 1.0)))
    told = describe([mixture], OPEN, reference="A")
    assert told["formula"] == "value ~ arm + time"
    assert told["priors"] == {
        "B minus A": "0.8 Normal(-0.4, 0.5) + 0.2 Normal(0, 1)",
        "intercept": "Normal(6, 2)",
        "trend": "Normal(0, 0.5)",
        "spread": "HalfNormal(1.5)",
        "rho": "Uniform(0, 0.95)",
    }


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_that_is_a_program_stays_a_name(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for arms in ((name, "B"), ("A", name)):
        priors = [Prior.normal(arms[1], -0.4, 0.5)]
        model = build(crossover(arms), priors, OPEN, reference=arms[0])
        assert model.formula.main == "value ~ arm + time"
        assert set(model.data["arm"]) == {"A", "B"}
        assert list(model.data.columns) == ["value", "time", "arm"]
    assert list(tmp_path.iterdir()) == []
    assert names(graph_of(OPEN).free_RVs) == {"Intercept", "arm", "time", "sigma", "rho"}
