"""A drawn shift that follows the finger: its columns are changed, nothing is built anew."""

from typing import Any

import pandas as pd

NOW, BEFORE, NAMES = "Area", "Curve", "Labels"
NAMED, TOP = 1.04, 1.144  # over the highest point of a curve: the names of the bands, and the end


def fits(drawn: pd.DataFrame, table: pd.DataFrame) -> bool:
    """Whether a table says the same as the one that is drawn, but for the heights of its curves."""
    return drawn.attrs == table.attrs and drawn["effect"].equals(table["effect"])


def follow(plot: Any, table: pd.DataFrame) -> None:
    """Let the curves of a plot that HoloViews has built show this table: only heights are sent."""
    before, now = table["before"].to_numpy(), table["now"].fillna(0.0).to_numpy()
    peak = float(max(now.max(), before.max()))
    parts = {key[0]: part.handles["source"] for key, part in plot.subplots.items()}
    raise_to(parts[NOW], "y", [0.0] * len(now) + now[::-1].tolist())
    raise_to(parts[BEFORE], "density", before.tolist())
    if NAMES in parts:
        raise_to(parts[NAMES], "density", [NAMED * peak] * len(parts[NAMES].data["text"]))
    plot.handles["y_range"].end = TOP * peak


def raise_to(source: Any, column: str, heights: list[float]) -> None:
    """Change one column of what is drawn."""
    source.patch({column: [(slice(0, len(heights)), heights)]})
