"""Names of customers stay in the window where the settings ask for stand-ins: no copy, file or page has them."""

import csv

import pytest
from kpidesk.export.deck import Deck, Slide
from kpidesk.export.pseudonyms import stand_in
from kpidesk.session.settings import ANONYMOUS
from kpidesk.ui.window.shell import WindowShell
from pptx import Presentation
from PySide6.QtWidgets import QApplication

pytestmark = [pytest.mark.slow, pytest.mark.qt_log_ignore("propagateSizeHints")]
NAMED = "C3-1"


@pytest.fixture
def asked(imported):
    imported.settings.set(ANONYMOUS, True)
    yield imported
    imported.settings.set(ANONYMOUS, False)
    for notice in imported.services.notices.standing:
        imported.services.notices.dismiss(notice)


@pytest.fixture
def customers(asked):
    """The tile of the largest customers, and who stands in it."""
    asked.window.show_page("why", "mrr")
    tile = asked.window.stack.page._customers
    return tile, [row[0] for row in tile.figure.table.rows]


def named_deck():
    return Deck(f"About {NAMED}", (Slide(f"{NAMED} and others", text=(f"{NAMED} stays.",), key="a"),))


def test_customers_that_moved_are_copied_by_their_stand_ins(customers, qapp):
    tile, said = customers
    assert said
    tile.on_chosen("copy_table")
    copied = [line.split("\t")[0] for line in QApplication.clipboard().text().splitlines()[1:]]
    assert copied == [stand_in(name) for name in said]
    assert [cell[0].text for cell in tile.table.table.rows] == said


def test_selected_cells_are_copied_by_their_stand_ins(customers, qapp):
    tile, said = customers
    tile.table.selectAll()
    tile.table.copy()
    content = QApplication.clipboard().mimeData()
    assert [line.split("\t")[0] for line in content.text().splitlines()] == [stand_in(name) for name in said]
    assert not [name for name in said if f">{name}<" in content.html()]


def test_their_table_leaves_as_a_file_by_their_stand_ins(customers, monkeypatch, tmp_path):
    tile, said = customers
    monkeypatch.setattr(WindowShell, "choose_export", lambda *_: tmp_path / "a.csv")
    tile.on_chosen("csv")
    rows = list(csv.reader((tmp_path / "a.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert [row[0] for row in rows[1:]] == [stand_in(name) for name in said]


@pytest.mark.parametrize("way", ["export", "file.print_pdf"])
def test_a_board_leaves_without_names(asked, monkeypatch, tmp_path, way):
    asked.window.show_page("dashboard", "overview")
    page, target = asked.window.stack.page, tmp_path / "a.pptx"
    monkeypatch.setattr(page, "paper", lambda: named_deck)
    monkeypatch.setattr(WindowShell, "choose_export", lambda *_: target)
    page.export() if way == "export" else asked.registry.run(way)
    texts = [
        shape.text_frame.text for slide in Presentation(target).slides for shape in slide.shapes if shape.has_text_frame
    ]
    assert not [text for text in texts if NAMED in text]
    assert any(stand_in(NAMED) in text for text in texts)


def test_a_board_waits_until_it_is_known_who_the_customers_are(asked, monkeypatch, tmp_path):
    asked.window.show_page("dashboard", "overview")
    page = asked.window.stack.page
    monkeypatch.setattr(WindowShell, "choose_export", lambda *_: tmp_path / "a.pptx")
    monkeypatch.setattr(asked.services.results, "engine", None)
    page.export()
    assert not (tmp_path / "a.pptx").exists()
    assert "not known yet" in str(asked.services.notices.standing[-1].message)
