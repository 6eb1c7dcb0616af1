"""Nouns as JSON values, and back."""

import json
from datetime import date
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from study.trial import MANY, nouns

from nof1_lab.errors import FileError, NofOneError
from nof1_lab.study.analysis import Analysis
from nof1_lab.study.candidate import Candidate
from nof1_lab.study.diary import Entry
from nof1_lab.study.measure import Measure
from nof1_lab.study.plain import canonical, fingerprint, from_plain, to_plain
from nof1_lab.study.prior import Prior
from nof1_lab.study.rule import Rule
from nof1_lab.study.schedule import Schedule

KINDS = (Measure, Candidate, Prior, Schedule, Entry, Analysis, Rule)
trees = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.just(10**400)),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


@MANY
@given(nouns)
def test_every_noun_comes_back_from_its_json(noun):
    assert from_plain(type(noun), json.loads(canonical(to_plain(noun)))) == noun


@MANY
@given(nouns)
def test_a_noun_read_back_has_the_fingerprint_it_had(noun):
    again = from_plain(type(noun), json.loads(canonical(to_plain(noun))))
    assert fingerprint(to_plain(again)) == fingerprint(to_plain(noun))


def test_equal_nouns_have_one_fingerprint_however_their_numbers_were_written():
    assert fingerprint(to_plain(Entry(1, 5))) == fingerprint(to_plain(Entry(1, 5.0)))
    assert fingerprint(to_plain(Entry(1, -0.0))) == fingerprint(to_plain(Entry(1, 0.0)))


@MANY
@given(nouns, nouns)
def test_different_nouns_have_different_fingerprints(one, other):
    if type(one) is type(other) and one != other:
        assert fingerprint(to_plain(one)) != fingerprint(to_plain(other))


@MANY
@given(st.sampled_from(KINDS), trees)
def test_any_json_is_a_noun_or_refused_in_words(kind, tree):
    try:
        noun = from_plain(kind, tree)
    except NofOneError:
        return
    assert isinstance(noun, kind)


@MANY
@given(st.data(), nouns)
def test_a_noun_with_any_part_changed_is_a_noun_or_refused_in_words(data, noun):
    plain = to_plain(noun)
    part = data.draw(st.sampled_from(sorted(plain)))
    try:
        changed = from_plain(type(noun), plain | {part: data.draw(trees)})
    except NofOneError:
        return
    assert isinstance(changed, type(noun))


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (float, True),
        (float, "1"),
        (float, 10**400),
        (float, None),
        (int, 1.0),
        (int, True),
        (str, 1),
        (bool, 1),
        (date, "2026-02-30"),
        (date, 20260101),
        (tuple[float, float], [1.0]),
        (tuple[float, ...], "1.0"),
        (Literal["a", "b"], "c"),
        (Literal["a", "b"], ["a"]),
        (float | None, "none"),
        (Entry, {"day": 1}),
        (Entry, {"day": 1, "value": 2.0, "colour": "red"}),
        (Entry, [1, 2.0]),
    ],
)
def test_a_value_of_another_kind_is_refused(kind, value):
    with pytest.raises(FileError, match="Use a file that nof1_lab wrote"):
        from_plain(kind, value)


@pytest.mark.parametrize(
    ("kind", "value", "meant"),
    [
        (float, 1, 1.0),
        (float | None, None, None),
        (date, "2026-01-05", date(2026, 1, 5)),
        (tuple[float, float], [0, 1], (0.0, 1.0)),
        (Entry, {"day": 1, "value": 2}, Entry(1, 2.0)),
    ],
)
def test_a_value_of_its_kind_is_read(kind, value, meant):
    assert from_plain(kind, value) == meant


def test_the_one_text_has_sorted_keys_and_no_spaces():
    assert canonical({"b": [1, 0.5], "a": "ü"}) == '{"a":"ü","b":[1,0.5]}'


def test_a_fingerprint_is_the_well_known_hash_of_that_text():
    assert fingerprint({}) == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
