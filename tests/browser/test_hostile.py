"""Foreign text stays text: nothing in it runs, and nothing is asked of a network."""

from collections.abc import Callable
from pathlib import Path

from browser.visit import STEPS, Visit
from playwright.sync_api import expect

ATTACKS = (Path(__file__).parents[1] / "attacks" / "html.txt").read_text("utf-8").splitlines()
RAN = "() => window.__pwn ?? null"


def test_no_text_of_a_stranger_becomes_a_page(visit: Callable[..., Visit], tmp_path: Path):
    """Names, reasons and headings full of attacks, on every step of the way; a page that asks out fails."""
    trial = visit("nothing yet")
    rows = "".join(
        f"{i + 1},{quoted(f'{i} {attack}')},-0.{i + 1},{quoted(f'because {attack}')},{quoted(attack)}\n"
        for i, attack in enumerate(ATTACKS)
    )
    trial.go("candidate")
    inbox = trial.sheet("inbox")
    inbox.locator("[data-field=text]").fill(f"rank,name,estimate,rationale,model\n{rows}")
    inbox.locator("[data-action=read]").click()
    expect(inbox.locator("[data-ok]").first).to_be_visible()
    nothing_ran(trial)
    inbox.locator("[data-action=accept]").click()
    trial.until("len(s.candidates) > 10")
    expect(trial.sheet("candidate").locator("[data-candidate]").first).to_be_visible()
    nothing_ran(trial)

    trial.go("schedule")
    schedule = trial.sheet("schedule")
    schedule.locator("[data-field=reference]").fill(ATTACKS[1])
    for box in schedule.locator("[data-arm]:not(:checked)").all()[:3]:
        box.check()
    schedule.locator("[data-field=start]").fill("2026-01-05")
    schedule.locator("[data-action=draw]").click()
    trial.until("s.schedule is not None")
    nothing_ran(trial)

    trial.go("diary")
    headings = ",".join(quoted(attack) for attack in ATTACKS[:6])
    days = "".join(
        f"{day},{5 + day % 3},{quoted(ATTACKS[day % len(ATTACKS)])}{',x' * 6}\n" for day in range(1, 40)
    )
    file = tmp_path / "<img src=x onerror=window.__pwn=1>.csv"
    file.write_text(f"day,value,note,{headings}\n{days}", "utf-8")
    inbox = trial.sheet("inbox", -1)
    inbox.locator("[data-field=file]").set_input_files(file)
    inbox.locator("[data-action=accept]").click()
    trial.until("len(s.diary.entries) > 30")

    for step in STEPS:
        trial.go(step)
        expect(trial.page.locator("[data-sheet]:visible").last).to_be_visible()
        nothing_ran(trial)
    trial.reload()
    trial.page.mouse.move(600, 500)
    nothing_ran(trial)


def quoted(words: str) -> str:
    doubled = words.replace('"', '""')
    return f'"{doubled}"'


def nothing_ran(trial: Visit) -> None:
    trial.page.wait_for_function("() => document.readyState === 'complete'")
    assert trial.page.evaluate(RAN) is None
