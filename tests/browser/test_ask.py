"""Asking a model from a page: nothing leaves before it was seen and approved, and nothing is accepted."""

import json
from collections.abc import Callable, Iterator

import pytest
from apps.model import ANSWER, HOSTILE, Model, serving
from browser.visit import Visit
from playwright.sync_api import Locator, expect


@pytest.fixture
def model() -> Iterator[Model]:
    with serving() as found:
        yield found


def opened(visit: Visit) -> Locator:
    """The way to a model, unfolded."""
    visit.go("candidate")
    sheet = visit.sheet("ask")
    sheet.locator("summary").first.click()
    expect(sheet.locator("[data-field=url]")).to_be_visible()
    return sheet


def filled(sheet: Locator, model: Model) -> str:
    """What would leave, as the page shows it."""
    sheet.locator("[data-field=topic]").fill("trouble falling asleep")
    sheet.locator("[data-field=url]").fill(model.url)
    sheet.locator("[data-field=model]").fill("tiny")
    sheet.locator("[data-action=show]").click()
    expect(sheet.locator("[data-wire]")).to_contain_text("trouble falling asleep")
    return sheet.locator("[data-wire]").evaluate("node => node.textContent")


def test_a_model_is_asked_looked_through_and_accepted(visit: Callable[..., Visit], model: Model):
    at = visit("new")
    sheet = opened(at)
    shown = filled(sheet, model)
    assert (model.received, at.steps) == ([], [])

    sheet.locator("[data-action=send]").click()
    inbox = at.sheet("inbox")
    expect(inbox.locator("[data-row]").first).to_be_visible()
    assert [f"{model.url}/chat/completions\n\n{each.decode()}" for each in model.received] == [shown]
    expect(sheet.locator("[data-words]")).to_contain_text("The model has answered")
    expect(sheet.locator("[data-action=send]")).to_be_hidden()
    at.until("len(s.calls) == 1")
    assert (at.steps, at.study.candidates) == (["ask"], ())

    inbox.locator("[data-action=accept]").click()
    at.until("len(s.candidates) == 2")
    names = [candidate.name for candidate in at.study.candidates]
    assert names == [each["name"] for each in ANSWER["candidates"]]
    sources = {(each.source.name, each.source.sha256) for each in at.study.candidates if each.source}
    assert sources == {(f"tiny at {model.url}", at.study.calls[0].received)}


def test_what_changes_after_the_look_is_looked_at_again(visit: Callable[..., Visit], model: Model):
    at = visit("new")
    sheet = opened(at)
    filled(sheet, model)
    sheet.locator("[data-field=topic]").fill("something else")
    sheet.locator("[data-field=topic]").press("Tab")
    expect(sheet.locator("[data-action=send]")).to_be_hidden()
    expect(sheet.locator("[data-question]")).to_contain_text("something else")
    assert model.received == []


def test_a_call_is_stopped_and_a_plainer_form_is_shown_first(in_app: Callable[..., Visit], model: Model):
    model.seconds, model.refuses = 60, (b"json_schema",)
    at = in_app()
    sheet = opened(at)
    filled(sheet, model)
    sheet.locator("[data-action=send]").click()
    expect(sheet.locator("[data-words]")).to_contain_text("asking … 1 s")
    sheet.locator("[data-action=cancel]").click()
    expect(sheet.locator("[data-fault]")).to_contain_text("was stopped")
    assert model.is_left.wait(10)

    model.seconds = 0
    sheet.locator("[data-action=show]").click()
    sheet.locator("[data-action=send]").click()
    expect(sheet.locator("[data-note]")).to_contain_text("asks for JSON instead")
    assert len(model.received) == 2
    sheet.locator("[data-action=send]").click()
    expect(at.sheet("inbox").locator("[data-row]").first).to_be_visible()
    assert [call.received != "" for call in at.study.calls] == [False, False, True]


def test_a_hostile_answer_does_nothing(in_app: Callable[..., Visit], model: Model):
    """Requests to the outside, scripts and dialogs fail the page by themselves."""
    model.says(json.dumps(HOSTILE))
    at = in_app()
    before = at.study
    sheet = opened(at)
    filled(sheet, model)
    sheet.locator("[data-action=send]").click()
    at.until("len(s.calls) == 1")
    expect(at.sheet("inbox").locator("[data-row]").first).to_be_visible()
    at.page.wait_for_timeout(500)
    assert at.page.evaluate("window.__pwn") is None
    assert (at.study.candidates, at.study.priors) == (before.candidates, before.priors)


def test_the_whole_way_is_open_to_the_keyboard(in_app: Callable[..., Visit], model: Model):
    at = in_app()
    at.go("candidate")
    sheet, keys = at.sheet("ask"), at.page.keyboard
    sheet.locator("summary").first.focus()
    keys.press("Enter")
    expect(sheet.locator("[data-field=topic]")).to_be_visible()
    for word in ("sleep", None, None, model.url, "tiny"):
        keys.press("Tab")
        if word:
            keys.type(word)
    keys.press("Tab")
    keys.press("Tab")
    expect(sheet.locator("[data-action=show]")).to_be_focused()
    keys.press("Enter")
    expect(sheet.locator("[data-wire]")).to_be_visible()
    assert model.received == []
    sheet.locator("[data-action=send]").focus()
    keys.press("Enter")
    at.until("len(s.calls) == 1")
