"""A table in foreign text: Markdown, or values divided by commas, semicolons, tabs or bars."""

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from io import StringIO
from itertools import accumulate, islice

from markdown_it import MarkdownIt
from markdown_it.token import Token

from nof1_lab.errors import ReadError

MOST_COLUMNS = 60
MOST_BLOCKS = 50
LONGEST_MARKED_UP = 500
PREAMBLE = 25
SEPARATORS = ("\t", ";", ",", "|")
RULER = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?")
MARK_UP = frozenset("*_`[\\&<")
FENCE = re.compile(r"^[ >\t]*(?:```|~~~)[^\n]*$", re.MULTILINE)

IsHeading = Callable[[Sequence[str]], bool]


@dataclass(frozen=True, slots=True)
class Table:
    """Headings, and rows as long as they are."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    is_comma_decimal: bool
    problem: str = ""
    notes: tuple[str, ...] = ()
    # Where its text begins, what divides it (nothing: it is Markdown), and the rows before its heading.
    start: int = 0
    separator: str = ""
    before: tuple[tuple[str, ...], ...] = ()


def read_table(text: str, is_heading: IsHeading, *, most_rows: int) -> Table | None:
    """The first table under a heading that is known, or None."""
    found = islice(_blocks(text), MOST_BLOCKS)
    blocks = [(start, block) for start, block in found if _has_heading(block, is_heading)]
    tables = _marked_down_tables(blocks[:1], most_rows) if blocks else _divided_tables(text, most_rows)
    for table in tables:
        first = (i for i, row in enumerate(table.rows[:PREAMBLE]) if is_heading(row[: MOST_COLUMNS + 1]))
        at = next(first, None)
        if at is not None:
            body = tuple(row for row in table.rows[at + 1 :] if any(cell.strip() for cell in row))
            _require_whole(table)
            _require_size(table.rows[at], body, most_rows)
            notes = ("Only the first table was read.",) if len(blocks) > 1 else ()
            return replace(table, headings=table.rows[at], rows=body, notes=notes, before=table.rows[:at])
    return None


def fenced(text: str) -> list[str]:
    """The blocks that stand between code fences."""
    return [text[start:end] for start, end in between_fences(text)]


def between_fences(text: str) -> list[tuple[int, int]]:
    """Where the blocks between code fences stand; the last may be open."""
    fences = list(FENCE.finditer(text))
    ends = [match.start() for match in fences[1:]] + [len(text)]
    spans = [(match.end(), end) for match, end in zip(fences, ends, strict=False)][::2]
    return [(start, end) for start, end in spans if text[start:end].strip()]


def _has_heading(block: Sequence[str], is_heading: IsHeading) -> bool:
    rows = _marked_down(block[:2])
    return bool(rows) and is_heading(rows[0])


def _marked_down_tables(blocks: Sequence[tuple[int, Sequence[str]]], most_rows: int) -> Iterator[Table]:
    for start, block in blocks:
        yield Table((), _marked_down(block[: most_rows + 3]), is_comma_decimal=True, start=start)


def _divided_tables(text: str, most_rows: int) -> Iterator[Table]:
    for start, end in (*between_fences(text), (0, len(text))):
        for separator in SEPARATORS:
            rows, problem = _divided(text[start:end], separator, most_rows)
            yield Table((), rows, separator != ",", problem, start=start, separator=separator)


def _require_whole(table: Table) -> None:
    if table.problem:
        raise ReadError(
            f"The table breaks off at row {len(table.rows)}: {table.problem}.",
            "Quotes that open and close around a cell were expected.",
            "Close the quotes, or take them out.",
        )


def _require_size(headings: Sequence[str], rows: Sequence[Sequence[str]], most_rows: int) -> None:
    if len(headings) > MOST_COLUMNS:
        raise ReadError(
            f"The table has {len(headings)} columns.",
            f"At most {MOST_COLUMNS} were expected.",
            "Keep the columns that matter.",
        )
    if len(rows) > most_rows:
        raise ReadError(
            f"The table has more than {most_rows} rows.",
            f"At most {most_rows} were expected.",
            "Keep the rows that matter.",
        )


def _blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    """The runs of lines that are a Markdown table, and where they begin: a heading, a ruler, rows."""
    raw = text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in raw)]
    lines = [line.lstrip("> \t").rstrip() for line in raw]
    start = 0
    while start < len(lines) - 1:
        if "|" in lines[start] and "|" in lines[start + 1] and RULER.fullmatch(lines[start + 1]):
            # With bars at its ends, a table ends at the first line without; otherwise at an empty line.
            is_barred = lines[start].startswith("|")
            ends = (
                i for i in range(start, len(lines)) if not lines[i] or (is_barred and "|" not in lines[i])
            )
            end = next(ends, len(lines))
            yield starts[start], lines[start:end]
            start = end
        start += 1


def _marked_down(lines: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    if lines[0].count("|") > MOST_COLUMNS + 1:
        return ()
    reader = MarkdownIt("commonmark", {"html": False}).enable("table").disable("inline")
    rows: list[tuple[str, ...]] = []
    row: list[str] = []
    for token in reader.parse("\n".join(lines)):
        if token.type == "tr_open":
            row = []
        elif token.type == "inline":
            row.append(unmarked(token.content))
        elif token.type == "tr_close":
            rows.append(tuple(row))
    return tuple(rows)


def unmarked(text: str) -> str:
    """The text of a Markdown cell without its mark-up.

    >>> unmarked("**[Melatonin](https://x.org)** 0.5 mg")
    'Melatonin 0.5 mg'
    """
    if len(text) > LONGEST_MARKED_UP or not MARK_UP & set(text):
        return text
    (block,) = MarkdownIt("commonmark", {"html": False}).parseInline(text)
    return "".join(_said(token) for token in block.children or ())


def _said(token: Token) -> str:
    return " " if token.type in {"softbreak", "hardbreak"} else token.content


def _divided(text: str, separator: str, most_rows: int) -> tuple[tuple[tuple[str, ...], ...], str]:
    """The rows up to the first that cannot be, and why it cannot."""
    if separator not in text and separator != ",":
        return (), ""
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True, skipinitialspace=True)
    rows: list[tuple[str, ...]] = []
    try:
        rows.extend(tuple(row) for row in islice(reader, most_rows + PREAMBLE + 2) if row)
    except csv.Error as error:
        return tuple(rows), str(error)
    return tuple(rows), ""
