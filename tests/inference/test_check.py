"""When chains are to be believed, and when two engines say the same."""

from dataclasses import replace

import numpy as np
import pytest
from crossover import CLAIM, OPEN, crossover

from nof1_lab.errors import FitError
from nof1_lab.inference.chain import Effort
from nof1_lab.inference.check import agreement, believed, check
from nof1_lab.inference.draws import gather
from nof1_lab.inference.exact import posterior
from nof1_lab.inference.fit import Fit
from nof1_lab.inference.joint import join

EFFORT = Effort(draws=1000)
EXACT = posterior(crossover(), CLAIM, OPEN, reference="A")


def fit_of(seed=0, *, stray=0, **changed):
    """A fit whose draws come from the exact posterior, but for what is changed."""
    found = EXACT.draw(4000, seed=seed)
    draws = {"arm": found.effects.reshape(4, 1000, 1), "Intercept": found.intercept, "time": found.trend}
    draws |= {"sigma": found.sigma, "rho": found.rho}
    draws = {name: values.reshape(4, 1000, *values.shape[2:]) for name, values in draws.items()}
    for name, change in changed.items():
        draws[name] = change(draws[name])
    diverging = np.zeros((4, 1000), dtype=bool)
    diverging.ravel()[:stray] = True
    joint = join(crossover(), CLAIM, OPEN, reference="A")
    return Fit(joint, gather(joint, draws, {"diverging": diverging}, EFFORT), "a fingerprint", 0.1)


def apart(draws):
    """One chain that stayed elsewhere."""
    return draws - draws.std() * (np.arange(4) == 3)[:, None]


def sticky(draws):
    """Chains that hardly move."""
    return np.repeat(draws[:, ::50], 50, axis=1)


def test_chains_that_agree_are_believed():
    found = fit_of()
    checks = check(found)
    assert checks.ok
    assert checks.reasons == ()
    assert checks.rhat_max == pytest.approx(1.0, abs=0.01)
    assert checks.ess_min == pytest.approx(4000, rel=0.2)
    assert checks.divergences == 0
    chance = (found.effects["B"] < 0).mean()
    assert checks.mcse_chance == pytest.approx(np.sqrt(chance * (1 - chance) / 4000), rel=0.2)
    assert believed(found) is found


@pytest.mark.parametrize("name", ["Intercept", "time", "sigma", "rho"])
def test_one_chain_elsewhere_is_seen_in_every_parameter(name):
    checks = check(fit_of(**{name: apart}))
    assert not checks.ok
    assert checks.rhat_max > 1.01
    assert checks.reasons[0].endswith("sample longer.")


def test_chains_that_hardly_move_have_drawn_too_little():
    checks = check(fit_of(arm=sticky))
    assert checks.ess_min < 400
    assert any(reason.endswith("draw more.") for reason in checks.reasons)
    assert any(reason.startswith("A chance is uncertain by") for reason in checks.reasons)


def test_a_single_stray_step_is_enough_to_doubt():
    checks = check(fit_of(stray=1))
    assert (checks.ok, checks.divergences) == (False, 1)
    assert "record more days" in checks.reasons[0]


def test_a_single_chain_has_nothing_to_agree_with():
    found = fit_of()
    alone = replace(found, idata=found.idata.isel(chain=[0]))
    assert check(alone).reasons[0].endswith("sample at least two of them.")


def test_draws_that_are_not_numbers_are_not_believed():
    assert not check(fit_of(sigma=lambda draws: draws * np.nan)).ok


def test_what_is_not_believed_cannot_be_had():
    with pytest.raises(FitError, match="Fit again with more draws"):
        believed(fit_of(arm=lambda draws: apart(draws[..., 0])[..., None]))


def test_draws_from_the_exact_posterior_agree_with_it():
    """By chance one comparison in 16,000 would differ; here are 200 of them."""
    assert [agreement(EXACT, fit_of(seed)) for seed in range(20)] == [()] * 20


@pytest.mark.parametrize(
    ("name", "change", "words"),
    [
        ("arm", lambda draws: draws + 0.1 * draws.std(), "The effect of B: the mean"),
        ("arm", lambda draws: draws.mean() + 1.08 * (draws - draws.mean()), "The effect of B: the standard"),
        ("arm", lambda draws: np.where(draws < -0.1, draws, draws + 0.4), "The effect of B: the chance"),
        ("sigma", lambda draws: draws + 0.1 * draws.std(), "The spread of a day: the mean"),
        ("rho", lambda draws: draws * 0.9, "The correlation of neighbouring days: the mean"),
    ],
)
def test_a_small_difference_is_seen_and_said(name, change, words):
    assert any(said.startswith(words) for said in agreement(EXACT, fit_of(**{name: change})))
