"""The straight-line model with AR(1) days, solved in closed form once spread and correlation are given.

``value = design @ coefficients + error``; errors have standard deviation ``sigma`` on any one day and
correlation ``rho ** gap`` between days that lie ``gap`` days apart. Coefficients have Normal priors.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from nof1_lab.errors import OutcomeError
from nof1_lab.inference.mixture import LOG_2PI, Array
from nof1_lab.inference.outcome import gaps

UNSEEN = 1e-14  # a direction with less than this share of the strongest is one that no day speaks of


@dataclass(frozen=True, slots=True, eq=False)
class Days:
    """The used days: what was measured, the gaps between them and what acted on them."""

    value: Array
    gap: Array
    design: Array


def used_days(table: pd.DataFrame, arms: Sequence[str], *, has_trend: bool) -> Days:
    """The days of a table that can be analysed, in the order of time whatever the order of its rows."""
    rows = np.flatnonzero(table["used"].to_numpy(dtype=bool))
    used = table.iloc[rows[np.argsort(table["day"].to_numpy(dtype=float)[rows])]]
    value = used["value"].to_numpy(dtype=float)
    if not len(value) or not np.isfinite(value).all():
        raise OutcomeError(
            "A used day has no number." if len(value) else "No day of the table can be analysed.",
            "A finite value on every used day, and at least one of them, was expected.",
            "Write the outcomes into the diary, or mark the day as missed.",
        )
    return Days(value, np.array(gaps(used["day"].tolist())), design(used, arms, has_trend=has_trend))


def design(table: pd.DataFrame, arms: Sequence[str], *, has_trend: bool) -> Array:
    """What acts on each row: 1 for the intercept, the weeks for the trend, 1 on an arm's own days."""
    taken = table["arm"].to_numpy(dtype=object)
    columns = [np.ones(len(taken))]
    if has_trend:
        columns.append(table["time"].to_numpy(dtype=float))
    columns.extend((taken == arm).astype(float) for arm in arms)
    return np.stack(columns, axis=1)


@dataclass(frozen=True, slots=True, eq=False)
class Normals:
    """Normal priors of the coefficients: a row for each way in which the parts of mixtures combine."""

    log_weight: Array
    mean: Array
    sd: Array


@dataclass(frozen=True, slots=True, eq=False)
class Solution:
    """The coefficients' posterior for every rho and row of priors, ready for any sigma.

    In the basis ``mean + sd * (axes @ c)`` the prior of ``c`` is a unit Normal and its likelihood has
    its top at ``fit`` and precision ``strength / sigma^2``: with that, every sigma costs a few sums and
    no matrix, and nothing cancels even where sigma is tiny.
    """

    size: int
    log_det: Array  # (rho,)
    left: Array  # (rho, row): squared whitened distance of the days from the best line
    strength: Array  # (rho, row, axis)
    fit: Array  # (rho, row, axis)
    axes: Array  # (rho, row, coefficient, axis)
    priors: Normals

    def log_likelihood(self, sigma: Array) -> Array:
        """The log density of the days for every (sigma, rho, row), coefficients integrated out."""
        v = (sigma**2)[:, None, None]
        pull = (self.fit**2 * self.strength / (v[..., None] + self.strength)).sum(axis=-1)
        widening = np.log1p(self.strength / v[..., None]).sum(axis=-1)
        fixed = self.size * (LOG_2PI + np.log(v)) + 2.0 * self.log_det[:, None]
        return -0.5 * (fixed + widening + self.left / v + pull)

    def moments(self, sigma: Array, lines: Array) -> tuple[Array, Array]:
        """Mean and sd of ``lines @ coefficients`` for every (sigma, rho, row, line)."""
        v = (sigma**2)[:, None, None, None]
        reach = np.einsum("lj,kj,rkji->rkli", lines, self.priors.sd, self.axes)
        share = self.strength / (v + self.strength)
        mean = self.priors.mean @ lines.T + np.einsum("rkli,srki->srkl", reach, self.fit * share)
        return mean, np.sqrt(np.einsum("rkli,srki->srkl", reach**2, v / (v + self.strength)))


def solve(days: Days, priors: Normals, rho: Array) -> Solution:
    """The closed form for every rho and every row of priors."""
    centre = np.linalg.lstsq(days.design, days.value, rcond=None)[0]
    rows = np.column_stack([days.design, days.value - days.design @ centre])
    white, log_det = whiten(rows, days.gap, rho)
    gram = np.einsum("rni,rnj->rij", white, white)
    inner, cross, square = gram[:, :-1, :-1], gram[:, :-1, -1], gram[:, -1, -1]
    sd = priors.sd
    strength, axes = np.linalg.eigh(sd[:, :, None] * inner[:, None] * sd[:, None, :])
    unseen = strength <= UNSEEN * strength[..., -1:]
    strength = np.where(unseen, 0.0, strength)
    best = np.einsum("rkji,rkj->rki", axes, sd * cross[:, None]) / np.where(unseen, np.inf, strength)
    away = np.einsum("rkji,kj->rki", axes, (priors.mean - centre) / sd)
    left = np.clip(square[:, None] - (best**2 * strength).sum(axis=-1), 0.0, None)
    return Solution(
        len(days.value), log_det, left, strength, np.where(unseen, 0.0, best - away), axes, priors
    )


def whiten(rows: Array, gap: Array, rho: Array) -> tuple[Array, Array]:
    """Rows freed of their correlation, for every rho, and the log of what that did to the volume."""
    echo = np.power(rho[:, None], gap)
    fresh = np.sqrt(1.0 - echo**2)
    first = np.broadcast_to(rows[0], (len(rho), 1, rows.shape[1]))
    later = (rows[1:] - echo[..., None] * rows[:-1]) / fresh[..., None]
    return np.concatenate([first, later], axis=1), np.log(fresh).sum(axis=1)
