"""Diaries before the first day follow from the beliefs, and say when those do not fit the scale."""

from dataclasses import replace

import numpy as np
import pytest
from trial import SLEEP, trial

from nof1_lab.inference.nuisance import HalfNormal, Known, Nuisance, Uniform
from nof1_lab.inference.predict import diaries, draw
from nof1_lab.study.analysis import Analysis, Normal
from nof1_lab.study.prior import Part, Prior
from nof1_lab.study.shape import Shape
from nof1_lab.study.steps import begin

SIZE = 40_000
ROBUST = Prior("B", (Part(0.8, -0.6, 0.2), Part(0.2, 0.0, 1.0)), vague=1)
LEARNT = Nuisance(Normal(6.0, 1.5), Normal(0.1, 0.3), HalfNormal(1.6), Uniform(0.0, 0.9))
SCORE = replace(SLEEP, low=0.0, high=10.0)


def schedule_of(letters="ABBA", **more):
    schedule = trial(letters, days=7, **more).schedule
    assert schedule is not None
    return schedule


def test_mean_and_spread_of_every_day_are_those_that_the_beliefs_have():
    schedule = schedule_of()
    drawn = draw(schedule, [ROBUST], LEARNT, size=SIZE)
    week = (np.arange(1, 29) - 14.5) / 7.0
    taken = np.repeat([0.0, 1.0, 1.0, 0.0], 7)
    mean = 6.0 + 0.1 * week + ROBUST.mean * taken
    variance = 1.5**2 + 0.3**2 * week**2 + ROBUST.sd**2 * taken + 1.6**2
    assert drawn.mean(axis=0) == pytest.approx(mean, abs=4.0 * np.sqrt(variance.max() / SIZE))
    assert drawn.var(axis=0) == pytest.approx(variance, rel=0.06)


def test_neighbouring_days_remember_each_other_by_the_days_between():
    known = Nuisance(Normal(6.0, 1e-6), None, Known(0.8), Known(0.6))
    drawn = draw(schedule_of(), [Prior.normal("B", 0.0, 1e-6)], known, size=SIZE)
    together = np.corrcoef(drawn.T)
    assert together[0, 1] == pytest.approx(0.6, abs=0.02)
    assert together[9, 12] == pytest.approx(0.6**3, abs=0.02)
    assert drawn.std(axis=0) == pytest.approx(0.8, rel=0.02)


def test_a_curve_that_leans_moves_only_the_days_of_its_arm():
    known = Nuisance(Normal(6.0, 1e-6), None, Known(1e-6), Known(0.0))
    shape = Shape("skewed", -0.5, 0.4, lean=0.6)
    drawn = draw(schedule_of(), [Prior.shaped("B", shape)], known, size=SIZE)
    assert drawn[:, 0] == pytest.approx(6.0, abs=1e-4)
    effect = drawn[:, 8] - 6.0
    believed = Prior.shaped("B", shape)
    for cut in (-1.0, -0.5, 0.0, 0.5):
        assert (effect < cut).mean() == pytest.approx(believed.below(cut), abs=0.01)


def test_a_study_gives_the_same_diaries_again_and_nothing_jumps_as_a_prior_moves():
    study = trial("ABBABAAB", days=7, measure=SCORE)
    one, again = diaries(study, [ROBUST]), diaries(study, [ROBUST])
    assert one is not None
    assert again is not None
    assert (one.values == again.values).all()
    nudged = diaries(
        study, [Prior("B", tuple(replace(p, mean=p.mean + 0.01) for p in ROBUST.parts), vague=1)]
    )
    assert nudged is not None
    assert np.abs(nudged.values - one.values).max() == pytest.approx(0.01)


def test_it_says_how_many_days_leave_the_scale_and_where():
    far = Analysis(intercept=Normal(9.0, 0.1), known_spread=1.0, rho=(0.0, 0.0), has_trend=False)
    study = trial("ABAB", days=7, measure=SCORE, analysis=far)
    found = diaries(study, [Prior.normal("B", 0.0, 0.01)])
    assert found is not None
    assert found.above == pytest.approx(0.1599, abs=0.02)  # a Normal of spread 1.005 beyond 10
    assert found.below == 0.0
    assert found.is_off
    assert found.p_off == pytest.approx(1.0 - (1.0 - 0.1599) ** 28, abs=0.01)
    assert found.high == pytest.approx(9.0 + 1.645 * 1.005, abs=0.3)


def test_days_and_arms_stand_beside_the_values():
    found = diaries(trial("ABBA", days=3, measure=SCORE), [ROBUST], many=5)
    assert found is not None
    assert found.values.shape == (5, 12)
    assert (found.days[0], found.days[-1]) == (1, 12)
    assert "".join(found.arms) == "AAABBBBBBAAA"
    assert found.is_level_known


def test_without_ends_nothing_is_off_and_an_unknown_level_is_said():
    found = diaries(trial("ABBA", days=3), [ROBUST])
    assert found is not None
    assert (found.off_scale, found.p_off, found.is_off, found.is_level_known) == (None, None, False, False)


def test_without_a_schedule_there_is_no_diary():
    assert diaries(begin("A trial", SLEEP)) is None
