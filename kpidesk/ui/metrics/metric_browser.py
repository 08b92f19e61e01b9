"""The catalogue with the values of now, by stage: what is known, what it needs, search in any language."""

from PySide6.QtCore import QEvent, QModelIndex, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kpidesk.charts.card import Card, build_card, loading_card
from kpidesk.charts.feet import foot_line
from kpidesk.core.formatting import NO_VALUE, Style
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.name_search import Hit, name_hit
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.definitions import Definition
from kpidesk.metrics.frame import ResultFrame
from kpidesk.qt.translation import render, words
from kpidesk.qt.widgets.card import Tile
from kpidesk.qt.widgets.data_table import DataTable
from kpidesk.qt.widgets.scroll import MARGIN, MARGIN_NARROW
from kpidesk.qt.widgets.search_box import TextBox
from kpidesk.qt.widgets.segmented import Segmented
from kpidesk.qt.widgets.sparkline import Spark
from kpidesk.qt.widgets.table_model import Cell, Column, TableView
from kpidesk.workspace.document import Workspace

STAGES = {
    "awareness": Message(QT_TRANSLATE_NOOP("stages", "Awareness")),
    "acquisition": Message(QT_TRANSLATE_NOOP("stages", "Acquisition")),
    "activation": Message(QT_TRANSLATE_NOOP("stages", "Activation")),
    "retention": Message(QT_TRANSLATE_NOOP("stages", "Retention")),
    "revenue": Message(QT_TRANSLATE_NOOP("stages", "Revenue")),
    "referral": Message(QT_TRANSLATE_NOOP("stages", "Referral")),
    "custom": Message(QT_TRANSLATE_NOOP("stages", "Your own")),
}
_KNOWN, _ALL = "known", "all"
_TONES = {True: "good", False: "bad", None: "ink2"}


class MetricBrowser(QWidget):
    """``opened(name)`` when a KPI was chosen: Enter or a double click on its line, a click on its name."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: tuple[tuple[Definition, Card], ...] = ()
        self._shown: tuple[str, ...] = ()
        self._best = ""
        self._language = "en"
        self._search = TextBox(self, icon="search")
        self._search.setMaximumWidth(320)
        self._search.textChanged.connect(self.on_typed)
        self._search.returnPressed.connect(self.on_first)
        self._tile = Tile("", self)
        self._table = DataTable(self)
        self._table.row_activated.connect(self.on_row)
        self._table.clicked.connect(self.on_clicked)
        self._tile.content.addWidget(self._table, 1)
        self._tile.content.addStretch(0)
        self._which = Segmented([(_KNOWN, ""), (_ALL, "")], height=24)
        self._which.set_current(_KNOWN)
        self._which.chosen.connect(self.on_which)
        self._tile.head.addWidget(self._which)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(16)
        self._column.addWidget(self._search)
        self._column.addWidget(self._tile, 1)
        self.set_narrow(False)
        self.retranslate()

    def show_values(self, catalogue: Catalogue, frame: ResultFrame | None, style: Style, document: Workspace) -> None:
        """Values and reasons of now; KPIs with a value first within each stage.

        KPIs that the frame does not hold are still being computed; without a frame all are.
        """

        def card(name: MetricName) -> Card:
            if frame is None or name not in frame.series:
                return loading_card(name, catalogue, style)
            target = document.targets.get(name)
            return build_card(name, frame, catalogue, style, document.query.comparison, target=target)

        self._language = style.language
        order = list(STAGES)
        cards = [
            (definition, card(definition.name))
            for definition in catalogue.definitions.values()
            if definition.stage in STAGES
        ]
        cards.sort(key=lambda pair: (order.index(pair[0].stage), pair[1].state == "needs_data"))
        self._cards = tuple(cards)
        self._show()

    def _show(self) -> None:
        typed = self._search.text().strip()
        hits = {d.name: hit for d, _ in self._cards if typed and (hit := _sure_hit(typed, d, self._language))}
        found = [pair for pair in self._cards if not typed or pair[0].name in hits]
        away = 0
        having = [pair for pair in found if pair[1].state != "needs_data"]
        if (having or typed) and self._which.current == _KNOWN:
            found, away = having, len(found) - len(having)
        shown = [definition.name for definition, _ in found if definition.name in hits]
        self._best = min(shown, key=lambda name: hits[name].rank, default="")
        names: list[str] = []
        lines: list[tuple[Cell, ...]] = []
        stage = ""
        for definition, card in found:
            if definition.stage != stage:
                stage = definition.stage
                names.append("")
                lines.append((Cell(render(STAGES[stage]), is_strong=True), *(Cell(""),) * 4))
            names.append(definition.name)
            lines.append(self._row(definition, card))
        self._shown = tuple(names)
        columns = (
            Column(self.tr("KPI"), stretch=2),
            Column(self.tr("Value"), is_number=True, stretch=1),
            Column(self.tr("Change"), is_number=True, stretch=1),
            Column(self.tr("Trend"), stretch=0),
            Column(self.tr("State"), widest=420, stretch=5),
        )
        self._table.set_table(TableView(columns, tuple(lines), is_sortable=False))
        self._table.fill(self._tile.content, keeps_rows=bool(typed))
        waits = sum(card.state == "loading" for _, card in self._cards)
        known = sum(card.state != "needs_data" for _, card in self._cards) - waits
        text = Message(QT_TRANSLATE_NOOP("kpis", "{known} of {all} have a value"), known=known, all=len(self._cards))
        if waits:
            text = Message(QT_TRANSLATE_NOOP("kpis", "{n} {n|KPI is|KPIs are} being computed"), n=waits)
        if typed and away:
            template = QT_TRANSLATE_NOOP("kpis", "{n} {n|matches|match} with a value, {away} without")
            text = Message(template, n=len(found), away=away)
        elif typed and found:
            text = Message(QT_TRANSLATE_NOOP("kpis", "{n} of {all} match"), n=len(found), all=len(self._cards))
        elif typed:
            text = Message(QT_TRANSLATE_NOOP("kpis", "Nothing is called “{typed}”."), typed=typed)
        self._tile.set_texts(self.tr("All KPIs"), render(text))

    def _row(self, definition: Definition, card: Card) -> tuple[Cell, ...]:
        has_value = card.state != "needs_data"
        if card.state == "loading":
            name = Cell(card.label, "accent", tip=definition.help_text(self._language))
            return (name, Cell("…", "ink3"), Cell(""), Cell(""), Cell(foot_line((card.state_text,), words), "ink3"))
        change, why = Cell(""), words(card.judgement)
        if card.delta_text:
            change = Cell(card.delta_text, _TONES[card.delta_is_good], card.direction, tip=why)
        foot = foot_line((card.foot,), words)
        return (
            Cell(card.label, "accent" if has_value else "ink3", tip=definition.help_text(self._language)),
            Cell(card.value_text or NO_VALUE, tip=card.exact_text),
            change,
            Cell("", spark=Spark(card.spark, card.spark_complete_until) if has_value else None),
            Cell(foot, "ink2" if has_value else "ink3", icon="" if has_value else "lock", tip=foot),
        )

    def on_which(self, _: str) -> None:
        """Those with a value, or all; a search is among them and says how many it leaves out."""
        self._show()

    def on_typed(self) -> None:
        """Narrow the list."""
        self._show()

    def on_first(self) -> None:
        """Enter in the search field opens the KPI that answers best."""
        if self._best:
            self.opened.emit(self._best)

    def on_clicked(self, index: QModelIndex) -> None:
        """A click on a name opens it; elsewhere it selects."""
        if index.column() == 0:
            self.on_row(index.row())

    def on_row(self, row: int) -> None:
        """A line was chosen."""
        if 0 <= row < len(self._shown) and self._shown[row]:
            self.opened.emit(self._shown[row])

    def focus_search(self) -> None:
        """Ready to type."""
        self._search.setFocus()

    def set_narrow(self, narrow: bool) -> None:
        """Smaller margins."""
        margin = MARGIN_NARROW if narrow else MARGIN
        self._column.setContentsMargins(margin, 16, margin, 16)

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self._search.setPlaceholderText(self.tr("Find a KPI"))
        self._search.setAccessibleName(self.tr("Find a KPI"))
        self._table.setAccessibleName(self.tr("All KPIs"))
        self._which.set_choices([(_KNOWN, self.tr("With a value")), (_ALL, self.tr("All"))])

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)
        self._table.fill(self._tile.content, keeps_rows=bool(self._search.text().strip()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _sure_hit(typed: str, definition: Definition, language: str) -> Hit | None:
    hit = name_hit(typed, definition.label(language), definition.names)
    return hit if hit is not None and hit.is_sure else None
