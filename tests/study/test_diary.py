"""What was measured, day by day."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from study.trial import LAW, entries

from nof1_lab.errors import DiaryError
from nof1_lab.study.diary import Diary, Entry

pages = st.lists(entries, max_size=12)


@LAW
@given(pages)
def test_a_diary_holds_the_last_word_on_every_day_in_order(page):
    last = {entry.day: entry for entry in page}
    kept = tuple(last[day] for day in sorted(last) if last[day].value is not None)
    assert Diary().write(*page).entries == kept


@LAW
@given(pages, pages)
def test_writing_twice_is_writing_once_after_the_other(first, second):
    assert Diary().write(*first).write(*second).write(*second) == Diary().write(*first).write(*second)


@LAW
@given(pages, pages)
def test_writing_leaves_the_diary_before_as_it_was(first, second):
    before = Diary().write(*first)
    kept = before.entries
    before.write(*second)
    assert before.entries is kept


@LAW
@given(pages, st.integers(-5, 40))
def test_an_empty_entry_strikes_its_day_out(page, day):
    struck = Diary().write(*page).write(Entry(day, None))
    assert struck.value_on(day) is None
    assert all(entry.day != day for entry in struck.entries)


def test_a_day_is_looked_up_by_its_number():
    assert Diary((Entry(-1, 4.0), Entry(3, 5.0))).value_on(3) == 5.0


def test_two_entries_cannot_claim_one_day():
    with pytest.raises(DiaryError, match="one value for each day"):
        Diary((Entry(1, 4.0), Entry(1, 5.0)))


@pytest.mark.parametrize(
    ("entry", "remedy"),
    [
        ((1.0, 5.0), "in that range"),
        ((True, 5.0), "in that range"),
        ((10**9, 5.0), "in that range"),
        ((1, float("nan")), "as a number"),
        ((1, True), "as a number"),
        ((1, "5"), "as a number"),
        ((1, 10**400), "as a number"),
        ((1, 5.0, "x" * 2_001), "Shorten the note"),
        ((1, 5.0, "\x1b[2J"), "type it anew"),
    ],
)
def test_an_entry_that_cannot_be_is_refused_with_a_remedy(entry, remedy):
    with pytest.raises(DiaryError, match=remedy):
        Entry(*entry)
