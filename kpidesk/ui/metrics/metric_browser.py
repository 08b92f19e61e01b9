"""The catalogue with the values of now, by stage: what is known, what it needs, search in any language."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kpidesk.charts.card import Card, build_card
from kpidesk.core.formatting import Style
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.definitions import Definition
from kpidesk.metrics.frame import ResultFrame
from kpidesk.qt.translation import render, words
from kpidesk.qt.widgets.card import Tile
from kpidesk.qt.widgets.data_table import Cell, Column, DataTable, TableView
from kpidesk.qt.widgets.search_box import TextBox

STAGES = {
    "awareness": Message(QT_TRANSLATE_NOOP("stages", "Awareness")),
    "acquisition": Message(QT_TRANSLATE_NOOP("stages", "Acquisition")),
    "activation": Message(QT_TRANSLATE_NOOP("stages", "Activation")),
    "retention": Message(QT_TRANSLATE_NOOP("stages", "Retention")),
    "revenue": Message(QT_TRANSLATE_NOOP("stages", "Revenue")),
    "referral": Message(QT_TRANSLATE_NOOP("stages", "Referral")),
}
_TONES = {True: "good", False: "bad", None: "ink2"}


class MetricBrowser(QWidget):
    """``opened(name)`` when a KPI was chosen."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: tuple[tuple[Definition, Card], ...] = ()
        self._shown: tuple[str, ...] = ()
        self._language = "en"
        self._search = TextBox(self, icon="search")
        self._search.setMaximumWidth(320)
        self._search.textChanged.connect(self.on_typed)
        self._tile = Tile("", self)
        self._table = DataTable(self)
        self._table.row_activated.connect(self.on_row)
        self._tile.content.addWidget(self._table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(16)
        column.addWidget(self._search)
        column.addWidget(self._tile, 1)
        self.retranslate()

    def show_values(self, catalogue: Catalogue, frame: ResultFrame, style: Style, comparison: str) -> None:
        """Values and reasons of now; KPIs with a value first within each stage."""
        self._language = style.language
        order = list(STAGES)
        cards = [
            (definition, build_card(definition.name, frame, catalogue, style, comparison))
            for definition in catalogue.definitions.values()
            if definition.stage in STAGES
        ]
        cards.sort(key=lambda pair: (order.index(pair[0].stage), pair[1].state == "needs_data"))
        self._cards = tuple(cards)
        self._show()

    def _show(self) -> None:
        typed = self._search.text().casefold().split()
        found = [(d, card) for d, card in self._cards if all(part in _haystack(d) for part in typed)]
        self._shown = tuple(d.name for d, _ in found)
        columns = (
            Column(self.tr("KPI")),
            Column(self.tr("Stage")),
            Column(self.tr("Value"), is_number=True),
            Column(self.tr("Change"), is_number=True),
            Column(self.tr("State"), widest=520),
        )
        self._table.set_table(TableView(columns, tuple(self._row(d, card) for d, card in found)))
        known = sum(card.state != "needs_data" for _, card in self._cards)
        text = Message(QT_TRANSLATE_NOOP("kpis", "{known} of {all} have a value"), known=known, all=len(self._cards))
        self._tile.set_texts(self.tr("All KPIs"), render(text))

    def _row(self, definition: Definition, card: Card) -> tuple[Cell, ...]:
        has_value = card.state != "needs_data"
        change = Cell(card.delta_text, _TONES[card.delta_is_good], card.direction) if card.delta_text else Cell("")
        return (
            Cell(card.label, "ink1" if has_value else "ink3", tip=definition.help_text(self._language)),
            Cell(render(STAGES[definition.stage]), "ink2"),
            Cell(card.value_text or "—", tip=card.exact_text),
            change,
            Cell(words(card.foot), "ink2" if has_value else "ink3", icon="" if has_value else "lock"),
        )

    def on_typed(self) -> None:
        """Narrow the list."""
        self._show()

    def on_row(self, row: int) -> None:
        """A line was chosen."""
        if 0 <= row < len(self._shown):
            self.opened.emit(self._shown[row])

    def focus_search(self) -> None:
        """Ready to type."""
        self._search.setFocus()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self._search.setPlaceholderText(self.tr("Find a KPI"))
        self._search.setAccessibleName(self.tr("Find a KPI"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _haystack(definition: Definition) -> str:
    return " ".join((definition.name, *definition.labels.values())).casefold()
