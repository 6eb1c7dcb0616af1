"""Which arm on which day."""

import json
import os
import subprocess
import sys
from collections import Counter
from datetime import date, datetime, timedelta
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from study.trial import LAW, MONDAY, lettered, schedule, schedules

from nof1_lab.errors import ScheduleError
from nof1_lab.study.schedule import Schedule, randomise

DRAW = """
import json, sys
from datetime import date
from nof1_lab.study.schedule import randomise
given = {"cycles": 4, "days": 2, "start": date(2026, 1, 5)}
orders = [randomise("p", ["x", "y"], seed=seed, **given).letters for seed in range(20)]
json.dump(orders, sys.stdout)
"""


def drawn(arms: int, seed: int, cycles: int = 1) -> str:
    return randomise(
        "p", [f"arm {i}" for i in range(1, arms)], cycles=cycles, days=1, start=MONDAY, seed=seed
    ).letters


def chi_square(counts: Counter[str], kinds: int, draws: int) -> float:
    expected = draws / kinds
    return sum((count - expected) ** 2 / expected for count in counts.values())


@LAW
@given(schedules())
def test_every_arm_is_taken_equally_often_in_every_cycle(plan):
    size = len(plan.everyone)
    for cycle in range(1, plan.cycles + 1):
        assert sorted(p.arm for p in plan.periods if p.cycle == cycle) == sorted(plan.everyone)
    assert len(plan.periods) == size * plan.cycles


@LAW
@given(schedules())
def test_periods_lie_end_to_end_from_the_first_day_to_the_last(plan):
    assert plan.periods[0].start == 1
    assert plan.periods[-1].end == plan.last_day
    assert all(after.start == before.end + 1 for before, after in pairwise(plan.periods))
    assert [p.number for p in plan.periods] == list(range(1, len(plan.periods) + 1))


@LAW
@given(schedules(), st.integers(-10, 130))
def test_a_day_belongs_to_the_one_period_that_holds_it(plan, day):
    holding = [p for p in plan.periods if p.start <= day <= p.end]
    period = plan.period_on(day)
    assert holding == ([] if period is None else [period])
    assert plan.arm_on(day) == (period.arm if period else None)


@LAW
@given(schedules())
def test_the_first_days_of_every_period_are_washed_out(plan):
    washed = [day for day in range(plan.first_day - 2, plan.last_day + 3) if plan.is_washout(day)]
    assert washed == [p.start + i for p in plan.periods for i in range(plan.washout_days)]


@LAW
@given(schedules(), st.integers(-4_000, 4_000))
def test_days_and_dates_are_two_names_for_one_thing(plan, day):
    assert plan.day_of(plan.date_of(day)) == day
    assert plan.date_of(day) - plan.start == timedelta(days=day - 1)


def test_day_one_is_the_start_and_the_run_in_counts_backwards_to_it():
    plan = schedule(run_in_days=3, washout_days=1)
    assert plan.date_of(1) == MONDAY
    assert (plan.first_day, plan.last_day) == (-2, 12)
    assert plan.date_of(plan.first_day) == date(2026, 1, 2)
    assert plan.date_of(0) == date(2026, 1, 4)
    assert not plan.is_washout(0)
    assert plan.arm_on(0) is None


def test_time_is_zero_in_the_middle_of_the_scheduled_days():
    assert schedule(run_in_days=5).middle == 6.5


def test_a_leap_day_is_a_day():
    plan = randomise("p", ["x"], cycles=1, days=2, start=date(2028, 2, 28), seed=0)
    assert plan.date_of(2) == date(2028, 2, 29)
    assert plan.date_of(3) == date(2028, 3, 1)


@LAW
@given(schedules())
def test_the_same_seed_gives_the_same_schedule(plan):
    again = randomise(
        plan.reference,
        plan.arms,
        cycles=plan.cycles,
        days=plan.days,
        start=plan.start,
        seed=plan.seed,
        washout_days=plan.washout_days,
        run_in_days=plan.run_in_days,
    )
    assert again == plan


@pytest.mark.parametrize("hash_seed", ["0", "1", "4711"])
def test_the_same_seed_gives_the_same_schedule_in_every_process(hash_seed):
    environment = os.environ | {"PYTHONHASHSEED": hash_seed}
    answer = subprocess.run([sys.executable, "-c", DRAW], env=environment, capture_output=True, check=True)
    here = [
        randomise("p", ["x", "y"], cycles=4, days=2, start=MONDAY, seed=seed).letters for seed in range(20)
    ]
    assert json.loads(answer.stdout) == here


# The 99.9 % points of chi-square with 1, 5 and 23 degrees of freedom.
@pytest.mark.parametrize(("arms", "critical"), [(2, 10.83), (3, 20.52), (4, 49.73)])
def test_all_orders_of_a_cycle_are_equally_likely(arms, critical):
    draws = 6_000
    counts = Counter(drawn(arms, seed) for seed in range(draws))
    orders = {"".join(order) for order in permutations("ABCD"[:arms])}
    assert set(counts) == orders
    assert chi_square(counts, len(orders), draws) < critical


def test_the_cycles_of_a_trial_are_drawn_independently():
    draws = 4_000
    counts = Counter(drawn(2, seed, cycles=3) for seed in range(draws))
    assert len(counts) == 8
    assert chi_square(counts, 8, draws) < 24.32


def test_letters_name_the_reference_first_and_then_the_arms():
    plan = lettered("ABBA")
    assert plan.labels == {"A": "placebo", "B": "Melatonin 0.5 mg"}
    assert plan.sequence == ("placebo", "Melatonin 0.5 mg", "Melatonin 0.5 mg", "placebo")
    assert (plan.letters, plan.cycles, plan.design, plan.seed) == ("ABBA", 2, "fixed", None)
    assert [p.cycle for p in plan.periods] == [1, 1, 2, 2]


def test_a_given_order_need_not_fill_its_last_cycle():
    plan = lettered("ABABA", cycles=2)
    assert [p.cycle for p in plan.periods] == [1, 1, 2, 2, 3]


@LAW
@given(st.text("AB", min_size=2, max_size=20).filter(lambda x: set(x) == {"A", "B"}))
def test_the_letters_of_a_given_order_are_read_back(letters):
    assert lettered(letters).letters == letters


@pytest.mark.parametrize(
    ("changes", "remedy"),
    [
        ({"cycles": 0}, "in that range"),
        ({"cycles": 201}, "in that range"),
        ({"days": 0}, "in that range"),
        ({"days": 10**30}, "in that range"),
        ({"days": True}, "in that range"),
        ({"washout_days": 3}, "shorten the wash-out"),
        ({"washout_days": -1}, "in that range"),
        ({"run_in_days": -1}, "in that range"),
        ({"seed": -1}, "in that range"),
        ({"seed": 2**53}, "in that range"),
        ({"seed": 0.5}, "in that range"),
        ({"cycles": 200, "days": 1_000}, "fewer cycles or shorter periods"),
    ],
)
def test_a_schedule_that_cannot_be_drawn_is_refused_with_a_remedy(changes, remedy):
    with pytest.raises(ScheduleError, match=remedy):
        schedule(**changes)


@pytest.mark.parametrize(
    ("parts", "remedy"),
    [
        ({"arms": ()}, "Choose a candidate to test"),
        ({"arms": ("placebo",)}, "Rename one of them"),
        ({"arms": ("x", "x")}, "Rename one of them"),
        ({"arms": ("",)}, "in a few words"),
        ({"arms": tuple(f"arm {i}" for i in range(12))}, "Test fewer at a time"),
        ({"sequence": ("placebo", "y")}, "Use the arms of this trial"),
        ({"sequence": ("placebo", "placebo")}, "Add a period"),
        ({"sequence": ()}, "Add a period"),
        ({"sequence": ("placebo", "placebo", "x", "x")}, "call the design fixed"),
        ({"cycles": 2}, "call the design fixed"),
        ({"design": "latin"}, "Choose one of these designs"),
        ({"start": date(9999, 12, 31)}, "Correct the start date"),
        ({"start": date(1, 1, 1)}, "Correct the start date"),
        ({"start": datetime(2026, 1, 5)}, "Correct the start date"),  # noqa: DTZ001
        ({"start": "2026-01-05"}, "Correct the start date"),
    ],
)
def test_a_schedule_that_cannot_be_is_refused_with_a_remedy(parts, remedy):
    whole = {
        "reference": "placebo",
        "arms": ("x",),
        "sequence": ("x", "placebo"),
        "cycles": 1,
        "days": 3,
        "start": MONDAY,
    }
    with pytest.raises(ScheduleError, match=remedy):
        Schedule(**(whole | parts))


@pytest.mark.parametrize("letters", ["", "ABC", "ab", "A B", "ABBA\n", "ÄB"])
def test_an_order_with_other_letters_is_refused(letters):
    with pytest.raises(ScheduleError, match="A for the reference"):
        lettered(letters)
