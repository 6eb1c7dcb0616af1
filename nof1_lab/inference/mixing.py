"""How well chains have mixed: whether they agree, what their draws are worth, and where they could not go."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from nof1_lab.inference.mixture import Array

MOST_RHAT = 1.01
LEAST_ESS = 400.0


@dataclass(frozen=True, slots=True)
class Mixing:
    """The largest R-hat, the least effective number of draws (bulk or tail), and the steps gone astray."""

    rhat: float
    ess: float
    divergences: int

    @property
    def is_good(self) -> bool:
        """Whether a posterior drawn like this may be shown."""
        return self.rhat <= MOST_RHAT and self.ess >= LEAST_ESS and not self.divergences


def mixing(draws: Mapping[str, Array], diverging: Array) -> Mixing:
    """The worst of all parameters; every array starts with (chain, draw)."""
    import arviz

    series = [
        values.reshape(*values.shape[:2], -1)[..., i]
        for values in draws.values()
        for i in range(_wide(values))
    ]
    ess = [float(arviz.ess(one, method=method)) for one in series for method in ("bulk", "tail")]
    rhat = [float(arviz.rhat(one)) for one in series]
    return Mixing(float(np.max(rhat)), float(np.min(ess)), int(diverging.sum()))


def _wide(values: Array) -> int:
    """How many numbers a parameter has."""
    return int(np.prod(values.shape[2:], dtype=int))
