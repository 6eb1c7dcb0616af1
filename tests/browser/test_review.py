"""What a model said, looked over field by field in both places: corrected, accepted, ranked and chosen."""

import json
from collections.abc import Callable
from pathlib import Path

from browser.visit import AppVisit, Visit
from playwright.sync_api import Locator, expect

from nof1_lab.study.file import dump
from nof1_lab.study.log import begun
from nof1_lab.study.measure import Measure
from nof1_lab.study.steps import begin
from nof1_lab.version import VERSION

ATTACKS = [
    line
    for path in sorted((Path(__file__).parents[1] / "attacks").glob("*.txt"))
    for line in path.read_text("utf-8").splitlines()
    if line.strip()
]
RAN = "() => window.__pwn ?? null"
SAID = """Best first:

1. Melatonin 0.5 mg: expected −0.6 points (95% CI −1.1 to −0.1). Moves the body clock.
2. Valerian: 0.4 points (95% CI -1 to -0.2)
3. Magnesium: often tried, little is known.
"""


def test_a_list_is_looked_over_corrected_accepted_and_chosen(visit: Callable[..., Visit]):
    trial = visit("nothing yet")
    trial.go("candidate")
    inbox = trial.sheet("inbox")
    paste(inbox, SAID)
    expect(inbox.locator("[data-ok]")).to_have_count(2)
    expect(inbox.locator("[data-summary]")).to_contain_text("3 candidates read")
    expect(inbox.locator("[data-row='1']")).to_be_disabled()

    # The row that is refused is open; what stands behind its field is marked in the text.
    field = inbox.locator("[data-part=estimate]")
    expect(field).to_have_value("0.4")
    field.focus()
    expect(inbox.locator("[data-mark]")).to_have_text("0.4")
    field.fill("-0.4")
    field.press("Enter")
    expect(inbox.locator("[data-ok]")).to_have_count(3)
    expect(inbox.locator("[data-action=accept]")).to_have_text("Accept 3 candidates")
    field.press("Escape")
    expect(inbox.locator("[data-ok]")).to_have_count(2)
    expect(field).to_have_value("0.4")
    field.fill("-0.4")
    field.press("Enter")
    expect(inbox.locator("[data-ok]")).to_have_count(3)

    # What was not said can be filled in.
    inbox.locator("[data-missing] summary").click()
    inbox.locator("[data-part=dose]").fill("450 mg")
    inbox.locator("[data-part=dose]").press("Enter")
    expect(inbox.locator("[data-how=edited]")).to_have_count(2)
    inbox.locator("[data-row='2']").uncheck()
    assert trial.study.candidates == ()
    inbox.locator("[data-action=accept]").click()
    trial.until("[c.name for c in s.candidates] == ['Melatonin 0.5 mg', 'Valerian']")
    _, valerian = trial.study.candidates
    assert (valerian.estimate, valerian.dose) == (-0.4, "450 mg")
    assert valerian.source is not None
    assert {mark.part for mark in valerian.source.marks if mark.how == "edited"} == {"estimate", "dose"}

    sheet = trial.sheet("candidate")
    expect(sheet.locator("[data-candidate]")).to_have_count(2)
    shown = {each: chance(sheet, "Valerian", each) for each in ("benefit", "worthwhile", "best")}
    assert 0.0 < shown["worthwhile"] < shown["benefit"] < 1.0
    sheet.locator("[data-filter]").fill("valer")
    expect(sheet.locator("[data-candidate]")).to_have_count(1)
    sheet.locator("[data-details] summary").click()
    expect(sheet.locator("[data-details]")).to_contain_text("by you")
    sheet.locator("[data-filter]").fill("")
    sheet.locator("[data-sort]").select_option("name")
    sheet.locator("[data-candidate=Valerian] [data-choose]").click()
    trial.until("s.chosen == ('Valerian',)")
    expect(sheet.locator("[data-candidate=Valerian] [data-choose]")).to_have_attribute("aria-pressed", "true")
    assert trial.steps == ["propose", "choose"]

    trial.go("schedule")
    ticked = trial.sheet("schedule").locator("[data-arm]:checked")
    expect(ticked).to_have_count(1)
    expect(ticked).to_have_attribute("data-arm", "Valerian")


def test_the_same_by_keyboard_alone(visit: Callable[..., Visit]):
    trial = visit("nothing yet")
    trial.go("candidate")
    inbox, keys = trial.sheet("inbox"), trial.page.keyboard
    tab_to(inbox.locator("[data-field=text]"))
    keys.insert_text(SAID)
    keys.press("Control+Enter")
    expect(inbox.locator("[data-ok]")).to_have_count(2)
    tab_to(inbox.locator("[data-part=estimate]"))
    expect(inbox.locator("[data-mark]")).to_have_text("0.4")
    keys.press("Control+a")
    keys.type("-0,4")
    keys.press("Enter")
    expect(inbox.locator("[data-ok]")).to_have_count(3)
    tab_to(inbox.locator("[data-action=accept]"), back=True)
    keys.press("Enter")
    trial.until("len(s.candidates) == 3")
    assert trial.study.candidates[1].estimate == -0.4
    sheet = trial.sheet("candidate")
    tab_to(sheet.locator("[data-candidate=Magnesium] [data-choose]"))
    keys.press("Enter")
    trial.until("s.chosen == ('Magnesium',)")
    assert sheet.locator("[data-candidate=Magnesium] [data-p=best]").get_attribute("data-value") is None


def test_nobody_needs_a_model(visit: Callable[..., Visit]):
    trial = visit("nothing yet")
    trial.go("candidate")
    inbox = trial.sheet("inbox")
    inbox.locator("[data-own] summary").click()
    inbox.locator("[data-hand=name]").fill("Warm milk")
    inbox.locator("[data-action=by-hand]").click()
    inbox.locator("[data-action=accept]").click()
    trial.until("[c.name for c in s.candidates] == ['Warm milk']")
    assert trial.study.candidates[0].is_empty
    expect(trial.sheet("candidate").locator("[data-unsaid]")).to_contain_text("Nobody said how large")


def test_hostile_words_in_every_field_are_only_words(visit: Callable[..., Visit]):
    """Read, typed over, accepted, opened, hovered and filtered; a page that asks out fails."""
    trial = visit("nothing yet")
    trial.go("candidate")
    inbox = trial.sheet("inbox")
    paste(inbox, json.dumps([hostile(i, attack) for i, attack in enumerate(ATTACKS[:60])]))
    expect(inbox.locator("[data-ok]").first).to_be_visible()
    expect(inbox.locator("[data-open-row]")).to_have_count(len(ATTACKS[:60]))
    inbox.locator("[data-open-row='0']").click()
    if inbox.locator("[data-part]").count() == 0:
        inbox.locator("[data-open-row='0']").click()
    for details in inbox.locator("[data-missing]").all():
        details.evaluate("node => { node.open = true; }")
    boxes = inbox.locator("input[data-part], textarea[data-part]")
    for i in range(boxes.count()):
        boxes.nth(i).fill(ATTACKS[i % len(ATTACKS)][:200])
        boxes.nth(i).press("Tab")
        boxes.nth(i).hover()
        expect(boxes.nth(i)).to_have_value(ATTACKS[i % len(ATTACKS)][:200])
    nothing_ran(trial)
    for button in inbox.locator("[data-action=restore]:visible").all()[::-1]:
        button.click()
    expect(inbox.locator("[data-how=edited]")).to_have_count(0)
    inbox.locator("[data-action=accept]").click()
    trial.until("len(s.candidates) > 10")

    sheet = trial.sheet("candidate")
    for summary in sheet.locator("[data-details] summary").all()[:12]:
        summary.click()
    sheet.locator("[data-filter]").fill("<img")
    sheet.locator("[data-filter]").fill("")
    sheet.locator(".nof1-forest").nth(1).hover()
    sheet.locator("[data-choose]").first.click()
    trial.until("len(s.chosen) == 1")
    nothing_ran(trial)
    assert sheet.locator("img, a, script, iframe, [href], [src]").count() == 0
    trial.reload()
    nothing_ran(trial)


def test_a_spreadsheet_comes_as_it_is_and_too_much_is_refused(
    in_app: Callable[..., AppVisit], tmp_path: Path
):
    trial = in_app(nothing())
    trial.go("candidate")
    inbox = trial.sheet("inbox")
    large = tmp_path / "large.xlsx"
    large.write_bytes(b"PK\x03\x04" + b"\0" * 1_000_001)
    inbox.locator("[data-field=file]").set_input_files(large)
    expect(inbox.locator("[data-problem]")).to_contain_text("At most 1 MB were expected.")
    torn = tmp_path / "torn.xlsx"
    torn.write_bytes(b"PK\x03\x04" + b"\0" * 400)
    inbox.locator("[data-field=file]").set_input_files(torn)
    expect(inbox.locator("[data-problem]")).to_be_visible()
    expect(inbox.locator("[data-problem]")).not_to_contain_text("At most 1 MB")
    assert trial.study.candidates == ()


def test_a_file_can_be_dropped(in_app: Callable[..., AppVisit]):
    trial = in_app(nothing())
    trial.go("candidate")
    inbox = trial.sheet("inbox")
    transfer = trial.page.evaluate_handle(
        "text => { const t = new DataTransfer(); t.items.add(new File([text], 'list.txt')); return t; }", SAID
    )
    inbox.locator("[data-field=text]").dispatch_event("drop", {"dataTransfer": transfer})
    expect(inbox.locator("[data-ok]")).to_have_count(2)


def test_two_hundred_candidates_are_looked_over(in_app: Callable[..., AppVisit]):
    trial = in_app(nothing())
    trial.go("candidate")
    inbox = trial.sheet("inbox")
    rows = "".join(f"{i + 1},Option {i + 1},-0.{i % 9 + 1},-1.5,0.9\n" for i in range(200))
    paste(inbox, f"rank,name,estimate,lower,upper\n{rows}")
    expect(inbox.locator("[data-open-row]")).to_have_count(200)
    inbox.locator("[data-open-row='150']").click()
    expect(inbox.locator("[data-part=name]")).to_have_value("Option 151")
    inbox.locator("[data-action=accept]").click()
    trial.until("len(s.candidates) == 200")
    expect(trial.sheet("candidate").locator("[data-candidate]")).to_have_count(200)


def test_a_phone_shows_all_of_it(in_app: Callable[..., AppVisit]):
    trial = in_app(nothing())
    trial.page.set_viewport_size({"width": 360, "height": 800})
    trial.go("candidate")
    inbox = trial.sheet("inbox")
    paste(inbox, SAID)
    inbox.locator("[data-part=estimate]").focus()
    expect(inbox.locator("[data-mark]")).to_be_in_viewport()
    too_small = inbox.locator("button:visible, select:visible, [data-part]:visible").evaluate_all(
        "nodes => nodes.filter(n => n.getBoundingClientRect().height < 44).map(n => n.outerHTML.slice(0, 80))"
    )
    assert too_small == []
    inbox.locator("[data-action=accept]").click()
    expect(trial.sheet("candidate").locator("[data-candidate]").first).to_be_visible()
    assert trial.page.evaluate("() => document.documentElement.scrollWidth <= 360")


def paste(inbox: Locator, words: str) -> None:
    inbox.locator("[data-field=text]").fill(words)
    inbox.locator("[data-action=read]").click()


def chance(sheet: Locator, name: str, key: str) -> float:
    return float(
        sheet.locator(f"[data-candidate={name}] [data-p={key}]").get_attribute("data-value") or "nan"
    )


def hostile(i: int, attack: str) -> dict[str, object]:
    """A candidate that says the same in every field that takes words."""
    return {
        "name": f"{i} {attack}"[:200],
        "rank": i + 1,
        "estimate": -0.5,
        "lower": -1.0,
        "upper": 0.1,
        "rationale": attack,
        "citations": [attack, "https://attacker.test/paper"],
        "model": attack[:200],
        "unit": attack[:40],
        "dose": attack[:200],
        "population": attack[:100],
    }


def tab_to(target: Locator, *, back: bool = False) -> None:
    """Press Tab until the target has the focus."""
    expect(target).to_be_enabled()
    for _ in range(160):
        if target.evaluate("node => node.getRootNode().activeElement === node"):
            return
        target.page.keyboard.press("Shift+Tab" if back else "Tab")
    raise AssertionError(f"{target} cannot be reached by Tab")


def nothing() -> bytes:
    """A study with nothing in it but its measure."""
    measure = Measure("sleep disturbance", "lower", 0.4, unit="points")
    log = begun(begin, "A new trial", measure, who="ann", at="2026-01-01T08:00:00Z")
    return dump(log, version=VERSION).encode()


def nothing_ran(trial: Visit) -> None:
    trial.page.wait_for_function("() => document.readyState === 'complete'")
    assert trial.page.evaluate(RAN) is None
