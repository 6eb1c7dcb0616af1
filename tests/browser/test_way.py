"""One whole trial, from what a model said to the verdict, in both places."""

from collections.abc import Callable
from pathlib import Path

import pytest
from browser.visit import Visit, drag, shown
from playwright.sync_api import Locator, Page, expect

from nof1_lab.inference.evidence import reckon
from nof1_lab.inference.prior import prior_of
from nof1_lab.study.document import Study
from nof1_lab.study.part import Part
from nof1_lab.study.prior import Prior
from nof1_lab.study.steps import believe
from nof1_lab.views.prior import before

MELATONIN = "Melatonin 0.5 mg"
NAMES = {"benefit": "p_benefit", "worthwhile": "p_worthwhile", "harm": "p_harm"}


def test_by_mouse(visit: Callable[..., Visit], example: dict[str, bytes], tmp_path: Path):
    trial = visit("nothing yet")

    trial.go("candidate")
    inbox = trial.sheet("inbox")
    inbox.locator("[data-field=text]").fill(example["candidates.md"].decode())
    inbox.locator("[data-action=read]").click()
    expect(inbox.locator("[data-ok]")).to_have_count(3)
    assert trial.study.candidates == ()  # read, and not yet accepted
    inbox.locator("[data-action=accept]").click()
    trial.until("len(s.candidates) == 3")
    expect(trial.sheet("candidate").locator("[data-candidate]")).to_have_count(3)

    trial.go("prior")
    sheet = trial.sheet("prior")
    drag(trial.page, sheet.locator("[data-handle=mean]"), 60)
    trial.until("s.priors != ()")
    agrees_without_days(sheet, trial.study)

    trial.go("schedule")
    plan(trial.sheet("schedule"))
    trial.until("s.schedule is not None")

    trial.go("diary")
    diary = tmp_path / "diary.csv"
    diary.write_bytes(example["first-trial-diary.csv"])
    inbox = trial.sheet("inbox", -1)
    inbox.locator("[data-field=file]").set_input_files(diary)
    inbox.locator("[data-action=accept]").click()
    trial.until("len(s.diary.entries) > 50")

    trial.go("prior")
    sheet = trial.sheet("prior")
    expect(sheet.locator("[data-chance=benefit][data-after]").first).to_be_visible()
    steps = trial.steps
    drag(trial.page, sheet.locator("[data-handle=mean]"), -50, release=False)
    agrees(sheet, trial.study)  # in the middle of a drag
    assert trial.steps == steps
    trial.page.mouse.up()
    trial.until("len(l.links) == n", n=len(steps) + 2)
    agrees(sheet, trial.study)

    is_sampled(trial)
    trial.go("verdict")
    verdict = trial.sheet("verdict")
    expect(verdict.locator("[data-headline]")).not_to_have_text("")
    assert trial.steps == ["propose", "believe", "plan", "record", "believe"]


def test_by_keyboard_alone(visit: Callable[..., Visit], example: dict[str, bytes]):
    trial = visit("nothing yet")
    keys = trial.page.keyboard

    walk(trial, "candidate")
    inbox = trial.sheet("inbox")
    tab_to(trial.page, inbox.locator("[data-field=text]"))
    keys.insert_text(example["candidates.md"].decode())
    tab_to(trial.page, inbox.locator("[data-action=read]"))
    keys.press("Enter")
    expect(inbox.locator("[data-ok]")).to_have_count(3)
    tab_to(trial.page, inbox.locator("[data-action=accept]"))
    keys.press("Enter")
    trial.until("len(s.candidates) == 3")

    walk(trial, "prior")
    sheet = trial.sheet("prior")
    tab_to(trial.page, sheet.locator("[data-handle=mean]"))
    keys.press("Shift+ArrowRight")
    trial.until("s.priors != ()")
    agrees_without_days(sheet, trial.study)

    walk(trial, "schedule")
    sheet = trial.sheet("schedule")
    tab_to(trial.page, sheet.locator("[data-field=start]"))
    keys.type("01052026")
    tab_to(trial.page, sheet.locator("[data-field=seed]"))
    keys.type("18")
    tab_to(trial.page, sheet.locator("[data-action=draw]"))
    keys.press("Enter")
    trial.until("s.schedule is not None")

    walk(trial, "diary")
    inbox = trial.sheet("inbox", -1)
    tab_to(trial.page, inbox.locator("[data-field=text]"))
    keys.insert_text(example["first-trial-diary.csv"].decode())
    tab_to(trial.page, inbox.locator("[data-action=read]"))
    keys.press("Enter")
    tab_to(trial.page, inbox.locator("[data-action=accept]"))
    keys.press("Enter")
    trial.until("len(s.diary.entries) > 50")

    walk(trial, "prior")
    sheet = trial.sheet("prior")
    tab_to(trial.page, sheet.locator("[data-field=sd]"))
    keys.press("Control+a")
    keys.type("0.5")
    keys.press("Enter")
    trial.until("s.priors[0].claim[0].sd == 0.5")
    agrees(sheet, trial.study)

    walk(trial, "verdict")
    expect(trial.sheet("verdict").locator("[data-headline]")).not_to_have_text("")
    assert trial.steps == ["propose", "believe", "plan", "record", "believe"]


def plan(sheet: Locator) -> None:
    sheet.locator("[data-field=start]").fill("2026-01-05")
    sheet.locator("[data-field=seed]").fill("18")
    sheet.locator("[data-field=seed]").press("Tab")
    sheet.locator("[data-action=draw]").click()


def agrees_without_days(sheet: Locator, study: Study) -> None:
    """The browser's chances before any day are Python's."""
    known = before(prior_of(study, MELATONIN), study.measure)
    chances = shown(sheet).chances
    assert chances["benefit"] == (pytest.approx(known.p_benefit, abs=1e-3), None)
    assert chances["worthwhile"] == (pytest.approx(known.p_worthwhile, abs=1e-3), None)


def held(study: Study, mean: float, sd: float) -> Prior:
    """The belief whose claim the sheet shows; the room for being wrong is not dragged."""
    before = prior_of(study, MELATONIN)
    vague = before.parts[len(before.parts) - before.vague :]
    share = 1.0 - sum(part.weight for part in vague)
    return Prior(MELATONIN, (Part(share, mean, sd), *vague), vague=before.vague)


def agrees(sheet: Locator, study: Study) -> None:
    """The browser's chances, for the belief that it shows, are those of Python's exact engine."""
    here = shown(sheet)
    effect = reckon(believe(study, held(study, here.mean, here.sd))).effects[0]
    for name, (_, now) in here.chances.items():
        assert now == pytest.approx(getattr(effect, NAMES[name]), abs=1e-3), name


def is_sampled(trial: Visit) -> None:
    """The sampler's numbers have taken the preview's place, and say so."""
    trial.go("evidence")
    engine = trial.sheet("engine")
    expect(engine.locator("[data-label]")).to_contain_text("sampled")
    expect(engine.locator("[data-notice=disagreement]")).to_be_hidden()
    expect(trial.page.get_by_role("heading", name="Do the chains agree?").last).to_be_visible()


def walk(trial: Visit, step: str) -> None:
    """Go to a step without a mouse."""
    button = trial.page.locator(f"[data-sheet=strip]:visible [data-step={step}]")
    if button.count():
        tab_to(trial.page, button)
        trial.page.keyboard.press("Enter")
        expect(trial.page.locator(f"[data-step={step}][aria-current=step]")).to_be_visible()
    else:
        trial.go(step)


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until the target has the focus: forwards, and round again."""
    expect(target).to_be_enabled()
    for _ in range(160):
        if target.evaluate("node => node.getRootNode().activeElement === node"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{target} cannot be reached by Tab")
