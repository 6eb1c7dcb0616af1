"""The one place where a study changes: saved before it is shown, and shared by all views."""

import threading
from pathlib import Path
from typing import Any

import pytest
from apps.example import new, planned, step

from nof1_lab.apps.bench import Bench
from nof1_lab.apps.notebook import NotebookBench, new_study, open_study
from nof1_lab.apps.shelf import CACHE, FolderShelf
from nof1_lab.errors import (
    ConflictError,
    DiaryError,
    FitError,
    NothingToUndoError,
    RegisteredError,
    ShelfError,
)
from nof1_lab.study.diary import Entry
from nof1_lab.study.measure import Measure
from nof1_lab.study.prior import Prior
from nof1_lab.study.steps import believe, record, register, rename

NAME = "sleep.nof1"


@pytest.fixture
def shelf(tmp_path: Path) -> FolderShelf:
    made = FolderShelf(tmp_path)
    made.append(NAME, planned(), "")
    return made


@pytest.fixture
def bench(shelf: FolderShelf) -> Bench:
    return Bench(shelf.open(NAME), shelf=shelf, name=NAME, who="ann")


def test_a_step_is_on_the_disk_before_anybody_sees_it(bench: Bench, tmp_path: Path):
    seen: list[bool] = []
    bench.param.watch(lambda event: seen.append(FolderShelf(tmp_path).open(NAME) == event.new), "log")
    assert bench.do(record, Entry(1, 6.5)).diary.value_on(1) == 6.5
    assert seen == [True]
    assert bench.saved_at == bench.log.links[-1].at


def test_a_step_says_who_when_and_why(bench: Bench):
    bench.do(rename, "Better sleep", why="It is about sleep.")
    link = bench.log.links[-1]
    assert (link.who, link.why) == ("ann", "It is about sleep.")
    assert len(link.at) == len("2026-01-05T20:00:00Z")


def test_what_is_done_can_be_undone_and_done_again(bench: Bench):
    before = bench.study
    after = bench.do(record, Entry(1, 6.5))
    assert bench.undo() == before
    assert bench.redo() == after
    with pytest.raises(NothingToUndoError, match="Undo first"):
        bench.redo()


def test_a_step_that_changes_nothing_is_not_told(bench: Bench):
    bench.do(record, Entry(1, 6.5))
    told: list[Any] = []
    bench.param.watch(told.append, "log")
    bench.do(record, Entry(1, 6.5))
    assert told == []


def test_a_refused_step_changes_nothing(bench: Bench, tmp_path: Path):
    before, bytes_before = bench.log, (tmp_path / NAME).read_bytes()
    with pytest.raises(DiaryError):
        bench.do(record, Entry(999, 6.5))
    assert bench.log is before
    assert (tmp_path / NAME).read_bytes() == bytes_before


def test_a_registered_protocol_changes_only_for_a_reason(bench: Bench):
    bench.do(register)
    with pytest.raises(RegisteredError, match="Say why"):
        bench.do(believe, Prior.normal("Melatonin", 0.2, 0.3))
    bench.do(believe, Prior.normal("Melatonin", 0.2, 0.3), why="A new trial came out.")
    assert len(bench.log.amendments) == 1


def test_nobody_can_pass_the_bench_by(bench: Bench):
    with pytest.raises(TypeError, match="cannot be modified"):
        bench.log = new()


def test_a_conflict_leaves_the_bench_as_it_was_and_keeps_ours(bench: Bench, shelf: FolderShelf):
    theirs = step(bench.log, record, Entry(1, 5.0), who="bob")
    shelf.append(NAME, theirs, bench.log.head)
    before = bench.log
    with pytest.raises(ConflictError, match="bob"):
        bench.do(record, Entry(2, 6.0))
    assert bench.log is before
    (side,) = set(shelf.list()) - {NAME}
    assert shelf.open(side).study.diary.value_on(2) == 6.0
    assert bench.refresh() == theirs.study
    assert bench.do(record, Entry(2, 6.0)).diary.value_on(1) == 5.0


def test_what_others_saved_is_taken_in_and_told_once(bench: Bench, shelf: FolderShelf):
    told: list[Any] = []
    bench.param.watch(told.append, "log")
    bench.refresh()
    theirs = step(bench.log, record, Entry(1, 5.0), who="bob")
    shelf.append(NAME, theirs, bench.log.head)
    bench.refresh()
    bench.refresh()
    assert [event.new for event in told] == [theirs]


def test_a_file_that_was_swapped_for_another_is_a_conflict(bench: Bench, shelf: FolderShelf, tmp_path: Path):
    (tmp_path / NAME).unlink()
    shelf.append(NAME, new("Stranger"), "")
    with pytest.raises(ConflictError):
        bench.refresh()
    assert bench.study.title == "Sleep"


def test_a_view_may_act_while_it_is_told(bench: Bench):
    def echo(event: Any) -> None:
        if event.new.study.title == "One":
            bench.do(rename, "Two")

    bench.param.watch(echo, "log")
    bench.do(rename, "One")
    assert bench.study.title == "Two"
    assert [link.step for link in bench.log.links[-2:]] == ["rename", "rename"]


def test_many_views_at_once_lose_no_step(bench: Bench, shelf: FolderShelf):
    def write(first: int) -> None:
        for day in range(first, first + 10):
            bench.do(record, Entry(day, 6.0))

    views = [threading.Thread(target=write, args=(first,)) for first in (1, 11, 21)]
    for view in views:
        view.start()
    for view in views:
        view.join()
    assert len(bench.study.diary.entries) == 30
    assert shelf.open(NAME) == bench.log


def test_a_bench_without_a_shelf_is_for_trying_out():
    bench = Bench(planned())
    bench.do(record, Entry(1, 6.0))
    assert bench.study.diary.value_on(1) == 6.0
    assert bench.refresh() is bench.study
    assert bench.saved_at is None


def test_a_step_is_signed_with_the_name_of_the_person(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("NOF1_WHO", "Dr. Ann Example")
    assert Bench(planned()).who == "Dr. Ann Example"
    monkeypatch.setenv("NOF1_WHO", " ")
    monkeypatch.setenv("LOGNAME", "ann")
    assert Bench(planned()).who == "ann"


def test_the_runner_follows_the_bench(shelf: FolderShelf):
    started: list[str] = []

    class Engines:
        def exact(self, study: Any, _like: Any) -> Any:
            started.append(study.fingerprint)
            raise DiaryError("Enough.", "Nothing more.", "Stop.")

        def sampled(self, *_: Any, **__: Any) -> Any:
            raise AssertionError

        def warm(self, *_: Any) -> None:
            """Nothing to get ready."""

    bench = Bench(shelf.open(NAME), shelf=shelf, name=NAME, engines=Engines())
    assert bench.runner is bench.runner
    bench.do(record, Entry(1, 6.0))
    assert started == [bench.study.fingerprint]


# What a notebook sees.


def test_a_notebook_opens_a_study_and_works_on_its_file(shelf: FolderShelf, tmp_path: Path):
    bench = open_study(tmp_path / NAME)
    assert isinstance(bench, NotebookBench)
    assert bench.study == shelf.open(NAME).study
    bench.do(record, Entry(1, 6.0))
    assert open_study(str(tmp_path / NAME)).study == bench.study


def test_a_notebook_begins_a_study(tmp_path: Path):
    bench = new_study(tmp_path / NAME, title="Sleep", measure=Measure("sleep", "lower", 0.4))
    assert open_study(tmp_path / NAME).study == bench.study
    with pytest.raises(ShelfError, match="Choose another name"):
        new_study(tmp_path / NAME, title="Sleep", measure=Measure("sleep", "lower", 0.4))


def test_a_study_that_is_not_there_is_not_opened(tmp_path: Path):
    with pytest.raises(ShelfError, match="nof1-lab new"):
        open_study(tmp_path / NAME)


@pytest.mark.slow
@pytest.mark.fit
def test_a_fit_is_an_arviz_object_that_is_kept_beside_the_study(tmp_path: Path):
    FolderShelf(tmp_path).append(NAME, planned(), "")
    bench = open_study(tmp_path / NAME)
    bench.do(record, *(Entry(day, 6.0 + 0.3 * (day % 4)) for day in range(1, 41)))
    with pytest.raises(FitError, match="Fit again with more draws"):
        bench.fit(draws=20, chains=2, seed=1)
    found = bench.fit(draws=1000, chains=4, seed=1)
    assert dict(found.posterior.sizes) == {"chain": 4, "draw": 1000, "arm": 1}
    assert len(list((tmp_path / CACHE).glob("*.nc"))) == 2
    assert found.posterior.equals(bench.fit(draws=1000, chains=4, seed=1).posterior)
