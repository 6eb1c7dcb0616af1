"""All that is true of a study."""

from dataclasses import replace

import pytest
from study.trial import MELATONIN, SLEEP, planned, schedule, written

from nof1_lab.errors import StudyError
from nof1_lab.study.analysis import Analysis
from nof1_lab.study.candidate import Candidate
from nof1_lab.study.diary import Diary, Entry
from nof1_lab.study.document import Study
from nof1_lab.study.prior import Prior
from nof1_lab.study.rule import Rule

WRITTEN = written().study


def test_candidates_and_priors_are_found_by_their_names():
    assert WRITTEN.candidate("Melatonin 0.5 mg") == MELATONIN
    assert WRITTEN.prior("Melatonin 0.5 mg") == Prior.normal("Melatonin 0.5 mg", 0.5, 0.4)
    assert WRITTEN.candidate("Magnesium 2") is None
    assert WRITTEN.prior("Magnesium") is None


def test_a_study_is_ready_when_a_scheduled_day_is_written_down():
    assert WRITTEN.is_ready
    assert not planned().study.is_ready
    assert not replace(WRITTEN, diary=Diary((Entry(0, 5.0),))).is_ready
    assert not Study("Empty", SLEEP).is_ready


AGREED = [
    {"candidates": (MELATONIN,)},
    {"priors": ()},
    {"schedule": schedule(seed=1)},
    {"analysis": Analysis(has_trend=False)},
    {"rule": Rule(adopt=0.9)},
    {"measure": replace(SLEEP, worthwhile=0.6)},
]


@pytest.mark.parametrize("change", AGREED, ids=lambda change: next(iter(change)))
def test_every_part_of_the_protocol_is_in_its_hash(change):
    assert replace(WRITTEN, **change).protocol != WRITTEN.protocol
    assert replace(WRITTEN, **change).fingerprint != WRITTEN.fingerprint


@pytest.mark.parametrize("change", [{"title": "Another"}, {"registration": "x"}])
def test_what_no_posterior_follows_from_is_not_in_the_fingerprint(change):
    assert replace(WRITTEN, **change).fingerprint == WRITTEN.fingerprint


def test_the_diary_is_in_the_fingerprint_and_not_in_the_protocol():
    more = replace(WRITTEN, diary=WRITTEN.diary.write(Entry(3, 7.0)))
    assert more.protocol == WRITTEN.protocol
    assert more.fingerprint != WRITTEN.fingerprint


@pytest.mark.parametrize(
    ("parts", "remedy"),
    [
        ({"title": ""}, "in a few words"),
        ({"title": "a\nb"}, "type it anew"),
        ({"candidates": (Candidate("A"), Candidate("A"))}, "Rename or drop"),
        ({"candidates": tuple(Candidate(f"A{i}") for i in range(201))}, "Keep the best ranked"),
    ],
)
def test_a_study_whose_parts_do_not_fit_is_refused_with_a_remedy(parts, remedy):
    with pytest.raises(StudyError, match=remedy):
        Study(**({"title": "Sleep", "measure": SLEEP} | parts))
