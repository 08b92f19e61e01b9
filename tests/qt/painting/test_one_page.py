"""All on one sheet: what is there can be read, and what is not is said."""

from dataclasses import replace

import pytest
from kpidesk.charts.card import build_card
from kpidesk.charts.pivot import build_pivot
from kpidesk.core.formatting import Style
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import untranslated
from kpidesk.export.deck import Deck, Slide
from kpidesk.export.paper import printed
from kpidesk.qt.painting import one_page
from kpidesk.qt.painting.exporters import print_colours
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter

from tests.charts.frames import a_catalogue, a_company
from tests.charts.gallery import gallery

SHEET = QRectF(0, 0, 794, 1123)


@pytest.fixture(autouse=True)
def _gui(qapp):
    """Fonts need a QGuiApplication."""


def a_sheet(pages_of_cards, monkeypatch):
    """What is painted in which box, of a report with eight cards a page, seven charts and a table."""
    company, catalogue, style = a_company(), a_catalogue(), Style()
    names = [MetricName(n) for n in ("mrr", "customer_churn_rate", "nps", "ltv_cac")] * 2
    cards = tuple(build_card(name, company, catalogue, style) for name in names)
    pivot = build_pivot(company, catalogue, style, names[:4])
    figure = gallery()["line"]
    slides = (*[Slide("Cards", cards=cards)] * pages_of_cards, *[Slide(figure=figure)] * 7, Slide("All", pivot=pivot))
    found = []

    def painted(_painter, box, page, _colours, *, role):
        found.append((box, page))

    monkeypatch.setattr(one_page, "paint_content", painted)
    image = QImage(SHEET.size().toSize(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    pages = printed(Deck("t", slides), untranslated, "en").pages
    one_page.paint_one_page(painter, SHEET, "t", [replace(page, foot="foot") for page in pages], print_colours())
    painter.end()
    return found


@pytest.mark.parametrize("pages_of_cards", [0, 1, 2])
def test_charts_are_high_enough_and_nothing_lies_on_another(pages_of_cards, monkeypatch):
    found = a_sheet(pages_of_cards, monkeypatch)
    charts = [box for box, page in found if page.figure is not None]
    assert len(charts) >= 4
    assert all(box.height() >= 120 for box in charts)
    boxes = [box for box, _ in found]
    assert all(SHEET.contains(box) for box in boxes)
    assert not [1 for at, one in enumerate(boxes) for other in boxes[at + 1 :] if one.intersects(other)]


def test_rows_that_have_no_room_are_counted(monkeypatch):
    box, page = a_sheet(2, monkeypatch)[-1]
    room = QRectF(box.topLeft(), QSizeF(box.width(), one_page._table_of(3)))
    cut = one_page._cut(page, room)
    assert 0 < len(cut.grid.rows) < len(page.grid.rows)
    assert cut.grid.left_out
