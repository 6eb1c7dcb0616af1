"""Five priors that are always one step away."""

import pytest
from oracle import case, oracle
from trial import SLEEP, trial

from nof1_lab.errors import PriorError
from nof1_lab.inference.elicit import believed
from nof1_lab.inference.named import Named, by_name, named
from nof1_lab.inference.prior import derived, enthusiastic, near_flat, sceptical, stated
from nof1_lab.study.candidate import Candidate
from nof1_lab.study.discount import Discount
from nof1_lab.study.said import Said
from nof1_lab.study.steps import discount, propose

CLAIM = Candidate("B", 1, -0.6, -1.1, -0.1, interval_kind="mean_effect", design="trial")
BARE = trial("ABBA", days=7)
STUDY = propose(BARE, CLAIM)


def pair(belief):
    return belief.mean, belief.sd


def test_all_five_stand_side_by_side():
    found = {each.key: each for each in named(STUDY, "B")}
    assert list(found) == ["sceptical", "enthusiastic", "near flat", "stated", "discounted"]
    assert pair(found["sceptical"].prior) == pair(sceptical("B", 0.4))
    hopeful = enthusiastic("B", 0.6, SLEEP)
    assert pair(found["enthusiastic"].prior) == pytest.approx(pair(hopeful))
    assert pair(found["near flat"].prior) == pair(near_flat("B", SLEEP.day_sd))
    assert found["stated"].prior.parts == stated(STUDY, "B").parts
    assert found["discounted"].prior.parts == derived(STUDY, "B").parts
    assert found["discounted"].prior.vague == 1
    assert all(each.prior.said == Said("named", name=each.key) for each in found.values())
    assert all(isinstance(each, Named) and each.note.endswith(".") for each in found.values())


def test_while_nothing_is_claimed_there_are_three():
    assert [each.key for each in named(BARE, "B")] == ["sceptical", "enthusiastic", "near flat"]


def test_the_sceptics_prior_is_the_known_one():
    known = case(oracle("01_"), "sceptical")
    assert pair(sceptical("B", known["inputs"]["mcid"])) == pytest.approx(tuple(known["expected"].values()))


def test_an_enthusiast_gives_no_benefit_one_in_twenty():
    found = enthusiastic("B", 0.6, SLEEP)
    assert found.mean == -0.6
    assert 1.0 - found.below(0.0) == pytest.approx(0.05)


@pytest.mark.parametrize("estimate", [0.6, 0.0])
def test_where_no_benefit_is_claimed_an_enthusiast_hopes_for_a_worthwhile_one(estimate):
    study = propose(BARE, Candidate("B", 1, estimate, sd=0.2))
    assert by_name(study, "B", "enthusiastic").mean == -SLEEP.worthwhile


def test_the_discounted_one_follows_the_doubts():
    doubted = discount(STUDY, Discount("B", weight=0.5))
    assert by_name(doubted, "B", "discounted").parts == derived(doubted, "B").parts
    assert by_name(doubted, "B", "stated") == by_name(STUDY, "B", "stated")


def test_a_name_can_be_the_answer():
    said = Said("named", name="near flat")
    assert believed(STUDY, "B", said) == by_name(STUDY, "B", "near flat")


def test_a_name_that_nothing_stands_behind_is_refused():
    with pytest.raises(PriorError, match="Choose one of these, or draw a prior of your own"):
        believed(BARE, "B", Said("named", name="stated"))
