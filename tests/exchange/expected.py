"""What a case expects, held against what was read: field by field, with where it was read from."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from hashlib import sha256
from math import isclose
from typing import Any

from exchange.case import Case
from exchange.quoted import holds

from nof1_lab.errors import ReadError
from nof1_lab.exchange.candidate import CandidateRow, Candidates, read_candidates
from nof1_lab.exchange.field import Field
from nof1_lab.study.candidate import Candidate

NOTHING = Candidate("nothing")
# These are never made up: what a case does not list must not be there.
NUMBERS = ("rank", "estimate", "lower", "upper", "level", "scale", "sd", "confidence")
NUMBERS += ("onset_days", "washout_days", "population", "made_on")
ROLES = tuple(part.name for part in fields(Candidate) if part.name != "source")
# A word of the text may stand for these in another word.
CHOICES = ("scale", "interval_kind", "direction", "design")
SURE = ("read", "repaired")

Expected = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at, and what is wrong with it (nothing, when all is well)."""

    role: str
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came out of one case: every field that was looked at, and what else is wrong."""

    findings: tuple[Finding, ...] = ()
    wrong: tuple[str, ...] = ()

    @property
    def problems(self) -> list[str]:
        """All that is wrong, in words."""
        return [*(f"{one.role}: {one.wrong}" for one in self.findings if one.wrong), *self.wrong]


def outcome(case: Case) -> Outcome:
    """What was read out of a case, beside what must be."""
    data = case.data
    try:
        reading = read_candidates(data, name=case.file, measure=case.measure)
    except ReadError as error:
        words = case.header.get("refused")
        if words is None:
            return Outcome(tuple(_lost(case)), (f"refused: {error}",))
        return Outcome(wrong=tuple(_unsaid(words, str(error), "the refusal")))
    rows = case.header.get("candidates") or case.header.get("or_candidates")
    if rows is None:
        return Outcome(wrong=(f"read, and not refused: {[row.note for row in reading.rows][:3]}",))
    return _compared(case, reading, rows, data)


def _lost(case: Case) -> Iterator[Finding]:
    for row in case.header.get("candidates", ()):
        yield from (Finding(role, "was lost") for role in ROLES if role in row)


def _compared(case: Case, reading: Candidates, rows: Sequence[Expected], data: bytes | str) -> Outcome:
    found = [_row(case, expected, row, reading) for expected, row in zip(rows, reading.rows, strict=False)]
    lost = [Finding(role, "was lost") for row in rows[len(found) :] for role in ROLES if role in row]
    wrong = [problem for each in found for problem in each.wrong]
    if len(reading.rows) != len(rows) and not (case.header.get("more") and len(reading.rows) > len(rows)):
        more = len(rows) > len(reading.rows) or not case.header.get("more")
        wrong += [f"{len(reading.rows)} rows instead of {len(rows)}"] if more else []
    wrong += _said_of_the_whole(case, reading)
    digest = sha256(data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")).hexdigest()
    if reading.sha256 != digest:
        wrong.append("the hash is not that of what came in")
    return Outcome(tuple(finding for each in found for finding in each.findings) + tuple(lost), tuple(wrong))


def _said_of_the_whole(case: Case, reading: Candidates) -> Iterator[str]:
    notes = " ".join([*reading.notes, *map(_notes, reading.rows)])
    yield from _unsaid(case.header.get("notes", ()), notes, "the notes")
    yield from _unsaid(["idden"] if case.header.get("hidden") else (), notes, "the notes")
    hows = {field.how for row in reading.rows for field in row.fields}
    if case.header.get("repaired") and not (
        "repaired" in hows or re.search("repair|mended|put right", notes)
    ):
        yield "nothing says that it was repaired"


def _row(case: Case, expected: Expected, row: CandidateRow, reading: Candidates) -> Outcome:
    """The outcome of a row under the reading of it that fits best."""
    ways: list[Outcome] = []
    way: Expected | None = expected
    while way is not None:
        ways.append(_one_way(case, way, row, reading))
        way = way.get("or")
    return min(ways, key=lambda way: len(way.problems))


def _one_way(case: Case, expected: Expected, row: CandidateRow, reading: Candidates) -> Outcome:
    name = expected.get("name", "a row")
    if "refused" in expected:
        said = (f"{name} was taken",) if row.noun else tuple(_unsaid(expected["refused"], row.note, name))
        return Outcome(wrong=said)
    if row.noun is None:
        lost = tuple(Finding(role, "was lost") for role in ROLES if role in expected)
        return Outcome(lost, (f"{name} was refused: {row.note}",))
    free = case.header.get("free", ())
    roles = [role for role in ROLES if role not in free and (role in expected or role in NUMBERS)]
    by_role = {field.role: field for field in row.fields}
    found = tuple(_finding(role, expected, row.noun, by_role.get(role), reading.text) for role in roles)
    listed = tuple(one for role, one in zip(roles, found, strict=True) if role in expected or one.wrong)
    return Outcome(listed, tuple(_said_of_the_row(expected, row, reading)))


def _finding(role: str, expected: Expected, noun: Candidate, field: Field | None, text: str) -> Finding:
    value = getattr(noun, role)
    wanted = expected.get(role, getattr(NOTHING, role))
    if not is_same(role, wanted, value, field):
        return Finding(role, f"{value!r} instead of {wanted!r} in {noun.name!r}")
    how = expected.get("how", {}).get(role)
    if how and (field is None or not re.fullmatch(how, field.how)):
        return Finding(role, f"{field.how if field else 'no field'} instead of {how} in {noun.name!r}")
    if value == getattr(NOTHING, role) or role not in expected:
        return Finding(role)
    return Finding(role, _astray(role, value, field, text))


def _astray(role: str, value: Any, field: Field | None, text: str) -> str:
    """What is wrong with the place that a field was read from."""
    if field is None:
        return "has no field"
    if field.how not in SURE:
        return ""
    if field.at is None:
        return f"{field.how}, from nowhere"
    start, end = field.at
    quote = text[start:end]
    if not 0 <= start < end <= len(text):
        return f"read from {field.at} in a text of {len(text)}"
    if role not in CHOICES and not holds(role, value, quote, is_as_written=field.how == "read"):
        return f"{value!r} does not stand in {quote[:80]!r}"
    return ""


def is_same(role: str, wanted: Any, value: Any, field: Field | None = None) -> bool:
    """Whether the value of a field is the one that was expected."""
    if isinstance(wanted, Mapping) and "any" in wanted:
        return True
    if isinstance(wanted, Mapping) and "word" in wanted:
        guessed = field is not None and field.how == "guessed"
        return value is None or (guessed and 0.5 < value < 1.0)
    if role == "population" and isinstance(wanted, Mapping):
        return {group.name: group.share for group in value} == dict(wanted)
    if role == "citations" and isinstance(wanted, int):
        return len(value) == wanted
    if role == "rationale":
        return wanted in value
    if role == "made_on":
        return (value and value.isoformat()) == wanted
    if isinstance(wanted, int | float) and isinstance(value, int | float):
        return isclose(wanted, value, rel_tol=1e-9, abs_tol=1e-12)
    return value in wanted.split("|") if role == "interval_kind" else value == wanted


def _said_of_the_row(expected: Expected, row: CandidateRow, reading: Candidates) -> Iterator[str]:
    name = expected.get("name", "a row")
    warnings = " ".join(row.warnings)
    yield from _unsaid(expected.get("warnings", ()), warnings, f"the warnings of {name}")
    yield from _unsaid(expected.get("notes", ()), _notes(row), f"the notes on {name}")
    yield from _unsaid(expected.get("says", ()), f"{warnings} {_notes(row)}", f"what is said of {name}")
    for words in expected.get("quiet", ()):
        if re.search(words, warnings, re.IGNORECASE):
            yield f"{name} is warned of: {warnings}"
    source = row.noun.source if row.noun else None
    if source is None or source.sha256 != reading.sha256:
        yield f"{name} does not keep where it came from"


def _notes(row: CandidateRow) -> str:
    return " ".join([row.note, *(field.note for field in row.fields)])


def _unsaid(words: Sequence[str], said: str, where: str) -> Iterator[str]:
    for word in words:
        if not re.search(word, said, re.IGNORECASE):
            yield f"{word!r} is not in {where}: {said[:200]!r}"
