"""The sampled posterior of a trial: a Bambi model, compiled once, fed with every new prior and day."""

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from threading import Event
from time import perf_counter
from typing import Any

import numpy as np
import pandas as pd

from nof1_lab.errors import FitError
from nof1_lab.inference import binary, blend, chain, draws, store
from nof1_lab.inference.chain import Effort, Given, Named, Progress, require_wanted
from nof1_lab.inference.density import Density
from nof1_lab.inference.draws import find
from nof1_lab.inference.joint import Joint, join
from nof1_lab.inference.mixture import Array
from nof1_lab.inference.model import Shape, describe, numbers, rows
from nof1_lab.inference.nuisance import Nuisance
from nof1_lab.inference.workshop import Workshop
from nof1_lab.study.plain import Plain, fingerprint, to_plain
from nof1_lab.study.prior import Prior

KEPT = 50  # fits kept in a folder
USUAL = Shape(contrasts=1)
LOOK = 0.05  # seconds between two looks at a compiler
FORMAT = 2  # of the kept draws


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """Draws from the posterior, what they were drawn from, and how long it took.

    ``idata`` is ArviZ's InferenceData; ``fingerprint`` changes with anything that the draws follow from.
    """

    joint: Joint
    idata: Any
    fingerprint: str
    seconds: float

    @property
    def reference(self) -> str:
        """The arm that all others are compared with."""
        return self.joint.reference

    @property
    def arms(self) -> tuple[str, ...]:
        """The arms that are compared with the reference."""
        return self.joint.arms

    @property
    def model(self) -> dict[str, Any]:
        """Formula, family and priors in words."""
        return describe(self.joint.priors, self.joint.nuisance, reference=self.joint.reference)

    @property
    def effects(self) -> dict[str, Array]:
        """Draws of each arm's effect, arm minus reference, as (chain, draw)."""
        values = self.idata.posterior["effect"].to_numpy()
        return {arm: values[..., i] for i, arm in enumerate(self.arms)}

    @property
    def others(self) -> dict[str, Array]:
        """Draws of intercept, trend, sigma and rho as (chain, draw); a known number is always the same."""
        held = {name: self.idata.posterior[name].to_numpy() for name in self.idata.posterior.data_vars}
        sigma, rho = draws.spreads(self.joint, held)
        trend = {"trend": held["time"]} if self.joint.has_trend else {}
        return {"sigma": sigma, "rho": rho, "intercept": held["Intercept"]} | trend

    def nuisance(self) -> dict[str, dict[str, float]]:
        """Mean and standard deviation of what is not an effect."""
        return {
            name: {"mean": float(np.median(values)), "sd": 0.0}
            if np.ptp(values) == 0.0  # a number that was given, not learnt
            else {"mean": float(values.mean()), "sd": float(values.std())}
            for name, values in self.others.items()
        }


class Sampler:
    """Samples trials; keeps every compiled model, in memory and in the folder ``code`` on disk.

    One sampler serves all studies of a process and may be used from several threads.
    """

    def __init__(self, *, code: Path | None = None) -> None:
        self._workshop = Workshop(code or store.user_folder())

    @property
    def compilations(self) -> int:
        """How many models this sampler had to compile."""
        return self._workshop.compilations

    def warm(self, shape: Shape = USUAL) -> Future[Density]:
        """Have the model of a shape made ready behind, and return at once."""
        return self._workshop.order(shape)

    def is_warm(self, shape: Shape = USUAL) -> bool:
        """Whether a fit of this shape would begin at once."""
        return self._workshop.has(shape)

    def fit(
        self,
        table: pd.DataFrame,
        priors: Sequence[Prior],
        nuisance: Nuisance,
        *,
        reference: str,
        seed: int = 0,
        draws: int = 1000,
        tune: int = 1000,
        chains: int = 4,
        folder: Path | None = None,
        progress: Progress | None = None,
        cancelled: Event | None = None,
    ) -> Fit:
        """The posterior of the used days of a table, sampled.

        ``folder`` keeps the draws for the next time. ``progress`` hears a share between 0 and 1 and a
        sentence; ``cancelled``, once set, ends the fit with CancelledError.
        """
        start = perf_counter()
        joint = join(table, priors, nuisance, reference=reference)
        effort = Effort(draws, tune, chains, seed)
        mark = fingerprint(_followed(joint, effort))
        found = find(_path(mark, folder), joint) if folder else None
        if found is None:
            run = _Run(effort, progress or _nobody, cancelled or Event())
            found = self._sampled(joint, run)
            _keep(found, mark, folder)
        return Fit(joint, found, mark, perf_counter() - start)

    def _sampled(self, joint: Joint, run: "_Run") -> Any:
        shape = Shape.of(joint.priors, joint.nuisance)
        density = _await(self.warm(shape), run)
        plan = blend.plan(joint)
        longer, count = replace(run, effort=blend.effort(plan, run.effort)), len(plan.rows)
        found = [
            longer.sample(density, Given(numbers(part, joint.nuisance), rows(joint.days, shape)), i, count)
            for i, part in enumerate(plan.priors)
        ]
        return draws.gather(joint, *blend.blend(found, plan, run.effort), run.effort)


@dataclass(frozen=True, slots=True, eq=False)
class _Run:
    """One fit on its way: how much to draw, who hears of it and who may stop it."""

    effort: Effort
    progress: Progress
    cancelled: Event

    def sample(self, density: Density, given: Given, index: int, count: int) -> tuple[Named, Named]:
        def tell(share: float, words: str) -> None:
            self.progress((index + share) / count, words)

        return chain.settle(density, given, self.effort, progress=tell, cancelled=self.cancelled)


def _await(ready: Future[Density], run: _Run) -> Density:
    """The density as soon as it is ready; a compiler cannot be stopped, but it can be left alone."""
    start = perf_counter()
    while True:
        require_wanted(run.cancelled)
        try:
            return ready.result(timeout=LOOK)
        except TimeoutError:
            words = f"Compiling the model, once on this machine: {perf_counter() - start:.0f} s."
            run.progress(0.0, words)
        except Exception as error:
            raise FitError(
                f"The model could not be compiled: {error}.",
                "A machine on which Bambi and nutpie work was expected.",
                "Install again from the lock file; the exact engine works without them.",
            ) from error


def _followed(joint: Joint, effort: Effort) -> dict[str, Plain]:
    """All that draws follow from."""
    shape = Shape.of(joint.priors, joint.nuisance)
    return {
        "format": FORMAT,
        "shape": to_plain(shape),
        "days": sorted(joint.table["day"][joint.table["used"]].tolist()),
        "rows": rows(joint.days, shape).tolist(),
        "priors": to_plain(joint.priors),
        "nuisance": [to_plain(belief) for belief in _beliefs(joint.nuisance)],
        "reference": joint.reference,
        "effort": to_plain(effort),
        "versions": [version(package) for package in binary.PACKAGES],
        "code": binary.key(shape),
    }


def _beliefs(nuisance: Nuisance) -> tuple[Any, ...]:
    return nuisance.intercept, nuisance.trend, nuisance.spread, nuisance.rho


def _path(mark: str, folder: Path) -> Path:
    return folder / f"{mark[:32]}.nc"


def _keep(found: Any, mark: str, folder: Path | None) -> None:
    if folder:
        draws.keep(found, _path(mark, folder))
        store.prune(folder, "*.nc", keep=KEPT)


def _nobody(share: float, words: str) -> None:
    """Hears of the progress when nobody else wants to."""
