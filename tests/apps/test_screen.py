"""Every screen follows the bench, and stops when nobody shows it."""

import gc
from pathlib import Path

import param
import pytest

from nof1_lab.apps.bench import Bench
from nof1_lab.apps.demo import contents
from nof1_lab.apps.page import Page, beginning, saved, short, steps
from nof1_lab.apps.runner import RunState
from nof1_lab.apps.shelf import FolderShelf
from nof1_lab.apps.step import SCREENS, EvidenceScreen, PriorScreen
from nof1_lab.inference.evidence import Evidence, reckon
from nof1_lab.study.diary import Entry
from nof1_lab.study.document import Study
from nof1_lab.study.log import Log
from nof1_lab.study.prior import Prior
from nof1_lab.study.steps import believe, record

MELATONIN = "Melatonin 0.5 mg"
NAME = "first-trial.nof1"


class ExactAlone:
    """Engines without a sampler: nothing works behind."""

    def exact(self, study: Study, like: Evidence | None = None) -> Evidence:
        return reckon(study, like=like)

    def sampled(self, evidence: Evidence, *_: object, **__: object) -> Evidence:
        return evidence

    def warm(self, *_: object) -> None:
        return None


@pytest.fixture
def shelf(tmp_path: Path) -> FolderShelf:
    (tmp_path / NAME).write_bytes(dict(contents())[NAME])
    return FolderShelf(tmp_path)


@pytest.fixture
def bench(shelf: FolderShelf) -> Bench:
    return bench_on(shelf)


def bench_on(shelf: FolderShelf, who: str = "ann") -> Bench:
    return Bench(shelf.open(NAME), shelf=shelf, name=NAME, who=who, engines=ExactAlone())


NOTHING: dict[str, object] = {"priors": [], "discounts": [], "why": "", "trying": None}


def pulled(mean: float, *, settled: bool, n: int = 1) -> dict[str, object]:
    """What the browser sends when the middle of the belief is dragged."""
    bell = {"family": "normal", "middle": mean, "spread": 0.5, "tail": 4, "lean": 0}
    hand = {"arm": MELATONIN, "shape": bell, "parts": None, "vague": 0, "said": None}
    return {"n": n, "part": NOTHING | {"priors": [hand]}, "settled": settled}


@pytest.mark.parametrize("name", SCREENS)
def test_every_step_has_a_screen(bench: Bench, name: str):
    screen = SCREENS[name](bench)
    assert screen.label
    assert len(screen.__panel__()) > 0


def test_a_finished_gesture_is_a_step_of_the_log(bench: Bench):
    screen = PriorScreen(bench)
    screen._sheet.value = pulled(-0.8, settled=True)
    assert bench.study.priors == (Prior.normal(MELATONIN, -0.8, 0.5),)
    assert screen._sheet.ack == 1


def test_a_moving_finger_moves_the_picture_and_not_the_study(bench: Bench):
    screen = PriorScreen(bench)
    screen.__panel__().get_root()
    before = bench.log
    screen._sheet.value = pulled(-2.0, settled=False)
    assert bench.log is before
    assert screen._sheet.ack == 1
    moving = curves(screen)

    screen._sheet.value = pulled(-2.0, settled=True, n=2)
    assert curves(screen) == moving  # what HoloViews draws in the end is what followed the finger


def curves(screen: PriorScreen) -> tuple[object, ...]:
    """The columns of the picture as the page has them."""
    [plate] = screen._shifts._plates.values()
    [frame] = plate._frame
    [(plot, _)] = frame._plots.values()
    columns = [
        {name: [round(float(x), 9) for x in data] for name, data in part.handles["source"].data.items()}
        for key, part in plot.subplots.items()
        if key[0] in ("Area", "Curve")
    ]
    return (*columns, round(plot.handles["y_range"].end, 6))


def test_two_screens_on_one_bench_stay_in_step(bench: Bench):
    one, two = PriorScreen(bench), PriorScreen(bench)
    one._sheet.value = pulled(-0.8, settled=True)
    assert two._sheet.value["part"] == one._sheet.value["part"]
    assert two._sheet.props["arms"] == one._sheet.props["arms"]


def test_a_conflict_shows_both_sides_and_where_ours_is_kept(shelf: FolderShelf):
    ours, theirs = bench_on(shelf), bench_on(shelf, who="bob")
    screen = PriorScreen(ours)
    theirs.do(record, Entry(11, 4.0))
    screen._sheet.value = pulled(-0.8, settled=True)
    assert "bob" in screen._sheet.fault["wrong"]
    assert "'believe' by ann" in screen._sheet.fault["wrong"]
    assert "conflict" in screen._sheet.fault["remedy"]
    assert ours.log.links == theirs.log.links  # theirs is taken in
    assert screen._sheet.value["part"] == NOTHING


def test_a_screen_that_nobody_shows_is_let_go(bench: Bench):
    def watchers() -> int:
        return sum(len(found) for found in bench.param.watchers["log"].values())

    bench.runner.start()
    few = watchers()
    for _ in range(3):
        PriorScreen(bench)
    gc.collect()
    bench.do(believe, Prior.normal(MELATONIN, -0.9, 0.5))
    assert watchers() == few


def test_a_hidden_screen_is_drawn_when_it_comes_to_the_front(bench: Bench):
    screen = PriorScreen(bench)
    screen.be_seen(False)
    bench.do(believe, Prior.normal(MELATONIN, -0.9, 0.5))
    assert screen._sheet.value["part"] == NOTHING
    screen.be_seen(True)
    assert screen._sheet.value["part"]["priors"][0]["shape"]["middle"] == -0.9


def test_the_page_says_what_is_saved_and_what_can_be_taken_back(bench: Bench):
    page = Page(bench, at="prior")
    strip = page._strip
    assert strip.props["undo"] == short(bench.log, bench.log.done[-1])
    assert strip.props["redo"] is None
    strip.value = {"n": 1, "part": {"at": "prior", "press": "undo"}, "settled": True}
    assert strip.props["redo"] is not None
    assert strip.ack == 1
    assert saved(bench).startswith("Saved ")
    assert saved(Bench(bench.log)).startswith("Not saved")


def test_the_page_refuses_a_button_that_it_does_not_have(bench: Bench):
    strip = Page(bench)._strip
    strip.value = {"n": 1, "part": {"at": "prior", "press": "<img>"}, "settled": True}
    assert strip.fault["wrong"] == "There is no such button."


def test_a_file_that_cannot_be_read_is_said_in_the_strip(bench: Bench, shelf: FolderShelf):
    page = Page(bench)
    shelf.path(NAME).write_text("no study any more")
    page.refresh()
    assert page._strip.props["saved"].startswith("Not saved: ")
    assert page._strip.props["tone"] == "warn"


def test_a_person_begins_where_the_trial_stands(bench: Bench):
    assert beginning(bench.study) == "verdict"
    undone = bench.log
    while undone.study.schedule is not None:
        undone = undone.undo(who="ann", at="2026-02-01T00:00:00Z")
    assert beginning(undone.study) == "prior"
    assert [step["state"] for step in steps(undone.study)] == ["done"] + ["open"] * 5


def test_progress_is_shown_in_words(bench: Bench):
    screen = EvidenceScreen(bench)
    bench.runner.close()  # nothing else has news
    with param.parameterized.batch_call_watchers(bench.runner):
        bench.runner.state = RunState("sampling", 0.25, "Sampling.")
    assert screen._engine.props["isRunning"]
    assert screen._engine.props["fraction"] == 0.25
    assert screen._engine.props["words"] == "Sampling."


def test_the_log_is_not_touched_by_looking(bench: Bench):
    before: Log = bench.log
    for screen in SCREENS.values():
        screen(bench)
    Page(bench)
    assert bench.log is before
