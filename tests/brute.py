"""The same posterior by another road: whole covariance matrices on a dense grid. Slow and plain."""

from collections.abc import Sequence
from itertools import product

import numpy as np
import pandas as pd
from scipy.integrate import simpson
from scipy.special import ndtr
from scipy.stats import halfnorm

from nof1_lab.inference.nuisance import HalfNormal, Known, Nuisance, Uniform
from nof1_lab.study.prior import Part, Prior


def posterior(
    table: pd.DataFrame,
    priors: Sequence[Prior],
    nuisance: Nuisance,
    *,
    arm: str,
    cuts: Sequence[float],
    least: float = -6.0,
) -> dict[str, float]:
    """Mean, sd, log evidence and chances below each cut, summed over every way the parts combine.

    ``least`` is the log of the smallest spread, in units of its prior's scale.
    """
    arms = [prior.arm for prior in priors]
    total = sum(
        _integral(table, arms, row, nuisance, arm, cuts, least)
        for row in product(*(prior.parts for prior in priors))
    )
    assert isinstance(total, np.ndarray)
    mean, square, sigma, rho, *chances = total[1:] / total[0]
    named = {f"below {cut:g}": chance for cut, chance in zip(cuts, chances, strict=True)}
    sd = float(np.sqrt(square - mean**2))
    return {
        "log_evidence": float(np.log(total[0])),
        "mean": mean,
        "sd": sd,
        "sigma": sigma,
        "rho": rho,
        **named,
    }


def _integral(
    table: pd.DataFrame,
    arms: list[str],
    row: Sequence[Part],
    nuisance: Nuisance,
    arm: str,
    cuts: Sequence[float],
    least: float,
) -> np.ndarray:
    used = table[table["used"]].sort_values("day")
    day, y = used["day"].to_numpy(float), used["value"].to_numpy(float)
    columns = [np.ones(len(y))] + ([used["time"].to_numpy(float)] if nuisance.trend else [])
    x = np.column_stack(columns + [(used["arm"] == name).to_numpy(float) for name in arms])
    normals = [nuisance.intercept, *([nuisance.trend] if nuisance.trend else []), *row]
    mean, cov = np.array([n.mean for n in normals]), np.diag([n.sd**2 for n in normals])
    index, apart, rest = len(columns) + arms.index(arm), np.abs(day[:, None] - day), y - x @ mean

    def at(sigma: float, rho: np.ndarray) -> np.ndarray:
        """Weight, mean, square, spread, correlation and chances for one spread and every correlation."""
        noise = sigma**2 * np.where(apart == 0, 1.0, rho[:, None, None] ** apart)
        around = x @ cov @ x.T + noise
        solved = np.linalg.solve(around, np.column_stack([rest, (x @ cov)[:, index]]))
        square, det = solved[..., 0] @ rest, np.linalg.slogdet(around)[1]
        density = np.exp(-0.5 * (square + det + len(y) * np.log(2 * np.pi)))
        m = mean[index] + solved[..., 0] @ (x @ cov)[:, index]
        v = cov[index, index] - solved[..., 1] @ (x @ cov)[:, index]
        chances = ndtr((np.asarray(cuts)[:, None] - m) / np.sqrt(v))
        return density * np.array([np.ones_like(m), m, v + m**2, np.full_like(m, sigma), rho, *chances])

    def over_rho(sigma: float) -> np.ndarray:
        if isinstance(nuisance.rho, Known):
            return at(sigma, np.array([nuisance.rho.value]))[:, 0]
        assert isinstance(nuisance.rho, Uniform)
        rho = np.linspace(nuisance.rho.low, nuisance.rho.high, 241)
        return simpson(at(sigma, rho), x=rho) / (nuisance.rho.high - nuisance.rho.low)

    weight = np.prod([part.weight for part in row])
    if isinstance(nuisance.spread, Known):
        return weight * over_rho(nuisance.spread.value)
    assert isinstance(nuisance.spread, HalfNormal)
    u = np.linspace(least, 2.3, 241)
    sigma = nuisance.spread.scale * np.exp(u)
    height = halfnorm(scale=nuisance.spread.scale).pdf(sigma) * sigma
    return weight * simpson(np.array([over_rho(s) for s in sigma]).T * height, x=u)
