"""Days of a crossover trial as a table, with gaps and memory, without a study around them."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from nof1_lab.inference.nuisance import HalfNormal, Nuisance, Uniform
from nof1_lab.study.analysis import Normal
from nof1_lab.study.prior import Prior

OPEN = Nuisance(Normal(6.0, 2.0), Normal(0.0, 0.5), HalfNormal(1.5), Uniform(0.0, 0.95))
CLAIM = (Prior.normal("B", -0.4, 0.5),)


def crossover(
    arms: Sequence[str] = ("A", "B"),
    *,
    days: int = 40,
    length: int = 5,
    missing: Sequence[int] = (4, 11, 12, 27),
    effect: float = -0.5,
    rho: float = 0.4,
    seed: int = 0,
) -> pd.DataFrame:
    """The used days of arms that take turns; every arm but the first has ``effect`` times its place."""
    chance = np.random.default_rng(seed)
    error = chance.standard_normal(days)
    for day in range(1, days):
        error[day] = rho * error[day - 1] + np.sqrt(1.0 - rho**2) * error[day]
    place = np.arange(days) // length % len(arms)
    kept = np.array([day for day in range(days) if day + 1 not in missing])
    value = 6.0 + effect * place + 0.8 * error
    columns = {"day": kept + 1, "arm": [arms[i] for i in place[kept]], "value": value[kept]}
    return pd.DataFrame(columns | {"time": (kept + 1 - (days + 1) / 2) / 7.0, "used": True})
