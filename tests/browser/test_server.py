"""The app listens to this machine, to its own pages, and to nobody who guesses."""

import socket
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from http.client import HTTPConnection
from pathlib import Path

import pytest
from browser import host
from browser.host import App
from browser.visit import AppVisit
from playwright.sync_api import Page, expect


def test_a_session_cannot_be_chosen_by_its_address(app: App):
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(f"{app.base}/?bokeh-session-id=chosen", timeout=60)
    with refused.value:
        assert refused.value.code == 403


@pytest.mark.parametrize("origin", ["https://attacker.test", "http://127.0.0.1:1", "null"])
def test_no_other_page_may_talk_to_it(app: App, origin: str):
    assert knock(app, origin) == 403
    assert knock(app, app.base) != 403  # its own pages may; what is missing then is a session


def knock(app: App, origin: str) -> int:
    """The answer to a page from somewhere that asks for a line to the app."""
    headers = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
        "Origin": origin,
    }
    line = HTTPConnection(app.base.removeprefix("http://"), timeout=60)
    try:
        line.request("GET", "/ws", headers=headers)
        with line.getresponse() as answer:
            return answer.status
    finally:
        line.close()


def test_it_listens_on_loopback_alone(app: App):
    port = urllib.parse.urlsplit(app.base).port
    others = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)}
    for address in others - {"127.0.0.1", "127.0.1.1"}:
        with socket.socket() as knock:
            knock.settimeout(2)
            assert knock.connect_ex((address, port)) != 0


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "/etc/passwd", "nothing.nof1", "<img src=x onerror=alert(1)>"]
)
def test_only_studies_of_the_folder_are_opened(app: App, page: Page, name: str):
    page.goto(f"{app.base}/?{urllib.parse.urlencode({'study': name})}")
    expect(page.get_by_role("alert").first).to_contain_text("There is no such study here.")


def test_a_folder_shows_its_studies_and_begins_a_new_one(app: App, page: Page, example: dict[str, bytes]):
    path = host.put(app.folder, example["first-trial.nof1"])
    page.goto(app.base)
    page.get_by_role("button", name=f"Open {path.stem}").click()
    expect(page.locator("[data-sheet=strip] h1")).to_have_text("Sleeping better (invented example)")

    page.goto(app.base)
    page.get_by_label("What is the trial about?").fill("Headache and coffee")
    page.get_by_label("What is measured every day?").fill("headache")
    page.get_by_label("From which change").fill("2")
    page.get_by_role("button", name="Begin").click()
    expect(page.locator("[data-sheet=strip] h1")).to_have_text("Headache and coffee")
    assert (app.folder / "headache-and-coffee.nof1").exists()


def test_on_a_small_screen_nothing_is_cut_off(
    app: App, new_page: Callable[..., Page], example: dict[str, bytes]
):
    page = new_page(viewport={"width": 360, "height": 740})
    trial = AppVisit(page, host.put(app.folder, example["first-trial.nof1"]), app)
    for step in ("candidate", "prior", "schedule", "diary", "evidence", "verdict"):
        trial.go(step)
        expect(page.locator("[data-sheet]:visible").nth(1)).to_be_visible()
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 360, step


def test_a_page_says_when_nobody_hears_it_any_more(tmp_path: Path, page: Page, example: dict[str, bytes]):
    (tmp_path / "studies").mkdir()
    path = host.put(tmp_path / "studies", example["first-trial.nof1"])
    with host.app(path, tmp_path / "app.log") as alone:
        trial = AppVisit(page, path, alone)
        lost = trial.sheet("strip").locator("[data-notice=lost]")
        expect(lost).to_be_hidden()
    expect(lost).to_contain_text("The connection to Python is lost")
