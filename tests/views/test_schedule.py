"""The schedule on its sheet: wished for by a person, drawn by chance."""

import math
from datetime import date
from typing import Any

import pytest
from views.trial import LIGHT, MELATONIN, MONDAY, TEA, begun, locked, planned, proposed, written

from nof1_lab.errors import NofOneError, RegisteredError, SheetError, StudyError
from nof1_lab.study.schedule import given
from nof1_lab.study.steps import choose, plan, propose
from nof1_lab.views import schedule
from nof1_lab.views.schedule import ScheduleComponent, ScheduleSheet, ScheduleWidget
from nof1_lab.views.sheet import moved


def wish(**changes: Any) -> dict[str, Any]:
    part = {
        "reference": "placebo",
        "arms": ["melatonin", "tea"],
        "cycles": 4,
        "days": 7,
        "washout_days": 1,
        "run_in_days": 3,
        "start": "2026-01-05",
        "seed": 5,
        "design": "blocks",
        "draw": 1,
    }
    return part | changes


def test_before_a_schedule_there_is_a_good_beginning():
    props, part = ScheduleSheet.read(proposed(), today=MONDAY)
    assert not props["planned"]
    assert (part["arms"], part["cycles"], part["start"]) == (["melatonin"], 4, "2026-01-05")
    assert part["seed"] is None


def test_the_beginning_is_with_the_best_rank_and_not_with_the_first_row():
    _, part = ScheduleSheet.read(propose(begun(), TEA, LIGHT, MELATONIN), today=MONDAY)
    assert part["arms"] == ["melatonin"]


def test_nothing_is_drawn_before_the_button_is_pressed():
    assert ScheduleSheet.moves(proposed(), wish(draw=0)) == ()


def test_a_seed_always_draws_the_same_schedule():
    first, second = (moved(proposed(), ScheduleSheet.moves(proposed(), wish())).schedule for _ in range(2))
    assert first == second
    assert first is not None
    assert first.start == date(2026, 1, 5)


@pytest.mark.parametrize("host", [ScheduleComponent, ScheduleWidget])
def test_without_a_seed_chance_is_asked_for_one(host: Any):
    sheet = host(proposed())
    seeds: list[int | None] = []
    sheet.on_moves(lambda moves: seeds.append(moved(proposed(), moves).schedule.seed))
    for n in range(1, 6):
        sheet.value = {"n": n, "part": wish(seed=None, draw=n), "settled": True}
    assert sheet.fault == {}
    assert None not in seeds
    assert len(set(seeds)) == 5


def test_the_days_of_the_trial_are_laid_out():
    props, _ = ScheduleSheet.read(planned())
    assert props["days"][0] == {
        "day": -2,
        "date": "2026-01-02",
        "arm": None,
        "period": None,
        "status": "run-in",
    }
    assert props["days"][3]["status"] == "washout"
    assert props["days"][4]["status"] == "day"
    assert len(props["periods"]) == 12
    assert props["labels"] == {"A": "placebo", "B": "melatonin", "C": "morning light"}


@pytest.mark.parametrize(
    "changes",
    [
        {"arms": []},
        {"arms": ["placebo"]},
        {"arms": ["stranger"]},
        {"reference": ""},
        {"cycles": 0},
        {"cycles": 2.5},
        {"cycles": math.nan},
        {"days": 10_000},
        {"cycles": 200, "days": 1000},
        {"washout_days": 7},
        {"run_in_days": -1},
        {"start": "9999-12-31"},
        {"start": "0001-01-01"},
        {"start": "soon"},
        {"seed": "five"},
        {"seed": None},
        {"design": "latin"},
        {"draw": "once"},
        {"more": 1},
    ],
)
def test_a_wish_that_cannot_be_is_refused(changes: dict[str, Any]):
    with pytest.raises(NofOneError):
        moved(proposed(), ScheduleSheet.moves(proposed(), wish(**changes)))


def test_a_trial_under_way_is_not_drawn_again():
    with pytest.raises(StudyError, match="begin another study"):
        moved(written(), ScheduleSheet.moves(written(), wish()))
    assert "cannot be drawn again" in " ".join(schedule.warnings(written()))


def test_a_registered_schedule_needs_a_reason():
    with pytest.raises(RegisteredError, match="say why"):
        ScheduleSheet.moves(locked(), wish())


def test_a_fixed_order_is_shown_as_it_is():
    study = plan(proposed(), given("placebo", ["melatonin"], "ABBA", days=7, start=MONDAY))
    props, part = ScheduleSheet.read(study)
    assert part["design"] == "fixed"
    assert ScheduleSheet.moves(study, part) == ()
    assert [period["arm"] for period in props["periods"]] == ["placebo", "melatonin", "melatonin", "placebo"]


@pytest.mark.parametrize("part", [None, [], "x", {}, {"seed": None, "draw": 1}])
def test_a_wish_that_is_none_is_refused(part: Any):
    with pytest.raises(SheetError):
        ScheduleComponent(proposed()).completed(part)


def test_a_person_is_warned_of_a_weak_plan():
    assert "nothing to compare" in schedule.warnings(begun())[0]
    assert any("three cycles" in each for each in schedule.warnings(planned(cycles=2)))
    assert any("weekends" in each for each in schedule.warnings(planned(days=5)))
    assert any("in 1 of 6 orders" in each for each in schedule.warnings(planned(cycles=2)))
    assert schedule.warnings(planned(days=7)) == ()


def test_the_schedule_in_words_and_as_a_table():
    plan7 = planned(days=7).schedule
    assert plan7 is not None
    assert schedule.sentence(plan7) == (
        "12 periods of 7 days from 2026-01-05 to 2026-03-29: A (placebo), B (melatonin) and C (morning light)"
        f", in an order drawn by chance ({plan7.letters}). The first day of every period does not count."
    )
    table = schedule.table(plan7)
    assert list(table["letter"]) == list(plan7.letters)
    assert set(table["days that count"]) == {6}


def test_what_was_chosen_is_what_the_first_wish_compares():
    wished = choose(proposed(), "tea", "melatonin")
    assert ScheduleSheet.read(wished, today=MONDAY)[1]["arms"] == ["melatonin", "tea"]
    assert ScheduleSheet.read(proposed(), today=MONDAY)[1]["arms"] == ["melatonin"]
