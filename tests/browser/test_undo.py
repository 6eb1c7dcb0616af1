"""Every step can be taken back, and taken again."""

from collections.abc import Callable

from browser import host
from browser.host import Lab
from browser.visit import AppVisit, LabVisit, drag
from playwright.sync_api import Locator, Page, expect

from nof1_lab.study.document import Study
from nof1_lab.study.file import dump, load
from nof1_lab.study.log import begun
from nof1_lab.study.steps import begin, plan, propose, record
from nof1_lab.version import VERSION


def test_by_button_and_by_key(in_app: Callable[..., AppVisit]):
    trial = in_app()
    trial.go("prior")
    drag(trial.page, trial.sheet("prior").locator("[data-handle=mean]"), 60)
    trial.until("s.priors != ()")
    undo, redo = buttons(trial.page)
    expect(undo).to_contain_text("set the prior")

    undo.click()
    trial.until("s.priors == ()")
    expect(redo).to_contain_text("set the prior")
    trial.page.keyboard.press("Control+y")
    trial.until("s.priors != ()")
    trial.page.keyboard.press("Control+z")
    trial.until("s.priors == ()")
    assert trial.steps[-4:] == ["believe", "undo", "redo", "undo"]


def test_in_a_field_the_key_belongs_to_the_words(in_app: Callable[..., AppVisit]):
    trial = in_app()
    steps = trial.steps
    trial.go("candidate")
    box = trial.sheet("inbox").locator("[data-field=text]")
    box.click()
    box.press_sequentially("abc")
    trial.page.keyboard.press("Control+z")
    expect(box).not_to_have_value("abc")
    assert trial.steps == steps


def test_in_a_notebook(lab: Lab, page: Page, example: dict[str, bytes]):
    path = host.put(lab.folder, example["first-trial.nof1"])
    trial = LabVisit(page, path, lab, words=["app()"])
    entries = len(trial.study.diary.entries)
    undo, redo = buttons(page)
    undo.click()
    trial.until("len(s.diary.entries) < n", n=entries)
    redo.click()
    trial.until("len(s.diary.entries) == n", n=entries)


def test_evidence_of_days_that_were_taken_back_is_marked_stale(
    in_app: Callable[..., AppVisit], example: dict[str, bytes]
):
    trial = in_app(in_three_steps(load(example["first-trial.nof1"]).study))
    trial.go("evidence")
    engine = trial.sheet("engine")
    stale = engine.locator("[data-stale]")
    expect(engine.locator("[data-label]")).not_to_be_empty()
    expect(stale).to_be_hidden()
    undo, redo = buttons(trial.page)
    undo.click()
    expect(stale).to_be_visible()
    redo.click()
    expect(stale).to_be_hidden()


def in_three_steps(study: Study) -> bytes:
    """The same trial, its whole diary written at once."""
    signed = {"who": "ann", "at": "2026-03-02T08:00:00Z"}
    log = begun(begin, study.title, study.measure, **signed)
    log = log.do(propose, *study.candidates, **signed)
    log = log.do(plan, study.schedule, **signed)
    return dump(log.do(record, *study.diary.entries, **signed), version=VERSION).encode()


def buttons(page: Page) -> tuple[Locator, Locator]:
    strip = page.locator("[data-sheet=strip]")
    return strip.locator("[data-action=undo]"), strip.locator("[data-action=redo]")
