"""Days that remember the day before, as a family for Bambi."""

from typing import Any

import numpy as np

from nof1_lab.inference.mixture import Array

LONG_AGO = 1e9  # days before the first one: nothing of them is left in it


def ar1(gap: Array) -> Any:
    """The family of days that remember the day before; ``gap`` holds the days between neighbouring rows.

    ``sigma`` is the standard deviation of any one day, ``rho ** gap`` the correlation of two rows. It is
    the stationary AR(1) process seen on the days that there are: a missed day needs no value.
    """
    import bambi
    import pymc

    waits = np.concatenate([[LONG_AGO], gap])

    def days(name: str, mu: Any, sigma: Any, rho: Any, observed: Any = None, dims: Any = None) -> Any:
        return pymc.CustomDist(
            name, mu, sigma, rho, waits, logp=log_density, random=simulate, observed=observed, dims=dims
        )

    def unnamed(mu: Any, sigma: Any, rho: Any, **rest: Any) -> Any:
        return pymc.CustomDist.dist(mu, sigma, rho, waits, logp=log_density, random=simulate, **rest)

    days.dist = unnamed  # pyright: ignore[reportFunctionMemberAccess] -- where Bambi looks for it
    likelihood = bambi.Likelihood("AR1", params=["mu", "sigma", "rho"], parent="mu", dist=days)
    return bambi.Family("ar1", likelihood, {"mu": "identity"})


def log_density(value: Any, mu: Any, sigma: Any, rho: Any, waits: Any) -> Any:
    """Each row's log density given the row before, as a PyTensor graph."""
    import pymc
    import pytensor.tensor as pt

    miss = value - mu
    log_rho: Any = pt.log(rho)
    log_echo = waits * log_rho
    echo: Any = pt.exp(log_echo)
    kept: Any = pt.expm1(2.0 * log_echo)
    expected = echo * pt.concatenate([[0.0], miss[:-1]])
    return pymc.logp(pymc.Normal.dist(expected, sigma * pt.sqrt(-kept)), miss)


def simulate(
    mu: Array, sigma: Array, rho: Array, waits: Array, rng: np.random.Generator, size: Any = None
) -> Array:
    """Rows drawn forward in time along the last axis, for as many parameters at once as there are."""
    mu, sigma, rho, waits = np.broadcast_arrays(mu, sigma, rho, waits)
    echo = rho**waits
    noise = sigma * rng.standard_normal(mu.shape if size is None else size) * np.sqrt(1.0 - echo**2)
    error = np.empty_like(noise)
    error[..., 0] = noise[..., 0]
    for row in range(1, error.shape[-1]):
        error[..., row] = echo[..., row] * error[..., row - 1] + noise[..., row]
    return mu + error
