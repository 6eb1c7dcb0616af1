"""Text stays text, whatever it holds."""

import re
from html.parser import HTMLParser

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from views.trial import ATTACKS

from nof1_lab.errors import StudyError
from nof1_lab.views import text

OURS = {"p", "h2", "h3", "ul", "li", "div", "table", "caption", "thead", "tbody", "tr", "th", "td"}
OUR_ATTRIBUTES = {"class", "role", "scope", "tabindex", "aria-label", "open", "href", "title", "rel"}


class Reader(HTMLParser):
    """Every tag and attribute that a browser would see, and the text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.words += data


def test_there_are_enough_attacks_to_try():
    assert len(ATTACKS) >= 25
    assert len(set(ATTACKS)) == len(ATTACKS)


@pytest.mark.parametrize("attack", ATTACKS)
def test_escaped_text_is_only_text(attack: str):
    read = Reader(text.escape(attack))
    assert (read.tags, read.words) == ([], attack)


@pytest.mark.parametrize("attack", ATTACKS)
def test_markdown_makes_no_more_than_it_may(attack: str):
    read = Reader(text.rich(f"para {attack}\n\n- {attack}\n"))
    assert set(read.tags) <= text.TAGS
    assert "img" not in read.tags
    for name, value in read.attributes:
        assert name in {"href", "title", "rel"}
        assert name != "href" or str(value).startswith("https://")


def test_markdown_keeps_what_is_harmless():
    page = text.rich(
        '**Bold**, a [link](https://example.org "there") and\n\n| a | b |\n|---|---|\n| 1 | 2 |\n'
    )
    assert "<strong>Bold</strong>" in page
    assert 'rel="nofollow noopener noreferrer"' in page
    assert {"table", "th", "td"} <= set(Reader(page).tags)


@pytest.mark.parametrize(
    "link", ["http://example.org", "/logout", "//example.org", "ftp://example.org", "mailto:a@b.c"]
)
def test_a_link_goes_to_https_or_nowhere(link: str):
    assert "href" not in dict(Reader(text.rich(f"[x]({link})")).attributes)


@pytest.mark.parametrize("attack", ATTACKS)
def test_every_piece_of_a_page_escapes(attack: str):
    frame = pd.DataFrame({attack: [attack, "b"], "c": [1.5, None]})
    error = StudyError(attack, attack, attack)
    pieces = (
        text.heading(attack, 3),
        text.paragraph(attack, attack),
        text.bullets([attack]),
        text.complaint(error),
        text.table_html(frame, attack),
        text.joined(attack, text.heading(attack)),
    )
    for piece in pieces:
        read = Reader(piece)
        assert set(read.tags) <= OURS
        assert {name for name, _ in read.attributes} <= OUR_ATTRIBUTES
        assert attack in read.words


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_pane_escapes_what_was_not_made_here(attack: str):
    assert text.pane(attack).object == text.escape(attack)
    assert text.pane(text.heading(attack)).object == text.heading(attack)


@given(st.text())
def test_escaping_loses_no_letter(words: str):
    assert Reader(text.escape(words)).words == text.visible(words)


def test_letters_that_hide_or_turn_what_follows_are_spelled_out():
    assert text.visible("a\u202eb\u200bc\U000e0041") == "a⟨U+202E⟩b⟨U+200B⟩c⟨U+E0041⟩"
    assert text.visible("اگر\u200cچه 👩\u200d🔬") == "اگر\u200cچه 👩\u200d🔬"
    assert text.visible("pay\u200dpal") == "pay⟨U+200D⟩pal"


def test_markup_of_ours_is_escaped_once():
    once = text.escape("a < b & c")
    assert text.escape(once) == once == "a &lt; b &amp; c"


@pytest.mark.parametrize("attack", [*ATTACKS, "$$x$$", r"\[x\]", r"\(x\)", "$$$$"])
def test_an_axis_reads_no_mathematics_into_a_name(attack: str):
    said = text.label(attack)
    for start, end in ((r"\$\$", r"\$\$"), (r"\\\[", r"\\\]"), (r"\\\(", r"\\\)")):
        assert not re.search(f"{start}[^]*?{end}".replace("[^]", r"[\s\S]"), said)
    assert said.replace("\u2009", "") == attack


def test_a_table_can_be_walked_through_by_ear():
    frame = pd.DataFrame(
        {
            "day": [1, 2],
            "value": [5.25, float("nan")],
            "kept": [True, False],
            "on": pd.to_datetime(["2026-01-05", None]),
        }
    )
    assert text.table_html(frame, "The days") == (
        '<div class="scroll" role="region" tabindex="0" aria-label="The days">'
        "<table><caption>The days</caption>"
        '<thead><tr><th scope="col">day</th><th scope="col">value</th><th scope="col">kept</th>'
        '<th scope="col">on</th></tr></thead><tbody>'
        '<tr><th scope="row">1</th><td>5.25</td><td>yes</td><td>2026-01-05</td></tr>'
        '<tr><th scope="row">2</th><td>–</td><td>no</td><td>–</td></tr></tbody></table></div>'
    )


def test_a_complaint_is_read_out_at_once():
    page = text.complaint(StudyError("Wrong.", "Expected.", "Do this."))
    assert page == '<p class="fault" role="alert">Wrong. Expected. Do this.</p>'


def test_something_folded_can_be_opened_by_keyboard():
    page = text.folded("The numbers", text.paragraph("1 < 2"))
    assert page == '<details><summary>The numbers</summary><p class="words">1 &lt; 2</p></details>'
