"""What a column means."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nof1_lab.exchange import column, heading, outcome


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Name", "name"),
        ("**Intervention**", "name"),
        ("INTERVENTION ", "name"),
        ("#", "rank"),
        ("No.", "rank"),
        ("Estimate (points)", "estimate"),
        ("effect_estimate", "estimate"),
        ("95% CI", "interval"),
        ("95 % CI (points)", "interval"),
        ("CI_low", "lower"),
        ("95% CI upper", "upper"),
        ("Why?", "rationale"),
        ("Name me", None),
        ("", None),
        ('{"name"', None),
        ('"candidates": [', None),
    ],
)
def test_a_column_of_candidates_is_known_by_many_names(text, role):
    assert heading.role(text, column.SYNONYMS) == role


@pytest.mark.parametrize("roles", [column.ROLES, outcome.ROLES])
def test_no_word_stands_for_two_columns(roles):
    words = [heading.plain(word) for line in roles.values() for word in line.split(",")]
    assert sorted(words) == sorted(set(words))
    assert all(words)


def test_the_second_column_of_one_meaning_is_not_taken():
    assert heading.roles(["Name", "Effect", "Mean", "Name"], column.SYNONYMS) == (
        "name",
        "estimate",
        None,
        None,
    )


@settings(deadline=None)
@given(st.text(max_size=80))
def test_any_heading_is_plain_after_the_first_time(text):
    assert heading.plain(heading.plain(text)) == heading.plain(text)
