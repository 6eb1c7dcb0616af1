"""What holds for every text whatsoever: it is read or refused, and what is read can be believed to be so."""

import json
from collections.abc import Sequence
from dataclasses import fields

from nof1_lab.errors import NofOneError
from nof1_lab.exchange.candidate import CandidateRow, Candidates, read_candidates
from nof1_lab.exchange.field import Edit
from nof1_lab.exchange.text import is_hidden
from nof1_lab.study.candidate import MOST_CANDIDATES, Candidate
from nof1_lab.study.measure import Measure
from nof1_lab.study.plain import to_plain

HOWS = {"read", "repaired", "guessed", "missing", "edited"}
ROLES = {part.name for part in fields(Candidate)} - {"source"}


def is_read_or_refused(
    data: bytes | str, *, name: str = "", measure: Measure | None = None, edits: Sequence[Edit] = ()
) -> Candidates | None:
    """The reading of a text that obeys the law, or None when it was refused in three sentences."""
    try:
        reading = read_candidates(data, name=name, measure=measure, edits=edits)
    except NofOneError as error:
        _require_sentences(str(error))
        return None
    assert 1 <= len(reading.rows) <= MOST_CANDIDATES
    names = [noun.name.casefold() for noun in reading.nouns]
    assert len(set(names)) == len(names), names
    for row in reading.rows:
        _obeys(row, reading)
    _hides_nothing([reading.text, reading.source_name, *reading.notes])
    return reading


def _obeys(row: CandidateRow, reading: Candidates) -> None:
    assert len(row.cells) == len(reading.columns)
    if row.noun is None:
        _require_sentences(row.note)
    else:
        assert (
            Candidate(**{part.name: getattr(row.noun, part.name) for part in fields(Candidate)}) == row.noun
        )
        assert row.noun.source is not None
        assert row.noun.source.sha256 == reading.sha256
        _hides_nothing([json.dumps(to_plain(row.noun), ensure_ascii=False, allow_nan=False)])
    roles = [field.role for field in row.fields]
    assert len(set(roles)) == len(roles)
    assert set(roles) <= ROLES
    for field in row.fields:
        assert field.how in HOWS
        if field.at is not None:
            assert 0 <= field.at[0] < field.at[1] <= len(reading.text)
    _hides_nothing([row.note, *row.cells, *row.warnings])
    _hides_nothing([word for field in row.fields for word in (field.text, field.note, field.label)])


def _hides_nothing(words: Sequence[str]) -> None:
    hidden = [ascii(word[:80]) for word in words if any(map(is_hidden, word))]
    assert hidden == []


def _require_sentences(words: str) -> None:
    assert words.endswith("."), words
    assert not any(map(is_hidden, words)), ascii(words)
    assert len(words) < 2_000
