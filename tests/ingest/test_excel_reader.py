import zipfile
from datetime import date, datetime

import openpyxl
import pyarrow.parquet as pq
import pytest
from kpidesk.core.errors import Cancelled, UserError
from kpidesk.core.progress import Progress
from kpidesk.ingest.reader import Reader


@pytest.fixture(scope="module")
def reader(tmp_path_factory):
    with Reader(tmp_path_factory.mktemp("scratch")) as reader:
        yield reader


def a_book(folder, name="book.xlsx", **sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(folder / name)
    return book, folder / name


def test_typed_cells_come_as_plain_text(reader, tmp_path):
    _, path = a_book(
        tmp_path,
        s=[
            ["a", "b", "c"],
            [1, 2.5, date(2024, 1, 5)],
            [1e-7, 45.0, datetime(2024, 1, 5, 10, 30)],
            [True, "007", None],
        ],
    )
    (sheet,) = reader.read(path)
    assert sheet.head == (
        ("a", "b", "c"), ("1", "2.5", "2024-01-05"), ("0.0000001", "45", "2024-01-05 10:30:00"), ("true", "007"),
    )  # fmt: skip
    assert (sheet.rows, sheet.width, sheet.format, sheet.sheet) == (4, 3, "xlsx", "s")
    table = pq.read_table(sheet.source.path)
    assert table.column_names == ["c0", "c1", "c2"]
    assert table["c2"].to_pylist() == ["c", "2024-01-05", "2024-01-05 10:30:00", None]


def test_cells_keep_their_place_below_and_right_of_blank_ones(reader, tmp_path):
    book = openpyxl.Workbook()
    book.active["C4"] = "x"
    book.active["D5"] = 2
    book.save(tmp_path / "far.xlsx")
    (sheet,) = reader.read(tmp_path / "far.xlsx")
    assert (sheet.head[3], sheet.head[4], sheet.rows) == (("", "", "x"), ("", "", "", "2"), 5)


def test_errors_and_formulas_without_value_are_counted_and_placed(reader, tmp_path):
    _, path = a_book(tmp_path, s=[["a", "b"], [1, "=A2*2"], [2, "#DIV/0!"], [3, "#N/A"]])
    (sheet,) = reader.read(path)
    found = {finding.code: (finding.count, str(finding.where)) for finding in sheet.findings}
    assert found == {"ingest.error_cells": (2, "s!B3"), "ingest.formula_without_value": (1, "s!B2")}


def test_hidden_sheets_and_merges_are_told(reader, tmp_path):
    book, path = a_book(tmp_path, shown=[["a", "b"], [1, 2]], hidden=[["a"], [1]])
    book["hidden"].sheet_state = "hidden"
    book["shown"].merge_cells("A1:B1")
    book.save(path)
    shown, hidden = reader.read(path)
    assert (shown.hidden, hidden.hidden) == (False, True)
    assert shown.merged == ((0, 0, 0, 1),)


def test_many_workbooks_share_one_child(reader, tmp_path):
    paths = [a_book(tmp_path, f"{i}.xlsx", s=[["a", "b"], [i, 2]])[1] for i in range(30)]
    assert [reader.read(path)[0].head[1][0] for path in paths] == [str(i) for i in range(30)]


def test_content_counts_not_the_ending(reader, tmp_path):
    _, path = a_book(tmp_path, s=[["a", "b"], [1, 2]])
    lying = path.rename(tmp_path / "book.csv")
    (tmp_path / "text.xlsx").write_text("a,b\n1,2\n")
    assert reader.read(lying)[0].format == "xlsx"
    assert reader.read(tmp_path / "text.xlsx")[0].format == "csv"


def test_lock_files_are_passed_over(reader, tmp_path):
    (tmp_path / "~$book.xlsx").write_bytes(b"x")
    assert reader.read(tmp_path / "~$book.xlsx") == ()


def test_bombs_are_refused_before_they_are_opened(reader, tmp_path):
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 150_000_000)
    with pytest.raises(UserError, match="unpacks to far more"):
        reader.read(path)


def test_declarations_in_xml_are_refused(reader, tmp_path):
    path = tmp_path / "entities.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", '<!DOCTYPE x [<!ENTITY a "b">]><workbook/>')
    with pytest.raises(UserError, match="declarations"):
        reader.read(path)


@pytest.mark.parametrize("content", [b"PK\x03\x04 and no more", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and no more"])
def test_damaged_workbooks_are_named_so(reader, tmp_path, content):
    (tmp_path / "bad.xlsx").write_bytes(content)
    with pytest.raises(UserError, match="damaged"):
        reader.read(tmp_path / "bad.xlsx")


def test_reading_stops_when_asked(tmp_path):
    _, path = a_book(tmp_path, s=[["a"], [1]])
    progress = Progress()
    progress.cancel()
    with Reader(tmp_path) as reader, pytest.raises(Cancelled):
        reader.read(path, progress)
