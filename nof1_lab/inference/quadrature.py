"""Where two unknowns have weight, and points there that integrate it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

import numpy as np
from numpy.polynomial.legendre import leggauss, legvander

from nof1_lab.errors import FitError
from nof1_lab.inference.mixture import Array

Range: TypeAlias = tuple[float, float]
Box: TypeAlias = tuple[Range, Range]
LogWeight: TypeAlias = Callable[[Array, Array], Array]
"""Log weights of every pair of points, with a last axis of curves that must all be integrated well."""

CUT = 35.0  # what weighs less than e^-35 of the top is left out
ROUNDS = 40
POINTS = (25, 13)
FEWEST, MOST = 20, 400
TAIL, WORST = (
    1e-3,
    0.03,
)  # the last Legendre coefficients against the first; the error of the sum is about its square


@dataclass(frozen=True, slots=True, eq=False)
class Nodes:
    """Points along both unknowns, the logs of their integration weights, and what they weigh."""

    first: Array
    second: Array
    log_step: Array
    log_weight: Array


def integrate(log_weight: LogWeight, domain: Box) -> Nodes:
    """Gauss-Legendre points over the part of ``domain`` that has weight, as many as the weight needs.

    A range of no length is a known number: one point of weight 1. How many points are enough is
    read off the Legendre coefficients of the weight itself: they must have died away.
    """
    box = _bracket(log_weight, domain)
    sizes = [1 if low == high else FEWEST for low, high in box]
    while True:
        nodes = _nodes(log_weight, box, sizes)
        tails = [_tail(nodes.log_weight, axis) if size > 1 else 0.0 for axis, size in enumerate(sizes)]
        finer = [
            min(MOST, int(1.5 * size)) if tail > TAIL else size
            for size, tail in zip(sizes, tails, strict=True)
        ]
        if finer == sizes:
            _require_smooth(tails)
            return nodes
        sizes = finer


@cache
def gauss(size: int) -> tuple[Array, Array]:
    """Gauss-Legendre points and weights on [-1, 1]."""
    points, weights = leggauss(size)
    return points, weights


@cache
def coefficients(size: int) -> Array:
    """The matrix that turns values at the Gauss-Legendre points into Legendre coefficients."""
    points, weights = gauss(size)
    return (np.arange(size) + 0.5)[:, None] * legvander(points, size - 1).T * weights


def _nodes(log_weight: LogWeight, box: Box, sizes: list[int]) -> Nodes:
    (first, log_a), (second, log_b) = (_line(ends, size) for ends, size in zip(box, sizes, strict=True))
    return Nodes(first, second, log_a[:, None] + log_b, log_weight(first, second))


def _line(ends: Range, size: int) -> tuple[Array, Array]:
    low, high = ends
    if low == high:
        return np.array([low]), np.zeros(1)
    points, weights = gauss(size)
    half = (high - low) / 2.0
    return low + half * (points + 1.0), np.log(half * weights)


def _tail(log_weight: Array, axis: int) -> float:
    """How much of the weight's shape along ``axis`` the points cannot see."""
    height = np.exp(log_weight - log_weight.max(axis=(0, 1)))
    size = height.shape[axis]
    ends = coefficients(size)[[0, -3, -2, -1]]
    shape = np.abs(np.tensordot(ends, np.moveaxis(height, axis, 0), axes=1))
    return float((shape[1:].max(axis=(0, 1)) / shape[0].max(axis=0)).max())


def _bracket(log_weight: LogWeight, domain: Box) -> Box:
    """About the smallest box that holds all weight above e^-35 of the top: it shrinks and grows to fit."""
    box, top = domain, np.array(-np.inf)
    for _ in range(ROUNDS):
        lines = [
            np.linspace(low, high, 1 if low == high else points)
            for (low, high), points in zip(box, POINTS, strict=True)
        ]
        seen = log_weight(lines[0], lines[1])
        top = np.maximum(top, seen.max(axis=(0, 1)))
        inside = ((seen > top - CUT) | (seen == seen.max(axis=(0, 1)))).any(axis=2)
        fits = [_fit(lines[axis], inside.any(axis=1 - axis), domain[axis]) for axis in (0, 1)]
        (first, first_fits), (second, second_fits) = fits
        box = (first, second)
        if first_fits and second_fits:
            return box
    raise FitError(
        "The weight of the spread and the correlation could not be bracketed.",
        "A posterior with one region of weight was expected.",
        "Check the outcomes for typing errors, or set the spread in the analysis plan.",
    )


def _fit(line: Array, inside: Array, limit: Range) -> tuple[Range, bool]:
    """The range that holds what is inside, a step wider; and whether it hardly changed."""
    if len(line) == 1:
        return (float(line[0]), float(line[0])), True
    index, step, last = np.flatnonzero(inside), line[1] - line[0], len(line) - 1
    reach = last / 4
    low = line[index[0]] - step * (1 if index[0] > 0 else reach)
    high = line[index[-1]] + step * (1 if index[-1] < last else reach)
    low, high = max(float(low), limit[0]), min(float(high), limit[1])
    grew = low < line[0] or high > line[-1]
    return (low, high), not grew and (high - low) > 0.6 * (line[-1] - line[0])


def _require_smooth(tails: list[float]) -> None:
    """Refuse what even the most points cannot follow; a handful of days may need the most."""
    if max(tails) > WORST:
        raise FitError(
            f"The posterior needs more than {MOST} points along one unknown.",
            "A smooth posterior of the spread and the correlation was expected.",
            "Record more days, or set the spread in the analysis plan.",
        )
