"""Beliefs on their sheet: claimed, set by hand, and weighed against the diary."""

import json
import math
from typing import Any

import numpy as np
import pytest
from views.trial import MONDAY, begun, exact, locked, planned, proposed, written

from nof1_lab.errors import NofOneError, PriorError, RegisteredError, SheetError
from nof1_lab.inference.elicit import believed
from nof1_lab.inference.evidence import reckon
from nof1_lab.inference.swap import swap
from nof1_lab.study.discount import Discount
from nof1_lab.study.plain import to_plain
from nof1_lab.study.prior import Part, Prior
from nof1_lab.study.said import Said
from nof1_lab.study.schedule import randomise
from nof1_lab.study.shape import Shape
from nof1_lab.study.steps import believe, discount, doubt, plan, withdraw
from nof1_lab.views import prior
from nof1_lab.views.prior import PriorComponent, PriorSheet, PriorWidget
from nof1_lab.views.sheet import Move, moved

HAND = Prior.normal("melatonin", -8.0, 4.0)
LEANING = Prior.shaped("melatonin", Shape("skewed", -8.0, 4.0, lean=0.5))
HEAVY = Prior.shaped("melatonin", Shape("student", -8.0, 4.0, tail=4.0))
MIXTURE = Prior("melatonin", (Part(0.75, -10.0, 5.0), Part(0.25, 0.0, 20.0)), vague=1)
CHIPS = Said("chips", (-20.0, -15.0, -10.0, -5.0, 0.0), (2.0, 6.0, 8.0, 4.0))
NOTHING: dict[str, Any] = {"priors": [], "discounts": [], "why": "", "trying": None}


def bell(middle: float, spread: float) -> dict[str, Any]:
    return {"family": "normal", "middle": middle, "spread": spread, "tail": 4, "lean": 0}


def hand(arm: str = "melatonin", **how: Any) -> dict[str, Any]:
    return {"arm": arm, "shape": None, "parts": None, "vague": 0, "said": None} | how


def part(*beliefs: tuple[str, float, float], **more: Any) -> dict[str, Any]:
    return NOTHING | {"priors": [hand(arm, shape=bell(mean, sd)) for arm, mean, sd in beliefs]} | more


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


@pytest.mark.parametrize(
    "prior_set", [HAND, LEANING, HEAVY, MIXTURE, believed(planned(), "melatonin", CHIPS)]
)
def test_a_belief_that_nobody_touched_stays_as_it_is(prior_set: Prior):
    study = believe(planned(), prior_set)
    held = json.loads(json.dumps(PriorSheet.read(study)[1]))
    other = hand("morning light", shape=bell(-1.0, 3.0))
    after = moved(study, PriorSheet.moves(study, held | {"priors": [*held["priors"], other]}))
    assert after.prior("melatonin") == prior_set
    assert PriorSheet.moves(study, held) == ()


def test_a_belief_can_be_drawn_told_or_answered():
    ways: tuple[tuple[dict[str, Any], Prior], ...] = (
        ({"shape": to_plain(LEANING.shape)}, LEANING),
        ({"shape": to_plain(HEAVY.shape)}, HEAVY),
        ({"parts": [[0.75, -10, 5], [0.25, 0, 20]], "vague": 1}, MIXTURE),
        ({"said": to_plain(CHIPS)}, believed(planned(), "melatonin", CHIPS)),
    )
    for how, prior_set in ways:
        moves = PriorSheet.moves(planned(), NOTHING | {"priors": [hand(**how)]})
        assert moves == (Move(believe, (prior_set,)),)


def test_a_named_belief_is_one_click_away():
    said = {"way": "named", "at": [], "held": [], "name": "sceptical"}
    ((step, (sceptical,), _),) = PriorSheet.moves(planned(), NOTHING | {"priors": [hand(said=said)]})
    assert step is believe
    assert (sceptical.mean, sceptical.said.name) == (0.0, "sceptical")


def test_a_doubt_is_a_step_of_its_own_and_keeps_its_reason():
    doubt_more = to_plain(Discount("melatonin", likeness="few"))
    moves = PriorSheet.moves(planned(), NOTHING | {"discounts": [doubt_more], "why": "I am 80. "})
    assert moves == (Move(discount, (Discount("melatonin", likeness="few"),), "I am 80."),)
    after = moved(planned(), moves)
    assert PriorSheet.moves(after, PriorSheet.read(after)[1]) == ()


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
        NOTHING | {"priors": [hand(shape=bell(-8.0, 4.0), vague="0")]},
        NOTHING | {"priors": [hand()]},
        NOTHING | {"priors": [hand(shape=bell(-8.0, 4.0), parts=[[1, 0, 1]])]},
        NOTHING | {"priors": [hand(parts=[[0.5, 0, 1]])]},
        NOTHING | {"priors": [hand(parts=[])]},
        NOTHING | {"priors": [hand(parts=[[0.5, 0, 1], [0.5, 1e9, 1]])]},
        NOTHING | {"priors": [hand(said={"way": "chips", "at": [0, 1], "held": [0], "name": ""})]},
        NOTHING | {"priors": [hand(shape=bell(0.0, 1.0) | {"family": "cauchy"})]},
        NOTHING | {"priors": [hand(shape=bell(0.0, 1.0) | {"family": "skewed", "lean": 3})]},
        NOTHING | {"discounts": [{"arm": "melatonin", "weight": 2}]},
        {"priors": []},
        {"priors": {}},
        {},
    ],
)
def test_a_belief_that_cannot_be_is_refused(beliefs: dict[str, Any]):
    with pytest.raises(NofOneError) as refused:
        moved(planned(), PriorSheet.moves(planned(), beliefs))
    assert isinstance(refused.value, PriorError | SheetError) or "stranger" in refused.value.wrong


def test_a_registered_belief_needs_a_reason():
    with pytest.raises(RegisteredError, match="Say why"):
        PriorSheet.moves(locked(), part(("melatonin", 0.0, 1.0), why="  "))
    amended = PriorSheet.moves(locked(), part(("melatonin", 0.0, 1.0), why="The pharmacist wrote."))
    assert [(move.step, move.why) for move in amended] == [(believe, "The pharmacist wrote.")]
    props, held = PriorSheet.read(locked(), exact())
    assert props["locked"]
    assert "amendment" in props["note"]
    assert PriorSheet.moves(locked(), held) == ()


def test_the_curve_that_is_sent_gives_the_posterior_that_is_confirmed():
    for arm in PriorSheet.read(written(), exact())[0]["arms"]:
        belief = Prior(arm["arm"], tuple(Part(*row) for row in arm["now"]["parts"]))
        here = swap(np.array(arm["likelihood"]["theta"]), np.array(arm["likelihood"]["log"]), belief)
        python = arm["python"]
        assert (here.mean, here.sd) == pytest.approx((python["mean"], python["sd"]), abs=1e-3)
        assert here.below(0.0) == pytest.approx(python["p_benefit"], abs=1e-4)
        assert here.below(-10.0) == pytest.approx(python["p_worthwhile"], abs=1e-4)


def test_every_arm_shows_its_claim_its_doubts_its_names_and_its_worth():
    melatonin, _, tea = PriorSheet.read(proposed())[0]["arms"]
    keys = ["stated", "recalibrated", "person", "representation", "robust", "capped"]
    assert [stage["key"] for stage in melatonin["waterfall"]] == keys
    assert len(melatonin["named"]) == 5
    assert melatonin["now"] == melatonin["derived"]
    assert melatonin["worth"]["days"] > 0
    assert (melatonin["is_known"], tea["is_known"]) == (True, False)
    assert [stage["key"] for stage in tea["waterfall"]] == ["nothing"]
    assert tea["stated"] is None
    assert tea["now"]["p_benefit"] == pytest.approx(0.5)


def draft(sheet: Any, n: int, *, settled: bool, **changes: Any) -> None:
    sheet.value = {"n": n, "part": NOTHING | changes, "settled": settled}


@pytest.mark.parametrize("host", [PriorComponent, PriorWidget])
def test_a_draft_is_answered_for_its_own_arm_and_never_snaps_back(host: Any):
    sheet = host(written(), exact())
    before = sheet.props["arms"]
    draft(sheet, 1, settled=False, priors=[hand(shape=to_plain(LEANING.shape))])
    ahead = sheet.props["arms"]
    assert ahead[0]["now"]["shape"]["family"] == "skewed"
    assert ahead[0]["worth"] != before[0]["worth"]
    assert (ahead[0]["likelihood"], ahead[1]) == (before[0]["likelihood"], before[1])
    assert sheet.value["n"] == 1
    sheet.show(written(), exact())
    assert sheet.props["arms"] == ahead
    draft(sheet, 2, settled=True)
    assert sheet.props["arms"] == before


@pytest.mark.parametrize("host", [PriorComponent, PriorWidget])
def test_an_answer_is_tried_without_a_step(host: Any):
    sheet, taken = host(written(), exact()), []
    sheet.on_moves(taken.append)
    draft(sheet, 1, settled=True, trying=hand(said=to_plain(CHIPS)))
    fit = sheet.props["arms"][0]["fit"]
    assert fit["belief"]["said"] == to_plain(CHIPS)
    assert "no chance is off by more than" in fit["note"]
    assert sheet.props["arms"][0]["now"]["said"] is None
    sheet.show(written(), exact())
    assert sheet.props["arms"][0]["fit"] == fit
    draft(sheet, 2, settled=True)
    assert sheet.props["arms"][0]["fit"] is None
    assert taken == []


def test_a_draft_that_is_refused_leaves_nothing_behind():
    sheet: Any = PriorComponent(written(), exact())
    before = sheet.props
    draft(sheet, 1, settled=False, priors=[hand(shape=to_plain(LEANING.shape))])
    draft(sheet, 2, settled=False, priors=[hand("stranger", shape=bell(0.0, 1.0))])
    assert sheet.fault["n"] == 2
    assert sheet.props == before


def test_a_trial_of_an_arm_that_is_withdrawn_is_given_up():
    sheet: Any = PriorComponent(proposed())
    draft(sheet, 1, settled=True, trying=hand("tea", said=to_plain(CHIPS)))
    sheet.show(withdraw(proposed(), "tea"))
    assert [arm["arm"] for arm in sheet.props["arms"]] == ["melatonin", "morning light"]


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
        " is 34 in 100."
        " The prior is from what was proposed: around −2, give or take 19 min."
    )
    assert "set by hand" in prior.sentence(believe(planned(), HAND), "melatonin")
    assert list(prior.table(proposed())["from"]) == ["candidate", "candidate", "nothing known"]
    assert prior.table(begun()).empty
