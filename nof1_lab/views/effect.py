"""What the days have made of a belief: shifts, a forest, and the pictures of a sampled fit."""

from typing import Any

import holoviews as hv
import numpy as np
import pandas as pd
from scipy.stats import gaussian_kde

from nof1_lab.inference.effect import Effect
from nof1_lab.inference.evidence import Evidence
from nof1_lab.inference.mixture import Array, Mixture
from nof1_lab.inference.outcome import count
from nof1_lab.inference.prior import prior_of
from nof1_lab.study.document import Study
from nof1_lab.study.measure import Measure
from nof1_lab.views import prior, words
from nof1_lab.views.colour import INK, ZONES, letters, look_of
from nof1_lab.views.picture import Shown, axis, framed, hover
from nof1_lab.views.schedule import of_this_trial
from nof1_lab.views.text import label

POINTS = 201
LEAST_ROOM = 0.2
EFFECT, DENSITY = axis("effect", "effect"), axis("density", "how likely")
ROW = axis("row", "arm")


def shift_table(study: Study, evidence: Evidence | None, arm: str) -> pd.DataFrame:
    """How likely each effect of an arm is, before the trial and now, and what it would mean."""
    evidence = of_this_trial(study, evidence)
    grid = np.linspace(*prior.domain(study, evidence), POINTS)
    table = pd.DataFrame(
        {
            "effect": grid,
            "before": Mixture.prior(prior_of(study, arm)).density(grid),
            "now": density(evidence, arm, grid) if evidence else np.full(POINTS, np.nan),
            "meaning": zones(grid, study.measure),
        }
    )
    reference = study.schedule.reference if study.schedule else ""
    table.attrs = {
        "letter": letters(study.schedule).get(arm, "B") if study.schedule else "B",
        "across": f"{arm}{f' minus {reference}' if reference else ''}: {words.measured(study.measure)}",
    }
    return table


def density(evidence: Evidence, arm: str, grid: Array) -> Array:
    """The posterior of an arm's effect by the engine whose numbers are shown."""
    if evidence.engine == "exact" or evidence.fit is None:
        return evidence.exact.effect(arm).density(grid)
    return gaussian_kde(np.asarray(evidence.fit.effects[arm]).ravel())(grid)


def zones(grid: Array, measure: Measure) -> list[str]:
    """What each effect would mean for the person."""
    worse, trivial, better = ZONES
    gain = measure.direction * grid
    return [better if g > measure.worthwhile else worse if g < -measure.worthwhile else trivial for g in gain]


def shift_picture(table: pd.DataFrame) -> Any:
    """Belief before as a dashed line, belief now as an area, over what each effect would mean."""
    arm, now = look_of(table.attrs["letter"]), table["now"].fillna(0.0)
    dims = ([EFFECT], [DENSITY])
    after = hv.Area((table["effect"], now), *dims, label="now").opts(
        color=arm.colour,
        line_color=arm.colour,
        fill_alpha=0.35,
        line_width=2,
        framewise=True,
        backend="bokeh",
    )
    before = hv.Curve((table["effect"], table["before"]), *dims, label="before").opts(
        color=arm.colour, line_dash="dashed", line_width=2, framewise=True, backend="bokeh"
    )
    return framed(
        _zones(table) * _meanings(table) * after * before,
        xlim=(table["effect"].iloc[0], table["effect"].iloc[-1]),
        xlabel=label(table.attrs["across"]),
        yaxis=None,
        legend_position="top",
        legend_cols=2,
        legend_opts={"spacing": 20},
    )


def shift_sentence(study: Study, evidence: Evidence | None, arm: str) -> str:
    """What the shift says."""
    evidence = of_this_trial(study, evidence)
    if evidence is None:
        return prior.sentence(study, arm)
    effect = next(each for each in evidence.effects if each.arm == arm)
    return words.learnt(effect, count(evidence.table)["used"], study.measure)


def shift(study: Study, evidence: Evidence | None, arm: str) -> Shown:
    """Before and now, for one arm."""
    table = shift_table(study, evidence, arm)
    return Shown(f"Before and now: {arm}", shift_sentence(study, evidence, arm), table, shift_picture(table))


def numbers(evidence: Evidence) -> Shown:
    """Every number that a person asks for, each in its own sentence."""
    measure = evidence.study.measure
    said = (words.benefit, words.worthwhile, words.trivial, words.harm)
    sentence = " ".join(say(effect, measure) for effect in evidence.effects for say in said)
    return Shown("The numbers", sentence, numbers_table(evidence))


def numbers_table(evidence: Evidence) -> pd.DataFrame:
    """The effect of every arm with its interval and its chances."""
    rows = [
        {
            "arm": each.arm,
            "against": each.reference,
            "mean": each.mean,
            "low": each.low,
            "high": each.high,
            "benefit": each.p_benefit,
            "worthwhile": each.p_worthwhile,
            "too small to matter": each.p_rope,
            "harm": each.p_harm,
            "expected loss if adopted": each.loss_adopt,
            "expected loss if left": each.loss_keep,
        }
        for each in evidence.effects
    ]
    return pd.DataFrame(rows)


def forest_table(evidence: Evidence) -> pd.DataFrame:
    """Every arm's effect before the trial and now."""
    schedule, measure = evidence.study.schedule, evidence.study.measure
    letter = letters(schedule) if schedule else {}
    beliefs = {prior.arm: Mixture.prior(prior) for prior in evidence.priors}
    table = pd.DataFrame(
        [row for each in evidence.effects for row in _rows(each, beliefs[each.arm], letter[each.arm])]
    )
    table.attrs = {"across": f"effect on {words.measured(measure)}", "worthwhile": measure.worthwhile}
    return table


def forest_sentence(evidence: Evidence) -> str:
    """What the forest says."""
    return " ".join(words.estimate(effect, evidence.study.measure) for effect in evidence.effects)


def forest_picture(table: pd.DataFrame) -> Any:
    """A line for every belief, from end to end of its interval: dashed before the trial, full now."""
    rows = table.assign(row=np.arange(len(table))[::-1])
    layers = [layer for letter, own in rows.groupby("letter") for layer in _line(own, str(letter))]
    named = rows[["row", "letter", "arm", "when"]].itertuples(index=False, name=None)
    ticks = [(int(row), label(f"{letter} {arm}, {when}")) for row, letter, arm, when in named]
    enough = table.attrs["worthwhile"]
    guides = hv.VLines([-enough, 0.0, enough]).opts(
        color=INK, line_dash="dotted", line_width=1, framewise=True, backend="bokeh"
    )
    return framed(
        hv.Overlay([guides, *layers]),
        height=80 + 40 * len(table),
        xlabel=label(table.attrs["across"]),
        ylabel="",
        yticks=ticks,
        ylim=(-0.6, len(table) - 0.4),
        show_legend=False,
    )


def forest(evidence: Evidence) -> Shown:
    """All arms side by side."""
    table = forest_table(evidence)
    return Shown("All arms side by side", forest_sentence(evidence), table, forest_picture(table))


def _rows(effect: Effect, belief: Mixture, letter: str) -> list[dict[str, Any]]:
    low, high = belief.interval(effect.level)
    said = {"letter": letter, "arm": effect.arm}
    return [
        said | {"when": "before", "mean": belief.mean, "low": low, "high": high},
        said | {"when": "now", "mean": effect.mean, "low": effect.low, "high": effect.high},
    ]  # fmt: skip


def _line(rows: pd.DataFrame, letter: str) -> list[Any]:
    arm = look_of(letter)
    ends = pd.DataFrame({"low": rows["low"], "row": rows["row"], "high": rows["high"], "same": rows["row"]})
    lines = [
        hv.Segments(ends[(rows["when"] == when).to_numpy()], ["low", "row", "high", "same"]).opts(
            color=arm.colour, line_width=3, line_dash=dash, framewise=True, backend="bokeh"
        )
        for when, dash in (("before", "dashed"), ("now", "solid"))
    ]
    marks = hv.Scatter(rows, axis("mean", "effect"), [ROW, "arm", "when", "low", "high"]).opts(
        color=arm.colour, marker=arm.marker, size=10, line_color="white", framewise=True, backend="bokeh",
        tools=[hover(arm="arm", when="", mean="effect", low="from", high="to")],
    )  # fmt: skip
    return [*lines, marks]


def _bands(table: pd.DataFrame) -> tuple[Array, Array, list[str]]:
    """From where to where an effect would mean what."""
    effect, meaning = table["effect"].to_numpy(dtype=float), table["meaning"].to_numpy(dtype=object)
    first = np.flatnonzero(np.r_[True, meaning[1:] != meaning[:-1]])
    half = (effect[1] - effect[0]) / 2.0
    low = effect[first] - half
    return low, np.r_[low[1:], effect[-1] + half], [str(meaning[at]) for at in first]


def _zones(table: pd.DataFrame) -> Any:
    low, high, meaning = _bands(table)
    colours = [ZONES[each] for each in meaning]
    return hv.VSpans((low, high, meaning, colours), ["low", "high"], ["meaning", "colour"]).opts(
        color="colour", fill_alpha=0.08, line_alpha=0, backend="bokeh"
    )


def _meanings(table: pd.DataFrame) -> Any:
    """The bands in words, where there is room for them."""
    low, high, meaning = _bands(table)
    least = LEAST_ROOM * (high[-1] - low[0])
    said = [each if wide > least else "" for each, wide in zip(meaning, high - low, strict=True)]
    top = 1.04 * np.nanmax(table[["before", "now"]].to_numpy(dtype=float))
    places = ((low + high) / 2.0, np.full(len(low), top), said)
    return hv.Labels(places, [EFFECT, DENSITY], "text").opts(
        text_font_size="9pt", text_color=INK, text_baseline="bottom", framewise=True, backend="bokeh"
    )
