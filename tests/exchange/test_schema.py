"""The schema that is published, held to the noun and to what is read."""

import json
from dataclasses import fields
from datetime import date

import pytest
from jsonschema import Draft202012Validator

from nof1_lab.exchange.candidate import read_candidates
from nof1_lab.exchange.schema import schema
from nof1_lab.study.candidate import Candidate
from nof1_lab.study.plain import to_plain
from nof1_lab.study.source import Group, Mark, Source

FULL = Candidate(
    "Melatonin 0.5 mg",
    rank=1,
    estimate=0.8,
    lower=0.6,
    upper=1.1,
    level=0.9,
    scale="ratio",
    interval_kind="mean_effect",
    rationale="Shifts the clock.",
    citations=("A trial, 2019",),
    model="m-7",
    sd=0.2,
    confidence=0.8,
    unit="min",
    direction="lower",
    dose="0.5 mg",
    onset_days=3,
    washout_days=2.5,
    population=(Group("European", 0.79), Group("other")),
    design="trial",
    made_on=date(2026, 11, 2),
    source=Source("ideas.json", "0" * 64, (Mark("name", "read", "Melatonin"),)),
)


def check(value) -> list[str]:
    return [error.message for error in Draft202012Validator(schema()).iter_errors(value)]


def test_the_schema_is_one():
    Draft202012Validator.check_schema(schema())


def test_the_schema_has_exactly_the_parts_of_a_candidate():
    assert set(schema()["$defs"]["candidate"]["properties"]) == {part.name for part in fields(Candidate)}
    assert set(schema()["$defs"]["source"]["properties"]) == {part.name for part in fields(Source)}


@pytest.mark.parametrize("one", [FULL, Candidate("Magnesium")])
def test_every_candidate_obeys_the_schema_and_is_read_back_whole(one):
    value = {"candidates": [to_plain(one)]}
    assert check(value) == []
    (read,) = read_candidates(json.dumps(value)).nouns
    assert {**to_plain(read), "source": None} == {**to_plain(one), "source": None}


@pytest.mark.parametrize(
    "wrong",
    [
        {"rank": 0},
        {"level": 95},
        {"scale": "percent"},
        {"confidence": 1},
        {"made_on": "2.11.26"},
        {"more": 1},
    ],
)
def test_what_a_candidate_cannot_be_the_schema_forbids(wrong):
    assert check({"candidates": [{"name": "A"} | wrong]})


def test_what_is_said_when_nothing_is_said_is_the_same_in_both():
    properties = schema()["$defs"]["candidate"]["properties"]
    for part in fields(Candidate):
        if "default" in properties[part.name]:
            assert to_plain(part.default) == properties[part.name]["default"]
