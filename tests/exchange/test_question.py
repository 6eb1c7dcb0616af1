"""What a model is asked: a few named facts, in the same bytes every time, and nothing that names a person."""

import json
from dataclasses import replace
from datetime import date
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator

from nof1_lab.errors import AskError
from nof1_lab.exchange.candidate import read_candidates
from nof1_lab.exchange.identifier import without
from nof1_lab.exchange.question import PARTS, Form, body, question, schema, words
from nof1_lab.study.call import Call
from nof1_lab.study.candidate import Candidate
from nof1_lab.study.diary import Entry
from nof1_lab.study.document import Study
from nof1_lab.study.log import begun
from nof1_lab.study.measure import Measure
from nof1_lab.study.schedule import given
from nof1_lab.study.source import Group, Mark, Source
from nof1_lab.study.steps import ask, begin, plan, propose, record

# One of each class that has to go before data on health count as nobody's (45 CFR 164.514(b)(2)).
IDENTIFIERS = {
    "name": "Dr Ottoline Featherstonehaugh",
    "place": "221 Wimpole Street",
    "date": "17 March 2021",
    "telephone": "+44 20 7946 0958",
    "fax": "(020) 946 0959",
    "e-mail": "ottoline@example.org",
    "social security": "078-05-1120",
    "medical record": "MRN 48392017",
    "health plan": "member no. H99-4432-1",
    "account": "account 5500 #7261930",
    "licence": "licence number FEATH753116O99",
    "vehicle": "VIN 1HGCM82633A004352",
    "device": "serial no: SN-99812-AX7",
    "web": "https://people.example.org/ottoline",
    "network": "203.0.113.77",
    "biometric": "fingerprint 9f86d081884c7d65",
    "photograph": "photo IMG-20210317-221",
    "other": "code QX7-99120-PL4",
}
SECRETS = {
    "Ottoline",
    "Featherstonehaugh",
    "Wimpole",
    "March",
    "2021",
    "7946",
    "0958",
    "0959",
    "example.org",
    "1120",
    "48392017",
    "4432",
    "7261930",
    "FEATH753116O99",
    "1HGCM82633A004352",
    "99812",
    "203.0.113",
    "9f86d081884c7d65",
    "20210317",
    "99120",
}


def planted(secret: str) -> Study:
    """A study with the secret in every text but the measure and the names of candidates."""
    source = Source(secret, "0" * 64, (Mark("estimate", "guessed", secret, secret),))
    candidate = Candidate(
        "Melatonin 0.5 mg",
        estimate=-0.6,
        rationale=secret,
        citations=(secret,),
        model=secret,
        dose=secret,
        unit="points",
        population=(Group(secret, 0.5),),
        made_on=date(2021, 3, 17),
        source=source,
    )
    log = begun(begin, secret, Measure("sleep disturbance", "lower", 0.4, "points"), who=secret[:40], at=WHEN)
    schedule = given("usual evening", ["Melatonin 0.5 mg"], "ABBA", days=5, start=date(2021, 3, 17))
    for step, *arguments in (
        (propose, candidate),
        (plan, schedule),
        (record, Entry(1, 4.125, secret)),
        (ask, Call("https://people.example.org/v1", secret, "f" * 64, "e" * 64, secret)),
    ):
        log = log.do(step, *arguments, who=secret[:40], at=WHEN, why=secret)
    return log.study


WHEN = "2021-03-17T08:00:00Z"
STUDY = planted("nobody")


@pytest.mark.parametrize("kind", IDENTIFIERS)
def test_what_names_a_person_in_any_field_of_a_study_does_not_leave(kind: str):
    secret = IDENTIFIERS[kind]
    leaving = body(question(planted(secret)), model="tiny").decode()
    assert [each for each in {secret, *SECRETS} if each in leaving] == []
    assert leaving == body(question(STUDY), model="tiny").decode()


def test_the_days_of_the_diary_and_the_calendar_do_not_leave():
    leaving = body(question(STUDY), model="tiny").decode()
    assert "4.125" not in leaving
    assert "2021" not in leaving


@pytest.mark.parametrize("kind", IDENTIFIERS)
@pytest.mark.parametrize("place", ["topic", "measure", "unit", "candidate"])
def test_what_has_the_form_of_an_identifier_is_taken_out_of_what_may_leave(kind: str, place: str):
    secret = IDENTIFIERS[kind]
    topic = f"asleep, {secret}; tired" if place == "topic" else ""
    study = STUDY
    if place == "measure":
        study = replace(study, measure=replace(study.measure, name=f"sleep {secret}"))
    if place == "unit":
        study = replace(study, measure=replace(study.measure, unit=secret))
    if place == "candidate":
        study = replace(study, candidates=(Candidate(f"Tea, {secret}"),), schedule=None)
    asked = question(study, topic)
    leaving = body(asked, model="tiny").decode()
    assert [each for each in SECRETS if each in leaving] == []
    assert len(asked.taken_out) >= 1
    assert all("was taken out of" in note for note in asked.taken_out)


@pytest.mark.parametrize(
    "text",
    [
        "Melatonin 0.5 mg",
        "Vitamin D3 50,000 IU",
        "Omega-3 1000 mg",
        "HIIT 4x4 min",
        "16:8 fasting",
        "B12 1000 mcg",
        "St John's wort",
        "Device-free evening",
        "Light 10,000 lux for 30 min",
        "2-3 cups",
        "Walk 10.000 steps a day",
        "Sleep from 22:30 to 06:30",
        "CBT-I",
        "5-HTP 100 mg",
        "may help",
        "march in place",
        "second-line",
        "1.5-2.0 g",
        "Sertraline 50 mg",
        "aged garlic extract",
        "record of sleep",
        "Case management",
        "patient education",
        "80 years old",
        "Magnesium 200-400 mg",
        "L. rhamnosus GG 10 billion CFU",
        "Way of living",
        "PHQ-9",
        "Miss no meal",
        "MS fatigue",
    ],
)
def test_what_is_tried_is_left_as_it_is(text: str):
    assert without(text)[0] == text


@pytest.mark.parametrize("age", ["93 years old", "a 101-year-old", "aged 97"])
def test_a_great_age_is_told_only_as_great(age: str):
    assert "90 or more" in without(age)[0]


def test_many_letters_take_no_time():
    for text in ("a" * 100_000, "1-" * 50_000, "a@" * 50_000, "1 " * 50_000, "a:" * 50_000, "Dr " * 30_000):
        without(text[:2_000])


# The question.


def test_the_facts_stand_in_the_question():
    study = replace(STUDY, measure=Measure("mood", "higher", 2, "points", "score", low=0, high=10))
    text = words(question(study, "low mood in winter"))
    for said in (
        'Measured every day: "mood" in points (score, from 0 to 10).',
        "Higher is better. A change of 2 points or more would be worth having.",
        "Each candidate is taken for 5 days at a time.",
        'in the person\'s own words: "low mood in winter".',
        'under exactly these names: "Melatonin 0.5 mg".',
        "An effect that helps is positive here.",
        '"interval_kind": one of "mean_effect", "individual_effect", "unknown"',
    ):
        assert said in text


def test_a_topic_leaves_only_when_it_is_typed():
    assert "own words" not in words(question(STUDY))


def test_hidden_characters_do_not_leave():
    asked = question(STUDY, "sleep\u202e\u200b\nnow\x00")
    assert asked.topic == "sleep now"


def test_a_topic_without_end_is_refused():
    with pytest.raises(AskError, match="in a few sentences"):
        question(STUDY, "x" * 2_001)


@pytest.mark.parametrize("model", ["", "  ", "\u200b", "x" * 201])
def test_a_model_needs_a_name(model: str):
    with pytest.raises(AskError, match="Name the model"):
        body(question(STUDY), model=model)


# The bytes.


@pytest.mark.parametrize("form", get_args(Form))
def test_the_same_question_is_the_same_bytes(form: Any):
    one, other = (body(question(planted("nobody"), "Schlaf"), model="tiny", form=form) for _ in range(2))
    assert one == other
    plain = json.loads(one)
    assert list(plain) == ["model", "messages", *(["response_format"] if form != "text" else []), "stream"]
    assert plain["messages"] == [{"role": "user", "content": words(question(STUDY, "Schlaf"))}]
    assert (plain["model"], plain["stream"]) == ("tiny", False)


def test_the_schema_is_a_schema_in_the_strict_dialect():
    Draft202012Validator.check_schema(schema())

    def strict(node: Any) -> bool:
        if isinstance(node, list):
            return all(map(strict, node))
        if not isinstance(node, dict):
            return True
        whole = node.get("type") != "object" or (
            node["additionalProperties"] is False and node["required"] == list(node["properties"])
        )
        return whole and all(map(strict, node.values()))

    assert strict(schema())


def test_all_that_is_asked_for_is_part_of_a_candidate():
    assert {name for name, _, _ in PARTS} <= set(Candidate.__dataclass_fields__)


def test_an_answer_that_keeps_to_the_schema_is_read_whole():
    answer = {
        "name": "Melatonin 0.5 mg",
        "rank": 1,
        "rationale": "It shifts the clock.",
        "dose": "0.5 mg at 21:00",
        "design": "trial",
        "population": [{"name": "adults", "share": 0.79}, {"name": "others", "share": None}],
        "scale": "difference",
        "estimate": -0.6,
        "lower": -1.1,
        "upper": -0.1,
        "level": 0.9,
        "interval_kind": "mean_effect",
        "onset_days": 2,
        "washout_days": 1.5,
        "citations": ["A 2020"],
        "model": "tiny 1",
    }
    empty_of = {"array": [], "string": ""}
    nothing = {name: None if "null" in kind["type"] else empty_of[kind["type"]] for name, kind, _ in PARTS}
    nothing |= {"name": "Tea", "design": "none", "scale": "difference", "interval_kind": "unknown"}
    both = {"candidates": [answer, nothing]}
    Draft202012Validator(schema()).validate(both)
    known, empty = read_candidates(json.dumps(both)).nouns
    assert replace(known, source=None) == Candidate(
        "Melatonin 0.5 mg",
        1,
        -0.6,
        -1.1,
        -0.1,
        0.9,
        "difference",
        "mean_effect",
        "It shifts the clock.",
        ("A 2020",),
        "tiny 1",
        dose="0.5 mg at 21:00",
        design="trial",
        population=(Group("adults", 0.79), Group("others")),
        onset_days=2.0,
        washout_days=1.5,
    )
    assert (empty.name, empty.is_empty) == ("Tea", True)
