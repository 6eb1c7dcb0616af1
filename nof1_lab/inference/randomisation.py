"""What the schedule's own chance says: how often a difference like this comes without any effect."""

from dataclasses import dataclass
from itertools import permutations, product
from math import factorial

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from nof1_lab.inference.mixture import Array
from nof1_lab.inference.outcome import outcomes
from nof1_lab.study.document import Study
from nof1_lab.study.schedule import Schedule

MOST_SCHEDULES = 20_000
TIE = 1e-9  # of the largest statistic: what differs by less is a tie


@dataclass(frozen=True, slots=True)
class Randomisation:
    """The randomisation test over all schedules that could have been drawn, the drawn one included.

    Two arms: ``statistic`` is the difference of the means of used days, arm minus reference;
    ``p_one_sided`` looks in the direction of benefit. More arms: the sum of squared deviations of the
    arms' means, which has no direction.
    """

    statistic: float
    p_two_sided: float
    p_one_sided: float | None
    schedules: int


def randomisation_test(study: Study, *, seed: int = 0) -> Randomisation | None:
    """The test for a study; None while some arm has no used day."""
    table, schedule = outcomes(study), study.schedule
    assert schedule is not None  # noqa: S101 - outcomes has refused that
    orders = reference_set(schedule, seed=seed)
    statistic = _statistics(orders, *_sums(table, schedule))
    if np.isnan(statistic[0]):
        return None
    # An order in which some arm has no used day counts as extreme: that can only raise p.
    slack = TIE * float(np.nanmax(np.abs(statistic)))
    far = np.abs(statistic) >= abs(statistic[0]) - slack
    ahead = study.measure.direction * (statistic - statistic[0]) >= -slack
    two = float((far | np.isnan(statistic)).mean())
    one = float((ahead | np.isnan(statistic)).mean()) if len(schedule.arms) == 1 else None
    return Randomisation(float(statistic[0]), two, one, len(orders))


def smallest_p(schedule: Schedule) -> tuple[float, float]:
    """The smallest one- and two-sided p that any diary could give under this design."""
    if schedule.design == "fixed":
        return 1.0, 1.0
    arms = len(schedule.everyone)
    orders = factorial(arms) ** schedule.cycles
    alike = factorial(arms) / orders  # exchanging the names of arms everywhere keeps the statistic's size
    return (1.0 / orders if arms == 2 else alike), alike


def reference_set(schedule: Schedule, *, seed: int = 0) -> NDArray[np.int_]:
    """The orders that could have been drawn, the drawn one first: a row of arm numbers each.

    Beyond 20 000 they are drawn by chance, so that p is (1 + as extreme) / (1 + drawn).
    """
    everyone = schedule.everyone
    drawn = [everyone.index(arm) for arm in schedule.sequence]
    if schedule.design == "fixed":
        return np.array([drawn])
    size, cycles = len(everyone), schedule.cycles
    if factorial(size) ** cycles <= MOST_SCHEDULES:
        blocks = list(permutations(range(size)))
        orders = np.array(list(product(blocks, repeat=cycles))).reshape(-1, size * cycles)
        others = orders[(orders != drawn).any(axis=1)]
    else:
        chance = np.random.default_rng(seed)
        shuffled = np.tile(np.arange(size), (MOST_SCHEDULES * cycles, 1))
        others = chance.permuted(shuffled, axis=1).reshape(-1, size * cycles)
    return np.vstack([np.array([drawn]), others])


def _sums(table: pd.DataFrame, schedule: Schedule) -> tuple[Array, Array]:
    """The sum and the number of used values in every period."""
    used = table["used"].to_numpy(dtype=bool)
    period = table["period"].to_numpy(dtype=int)[used] - 1
    value, size = table["value"].to_numpy(dtype=float)[used], len(schedule.sequence)
    sums = np.bincount(period, weights=value - value.mean(), minlength=size)
    return sums.astype(np.float64), np.bincount(period, minlength=size).astype(np.float64)


def _statistics(orders: NDArray[np.int_], sums: Array, counts: Array) -> Array:
    """The statistic of every order; not a number where some arm has no used day."""
    taken = [orders == arm for arm in range(int(orders.max()) + 1)]
    with np.errstate(invalid="ignore", divide="ignore"):
        means = np.stack([(own @ sums) / (own @ counts) for own in taken], axis=1)
    if means.shape[1] == 2:
        return means[:, 1] - means[:, 0]
    return ((means - means.mean(axis=1, keepdims=True)) ** 2).sum(axis=1)
