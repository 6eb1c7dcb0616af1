"""The schedule as it is shown, and drawn by chance when the person asks for it."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime
from math import inf
from typing import Any, Literal

import pandas as pd

from nof1_lab.errors import ScheduleError
from nof1_lab.inference.evidence import Evidence
from nof1_lab.inference.randomisation import smallest_p
from nof1_lab.study.document import Study
from nof1_lab.study.plain import to_plain
from nof1_lab.study.schedule import Schedule, randomise
from nof1_lab.study.steps import plan
from nof1_lab.views.message import refusal, take
from nof1_lab.views.sheet import STATIC, Component, Move, Part, Props, Sheet, Widget, require_open
from nof1_lab.views.words import agrees, count, listed

REFERENCE = "usual routine"
MOST_DAYS = 1_500
FEW_CYCLES = 3
RARE = 0.05


@dataclass(frozen=True, slots=True)
class Wish:
    """The schedule that a person asks for; ``draw`` counts how often the button was pressed."""

    reference: str
    arms: tuple[str, ...]
    cycles: int
    days: int
    washout_days: int
    run_in_days: int
    start: date
    seed: int | None
    design: Literal["blocks", "fixed"]
    draw: int


class ScheduleSheet(Sheet):
    """Say who is compared with whom, how often and how long, and let chance draw the order."""

    @staticmethod
    def read(
        study: Study,
        evidence: Evidence | None = None,  # noqa: ARG004
        *,
        today: date | None = None,
    ) -> tuple[Props, Part]:
        """The days of the schedule, and the wish it came from."""
        schedule = study.schedule
        props: Props = {
            "candidates": [candidate.name for candidate in study.candidates],
            "periods": to_plain(schedule.periods) if schedule else [],
            "days": calendar(schedule) if schedule else [],
            "labels": schedule.labels if schedule else {},
            "planned": schedule is not None,
            "warnings": list(warnings(study)),
            "locked": bool(study.registration),
        }
        wish = wish_of(schedule) if schedule else first_wish(study, today or clock())
        return props, to_plain(wish)  # pyright: ignore[reportReturnType]

    @staticmethod
    def moves(study: Study, part: Part) -> tuple[Move, ...]:
        """One plan, if the button was pressed and the schedule is not as wished."""
        wish: Wish = take(Wish, part)
        if not wish.draw or (study.schedule and same(wish, wish_of(study.schedule))):
            return ()
        require_open(study)
        return (Move(plan, (drawn(wish),)),)

    def completed(self, part: Part) -> Part:
        """The wish with a seed: chance is asked here, and nowhere else."""
        wish: Wish = take(Wish, part)
        return part | {"seed": secrets.randbelow(2**31)} if wish.draw and wish.seed is None else part


class ScheduleComponent(ScheduleSheet, Component):  # pyright: ignore[reportIncompatibleMethodOverride] - Panel shows by serving
    """The schedule sheet for Panel."""

    _esm = STATIC / "schedule.js"


class ScheduleWidget(ScheduleSheet, Widget):
    """The schedule sheet for ipywidgets."""

    _esm = STATIC / "schedule.js"


def of_this_trial(study: Study, evidence: Evidence | None) -> Evidence | None:
    """The evidence, unless it is about another schedule: its arms and days would not be these."""
    return evidence if evidence is not None and evidence.study.schedule == study.schedule else None


def clock() -> date:
    """Today, where the person is."""
    return datetime.now().astimezone().date()


def wish_of(schedule: Schedule) -> Wish:
    """What a person would have asked for to get this schedule."""
    return Wish(
        schedule.reference, schedule.arms, schedule.cycles, schedule.days, schedule.washout_days,
        schedule.run_in_days, schedule.start, schedule.seed, schedule.design, 0,
    )  # fmt: skip


def first_wish(study: Study, start: date) -> Wish:
    """A good beginning: what was chosen, else the best ranked, against the usual routine, in weeks."""
    ranked = sorted(study.candidates, key=lambda each: each.rank or inf)
    arms = study.chosen or tuple(candidate.name for candidate in ranked[:1])
    return Wish(REFERENCE, arms, 4, 7, 1, 7, start, None, "blocks", 0)


def same(wish: Wish, other: Wish) -> bool:
    """Whether two wishes differ in nothing but how often they were pressed."""
    return to_plain(wish) | {"draw": 0} == to_plain(other) | {"draw": 0}  # pyright: ignore[reportOperatorIssue]


def drawn(wish: Wish) -> Schedule:
    """The schedule that chance gives to a wish."""
    if wish.seed is None:
        raise refusal("The wish for a schedule has no seed", "A whole number")
    total = (len(wish.arms) + 1) * wish.cycles * wish.days
    if total > MOST_DAYS:
        raise ScheduleError(
            f"The trial would last {total} days.",
            f"At most {MOST_DAYS} were expected.",
            "Take fewer cycles, shorter periods or fewer arms.",
        )
    return randomise(
        wish.reference, wish.arms, cycles=wish.cycles, days=wish.days, start=wish.start, seed=wish.seed,
        washout_days=wish.washout_days, run_in_days=wish.run_in_days,
    )  # fmt: skip


def warnings(study: Study) -> tuple[str, ...]:
    """What a person should know before they draw, or draw again."""
    schedule = study.schedule
    if not study.candidates:
        return ("Accept a candidate first: there is nothing to compare yet.",)
    if schedule is None:
        return ()
    said: list[str] = []
    if study.registration:
        said.append("The protocol is registered: another schedule would be an amendment and needs a reason.")
    if any(entry.day >= 1 for entry in study.diary.entries):
        said.append("The diary already holds days of this schedule, so it cannot be drawn again.")
    if schedule.design == "blocks" and schedule.cycles < FEW_CYCLES:
        said.append("With fewer than three cycles, chance alone can look like an effect.")
    least = smallest_p(schedule)[0]
    if schedule.design == "blocks" and least > RARE:
        said.append(
            "With so few cycles even the clearest diary comes about by chance in 1 of"
            f" {round(1 / least)} orders (p is never below {least:.2g}); more cycles make that rarer."
        )
    if schedule.days % 7 and len(schedule.sequence) > 1:
        said.append("Periods that are not whole weeks may hold more weekends on one arm than on another.")
    return tuple(said)


def status(schedule: Schedule, day: int) -> str:
    """Whether a day counts: run-in, wash-out or a day."""
    return "run-in" if day < 1 else "washout" if schedule.is_washout(day) else "day"


def calendar(schedule: Schedule) -> list[dict[str, Any]]:
    """Every day of the trial, the run-in first."""
    return [
        {
            "day": day,
            "date": schedule.date_of(day).isoformat(),
            "arm": schedule.arm_on(day),
            "period": period.number if (period := schedule.period_on(day)) else None,
            "status": status(schedule, day),
        }
        for day in range(schedule.first_day, schedule.last_day + 1)
    ]


def table(schedule: Schedule) -> pd.DataFrame:
    """The periods with their dates."""
    letter = {arm: label for label, arm in schedule.labels.items()}
    rows = [
        {
            "period": period.number,
            "cycle": period.cycle,
            "letter": letter[period.arm],
            "arm": period.arm,
            "from": schedule.date_of(period.start).isoformat(),
            "to": schedule.date_of(period.end).isoformat(),
            "days that count": schedule.days - schedule.washout_days,
        }
        for period in schedule.periods
    ]
    return pd.DataFrame(rows)


def sentence(schedule: Schedule) -> str:
    """The schedule in words."""
    arms = listed([f"{letter} ({arm})" for letter, arm in schedule.labels.items()])
    how = "in an order drawn by chance" if schedule.design == "blocks" else "in a fixed order"
    first = f"from {schedule.date_of(1)} to {schedule.date_of(schedule.last_day)}"
    lost = schedule.washout_days
    days = "day" if lost == 1 else f"{lost} days"
    washed = f" The first {days} of every period {agrees(lost, 'do')} not count." if lost else ""
    return (
        f"{count(len(schedule.sequence), 'period')} of {count(schedule.days, 'day')} {first}:"
        f" {arms}, {how} ({schedule.letters}).{washed}"
    )
