"""The box for what comes in: read, looked through, accepted row by row."""

from base64 import b64encode
from dataclasses import dataclass
from typing import Any

import pytest
from views.trial import LIGHT, MELATONIN, begun, locked, planned, proposed

from nof1_lab.errors import ReadError
from nof1_lab.exchange.candidate import read_candidates
from nof1_lab.exchange.text import utf16
from nof1_lab.study.candidate import Candidate
from nof1_lab.study.diary import Entry
from nof1_lab.study.document import Study
from nof1_lab.study.steps import propose, record
from nof1_lab.views.inbox import MOST_BYTES, InboxComponent, InboxWidget, table
from nof1_lab.views.parcel import Parcel
from nof1_lab.views.review import TWICE
from nof1_lab.views.sheet import Move, moved


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


def read(study: Study, parcel: Parcel) -> Any:
    if parcel.contents == "nonsense":
        raise ReadError("This is no table.", "A table was expected.", "Paste a table.")
    if parcel.name == "real":
        return read_candidates(parcel.contents, name=parcel.name, measure=study.measure, edits=parcel.edits)
    return CANDIDATES if parcel.name == "candidates" else DAYS


class Desk:
    """A box whose moves are taken, or refused."""

    def __init__(self, host: Any, kind: str, study: Study) -> None:
        self.study, self.taken = study, []
        self.box = host(kind, read, study)
        self.box.on_moves(self.take)
        self.n = 0

    def take(self, moves: tuple[Move, ...]) -> None:
        self.taken += moves
        self.study = moved(self.study, moves)
        self.box.show(self.study)

    def send(
        self, name: str = "", text: str = "", accept: Any = None, *, settled: bool = True, **more: Any
    ) -> None:
        self.n += 1
        part = {"name": name, "text": text, "accept": accept} | more
        self.box.value = {"n": self.n, "part": part, "settled": settled}


def put(name: str = "", text: str = "") -> dict[str, Any]:
    """What lies in the box, nothing of it typed over."""
    return {"name": name, "text": text, "accept": None, "data": "", "edits": []}


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
    assert desk.box.props["notes"] == ["The columns were guessed."]
    assert desk.box.ack == 1


def test_only_accepted_rows_are_taken_over(host: Any):
    desk = Desk(host, "candidates", begun())
    desk.send("candidates", "a table")
    desk.send("candidates", "a table", [1, 2])
    assert desk.taken == [Move(propose, (LIGHT,))]
    assert desk.box.value["part"] == put()
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
    desk.send("x", "ä" * (MOST_BYTES["candidates"] // 2 + 1))
    assert "At most 1 MB" in desk.box.props["problem"]
    desk.send("x.xlsx", data="AAAA" * (MOST_BYTES["candidates"] // 3 + 1))
    assert "At most 1 MB" in desk.box.props["problem"]
    assert desk.box.value["part"] == put("x.xlsx")
    desk = Desk(host, "outcomes", planned())
    desk.send("x", "ä" * (MOST_BYTES["outcomes"] // 2 + 1))
    assert "At most 5 MB" in desk.box.props["problem"]


def test_a_refused_outcome_leaves_the_review_where_it_was(host: Any):
    desk = Desk(host, "outcomes", planned())
    desk.send("days", "a table")
    desk.send("days", "a table", [0, 1])
    assert "outside the trial" in desk.box.fault["wrong"]
    assert len(desk.box.props["rows"]) == 2
    assert desk.box.value["part"] == put("days", "a table")
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


TABLE = "name,rank,estimate,lower,upper\nTea,1,-0.6,-1.1,-0.1\nMilk,2,0.9,-1,-0.2\n"
CORRECTED = {"row": 1, "role": "estimate", "text": "-0.9"}


def test_a_field_that_is_typed_over_is_read_again_and_says_so(host: Any):
    desk = Desk(host, "candidates", begun())
    desk.send("real", TABLE)
    assert [row["ok"] for row in desk.box.props["rows"]] == [True, False]
    desk.send("real", TABLE, edits=[CORRECTED])
    assert [row["ok"] for row in desk.box.props["rows"]] == [True, True]
    (field,) = [each for each in desk.box.props["rows"][1]["fields"] if each["role"] == "estimate"]
    assert (field["text"], field["how"]) == ("-0.9", "edited")
    assert desk.box.value["part"]["edits"] == [CORRECTED]
    desk.send("real", TABLE, [1])  # what was read without the edit is not what was looked through
    assert "not those that were read" in desk.box.fault["wrong"]
    desk.send("real", TABLE, [1], edits=[CORRECTED])
    assert [each.name for each in desk.study.candidates] == ["Milk"]
    assert desk.study.candidates[0].estimate == -0.9


def test_an_edit_that_is_taken_back_leaves_what_was_read(host: Any):
    desk = Desk(host, "candidates", begun())
    desk.send("real", TABLE)
    before = desk.box.props
    desk.send("real", TABLE, edits=[CORRECTED])
    desk.send("real", TABLE)
    assert desk.box.props == before


@pytest.mark.parametrize(
    "more",
    [
        {"edits": [{"row": 0, "role": "source", "text": "mine"}]},
        {"edits": [{"row": -1, "role": "name", "text": "x"}]},
        {"edits": [{"row": 0, "role": "name"}]},
        {"edits": [{"row": 0, "role": "name", "text": 1}]},
        {"edits": "all"},
        {"data": 5},
        {"data": "QUJD"},
        {"path": "elsewhere"},
    ],
)
def test_what_no_box_would_send_is_refused(host: Any, more: dict[str, Any]):
    desk = Desk(host, "candidates", begun())
    desk.send("real", TABLE, **more)
    assert desk.box.fault["n"] == 1
    assert desk.box.props["rows"] == []


def test_a_file_that_is_no_text_comes_as_it_is(host: Any):
    desk = Desk(host, "candidates", begun())
    desk.send("real", data=b64encode(TABLE.encode()).decode())
    assert [row["ok"] for row in desk.box.props["rows"]] == [True, False]
    assert desk.box.props["shown"] == TABLE
    desk.send("real", data="no base64!")
    assert desk.box.props["problem"].endswith("Choose the file again.")


@pytest.mark.parametrize("name", ["../../etc/passwd", "C:\\a\\b.csv", "x" * 4096, "a\u202efdp.csv", "a\nb"])
def test_the_name_of_a_file_is_only_shown(host: Any, name: str):
    desk = Desk(host, "outcomes", planned())
    desk.send(name, TABLE)
    shown = desk.box.value["part"]["name"]
    assert len(shown) <= 120
    assert not set(shown) & {"\u202e", "\n"}
    desk.send(shown, TABLE, [0])
    assert desk.box.fault == {}


def test_a_name_that_the_study_has_already_is_pointed_out(host: Any):
    desk = Desk(host, "candidates", proposed())
    desk.send("real", TABLE.replace("Tea", "tea"))
    assert desk.box.props["rows"][0]["warnings"] == [TWICE]
    assert TWICE not in desk.box.props["rows"][1]["warnings"]


def test_places_are_counted_as_the_browser_counts():
    assert utf16("abc")((1, 2)) == (1, 2)
    assert utf16("\U0001f48a a \U0001f48a b")((2, 5)) == (3, 7)


def test_a_box_accepts_against_the_study_as_it_stands(host: Any):
    """Another screen may have planned the trial a moment ago, and this one not been drawn since."""
    desk = Desk(host, "outcomes", begun())
    desk.study = planned()
    desk.box.follow_present(lambda: desk.study)
    desk.send("days", "day,value\n1,60")
    desk.send("days", "day,value\n1,60", [0])
    assert desk.taken == [Move(record, (Entry(1, 60.0),))]
