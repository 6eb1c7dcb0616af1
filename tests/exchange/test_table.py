"""A table in foreign text."""

import csv
import io

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from nof1_lab.exchange.table import fenced, read_table, unmarked

LAW = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
plain = st.text("abc äöü123.,;|\"'", min_size=1, max_size=12).filter(str.strip)
rows = st.lists(st.tuples(plain, plain), min_size=1, max_size=8)


def is_heading(row):
    return list(row[:2]) == ["left", "right"]


def written(rows, delimiter):
    page = io.StringIO()
    csv.writer(page, delimiter=delimiter).writerows([("left", "right"), *rows])
    return page.getvalue()


@LAW
@given(rows, st.sampled_from("\t;,|"))
def test_what_a_spreadsheet_writes_is_read_whatever_divides_it(rows, delimiter):
    table = read_table(written(rows, delimiter), is_heading, most_rows=10)
    # A space at the beginning of a cell is the one thing that is not kept.
    assert [tuple(cell.lstrip(" ") for cell in row) for row in rows] == [
        tuple(cell.lstrip(" ") for cell in row) for row in table.rows
    ]
    assert table.is_comma_decimal == (delimiter != ",")


words = st.text("abc äöü123.,;", min_size=1, max_size=12).map(str.strip).filter(bool)


@LAW
@given(st.lists(st.tuples(words, words), min_size=1, max_size=8), st.sampled_from(["", "> ", "  "]))
def test_a_markdown_table_is_read_where_it_stands(rows, indent):
    lines = ["| left | right |", "|:--|--:|", *(f"| {one} | {other} |" for one, other in rows)]
    text = "So:\n\n" + "".join(f"{indent}{line}\n" for line in lines) + "\nThat is all."
    table = read_table(text, is_heading, most_rows=10)
    assert table.rows == tuple(rows)


@LAW
@given(st.text("ab*_`[]()!<>&\\ |", max_size=40))
def test_mark_up_is_taken_off_as_markdown_would(text):
    (block,) = MarkdownIt("commonmark", {"html": False}).parseInline(text)
    kinds = {token.type for token in block.children or ()}
    if kinds <= {"text"}:
        assert unmarked(text) == "".join(token.content for token in block.children or ())
    assert "\n" not in unmarked(text)


def test_a_text_without_a_known_heading_has_no_table():
    assert read_table("a,b\n1,2\n", is_heading, most_rows=10) is None


def test_blocks_between_fences_are_found():
    assert fenced("a\n```json\n{}\n```\nb\n~~~\nc\n~~~\n") == ["\n{}\n", "\nc\n"]
