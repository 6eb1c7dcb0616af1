"""The analysis plan."""

import pytest
from hypothesis import given
from study.trial import LAW, analyses

from nof1_lab.errors import AnalysisError
from nof1_lab.study.analysis import Analysis, Normal


def test_nothing_needs_to_be_said():
    assert Analysis() == Analysis(None, None, True, None, None, (0.0, 0.95), "gaussian")


def test_days_without_correlation_are_independent():
    assert Analysis(rho=(0.0, 0.0)).is_independent
    assert not Analysis(rho=(0.3, 0.3)).is_independent


@LAW
@given(analyses)
def test_the_correlation_of_neighbouring_days_lies_between_its_bounds(analysis):
    low, high = analysis.rho
    assert 0.0 <= low <= high < 1.0


@pytest.mark.parametrize(
    ("parts", "remedy"),
    [
        ({"family": "poisson"}, "choose gaussian"),
        ({"family": "os.system('x')"}, "choose gaussian"),
        ({"spread": 0.0}, "positive number"),
        ({"known_spread": -1.0}, "positive number"),
        ({"spread": 1.0, "known_spread": 1.0}, "half-normal scale"),
        ({"trend": Normal(0.0, 1.0), "has_trend": False}, "Drop the prior or the choice"),
        ({"rho": (0.5, 0.2)}, "Use 0 and 0.95"),
        ({"rho": (0.0, 1.0)}, "Use 0 and 0.95"),
        ({"rho": (-0.1, 0.5)}, "Use 0 and 0.95"),
        ({"rho": (0.0, float("nan"))}, "as a number"),
    ],
)
def test_an_analysis_that_cannot_be_is_refused_with_a_remedy(parts, remedy):
    with pytest.raises(AnalysisError, match=remedy):
        Analysis(**parts)


@pytest.mark.parametrize(("mean", "sd"), [(float("nan"), 1.0), (0.0, 0.0), (0.0, float("inf"))])
def test_a_bell_has_a_middle_and_a_spread(mean, sd):
    with pytest.raises(AnalysisError, match="number"):
        Normal(mean, sd)
