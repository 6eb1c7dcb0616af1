"""Diaries that the beliefs in force call plausible, before any day is looked at."""

from typing import Any

import holoviews as hv
import numpy as np
import pandas as pd

from nof1_lab.inference.predict import Diaries, diaries
from nof1_lab.study.document import Study
from nof1_lab.study.measure import Measure
from nof1_lab.views.colour import HARM, INK
from nof1_lab.views.picture import Shown, axis, framed
from nof1_lab.views.text import label
from nof1_lab.views.words import amount, chance, measured

TITLE = "Diaries you may expect"
LINES = 8  # diaries that are drawn; more would be a thicket
DAY, VALUE = axis("day", "day"), axis("value", "value")


def shown(study: Study) -> Shown | None:
    """Plausible diaries over the planned days; nothing while nothing is planned."""
    found = diaries(study)
    if found is None:
        return None
    table = table_of(found, study.measure)
    return Shown(TITLE, sentence(found, study.measure), table, picture(table))


def table_of(found: Diaries, measure: Measure) -> pd.DataFrame:
    """Every planned day: between what nine diaries in ten would stay, and some of them."""
    lines = {f"diary {i + 1}": row for i, row in enumerate(found.values[:LINES])}
    table = pd.DataFrame(
        {"day": found.days, "arm": found.arms, "low": found.low, "middle": found.middle, "high": found.high}
        | lines
    )
    table.attrs = {
        "measure": measured(measure),
        "low": measure.low,
        "high": measure.high,
        "off": found.is_off,
    }
    return table


def sentence(found: Diaries, measure: Measure) -> str:
    """What the diaries say of the beliefs, with a flag where they leave the scale."""
    if not found.is_level_known:
        return (
            "Nothing is known yet of your usual level, so such diaries could lie anywhere:"
            " a week of run-in tells it."
        )
    width = amount(float(np.median(found.high - found.low)), measure)
    words = f"If your beliefs hold, nine diaries in ten stay inside the band, which is about {width} wide."
    if found.off_scale is None:
        return words
    scale = f"the scale from {measure.low:g} to {measure.high:g}"
    off = chance(found.off_scale)
    if not found.is_off:
        return f"{words} They keep to {scale}: {off} of their days would leave it."
    return f"{words} Look at your beliefs again: {off} of their days would leave {scale}."


def picture(table: pd.DataFrame) -> Any:
    """The band of nine diaries in ten, its middle, some diaries, and the ends of the scale."""
    names = [name for name in table.columns if name.startswith("diary ")]
    lines = [_line(table, name).opts(color=INK, line_width=1, alpha=0.45) for name in names]
    band = hv.Area(
        (table["day"], table["low"], table["high"]), DAY, [VALUE, "high"], label="nine in ten"
    ).opts(color=INK, fill_alpha=0.16, line_alpha=0.0, framewise=True, backend="bokeh")
    middle = _line(table, "middle", "the middle").opts(color=INK, line_width=2.5)
    return framed(
        hv.Overlay([band, *_ends(table), *lines, middle]),
        xlabel="day",
        ylabel=label(table.attrs["measure"]),
        legend_position="top",
        legend_cols=2,
    )


def _line(table: pd.DataFrame, name: str, words: str = "") -> Any:
    return hv.Curve((table["day"], table[name]), DAY, VALUE, label=words).opts(
        framewise=True, backend="bokeh"
    )


def _ends(table: pd.DataFrame) -> list[Any]:
    """Lines at the ends of the scale: nothing can be written down beyond them."""
    low, high = table.attrs["low"], table.attrs["high"]
    if low is None or high is None:
        return []
    colour = HARM if table.attrs["off"] else INK
    return [
        hv.HLines([low, high]).opts(
            color=colour, line_dash="dashed", line_width=1.5, framewise=True, backend="bokeh"
        )
    ]
