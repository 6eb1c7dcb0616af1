"""A diary from a truth has that truth in it."""

from dataclasses import replace

import numpy as np
import pytest
from trial import SLEEP, trial

from nof1_lab.inference.simulate import missed_days, simulate
from nof1_lab.study.schedule import Schedule


def schedule(letters="AB" * 100, days=10, run_in_days=0) -> Schedule:
    planned = trial(letters, days=days, run_in_days=run_in_days).schedule
    assert planned is not None
    return planned


def values(plan, **truth):
    diary = simulate(plan, SLEEP, **truth)
    return np.array([entry.value for entry in diary.entries], dtype=float)


def test_without_noise_the_truth_is_written_down():
    plan = schedule("ABBA", days=2, run_in_days=1)
    diary = simulate(plan, SLEEP, baseline=6.0, effects={"B": -1.0}, trend=0.7, sigma=0.0, seed=1)
    assert [entry.day for entry in diary.entries] == list(range(9))
    line = [6.0 + 0.1 * (day - 4.5) for day in range(9)]
    arm = [0, 0, 0, 1, 1, 1, 1, 0, 0]
    assert [entry.value for entry in diary.entries] == pytest.approx(
        [x - a for x, a in zip(line, arm, strict=True)]
    )


def test_spread_is_that_of_a_day_and_neighbours_are_alike():
    found = values(schedule(), baseline=0.0, effects={}, sigma=2.0, rho=0.6, seed=2)
    assert found.std() == pytest.approx(2.0, rel=0.1)
    assert np.corrcoef(found[:-1], found[1:])[0, 1] == pytest.approx(0.6, abs=0.06)
    assert np.corrcoef(found[:-3], found[3:])[0, 1] == pytest.approx(0.6**3, abs=0.1)


def test_missed_days_are_not_in_the_diary():
    plan = schedule("ABBA", days=5)
    missing = missed_days(plan, share=0.3, seed=3)
    assert 0 < len(missing) < 15
    diary = simulate(plan, SLEEP, baseline=6.0, effects={}, sigma=1.0, seed=1, missing=missing)
    assert {entry.day for entry in diary.entries} == set(range(1, 21)) - missing


def test_a_seed_repeats_itself_and_a_missed_day_changes_no_other():
    plan = schedule("ABBA", days=5)
    truth = {"baseline": 6.0, "effects": {}, "sigma": 1.0, "rho": 0.5}
    whole = simulate(plan, SLEEP, seed=4, **truth)
    assert whole == simulate(plan, SLEEP, seed=4, **truth)
    assert whole != simulate(plan, SLEEP, seed=5, **truth)
    gappy = simulate(plan, SLEEP, seed=4, missing={3}, **truth)
    assert gappy.entries == tuple(entry for entry in whole.entries if entry.day != 3)


def test_scores_are_rounded_and_stay_on_their_scale():
    score = replace(SLEEP, scale="score", low=0.0, high=10.0)
    diary = simulate(schedule("ABBA"), score, baseline=9.0, effects={}, sigma=3.0, seed=6, decimals=0)
    found = [entry.value for entry in diary.entries]
    assert all(value is not None and 0 <= value <= 10 and value == int(value) for value in found)
    assert 10.0 in found
