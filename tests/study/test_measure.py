"""What is measured, and which way is better."""

import pytest
from hypothesis import given
from study.trial import LAW, measures, numbers

from nof1_lab.errors import MeasureError
from nof1_lab.study.measure import Measure


def test_benefit_points_the_way_that_is_better():
    assert Measure("time awake", "lower", 10).direction == -1.0
    assert Measure("sleep quality", "higher", 0.5).direction == 1.0


def test_before_any_data_a_day_is_guessed_to_stray_by_two_worthwhile_changes():
    assert Measure("time awake", "lower", 10).day_sd == 20.0


@LAW
@given(measures(), numbers)
def test_a_scale_without_ends_has_room_for_every_number_and_one_with_ends_for_those_between(measure, value):
    is_between = measure.low is None or measure.low <= value <= measure.high
    assert measure.has_room_for(value) == is_between


@pytest.mark.parametrize(
    ("parts", "remedy"),
    [
        ({"name": " "}, "in a few words"),
        ({"name": "sleep\nquality"}, "type it anew"),
        ({"name": "sleep\x1b[2J"}, "type it anew"),
        ({"name": "pain \u202egnitar"}, "type it anew"),
        ({"worthwhile": 0.0}, "positive number"),
        ({"worthwhile": -1.0}, "positive number"),
        ({"worthwhile": float("nan")}, "as a number"),
        ({"worthwhile": 10**400}, "as a number"),
        ({"worthwhile": "0.5"}, "as a number"),
        ({"better": "smaller"}, "which way is better"),
        ({"scale": "nominal"}, "Choose one of these scales"),
        ({"unit": "u" * 41}, "Shorten the measure's unit"),
        ({"low": 0.0}, "low and high together"),
        ({"low": 1.0, "high": 1.0}, "Swap the two"),
        ({"low": float("-inf"), "high": 1.0}, "as a number"),
    ],
)
def test_a_measure_that_cannot_be_is_refused_with_a_remedy(parts, remedy):
    with pytest.raises(MeasureError, match=remedy):
        Measure(**({"name": "sleep", "better": "higher", "worthwhile": 0.5} | parts))
