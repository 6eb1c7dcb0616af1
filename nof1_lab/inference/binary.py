"""Compiled densities kept on disk, so that a machine compiles a shape of model once and not in every process.

A file holds machine code and nothing that has to be interpreted. It is found by everything that the code
follows from, read only if it is this user's own, and believed only if it gives the value that it gave when
it was written.
"""

import hashlib
import io
import json
import platform
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np

from nof1_lab.inference import density, family, model, store
from nof1_lab.inference.density import Density, Function
from nof1_lab.inference.mixture import Array
from nof1_lab.inference.model import Shape

PACKAGES = ("bambi", "llvmlite", "numba", "numpy", "nutpie", "pymc", "pytensor")
KEPT = 32
FUNCTIONS = ("log_density", "expand")
CLOSE = 1e-9
DIGEST = hashlib.sha256().digest_size


def key(shape: Shape) -> str:
    """A name for all that the machine code of a shape follows from."""
    sources = [Path(str(module.__file__)).read_bytes() for module in (model, family, density)]
    told = {
        "shape": asdict(shape),
        "versions": {package: version(package) for package in PACKAGES},
        "python": platform.python_version(),
        "processor": [str(part) for part in _codegen().magic_tuple()],
        "sources": [hashlib.sha256(source).hexdigest() for source in sources],
    }
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:32]


def keep(compiled: Density, folder: Path) -> None:
    """Write a density into ``folder``, unless its code holds addresses of this process."""
    if any(getattr(compiled, name).library.has_dynamic_globals for name in FUNCTIONS):
        return
    arrays: dict[str, Any] = {"about": _bytes(json.dumps(_about(compiled)).encode())}
    for name in FUNCTIONS:
        code, shared = getattr(compiled, name).code
        arrays |= {f"{name}_code": _bytes(code), f"{name}_shared": _bytes(shared)}
    value, gradient = compiled.at(_somewhere(compiled), *example(compiled.shape))
    arrays["example"] = np.array([value, *gradient])
    file = io.BytesIO()
    np.savez_compressed(file, **arrays)
    data = file.getvalue()
    store.write(_path(compiled.shape, folder), hashlib.sha256(data).digest() + data)
    store.prune(folder, "*.density", keep=KEPT)


def find(shape: Shape, folder: Path) -> Density | None:
    """The density of a shape, if this machine has compiled it before."""
    data = store.read(_path(shape, folder))
    if data is None or hashlib.sha256(data[DIGEST:]).digest() != data[:DIGEST]:
        return None
    try:
        with np.load(io.BytesIO(data[DIGEST:])) as arrays:
            found = _density(shape, arrays)
            expected = arrays["example"]
        value, gradient = found.at(_somewhere(found), *example(shape))
    except Exception:  # noqa: BLE001 -- whatever is wrong with the file: it can be made again
        return None
    return found if np.allclose([value, *gradient], expected, rtol=CLOSE, atol=CLOSE) else None


def example(shape: Shape) -> tuple[Array, Array]:
    """Numbers and rows of a few days at which every part of a density has something to say."""
    days = np.arange(5.0)
    numbers = np.linspace(0.2, 0.7, density.count_numbers(shape))
    rows = np.stack([np.cos(days), days + 1.0, *(np.sin(days + i) for i in range(shape.columns))])
    return numbers, rows


def _path(shape: Shape, folder: Path) -> Path:
    return folder / f"{key(shape)}.density"


def _about(compiled: Density) -> dict[str, Any]:
    return {
        "functions": [[getattr(compiled, n).name, getattr(compiled, n).library.name] for n in FUNCTIONS],
        "inputs": compiled.inputs,
        "names": compiled.names,
        "sizes": compiled.sizes,
        "dimensions": compiled.dimensions,
    }


def _density(shape: Shape, arrays: Any) -> Density:
    about = json.loads(arrays["about"].tobytes())
    functions: list[Function] = []
    for name, (wrapper, library) in zip(FUNCTIONS, about["functions"], strict=True):
        code, shared = arrays[f"{name}_code"].tobytes(), arrays[f"{name}_shared"].tobytes()
        state = (library, "object", (code, shared))
        functions.append(Function(wrapper, _codegen().unserialize_library(state), (code, shared)))
    sizes = tuple(tuple(size) for size in about["sizes"])
    log_density, expand = functions
    inputs, names = tuple(about["inputs"]), tuple(about["names"])
    return Density(shape, log_density, expand, inputs, names, sizes, about["dimensions"])


def _somewhere(compiled: Density) -> Array:
    return np.linspace(-0.4, 0.6, compiled.dimensions)


def _bytes(data: bytes) -> Any:
    return np.frombuffer(data, dtype=np.uint8)


def _codegen() -> Any:
    from numba.core.registry import cpu_target

    context: Any = cpu_target.target_context
    context.refresh()  # else the runtime that the code calls is not there, and LLVM ends the process
    return context.codegen()
