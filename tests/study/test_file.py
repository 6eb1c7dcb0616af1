"""A study as one text."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from study.trial import LAW, MANY, MONDAY, STAMP, as_file, forged, planned, require_fit, started, written

from nof1_lab.errors import FileError, NewerFileError, NofOneError
from nof1_lab.study import file
from nof1_lab.study.diary import Entry
from nof1_lab.study.file import dump, load, read_link
from nof1_lab.study.log import Log, replay
from nof1_lab.study.plain import canonical, to_plain
from nof1_lab.study.rule import Rule
from nof1_lab.study.schedule import randomise
from nof1_lab.study.steps import agree, plan, record, register, rename

AUDIT = Path(__file__).with_name("audit.py")


def text_of(log: Log) -> str:
    return dump(log, version="0.1.0")


def long_log() -> Log:
    log = written().do(register, **STAMP).do(agree, Rule(adopt=0.9), **STAMP, why="größer, «darum»")
    for day in range(3, 13):
        log = log.do(record, Entry(day, day / 3, f"Tag {day}: müde"), **STAMP)
    return log.undo(**STAMP).redo(**STAMP)


SMALL = text_of(started().do(rename, "Schlaf für alle", **STAMP)).encode()
LARGE = text_of(long_log()).encode()
OTHER_BYTES = st.binary(min_size=1, max_size=8)
LINES = LARGE.split(b"\n")


def refusal(data: bytes) -> str:
    """The words with which a file is refused: always those of a broken file."""
    with pytest.raises(FileError) as caught:
        load(data)
    assert not isinstance(caught.value, NewerFileError)
    assert caught.value.remedy.startswith("Restore the file from a copy")
    return str(caught.value)


def name_of(data: bytes, position: int) -> str:
    """How the message has to name the line that holds a byte."""
    line = data[:position].count(b"\n") + 1
    last = data.count(b"\n")
    if line == 1:
        return r"\(line 1\)|line 1 "
    if line >= last - 1:
        return r"end of the file|last line"
    return rf"(?i)\bstep {line - 1}\b"


@pytest.mark.parametrize("make", [started, planned, written, long_log])
def test_a_study_survives_saving_and_loading(make):
    log = make()
    assert load(text_of(log).encode()) == log


@pytest.mark.parametrize("make", [started, planned, written, long_log])
def test_a_file_is_one_json_text_with_a_step_a_line(make):
    log = make()
    document = json.loads(text_of(log))
    assert set(document) == {"format", "schema_version", "nof1_lab", "log", "sum"}
    assert (document["format"], document["schema_version"], document["nof1_lab"]) == ("nof1", 1, "0.1.0")
    assert [step["step"] for step in document["log"]] == [link.step for link in log.links]
    assert text_of(log).count("\n") == len(log.links) + 3


def test_what_is_written_is_written_again_to_the_byte():
    assert text_of(load(LARGE)).encode() == LARGE


@pytest.mark.parametrize("bit", range(8))
def test_every_flipped_bit_of_a_small_file_is_found_and_its_place_is_named(bit):
    for position, byte in enumerate(SMALL):
        flipped = SMALL[:position] + bytes([byte ^ (1 << bit)]) + SMALL[position + 1 :]
        words = refusal(flipped)
        assert re.search(name_of(SMALL, position), words), (position, words)


@MANY
@given(st.integers(0, len(LARGE) - 1), st.integers(1, 255))
def test_every_changed_byte_of_a_larger_file_is_found_and_its_place_is_named(position, change):
    flipped = LARGE[:position] + bytes([LARGE[position] ^ change]) + LARGE[position + 1 :]
    assert re.search(name_of(LARGE, position), refusal(flipped))


@MANY
@given(st.integers(0, len(LARGE) - 1), st.integers(1, 300))
def test_every_cut_out_piece_is_found(position, length):
    cut = LARGE[:position] + LARGE[position + length :]
    assume(cut != LARGE)
    refusal(cut)


@MANY
@given(st.integers(0, len(LARGE)), OTHER_BYTES)
def test_every_inserted_piece_is_found(position, piece):
    refusal(LARGE[:position] + piece + LARGE[position:])


@pytest.mark.parametrize("kept", range(len(LARGE) - 1, 0, -97))
def test_a_file_that_is_cut_off_is_found(kept):
    assert re.search(r"(?i)step|line|end", refusal(LARGE[:kept]))


@MANY
@given(st.integers(1, len(LINES) - 5), st.integers(1, len(LINES) - 5))
def test_swapped_steps_are_found(one, other):
    assume(one != other)
    lines = list(LINES)
    lines[one], lines[other] = lines[other], lines[one]
    assert re.search(rf"(?i)\bstep {min(one, other)}\b", refusal(b"\n".join(lines)))


@pytest.mark.parametrize("line", range(1, len(LINES) - 3))
def test_a_missing_and_a_doubled_step_are_found(line):
    assert re.search(r"(?i)\bstep \d", refusal(b"\n".join(LINES[:line] + LINES[line + 1 :])))
    assert re.search(r"(?i)\bstep \d", refusal(b"\n".join([*LINES[:line], LINES[line], *LINES[line:]])))


AT = f'"at":"{STAMP["at"]}"'
KEYS_SWAPPED = (f'"arguments":{{}},{AT}', f'{AT},"arguments":{{}}')
SAME_JSON = {
    "windows line ends": lambda text: text.replace("\n", "\r\n"),
    "a byte order mark": lambda text: f"\ufeff{text}",
    "a space more": lambda text: text.replace(',"at"', ', "at"', 1),
    "a key twice": lambda text: text.replace('"at":', '"at":"x","at":', 1),
    "another spelling of a letter": lambda text: text.replace("ü", "\\u00fc", 1),
    "another spelling of a number": lambda text: text.replace('"day":1,', '"day":1.0,', 1),
    "keys in another order": lambda text: text.replace(*KEYS_SWAPPED),
    "a newline more": lambda text: f"{text}\n",
    "no newline at the end": lambda text: text[:-1],
    "all on one line": lambda text: text.replace("\n", ""),
    "reformatted": lambda text: json.dumps(json.loads(text), indent=1),
}  # fmt: skip


@pytest.mark.parametrize("name", SAME_JSON)
def test_another_spelling_of_the_same_is_a_change_too(name):
    changed = SAME_JSON[name](LARGE.decode())
    assert changed != LARGE.decode()
    refusal(changed.encode())


NO_FILE = {
    "nothing": b"",
    "a newline": b"\n",
    "only newlines": b"\n" * 100,
    "null": b"null",
    "a list": b"[]",
    "an empty object": b"{}",
    "a program": b"MZ\x90\x00\x03",
    "a zip": b"PK\x03\x04" + b"\0" * 60,
    "a pickle": b"\x80\x04\x95\x0b\x00\x00\x00\x00\x00\x00\x00\x8c\x05posix\x94.",
    "a notebook": b'{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}',
    "another format": SMALL.replace(b'"nof1"', b'"nof2"', 1),
    "no steps": b"\n".join([LINES[0], *LINES[-3:]]),
    "half of two files": LARGE[: len(LARGE) // 2] + SMALL,
    "two files": SMALL + SMALL,
}


@pytest.mark.parametrize("name", NO_FILE)
def test_what_is_no_study_file_is_refused(name):
    refusal(NO_FILE[name])


@pytest.mark.parametrize("deep", ["[" * 100_000, '{"a":' * 100_000, "[" * 950 + "]" * 950])
def test_a_deeply_nested_step_is_refused(deep):
    lines = [*LINES[:1], deep.encode(), *LINES[-3:]]
    assert "Step 1" in refusal(b"\n".join(lines))


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "9" * 5_000])
def test_a_number_that_is_none_is_refused(number):
    broken = LARGE.replace(b'"day":1,', f'"day":{number},'.encode(), 1)
    assert broken != LARGE
    assert "Step 5" in refusal(broken)


def test_a_file_that_is_far_too_large_is_refused_unread(monkeypatch):
    monkeypatch.setattr(file, "MOST_BYTES", len(SMALL) - 1)
    assert f"{len(SMALL)} bytes" in refusal(SMALL)


def test_a_study_that_could_not_be_opened_again_is_not_written(monkeypatch):
    monkeypatch.setattr(file, "MOST_BYTES", 1_000)
    with pytest.raises(FileError, match="go on in a new study"):
        text_of(written())


trees = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=8,
)


@st.composite
def hostile_links(draw: st.DrawFn) -> list[object]:
    """The links of a file with some parts put to anything at all."""
    links = json.loads(LARGE)["log"][: draw(st.integers(1, 8))]
    for _ in range(draw(st.integers(1, 3))):
        link = draw(st.sampled_from(links))
        key = draw(st.sampled_from([*link, "extra"]))
        link[key] = draw(trees)
    return links


def rows(links: list[object]) -> str:
    return ",\n".join(
        json.dumps(link, ensure_ascii=False, sort_keys=True, separators=(",", ":")) for link in links
    )


@MANY
@given(hostile_links())
def test_any_json_in_the_place_of_any_part_is_refused_in_words(links):
    header = LINES[0].decode()
    body = f"{header}\n{rows(links)}\n],\n"
    try:
        log = load(f'{body}"sum": "{file._sum(body)}"}}\n'.encode())
    except (UnicodeEncodeError, FileError):  # half a letter cannot even be written
        return
    assert replay(log.links) == log


@MANY
@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_refused_in_words(data):
    refusal(data)


@MANY
@given(trees)
def test_any_json_is_a_link_or_refused_in_words(tree):
    with pytest.raises(FileError, match="is not a step"):
        read_link(tree, 1)


arguments = st.dictionaries(
    st.sampled_from(
        ["title", "measure", "candidates", "names", "priors", "arms", "schedule", "entries", "rule"]
    ),
    trees,
    max_size=2,
)
STEPS = st.sampled_from(
    ["begin", "rename", "propose", "withdraw", "believe", "doubt", "plan", "record", "analyse", "agree",
     "register", "undo", "redo", "load", ""]
)  # fmt: skip


@MANY
@given(STEPS, arguments)
def test_a_forged_step_whose_sums_all_fit_is_a_step_or_refused_in_words(step, arguments):
    try:
        links = forged(written(), {"step": step, "arguments": arguments})
        data = text_of(as_file(links)).encode()
    except ValueError:  # no file can hold it: NaN, or half a letter
        return
    try:
        log = load(data)
    except FileError:
        return
    require_fit(log.study)
    assert load(text_of(log).encode()) == log


def test_a_forged_header_whose_sum_fits_is_refused():
    body = SMALL.decode().rpartition('"sum"')[0]
    for wrong in ('"schema_version": 0', '"schema_version": 01', '"schema_version": "1"'):
        forged_body = body.replace('"schema_version": 1', wrong)
        refusal(f'{forged_body}"sum": "{file._sum(forged_body)}"}}\n'.encode())


def newer(version: str = "9.1") -> bytes:
    """A file of a later version, which may hold what this one does not know."""
    body = f'{{"format": "nof1", "schema_version": 7, "nof1_lab": "{version}", "more": 1, "log": [\n?\n],\n'
    return f'{body}"sum": "{file._sum(body)}"}}\n'.encode()


def test_a_file_of_a_newer_schema_is_refused_naming_the_version_that_opens_it():
    with pytest.raises(
        NewerFileError, match=r"schema 7 by nof1_lab 9\.1.*Open it with nof1_lab 9\.1 or newer"
    ):
        load(newer())


def test_a_newer_file_that_was_changed_is_broken_and_not_newer():
    refusal(newer().replace(b"?", b"!"))


def retitled(step, arguments):
    """A made-up schema 2: `retitle` is called `rename`."""
    return ("rename", arguments) if step == "retitle" else (step, arguments)


def test_a_file_of_an_old_schema_is_read_and_kept_as_it_was_written():
    links = forged(planned(), {"step": "retitle", "arguments": {"title": "Old"}, "schema": 1})
    data = text_of(as_file(links)).encode()
    refusal(data)
    log = load(data, migrations=(retitled,))
    assert log.study.title == "Old"
    assert text_of(log).encode() == data


def test_a_file_says_the_newest_schema_of_its_steps():
    links = forged(planned(), {"step": "rename", "arguments": {"title": "New"}, "schema": 2})
    text = text_of(as_file(links))
    assert text.startswith('{"format": "nof1", "schema_version": 2, ')
    assert load(text.encode(), migrations=(retitled,)).study.title == "New"
    with pytest.raises(NewerFileError):
        load(text.encode())


def test_a_header_that_claims_less_than_the_steps_is_refused():
    links = forged(planned(), {"step": "rename", "arguments": {"title": "New"}, "schema": 2})
    body = (
        text_of(as_file(links)).rpartition('"sum"')[0].replace('"schema_version": 2', '"schema_version": 1')
    )
    with pytest.raises(FileError, match="header"):
        load(f'{body}"sum": "{file._sum(body)}"}}\n'.encode(), migrations=(retitled,))


def test_a_diary_of_ten_thousand_days_in_one_step_is_kept():
    log = planned().do(
        plan, randomise("placebo", ["Magnesium"], cycles=10, days=500, start=MONDAY, seed=1), **STAMP
    )
    log = log.do(record, *(Entry(day, day % 10) for day in range(1, 10_001)), **STAMP)
    assert load(text_of(log).encode()) == log


def audit(path: Path) -> subprocess.CompletedProcess[str]:
    """What the auditor's script says of a file, run where nof1_lab cannot be imported."""
    command = [sys.executable, "-I", "-S", str(AUDIT), str(path)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8")


def test_an_auditor_can_check_a_file_in_sixty_lines_without_this_program(tmp_path):
    path = tmp_path / "study.nof1"
    path.write_bytes(LARGE)
    told = audit(path)
    assert (told.returncode, told.stdout.splitlines()[-1]) == (0, "The file is whole.")
    assert len(told.stdout.splitlines()) == len(long_log().links) + 1
    assert "nof1_lab" not in AUDIT.read_text("utf-8")
    assert len(AUDIT.read_text("utf-8").splitlines()) < 60


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("Tag 5", "Tag 6", "step 10 (record) was changed after it was written"),
        ("0.1.0", "0.1.1", "the sum of the file does not fit"),
    ],
)
def test_the_auditor_finds_what_was_changed(tmp_path, old, new, problem):
    path = tmp_path / "study.nof1"
    path.write_text(LARGE.decode().replace(old, new, 1), "utf-8", newline="")
    told = audit(path)
    assert told.returncode == 1
    assert problem in told.stdout


def test_the_auditor_finds_a_step_that_was_taken_out(tmp_path):
    links = long_log().links
    path = tmp_path / "study.nof1"
    path.write_text(text_of(as_file((*links[:4], *links[5:]))), "utf-8", newline="")
    assert "step 5 (register) does not follow the one before" in audit(path).stdout


def test_a_line_of_the_file_is_the_one_text_of_its_step():
    log = written()
    assert [line.rstrip(",") for line in text_of(log).split("\n")[1:-3]] == [
        canonical(to_plain(link)) for link in log.links
    ]


@LAW
@given(st.text(max_size=40))
def test_titles_of_all_letters_survive(title):
    try:
        log = started().do(rename, title, **STAMP)
    except NofOneError:
        return
    assert load(text_of(log).encode()).study.title in {title, "Better sleep"}
