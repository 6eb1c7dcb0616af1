"""Rank, test, learn: N-of-1 trials of what a model proposed."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nof1_lab.apps.notebook import new_study as new
    from nof1_lab.apps.notebook import open_study as open  # noqa: A004 - `lab.open` reads as it should
    from nof1_lab.errors import NofOneError
    from nof1_lab.exchange.candidate import read_candidates
    from nof1_lab.inference.elicit import believed
    from nof1_lab.inference.named import named
    from nof1_lab.inference.prior import prior_of
    from nof1_lab.inference.waterfall import waterfall
    from nof1_lab.inference.worth import worth
    from nof1_lab.study.analysis import Analysis, Normal
    from nof1_lab.study.candidate import Candidate
    from nof1_lab.study.diary import Entry
    from nof1_lab.study.discount import Discount
    from nof1_lab.study.measure import Measure
    from nof1_lab.study.prior import Part, Prior
    from nof1_lab.study.rule import Rule
    from nof1_lab.study.said import Said
    from nof1_lab.study.schedule import Schedule, given, randomise
    from nof1_lab.study.shape import Shape
    from nof1_lab.study.steps import (
        agree,
        analyse,
        believe,
        choose,
        discount,
        doubt,
        plan,
        propose,
        record,
        register,
        rename,
        withdraw,
    )
    from nof1_lab.version import VERSION

__all__ = [
    "VERSION", "Analysis", "Candidate", "Discount", "Entry", "Measure", "NofOneError", "Normal", "Part",
    "Prior", "Rule", "Said", "Schedule", "Shape", "agree", "analyse", "believe", "believed", "choose",
    "discount", "doubt", "given", "named", "new", "open", "plan", "prior_of", "propose", "randomise",
    "read_candidates", "record", "register", "rename", "waterfall", "withdraw", "worth",
]  # fmt: skip

# Where each name comes from: it is fetched when it is first used, so that importing costs nothing.
PLACES = {
    "apps.notebook": "new open",
    "errors": "NofOneError",
    "exchange.candidate": "read_candidates",
    "inference.elicit": "believed",
    "inference.named": "named",
    "inference.prior": "prior_of",
    "inference.waterfall": "waterfall",
    "inference.worth": "worth",
    "study.analysis": "Analysis Normal",
    "study.candidate": "Candidate",
    "study.diary": "Entry",
    "study.discount": "Discount",
    "study.measure": "Measure",
    "study.prior": "Part Prior",
    "study.rule": "Rule",
    "study.said": "Said",
    "study.schedule": "Schedule given randomise",
    "study.shape": "Shape",
    "study.steps": "agree analyse believe choose discount doubt plan propose record register rename withdraw",
    "version": "VERSION",
}
OWN_NAMES = {"new": "new_study", "open": "open_study"}


def __getattr__(name: str) -> Any:
    for place, names in PLACES.items():
        if name in names.split():
            return getattr(import_module(f"{__name__}.{place}"), OWN_NAMES.get(name, name))
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
