"""A person at a study: the same words for what they do in a notebook and in the app."""

import time
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from browser.host import PATIENCE, App, Lab
from playwright.sync_api import Locator, Page, expect

from nof1_lab.study.document import Study
from nof1_lab.study.file import load
from nof1_lab.study.log import Log

STEPS = ("candidate", "prior", "schedule", "diary", "evidence", "verdict")
WORDS = ("candidates", "prior", "schedule", "diary", "evidence", "verdict")


class Visit(ABC):
    """One browser page with one study on it."""

    def __init__(self, page: Page, path: Path) -> None:
        self.page, self.path = page, path

    @abstractmethod
    def go(self, step: str) -> None:
        """Bring a step in front."""

    @abstractmethod
    def reload(self) -> None:
        """F5."""

    @property
    def log(self) -> Log:
        """What stands in the file."""
        return load(self.path.read_bytes())

    @property
    def study(self) -> Study:
        """The facts in the file."""
        return self.log.study

    @property
    def steps(self) -> list[str]:
        """The names of the steps in the file, the beginning left out."""
        return [link.step for link in self.log.links][1:]

    def sheet(self, name: str, nth: int = 0) -> Locator:
        """A sheet that can be seen."""
        return self.page.locator(f"[data-sheet={name}]:visible").nth(nth)

    def until(self, expression: str, **arguments: Any) -> None:
        """Wait until something is true of the study in the file; ``s`` is the study, ``l`` its log."""
        end = time.monotonic() + PATIENCE / 1000
        while time.monotonic() < end:
            log = self.log
            if eval(expression, {"s": log.study, "l": log, **arguments}):  # noqa: S307 - our own words
                return
            self.page.wait_for_timeout(50)
        raise AssertionError(f"It never came true: {expression}; the steps are {self.steps}")


class AppVisit(Visit):
    """The page of a study in the app."""

    def __init__(self, page: Page, path: Path, app: App) -> None:
        super().__init__(page, path)
        page.goto(app.url(path.name))
        expect(page.locator("[data-sheet=strip]")).to_be_visible()

    def go(self, step: str) -> None:
        self.page.locator(f"[data-sheet=strip] [data-step={step}]").click()
        expect(self.page.locator(f"[data-step={step}][aria-current=step]")).to_be_visible()

    def reload(self) -> None:
        self.page.reload()
        expect(self.page.locator("[data-sheet=strip]")).to_be_visible()


class LabVisit(Visit):
    """A notebook with a cell for each step, and perhaps a last one that nobody waits for."""

    def __init__(
        self, page: Page, path: Path, lab: Lab, *, words: Sequence[str] = WORDS, last: str = ""
    ) -> None:
        super().__init__(page, path)
        self.lab, self.words = lab, tuple(words)
        opening = f"import nof1_lab as lab\nbench = lab.open({path.name!r})"
        cells = [opening, *(f"bench.{word}" for word in words), last]
        lab.visit(page, lab.write(*filter(None, cells)))
        lab.start_all(page)
        if not last:
            lab.settled(page)

    def go(self, step: str) -> None:
        index = 1 + next(i for i, word in enumerate(self.words) if word.startswith(step))
        self.page.evaluate(
            "async index => { const book = jupyterapp.shell.currentWidget.content;"
            " book.activeCellIndex = index; await book.scrollToItem(index, 'start'); }",
            index,
        )

    def reload(self) -> None:
        self.lab.save(self.page)
        self.page.reload()
        self.lab.ready(self.page)


def drag(page: Page, handle: Locator, by: float, *, release: bool = True) -> None:
    """Take hold of a handle and pull it sideways, by so many pixels in so many frames."""
    x, y = hold(page, handle)
    for i in range(1, 13):
        page.mouse.move(x + by * i / 12, y)
    if release:
        page.mouse.up()
    else:
        page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))")


def hold(page: Page, handle: Locator) -> tuple[float, float]:
    """Where the mouse holds the handle. One that slipped away as the page still moved is tried for again."""
    for _ in range(20):
        handle.hover()  # waits until it can be seen, stands still and is not covered
        box = handle.bounding_box()
        assert box is not None
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        page.mouse.move(x, y)
        page.mouse.down()
        if handle.get_attribute("data-held") is not None:
            return x, y
        page.mouse.up()
    raise AssertionError(f"{handle} could not be taken hold of.")


@dataclass(frozen=True)
class Shown:
    """What the prior sheet shows of the arm in front at one moment."""

    mean: float
    sd: float
    chances: dict[str, tuple[float, float | None]]  # before the days, and now


def shown(sheet: Locator) -> Shown:
    """The middle and the spread, with the chances that the browser has worked out for them."""
    mean, sd, tiles = sheet.evaluate(
        """sheet => [
          ...["mean", "sd"].map(name => sheet.querySelector(`[data-field=${name}]`).value),
          [...sheet.querySelectorAll("[data-chance]")].map(
            ({ dataset }) => [dataset.chance, dataset.before, dataset.after]
          ),
        ]"""
    )
    chances = {name: (float(before), float(after) if after else None) for name, before, after in tiles}
    return Shown(float(mean.replace("−", "-")), float(sd.replace("−", "-")), chances)
