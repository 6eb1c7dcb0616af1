"""The app on this machine: a page for every study in a folder, and nothing beyond loopback."""

import logging
import re
import secrets
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import panel as pn
from bokeh.models import CustomJS

from nof1_lab.apps import signature
from nof1_lab.apps.bench import Bench
from nof1_lab.apps.page import Page
from nof1_lab.apps.plate import button_style
from nof1_lab.apps.shelf import SUFFIX, FolderShelf, located
from nof1_lab.errors import NofOneError, ShelfError
from nof1_lab.study.log import begun
from nof1_lab.study.measure import Measure
from nof1_lab.study.steps import begin
from nof1_lab.views import text

LOOPBACK = "127.0.0.1"
TITLE = "nof1_lab"
REFRESH_MILLISECONDS = 1000
PAGE = """
{% block postamble %}
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
  :root {
    color-scheme: light dark; --paper: #ffffff; --ink: #1b2330; --soft: #f4f6f9;
    --design-background-color: var(--paper); --design-background-text-color: var(--ink);
    --design-surface-color: var(--soft); --design-surface-text-color: var(--ink);
  }
  @media (prefers-color-scheme: dark) { :root { --paper: #141922; --ink: #e8ebf1; --soft: #1c212b; } }
  html, body {
    background: var(--paper); color: var(--ink); height: auto;
    font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  }
  main {
    max-width: 1000px; margin: 0 auto; padding: 20px clamp(8px, 3vw, 24px) 64px; box-sizing: border-box;
  }
</style>
{% endblock %}
{% block contents %}
<main>{% for doc in docs %}{% for root in doc.roots %}{{ embed(root) }}{% endfor %}{% endfor %}</main>
{% endblock %}
"""
FIELD = """
:host label, :host .bk-input { font: 400 14px/1.45 system-ui, "Segoe UI", Roboto, Arial, sans-serif; }
:host .bk-input { min-height: 40px; border-radius: 8px; }
:host select.bk-input { appearance: auto; background-image: none; }
"""
LOST = "document.documentElement.dataset.nof1Lost = ''"
FOUND = "delete document.documentElement.dataset.nof1Lost"


class Desk:
    """The benches of this process: one for a study, shared by all its pages."""

    def __init__(self, shelf: FolderShelf, *, only: str | None = None) -> None:
        self.shelf = shelf
        self.only = only
        self._benches: dict[str, Bench] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """The studies that may be opened here."""
        return (self.only,) if self.only else self.shelf.list()

    def bench(self, name: str) -> Bench:
        """The bench of a study; only what lies on this shelf is opened.

        A file that was swapped for another since is another study: a new page gets a bench of its own.
        """
        if name not in self.names:
            raise ShelfError(
                "There is no such study here.",
                "One of the studies in this folder was expected.",
                "Choose one of them.",
            )
        kept, known = self.shelf.open(name), self._benches.get(name)
        if known is None or not kept.follows(known.log):
            known = self._benches[name] = Bench(kept, shelf=self.shelf, name=name)
        return known

    def begin(self, title: str, measure: Measure) -> str:
        """The name of a new study in this folder."""
        stem = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:40] or "study"
        taken = set(self.names)
        name = next(n for n in (f"{stem}{k or ''}{SUFFIX}" for k in range(1000)) if n not in taken)
        self.shelf.append(name, begun(begin, title, measure, who=signature.who(), at=signature.now()), "")
        return name


def serve(where: Path, *, port: int = 0, has_browser: bool = True, say: Callable[[str], object]) -> None:
    """Serve a study, or a folder of them, until it is stopped."""
    for name in ("asyncio", "tornado.application", "bokeh.server.views.ws"):
        logging.getLogger(name).addFilter(is_news)
    server = listening(where, port=port)
    url = f"http://{LOOPBACK}:{server.port}/"
    say(url)
    if has_browser:
        server.io_loop.add_callback(server.show, "/")
    server.start()
    server.io_loop.start()


def is_news(record: logging.LogRecord) -> bool:
    """Whether a line of the log is worth reading: that a closed page hears nothing is not."""
    error = record.exc_info[1] if record.exc_info else None
    is_closed = type(error).__name__ == "WebSocketClosedError"
    return not is_closed and "connection was closed" not in record.getMessage()


def listening(where: Path, *, port: int = 0) -> Any:
    """A server on loopback alone: sessions are signed, and only its own pages may talk to it."""
    desk = desk_of(where)
    port = port or free_port()
    origins = [f"{LOOPBACK}:{port}", f"localhost:{port}"]
    try:
        server = pn.io.server.get_server(
            {"/": lambda: view(desk)}, port=port, address=LOOPBACK, websocket_origin=origins, title=TITLE,
            sign_sessions=True, secret_key=secrets.token_bytes(32), generate_session_ids=True,
        )  # fmt: skip
    except OSError:
        raise ShelfError(
            f"Port {port} is taken.",
            "A port that nobody uses was expected.",
            "Leave --port out, or choose another.",
        ) from None
    send_at_once(server)
    return server


def send_at_once(server: Any) -> None:
    """Let small packets go when they are written: a drag would wait 40 ms for each answer."""
    for door in server._http._sockets.values():  # noqa: SLF001 - what is accepted there inherits it
        door.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def desk_of(where: Path) -> Desk:
    """The studies at a place: all of a folder, or the one of a file."""
    if where.is_dir():
        return Desk(FolderShelf(where))
    shelf, name = located(where)
    shelf.open(name)
    return Desk(shelf, only=name)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as door:
        door.bind((LOOPBACK, 0))
        return int(door.getsockname()[1])


def view(desk: Desk) -> Any:
    """What a visitor sees: the study that the address names, or the list of all."""
    pn.config.reconnect = True
    document: Any = pn.state.curdoc
    document.template = PAGE
    document.js_on_event("connection_lost", CustomJS(code=LOST))
    document.js_on_event("client_reconnected", CustomJS(code=FOUND))
    wanted = argument("study") or desk.only
    if wanted is None:
        return front(desk)
    try:
        page = Page(desk.bench(wanted), at=argument("step") or "")
    except NofOneError as error:
        return pn.Column(text.pane(text.complaint(error)), *([] if desk.only else [front(desk)]))
    pn.state.add_periodic_callback(page.refresh, period=REFRESH_MILLISECONDS)
    return page


def argument(name: str) -> str | None:
    """What the address says."""
    values = pn.state.session_args.get(name)
    return values[0].decode("utf-8", "replace") if values else None


def front(desk: Desk) -> pn.Column:
    """The studies of the folder, and a form to begin one."""
    rows = [opener(name) for name in desk.names]
    empty = (
        [] if rows else [text.pane(text.paragraph("There is no study in this folder yet. Begin one below."))]
    )
    return pn.Column(
        text.pane(text.heading("Your trials", 1)),
        *rows,
        *empty,
        form(desk),
        sizing_mode="stretch_width",
        margin=0,
    )


def opener(name: str) -> Any:
    """A button that opens a study."""
    button = pn.widgets.Button(
        label=f"Open {name.removesuffix(SUFFIX)}",
        stylesheets=[button_style()],
        sizing_mode="stretch_width",
        margin=(0, 10, 8, 10),
    )
    button.on_click(lambda _: go_to(name))
    return button


def form(desk: Desk) -> pn.Column:
    """A few questions, and the study that follows from the answers."""
    title = question("What is the trial about?", "Better sleep for Sam")
    name = question("What is measured every day?", "Time to fall asleep")
    unit = question("In which unit?", "minutes, points, … (may stay empty)")
    better = pn.widgets.Select(label="Which way is better?", options=["lower", "higher"], stylesheets=[FIELD])
    worthwhile = pn.widgets.FloatInput(
        label="From which change on would it be worth it?", value=1.0, start=0.0, stylesheets=[FIELD]
    )
    said = text.pane("")
    button = pn.widgets.Button(
        label="Begin", stylesheets=[button_style()], css_classes=["nof1-main"], margin=(12, 10)
    )

    def begin_it(_: object) -> None:
        try:
            measure = Measure(name.value.strip(), better.value, worthwhile.value or 0.0, unit.value.strip())
            go_to(desk.begin(title.value.strip(), measure))
        except NofOneError as error:
            said.object = str(text.complaint(error))

    button.on_click(begin_it)
    return pn.Column(
        text.pane(text.heading("Begin a new one")), title, name, unit, better, worthwhile, button, said,
        sizing_mode="stretch_width", max_width=560, margin=0,
    )  # fmt: skip


def question(words: str, example: str) -> Any:
    """A line to answer in, with an answer as somebody else would write it."""
    return pn.widgets.TextInput(
        label=words, placeholder=f"e.g. {example}", stylesheets=[FIELD], sizing_mode="stretch_width"
    )


def go_to(name: str) -> None:
    """Send this page to a study."""
    from urllib.parse import urlencode

    location = pn.state.location
    if location is not None:
        location.param.update(search=f"?{urlencode({'study': name})}", reload=True)
