"""A Chromium that can reach nothing but this machine, a JupyterLab and an app to visit."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browser import host
from browser.host import PATIENCE, SWITCHES, App, Lab, chromium
from browser.visit import AppVisit, LabVisit, Visit
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect, sync_playwright

from nof1_lab.apps.demo import MEASURE, contents
from nof1_lab.study.file import dump
from nof1_lab.study.log import begun
from nof1_lab.study.steps import begin
from nof1_lab.version import VERSION

HOME = ("http://127.0.0.1:", "data:", "blob:")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        chrome = playwright.chromium.launch(executable_path=chromium(playwright), args=list(SWITCHES))
        yield chrome
        chrome.close()


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Pages that can reach only 127.0.0.1: an outside request, a script error or a dialog fails the test."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def at_home(route: Route) -> None:
        if route.request.url.startswith(HOME):
            return route.continue_()
        faults.append(f"asked for {route.request.url}")
        return route.abort()

    def make(**how: object) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **how})  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE)
        context.route("**/*", at_home)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(f"script error: {error}"))
        page.on("dialog", lambda dialog: (faults.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        contexts.append(context)
        return page

    yield make
    for context in contexts:
        context.close()
    assert not faults, faults


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    return new_page()


@pytest.fixture(scope="session")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    with host.lab(tmp_path_factory.mktemp("lab"), tmp_path_factory.mktemp("private")) as server:
        yield server


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    log = tmp_path_factory.mktemp("log") / "app.log"
    with host.app(tmp_path_factory.mktemp("studies"), log) as server:
        yield server


@pytest.fixture(scope="session")
def example() -> dict[str, bytes]:
    return dict(contents())


@pytest.fixture(params=["app", "notebook"])
def visit(request: pytest.FixtureRequest, page: Page, example: dict[str, bytes]) -> Callable[..., Visit]:
    """Opens a study in either place: the example, or a new one with nothing in it."""

    def open_it(name: str = "first-trial.nof1") -> Visit:
        data = example[name] if name in example else new_study()
        if request.param == "app":
            app: App = request.getfixturevalue("app")
            return AppVisit(page, host.put(app.folder, data), app)
        lab: Lab = request.getfixturevalue("lab")
        return LabVisit(page, host.put(lab.folder, data), lab)

    return open_it


@pytest.fixture
def in_app(app: App, page: Page, example: dict[str, bytes]) -> Callable[..., AppVisit]:
    """Opens a study in the app: the example, or what is given."""
    return lambda data=example["first-trial.nof1"]: AppVisit(page, host.put(app.folder, data), app)


def new_study() -> bytes:
    log = begun(begin, "A new trial", MEASURE, who="ann", at="2026-01-01T08:00:00Z")
    return dump(log, version=VERSION).encode()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.slow)
            item.add_marker(pytest.mark.timeout(900))
