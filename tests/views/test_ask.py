"""The way to a model on a page: look first, then approve exactly that, and a key is no part of it."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from views.test_contract import fits
from views.trial import begun, locked, proposed, written

from nof1_lab.errors import AskError, FormRefusedError, NofOneError
from nof1_lab.study.call import Call
from nof1_lab.study.document import Study
from nof1_lab.study.steps import ask
from nof1_lab.views.ask import AskComponent, AskWidget, Preview, Progress, Wish, first, part
from nof1_lab.views.message import take, vet

EXAMPLES = json.loads((Path(__file__).parents[2] / "widgets/contract/ask.json").read_text("utf-8"))
URL = "http://127.0.0.1:11434/v1"
REFUSAL = AskError("No.", "Yes.", "Ask again.")


class Asker:
    """Somebody who asks nobody: what would leave is the wish itself."""

    presets: Mapping[str, str] = {"Ollama": URL}

    def __init__(self) -> None:
        self.sent: list[Wish] = []
        self.progress = Progress()
        self.obstacle: NofOneError | None = None
        self.refusal: NofOneError | None = None
        self.is_cancelled = False

    def question(self, study: Study, topic: str) -> tuple[str, tuple[str, ...]]:
        if topic == "endless":
            raise REFUSAL
        return f"{study.measure.name}: {topic}", (
            "A date was taken out of the topic.",
        ) if topic == "date" else ()

    def preview(self, study: Study, wish: Wish) -> Preview:
        if not wish.url:
            raise REFUSAL
        text = f"{wish.url} {wish.model} {wish.topic} {len(study.candidates)}"
        return Preview(text, str(hash(text)))

    def send(self, study: Study, wish: Wish) -> None:
        if self.refusal:
            raise self.refusal
        if wish.approve != self.preview(study, wish).sha256:
            raise REFUSAL
        self.sent.append(wish)
        self.progress = Progress(is_asking=True, words="asking …")

    def cancel(self) -> None:
        self.is_cancelled = True

    def dismiss(self) -> None:
        if not self.progress.is_asking:
            self.progress = Progress()


class Page:
    """A sheet, and somebody who fills it in."""

    def __init__(self, host: Any, study: Study) -> None:
        self.asker = Asker()
        self.study = study
        self.sheet = host(self.asker, study)
        self.n = 0

    @property
    def props(self) -> dict[str, Any]:
        vet([self.sheet.props, self.sheet.value])
        return self.sheet.props

    def do(self, press: str = "", *, settled: bool = True, **fields: Any) -> dict[str, Any]:
        self.n += 1
        filled = part(Wish(url=URL, model="tiny")) | {"press": press} | fields
        self.sheet.value = {"n": self.n, "part": filled, "settled": settled}
        assert self.sheet.ack == self.n
        return self.props


@pytest.fixture(params=[AskComponent, AskWidget])
def page(request: pytest.FixtureRequest) -> Page:
    return Page(request.param, proposed())


def test_nothing_is_shown_to_approve_before_somebody_looks(page: Page):
    assert page.props["preview"] is None
    assert page.props["question"] == f"{page.study.measure.name}: "
    assert page.do()["preview"] is None


def test_looking_shows_all_that_would_leave_and_sends_nothing(page: Page):
    shown = page.do("show", topic="sleep")["preview"]
    assert shown["text"] == f"{URL} tiny sleep {len(page.study.candidates)}"
    assert page.asker.sent == []
    assert page.do("hide", topic="sleep")["preview"] is None


def test_what_is_approved_is_sent(page: Page):
    shown = page.do("show", topic="sleep")["preview"]
    asking = page.do("send", topic="sleep", approve=shown["sha256"])
    assert [(wish.topic, wish.approve) for wish in page.asker.sent] == [("sleep", shown["sha256"])]
    assert (asking["is_asking"], asking["words"], asking["fault"]) == (True, "asking …", [])


@pytest.mark.parametrize("change", [{"topic": "more"}, {"model": "other"}, {"url": "http://127.0.0.1:1/v1"}])
def test_what_was_changed_since_is_not_sent(page: Page, change: dict[str, Any]):
    shown = page.do("show")["preview"]
    assert page.do("send", approve=shown["sha256"], **change)["fault"] == ["No.", "Yes.", "Ask again."]
    assert page.asker.sent == []


def test_a_change_takes_the_old_preview_away(page: Page):
    assert page.do("show")["preview"] is not None
    assert page.do(model="other")["preview"] is None


def test_a_study_that_moves_on_changes_what_is_shown(page: Page):
    before = page.do("show")["preview"]
    page.sheet.show(begun())
    assert page.props["preview"] != before


def test_an_approval_without_a_look_is_none(page: Page):
    page.do("send")
    assert page.asker.sent == []


def test_a_finger_that_still_moves_changes_nothing(page: Page):
    assert page.do("show", settled=False)["preview"] is None


def test_a_refusal_stands_beside_what_was_typed(page: Page):
    shown = page.do("show", url="", topic="sleep")
    assert (shown["preview"], shown["fault"]) == (None, ["No.", "Yes.", "Ask again."])
    assert page.sheet.value["part"]["topic"] == "sleep"
    assert page.do("show")["fault"] == []


def test_a_topic_that_cannot_leave_is_said_at_once(page: Page):
    shown = page.do(topic="endless")
    assert (shown["question"], shown["fault"]) == ("", ["No.", "Yes.", "Ask again."])
    assert page.do(topic="date")["notes"] == ["A date was taken out of the topic."]


def test_a_call_can_be_stopped(page: Page):
    page.do("send", approve=page.do("show")["preview"]["sha256"])
    page.do("cancel")
    assert page.asker.is_cancelled


def test_after_an_answer_nothing_is_left_to_approve(page: Page):
    page.do("send", approve=page.do("show")["preview"]["sha256"])
    page.sheet.show(page.study)
    page.asker.progress = Progress(words="The model has answered.")
    page.sheet.show(page.study)
    assert (page.props["preview"], page.props["words"]) == (None, "The model has answered.")


def test_a_plainer_form_is_shown_when_the_first_is_refused(page: Page):
    page.do("send", approve=page.do("show")["preview"]["sha256"])
    page.asker.progress = Progress(fault=FormRefusedError("Not so.", "Plainer.", "Look."))
    page.sheet.show(page.study)
    assert page.props["preview"] is not None
    assert page.props["fault"] == ["Not so.", "Plainer.", "Look."]
    assert len(page.asker.sent) == 1


def test_where_nothing_can_be_sent_that_is_said(page: Page):
    page.asker.obstacle = REFUSAL
    page.sheet.show(page.study)
    assert page.props["obstacle"] == ["No.", "Yes.", "Ask again."]


@pytest.mark.parametrize(
    "wrong",
    [
        {"press": "fire"},
        {"url": 7},
        {"private": "yes"},
        {"approve": None},
        {"topic": ["a"]},
        {"key": "sk-1"},
        {"topic": "\ud800"},
    ],
)
def test_a_message_that_no_page_of_ours_sends_is_refused(page: Page, wrong: dict[str, Any]):
    page.do(**({"press": "send"} | wrong))
    assert page.sheet.fault["remedy"].startswith("Reload the page")
    assert page.asker.sent == []


def test_the_fields_begin_where_this_study_asked_last():
    asked = ask(begun(), Call(URL, "tiny", "0" * 64))
    assert (first(begun()), first(asked)) == (Wish(), Wish(url=URL, model="tiny"))


# The examples.


@pytest.mark.parametrize("study", [begun(), proposed(), written(), locked()])
def test_what_python_shows_has_the_make_of_the_examples(study: Study):
    page = Page(AskComponent, study)
    for shown in (page.props, page.do("show", topic="date"), page.do("show", url="")):
        assert fits(shown, [example["props"] for example in EXAMPLES], "props") == []
    assert set(page.sheet.value["part"]) == set(EXAMPLES[0]["value"]["part"])


@pytest.mark.parametrize("example", [pytest.param(each, id=each["name"]) for each in EXAMPLES])
def test_what_the_browser_sends_is_taken_in(example: dict[str, Any]):
    held: Wish = take(Wish, example["value"]["part"])
    assert part(held) == example["value"]["part"]
    if example["after"] is not None:
        after: Wish = take(Wish, example["after"])
        assert (
            part(replace(after, press="", approve=""))
            | {
                "press": after.press,
                "approve": after.approve,
            }
            == example["after"]
        )
