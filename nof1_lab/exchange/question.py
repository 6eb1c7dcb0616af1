"""What a model is asked: built from a few named facts of a study, and from nothing else.

The title, who took which step and when, reasons, the diary, the schedule's dates, rationales and sources are
never looked at here. What a person types for the model stands in a field of its own, the topic.
"""

import json
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias, get_args

from nof1_lab.errors import AskError
from nof1_lab.exchange.identifier import without
from nof1_lab.exchange.text import line
from nof1_lab.study.candidate import Design, EffectScale, IntervalKind
from nof1_lab.study.document import Study

Form: TypeAlias = Literal["schema", "object", "text"]
FORMS: tuple[Form, ...] = get_args(Form)
MOST_PROPOSALS = 10
MOST_IN_A_TOPIC = 2_000
LONGEST_MODEL = 200

TEXT, NUMBER, WHOLE = {"type": "string"}, {"type": ["number", "null"]}, {"type": ["integer", "null"]}
# What is asked of each candidate, in the order of thought: a part of the noun, its type, what it means.
PARTS: tuple[tuple[str, dict[str, Any], str], ...] = (
    ("name", TEXT, "short and specific, with its dose if it has one"),
    ("rank", WHOLE, "1 for the most promising, then 2, 3, ..."),
    ("rationale", TEXT, "why, in at most three sentences"),
    ("dose", TEXT, "how much, how often, at what time; empty when it has none"),
    (
        "design",
        {"type": "string", "enum": [*filter(None, get_args(Design))]},
        "the best evidence there is: trials, cohorts, a mechanism alone, or none",
    ),
    (
        "population",
        {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"name": TEXT, "share": NUMBER},
                "required": ["name", "share"],
                "additionalProperties": False,
            },
        },
        "the people whom the evidence is about, each group with its share from 0 to 1, or null",
    ),
    (
        "scale",
        {"type": "string", "enum": list(get_args(EffectScale))},
        "what estimate, lower and upper are: a difference in the measure's unit, if you can",
    ),
    ("estimate", NUMBER, "the expected effect against going on as before; null when nothing is known"),
    ("lower", NUMBER, "the lower end of the interval, or null"),
    ("upper", NUMBER, "the upper end of the interval, or null"),
    (
        "level",
        NUMBER,
        "how much of your belief lies inside the interval, such as 0.95; null without an interval",
    ),
    (
        "interval_kind",
        {"type": "string", "enum": list(get_args(IntervalKind))},
        "whether the interval is about the mean effect in a group or about the effect in one person",
    ),
    ("onset_days", NUMBER, "days until it acts, or null"),
    ("washout_days", NUMBER, "days until it is gone after the last time, or null"),
    ("citations", {"type": "array", "items": TEXT}, "only such as you are sure exist; empty otherwise"),
    ("model", TEXT, "your own name and version"),
)


@dataclass(frozen=True, slots=True)
class Question:
    """The facts that a model is told, as they would leave; ``taken_out`` says what was left behind."""

    measure: str
    better: str
    worthwhile: float
    unit: str = ""
    scale: str = "continuous"
    low: float | None = None
    high: float | None = None
    days: int | None = None
    names: tuple[str, ...] = ()
    topic: str = ""
    taken_out: tuple[str, ...] = ()


def question(study: Study, topic: str = "") -> Question:
    """What a model is told of a study, and of what the person typed for it."""
    if len(topic) > MOST_IN_A_TOPIC:
        raise AskError(
            f"The topic is {len(topic)} characters long.",
            f"At most {MOST_IN_A_TOPIC} characters were expected.",
            "Say it in a few sentences.",
        )
    measure, notes = study.measure, list[str]()

    def clean(text: str, place: str) -> str:
        left, kinds = without(line(text))
        notes.extend(f"{kind[0].upper()}{kind[1:]} was taken out of {place}." for kind in kinds)
        return left

    return Question(
        clean(measure.name, "the measure's name"),
        measure.better,
        measure.worthwhile,
        clean(measure.unit, "the measure's unit"),
        measure.scale,
        measure.low,
        measure.high,
        study.schedule.days if study.schedule else None,
        tuple(clean(candidate.name, "a candidate's name") for candidate in study.candidates),
        clean(topic, "the topic"),
        tuple(dict.fromkeys(notes)),
    )


def words(asked: Question) -> str:
    """The question as a person can read it, and paste it into any chat."""
    return "\n".join([*_facts(asked), "", *_rules(asked), "", *_form()])


def schema() -> dict[str, Any]:
    """The form of the answer as a JSON Schema, in the strict dialect of structured outputs."""
    return {
        "type": "object",
        "properties": {
            "candidates": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {name: kind for name, kind, _ in PARTS},
                    "required": [name for name, _, _ in PARTS],
                    "additionalProperties": False,
                },
            }
        },
        "required": ["candidates"],
        "additionalProperties": False,
    }


def body(asked: Question, *, model: str, form: Form = "schema") -> bytes:
    """The same bytes for the same question: what a chat endpoint is sent."""
    name = line(model)
    if not 0 < len(name) <= LONGEST_MODEL:
        raise AskError(
            "No model is named." if not name else f"The model's name is {len(name)} characters long.",
            f"A name of 1 to {LONGEST_MODEL} characters was expected, as the endpoint lists it.",
            "Name the model, such as llama3.1 or qwen3.",
        )
    plain: dict[str, Any] = {"model": name, "messages": [{"role": "user", "content": words(asked)}]}
    if form == "schema":
        named = {"name": "candidates", "strict": True, "schema": schema()}
        plain["response_format"] = {"type": "json_schema", "json_schema": named}
    elif form == "object":
        plain["response_format"] = {"type": "json_object"}
    return json.dumps(plain | {"stream": False}, ensure_ascii=False, allow_nan=False, indent=1).encode()


def plainer(form: Form) -> Form:
    """The next plainer form of a question."""
    return FORMS[min(FORMS.index(form) + 1, len(FORMS) - 1)]


def _facts(asked: Question) -> list[str]:
    unit = f" in {asked.unit}" if asked.unit else ""
    ends = "" if asked.low is None or asked.high is None else f", from {asked.low:g} to {asked.high:g}"
    change = f"{asked.worthwhile:g} {asked.unit}".strip()
    told = [
        "A trial on one person is being planned: candidates are compared with going on as before, or with",
        "each other, in turn and in random order. Propose what is worth trying, with honest uncertainty.",
        "",
        f"Measured every day: {_quoted(asked.measure)}{unit} ({asked.scale}{ends}).",
        f"{asked.better.capitalize()} is better. A change of {change} or more would be worth having.",
    ]
    if asked.days is not None:
        told.append(f"Each candidate is taken for {asked.days} days at a time.")
    if asked.topic:
        told.append(f"What it is about, in the person's own words: {_quoted(asked.topic)}.")
    if asked.names:
        listed = ", ".join(_quoted(name) for name in asked.names)
        told.append(f"Already on the list, judge these too, under exactly these names: {listed}.")
    return told


def _rules(asked: Question) -> list[str]:
    unit = asked.unit or "the measure's own units"
    sign = "negative" if asked.better == "lower" else "positive"
    return [
        f"- Propose at most {MOST_PROPOSALS} candidates beyond those on the list, the most promising first.",
        f"- An effect is the measure with the candidate minus the measure without it, in {unit}.",
        f"- An effect that helps is {sign} here.",
        "- An interval says how sure you are: make it as wide as your doubt.",
        "- Where nothing is known, write null. Invent no number and no reference.",
    ]


def _form() -> list[str]:
    parts = [f'  "{name}": {_kind(kind)}; {meaning}' for name, kind, meaning in PARTS]
    return [
        'Answer with one JSON object alone, {"candidates": [...]}, and give every candidate these parts:',
        *parts,
    ]


def _kind(kind: dict[str, Any]) -> str:
    """The type of a part in words."""
    if "enum" in kind:
        return "one of " + ", ".join(_quoted(word) for word in kind["enum"])
    if kind["type"] == "array":
        return (
            "a list of texts"
            if kind["items"] is TEXT
            else 'a list of {"name": text, "share": number or null}'
        )
    if kind is TEXT:
        return "text"
    return "whole number or null" if kind is WHOLE else "number or null"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
