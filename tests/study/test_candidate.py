"""What a model proposed."""

import pytest
from hypothesis import given
from study.trial import LAW, candidates

from nof1_lab.errors import CandidateError
from nof1_lab.study.candidate import Candidate


def test_only_the_name_is_needed():
    assert not Candidate("Magnesium").has_interval


@LAW
@given(candidates())
def test_an_interval_holds_its_estimate(candidate):
    if candidate.has_interval:
        assert candidate.lower <= candidate.estimate <= candidate.upper


@pytest.mark.parametrize(
    ("parts", "remedy"),
    [
        ({"name": ""}, "in a few words"),
        ({"name": "x" * 201}, "in a few words"),
        ({"name": "M\u202eagnesium"}, "type it anew"),
        ({"name": "M\ud800"}, "type it anew"),
        ({"rank": 0}, "in that range"),
        ({"rank": True}, "in that range"),
        ({"rank": 1.5}, "in that range"),
        ({"estimate": float("inf")}, "as a number"),
        ({"estimate": "0.5"}, "as a number"),
        ({"lower": 0.1}, "Add the other end"),
        ({"lower": 1.0, "upper": 1.0}, "Swap the two ends"),
        ({"lower": 1.0, "upper": -1.0}, "Swap the two ends"),
        ({"lower": 0.0, "upper": 1.0, "estimate": 2.0}, "Correct the estimate"),
        ({"level": 95}, "Write 95% as 0.95"),
        ({"level": 0.0}, "Write 95% as 0.95"),
        ({"level": 1e-300}, "Write 95% as 0.95"),
        ({"level": 0.9999999999999999}, "Write 95% as 0.95"),
        ({"scale": "furlongs"}, "Correct the scale"),
        ({"interval_kind": "guess"}, "Correct the interval kind"),
        ({"rationale": "x" * 10_001}, "Shorten the rationale"),
        ({"rationale": "\x1b[2J"}, "type it anew"),
        ({"model": None}, "or leave it out"),
        ({"citations": ("c",) * 101}, "Keep those that matter most"),
        ({"citations": ("c" * 2_001,)}, "Shorten a citation"),
    ],
)
def test_a_candidate_that_cannot_be_is_refused_with_a_remedy(parts, remedy):
    with pytest.raises(CandidateError, match=remedy):
        Candidate(**({"name": "Magnesium"} | parts))


def test_a_refusal_leaves_the_letters_of_a_name_as_they_are():
    with pytest.raises(CandidateError, match="the rank of 'Vitamin D'"):
        Candidate("Vitamin D", rank=0)
