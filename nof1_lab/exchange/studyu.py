"""The interventions of a StudyU study definition: their names and words, and nothing of its schedule."""

from collections.abc import Mapping
from dataclasses import replace

from nof1_lab.exchange.piece import Found, Piece, Record
from nof1_lab.exchange.text import cell

ITS_OWN_WORDS = (
    "observations questionnaire eligibility_criteria report_specification participation user_id consent"
)
ITS_OWN = frozenset(ITS_OWN_WORDS.split())
BASELINE = "__baseline"


def is_study(parts: Mapping[str, Piece]) -> bool:
    """Whether a mapping is a study definition and no list of candidates."""
    interventions = parts.get("interventions")
    return (
        interventions is not None and isinstance(interventions.value, list) and len(ITS_OWN & set(parts)) >= 2
    )


def study_records(parts: Mapping[str, Piece]) -> Found:
    """One record for each intervention; its id stands in its note."""
    records = [_record(item) for item in parts["interventions"].value if item.is_whole]
    title = cell(parts["title"].words)[:80] if "title" in parts else ""
    kept = tuple(record for record in records if record is not None)
    note = f"These are the interventions of the StudyU study {title!r}; its schedule was left out."
    return Found(kept, (note,))


def _record(item: Piece) -> Record | None:
    if not isinstance(item.value, Mapping):
        return Record({"name": item}, is_readable=False)
    said, name = item.value.get("id"), item.value.get("name")
    if said is not None and said.value == BASELINE:
        return None
    note = f"Its id in StudyU is {cell(said.words)[:80]!r}." if said is not None and said.words else ""
    if name is None or not name.words.strip():
        named = said.guess(said.value, "It has no name; its id was taken.") if said is not None else item
    else:
        named = replace(name, note=note)
    description = item.value.get("description")
    parts = {"name": named} | ({"rationale": description} if description is not None else {})
    return Record(parts)
