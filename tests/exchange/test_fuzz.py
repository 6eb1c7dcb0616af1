"""Whatever is pasted: it is read or refused, soon, and nothing else happens."""

import json
import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest
from exchange.case import attacks, cases
from exchange.law import ROLES, is_read_or_refused
from exchange.longest import PIECES as LONG
from exchange.longest import longest, seconds
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from nof1_lab.exchange.candidate import read_candidates
from nof1_lab.exchange.field import Edit
from nof1_lab.study.measure import Measure

LAW = settings(deadline=None, max_examples=200, suppress_health_check=list(HealthCheck))
SLEEP = Measure("time awake", better="lower", worthwhile=10, unit="min")

# The longest texts are for the tests of time: here a change should meet what it changes.
TEXTS = tuple(case.text for case in cases() if len(case.text) < 5_000)
ATTACKS = tuple(line for name in ("html", "prompts", "hidden", "names") for line in attacks(name))
PIECES = [
    "\n",
    "\r\n",
    "\t",
    ";",
    ",",
    "|",
    '"',
    "'",
    "`",
    "```",
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    "//",
    "/*",
    "±",
]
PIECES += [
    "−",
    "–",
    "-",
    "%",
    " to ",
    " bis ",
    " à ",
    "95% CI",
    "RR ",
    "1e999",
    "NaN",
    "null",
    "0,5",
    "1.234,5",
]
PIECES += [
    "\u00a0",
    "\u202f",
    "\ud800",
    "\0",
    "\\u202e",
    "\\",
    "&amp;",
    "1. ",
    "- ",
    "**",
    "=====",
    "> ",
    ": ",
]

words = st.sampled_from(ATTACKS) | st.sampled_from(PIECES) | st.text(max_size=8)
texts = st.sampled_from(TEXTS)


@st.composite
def changed(draw) -> str:
    """A text of the corpus that was cut, doubled, swapped, or had something put in or another separator."""
    text = draw(texts)
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 80)))
        change = draw(st.integers(0, 4))
        if change == 0:
            text = text[:start] + text[end:]
        elif change == 1:
            text = text[:end] + text[start:end] + text[end:]
        elif change == 2:
            text = text[:start] + draw(words) + text[start:]
        elif change == 3:
            text = text.replace(draw(st.sampled_from(PIECES[:20])), draw(words))
        else:
            text = text[:start] + text[end : end + 40] + text[start:end] + text[end + 40 :]
    return text


@LAW
@given(changed())
def test_a_text_that_was_changed_is_read_or_refused(text):
    is_read_or_refused(text)


@LAW
@given(texts, texts, st.sampled_from(["", "\n", "\n\n", "\n---\n"]))
def test_two_answers_in_one_are_read_or_refused(first, second, between):
    is_read_or_refused(first + between + second, measure=SLEEP)


@LAW
@given(st.lists(words, max_size=40).map("".join))
@example("﹪-{٣}")
def test_a_heap_of_pieces_is_read_or_refused(text):
    is_read_or_refused(text)


@LAW
@given(st.binary(max_size=200) | changed().map(lambda text: text.encode("utf-8", "replace")))
def test_bytes_are_read_or_refused(data):
    is_read_or_refused(data)
    is_read_or_refused(b"PK\x03\x04" + data, name="ideas.xlsx")


@LAW
@given(st.data(), st.sampled_from([case for case in cases() if case.name.startswith("good/xlsx")]))
def test_a_broken_spreadsheet_is_read_or_refused(data, case):
    raw = bytearray(case.data)
    for _ in range(data.draw(st.integers(1, 6))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    is_read_or_refused(bytes(raw[: data.draw(st.integers(1, len(raw)))]), name="ideas.xlsx")
    is_read_or_refused(bytes(raw), name="ideas.xlsx")


numbers = (
    st.integers()
    | st.floats()
    | st.sampled_from(["−0,6", "1’234.5", "95 %", "0.5 mg", "n/a", "±", "-1 to 1"])
)
values = numbers | words | st.none() | st.booleans()
trees = st.recursive(
    values,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=5,
)
keys = (
    st.sampled_from([*sorted(ROLES), "evidence", "date", "95% CI", "interval", "days_to_effect", "why", "KI"])
    | words
)
objects = st.lists(st.dictionaries(keys, trees, max_size=8), max_size=4)


@LAW
@given(objects, st.sampled_from(["candidates", "interventions", "results", "answer"]), st.booleans())
def test_any_json_is_read_or_refused(items, key, is_torn):
    text = json.dumps({key: items}, ensure_ascii=not is_torn)
    is_read_or_refused(text)
    is_read_or_refused(text.replace('"', "'") if is_torn else f"So:\n```json\n{text}\n```\n")
    is_read_or_refused("\n".join(json.dumps(item) for item in items))


@LAW
@given(
    st.lists(st.lists(values, min_size=1, max_size=6), min_size=1, max_size=5),
    st.lists(keys, min_size=1, max_size=6),
)
def test_any_table_is_read_or_refused(rows, headings):
    cells = [["name", *headings], *([str(cell) for cell in row] for row in rows)]
    for divider in (",", ";", "\t"):
        is_read_or_refused("\n".join(divider.join(row) for row in cells))
    ruler = "|" + "---|" * len(cells[0])
    lines = ["| " + " | ".join(row) + " |" for row in cells]
    is_read_or_refused("\n".join([lines[0], ruler, *lines[1:]]))


MARKS = ["{}. ", "{}) ", "- ", "* ", "• ", "**{}.** ", "#{} ", "  - ", ""]
sentences = st.tuples(
    st.sampled_from(["Walk", "**Swim**", "Run: ", "Melatonin 0,5 mg"]), values, values, words
)


@LAW
@given(
    st.lists(sentences, min_size=1, max_size=5),
    st.sampled_from(MARKS),
    st.sampled_from(["to", "bis", "à", "–", ","]),
)
def test_any_list_is_read_or_refused(items, mark, to):
    lines = [
        mark.format(rank) + f"{name}: {low} points (95% CI {low} {to} {high}), {word}"
        for rank, (name, low, high, word) in enumerate(items, 1)
    ]
    is_read_or_refused("\n".join(lines))


edits = st.builds(Edit, st.integers(-2, 300), st.sampled_from(sorted(ROLES)) | words, values.map(str) | words)


@LAW
@given(texts, st.lists(edits, max_size=4))
def test_any_edit_is_laid_over_or_refused(text, edits):
    is_read_or_refused(text, edits=edits, measure=SLEEP)


@LAW
@given(changed())
def test_the_same_text_is_read_the_same_way_in_another_reading(text):
    first = is_read_or_refused(text)
    assert first is None or first == read_candidates(text)


@pytest.mark.slow
@pytest.mark.timeout(
    60
)  # for five texts, many times what is aimed for: what takes this long is an attack that worked
@pytest.mark.parametrize("kind", LONG)
def test_a_megabyte_of_anything_is_read_or_refused_soon(kind, record_property):
    took = {head: seconds(is_read_or_refused, text) for head, text in longest(kind)}
    slow = max(took, key=lambda head: took[head])
    record_property("slowest", [took[slow], f"a megabyte of {kind}{f' after {slow}' if slow else ''}"])


HAS_WHEEL = sys.platform == "linux" and platform.machine() == "x86_64"


@pytest.mark.slow
@pytest.mark.timeout(180)
@pytest.mark.skipif(not HAS_WHEEL, reason="the fuzzer has no wheel for this machine: Linux on x86-64 has one")
def test_a_fuzzer_that_sees_the_reader_finds_no_text_that_is_neither_read_nor_refused(tmp_path):
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for case in cases():
        if len(case.data) < 4_000:
            data = case.data
            raw = b"\xff" + data if isinstance(data, bytes) else b"\x00" + data.encode("utf-8", "replace")
            (seeds / case.name.replace("/", "-")).write_bytes(raw)
    limits = ["-max_total_time=20", "-rss_limit_mb=2048", "-timeout=20", "-max_len=6000", "-seed=1"]
    program = Path(__file__).parent / "fuzz_candidate.py"
    done = subprocess.run(
        [sys.executable, str(program), str(seeds), *limits, f"-artifact_prefix={tmp_path}/"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=os.environ | {"PYTHONWARNINGS": "ignore"},
    )
    found = [path.read_bytes() for path in tmp_path.glob("crash-*")] + list(tmp_path.glob("timeout-*"))
    assert found == [], done.stderr[-4_000:]
    assert done.returncode == 0, done.stderr[-4_000:]
