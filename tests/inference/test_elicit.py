"""From what a person answers to a curve."""

import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import optimize, stats
from trial import trial

from nof1_lab.errors import PriorError
from nof1_lab.inference.elicit import Fit, believed, below, fitted, from_chips, from_interval, from_quartiles
from nof1_lab.inference.mixture import Mixture
from nof1_lab.study.prior import Prior
from nof1_lab.study.said import Said
from nof1_lab.study.shape import Shape

EDGES = tuple(np.linspace(-2.0, 1.0, 13).tolist())
STUDY = trial("ABBA", days=7)


def chances(shape, at):
    """The chances by the sum of Normals that every engine uses."""
    belief = Prior.shaped("B", shape)
    return [belief.below(float(x)) for x in at]


def chips_of(shape, edges, total):
    """The chips that somebody who believes a curve would put down: the remainders go to the fullest bins."""
    shares = np.diff(below(shape, np.array(edges))) * total
    counts = np.floor(shares)
    for i in np.argsort(counts - shares)[: round(total - counts.sum())]:
        counts[i] += 1
    return tuple(counts.tolist())


def test_an_interval_is_a_bell():
    found = from_interval(-1.0, 0.2, 0.9)
    assert found == Fit(
        Shape("normal", -0.4, found.shape.spread), 0.0, "A bell goes through both ends exactly."
    )
    assert chances(found.shape, (-1.0, 0.2)) == pytest.approx([0.05, 0.95])


def test_even_quartiles_are_a_bell():
    found = from_quartiles(-0.8, -0.5, -0.2)
    assert (found.shape.family, found.misfit) == ("normal", pytest.approx(0.0, abs=1e-12))
    assert chances(found.shape, (-0.8, -0.5, -0.2)) == pytest.approx([0.25, 0.5, 0.75])


@settings(max_examples=60, deadline=None)
@given(st.floats(-5, 5), st.floats(0.05, 3), st.floats(0.52, 1.9))
def test_uneven_quartiles_are_met_exactly_by_a_curve_that_leans(middle, left, ratio):
    at = (middle - left, middle, middle + ratio * left)
    found = from_quartiles(*at)
    assert below(found.shape, np.array(at)) == pytest.approx([0.25, 0.5, 0.75], abs=0.005)
    assert chances(found.shape, at) == pytest.approx([0.25, 0.5, 0.75], abs=0.008)
    if found.shape.family == "skewed":
        assert found.misfit < 1e-9
        assert found.shape.lean == pytest.approx(np.log(ratio) / stats.norm.ppf(0.75))


def test_quartiles_too_uneven_for_any_curve_are_said_so():
    found = from_quartiles(-0.8, -0.5, 4.0)
    assert found.shape.lean == 1.0
    assert found.misfit > 0.05
    assert "No single curve says this well" in found.note
    assert from_quartiles(-5.0, -0.5, -0.2).shape.lean == -1.0


def test_other_outer_chances_do_as_well_if_they_are_alike():
    found = from_quartiles(-1.0, -0.5, 0.2, chances=(0.1, 0.5, 0.9))
    assert below(found.shape, np.array([-1.0, -0.5, 0.2])) == pytest.approx([0.1, 0.5, 0.9])
    with pytest.raises(PriorError, match=r"0\.25, 0\.5 and 0\.75"):
        from_quartiles(-1.0, -0.5, 0.2, chances=(0.1, 0.5, 0.7))


def bell(middle, spread):
    return Shape("normal", middle, spread)


def leaning(middle, spread, lean):
    return Shape("skewed", middle, spread, lean=lean)


def heavy(middle, spread, tail):
    return Shape("student", middle, spread, tail=tail)


@pytest.mark.parametrize(
    ("edges", "chips", "make", "more"),
    [
        (EDGES, (0, 0, 1, 3, 5, 5, 3, 2, 1, 0, 0, 0), bell, []),
        (EDGES, (0, 6, 9, 2, 1, 1, 0, 1, 0, 0, 0, 0), leaning, [(-1.0, 1.0)]),
        (EDGES, (1, 2, 3, 10, 30, 108, 30, 10, 3, 2, 1, 0), heavy, [(3.0, 100.0)]),
        (tuple(1000.0 * x for x in EDGES), (1, 1, 2, 3, 4, 5, 4, 3, 2, 1, 1, 0), bell, []),
    ],
)
def test_chips_are_said_by_the_nearest_curve(edges, chips, make, more):
    """The least squares by another optimiser, from many starts, are no nearer."""
    found, total = from_chips(edges, chips), sum(chips)
    assert found.shape.family == make(0.0, 1.0, *(low for low, _ in more)).family
    seen = np.flatnonzero(chips)
    at = np.array(edges)[seen[0] : seen[-1] + 2]
    asked = (np.concatenate([[0.0], np.cumsum(chips[seen[0] : seen[-1] + 1])]) + 0.5) / (total + 1.0)

    low, width = at[0], at[-1] - at[0]
    bounds = [(low, at[-1]), (0.01 * width, 2.0 * width), *more]

    def off(numbers):
        return np.sqrt(np.mean((below(make(*numbers), at) - asked) ** 2))

    best = optimize.differential_evolution(off, bounds, seed=1, tol=1e-8, maxiter=200).fun
    assert np.sqrt(np.mean((below(found.shape, at) - asked) ** 2)) == pytest.approx(best, abs=1e-4)
    assert found.misfit == pytest.approx(np.abs(below(found.shape, at) - asked).max())


@pytest.mark.parametrize(
    "shape",
    [
        Shape("normal", -0.5, 0.4),
        Shape("skewed", -0.9, 0.35, lean=0.8),
        Shape("skewed", -0.2, 0.25, lean=-0.7),
        Shape("student", -0.5, 0.12, tail=3.0),
    ],
)
def test_who_believes_a_curve_gets_it_back_from_many_chips(shape):
    found = from_chips(EDGES, chips_of(shape, EDGES, 1_000))
    assert found.shape.family == shape.family
    grid = np.linspace(-2.0, 1.0, 31)
    assert below(found.shape, grid) == pytest.approx(below(shape, grid), abs=0.02)
    assert "no chance is off by more than" in found.note or "exactly" in found.note


def test_twenty_chips_of_a_bell_stay_a_bell():
    shape = Shape("normal", -0.5, 0.45)
    found = from_chips(EDGES, chips_of(shape, EDGES, 20))
    assert found.shape.family == "normal"
    assert (found.shape.middle, found.shape.spread) == pytest.approx((-0.5, 0.45), abs=0.08)


@pytest.mark.parametrize(("many", "level"), [(1, 0.5), (3, 0.75), (20, 20 / 21)])
def test_chips_in_one_bin_are_a_bell_that_leaves_room_beside_it(many, level):
    found = from_chips((-1.0, -0.5, 0.0), (many, 0))
    assert found.shape.family == "normal"
    assert chances(found.shape, (-1.0, -0.5)) == pytest.approx([(1 - level) / 2, (1 + level) / 2], abs=1e-6)


def test_two_heaps_are_no_curve_and_said_so():
    found = from_chips(EDGES, (10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10))
    assert found.misfit > 0.2
    assert found.note.startswith("No single curve says this well: the nearest is off by up to")
    assert "mixture" in found.note


def test_no_chips_are_refused():
    with pytest.raises(PriorError, match="Put chips where the effect may lie"):
        from_chips(EDGES, (0,) * 12)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.integers(0, 20), min_size=1, max_size=20).filter(any),
    st.floats(0.001, 100),
    st.floats(-50, 50),
)
def test_any_chips_give_a_curve_that_goes_where_they_go(chips, step, start):
    edges = [start + step * i for i in range(len(chips) + 1)]
    found = from_chips(edges, chips)
    seen = np.flatnonzero(chips)
    assert edges[seen[0]] <= found.shape.middle <= edges[seen[-1] + 1]
    assert 0.0 <= found.misfit < 0.5
    moved = from_chips([10.0 * edge - 7.0 for edge in edges], chips)
    assert moved.shape.family == found.shape.family
    assert moved.shape.middle == pytest.approx(10.0 * found.shape.middle - 7.0, abs=0.1 * step)


def test_chips_from_above_are_chips_from_below_mirrored():
    chips = (0, 5, 8, 3, 2, 1, 1, 0, 0, 0, 0, 0)
    one = from_chips(EDGES, chips).shape
    other = from_chips([-edge for edge in EDGES[::-1]], chips[::-1]).shape
    assert (one.middle, one.spread, one.lean) == pytest.approx(
        (-other.middle, other.spread, -other.lean), abs=1e-3
    )


@pytest.mark.parametrize(
    ("shape", "known"),
    [
        (Shape("normal", 0.2, 0.5), stats.norm(0.2, 0.5)),
        (Shape("student", 0.2, 0.5, tail=5.0), stats.t(5.0, 0.2, 0.5)),
        (Shape("skewed", 0.2, 0.5, lean=0.5), stats.lognorm(0.5, loc=0.2 - 1.0, scale=1.0)),
    ],
)
def test_the_chances_of_a_curve_are_scipys(shape, known):
    grid = np.linspace(-4.0, 4.0, 81)
    assert below(shape, grid) == pytest.approx(known.cdf(grid), abs=1e-12)


SAID = (
    Said("interval", (-1.0, 0.2), (0.9,)),
    Said("quartiles", (-0.8, -0.5, -0.1), (0.25, 0.5, 0.75)),
    Said("chips", EDGES, (0, 5, 8, 3, 2, 1, 1, 0, 0, 0, 0, 0)),
)


@pytest.mark.parametrize("said", SAID)
def test_an_answer_becomes_the_belief_and_stays_with_it(said):
    prior = believed(STUDY, "B", said)
    assert prior == Prior.shaped("B", fitted(said).shape, said)
    assert Mixture.prior(prior).mean == pytest.approx(prior.mean)


def test_a_name_is_no_answer_to_draw_a_curve_through():
    with pytest.raises(PriorError, match="Take the named prior as it is"):
        fitted(Said("named", name="sceptical"))


def test_a_fit_takes_less_than_the_blink_between_two_chips():
    spent = []
    for _ in range(5):
        start = time.perf_counter()
        from_chips(EDGES, (0, 1, 1, 3, 5, 5, 3, 2, 1, 1, 0, 0))
        spent.append(time.perf_counter() - start)
    assert min(spent) < 0.05
