"""Dates as different countries write them."""

from datetime import date

import pytest

from nof1_lab.errors import CandidateError
from nof1_lab.exchange.day import day
from nof1_lab.exchange.piece import Piece

SECOND = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("2026-11-02", "read"),
        ("2026-11-02T09:15:00Z", "read"),
        ("2026/11/2", "repaired"),
        ("02.11.2026", "repaired"),
        ("2 November 2026", "repaired"),
        ("2. November 2026", "repaired"),
        ("2 novembre 2026", "repaired"),
        ("November 2nd, 2026", "repaired"),
        ("Nov 2, 2026", "repaired"),
        ("46328", "guessed"),
    ],
)
def test_a_date_of_any_order_is_read(text, how):
    held = day(Piece(text))
    assert (held.value, held.how) == (SECOND, how)


@pytest.mark.parametrize("text", ["2/11/2026", "yesterday", "2026-13-40", "31.02.2026", "2 Foo 2026"])
def test_a_date_that_may_be_two_or_none_is_refused(text):
    with pytest.raises(CandidateError, match="Write year, month and day in this order"):
        day(Piece(text))


def test_the_one_that_can_only_be_a_day_decides():
    assert day(Piece("11/20/2026")).value == date(2026, 11, 20)
    assert day(Piece("20/11/2026")).value == date(2026, 11, 20)


@pytest.mark.parametrize("text", [None, "", "n/a"])
def test_nothing_is_nothing(text):
    assert day(Piece(text)).value is None
