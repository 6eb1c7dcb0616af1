"""Five priors that are always one step away, side by side."""

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from nof1_lab.errors import PriorError
from nof1_lab.inference.amount import amount
from nof1_lab.inference.block import Block
from nof1_lab.inference.prior import derived, stated
from nof1_lab.inference.stance import enthusiastic, near_flat, sceptical
from nof1_lab.study.document import Study
from nof1_lab.study.prior import Prior
from nof1_lab.study.said import Said

Key: TypeAlias = Literal["sceptical", "enthusiastic", "near flat", "stated", "discounted"]


@dataclass(frozen=True, slots=True)
class Named:
    """A prior with a name, and what it stands for in one sentence."""

    key: Key
    label: str
    prior: Prior
    note: str


def named(study: Study, arm: str) -> tuple[Named, ...]:
    """The five named priors of an arm; only the first three while nothing usable is claimed."""
    claim, measure = stated(study, arm), study.measure
    benefit = measure.direction * claim.mean if claim else 0.0
    enough, hoped = amount(measure.worthwhile, measure), enthusiastic(arm, benefit, measure)
    around = amount(hoped.mean, measure)
    open_to_all = (
        _named("sceptical", "Sceptical", sceptical(arm, measure.worthwhile),
               f"Around no effect: a benefit of {enough} or more is given 5 in 100."),
        _named("enthusiastic", "Enthusiastic", hoped,
               f"Around {around}: that it does not help at all is given 5 in 100."),
        _named("near flat", "Nearly flat", near_flat(arm, Block.of(study).sigma),
               "Anything is possible: your days alone decide."),
    )  # fmt: skip
    if claim is None:
        return open_to_all
    return (
        *open_to_all,
        _named("stated", "As stated", claim, "The claim word for word, as if it could not be wrong."),
        _named("discounted", "Discounted", derived(study, arm), "The claim after all doubts that are on."),
    )


def by_name(study: Study, arm: str, name: str) -> Prior:
    """The named prior of an arm."""
    known = {each.key: each.prior for each in named(study, arm)}
    found = next((prior for key, prior in known.items() if key == name), None)
    if found is None:
        raise PriorError(
            f"There is no prior called {name!r} for {arm!r}.",
            f"One of {', '.join(known)} was expected.",
            "Choose one of these, or draw a prior of your own.",
        )
    return found


def _named(key: Key, label: str, prior: Prior, note: str) -> Named:
    return Named(key, label, replace(prior, said=Said("named", name=key)), note)
