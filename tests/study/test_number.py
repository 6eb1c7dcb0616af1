"""Numbers and words that can be trusted."""

import math
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from study.trial import MANY

from nof1_lab.errors import NounError
from nof1_lab.study.number import (
    LARGEST,
    SMALLEST,
    require_count,
    require_finite,
    require_positive,
    require_prose,
    require_text,
    shown,
)

anything = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.binary(), st.lists(st.integers()),
    st.just(10**400), st.just(-(10**400)), st.just(10**5_000),
    st.text(st.characters(categories=["Cs", "Cf", "Cc"])),
)  # fmt: skip


@MANY
@given(anything)
def test_whatever_comes_is_let_through_or_refused_in_words(value):
    for check in (
        lambda: require_finite(value, "It", NounError),
        lambda: require_positive(value, "It", NounError),
        lambda: require_count(value, "It", NounError, least=0),
        lambda: require_text(value, "It", NounError),
        lambda: require_prose(value, "It", NounError, most=50),
    ):
        with suppress(NounError):
            check()


@MANY
@given(st.floats(-LARGEST, LARGEST))
def test_a_number_that_is_let_through_can_be_squared(value):
    require_finite(value, "It", NounError)
    assert math.isfinite(value**2)


@MANY
@given(st.floats(SMALLEST, LARGEST))
def test_a_spread_that_is_let_through_can_be_divided_by(value):
    require_positive(value, "It", NounError)
    assert math.isfinite((LARGEST / value) ** 2)


@MANY
@given(st.text(max_size=60))
def test_words_that_are_let_through_can_be_kept_and_printed_on_one_line(value):
    try:
        require_text(value, "It", NounError)
    except NounError:
        return
    assert value.encode("utf-8").decode("utf-8") == value
    assert len(value.splitlines()) == 1


@pytest.mark.parametrize("letter", ["\u202e", "\u2066", "\x00", "\x1b", "\x9b", "\ud800", "\u2028"])
def test_a_letter_that_cannot_be_shown_is_named(letter):
    with pytest.raises(NounError, match=rf"U\+{ord(letter):04X}.*Take the character out"):
        require_text(f"a{letter}b", "The name", NounError)


@pytest.mark.parametrize("name", ["Mélatonine 0,5 mg", "メラトニン", "ملاتونين", "💊 pill", "a\u200db"])
def test_names_of_all_languages_are_let_through(name):
    require_text(name, "The name", NounError)


@MANY
@given(anything)
def test_a_message_shows_any_value_on_one_short_line(value):
    assert len(shown(value)) <= 120
    assert len(shown(value).splitlines()) == 1
