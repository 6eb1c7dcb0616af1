"""The log density of a Bambi model as machine code: compiled once on a machine, fed with numbers ever after.

Priors and rows are constants in the graph that Bambi builds, so any change of them means to compile again,
for seconds. Here they are two arrays that the code reads: ``numbers`` (all priors in one row) and ``rows``
(a row for each column of the data). Neither a new prior nor a new day compiles anything.
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from nof1_lab.inference.mixture import Array
from nof1_lab.inference.model import CODES, Shape, state
from nof1_lab.inference.nuisance import HalfNormal, Known, Nuisance, Uniform
from nof1_lab.study.analysis import Normal
from nof1_lab.study.prior import Prior

STAND_IN_DAYS = 97  # a length that no other constant of the graph has

LOG_DENSITY = ctypes.CFUNCTYPE(
    ctypes.c_int64, ctypes.c_uint64, *([ctypes.c_void_p] * 4)
)  # size, point, gradient, value, data


@dataclass(frozen=True, slots=True, eq=False)
class Function:
    """A compiled function: where it is, and the library that must live as long as it.

    ``kept`` is the code of one that was read from the disk: its library cannot be asked for it again.
    """

    name: str
    library: Any
    kept: tuple[bytes, bytes] | None = None

    @property
    def code(self) -> tuple[bytes, bytes]:
        """The machine code, and what others need to link to it."""
        if self.kept is None:
            return self.library.serialize_using_object_code()[2]
        return self.kept

    @property
    def address(self) -> int:
        """Where it starts."""
        return int(self.library.get_pointer_to_function(self.name))


@dataclass(frozen=True, slots=True, eq=False)
class Density:
    """The log density of a shape of model with its gradient, and the way back from where it is sampled.

    ``names`` and ``sizes`` tell what ``expand`` gives back: first the numbers on the whole line that the
    sampler moves (``dimensions`` of them), then those meant by them, such as ``sigma`` for its logarithm.
    """

    shape: Shape
    log_density: Function
    expand: Function
    inputs: tuple[str, ...]
    names: tuple[str, ...]
    sizes: tuple[tuple[int, ...], ...]
    dimensions: int

    @property
    def expanded(self) -> int:
        """How many numbers there are after the way back."""
        return sum(int(np.prod(size, dtype=int)) for size in self.sizes)

    @property
    def coordinates(self) -> tuple[str, ...]:
        """The name of each number that the sampler moves."""
        named = zip(self.names, self.sizes, strict=True)
        each = [name for name, size in named for _ in range(int(np.prod(size, dtype=int)))]
        return tuple(each[: self.dimensions])

    def at(self, point: Array, numbers: Array, rows: Array) -> tuple[float, Array]:
        """The log density and its gradient at one point."""
        from nutpie.compile_pymc import make_user_data

        given = {"numbers": np.ascontiguousarray(numbers), "rows": np.ascontiguousarray(rows)}
        data = make_user_data({name: given[name] for name in self.inputs}, given)
        point = np.ascontiguousarray(point, dtype=float)
        value, gradient = np.zeros(1), np.zeros(self.dimensions)
        call = LOG_DENSITY(self.log_density.address)
        places = (array.ctypes.data for array in (point, gradient, value, data))
        if call(self.dimensions, *places):
            return -np.inf, gradient
        return float(value[0]), gradient


def translate(shape: Shape) -> Density:
    """The density of a shape, compiled: 10 to 30 seconds."""
    import nutpie
    import pytensor

    stated = state(shape, *stand_in(shape))
    rows = pytensor.shared(np.ones((2 + shape.columns, STAND_IN_DAYS)), name="rows")
    share_priors(stated, shape)
    stated.build()
    model = share_rows(stated.backend.model, rows)
    kept = [variable.name for variable in model.free_RVs]
    # The small functions around the density run once: without a C compiler they are ready sooner.
    with pytensor.config.change_flags(mode="FAST_COMPILE"):
        compiled: Any = nutpie.compile_pymc_model(model, freeze_model=False, var_names=kept)
    names, _, sizes = compiled.shape_info
    return Density(
        shape,
        Function(*_whereabouts(compiled.compiled_logp_func)),
        Function(*_whereabouts(compiled.compiled_expand_func)),
        tuple(compiled.shared_data),
        tuple(names),
        tuple(tuple(int(n) for n in size) for size in sizes),
        int(compiled.n_dim),
    )


def stand_in(shape: Shape) -> tuple[pd.DataFrame, Array, list[Prior], Nuisance]:
    """Days and priors of that shape: their numbers do not matter, they are taken out again."""
    codes = CODES[: shape.contrasts + 1]
    taken = [codes[day % len(codes)] for day in range(STAND_IN_DAYS)]
    data = pd.DataFrame(
        {
            "value": np.arange(STAND_IN_DAYS) % 7.0,
            "time": np.linspace(-1.0, 1.0, STAND_IN_DAYS),
            "arm": pd.Categorical(taken, codes, ordered=True),
        }
    )
    rho = {"learnt": Uniform(0.0, 0.95), "known": Known(0.5), "none": Known(0.0)}[shape.correlation]
    nuisance = Nuisance(
        intercept=Normal(0.0, 1.0),
        trend=Normal(0.0, 1.0) if shape.has_trend else None,
        spread=Known(1.0) if shape.is_spread_known else HalfNormal(1.0),
        rho=rho,
    )
    priors = [Prior.normal(code, 0.0, 1.0) for code in codes[1:]]
    return data, np.arange(2.0, STAND_IN_DAYS + 1.0), priors, nuisance


def count_numbers(shape: Shape) -> int:
    """How many numbers the priors of a shape have: see ``model.numbers``."""
    return 2 + 2 * shape.contrasts + 2 * shape.has_trend + 1 + (2 if shape.correlation == "learnt" else 1)


def share_priors(stated: Any, shape: Shape) -> None:
    """Let a stated model read all numbers of its priors from one array, ordered as in ``model.numbers``."""
    import bambi
    import pytensor

    size = count_numbers(shape)
    numbers: Any = pytensor.shared(np.ones(size), name="numbers", shape=(size,))
    places = iter(range(size))
    mu = stated.components["mu"]

    def take(count: int) -> Any:
        first = next(places)
        for _ in range(count - 1):
            next(places)
        return numbers[first : first + count]

    mu.intercept_term.prior.args = {"mu": take(1)[0], "sigma": take(1)[0]}
    mu.common_terms["arm"].prior.args = {"mu": take(shape.contrasts), "sigma": take(shape.contrasts)}
    if shape.has_trend:
        mu.common_terms["time"].prior.args = {"mu": take(1)[0], "sigma": take(1)[0]}
    spread = take(1)[0]
    if shape.is_spread_known:
        stated.components["sigma"].prior = bambi.Prior("Known", dist=_given(spread))
    else:
        stated.components["sigma"].prior.args = {"sigma": spread}
    if shape.correlation == "learnt":
        stated.components["rho"].prior.args = {"lower": take(1)[0], "upper": take(1)[0]}
    elif shape.correlation == "known":
        stated.components["rho"].prior = bambi.Prior("Known", dist=_given(take(1)[0]))


def share_rows(model: Any, rows: Any) -> Any:
    """The PyMC model with every constant that has a place for each day read from ``rows``, of any length."""
    from pymc.model.fgraph import ModelObservedRV, fgraph_from_model, model_from_fgraph
    from pytensor import clone_replace
    from pytensor.graph.fg import FunctionGraph

    graph, _ = fgraph_from_model(model)
    observed = [node.inputs[1] for node in graph.apply_nodes if isinstance(node.op, ModelObservedRV)]
    place = {constant: _place(constant, constant in observed, rows) for constant in _daily(graph)}
    outputs = clone_replace(graph.outputs, replace=place, rebuild_strict=False)
    for old, new in zip(graph.outputs, outputs, strict=True):
        new.name = old.name
    opened: Any = FunctionGraph(outputs=outputs, clone=False)
    for kept in ("_coords", "_dim_lengths"):  # what a graph carries for the model that it came from
        setattr(opened, kept, getattr(graph, kept))
    return model_from_fgraph(opened, mutate_fgraph=True)


def _daily(graph: Any) -> Iterator[Any]:
    """The constants with a place for each day: the values, the waits and the design matrix."""
    from pytensor.tensor.variable import TensorConstant

    for variable in graph.variables:
        if isinstance(variable, TensorConstant) and variable.data.shape[:1] == (STAND_IN_DAYS,):
            yield variable


def _place(constant: Any, is_value: bool, rows: Any) -> Any:
    if constant.ndim == 2:
        return rows[2:].T
    return rows[0] if is_value else rows[1]


def _given(number: Any) -> Any:
    """A "distribution" that is the number itself."""

    def known(name: str, **rest: Any) -> Any:  # noqa: ARG001 -- Bambi gives them to every distribution
        return number

    return known


def _whereabouts(function: Any) -> tuple[str, Any]:
    """The name of a compiled function inside its library, and the library."""
    return getattr(function, "_wrapper_name"), getattr(function, "_library")  # noqa: B009
