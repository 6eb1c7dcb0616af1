"""Whether to believe a sampled posterior."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from nof1_lab.errors import FitError
from nof1_lab.inference.exact import Exact
from nof1_lab.inference.fit import Fit
from nof1_lab.inference.marginal import Marginal
from nof1_lab.inference.mixing import LEAST_ESS, MOST_RHAT, Mixing, mixing
from nof1_lab.inference.mixture import Array, Mixture

MOST_MCSE = 0.025  # of a chance: what 400 independent draws leave open
FAR = 4.0  # Monte Carlo standard errors: one in 16,000 comparisons lies beyond by chance


@dataclass(frozen=True, slots=True)
class Checks:
    """What the chains say about themselves; ``reasons`` is empty when they are to be believed."""

    ok: bool
    rhat_max: float
    ess_min: float
    divergences: int
    mcse_chance: float
    reasons: tuple[str, ...]


def check(fit: Fit) -> Checks:
    """Whether the chains agree, have drawn enough, and went everywhere."""
    data = fit.idata
    posterior = {name: data.posterior[name].to_numpy() for name in data.posterior.data_vars}
    mixed = mixing(posterior, data.sample_stats["diverging"].to_numpy())
    mcse = max(_mcse_chance(fit, arm) for arm in fit.arms)
    reasons = tuple(_reasons(mixed, mcse))
    return Checks(not reasons, mixed.rhat, mixed.ess, mixed.divergences, mcse, reasons)


def believed(fit: Fit) -> Fit:
    """The fit, if it passes its checks."""
    checks = check(fit)
    if checks.ok:
        return fit
    raise FitError(
        " ".join(checks.reasons),
        "Chains that agree, with enough draws and no divergences, were expected.",
        "Fit again with more draws, or look at the exact engine's result.",
    )


def agreement(exact: Exact, fit: Fit) -> tuple[str, ...]:
    """Where the two engines differ by more than chance, in words; nothing when they agree."""
    others = fit.others
    compared: list[tuple[str, Mixture | Marginal, Array]] = [
        *((f"The effect of {arm}", exact.effect(arm), fit.effects[arm]) for arm in fit.arms),
        ("The spread of a day", exact.sigma, others["sigma"]),
        ("The correlation of neighbouring days", exact.rho, others["rho"]),
    ]
    return tuple(words for name, belief, draws in compared for words in _apart(name, belief, draws))


def _apart(name: str, belief: Mixture | Marginal, draws: Array) -> Iterator[str]:
    """What differs between a belief and draws of it: the mean, the spread, the chance of being below zero."""
    import arviz

    if belief.sd == 0.0:  # a number that was given, not learnt
        return
    mean, sd, ess = draws.mean(), draws.std(), float(arviz.ess(draws, method="mean"))
    if abs(mean - belief.mean) > FAR * sd / np.sqrt(ess):
        yield f"{name}: the mean is {mean:.4g} sampled and {belief.mean:.4g} exactly."
    kurtosis = float(np.mean((draws - mean) ** 4) / sd**4)
    loose = np.sqrt(max(kurtosis - 1.0, 2.0) / (4.0 * float(arviz.ess(draws, method="sd"))))
    if abs(sd / belief.sd - 1.0) > FAR * loose:
        yield f"{name}: the standard deviation is {sd:.4g} sampled and {belief.sd:.4g} exactly."
    if isinstance(belief, Mixture):
        chance, exactly = float((draws < 0.0).mean()), belief.below(0.0)
        # The last term is for chances near 0 and 1, where a single draw more or less is no news.
        if abs(chance - exactly) > FAR * (np.sqrt(exactly * (1.0 - exactly) / ess) + 1.0 / ess):
            yield f"{name}: the chance of being below zero is {chance:.4g} sampled and {exactly:.4g} exactly."


def _mcse_chance(fit: Fit, arm: str) -> float:
    """The Monte Carlo standard error of the chance that an effect lies below zero."""
    import arviz

    below = (fit.effects[arm] < 0.0).astype(float)
    chance = below.mean()
    if chance in (0.0, 1.0):
        return 0.0
    return float(np.sqrt(chance * (1.0 - chance) / float(arviz.ess(below, method="mean"))))


def _reasons(mixed: Mixing, mcse: float) -> Iterator[str]:
    if np.isnan(mixed.rhat):
        yield "Whether the chains agree cannot be told: sample at least two of them."
    elif mixed.rhat > MOST_RHAT:
        yield f"The chains do not agree (R-hat {mixed.rhat:.3f}; at most {MOST_RHAT} is good): sample longer."
    if not mixed.ess >= LEAST_ESS:
        yield f"The draws are worth {mixed.ess:.0f} independent ones ({LEAST_ESS:.0f} are needed): draw more."
    if mixed.divergences:
        yield (
            f"{mixed.divergences} steps of the sampler went astray, so some places were not visited: "
            "look for a prior on the spread that is far too wide, or record more days."
        )
    if not mcse <= MOST_MCSE:
        yield f"A chance is uncertain by {mcse:.3f} for lack of draws ({MOST_MCSE} is allowed): draw more."
