"""The posterior without a sampler: closed form in the effects, quadrature over spread and correlation."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from nof1_lab.errors import OutcomeError, PriorError
from nof1_lab.inference.joint import Joint, join
from nof1_lab.inference.marginal import Marginal
from nof1_lab.inference.mixture import Array, log_sum
from nof1_lab.inference.nuisance import Known, Nuisance
from nof1_lab.inference.own import Own, own
from nof1_lab.inference.posterior import Exact
from nof1_lab.inference.quadrature import LogWeight, integrate
from nof1_lab.inference.regression import UNSEEN, solve
from nof1_lab.inference.sketch import Piece, View, sketch
from nof1_lab.study.prior import Prior

FEW_ROWS = 16  # ways in which the parts of the priors combine, all of which are carried along
ROUNDED = 1e-3  # this share of what a day tells may be lost in rounding
SELDOM = 0.01  # the smallest spread that counts: with this chance it is smaller still
LEFT = 0.2  # of what counts as unseen, in a direction that is seen
SURE = 14.0  # the smallest spread must weigh less than e^-14 of the top


def posterior(table: pd.DataFrame, priors: Sequence[Prior], nuisance: Nuisance, *, reference: str) -> Exact:
    """What the used days of a table say about every arm, exactly.

    Where the parts of the priors combine in more than a few ways, every arm is put to the days with its
    whole prior, and the others beside it are told with few Normals: see ``sketch``.
    """
    joint = join(table, priors, nuisance, reference=reference)
    if joint.combinations <= FEW_ROWS:
        return _posterior(joint)
    found = _posterior(sketched(joint))
    whole = {arm: own(found.joint, arm, found.nodes) for arm in joint.arms}
    return _corrected(found, whole)


def sketched(joint: Joint, most: int = FEW_ROWS) -> Joint:
    """The same days with so few Normals for each prior that they combine in few ways."""
    views = look(joint)
    each = int(most ** (1.0 / len(joint.arms)) + 1e-9)
    return joint.tell(
        *(sketch(prior.parts, view, each) for prior, view in zip(joint.priors, views, strict=True))
    )


def look(joint: Joint) -> tuple[View, ...]:
    """What the days say of every arm, roughly: with one Normal for every prior, at a likely spread."""
    normal = tuple(Piece(1.0, prior.mean, prior.sd) for prior in joint.priors)
    rough = joint.tell(*((part,) for part in normal))
    found = _posterior(rough)
    likely = Marginal(found.sigma.points, found.sigma.weights, np.asarray).mean
    known = replace(joint.nuisance, spread=Known(float(np.exp(likely))), rho=Known(found.rho.mean))
    found = _posterior(replace(rough, nuisance=known))
    after = (found.effect(arm) for arm in joint.arms)
    return tuple(
        View.between(part, Piece(1.0, now.mean, now.sd)) for part, now in zip(normal, after, strict=True)
    )


def weigh(joint: Joint) -> Array:
    """What every row of combined parts weighs after the days."""
    return np.ones(1) if joint.combinations == 1 else _posterior(joint).weights.sum(axis=(0, 1))


def _posterior(joint: Joint) -> Exact:
    """The posterior with the Normals as they are told."""
    normals = joint.normals()

    def log_weight(first: Array, second: Array) -> Array:
        return log_sum(joint.log_weight(normals, first, second), 2)[..., None]

    require_spread(log_weight, joint)
    nodes = integrate(log_weight, joint.domain)
    weight = joint.log_weight(normals, nodes.first, nodes.second) + nodes.log_step[..., None]
    weights = np.exp(weight - weight.max())
    log_evidence = float(weight.max() + np.log(weights.sum()))
    solution = solve(joint.days, normals, nodes.second)
    found = Exact(joint, nodes, solution, weights / weights.sum(), log_evidence)
    require_told_apart(found)
    return found


def _corrected(found: Exact, whole: Mapping[str, Own]) -> Exact:
    """Every spread and correlation weighed as the whole priors weigh it."""
    rough = found.nodes.log_weight[..., 0] + found.nodes.log_step
    gain = sum(each.gain - rough for each in whole.values())
    weights = found.weights * np.exp(gain)[..., None]
    log_evidence = found.log_evidence + float(np.log(weights.sum()))
    return replace(found, weights=weights / weights.sum(), log_evidence=log_evidence, own=whole)


def require_told_apart(found: Exact) -> None:
    """Refuse priors beside which the days are lost in rounding: they would seem to say nothing."""
    held = np.cumsum(found.weights.sum(axis=(1, 2)))
    least = float(np.exp(2.0 * found.nodes.first[np.searchsorted(held, SELDOM)]))
    strength = found.solution.strength
    weakest, lost = strength.min(axis=-1), UNSEEN * strength.max(axis=-1)
    lost = np.where(weakest > 0.0, lost * LEFT, lost)
    if (lost > ROUNDED * (least + weakest)).any():
        raise PriorError(
            "A prior is so wide that, beside it, what the days say is lost in rounding.",
            "Spreads up to some ten thousand times that of a day were expected.",
            "Narrow the prior of the effect, the intercept or the trend.",
        )


def require_spread(log_weight: LogWeight, joint: Joint) -> None:
    """Refuse days that lie on the model's lines without any spread: nothing tells how sure to be."""
    (least, most), (low, high) = joint.domain
    if least == most:
        return
    seen = log_weight(np.linspace(least, most, 60), np.linspace(low, high, 7))
    if seen[0].max() > seen.max() - SURE:
        raise OutcomeError(
            "The values lie without any spread on the lines of the model.",
            "Days that differ a little within an arm were expected, to judge how sure to be.",
            "Record more days, or more exactly, or set a known spread in the analysis plan.",
        )
