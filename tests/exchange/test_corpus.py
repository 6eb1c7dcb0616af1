"""What is read out of pasted texts: good, sloppy, contradictory and hostile ones."""

import json
from collections import Counter
from collections.abc import Iterator

import pytest
from exchange.case import KINDS, Case, attacks, cases
from exchange.expected import ROLES, outcome

from nof1_lab.errors import ReadError
from nof1_lab.exchange.candidate import Candidates, read_candidates
from nof1_lab.exchange.text import is_hidden
from nof1_lab.study.plain import to_plain

LEAST = {"good": 53, "sloppy": 55, "contradictory": 18, "hostile": 36}
ACCURACY = {"good": 1.0, "sloppy": 0.95}


def named(case: Case) -> str:
    return case.name


def of(*kinds: str) -> list[Case]:
    return [case for case in cases() if case.kind in kinds]


def read(case: Case) -> Candidates | None:
    try:
        return read_candidates(case.data, name=case.file, measure=case.measure)
    except ReadError:
        return None


@pytest.mark.parametrize("case", of("good"), ids=named)
def test_a_good_text_is_read_in_full_and_each_field_from_where_it_stands(case):
    assert outcome(case).problems == []


@pytest.mark.parametrize("case", of("sloppy"), ids=named)
def test_a_sloppy_text_is_read_and_what_was_repaired_or_guessed_is_said(case):
    assert outcome(case).problems == []


@pytest.mark.parametrize("case", of("contradictory"), ids=named)
def test_what_contradicts_itself_is_refused_row_by_row_or_warned_of(case):
    assert outcome(case).problems == []


@pytest.mark.timeout(20)
@pytest.mark.parametrize("case", of("hostile"), ids=named)
def test_a_hostile_text_is_text_and_nothing_else(case):
    assert outcome(case).problems == []


def test_the_corpus_is_as_large_as_it_was():
    assert Counter(case.kind for case in cases()) >= Counter(LEAST)


def counts(kind: str) -> Iterator[tuple[str, int, int]]:
    """Each field of a kind of text: how often it was read right, how often it was looked at."""
    findings = [finding for case in of(kind) for finding in outcome(case).findings]
    for role in ROLES:
        of_role = [finding for finding in findings if finding.role == role]
        yield role, sum(not finding.wrong for finding in of_role), len(of_role)


def test_the_fields_of_good_and_sloppy_texts_are_read_right(record_property):
    found = {kind: {role: (right, all_) for role, right, all_ in counts(kind)} for kind in KINDS}
    sums = {kind: tuple(map(sum, zip(*each.values(), strict=True))) for kind, each in found.items()}
    lines = [f"{'fields read right':<20}" + "".join(f"{kind:>15}" for kind in KINDS)]
    rows = [(role, [found[kind][role] for kind in KINDS]) for role in ROLES]
    for role, cells in [*rows, ("together", [sums[kind] for kind in KINDS])]:
        lines.append(f"{role:<20}" + "".join(f"{f'{right} of {all_}':>15}" for right, all_ in cells))
    record_property("report", "\n".join(lines))
    accuracy = {kind: sums[kind][0] / sums[kind][1] for kind in ACCURACY}
    assert all(accuracy[kind] >= least for kind, least in ACCURACY.items()), accuracy


@pytest.mark.parametrize("case", cases(), ids=named)
def test_what_is_shown_hides_nothing(case):
    reading = read(case)
    if reading is None:
        return
    shown = [reading.text, *reading.notes, *(word for row in reading.rows for word in row.cells)]
    shown += [word for row in reading.rows for word in (row.note, *row.warnings)]
    shown += [word for row in reading.rows for field in row.fields for word in (field.text, field.note)]
    shown += [json.dumps(to_plain(noun), ensure_ascii=False) for noun in reading.nouns]
    assert [ascii(text[:80]) for text in shown if any(map(is_hidden, text))] == []


@pytest.mark.parametrize("case", cases(), ids=named)
def test_the_same_text_is_read_the_same_way_each_time(case):
    assert read(case) == read(case)


@pytest.mark.parametrize("case", of("good", "contradictory"), ids=named)
def test_every_field_has_a_place_in_the_text_that_is_shown(case):
    reading = read(case)
    assert reading is not None
    places = [field.at for row in reading.rows for field in row.fields if field.at is not None]
    assert places
    assert [at for at in places if not 0 <= at[0] < at[1] <= len(reading.text)] == []


@pytest.mark.parametrize("attack", attacks("prompts"))
def test_orders_in_a_reason_change_no_number(attack):
    (row,) = read_candidates(
        '[{"name": "Walk", "estimate": -0.3, "lower": -0.6, "upper": 0.0, "rationale": "'
        + attack.replace("\\", "\\\\").replace('"', '\\"')
        + '"}]'
    ).rows
    assert row.noun is not None
    assert (row.noun.estimate, row.noun.lower, row.noun.upper, row.noun.level) == (-0.3, -0.6, 0.0, 0.95)
    assert row.noun.rationale == attack


@pytest.mark.parametrize("attack", attacks("hidden"))
def test_hidden_letters_are_taken_out_of_the_name_and_said(attack):
    row = read_candidates(f"name;estimate\n{attack};0.5\n").rows[0]
    assert row.noun is not None
    assert row.noun.name.isascii()
    assert "idden" in row.note + " ".join(field.note for field in row.fields)


@pytest.mark.parametrize("attack", attacks("names"))
def test_the_name_of_a_file_is_only_shown(attack):
    reading = read_candidates("name,estimate\nWalk,0.5\n", name=attack)
    assert [noun.name for noun in reading.nouns] == ["Walk"]


@pytest.mark.parametrize(
    "attack", ["x" * 4_096 + ".csv", "\u202egpj.csv", "a\0b.csv", "a\nb.csv", "\ud800.csv"]
)
def test_a_name_of_a_file_that_cannot_be_shown_is_made_such_that_it_can(attack):
    reading = read_candidates("name,estimate\nWalk,0.5\n", name=attack)
    assert len(reading.source_name) <= 200
    assert not any(map(is_hidden, reading.source_name))
    assert [noun.name for noun in reading.nouns] == ["Walk"]
