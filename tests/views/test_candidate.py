"""The candidates on their sheet: all that was claimed, and nothing that was not."""

from dataclasses import replace
from typing import Any

import pytest
from views.trial import MELATONIN, begun, planned, proposed

from nof1_lab.errors import RegisteredError, SheetError, StudyError
from nof1_lab.study.plain import to_plain
from nof1_lab.study.steps import register, withdraw
from nof1_lab.views import candidate
from nof1_lab.views.candidate import CandidateComponent, CandidateSheet, CandidateWidget
from nof1_lab.views.sheet import Move, moved


def part(*names: str) -> dict[str, Any]:
    return {"candidates": [to_plain(each) for each in proposed().candidates if each.name in names]}


def test_a_candidate_without_a_claim_gets_no_chances():
    rows = CandidateSheet.read(proposed())[0]["rows"]
    assert [row["p_benefit"] is None for row in rows] == [False, False, True]
    assert [stage["label"] for stage in rows[0]["waterfall"]] == ["as stated", "for one person"]


def test_a_candidate_put_aside_is_withdrawn():
    assert CandidateSheet.moves(proposed(), part("melatonin", "tea")) == (Move(withdraw, ("morning light",)),)
    assert CandidateSheet.moves(proposed(), part()) == (
        Move(withdraw, ("melatonin", "morning light", "tea")),
    )


@pytest.mark.parametrize(
    "candidates",
    [
        [to_plain(replace(MELATONIN, estimate=-20))],
        [to_plain(replace(MELATONIN, rationale="now with a story"))],
        [to_plain(replace(MELATONIN, name="stranger"))],
        part("tea")["candidates"] + part("melatonin")["candidates"],
        part("tea")["candidates"] * 2,
        [{"name": "melatonin", "more": 1}],
        "melatonin",
        None,
    ],
)
def test_nothing_else_about_a_candidate_can_be_changed_here(candidates: object):
    with pytest.raises(SheetError, match="nothing was changed"):
        CandidateSheet.moves(proposed(), {"candidates": candidates})


def test_an_arm_of_the_schedule_stays():
    with pytest.raises(StudyError, match="Plan without it first"):
        moved(planned(), CandidateSheet.moves(planned(), part("morning light", "tea")))


def test_a_registered_candidate_stays():
    with pytest.raises(RegisteredError, match="say why"):
        CandidateSheet.moves(register(planned()), part("melatonin", "morning light"))
    assert CandidateSheet.read(register(planned()))[0]["locked"]


def test_the_candidates_in_words_and_as_a_table():
    assert candidate.sentence(begun()).startswith("Nothing is proposed yet")
    assert candidate.sentence(proposed()) == (
        "3 candidates: melatonin, morning light and tea. Nobody said how sure they are of tea."
    )
    table = candidate.table(proposed())
    assert list(table["name"]) == ["melatonin", "morning light", "tea"]
    assert table["level"].isna().tolist() == [False, False, True]


@pytest.mark.parametrize("host", [CandidateComponent, CandidateWidget])
def test_both_hosts_show_the_candidates(host: Any):
    sheet = host(proposed())
    sheet.value = {"n": 1, "part": part("melatonin"), "settled": True}
    assert (sheet.ack, sheet.fault) == (1, {})
