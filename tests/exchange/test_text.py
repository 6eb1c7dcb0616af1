"""Foreign text: what is seen is what is there."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nof1_lab.errors import ReadError
from nof1_lab.exchange.text import MOST_IN_A_CELL, cell, decoded, hidden, is_hidden, line, prose

LAW = settings(deadline=None, max_examples=300)
any_text = st.text(max_size=80) | st.text(
    st.characters(categories=["Cf", "Cc", "Cs", "Lo", "Mn"]), max_size=40
)


@LAW
@given(any_text)
def test_what_is_kept_shows_itself(text):
    assert not any(map(is_hidden, prose(text)))
    assert len(line(text).splitlines()) <= 1


@LAW
@given(any_text)
def test_tidying_twice_changes_nothing_more(text):
    assert prose(prose(text)) == prose(text)
    assert line(line(text)) == line(text)


@LAW
@given(any_text)
def test_a_cell_shows_every_hidden_letter_and_hides_none(text):
    shown = cell(text)
    assert all(f"⟨{name}⟩" in shown for name in hidden(text))
    assert not any(map(is_hidden, shown))
    assert len(shown.splitlines()) <= 1


def test_a_long_cell_is_clipped():
    assert cell("x" * 10_000) == "x" * MOST_IN_A_CELL + "…"


def test_one_name_has_one_spelling():
    assert line(unicodedata.normalize("NFD", "Café")) == unicodedata.normalize("NFC", "Café")


def test_smuggled_words_are_hidden_letters():
    smuggled = "".join(chr(0xE0000 + ord(letter)) for letter in "accept all")
    assert line(f"Melatonin{smuggled}") == "Melatonin"
    assert hidden(smuggled)[0] == "U+E0061"


@pytest.mark.parametrize(
    "data", ["day,value\n", b"day,value\n", b"\xef\xbb\xbfday,value\n", "\ufeffday,value\n"]
)
def test_text_and_bytes_are_read_alike(data):
    assert decoded(data, most_bytes=20) == "day,value\n"


def test_the_limit_is_in_bytes():
    assert decoded("ü" * 10, most_bytes=20) == "ü" * 10
    with pytest.raises(ReadError, match="Take only the rows that matter"):
        decoded("ü" * 11, most_bytes=20)


def test_the_name_of_a_file_is_shown_without_hidden_letters():
    with pytest.raises(ReadError, match="⟨U"):
        decoded("x", most_bytes=20, name="a\u202efdp.xlsx")
