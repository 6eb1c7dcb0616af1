"""The prior sheet's examples: what Python sends now, and numbers that the browser works out as well."""

import json
from typing import Any

import pytest
from views.prior_examples import PLACE, made

from nof1_lab.inference.mixture import Mixture
from nof1_lab.inference.size import elir
from nof1_lab.inference.swap import swap
from nof1_lab.study.document import Study
from nof1_lab.study.part import Part
from nof1_lab.study.plain import from_plain
from nof1_lab.study.prior import Prior
from nof1_lab.study.shape import Shape
from nof1_lab.views.belief import chances

Example = dict[str, Any]
EXAMPLES: list[Example] = json.loads(PLACE.read_text("utf-8"))


def numbers() -> list[Any]:
    return [
        pytest.param(example, known, id=f"{example['name']}: {known['arm']} {known['prior']}")
        for example in EXAMPLES
        for known in example.get("numbers", ())
    ]


@pytest.mark.parametrize(("example", "known"), numbers())
def test_both_halves_work_out_the_same_numbers(example: Example, known: dict[str, Any]):
    shown, given, expected = example["props"], known["prior"], known["expected"]
    (arm,) = [each for each in shown["arms"] if each["arm"] == known["arm"]]
    shape = from_plain(Shape | None, given["shape"])
    parts = shape.parts if shape else tuple(Part(*row) for row in given["parts"])
    belief, measure = Prior(known["arm"], parts), from_plain(Study, example["study"]).measure
    assert chances(Mixture.prior(belief), measure) == pytest.approx(expected["before"], abs=1e-6)
    after: Any = swap(arm["likelihood"]["theta"], arm["likelihood"]["log"], belief)
    low, high = after.interval()
    found = {"mean": after.mean, "sd": after.sd, "low": low, "high": high}
    assert found | chances(after, measure) == pytest.approx(expected["after"], abs=1e-6)
    worth = arm["worth"]
    days = worth["per_block_days"] * elir(Mixture.prior(belief), worth["sigma_d"])
    assert days == pytest.approx(expected["days"], rel=1e-5)


WORDS = (".note", ".sentence")  # they may be said better at any time


def test_the_examples_of_the_prior_sheet_are_what_python_sends():
    """`python tests/views/prior_examples.py` writes them anew."""
    assert near(made(), EXAMPLES) == []


def near(ours: object, theirs: object, where: str = "") -> list[str]:
    """Where two JSON values differ by more than rounding."""
    if isinstance(ours, dict) and isinstance(theirs, dict) and set(ours) == set(theirs):
        return [each for key in ours for each in near(ours[key], theirs[key], f"{where}.{key}")]
    if isinstance(ours, list | tuple) and isinstance(theirs, list) and len(ours) == len(theirs):
        pairs = zip(ours, theirs, strict=True)
        return [each for i, (one, other) in enumerate(pairs) for each in near(one, other, f"{where}[{i}]")]
    if type(ours) in (int, float) and type(theirs) in (int, float):
        return [] if ours == pytest.approx(theirs, rel=1e-5, abs=1e-7) else [f"{where}: {ours} {theirs}"]
    if where.endswith(WORDS) and ours and theirs:
        return []
    return [] if ours == theirs else [f"{where}: {ours!r} {theirs!r}"]
