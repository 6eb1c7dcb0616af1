"""The schedule's own chance: every order that could have been drawn, and no other."""

from dataclasses import replace
from itertools import permutations, product

import numpy as np
import pytest
from oracle import case, cases, oracle
from trial import SLEEP, golden, trial

from nof1_lab.inference.outcome import outcomes
from nof1_lab.inference.randomisation import MOST_SCHEDULES, randomisation_test, reference_set, smallest_p

SIXTEEN = [6.1, 5.2, 5.9, 5.6, 5.0, 6.0, 5.8, 5.1, 6.2, 5.5, 5.3, 5.7, 6.0, 5.9, 6.1, 5.4]


def by_hand(study):
    """The difference of means for every order of every block, in plain loops."""
    table, schedule = outcomes(study), study.schedule
    arms = schedule.everyone
    found = []
    for blocks in product(permutations(arms), repeat=schedule.cycles):
        order = [arm for block in blocks for arm in block]
        means = [
            np.mean([
                value
                for day, value, used in zip(table["day"], table["value"], table["used"], strict=True)
                if used and order[(day - 1) // schedule.days] == arm
            ])
            for arm in arms
        ]  # fmt: skip
        found.append((tuple(order) == schedule.sequence, means))
    return found


def test_the_golden_trial_has_sixteen_orders():
    study, expected = golden(), case(oracle("26_"), "randomisation_test")["expected"]
    found = randomisation_test(study)
    assert found is not None
    assert found.statistic == pytest.approx(expected["T_obs"], rel=1e-9)
    assert (found.p_one_sided, found.p_two_sided) == (expected["p_lower"], expected["p_two"])
    assert found.schedules == 16
    every = sorted(means[1] - means[0] for _, means in by_hand(study))
    assert every == pytest.approx(expected["all_T"], abs=1e-9)


def test_period_means_of_blocked_pairs():
    for known in cases(oracle("13_"), "blocked_pairs_period_means"):
        inputs, expected = known["inputs"], known["expected"]
        values = [value for pair in inputs["period_means_in_time_order"] for value in pair]
        study = trial("".join(inputs["observed_orders"]), values, days=1)
        found = randomisation_test(study)
        assert found is not None
        got = (found.statistic, found.p_one_sided, found.p_two_sided, found.schedules)
        keys = ("T_obs", "p_lower", "p_two", "n_assignments")
        assert got == pytest.approx(tuple(expected[key] for key in keys), rel=1e-9)
        other = randomisation_test(replace(study, measure=replace(SLEEP, better="higher")))
        assert other is not None
        assert other.p_one_sided == pytest.approx(expected["p_upper"], rel=1e-9)
        assert study.schedule is not None
        assert smallest_p(study.schedule)[0] == expected["min_one_sided"]


def test_periods_are_exchanged_and_days_never_are():
    known = case(oracle("13_"), "blocked_days")
    inputs, expected = known["inputs"], known["expected"]
    letters = "".join("AB"[arm] for arm in inputs["observed_periods"])
    found = randomisation_test(trial(letters, inputs["y"], days=inputs["period_days"]))
    assert found is not None
    assert (found.statistic, found.p_one_sided, found.p_two_sided) == pytest.approx(
        (expected["T_obs"], expected["p_lower"], expected["p_two"]), rel=1e-9
    )


def test_three_arms_ask_how_far_apart_the_means_lie():
    study = trial("ABCCABBCA", [*SIXTEEN, 5.0, 6.4], days=2, washout_days=0)
    found = randomisation_test(study)
    assert found is not None
    spread = [(own, float(np.var(means) * 3)) for own, means in by_hand(study)]
    (drawn,) = [value for own, value in spread if own]
    assert found.statistic == pytest.approx(drawn)
    assert found.p_two_sided == pytest.approx(np.mean([value >= drawn - 1e-9 for _, value in spread]))
    assert (found.p_one_sided, found.schedules) == (None, 216)
    assert study.schedule is not None
    assert smallest_p(study.schedule) == (6 / 216, 6 / 216)


def test_a_fixed_order_has_no_chance_to_speak_of():
    study = trial("ABBA", SIXTEEN[:4], days=1, design="fixed")
    found = randomisation_test(study)
    assert found is not None
    assert (found.p_one_sided, found.p_two_sided, found.schedules) == (1.0, 1.0, 1)
    assert study.schedule is not None
    assert smallest_p(study.schedule) == (1.0, 1.0)


def test_four_blocks_can_never_be_significant():
    study = trial("ABABABAB", days=1)
    assert study.schedule is not None
    assert smallest_p(study.schedule) == (1 / 16, 2 / 16)


def test_very_many_orders_are_drawn_and_the_drawn_one_counts():
    study = trial("AB" * 16, [6.0, 5.0] * 16, days=1)
    found = randomisation_test(study, seed=3)
    assert found is not None
    assert found.schedules == MOST_SCHEDULES + 1
    assert found.p_one_sided is not None
    assert 1 / (MOST_SCHEDULES + 1) <= found.p_one_sided <= 5 / (MOST_SCHEDULES + 1)
    assert found == randomisation_test(study, seed=3)


def test_drawn_orders_come_near_the_exact_answer():
    study = trial("ABBA" * 7, (SIXTEEN * 2)[:28], days=1)
    exact = randomisation_test(study)
    assert study.schedule is not None
    assert exact is not None
    assert exact.schedules == 2**14
    drawn = reference_set(replace(study.schedule, cycles=15, sequence=(*study.schedule.sequence, "A", "B")))
    assert len(drawn) == MOST_SCHEDULES + 1
    assert (np.sort(drawn.reshape(-1, 15, 2), axis=2) == [0, 1]).all()


def test_an_arm_without_a_used_day_leaves_nothing_to_test():
    assert randomisation_test(trial("ABBA", [6.0], days=2)) is None


def test_an_order_that_cannot_be_judged_counts_against_the_effect():
    """After the first used day of B and one of A, some orders leave an arm without days."""
    found = randomisation_test(trial("ABAB", {2: 5.0, 3: 6.0}, days=1))
    assert found is not None
    assert (found.p_one_sided, found.p_two_sided) == (0.75, 1.0)
