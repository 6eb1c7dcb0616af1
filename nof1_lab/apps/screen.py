"""One step of the trial as a screen: its sheet, its pictures, and what they follow."""

import logging
import weakref
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

import panel as pn
import param

from nof1_lab.apps import jupyter
from nof1_lab.apps.turn import Turn
from nof1_lab.errors import ConflictError
from nof1_lab.inference.evidence import Evidence
from nof1_lab.study.document import Study
from nof1_lab.views.inbox import InboxSheet
from nof1_lab.views.sheet import Move

LOGGER = logging.getLogger(__name__)

if TYPE_CHECKING:
    from bokeh.document import Document

    from nof1_lab.apps.bench import Bench

WIDE = {"sizing_mode": "stretch_width", "max_width": 968, "margin": 0}


class Screen(pn.viewable.Viewer):
    """What a bench shows of one step; it follows the bench for as long as somebody shows it."""

    label: ClassVar[str] = ""
    news: ClassVar[tuple[str, ...]] = ("evidence",)  # of the runner; its progress is too frequent for most

    def __init__(self, bench: "Bench", *, turn: Turn | None = None) -> None:
        super().__init__()
        self.bench = bench
        self._document = session()
        self._turn = turn or Turn()
        self._is_due = False
        self._is_seen = True
        self._place = pn.Column(**WIDE)
        self._rebuild()
        follow(bench, ("log",), self)
        follow(bench.runner, self.news, self)
        if bench.runner.evidence is None:
            bench.runner.start()

    def build(self) -> Sequence[Any]:
        """The parts of the screen, from top to bottom, all new."""
        raise NotImplementedError

    def draw(self) -> None:
        """Let every part show what is true now."""
        raise NotImplementedError

    @property
    def study(self) -> Study:
        """The facts."""
        return self.bench.study

    @property
    def evidence(self) -> Evidence | None:
        """The last good result, whether or not the study has moved on."""
        return self.bench.runner.evidence

    def heard(self) -> None:
        """Show what is new, in the thread that this screen may be touched from; many news are one."""
        document = self._document
        if not self._is_seen:
            return
        if document is None or document is pn.state.curdoc:
            self._show_safely()
        elif not self._is_due:
            self._is_due = True
            document.add_next_tick_callback(self._show_later)

    def take(self, moves: tuple[Move, ...]) -> None:
        """Let a gesture become steps; on a conflict theirs is shown, and the shelf has kept ours."""
        try:
            for step, arguments, why in moves:
                self.bench.do(step, *arguments, why=why)
        except ConflictError:
            self.bench.refresh()
            raise

    def sheet(self, kind: Callable[..., Any], *args: Any) -> Any:
        """A new sheet that writes to the bench."""
        made = kind(*args, sizing_mode="stretch_width", margin=(0, 0, 24, 0))
        made.on_moves(self.take)
        if isinstance(made, InboxSheet):
            made.follow_present(lambda: self.study)
        return made

    def be_seen(self, is_seen: bool) -> None:
        """Come to the front or step back; what nobody looks at is not drawn."""
        self._is_seen = is_seen
        self._place.visible = is_seen
        if is_seen:
            self._show_safely()

    def _show_later(self) -> None:
        self._is_due = False
        self._show_safely()

    def _show_safely(self) -> None:
        self._turn.bring(id(self), self.draw)

    def _rebuild(self) -> None:
        parts = list(self.build())
        self.draw()
        self._place[:] = parts

    def __panel__(self) -> pn.Column:
        return self._place

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> Any:
        return jupyter.bundle(self._place, self._turn, self._rebuild, include, exclude)


def session() -> "Document | None":
    """The page that is being built now on a server; None in a notebook."""
    document = pn.state.curdoc
    return document if document is not None and document.session_context is not None else None


def follow(subject: param.Parameterized, names: Sequence[str], screen: Screen) -> None:
    """Tell the screen what changes, without keeping it alive; a page that is closed hears no more."""
    weak = weakref.WeakMethod(screen.heard)

    def tell(*_: object) -> None:
        heard = weak()
        try:
            if heard is not None:
                heard()
        except Exception:
            LOGGER.exception("A screen could not follow the bench.")

    stop = weakref.finalize(screen, subject.param.unwatch, subject.param.watch(tell, list(names)))
    stop.atexit = False
    document = session()
    if document is not None:
        document.on_session_destroyed(lambda _: stop())
