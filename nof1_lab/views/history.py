"""What was done to a study, step by step, in words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from nof1_lab.study.log import Log
from nof1_lab.views.words import count, listed, number

Arguments = Mapping[str, Any]
MOST_TOLD = 4  # parts of a mixture that are told one by one
CURVES = {"student": "with heavy tails", "skewed": "that leans"}
ANSWERS = {
    "interval": "an interval",
    "quartiles": "three quartiles",
    "chips": "chips in bins",
    "named": "the named belief: ",
}


@dataclass(frozen=True, slots=True)
class Moment:
    """One step as a person would tell it."""

    number: int
    at: str
    who: str
    step: str
    words: str
    why: str
    is_undone: bool
    is_amendment: bool
    hash: str


def history(log: Log) -> tuple[Moment, ...]:
    """Every step from the beginning, the undone ones too."""
    done: list[int] = []
    undone: list[int] = []
    told: list[str] = []
    for index, link in enumerate(log.links):
        if link.step == "undo":
            undone.append(done.pop())
            told.append(f"took step {undone[-1] + 1} back")
        elif link.step == "redo":
            done.append(undone.pop())
            told.append(f"took step {done[-1] + 1} again")
        else:
            done, undone = [*done, index], []
            told.append(words(link.step, link.arguments))
    return tuple(
        Moment(
            index + 1, link.at, link.who, link.step, told[index], link.why,
            is_undone=link.step not in ("undo", "redo") and index not in done,
            is_amendment=index in log.amended, hash=link.hash,
        )
        for index, link in enumerate(log.links)
    )  # fmt: skip


def words(step: str, arguments: Arguments) -> str:
    """One step in words.

    >>> words("rename", {"title": "Sleep"})
    'gave it the title "Sleep"'
    """
    told = WORDS.get(step)
    return told(arguments) if told else step


def _begun(arguments: Arguments) -> str:
    measure = arguments["measure"]
    return f'began "{arguments["title"]}", measured by {measure["name"]} ({measure["better"]} is better)'


def _proposed(arguments: Arguments) -> str:
    return f"accepted {listed([candidate['name'] for candidate in arguments['candidates']])}"


def _chosen(arguments: Arguments) -> str:
    names = arguments.get("names")
    return f"chose {listed(names)} to be tested" if names else "chose nothing to be tested"


def _believed(arguments: Arguments) -> str:
    return f"set the prior of {listed([_prior(prior) for prior in arguments['priors']])}"


def _prior(prior: Mapping[str, Any]) -> str:
    parts, shape, said = prior["parts"], prior.get("shape"), prior.get("said")
    if said:
        return f"{prior['arm']} to {ANSWERS.get(said['way'], said['way'])}{said['name']}"
    if shape and shape["family"] in CURVES:
        around = f"around {number(shape['middle'])}, spread {number(shape['spread'])}"
        return f"{prior['arm']} to a curve {CURVES[shape['family']]}, {around}"
    if len(parts) > MOST_TOLD:
        return f"{prior['arm']} to a mixture of {len(parts)} bells"
    bells = [f"Normal({number(part['mean'])}, {number(part['sd'])})" for part in parts]
    weights = [f"{number(100 * part['weight'])}% " if len(parts) > 1 else "" for part in parts]
    return f"{prior['arm']} to {' + '.join(map(''.join, zip(weights, bells, strict=True)))}"


def _planned(arguments: Arguments) -> str:
    plan = arguments["schedule"]
    everyone = [plan["reference"], *plan["arms"]]
    order = "".join("ABCDEFGHIJKLMNOPQRSTUVWXYZ"[everyone.index(arm)] for arm in plan["sequence"])
    seed = f", seed {plan['seed']}" if plan.get("seed") is not None else ""
    length = count(plan["days"], "day")
    return f"planned {order} of {listed(everyone)}, {length} each, from {plan['start']}{seed}"


def _recorded(arguments: Arguments) -> str:
    entries = arguments["entries"]
    written = sorted(entry["day"] for entry in entries if entry["value"] is not None)
    struck = sorted(entry["day"] for entry in entries if entry["value"] is None)
    told = [
        f"{verb} {_days(days)}" for verb, days in (("wrote down", written), ("struck out", struck)) if days
    ]
    return " and ".join(told)


def _days(days: list[int]) -> str:
    return f"day {days[0]}" if len(days) == 1 else f"{len(days)} days from {days[0]} to {days[-1]}"


WORDS: dict[str, Callable[[Arguments], str]] = {
    "begin": _begun,
    "rename": lambda arguments: f'gave it the title "{arguments["title"]}"',
    "propose": _proposed,
    "withdraw": lambda arguments: f"withdrew {listed(arguments['names'])}",
    "choose": _chosen,
    "believe": _believed,
    "doubt": lambda arguments: f"forgot the prior set for {listed(arguments['arms'])}",
    "discount": lambda arguments: (
        f"said how far the claim for {listed([each['arm'] for each in arguments['discounts']])} is believed"
    ),
    "ask": lambda arguments: f"asked {arguments['call']['model']} at {arguments['call']['endpoint']}",
    "plan": _planned,
    "record": _recorded,
    "analyse": lambda _: "changed the analysis plan",
    "agree": lambda _: "changed the decision rule",
    "register": lambda _: "registered the protocol",
}
