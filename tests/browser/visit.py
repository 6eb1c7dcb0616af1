"""A person at a study: the same words for what they do in a notebook and in the app."""

import re
from abc import ABC, abstractmethod
from collections.abc import Sequence
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
        for _ in range(600):
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
        expect(page.locator("[data-sheet=strip]")).to_be_visible(timeout=PATIENCE)

    def go(self, step: str) -> None:
        self.page.locator(f"[data-sheet=strip] [data-step={step}]").click()
        expect(self.page.locator(f"[data-step={step}][aria-current=step]")).to_be_visible()

    def reload(self) -> None:
        self.page.reload()
        expect(self.page.locator("[data-sheet=strip]")).to_be_visible(timeout=PATIENCE)


class LabVisit(Visit):
    """A notebook with a cell for each step."""

    def __init__(self, page: Page, path: Path, lab: Lab, *, words: Sequence[str] = WORDS) -> None:
        super().__init__(page, path)
        self.lab, self.words = lab, tuple(words)
        opening = f"import nof1_lab as lab\nbench = lab.open({path.name!r})"
        name = lab.write(opening, *[f"bench.{word}" for word in words])
        lab.visit(page, name)
        lab.run_all(page)

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
    handle.scroll_into_view_if_needed()
    box = handle.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    for i in range(1, 13):
        page.mouse.move(x + by * i / 12, y)
    if release:
        page.mouse.up()


def chances(sheet: Locator) -> dict[str, tuple[float, float | None]]:
    """The chances that the browser has worked out for the arm in front, before the days and now."""
    tiles = sheet.locator("[data-chance]").evaluate_all(
        "tiles => tiles.map(tile => [tile.dataset.chance, tile.dataset.before, tile.dataset.after])"
    )
    return {name: (float(before), float(after) if after else None) for name, before, after in tiles}


def held(sheet: Locator) -> tuple[float, float]:
    """The middle and the spread that the sheet shows."""
    numbers = [sheet.locator(f"[data-field={name}]").first.input_value() for name in ("mean", "sd")]
    mean, sd = (float(re.sub("−", "-", number)) for number in numbers)
    return mean, sd
