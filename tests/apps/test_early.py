"""What a page says before its line is open is heard once it is, in the order in which it was said."""

from types import SimpleNamespace
from typing import Any

from nof1_lab.apps.early import PAGES, listen


class Line:
    """A line to a page: what was heard on it, and for whom the kernel was speaking."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, str]] = []


class Kernel:
    """As much of a kernel as handles lines; what is said on no line is lost, as in ipykernel."""

    def __init__(self) -> None:
        self.comm_manager = SimpleNamespace(comms={})
        self.shell_handlers: dict[str, Any] = {"comm_open": self.open, "comm_msg": self.hear}
        self.parent: dict[str, Any] = {}
        self.meanwhile: list[dict[str, Any]] = []
        self.lost: list[str] = []

    def set_parent(self, _ident: bytes, parent: dict[str, Any], channel: str) -> None:
        assert channel == "shell"
        self.parent = parent

    def open(self, _stream: object, _ident: bytes, message: dict[str, Any]) -> None:
        self.comm_manager.comms[message["content"]["comm_id"]] = Line()
        for said in self.meanwhile:  # by another thread, before the line has somebody who listens
            self.say(said)

    def hear(self, _stream: object, _ident: bytes, message: dict[str, Any]) -> None:
        line = self.comm_manager.comms.get(message["content"]["comm_id"])
        if line is None:
            self.lost.append(message["content"]["data"])
        else:
            line.heard.append((message["content"]["data"], self.parent["header"].get("subshell_id", "main")))

    def say(self, message: dict[str, Any]) -> None:
        kind = "comm_msg" if "data" in message["content"] else "comm_open"
        self.shell_handlers[kind](None, b"page", message)

    def heard(self, line: str) -> list[tuple[str, str]]:
        return self.comm_manager.comms[line].heard


def opening(line: str) -> dict[str, Any]:
    return {"header": {}, "content": {"comm_id": line}}


def words(line: str, data: str, *, subshell: str = "") -> dict[str, Any]:
    header = {"subshell_id": subshell} if subshell else {}
    return {"header": header, "content": {"comm_id": line, "data": data}}


def listening() -> Kernel:
    kernel = Kernel()
    listen(kernel)
    return kernel


def test_what_overtook_the_opening_is_heard_after_it():
    kernel = listening()
    kernel.say(words("prior", "first", subshell="own"))
    kernel.say(words("prior", "second", subshell="own"))
    kernel.set_parent(b"page", opening("prior"), channel="shell")
    kernel.say(opening("prior"))
    assert kernel.heard("prior") == [("first", "own"), ("second", "own")]
    assert kernel.lost == []
    assert kernel.parent == opening("prior")  # the opening is what the kernel is at, as before


def test_what_is_said_while_the_line_opens_waits_its_turn():
    kernel = listening()
    kernel.say(words("prior", "first", subshell="own"))
    kernel.meanwhile = [words("prior", "second", subshell="own")]
    kernel.say(opening("prior"))
    assert kernel.heard("prior") == [("first", "own"), ("second", "own")]


def test_on_an_open_line_nothing_waits():
    kernel = listening()
    kernel.say(opening("prior"))
    kernel.set_parent(b"page", words("prior", "first", subshell="own"), channel="shell")
    kernel.say(words("prior", "first", subshell="own"))
    assert kernel.heard("prior") == [("first", "own")]


def test_what_came_in_its_turn_is_for_the_kernel_to_judge():
    """In the main shell nothing is overtaken: no line is going to open for this."""
    kernel = listening()
    kernel.say(words("gone", "too late"))
    assert kernel.lost == ["too late"]


def test_pages_that_never_open_do_not_fill_the_memory():
    kernel = listening()
    for number in range(PAGES + 1):
        kernel.say(words(str(number), "first", subshell="own"))
    for number in range(PAGES + 1):
        kernel.say(opening(str(number)))
    assert [kernel.heard(str(number)) for number in (0, 1)] == [[], [("first", "own")]]


def test_a_kernel_listens_once():
    kernel = listening()
    handlers = dict(kernel.shell_handlers)
    listen(kernel)
    assert kernel.shell_handlers == handlers


def test_a_kernel_of_another_kind_is_left_alone():
    other = SimpleNamespace()
    listen(other)
    assert vars(other) == {}
