"""Workbooks made to break readers: each ends in its cells or in one clear sentence, and nothing is lost in silence."""

import json
import random
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

import pyarrow.parquet as pq
import pytest
import xlsxwriter
from book_maker import compound, error, formula, number, ods, record, xls, xlsx, zipped
from hostile_reading import outcome
from kpidesk.core.errors import UserError
from kpidesk.core.findings import Level
from kpidesk.ingest.excel_xlsb import xlsb_facts
from kpidesk.ingest.reader import Reader

CELL = '<table:table-cell office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell>'
WIDE = CELL.replace(" office:value-type", ' table:number-columns-repeated="16000" office:value-type', 1)
FEW = '<row r="1"><c r="A1"><v>1</v></c></row>'
BLANK, WRONG = struct.pack("<B5xH", 3, 0xFFFF), struct.pack("<BBB3xH", 2, 0, 7, 0xFFFF)


@pytest.fixture(scope="module")
def reader(tmp_path_factory):
    with Reader(tmp_path_factory.mktemp("scratch")) as reader:
        yield reader


def codes(sheets):
    return {finding.code: finding.count for sheet in sheets for finding in sheet.findings}


def refused(reader, path, match):
    with pytest.raises(UserError, match=match) as caught:
        reader.read(path)
    assert path.name in str(caught.value.message)
    assert caught.value.hint is not None


@pytest.mark.parametrize("row", [1_048_577, 4_294_967_295, 10**19])
def test_a_row_beyond_the_last_one_is_refused(reader, tmp_path, row):
    refused(reader, xlsx(tmp_path, f'<row r="{row}"><c r="A{row}"><v>1</v></c></row>'), "far more")


@pytest.mark.parametrize(
    "row",
    [
        f'<table:table-row table:number-rows-repeated="4000000000">{CELL}</table:table-row>',
        f'<table:table-row table:number-rows-repeated="100000">{WIDE}</table:table-row>',
    ],
)
def test_cells_repeated_without_end_are_refused(reader, tmp_path, row):
    refused(reader, ods(tmp_path, row), "far more")


def test_blank_rows_repeated_to_the_sheets_end_are_no_reason_to_refuse(reader, tmp_path):
    rest = '<table:table-row table:number-rows-repeated="1048575"><table:table-cell/></table:table-row>'
    (sheet,) = reader.read(ods(tmp_path, f"<table:table-row>{CELL}</table:table-row>{rest}"))
    assert (sheet.rows, sheet.head) == (1, (("1",),))


def test_two_cells_far_apart_are_read_and_the_far_one_is_told(reader, tmp_path):
    rows = FEW + '<row r="20000"><c r="XFD20000"><v>2</v></c></row>'
    (sheet,) = reader.read(xlsx(tmp_path, rows))
    assert sheet.head == (("1",),)
    assert codes([sheet]) == {"ingest.far_cells": 1}


def test_a_password_is_named_so_whatever_hides_it(reader, tmp_path):
    package = tmp_path / "package.xlsx"
    package.write_bytes(compound({"EncryptionInfo": b"x", "EncryptedPackage": b"y" * 5000}))
    old = tmp_path / "old.xls"
    old.write_bytes(xls(number(0, 0, 1), extra=record(0x2F, bytes(6))))
    for path in (package, old):
        refused(reader, path, "password")


def test_documents_of_office_that_are_no_workbook_are_named_so(reader, tmp_path):
    path = tmp_path / "letter.xls"
    path.write_bytes(compound({"WordDocument": b"x"}))
    refused(reader, path, "no workbook")


def test_error_cells_of_xls_are_counted(reader, tmp_path):
    path = tmp_path / "errors.xls"
    path.write_bytes(xls(number(0, 0, 4), error(0, 1), formula(1, 0, struct.pack("<d", 2.5)), formula(1, 1, WRONG)))
    (sheet,) = reader.read(path)
    assert sheet.head == (("4",), ("2.5",))
    assert codes([sheet]) == {"ingest.error_cells": 2}
    (finding,) = sheet.findings
    assert [str(place) for place in (finding.where, *finding.samples)] == [f"{sheet.name}!B1", f"{sheet.name}!B2"]


def test_formulas_of_xls_never_calculated_are_counted(reader, tmp_path):
    path = tmp_path / "never.xls"
    path.write_bytes(xls(number(0, 0, 4), formula(1, 0, BLANK), formula(2, 0, BLANK)))
    assert codes(reader.read(path)) == {"ingest.formula_without_value": 2}
    path.write_bytes(xls(number(0, 0, 4), formula(1, 0, struct.pack("<d", 2.5)), formula(2, 0, BLANK)))
    assert codes(reader.read(path)) == {}


def test_error_cells_and_formulas_without_value_of_ods_are_counted(reader, tmp_path):
    shown = "<text:p>#DIV/0!</text:p>"
    rows = (
        f"<table:table-row>{CELL}{CELL}</table:table-row><table:table-row>{CELL}"
        f'<table:table-cell table:formula="of:=1/0" office:value-type="string" calcext:value-type="error">{shown}'
        '</table:table-cell></table:table-row><table:table-row><table:table-cell table:formula="of:=[.A1]"/>'
        f'<table:table-cell table:formula="of:=[.A1]" office:value-type="float" office:value="1"><text:p>1</text:p>'
        "</table:table-cell></table:table-row>"
    )
    sheets = reader.read(ods(tmp_path, rows))
    assert codes(sheets) == {"ingest.error_cells": 1, "ingest.formula_without_value": 1}
    assert {str(finding.where) for finding in sheets[0].findings} == {"S!B2", "S!A3"}


def test_each_of_the_error_cells_that_one_tag_of_ods_stands_for_is_counted(reader, tmp_path):
    error = (
        '<table:table-cell table:number-columns-repeated="3" table:formula="of:=1/0" office:value-type="string" '
        'calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>'
    )
    rows = f"<table:table-row>{CELL * 4}</table:table-row><table:table-row>{CELL}{error}</table:table-row>"
    (finding,) = reader.read(ods(tmp_path, rows))[0].findings
    assert (finding.count, str(finding.where), [str(place) for place in finding.samples]) == (
        3,
        "S!B2",
        ["S!C2", "S!D2"],
    )


def test_formulas_of_xlsx_without_value_are_counted(reader, tmp_path):
    book = xlsxwriter.Workbook(tmp_path / "f.xlsx")
    sheet = book.add_worksheet("S")
    sheet.write_row(0, 0, (1, 2))
    sheet.write_formula(1, 0, "=A1*2", None, "")
    sheet.write_formula(1, 1, "=A1*2", None, 2)
    book.close()
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1</f></c><c r="C1"><f>A1</f><v>1</v></c></row>'
    assert codes(reader.read(xlsx(tmp_path, rows))) == {"ingest.formula_without_value": 1}


def test_error_cells_and_hidden_parts_of_xlsb_are_counted(tmp_path):
    def brt(kind, body=b""):
        code = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
        return code + bytes([len(body)]) + body

    def text(words):
        return struct.pack("<I", len(words)) + words.encode("utf-16-le")

    book = brt(156, struct.pack("<II", 1, 1) + text("r1") + text("S"))
    row = struct.pack("<II", 4, 0) + struct.pack("<HBBB", 300, 0, 0x10, 0)
    sheet = brt(60, struct.pack("<IIIIH", 1, 2, 0, 0, 1)) + brt(0, row)
    sheet += brt(3, struct.pack("<IIB", 2, 0, 7)) + brt(11, struct.pack("<IIB", 3, 0, 42) + bytes(12))
    relations = '<Relationship Id="r1" Target="worksheets/sheet1.bin"/>'
    parts = {
        "xl/workbook.bin": book, "xl/_rels/workbook.bin.rels": relations, "xl/worksheets/sheet1.bin": sheet,
    }  # fmt: skip
    facts = xlsb_facts(zipped(tmp_path / "b.xlsb", parts))["S"]
    assert (facts.errors, facts.error_cells) == (2, [(4, 2), (4, 3)])
    assert (facts.is_hidden, facts.hidden_rows, facts.hidden_columns) == (True, 1, 2)


@pytest.mark.parametrize(
    ("rows", "parts"),
    [
        ('<row r="1"><c r="A1" t="s"><v>7</v></c></row>', {}),
        ('<row r="1"><c r="!!"><v>7</v></c></row>', {}),
        (FEW, {"xl/worksheets/sheet1.xml": "<worksheet><sheetData><row"}),
        (FEW, {"xl/workbook.xml": "not xml"}),
        (FEW, {"xl/_rels/workbook.xml.rels": '<Relationship Id="r0" Target="../../../../etc/passwd"/>'}),
    ],
    ids=["string beyond the table", "place that is none", "cut short", "no workbook", "path out of the file"],
)
def test_a_sheet_that_cannot_be_read_is_a_blocker_or_a_refusal(reader, tmp_path, rows, parts):
    path = xlsx(tmp_path, rows, parts=parts)
    sheets, said = outcome(reader, path)
    assert said or [f.level for sheet in sheets for f in sheet.findings] == [Level.BLOCKER] * len(sheets)


def test_bytes_changed_or_cut_end_in_cells_or_a_sentence(reader, tmp_path):
    whole = xlsx(tmp_path, FEW).read_bytes()
    old = xls(number(0, 0, 4), error(0, 1), number(1, 0, 5))
    chance = random.Random(7)
    for turn in range(24):
        data = bytearray(old if turn % 2 else whole)
        if turn % 3:
            for _ in range(chance.randint(1, 12)):
                data[chance.randrange(len(data))] = chance.randrange(256)
        else:
            del data[chance.randrange(len(data)) :]
        path = tmp_path / f"turn{turn}.xlsx"
        path.write_bytes(data)
        sheets, said = outcome(reader, path)
        assert sheets or path.name in said


def test_web_pages_and_xml_under_a_workbooks_name_are_read_as_what_they_are(reader, tmp_path):
    page = tmp_path / "page.xls"
    page.write_text(
        "<html><head><style>td {x:1}</style></head><body><table><tr><th colspan=2>Report</th></tr>"
        "<tr><th>plan<th>price<tr><td>A &amp; B<td>1,5</table></body></html>",
        encoding="utf-8",
    )
    (sheet,) = reader.read(page)
    assert (sheet.format, sheet.head) == ("html", (("Report",), ("plan", "price"), ("A & B", "1,5")))
    cells = "".join(f'<Cell><Data ss:Type="{kind}">{text}</Data></Cell>' for kind, text in (
        ("String", "C1"), ("DateTime", "2024-01-05T00:00:00.000"), ("Number", "12.5"),
    ))  # fmt: skip
    flat = tmp_path / "flat.xls"
    flat.write_text(
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:x">'
        f'<Worksheet ss:Name="S"><Table><Row ss:Index="2">{cells}</Row></Table></Worksheet></Workbook>',
        encoding="utf-8",
    )
    (sheet,) = reader.read(flat)
    assert (sheet.sheet, sheet.head) == ("S", ((), ("C1", "2024-01-05", "12.5")))


def test_a_web_page_without_a_table_is_named_so(reader, tmp_path):
    path = tmp_path / "export.csv"
    path.write_text("<!DOCTYPE html><html><body>Please sign in</body></html>", encoding="utf-8")
    refused(reader, path, "web page")


@pytest.mark.realdata
@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.skipif(sys.platform == "win32", reason="memory of processes is told by POSIX")
def test_every_hostile_file_ends_in_sheets_or_one_sentence(real_data, tmp_path):
    folder = real_data / "hostile"
    if not folder.is_dir():
        pytest.skip("no hostile files here")
    script = Path(__file__).with_name("hostile_reading.py")
    # A process counts what its parent held when it was started as its own peak, so a small one stands between.
    between = "import subprocess, sys; sys.exit(subprocess.run(sys.argv[1:]).returncode)"
    command = [sys.executable, "-c", between, sys.executable, script, folder, tmp_path]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["unclear"] == []
    assert told["kilobytes"] < 1_000_000


def test_a_member_that_is_there_twice_is_read_once(reader, tmp_path):
    path = xlsx(tmp_path, FEW)
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/worksheets/sheet1.xml", "<worksheet/>")
    sheets, said = outcome(reader, path)
    assert len(sheets) == 1 or path.name in said


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"])
def test_a_byte_that_is_no_text_costs_one_character(reader, tmp_path, part):
    whole = tmp_path / "whole.xlsx"
    with xlsxwriter.Workbook(whole, {"constant_memory": part.endswith("sheet1.xml")}) as book:
        sheet = book.add_worksheet("S")
        for row in range(40):
            sheet.write_row(row, 0, (row, f"name{row}x", row * 2))
    broken = tmp_path / "broken.xlsx"
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(broken, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, data.replace(b"name7x", b"name7\xff") if name == part else data)
    (sheet,) = reader.read(broken)
    assert (sheet.rows, sheet.head[7], sheet.head[39]) == (40, ("7", "name7\ufffd", "14"), ("39", "name39x", "78"))
    (finding,) = sheet.findings
    assert (finding.code, finding.count, str(finding.where)) == ("ingest.bad_characters", 1, "S!B8")


def test_a_first_column_that_begins_beyond_the_first_piece_moves_no_cell(reader, tmp_path):
    text = "a word " * 40
    with xlsxwriter.Workbook(tmp_path / "late.xlsx", {"constant_memory": True}) as book:
        sheet = book.add_worksheet("S")
        for row in range(22_000):
            sheet.write_row(row, 2, (text, row))
        sheet.write(22_000, 1, "late")
    (sheet,) = reader.read(tmp_path / "late.xlsx")
    table = pq.read_table(sheet.source.path)
    assert (table.num_columns, table["c1"][22_000].as_py(), table["c3"][5].as_py()) == (4, "late", "5")
