"""Where a candidate came from, part by part: the words it was read from, and how it was read."""

from typing import Any

from nof1_lab.exchange.field import LABELS
from nof1_lab.study.candidate import Candidate
from nof1_lab.study.source import Group, Mark
from nof1_lab.views.words import number

HASH_SHOWN = 12
CHOICES = {
    "mean_effect": "the mean effect in many people",
    "individual_effect": "the effect in one person",
    "unknown": "not said",
    "log_ratio": "logarithm of a ratio",
    "odds": "odds ratio",
    "log_odds": "logarithm of an odds ratio",
    "lower": "lowers the measure",
    "higher": "raises the measure",
    "trial": "trials that drew by chance",
    "cohort": "people observed",
    "mechanism": "how it should work",
    "none": "no evidence",
}
CHOSEN = ("scale", "interval_kind", "direction", "design")
UNSAID = {"level": "lower", "scale": "estimate", "interval_kind": "lower"}  # a default, unless that is there


def details(candidate: Candidate) -> list[dict[str, Any]]:
    """Every part that is known, in words, with the words behind it."""
    marks = {mark.part: mark for mark in candidate.source.marks} if candidate.source else {}
    return [
        _detail(label, words, marks.get(part))
        for part, label in LABELS.items()
        if (words := said(candidate, part)) and _is_said(candidate, part, marks)
    ]


def said(candidate: Candidate, part: str) -> str:
    """One part in words; empty when it is not known."""
    value: Any = getattr(candidate, part)
    if value is None or value in ("", ()):
        return ""
    if part == "level":
        return f"{number(100 * value)}%"
    if part in CHOSEN:
        return CHOICES.get(str(value), str(value))
    if isinstance(value, tuple):
        return "\n".join(_group(item) if isinstance(item, Group) else item for item in value)
    return number(value) if isinstance(value, float) else str(value)


def source(candidate: Candidate) -> dict[str, str] | None:
    """The text that it was read from: its name and the beginning of its hash."""
    if candidate.source is None:
        return None
    return {"name": candidate.source.name, "hash": candidate.source.sha256[:HASH_SHOWN]}


def _is_said(candidate: Candidate, part: str, marks: dict[str, Mark]) -> bool:
    return part in marks or part not in UNSAID or getattr(candidate, UNSAID[part]) is not None


def _detail(label: str, words: str, mark: Mark | None) -> dict[str, Any]:
    return {
        "label": label,
        "text": words,
        "how": mark.how if mark else "",
        "quote": mark.quote if mark else "",
        "note": mark.note if mark else "",
    }


def _group(group: Group) -> str:
    return group.name if group.share is None else f"{group.name} ({number(100 * group.share)}%)"
