"""Curves as sums of Normals, held to the curves themselves."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from study.trial import LAW

from nof1_lab.errors import PriorError
from nof1_lab.study.prior import Prior
from nof1_lab.study.shape import Shape

ENOUGH = 0.003


def curve(shape: Shape):
    """The same curve by SciPy."""
    if shape.family == "student":
        return stats.t(shape.tail, shape.middle, shape.spread)
    scale = shape.spread / abs(shape.lean)
    return stats.lognorm(abs(shape.lean), loc=-scale, scale=scale)


@pytest.mark.parametrize("tail", [3, 4, 5, 7, 10, 30, 100])
def test_a_student_t_is_scipys(tail):
    shape = Shape("student", -0.4, 0.3, tail=tail)
    belief = Prior.shaped("a", shape)
    for x in np.linspace(-4.0, 4.0, 161):
        assert belief.below(x) == pytest.approx(curve(shape).cdf(x), abs=ENOUGH)


@pytest.mark.parametrize("lean", [-1.0, -0.6, -0.3, -0.05, 0.05, 0.2, 0.4, 0.5, 0.8, 1.0])
def test_a_curve_that_leans_is_scipys_log_normal(lean):
    shape = Shape("skewed", 0.5, 0.3, lean=lean)
    belief, known, side = Prior.shaped("a", shape), curve(shape), np.sign(lean)
    for z in np.linspace(-6.0, 6.0, 121):
        x = 0.3 * z
        below = known.cdf(x) if side > 0 else known.sf(x)
        assert belief.below(0.5 + side * x) == pytest.approx(below, abs=ENOUGH)
    assert belief.mean == pytest.approx(0.5 + side * known.mean(), abs=1e-4)
    assert belief.sd == pytest.approx(known.std(), rel=2e-2)


def test_a_ratio_of_one_changes_nothing_on_average_of_its_median():
    shape = Shape.of_ratio(0.0, 0.2, usual=5.0)
    assert (shape.middle, shape.spread, shape.lean) == (0.0, 1.0, 0.2)
    assert Prior.shaped("a", shape).below(0.0) == pytest.approx(0.5, abs=ENOUGH)


@LAW
@given(st.floats(-1.0, 1.0), st.floats(-5.0, 5.0), st.floats(0.01, 5.0))
def test_a_curve_is_carried_along_and_stretched(lean, middle, spread):
    unit, moved = Shape("skewed", 0.0, 1.0, lean=lean), Shape("skewed", middle, spread, lean=lean)
    for one, other in zip(unit.parts, moved.parts, strict=True):
        assert other.weight == pytest.approx(one.weight)
        assert other.mean == pytest.approx(middle + spread * one.mean, abs=1e-9)
        assert other.sd == pytest.approx(spread * one.sd)


@pytest.mark.parametrize(
    "numbers",
    [{"tail": 2.0}, {"lean": 1.5}, {"spread": 0.0}, {"family": "cauchy"}, {"middle": float("nan")}],
)
def test_a_curve_that_cannot_be_is_refused(numbers):
    with pytest.raises(PriorError, match="expected"):
        Shape(**{"family": "student", "middle": 0.0, "spread": 1.0} | numbers)


def test_parts_that_are_not_the_curves_are_refused():
    student = Shape("student", 0.0, 1.0)
    with pytest.raises(PriorError, match="not those of its student curve"):
        Prior("a", Shape("normal", 0.0, 1.0).parts, student)
