"""Beliefs on their sheet: claimed, set by hand, and weighed against the diary."""

import math
from typing import Any

import numpy as np
import pytest
from views.trial import MONDAY, begun, exact, locked, planned, proposed, written

from nof1_lab.errors import NofOneError, PriorError, RegisteredError, SheetError
from nof1_lab.inference.evidence import reckon
from nof1_lab.inference.swap import swap
from nof1_lab.study.prior import Part, Prior
from nof1_lab.study.schedule import randomise
from nof1_lab.study.steps import believe, doubt, plan
from nof1_lab.views import prior
from nof1_lab.views.prior import PriorComponent, PriorSheet, PriorWidget
from nof1_lab.views.sheet import Move, moved

HAND = Prior.normal("melatonin", -8.0, 4.0)


def part(*beliefs: tuple[str, float, float]) -> dict[str, Any]:
    return {"priors": [{"arm": arm, "mean": mean, "sd": sd} for arm, mean, sd in beliefs]}


def test_only_what_was_set_by_hand_is_in_the_part():
    assert PriorSheet.read(planned())[1] == part()
    assert PriorSheet.read(believe(planned(), HAND))[1] == part(("melatonin", -8.0, 4.0))


def test_candidates_are_believed_of_before_there_is_a_schedule():
    arms = PriorSheet.read(proposed())[0]["arms"]
    assert [arm["arm"] for arm in arms] == ["melatonin", "morning light", "tea"]
    assert [arm["origin"] for arm in arms] == ["candidate", "candidate", "nothing known"]
    assert [arm["stated"] is None for arm in arms] == [False, False, True]


def test_a_belief_set_by_hand_is_taken_exactly():
    moves = PriorSheet.moves(planned(), part(("melatonin", -8.0, 4.0)))
    assert moves == (Move(believe, (HAND,)),)
    assert moved(planned(), moves).prior("melatonin") == HAND


def test_a_belief_taken_back_is_forgotten():
    assert PriorSheet.moves(believe(planned(), HAND), part()) == (Move(doubt, ("melatonin",)),)


def test_a_mixture_that_nobody_touched_stays_a_mixture():
    mixture = Prior("melatonin", (Part(0.75, -10.0, 5.0), Part(0.25, 0.0, 20.0)))
    study = believe(planned(), mixture)
    held = PriorSheet.read(study)[1]
    other = {"arm": "morning light", "mean": -1.0, "sd": 3.0}
    after = moved(study, PriorSheet.moves(study, {"priors": [*held["priors"], other]}))
    assert after.prior("melatonin") == mixture
    study = believe(written(), mixture)
    assert "is a mixture" in PriorSheet.read(study, reckon(study))[0]["note"]


@pytest.mark.parametrize(
    "beliefs",
    [
        part(("melatonin", 0.0, 0.0)),
        part(("melatonin", 0.0, -1.0)),
        part(("melatonin", 1e9, 1.0)),
        part(("melatonin", 0.0, 1e9)),
        part(("melatonin", 0.0, 1e-9)),
        part(("melatonin", math.nan, 1.0)),
        part(("melatonin", 0.0, math.inf)),
        part(("melatonin", 0.0, 1.0), ("melatonin", 1.0, 1.0)),
        part(("stranger", 0.0, 1.0)),
        {"priors": [{"arm": "melatonin", "mean": "0", "sd": 1}]},
        {"priors": [{"arm": "melatonin", "mean": 0}]},
        {"priors": {}},
        {},
    ],
)
def test_a_belief_that_cannot_be_is_refused(beliefs: dict[str, Any]):
    with pytest.raises(NofOneError) as refused:
        moved(planned(), PriorSheet.moves(planned(), beliefs))
    assert isinstance(refused.value, PriorError | SheetError) or "stranger" in refused.value.wrong


def test_a_registered_belief_needs_a_reason():
    with pytest.raises(RegisteredError, match="say why"):
        PriorSheet.moves(locked(), part(("melatonin", 0.0, 1.0)))
    props, held = PriorSheet.read(locked(), exact())
    assert props["locked"]
    assert "amendment" in props["note"]
    assert PriorSheet.moves(locked(), held) == ()


def test_the_curve_that_is_sent_gives_the_posterior_that_is_confirmed():
    (melatonin, light) = PriorSheet.read(written(), exact())[0]["arms"]
    for arm in (melatonin, light):
        belief = Prior.normal(arm["arm"], arm["derived"]["mean"], arm["derived"]["sd"])
        here = swap(np.array(arm["likelihood"]["theta"]), np.array(arm["likelihood"]["log"]), belief)
        python = arm["python"]
        assert (here.mean, here.sd) == pytest.approx((python["mean"], python["sd"]), abs=1e-3)
        assert here.below(0.0) == pytest.approx(python["p_benefit"], abs=1e-4)
        assert here.below(-10.0) == pytest.approx(python["p_worthwhile"], abs=1e-4)


@pytest.mark.parametrize("host", [PriorComponent, PriorWidget])
def test_dragging_one_belief_keeps_its_own_curve(host: Any):
    sheet = host(written(), exact())
    before = [arm["likelihood"] for arm in sheet.props["arms"]]
    study = believe(written(), HAND)
    sheet.show(study, reckon(study))
    after = [arm["likelihood"] for arm in sheet.props["arms"]]
    assert after[0] is before[0]
    assert after[1] != before[1]
    assert sheet.props == PriorSheet.read(study, reckon(study))[0]


def test_no_day_no_curve():
    props = PriorSheet.read(planned())[0]
    assert props["status"] == ""
    assert "belief alone" in props["note"]
    assert [(arm["likelihood"], arm["python"]) for arm in props["arms"]] == [(None, None)] * 2


def test_numbers_from_before_the_last_change_say_so():
    props = PriorSheet.read(believe(written(), HAND), exact())[0]
    assert props["status"] == "stale"
    assert "on their way" in props["note"]


def test_evidence_about_other_arms_is_not_put_to_these():
    other = plan(proposed(), randomise("placebo", ["tea"], cycles=2, days=5, start=MONDAY, seed=1))
    (tea,) = PriorSheet.read(other, exact())[0]["arms"]
    assert (tea["arm"], tea["likelihood"], tea["python"]) == ("tea", None, None)


def test_the_range_to_look_at_rests_while_a_belief_moves():
    ends = {prior.domain(believe(planned(), Prior.normal("melatonin", mean, 4.0))) for mean in range(-20, 20)}
    assert ends == {prior.domain(planned())}
    low, high = prior.domain(believe(planned(), Prior.normal("melatonin", 200.0, 4.0)))
    assert low < 0 < 200 < high


def test_the_priors_in_words_and_as_a_table():
    assert prior.sentence(planned(), "melatonin") == (
        "Before any day counts, the chance that melatonin lowers your time awake by more than 10 min"
        " is 60 in 100."
        " The prior is from what was proposed: around −12, give or take 8 min."
    )
    assert "set by hand" in prior.sentence(believe(planned(), HAND), "melatonin")
    assert list(prior.table(proposed())["from"]) == ["candidate", "candidate", "nothing known"]
    assert prior.table(begun()).empty
