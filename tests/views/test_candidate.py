"""The candidates on their sheet: all that was claimed, and nothing that was not."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from views.trial import AWAKE, LIGHT, MELATONIN, begun, planned, proposed

from nof1_lab.errors import RegisteredError, SheetError, StudyError
from nof1_lab.inference.mixture import Mixture
from nof1_lab.inference.prior import derived, prior_of
from nof1_lab.study.candidate import Candidate
from nof1_lab.study.discount import Discount
from nof1_lab.study.document import Study
from nof1_lab.study.measure import Measure
from nof1_lab.study.prior import Prior
from nof1_lab.study.source import Group, Mark, Source
from nof1_lab.study.steps import begin, believe, choose, discount, propose, register, withdraw
from nof1_lab.views import candidate
from nof1_lab.views.candidate import CandidateComponent, CandidateSheet, CandidateWidget
from nof1_lab.views.provenance import details
from nof1_lab.views.ranking import domain, numbers
from nof1_lab.views.sheet import Move, moved

ALL = ["melatonin", "morning light", "tea"]


def part(*names: str, chosen: tuple[str, ...] = ()) -> dict[str, Any]:
    return {"candidates": list(names), "chosen": list(chosen)}


def rows(study: Study) -> dict[str, dict[str, Any]]:
    return {row["candidate"]["name"]: row for row in CandidateSheet.read(study)[0]["rows"]}


def test_a_candidate_without_a_claim_gets_no_number():
    tea = rows(proposed())["tea"]
    assert (tea["stated"], tea["believed"], tea["p_benefit"], tea["p_best"]) == (None,) * 4
    assert tea["unsaid"] == "Nobody said how large, or how sure."
    assert rows(proposed())["melatonin"]["unsaid"] == ""


def test_a_rank_alone_is_no_number():
    ranked = rows(propose(proposed(), Candidate("honey", rank=3)))["honey"]
    assert (ranked["believed"], ranked["p_benefit"]) == (None, None)
    assert ranked["unsaid"].endswith("there is only a rank.")


def test_a_claim_that_cannot_be_turned_into_a_difference_says_why():
    odds = rows(propose(proposed(), Candidate("herb", estimate=0.5, scale="odds")))["herb"]
    assert (odds["stated"], odds["believed"], odds["p_best"]) == (None, None, None)
    assert "odds" in odds["unsaid"]


def test_a_belief_set_by_hand_is_shown_of_any_candidate():
    row = rows(believe(proposed(), Prior.normal("tea", -5.0, 5.0)))["tea"]
    assert row["stated"] is None
    assert row["believed"]["mean"] == -5.0
    assert (row["origin"], row["p_benefit"]) == ("hand", pytest.approx(0.8413, abs=1e-4))


def test_what_was_stated_and_what_is_believed_stand_on_one_scale():
    row, study = rows(proposed())["melatonin"], proposed()
    assert (row["stated"]["low"], row["stated"]["high"]) == pytest.approx((-22.0, -2.0))
    assert row["believed"] == numbers(derived(study, "melatonin"))
    low, high = CandidateSheet.read(study)[0]["domain"]
    assert low <= row["believed"]["low"] < row["believed"]["high"] <= high


def test_the_chances_of_being_best_and_that_of_the_usual_routine_are_all_there_is():
    props, _ = CandidateSheet.read(proposed())
    chances = [row["p_best"] for row in props["rows"] if row["p_best"] is not None]
    assert sum(chances) + props["reference_p_best"] == pytest.approx(1.0)


def test_being_unlike_the_people_of_the_evidence_lowers_nobodys_place():
    unlike = discount(proposed(), Discount("melatonin", likeness="none"))
    assert rows(unlike)["melatonin"]["p_benefit"] < rows(proposed())["melatonin"]["p_benefit"]
    assert rows(unlike)["melatonin"]["order"] == rows(proposed())["melatonin"]["order"]
    assert [row["candidate"]["name"] for row in CandidateSheet.read(unlike)[0]["rows"]] == ALL


def test_one_claim_far_off_does_not_hide_the_others():
    spans = [{"low": -3.0, "high": 1.0}, {"low": -2.0, "high": 2.0}, {"low": -900.0, "high": 900.0}]
    low, high = domain(Measure("x", "lower", 0.5), spans)  # type: ignore[arg-type]
    assert -10.0 <= low <= -3.0
    assert 2.0 <= high <= 10.0
    assert domain(Measure("x", "lower", 0.5), [None]) == (-2.0, 2.0)


def test_a_candidate_put_aside_is_withdrawn():
    assert CandidateSheet.moves(proposed(), part("melatonin", "tea")) == (Move(withdraw, ("morning light",)),)
    assert CandidateSheet.moves(proposed(), part()) == (Move(withdraw, tuple(ALL)),)


def test_what_is_to_be_tested_is_chosen():
    wish = part(*ALL, chosen=("tea", "melatonin"))
    study = moved(proposed(), CandidateSheet.moves(proposed(), wish))
    assert study.chosen == ("melatonin", "tea")
    assert CandidateSheet.read(study)[1] == part(*ALL, chosen=("melatonin", "tea"))
    assert CandidateSheet.moves(study, wish) == ()
    assert CandidateSheet.moves(study, part(*ALL)) == (Move(choose, ()),)


def test_a_chosen_candidate_that_is_put_aside_is_chosen_no_more():
    study = choose(proposed(), "tea", "melatonin")
    (move,) = CandidateSheet.moves(study, part("melatonin", "morning light", chosen=("melatonin",)))
    assert moved(study, (move,)).chosen == ("melatonin",)


@pytest.mark.parametrize(
    "wish",
    [
        part("stranger"),
        part("tea", "melatonin"),
        part("tea", "tea"),
        part(*ALL, chosen=("stranger",)),
        part(*ALL, chosen=("tea", "tea")),
        part("melatonin", chosen=("tea",)),
        part(*ALL) | {"more": 1},
        {"candidates": ALL},
        {"candidates": [{"name": "melatonin"}], "chosen": []},
        {"candidates": "melatonin", "chosen": []},
        {"candidates": None, "chosen": None},
    ],
)
def test_nothing_else_about_a_candidate_can_be_changed_here(wish: dict[str, Any]):
    with pytest.raises(SheetError, match="nothing was changed"):
        CandidateSheet.moves(proposed(), wish)


def test_no_more_are_chosen_than_a_schedule_can_hold():
    many = propose(begun(), *(Candidate(f"c{i}") for i in range(12)))
    names = [each.name for each in many.candidates]
    assert CandidateSheet.read(many)[0]["most"] == 11
    with pytest.raises(StudyError, match="Test fewer"):
        moved(many, CandidateSheet.moves(many, part(*names, chosen=tuple(names))))


def test_an_arm_of_the_schedule_stays():
    with pytest.raises(StudyError, match="Plan without it first"):
        moved(planned(), CandidateSheet.moves(planned(), part("morning light", "tea")))
    assert CandidateSheet.read(planned())[0]["arms"] == ["melatonin", "morning light"]


@pytest.mark.parametrize("wish", [part(*ALL[:2]), part(*ALL, chosen=("tea",))])
def test_a_registered_protocol_is_not_changed_by_hand(wish: dict[str, Any]):
    with pytest.raises(RegisteredError, match="say why"):
        CandidateSheet.moves(register(planned()), wish)
    assert CandidateSheet.read(register(planned()))[0]["locked"]


KNOWN = Candidate(
    "Honey",
    rank=1,
    estimate=-2.0,
    lower=-4.0,
    upper=0.0,
    level=0.9,
    interval_kind="mean_effect",
    rationale="Old remedy.",
    citations=("Doe 2020", "https://example.test/x"),
    population=(Group("men", 0.79), Group("women")),
    design="cohort",
    made_on=date(2026, 1, 2),
    model="a model",
    source=Source(
        "list.md", "ab" * 32, (Mark("estimate", "repaired", "−2,0", "A comma was read as a dot."),)
    ),
)


def test_each_part_keeps_the_words_that_it_was_read_from():
    told = {each["label"]: each for each in details(KNOWN)}
    assert told["estimate"] == {
        "label": "estimate",
        "text": "−2",
        "how": "repaired",
        "quote": "−2,0",
        "note": "A comma was read as a dot.",
    }
    assert told["level"]["text"] == "90%"
    assert told["what the interval is about"]["text"] == "the mean effect in many people"
    assert told["people of the evidence"]["text"] == "men (79%)\nwomen"
    assert told["citations"]["text"] == "Doe 2020\nhttps://example.test/x"
    assert told["date"]["text"] == "2026-01-02"
    assert {"unit", "dose", "direction"}.isdisjoint(told)
    assert [each["label"] for each in details(Candidate("Tea"))] == ["name"]


def test_the_source_is_named_for_ever():
    row = rows(propose(begun(), KNOWN))["Honey"]
    assert row["source"] == {"name": "list.md", "hash": "abababababab"}
    assert row["candidate"]["source"] is None  # once is enough
    assert rows(proposed())["tea"]["source"] is None


def test_the_candidates_in_words_and_as_a_table():
    assert candidate.sentence(begun()).startswith("Nothing is proposed yet")
    words = candidate.sentence(proposed())
    assert words.startswith("3 candidates: melatonin, morning light and tea. By what is believed now,")
    assert "the best of all is melatonin with a chance of " in words
    assert words.endswith(" Nobody said how large the effect of tea is, or how sure that is.")
    table = candidate.table(proposed())
    assert list(table["name"]) == ALL
    assert table["level"].isna().tolist() == [False, False, True]
    assert table["best"].isna().tolist() == [False, False, True]
    belief = Mixture.prior(prior_of(proposed(), "melatonin"))
    assert table["benefit"].tolist()[0] == pytest.approx(belief.below(0.0))


def test_many_candidates_are_named_in_one_short_sentence():
    many = propose(begin("x", AWAKE), *(replace(LIGHT, name=f"c{i}", rank=None) for i in range(40)))
    assert "c4 and 35 more." in candidate.sentence(many)


@pytest.mark.parametrize("host", [CandidateComponent, CandidateWidget])
def test_both_hosts_show_the_candidates(host: Any):
    sheet = host(propose(begun(), MELATONIN))
    sheet.value = {"n": 1, "part": part("melatonin"), "settled": True}
    assert (sheet.ack, sheet.fault) == (1, {})


def test_an_estimate_alone_is_stated_as_a_point_and_no_interval_is_made_up_for_it():
    study = propose(begun(), Candidate("Walk", 1, -5.0))
    (row,) = CandidateSheet.read(study)[0]["rows"]
    assert row["stated"]["low"] == row["stated"]["mean"] == row["stated"]["high"] == -5.0
    assert row["believed"]["low"] < row["believed"]["high"]


def test_a_candidate_that_is_called_like_the_reference_is_not_taken_for_it():
    study = propose(
        begun(), Candidate("usual routine", 1, -5.0, -9.0, -1.0), Candidate("Walk", 2, -5.0, -9.0, -1.0)
    )
    props = CandidateSheet.read(study)[0]
    total = sum(row["p_best"] for row in props["rows"]) + props["reference_p_best"]
    assert total == pytest.approx(1.0, abs=1e-6)
