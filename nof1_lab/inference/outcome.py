"""What was measured, as one tidy table: a row for each scheduled day."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd

from nof1_lab.errors import OutcomeError
from nof1_lab.study.document import Study
from nof1_lab.study.schedule import Period, Schedule


def outcomes(study: Study) -> pd.DataFrame:
    """The scheduled days with what was measured on them; at least one of them can be analysed.

    ``value`` is in the measure's own units; ``status`` is ``used``, ``washout`` (the first days of
    every period) or ``missing`` (no entry); ``time`` is in weeks from the middle of the scheduled
    days; ``gap`` counts the real days since the last used one. Run-in days are not in the table.
    """
    table = days(study)
    if not count(table)["used"]:
        raise OutcomeError(
            "No scheduled day has a value that can be analysed.",
            "At least one day outside the wash-out, with a value, was expected.",
            "Write the first outcome into the diary.",
        )
    return table


def days(study: Study) -> pd.DataFrame:
    """The same table, also while nothing has been measured yet."""
    schedule = _planned(study)
    value = {entry.day: entry.value for entry in study.diary.entries}
    rows = [
        _row(schedule, period, day, value.get(day))
        for period in schedule.periods
        for day in range(period.start, period.end + 1)
    ]
    used = [row for row in rows if row["used"]]
    for row, gap in zip(used[1:], gaps([row["day"] for row in used]), strict=True):
        row["gap"] = gap
    return pd.DataFrame(rows)


def count(table: pd.DataFrame) -> dict[str, int]:
    """How many days were planned, and what became of them."""
    status = list(table["status"])
    return {"planned": len(status)} | {kind: status.count(kind) for kind in ("used", "washout", "missing")}


def gaps(days: Sequence[float]) -> list[float]:
    """The steps between used days, in days; two values for one day are refused."""
    steps = [float(after - before) for before, after in pairwise(days)]
    for day, step in zip(days[1:], steps, strict=True):
        if not step > 0:
            raise OutcomeError(
                f"Day {day:g} comes twice, or after a later day.",
                "One value a day, in the order of the days, was expected.",
                "Keep one value for each day.",
            )
    return steps


def _planned(study: Study) -> Schedule:
    if study.schedule is None:
        raise OutcomeError(
            "There is no schedule, so no day belongs to an arm.",
            "A planned trial was expected.",
            "Plan the trial first.",
        )
    return study.schedule


def _row(schedule: Schedule, period: Period, day: int, value: float | None) -> dict[str, Any]:
    status = "washout" if schedule.is_washout(day) else "missing" if value is None else "used"
    return {
        "day": day,
        "date": pd.Timestamp(schedule.date_of(day)),
        "period": period.number,
        "cycle": period.cycle,
        "arm": period.arm,
        "position": day - period.start + 1,
        "value": np.nan if value is None else float(value),
        "used": status == "used",
        "status": status,
        "time": (day - schedule.middle) / 7.0,
        "gap": np.nan,
    }
