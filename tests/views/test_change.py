"""How beliefs have changed: every step that moved one, and nothing else."""

from views.trial import AWAKE, LIGHT, MELATONIN

from nof1_lab.study.discount import Discount
from nof1_lab.study.log import Log, begun
from nof1_lab.study.prior import Prior
from nof1_lab.study.steps import begin, believe, discount, doubt, propose, rename
from nof1_lab.views import change

NOW = "2026-01-05T08:00:00Z"
HAND = Prior.normal("melatonin", -15.0, 4.0)


def log() -> Log:
    """A study with two candidates."""
    return begun(begin, "Sleep", AWAKE, who="Ada", at=NOW).do(propose, MELATONIN, LIGHT, who="Ada", at=NOW)


def test_nothing_is_shown_while_nobody_changed_anything():
    assert change.shown(log()) is None


def test_every_change_tells_who_when_and_why_and_what_was_before():
    done = log().do(believe, HAND, who="Ada", at=NOW, why="Her doctor said so.")
    done = done.do(rename, "Better sleep", who="Ada", at=NOW)
    done = done.do(discount, Discount("morning light", likeness="none"), who="Bo", at=NOW)
    shown = change.shown(done)
    assert shown is not None
    assert list(shown.table["step"]) == [3, 5]
    assert list(shown.table["who"]) == ["Ada", "Bo"]
    assert list(shown.table["arm"]) == ["melatonin", "morning light"]
    first = shown.table.iloc[0]
    assert (first["mean after"], first["sd after"], first["why"]) == (-15.0, 4.0, "Her doctor said so.")
    assert first["worthwhile after"] > first["worthwhile before"]
    assert shown.sentence.startswith("2 changes so far. The last: Bo ")
    assert shown.sentence.endswith("No reason was given.")


def test_what_is_taken_back_is_a_change_too():
    done = log().do(believe, HAND, who="Ada", at=NOW).do(doubt, "melatonin", who="Ada", at=NOW)
    done = done.undo(who="Ada", at=NOW)
    found = list(change.changes(done))
    assert [each.number for each in found] == [3, 4, 5]
    assert found[0].before == found[1].after
    assert found[2].after == HAND
    assert "took step 4 back" in found[2].words


def test_the_last_change_is_drawn_before_and_after():
    shown = change.shown(log().do(believe, HAND, who="Ada", at=NOW))
    assert shown is not None
    assert {type(layer).__name__ for layer in shown.picture} == {"VSpans", "Labels", "Area", "Curve"}
