"""Everything that is not an effect has a prior, and says where it comes from."""

from dataclasses import replace
from statistics import fmean, stdev

import pytest
from trial import SLEEP, trial

from nof1_lab.inference.nuisance import HalfNormal, Known, Uniform, describe, nuisance
from nof1_lab.study.analysis import Analysis, Normal

RUN_IN = dict(zip(range(-6, 1), [6.0, 6.5, 5.5, 6.2, 5.8, 6.1, 6.6], strict=True))


def test_a_week_of_run_in_gives_level_spread_and_trend():
    found = nuisance(trial("AB", RUN_IN, days=3, run_in_days=7))
    mean, sd = fmean(RUN_IN.values()), stdev(RUN_IN.values())
    assert found.intercept == Normal(mean, 2 * sd)
    assert found.spread == HalfNormal(2 * sd)
    assert found.trend == Normal(0.0, 0.5 * sd)
    assert found.rho == Uniform(0.0, 0.95)
    assert found.day_sd == pytest.approx(sd)
    assert found.sources["intercept"] == found.sources["spread"] == "from 7 run-in days"


@pytest.mark.parametrize(
    "run_in", [{}, {day: RUN_IN[day] for day in range(-5, 1)}, dict.fromkeys(RUN_IN, 6.0)]
)
def test_a_short_or_silent_run_in_leaves_it_to_the_measure(run_in):
    found = nuisance(trial("AB", run_in, days=3, run_in_days=7))
    assert found.intercept == Normal(0.0, 2000 * SLEEP.worthwhile)
    assert found.spread == HalfNormal(4 * SLEEP.worthwhile)
    assert found.trend == Normal(0.0, SLEEP.worthwhile)
    assert found.sources["spread"] == "from twice the smallest worthwhile change"


def test_the_range_of_a_score_gives_the_level():
    score = replace(SLEEP, low=0.0, high=10.0)
    assert nuisance(trial("AB", days=3, measure=score)).intercept == Normal(5.0, 5.0)


def test_scheduled_days_never_reach_the_priors():
    empty, full = (
        trial("AB", RUN_IN, days=3, run_in_days=7),
        trial("AB", RUN_IN | {1: 99.0}, days=3, run_in_days=7),
    )
    assert nuisance(empty) == nuisance(full)


def test_the_analysis_plan_has_the_last_word():
    plan = Analysis(Normal(6.0, 1.5), Normal(0.0, 0.3), spread=2.0, rho=(0.1, 0.6))
    found = nuisance(trial("AB", RUN_IN, days=3, run_in_days=7, analysis=plan))
    assert found == replace(
        found,
        intercept=Normal(6.0, 1.5),
        trend=Normal(0.0, 0.3),
        spread=HalfNormal(2.0),
        rho=Uniform(0.1, 0.6),
    )
    assert set(found.sources.values()) == {"as set in the analysis plan"}


def test_known_numbers_are_known():
    found = nuisance(
        trial("AB", days=3, analysis=Analysis(known_spread=0.8, rho=(0.35, 0.35), has_trend=False))
    )
    assert (found.spread, found.rho, found.trend, found.day_sd) == (Known(0.8), Known(0.35), None, 0.8)
    assert describe(found)["spread"] == "known: 0.8, as set in the analysis plan"
    assert describe(found)["trend"] == "left out"


def test_every_prior_is_put_in_words():
    words = describe(nuisance(trial("AB", days=3)))
    assert words == {
        "intercept": "Normal(0, 800), nearly flat: 2000 times the smallest worthwhile change",
        "trend": "Normal(0, 0.4), from twice the smallest worthwhile change",
        "spread": "HalfNormal(1.6), from twice the smallest worthwhile change",
        "rho": "Uniform(0, 0.95), stated default",
    }
