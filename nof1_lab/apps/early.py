"""What a page says before Python has heard of it: nothing of it may be lost."""

import threading
from collections.abc import Callable
from typing import Any, TypeAlias

Message: TypeAlias = tuple[Any, Any, dict[str, Any]]
Handler: TypeAlias = Callable[[Any, Any, dict[str, Any]], Any]
PAGES = 64  # a page that is never opened must not fill the memory


class Early:
    """Keeps what overtakes the opening of its line, and hands it over once the line is open.

    JupyterLab gives each line a subshell of its own as soon as it can: the opening waits in the main shell
    behind the cell that runs, while what is said next goes past it. The kernel would drop that, and the page
    would wait for an answer.
    https://github.com/ipython/ipykernel/blob/main/docs/subshells.md
    """

    def __init__(self, kernel: Any) -> None:
        self._kernel = kernel
        self._lines: dict[str, Any] = kernel.comm_manager.comms
        self._lock = threading.Lock()
        self._kept: dict[str, list[Message]] = {}
        self._open: Handler = kernel.shell_handlers["comm_open"]
        self._hear: Handler = kernel.shell_handlers["comm_msg"]

    def open(self, stream: Any, ident: Any, message: dict[str, Any]) -> None:
        """Open a line, then hear what was said on it already."""
        name = line_of(message)
        with self._lock:
            self._kept.setdefault(name, [])  # from here on later words queue up behind earlier ones
        try:
            self._open(stream, ident, message)
            while (said := self._next(name)) is not None:
                self._kernel.set_parent(said[1], said[2], channel="shell")  # so that its own subshell answers
                self._hear(*said)
        finally:
            self._kernel.set_parent(ident, message, channel="shell")

    def hear(self, stream: Any, ident: Any, message: dict[str, Any]) -> None:
        """Hear what is said on a line, or keep it until there is one."""
        if not self._keep(stream, ident, message):
            self._hear(stream, ident, message)

    def _keep(self, *said: Any) -> bool:
        """Whether it came too early; in the main shell nothing overtakes anything."""
        name = line_of(said[2])
        with self._lock:
            has_overtaken = bool(said[2]["header"].get("subshell_id")) and name not in self._lines
            if name not in self._kept and not has_overtaken:
                return False
            self._kept.setdefault(name, []).append(said)
            while len(self._kept) > PAGES:
                del self._kept[next(iter(self._kept))]
            return True

    def _next(self, name: str) -> Message | None:
        with self._lock:
            said = self._kept.get(name)
            if said:
                return said.pop(0)
            self._kept.pop(name, None)
            return None


def listen(kernel: Any) -> None:
    """Let a kernel keep what comes too early; once is enough, and a kernel of another kind needs none."""
    handlers = getattr(kernel, "shell_handlers", None)
    if not handlers or isinstance(getattr(handlers.get("comm_msg"), "__self__", None), Early):
        return
    early = Early(kernel)
    handlers["comm_open"], handlers["comm_msg"] = early.open, early.hear


def line_of(message: dict[str, Any]) -> str:
    """The name of the line that a message belongs to."""
    return str(message["content"]["comm_id"])
