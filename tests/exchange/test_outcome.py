"""Outcomes as spreadsheets and apps write them."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nof1_lab.errors import ReadError
from nof1_lab.exchange import outcome, text
from nof1_lab.exchange.outcome import read_outcomes
from nof1_lab.exchange.reading import Reading
from nof1_lab.study.candidate import Candidate
from nof1_lab.study.diary import Diary, Entry
from nof1_lab.study.document import Study
from nof1_lab.study.measure import Measure
from nof1_lab.study.schedule import randomise
from nof1_lab.study.steps import begin, plan, propose, record

CORPUS = Path(__file__).parent / "corpus" / "outcomes"
MANY = settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])


def planned(**measure: object) -> Study:
    """Twelve days from Monday the 5th of January 2026, after two days of run-in."""
    whole = {"name": "Sleep quality", "better": "higher", "worthwhile": 0.5, "low": 0, "high": 10} | measure
    study = propose(begin("Sleep", Measure(**whole)), Candidate("Melatonin"))
    schedule = randomise(
        "placebo", ["Melatonin"], cycles=2, days=3, start=date(2026, 1, 5), seed=0, run_in_days=2
    )
    return plan(study, schedule)


STUDY = planned()

READ = {
    "days.csv": (Entry(1, 5.0), Entry(2, 6.5), Entry(3, None), Entry(4, 4.0)),
    "dates.csv": (Entry(1, 5.0, "first day"), Entry(2, 6.5, "slept in, at last"), Entry(4, 4.0)),
    "german.csv": (Entry(1, 5.5), Entry(2, 6.0), Entry(3, None)),
    "tabs.tsv": (Entry(1, 5.5), Entry(2, 6.0)),
    "run_in.csv": (Entry(-1, 4.0), Entry(0, 5.0), Entry(1, 6.0)),
    "both.csv": (Entry(1, 5.0), Entry(3, 7.0)),
    "own_column.csv": (Entry(1, 5.0), Entry(2, 6.0)),
    "many_columns.csv": (Entry(1, 5.0), Entry(2, 6.0)),
    "bad_rows.csv": (Entry(1, 5.0),),
    "bad_dates.csv": (Entry(4, 5.0),),
    "titled.csv": (Entry(1, 5.0, 'with "quotes"'), Entry(2, 6.0)),
    "table.md": (Entry(1, 5.0), Entry(2, 6.5)),
}


def corpus(name: str) -> Reading[Entry]:
    return read_outcomes((CORPUS / name).read_bytes(), STUDY, name=name)


@pytest.mark.parametrize("name", sorted(path.name for path in CORPUS.iterdir()))
def test_the_days_of_a_real_file_are_read(name):
    assert corpus(name).nouns == READ[name]


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_a_byte_order_mark_make_no_difference(ends, mark):
    raw = (CORPUS / "german.csv").read_text("utf-8")
    assert read_outcomes((mark + raw.replace("\n", ends)).encode(), STUDY).nouns == READ["german.csv"]


def test_what_is_read_can_be_recorded():
    study = record(STUDY, *corpus("days.csv").nouns)
    assert study.diary == Diary((Entry(1, 5.0), Entry(2, 6.5), Entry(4, 4.0)))


def test_what_was_guessed_or_left_out_is_noted():
    assert corpus("days.csv").rows[2].note == "A missed day."
    assert corpus("dates.csv").rows[1].note == "The time 'T22:15:00+01:00' was left out."
    assert corpus("german.csv").rows[0].note == "5,5 was read as 5.5."
    assert corpus("german.csv").notes == ("The column 'Stimmung' was left out.",)
    assert corpus("own_column.csv").notes == ("The column 'rested' was taken for the value.",)


def test_a_value_that_replaces_another_is_noted():
    study = record(STUDY, Entry(1, 4.0))
    notes = [row.note for row in read_outcomes("day,value\n1,5\n2,5\n", study).rows]
    assert notes == ["This replaces 4.", ""]


BAD = {
    2: "Keep the row that is right",
    3: "Keep the row that is right",
    4: "Correct the day",
    5: "Correct the day",
    6: "use a column called date",
    7: "Write the bare number",
    8: "Correct the value",
    9: "as a number",
    10: "use a column called date",
    11: "Add it, or drop the row",
    12: "Write the bare number",
    13: "Write the bare number",
    14: "Write numbers with a dot",
}


@pytest.mark.parametrize("number", BAD)
def test_a_bad_row_is_refused_by_its_number_with_a_remedy(number):
    row = corpus("bad_rows.csv").rows[number - 1]
    assert row.noun is None
    assert row.note.startswith(f"Row {number}: ")
    assert BAD[number] in row.note


@pytest.mark.parametrize("number", range(1, 7))
def test_a_date_that_could_be_two_is_not_guessed(number):
    row = corpus("bad_dates.csv").rows[number - 1]
    assert row.noun is None
    assert "Write year, month and day in this order" in row.note


def test_a_date_outside_the_trial_is_refused_with_its_days():
    assert "A day from -1 to 12 was expected" in corpus("bad_dates.csv").rows[6].note


def test_a_day_and_a_date_that_disagree_are_refused():
    note = corpus("both.csv").rows[1].note
    assert "by the schedule that date is day 3" in note
    assert "Correct one of the two" in note


@pytest.mark.parametrize(
    ("scale", "value", "meant"),
    [("binary", "yes", 1.0), ("binary", "No", 0.0), ("binary", "1", 1.0), ("count", "3", 3.0)],
)
def test_a_scale_has_its_own_words(scale, value, meant):
    study = planned(scale=scale, low=None, high=None)
    assert read_outcomes(f"day,value\n1,{value}\n", study).nouns == (Entry(1, meant),)


@pytest.mark.parametrize(("scale", "value"), [("binary", "2"), ("count", "2.5"), ("score", "yes")])
def test_a_value_that_a_scale_does_not_have_is_refused(scale, value):
    study = planned(scale=scale, low=None, high=None)
    assert read_outcomes(f"day,value\n1,{value}\n", study).nouns == ()


def test_columns_can_be_named_by_hand():
    raw = "when did it happen,how was it,value\n1,5,99\n"
    named = {"when did it happen": "day", "How was it": "value", "value": "ignore"}
    assert read_outcomes(raw, STUDY, columns=named).nouns == (Entry(1, 5.0),)


def test_a_column_named_by_hand_goes_before_one_that_is_called_so():
    raw = "day,night,score,mood\n1,2,5,7\n"
    found = read_outcomes(raw, STUDY, columns={"mood": "value", "night": "day"})
    assert found.nouns == (Entry(2, 7.0),)
    assert found.notes == ("The column 'day' was left out.", "The column 'score' was left out.")


def test_a_column_that_is_not_there_is_refused():
    with pytest.raises(ReadError, match="There is no column 'moood'"):
        read_outcomes("day,mood\n1,5\n", STUDY, columns={"moood": "value"})


def test_a_comma_is_a_decimal_only_where_it_does_not_divide():
    assert read_outcomes('day,value\n1,"5,5"\n', STUDY).nouns == ()
    assert read_outcomes("day;value\n1;5,5\n", STUDY).nouns == (Entry(1, 5.5),)


def test_a_note_is_text_without_what_cannot_be_seen():
    (row,) = read_outcomes('day,value,note\n1,5,"a\u202eb\r\n=1+1"\n', STUDY).rows
    assert row.noun == Entry(1, 5.0, "ab\n=1+1")
    assert row.note == "Hidden characters were taken out of the note: U+202E."
    assert row.cells == ("1", "5", "a⟨U+202E⟩b =1+1")


@pytest.mark.parametrize(
    ("data", "remedy"),
    [
        ("", "Paste the table or the JSON"),
        ("hello", "Put the names of the columns into the first row"),
        ("1,5\n2,6\n", "Put the names of the columns into the first row"),
        ("day,value\n", "Add the rows"),
        ("day,mood,energy\n1,2,3\n", "say it with --map COLUMN=value"),
        ("day,note\n1,2\n", "say it with --map COLUMN=value"),
        ('day,value\n1,"5\n', "Close the quotes"),
        ("day," * 61 + "\n1\n", "Keep the columns that matter"),
        (b"day,value\n1,\xff\n", "Save a spreadsheet as CSV"),
        ("day,value\n1,\0\n", "Save a spreadsheet as CSV"),
        ("day,value\n" + "1,5\n" * 100_001, "Keep the rows that matter"),
        ("x" * 5_000_001, "Take only the rows that matter"),
    ],
)
def test_a_text_without_days_is_refused_with_a_remedy(data, remedy):
    with pytest.raises(ReadError) as caught:
        read_outcomes(data, STUDY)
    assert remedy in caught.value.remedy


def test_outcomes_need_a_schedule():
    with pytest.raises(ReadError, match="Plan the trial first"):
        read_outcomes("day,value\n1,5\n", replace(STUDY, schedule=None))


def test_a_column_can_only_be_what_an_outcome_has():
    with pytest.raises(ReadError, match="Write it like --map SLEEP=value"):
        read_outcomes("day,value\n1,5\n", STUDY, columns={"value": "arm"})


def is_read_or_refused(data: bytes | str, study: Study = STUDY) -> None:
    """Whatever comes, there are rows to look at or three sentences; what is read can be recorded."""
    try:
        reading = read_outcomes(data, study)
    except ReadError:
        return
    assert reading.rows
    for row in reading.rows:
        assert len(row.cells) == len(reading.columns)
        assert not any(map(text.is_hidden, "".join(row.cells)))
        assert row.is_ok or row.note
    days = [entry.day for entry in reading.nouns]
    assert len(set(days)) == len(days)
    record(study, *reading.nouns)


LETTERS = "|-,;:\t\n\"'#0123456789.+−–"
WORDS = ["\r\n", "day", "date", "value", "note", "day,value\n", "date;value\n", "1,5\n", "2026-01-05", "n/a"]
WORDS += [
    "2026-01-06T10:00",
    "05/01/2026",
    "yes",
    "1e999",
    "NaN",
    "\u202e",
    "ü",
    "\ud800",
    "|---|---|\n",
    "9" * 400,
]
pieces = st.sampled_from([*LETTERS, *WORDS])


@MANY
@given(st.lists(pieces, max_size=60).map("".join))
def test_any_mix_of_pieces_is_read_or_refused(data):
    is_read_or_refused(data)
    is_read_or_refused(f"day,value\n{data}")


@MANY
@given(st.binary(max_size=300) | st.text(max_size=300))
def test_any_bytes_and_any_text_are_read_or_refused(data):
    is_read_or_refused(data)


@MANY
@given(st.data(), st.sampled_from(sorted(path.name for path in CORPUS.iterdir())))
def test_a_real_file_with_a_piece_put_in_or_cut_out_is_read_or_refused(data, name):
    raw = (CORPUS / name).read_text("utf-8")
    at = data.draw(st.integers(0, len(raw)))
    is_read_or_refused(raw[:at] + data.draw(pieces) + raw[at + data.draw(st.integers(0, 20)) :])


@MANY
@given(st.dictionaries(st.integers(-1, 12), st.none() | st.floats(0, 10), min_size=1))
def test_what_is_written_as_csv_is_read_back(page):
    lines = [f"{day},{'' if value is None else repr(value)}\n" for day, value in page.items()]
    raw = "".join(["day,value\n", *lines])
    assert read_outcomes(raw, STUDY).nouns == tuple(Entry(day, value) for day, value in page.items())


REPEATED = [*',|\t;"\u202e', "\n,", "day,", "1,5\n", "```\n"]
REPEATED += ["|\n|-|\n", "|a|\n|-|\n|b|\n", "| day |\n|---|\n"]


@pytest.mark.timeout(60)  # a text that takes a minute is an attack that worked
@pytest.mark.parametrize("piece", REPEATED)
def test_the_largest_texts_of_one_repeated_piece_are_read_or_refused(piece):
    is_read_or_refused(piece * (outcome.MOST_BYTES // len(piece.encode())))
