"""JSON as models write it."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nof1_lab.errors import ReadError
from nof1_lab.exchange.piece import Piece
from nof1_lab.exchange.repair import CutError, Scanner

LAW = settings(deadline=None)
scalars = st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.floats(-1e9, 1e9)
trees = st.recursive(
    scalars | st.text("ab 1.,:;'é\\\"\n{}[]", max_size=8).map(lambda text: f"x{text}x"),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text("abc", max_size=3), inner, max_size=4)
    ),
    max_leaves=12,
)


def plain(piece: Piece):
    value = piece.value
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    return [plain(part) for part in value] if isinstance(value, list) else value


def read(text: str):
    scanner = Scanner(text, 0, len(text))
    return plain(scanner.value()), list(scanner.repairs), scanner.cut_at


@LAW
@given(st.dictionaries(st.text("abc", min_size=1, max_size=3), trees, max_size=4), st.booleans())
def test_what_is_json_is_read_as_it_is_and_nothing_is_put_right(value, is_ascii):
    got, repairs, cut = read(json.dumps(value, ensure_ascii=is_ascii, indent=1 if is_ascii else None))
    assert (got, cut) == (value, None)
    assert set(repairs) <= {"quotes inside a text were left in it"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a": [1, 2,],}', {"a": [1, 2]}),
        ('{"a": 1 // why\n, /* so */ "b": 2}', {"a": 1, "b": 2}),
        ("{a: 'it is', b: None, c: True}", {"a": "it is", "b": None, "c": True}),
        ("{“a”: “b”, „c“: „d“}", {"a": "b", "c": "d"}),
        ('{"a": "the "clock" gene", "b": 1}', {"a": 'the "clock" gene', "b": 1}),
        ('{"a": "x"\n "b": "y"}', {"a": "x", "b": "y"}),
        ('{"a": -12 min, "b": 0,6}', {"a": "-12 min", "b": "0,6"}),
        ('[{"a": 1], {"b": 2}', [{"a": 1}]),
    ],
)
def test_what_is_not_quite_json_is_put_right(text, value):
    assert read(text)[0] == value


def test_what_was_put_right_is_said():
    assert read("{a: 1,}")[1] == [
        "keys without quotes were taken as they are",
        "a comma before a bracket was passed over",
    ]


@pytest.mark.parametrize("cut", range(1, 40))
def test_a_text_may_break_off_anywhere(cut):
    text = '[{"a": "b", "c": [1, 2.5]}, {"d": "efg"}]'[:cut]
    got, _, cut_at = read(text)
    assert cut_at is not None
    assert isinstance(got, list)


@pytest.mark.parametrize("text", ["[" * 1_000, '{"a":' * 1_000, "[" + "1," * 40_000 + "1]"])
def test_what_is_too_deep_or_too_much_is_refused(text):
    with pytest.raises(ReadError, match="one object a candidate"):
        read(text)


@pytest.mark.parametrize("text", ["", "}", ":"])
def test_what_is_no_value_is_none(text):
    with pytest.raises(CutError):
        read(text)


@LAW
@given(st.text("{}[]\"'ab:,1 -\\\n/*#", max_size=60))
def test_every_place_lies_in_the_text(text):
    scanner = Scanner(text, 0, len(text))
    try:
        piece = scanner.value()
    except (CutError, ReadError):
        return
    todo = [piece]
    while todo:
        one = todo.pop()
        assert one.at is not None
        assert 0 <= one.at[0] <= one.at[1] <= len(text)
        todo += (
            one.value.values()
            if isinstance(one.value, dict)
            else one.value
            if isinstance(one.value, list)
            else []
        )
