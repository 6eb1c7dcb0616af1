"""The seam: numbered messages up, acknowledgements and faults down, in both hosts alike."""

import math
from typing import Any

import pytest
from views.trial import begun, locked

from nof1_lab.errors import RegisteredError, SheetError, StudyError
from nof1_lab.inference.evidence import Evidence
from nof1_lab.study.document import Study
from nof1_lab.study.steps import rename
from nof1_lab.views.message import take
from nof1_lab.views.sheet import Component, Move, Part, Props, Sheet, Widget, moved, require_open

DRAWS_NOTHING = "export default { render() { return () => {} } }"


class TitleSheet(Sheet):
    """The smallest sheet there is: it edits a title."""

    @staticmethod
    def read(study: Study, evidence: Evidence | None = None) -> tuple[Props, Part]:  # noqa: ARG004
        return {"measure": study.measure.name}, {"title": study.title}

    @staticmethod
    def moves(study: Study, part: Part) -> tuple[Move, ...]:
        title = take(dict, part).get("title")
        if not isinstance(title, str):
            raise SheetError("The title is no text.", "A text was expected.", "Write one.")
        return () if title == study.title else (Move(rename, (title,)),)


class TitleComponent(TitleSheet, Component):
    _esm = DRAWS_NOTHING


class TitleWidget(TitleSheet, Widget):
    _esm = DRAWS_NOTHING


class Desk:
    """A bench in small: it takes moves, and shows what they lead to."""

    def __init__(self, host: Any) -> None:
        self.study = begun()
        self.drafts: list[str] = []
        self.taken: list[tuple[Move, ...]] = []
        self.sheet = host(self.study)
        self.sheet.on_draft(lambda study: self.drafts.append(study.title))
        self.sheet.on_moves(self.take)

    def take(self, moves: tuple[Move, ...]) -> None:
        self.taken.append(moves)
        self.study = moved(self.study, moves)
        self.sheet.show(self.study)

    def send(self, n: object, title: object, *, settled: bool) -> None:
        self.sheet.value = {"n": n, "part": {"title": title}, "settled": settled}


@pytest.fixture(params=[TitleComponent, TitleWidget])
def desk(request: pytest.FixtureRequest) -> Desk:
    return Desk(request.param)


def test_a_sheet_begins_with_the_study(desk: Desk):
    assert desk.sheet.props == {"measure": "time awake"}
    assert desk.sheet.value == {"n": 0, "part": {"title": "Sleep"}, "settled": True, "seen": 0}
    assert (desk.sheet.ack, desk.sheet.fault) == (0, {})


def test_while_the_finger_moves_only_drafts_are_told(desk: Desk):
    desk.send(1, "A", settled=False)
    desk.send(2, "AB", settled=False)
    assert desk.drafts == ["A", "AB"]
    assert desk.taken == []
    assert desk.study.title == "Sleep"
    assert desk.sheet.ack == 2


def test_a_finished_gesture_becomes_moves_and_is_not_echoed(desk: Desk):
    desk.send(1, "Better sleep", settled=True)
    assert desk.taken == [(Move(rename, ("Better sleep",)),)]
    assert desk.study.title == "Better sleep"
    assert desk.sheet.value == {"n": 1, "part": {"title": "Better sleep"}, "settled": True}
    assert desk.sheet.ack == 1


def test_the_acknowledgement_comes_after_everything_else(desk: Desk):
    seen: list[int] = []
    desk.sheet.on_draft(lambda _: seen.append(desk.sheet.ack))
    desk.sheet.on_moves(lambda _: seen.append(desk.sheet.ack))
    desk.send(1, "A", settled=False)
    desk.send(2, "A", settled=True)
    assert seen == [0, 1]


def test_a_gesture_that_ends_where_it_began_is_no_move_and_clears_the_draft(desk: Desk):
    desk.send(1, "A", settled=False)
    desk.send(2, "Sleep", settled=True)
    assert desk.taken == []
    assert desk.drafts == ["A", "Sleep"]


@pytest.mark.parametrize("settled", [False, True])
def test_a_refused_part_is_said_in_three_sentences_and_put_back(desk: Desk, settled: bool):
    desk.send(7, "", settled=settled)
    assert desk.sheet.fault["n"] == 7
    assert "title is empty" in desk.sheet.fault["wrong"]
    assert desk.sheet.fault["expected"]
    assert desk.sheet.fault["remedy"]
    assert desk.sheet.value == {"n": 0, "part": {"title": "Sleep"}, "settled": True, "seen": 7}
    assert desk.sheet.ack == 7
    assert desk.study.title == "Sleep"


def test_a_good_part_takes_the_fault_away(desk: Desk):
    desk.send(1, "", settled=True)
    desk.send(2, "A", settled=True)
    assert desk.sheet.fault == {}


@pytest.mark.parametrize(
    "value",
    [
        "hello",
        None,
        [1],
        {"n": "1", "part": {"title": "A"}, "settled": True},
        {"n": 1, "part": {"title": math.nan}, "settled": True},
        {"n": 1, "part": {"title": 10**500}, "settled": True},
        {"n": 1, "part": "A", "settled": True},
        {"n": 1, "part": {"title": ["A"]}, "settled": True},
        {"n": 1, "part": {"title": "A", "x": object()}, "settled": True},
    ],
)
def test_a_malformed_value_changes_nothing_and_breaks_nothing(desk: Desk, value: object):
    desk.sheet.value = value
    assert desk.sheet.fault["wrong"]
    assert desk.sheet.value["part"] == {"title": "Sleep"}
    assert desk.study == begun()
    assert desk.taken == []


def test_news_from_elsewhere_reach_the_browser(desk: Desk):
    desk.sheet.show(rename(desk.study, "From another view"))
    assert desk.sheet.value["n"] == 0
    assert desk.sheet.value["part"] == {"title": "From another view"}


def test_news_about_something_else_leave_a_drag_alone(desk: Desk):
    desk.send(1, "Half a ti", settled=False)
    desk.sheet.show(desk.study)
    assert desk.sheet.value["part"] == {"title": "Half a ti"}


def test_news_about_the_very_part_that_is_dragged_say_how_old_they_are(desk: Desk):
    desk.send(4, "Half a ti", settled=False)
    desk.sheet.show(rename(desk.study, "Undone"))
    assert desk.sheet.value == {"n": 0, "part": {"title": "Undone"}, "settled": True, "seen": 4}


def test_what_is_already_shown_is_not_sent_again(desk: Desk):
    props, value = desk.sheet.props, desk.sheet.value
    desk.sheet.show(desk.study)
    assert desk.sheet.props is props
    assert desk.sheet.value is value


def test_a_refusal_by_the_bench_is_told_like_any_other(desk: Desk):
    def refuse(_: object) -> None:
        raise StudyError("Too late.", "Another day was expected.", "Wait.")

    desk.sheet.on_moves(refuse)
    desk.send(1, "A", settled=True)
    assert desk.sheet.fault == {
        "n": 1,
        "wrong": "Too late.",
        "expected": "Another day was expected.",
        "remedy": "Wait.",
    }


def test_a_mistake_of_ours_is_acknowledged_told_and_raised(desk: Desk):
    def stumble(_: object) -> None:
        raise ZeroDivisionError

    desk.sheet.on_moves(stumble)
    with pytest.raises(ZeroDivisionError):
        desk.send(1, "A", settled=True)
    assert desk.sheet.ack == 1
    assert "broke" in desk.sheet.fault["wrong"]


def test_a_value_of_our_own_is_not_an_order(desk: Desk):
    desk.sheet.value = {"n": 0, "part": {"title": "Nobody asked"}, "settled": True}
    assert (desk.taken, desk.drafts, desk.sheet.ack) == ([], [], 0)


def test_a_registered_protocol_is_not_changed_by_a_gesture(desk: Desk):
    require_open(desk.study)
    with pytest.raises(RegisteredError, match="say why"):
        require_open(locked())


def test_a_panel_page_gets_the_four_traits_and_no_more_delay():
    sheet: Any = TitleComponent(begun())
    data = sheet.get_root().data
    assert (data.props, data.value["n"], data.ack, data.fault) == ({"measure": "time awake"}, 0, 0, {})
    assert sheet._debounce == 0
