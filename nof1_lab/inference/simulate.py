"""A diary from a truth: to plan, to teach and to test."""

from collections.abc import Collection, Mapping

import numpy as np

from nof1_lab.study.diary import Diary, Entry
from nof1_lab.study.measure import Measure
from nof1_lab.study.schedule import Schedule


def simulate(
    schedule: Schedule,
    measure: Measure,
    *,
    baseline: float,
    effects: Mapping[str, float],
    sigma: float,
    seed: int,
    trend: float = 0.0,
    rho: float = 0.0,
    missing: Collection[int] = (),
    decimals: int | None = None,
) -> Diary:
    """What a person with these effects would write down, run-in included.

    ``baseline`` is the reference at time zero, ``trend`` its change per week, ``sigma`` the standard
    deviation of a day and ``rho`` the correlation of neighbouring days. Values are cut to the
    measure's range, and rounded when ``decimals`` are given.
    """
    days = range(schedule.first_day, schedule.last_day + 1)
    noise = sigma * _echoes(len(days), rho, np.random.default_rng(seed))
    entries: list[Entry] = []
    for day, error in zip(days, noise, strict=True):
        mean = baseline + trend * (day - schedule.middle) / 7.0 + effects.get(schedule.arm_on(day) or "", 0.0)
        if day not in missing:
            entries.append(Entry(day, _written(mean + float(error), measure, decimals)))
    return Diary(tuple(entries))


def missed_days(schedule: Schedule, *, share: float, seed: int) -> frozenset[int]:
    """Scheduled days that are forgotten by chance."""
    forgotten = np.random.default_rng(seed).random(schedule.last_day) < share
    return frozenset((np.flatnonzero(forgotten) + 1).tolist())


def _echoes(
    size: int, rho: float, chance: np.random.Generator
) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Standard Normals, each with an echo of the day before."""
    fresh = chance.standard_normal(size)
    errors = fresh.copy()
    for i in range(1, size):
        errors[i] = rho * errors[i - 1] + np.sqrt(1.0 - rho**2) * fresh[i]
    return errors


def _written(value: float, measure: Measure, decimals: int | None) -> float:
    if measure.low is not None and measure.high is not None:
        value = min(max(value, measure.low), measure.high)
    return value if decimals is None else round(value, decimals)
