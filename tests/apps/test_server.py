"""The desk of the app: one bench for a study, shared by all its pages."""

from pathlib import Path

import pytest
from apps.example import new, planned, step

from nof1_lab.apps.server import Desk
from nof1_lab.apps.shelf import FolderShelf
from nof1_lab.errors import ShelfError
from nof1_lab.study.steps import rename

NAME = "sleep.nof1"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    FolderShelf(tmp_path).append(NAME, planned(), "")
    return Desk(FolderShelf(tmp_path))


def test_all_pages_of_a_study_share_one_bench(desk: Desk):
    assert desk.bench(NAME) is desk.bench(NAME)


def test_a_study_that_others_went_on_with_keeps_its_bench(desk: Desk):
    bench = desk.bench(NAME)
    desk.shelf.append(NAME, step(bench.log, rename, "Theirs"), bench.log.head)
    assert desk.bench(NAME) is bench


def test_a_file_that_was_swapped_for_another_opens_as_what_it_is(desk: Desk, tmp_path: Path):
    bench = desk.bench(NAME)
    (tmp_path / NAME).unlink()
    desk.shelf.append(NAME, new(), "")
    assert desk.bench(NAME) is not bench
    assert desk.bench(NAME).study == new().study


def test_only_what_lies_on_the_shelf_is_opened(desk: Desk):
    with pytest.raises(ShelfError, match="Choose one of them"):
        desk.bench("../other.nof1")
