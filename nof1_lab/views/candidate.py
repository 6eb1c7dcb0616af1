"""The candidates as they are shown; what is edited here is which of them stay, and which are to be tested."""

from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from nof1_lab.inference.evidence import Evidence
from nof1_lab.study.document import Study
from nof1_lab.study.plain import to_plain
from nof1_lab.study.schedule import MOST_ARMS
from nof1_lab.study.steps import choose, withdraw
from nof1_lab.views.message import refusal, take
from nof1_lab.views.provenance import details, source
from nof1_lab.views.ranking import CHANCES, Ranking, Standing, claimed, domain, numbers, ranking, stages
from nof1_lab.views.schedule import REFERENCE
from nof1_lab.views.sheet import STATIC, Component, Move, Part, Props, Sheet, Widget, require_open
from nof1_lab.views.words import chance, count, listed

UNSAID = "Nobody said how large, or how sure."
BY_RANK = "Nobody said how large, or how sure; there is only a rank."
FEW = 6


@dataclass(frozen=True, slots=True)
class Wanted:
    """The names that the browser sends: of the candidates that stay, and of those to be tested."""

    candidates: tuple[str, ...]
    chosen: tuple[str, ...]


class CandidateSheet(Sheet):
    """What was proposed, in its order, with what each claim would mean for this person."""

    @staticmethod
    def read(study: Study, evidence: Evidence | None = None) -> tuple[Props, Part]:  # noqa: ARG004
        """The candidates with their chances, and where each of them came from."""
        measure, found = study.measure, ranking(study, reference(study))
        rows = [_row(standing) for standing in found.standings]
        spans = [row[key] for row in rows for key in ("stated", "believed")]
        props: Props = {
            "unit": measure.unit,
            "better": measure.better,
            "measure": measure.name,
            "worthwhile": measure.worthwhile,
            "domain": list(domain(measure, spans)),
            "sentence": sentence(study),
            "reference": reference(study),
            "reference_p_best": found.reference_p_best,
            "rows": rows,
            "arms": list(study.schedule.arms) if study.schedule else [],
            "most": MOST_ARMS,
            "locked": bool(study.registration),
        }
        return props, {
            "candidates": [each.name for each in study.candidates],
            "chosen": list(study.chosen),
        }

    @staticmethod
    def moves(study: Study, part: Part) -> tuple[Move, ...]:
        """One withdrawal of all that are gone, and one choice; nothing else can be changed here."""
        wanted: Wanted = take(Wanted, part)
        known = [candidate.name for candidate in study.candidates]
        kept = [name for name in known if name in wanted.candidates]
        if list(wanted.candidates) != kept:
            raise refusal("A candidate was added or moved", "The same candidates, or fewer,")
        if not set(wanted.chosen) <= set(kept) or len(set(wanted.chosen)) < len(wanted.chosen):
            raise refusal("Something was chosen that is not there", "Names of candidates, each once,")
        gone = tuple(name for name in known if name not in kept)
        moves = [Move(withdraw, gone)] if gone else []
        if set(wanted.chosen) != set(study.chosen) - set(gone):
            moves.append(Move(choose, wanted.chosen))
        if moves:
            require_open(study)
        return tuple(moves)


class CandidateComponent(CandidateSheet, Component):  # pyright: ignore[reportIncompatibleMethodOverride] - Panel shows by serving
    """The candidate sheet for Panel."""

    _esm = STATIC / "candidate.js"


class CandidateWidget(CandidateSheet, Widget):
    """The candidate sheet for ipywidgets."""

    _esm = STATIC / "candidate.js"


def reference(study: Study) -> str:
    """What all candidates are compared with."""
    return study.schedule.reference if study.schedule else REFERENCE


def table(study: Study) -> pd.DataFrame:
    """The candidates with what they claim, what is believed of this person, and their chances."""
    columns = ["rank", "name", "estimate", "lower", "upper", "level", "from", "to", *CHANCES, "model"]
    rows = [_line(standing) for standing in ranking(study, reference(study)).standings]
    return pd.DataFrame(rows, columns=columns)


def sentence(study: Study) -> str:
    """What was proposed, in words, and who leads."""
    if not study.candidates:
        return "Nothing is proposed yet: paste what your model said, or open its file."
    found = ranking(study, reference(study))
    unknown = [each.candidate.name for each in found.standings if not each.is_known]
    names = [candidate.name for candidate in study.candidates]
    told = f"{count(len(names), 'candidate')}: {_few(names)}."
    unsure = (
        f" Nobody said how large the effect of {_few(unknown)} is, or how sure that is." if unknown else ""
    )
    return f"{told}{_leading(found, reference(study))}{unsure}"


def _leading(found: Ranking, usual: str) -> str:
    known = [each for each in found.standings if each.is_known]
    if not known or found.reference_p_best is None:
        return ""
    first = max(known, key=lambda each: each.chances["best"])
    name, p = first.candidate.name, first.chances["best"]
    return (
        f" By what is believed now, the best of all is {name} with a chance of {chance(p)},"
        f" and {usual} with {chance(found.reference_p_best)}."
    )


def _few(names: list[str]) -> str:
    more = len(names) - FEW + 1
    return listed(names if more < 2 else [*names[: FEW - 1], f"{more} more"])


def _row(standing: Standing) -> dict[str, Any]:
    return {
        "candidate": to_plain(replace(standing.candidate, source=None)),
        "origin": standing.origin,
        "stated": claimed(standing),
        "believed": numbers(standing.believed),
        **{f"p_{key}": standing.chances.get(key) for key in CHANCES},
        "order": {key: standing.order.get(key) for key in CHANCES},
        "unsaid": _unsaid(standing),
        "waterfall": stages(standing),
        "details": details(standing.candidate),
        "source": source(standing.candidate),
    }


def _unsaid(standing: Standing) -> str:
    """Why there is nothing to draw; empty when there is."""
    if standing.is_known:
        return ""
    if not standing.candidate.is_empty:
        return standing.waterfall[0].note
    return UNSAID if standing.candidate.rank is None else BY_RANK


def _line(standing: Standing) -> dict[str, Any]:
    candidate, belief = standing.candidate, numbers(standing.believed) or {}
    return {
        "rank": candidate.rank,
        "name": candidate.name,
        "estimate": candidate.estimate,
        "lower": candidate.lower,
        "upper": candidate.upper,
        "level": candidate.level if candidate.has_interval else None,
        "from": belief.get("low"),
        "to": belief.get("high"),
        **{key: standing.chances.get(key) for key in CHANCES},
        "model": candidate.model,
    }
