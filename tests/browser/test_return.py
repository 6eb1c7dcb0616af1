"""A study is never lost: F5, a new kernel, a second page and another program all show the same."""

from collections.abc import Callable

from browser import host
from browser.host import App, Lab
from browser.visit import AppVisit, LabVisit, Visit, drag, shown
from playwright.sync_api import Page, expect

from nof1_lab.apps.bench import Bench
from nof1_lab.apps.shelf import located
from nof1_lab.study.diary import Entry
from nof1_lab.study.steps import record

# Panel gathers for 50 ms what a page says. On a busy machine that takes longer, as here.
SLOW = (
    "const soon = setTimeout; window.setTimeout = (act, ms, ...a) => soon(act, ms === 50 ? 1500 : ms, ...a);"
)
# A server that takes its time to say which kernel belongs to a notebook.
FAR = """const near = fetch;
window.fetch = async (...asked) => {
  if (String(asked[0]?.url ?? asked[0]).includes("/api/sessions"))
    await new Promise((done) => setTimeout(done, 6000));
  return near(...asked);
};"""


def test_reloading_the_page_brings_everything_back(visit: Callable[..., Visit]):
    trial = visit()
    trial.go("prior")
    expect(trial.sheet("prior").locator("[data-chance=benefit][data-after]").first).to_be_visible()
    drag(trial.page, trial.sheet("prior").locator("[data-handle=mean]"), 70)
    trial.until("s.priors != ()")
    mean = trial.study.priors[0].claim[0].mean

    trial.reload()
    if isinstance(trial, LabVisit):
        trial.go("prior")
    field = trial.sheet("prior").locator("[data-field=mean]")
    expect(field).to_have_value(written(mean))

    drag(trial.page, trial.sheet("prior").locator("[data-handle=mean]"), 40)
    trial.until("s.priors[0].claim[0].mean != mean", mean=mean)


def test_a_new_kernel_brings_everything_back(lab: Lab, page: Page, example: dict[str, bytes]):
    trial = LabVisit(page, host.put(lab.folder, example["first-trial.nof1"]), lab, words=["prior", "diary"])
    trial.go("prior")
    drag(page, trial.sheet("prior").locator("[data-handle=mean]"), 70)
    trial.until("s.priors != ()")
    mean = trial.study.priors[0].claim[0].mean

    trial.sheet("prior").evaluate("old => { old.dataset.old = ''; }")
    lab.restart_and_run_all(page)
    trial.go("prior")
    expect(page.locator("[data-sheet=prior][data-old]")).to_have_count(0)
    expect(trial.sheet("prior").locator("[data-field=mean]")).to_have_value(written(mean))
    drag(page, trial.sheet("prior").locator("[data-handle=mean]"), 40)
    trial.until("s.priors[0].claim[0].mean != mean", mean=mean)


def test_what_is_done_while_a_cell_still_runs_is_kept(lab: Lab, page: Page, example: dict[str, bytes]):
    """The line opens when the cell is done, and JupyterLab sends what is said past it meanwhile."""
    page.add_init_script(SLOW)
    path = host.put(lab.folder, example["first-trial.nof1"])
    gate = path.with_suffix(".done")
    waiting = f"import pathlib, time\nwhile not pathlib.Path({gate.name!r}).exists():\n    time.sleep(0.05)"
    trial = LabVisit(page, path, lab, words=["prior"], last=waiting)
    sheet = trial.sheet("prior")
    expect(sheet.locator("[data-chance=benefit][data-after]").first).to_be_visible()
    drag(page, sheet.locator("[data-handle=mean]"), 70)
    assert trial.study.priors == ()
    gate.touch()
    trial.until("s.priors != ()")
    expect(sheet.locator("[data-field=mean]")).to_have_value(written(trial.study.priors[0].claim[0].mean))
    lab.settled(page)


def test_what_is_found_while_a_cell_still_runs_is_shown(lab: Lab, page: Page, example: dict[str, bytes]):
    """The sampler is done before the line to the page is open."""
    path = host.put(lab.folder, example["first-trial.nof1"])
    waiting = "import time\nwhile bench.runner.state.phase != 'done':\n    time.sleep(0.05)"
    trial = LabVisit(page, path, lab, words=["evidence"], last=waiting)
    lab.settled(page)
    expect(trial.sheet("engine").locator("[data-label]")).to_contain_text("sampled")
    expect(page.get_by_role("heading", name="Do the chains agree?")).to_be_visible()


def test_a_page_waits_for_its_kernel_as_long_as_it_takes(lab: Lab, page: Page, example: dict[str, bytes]):
    path = host.put(lab.folder, example["first-trial.nof1"])
    trial = LabVisit(page, path, lab, words=["prior"])
    drag(page, trial.sheet("prior").locator("[data-handle=mean]"), 70)
    trial.until("s.priors != ()")
    mean = trial.study.priors[0].claim[0].mean

    page.add_init_script(FAR)
    trial.reload()
    trial.go("prior")
    expect(trial.sheet("prior").locator("[data-field=mean]")).to_have_value(written(mean))
    drag(page, trial.sheet("prior").locator("[data-handle=mean]"), 40)
    trial.until("s.priors[0].claim[0].mean != mean", mean=mean)


def test_a_notebook_needs_no_network_and_little_room(lab: Lab, page: Page, example: dict[str, bytes]):
    """All that pages need is published once, whichever cell runs again."""
    path = host.put(lab.folder, example["first-trial.nof1"])
    trial = LabVisit(page, path, lab, words=["schedule", "verdict", "schedule"])
    page.evaluate(
        "async () => { jupyterapp.shell.currentWidget.content.activeCellIndex = 1;"
        " await jupyterapp.commands.execute('notebook:run-cell'); }"
    )
    lab.settled(page)
    trial.reload()
    expect(page.locator("[data-sheet=schedule]").first).to_be_visible()
    [book] = [each for each in lab.folder.glob("n*.ipynb") if each.name in page.url]
    assert book.stat().st_size < 6_000_000


def test_two_pages_on_one_study_stay_in_step(
    app: App, new_page: Callable[..., Page], example: dict[str, bytes]
):
    path = host.put(app.folder, example["first-trial.nof1"])
    one, two = (AppVisit(new_page(), path, app) for _ in range(2))
    for each in (one, two):
        each.go("prior")
    drag(one.page, one.sheet("prior").locator("[data-handle=mean]"), 60)
    one.until("s.priors != ()")
    mean = shown(one.sheet("prior")).mean
    expect(two.sheet("prior").locator("[data-field=mean]")).to_have_value(written(mean))

    two.page.locator("[data-action=undo]").click()
    two.until("s.priors == ()")
    expect(one.sheet("prior").locator("[data-field=mean]")).not_to_have_value(written(mean))


def test_two_cells_on_one_bench_stay_in_step(lab: Lab, page: Page, example: dict[str, bytes]):
    path = host.put(lab.folder, example["first-trial.nof1"])
    trial = LabVisit(page, path, lab, words=["prior", "app()"])
    strip = page.locator("[data-sheet=strip]")
    trial.go("app")
    strip.locator("[data-step=prior]").click()
    expect(page.locator("[data-sheet=prior]")).to_have_count(2)
    trial.go("prior")
    sheet = page.locator("[data-sheet=prior]").first
    drag(page, sheet.locator("[data-handle=mean]"), 60)
    trial.until("s.priors != ()")
    fields = page.locator("[data-sheet=prior] [data-field=mean]")
    expect(fields.last).to_have_value(fields.first.input_value())


def test_what_another_program_saves_is_taken_in(in_app: Callable[..., AppVisit]):
    trial = in_app()
    trial.go("diary")
    shelf, name = located(trial.path)
    Bench(shelf.open(name), shelf=shelf, name=name, who="bob").do(record, Entry(11, 9.5))
    expect(trial.sheet("diary").locator("[data-point='11'][data-value='9.5']")).to_be_visible()


def written(number: float) -> str:
    return f"{number:.10g}".replace("-", "−")
