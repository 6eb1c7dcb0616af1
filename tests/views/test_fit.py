"""ArviZ's pictures of a sampled fit, each with its numbers and its sentence."""

from dataclasses import replace
from io import BytesIO

import pytest
from matplotlib import pyplot
from matplotlib.figure import Figure
from views.trial import exact, sampled

from nof1_lab.inference.check import Checks
from nof1_lab.views import fit

pytestmark = pytest.mark.slow  # ArviZ takes seconds to import


def test_without_a_fit_there_are_no_pictures_of_it():
    assert fit.shown(exact()) == ()
    assert "exact engine" in fit.WAITING


def test_a_fit_has_three_pictures_each_with_words_and_numbers():
    for shown in fit.shown(sampled()):
        assert isinstance(shown.picture, Figure)
        assert shown.sentence.endswith(".")
        assert len(shown.table)
        shown.picture.savefig(BytesIO(), format="png")


def test_draws_that_failed_their_checks_are_shown_as_chains_and_as_nothing_else():
    bad = Checks(False, 1.2, 40.0, 3, 0.1, ("The chains do not agree.",))
    (only,) = fit.shown(replace(sampled(), checks=bad))
    assert only.sentence.startswith("The draws are not to be believed")


def test_no_figure_is_left_behind():
    fit.shown(sampled())
    assert pyplot.get_fignums() == []


def test_a_figure_brings_its_own_paper():
    assert {shown.picture.get_facecolor() for shown in fit.shown(sampled())} == {(1.0, 1.0, 1.0, 1.0)}


def test_the_numbers_are_those_of_the_evidence():
    table = fit.summary(sampled())
    effects = table[table["what"] == "effect"]
    assert list(effects["arm"]) == ["melatonin", "morning light"]
    assert list(effects["of"]) == ["B", "C"]
    assert list(effects["mean"]) == pytest.approx([each.mean for each in sampled().effects])
    assert set(table["what"]) == {"effect", "level", "trend a week", "spread of a day", "memory of days"}


def test_days_like_these_come_out_of_the_model():
    table = fit.days(sampled())
    assert len(table) == 32
    assert (table["low"] < table["middle"]).all()
    assert table["inside"].mean() > 0.8


def test_letters_stand_for_arms_where_names_could_be_read_as_mathematics():
    assert list(fit.drawn(sampled()).posterior["arm"].to_numpy()) == ["B", "C"]
    assert "B is melatonin and C is morning light" in fit.forest(sampled()).sentence


def test_chains_that_disagree_are_said_to():
    assert "They agree: R-hat is 1.0" in fit.mixing(sampled())
    bad = Checks(False, 1.2, 40.0, 3, 0.1, ("The chains do not agree.",))
    assert fit.mixing(replace(sampled(), checks=bad)) == (
        "The draws are not to be believed: The chains do not agree."
    )
