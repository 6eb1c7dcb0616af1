"""One whole trial with known answers, typed at a terminal from the first command to the verdict."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from apps.terminal import Terminal
from oracle import case, oracle
from scipy.stats import norm

ORDER = "ABBABAAB"
MISSING = (7, 8, 23, 31)
# Eight periods of five days; the first day of each is wash-out.
VALUES = [
    6.6, 6.9, 6.1, 6.4, 7.0, 6.3, 5.8, None, None, 6.0, 5.5, 5.9, 6.2, 5.6, 5.3, 6.0, 6.8, 6.5, 6.9, 6.2,
    5.9, 5.4, 5.8, None, 5.1, 6.1, 6.4, 6.7, 6.0, 6.6, 6.2, None, 6.5, 5.9, 6.3, 5.7, 5.2, 5.6, 5.9, 5.3,
]  # fmt: skip
SIGMA, RHO, WORTHWHILE = 0.8, 0.35, 0.4
PRIORS = {
    "lfm_undiscounted": (-0.6, 0.25510672846232696),
    "sceptical": (0.0, 0.24318273276470767),
}


@pytest.fixture
def golden(terminal: Terminal, planned: Path) -> Path:
    """The trial with its diary; spread and correlation are known."""
    known = ["--known-spread", str(SIGMA), "--rho", str(RHO), str(RHO)]
    terminal.done("analysis", planned, "--intercept", "6", "1.5", "--trend", "0", "0.3", *known)
    rows = [f"{day},{value}" for day, value in enumerate(VALUES, start=1) if value is not None]
    terminal.done("record", planned, "-", stdin="\n".join(["day,value", *rows]))
    return planned


def fitted(terminal: Terminal, study: Path, mean: float, sd: float) -> dict[str, Any]:
    """What the exact engine says after this prior was set."""
    terminal.done("prior", study, "B", "--mean", repr(mean), "--sd", repr(sd))
    return terminal.done("fit", study, "--engine", "exact")


def by_hand(mean: float, sd: float) -> tuple[float, float]:
    """The posterior of the effect by the textbook: one dense covariance, one linear solve."""
    used = [d for d in range(1, 41) if (d - 1) % 5 and VALUES[d - 1] is not None]
    day = np.array(used, float)
    y = np.array([VALUES[d - 1] for d in used], float)
    on_b = np.array([ORDER[(d - 1) // 5] == "B" for d in used], float)
    design = np.column_stack([np.ones(len(used)), on_b, (day - 20.5) / 7.0])
    covariance = SIGMA**2 * RHO ** np.abs(day[:, None] - day)
    prior_mean, prior_sd = np.array([6.0, mean, 0.0]), np.array([1.5, sd, 0.3])
    precision = design.T @ np.linalg.solve(covariance, design) + np.diag(prior_sd**-2.0)
    pull = design.T @ np.linalg.solve(covariance, y) + prior_mean / prior_sd**2
    return np.linalg.solve(precision, pull)[1], np.sqrt(np.linalg.inv(precision)[1, 1])


@pytest.mark.parametrize(("mean", "sd"), [*PRIORS.values(), (-0.42, 0.49), (1.0, 5.0)])
def test_the_posterior_is_that_of_the_textbook(terminal: Terminal, golden: Path, mean: float, sd: float):
    said = fitted(terminal, golden, mean, sd)
    (effect,) = said["effects"]
    centre, width = by_hand(mean, sd)
    assert (effect["arm"], effect["reference"], effect["level"]) == ("B", "A", 0.95)
    assert (effect["mean"], effect["sd"]) == pytest.approx((centre, width), abs=1e-9)
    assert (effect["low"], effect["high"]) == pytest.approx(norm.interval(0.95, centre, width), abs=1e-6)
    posterior, prior = norm(centre, width), norm(mean, sd)
    assert effect["p_benefit"] == pytest.approx(posterior.cdf(0), abs=1e-9)
    assert effect["p_worthwhile"] == pytest.approx(posterior.cdf(-WORTHWHILE), abs=1e-9)
    assert effect["p_harm"] == pytest.approx(posterior.sf(WORTHWHILE), abs=1e-9)
    known = {"mean": mean, "sd": sd, "p_benefit": prior.cdf(0), "p_worthwhile": prior.cdf(-WORTHWHILE)}
    assert {name: effect["prior"][name] for name in known} == pytest.approx(known)
    assert effect["prior"]["parts"] == [{"weight": 1, "mean": mean, "sd": sd}]


@pytest.mark.parametrize("name", PRIORS)
def test_the_posterior_is_the_known_one(terminal: Terminal, golden: Path, name: str):
    expected = case(oracle("26_golden_trial"), "posteriors_by_prior")["expected"][name]
    (effect,) = fitted(terminal, golden, *PRIORS[name])["effects"]
    found = {"mean": effect["mean"], "sd": effect["sd"], "p_benefit": effect["p_benefit"]}
    assert found | {"p_gt_mcid": effect["p_worthwhile"]} == pytest.approx(
        {key: expected[key] for key in ("mean", "sd", "p_benefit", "p_gt_mcid")}, abs=1e-8
    )


def test_the_object_is_the_promised_one(terminal: Terminal, golden: Path):
    said = fitted(terminal, golden, *PRIORS["lfm_undiscounted"])
    promised = {
        "study",
        "engine",
        "seconds",
        "model",
        "days",
        "effects",
        "nuisance",
        "checks",
        "randomisation",
    }
    assert promised | {"verdict"} <= set(said)
    assert said["study"] == terminal.done("check", golden)["study"]
    assert said["engine"] == "exact"
    assert said["days"] == {"planned": 40, "used": 28, "washout": 8, "missing": 4}
    assert set(said["model"]) == {"formula", "family", "priors"}
    assert set(said["nuisance"]) >= {"sigma", "rho"}
    assert said["nuisance"]["sigma"]["mean"] == SIGMA
    assert said["nuisance"]["rho"]["mean"] == RHO
    assert {"ok", "rhat_max", "ess_min", "divergences", "reasons"} <= set(said["checks"])
    assert (said["checks"]["ok"], said["checks"]["reasons"]) == (True, [])
    assert set(said["verdict"]) >= {"advice", "reason"}


def test_the_schedules_own_chance_is_the_known_one(terminal: Terminal, golden: Path):
    test = fitted(terminal, golden, *PRIORS["sceptical"])["randomisation"]
    assert test == pytest.approx(
        {"statistic": -0.856923076923076, "p_two_sided": 0.125, "p_one_sided": 0.0625, "schedules": 16}
    )


def test_a_person_reads_the_same_in_a_few_lines(terminal: Terminal, golden: Path):
    terminal.done("prior", golden, "B", "--mean", "-0.6", "--sd", "0.25510672846232696")
    words = terminal.run("fit", golden, "--engine", "exact").out
    assert "Of 40 days 28 are used, 8 are wash-out and 4 are missing." in words
    row = ["B", "−0.699", "0.208", "−1.11", "−0.291", ">99.9%", "92.4%", "<0.1%", "78.3%"]
    assert row in [line.split() for line in words.splitlines()]
    assert "Randomisation test: p = 0.125 (two-sided, 16 schedules)." in words


def test_a_fit_changes_nothing(terminal: Terminal, golden: Path):
    before = golden.read_bytes()
    terminal.done("fit", golden, "--engine", "exact")
    assert golden.read_bytes() == before


def test_there_is_nothing_to_fit_without_outcomes(terminal: Terminal, planned: Path, proposed: Path):
    said = terminal.run("fit", planned, "--engine", "exact", "--json")
    assert said.code == 1
    assert "first outcome" in said.json["error"]["remedy"]


@pytest.mark.slow
@pytest.mark.fit
def test_the_sampled_posterior_agrees_within_its_own_noise(terminal: Terminal, golden: Path):
    terminal.done("prior", golden, "B", "--mean", "-0.6", "--sd", "0.25510672846232696")
    said = terminal.run("fit", golden, "--draws", "500", "--chains", "4", "--seed", "1", "--json")
    assert said.code == 0
    (effect,), checks = said.json["effects"], said.json["checks"]
    centre, width = by_hand(*PRIORS["lfm_undiscounted"])
    assert said.json["engine"] == "sampled"
    assert checks["ok"]
    noise = width / np.sqrt(checks["ess_min"])
    assert effect["mean"] == pytest.approx(centre, abs=4 * noise)
    assert effect["sd"] == pytest.approx(width, rel=4 / np.sqrt(2 * checks["ess_min"]))
    again = terminal.run("fit", golden, "--draws", "500", "--chains", "4", "--seed", "1", "--json")
    assert again.json["effects"] == said.json["effects"]
