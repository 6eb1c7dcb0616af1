"""Candidates as models and people write them."""

import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nof1_lab.errors import ReadError
from nof1_lab.exchange import candidate, column, text
from nof1_lab.exchange.candidate import Candidates, read_candidates
from nof1_lab.exchange.field import LABELS, Edit
from nof1_lab.study.candidate import Candidate

CORPUS = Path(__file__).parent / "corpus" / "candidates"
MANY = settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])

MELATONIN = Candidate("Melatonin 0.5 mg", rank=1, estimate=0.6, lower=0.1, upper=1.1)
MAGNESIUM = Candidate("Magnesium", rank=2, estimate=0.3, lower=-0.2, upper=0.8)
BOTH = (MELATONIN, MAGNESIUM)
NAMES = (Candidate("Melatonin 0.5 mg"), Candidate("Magnesium"))
RANKED = (Candidate("Melatonin 0.5 mg", rank=1), Candidate("Magnesium", rank=2))
UNRANKED = tuple(replace(one, rank=None) for one in BOTH)
ESTIMATES = (Candidate("Melatonin 0.5 mg", estimate=0.6), Candidate("Magnesium", estimate=0.3))

READ = {
    "ours.json": (
        replace(
            MELATONIN,
            interval_kind="mean_effect",
            rationale="Shortens the time to fall asleep.",
            citations=("A review, 2021", "A trial, 2019"),
            model="model-7",
        ),
        Candidate("Magnesium"),
    ),
    "fenced.md": BOTH,
    "bare_list.json": RANKED,
    "lines.jsonl": RANKED,
    "prose_then_json.txt": (ESTIMATES[0], Candidate("Magnesium", estimate=-0.2)),
    "other_keys.json": (replace(MELATONIN, rank=None, rationale="helps", dose="0.5 mg"),),
    "by_name.json": (Candidate("Melatonin 0.5 mg", rank=1, estimate=0.6), Candidate("Magnesium", rank=2)),
    "nested_interval.json": (replace(UNRANKED[0], level=0.9), UNRANKED[1]),
    "bad_rows.json": (MELATONIN, Candidate("Per cent"), Candidate("A ratio", scale="ratio")),
    "plain_table.md": (
        replace(MELATONIN, rationale="Shortens the time to fall asleep"),
        replace(MAGNESIUM, rationale="Weak evidence"),
    ),
    "marked_up_table.md": (
        replace(MELATONIN, rationale="CNS effect, see review"),
        replace(MAGNESIUM, rationale="may|may not help & is cheap"),
    ),
    "interval_column.md": (
        replace(UNRANKED[0], level=0.9, unit="points"),
        replace(UNRANKED[1], level=0.9, unit="points"),
        Candidate("Walk", level=0.9, unit="points"),
    ),
    "two_tables.md": ESTIMATES[:1],
    "no_outer_bars.md": ESTIMATES,
    "commas.csv": (replace(MELATONIN, rationale="Shortens, a little, the time to fall asleep"), MAGNESIUM),
    "semicolons.csv": BOTH,
    "tabs.tsv": BOTH,
    "fenced_csv.md": ESTIMATES,
    "with_title.csv": ESTIMATES,
    "ragged.csv": (ESTIMATES[0], Candidate("Walk")),
    "names_only.json": NAMES,
}


def corpus(name: str) -> Candidates:
    return read_candidates((CORPUS / name).read_bytes(), name=name)


def bare(reading: Candidates) -> tuple[Candidate, ...]:
    """The candidates without where they came from, which other tests look at."""
    return tuple(replace(noun, source=None) for noun in reading.nouns)


def notes(text: str) -> list[str]:
    return [row.note for row in read_candidates(text).rows]


@pytest.mark.parametrize("name", READ)
def test_the_candidates_of_a_real_answer_are_read(name):
    assert bare(corpus(name)) == READ[name]


@pytest.mark.parametrize("name", sorted(path.name for path in CORPUS.iterdir()))
def test_every_row_of_an_answer_has_a_cell_for_each_column_and_a_candidate_or_a_reason(name):
    reading = corpus(name)
    for row in reading.rows:
        assert len(row.cells) == len(reading.columns)
        assert row.is_ok or row.note.endswith(".")


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_a_byte_order_mark_make_no_difference(ends, mark):
    raw = (CORPUS / "semicolons.csv").read_text("utf-8")
    assert bare(read_candidates((mark + raw.replace("\n", ends)).encode())) == BOTH


def test_what_was_guessed_is_noted_on_the_row():
    assert notes("name;estimate;level\nA;-0,6;90%\n") == [
        "-0,6 was read as -0.6. A level of 90% was read as 0.9."
    ]
    (row,) = read_candidates("name,lower,upper\nA,-12 min,0\n").rows
    assert row.note == "'-12 min' was read as -12, without the unit 'min'."


def test_what_was_left_out_is_noted():
    assert corpus("with_title.csv").notes == ("The column 'Cost' was left out.",)
    assert read_candidates('[{"name": "A", "price": 3}]').rows[0].note == "'price' was left out."
    assert corpus("two_tables.md").notes == ("Only the first table was read.",)


def test_all_blocks_of_json_are_read():
    assert bare(read_candidates('```\n["A"]\n```\nor\n```\n["B"]\n```')) == (Candidate("A"), Candidate("B"))


def test_a_level_in_a_heading_holds_for_every_row():
    assert corpus("marked_up_table.md").notes == ("The level 95% was read from a heading.",)
    assert [one.level for one in read_candidates("name,99% CI\nA,0 to 1\nB,0 to 2\n").nouns] == [0.99, 0.99]


def test_a_per_cent_in_a_heading_that_names_no_interval_is_no_level():
    assert read_candidates("name,change of 20% or more,lower,upper\nA,x,0,1\n").nouns[0].level == 0.95


@pytest.mark.parametrize(
    ("line", "remedy"),
    [
        ("Upside down", "Swap the two ends"),
        ("Outside", "Correct the estimate or the interval"),
        ("One end", "Add the other end"),
        ("Not a number", "as a number"),
        ("Endless", "as a number"),
        ("melatonin 0.5 MG", "Rename or drop one of them"),
        ("a; list", "Correct the name"),
        ("17", "Write it like the others"),
        ("Words", "Correct the estimate, or leave it out"),
        ("A guess", "Correct the interval kind"),
        ("Cited", "Correct the citations, or leave it out"),
    ],
)
def test_a_bad_row_is_refused_with_a_remedy_and_the_others_stay(line, remedy):
    reading = corpus("bad_rows.json")
    (row,) = [row for row in reading.rows if row.cells[reading.columns.index("name")] == line]
    assert row.noun is None
    assert remedy in row.note
    assert len(reading.rows) == 16


def test_an_interval_that_may_mean_two_things_is_refused():
    rows = corpus("interval_column.md").rows
    assert "± may mean either of two things" in rows[2].note


def test_a_cell_too_many_is_a_comma_too_many():
    row = corpus("ragged.csv").rows[1]
    assert row.noun is None
    assert "write numbers with a dot" in row.note


def test_what_a_model_says_is_text_and_nothing_else():
    first, image, code = corpus("instructions.md").nouns
    assert first.rationale.startswith("Ignore all rules")
    assert "<img src=x" in first.rationale
    assert image.rationale == '=HYPERLINK("https://attacker.test")'
    assert image.name == "x"
    assert code.name == '{"name": "Magnesium"}'


HIDDEN = ["\u202e", "\u2066", "\u200b", "\u200d", "\u00ad", "\U000e0041", "\u3164", "\ufeff", "\x1b"]


@pytest.mark.parametrize("letter", HIDDEN)
def test_hidden_letters_are_taken_out_noted_and_shown_as_marks(letter):
    (row,) = read_candidates(
        f'[{{"name": "Mela{letter}tonin", "rationale": "a\\nb"}}]'.replace("\x1b", "\\u001b")
    ).rows
    mark = f"U+{ord(letter):04X}"
    assert row.noun is not None
    assert replace(row.noun, source=None) == Candidate("Melatonin", rationale="a\nb")
    assert row.note == f"Hidden characters were taken out of the name: {mark}."
    assert row.cells == ("Melatonin", "a b")


def test_half_a_letter_is_taken_out_too():
    (row,) = read_candidates('["Mela\\ud800tonin"]').rows
    assert row.noun is not None
    assert row.noun.name == "Melatonin"


def test_names_that_differ_in_hidden_letters_or_capitals_alone_are_one():
    reading = read_candidates('["Melatonin", "Mela\\u200btonin", "MELATONIN"]')
    assert bare(reading) == (Candidate("Melatonin"),)


@pytest.mark.parametrize("name", ["Mélatonine", "メラトニン", "ملاتونين", "💊"])
def test_names_of_all_languages_are_read(name):
    assert bare(read_candidates(f"name,estimate\n{name},1\n")) == (Candidate(name, estimate=1.0),)


@pytest.mark.parametrize(
    ("data", "remedy"),
    [
        ("", "Paste the table or the JSON"),
        (" \n\t", "Paste the table or the JSON"),
        ("\u202e\u202e", "Ask the model for a table"),
        ("I would try melatonin first.", "Ask the model for a table"),
        ("a,b\n1,2\n", "Ask the model for a table"),
        ("name,estimate\n", "Ask the model for a table"),
        ('{"candidates": []}', "Ask the model for a table"),
        ('{"candidates": [{"name": "A"', "up to the last bracket"),
        ('{"candidates": 5}', 'Write {"candidates": [{"name": "..."}]}'),
        ("[" * 100_000, "one object a candidate"),
        ('{"name":' * 100_000, "one object a candidate"),
        (b"\xff\xfen\x00a\x00m\x00e\x00", "Save a spreadsheet as CSV"),
        (b"name,estimate\nM\xe9latonine,1\n", "Save a spreadsheet as CSV"),
        (b"PK\x03\x04\x14\x00\x00\x00\x08\x00", "Save a spreadsheet as CSV"),
        ("name\0,estimate\nA,1\n", "Save a spreadsheet as CSV"),
        ('name,estimate\nA,"1\nB,2\n', "Close the quotes"),
        ('name,estimate\n"A"x,1\n', "Close the quotes"),
        ("name," * 61 + "\nA\n", "Keep the columns that matter"),
        ("name\n" + "".join(f"A{i}\n" for i in range(201)), "Keep the rows that matter"),
        (
            "| name |\n|---|\n" + "".join(f"| A{i} |\n" for i in range(80_000)),
            "Keep the rows that matter",
        ),
        (str([f"A{i}" for i in range(201)]).replace("'", '"'), "Keep the best ranked ones"),
        ("x" * 1_000_001, "Take only the rows that matter"),
    ],
)
def test_a_text_without_candidates_is_refused_with_a_remedy(data, remedy):
    with pytest.raises(ReadError) as caught:
        read_candidates(data)
    assert remedy in caught.value.remedy


@pytest.mark.parametrize("name", ["plan.xlsx", "PLAN.XLSX", "../../plan.zip", "a\u202e.docx", "trial.nof1"])
def test_a_file_that_is_no_text_is_refused_by_its_name(name):
    with pytest.raises(ReadError, match="Save a spreadsheet as CSV"):
        read_candidates(b"name\nA\n", name=name)


def test_200_candidates_can_be_read():
    assert len(read_candidates("name\n" + "".join(f"A{i}\n" for i in range(200))).nouns) == 200


def test_a_long_cell_is_clipped_where_it_is_shown_and_kept_where_it_is_read():
    (row,) = read_candidates(f'[{{"name": "A", "why": "{"x" * 9_000}"}}]').rows
    assert len(row.cells[1]) == text.MOST_IN_A_CELL + 1
    assert row.noun is not None
    assert row.noun.rationale == "x" * 9_000


def test_reading_accepts_nothing_and_the_chosen_rows_are_those_that_can_be():
    reading = corpus("bad_rows.json")
    assert bare(reading) == READ["bad_rows.json"]
    assert [row.is_ok for row in reading.rows].count(True) == 3


def is_read_or_refused(data: bytes | str) -> None:
    """Whatever comes, there are rows to look at or three sentences."""
    try:
        reading = read_candidates(data)
    except ReadError:
        return
    assert reading.rows
    for row in reading.rows:
        assert len(row.cells) == len(reading.columns)
        assert not any(map(text.is_hidden, "".join(row.cells)))
        assert row.is_ok or row.note


LETTERS = "|-,;:\t\n\"'[]{}()#>*_`~\\&<!=0123456789.+−–%"
WORDS = ["\r\n", "```json\n", "```\n", "name", "estimate", "95% CI", "lower", "rank", "|---|---|\n", "null"]
WORDS += [
    "| name | estimate |\n",
    '{"candidates": [',
    '"name": ',
    "NaN",
    "1e999",
    "true",
    "Melatonin",
    " to ",
]
WORDS += ["±", "\u202e", "\u200b", "ü", "\ud800", "name,estimate\n", "-0,5", "n/a"]
pieces = st.sampled_from([*LETTERS, *WORDS])


@MANY
@given(st.lists(pieces, max_size=60).map("".join))
def test_any_mix_of_pieces_is_read_or_refused(data):
    is_read_or_refused(data)


@MANY
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data):
    is_read_or_refused(data)


@MANY
@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(data):
    is_read_or_refused(data)


trees = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.just("95%"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)
keys = st.sampled_from([*column.ROLES, "why", "95% CI", "dose", "#", ""])
records = st.lists(st.dictionaries(keys, trees, max_size=6) | trees, max_size=5)


@MANY
@given(records, st.sampled_from(["candidates", "results", "name"]))
def test_any_json_is_read_or_refused(items, key):
    is_read_or_refused(json.dumps({key: items}))
    is_read_or_refused(json.dumps(items))


@MANY
@given(st.data(), st.sampled_from(sorted(path.name for path in CORPUS.iterdir())))
def test_a_real_answer_with_a_piece_put_in_or_cut_out_is_read_or_refused(data, name):
    raw = (CORPUS / name).read_text("utf-8")
    at = data.draw(st.integers(0, len(raw)))
    is_read_or_refused(raw[:at] + data.draw(pieces) + raw[at + data.draw(st.integers(0, 20)) :])


REPEATED = [*'[|*`{(",_<&\u202e', "[{", "> ", "- ", "|-", "![", "1 ", '{"', '{"a":[', "#,", "name,"]
REPEATED += ["```\n", "```json\n{", "|\n|-|\n", "|a|\n|-|\n|b|\n", "| name |\n|---|\n"]


@pytest.mark.timeout(30)  # a text that takes a minute is an attack that worked
@pytest.mark.parametrize("piece", REPEATED)
def test_the_largest_texts_of_one_repeated_piece_are_read_or_refused(piece):
    is_read_or_refused(piece * (candidate.MOST_BYTES // len(piece.encode())))


ATTACKS = (Path(__file__).parents[1] / "attacks" / "html.txt").read_text("utf-8").splitlines()


def test_every_attack_on_a_page_is_read_as_the_text_it_is():
    reading = read_candidates(json.dumps([{"name": attack[:200], "why": attack} for attack in ATTACKS]))
    assert [row.noun.rationale for row in reading.rows if row.noun] == [
        text.prose(attack) for attack, row in zip(ATTACKS, reading.rows, strict=True) if row.noun
    ]
    assert len(reading.nouns) > len(ATTACKS) / 2


def test_a_cut_text_gives_what_stands_whole_before_the_cut_and_says_so():
    reading = read_candidates('{"candidates": [\n  {"name": "A", "estimate": 1},\n  {"na')
    assert bare(reading) == (Candidate("A", estimate=1.0),)
    assert "breaks off in line 3" in " ".join(reading.notes)


def test_a_part_that_stands_twice_with_two_values_refuses_the_row():
    (row,) = read_candidates('[{"name": "A", "estimate": 1, "estimate": 2}]').rows
    assert row.noun is None
    assert "stands twice" in row.note


def field(reading: Candidates, role: str, row: int = 0):
    return next(field for field in reading.rows[row].fields if field.role == role)


LIST = (
    "1. Melatonin 0.5 mg: expected −0.6 points (95% CI −1.1 to −0.1), moderate confidence. "
    "It shifts the clock."
)


def test_every_part_of_every_row_is_there_with_the_words_it_was_read_from():
    reading = read_candidates(LIST)
    assert [field.role for field in reading.rows[0].fields] == list(LABELS)
    read = {field.role: reading.text[slice(*field.at)] for field in reading.rows[0].fields if field.at}
    assert read == {
        "name": "Melatonin 0.5 mg",
        "rank": "1",
        "estimate": "−0.6",
        "lower": "−1.1",
        "upper": "−0.1",
        "level": "95%",
        "confidence": "moderate",
        "unit": "points",
        "rationale": "It shifts the clock.",
    }


def test_a_word_for_how_sure_stays_a_word_and_is_kept_with_the_candidate():
    reading = read_candidates(LIST)
    assert reading.nouns[0].confidence is None
    assert "a word, of which no number was made" in field(reading, "confidence").note
    assert "moderate" in [mark.quote for mark in reading.nouns[0].source.marks]


def test_what_nobody_said_is_marked_as_guessed_or_missing():
    reading = read_candidates("name,estimate,lower,upper\nA,1,0,2\n")
    assert (field(reading, "scale").how, field(reading, "level").how) == ("guessed", "guessed")
    assert (field(reading, "sd").how, field(reading, "sd").text) == ("missing", "")


def test_an_edit_is_laid_over_its_part_and_the_row_is_checked_again():
    words = "name,estimate,lower,upper\nA,5,0,2\nA,1,0,2\n"
    assert [one.estimate for one in read_candidates(words).nouns] == [1.0]
    edits = [Edit(0, "estimate", "1,5"), Edit(1, "name", "B"), Edit(1, "rationale", "As\nbefore")]
    reading = read_candidates(words, edits=edits)
    assert [(one.name, one.estimate) for one in reading.nouns] == [("A", 1.5), ("B", 1.0)]
    assert field(reading, "estimate").how == "edited"
    assert field(reading, "rationale", 1).text == "As\nbefore"
    assert "edited" in [mark.how for mark in reading.nouns[0].source.marks]


def test_an_edit_that_cannot_be_read_refuses_the_row_and_keeps_what_was_typed():
    reading = read_candidates("name,estimate\nA,1\n", edits=[Edit(0, "estimate", "a lot")])
    assert reading.nouns == ()
    assert reading.rows[0].note.endswith("Correct the estimate, or leave it out.")
    assert field(reading, "estimate").text == "a lot"


def test_an_empty_edit_takes_the_part_away():
    reading = read_candidates("name,estimate\nA,1\n", edits=[Edit(0, "estimate", " ")])
    assert reading.nouns[0].estimate is None
    assert field(reading, "estimate").how == "edited"


def test_an_edit_of_what_is_not_there_is_left_out_and_said():
    reading = read_candidates("name,estimate\nA,1\n", edits=[Edit(7, "name", "B"), Edit(0, "source", "x")])
    assert "An edit was left out" in reading.notes[-1]


def test_the_source_keeps_the_name_and_the_hash_of_what_came_in():
    raw = b"name;estimate\nA;1\n"
    (one,) = read_candidates(raw, name="ideas\u202e.csv").nouns
    assert one.source is not None
    assert one.source.name == "ideas.csv"
    assert one.source.sha256 == sha256(raw).hexdigest()
