"""What was measured becomes a table: a row for each scheduled day, with what became of it."""

from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import pytest
from oracle import case, oracle
from trial import SLEEP, golden, trial

from nof1_lab.errors import OutcomeError
from nof1_lab.inference.outcome import count, days, gaps, outcomes


def test_every_scheduled_day_has_a_row_and_the_run_in_has_none():
    study = trial("ABBA", {-1: 5.0, 0: 5.0, 1: 6.0}, days=3, run_in_days=2)
    table = outcomes(study)
    assert table["day"].tolist() == list(range(1, 13))
    assert table["date"].iloc[0] == pd.Timestamp(date(2026, 1, 5))
    assert table["arm"].tolist() == list("AAABBBBBBAAA")
    assert table["period"].tolist() == [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]
    assert table["cycle"].tolist() == [1] * 6 + [2] * 6
    assert table["position"].tolist() == [1, 2, 3] * 4


def test_the_first_days_of_every_period_are_washed_out_the_first_period_too():
    table = outcomes(trial("AB", [6.0] * 6, days=3, washout_days=1))
    assert table["status"].tolist() == ["washout", "used", "used"] * 2
    assert table["used"].tolist() == [False, True, True] * 2


def test_a_day_without_an_entry_is_missing_and_a_washed_out_one_stays_washed_out():
    table = outcomes(trial("AB", {2: 6.0, 5: 5.0}, days=3, washout_days=1))
    assert table["status"].tolist() == ["washout", "used", "missing", "washout", "used", "missing"]
    assert count(table) == {"planned": 6, "used": 2, "washout": 2, "missing": 2}


def test_time_is_in_weeks_and_zero_in_the_middle():
    table = outcomes(trial("ABBA", [6.0] * 8, days=2))
    assert table["time"].tolist() == pytest.approx([(day - 4.5) / 7 for day in range(1, 9)])
    assert table["time"].sum() == pytest.approx(0.0)


def test_the_gap_counts_real_days_between_used_ones():
    table = outcomes(trial("AB", [6.0, None, None, 5.0, 5.0, 5.1], days=3))
    assert table["gap"].isna().tolist() == [True, True, True, False, False, False]
    assert table["gap"].dropna().tolist() == [3.0, 1.0, 1.0]


def test_values_keep_their_own_units_whatever_is_better():
    for better in ("lower", "higher"):
        table = outcomes(trial("AB", [6.0, 5.0], days=1, measure=replace(SLEEP, better=better)))
        assert table["value"].tolist() == [6.0, 5.0]


def test_days_without_any_number_are_shown_but_not_analysed():
    study = trial("AB", {1: 6.0}, days=3, washout_days=1)
    assert days(study)["value"].notna().tolist() == [True, False, False, False, False, False]
    with pytest.raises(OutcomeError, match="Write the first outcome into the diary"):
        outcomes(study)


def test_without_a_schedule_there_is_nothing_to_analyse():
    with pytest.raises(OutcomeError, match="Plan the trial first"):
        outcomes(replace(trial("AB", days=1), schedule=None))


@pytest.mark.parametrize("doubled", [[1, 2, 2], [3, 1]])
def test_a_day_that_comes_twice_is_refused(doubled):
    with pytest.raises(OutcomeError, match="Keep one value for each day"):
        gaps(doubled)


def test_the_golden_trial_uses_the_days_that_it_should():
    table = outcomes(golden())
    known = case(oracle("26_"), "data")["expected"]
    assert (table["day"][table["used"]] - 1).tolist() == known["used_days"]
    assert count(table) == {"planned": 40, "used": 28, "washout": 8, "missing": 4}
    assert np.isclose(table["time"].iloc[0], -19.5 / 7)
