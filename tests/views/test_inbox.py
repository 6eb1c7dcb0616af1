"""The box for what comes in: read, looked through, accepted row by row."""

from dataclasses import dataclass
from typing import Any

import pytest
from views.trial import LIGHT, MELATONIN, begun, locked, planned, proposed

from nof1_lab.errors import ReadError
from nof1_lab.study.candidate import Candidate
from nof1_lab.study.diary import Entry
from nof1_lab.study.document import Study
from nof1_lab.study.steps import propose, record
from nof1_lab.views.inbox import MOST_BYTES, InboxComponent, InboxWidget, table
from nof1_lab.views.sheet import Move


@dataclass(frozen=True)
class Row:
    cells: tuple[str, ...]
    noun: Any
    note: str = ""


@dataclass(frozen=True)
class Reading:
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()


CANDIDATES = Reading(
    ("name", "estimate"),
    (
        Row(("melatonin", "-12"), MELATONIN),
        Row(("?", "x"), None, "Not a number."),
        Row(("light", "-5"), LIGHT),
    ),
    ("The columns were guessed.",),
)
DAYS = Reading(("day", "value"), (Row(("1", "60"), Entry(1, 60.0)), Row(("99", "60"), Entry(99, 60.0))))


def read(study: Study, name: str, text: str) -> Reading:
    if text == "nonsense":
        raise ReadError("This is no table.", "A table was expected.", "Paste a table.")
    return CANDIDATES if name == "candidates" else DAYS


class Desk:
    """A box whose moves are taken, or refused."""

    def __init__(self, host: Any, kind: str, study: Study) -> None:
        self.study, self.taken = study, []
        self.box = host(kind, read, study)
        self.box.on_moves(self.take)
        self.n = 0

    def take(self, moves: tuple[Move, ...]) -> None:
        self.taken += moves
        for step, arguments in moves:
            self.study = step(self.study, *arguments)
        self.box.show(self.study)

    def send(self, name: str = "", text: str = "", accept: Any = None, *, settled: bool = True) -> None:
        self.n += 1
        part = {"name": name, "text": text, "accept": accept}
        self.box.value = {"n": self.n, "part": part, "settled": settled}


@pytest.fixture(params=[InboxComponent, InboxWidget])
def host(request: pytest.FixtureRequest) -> Any:
    return request.param


def test_a_text_is_read_and_nothing_is_accepted_by_reading_it(host: Any):
    desk = Desk(host, "candidates", begun())
    desk.send("candidates", "a table")
    assert desk.taken == []
    assert desk.box.props["columns"] == ["name", "estimate"]
    assert [(row["ok"], row["chosen"], row["note"]) for row in desk.box.props["rows"]] == [
        (True, True, ""), (False, False, "Not a number."), (True, True, ""),
    ]  # fmt: skip
    assert desk.box.props["hint"] == "The columns were guessed."
    assert desk.box.ack == 1


def test_only_accepted_rows_are_taken_over(host: Any):
    desk = Desk(host, "candidates", begun())
    desk.send("candidates", "a table")
    desk.send("candidates", "a table", [1, 2])
    assert desk.taken == [Move(propose, (LIGHT,))]
    assert desk.box.value["part"] == {"name": "", "text": "", "accept": None}
    assert (desk.box.props["rows"], desk.box.props["done"]) == ([], "1 candidate taken over.")


def test_a_text_that_is_not_wanted_is_put_away(host: Any):
    desk = Desk(host, "candidates", begun())
    desk.send("candidates", "a table")
    desk.send()
    assert desk.box.props["rows"] == []
    assert desk.study == begun()


def test_a_text_that_cannot_be_read_says_why_in_three_sentences(host: Any):
    desk = Desk(host, "candidates", begun())
    desk.send("x", "nonsense")
    assert desk.box.props["problem"] == "This is no table. A table was expected. Paste a table."
    assert desk.box.fault == {}


def test_a_text_that_is_too_large_is_not_read(host: Any):
    desk = Desk(host, "candidates", begun())
    desk.send("x", "ä" * (MOST_BYTES // 2 + 1))
    assert "At most 5 MB" in desk.box.props["problem"]


def test_a_refused_outcome_leaves_the_review_where_it_was(host: Any):
    desk = Desk(host, "outcomes", planned())
    desk.send("days", "a table")
    desk.send("days", "a table", [0, 1])
    assert "outside the trial" in desk.box.fault["wrong"]
    assert len(desk.box.props["rows"]) == 2
    assert desk.box.value["part"] == {"name": "days", "text": "a table", "accept": None}
    desk.send("days", "a table", [0])
    assert desk.taken == [Move(record, (Entry(1, 60.0),))]


@pytest.mark.parametrize("accept", [[7], [-1], ["0"], [0.5], "all", {"0": True}])
def test_rows_that_are_not_there_cannot_be_accepted(host: Any, accept: object):
    desk = Desk(host, "candidates", begun())
    desk.send("candidates", "a table")
    desk.send("candidates", "a table", accept)
    assert desk.taken == []
    assert desk.box.fault["n"] == 2


def test_a_text_that_nobody_looked_through_cannot_be_accepted(host: Any):
    desk = Desk(host, "candidates", begun())
    desk.send("candidates", "a table", [0])
    desk.send("candidates", "a table")
    desk.send("candidates", "another table", [0])
    assert desk.taken == []
    assert "not those that were read" in desk.box.fault["wrong"]


def test_a_bench_that_refuses_leaves_the_review_where_it_was(host: Any):
    desk = Desk(host, "candidates", begun())

    def refuse(_: object) -> None:
        raise ReadError("Too late.", "Another day was expected.", "Wait.")

    desk.box.on_moves(refuse)
    desk.send("candidates", "a table")
    desk.send("candidates", "a table", [0])
    assert desk.box.fault["wrong"] == "Too late."
    assert len(desk.box.props["rows"]) == 3


def test_candidates_are_not_accepted_after_registration_but_outcomes_are(host: Any):
    desk = Desk(host, "candidates", locked())
    desk.send("candidates", "a table")
    desk.send("candidates", "a table", [0])
    assert "registered" in desk.box.fault["wrong"]
    desk = Desk(host, "outcomes", locked())
    desk.send("days", "a table")
    desk.send("days", "a table", [0])
    assert desk.study.diary.value_on(1) == 60.0


def test_a_drop_in_progress_is_not_read_yet(host: Any):
    desk = Desk(host, "candidates", begun())
    desk.send("candidates", "a table", settled=False)
    assert desk.box.props["rows"] == []
    assert desk.box.ack == 1


def test_a_review_outlives_news_about_the_study(host: Any):
    desk = Desk(host, "candidates", begun())
    desk.send("candidates", "a table")
    desk.box.show(proposed())
    assert len(desk.box.props["rows"]) == 3


def test_what_was_read_as_a_table():
    assert list(table(CANDIDATES)["note"]) == ["", "Not a number.", ""]
    assert list(table(Reading(("a",), (Row(("1",), None),)))["note"]) == ["cannot be taken over"]
    assert isinstance(CANDIDATES.rows[0].noun, Candidate)
