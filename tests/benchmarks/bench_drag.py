"""How fast a drag is answered: by the browser's own curve, and by Python's confirmed picture, in both places.

Run it with `python tests/benchmarks/bench_drag.py [SECONDS]`, on a machine that does nothing else.
"""

import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from math import sin
from pathlib import Path
from statistics import quantiles

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from browser import host  # noqa: E402
from browser.visit import AppVisit, LabVisit, Visit  # noqa: E402
from playwright.sync_api import Page, sync_playwright  # noqa: E402

from nof1_lab.apps.demo import contents  # noqa: E402

FRAME, CONFIRMED = 8.0, 150.0  # what we aim for, in milliseconds
FAMILY, LEAN = "skewed", "0.9"  # a belief of some 45 Normals: the most that a finger ever has to pull

# Times three things while the finger moves: the work of each frame, how long after the finger's move the
# curve is redrawn, and how long after a message leaves Python has answered it (its pictures come first).
WATCH = """handle => {
  const found = { work: [], redrawn: [], confirmed: [] };
  window.nof1_times = found;
  let moved = null;
  const sheet = handle.closest('[data-sheet]');
  sheet.addEventListener('pointermove', event => { moved ??= event.timeStamp; }, true);
  const frame = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = act => frame(at => {
    const start = performance.now(), move = moved;
    act(at);
    const end = performance.now();
    if (move !== null && changed) {
      found.work.push(end - start);
      found.redrawn.push(end - move);
      moved = null;
      changed = false;
    }
  });
  let changed = false;
  const path = window.SVGElement.prototype.setAttribute;
  window.SVGElement.prototype.setAttribute = function (name, value) {
    if (name === 'd') changed = true;
    return path.call(this, name, value);
  };
  const models = window.Bokeh.documents.flatMap(page => [...page._all_models.values()]);
  const sent = new Map();
  for (const model of models.filter(each => each.class_name === 'PriorComponent')) {
    const data = model.data;
    const plain = value => (value instanceof Map ? Object.fromEntries(value) : value);
    data.properties.value.change.connect(() => {
      const { n } = plain(data.value);
      if (n > 0 && !sent.has(n)) sent.set(n, performance.now());
    });
    data.properties.ack.change.connect(() => {
      const start = sent.get(data.ack);
      if (start !== undefined) found.confirmed.push(performance.now() - start);
    });
  }
}"""


def lean(page: Page, trial: Visit) -> None:
    """Let the belief in front be a curve that leans."""
    sheet = trial.sheet("prior")
    sheet.locator(f"[data-family={FAMILY}]").click()
    field = sheet.locator("[data-field=lean]")
    field.fill(LEAN)
    field.blur()
    trial.until("s.priors and s.priors[0].shape and s.priors[0].shape.lean > 0.8")
    page.wait_for_timeout(3000)


def pull(page: Page, trial: Visit, seconds: float) -> dict[str, list[float]]:
    """What was measured while a finger pulled the middle of a belief to and fro."""
    lean(page, trial)
    handle = trial.sheet("prior").locator("[data-handle=mean]")
    handle.scroll_into_view_if_needed()
    box = handle.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    handle.evaluate(WATCH)
    page.mouse.move(x, y)
    page.mouse.down()
    start = time.perf_counter()
    while (now := time.perf_counter() - start) < seconds:
        page.mouse.move(x + 80 * sin(3 * now), y)
    page.mouse.up()
    page.wait_for_timeout(1500)
    found: dict[str, list[float]] = page.evaluate("() => window.nof1_times")
    return found


@contextmanager
def places(page: Page) -> Iterator[dict[str, Visit]]:
    """The example trial, open in the app and in a notebook, its sampler at rest."""
    data = dict(contents())["first-trial.nof1"]
    with ExitStack() as servers, tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "app").mkdir()
        (root / "lab").mkdir()
        app = servers.enter_context(host.app(root / "app", root / "app.log"))
        lab = servers.enter_context(host.lab(root / "lab", root / "private"))

        def in_app() -> Visit:
            trial = AppVisit(page, host.put(app.folder, data), app)
            trial.go("prior")
            return trial

        def in_notebook() -> Visit:
            trial = LabVisit(page, host.put(lab.folder, data), lab, words=["prior"])
            trial.go("prior")
            return trial

        yield {"app": in_app, "notebook": in_notebook}  # type: ignore[dict-item]


def measured(seconds: float) -> dict[str, dict[str, list[float]]]:
    """The times of a drag in each place."""
    found: dict[str, dict[str, list[float]]] = {}
    with sync_playwright() as playwright:
        chrome = playwright.chromium.launch(
            executable_path=host.chromium(playwright), args=list(host.SWITCHES)
        )
        page = chrome.new_page(viewport={"width": 1280, "height": 900})
        with places(page) as ways:
            for name, opened in ways.items():
                trial = opened()  # type: ignore[operator]
                page.wait_for_timeout(15_000)  # the first sampling is over: it is not what is measured
                found[name] = pull(page, trial, seconds)
        chrome.close()
    return found


def line(words: str, times: dict[str, list[float]], aim: float) -> str:
    """One row: the middle and the slowest twentieth in each place, and what we aim for."""
    cells = [f"{_middle(each):7.1f} {_slow(each):7.1f} ({len(each)})" for each in times.values()]
    return f"{words:<44} {'   '.join(f'{cell:>22}' for cell in cells)}   {aim:5.0f}"


def _middle(times: list[float]) -> float:
    return quantiles(times, n=20)[9] if len(times) > 1 else float("nan")


def _slow(times: list[float]) -> float:
    return quantiles(times, n=20)[18] if len(times) > 1 else float("nan")


def main() -> None:
    """Measure and print."""
    found = measured(float(sys.argv[1]) if len(sys.argv) > 1 else 6.0)
    head = "   ".join(f"{f'{name}: p50  p95 (n)':>22}" for name in found)
    print(f"{'a drag, in milliseconds':<44} {head}   {'aim':>5}")
    for key, words, aim in (
        ("work", "work of a frame that redraws the posterior", FRAME),
        ("redrawn", "finger to redrawn posterior", 2 * FRAME),
        ("confirmed", "message to Python's confirmed picture", CONFIRMED),
    ):
        print(line(words, {name: times[key] for name, times in found.items()}, aim))


if __name__ == "__main__":
    main()
