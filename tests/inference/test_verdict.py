"""The rule that was agreed before day one, applied as it stands."""

from dataclasses import replace

import pytest
from trial import SLEEP, golden, trial

from nof1_lab.errors import OutcomeError
from nof1_lab.inference.caution import conflict, likelihood_summary, missing, percent
from nof1_lab.inference.effect import effects
from nof1_lab.inference.exact import posterior
from nof1_lab.inference.nuisance import nuisance
from nof1_lab.inference.outcome import outcomes
from nof1_lab.inference.prior import near_flat, priors_of
from nof1_lab.inference.simulate import simulate
from nof1_lab.inference.verdict import verdict
from nof1_lab.study.analysis import Analysis
from nof1_lab.study.prior import Part, Prior
from nof1_lab.study.rule import Rule
from nof1_lab.study.steps import agree

OPEN_MINDED = Prior.normal("B", 0.0, 1.0)


def judged(study, **more):
    found = posterior(outcomes(study), priors_of(study), nuisance(study), reference="A")
    return verdict(study, effects(found, study.measure), **more)


def simulated(effect, *, letters="ABBABAAB", measure=SLEEP, prior=OPEN_MINDED, sigma=0.4, others=(), seed=1):
    """A trial of seven-day periods in which B has that effect."""
    arms = [prior, *others]
    schedule = trial(letters, days=7, measure=measure).schedule
    assert schedule is not None
    truth = {"B": effect} | {each.arm: 0.0 for each in others}
    diary = simulate(schedule, measure, baseline=6.0, effects=truth, sigma=sigma, rho=0.2, seed=seed)
    values = {entry.day: entry.value for entry in diary.entries if entry.value is not None}
    return trial(letters, values, days=7, measure=measure, priors=arms)


def test_the_golden_trial_goes_on_because_a_sceptic_is_not_convinced():
    found = judged(golden())
    assert found.advice == "continue"
    assert (
        found.reason == "Not yet: a sceptic is 91.8% sure that B helps at all, and more than 95% is needed."
    )


def test_a_clear_benefit_is_adopted():
    found = judged(simulated(-1.2))
    assert (found.advice, found.arm) == ("adopt", "B")
    assert "even a sceptic" in found.reason
    numbers = found.arms[0].numbers
    assert numbers.own_worthwhile > 0.8
    assert numbers.sceptic_benefit > 0.95


@pytest.mark.parametrize("level", [0.0, 100.0, 1_000.0, 3_000.0])
def test_any_level_of_a_measure_without_a_range_gives_the_same_verdict(level):
    near = simulated(-1.2)
    far = {entry.day: entry.value + level for entry in near.diary.entries if entry.value is not None}
    found = judged(trial("ABBABAAB", far, days=7, measure=SLEEP, priors=[OPEN_MINDED]))
    assert (found.advice, found.arm) == ("adopt", "B")
    assert found.arms[0].numbers.own_worthwhile == pytest.approx(
        judged(near).arms[0].numbers.own_worthwhile, abs=1e-3
    )


def test_days_that_level_and_spread_all_but_rule_out_are_refused():
    near = simulated(-1.2)
    far = {entry.day: entry.value + 1e7 for entry in near.diary.entries if entry.value is not None}
    with pytest.raises(OutcomeError, match="Look for a mistyped value"):
        judged(trial("ABBABAAB", far, days=7, measure=SLEEP, priors=[OPEN_MINDED]))


def test_the_direction_is_the_measures():
    more = replace(SLEEP, better="higher")
    assert judged(simulated(1.2, measure=more)).advice == "adopt"
    assert judged(simulated(1.2)).advice == "stop-harm"
    assert judged(simulated(-1.2, measure=more)).advice == "stop-harm"


def test_no_effect_is_dropped():
    found = judged(simulated(0.0))
    assert found.advice == "stop-no"
    assert "not worth going on" in found.reason


def test_harm_comes_first_and_says_how_likely_it_is():
    found = judged(simulated(1.2))
    assert found.advice == "stop-harm"
    assert "above 50% the rule is to stop" in found.reason


def test_harm_to_one_arm_comes_before_the_benefit_of_another():
    other = Prior.normal("C", 0.0, 1.0)
    study = simulated(-1.2, letters="ABCCABBCACAB", others=[other])
    assert judged(study).advice == "adopt"
    worse = {entry.day: entry.value for entry in study.diary.entries}
    assert study.schedule is not None
    bad = {day: value + 1.5 * (study.schedule.arm_on(day) == "C") for day, value in worse.items() if value}
    found = judged(trial("ABCCABBCACAB", bad, days=7, priors=[OPEN_MINDED, other]))
    assert (found.advice, found.arm) == ("stop-harm", "C")
    assert {each.arm: each.advice for each in found.arms} == {"B": "adopt", "C": "stop-harm"}


def test_a_believer_alone_cannot_adopt():
    """Days that say nothing, and a prior that says all: the sceptic holds it back."""
    sure = Prior.normal("B", -0.9, 0.1)
    found = judged(simulated(-0.3, prior=sure, sigma=1.0))
    assert found.arms[0].numbers.own_worthwhile > 0.8
    assert found.advice == "continue"


def test_a_fit_that_failed_its_checks_is_never_adopted():
    study = simulated(-1.2)
    found = judged(study, failed=["the chains disagree."])
    assert found.advice == "continue"
    assert "the chains disagree" in found.reason


def test_a_strong_conflict_is_never_adopted_and_is_said():
    far = Prior("B", (Part(0.8, -3.0, 0.2), Part(0.2, 0.0, 1.0)), vague=1)
    found = judged(simulated(-1.2, prior=far))
    assert found.advice == "continue"
    assert "disagree with what was believed before" in found.reason
    assert found.cautions[0].startswith("Your days disagree")
    assert found.cautions[0].endswith("the weight of that claim went from 80% to under 0.1%.")


def test_a_surprise_is_said_before_it_holds_anything_back():
    found = judged(simulated(-1.2, prior=Prior.normal("B", -0.1, 0.4)))
    assert 0.01 < found.arms[0].numbers.conflict < 0.05
    assert found.advice == "adopt"
    assert found.cautions[0].startswith("Your days disagree")


def test_the_first_days_decide_nothing():
    study = simulated(-1.2)
    early = {entry.day: entry.value for entry in study.diary.entries if entry.day <= 14}
    found = judged(trial("ABBABAAB", early, days=7, priors=[OPEN_MINDED]))
    assert found.advice == "continue"
    assert found.reason == (
        "B has been compared in 1 of the 3 cycles that the rule wants to see before it decides."
    )


def test_a_sceptics_fear_counts_from_the_first_days():
    bad = {day: 6.0 + 0.1 * (day % 3) + 2.0 * (day > 7) for day in range(1, 15)}
    surely = Analysis(known_spread=0.2, rho=(0.0, 0.0), has_trend=False)
    assert judged(trial("ABBABAAB", bad, days=7, analysis=surely)).advice == "stop-harm"


def test_the_persons_own_thresholds_hold():
    study = golden()
    assert judged(agree(study, Rule(convince=0.9))).advice == "adopt"
    assert judged(agree(study, Rule(convince=0.9, adopt=0.9))).advice == "continue"


def test_surprise_is_measured_against_the_claim_alone():
    found = judged(golden())
    assert found.arms[0].numbers.conflict == pytest.approx(0.4389688227, abs=1e-7)
    assert conflict(Prior.normal("B", 0.0, 0.6), 1.96 * 1.0, 0.8) == pytest.approx(0.05, abs=1e-4)


def test_what_the_days_alone_say_is_free_of_any_prior():
    study, summaries = golden(), []
    for width in (0.3, 1.0, 8.0):
        found = posterior(outcomes(study), [near_flat("B", width / 10)], nuisance(study), reference="A")
        summaries.append(likelihood_summary(found, "B"))
    assert summaries[0] == pytest.approx((-0.8976461136556007, 0.36101629684113734), rel=1e-9)
    assert summaries[1] == pytest.approx(summaries[0])
    assert summaries[2] == pytest.approx(summaries[0])
    silent = trial("AB", [6.0, 6.1, 5.9], days=3)
    found = posterior(outcomes(silent), [near_flat("B", 1.0)], nuisance(silent), reference="A")
    assert likelihood_summary(found, "B") is None


def test_many_or_one_sided_missing_days_are_a_caution():
    whole = [6.0 + 0.1 * (day % 4) for day in range(20)]
    assert missing(outcomes(trial("ABBA", whole, days=5))) == ()
    assert missing(outcomes(trial("ABBA", whole[:10], days=5))) == ()
    (one,) = missing(
        outcomes(trial("ABBA", [None if 5 <= day < 9 else v for day, v in enumerate(whole)], days=5))
    )
    assert one == "20% of the days are missing (A 0%, B 40%): if bad days were skipped, this misleads."
    (two,) = missing(outcomes(trial("ABBA", [None if day % 3 else v for day, v in enumerate(whole)], days=5)))
    assert "of the days are missing" in two


@pytest.mark.parametrize(
    ("chance", "words"),
    [
        (0.0, "0%"),
        (1e-9, "under 0.1%"),
        (0.125, "12.5%"),
        (0.8, "80%"),
        (1 - 1e-9, "over 99.9%"),
        (1.0, "100%"),
    ],
)
def test_a_chance_is_never_rounded_to_certainty(chance, words):
    assert percent(chance) == words
