"""A row of KPI cards above a study; a card opens its KPI."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpidesk.charts.card import build_card
from kpidesk.core.formatting import Style
from kpidesk.core.ids import MetricName
from kpidesk.metrics.frame import ResultFrame
from kpidesk.qt.widgets.kpi_card import KpiCard
from kpidesk.qt.widgets.scroll import GAP
from kpidesk.session.services import Services

_LEAST = 3
"""Fewer cards leave the rest of their line free."""


class CardRow(QWidget):
    """``opened(KPI)``; cards of what cannot be computed are left out."""

    opened = Signal(str)

    def __init__(self, kpis: Sequence[MetricName], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kpis = tuple(kpis)
        self.cards = [KpiCard(self) for _ in self._kpis]
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(GAP)
        for card in self.cards:
            card.clicked.connect(self.on_card)
            self._line.addWidget(card, 1)
        self._line.addStretch(0)

    def show_frame(self, frame: ResultFrame, services: Services, style: Style) -> None:
        """The last ended period of each, against the comparison of the window."""
        document = services.session.document
        shown = [name for name in self._kpis if frame.series[name].is_computable]
        for place, card in enumerate(self.cards):
            card.setVisible(place < len(shown))
        self._line.setStretch(len(self.cards), max(0, _LEAST - len(shown)))
        for card, name in zip(self.cards, shown, strict=False):
            target = document.targets.get(name)
            card.set_card(build_card(name, frame, services.catalogue, style, document.query.comparison, target=target))
        self.setVisible(bool(shown))

    def told_column(self, frame: ResultFrame) -> int | None:
        """The column of the period that the first card tells of, which stands beside the title of the page."""
        shown = [name for name in self._kpis if frame.series[name].is_computable]
        return frame.told_column(shown[0]) if shown else frame.last_complete

    def on_card(self) -> None:
        """A card was chosen."""
        card = self.sender().card
        if card is not None:
            self.opened.emit(str(card.name))
