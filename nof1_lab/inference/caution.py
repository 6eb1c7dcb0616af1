"""What to keep in mind beside the numbers: days that surprise, days that are missing."""

import numpy as np
import pandas as pd

from nof1_lab.errors import OutcomeError
from nof1_lab.inference.exact import Exact
from nof1_lab.inference.nuisance import HalfNormal
from nof1_lab.inference.surprise import by_bell, by_parts
from nof1_lab.study.prior import Prior

MOST_MISSING, MOST_APART = 0.20, 0.10
MOST_SPREADS = 4.0  # of the spread's prior: beyond, it was all but impossible


def conflict(prior: Prior, mean: float, sd: float) -> float:
    """How surprising the days are to what is claimed of an arm: a two-sided p.

    The vague parts of a prior are not asked: whatever comes, they are not surprised.
    """
    claim = prior.claim
    if len(claim) == 1:
        return by_bell(claim[0].mean, claim[0].sd, mean, sd).p
    return by_parts(claim, mean, sd).p


def likelihood_summary(flat: Exact, arm: str) -> tuple[float, float] | None:
    """Mean and spread of what the days alone say; None while they say nothing about the arm."""
    after, before = flat.effect(arm), flat.prior(arm)
    gained = after.sd**-2 - before.sd**-2
    if gained * before.sd**2 < 1e-6:
        return None
    return (after.mean / after.sd**2 - before.mean / before.sd**2) / gained, gained**-0.5


def require_reach(exact: Exact) -> Exact:
    """The posterior, unless its priors of level and spread all but rule these days out.

    Such a model takes the way to the days for chance or for an effect: none of its numbers is to be had.
    """
    spread = exact.joint.nuisance.spread
    if not isinstance(spread, HalfNormal) or exact.sigma.mean <= MOST_SPREADS * spread.scale:
        return exact
    found, believed = f"{exact.sigma.mean:.3g}", f"{spread.scale / 2.0:.3g}"
    raise OutcomeError(
        f"The days lie {found} from the model's lines.",
        f"About {believed} was expected, from the analysis plan or the smallest worthwhile change.",
        "Look for a mistyped value; or set level and spread with nof1-lab analysis, or by seven run-in days.",
    )


def missing(table: pd.DataFrame) -> tuple[str, ...]:
    """A word about missed days, counted up to the last recorded one; nothing while they are few."""
    day, status = table["day"].to_numpy(dtype=float), table["status"].to_numpy(dtype=object)
    counted = (day <= day[status == "used"].max()) & (status != "washout")
    taken, missed = table["arm"].to_numpy(dtype=object)[counted], status[counted] == "missing"
    share = {arm: float(missed[taken == arm].mean()) for arm in dict.fromkeys(taken.tolist())}
    total, apart = float(np.mean(missed)), max(share.values()) - min(share.values())
    if total <= MOST_MISSING + 1e-9 and apart <= MOST_APART + 1e-9:
        return ()
    each = ", ".join(f"{arm} {percent(part)}" for arm, part in share.items())
    return (f"{percent(total)} of the days are missing ({each}): if bad days were skipped, this misleads.",)


def percent(chance: float) -> str:
    """A chance in per cent, never rounded to certainty: 0% and 100% are counts.

    >>> percent(0.9176), percent(0.8), percent(0.99999)
    ('91.8%', '80%', 'over 99.9%')
    """
    if chance in (0.0, 1.0):
        return f"{chance:.0%}"
    if chance > 0.999 or chance < 0.001:
        return "over 99.9%" if chance > 0.5 else "under 0.1%"
    return f"{100 * chance:.1f}".removesuffix(".0") + "%"
