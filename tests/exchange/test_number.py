"""Numbers as people and models write them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nof1_lab.exchange.number import interval, is_nothing, named_level, number, percent, with_unit


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.6", 0.6),
        ("+0.6", 0.6),
        ("-0.6", -0.6),
        ("−0.6", -0.6),
        ("–0.6", -0.6),
        (" 12 ", 12.0),
        (".5", 0.5),
        ("1e-3", 0.001),
        ("0,6", None),
        ("1,234", None),
        ("1.2.3", None),
        ("0x10", None),
        ("1_000", None),
        ("٣", 3.0),
        ("1/2", None),
        ("<0.5", None),
        ("~0.5", None),
        ("0.6%", None),
        ("--1", None),
        ("", None),
        ("inf", None),
        ("9" * 400, None),
    ],
)
def test_a_number_is_read_as_it_is_written_and_never_guessed(text, value):
    assert number(text) == value


@pytest.mark.parametrize(("text", "value"), [("0,6", 0.6), ("−0,6", -0.6), ("0.6", 0.6), ("1.000,5", None)])
def test_a_comma_is_a_decimal_where_it_can_be_nothing_else(text, value):
    assert number(text, is_comma_decimal=True) == value


@settings(deadline=None)
@given(st.floats(-1e12, 1e12))
def test_what_python_writes_is_read_back(value):
    assert number(repr(value)) == value


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("-1.1 to -0.1", (-1.1, -0.1)),
        ("−1.1 to −0.1", (-1.1, -0.1)),
        ("[-1.1, -0.1]", (-1.1, -0.1)),
        ("(-1.1; -0.1)", (-1.1, -0.1)),
        ("-1.1 – -0.1", (-1.1, -0.1)),
        ("-1.1--0.1", (-1.1, -0.1)),
        ("0.1-0.5", (0.1, 0.5)),
        ("0.1–0.5", (0.1, 0.5)),
        ("0.1…0.5", (0.1, 0.5)),
        ("0,1 bis 0,5", (0.1, 0.5)),
        ("0,1; 0,5", (0.1, 0.5)),
        ("95% CI: 0.1 to 0.5", (0.1, 0.5)),
        ("(95% CI 0.1, 0.5)", (0.1, 0.5)),
        ("90% credible interval [0.1, 0.5]", (0.1, 0.5)),
        ("0.3 ± 0.2", None),
        ("about 0.3", None),
        ("0.1", None),
        ("10% to 20%", None),
        ("0.1 to 0.5 to 0.9", None),
    ],
)
def test_both_ends_of_an_interval_are_read(text, ends):
    assert interval(text) == ends


@settings(deadline=None)
@given(
    st.floats(-1e6, 1e6),
    st.floats(-1e6, 1e6),
    st.sampled_from(["{} to {}", "[{}, {}]", "({}; {})", "{} – {}"]),
)
def test_any_two_ends_are_read_back(low, high, form):
    assert interval(form.format(low, high)) == (low, high)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("95% CI", 0.95),
        ("Effect (95% CI)", 0.95),
        ("90 % CrI", 0.9),
        ("95%-CI", 0.95),
        ("97,5% interval", 0.975),
        ("CI (95%)", 0.95),
        ("80% credible interval", 0.8),
        ("Lower 2.5%", None),
        ("change of 20%", None),
        ("10% to 20%", None),
        ("95% circle", None),
    ],
)
def test_a_level_is_read_where_an_interval_is_named(text, level):
    assert named_level(text) == level


def test_a_per_cent_is_the_same_number_as_its_share():
    assert [percent(f"{n}%") for n in range(1, 100)] == [n / 100 for n in range(1, 100)]
    assert percent("95") is None


@pytest.mark.parametrize("text", ["", " ", "-", "—", "n/a", "N/A", "NaN", "none", "?"])
def test_nothing_has_many_names(text):
    assert is_nothing(text)


@pytest.mark.parametrize(
    ("text", "both"), [("12 min", (12.0, "min")), ("-0.5 points/day", (-0.5, "points/day"))]
)
def test_a_unit_may_stand_behind_a_number(text, both):
    assert with_unit(text) == both


@pytest.mark.parametrize("text", ["12 %", "1 2", "min 12", "12 <b>"])
def test_other_things_may_not(text):
    assert with_unit(text) is None
