"""A prior with several humps: each part sampled alone, then put together by what the days leave to it.

A sampler crosses badly from one hump to the other. Given one part of every prior there is one hump, and
what each combination of parts weighs is known exactly.
"""

from collections.abc import Sequence
from itertools import product

import numpy as np
from numpy.typing import NDArray

from nof1_lab.errors import FitError
from nof1_lab.inference.chain import Effort, Named
from nof1_lab.inference.exact import posterior
from nof1_lab.inference.joint import Joint
from nof1_lab.inference.mixture import Array
from nof1_lab.study.prior import Prior

NEGLIGIBLE = 1e-4  # of the belief: a part that holds less is not sampled
MOST_PARTS = 16


def parts(joint: Joint) -> tuple[list[list[Prior]], Array]:
    """The ways in which the parts of the priors combine, as Normal priors, and the weight of each."""
    rows = [
        [Prior.normal(prior.arm, part.mean, part.sd) for prior, part in zip(joint.priors, row, strict=True)]
        for row in product(*(prior.parts for prior in joint.priors))
    ]
    if len(rows) == 1:
        return rows, np.ones(1)
    exact = posterior(joint.table, joint.priors, joint.nuisance, reference=joint.reference)
    weights = exact.weights.sum(axis=(0, 1))
    kept = np.flatnonzero(weights > NEGLIGIBLE)
    if len(kept) > MOST_PARTS:
        raise FitError(
            f"The priors' parts combine in {len(kept)} ways that all matter.",
            f"At most {MOST_PARTS} were expected of a sampled fit.",
            "Use the exact engine, or priors of one part for some of the arms.",
        )
    return [rows[i] for i in kept], weights[kept] / weights[kept].sum()


def blend(found: Sequence[tuple[Named, Named]], weights: Array, effort: Effort) -> tuple[Named, Named]:
    """Draws of the whole, with the sampler's statistics: each taken from one part, by its weight."""
    if len(found) == 1:
        return found[0]
    rng = np.random.default_rng([effort.seed, 2])
    choice = rng.choice(len(found), size=(effort.chains, effort.draws), p=weights)
    draws, statistics = (
        {name: _pick([part[i][name] for part in found], choice) for name in found[0][i]} for i in (0, 1)
    )
    return draws, statistics


def _pick(parts: list[Array], choice: NDArray[np.int_]) -> Array:
    chains, draws = np.indices(choice.shape)
    return np.stack(parts)[choice, chains, draws]
