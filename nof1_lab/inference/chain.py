"""Chains of a sampler: begun, watched and stopped."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from threading import Event
from typing import Any, TypeAlias

import numpy as np

from nof1_lab.errors import CancelledError, FitError
from nof1_lab.inference.density import Density
from nof1_lab.inference.mixing import LEAST_ESS, mixing
from nof1_lab.inference.mixture import Array
from nof1_lab.inference.model import Shape
from nof1_lab.study.number import require_count
from nof1_lab.study.schedule import LARGEST_SEED

Progress: TypeAlias = Callable[[float, str], None]
Named: TypeAlias = dict[str, Array]

LEAST_DRAWS, MOST_DRAWS, MOST_CHAINS = 10, 40_000_000, 64
TICK = 0.02  # seconds between two looks at the chains
THIN = 4
RATE = 50  # milliseconds between two reports of the sampler
REPORT = "{% for chain in chains %}{{ chain.finished_draws }}/{{ chain.total_draws }} {% endfor %}"
STATISTICS = ("diverging", "energy", "logp", "n_steps", "step_size", "step_size_bar", "depth")
WIDE = 2.0  # starting points spread wider than what will be found: chains that agree have forgotten them


@dataclass(frozen=True, slots=True)
class Effort:
    """How much is drawn, and from which seed."""

    draws: int = 1000
    tune: int = 1000
    chains: int = 4
    seed: int = 0
    # Higher than the sampler's own 0.8: small steps cost little here, and get into the corners of few days.
    acceptance: float = 0.9

    def __post_init__(self) -> None:
        require_count(self.draws, "The number of draws", FitError, least=LEAST_DRAWS, most=MOST_DRAWS)
        require_count(self.tune, "The number of warm-up draws", FitError, least=0, most=MOST_DRAWS)
        require_count(self.chains, "The number of chains", FitError, least=1, most=MOST_CHAINS)
        require_count(self.seed, "The seed", FitError, least=0, most=LARGEST_SEED)


@dataclass(frozen=True, slots=True, eq=False)
class Given:
    """The numbers that a density is fed with: of the priors and of the days."""

    numbers: Array
    rows: Array


def settle(
    density: Density, given: Given, effort: Effort, *, progress: Progress, cancelled: Event
) -> tuple[Named, Named]:
    """The same as ``sample``; chains that have not mixed well run once more, longer and with smaller steps.

    Then every fourth draw is kept. Few draws are taken as they come: whoever asks for them wants no more.
    """
    found = sample(density, given, effort, progress=progress, cancelled=cancelled)
    is_small = effort.draws * effort.chains < 2 * LEAST_ESS
    if is_small or mixing(found[0], found[1]["diverging"]).is_good:
        return found
    longer = replace(effort, draws=THIN * effort.draws, tune=2 * effort.tune, acceptance=0.99)
    draws, statistics = sample(density, given, longer, progress=progress, cancelled=cancelled)
    astray: Any = statistics["diverging"].reshape(effort.chains, effort.draws, THIN).any(axis=-1)
    return _thin(draws), _thin(statistics) | {"diverging": astray}


def _thin(named: Named) -> Named:
    return {name: values[:, ::THIN] for name, values in named.items()}


def sample(
    density: Density, given: Given, effort: Effort, *, progress: Progress, cancelled: Event
) -> tuple[Named, Named]:
    """Draws and the sampler's own statistics, by name; each starts with (chain, draw).

    The same seed gives the same draws, on any number of cores and whatever was sampled before.
    """
    import nutpie

    reports: list[str] = []
    model = _model(density, given, reports.append)
    run: Any = nutpie.sample(
        model,
        draws=effort.draws,
        tune=effort.tune,
        chains=effort.chains,
        cores=effort.chains,
        seed=effort.seed,
        progress_bar=False,
        save_warmup=False,
        blocking=False,
        target_accept=effort.acceptance,
    )
    try:
        found = _wait(run, reports, progress, cancelled)
    except BaseException:
        run.cancel()
        raise
    kept = {name for name in density.names if not name.endswith("__")}
    return (
        {name: found.posterior[name].to_numpy() for name in sorted(kept)},
        {name: found.sample_stats[name].to_numpy() for name in STATISTICS if name in found.sample_stats},
    )


def require_wanted(cancelled: Event) -> None:
    """End a fit that nobody wants any more."""
    if cancelled.is_set():
        raise CancelledError(
            "The fit was stopped.", "Nothing more was expected of it.", "Fit again at any time."
        )


def _wait(run: Any, reports: list[str], progress: Progress, cancelled: Event) -> Any:
    while True:
        if cancelled.is_set():
            raise CancelledError(
                "The fit was stopped.", "Nothing was expected of it.", "Fit again at any time."
            )
        try:
            return run.wait(timeout=TICK)
        except TimeoutError:
            if reports:
                progress(*_read(reports[-1]))
        except (RuntimeError, ValueError) as error:
            raise FitError(
                f"The sampler gave up: {error}.",
                "Days and priors under which the model has a finite density were expected.",
                "Look for a value that is off by orders of magnitude, or a prior that is far too narrow.",
            ) from error


def _read(report: str) -> tuple[float, str]:
    """How far the chains are, as a fraction and in words."""
    chains = [[int(n) for n in chain.split("/")] for chain in report.split()]
    shares = [done / total for done, total in chains if total]
    words = ", ".join(f"{share:.0%}" for share in shares)
    return sum(shares) / max(len(shares), 1), f"Sampling: chains at {words}."


def _model(density: Density, given: Given, listen: Callable[[str], None]) -> Any:
    """What the sampler samples from: the compiled density with these numbers."""
    from nutpie import _lib  # pyright: ignore[reportAttributeAccessIssue] -- it is not written in Python
    from nutpie.compile_pymc import CompiledPyMCModel, make_user_data

    class Watched(CompiledPyMCModel):
        """Tells how far it is to ``listen``; by itself it only prints a bar."""

        def _make_sampler(
            self, settings: Any, init_mean: Any, cores: int, progress_type: Any, store: Any
        ) -> Any:
            del progress_type
            heard = _lib.ProgressType.template_callback(RATE, REPORT, cores, listen)
            return super()._make_sampler(settings, init_mean, cores, heard, store)

    code: Any = density.log_density, density.expand
    data = {name: np.ascontiguousarray(getattr(given, name)) for name in density.inputs}
    return Watched(
        dims={},
        compiled_logp_func=code[0],
        compiled_expand_func=code[1],
        initial_point_func=_starts(density, given),
        shared_data=data,
        user_data=make_user_data(data, data),
        n_expanded=density.expanded,
        shape_info=(list(density.names), None, list(density.sizes)),
        logp_func=None,
        expand_func=None,
        _n_dim=density.dimensions,
        _shapes={},
        _coords={},
    )


def _starts(density: Density, given: Given) -> Callable[[int], Array]:
    """Where a chain starts, for each seed: around the straight-line fit, spread wider than the answer.

    They follow from the numbers in hand alone. The sampler's own way remembers the numbers that the
    model was compiled with, and the draws would depend on what was fitted first.
    """
    middle, width = _around(density, given)

    def start(seed: int) -> Array:
        return middle + width * np.random.default_rng(seed).uniform(-1.0, 1.0, len(middle))

    return start


def _around(density: Density, given: Given) -> tuple[Array, Array]:
    """The middle of the starting points and how far they lie from it, for each number that is moved."""
    shape = density.shape
    mean, sd, spread = _coefficients(shape, given)
    arms = list(zip(mean[1:], sd[1:], strict=True))[: shape.contrasts]
    places = {
        "Intercept": iter([(mean[0], sd[0])]),
        "arm": iter(arms),
        "time": iter([(mean[-1], sd[-1])]),
        "sigma_log__": iter([(np.log(spread), 1.0)]),
        "rho_interval__": iter([(0.0, 1.0)]),
    }
    found = np.array([next(places[name]) for name in density.coordinates])
    return found[:, 0], found[:, 1]


def _coefficients(shape: Shape, given: Given) -> tuple[Array, Array, float]:
    """Intercept, arms and trend as if days were independent and as wide as was thought; and that width."""
    k = shape.contrasts
    mean, sd = [given.numbers[0]], [given.numbers[1]]
    mean += list(given.numbers[2 : 2 + k])
    sd += list(given.numbers[2 + k : 2 + 2 * k])
    rest = given.numbers[2 + 2 * k :]
    if shape.has_trend:
        mean.append(rest[0])
        sd.append(rest[1])
    spread = float(rest[2 if shape.has_trend else 0])
    design = np.column_stack([np.ones(given.rows.shape[1]), given.rows[2:].T])
    precision = design.T @ design / spread**2 + np.diag(np.array(sd) ** -2.0)
    pull = design.T @ given.rows[0] / spread**2 + np.array(mean) / np.array(sd) ** 2
    found = np.linalg.solve(precision, pull)
    return found, WIDE * np.sqrt(np.diag(np.linalg.inv(precision))), spread
