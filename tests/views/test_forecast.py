"""Diaries that the beliefs expect: the band, the lines, and the flag where they leave the scale."""

import pytest
from views.trial import MONDAY, MOOD, planned, proposed

from nof1_lab.study.candidate import Candidate
from nof1_lab.study.document import Study
from nof1_lab.study.prior import Prior
from nof1_lab.study.schedule import randomise
from nof1_lab.study.steps import begin, believe, plan, propose
from nof1_lab.views import forecast


def moods(sd: float) -> Study:
    """A trial on a scale from 0 to 10, with a belief of that spread."""
    study = propose(begin("Mood", MOOD), Candidate("walks"))
    study = plan(study, randomise("usual", ["walks"], cycles=2, days=5, start=MONDAY, seed=1))
    return believe(study, Prior.normal("walks", 0.5, sd))


def test_without_a_plan_there_is_nothing_to_expect():
    assert forecast.shown(proposed()) is None


def test_every_planned_day_has_its_band_and_some_diaries():
    shown = forecast.shown(planned())
    assert shown is not None
    schedule = planned().schedule
    assert schedule is not None
    assert list(shown.table["day"]) == list(range(1, schedule.last_day + 1))
    assert (shown.table["low"] <= shown.table["middle"]).all()
    assert (shown.table["middle"] <= shown.table["high"]).all()
    assert sum(name.startswith("diary") for name in shown.table) == forecast.LINES


def test_the_same_beliefs_expect_the_same_diaries():
    one, other = forecast.shown(moods(1.0)), forecast.shown(moods(1.0))
    assert one is not None
    assert other is not None
    assert one.table.equals(other.table)
    assert one.sentence == other.sentence


@pytest.mark.parametrize(("sd", "flag"), [(1.0, False), (40.0, True)])
def test_beliefs_that_leave_the_scale_are_flagged(sd: float, flag: bool):
    shown = forecast.shown(moods(sd))
    assert shown is not None
    assert ("Look at your beliefs again" in shown.sentence) is (flag or shown.table.attrs["off"])
    assert shown.table.attrs["off"] or not flag


def test_a_level_that_nobody_knows_is_said():
    shown = forecast.shown(planned())
    assert shown is not None
    assert "usual level" in shown.sentence
