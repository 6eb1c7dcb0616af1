"""Draws as an ArviZ object, and the file that keeps them."""

import hashlib
from pathlib import Path
from typing import Any

import numpy as np

from nof1_lab.inference import store
from nof1_lab.inference.chain import Effort, Named
from nof1_lab.inference.family import LONG_AGO, simulate
from nof1_lab.inference.joint import Joint
from nof1_lab.inference.mixture import Array
from nof1_lab.inference.model import used_rows
from nof1_lab.inference.nuisance import Known

ENGINE = "h5netcdf"
# The sampler's words for its statistics, and the words that ArviZ and its plots look for.
STATISTICS = {"logp": "lp", "depth": "tree_depth"}


def gather(joint: Joint, draws: Named, statistics: Named, effort: Effort) -> Any:
    """Posterior, sampler statistics, predicted and observed days as ArviZ's InferenceData.

    The posterior holds ``effect`` with an entry for each ``arm``, ``Intercept``, ``time`` (the trend per
    week), ``sigma`` and ``rho``, as far as they are not known.
    """
    import arviz

    posterior = {("effect" if name == "arm" else name): values for name, values in draws.items()}
    days = used_rows(joint.table)
    predicted = predict(joint, posterior, np.random.default_rng([effort.seed, 1]))
    return arviz.from_dict(
        posterior=posterior,
        sample_stats={STATISTICS.get(name, name): values for name, values in statistics.items()},
        posterior_predictive={"value": predicted},
        observed_data={"value": joint.days.value},
        constant_data={"week": days["time"].to_numpy(float), "taken": days["arm"].to_numpy(str)},
        coords={"arm": list(joint.arms), "day": days["day"].to_numpy(int)},
        dims={"effect": ["arm"], "value": ["day"], "week": ["day"], "taken": ["day"]},
    )


def predict(joint: Joint, draws: Named, rng: np.random.Generator) -> Array:
    """For each draw the same days once more, with the memory that days have of each other."""
    trend = [draws["time"][..., None]] if joint.has_trend else []
    coefficients = np.concatenate([draws["Intercept"][..., None], *trend, draws["effect"]], axis=-1)
    sigma, rho = (number[..., None] for number in spreads(joint, draws))
    waits = np.concatenate([[LONG_AGO], joint.days.gap])
    return simulate(coefficients @ joint.days.design.T, sigma, rho, waits, rng)


def spreads(joint: Joint, draws: Named) -> tuple[Array, Array]:
    """Draws of sigma and rho; a known number is the same in each of them."""
    like = draws["Intercept"]
    known = [
        np.full(like.shape, belief.value) if isinstance(belief, Known) else None
        for belief in (joint.nuisance.spread, joint.nuisance.rho)
    ]
    sigma, rho = (
        draws[name] if fixed is None else fixed for name, fixed in zip(("sigma", "rho"), known, strict=True)
    )
    return sigma, rho


def keep(data: Any, path: Path) -> None:
    """Write draws as netCDF, which any ArviZ reads."""
    data.attrs["digest"] = digest(data)
    store.fill(path, lambda draft: data.to_netcdf(str(draft), engine=ENGINE))


def find(path: Path, joint: Joint) -> Any | None:
    """The draws of a trial that were kept there, or None when there are none or a byte has changed."""
    import arviz

    if not store.is_there(path):
        return None
    try:
        found: Any = arviz.from_netcdf(str(path), engine=ENGINE)
        for group in found.groups():
            found[group].load().close()
        is_whole = found.attrs.get("digest") == digest(found)
        return found if is_whole and found.posterior["effect"].shape[2] == len(joint.arms) else None
    except Exception:  # noqa: BLE001 -- whatever is wrong with the file: it can be made again
        return None


def digest(data: Any) -> str:
    """A hash of every number in the draws."""
    total = hashlib.sha256()
    for group in sorted(data.groups()):
        for name, values in sorted(data[group].data_vars.items()):
            total.update(f"{group}/{name}{values.shape}".encode())
            array = values.to_numpy()
            total.update(array.astype(str).tobytes() if array.dtype.kind in "OU" else array.tobytes())
    return total.hexdigest()
