"""The rows of an XLSX file, as text: a small part of the format, read within narrow bounds."""

import csv
import re
import zlib
from collections.abc import Iterator
from io import BytesIO, StringIO
from typing import IO, Any
from zipfile import BadZipFile, ZipFile, ZipInfo

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, iterparse

from nof1_lab.errors import ReadError

BEGINS = b"PK\x03\x04"
MOST_MEMBERS = 300
MOST_IN_ALL = 30_000_000
MOST_IN_ONE = 4_000_000
MOST_RATIO = 100
SMALL = 100_000
MOST_SHEETS = 20
MOST_ROWS = 400
MOST_COLUMNS = 80
MOST_STRINGS = 50_000
MOST_TEXT = 1_000_000
WANTED = re.compile(
    r"xl/(?:workbook\.xml|sharedStrings\.xml|_rels/workbook\.xml\.rels|worksheets/[\w.-]{1,60}\.xml)"
)
ADDRESS = re.compile(r"([A-Z]{1,3})(\d{1,7})")
ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
WHOLE = re.compile(r"-?\d{1,15}(?:\.\d{1,20})?(?:[eE][+-]?\d{1,3})?")


def is_workbook(data: bytes | str) -> bool:
    """Whether the bytes are a ZIP file, as an XLSX file is."""
    return isinstance(data, bytes) and data.startswith(BEGINS)


def rows_as_text(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The cells of the first sheet that has any, divided by tabs, and notes on what was left out."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            return _rendered(_members(archive), archive)
    except (
        BadZipFile,
        zlib.error,
        KeyError,
        NotImplementedError,
        EOFError,
        OSError,
        RuntimeError,
        ValueError,
    ) as error:
        if isinstance(error, DefusedXmlException):
            raise _refused("The file holds a document type or an entity, as no spreadsheet does.") from None
        raise _refused("The file is no whole XLSX spreadsheet.") from None


def _refused(wrong: str) -> ReadError:
    return ReadError(
        wrong,
        "A small XLSX file, or plain text in UTF-8, was expected.",
        "Save a spreadsheet as CSV (UTF-8), or copy and paste the table.",
    )


def _members(archive: ZipFile) -> dict[str, ZipInfo]:
    """The members that are read; an archive that is none of a spreadsheet, or a bomb, is refused."""
    infos = archive.infolist()
    if len(infos) > MOST_MEMBERS or sum(info.file_size for info in infos) > MOST_IN_ALL:
        raise _refused("The file unpacks to more than a table of candidates needs.")
    found: dict[str, ZipInfo] = {}
    for info in infos:
        if not WANTED.fullmatch(info.filename):
            continue
        if info.filename in found:
            raise _refused(f"The file holds {info.filename!r} twice.")
        is_dense = info.file_size > SMALL and info.file_size > MOST_RATIO * max(info.compress_size, 1)
        if info.file_size > MOST_IN_ONE or is_dense or info.flag_bits & 1:
            raise _refused("The file unpacks to more than a table of candidates needs, or is locked.")
        found[info.filename] = info
    if "xl/workbook.xml" not in found:
        raise _refused("The file is a ZIP archive, and no XLSX spreadsheet.")
    return found


class Bounded:
    """A stream that ends with a refusal when it gives more than it said."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._left = MOST_IN_ONE

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        data = self._stream.read(min(size, 65_536) if size > 0 else 65_536)
        self._left -= len(data)
        if self._left < 0:
            raise _refused("The file unpacks to more than it says.")
        return data


def _events(archive: ZipFile, info: ZipInfo) -> Iterator[tuple[str, Any]]:
    """The elements of a member as they end, by their bare names."""
    with archive.open(info) as stream:
        try:
            for _, element in iterparse(Bounded(stream), events=("end",), forbid_dtd=True):
                yield str(element.tag).rsplit("}", 1)[-1], element
        except ParseError:
            raise _refused("The XML in the file is not whole.") from None


def _rendered(members: dict[str, ZipInfo], archive: ZipFile) -> tuple[str, tuple[str, ...]]:
    strings = _strings(archive, members.get("xl/sharedStrings.xml"))
    sheets = _sheets(archive, members)
    filled = 0
    text = ""
    notes: list[str] = []
    for info in sheets[:MOST_SHEETS]:
        rows, has_formula = _rows(archive, info, strings)
        if not rows:
            continue
        filled += 1
        if not text:
            text = _tabbed(rows)
            notes.extend(["The value that each formula last had was read."] if has_formula else [])
    if not text:
        raise _refused("The spreadsheet is empty.")
    if filled > 1:
        notes.append("Only the first sheet of the spreadsheet was read.")
    return text, tuple(notes)


def _strings(archive: ZipFile, info: ZipInfo | None) -> list[str]:
    strings: list[str] = []
    if info is None:
        return strings
    for tag, element in _events(archive, info):
        if tag == "si":
            strings.append(_text(element))
            element.clear()
        if len(strings) > MOST_STRINGS:
            raise _refused("The spreadsheet holds too many texts.")
    return strings


def _text(element: Any) -> str:
    """The words of a cell: its runs, without how they are pronounced."""
    words: list[str] = []
    for part in element:
        tag = str(part.tag).rsplit("}", 1)[-1]
        if tag == "t":
            words.append(part.text or "")
        elif tag == "r":
            words.append(_text(part))
    return ESCAPE.sub(lambda found: chr(int(found[1], 16)), "".join(words))


def _sheets(archive: ZipFile, members: dict[str, ZipInfo]) -> list[ZipInfo]:
    """The sheets in the order of the workbook, those that can be seen."""
    order: list[str] = []
    for tag, element in _events(archive, members["xl/workbook.xml"]):
        if tag == "sheet" and element.get("state", "visible") == "visible":
            order.extend(value for key, value in element.attrib.items() if key.rsplit("}", 1)[-1] == "id")
    targets: dict[str, str] = {}
    if "xl/_rels/workbook.xml.rels" in members:
        for tag, element in _events(archive, members["xl/_rels/workbook.xml.rels"]):
            if tag == "Relationship":
                targets[element.get("Id", "")] = "xl/" + element.get("Target", "").removeprefix(
                    "/xl/"
                ).removeprefix("./")
    named = [members[targets[key]] for key in order if targets.get(key) in members]
    return named or [info for name, info in sorted(members.items()) if name.startswith("xl/worksheets/")]


def _rows(archive: ZipFile, info: ZipInfo, strings: list[str]) -> tuple[list[list[str]], bool]:
    rows: list[list[str]] = []
    has_formula = False
    for tag, element in _events(archive, info):
        if tag != "row":
            continue
        row: list[str] = []
        for number, part in enumerate(element):
            if str(part.tag).endswith("c"):
                has_formula = has_formula or any(str(inner.tag).endswith("}f") for inner in part)
                _place(row, part, number, strings)
        element.clear()
        if any(cell.strip() for cell in row):
            rows.append(row)
        if len(rows) > MOST_ROWS:
            raise ReadError(
                f"The spreadsheet has more than {MOST_ROWS} rows.",
                "A table of at most 200 candidates was expected.",
                "Keep the rows that matter.",
            )
    return rows, has_formula


def _place(row: list[str], part: Any, number: int, strings: list[str]) -> None:
    address = ADDRESS.fullmatch(part.get("r", ""))
    at = _column(address[1]) if address else max(number, len(row))
    if at >= MOST_COLUMNS:
        raise ReadError(
            f"The spreadsheet has more than {MOST_COLUMNS} columns.",
            "A table of candidates was expected.",
            "Keep the columns that matter.",
        )
    row.extend([""] * (at + 1 - len(row)))
    row[at] = _said(part, strings)


def _column(letters: str) -> int:
    at = 0
    for letter in letters:
        at = 26 * at + ord(letter) - 64
    return at - 1


def _said(part: Any, strings: list[str]) -> str:
    kind, value = part.get("t", "n"), ""
    for inner in part:
        tag = str(inner.tag).rsplit("}", 1)[-1]
        if tag == "v":
            value = inner.text or ""
        elif tag == "is":
            return _text(inner)
    if kind == "s":
        return (
            strings[int(value)] if value.isdecimal() and len(value) < 10 and int(value) < len(strings) else ""
        )
    if kind == "b":
        return "true" if value == "1" else "false"
    if kind == "e":
        return ""
    return _number(value) if kind == "n" else value


def _number(value: str) -> str:
    """A number as a person sees it: without the last digits that are only noise."""
    return f"{float(value):.12g}" if WHOLE.fullmatch(value.strip()) else value


def _tabbed(rows: list[list[str]]) -> str:
    page = StringIO()
    writer = csv.writer(page, delimiter="\t", lineterminator="\n")
    for row in rows:
        writer.writerow(row)
        if page.tell() > MOST_TEXT:
            raise _refused("The spreadsheet holds more text than a table of candidates.")
    return page.getvalue()
