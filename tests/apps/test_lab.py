"""The two places to work in: on this machine only, and asking nobody for anything."""

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from apps.terminal import Terminal

from nof1_lab.apps import cli, lab


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What would have been started."""
    started: list[Any] = []

    def record(command: list[str], environment: dict[str, str]) -> int:
        started.append((command, environment))
        return 0

    monkeypatch.setattr(lab, "served", record)
    return started


def test_lab_listens_on_this_machine_only_and_fetches_nothing(
    terminal: Terminal, served: list[Any], tmp_path: Path
):
    said = terminal.done("lab", tmp_path, "--no-browser")
    ((command, environment),) = served
    assert command[:3] == [sys.executable, "-m", "jupyterlab"]
    assert set(command) >= {
        "--ServerApp.ip=127.0.0.1",
        "--ServerApp.open_browser=False",
        f"--ServerApp.root_dir={tmp_path}",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        "--LabApp.extension_manager=readonly",
        "--LabApp.news_url=None",
    }
    assert environment["PANEL_INLINE"] == "true"
    token = environment["JUPYTER_TOKEN"]
    assert len(token) >= 32
    assert said["url"].startswith("http://127.0.0.1:")
    assert said["url"].endswith(f"/lab?token={token}")
    assert not any(token in word for word in command)


def test_the_first_notebook_is_opened_when_it_is_there(terminal: Terminal, served: list[Any], tmp_path: Path):
    (tmp_path / lab.FIRST).write_text("{}")
    assert f"/lab/tree/{lab.FIRST}?token=" in terminal.done("lab", tmp_path)["url"]
    assert f"--LabApp.default_url=/lab/tree/{lab.FIRST}" in served[0][0]


def test_without_a_command_it_is_the_lab(
    terminal: Terminal, served: list[Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    assert terminal.run().code == 0
    assert f"--ServerApp.root_dir={tmp_path}" in served[0][0]


def test_our_settings_come_before_the_persons_own(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", "theirs")
    assert lab.lab_environment("x")["JUPYTER_CONFIG_PATH"] == f"{lab.SETTINGS}{os.pathsep}theirs"
    page = json.loads((lab.SETTINGS / "labconfig" / "page_config.json").read_text())
    assert page == {"disabledExtensions": {"@jupyterlab/apputils-extension:announcements": True}}


@pytest.mark.parametrize("name", ["lab", "app"])
def test_what_is_not_there_is_not_served(terminal: Terminal, served: list[Any], tmp_path: Path, name: str):
    said = terminal.run(name, tmp_path / "nowhere")
    assert said.code == 1
    assert "nof1-lab" in said.err
    assert served == []


def test_a_port_that_is_taken_is_refused_and_otherwise_passed_by(
    terminal: Terminal, served: list[Any], tmp_path: Path
):
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen()
        port = door.getsockname()[1]
        said = terminal.run("lab", tmp_path, "--port", str(port))
        assert (said.code, "Choose another with --port" in said.err) == (1, True)
        assert lab.free_port(None, port) != port
    assert terminal.run("lab", tmp_path, "--port", "70000").code == 1


def test_the_app_is_served_on_a_study_or_a_folder(
    terminal: Terminal, begun: Path, monkeypatch: pytest.MonkeyPatch
):
    from nof1_lab.apps import engine, server

    warmed: list[bool] = []
    monkeypatch.setattr(engine.Sampler, "warm", lambda _: warmed.append(True))
    calls: list[tuple[Path, dict[str, Any]]] = []
    monkeypatch.setattr(server, "serve", lambda where, **how: calls.append((where, how)))
    url = terminal.done("app", begun, "--no-browser")["url"]
    terminal.done("app", begun.parent)
    assert [where for where, _ in calls] == [begun, begun.parent]
    assert [how["has_browser"] for _, how in calls] == [False, True]
    assert url == f"http://127.0.0.1:{calls[0][1]['port']}/"
    assert warmed == [True, True]


def test_ctrl_c_is_no_fault(terminal: Terminal, begun: Path, monkeypatch: pytest.MonkeyPatch):
    def pressed(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("nof1_lab.apps.inquiry.history", pressed)
    said = terminal.run("log", begun)
    assert (said.code, said.out, said.err) == (cli.INTERRUPTED, "", "")


@pytest.fixture
def running(tmp_path: Path) -> Iterator[str]:
    """The address of a JupyterLab that was really started."""
    private = {f"JUPYTER_{name}_DIR": str(tmp_path / name.lower()) for name in ("CONFIG", "DATA", "RUNTIME")}
    (tmp_path / "trials").mkdir()
    command = [
        sys.executable,
        "-m",
        "nof1_lab.apps.cli",
        "lab",
        tmp_path / "trials",
        "--no-browser",
        "--json",
    ]
    with (tmp_path / "lab.log").open("wb") as log:
        server = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=log, text=True, env=os.environ | private
        )
    assert server.stdout is not None
    said = ""
    while not said.endswith("}\n"):
        said += server.stdout.readline()
    yield json.loads(said)["url"]
    server.terminate()
    server.communicate(timeout=30)


def fetched(url: str) -> str:
    """A page, as soon as the server is up."""
    for _ in range(600):
        try:
            with urllib.request.urlopen(url, timeout=30) as page:
                return page.read().decode()
        except urllib.error.HTTPError:
            raise
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(url)


@pytest.mark.slow
def test_a_real_lab_asks_for_its_token_and_brings_no_news(running: str):
    page = fetched(running)
    config = json.loads(re.search(r'id="jupyter-config-data"[^>]*>(.*?)</script>', page, re.DOTALL)[1])
    assert "@jupyterlab/apputils-extension:announcements" in config["disabledExtensions"]
    assert config.get("newsUrl") in (None, "None", "")
    root = running.split("/lab", maxsplit=1)[0]
    with pytest.raises(urllib.error.HTTPError, match="403"):
        fetched(f"{root}/api/contents")
