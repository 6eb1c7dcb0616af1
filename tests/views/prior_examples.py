"""The examples that both halves of the prior sheet are held to: what Python really sends of small studies.

Run it with `python tests/views/prior_examples.py` to write `widgets/contract/prior.json` anew.
"""

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

ROOT = Path(__file__).parents[2]
if __name__ == "__main__":
    sys.path[:0] = [str(ROOT)]

from nof1_lab.inference.block import Block  # noqa: E402
from nof1_lab.inference.evidence import Evidence, reckon  # noqa: E402
from nof1_lab.inference.mixture import Mixture  # noqa: E402
from nof1_lab.inference.size import elir  # noqa: E402
from nof1_lab.inference.swap import swap  # noqa: E402
from nof1_lab.study.candidate import Candidate  # noqa: E402
from nof1_lab.study.diary import Entry  # noqa: E402
from nof1_lab.study.discount import Discount  # noqa: E402
from nof1_lab.study.document import Study  # noqa: E402
from nof1_lab.study.measure import Measure  # noqa: E402
from nof1_lab.study.part import Part  # noqa: E402
from nof1_lab.study.plain import to_plain  # noqa: E402
from nof1_lab.study.prior import Prior  # noqa: E402
from nof1_lab.study.schedule import randomise  # noqa: E402
from nof1_lab.study.shape import Shape  # noqa: E402
from nof1_lab.study.source import Group  # noqa: E402
from nof1_lab.study.steps import begin, believe, discount, plan, propose, record, register  # noqa: E402
from nof1_lab.views.belief import chances  # noqa: E402
from nof1_lab.views.prior import PriorComponent, PriorSheet, imagined  # noqa: E402

PLACE = ROOT / "widgets" / "contract" / "prior.json"
SLEEP = Measure("trouble falling asleep", better="lower", worthwhile=0.4, unit="points")
MOOD = Measure("mood", better="higher", worthwhile=0.5, unit="points")
M, L, N = "Melatonin 0.5 mg", "Morning light", "Magnesium"
MELATONIN = Candidate(
    M, rank=1, estimate=-0.6, lower=-1.1, upper=-0.1, interval_kind="mean_effect", design="trial",
    population=(Group("adults in Europe", 0.8), Group("adults in Asia", 0.1)),
)  # fmt: skip
LIGHT = Candidate(L, rank=2, estimate=0.85, lower=0.7, upper=1.03, scale="ratio", design="cohort")
MAGNESIUM = Candidate(N)
MONDAY = date(2026, 1, 5)
SKEWED = Shape("skewed", -0.5, 0.4, lean=0.5)
STUDENT = Shape("student", -0.5, 0.4, tail=4.0)
NOTHING: dict[str, Any] = {"priors": [], "discounts": [], "why": "", "trying": None}
Gesture = dict[str, Any]


def proposed() -> Study:
    """A claim, a factor without a usual level, and nothing."""
    return propose(begin("Sleep", SLEEP), MELATONIN, LIGHT, MAGNESIUM)


def written(measure: Measure = SLEEP, *candidates: Candidate, effect: float = -0.7) -> Study:
    """Two arms against nothing, with a diary."""
    asked = candidates or (MELATONIN, LIGHT, MAGNESIUM)
    names = [each.name for each in asked][:2]
    study = propose(begin("Sleep", measure), *asked)
    schedule = randomise(
        "No treatment", names, cycles=4, days=4, start=MONDAY, washout_days=1, run_in_days=8, seed=2
    )
    study, chance = plan(study, schedule), Random(5)
    days = [day for day in range(-7, schedule.last_day + 1) if day % 7]
    helps = [effect if schedule.arm_on(day) == names[0] else 0.0 for day in days]
    values = [round(5.0 + helped + chance.gauss(0.0, 0.7), 1) for helped in helps]
    return record(study, *map(Entry, days, values))


def hand(arm: str, **how: Any) -> dict[str, Any]:
    """A belief set by hand, as it crosses the seam."""
    return {"arm": arm, "shape": None, "parts": None, "vague": 0, "said": None} | how


def bell(middle: float, spread: float) -> dict[str, Any]:
    """A bell, as it crosses the seam."""
    return {"family": "normal", "middle": middle, "spread": spread, "tail": 4, "lean": 0}


def said(way: str, at: tuple[float, ...] = (), held: tuple[float, ...] = (), name: str = "") -> Any:
    """An answer, as it crosses the seam."""
    return {"way": way, "at": list(at), "held": list(held), "name": name}


EDGES = tuple(round(-2.4 + 0.4 * i, 6) for i in range(11))
CHIPS = (0, 0, 0, 2, 5, 6, 3, 1, 0, 0)
USUAL = Discount(L, usual=5.0)


def cases() -> Iterator[dict[str, Any]]:
    """Every example: a study, what is done to it in the browser, and what Python is then told."""
    yield from by_hand()
    yield from by_answer()
    yield from by_doubt()


def by_hand() -> Iterator[dict[str, Any]]:
    """Beliefs that are drawn, typed and taken back."""
    days, plain = written(), {"arm": M}
    yield {
        "name": "two claims with all their doubts, days that count, and a bell is typed",
        "study": discount(days, USUAL),
        "gesture": [
            {"do": "click", "family": "normal"},
            {"do": "type", "field": "mean", **plain, "text": "-0,3"},
            {"do": "type", "field": "sd", **plain, "text": "0.4"},
        ],
        "after": NOTHING | {"priors": [hand(M, shape=bell(-0.3, 0.4))], "discounts": [to_plain(USUAL)]},
        "priors": numbers(),
    }
    yield {
        "name": "a factor is given the usual level that it needs",
        "study": propose(begin("Sleep", SLEEP), LIGHT),
        "gesture": [{"do": "type", "dial": "usual", "text": "5"}],
        "after": NOTHING | {"discounts": [to_plain(USUAL)]},
    }
    middle = believe(proposed(), Prior.normal(M, -0.5, 0.4))
    for name, gesture, shape in (
        (
            "an arrow key moves the middle",
            {"handle": "mean", "key": "ArrowRight", "times": 2},
            bell(-0.46, 0.4),
        ),
        (
            "shift and an arrow on the upper end widens the spread tenfold",
            {"handle": "high", "key": "Shift+ArrowRight", "times": 1},
            bell(-0.5, 0.6),
        ),
        (
            "an arrow to the right on the lower end narrows the spread",
            {"handle": "low", "key": "ArrowRight", "times": 1},
            bell(-0.5, 0.38),
        ),
    ):
        after = NOTHING | {"priors": [hand(M, shape=shape)]}
        yield {"name": name, "study": middle, "gesture": [{"do": "key", **plain, **gesture}], "after": after}
    yield {
        "name": "a curve that leans is made to lean less",
        "study": believe(proposed(), Prior.shaped(M, SKEWED)),
        "gesture": [{"do": "type", "field": "lean", **plain, "text": "0.3"}],
        "after": NOTHING | {"priors": [hand(M, shape=to_plain(Shape("skewed", -0.5, 0.4, lean=0.3)))]},
    }
    yield {
        "name": "tails are made heavier",
        "study": believe(proposed(), Prior.shaped(M, STUDENT)),
        "gesture": [{"do": "type", "field": "tail", **plain, "text": "3"}],
        "after": NOTHING | {"priors": [hand(M, shape=to_plain(Shape("student", -0.5, 0.4, tail=3.0)))]},
    }
    mixture = Prior(M, (Part(0.75, -0.5, 0.25), Part(0.25, 0.0, 1.0)), vague=1)
    yield {
        "name": "a mixture keeps its room for being wrong while its claim is moved",
        "study": believe(proposed(), mixture),
        "gesture": [{"do": "type", "field": "mean", **plain, "text": "-1"}],
        "after": NOTHING | {"priors": [hand(M, parts=[[0.75, -1, 0.25], [0.25, 0, 1]], vague=1)]},
    }
    yield {
        "name": "a belief set by hand goes back to what the model said",
        "study": believe(proposed(), Prior.normal(M, 1.2, 0.3), Prior.normal(L, -0.1, 0.2)),
        "gesture": [{"do": "click", "action": "forget", **plain}],
        "after": NOTHING | {"priors": [hand(L, shape=bell(-0.1, 0.2))]},
    }
    caffeine = Candidate("Caffeine-free evenings", estimate=0.8, lower=0.2, upper=1.4)
    yield {
        "name": "more is better, and the days disagree with the belief",
        "study": believe(
            written(MOOD, caffeine, effect=0.9), Prior.normal("Caffeine-free evenings", -1.0, 0.4)
        ),
        "gesture": [{"do": "type", "field": "sd", "arm": "Caffeine-free evenings", "text": "0.8"}],
        "after": NOTHING | {"priors": [hand("Caffeine-free evenings", shape=bell(-1, 0.8))]},
        "priors": numbers("Caffeine-free evenings", 1.0),
    }


def by_answer() -> Iterator[dict[str, Any]]:
    """Beliefs that are asked for."""
    yield {
        "name": "nothing is known, and the sceptical belief is taken",
        "study": propose(begin("Sleep", SLEEP), MAGNESIUM),
        "gesture": [{"do": "click", "named": "sceptical"}],
        "after": NOTHING | {"priors": [hand(N, said=said("named", name="sceptical"))]},
    }
    at, held = (-1.2, 0.2), (0.8,)
    yield {
        "name": "an interval is given and used",
        "study": proposed(),
        "gesture": [
            {"do": "click", "way": "interval"},
            {"do": "type", "field": "low", "text": "-1,2"},
            {"do": "type", "field": "high", "text": "0.2"},
            {"do": "type", "field": "level", "text": "80"},
            {"do": "click", "action": "use"},
        ],
        "after": NOTHING | {"priors": [hand(M, said=said("interval", at, held))]},
    }
    chips = said("chips", EDGES, CHIPS)
    stacking = [
        {"do": "key", "bin": str(bin_), "key": "ArrowUp", "times": count}
        for bin_, count in enumerate(CHIPS)
        if count
    ]
    yield {
        "name": "chips are stacked and looked at: nothing is believed yet",
        "study": proposed(),
        "trying": hand(M, said=chips),
        "gesture": [{"do": "click", "way": "chips"}, *stacking],
        "after": NOTHING | {"trying": hand(M, said=chips)},
    }
    yield {
        "name": "chips are stacked and used",
        "study": proposed(),
        "gesture": [{"do": "click", "way": "chips"}, *stacking, {"do": "click", "action": "use"}],
        "after": NOTHING | {"priors": [hand(M, said=chips)]},
    }


def by_doubt() -> Iterator[dict[str, Any]]:
    """Doubts about a claim, and what a registered protocol asks for."""
    doubt: dict[str, Any] = to_plain(Discount(M))  # pyright: ignore[reportAssignmentType] - a noun is a dict
    yield {
        "name": "few of the people in the evidence are alike",
        "study": proposed(),
        "gesture": [{"do": "tick", "likeness": "few"}],
        "after": NOTHING | {"discounts": [doubt | {"likeness": "few"}]},
    }
    yield {
        "name": "a doubt is switched off, and another one's number is turned",
        "study": discount(proposed(), Discount(M, likeness="few")),
        "gesture": [
            {"do": "click", "switch": "recalibrated"},
            {"do": "type", "dial": "weight", "text": "90"},
        ],
        "after": NOTHING | {"discounts": [doubt | {"likeness": "few", "recalibrates": False, "weight": 0.9}]},
    }
    locked = register(believe(written(), Prior.normal(M, -0.5, 0.4)))
    key = {"do": "key", "handle": "mean", "arm": M, "key": "ArrowRight", "times": 1}
    yield {"name": "a registered protocol is locked", "study": locked, "gesture": [key], "after": None}
    yield {
        "name": "a registered protocol is amended, with a reason",
        "study": locked,
        "gesture": [{"do": "type", "field": "why", "text": "The pharmacist wrote"}, key],
        "after": NOTHING | {"priors": [hand(M, shape=bell(-0.48, 0.4))], "why": "The pharmacist wrote"},
    }


def numbers(arm: str = M, side: float = -1.0) -> list[Prior]:
    """Priors of every family, near the days and far from them."""
    return [
        *(
            Prior.normal(arm, side * mean, sd)
            for mean, sd in ((0.6, 0.394), (0.0, 0.05), (-2.5, 0.2), (0.0, 8.0), (0.6, 0.02), (2.9, 1.5))
        ),
        Prior.shaped(arm, Shape("skewed", side * 0.5, 0.4, lean=0.5)),
        Prior.shaped(arm, Shape("skewed", side * 0.2, 0.3, lean=-0.9)),
        Prior.shaped(arm, Shape("student", side * 0.5, 0.4, tail=4.0)),
        Prior.shaped(arm, Shape("student", side * -2.0, 0.2, tail=3.0)),
        Prior(arm, (Part(0.8, side * 0.4, 0.15), Part(0.2, 0.0, 1.0)), vague=1),
    ]


def made() -> list[dict[str, Any]]:
    """All examples as they stand in the file."""
    return [_example(case) for case in cases()]


def _example(case: dict[str, Any]) -> dict[str, Any]:
    study: Study = case["study"]
    evidence = reckon(study) if study.is_ready else None
    props, part = PriorSheet.read(study, evidence)
    if "trying" in case:
        props = _trying(study, evidence, part | {"trying": case["trying"]})
    props = rounded(props)
    known = [_numbers(study, props, prior) for prior in case.get("priors", ())]
    return {
        "name": case["name"],
        "study": to_plain(study),
        "props": props,
        "value": {"n": 0, "part": part, "settled": True},
        "gesture": case["gesture"],
        "after": case["after"],
    } | ({"numbers": known} if known else {})


def _trying(study: Study, evidence: Evidence | None, part: dict[str, Any]) -> dict[str, Any]:
    sheet: Any = PriorComponent(study, evidence)
    sheet.value = {"n": 1, "part": part, "settled": True}
    assert imagined(study, part)[1] is not None
    return sheet.props


def _numbers(study: Study, props: dict[str, Any], prior: Prior) -> dict[str, Any]:
    (curve,) = [arm["likelihood"] for arm in props["arms"] if arm["arm"] == prior.arm]
    after, belief, block = swap(curve["theta"], curve["log"], prior), Mixture.prior(prior), Block.of(study)
    low, high = after.interval()
    drawn: Any = after
    found = {"mean": after.mean, "sd": after.sd, "low": low, "high": high}
    return {
        "arm": prior.arm,
        "prior": {
            "shape": to_plain(prior.shape) if prior.shape else None,
            "parts": None if prior.shape else [[part.weight, part.mean, part.sd] for part in prior.parts],
        },
        "expected": rounded(
            {
                "before": chances(belief, study.measure),
                "after": found | chances(drawn, study.measure),
                "days": block.days * elir(belief, block.sd),
            },
            10,
        ),
    }


def rounded(value: Any, digits: int = 8) -> Any:
    """The same with numbers that can be read."""
    if isinstance(value, dict):
        return {key: rounded(item, digits) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [rounded(item, digits) for item in value]
    return float(f"{value:.{digits}g}") if isinstance(value, float) else value


if __name__ == "__main__":
    PLACE.write_text(json.dumps(made(), indent=1, ensure_ascii=False) + "\n", "utf-8")
