"""A picture on a screen: its sentence above it, the table it was drawn from below."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import holoviews as hv
import pandas as pd
import panel as pn
from bokeh.themes import Theme
from holoviews import streams
from holoviews.core import Dimensioned

from nof1_lab.views import live, text
from nof1_lab.views.picture import Shown
from nof1_lab.views.sheet import STATIC

WIDE: dict[str, Any] = {"sizing_mode": "stretch_width", "margin": 0}

INK, LINE = "#747d8c", "#aab2bf"  # read on white and on near black: Python does not know which it is
FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
LETTERS = {"text_color": INK, "text_font": FONT, "text_font_style": "normal", "text_font_size": "12px"}
AXIS = {f"{part}_{name}": value for part in ("axis_label", "major_label") for name, value in LETTERS.items()}
THEME = {
    "Plot": {"background_fill_color": None, "border_fill_color": None, "outline_line_color": None},
    "Axis": AXIS | {"axis_line_color": LINE, "major_tick_line_color": LINE, "minor_tick_line_color": None},
    "Grid": {"grid_line_color": LINE, "grid_line_alpha": 0.3},
    "Legend": {"background_fill_color": None, "border_line_color": None}
    | {f"label_{name}": value for name, value in LETTERS.items()},
    "Title": LETTERS,
}
SHOW, HIDE = "Show as a table", "Hide the table"


class Plate(pn.viewable.Viewer):
    """Shows one thing as words, as a picture and as a table; what stays the same is not drawn again."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: Shown | None = None
        self._pipe: streams.Pipe | None = None
        self._shape: object = None
        self._is_ahead = False
        self._words = text.pane("", **WIDE)
        self._frame = pn.Column(**WIDE)
        self._button = pn.widgets.Button(
            label=SHOW, margin=(6, 0), stylesheets=[button_style()], css_classes=["nof1-fold"]
        )
        self._numbers = text.pane("", visible=False, **WIDE)
        self._button.on_click(self._turn_over)
        parts = (self._words, self._frame, self._button, self._numbers)
        self._whole = pn.Column(*parts, visible=False, **WIDE | {"margin": (0, 4, 28, 4)})

    def draw(self, shown: Shown) -> None:
        """Show this, if it is news."""
        before, self._shown = self._shown, shown
        if before is None or (before.title, before.sentence) != (shown.title, shown.sentence):
            self._say(shown)
        if before is None or self._is_ahead or not same(before.table, shown.table):
            self._lay(shown.picture)
            self._write()
        self._is_ahead = False
        self._whole.visible = True

    def follow(self, sentence: str, table: pd.DataFrame) -> bool:
        """Let what is drawn follow a finger, in a millisecond; False when it has to be drawn anew."""
        if self._shown is None or self._pipe is None or not live.fits(self._shown.table, table):
            return False
        frame: Any = self._frame[0]
        for plot, _ in frame._plots.values():  # noqa: SLF001 - HoloViews' way is ten times as slow
            live.follow(plot, table)
        pn.io.push_notebook(frame)
        if self._shown.sentence != sentence:
            self._shown = replace(self._shown, sentence=sentence)
            self._say(self._shown)
        self._is_ahead = True
        return True

    def _say(self, shown: Shown) -> None:
        words = text.joined(text.heading(shown.title), text.paragraph(shown.sentence))
        self._words.object = str(words)

    def hide(self) -> None:
        """Nothing to show now."""
        self._shown = None
        self._whole.visible = False

    def _lay(self, picture: Any) -> None:
        shape = shape_of(picture)
        if self._pipe is not None and shape == self._shape:
            self._pipe.send(picture)
            return
        self._shape, self._pipe = shape, None
        if isinstance(picture, Dimensioned) and not isinstance(picture, hv.Layout):
            self._pipe = streams.Pipe(data=picture)
            picture = hv.DynamicMap(lambda data: data, streams=[self._pipe])
        self._frame[:] = [] if picture is None else [canvas(picture, self._shown)]

    def _turn_over(self, _: object) -> None:
        self._numbers.visible = not self._numbers.visible
        self._button.label = HIDE if self._numbers.visible else SHOW
        self._button.css_classes = ["nof1-fold", *(["nof1-open"] if self._numbers.visible else [])]
        self._write()

    def _write(self) -> None:
        if self._shown is not None and self._numbers.visible:
            self._numbers.object = str(text.table_html(self._shown.table, self._shown.title))

    def __panel__(self) -> pn.Column:
        return self._whole


def button_style() -> str:
    """The look of a button that Panel draws."""
    return (STATIC / "button.css").read_text("utf-8")


def canvas(picture: Any, shown: Shown | None) -> Any:
    """Where a picture is drawn: one that answers the finger, or a still one with its words."""
    if isinstance(picture, Dimensioned):
        return pn.pane.HoloViews(picture, linked_axes=False, theme=Theme(json={"attrs": THEME}), **WIDE)
    words = shown.sentence if shown else ""
    return pn.pane.PNG(picture, alt_text=words, sizing_mode="scale_width", max_width=760, margin=0)


def still(shown: Shown) -> Shown:
    """The same with its figure drawn, ready to be shown."""
    if not hasattr(shown.picture, "savefig"):
        return shown
    sink = BytesIO()
    shown.picture.savefig(sink, format="png", dpi=144)
    return replace(shown, picture=sink.getvalue())


def shape_of(picture: Any) -> object:
    """What a picture is made of: one of the same make only needs new numbers."""
    if isinstance(picture, hv.Overlay | hv.Layout):
        return type(picture).__name__, tuple(shape_of(part) for part in picture)
    if not isinstance(picture, Dimensioned):
        return None
    return type(picture).__name__, picture.label, tuple(map(str, picture.dimensions()))


def same(one: pd.DataFrame, other: pd.DataFrame) -> bool:
    """Whether two tables say the same, of the same things."""
    return one.equals(other) and one.attrs == other.attrs
