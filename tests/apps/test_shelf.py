"""Where studies are kept: the same promises for a folder and for a database."""

import errno
import os
import re
import sqlite3
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from apps.example import new, planned, step
from filelock import FileLock
from hypothesis import given, settings
from hypothesis import strategies as st

from nof1_lab.apps.database import DatabaseShelf
from nof1_lab.apps.shelf import FolderShelf, Shelf
from nof1_lab.errors import ConflictError, FileError, ShelfError
from nof1_lab.study.diary import Entry
from nof1_lab.study.steps import record, rename

NAME = "sleep.nof1"


@pytest.fixture(params=["folder", "database"])
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], Shelf]]:
    """Opens the same place anew each time, as another program would."""
    databases: list[DatabaseShelf] = []

    def place() -> Shelf:
        if request.param == "folder":
            return FolderShelf(tmp_path)
        databases.append(DatabaseShelf(f"sqlite:///{tmp_path / 'studies.db'}"))
        return databases[-1]

    yield place
    for database in databases:
        database.close()


@pytest.fixture
def shelf(opened: Callable[[], Shelf]) -> Shelf:
    return opened()


def test_an_empty_shelf_has_no_studies(shelf: Shelf):
    assert shelf.list() == ()
    with pytest.raises(ShelfError, match="Check the"):
        shelf.open(NAME)


def test_what_is_kept_comes_back_whole(opened: Callable[[], Shelf]):
    log = planned()
    opened().append(NAME, log, "")
    assert opened().list() == (NAME,)
    assert opened().open(NAME) == log


def test_steps_are_added_one_after_the_other(shelf: Shelf):
    log = new()
    shelf.append(NAME, log, "")
    for title in ("Better sleep", "Best sleep"):
        after = step(log, rename, title)
        shelf.append(NAME, after, log.head)
        log = after
    assert shelf.open(NAME) == log
    assert log.study.title == "Best sleep"


def test_several_steps_may_be_added_at_once(shelf: Shelf):
    log = new()
    shelf.append(NAME, log, "")
    after = step(step(log, rename, "One"), rename, "Two")
    shelf.append(NAME, after, log.head)
    assert shelf.open(NAME) == after


def test_the_same_log_twice_is_kept_once(shelf: Shelf):
    log = new()
    after = step(log, rename, "Better sleep")
    shelf.append(NAME, log, "")
    for _ in range(2):
        shelf.append(NAME, after, log.head)
        shelf.append(NAME, after, after.head)
    assert shelf.list() == (NAME,)
    assert shelf.open(NAME) == after


def test_a_conflict_keeps_both_sides_and_says_what_each_did(opened: Callable[[], Shelf]):
    log = planned()
    opened().append(NAME, log, "")
    theirs = step(log, record, Entry(1, 6.0), who="bob")
    ours = step(log, record, Entry(1, 7.0), who="ann")
    opened().append(NAME, theirs, log.head)
    with pytest.raises(ConflictError, match="take over what is missing") as caught:
        opened().append(NAME, ours, log.head)
    side = f"sleep.conflict-{ours.head[:8]}.nof1"
    assert opened().list() == (side, NAME)
    assert opened().open(NAME) == theirs
    assert opened().open(side) == ours
    assert caught.value.theirs == f"step 4 ('record' by bob, {theirs.links[-1].at})"
    assert caught.value.ours == f"step 4 ('record' by ann, {ours.links[-1].at})"
    assert side in str(caught.value)


def test_the_same_conflict_twice_leaves_one_side_file(shelf: Shelf):
    log = new()
    shelf.append(NAME, log, "")
    shelf.append(NAME, step(log, rename, "Theirs"), log.head)
    ours = step(log, rename, "Ours")
    for _ in range(2):
        with pytest.raises(ConflictError):
            shelf.append(NAME, ours, log.head)
    assert len(shelf.list()) == 2


def test_a_side_file_never_replaces_another(shelf: Shelf):
    log = new()
    ours = step(log, rename, "Ours")
    taken = f"sleep.conflict-{ours.head[:8]}.nof1"
    stranger = new("Stranger")
    shelf.append(taken, stranger, "")
    shelf.append(NAME, log, "")
    shelf.append(NAME, step(log, rename, "Theirs"), log.head)
    with pytest.raises(ConflictError) as caught:
        shelf.append(NAME, ours, log.head)
    (side,) = set(shelf.list()) - {NAME, taken}
    assert shelf.open(taken) == stranger
    assert shelf.open(side) == ours
    assert side in str(caught.value)


@pytest.mark.parametrize("claim", ["", "0" * 64, None])
def test_another_study_cannot_take_the_name(shelf: Shelf, claim: str | None):
    log, stranger = new(), new("Stranger")
    shelf.append(NAME, log, "")
    with pytest.raises(ConflictError):
        shelf.append(NAME, stranger, log.head if claim is None else claim)
    assert shelf.open(NAME) == log


def test_a_shorter_log_cannot_take_steps_away(shelf: Shelf):
    log = planned()
    shelf.append(NAME, log, "")
    with pytest.raises(ConflictError):
        shelf.append(NAME, new(), log.head)
    assert shelf.open(NAME) == log


def test_a_study_that_vanished_is_kept_beside(shelf: Shelf):
    log = new()
    with pytest.raises(ConflictError, match="no file"):
        shelf.append(NAME, step(log, rename, "Ours"), log.head)
    assert len(shelf.list()) == 1


@pytest.mark.parametrize(
    "name",
    ["", ".", "..", "../x.nof1", "a/b.nof1", "/tmp/x.nof1", "a\\b.nof1", "..\\x.nof1", ".hidden.nof1",
     "x\0.nof1", "x\n.nof1", "\x1b[2J.nof1", "é" * 150 + ".nof1"],
)  # fmt: skip
def test_a_hostile_name_leads_nowhere(shelf: Shelf, name: str, tmp_path: Path):
    with pytest.raises(ShelfError, match="Choose a name"):
        shelf.open(name)
    with pytest.raises(ShelfError, match="Choose a name"):
        shelf.append(name, new(), "")
    assert shelf.list() == ()


@settings(max_examples=200, deadline=None)
@given(name=st.text(max_size=30))
def test_no_name_leaves_the_folder(name: str):
    folder = Path("somewhere")
    try:
        path = FolderShelf(folder).path(name)
    except ShelfError:
        return
    assert path.parent == folder
    assert os.path.normpath(path) == str(path)


def test_two_programs_at_once_lose_nothing(opened: Callable[[], Shelf]):
    opened().append(NAME, planned(), "")
    kept: list[Entry] = []

    def work(who: int, shelf: Shelf) -> None:
        for day in range(1 + 10 * who, 11 + 10 * who):
            entry = Entry(day, 5.0)
            while True:
                log = shelf.open(NAME)
                try:
                    shelf.append(NAME, step(log, record, entry, who=str(who)), log.head)
                except ConflictError:
                    continue
                kept.append(entry)
                break

    people = [threading.Thread(target=work, args=(who, opened())) for who in range(3)]
    for person in people:
        person.start()
    for person in people:
        person.join()
    assert sorted(opened().open(NAME).study.diary.entries, key=lambda e: e.day) == sorted(
        kept, key=lambda e: e.day
    )
    assert len(kept) == 30


# What only a folder can promise.


def test_a_study_file_is_readable_by_its_owner_only(tmp_path: Path):
    FolderShelf(tmp_path).append(NAME, new(), "")
    assert stat.S_IMODE((tmp_path / NAME).stat().st_mode) == 0o600


def test_a_folder_lists_study_files_only(tmp_path: Path):
    FolderShelf(tmp_path).append(NAME, new(), "")
    (tmp_path / "diary.csv").write_text("day,value\n")
    (tmp_path / "folder.nof1").mkdir()
    (tmp_path / "link.nof1").symlink_to(tmp_path / NAME)
    assert FolderShelf(tmp_path).list() == (NAME,)


def test_a_link_out_of_the_folder_is_neither_read_nor_written(tmp_path: Path):
    outside = tmp_path / "outside.nof1"
    FolderShelf(tmp_path).append(outside.name, new(), "")
    before = outside.read_bytes()
    inside = FolderShelf(tmp_path / "inside")
    inside.folder.mkdir()
    (inside.folder / NAME).symlink_to(outside)
    with pytest.raises(ShelfError, match="Name the file that it leads to"):
        inside.open(NAME)
    with pytest.raises(ShelfError, match="Name the file that it leads to"):
        inside.append(NAME, new(), "")
    assert outside.read_bytes() == before


@pytest.mark.parametrize("kind", ["folder", "pipe"])
def test_what_is_not_a_file_is_refused(tmp_path: Path, kind: str):
    (tmp_path / NAME).mkdir() if kind == "folder" else os.mkfifo(tmp_path / NAME)
    with pytest.raises(ShelfError, match="Name the study file itself"):
        FolderShelf(tmp_path).open(NAME)


def test_a_broken_file_is_not_saved_over(tmp_path: Path):
    log = new()
    shelf = FolderShelf(tmp_path)
    shelf.append(NAME, log, "")
    broken = (tmp_path / NAME).read_bytes().replace(b"Sleep", b"Sheep")
    (tmp_path / NAME).write_bytes(broken)
    ours = step(log, rename, "Ours")
    with pytest.raises(ConflictError, match="not whole"):
        shelf.append(NAME, ours, log.head)
    assert (tmp_path / NAME).read_bytes() == broken
    assert shelf.open(f"sleep.conflict-{ours.head[:8]}.nof1") == ours


def test_a_draft_left_by_a_killed_program_is_no_hindrance(tmp_path: Path):
    draft = tmp_path / f".{NAME}.draft"
    draft.write_text("half a fi")
    FolderShelf(tmp_path).append(NAME, new(), "")
    assert not draft.exists()
    assert FolderShelf(tmp_path).list() == (NAME,)


def test_a_file_that_somebody_keeps_locked_is_waited_for_and_then_refused(tmp_path: Path):
    with (
        FileLock(tmp_path / f".{NAME}.lock"),
        pytest.raises(ShelfError, match="close the other program"),
    ):
        FolderShelf(tmp_path, patience=0.05).append(NAME, new(), "")
    assert FolderShelf(tmp_path).list() == ()


def test_a_folder_that_is_not_there_is_named(tmp_path: Path):
    nowhere = FolderShelf(tmp_path / "nowhere")
    for act in (nowhere.list, lambda: nowhere.open(NAME), lambda: nowhere.append(NAME, new(), "")):
        with pytest.raises(ShelfError, match=re.escape("nowhere")):
            act()


@pytest.mark.parametrize("call", [1, 2, 3, 4])
@pytest.mark.parametrize("name", ["os.open", "os.fdopen", "os.fsync", "pathlib.Path.replace"])
def test_a_disk_that_fails_at_any_call_leaves_the_old_or_the_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, call: int
):
    log = new()
    FolderShelf(tmp_path).append(NAME, log, "")
    ours = step(log, rename, "Ours")
    calls: list[int] = []
    holder, _, attribute = name.rpartition(".")
    real = getattr(Path if holder.endswith("Path") else os, attribute)

    def failing(*arguments: Any, **how: Any) -> Any:
        calls.append(1)
        if len(calls) == call:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(*arguments, **how)

    with monkeypatch.context() as broken:
        broken.setattr(name, failing)
        try:
            FolderShelf(tmp_path).append(NAME, ours, log.head)
            is_done = True
        except ShelfError:
            is_done = False
    found = FolderShelf(tmp_path).open(NAME)
    assert found == ours if is_done else found in (log, ours)
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".draft"] == []
    FolderShelf(tmp_path).append(NAME, step(found, rename, "Later"), found.head)


def test_a_full_disk_is_said_and_nothing_is_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    log = new()
    shelf = FolderShelf(tmp_path)
    shelf.append(NAME, log, "")
    before = (tmp_path / NAME).read_bytes()

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ShelfError, match="Free some space"):
        shelf.append(NAME, step(log, rename, "Ours"), log.head)
    assert (tmp_path / NAME).read_bytes() == before
    assert not (tmp_path / f".{NAME}.draft").exists()


def test_a_file_system_that_cannot_sync_a_folder_is_good_enough(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    real = os.fsync

    def only_files(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        real(handle)

    monkeypatch.setattr(os, "fsync", only_files)
    FolderShelf(tmp_path).append(NAME, new(), "")
    assert FolderShelf(tmp_path).list() == (NAME,)


# What only a database can promise.


def test_a_step_in_the_database_is_never_changed(tmp_path: Path):
    shelf = DatabaseShelf(f"sqlite:///{tmp_path / 'studies.db'}")
    shelf.append(NAME, new(), "")
    shelf.close()
    direct = sqlite3.connect(tmp_path / "studies.db")
    for statement in ("UPDATE steps SET line = ''", "DELETE FROM steps"):
        with pytest.raises(sqlite3.IntegrityError, match="never changed"):
            direct.execute(statement)
    direct.close()
    assert stat.S_IMODE((tmp_path / "studies.db").stat().st_mode) == 0o600


def test_a_step_that_was_changed_behind_its_back_is_named(tmp_path: Path):
    shelf = DatabaseShelf(f"sqlite:///{tmp_path / 'studies.db'}")
    shelf.append(NAME, planned(), "")
    direct = sqlite3.connect(tmp_path / "studies.db")
    direct.execute("DROP TRIGGER steps_no_update")
    direct.execute("UPDATE steps SET line = replace(line, 'Melatonin', 'Menthol') WHERE number = 2")
    direct.commit()
    direct.close()
    with pytest.raises(FileError, match="Step 2 of 3"):
        shelf.open(NAME)
    shelf.close()


def test_a_database_that_cannot_be_opened_says_so(tmp_path: Path):
    (tmp_path / "studies.db").write_text("This is no database, and it is long enough to be looked at.")
    with pytest.raises(ShelfError, match="Look at its address"):
        DatabaseShelf(f"sqlite:///{tmp_path / 'studies.db'}")


# What no killed program may lose.


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "kills"), [("folder", 500), ("database", 60)])
def test_kills_at_random_moments_lose_no_acknowledged_step(tmp_path: Path, kind: str, kills: int):
    tests = Path(__file__).parents[1]
    command = [sys.executable, "-m", "apps.killed", kind, str(tmp_path), str(kills)]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        cwd=tests,
        env=os.environ | {"PYTHONPATH": f"{tests}{os.pathsep}{tests.parent}"},
    )
    assert (done.returncode, done.stderr) == (0, "")
    killed, acknowledged = map(int, done.stdout.split())
    assert killed == kills
    assert acknowledged > kills / 2
