"""Another workspace stands, or none: what pages show of the one before goes, for its numbers are not those of this."""

from collections.abc import Iterable

from kpidesk.qt.widgets.card import Tile
from kpidesk.qt.widgets.kpi_card import KpiCard
from kpidesk.ui.charts.chart_tile import ChartTile
from kpidesk.ui.window.page import Page


def let_go(pages: Iterable[Page]) -> None:
    """Empty what these pages hold, on the screen or not, and show what is known of the workspace of now."""
    for page in pages:
        page.forget()
        for tile in page.findChildren(Tile):
            if isinstance(tile, ChartTile) and tile.figure is not None:
                tile.set_waiting("", "")
            tile.forget()
        for card in page.findChildren(KpiCard):
            card.forget()
        page.mark_stale()
