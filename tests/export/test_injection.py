"""Bar 4: whatever names of customers say, no cell is a formula that the product did not mean."""

import csv
import io
import zipfile
from dataclasses import replace

import openpyxl
import pytest
from kpidesk.charts.figure import Column, Table
from kpidesk.charts.pivot import Pivot, Row
from kpidesk.core.formatting import Style
from kpidesk.export.csv_writer import write_rows
from kpidesk.export.deck import DataTable, Deck, Slide
from kpidesk.export.exporter import export
from kpidesk.export.options import ExportOptions
from pptx import Presentation

from tests.charts.gallery import gallery
from tests.export.books import a_book

PAYLOADS = (
    "=1+1", "=cmd|' /C calc'!A0", "=HYPERLINK(\"http://x\",\"y\")", "=IMPORTXML(\"http://x\",\"//a\")", "=WEBSERVICE(\"http://x\")",
    "=DDE(\"cmd\";\"/C calc\";\"x\")", "=1+cmd|' /C notepad'!'A1'", "=SUM(1+1)*cmd|' /C calc'!A0", "={1;2}", "=A1",
    "+1+1", "+cmd|' /C calc'!A0", "+\"x\"", "-1+1", "-2+3+cmd|' /C calc'!A0", "-@x", "@SUM(1+1)", "@cmd|' /C calc'!A0",
    "@A1", "@ABS(-1)", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "  @x", "\u00a0=1+1", "\u3000=1+1", "＝1+1", "＋1+1",
    "－1+1", "＠SUM(1)", "\ufeff=1+1", "\u200b=1+1", "\x0b=1+1", "'=1+1", "\"=1+1\"", ";=1+1",
    ",=1+1", "|=1+1", "a\n=1+1",
)  # fmt: skip


def figure():
    """A stacked chart whose segments and categories are hostile."""
    style = Style()
    names = PAYLOADS[:3]
    columns = (Column("=2+2", role="label"), *(Column(name, "count", ink="series.1") for name in names))
    rows = tuple((payload, 1.0, 2.0, 3.0) for payload in PAYLOADS)
    return replace(gallery()["stacked_bar"], table=Table(columns, rows, style), readout_xs=(), title="=1+1")


def deck():
    pivot = Pivot("=1+1", tuple(PAYLOADS[:5]), tuple(Row(p, (1.0,) * 5, "count") for p in PAYLOADS), Style())
    table = DataTable("=subs", tuple(PAYLOADS), (tuple(PAYLOADS), tuple(PAYLOADS)))
    slides = (Slide("@title", figure=figure(), key="a"), Slide("+x", pivot=pivot, key="b"))
    return Deck("=1+1", slides, "=2+2", Style(), a_book((table,)), stamp=("=1+1", *PAYLOADS[:2]))


def test_there_are_forty():
    assert len(set(PAYLOADS)) == 40


def test_workbook_has_no_formula_but_its_own(tmp_path):
    export(deck(), tmp_path / "out.xlsx", ExportOptions())
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    ours = ("=IFERROR(", "='KPIs'!", "='Inputs'!", "=D", "=E", "=F")
    for sheet in book:
        for row in sheet:
            for cell in row:
                if cell.data_type == "f":
                    assert sheet.title in ("Inputs", "KPIs", "Scenarios", "Charts")
                    assert str(cell.value).startswith(ours), cell.value
                assert cell.hyperlink is None
    with zipfile.ZipFile(tmp_path / "out.xlsx") as parts:
        texts = "".join(parts.read(name).decode() for name in parts.namelist() if "charts/chart" in name)
    assert "<c:f>1+1" not in texts
    assert "cmd|" not in "".join(
        part for part in texts.split("<c:f>")[1:] if part.partition("</c:f>")[0].startswith("cmd")
    )


def test_slides_and_their_data_sheets_have_none(tmp_path):
    export(deck(), tmp_path / "out.pptx", ExportOptions())
    show = Presentation(tmp_path / "out.pptx")
    charts = [shape.chart for page in show.slides for shape in page.shapes if shape.has_chart]
    assert charts
    for chart in charts:
        book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
        cells = [cell for sheet in book for row in sheet for cell in row]
        assert cells
        assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    tables = [shape.table for page in show.slides for shape in page.shapes if shape.has_table]
    assert tables
    with zipfile.ZipFile(tmp_path / "out.pptx") as parts:
        assert not [name for name in parts.namelist() if b'TargetMode="External"' in parts.read(name)]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_csv_cells_are_texts(payload, tmp_path):
    write_rows(tmp_path / "out.csv", (payload,), [(payload, -5.0)])
    rows = list(csv.reader(io.StringIO((tmp_path / "out.csv").read_text("utf-8-sig"), newline="")))
    for cell in (rows[0][0], rows[1][0]):
        bare = cell.lstrip(" \t\r\n\x0b\u00a0\u3000\ufeff\u200b")
        assert not bare.startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
    assert rows[1][1] == "-5"
