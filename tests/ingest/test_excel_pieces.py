"""A big sheet read in pieces shows what the same sheet shows that is read as a whole; what is odd is not read so."""

import datetime as dt

import pyarrow.parquet as pq
import pytest
import xlsxwriter
from book_maker import xlsx
from kpidesk.ingest import excel_pieces
from kpidesk.ingest.excel_child import describe_book

PIECE = 3_000


@pytest.fixture(autouse=True)
def _small_pieces(monkeypatch):
    monkeypatch.setattr(excel_pieces, "BIG_SHEET", 2 * PIECE)
    monkeypatch.setattr(excel_pieces, "_PIECE", PIECE)
    monkeypatch.setattr(excel_pieces, "_SHARED_TIMES", 0)


def read(path, folder, engine):
    """What the child tells of a book, and all cells of it."""
    sheets = describe_book(path, folder / engine, engine, "xlsx")["sheets"]
    cells = [pq.read_table(sheet.pop("path")).to_pydict() if sheet["rows"] else sheet.pop("path") for sheet in sheets]
    return sheets, cells


def same(path, folder):
    told, cells = read(path, folder, "pieces")
    assert (told, cells) == read(path, folder, "fastexcel")
    return told, cells


def test_cells_keep_their_places_and_facts_are_told(tmp_path):
    path = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(path) as book:
        day, money = book.add_format({"num_format": "yyyy-mm-dd"}), book.add_format({"num_format": "0.0%"})
        sheet = book.add_worksheet("Long")
        sheet.merge_range(3, 1, 5, 1, "three rows")
        for row in range(3, 600):
            if row % 50 < 3:
                continue  # blank rows, at the ends of pieces too
            sheet.write(row, 2, f"text {row % 7}")
            sheet.write_datetime(row, 3, dt.datetime(2024, 1, 1) + dt.timedelta(row), day)
            sheet.write_number(row, 4, row / 8, money)
            if row > 300:
                sheet.write_string(row, 1, "only further down")
            if row == 450:
                sheet.write_string(row, 9, "wide")
        sheet.write_formula(20, 5, "=1/0", None, "#DIV/0!")
        sheet.write_formula(560, 5, "=1+1", None, "")
        sheet.set_row(100, None, None, {"hidden": True})
        book.add_worksheet("Short").write(1, 1, "x")
        book.add_worksheet("Blank")
        hidden = book.add_worksheet("Hidden")
        hidden.hide()
        for row in range(400):
            hidden.write_row(row, 0, [row, "text"])
    told, _ = same(path, tmp_path)
    assert [sheet["rows"] for sheet in told] == [600, 2, 0, 400]
    assert [sheet["hidden"] for sheet in told] == [False, False, False, True]
    assert (told[0]["errors"][0], told[0]["no_value"][0], told[0]["hidden_lines"]) == (1, 1, [1, 0])


def test_the_last_row_of_a_sheet_is_read(tmp_path):
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in (*range(1, 300), 1_048_576))
    told, _ = same(xlsx(tmp_path, rows), tmp_path)
    assert told[0]["rows"] == 1_048_576


def test_a_first_column_that_begins_far_down_moves_no_cell(tmp_path):
    rows = "".join(f'<row r="{n}"><c r="C{n}"><v>{n}</v></c></row>' for n in range(1, 300))
    rows += '<row r="300"><c r="B300"><v>7</v></c></row>'
    ((sheet,), (cells,)) = read(xlsx(tmp_path, rows), tmp_path, "pieces")
    assert sheet["width"] == 3
    assert (cells["c2"][0], cells["c1"][299], cells["c0"][0]) == ("1", "7", None)


@pytest.mark.parametrize(
    ("further", "why"),
    [
        ('<row r="5"><c r="B5"><v>1</v></c></row>' * 100, "rows out of order"),
        ("<row><c><v>1</v></c></row>" * 300, "rows without a number"),
        ('<row r="301"><c r="A301"><v>1</v></c></row>' * 100, "a row that is there again"),
        ('<row r="301"><c r="A301" t="str"><v>x</v></c>', "a row that never ends"),
    ],
)
def test_what_is_not_of_the_usual_build_is_read_as_a_whole(tmp_path, further, why):
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 300))
    path = xlsx(tmp_path, rows + further)
    (sheet,), _ = read(path, tmp_path, "pieces")
    assert "NotInPieces" in sheet["problem"], why
