"""The way to a model: the question to copy, and what would leave if it were sent from here."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, Protocol

from nof1_lab.errors import FormRefusedError, NofOneError
from nof1_lab.inference.evidence import Evidence
from nof1_lab.study.document import Study
from nof1_lab.views.message import Message, take
from nof1_lab.views.sheet import STATIC, Component, Part, Props, Sheet, Widget

MOST_IN_A_FIELD = 4_000


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person filled in and pressed; ``approve`` is the hash of what was shown to them."""

    press: Literal["", "show", "hide", "send", "cancel"] = ""
    url: str = ""
    model: str = ""
    topic: str = ""
    private: bool = False
    approve: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """All that would leave, as text, and its hash."""

    text: str
    sha256: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a call is."""

    is_asking: bool = False
    words: str = ""
    fault: NofOneError | None = None


class Asker(Protocol):
    """Who knows how to ask; nothing leaves but by ``send``."""

    @property
    def presets(self) -> Mapping[str, str]: ...  # noqa: D102
    @property
    def obstacle(self) -> NofOneError | None: ...  # noqa: D102
    @property
    def progress(self) -> Progress: ...  # noqa: D102
    def question(self, study: Study, topic: str) -> tuple[str, tuple[str, ...]]: ...  # noqa: D102
    def preview(self, study: Study, wish: Wish) -> Preview: ...  # noqa: D102
    def send(self, study: Study, wish: Wish) -> None: ...  # noqa: D102
    def dismiss(self) -> None: ...  # noqa: D102
    def cancel(self) -> None: ...  # noqa: D102


class AskSheet(Sheet):
    """A question to copy, and three fields and two buttons to send it: look first, then approve.

    What is shown is made anew whenever something changes, so that an old approval never fits.
    """

    def __init__(
        self,
        asker: Asker,
        study: Study | None = None,
        evidence: Evidence | None = None,
        **layout: Any,
    ) -> None:
        self._asker = asker
        self._wish: Wish | None = None
        self._is_open = self._was_asking = False
        self._fault: NofOneError | None = None
        super().__init__(study, evidence, **layout)

    def _reading(self, study: Study, evidence: Evidence | None) -> tuple[Props, Part]:  # noqa: ARG002
        self._wish = self._wish or first(study)
        self._follow(self._asker.progress)
        preview = self._looked(study) if self._is_open else None
        return props(self._asker, study, self._wish, preview, self._fault), part(self._wish)

    def _deal(self, message: Message) -> None:
        wish: Wish = take(Wish, message.part)
        if not message.settled:
            return
        plain = replace(wish, press="", approve="")
        if plain != self._wish:
            self._is_open = self._is_open and wish.press == "show"
        self._wish, self._fault = plain, None
        self._asker.dismiss()
        self._press(wish)
        self.show(self._followed())

    def _follow(self, progress: Progress) -> None:
        """Put the preview away once it was sent; a plainer one is shown when it has to be approved."""
        if self._was_asking and not progress.is_asking:
            self._is_open = isinstance(progress.fault, FormRefusedError)
        self._was_asking = progress.is_asking

    def _press(self, wish: Wish) -> None:
        if wish.press in ("show", "hide"):
            self._is_open = wish.press == "show"
        elif wish.press == "cancel":
            self._asker.cancel()
        elif wish.press == "send":
            self._hand_over(wish)

    def _hand_over(self, wish: Wish) -> None:
        try:
            self._asker.send(self._followed(), wish)
        except NofOneError as error:
            self._fault = error

    def _looked(self, study: Study) -> Preview | None:
        try:
            return self._asker.preview(study, self._wish or Wish())
        except NofOneError as error:
            self._fault, self._is_open = error, False
            return None


class AskComponent(AskSheet, Component):  # pyright: ignore[reportIncompatibleMethodOverride] - Panel shows by serving
    """The way to a model, for Panel."""

    _esm = STATIC / "ask.js"


class AskWidget(AskSheet, Widget):
    """The way to a model, for ipywidgets."""

    _esm = STATIC / "ask.js"


def first(study: Study) -> Wish:
    """The fields before anybody filled them in: where this study asked last, if it did."""
    last = study.calls[-1] if study.calls else None
    return Wish(url=last.endpoint, model=last.model) if last else Wish()


def props(
    asker: Asker, study: Study, wish: Wish, preview: Preview | None, fault: NofOneError | None
) -> Props:
    """What the browser shows; a key is never part of it."""
    progress, problem = asker.progress, fault
    try:
        words, notes = asker.question(study, wish.topic)
    except NofOneError as error:
        words, notes, problem = "", (), error
    return {
        "question": words,
        "notes": list(notes),
        "presets": [{"name": name, "url": url} for name, url in asker.presets.items()],
        "obstacle": lines(asker.obstacle),
        "preview": None
        if preview is None
        else {"text": preview.text, "sha256": preview.sha256, "note": preview.note},
        "is_asking": progress.is_asking,
        "words": progress.words,
        "fault": lines(problem or progress.fault),
        "most": MOST_IN_A_FIELD,
    }


def part(wish: Wish) -> Part:
    """The fields as they are filled in, nothing pressed."""
    return {
        "press": "",
        "url": wish.url,
        "model": wish.model,
        "topic": wish.topic,
        "private": wish.private,
        "approve": "",
    }


def lines(fault: NofOneError | None) -> list[str]:
    """An error as its three sentences; none when there is none."""
    return [fault.wrong, fault.expected, fault.remedy] if fault else []
