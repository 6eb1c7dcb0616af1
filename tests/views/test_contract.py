"""Both halves are held to the same examples: what Python shows fits them, what a gesture leaves comes in."""

import json
from pathlib import Path
from typing import Any

import pytest
from views.trial import MONDAY, exact, locked, planned, proposed, written

from nof1_lab.study.candidate import Candidate
from nof1_lab.study.document import Study
from nof1_lab.study.measure import Measure
from nof1_lab.study.plain import from_plain
from nof1_lab.study.schedule import Schedule, given
from nof1_lab.study.steps import begin, choose, plan, propose, record
from nof1_lab.views.candidate import CandidateSheet
from nof1_lab.views.diary import DiarySheet, Page
from nof1_lab.views.inbox import Box, Parcel, part, props
from nof1_lab.views.message import take, vet
from nof1_lab.views.prior import PriorSheet
from nof1_lab.views.schedule import ScheduleComponent, ScheduleSheet, Wish, drawn
from nof1_lab.views.sheet import Part, moved
from nof1_lab.views.verdict import VerdictSheet

FOLDER = Path(__file__).parents[2] / "widgets" / "contract"
SHEETS: dict[str, Any] = {
    "candidate": CandidateSheet,
    "prior": PriorSheet,
    "schedule": ScheduleSheet,
    "diary": DiarySheet,
    "verdict": VerdictSheet,
}
STUDIES = [(begin("x", Measure("y", "lower", 1)), None), (proposed(), None), (planned(), None)]
STUDIES += [(written(), exact()), (locked(), exact())]

Example = dict[str, Any]


def examples(name: str) -> list[Example]:
    return json.loads((FOLDER / f"{name}.json").read_text("utf-8"))


EVERY = [
    pytest.param(name, example, id=f"{name}: {example['name']}")
    for name in SHEETS
    for example in examples(name)
]
INBOX = [pytest.param(example, id=example["name"]) for example in examples("inbox")]


def fits(ours: object, theirs: list[Any], where: str = "") -> list[str]:
    """What of our value is unlike every one of theirs; what is empty in theirs may be anything in ours."""
    kinds = {type(each).__name__ for each in theirs if each is not None} - {"NoneType"}
    if ours is None or not kinds:
        return [] if None in theirs or not theirs else [f"{where} is empty"]
    theirs = [each for each in theirs if each is not None]
    if isinstance(ours, dict) and kinds == {"dict"}:
        if where.endswith(".labels"):
            return []
        keys = set().union(*theirs)
        wrong = [f"{where}: {sorted(keys ^ set(ours))}"] if set(ours) != keys else []
        inside = [
            fits(ours[key], [each[key] for each in theirs if key in each], f"{where}.{key}")
            for key in keys & set(ours)
        ]
        return wrong + [each for found in inside for each in found]
    if isinstance(ours, list) and kinds == {"list"}:
        items = [item for each in theirs for item in each]
        return [found for item in ours for found in fits(item, items, f"{where}[]")] if items else []
    alike = {"int": {"int", "float"}, "float": {"int", "float"}}.get(
        type(ours).__name__, {type(ours).__name__}
    )
    return [] if alike & kinds else [f"{where} is {ours!r}"]


@pytest.mark.parametrize("name", SHEETS)
@pytest.mark.parametrize("stage", range(len(STUDIES)))
def test_what_python_shows_has_the_make_of_the_examples(name: str, stage: int):
    study, evidence = STUDIES[stage]
    shown, held = SHEETS[name].read(study, evidence)
    vet([shown, held])
    known = examples(name)
    assert fits(shown, [example["props"] for example in known], "props") == []
    assert fits(held, [example["value"]["part"] for example in known], "part") == []


@pytest.mark.parametrize("name", SHEETS)
@pytest.mark.parametrize("stage", range(len(STUDIES)))
def test_a_part_that_comes_back_untouched_moves_nothing(name: str, stage: int):
    study, evidence = STUDIES[stage]
    _, held = SHEETS[name].read(study, evidence)
    assert SHEETS[name].moves(study, json.loads(json.dumps(held))) == ()


@pytest.mark.parametrize(("name", "example"), EVERY)
def test_a_gesture_leaves_what_python_takes_in_and_shows_again(name: str, example: Example):
    study = study_of(name, example)
    _, before = SHEETS[name].read(study)
    if (
        example["props"].get("planned") is not False
    ):  # the wish for a first schedule is nowhere but in the browser
        assert canonical(name, before) == canonical(name, example["value"]["part"])
    if example.get("after") is None:
        return
    after = example["after"]
    complete = ScheduleComponent(study).completed(after) if name == "schedule" else after
    _, shown = SHEETS[name].read(moved(study, SHEETS[name].moves(study, complete)))
    assert canonical(name, shown) == canonical(name, complete)


@pytest.mark.parametrize("example", INBOX)
def test_the_box_has_the_make_of_its_examples(example: Example):
    shown = props(example["props"]["kind"], Box(Parcel("a", "b"), problem="c", done="d"))
    assert set(shown) == set(example["props"])
    assert set(part(Box())) == set(example["value"]["part"])
    for each in (example["value"]["part"], example["after"]):
        assert each is None or isinstance(take(Parcel, each), Parcel)


def canonical(name: str, part: Part) -> Part:
    """The part as the study remembers it: a struck day is gone, and a press of a button is forgotten."""
    if name == "diary":
        kept = [entry for entry in part["entries"] if entry["value"] is not None]
        return {"entries": sorted(kept, key=lambda entry: entry["day"])}
    if name == "prior":
        return part | {"why": "", "trying": None}
    return part | {"draw": 0} if name == "schedule" else part


def study_of(name: str, example: Example) -> Study:
    """A study in which the example could have happened."""
    shown, held = example["props"], example["value"]["part"]
    if "study" in example:
        return from_plain(Study, example["study"])
    return BUILDERS[name](shown, held)


def of_candidates(shown: Example, held: Part) -> Study:
    measure = Measure(shown["measure"], shown["better"], shown["worthwhile"], shown["unit"])
    known = from_plain(tuple[Candidate, ...], [row["candidate"] for row in shown["rows"]])
    study = choose(propose(begin("x", measure), *known), *held["chosen"])
    order = "".join("ABCDEFGHIJKL"[: len(shown["arms"]) + 1])
    if not shown["arms"]:
        return study
    return plan(study, given(shown["reference"], shown["arms"], order, days=3, start=MONDAY))


def of_schedule(shown: Example, held: Part) -> Study:
    study = propose(begin("x", Measure("y", "lower", 1)), *(Candidate(name) for name in shown["candidates"]))
    return plan(study, drawn(take(Wish, held))) if shown["planned"] else study


def of_diary(shown: Example, held: Part) -> Study:
    measure = Measure(
        shown["measure"], shown["better"], 0.5, shown["unit"], low=shown["low"], high=shown["high"]
    )
    study = begin("x", measure)
    if not shown["days"]:
        return study
    labels = {day["label"]: day["arm"] for day in shown["days"] if day["arm"]}
    reference = labels.pop("A")
    arms = tuple(labels[letter] for letter in sorted(labels))
    taken = tuple(day["arm"] for day in shown["days"] if day["day"] >= 1)
    run_in = sum(day["day"] < 1 for day in shown["days"])
    schedule = Schedule(reference, arms, taken, 1, 1, MONDAY, 0, run_in, "fixed")
    study = plan(propose(study, *(Candidate(arm) for arm in arms)), schedule)
    return record(study, *take(Page, held).entries)


BUILDERS: dict[str, Any] = {
    "candidate": of_candidates,
    "schedule": of_schedule,
    "diary": of_diary,
    "verdict": lambda _shown, _held: written(),
}
