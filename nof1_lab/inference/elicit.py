"""From a person's answer to a curve: an interval, three quartiles, or chips in bins."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil, exp, expm1, isclose, log, tanh
from typing import Any

import numpy as np
from scipy.optimize import leastsq
from scipy.special import expit, ndtr, stdtr

from nof1_lab.errors import PriorError
from nof1_lab.inference import claim
from nof1_lab.inference.mixture import Array
from nof1_lab.inference.named import by_name
from nof1_lab.study.document import Study
from nof1_lab.study.prior import Prior
from nof1_lab.study.said import Said
from nof1_lab.study.shape import LEAST_TAIL, MOST_LEAN, MOST_TAIL, STRAIGHT, Family, Shape

EXACT = 0.005  # chances that differ less are the same
CHIP = 0.5  # by more than so much of one a curve of three numbers must be nearer than a bell
GOOD = 0.05  # a curve that is off by more does not say what was said
SOLE = 1e-9  # of a whole: rounding
ROUNDS = 120  # of calls: a fit takes milliseconds while chips are put down
LEAST_EDGES: dict[Family, int] = {"normal": 2, "skewed": 3, "student": 4}
NAMES: dict[Family, str] = {
    "normal": "A bell",
    "student": "A bell with heavy tails",
    "skewed": "A curve that leans",
}
HEAVY, LEANING = -2.0, 0.3  # where the search for tails and lean begins


@dataclass(frozen=True, slots=True)
class Fit:
    """The curve that is nearest to an answer, by how large a chance it is off at most, and that in words."""

    shape: Shape
    misfit: float
    note: str


def believed(study: Study, arm: str, said: Said) -> Prior:
    """The prior that an answer stands for."""
    if said.way == "named":
        return by_name(study, arm, said.name)
    return Prior.shaped(arm, fitted(said).shape, said)


def fitted(said: Said) -> Fit:
    """The curve for an interval, quartiles or chips."""
    if said.way == "interval":
        return from_interval(said.at[0], said.at[1], said.held[0])
    if said.way == "quartiles":
        return from_quartiles(*said.at, chances=said.held)
    if said.way == "chips":
        return from_chips(said.at, said.held)
    raise PriorError(
        "A named prior is no answer that a curve could be drawn through.",
        "An interval, quartiles or chips were expected.",
        "Take the named prior as it is.",
    )


def from_interval(low: float, high: float, level: float = 0.95) -> Fit:
    """The bell whose central interval of that level goes from ``low`` to ``high``.

    Two numbers say where a belief lies and how wide it is, and nothing of its form.

    >>> from_interval(-1.0, 0.0, 0.5).shape.middle
    -0.5
    """
    bell = claim.from_interval(low, high, level)
    return Fit(Shape("normal", bell.mean, bell.sd), 0.0, "A bell goes through both ends exactly.")


def from_quartiles(
    lower: float, middle: float, upper: float, *, chances: Sequence[float] = (0.25, 0.5, 0.75)
) -> Fit:
    """The curve through three quartiles: a bell where they are even, else one that leans, in closed form.

    With z the upper quartile of a standard Normal, ``(upper - middle) / (middle - lower) = exp(lean z)``
    gives the lean, and ``spread = (upper - middle) lean / (exp(lean z) - 1)``. Other outer chances than a
    quarter do as well, if they are alike.

    >>> from_quartiles(-0.8, -0.5, -0.2).shape.family
    'normal'
    """
    level = _level(chances)
    at, asked, z = np.array([lower, middle, upper]), np.array(chances, dtype=float), claim.reach(level)
    even = _fit(Shape("normal", middle, (upper - lower) / (2.0 * z)), at, asked)
    if even.misfit < EXACT:
        return even
    leaning = claim.leaning(middle, lower, upper, level)
    if leaning is None:
        lean = MOST_LEAN if upper - middle > middle - lower else -MOST_LEAN
        width = (expm1(lean * z) - expm1(-lean * z)) / lean
        leaning = Shape("skewed", middle, (upper - lower) / width, lean=lean)
    return _fit(leaning, at, asked)


def from_chips(edges: Sequence[float], chips: Sequence[float]) -> Fit:
    """The curve nearest to chips in bins: a bell, unless a lean or heavy tails are nearer by half a chip.

    Nearest is meant by least squares of the chances below the edges of the bins, from the first bin with a
    chip to the last. With n chips, the chance below an edge is ``(chips below + 1/2) / (n + 1)``: as if
    one more chip lay half below and half above all, for one chip in one bin is not certainty.
    """
    at, asked = _chances(edges, chips)
    families: list[Family] = [family for family, least in LEAST_EDGES.items() if len(at) >= least]
    bell, *others = [_fit(_nearest(family, at, asked), at, asked) for family in families]
    nearest = min(others, default=bell, key=lambda each: each.misfit)
    rounding = max(EXACT, CHIP / (sum(chips) + 1.0))
    return nearest if nearest.misfit < bell.misfit - rounding else bell


def below(shape: Shape, effects: Array) -> Array:
    """The chances of an effect below each of these."""
    y = (effects - shape.middle) / shape.spread
    if shape.family == "student":
        return np.asarray(stdtr(shape.tail, y))
    return _leaning(y, shape.lean if shape.family == "skewed" else 0.0)


def _leaning(y: Array, lean: float) -> Array:
    """The chances of a curve that leans: ``Phi(log(1 + lean y) / lean)``."""
    if abs(lean) <= STRAIGHT:
        return np.asarray(ndtr(y))
    return np.asarray(ndtr(np.log(np.maximum(1.0 + lean * y, 1e-300)) / lean))


def _chances(edges: Sequence[float], chips: Sequence[float]) -> tuple[Array, Array]:
    """The edges from the first chip to the last, and the chance below each."""
    total = sum(chips)
    if not total > 0.0:
        raise PriorError(
            "There are no chips.", "At least one chip was expected.", "Put chips where the effect may lie."
        )
    seen = [i for i, chip in enumerate(chips) if chip > 0.0]
    counted = [0.0, *accumulate(chips[seen[0] : seen[-1] + 1])]
    at = np.array(edges[seen[0] : seen[-1] + 2], dtype=float)
    return at, (np.array(counted) + 0.5) / (total + 1.0)


def _nearest(family: Family, at: Array, asked: Array) -> Shape:
    """The nearest curve of a family by least squares, sought where the bins go from -1 to 1."""
    centre, half = (at[0] + at[-1]) / 2.0, (at[-1] - at[0]) / 2.0
    u = (at - centre) / half

    def off(numbers: Array) -> Array:
        return below(_shape(family, numbers), u) - asked

    start = _start(family, u, asked)
    numbers: Any = leastsq(off, start, full_output=True, maxfev=ROUNDS, xtol=1e-7, ftol=1e-9)[0]
    found = _shape(family, numbers)
    middle, spread = float(centre + half * found.middle), float(half * found.spread)
    return Shape(family, middle, spread, found.tail, found.lean)


def _shape(family: Family, numbers: Array) -> Shape:
    """A curve from numbers that may all be anything."""
    middle, log_spread, *more = numbers.tolist()
    middle, spread = min(max(middle, -50.0), 50.0), exp(min(max(log_spread, -9.0), 9.0))
    if family == "student":
        return Shape(family, middle, spread, LEAST_TAIL + (MOST_TAIL - LEAST_TAIL) * float(expit(more[0])))
    return Shape(family, middle, spread, lean=MOST_LEAN * tanh(more[0]) if more else 0.0)


def _start(family: Family, u: Array, asked: Array) -> list[float]:
    """Middle, logarithm of the spread, and lean or tails of the chips, each spread over its bin."""
    held, mids = np.diff(asked) / (asked[-1] - asked[0]), (u[1:] + u[:-1]) / 2.0
    mean = float(held @ mids)
    start = [mean, log(float(held @ ((mids - mean) ** 2 + np.diff(u) ** 2 / 12.0))) / 2.0]
    if family == "skewed":
        start.append(LEANING if held @ (mids - mean) ** 3 >= 0.0 else -LEANING)
    return [*start, HEAVY] if family == "student" else start


def _level(chances: Sequence[float]) -> float:
    low, half, high = chances
    if not (isclose(half, 0.5, abs_tol=SOLE) and isclose(low + high, 1.0, abs_tol=SOLE) and low < half):
        raise PriorError(
            f"The three effects have the chances {low:g}, {half:g} and {high:g} below them.",
            "One half in the middle and two outer chances that add up to 1 were expected.",
            "Give the quartiles: 0.25, 0.5 and 0.75.",
        )
    return high - low


def _fit(shape: Shape, at: Array, asked: Array) -> Fit:
    misfit = float(np.abs(below(shape, at) - asked).max())
    most = max(1, ceil(100.0 * misfit - 0.05))
    if misfit > GOOD:
        note = (
            f"No single curve says this well: the nearest is off by up to {most} in 100. Move what does not "
            "fit, or use a mixture."
        )
    elif misfit < EXACT:
        note = f"{NAMES[shape.family]} says this exactly."
    else:
        note = f"{NAMES[shape.family]} says this: no chance is off by more than {most} in 100."
    return Fit(shape, misfit, note)
