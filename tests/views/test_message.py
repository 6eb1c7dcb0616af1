"""What a browser may send, and what never gets further than the door."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nof1_lab.errors import NofOneError, SheetError
from nof1_lab.study.diary import Entry
from nof1_lab.views.message import DEEPEST, MOST_THINGS, Message, number_of, opened, take, vet

json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


def test_a_message_is_a_number_a_part_and_whether_the_gesture_is_finished():
    value = {"n": 3, "part": {"x": 1}, "settled": False}
    assert opened(value) == Message(3, {"x": 1}, settled=False)


@pytest.mark.parametrize("n", [None, "1", 1.5, True, -1, 2**60, math.nan, [1]])
def test_a_message_is_counted_with_a_whole_number(n: object):
    value = {"n": n, "part": {}, "settled": True}
    assert number_of(value) is None
    with pytest.raises(SheetError, match="nothing was changed"):
        opened(value)


@pytest.mark.parametrize(
    "value",
    [
        None,
        "hello",
        7,
        [],
        {},
        {"n": 1},
        {"n": 1, "part": {}},
        {"n": 1, "part": {}, "settled": 1},
        {"n": 1, "part": {}, "settled": True, "more": 0},
    ],
)
def test_what_is_no_message_is_refused(value: object):
    with pytest.raises(SheetError, match="Reload the page"):
        opened(value)


@pytest.mark.parametrize(
    "part",
    [
        math.nan,
        math.inf,
        10**400,
        -1e13,
        b"bytes",
        {1: "a"},
        "\ud800",
        {"\ud800": 1},
        {"deep": [[[[[[[[[0]]]]]]]]]},
        [0] * (MOST_THINGS + 1),
        object(),
    ],
)
def test_a_part_is_plain_json_of_a_sane_size(part: object):
    with pytest.raises(SheetError):
        vet(part)


def test_a_part_within_bounds_passes():
    vet({"a": [1, -2.5, None, True, "ä"], "b": {"c": [[[[[]]]]]}})
    assert DEEPEST >= 6


def test_a_noun_is_taken_only_from_what_the_sheet_itself_sends():
    assert take(Entry, {"day": 1, "value": 2}) == Entry(1, 2.0)
    with pytest.raises(SheetError, match="Reload the page"):
        take(Entry, {"day": 1, "value": 2, "more": 3})


@given(json)
def test_no_message_whatever_breaks_the_door(value: object):
    for wrapped in (value, {"n": 1, "part": value, "settled": True}):
        assert isinstance(result(wrapped), Message | SheetError)


def result(value: object) -> Message | NofOneError:
    try:
        return opened(value)
    except NofOneError as error:
        return error
