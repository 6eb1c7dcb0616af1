"""The verdict on its sheet: belief and evidence well apart, and the advice with its reason."""

from dataclasses import replace
from typing import Any

import pytest
from views.trial import begun, exact, planned, proposed, sampled, written

from nof1_lab.errors import SheetError
from nof1_lab.inference.check import Checks
from nof1_lab.inference.verdict import Verdict
from nof1_lab.study.prior import Prior
from nof1_lab.study.steps import believe, rename
from nof1_lab.views import verdict
from nof1_lab.views.verdict import VerdictComponent, VerdictSheet, VerdictWidget


def test_before_any_day_there_is_belief_and_no_evidence():
    props, part = VerdictSheet.read(planned())
    assert part == {}
    assert props["headline"] == "There is no verdict yet."
    assert props["evidence"] == {"text": "No day counts yet, so there is no evidence.", "numbers": []}
    assert [each["arm"] for each in props["hypothesis"]["numbers"]] == ["melatonin", "morning light"]
    assert VerdictSheet.read(begun())[0]["hypothesis"]["text"] == "Nothing is proposed yet."
    assert "no day of your diary" in VerdictSheet.read(proposed())[0]["hypothesis"]["text"]


def test_the_advice_is_that_of_the_rule():
    props = VerdictSheet.read(written(), exact())[0]
    ruling = exact().verdict
    assert (props["advice"], props["reason"]) == (ruling.advice, ruling.reason)
    assert ruling.arm in props["headline"] or ruling.advice == "continue"
    assert props["evidence"]["numbers"][0]["p_worthwhile"] == exact().effects[0].p_worthwhile


@pytest.mark.parametrize(
    ("advice", "said"),
    [
        ("adopt", "Adopt melatonin."),
        ("stop-no", "Stop: melatonin is not worth going on with."),
        ("stop-harm", "Stop melatonin: it seems to do harm."),
        ("continue", "Go on: it is not settled yet."),
    ],
)
def test_every_advice_has_a_headline(advice: Any, said: str):
    assert verdict.headline(Verdict(advice, "melatonin", "Because.", ())) == said


def test_a_changed_belief_does_not_touch_the_evidence_but_makes_it_stale():
    study = believe(written(), Prior.normal("melatonin", 5.0, 2.0))
    before, after = VerdictSheet.read(written(), exact())[0], VerdictSheet.read(study, exact())[0]
    assert before["evidence"] == after["evidence"]
    assert before["hypothesis"] != after["hypothesis"]
    assert (before["stale"], after["stale"]) == (False, True)
    assert after["checks"] == [verdict.STALE, *before["checks"]]


def test_whose_numbers_these_are_is_said():
    assert "exact engine" in verdict.engine(exact())
    assert "the exact engine agrees" in verdict.engine(sampled())
    assert "does not agree" in verdict.engine(replace(sampled(), disagreements=("The mean differs.",)))
    bad = Checks(False, 1.2, 40.0, 3, 0.1, ("The chains do not agree.",))
    failed = replace(sampled(), checks=bad)
    assert "did not pass its checks" in verdict.engine(failed)
    assert "The chains do not agree." in verdict.checks(failed)
    assert VerdictSheet.read(written(), sampled())[0]["engine"] == "sampled"


def test_disagreements_and_cautions_are_shown_beside_the_numbers():
    odd = replace(sampled(), disagreements=("The mean differs.",))
    said = verdict.checks(odd)
    assert "The mean differs." in said
    assert set(odd.verdict.cautions) <= set(said)
    assert "If nothing made any difference" in said[-1]


def test_an_invented_example_is_marked():
    study = rename(written(), "Sleep (invented example)")
    assert VerdictSheet.read(study, exact())[0]["watermark"].startswith("Invented example")
    assert VerdictSheet.read(written(), exact())[0]["watermark"] == ""


def test_a_verdict_cannot_be_edited():
    assert VerdictSheet.moves(written(), {}) == ()
    with pytest.raises(SheetError):
        VerdictSheet.moves(written(), ["adopt"])


def test_the_verdict_as_a_table_and_in_words():
    table = verdict.table(exact())
    assert list(table["arm"]) == ["melatonin", "morning light"]
    assert table["worthwhile, own prior"][0] == exact().verdict.arms[0].numbers.own_worthwhile
    assert verdict.sentence(exact()).endswith(exact().verdict.reason)


@pytest.mark.parametrize("host", [VerdictComponent, VerdictWidget])
def test_both_hosts_show_the_verdict(host: Any):
    sheet = host(written(), exact())
    assert sheet.props["headline"]
    sheet.value = {"n": 1, "part": {"advice": "adopt"}, "settled": True}
    assert sheet.ack == 1
    assert sheet.value["part"] == {}
