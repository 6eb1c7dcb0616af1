"""The pictures of the posterior, by their data."""

from typing import Any

import holoviews as hv
import numpy as np
import pandas as pd
import pytest
from holoviews.streams import Pipe
from views.trial import AWAKE, MOOD, SHEAVES, exact, hostile, planned, proposed, sampled, tips, written

from nof1_lab.inference.evidence import reckon
from nof1_lab.study.prior import Part, Prior
from nof1_lab.study.steps import believe
from nof1_lab.views import effect


def area(table: Any, column: str) -> float:
    return float(np.trapezoid(table[column], table["effect"]))


def test_before_and_now_each_hold_all_of_the_belief():
    table = effect.shift_table(written(), exact(), "melatonin")
    assert (area(table, "before"), area(table, "now")) == pytest.approx((1.0, 1.0), abs=0.01)


def test_the_curve_now_is_the_posterior_that_is_reported():
    table = effect.shift_table(written(), exact(), "melatonin")
    mean = area(table.assign(moment=table["now"] * table["effect"]), "moment")
    assert mean == pytest.approx(exact().effects[0].mean, abs=0.1)


def test_a_sampled_posterior_is_drawn_from_its_own_draws():
    one = effect.shift_table(written(), exact(), "melatonin")["now"]
    other = effect.shift_table(written(), sampled(), "melatonin")["now"]
    assert not np.array_equal(one, other)
    assert np.abs(one - other).max() < 0.15 * one.max()


def test_the_meaning_of_an_effect_turns_with_the_measure():
    grid = np.array([-20.0, -10.0, 0.0, 10.0, 20.0])
    small = "too small to matter"
    assert effect.zones(grid, AWAKE) == ["clearly better", small, small, small, "clearly worse"]
    assert effect.zones(grid / 10.0, MOOD) == ["clearly worse", small, small, small, "clearly better"]


def test_without_a_day_there_is_no_curve_now():
    table = effect.shift_table(planned(), None, "melatonin")
    assert table["now"].isna().all()
    assert effect.shift_sentence(planned(), None, "melatonin").startswith("Before any day counts")
    assert effect.shift_table(proposed(), None, "tea")["before"].max() > 0


def test_the_shift_in_words():
    assert effect.shift(written(), exact(), "melatonin").sentence == (
        "Before the trial the chance that melatonin lowers your time awake by more than 10 min was 34 in 100;"
        f" after 32 days it is {round(exact().effects[0].p_worthwhile * 100)} in 100."
    )


def test_every_shift_is_made_alike_so_that_it_can_follow_a_finger():
    seen = {
        tuple(type(layer).__name__ for layer in effect.shift(study, evidence, "melatonin").picture)
        for study, evidence in ((planned(), None), (written(), exact()), (written(), sampled()))
    }
    assert seen == {("VSpans", "Labels", "Area", "Curve")}


def test_a_shift_follows_a_finger():
    study = believe(written(), Prior.normal("melatonin", 8.0, 3.0))
    first, second = exact(), reckon(study)
    pipe = Pipe(data=effect.shift_table(written(), first, "melatonin"))

    def drawn(data: pd.DataFrame) -> hv.Overlay:
        return effect.shift_picture(data)

    figure = hv.renderer("bokeh").get_plot(hv.DynamicMap(drawn, streams=[pipe])).state
    (curve,) = figure.select({"name": "before"})
    table = effect.shift_table(study, second, "melatonin")
    pipe.send(table)
    assert np.allclose(curve.data_source.data["density"], table["before"])


def test_the_forest_holds_every_arm_before_and_now():
    shown = effect.forest(exact())
    table = shown.table
    assert list(zip(table["letter"], table["when"], strict=True)) == [
        ("B", "before"), ("B", "now"), ("C", "before"), ("C", "now"),
    ]  # fmt: skip
    now = table[table["when"] == "now"]
    assert list(now["mean"]) == [each.mean for each in exact().effects]
    assert (table["low"] < table["mean"]).all()
    assert (table["mean"] < table["high"]).all()
    assert shown.sentence.count("on average") == 2


def test_the_interval_before_the_trial_holds_its_share_of_a_mixture_too():
    hopeful = Prior("melatonin", (Part(0.9, -12.0, 3.0), Part(0.1, 0.0, 40.0)))
    table = effect.forest_table(reckon(believe(written(), hopeful)))
    low, high = table.loc[0, ["low", "high"]]
    assert table.loc[0, "when"] == "before"
    assert hopeful.below(high) - hopeful.below(low) == pytest.approx(0.95, abs=1e-6)


def test_the_forest_draws_what_its_table_says():
    table = effect.forest_table(exact())
    picture = effect.forest_picture(table)
    ends = [end for layer in picture if isinstance(layer, hv.Segments) for end in layer["low"]]
    assert sorted(ends) == sorted(table["low"])
    figure = hv.renderer("bokeh").get_plot(picture).state
    named = set(figure.yaxis[0].major_label_overrides.values())
    assert named == {
        "B melatonin, before",
        "B melatonin, now",
        "C morning light, before",
        "C morning light, now",
    }


def test_evidence_about_another_schedule_is_not_drawn_on_this_one():
    other = planned(cycles=2)
    assert effect.shift_table(other, exact(), "melatonin")["now"].isna().all()
    assert effect.shift(other, exact(), "melatonin").sentence.startswith("Before any day counts")


def test_every_number_has_a_sentence_of_its_own():
    shown = effect.numbers(exact())
    assert shown.sentence.count("The chance that") == 8
    chances = shown.table[["worthwhile", "too small to matter", "harm"]].sum(axis=1)
    assert list(chances) == pytest.approx([1.0, 1.0])


@pytest.mark.parametrize("attacks", SHEAVES, ids=range(len(SHEAVES)))
def test_a_hostile_name_is_only_text_in_every_picture(attacks: list[str]):
    study = hostile(attacks)
    evidence = reckon(study)
    ours = {"arm", "effect", "from", "to", "", "@{arm}", "@{when}", "@{mean}", "@{low}", "@{high}"}
    for shown in (effect.shift(study, evidence, attacks[0]), effect.forest(evidence)):
        figure = hv.renderer("bokeh").get_plot(shown.picture).state
        assert tips(figure) <= ours
        assert "$$" not in figure.xaxis[0].axis_label
        for words in figure.yaxis[0].major_label_overrides.values():
            assert "$$" not in words
            assert "\\(" not in words
