"""The Bambi model of a trial: formulas from a table of constants, every prior written out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import numpy as np
import pandas as pd

from nof1_lab.inference.family import LONG_AGO, ar1
from nof1_lab.inference.mixture import Array
from nof1_lab.inference.nuisance import Known, Nuisance, Uniform
from nof1_lab.inference.nuisance import describe as words
from nof1_lab.inference.regression import Days, used_days
from nof1_lab.study.prior import Prior

Correlation: TypeAlias = Literal["learnt", "known", "none"]

# A formula is a program to Bambi, and so is a column's name: no text of a study comes near either of them.
FORMULAS: Mapping[bool, str] = {True: "value ~ arm + time", False: "value ~ arm"}
CODES = tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


@dataclass(frozen=True, slots=True)
class Shape:
    """What decides which model it is; all the rest are numbers.

    >>> Shape(contrasts=1).formula
    'value ~ arm + time'
    """

    contrasts: int
    has_trend: bool = True
    is_spread_known: bool = False
    correlation: Correlation = "learnt"

    @classmethod
    def of(cls, priors: Sequence[Prior], nuisance: Nuisance) -> "Shape":
        """The shape of a model with these priors."""
        rho = nuisance.rho
        correlation = "learnt" if isinstance(rho, Uniform) else "known" if rho.value else "none"
        return cls(len(priors), nuisance.trend is not None, isinstance(nuisance.spread, Known), correlation)

    @property
    def formula(self) -> str:
        """What Bambi reads."""
        return FORMULAS[self.has_trend]

    @property
    def family(self) -> str:
        """Independent days are Bambi's own Gaussian; days that remember are a family of the house."""
        return "gaussian" if self.correlation == "none" else "ar1"

    @property
    def columns(self) -> int:
        """How many columns the design matrix has, the intercept left out."""
        return self.contrasts + self.has_trend


def build(table: pd.DataFrame, priors: Sequence[Prior], nuisance: Nuisance, *, reference: str) -> Any:
    """The trial as a plain Bambi model, built: ``.fit()`` samples it, ``.backend.model`` is PyMC's.

    The priors are Normals, one for each arm but the reference.
    """
    days = used_days(table, [prior.arm for prior in priors], has_trend=nuisance.trend is not None)
    model = state(Shape.of(priors, nuisance), frame(table, priors, reference), days.gap, priors, nuisance)
    model.build()
    return model


def state(shape: Shape, data: pd.DataFrame, gap: Array, priors: Sequence[Prior], nuisance: Nuisance) -> Any:
    """The same model, said but not yet built."""
    import bambi

    model = bambi.Model(
        shape.formula,
        data,
        family="gaussian" if shape.family == "gaussian" else ar1(gap),
        priors=beliefs(priors, nuisance),
        # What Bambi would choose by itself follows the outcome: the data would be used twice, and every new
        # day would move the priors. Centred predictors would move the day that the intercept speaks of.
        auto_scale=False,
        center_predictors=False,
    )
    # Bambi keeps these in a set, whose order is another one in every process: so would the draws be.
    model.components = dict(sorted(model.components.items()))
    return model


def frame(table: pd.DataFrame, priors: Sequence[Prior], reference: str) -> pd.DataFrame:
    """The used days under the house's own names: value, time, and arm as A, B, C with the reference first."""
    used = used_rows(table)
    code = {reference: "A"} | {prior.arm: CODES[i] for i, prior in enumerate(priors, start=1)}
    # Unordered, an arm without a day would fall out, and the next one would become the reference.
    arms = pd.Categorical([code[arm] for arm in used["arm"]], list(code.values()), ordered=True)
    columns = {"value": used["value"].to_numpy(float), "time": used["time"].to_numpy(float), "arm": arms}
    return pd.DataFrame(columns)


def used_rows(table: pd.DataFrame) -> pd.DataFrame:
    """The days that can be analysed, in the order of time."""
    return table.loc[table["used"].to_numpy(dtype=bool)].sort_values("day")


def beliefs(priors: Sequence[Prior], nuisance: Nuisance) -> dict[str, Any]:
    """Every prior in Bambi's words; a known number stands as a number."""
    import bambi

    said: dict[str, Any] = {
        "Intercept": bambi.Prior("Normal", mu=nuisance.intercept.mean, sigma=nuisance.intercept.sd),
        "arm": bambi.Prior(
            "Normal",
            mu=np.array([prior.mean for prior in priors]),
            sigma=np.array([prior.sd for prior in priors]),
        ),
    }
    if len(priors) == 1:  # Bambi takes the one dimension away from an array of one number
        said["arm"].args = {name: value.reshape(1) for name, value in said["arm"].args.items()}
    if nuisance.trend is not None:
        said["time"] = bambi.Prior("Normal", mu=nuisance.trend.mean, sigma=nuisance.trend.sd)
    spread, rho = nuisance.spread, nuisance.rho
    said["sigma"] = (
        spread.value if isinstance(spread, Known) else bambi.Prior("HalfNormal", sigma=spread.scale)
    )
    if isinstance(rho, Uniform):
        said["rho"] = bambi.Prior("Uniform", lower=rho.low, upper=rho.high)
    elif rho.value:
        said["rho"] = rho.value
    return said


def describe(priors: Sequence[Prior], nuisance: Nuisance, *, reference: str) -> dict[str, Any]:
    """Formula, family and every prior in words, for a report."""
    shape = Shape.of(priors, nuisance)
    effects = {f"{prior.arm} minus {reference}": _words(prior) for prior in priors}
    return {"formula": shape.formula, "family": shape.family, "priors": effects | words(nuisance)}


def numbers(priors: Sequence[Prior], nuisance: Nuisance) -> Array:
    """All numbers of the priors in one row, in the order in which ``density`` feeds them to the model."""
    packed = [nuisance.intercept.mean, nuisance.intercept.sd]
    packed += [prior.mean for prior in priors] + [prior.sd for prior in priors]
    if nuisance.trend is not None:
        packed += [nuisance.trend.mean, nuisance.trend.sd]
    spread, rho = nuisance.spread, nuisance.rho
    packed.append(spread.value if isinstance(spread, Known) else spread.scale)
    packed += [rho.low, rho.high] if isinstance(rho, Uniform) else [rho.value]
    return np.array(packed)


def rows(days: Days, shape: Shape) -> Array:
    """The used days as rows of numbers: value, wait, then the columns of Bambi's design matrix."""
    arms = days.design[:, days.design.shape[1] - shape.contrasts :]
    design = [arms, days.design[:, 1:2]] if shape.has_trend else [arms]
    waits = np.concatenate([[LONG_AGO], days.gap])
    return np.ascontiguousarray(np.column_stack([days.value, waits, *design]).T)


def _words(prior: Prior) -> str:
    parts = [(part.weight, f"Normal({part.mean:.4g}, {part.sd:.4g})") for part in prior.parts]
    return parts[0][1] if prior.is_normal else " + ".join(f"{weight:.3g} {word}" for weight, word in parts)
