"""A trial at every stage of its way, as the sheets and pictures see it."""

from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

from nof1_lab.inference.chain import Effort
from nof1_lab.inference.draws import gather
from nof1_lab.inference.evidence import Evidence, reckon, with_fit
from nof1_lab.inference.fit import Fit
from nof1_lab.study.candidate import Candidate
from nof1_lab.study.diary import Entry
from nof1_lab.study.document import Study
from nof1_lab.study.measure import Measure
from nof1_lab.study.schedule import randomise
from nof1_lab.study.steps import begin, plan, propose, record, register

AWAKE = Measure("time awake", better="lower", worthwhile=10, unit="min")
MOOD = Measure("mood", better="higher", worthwhile=1, unit="points", scale="score", low=0, high=10)
MELATONIN = Candidate("melatonin", rank=1, estimate=-12, lower=-22, upper=-2, interval_kind="mean_effect")
LIGHT = Candidate("morning light", rank=2, estimate=-5, lower=-15, upper=5)
TEA = Candidate("tea")
MONDAY = date(2026, 1, 5)
ATTACKS = (Path(__file__).parents[1] / "attacks" / "html.txt").read_text("utf-8").splitlines()
SHEAVES = [ATTACKS[i : i + 10] for i in range(0, len(ATTACKS), 10)]


def begun(measure: Measure = AWAKE) -> Study:
    """Nothing but a measure."""
    return begin("Sleep", measure)


def proposed() -> Study:
    """Three candidates, one without a claim."""
    return propose(begun(), MELATONIN, LIGHT, TEA)


def planned(**changes: Any) -> Study:
    """Two of them against a placebo, four cycles."""
    settings = {"cycles": 4, "days": 5, "washout_days": 1, "run_in_days": 3, "seed": 3} | changes
    return plan(proposed(), randomise("placebo", ["melatonin", "morning light"], start=MONDAY, **settings))


@cache
def written() -> Study:
    """The trial with most of its days written down."""
    study, chance = planned(), Random(1)
    helps = {"melatonin": -14.0, "morning light": -2.0}
    schedule = study.schedule
    assert schedule is not None
    days = [day for day in range(-2, 46) if day % 9]
    return record(
        study,
        *(
            Entry(day, round(60 + helps.get(str(schedule.arm_on(day)), 0.0) + chance.gauss(0, 8), 1))
            for day in days
        ),
    )


def locked() -> Study:
    """The same, registered."""
    return register(written())


@cache
def exact() -> Evidence:
    """What follows, by the exact engine."""
    return reckon(written())


@cache
def sampled() -> Evidence:
    """The same with draws beside it, taken from the exact posterior itself: no sampler is needed here."""
    evidence, effort = exact(), Effort(draws=500, tune=0, chains=4, seed=1)
    drawn = evidence.exact.draw(2000, seed=4)
    shape = (4, 500)
    held = {
        "arm": drawn.effects.reshape(*shape, -1),
        "Intercept": drawn.intercept.reshape(shape),
        "time": drawn.trend.reshape(shape),
        "sigma": drawn.sigma.reshape(shape),
        "rho": drawn.rho.reshape(shape),
    }
    statistics = {"logp": np.zeros(shape), "diverging": np.zeros(shape, dtype=bool)}
    joint: Any = getattr(evidence.exact, "joint", None) or evidence.exact.model
    return with_fit(evidence, Fit(joint, gather(joint, held, statistics, effort), "drawn", 0.5))


def hostile(names: list[str]) -> Study:
    """A trial in which the measure and every arm have a hostile name."""
    study = propose(
        begin("x", Measure(names[0], "lower", 1, unit=names[0][:40])), *(Candidate(name) for name in names)
    )
    study = plan(study, randomise("usual", names, cycles=1, days=2, start=MONDAY, seed=0))
    chance = Random(2)
    return record(study, *(Entry(day, chance.gauss(5, 1)) for day in range(1, 2 * len(names) + 3)))


def tips(figure: Any) -> set[str]:
    """The words that a picture says under the pointer."""
    return {word for tool in figure.hover for pair in tool.tooltips for word in pair}
