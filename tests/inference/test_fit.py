"""Sampled fits: the exact engine's answer, without compiling again, stopped at once, kept on disk."""

from threading import Event, Timer
from time import perf_counter, sleep

import numpy as np
import pytest
from crossover import CLAIM, OPEN, crossover
from oracle import case, oracle
from trial import golden, table_of

from nof1_lab.errors import CancelledError, FitError, PriorError
from nof1_lab.inference import chain, fit, workshop
from nof1_lab.inference.check import agreement, check
from nof1_lab.inference.exact import posterior
from nof1_lab.inference.fit import Sampler
from nof1_lab.inference.model import Shape, build
from nof1_lab.inference.nuisance import HalfNormal, Known, Nuisance, Uniform, nuisance
from nof1_lab.inference.outcome import outcomes
from nof1_lab.inference.prior import priors_of
from nof1_lab.study.analysis import Normal
from nof1_lab.study.prior import Part, Prior

pytestmark = pytest.mark.fit

THREE = (Prior.normal("B", -0.4, 0.5), Prior.normal("C", 0.1, 0.8))
AGAINST_THE_DAYS = (Prior.normal("B", 2.0, 0.3),)
TORN = (Prior("B", (Part(0.6, 2.0, 0.3), Part(0.4, -0.4, 0.5))),)
QUICK = {"draws": 150, "tune": 300}


def fitted(sampler, table, priors, believed, *, reference="A", **rest):
    """A sampled fit that passes its checks and that the exact engine agrees with."""
    found = sampler.fit(table, priors, believed, reference=reference, **rest)
    assert check(found).reasons == ()
    assert agreement(posterior(table, priors, believed, reference=reference), found) == ()
    return found


def effect_of(found, arm="B"):
    return found.effects[arm].ravel()


def close_to(draws, mean, sd, ess):
    """Within what so many draws leave open."""
    assert draws.mean() == pytest.approx(mean, abs=4.0 * sd / np.sqrt(ess))
    assert draws.std() == pytest.approx(sd, rel=4.0 / np.sqrt(2.0 * ess))


@pytest.mark.parametrize(
    ("arms", "priors"),
    [(("A", "B"), CLAIM), (("A", "B", "C"), THREE), (("A", "B"), AGAINST_THE_DAYS), (("A", "B"), TORN)],
    ids=["two arms", "three arms", "a prior against the days", "a prior with two humps"],
)
def test_the_sampler_and_the_exact_engine_agree(sampler, arms, priors):
    fitted(sampler, crossover(arms, days=60), priors, OPEN, seed=3)


def test_independent_days_give_the_known_posterior(sampler):
    known = case(oracle("11_"), "gaussian_unknown_sigma")
    wanted, inputs = known["expected"], known["inputs"]
    arms = ["B" if taken else "A" for taken in inputs["a"]]
    table = table_of(list(range(1, len(arms) + 1)), arms, inputs["y"])
    believed = Nuisance(Normal(5.0, 1.5), None, HalfNormal(1.0), Known(0.0))
    found = fitted(sampler, table, [Prior.normal("B", -0.3, 0.4)], believed, seed=1)
    close_to(effect_of(found), wanted["a_mean"], wanted["a_sd"], 2000)
    close_to(found.others["sigma"].ravel(), wanted["sigma_mean"], wanted["sigma_sd"], 2000)
    assert (effect_of(found) < 0.0).mean() == pytest.approx(wanted["p_a_lt_0"], abs=0.02)


def test_the_golden_trial_gives_its_known_posterior(sampler):
    study, wanted = golden(), case(oracle("26_"), "posteriors_by_prior")["expected"]["robust"]
    found = fitted(sampler, outcomes(study), priors_of(study), nuisance(study), seed=2)
    close_to(effect_of(found), wanted["mean"], wanted["sd"], 2000)
    assert (effect_of(found) < 0.0).mean() == pytest.approx(wanted["p_benefit"], abs=0.006)
    assert found.nuisance()["sigma"] == {"mean": 0.8, "sd": 0.0}
    assert found.nuisance()["rho"] == {"mean": 0.35, "sd": 0.0}


@pytest.mark.slow
def test_the_compiled_model_and_plain_bambi_give_the_same_posterior(sampler):
    table = crossover()
    ours = sampler.fit(table, CLAIM, OPEN, reference="A", seed=4, draws=2000)
    plain = build(table, CLAIM, OPEN, reference="A").fit(
        draws=2000, tune=1000, chains=4, random_seed=5, inference_method="nutpie", progress_bar=False
    )
    theirs = plain.posterior
    for name, mine in (
        ("arm", ours.effects["B"]),
        ("sigma", ours.others["sigma"]),
        ("rho", ours.others["rho"]),
    ):
        other = theirs[name].to_numpy()
        assert mine.mean() == pytest.approx(other.mean(), abs=4.0 * other.std() * np.sqrt(2.0 / 2000))
        assert mine.std() == pytest.approx(other.std(), rel=4.0 / np.sqrt(2000))


def test_neither_a_new_prior_nor_new_days_nor_another_plan_compiles_again(code, monkeypatch):
    lonely = Sampler(code=code)
    lonely.warm(Shape(1)).result()
    monkeypatch.setattr(workshop, "translate", lambda _shape: pytest.fail("it compiled"))
    before = lonely.compilations
    wide = Nuisance(Normal(0.0, 50.0), Normal(0.0, 5.0), HalfNormal(9.0), Uniform(0.1, 0.5))
    for days, missing, priors, believed in (
        (40, (3,), CLAIM, OPEN),
        (23, (), AGAINST_THE_DAYS, OPEN),
        (90, (1, 2, 88), CLAIM, wide),
    ):
        lonely.fit(crossover(days=days, missing=missing), priors, believed, reference="A", **QUICK)
    assert lonely.compilations == before


def test_the_same_seed_gives_the_same_draws_whatever_was_fitted_before(sampler, code):
    first = sampler.fit(crossover(), CLAIM, OPEN, reference="A", seed=7, **QUICK)
    sampler.fit(crossover(days=80), AGAINST_THE_DAYS, OPEN, reference="A", seed=8, **QUICK)
    again = Sampler(code=code).fit(crossover(), CLAIM, OPEN, reference="A", seed=7, **QUICK)
    other = sampler.fit(crossover(), CLAIM, OPEN, reference="A", seed=9, **QUICK)
    assert first.idata.posterior.equals(again.idata.posterior)
    assert first.idata.posterior_predictive.equals(again.idata.posterior_predictive)
    assert not first.idata.posterior.equals(other.idata.posterior)


def test_the_order_of_the_rows_does_not_matter(sampler):
    mixed = crossover().sample(frac=1.0, random_state=3)
    one, two = (
        sampler.fit(table, CLAIM, OPEN, reference="A", seed=1, **QUICK) for table in (crossover(), mixed)
    )
    assert one.fingerprint == two.fingerprint
    assert one.idata.posterior.equals(two.idata.posterior)


def test_a_fit_is_an_arviz_object_with_the_persons_own_arms(sampler):
    arms = ("nothing", "`os.system('ls')`", "Melatonin, 0.5 mg")
    priors = [Prior.normal(arms[1], -0.4, 0.5), Prior.normal(arms[2], 0.1, 0.8)]
    table = crossover(arms)
    found = sampler.fit(table, priors, OPEN, reference="nothing", **QUICK)
    assert set(found.idata.groups()) == {
        "posterior", "sample_stats", "posterior_predictive", "observed_data", "constant_data",
    }  # fmt: skip
    assert set(found.idata.posterior.data_vars) == {"effect", "Intercept", "time", "sigma", "rho"}
    assert found.idata.posterior["arm"].to_numpy().tolist() == list(arms[1:])
    assert found.idata.observed_data["value"].to_numpy().tolist() == table["value"].tolist()
    assert found.idata.constant_data["taken"].to_numpy().tolist() == table["arm"].tolist()
    assert list(found.effects) == list(arms[1:])
    assert found.effects[arms[1]].shape == (4, 150)
    assert not found.idata.posterior["sigma"].isnull().any()


def test_predicted_days_remember_the_day_before(sampler):
    believed = Nuisance(Normal(6.0, 0.01), Normal(0.0, 0.01), Known(1.0), Known(0.6))
    table = crossover(days=60, missing=(30,))
    found = sampler.fit(table, [Prior.normal("B", 0.0, 0.01)], believed, reference="A", **QUICK)
    drawn = found.idata.posterior_predictive["value"].to_numpy().reshape(-1, 59) - 6.0
    pairs = [(0, 0.6), (28, 0.36)]  # neighbours, and the two days around the missed one
    assert drawn.std() == pytest.approx(1.0, abs=0.03)
    for row, wanted in pairs:
        assert np.corrcoef(drawn[:, row], drawn[:, row + 1])[0, 1] == pytest.approx(wanted, abs=0.1)


def test_it_says_how_far_it_is(sampler):
    heard = []
    sampler.fit(
        crossover(),
        CLAIM,
        OPEN,
        reference="A",
        draws=8_000,
        progress=lambda share, words: heard.append((share, words)),
    )
    shares = [share for share, _ in heard]
    assert shares == sorted(shares)
    assert 0.0 <= shares[0] <= shares[-1] <= 1.0
    assert heard[-1][1].startswith("Sampling: chains at ")
    assert heard[-1][1].count("%") == 4


def test_a_fit_that_nobody_wants_any_more_ends_at_once(sampler):
    cancelled = Event()
    Timer(0.3, cancelled.set).start()
    start = perf_counter()
    with pytest.raises(CancelledError, match="Fit again at any time"):
        sampler.fit(crossover(), CLAIM, OPEN, reference="A", draws=10_000_000, cancelled=cancelled)
    assert perf_counter() - start < 60.0, "all of it would have taken hours"
    fitted(sampler, crossover(), CLAIM, OPEN)


def test_nobody_has_to_wait_for_the_compiler(monkeypatch):
    begun, wanted, cancelled = Event(), Event(), Event()

    def slowly(shape):
        begun.set()
        wanted.wait(60)
        raise RuntimeError("no compiler here")

    monkeypatch.setattr(workshop, "translate", slowly)
    monkeypatch.setattr(workshop.binary, "find", lambda _shape, _folder: None)
    lonely, heard = Sampler(), []

    def hear(share, words):
        heard.append(words)
        cancelled.set()

    with pytest.raises(CancelledError):
        lonely.fit(crossover(), CLAIM, OPEN, reference="A", progress=hear, cancelled=cancelled)
    assert begun.is_set()
    assert heard[0].startswith("Compiling the model, once on this machine")
    assert not lonely.is_warm()
    wanted.set()
    with pytest.raises(FitError, match="Install again from the lock file"):
        lonely.fit(crossover(), CLAIM, OPEN, reference="A")


def test_a_compiler_that_failed_is_asked_again(monkeypatch, code):
    lonely = Sampler(code=code)
    monkeypatch.setattr(lonely._workshop, "_prepare", lambda _shape: 1 / 0)
    with pytest.raises(FitError):
        lonely.fit(crossover(), CLAIM, OPEN, reference="A")
    monkeypatch.undo()
    lonely.fit(crossover(), CLAIM, OPEN, reference="A", **QUICK)


def test_what_is_compiled_once_is_found_by_the_next_who_waited_for_it(monkeypatch, sampler, tmp_path):
    made, busy, most = sampler.warm(Shape(1)).result(), [], []

    def compile_slowly(shape):
        busy.append(shape)
        most.append(len(busy))
        sleep(0.3)
        busy.pop()
        return made

    monkeypatch.setattr(workshop, "translate", compile_slowly)
    others = [Sampler(code=tmp_path) for _ in range(3)]
    for waiting in [other.warm(Shape(1)) for other in others]:
        waiting.result()
    assert sum(other.compilations for other in others) == 1
    assert most == [1]


def test_days_that_break_the_density_are_refused_in_words(sampler):
    table = crossover()
    table.loc[3, "value"] = 1e300
    with pytest.raises(FitError, match="off by orders of magnitude"):
        sampler.fit(table, CLAIM, OPEN, reference="A", **QUICK)
    fitted(sampler, crossover(), CLAIM, OPEN)


def test_chains_that_have_not_mixed_run_once_more_and_longer(monkeypatch):
    rng, efforts = np.random.default_rng(0), []

    def stray(density, given, effort, **rest):
        efforts.append(effort)
        size = (effort.chains, effort.draws)
        draws = rng.normal(size=size) + 3.0 * (len(efforts) == 1) * np.arange(effort.chains)[:, None]
        diverging = np.zeros(size, dtype=bool)
        diverging[0, 5] = len(efforts) == 2
        return {"effect": draws}, {"diverging": diverging}

    monkeypatch.setattr(chain, "sample", stray)
    wanted = chain.Effort(draws=1000, tune=500)
    draws, statistics = chain.settle(None, None, wanted, progress=None, cancelled=None)
    assert efforts == [wanted, chain.Effort(draws=4000, tune=1000, acceptance=0.99)]
    assert draws["effect"].shape == (4, 1000)
    assert statistics["diverging"].sum() == 1, "a step that went astray is not thinned away"
    efforts.clear()
    chain.settle(None, None, chain.Effort(draws=100), progress=None, cancelled=None)
    assert len(efforts) == 1, "few draws are taken as they come"


def test_an_arm_without_a_prior_is_refused(sampler):
    with pytest.raises(PriorError, match="Give each arm one prior"):
        sampler.fit(crossover(("A", "B", "C")), CLAIM, OPEN, reference="A")


def test_draws_are_kept_and_found_again(sampler, tmp_path, monkeypatch):
    folder = tmp_path / "fits"
    first = sampler.fit(crossover(), CLAIM, OPEN, reference="A", folder=folder, **QUICK)
    (file,) = folder.iterdir()
    assert (folder.stat().st_mode & 0o777, file.stat().st_mode & 0o777) == (0o700, 0o600)
    monkeypatch.setattr(chain, "settle", lambda *_rest, **_more: pytest.fail("it sampled"))
    again = sampler.fit(crossover(), CLAIM, OPEN, reference="A", folder=folder, **QUICK)
    assert first.fingerprint == again.fingerprint
    assert first.idata.posterior.equals(again.idata.posterior)
    assert first.idata.posterior_predictive.equals(again.idata.posterior_predictive)
    assert check(first) == check(again)


def test_draws_with_a_changed_byte_are_drawn_anew(sampler, tmp_path):
    first = sampler.fit(crossover(), CLAIM, OPEN, reference="A", folder=tmp_path, **QUICK)
    (file,) = tmp_path.iterdir()
    whole = bytearray(file.read_bytes())
    for spot in (slice(0, 8), slice(len(whole) // 2, len(whole) // 2 + 4)):
        broken = whole.copy()
        broken[spot] = bytes(255 - byte for byte in broken[spot])
        file.write_bytes(broken)
        again = sampler.fit(crossover(), CLAIM, OPEN, reference="A", folder=tmp_path, **QUICK)
        assert first.idata.posterior.equals(again.idata.posterior)
    sampler.fit(crossover(), CLAIM, OPEN, reference="A", folder=tmp_path, **QUICK)
    assert len(list(tmp_path.iterdir())) == 1


def test_whatever_the_draws_follow_from_changes_their_mark(sampler):
    shuffled = crossover().assign(time=lambda table: table["time"] + 0.1)
    marks = [
        sampler.fit(table, priors, believed, reference="A", draws=draws, tune=200, seed=seed).fingerprint
        for table, priors, believed, draws, seed in (
            (crossover(), CLAIM, OPEN, 100, 0),
            (crossover(seed=1), CLAIM, OPEN, 100, 0),
            (shuffled, CLAIM, OPEN, 100, 0),
            (crossover(), AGAINST_THE_DAYS, OPEN, 100, 0),
            (crossover(), CLAIM, Nuisance(OPEN.intercept, OPEN.trend, HalfNormal(2.0), OPEN.rho), 100, 0),
            (crossover(), CLAIM, OPEN, 120, 0),
            (crossover(), CLAIM, OPEN, 100, 1),
        )
    ]
    assert len(set(marks)) == len(marks)


def test_only_the_newest_fits_are_kept(sampler, tmp_path, monkeypatch):
    monkeypatch.setattr(fit, "KEPT", 2)
    for seed in range(4):
        sampler.fit(crossover(), CLAIM, OPEN, reference="A", seed=seed, folder=tmp_path, draws=50, tune=100)
    assert len(list(tmp_path.iterdir())) == 2


def test_a_file_in_place_of_the_folder_does_not_spoil_the_fit(sampler, tmp_path):
    (tmp_path / "fits").write_text("in the way")
    sampler.fit(crossover(), CLAIM, OPEN, reference="A", folder=tmp_path / "fits", **QUICK)
    assert (tmp_path / "fits").read_text() == "in the way"
