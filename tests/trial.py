"""Small trials for tests, made with the product's own steps."""

from collections.abc import Mapping, Sequence
from datetime import date
from string import ascii_uppercase
from typing import Any

import numpy as np
import pandas as pd
from oracle import case, oracle

from nof1_lab.study.analysis import Analysis, Normal
from nof1_lab.study.candidate import Candidate
from nof1_lab.study.diary import Entry
from nof1_lab.study.document import Study
from nof1_lab.study.measure import Measure
from nof1_lab.study.prior import Part, Prior
from nof1_lab.study.schedule import given
from nof1_lab.study.steps import analyse, begin, believe, plan, propose, record

SLEEP = Measure("time awake", better="lower", worthwhile=0.4, unit="h")


def trial(
    letters: str,
    values: Mapping[int, float] | Sequence[float | None] = (),
    *,
    days: int,
    measure: Measure = SLEEP,
    washout_days: int = 0,
    run_in_days: int = 0,
    design: Any = "blocks",
    analysis: Analysis | None = None,
    priors: Sequence[Prior] = (),
) -> Study:
    """A study in that order of periods; values by day, or from day 1 on with None for a missed day."""
    arms = [letter for letter in ascii_uppercase if letter in letters and letter != "A"]
    study = propose(begin("A trial", measure), *(Candidate(arm) for arm in arms))
    schedule = given(
        "A", arms, letters, days=days, start=date(2026, 1, 5), washout_days=washout_days,
        run_in_days=run_in_days, design=design,
    )  # fmt: skip
    page = values if isinstance(values, Mapping) else dict(enumerate(values, start=1))
    study = record(plan(study, schedule), *(Entry(day, value) for day, value in page.items()))
    study = analyse(study, analysis) if analysis else study
    return believe(study, *priors)


def golden() -> Study:
    """The golden trial: its schedule, diary, analysis plan and robust prior."""
    known = oracle("26_golden_trial")
    data, prior = case(known, "data")["inputs"], case(known, "prior")["expected"]["mixture"]
    return trial(
        "".join(data["orders"]),
        data["y"],
        days=data["period_days"],
        washout_days=data["washout_days"],
        analysis=Analysis(
            intercept=Normal(*data["prior_intercept"]),
            trend=Normal(*data["prior_trend"]),
            known_spread=data["sigma"],
            rho=(data["rho"], data["rho"]),
        ),
        priors=[Prior("B", tuple(Part(*part) for part in zip(*prior.values(), strict=True)), vague=1)],
    )


def table_of(
    day: Sequence[float], arm: Sequence[str], value: Sequence[float], *, time: Sequence[float] | None = None
) -> pd.DataFrame:
    """A table of used days, for data that come without a schedule."""
    middle = np.mean([min(day), max(day)])
    weeks = (np.asarray(day, dtype=float) - middle) / 7.0 if time is None else np.asarray(time, dtype=float)
    return pd.DataFrame({"day": day, "arm": arm, "value": value, "time": weeks, "used": True})
