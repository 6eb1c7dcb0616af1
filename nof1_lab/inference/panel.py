"""Panels that follow many Normals, narrow where one of them is, and the points that integrate over them."""

import numpy as np

from nof1_lab.inference.mixture import Array
from nof1_lab.inference.quadrature import gauss

POINTS = 8
STEPS = np.array([-9.0, -6.5, -5.0, -4.0, -3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.5, 9.0])
CLOSE = 0.5  # of the spread of its own Normal: an edge nearer to the one before says nothing new


def spots(means: Array, sds: Array, *, low: float = -np.inf) -> tuple[Array, Array]:
    """Points above ``low`` on panels between whole spreads of the Normals, with their weights."""
    ends = (means + STEPS[:, None] * sds).ravel()
    order, own = np.argsort(ends), np.broadcast_to(sds, (len(STEPS), len(sds))).ravel()
    edges = [max(low, float(ends[order[0]]))]
    for end, sd in zip(ends[order].tolist(), own[order].tolist(), strict=True):
        if end > edges[-1] + CLOSE * sd:
            edges.append(end)
    points, weights = gauss(POINTS)
    starts, half = np.array(edges[:-1])[:, None], np.diff(edges)[:, None] / 2.0
    return (starts + half * (points + 1.0)).ravel(), (half * weights).ravel()
