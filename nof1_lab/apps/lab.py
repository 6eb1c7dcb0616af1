"""The two places to work in: JupyterLab on a folder, and the app. Both listen to this machine only."""

import os
import secrets
import socket
import subprocess
import sys
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path

from nof1_lab.apps.answer import Answer
from nof1_lab.apps.shelf import SUFFIX
from nof1_lab.errors import ShelfError

SETTINGS = Path(__file__).parent / "settings"
LOOPBACK = "127.0.0.1"
LAB_PORT, APP_PORT = 8888, 5006
MOST_MESSAGE_BYTES = 100_000_000
FIRST = "01-first-trial.ipynb"


def lab(args: Namespace) -> Answer:
    """JupyterLab on the folder; the first notebook is opened when it is there."""
    folder = existing(args.folder)
    port, token = free_port(args.port, LAB_PORT), secrets.token_hex(24)
    page = f"/lab/tree/{FIRST}" if (folder / FIRST).is_file() else "/lab"
    command = lab_command(folder, port, page, is_browser_wanted=not args.no_browser)
    url = f"http://{LOOPBACK}:{port}{page}?token={token}"
    return Answer(
        {"folder": str(folder), "url": url},
        f"JupyterLab: {url}\nCtrl-C ends it.",
        then=lambda: served(command, lab_environment(token)),
    )


def app(args: Namespace) -> Answer:
    """The app on a study, or on a folder of studies."""
    path = Path(args.path).expanduser()
    if not path.exists():
        raise ShelfError(
            f"{args.path!r} does not exist.",
            f"A study (name{SUFFIX}) or a folder was expected.",
            "Check the path, or begin a study with `nof1-lab new`.",
        )
    port = free_port(args.port, APP_PORT)
    url = f"http://{LOOPBACK}:{port}/"

    def then() -> int:
        from nof1_lab.apps.engine import sampler
        from nof1_lab.apps.server import serve

        sampler().warm()  # ready by the time somebody has a first outcome
        serve(path, port=port, has_browser=not args.no_browser, say=lambda _: None)
        return 0

    return Answer({"path": str(path), "url": url}, f"The app: {url}\nCtrl-C ends it.", then=then)


def lab_command(folder: Path, port: int, page: str, *, is_browser_wanted: bool) -> list[str]:
    """How JupyterLab is started: no news, no search for updates, nothing fetched from elsewhere."""
    settings = {
        "ServerApp.ip": LOOPBACK,
        "ServerApp.port": port,
        "ServerApp.port_retries": 0,
        "ServerApp.root_dir": folder,
        "ServerApp.open_browser": is_browser_wanted,
        "ServerApp.tornado_settings": f'{{"websocket_max_message_size": {MOST_MESSAGE_BYTES}}}',
        "LabApp.default_url": page,
        "LabApp.check_for_updates_class": "jupyterlab.NeverCheckForUpdate",
        "LabApp.extension_manager": "readonly",
        "LabApp.news_url": "None",
    }
    options = [f"--{name}={value}" for name, value in settings.items()]
    return [sys.executable, "-m", "jupyterlab", *options, *as_root()]


def as_root() -> list[str]:
    """What Jupyter asks for where the only user is root, as in a container."""
    return ["--allow-root"] if getattr(os, "geteuid", lambda: 1)() == 0 else []


def lab_environment(token: str) -> Mapping[str, str]:
    """Our settings before the person's own, and pages that need no internet."""
    path = os.pathsep.join(filter(None, [str(SETTINGS), os.environ.get("JUPYTER_CONFIG_PATH")]))
    return os.environ | {"JUPYTER_TOKEN": token, "JUPYTER_CONFIG_PATH": path, "PANEL_INLINE": "true"}


def served(command: list[str], environment: Mapping[str, str]) -> int:
    """Become the server, so that Ctrl-C and every other signal reach it."""
    if os.name == "posix":
        os.execve(command[0], command, dict(environment))  # noqa: S606 - a list of words, no shell
    return subprocess.run(command, env=dict(environment), check=False).returncode


def existing(folder: str) -> Path:
    """The folder, or a refusal."""
    path = Path(folder).expanduser().resolve()
    if not path.is_dir():
        raise ShelfError(
            f"{folder!r} is not a folder.",
            "A folder to work in was expected.",
            "Make it first, or write one with the examples: `nof1-lab demo FOLDER`.",
        )
    return path


def free_port(wanted: int | None, first: int) -> int:
    """The port that was asked for, or the first free one from the usual one on."""
    for port in [wanted] if wanted is not None else range(first, first + 100):
        if is_free(port):
            return port
    raise ShelfError(
        f"Port {wanted if wanted is not None else first} is taken or not allowed.",
        "A free port from 1024 to 65535 was expected.",
        "Choose another with --port, or leave it out.",
    )


def is_free(port: int) -> bool:
    """Whether nobody listens there."""
    try:
        with socket.socket() as door:
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            door.bind((LOOPBACK, port))
    except (OSError, OverflowError):
        return False
    return True
