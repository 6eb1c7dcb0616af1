"""The diary as it is filled in, and as the model sees it."""

import math
from dataclasses import dataclass
from datetime import date
from typing import Any

import holoviews as hv
import pandas as pd

from nof1_lab.inference.evidence import Evidence
from nof1_lab.study.diary import Diary, Entry
from nof1_lab.study.document import Study
from nof1_lab.study.measure import Measure
from nof1_lab.study.plain import to_plain
from nof1_lab.study.steps import record
from nof1_lab.views import schedule as plan
from nof1_lab.views.colour import INK, letters, look_of
from nof1_lab.views.message import take
from nof1_lab.views.picture import axis, framed, hover
from nof1_lab.views.sheet import STATIC, Component, Move, Part, Props, Sheet, Widget
from nof1_lab.views.text import label
from nof1_lab.views.words import agrees, count, measured

DAY, VALUE = axis("day", "day"), axis("value", "value")


@dataclass(frozen=True, slots=True)
class Page:
    """The diary as the browser sends it."""

    entries: tuple[Entry, ...]


class DiarySheet(Sheet):
    """The days as dots that a click sets, moves or takes away."""

    @staticmethod
    def read(
        study: Study, evidence: Evidence | None = None, *, today: date | None = None
    ) -> tuple[Props, Part]:
        """The days with their arms, what the model makes of them, and the entries."""
        measure, schedule = study.measure, study.schedule
        letter = letters(schedule) if schedule else {}
        days = [
            {key: day[key] for key in ("day", "date", "arm", "status")}
            for day in (plan.calendar(schedule) if schedule else [])
        ]
        now = schedule.day_of(today or plan.clock()) if schedule else 0
        props: Props = {
            "measure": measure.name,
            "unit": measure.unit,
            "better": measure.better,
            "low": measure.low,
            "high": measure.high,
            "domain": list(domain(study)),
            "step": step(measure),
            "first_day": schedule.first_day if schedule else 1,
            "last_day": schedule.last_day if schedule else 0,
            "days": [day | {"label": letter.get(day["arm"], "")} for day in days],
            "fitted": fitted(plan.of_this_trial(study, evidence)),
            "today": now if schedule and schedule.first_day <= now <= schedule.last_day else None,
        }
        return props, {"entries": to_plain(study.diary.entries)}

    @staticmethod
    def moves(study: Study, part: Part) -> tuple[Move, ...]:
        """One record of all days that differ; a day that is gone is struck out."""
        page: Page = take(Page, part)
        wanted = Diary(tuple(sorted(page.entries, key=lambda entry: entry.day))).write()
        known = set(study.diary.entries)
        kept = {entry.day for entry in wanted.entries}
        new = [entry for entry in wanted.entries if entry not in known]
        gone = [Entry(entry.day, None) for entry in study.diary.entries if entry.day not in kept]
        changed = tuple(sorted(new + gone, key=lambda entry: entry.day))
        return (Move(record, changed),) if changed else ()


class DiaryComponent(DiarySheet, Component):  # pyright: ignore[reportIncompatibleMethodOverride] - Panel shows by serving
    """The diary sheet for Panel."""

    _esm = STATIC / "diary.js"


class DiaryWidget(DiarySheet, Widget):
    """The diary sheet for ipywidgets."""

    _esm = STATIC / "diary.js"


def domain(study: Study) -> tuple[float, float]:
    """The range of the vertical axis: the scale's own, or room around what was written."""
    measure = study.measure
    if measure.low is not None and measure.high is not None:
        return measure.low, measure.high
    values = [entry.value for entry in study.diary.entries if entry.value is not None]
    if not values:
        return (0.0, 1.0) if measure.scale == "binary" else (0.0, 20.0 * measure.worthwhile)
    room = 3.0 * measure.worthwhile
    low, high = math.floor((min(values) - room) / room) * room, math.ceil((max(values) + room) / room) * room
    return (max(0.0, low) if min(values) >= 0 else low), high


def step(measure: Measure) -> float:
    """What one press of an arrow key adds."""
    if measure.scale in ("binary", "count", "ordinal"):
        return 1.0
    return 10.0 ** math.floor(math.log10(measure.worthwhile / 5.0) + 1e-9)


def fitted(evidence: Evidence | None) -> list[dict[str, Any]]:
    """What the model expects of every day, with its band."""
    if evidence is None:
        return []
    columns = evidence.exact.fitted()[["day", "mean", "low", "high"]]
    return [
        {"day": int(day), "mean": float(mean), "low": float(low), "high": float(high)}
        for day, mean, low, high in columns.itertuples(index=False, name=None)
    ]


def table(study: Study, evidence: Evidence | None = None) -> pd.DataFrame:
    """Every day of the trial with its arm, its value and what the model expects."""
    schedule = study.schedule
    letter = letters(schedule) if schedule else {}
    rows = [
        {
            "day": day["day"],
            "date": day["date"],
            "letter": letter.get(day["arm"], ""),
            "arm": day["arm"] or "run-in",
            "status": _status(day["status"], study.diary.value_on(day["day"])),
            "value": study.diary.value_on(day["day"]),
        }
        for day in (plan.calendar(schedule) if schedule else [])
    ]
    found = pd.DataFrame(rows, columns=["day", "date", "letter", "arm", "status", "value"])
    found["value"] = found["value"].astype(float)
    expected = pd.DataFrame(
        fitted(plan.of_this_trial(study, evidence)), columns=["day", "mean", "low", "high"]
    )
    found = found.merge(expected.rename(columns={"mean": "expected"}), on="day", how="left")
    found.attrs = {"measure": measured(study.measure)}
    return found


def _status(day: str, value: float | None) -> str:
    if day != "day":
        return day
    return "missing" if value is None else "counts"


def sentence(table: pd.DataFrame) -> str:
    """How much of the trial has been written down."""
    status = list(table["status"])
    if not len(table):
        return "There is no schedule yet, so there are no days to write down."
    counts, missing, out = (status.count(kind) for kind in ("counts", "missing", "washout"))
    words = [
        f"{counts} of {count(len(status) - status.count('run-in'), 'day')} {agrees(counts, 'count')}",
        f"{missing} {agrees(missing, 'have')} no value",
        f"{out} {agrees(out, 'belong')} to the wash-out",
    ]
    return f"{'; '.join(words)}."


def picture(table: pd.DataFrame) -> Any:
    """Every day as a mark of its arm, the expected level with its band, and the wash-out hatched."""
    arms = table[["letter", "arm"]].drop_duplicates().itertuples(index=False, name=None)
    names = {letter or "run-in": label(f"{letter} {arm}".strip()) for letter, arm in arms}
    marks = [_marks(table, letter) for letter in sorted(set(table["letter"]))]
    return framed(
        hv.Overlay([_washout(table), _band(table), _level(table), _missed(table), *marks]),
        xlabel="day",
        ylabel=label(table.attrs["measure"]),
        legend_labels=names,
        legend_position="top",
        legend_cols=2,
    )


def _marks(table: pd.DataFrame, letter: str) -> Any:
    arm, own = look_of(letter or "A"), (table["letter"] == letter).to_numpy(dtype=bool)
    seen = table.loc[own].dropna(subset="value")
    return hv.Scatter(seen, DAY, [VALUE, "arm", "status"], label=letter or "run-in").opts(
        color=arm.colour, marker=arm.marker if letter else "asterisk", size=8,
        line_color="white" if letter else arm.colour,
        tools=[hover(day="day", value="value", arm="arm", status="")], framewise=True, backend="bokeh",
    )  # fmt: skip


def _missed(table: pd.DataFrame) -> Any:
    """Days without a value before the last that has one: hollow, where a value was expected."""
    last = table.loc[table["value"].notna().to_numpy(), "day"].max()
    rows = table.loc[((table["status"] == "missing") & (table["day"] < last)).to_numpy()]
    shown = pd.DataFrame({"day": rows["day"], "value": rows["expected"]}).dropna()
    return hv.Scatter(shown, DAY, VALUE).opts(
        marker="circle", size=7, fill_alpha=0, line_color=INK, framewise=True, backend="bokeh"
    )


def _level(table: pd.DataFrame) -> Any:
    rows = pd.DataFrame({"day": table["day"], "value": table["expected"]}).dropna()
    return hv.Curve(rows, DAY, VALUE).opts(
        color=INK, line_width=2, interpolation="steps-mid", framewise=True, backend="bokeh"
    )


def _band(table: pd.DataFrame) -> Any:
    rows = table.dropna(subset="expected")
    boxes = pd.DataFrame(
        {"left": rows["day"] - 0.5, "low": rows["low"], "right": rows["day"] + 0.5, "high": rows["high"]}
    )
    return hv.Rectangles(boxes, ["left", "low", "right", "high"]).opts(
        color=INK, fill_alpha=0.2, line_alpha=0, framewise=True, backend="bokeh"
    )


def _washout(table: pd.DataFrame) -> Any:
    days = table.loc[(table["status"] == "washout").to_numpy(), "day"]
    spans = pd.DataFrame({"from": days - 0.5, "to": days + 0.5})
    return hv.VSpans(spans, ["from", "to"]).opts(
        fill_alpha=0, line_alpha=0, hooks=[_hatched], backend="bokeh"
    )


def _hatched(plot: Any, _element: object) -> None:
    """HoloViews has no word for hatching, Bokeh has."""
    plot.handles["glyph"].update(hatch_pattern="right_diagonal_line", hatch_alpha=0.35, hatch_color=INK)
