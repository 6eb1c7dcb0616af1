"""A prior of several Normals, sampled: under one or a few Normals that cover it, then weighed anew.

A sampler crosses badly from one hump to the other, so it is given one hump at a time. Where few
combinations of parts matter, each is sampled alone and what it weighs is known exactly. Else Normals that
cover the posterior stand in for the priors, and every draw counts as much as the priors say.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr, ndtri

from nof1_lab.errors import FitError
from nof1_lab.inference.chain import Effort, Named
from nof1_lab.inference.exact import FEW_ROWS, look, weigh
from nof1_lab.inference.joint import Joint
from nof1_lab.inference.mixture import Array, Mixture, log_normal, log_sum
from nof1_lab.inference.sketch import Parts, Piece, View, sketch, through
from nof1_lab.study.prior import Prior

NEGLIGIBLE = 1e-4  # of the belief: a combination that holds less is not sampled
WIDER = (10.0, 5.0, 3.0, 2.0, 1.4, 1.0)  # times the sketched spread: wide enough for the tails, no wider
GOOD = 0.4  # of the draws that must count; below, a second Normal is taken
MOST_K = 0.7  # Pareto's k of the weights: beyond, a few draws would decide
SAFE_K = 0.4  # what is expected of Normals that are taken
TAIL, MOST_RATIO = 1e-4, 100.0  # as far out as this, no draw may count more than this many others
MORE = 2  # times as many draws, where they are weighed anew
TRIED = (np.arange(4000) + 0.5) / 4000


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """What is sampled: ``rows`` of Normals, one for each arm, and the share of the draws from each.

    ``is_whole`` when these are the priors' own parts, so that no draw has to be weighed anew.
    """

    joint: Joint
    rows: tuple[tuple[Piece, ...], ...]
    shares: Array
    is_whole: bool

    @property
    def priors(self) -> list[list[Prior]]:
        """The rows as priors of one Normal each."""
        return [
            [Prior.normal(arm, piece.mean, piece.sd) for arm, piece in zip(self.joint.arms, row, strict=True)]
            for row in self.rows
        ]


def plan(joint: Joint) -> Plan:
    """The fewest Normals under which the posterior can be sampled."""
    if joint.combinations == 1:
        return _plan(joint, is_whole=True)
    sides = zip(joint.priors, look(joint), strict=True)
    cover = _plan(joint.tell(*(covering(prior.parts, view) for prior, view in sides)), is_whole=False)
    if joint.combinations > FEW_ROWS:
        return cover
    whole = _plan(joint, is_whole=True)
    return whole if len(whole.rows) <= len(cover.rows) else cover


def covering(parts: Parts, view: View) -> Parts:
    """One Normal that covers a belief where the days look, or two or more when one does not."""
    if len(parts) == 1:
        return parts
    one = _widened(parts, view, 1)
    return one if worth(parts, one, view) >= GOOD else _widened(parts, view, 2)


def worth(parts: Parts, cover: Parts, view: View) -> float:
    """The share of draws under ``cover`` that will count, as the days are seen: Kish's ratio.

    Nothing where the tails are not covered, so that a few draws would decide.
    """
    import arviz

    target, drawn = through(parts, view).mixture, through(cover, view).mixture
    spots = _spread_out(drawn)
    smooth, k = arviz.psislw(target.log_density(spots) - drawn.log_density(spots))
    ends = np.array([target.quantile(TAIL), target.quantile(1.0 - TAIL)])
    far = (target.log_density(ends) - drawn.log_density(ends)).max()
    is_safe = float(k) < SAFE_K and far < np.log(MOST_RATIO)
    return float(1.0 / np.exp(2.0 * smooth).sum() / len(spots)) if is_safe else 0.0


def effort(plan: Plan, wanted: Effort) -> Effort:
    """How much to draw from each row to have as many draws as are wanted."""
    return wanted if plan.is_whole else replace(wanted, draws=MORE * wanted.draws)


def blend(found: Sequence[tuple[Named, Named]], plan: Plan, wanted: Effort) -> tuple[Named, Named]:
    """Draws of the whole, with the sampler's statistics: each taken from one row, by its share."""
    draws, statistics = found[0]
    if len(found) > 1:
        rng = np.random.default_rng([wanted.seed, 2])
        choice = rng.choice(len(found), size=statistics["diverging"].shape, p=plan.shares)
        draws, statistics = (
            {name: _pick([part[i][name] for part in found], choice) for name in found[0][i]} for i in (0, 1)
        )
    if plan.is_whole:
        return draws, statistics
    which = _weighed(plan, draws["arm"], wanted).reshape(wanted.chains, wanted.draws)
    return _taken(draws, which), _taken(statistics, which)


def _plan(joint: Joint, *, is_whole: bool) -> Plan:
    weights = weigh(joint)
    kept = np.flatnonzero(weights > NEGLIGIBLE)
    rows = [tuple(told[i] for told, i in zip(joint.told, row, strict=True)) for row in joint.rows[kept]]
    pieces = tuple(tuple(Piece(part.weight, part.mean, part.sd) for part in row) for row in rows)
    return Plan(joint, pieces, weights[kept] / weights[kept].sum(), is_whole)


def _widened(parts: Parts, view: View, most: int) -> Parts:
    """The sketch with the spread under which the most draws will count."""
    told = sketch(parts, view, most)
    wider = [tuple(Piece(part.weight, part.mean, times * part.sd) for part in told) for times in WIDER]
    return max(wider, key=lambda cover: worth(parts, cover, view))


def _spread_out(belief: Mixture) -> Array:
    """Draws of a belief as even as can be."""
    each = ndtri(TRIED)[::10]
    spots = np.sort((belief.means[:, None] + belief.sds[:, None] * each).ravel())
    chance = ndtr((spots[:, None] - belief.means) / belief.sds) @ belief.weights
    return np.interp(TRIED, chance, spots)


def _weighed(plan: Plan, effects: Array, wanted: Effort) -> NDArray[np.int_]:
    """Which draws to take, some more than once, so that they come from the posterior of the priors.

    Few of the draws may be taken where many weigh little. They stay in the order of
    drawing, and those taken twice stand side by side: to
    whatever measures how much the draws are worth, that is a chain that moves less.
    """
    import arviz

    flat = effects.reshape(-1, effects.shape[-1])
    smooth, k = arviz.psislw(_log_ratio(plan, flat))
    if not float(k) < MOST_K:
        raise FitError(
            f"The prior cannot be sampled well: a few of the draws would decide (Pareto k {float(k):.2f}).",
            f"A prior whose posterior a few Normals cover (k below {MOST_K}) was expected.",
            "Take the exact engine's result, or a prior with lighter tails.",
        )
    ends = np.cumsum(np.exp(smooth - np.max(smooth)))
    start, size = np.random.default_rng([wanted.seed, 3]).random(), wanted.chains * wanted.draws
    steps = (np.arange(size) + start) / size
    return np.minimum(np.searchsorted(ends / ends[-1], steps, side="right"), len(flat) - 1)


def _log_ratio(plan: Plan, effects: Array) -> Array:
    """The log of the priors' density over that under which the draws were drawn."""
    priors = sum(
        Mixture.prior(prior).log_density(drawn)
        for prior, drawn in zip(plan.joint.priors, effects.T, strict=True)
    )
    rows = [
        sum(np.log(piece.weight) + log_normal(drawn, piece.mean, piece.sd)
            for piece, drawn in zip(row, effects.T, strict=True))
        for row in plan.rows
    ]  # fmt: skip
    return np.asarray(priors - log_sum(np.array(rows), 0))


def _taken(named: Named, which: NDArray[np.int_]) -> Named:
    return {name: values.reshape(-1, *values.shape[2:])[which] for name, values in named.items()}


def _pick(parts: list[Array], choice: NDArray[np.int_]) -> Array:
    chains, draws = np.indices(choice.shape)
    return np.stack(parts)[choice, chains, draws]
