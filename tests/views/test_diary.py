"""The diary on its sheet and in its picture."""

import math
from datetime import date
from typing import Any

import holoviews as hv
import pytest
from hypothesis import given
from hypothesis import strategies as st
from views.trial import MONDAY, MOOD, SHEAVES, begun, exact, hostile, locked, planned, proposed, tips, written

from nof1_lab.errors import DiaryError, NofOneError, StudyError
from nof1_lab.study.candidate import Candidate
from nof1_lab.study.diary import Entry
from nof1_lab.study.measure import Measure
from nof1_lab.study.schedule import randomise
from nof1_lab.study.steps import begin, plan, propose, record
from nof1_lab.views import diary
from nof1_lab.views.diary import DiaryComponent, DiarySheet, DiaryWidget
from nof1_lab.views.sheet import Move, moved


def part(*entries: tuple[int, float | None]) -> dict[str, Any]:
    return {"entries": [{"day": day, "value": value, "note": ""} for day, value in entries]}


def small() -> Any:
    return record(planned(), Entry(1, 60.0), Entry(2, 55.0, "late"))


def test_only_days_that_differ_are_recorded():
    study = small()
    held = DiarySheet.read(study)[1]
    wanted = {"entries": [*held["entries"], {"day": 3, "value": 50, "note": ""}]}
    assert DiarySheet.moves(study, wanted) == (Move(record, (Entry(3, 50.0),)),)


def test_a_day_that_is_gone_is_struck_out():
    assert DiarySheet.moves(small(), part((1, 60.0))) == (Move(record, (Entry(2, None),)),)
    struck = part((1, 60.0), (2, None))
    assert moved(small(), DiarySheet.moves(small(), struck)).diary.entries == (Entry(1, 60.0),)


@given(st.dictionaries(st.integers(-2, 60), st.floats(0, 300).map(lambda x: round(x, 3)), max_size=20))
def test_whatever_is_on_the_page_is_what_the_study_holds(page: dict[int, float]):
    wanted = part(*page.items())
    after = moved(small(), DiarySheet.moves(small(), wanted))
    assert {entry.day: entry.value for entry in after.diary.entries} == page


@pytest.mark.parametrize(
    "page",
    [
        part((61, 5.0)),
        part((-3, 5.0)),
        part((1, math.nan)),
        part((1, 1e13)),
        part((1, 5.0), (1, 6.0)),
        {"entries": [{"day": 1.5, "value": 1, "note": ""}]},
        {"entries": [{"day": 1, "value": "5", "note": ""}]},
        {"entries": [{"day": 1, "value": 5, "note": "x" * 3000}]},
        {"entries": [{"day": 1, "value": 5, "note": "", "more": 1}]},
        {"entries": None},
        {},
    ],
)
def test_a_page_that_cannot_be_is_refused(page: dict[str, Any]):
    with pytest.raises(NofOneError):
        moved(planned(), DiarySheet.moves(planned(), page))


def test_a_value_off_the_scale_is_refused():
    study = propose(begin("x", MOOD), Candidate("walk"))
    study = plan(study, randomise("usual", ["walk"], cycles=2, days=3, start=MONDAY, seed=0))
    with pytest.raises(DiaryError, match="from 0 to 10"):
        moved(study, DiarySheet.moves(study, part((1, 11.0))))


def test_no_schedule_no_diary():
    with pytest.raises(StudyError, match="Plan the trial first"):
        moved(proposed(), DiarySheet.moves(proposed(), part((1, 5.0))))
    props, _ = DiarySheet.read(proposed())
    assert (props["days"], props["today"]) == ([], None)


def test_the_diary_stays_open_after_registration():
    study = locked()
    held = DiarySheet.read(study)[1]
    wanted = {"entries": [*held["entries"], {"day": 46, "value": 50, "note": ""}]}
    assert moved(study, DiarySheet.moves(study, wanted)).diary.value_on(46) == 50.0


@pytest.mark.parametrize(
    ("today", "day"),
    [(date(2026, 1, 5), 1), (date(2026, 1, 2), -2), (date(2026, 1, 1), None), (date(2027, 1, 1), None)],
)
def test_today_is_shown_while_the_trial_lasts(today: date, day: int | None):
    assert DiarySheet.read(planned(), today=today)[0]["today"] == day


def test_the_axis_has_room_for_what_was_written():
    assert diary.domain(begun(MOOD)) == (0, 10)
    low, high = diary.domain(written())
    values = [entry.value for entry in written().diary.entries if entry.value is not None]
    assert 0 <= low < min(values) < max(values) < high
    assert diary.domain(planned()) == (0.0, 200.0)


@pytest.mark.parametrize(
    ("measure", "step"),
    [
        (Measure("x", "lower", 10), 1.0),
        (Measure("x", "lower", 0.5), 0.1),
        (Measure("x", "lower", 1), 0.1),
        (Measure("x", "lower", 0.3, scale="count"), 1.0),
    ],
)
def test_one_press_of_an_arrow_is_a_sensible_step(measure: Measure, step: float):
    assert diary.step(measure) == pytest.approx(step)


def test_the_table_holds_every_day_with_what_the_model_expects():
    table = diary.table(written(), exact())
    assert list(table["day"]) == list(range(-2, 61))
    assert table["expected"].notna().sum() == 60
    statuses = {"run-in": 3, "washout": 12, "counts": 32, "missing": 16}
    assert table["status"].value_counts().to_dict() == statuses
    assert (table["low"].dropna() < table["expected"].dropna()).all()
    assert diary.table(planned())["expected"].isna().all()


def test_what_was_expected_of_another_schedule_is_not_shown_on_this_one():
    assert DiarySheet.read(planned(cycles=2), exact())[0]["fitted"] == []
    assert diary.table(planned(cycles=2), exact())["expected"].isna().all()


def test_the_diary_in_words():
    assert diary.sentence(diary.table(written(), exact())) == (
        "32 of 60 days count; 16 have no value; 12 belong to the wash-out."
    )
    assert "no schedule yet" in diary.sentence(diary.table(begun()))


def layers(picture: Any, kind: type) -> list[Any]:
    return [layer for layer in picture if isinstance(layer, kind)]


def test_the_picture_shows_every_value_once_and_by_its_arm():
    table = diary.table(written(), exact())
    marks = {layer.label: layer for layer in layers(diary.picture(table), hv.Scatter) if layer.label}
    assert set(marks) == {"run-in", "A", "B", "C"}
    shown = [day for layer in marks.values() for day in layer["day"]]
    assert sorted(shown) == [entry.day for entry in written().diary.entries]
    assert set(marks["B"]["arm"]) == {"melatonin"}


def test_the_picture_hatches_the_washout_and_leaves_missed_days_hollow():
    table = diary.table(written(), exact())
    picture = diary.picture(table)
    (washed,) = layers(picture, hv.VSpans)
    assert list(washed["from"] + 0.5) == list(table["day"][table["status"] == "washout"])
    (hollow,) = [layer for layer in layers(picture, hv.Scatter) if not layer.label]
    missed = table[(table["status"] == "missing") & (table["day"] < 45)]
    assert list(hollow["day"]) == list(missed["day"])
    (band,) = layers(picture, hv.Rectangles)
    assert len(band) == 60


@pytest.mark.parametrize("study", [planned(), written()], ids=["empty", "written"])
def test_the_picture_can_be_drawn_at_every_stage(study: Any):
    plot = hv.renderer("bokeh").get_plot(diary.picture(diary.table(study)))
    assert plot.state.output_backend == "canvas"


@pytest.mark.parametrize("attacks", SHEAVES, ids=range(len(SHEAVES)))
def test_a_hostile_name_is_only_text_in_the_picture(attacks: list[str]):
    study = hostile(attacks)
    figure = hv.renderer("bokeh").get_plot(diary.picture(diary.table(study))).state
    assert tips(figure) <= {"day", "value", "arm", "", "@{day}", "@{value}", "@{arm}", "@{status}"}
    assert "$$" not in figure.yaxis[0].axis_label


@pytest.mark.parametrize("host", [DiaryComponent, DiaryWidget])
def test_both_hosts_record_a_day(host: Any):
    sheet = host(planned())
    taken: list[tuple[Move, ...]] = []
    sheet.on_moves(taken.append)
    sheet.value = {"n": 1, "part": part((1, 61.5)), "settled": True}
    assert taken == [(Move(record, (Entry(1, 61.5),)),)]
