"""Ctrl+F: the filter of the rows that are shown, else the cards, charts and tables of a page by name, to go to one."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from kpidesk.qt.widgets.card import Tile
from kpidesk.qt.widgets.kpi_card import KpiCard
from kpidesk.qt.widgets.popover import Choice, ChoicePopover
from kpidesk.qt.widgets.row_list import RowList
from kpidesk.ui.charts.chart_tile import ChartTile

_EDGE = 24
"""Pixels of what stands around the tile that is gone to."""


def find_on(page: QWidget, placeholder: str) -> ChoicePopover | None:
    """Open the filters of rows on show, or a list of the page's tiles; None where nothing is left to ask.

    A list that is open already is gone to, not opened again.
    """
    opened = (each for each in page.window().findChildren(ChoicePopover) if each.owner is page and each.isVisible())
    if (there := next(opened, None)) is not None:
        there.take_keyboard()
        return there
    rows = next((each for each in page.findChildren(RowList) if each.isVisible()), None)
    if rows is not None:
        rows.find()
        return None
    tiles = tiles_of(page)
    if not tiles:
        return None
    choices = [Choice(at, *_said(tile)) for at, tile in enumerate(tiles)]
    popover = ChoicePopover(page, choices, None, placeholder)
    popover.chosen.connect(lambda at: go_to(tiles[at]))
    popover.adjustSize()
    popover.open_at(page.mapTo(page.window(), QPoint(_EDGE, 0)))
    return popover


def tiles_of(page: QWidget) -> list[QWidget]:
    """Cards, charts and tables in the order in which they are read."""
    found = [each for each in page.findChildren(KpiCard) if each.isVisible() and each.card is not None]
    named = [each for each in page.findChildren(Tile) if each.isVisible() and each.accessibleName()]
    return sorted((*found, *named), key=lambda each: (each.mapTo(page, QPoint()).y(), each.mapTo(page, QPoint()).x()))


def go_to(tile: QWidget) -> None:
    """Scroll to it and give it the keyboard."""
    around = tile.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if around is not None:
        around.ensureWidgetVisible(tile, 0, _EDGE)
    target = tile.view if isinstance(tile, ChartTile) and not tile.shows_table else _first(tile)
    target.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _first(tile: QWidget) -> QWidget:
    """What of it hears the keyboard."""
    if tile.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return tile
    inner = (each for each in tile.findChildren(QWidget) if each.isVisible())
    return next((each for each in inner if each.focusPolicy() & Qt.FocusPolicy.TabFocus), tile)


def _said(tile: QWidget) -> tuple[str, str, str]:
    """Name, what stands beside it, and icon."""
    if isinstance(tile, KpiCard) and tile.card is not None:
        return tile.card.label, tile.card.value_text, "gauge"
    return tile.accessibleName(), "", "chart-column-decreasing" if isinstance(tile, ChartTile) else "table-2"
