"""A table of candidates whose every cell knows where it stands in the text."""

import re
from collections.abc import Sequence

from nof1_lab.exchange.column import Column, column
from nof1_lab.exchange.column import is_name as is_name_column
from nof1_lab.exchange.piece import Found, Piece, Record
from nof1_lab.exchange.table import Table, read_table
from nof1_lab.exchange.text import cell

RAW_CELL = re.compile(r"((?:[^|\\\n]|\\.)*+)(?:\||$)")
INDENT = re.compile(r"[> \t]*+\|?")
LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\]\([^()\n]{0,2000}\)")
NEAR = 400
SHORT = 40


def in_table(text: str, *, most: int, is_column: bool = False) -> Found | None:
    """The candidates of the first table under a name; ``is_column``: it has that column only."""
    table = read_table(text, lambda row: _is_heading(row, is_column=is_column), most_rows=most)
    if table is None:
        return None
    headings, rows = _marked_down(text, table) if not table.separator else _divided(text, table)
    columns = _once([column(piece) for piece in headings])
    notes = list(table.notes)
    for each in columns:
        if (level := each.extras.get("level")) is not None and each.role is not None and level.how == "read":
            notes.append(f"The level {level.value} was read from a heading.")
        if each.role is None and each.words.strip():
            notes.append(f"The column {cell(each.words)[:40]!r} was left out.")
    return Found(tuple(_record(columns, row) for row in rows), tuple(dict.fromkeys(notes)))


def _is_heading(row: Sequence[str], *, is_column: bool) -> bool:
    known = [column(Piece(text)).role for text in row] if any(map(is_name_column, row)) else []
    if is_column:
        return len(row) == 1 and bool(known)
    is_short = all(len(text) <= SHORT for text in row)
    return len(row) > 1 and bool(known) and (sum(map(bool, known)) > 1 or is_short)


def _once(columns: Sequence[Column]) -> list[Column]:
    """The second column of one meaning is not taken."""
    seen: set[str] = set()
    kept: list[Column] = []
    for each in columns:
        kept.append(Column(None, {}, each.words) if each.role in seen else each)
        seen |= {each.role} if each.role else set()
    return kept


def _divided(text: str, table: Table) -> tuple[list[Piece], list[list[Piece]]]:
    """The cells of a table that a spreadsheet writes, found again one after another."""
    at = table.start
    found: list[list[Piece]] = []
    for row in (*table.before, table.headings, *table.rows):
        pieces: list[Piece] = []
        for said in row:
            piece, at = _next(text, said, at)
            pieces.append(piece)
        found.append(pieces)
    headings = found[len(table.before)]
    width = len(headings)
    rows = [_mended(text, row) if len(row) > width else row for row in found[len(table.before) + 1 :]]
    return headings, rows


def _mended(text: str, row: list[Piece]) -> list[Piece]:
    """A row whose separator also stands between the two ends of an interval, in brackets."""
    kept: list[Piece] = []
    for piece in row:
        before = kept[-1] if kept else Piece("")
        if before.at and piece.at and _is_open(before.words):
            at = (before.at[0], piece.at[1])
            kept[-1] = Piece(text[slice(*at)], at)
        else:
            kept.append(piece)
    return kept


def _is_open(words: str) -> bool:
    return words.count("[") > words.count("]") or words.count("(") > words.count(")")


def _next(text: str, said: str, at: int) -> tuple[Piece, int]:
    if not said.strip():
        return Piece(said), at
    for words in (said, said.replace('"', '""')):
        start = text.find(words, at, at + len(words) + NEAR)
        if start >= 0:
            return Piece(said, (start, start + len(words))), start + len(words)
    return Piece(said), at


def _marked_down(text: str, table: Table) -> tuple[list[Piece], list[list[Piece]]]:
    """The cells of a Markdown table: its lines, divided where the bars stand."""
    rows = iter((table.headings, *table.rows))
    found: list[list[Piece]] = []
    at, count = table.start, 0
    row = next(rows, None)
    while row is not None and at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        if count != 1:
            pieces = _line(text, at, end, row)
            if any(piece.words.strip() for piece in pieces):
                found.append(pieces)
                row = next(rows, None)
        at, count = end + 1, count + 1
    return found[0], found[1:]


def _line(text: str, at: int, end: int, row: Sequence[str]) -> list[Piece]:
    indent = INDENT.match(text, at, end)
    at = indent.end() if indent else at
    pieces: list[Piece] = []
    for said in row:
        raw = RAW_CELL.match(text, at, end)
        if raw is None:
            pieces.append(Piece(said))
            continue
        pieces.append(_inside(text, raw.span(1), LINK.sub(r"\1", said)))
        at = raw.end()
    return pieces


def _inside(text: str, span: tuple[int, int], said: str) -> Piece:
    """The words of a cell inside its mark-up, or all of the cell when its mark-up stands between them."""
    start = text.find(said, *span) if said else -1
    if start >= 0:
        return Piece(said, (start, start + len(said)))
    raw = text[slice(*span)]
    start = span[0] + len(raw) - len(raw.lstrip())
    return Piece(said, (start, start + len(raw.strip())) if raw.strip() else None)


def _record(columns: Sequence[Column], row: Sequence[Piece]) -> Record:
    parts: dict[str, Piece] = {}
    for each, piece in zip(columns, row, strict=False):
        if each.role and piece.words.strip():
            parts[each.role] = _with_time(each, piece)
    for each in columns:
        if each.role:
            for role, extra in each.extras.items():
                parts.setdefault(role, extra)
    if any(each.is_share for each in columns):
        parts.setdefault("share", Piece("%"))
    said = next((each.words for each in columns if each.role == "estimate"), "")
    if said:
        parts["heading"] = Piece(said)
    more = next((piece.words for piece in row[len(columns) :] if piece.words.strip()), "")
    return Record(parts, more=more)


def _with_time(meant: Column, piece: Piece) -> Piece:
    if meant.time and piece.words.strip()[-1:].isdigit():
        return Piece(f"{piece.value} {meant.time}", piece.at)
    return piece
