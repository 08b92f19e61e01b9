"""Ctrl+P: what a page shows, on paper, with the words and figures of its PDF; and what is said without a printer."""

import shutil
import subprocess
from dataclasses import replace

import kpidesk.qt.painting.printing as printing
import pytest
from kpidesk.charts.figure import Axis, Column, Figure, Table
from kpidesk.core.errors import UserError
from kpidesk.core.progress import Cancelled, Progress
from kpidesk.export.grid import table_grid
from kpidesk.export.options import ExportOptions
from kpidesk.export.paper import printed
from kpidesk.qt.painting.printing import new_printer, print_document
from kpidesk.qt.translation import translated
from kpidesk.ui.window.printing import Printing, deck_of, in_parts
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication

pytestmark = [pytest.mark.slow, pytest.mark.qt_log_ignore("propagateSizeHints")]
SIZE = ExportOptions().size
needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")


@pytest.fixture
def board(imported, qtbot):
    imported.window.show_page("dashboard", "overview")
    page = imported.window.stack.page
    qtbot.waitUntil(page.can_export)
    yield imported
    for notice in imported.services.notices.standing:
        imported.services.notices.dismiss(notice)


def into(path):
    printer = new_printer("Overview", SIZE)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def document_of(desk):
    deck = deck_of(desk.window.stack.page, desk.services)()
    return printed(deck, translated, deck.style.language)


def said_by(tool, *arguments):
    return subprocess.run([tool, *arguments], check=True, capture_output=True, text=True, timeout=60).stdout


@needs_poppler
def test_a_board_is_printed_a_page_for_each_sheet_with_its_words(board, tmp_path):
    document = document_of(board)
    assert print_document(into(tmp_path / "a.pdf"), document, SIZE, Progress()) == len(document.pages) > 2
    assert f"Pages:           {len(document.pages)}" in said_by("pdfinfo", tmp_path / "a.pdf")
    text = " ".join(said_by("pdftotext", "-layout", tmp_path / "a.pdf", "-").split())
    for page in document.pages:
        assert " ".join(page.title.split()) in text
        for card in page.cards:
            assert card.lines[1] in text


@needs_poppler
def test_only_the_pages_that_were_chosen(board, tmp_path):
    document, printer = document_of(board), into(tmp_path / "a.pdf")
    printer.setFromTo(2, 2)
    assert print_document(printer, document, SIZE, Progress()) == 1
    assert f"2 / {len(document.pages)}" in said_by("pdftotext", "-layout", tmp_path / "a.pdf", "-")


@pytest.mark.parametrize("page", ["movements", "cohorts", "kpis"])
def test_other_pages_print_their_charts_as_they_stand(board, qtbot, page):
    board.window.show_page(page, "mrr" if page == "kpis" else "")
    shown = board.window.stack.page
    qtbot.waitUntil(lambda: shown.can_export())
    deck = deck_of(shown, board.services)()
    figures = [slide.figure for slide in deck.slides if slide.figure is not None]
    assert figures
    assert all(figure.empty is None for figure in figures)


def test_of_a_kpi_chart_and_table_are_printed(board, qtbot, tmp_path):
    board.window.show_page("kpis", "mrr")
    shown = board.window.stack.page
    qtbot.waitUntil(lambda: shown.can_export() and shown._detail._tile.figure is not None)
    table = shown._detail._tile.figure.table
    chart, *tables = document_of(board).pages
    assert chart.figure is not None
    assert [row for page in tables for row in page.grid.rows] == [
        tuple(table.text(row, at) for at in range(len(table.columns))) for row in range(len(table.rows))
    ]
    assert all(not page.grid.totals for page in tables)  # no period is the sum of the others


def test_a_long_table_goes_on_on_the_next_sheets_and_its_total_is_on_the_last():
    columns = tuple(Column(f"c{at}", role="label" if not at else "series") for at in range(31))
    rows = tuple((f"r{row}", *(float(100 * row + at) for at in range(30))) for row in range(40))
    nowhere = Axis(0.0, 1.0, ())
    figure = Figure("table", (), nowhere, nowhere, "All", table=Table(columns, rows))
    parts = in_parts(figure)
    seen = {}
    for part in parts:
        grid = table_grid(part, translated)
        assert not grid.left_out
        assert bool(grid.totals) == (grid.rows[-1][0] == "r39")
        for row in grid.rows:
            for head, text in zip(grid.heads[1:], row[1:], strict=True):
                assert seen.setdefault((row[0], head), text) == text
    assert len(seen) == 40 * 30
    assert in_parts(replace(figure, kind="line")) == (replace(figure, kind="line"),)


def test_a_page_without_figures_says_so(board):
    board.window.show_page("settings")
    board.registry.run("file.print")
    assert "no figures to print" in board.services.notices.standing[-1].message.template.text


def test_without_a_printer_it_is_said_with_a_way_out(board, monkeypatch, tmp_path, qtbot):
    monkeypatch.setattr(printing, "has_printer", lambda: False)
    board.registry.run("file.print")
    notice = board.services.notices.standing[-1]
    assert notice.message.template.text == "No printer is set up on this computer."
    target = tmp_path / "kept.pdf"
    monkeypatch.setattr(board.registry._context.shell, "choose_export", lambda *_: target)
    board.registry.run(notice.actions[0].action, notice.actions[0].arguments)
    qtbot.waitUntil(target.exists)
    assert target.read_bytes().startswith(b"%PDF-")


def test_with_a_printer_it_is_asked_for_and_the_pages_are_sent(board, monkeypatch, tmp_path, qtbot):
    monkeypatch.setattr(printing, "has_printer", lambda: True)
    monkeypatch.setattr(printing, "new_printer", lambda title, size: into(tmp_path / "sent.pdf"))
    shell = Printing(board.services, board.window)
    dialog = shell.start("Overview", deck_of(board.window.stack.page, board.services))
    qtbot.addWidget(dialog)
    assert dialog.isVisible()
    dialog.accepted.emit(dialog.printer())
    qtbot.waitUntil(lambda: any(n.key == "print" for n in board.services.notices.standing))
    assert board.services.notices.standing[-1].message.params["n"] == len(document_of(board).pages)
    assert (tmp_path / "sent.pdf").exists()
    dialog.reject()
    assert not [each for each in QApplication.topLevelWidgets() if isinstance(each, QPrintDialog) and each.isVisible()]


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_expected_trouble(board, tmp_path):
    with pytest.raises(UserError):
        print_document(into(tmp_path / "no" / "such" / "folder" / "a.pdf"), document_of(board), SIZE, Progress())


def test_a_cancelled_print_leaves_no_half_document(board, tmp_path):
    document, progress = document_of(board), Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        print_document(into(tmp_path / "a.pdf"), document, SIZE, progress)
