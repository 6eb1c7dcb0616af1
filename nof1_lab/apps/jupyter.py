"""What a notebook needs before a screen can show in a cell, also without the internet."""

import os
from collections.abc import Callable
from functools import partial
from typing import Any

from nof1_lab.apps import early
from nof1_lab.apps.turn import Turn
from nof1_lab.views.sheet import STATIC

LOAD = "application/vnd.holoviews_load.v0+json"
PLACE = "nof1_lab: the cell that carries the browser half"
DRAW = "await Bokeh.embed.embed_items_notebook"
ONCE = "if (!window.nof1_lab_loaded) {{ window.nof1_lab_loaded = true;\n{script}\n}}"


def prepare() -> None:
    """The browser half of Panel, published into the cell that shows the first screen of a kernel.

    Panel would publish it with every call, and a page that loads it twice forgets what it showed: so it goes
    into one cell, again when that very cell runs again, and a page that has it leaves it alone.
    """
    cell = running_cell()
    if cell is None:
        return
    early.listen(running_kernel())
    os.environ.setdefault("PANEL_INLINE", "true")
    import panel

    if panel.state.cache.get(PLACE) == cell:
        set_loaded(panel.extension, False)  # the cell's output was cleared: once more
    elif is_loaded(panel.extension):
        return
    panel.state.cache[PLACE] = cell
    _publish(_load())


def running_cell() -> str | None:
    """What names the notebook cell that runs now; None outside a notebook."""
    kernel = running_kernel()
    if kernel is None:
        return None
    parent = kernel.get_parent()
    return str(parent.get("metadata", {}).get("cellId") or parent.get("header", {}).get("msg_id", ""))


def running_kernel() -> Any:
    """The kernel of this notebook; None outside one."""
    try:
        from IPython import get_ipython  # pyright: ignore[reportPrivateImportUsage]
    except ImportError:
        return None
    return getattr(get_ipython(), "kernel", None)


def is_loaded(extension: Any) -> bool:
    """Whether this kernel has published the browser half already; there is no public word for it."""
    return bool(extension._loaded)  # noqa: SLF001


def set_loaded(extension: Any, is_loaded: bool) -> None:
    """Let this kernel think that it has published the browser half, or has not."""
    extension._loaded = is_loaded  # noqa: SLF001


def _load() -> str:
    """All that Panel publishes for a notebook, as one script."""
    import holoviews
    import panel
    from IPython.utils.capture import capture_output

    set_loaded(holoviews.extension, False)  # else it would leave its half out
    with capture_output() as captured:
        panel.extension(inline=True)
    return "\n".join(output.data[LOAD] for output in captured.outputs if LOAD in output.data)


def _publish(script: str) -> None:
    from IPython.display import publish_display_data

    publish_display_data({LOAD: ONCE.format(script=script)})


def bundle(
    view: Any, turn: Turn, returned: Callable[[], object], include: Any = None, exclude: Any = None
) -> Any:
    """What a cell shows; ``returned`` is called when its page comes back from F5 with old pictures."""
    prepare()
    if _inline not in view._hooks:  # noqa: SLF001 - Panel keeps no public list of them
        view._hooks.append(_inline)  # noqa: SLF001
    return _calm(turn.take(_shown, view, turn, returned, include, exclude))


def _shown(view: Any, turn: Turn, returned: Callable[[], object], include: Any, exclude: Any) -> Any:
    shown = view._repr_mimebundle_(include, exclude)
    for comm, client in view._comms.values():  # noqa: SLF001
        if not isinstance(client._on_open, _Door):  # noqa: SLF001
            client._on_open = _Door(comm, turn, returned)  # noqa: SLF001
            client._on_msg = partial(turn.take, client._on_msg)  # noqa: SLF001
    return shown


def _calm(shown: Any) -> Any:
    """The same, patient with its kernel, and without the complaint of a page that scrolled on too soon."""
    if shown is None:
        return None
    data, metadata = shown
    html = data.get("text/html", "").replace("if (id_el.children.length", "if (id_el?.children.length")
    patience = (STATIC / "patience.js").read_text("utf-8")
    html = html.replace(DRAW, f";(() => {{\n{patience}}})();\n{DRAW}")
    return data | {"text/html": html}, metadata


def _inline(_view: object, root: Any, changed: Any, _old: object) -> None:
    """Styles as text: Panel looks for what comes later in a network, where no network is."""
    from bokeh.models import UIElement
    from panel.io.notebook import patch_inline_stylesheets

    model, _ = changed._models.get(root.ref["id"], (root, None))  # noqa: SLF001
    for part in model.select({"type": UIElement}):
        patch_inline_stylesheets(part)


class _Door:
    """Opens the line to a page, and tells a page that comes back from one that is new.

    Until then it stands in for the line, and keeps what is said: Panel would try again later, when newer
    words may have gone ahead, and from the sampler's thread never.
    """

    def __init__(self, comm: Any, turn: Turn, returned: Callable[[], object]) -> None:
        self._comm, self._turn, self._returned, self._is_open = comm, turn, returned, False
        self._said: list[tuple[Any, Any, Any]] = []
        comm._comm = self  # noqa: SLF001

    def __call__(self, _message: object) -> None:
        self._turn.take(self._open)

    def send(self, data: Any = None, metadata: Any = None, buffers: Any = None) -> None:
        """Keep this for the page that opens."""
        self._said.append((data, metadata, buffers))

    def close(self) -> None:
        """Nothing was open yet."""

    def _open(self) -> None:
        self._comm.init()
        for said in self._said:
            self._comm.send(*said)
        self._said.clear()
        if self._is_open:
            self._returned()
        self._is_open = True
