"""One Figure for all: what the screen draws, slide, sheet and paper say with the same ticks, texts and numbers."""

import shutil
import subprocess
from dataclasses import replace

import openpyxl
import pytest
from kpidesk.charts.figure import Bar, Cell, text_of
from kpidesk.charts.pivot import Pivot, Row
from kpidesk.core.formatting import Style
from kpidesk.core.messages import untranslated
from kpidesk.export.deck import Deck, Slide
from kpidesk.export.exporter import export
from kpidesk.export.grid import pivot_grid, with_columns, with_rows
from kpidesk.export.native import native_chart
from kpidesk.export.options import ExportOptions
from kpidesk.qt.painting.exporters import QtImageRenderer, print_colours
from kpidesk.qt.painting.figure_painter import paint_figure
from kpidesk.qt.plot.figure_view import FigureView
from pptx import Presentation
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from tests.charts.gallery import gallery
from tests.export.books import a_book
from tests.export.number_formats import as_shown

STYLES = [Style(), Style(language="zh_Hans", currency="CNY"), Style(currency="EUR")]
KINDS = [name for name, figure in gallery().items() if figure.empty is None]
NATIVE = [name for name in KINDS if name != "heatmap"]


def value_ticks(figure):
    axis = figure.x if figure.y.kind == "category" else figure.y
    return [(tick.at, tick.text) for tick in axis.ticks if isinstance(tick.text, str) and not tick.is_bare]


@pytest.mark.parametrize("style", STYLES, ids=lambda style: f"{style.language}-{style.currency}")
@pytest.mark.parametrize("name", [name for name in NATIVE if name != "tornado"])
def test_axis_of_slide_and_sheet_reads_as_the_screen(name, style):
    figure = gallery(style)[name]
    native = native_chart(figure, untranslated)
    ticks = value_ticks(figure)
    folded = any(sign in text for _, text in ticks for sign in "万萬亿億")
    if not folded:  # no number format divides by ten thousand
        assert [as_shown(native.value.format, at) for at, _ in ticks] == [text for _, text in ticks]
    if native.value.step is not None:
        assert ticks[1][0] - ticks[0][0] == pytest.approx(native.value.step)
    assert native.value.low <= ticks[0][0]
    assert native.value.high >= ticks[-1][0]


@pytest.mark.parametrize("name", NATIVE)
def test_slide_holds_the_numbers_and_labels_of_the_figure(name, tmp_path):
    figure = gallery()[name]
    export(Deck("t", (Slide(figure=figure, key="k"),)), tmp_path / "a.pptx", ExportOptions())
    chart = next(s.chart for s in Presentation(tmp_path / "a.pptx").slides[1].shapes if s.has_chart)
    native = native_chart(figure, untranslated)
    drawn = [(s.name, tuple(s.values)) for plot in chart.plots for s in plot.series]
    assert drawn == [(s.name, s.values) for s in native.in_order]
    labels = [text_of(m.label, untranslated) for m in figure.marks if isinstance(m, Bar) and m.label and m.label_at]
    if labels:
        shown = [label for series in native.series for label in series.labels if label]
        assert sorted(shown) == sorted(labels)


@pytest.mark.parametrize("name", NATIVE)
def test_sheet_holds_the_numbers_of_the_figure(name, tmp_path):
    figure = gallery()[name]
    deck = Deck("t", (Slide(figure=figure, key="k"),), book=a_book())
    export(deck, tmp_path / "a.xlsx", ExportOptions())
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx", data_only=True)["Charts"]
    native = native_chart(figure, untranslated)
    for row, category in enumerate(native.categories):
        assert sheet.cell(row + 6, 12).value == category
        for at, series in enumerate(native.series):
            value = sheet.cell(row + 6, 13 + at).value
            expected = series.values[row]
            assert value is None if expected is None else value == pytest.approx(expected)


@pytest.mark.parametrize("name", KINDS)
def test_picture_says_what_the_screen_says(name, qapp, qtbot):
    figure = gallery()[name]
    view = FigureView()
    qtbot.addWidget(view)
    view.resize(960, 540)
    view.set_figure(figure)
    image = QImage(960, 540, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    said = paint_figure(painter, QRectF(0, 0, 960, 540), figure, print_colours()).texts
    painter.end()
    ticks = [text for _, text in value_ticks(figure)]
    assert set(ticks) <= set(said) or figure.kind in ("tornado", "heatmap")
    if figure.kind == "heatmap":
        assert {mark.text for mark in figure.marks if isinstance(mark, Cell) and mark.text} <= set(said)


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")
@pytest.mark.parametrize("name", [name for name in NATIVE if name not in ("few",)])
def test_paper_says_the_ticks_of_the_figure(name, qapp, tmp_path):
    figure = replace(gallery()[name], size=(960, 540))
    path = tmp_path / "a.pdf"
    export(Deck("t", (Slide(figure=figure),)), path, ExportOptions(renderer=QtImageRenderer()))
    text = subprocess.run(["pdftotext", path, "-"], check=True, capture_output=True, timeout=60).stdout.decode()
    assert all(tick in text for _, tick in value_ticks(figure))
    assert text_of(figure.summary, untranslated).split(";")[0].split(":")[0] in text.replace("\n", " ")


def test_cut_table_keeps_its_total_and_counts_all_that_is_left_out():
    rows = tuple(Row(f"r{at}", (1.0, 2.0, 3.0), "count") for at in range(40))
    pivot = Pivot("", ("a", "b", "c"), (*rows, Row("Total", (40.0, 80.0, 120.0), "count", is_total=True)), Style())

    cut = with_columns(with_rows(pivot_grid(pivot, untranslated), 6, untranslated), 2, untranslated)

    assert [row[0] for row in cut.rows] == ["r0", "r1", "r2", "r3", "r4", "Total"]
    assert cut.heads == ("", "c")
    assert cut.left_out == "35 more rows in the workbook · 2 more columns in the workbook"
