"""What a diary may look like before its first day: plausible diaries drawn under the beliefs in force."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nof1_lab.inference.family import LONG_AGO, simulate
from nof1_lab.inference.mixture import Array, Mixture
from nof1_lab.inference.nuisance import HalfNormal, Known, Nuisance, Uniform, nuisance
from nof1_lab.inference.prior import priors_of
from nof1_lab.study.document import Study
from nof1_lab.study.measure import Measure
from nof1_lab.study.prior import Prior
from nof1_lab.study.schedule import Schedule

COUNTED = 400  # diaries that the share and the band are worked out from; the first of them are shown
BAND = (0.05, 0.5, 0.95)
ANYWHERE = 100.0  # times a day's spread: a level as open as this is not known
MANY_OFF = 0.05  # of the days: from here on it is said


@dataclass(frozen=True, slots=True, eq=False)
class Diaries:
    """Diaries that may come: ``values`` has a row for each and a column for each of the ``days``.

    ``low``, ``middle`` and ``high`` hold nine diaries in ten on each day. ``off_scale`` is the share of
    days that leave the measure's scale, ``below`` and ``above`` on which side; ``p_off`` is the share of
    diaries with at least one such day. None of these where the scale has no ends. While nothing is known of
    the level (no run-in, no ends) the diaries lie anywhere: ``is_level_known`` tells.
    """

    days: tuple[int, ...]
    arms: tuple[str, ...]
    values: Array
    low: Array
    middle: Array
    high: Array
    below: float | None
    above: float | None
    p_off: float | None
    is_level_known: bool = True

    @property
    def off_scale(self) -> float | None:
        """The share of days that leave the scale."""
        return None if self.below is None or self.above is None else self.below + self.above

    @property
    def is_off(self) -> bool:
        """Whether so many days leave the scale that the beliefs should be looked at again."""
        return (self.off_scale or 0.0) > MANY_OFF


def diaries(study: Study, priors: Sequence[Prior] | None = None, *, many: int = 20) -> Diaries | None:
    """Diaries that the beliefs call plausible, over the planned days; None without a schedule.

    ``priors`` are those in force, or others that are being tried, one for each arm of the schedule in its
    order. The same study gives the same luck, so a diary moves with the prior and does not jump.
    """
    schedule = study.schedule
    if schedule is None:
        return None
    believed, learnt = tuple(priors) if priors is not None else priors_of(study), nuisance(study)
    drawn = draw(schedule, believed, learnt, size=max(many, COUNTED))
    low, middle, high = np.quantile(drawn, BAND, axis=0)
    below, above, off = _off_scale(drawn, study.measure)
    days = tuple(range(1, schedule.last_day + 1))
    arms = tuple(schedule.arm_on(day) or "" for day in days)
    is_known = learnt.intercept.sd <= ANYWHERE * learnt.day_sd
    return Diaries(days, arms, drawn[:many], low, middle, high, below, above, off, is_known)


def draw(schedule: Schedule, priors: Sequence[Prior], learnt: Nuisance, *, size: int, seed: int = 0) -> Array:
    """So many diaries as rows: level, trend, spread, memory and effects each drawn once for a diary."""
    chance = np.random.default_rng(seed)
    days = np.arange(1, schedule.last_day + 1)
    level = learnt.intercept.mean + learnt.intercept.sd * chance.standard_normal(size)
    luck = chance.standard_normal(size)
    trend = learnt.trend.mean + learnt.trend.sd * luck if learnt.trend else np.zeros(size)
    sigma, rho = _spread(learnt, chance.standard_normal(size)), _memory(learnt, chance.random(size))
    effects = np.stack([np.zeros(size), *(_effect(prior, size, chance) for prior in priors)], axis=1)
    mean = level[:, None] + trend[:, None] * (days - schedule.middle) / 7.0 + effects[:, _places(schedule)]
    waits = np.ones(len(days))
    waits[0] = LONG_AGO
    return simulate(mean, sigma[:, None], rho[:, None], waits, chance)


def _spread(learnt: Nuisance, luck: Array) -> Array:
    match learnt.spread:
        case Known(value):
            return np.full(len(luck), value)
        case HalfNormal(scale):
            return scale * np.abs(luck)


def _memory(learnt: Nuisance, luck: Array) -> Array:
    match learnt.rho:
        case Known(value):
            return np.full(len(luck), value)
        case Uniform(low, high):
            return low + (high - low) * luck


def _effect(prior: Prior, size: int, chance: np.random.Generator) -> Array:
    """An effect for each diary. Part and place come from two numbers that do not depend on the prior."""
    belief = Mixture.prior(prior)
    which, luck = chance.random(size), chance.standard_normal(size)
    part = np.minimum(np.searchsorted(np.cumsum(belief.weights), which), len(belief.weights) - 1)
    return belief.means[part] + belief.sds[part] * luck


def _places(schedule: Schedule) -> NDArray[np.int_]:
    """The column of each day's arm: 0 for the reference."""
    everyone = schedule.everyone
    return np.repeat([everyone.index(arm) for arm in schedule.sequence], schedule.days)


def _off_scale(values: Array, measure: Measure) -> tuple[float | None, float | None, float | None]:
    if measure.low is None or measure.high is None:
        return None, None, None
    below, above = values < measure.low, values > measure.high
    return float(below.mean()), float(above.mean()), float((below | above).any(axis=1).mean())
