"""Asking a model, from the question to the log: what a screen and the terminal share."""

import threading
from collections.abc import Mapping
from typing import Any

import param

from nof1_lab.apps import lfm
from nof1_lab.apps.bench import Bench
from nof1_lab.apps.endpoint import PRESETS, Policy, policy, require_allowed
from nof1_lab.apps.reply import Reply, call_of, reply_to, told_apart
from nof1_lab.apps.request import KEY, Key, Request, key_in, request_of, require_approved
from nof1_lab.apps.shelf import FolderShelf
from nof1_lab.errors import AskError, ConflictError, FormRefusedError, NofOneError
from nof1_lab.exchange.question import Form, plainer, question, words
from nof1_lab.study.call import Call
from nof1_lab.study.document import Study
from nof1_lab.study.steps import ask
from nof1_lab.views.ask import Preview, Progress, Wish
from nof1_lab.views.inbox import InboxSheet

PLAINER = {
    "schema": "",
    "object": "The endpoint cannot be held to a schema: this asks for JSON instead.",
    "text": "The endpoint cannot be held to JSON: this asks in words alone.",
}


class Asking(param.Parameterized):
    """The way from one bench to a model: one call at a time, none before it was approved.

    ``progress`` changes in any thread. ``reply`` is the last answer, for a person to look through.
    """

    progress: Any = param.Parameter(Progress(), doc="How far a call is.")

    def __init__(self, bench: Bench, rules: Policy | None = None) -> None:
        super().__init__()
        self._bench = bench
        is_shared = bench.shelf is not None and not isinstance(bench.shelf, FolderShelf)
        self._rules = policy(is_shared=is_shared) if rules is None else rules
        self._forms: dict[tuple[str, str], Form] = {}
        self._lock = threading.Lock()
        self._cancelled = threading.Event()
        self.reply: Reply | None = None

    @property
    def presets(self) -> Mapping[str, str]:
        """Endpoints to choose from; any other may be typed, where a person chooses."""
        allowed = self._rules.endpoints
        return PRESETS if allowed is None else {url: url for url in allowed}

    @property
    def obstacle(self) -> NofOneError | None:
        """Why nothing can be sent from here, or None."""
        try:
            lfm.require_library()
            self._rules.require_some()
        except NofOneError as error:
            return error
        return None

    def question(self, study: Study, topic: str) -> tuple[str, tuple[str, ...]]:
        """The question to copy, and what was taken out of it."""
        asked = question(study, topic)
        return words(asked), asked.taken_out

    def preview(self, study: Study, wish: Wish) -> Preview:
        """All that would leave; nothing is looked up or opened for it."""
        request, _ = self._request(study, wish)
        return Preview(request.shown, request.sha256, PLAINER[self._form(wish)])

    def send(self, study: Study, wish: Wish) -> None:
        """Ask, behind; what is not exactly what was approved does not leave."""
        request, key = self._request(study, wish)
        require_approved(request, wish.approve)
        with self._lock:
            if self.progress.is_asking:
                raise AskError(
                    "A question is under way.", "One at a time was expected.", "Wait for it, or stop it."
                )
            self._cancelled = threading.Event()
            self.progress = Progress(is_asking=True, words="asking …")
        behind = threading.Thread(
            target=self._work, args=(request, key, wish, self._cancelled), name="nof1_lab asks", daemon=True
        )
        behind.start()

    def cancel(self) -> None:
        """Hang up."""
        self._cancelled.set()

    def dismiss(self) -> None:
        """Put away what was said of the last call; one that is under way goes on."""
        with self._lock:
            if not self.progress.is_asking and self.progress != Progress():
                self.progress = Progress()

    def _form(self, wish: Wish) -> Form:
        return self._forms.get((wish.url.strip(), wish.model.strip()), "schema")

    def _request(self, study: Study, wish: Wish) -> tuple[Request, Key | None]:
        key = key_in(KEY)
        place = key.place if key else ""
        request = request_of(
            study, url=wish.url, model=wish.model, topic=wish.topic, form=self._form(wish), key=place
        )
        self._rules.require(request.endpoint)
        require_allowed(request.endpoint, may_be_private=self._may_be_private(wish))
        return request, key

    def _may_be_private(self, wish: Wish) -> bool:
        """A person may allow their own network; on a shared server, its keeper does."""
        return wish.private if self._rules.endpoints is None else True

    def _work(self, request: Request, key: Key | None, wish: Wish, cancelled: threading.Event) -> None:
        try:
            self.progress = self._asked(request, key, wish, cancelled)
        except NofOneError as error:
            self.progress = Progress(fault=error)
        except Exception as error:  # noqa: BLE001 - the message may hold what was sent: only its kind is told
            self.progress = Progress(fault=mishap(error))

    def _asked(self, request: Request, key: Key | None, wish: Wish, cancelled: threading.Event) -> Progress:
        fault: NofOneError | None = None
        reply: Reply | None = None
        try:
            text = lfm.ask(
                request, key, may_be_private=self._may_be_private(wish), cancelled=cancelled,
                told=lambda said: self.param.update(progress=Progress(is_asking=True, words=said)),
            )  # fmt: skip
            reply = reply_to(request, text)
        except NofOneError as error:
            fault = error
        self._log(call_of(request, reply, fault))
        if isinstance(fault, FormRefusedError):
            self._forms[wish.url.strip(), wish.model.strip()] = plainer(self._form(wish))
        if fault is not None:
            return Progress(fault=fault)
        self.reply = reply
        return Progress(words="The model has answered: look it through, and accept what you want.")

    def _log(self, call: Call) -> None:
        """Keep the call; when somebody else was faster, once more on top of theirs."""
        try:
            self._bench.do(ask, told_apart(self._bench.study, call))
        except ConflictError:
            self._bench.refresh()
            self._bench.do(ask, told_apart(self._bench.study, call))


class Delivery:
    """Lays each answer into a box, once, for a person to look through."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking
        self._laid: Reply | None = None

    def to(self, box: InboxSheet, study: Study) -> None:
        """Lay down what has come; a page that is opened anew is told again, until something was accepted."""
        reply = self._asking.reply
        if reply is None or reply is self._laid:
            return
        self._laid = reply
        if not any(each.source and each.source.sha256 == reply.sha256 for each in study.candidates):
            box.lay(reply.name, reply.text)


LOCK = threading.Lock()


def asking_of(bench: Bench) -> Asking:
    """The one way from a bench to a model: a page that is opened anew still sees its call."""
    with LOCK:
        known = vars(bench)
        if "asking" not in known:
            known["asking"] = Asking(bench)
        return known["asking"]


def mishap(error: Exception) -> AskError:
    """A fault of ours; its words are not told, for they may hold what was sent."""
    return AskError(
        f"Something broke while the model was asked ({type(error).__name__}).",
        "A call like this was expected to work.",
        "Ask again; if it stays like this, please report it.",
    )
