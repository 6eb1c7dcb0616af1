"""A small trial, and people who work on it."""

from datetime import date
from itertools import count
from typing import Any

from nof1_lab.study.candidate import Candidate
from nof1_lab.study.diary import Entry
from nof1_lab.study.log import Log, begun
from nof1_lab.study.measure import Measure
from nof1_lab.study.schedule import given
from nof1_lab.study.steps import Step, begin, plan, propose

WHEN = (f"2026-01-05T20:{n // 60:02d}:{n % 60:02d}Z" for n in count())


def new(title: str = "Sleep", who: str = "ann") -> Log:
    """A study that has just begun."""
    measure = Measure("sleep quality", "higher", 0.4, low=0, high=10)
    return begun(begin, title, measure, who=who, at=next(WHEN))


def planned(who: str = "ann", periods: int = 8, days: int = 5) -> Log:
    """A study that waits for its first day."""
    log = step(new(who=who), propose, Candidate("Melatonin", 1, 0.6, 0.1, 1.1), who=who)
    letters = ("ABBA" * periods)[:periods]
    schedule = given("usual evening", ["Melatonin"], letters, days=days, start=date(2026, 1, 5))
    return step(log, plan, schedule, who=who)


def step(log: Log, verb: Step, *arguments: Any, who: str = "ann", why: str = "") -> Log:
    """The log with one step more."""
    return log.do(verb, *arguments, who=who, at=next(WHEN), why=why)


def entries(days: int, value: float = 6.0) -> list[Entry]:
    """One value a day."""
    return [Entry(day, value + 0.1 * (day % 3)) for day in range(1, days + 1)]
