"""Whatever a candidate says, in each way to write it down the same is read."""

import json
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nof1_lab.exchange.candidate import read_candidates

LAW = settings(deadline=None, max_examples=100)

Said = tuple[str, float, float, float]
Way = Callable[[Sequence[Said]], str]

NAMES = [
    "Walk",
    "Vitamin B12",
    "Melatonin 0.5 mg",
    "5-HTP",
    "Café au lait",
    "16:8 fasting",
    "Omega-3 (EPA)",
    "Früh zu Bett",
]


@st.composite
def said(draw) -> list[Said]:
    """Some names, each with an estimate inside its interval, in hundredths."""
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True))
    ends = st.lists(st.integers(-999_999, 999_999), min_size=3, max_size=3, unique=True).map(sorted)
    return [
        (name, middle / 100, low / 100, high / 100) for name in names for low, middle, high in [draw(ends)]
    ]


def dot(value: float) -> str:
    return f"{value:.2f}"


def comma(value: float) -> str:
    return dot(value).replace(".", ",")


def minus(value: float) -> str:
    return dot(value).replace("-", "−")


def virgule(value: float) -> str:
    return minus(value).replace(".", ",")


def english(value: float) -> str:
    return f"{value:,.2f}"


def german(value: float) -> str:
    return english(value).translate(str.maketrans(",.", ".,"))


def swiss(value: float) -> str:
    return english(value).replace(",", "’")


def french(value: float) -> str:
    return english(value).translate(str.maketrans(",.-", "\u202f,−"))


def our_json(rows: Sequence[Said]) -> str:
    keys = ("name", "estimate", "lower", "upper")
    return json.dumps({"candidates": [dict(zip(keys, row, strict=True)) for row in rows]})


def torn_json(rows: Sequence[Said]) -> str:
    items = [
        f"{{name: '{name}', estimate: {middle}, ci: [{low}, {high},],}}," for name, middle, low, high in rows
    ]
    return "```\n{candidates: [\n" + "\n".join(items) + "\n] // that is all\n}\n```"


def divided(divider: str, number: Callable[[float], str], headings: str) -> Way:
    """Rows divided by commas, semicolons or tabs."""

    def written(rows: Sequence[Said]) -> str:
        lines = [divider.join([name, *map(number, numbers)]) for name, *numbers in rows]
        return "\n".join([headings.replace(",", divider), *lines])

    return written


def table(number: Callable[[float], str], headings: str, to: str) -> Way:
    """A Markdown table with the interval in one cell."""

    def written(rows: Sequence[Said]) -> str:
        lines = [
            f"| {name} | {number(middle)} | {number(low)}{to}{number(high)} |"
            for name, middle, low, high in rows
        ]
        return "\n".join([headings, "|---|---|---|", *lines])

    return written


def listed(number: Callable[[float], str], interval: str) -> Way:
    """A numbered list."""

    def written(rows: Sequence[Said]) -> str:
        return "\n".join(
            f"{rank}. {name}: {number(middle)} ({interval.format(number(low), number(high))})"
            for rank, (name, middle, low, high) in enumerate(rows, 1)
        )

    return written


WAYS: dict[str, Way] = {
    "our JSON": our_json,
    "torn JSON": torn_json,
    "commas": divided(",", dot, "name,estimate,lower,upper"),
    "tabs": divided("\t", minus, "Treatment,Effect,CI low,CI high"),
    "semicolons": divided(";", comma, "Name,Effekt,Untere Grenze,Obere Grenze"),
    "points-virgules": divided(";", virgule, "nom,effet,borne inférieure,borne supérieure"),
    "a table": table(minus, "| Name | Estimate | 95% CI |", " to "),
    "a table with dashes": table(dot, "| Name | Estimate | 95% CI |", " – "),
    "eine Tabelle": table(virgule, "| Name | Effekt | 95%-KI |", " bis "),
    "un tableau": table(virgule, "| Nom | Effet | IC à 95 % |", " à "),
    "a list": listed(minus, "95% CI {} to {}"),
    "a list of brackets": listed(dot, "95% CI [{}, {}]"),
    "eine Liste": listed(virgule, "95%-KI {} bis {}"),
    "thousands in English": table(english, "| Name | Estimate | 95% CI |", " to "),
    "Tausender": divided(";", german, "Name,Effekt,Untere Grenze,Obere Grenze"),
    "Schweizer Tausender": table(swiss, "| Name | Effekt | 95%-KI |", " bis "),
    "milliers": table(french, "| Nom | Effet | IC à 95 % |", " à "),
    "Tausender in einer Liste": listed(german, "95%-KI {} bis {}"),
    "une liste": listed(virgule, "IC à 95 % {} à {}"),
}


@LAW
@pytest.mark.parametrize("way", WAYS)
@given(rows=said())
def test_what_was_written_down_is_read(way, rows):
    text = WAYS[way](rows)
    found = [
        (noun.name, noun.estimate, noun.lower, noun.upper, noun.level, noun.scale)
        for noun in read_candidates(text).nouns
    ]
    assert found == [(*row, 0.95, "difference") for row in rows], text


@LAW
@given(rows=said(), first=st.sampled_from(sorted(WAYS)), second=st.sampled_from(sorted(WAYS)))
def test_two_ways_to_write_say_the_same(rows, first, second):
    one, other = (read_candidates(WAYS[way](rows)) for way in (first, second))
    assert [noun.estimate for noun in one.nouns] == [noun.estimate for noun in other.nouns]
