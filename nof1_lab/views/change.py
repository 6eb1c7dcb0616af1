"""How beliefs have changed: who, when and why, with what was believed before and after."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from nof1_lab.inference.mixture import Mixture
from nof1_lab.inference.prior import prior_of
from nof1_lab.study.document import Study
from nof1_lab.study.link import Link
from nof1_lab.study.log import MIGRATIONS, Log, Walk, replay
from nof1_lab.study.prior import Prior
from nof1_lab.views import effect, prior
from nof1_lab.views.colour import letters
from nof1_lab.views.history import history
from nof1_lab.views.picture import Shown
from nof1_lab.views.words import chance, count, measured

TITLE = "How your beliefs have changed"
STEPS = {"believe", "doubt", "discount", "undo", "redo"}


@dataclass(frozen=True, slots=True)
class Change:
    """One arm's belief before and after one step."""

    number: int
    link: Link
    words: str
    study: Study
    before: Prior
    after: Prior


def shown(log: Log) -> Shown | None:
    """Every change of a belief, and a picture of the last one; nothing while there is none."""
    found = tuple(changes(log))
    if not found:
        return None
    return Shown(TITLE, sentence(found), table(found), picture(found[-1]))


def changes(log: Log) -> Iterator[Change]:
    """Every change of what is believed of an arm that a person made, oldest first."""
    told = {moment.number: moment.words for moment in history(log)}
    walk = Walk(replay(log.links[:1]), MIGRATIONS)
    for number, link in enumerate(log.links[1:], start=2):
        before = walk.study
        walk.on(link)
        if link.step not in STEPS:
            continue
        for arm in prior.arms(walk.study):
            pair = prior_of(before, arm), prior_of(walk.study, arm)
            if pair[0] != pair[1]:
                yield Change(number, link, told[number], walk.study, *pair)


def table(found: tuple[Change, ...]) -> pd.DataFrame:
    """A row for every change."""
    return pd.DataFrame([_row(each) for each in found])


def sentence(found: tuple[Change, ...]) -> str:
    """How many there were, and what the last one did."""
    last = found[-1]
    before, after = (prior.before(each, last.study.measure) for each in (last.before, last.after))
    why = f" The reason: {last.link.why}" if last.link.why else " No reason was given."
    return (
        f"{count(len(found), 'change')} so far. The last: {last.link.who} {last.words}; the chance that"
        f" {last.after.arm} is worthwhile went from {chance(before.p_worthwhile)} to"
        f" {chance(after.p_worthwhile)}.{why}"
    )


def picture(last: Change) -> Any:
    """The belief before the last change as a dashed line, the one after it as an area."""
    study, schedule = last.study, last.study.schedule
    grid = np.linspace(*prior.domain(study), effect.POINTS)
    curves = pd.DataFrame(
        {
            "effect": grid,
            "before": Mixture.prior(last.before).density(grid),
            "now": Mixture.prior(last.after).density(grid),
            "meaning": effect.zones(grid, study.measure),
        }
    )
    known = letters(schedule) if schedule else {}
    curves.attrs = {
        "letter": known.get(last.after.arm, "B"),
        "across": f"{last.after.arm}: {measured(study.measure)}",
    }
    return effect.shift_picture(curves)


def _row(change: Change) -> dict[str, Any]:
    measure = change.study.measure
    before, after = (prior.before(each, measure) for each in (change.before, change.after))
    return {
        "step": change.number,
        "when": change.link.at,
        "who": change.link.who,
        "what": change.words,
        "why": change.link.why,
        "arm": change.after.arm,
        "mean before": before.mean,
        "mean after": after.mean,
        "sd before": before.sd,
        "sd after": after.sd,
        "benefit before": before.p_benefit,
        "benefit after": after.p_benefit,
        "worthwhile before": before.p_worthwhile,
        "worthwhile after": after.p_worthwhile,
    }
