"""Numbers in the manner of several countries."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nof1_lab.exchange.amount import amount, manner

LAW = settings(deadline=None)
MANNERS = {"English": (",", "."), "German": (".", ","), "French": ("\u202f", ","), "Swiss": ("'", ".")}


def written(value: float, places: int, name: str) -> str:
    group, decimal = MANNERS[name]
    return f"{value:,.{places}f}".replace(",", "#").replace(".", decimal).replace("#", group)


@LAW
@given(st.floats(-9e8, 9e8), st.sampled_from([1, 2]), st.sampled_from(sorted(MANNERS)))
def test_what_a_country_writes_is_read_back(value, places, name):
    text = written(value, places, name)
    found = amount(text)
    assert found is not None
    assert found.value == pytest.approx(round(value, places), abs=1e-9)


@LAW
@given(st.floats(-1e12, 1e12))
def test_what_python_writes_is_read_back(value):
    found = amount(repr(value))
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize(
    ("text", "decimal", "value", "is_guess"),
    [
        ("1,234", "", None, False),
        ("1,234", ".", 1234.0, True),
        ("1,234", ",", 1.234, True),
        ("1.234", "", 1.234, True),
        ("1.234", ",", 1234.0, True),
        ("0,123", "", 0.123, False),
        ("− 2\u00a0500", "", -2500.0, False),
        ("＋3", "", 3.0, False),
        ("‑0.6", "", -0.6, False),
    ],
)
def test_a_number_that_may_be_two_is_decided_by_the_others_or_not_at_all(text, decimal, value, is_guess):
    found = amount(text, decimal)
    assert found is not None
    assert (found.value, found.is_guess) == (value, is_guess)


@pytest.mark.parametrize("text", ["", "1.2.3", "much", "12 34", "1/2", "--1", "inf", "1_000", "9" * 70])
def test_what_is_no_number_is_none(text):
    assert amount(text) is None


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("0,6 und 1,25", ","),
        ("0.6 and 1.25", "."),
        ("0,6 and 0.6", ""),
        ("on 21.11.2026", ""),
        ("10.1001/x", ""),
    ],
)
def test_the_manner_of_a_text_is_what_its_certain_numbers_say(text, sign):
    assert manner(text) == sign
