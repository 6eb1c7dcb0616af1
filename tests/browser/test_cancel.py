"""A fit can be stopped: what was there before stays."""

from browser import host
from browser.host import Lab
from playwright.sync_api import Page, expect

# Works until it is stopped: the real sampler is so fast that nobody could be sure to stop it in time.
ENDLESS = """
from nof1_lab.apps.engine import BothEngines
from nof1_lab.apps.notebook import NotebookBench
from nof1_lab.apps.shelf import located
from nof1_lab.errors import CancelledError

class Endless(BothEngines):
    def sampled(self, evidence, progress, cancelled, **effort):
        progress(0.4, "Sampling.")
        cancelled.wait()
        raise CancelledError("Stopped.", "A whole fit was expected.", "Fit again.")

    def warm(self, study, cancelled):
        return None

shelf, name = located({name!r})
bench = NotebookBench(shelf.open(name), shelf=shelf, name=name, engines=Endless())
"""


def test_cancel_keeps_the_last_good_result(lab: Lab, page: Page, example: dict[str, bytes]):
    path = host.put(lab.folder, example["first-trial.nof1"])
    book = lab.write(ENDLESS.replace("{name!r}", repr(path.name)), "bench.evidence", "bench.verdict")
    lab.visit(page, book)
    lab.run_all(page)
    engine = page.locator("[data-sheet=engine]")
    bar = engine.locator("progress")
    expect(bar).to_be_visible()
    expect(engine.locator("[data-words]")).to_contain_text("Sampling")

    engine.locator("[data-action=cancel]").click()
    expect(bar).to_be_hidden()
    expect(engine.locator("[data-words]")).to_contain_text("Stopped")
    expect(engine.locator("[data-label]")).to_contain_text("exact")
    expect(page.locator("[data-sheet=verdict] [data-headline]")).not_to_be_empty()

    engine.locator("[data-action=fit]").click()
    expect(bar).to_be_visible()
    engine.locator("[data-action=cancel]").click()
    expect(bar).to_be_hidden()
