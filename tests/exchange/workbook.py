"""A small writer of spreadsheet files, so that none has to be kept: a good one, and some that attack."""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
FORMULA = re.compile(r"=(.+) → (.+)")
SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"

TYPES = f"""<Types xmlns="{PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml"
 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
<Override PartName="/{SHEET}"
 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
<Override PartName="/{STRINGS}"
 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>
</Types>"""
TOP = f"""<Relationships xmlns="{PACKAGE}/relationships">
<Relationship Id="rId1" Type="{LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""
BOOK = f"""<workbook xmlns="{MAIN}" xmlns:r="{LINKS}">
<sheets><sheet name="Ideas" sheetId="1" r:id="rId1"/></sheets></workbook>"""
PARTS = f"""<Relationships xmlns="{PACKAGE}/relationships">
<Relationship Id="rId1" Type="{LINKS}/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="rId2" Type="{LINKS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>"""


def workbook(table: str) -> bytes:
    """A spreadsheet file of a table of tabs; a cell ``=formula → value`` is a formula with its kept value."""
    return _packed(_members(table))


def _members(table: str) -> dict[str, str]:
    strings: list[str] = []
    rows = [_row(line.split("\t"), at, strings) for at, line in enumerate(table.split("\n"), 1)]
    shared = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in strings)
    return {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": TOP,
        "xl/workbook.xml": BOOK,
        "xl/_rels/workbook.xml.rels": PARTS,
        STRINGS: f'<sst xmlns="{MAIN}" count="{len(strings)}" uniqueCount="{len(strings)}">{shared}</sst>',
        SHEET: f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(rows)}</sheetData></worksheet>',
    }


def _row(cells: list[str], at: int, strings: list[str]) -> str:
    inside = "".join(_cell(cell, at, column, strings) for column, cell in enumerate(cells))
    return f'<row r="{at}">{inside}</row>'


def _cell(text: str, row: int, column: int, strings: list[str]) -> str:
    at = f"{chr(65 + column)}{row}"
    formula = FORMULA.fullmatch(text)
    if not text:
        return ""
    if NUMBER.fullmatch(text):
        return f'<c r="{at}"><v>{text}</v></c>'
    if formula:
        return f'<c r="{at}" t="str"><f>{escape(formula[1])}</f><v>{escape(formula[2])}</v></c>'
    strings.append(text)
    return f'<c r="{at}" t="s"><v>{len(strings) - 1}</v></c>'


def _packed(members: dict[str, str]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return file.getvalue()


def laughing(table: str) -> bytes:
    """A billion laughs in the shared strings."""
    entities = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
    members = _members(table)
    named = f'<!DOCTYPE sst [<!ENTITY l0 "ha">{entities}]>'
    members[STRINGS] = named + members[STRINGS].replace("</t>", "&l9;</t>", 1)
    return _packed(members)


def looking_outside(table: str) -> bytes:
    """An entity that stands for a file of the machine."""
    members = _members(table)
    named = '<!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    members[STRINGS] = named + members[STRINGS].replace("</t>", "&x;</t>", 1)
    return _packed(members)


def swollen(table: str) -> bytes:
    """A small file with 300 million letters in it."""
    members = _members(table)
    members[STRINGS] = members[STRINGS].replace("</t>", " " * 300_000_000 + "</t>", 1)
    return _packed(members)


def far_flung(table: str) -> bytes:
    """A cell in the last row and column that there may be."""
    members = _members(table)
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    members[SHEET] = members[SHEET].replace("</sheetData>", far)
    return _packed(members)


def halved(table: str) -> bytes:
    """The first half of a file."""
    whole = workbook(table)
    return whole[: len(whole) // 2]


MAKERS: dict[str, Callable[[str], bytes]] = {
    "xlsx": workbook,
    "xlsx:laughs": laughing,
    "xlsx:outside": looking_outside,
    "xlsx:bomb": swollen,
    "xlsx:far": far_flung,
    "xlsx:half": halved,
    "crlf": lambda text: text.replace("\n", "\r\n").encode(),
    "utf-16": lambda text: text.encode("utf-16"),
}
