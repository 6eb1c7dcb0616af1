"""A picture and what belongs to it: one sentence, and the table it was drawn from."""

from dataclasses import dataclass
from typing import Any

import holoviews as hv
import holoviews.plotting.bokeh  # pyright: ignore[reportUnusedImport] - registers the backend, in no page yet
import pandas as pd
from bokeh.models import HoverTool

from nof1_lab.views.colour import INK

HEIGHT = 280


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """One thing to look at, for eyes, for ears and for checking."""

    title: str
    sentence: str
    table: pd.DataFrame
    picture: Any = None


def framed(picture: Any, *, height: int = HEIGHT, **options: Any) -> Any:
    """The picture on a plain canvas that fills its column, on light pages and on dark ones."""
    return picture.opts(
        responsive=True, height=height, backend_opts={"plot.output_backend": "canvas"}, toolbar=None,
        hooks=[_blend], backend="bokeh", **options,
    )  # fmt: skip


def hover(**columns: str) -> HoverTool:
    """What to say under the pointer: our words, and values that stay text."""
    return HoverTool(tooltips=[(words, f"@{{{column}}}") for column, words in columns.items()])


def axis(name: str, words: str) -> hv.Dimension:
    """A dimension of our own name; what a person called it is only its label."""
    return hv.Dimension(name, label=words)


def _blend(plot: Any, _element: object) -> None:
    """A canvas knows nothing of the page's colours: no paper of its own, and ink that both can carry."""
    figure = plot.state
    figure.update(background_fill_alpha=0.0, border_fill_alpha=0.0, outline_line_alpha=0.0)
    for each in figure.axis:
        each.update(
            axis_label_text_color=INK, major_label_text_color=INK, axis_line_color=INK,
            major_tick_line_color=INK, minor_tick_line_color=None, axis_label_text_font_style="normal",
        )  # fmt: skip
    for each in figure.legend:
        each.update(background_fill_alpha=0.0, border_line_alpha=0.0, label_text_color=INK)
