"""Spreadsheets: read within narrow bounds."""

import time
import zipfile
from io import BytesIO

import pytest

from nof1_lab.errors import ReadError
from nof1_lab.exchange.candidate import read_candidates
from nof1_lab.exchange.workbook import MOST_IN_ONE, rows_as_text

HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
BOOK = HEAD + '<workbook xmlns:r="r"><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>'
RELS = HEAD + '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>'
ROWS = (
    '<row><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>estimate</t></is></c></row>'
    '<row><c r="A2" t="s"><v>1</v></c><c r="B2"><v>-0.30000000000000004</v></c></row>'
)
STRINGS = (
    HEAD + "<sst><si><t>name</t></si><si><r><t>Mela</t></r><r><t>tonin</t></r><rPh><t>x</t></rPh></si></sst>"
)


def packed(sheet: str = ROWS, strings: str = STRINGS, **more: str) -> bytes:
    page = BytesIO()
    with zipfile.ZipFile(page, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", BOOK)
        archive.writestr("xl/_rels/workbook.xml.rels", RELS)
        archive.writestr("xl/sharedStrings.xml", strings)
        archive.writestr(
            "xl/worksheets/sheet1.xml", f"{HEAD}<worksheet><sheetData>{sheet}</sheetData></worksheet>"
        )
        for name, text in more.items():
            archive.writestr(name, text)
    return page.getvalue()


def test_the_cells_become_a_text_with_tabs():
    assert rows_as_text(packed()) == ("name\testimate\nMelatonin\t-0.3\n", ())


def test_its_candidates_are_read_and_shown_as_that_text():
    reading = read_candidates(packed(), name="ideas.xlsx")
    assert [(one.name, one.estimate) for one in reading.nouns] == [("Melatonin", -0.3)]
    assert reading.text.startswith("name\t")


ENTITY = '<!DOCTYPE s [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04" + b"x" * 50,
        packed(strings=HEAD + ENTITY + "<sst><si><t>&b;</t></si></sst>"),
        packed(strings=HEAD + '<!DOCTYPE s SYSTEM "file:///etc/hostname"><sst/>'),
        packed(strings="<sst><si>"),
        packed(sheet=""),
        packed(strings="<sst>" + "<si><t>" + "a" * (MOST_IN_ONE + 1) + "</t></si></sst>"),
        packed(**{"xl/media/bomb.bin": "0" * 40_000_000}),
        packed(**{f"m{i}": "" for i in range(400)}),
        packed(sheet="".join(f'<row><c r="A{i}"><v>{i}</v></c></row>' for i in range(1, 9_000))),
        packed(sheet='<row><c r="XFD1"><v>1</v></c></row>'),
    ],
    ids=[
        "torn",
        "entities",
        "outside",
        "unfinished",
        "empty",
        "bomb",
        "bomb aside",
        "members",
        "rows",
        "columns",
    ],
)
def test_a_bomb_or_a_broken_file_is_refused_at_once(data):
    start = time.process_time()
    with pytest.raises(ReadError):
        read_candidates(data, name="ideas.xlsx")
    assert time.process_time() - start < 2.0


def test_a_member_that_stands_twice_is_refused():
    page = BytesIO(packed())
    with zipfile.ZipFile(page, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("xl/workbook.xml", BOOK)
    with pytest.raises(ReadError, match="Save a spreadsheet as CSV"):
        read_candidates(page.getvalue())
