"""What the sampler drew, as ArviZ shows it: how sure, how well mixed, and whether it makes such days."""

import math
from collections.abc import Callable
from threading import Lock
from typing import Any

import numpy as np
import pandas as pd
from matplotlib import rc_context
from matplotlib.figure import Figure

from nof1_lab.inference.evidence import Evidence
from nof1_lab.views.colour import letters
from nof1_lab.views.picture import Shown
from nof1_lab.views.words import chance, count, listed, number

WAITING = "The pictures of the sampled fit come with it; what you see until then is the exact engine's."
LEVEL = 0.95
DRAWN = 60  # predicted diaries in one picture
# Its own paper and ink: readable on light pages and on dark ones.
PAPER = {"figure.facecolor": "white", "axes.facecolor": "white", "text.color": "black", "font.size": 9.0}
NAMES = {
    "effect": "effect",
    "Intercept": "level",
    "time": "trend a week",
    "sigma": "spread of a day",
    "rho": "memory of days",
}
# What a picture borrows from Matplotlib's settings is borrowed by one thread at a time, else it is kept.
BORROWED = Lock()


def shown(evidence: Evidence) -> tuple[Shown, ...]:
    """All pictures of a sampled fit; of draws that failed their checks only the one that shows it."""
    if evidence.fit is None:
        return ()
    failed = evidence.checks is not None and not evidence.checks.ok
    return (ranks(evidence),) if failed else (forest(evidence), ranks(evidence), predicted(evidence))


def forest(evidence: Evidence) -> Shown:
    """How sure the sampler is of every effect."""
    table = summary(evidence)
    effects = table.loc[(table["of"] != "").to_numpy(bool)].reset_index(drop=True)
    key = listed([f"{letter} is {arm}" for letter, arm in zip(effects["of"], effects["arm"], strict=True)])
    sentence = (
        f"Each dot is the middle of the draws, the thick line holds half of them and the thin line"
        f" {chance(LEVEL)}; {key}."
    )
    return Shown("The effects as they were drawn", sentence, effects, forest_picture(drawn(evidence)))


def ranks(evidence: Evidence) -> Shown:
    """Whether the chains agree."""
    table = summary(evidence).loc[:, ["what", "of", "arm", "rhat", "ess_bulk", "ess_tail"]]
    return Shown("Do the chains agree?", mixing(evidence), table, rank_picture(drawn(evidence)))


def predicted(evidence: Evidence) -> Shown:
    """Whether the model makes days like these."""
    table = days(evidence)
    inside = int(table["inside"].to_numpy(bool).sum())
    sentence = (
        f"If the model is right, about {chance(LEVEL)} days lie in the band it predicts for them:"
        f" {inside} of your {count(len(table), 'day')} do."
    )
    return Shown("Does the model make days like yours?", sentence, table, predicted_picture(drawn(evidence)))


def drawn(evidence: Evidence) -> Any:
    """The draws under names of our own: an arm's letter stands for the arm."""
    fit, schedule = evidence.fit, evidence.study.schedule
    assert fit is not None  # noqa: S101 - asked for by whoever has one
    assert schedule is not None  # noqa: S101 - nothing is fitted without
    letter = letters(schedule)
    names = {ours: theirs for ours, theirs in NAMES.items() if ours in fit.idata.posterior}
    return fit.idata.assign_coords(arm=[letter[arm] for arm in fit.arms]).rename(names)


def summary(evidence: Evidence) -> pd.DataFrame:
    """Every number of the model: its middle, its interval, and how well it was drawn."""
    import arviz

    found: Any = arviz.summary(drawn(evidence), hdi_prob=LEVEL, round_to="none")
    schedule = evidence.study.schedule
    names, tail = schedule.labels if schedule else {}, 50.0 * (1.0 - LEVEL)
    what = [str(name).partition("[")[0] for name in found.index]
    letter = [str(name).partition("[")[2].rstrip("]") for name in found.index]
    columns = {"mean": "mean", "sd": "sd", "low": f"hdi_{tail:g}%", "high": f"hdi_{100.0 - tail:g}%"}
    columns |= {"rhat": "r_hat", "ess_bulk": "ess_bulk", "ess_tail": "ess_tail"}
    said = {"what": what, "of": letter, "arm": [names.get(each, "") for each in letter]}
    return pd.DataFrame(said | {ours: found[theirs].to_numpy(float) for ours, theirs in columns.items()})


def days(evidence: Evidence) -> pd.DataFrame:
    """Every day that counts, with what the model would have predicted for it."""
    draws = drawn(evidence)
    seen = draws.observed_data["value"].to_numpy()
    again = draws.posterior_predictive["value"].to_numpy().reshape(-1, len(seen))
    low, middle, high = np.quantile(again, [0.5 - LEVEL / 2, 0.5, 0.5 + LEVEL / 2], axis=0)
    table = pd.DataFrame(
        {
            "day": draws.observed_data["day"].to_numpy(),
            "value": seen,
            "low": low,
            "middle": middle,
            "high": high,
        }
    )
    return table.assign(inside=(table["low"] <= table["value"]) & (table["value"] <= table["high"]))


def mixing(evidence: Evidence) -> str:
    """Whether to believe the draws."""
    checks = evidence.checks
    if checks is None:
        return WAITING
    if not checks.ok:
        return f"The draws are not to be believed: {' '.join(checks.reasons)}"
    return (
        f"Each chain should have drawn high and low alike, so that all bars are of one height."
        f" They agree: R-hat is {checks.rhat_max:.3f}, and the draws are worth"
        f" {number(round(checks.ess_min))} independent ones."
    )


def forest_picture(draws: Any) -> Figure:
    """A line for every effect."""
    import arviz

    arms = draws.posterior.sizes["arm"]
    return _figure(
        lambda axes: arviz.plot_forest(
            draws,
            var_names=["effect"],
            combined=True,
            hdi_prob=LEVEL,
            ax=axes,
            textsize=9,
            colors="#0072B2",
        ),
        height=1.2 + 0.4 * arms,
    )


def rank_picture(draws: Any) -> Figure:
    """For every number of the model, which chain drew it how high."""
    import arviz

    names = [*draws.posterior.data_vars]
    size = sum(int(np.prod(draws.posterior[name].shape[2:])) for name in names)
    return _figure(
        lambda axes: arviz.plot_rank(draws, var_names=names, ax=axes[:size]),
        rows=math.ceil(size / 2),
        columns=2,
        height=1.6 * math.ceil(size / 2),
    )


def predicted_picture(draws: Any) -> Figure:
    """What was measured, among what the model predicts."""
    import arviz

    return _figure(
        lambda axes: arviz.plot_ppc(
            draws, num_pp_samples=min(DRAWN, draws.posterior_predictive.sizes["draw"]), random_seed=0,
            ax=axes[0], textsize=9,
        ),
        height=3.2,
    )  # fmt: skip


def _figure(draw: Callable[[Any], object], *, height: float, rows: int = 1, columns: int = 1) -> Figure:
    """A figure of its own: no global list of figures knows it, so none is left behind."""
    with BORROWED, rc_context(PAPER):
        figure = Figure(figsize=(8.0, height), layout="constrained")
        axes = figure.subplots(rows, columns, squeeze=False).ravel()
        draw(axes)
        for each in axes:
            each.set_visible(each.has_data())
            for words in (each.title, each.xaxis.label, each.yaxis.label):
                words.set_fontsize(9.0)
    return figure
