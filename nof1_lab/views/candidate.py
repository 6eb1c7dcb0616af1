"""The candidates as they are shown; what is edited here is which of them stay."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from nof1_lab.inference.evidence import Evidence
from nof1_lab.inference.prior import origin_of, prior_of
from nof1_lab.study.candidate import Candidate
from nof1_lab.study.document import Study
from nof1_lab.study.plain import to_plain
from nof1_lab.study.steps import withdraw
from nof1_lab.views import prior
from nof1_lab.views.message import refusal, take
from nof1_lab.views.sheet import STATIC, Component, Move, Part, Props, Sheet, Widget, require_open
from nof1_lab.views.words import count, listed


@dataclass(frozen=True, slots=True)
class Ranking:
    """The candidates as the browser sends them."""

    candidates: tuple[Candidate, ...]


class CandidateSheet(Sheet):
    """What was proposed, in its order, with what each claim would mean for this person."""

    @staticmethod
    def read(study: Study, evidence: Evidence | None = None) -> tuple[Props, Part]:  # noqa: ARG004
        """The candidates, with the way from their claims to their priors."""
        measure = study.measure
        props: Props = {
            "unit": measure.unit,
            "better": measure.better,
            "measure": measure.name,
            "worthwhile": measure.worthwhile,
            "domain": list(prior.domain(study)),
            "rows": [_row(study, candidate) for candidate in study.candidates],
            "locked": bool(study.registration),
        }
        return props, {"candidates": to_plain(study.candidates)}

    @staticmethod
    def moves(study: Study, part: Part) -> tuple[Move, ...]:
        """One withdrawal of all that are gone; nothing else can be changed here."""
        wanted: Ranking = take(Ranking, part)
        names = [candidate.name for candidate in wanted.candidates]
        kept = tuple(candidate for candidate in study.candidates if candidate.name in names)
        if wanted.candidates != kept:
            raise refusal("A candidate was changed, added or moved", "The same candidates, or fewer,")
        gone = tuple(candidate.name for candidate in study.candidates if candidate.name not in names)
        if gone:
            require_open(study)
        return (Move(withdraw, gone),) if gone else ()


class CandidateComponent(CandidateSheet, Component):  # pyright: ignore[reportIncompatibleMethodOverride] - Panel shows by serving
    """The candidate sheet for Panel."""

    _esm = STATIC / "candidate.js"


class CandidateWidget(CandidateSheet, Widget):
    """The candidate sheet for ipywidgets."""

    _esm = STATIC / "candidate.js"


def table(study: Study) -> pd.DataFrame:
    """The candidates with what they claim."""
    rows = [
        {
            "rank": candidate.rank,
            "name": candidate.name,
            "estimate": candidate.estimate,
            "lower": candidate.lower,
            "upper": candidate.upper,
            "level": candidate.level if candidate.has_interval else None,
            "model": candidate.model,
        }
        for candidate in study.candidates
    ]
    columns = ["rank", "name", "estimate", "lower", "upper", "level", "model"]
    return pd.DataFrame(rows, columns=columns)


def sentence(study: Study) -> str:
    """What was proposed, in words."""
    if not study.candidates:
        return "Nothing is proposed yet: paste what your model said, or open its file."
    without = [candidate.name for candidate in study.candidates if not candidate.has_interval]
    unsure = f" Nobody said how sure they are of {listed(without)}." if without else ""
    names = listed([candidate.name for candidate in study.candidates])
    return f"{count(len(study.candidates), 'candidate')}: {names}.{unsure}"


def _row(study: Study, candidate: Candidate) -> dict[str, Any]:
    numbers = prior.before(prior_of(study, candidate.name), study.measure)
    is_known = origin_of(study, candidate.name) != "nothing known"
    return {
        "name": candidate.name,
        "p_benefit": numbers.p_benefit if is_known else None,
        "p_worthwhile": numbers.p_worthwhile if is_known else None,
        "waterfall": prior.stages(study, candidate.name),
    }
