"""What is read and what is shown of one text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from nof1_lab.exchange.page import written
from nof1_lab.exchange.text import is_hidden, utf16

LAW = settings(deadline=None)
letters = st.text(st.sampled_from("ab é\n\u200b\u202e\U000e0041💊"), max_size=40)


@LAW
@given(letters)
def test_nothing_hides_in_either(text):
    page = written(text)
    assert not any(map(is_hidden, page.words + page.shown))


@LAW
@given(letters, st.data())
def test_every_place_shows_the_words_that_were_read(text, data):
    page = written(text)
    start = data.draw(st.integers(0, len(page.words)))
    end = data.draw(st.integers(start, len(page.words)))
    first, last = page.seen((start, end))
    shown = page.shown[first:last]
    for name in page.hidden((start, end)):
        shown = shown.replace(f"⟨{name}⟩", "")
    assert shown == page.words[start:end]


@LAW
@given(st.text(max_size=30), st.data())
def test_a_browser_finds_the_same_place(text, data):
    kept = text.encode("utf-16-le", "ignore").decode("utf-16-le")
    start = data.draw(st.integers(0, len(kept)))
    end = data.draw(st.integers(start, len(kept)))
    first, last = utf16(kept)((start, end))
    assert kept.encode("utf-16-le")[2 * first : 2 * last].decode("utf-16-le") == kept[start:end]
