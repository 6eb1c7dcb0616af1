"""The two places where a trial is worked on: a JupyterLab and the app, each a process of its own."""

import ast
import contextlib
import json
import os
import secrets
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from playwright.sync_api import Page, Playwright

REPOSITORY = Path(__file__).resolve().parents[2]
SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
PATIENCE = 120_000  # for a condition that comes true in a moment, on a machine that is slow and busy
CELLS = "jupyterapp.shell.currentWidget.content.widgets.filter(c => c.model.type === 'code')"
FAILED = f"{CELLS}.flatMap(c => c.model.outputs.toJSON()).filter(o => o.output_type === 'error')"


def chromium(playwright: Playwright) -> str:
    """Where a Chromium stands on this machine: named by CHROMIUM, installed by apt, or Playwright's own."""
    own = Path(playwright.chromium.executable_path)
    named = os.environ.get("CHROMIUM")
    for place in (named, "/usr/bin/chromium", "/usr/bin/chromium-browser", str(own)):
        if place and Path(place).exists():
            return place
    raise FileNotFoundError(
        "No Chromium was found. One at CHROMIUM, /usr/bin/chromium or Playwright's own was expected."
        " Run `make test`, or `python -m playwright install chromium`."
    )


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


def answers(url: str) -> bool:
    """Whether something answers there, be it a refusal."""
    try:
        urllib.request.urlopen(url, timeout=5).close()
    except urllib.error.HTTPError as refused:
        refused.close()
        return True
    except OSError:
        return False
    return True


@contextlib.contextmanager
def running(
    command: list[str], url: str, *, log: Path, patience: float = PATIENCE / 1000, **how: Any
) -> Iterator[None]:
    """A server that answers at ``url``, and its whole family gone afterwards."""
    with log.open("wb") as sink:
        process = subprocess.Popen(command, stdout=sink, stderr=subprocess.STDOUT, **how)
    try:
        end = time.monotonic() + patience
        while not answers(url):
            if process.poll() is not None or time.monotonic() > end:
                raise RuntimeError(f"{' '.join(command[:4])} did not come up:\n{log.read_text()[-4000:]}")
            time.sleep(0.05)
        yield
    finally:
        process.terminate()
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(15)


@dataclass
class App:
    """`nof1-lab app FOLDER`, and the folder it serves."""

    base: str
    folder: Path

    def url(self, study: str) -> str:
        """Where the page of one study stands."""
        return f"{self.base}/?study={study}"


@contextlib.contextmanager
def app(folder: Path, log: Path) -> Iterator[App]:
    """The app, served from a process of its own."""
    port = free_port()
    command = [
        sys.executable,
        "-m",
        "nof1_lab.apps.cli",
        "app",
        str(folder),
        "--port",
        str(port),
        "--no-browser",
    ]
    base = f"http://127.0.0.1:{port}"
    with running(command, base, log=log, cwd=REPOSITORY, env=_environment()):
        yield App(base, folder)


@dataclass
class Lab:
    """A JupyterLab, and the folder it serves."""

    base: str
    token: str
    folder: Path

    def write(self, *cells: str) -> str:
        """The name of a new notebook with these cells of code."""
        name = f"n{secrets.token_hex(4)}.ipynb"
        book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
        book.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
        nbformat.write(book, self.folder / name)
        return name

    def visit(self, page: Page, name: str) -> None:
        """Open a notebook in a workspace of its own and wait for its kernel."""
        page.goto(f"{self.base}/lab/workspaces/w{secrets.token_hex(4)}/tree/{name}?token={self.token}")
        self.ready(page)

    def ready(self, page: Page) -> None:
        """Wait until the notebook in front has a kernel."""
        page.wait_for_function(
            "() => window.jupyterapp?.shell?.currentWidget?.sessionContext?.session?.kernel", timeout=PATIENCE
        )
        page.evaluate(
            "async () => { const w = jupyterapp.shell.currentWidget;"
            " await w.context.ready; await w.sessionContext.ready; }"
        )

    def run_all(self, page: Page) -> None:
        """Run the notebook in front from top to bottom; no cell may fail."""
        self.start_all(page)
        self.settled(page)

    def start_all(self, page: Page) -> None:
        """Begin to run the notebook in front, and do not wait for it."""
        page.evaluate("() => { jupyterapp.commands.execute('notebook:run-all-cells'); }")

    def restart_and_run_all(self, page: Page) -> None:
        """A new kernel for the notebook in front, and all of it once more."""
        page.evaluate(
            "async () => { await jupyterapp.shell.currentWidget.sessionContext.restartKernel();"
            f" {CELLS}.forEach(c => {{ c.model.executionCount = null; }}); }}"
        )
        self.run_all(page)

    def settled(self, page: Page) -> None:
        """Wait until every cell has run and the kernel rests; no cell may have failed."""
        page.wait_for_function(
            f"""() => {{ const cells = {CELLS}.filter(c => c.model.sharedModel.getSource());
              const rests = jupyterapp.shell.currentWidget.sessionContext.session.kernel.status === 'idle';
              return rests && (cells.every(c => c.model.executionCount) || {FAILED}.length > 0); }}""",
            timeout=PATIENCE,
        )
        failed = page.evaluate(f"() => {FAILED}.map(o => o.ename + ': ' + o.evalue)")
        assert not failed, failed

    def save(self, page: Page) -> None:
        """Save the notebook in front."""
        page.evaluate("async () => { await jupyterapp.shell.currentWidget.context.save(); }")

    def value(self, page: Page, expression: str) -> Any:
        """What a Python expression is worth in the kernel of the notebook in front."""
        reply = page.evaluate(
            """async expression => {
              const kernel = jupyterapp.shell.currentWidget.sessionContext.session.kernel;
              const done = await kernel.requestExecute({ code: '', store_history: false, silent: true,
                user_expressions: { v: expression } }).done;
              return done.content.user_expressions.v; }""",
            f"__import__('json').dumps({expression})",
        )
        assert reply["status"] == "ok", reply
        return json.loads(ast.literal_eval(reply["data"]["text/plain"]))


@contextlib.contextmanager
def lab(folder: Path, private: Path) -> Iterator[Lab]:
    """A JupyterLab with settings of its own, asking nobody for news."""
    (private / "labconfig").mkdir(parents=True)
    quiet = {"disabledExtensions": {"@jupyterlab/apputils-extension:announcements": True}}
    (private / "labconfig" / "page_config.json").write_text(json.dumps(quiet))
    port, token = free_port(), secrets.token_hex(16)
    command = [
        sys.executable,
        "-m",
        "jupyterlab",
        "--no-browser",
        "--allow-root",
        "--ip=127.0.0.1",
        f"--port={port}",
        "--ServerApp.port_retries=0",
        f"--IdentityProvider.token={token}",
        f"--ServerApp.root_dir={folder}",
        "--LabApp.expose_app_in_browser=True",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        "--LabApp.extension_manager=readonly",
    ]
    places = {
        "JUPYTER_CONFIG_DIR": private,
        "JUPYTER_DATA_DIR": private / "data",
        "JUPYTER_RUNTIME_DIR": private / "runtime",
        "JUPYTERLAB_SETTINGS_DIR": private / "settings",
        "JUPYTERLAB_WORKSPACES_DIR": private / "workspaces",
        "IPYTHONDIR": private / "ipython",
    }
    base = f"http://127.0.0.1:{port}"
    how = {"cwd": folder, "env": _environment(**{name: str(place) for name, place in places.items()})}
    with running(command, f"{base}/api", log=private / "lab.log", **how):
        yield Lab(base, token, folder)


def _environment(**more: str) -> dict[str, str]:
    """Ours, without what would hide a fault: no inherited switch for offline pages."""
    ours = {k: v for k, v in os.environ.items() if not k.startswith(("PANEL_", "BOKEH_", "PYTHONDONTWRITE"))}
    return ours | {"PYTHONPATH": str(REPOSITORY), "OMP_NUM_THREADS": "1"} | more


def put(folder: Path, data: bytes) -> Path:
    """A study file under a name that no other test uses."""
    path = folder / f"study-{secrets.token_hex(4)}.nof1"
    path.write_bytes(data)
    return path
