"""What stands at the right of a KPI: why it changed, what to do, then what it means with its numbers."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kpidesk.analysis.news import headline, last_move, remarks
from kpidesk.core.formatting import Style
from kpidesk.core.ids import MetricName
from kpidesk.core.period import Grain
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.definitions import Definition
from kpidesk.metrics.explanation import NumberTree
from kpidesk.metrics.frame import ResultFrame
from kpidesk.qt.fonts import Role
from kpidesk.qt.translation import render
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.card import Tile
from kpidesk.qt.widgets.labels import plain_label
from kpidesk.qt.widgets.scroll import MARGIN, PanelScroll
from kpidesk.ui.metrics.definition_panel import DefinitionPanel
from kpidesk.ui.metrics.ways_panel import WaysPanel

PANEL, PANEL_NARROW = 328, 312


class KpiSide(QWidget):
    """``opened(name)``: another KPI; ``rows_asked()``; ``why_asked(argument)``: the page Why, for these two periods."""

    opened = Signal(str)
    rows_asked = Signal()
    why_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.why = WhyCard(self)
        self.why.asked.connect(self.why_asked)
        self.ways = WaysPanel(self, is_compact=True)
        self.ways.hide()
        self.definition = DefinitionPanel(self)
        self.definition.opened.connect(self.opened)
        self.definition.rows_asked.connect(self.rows_asked)
        self._scroll = PanelScroll(self)
        for card in (self.why, self.ways):
            self._scroll.body.addWidget(card)
        self._scroll.body.addWidget(self.definition, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        """In a wide window the margin of the page belongs to it, for its scroll bar; a drawer has its own."""
        self.setFixedWidth(PANEL_NARROW if narrow else PANEL + MARGIN)
        self._scroll.set_narrow(narrow)

    def show_definition(self, catalogue: Catalogue, definition: Definition, style: Style, grain: Grain) -> None:
        """The words, before the numbers are there."""
        self.definition.show_definition(catalogue, definition, style, grain)

    def show_frame(self, name: MetricName, frame: ResultFrame, catalogue: Catalogue, style: Style) -> None:
        """The words, and what moved last."""
        self.definition.show_definition(catalogue, catalogue.get(name), style, frame.grain)
        self.why.show_move(name, frame, catalogue, style)
        if name in frame.series and not frame.series[name].is_computable:
            self.definition.clear_numbers(is_lacking=True)

    def show_tree(self, tree: NumberTree, frame: ResultFrame | None, catalogue: Catalogue, style: Style) -> None:
        """The numbers behind the value that the answer tells of now."""
        self.definition.show_tree(tree, catalogue, style, frame and frame.told_period(tree.name))

    def clear_numbers(self) -> None:
        """The numbers of before are not those of now."""
        self.definition.clear_numbers()
        self.why.hide()
        self.ways.hide()


class WhyCard(Tile):
    """The last change in a sentence, its largest drivers, and the way to the whole explanation."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._argument = ""
        self._said = plain_label("", Role.STRONG, wrap=True)
        self._drivers = plain_label("", Role.BODY, "ink2", wrap=True)
        self._open = Button("", "secondary", "lightbulb", height=28)
        self._open.clicked.connect(self.on_open)
        self.content.addWidget(self._said)
        self.content.addWidget(self._drivers)
        self.content.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        self.retranslate()
        self.hide()

    def show_move(self, name: MetricName, frame: ResultFrame, catalogue: Catalogue, style: Style) -> None:
        """Between the last two ended periods; hidden where nothing moved."""
        move = last_move(frame, catalogue, name)
        self.setVisible(move is not None)
        if move is None:
            return
        self._argument = f"{move.kpi}:{move.first}:{move.last}"
        self._said.setText(render(headline(move, catalogue, style)))
        glue = "" if style.is_chinese else " "
        drivers = glue.join(render(part) for part in remarks(move, frame, catalogue, style))
        self._drivers.setText(drivers)
        self._drivers.setVisible(bool(drivers))

    def on_open(self) -> None:
        """The whole of it."""
        self.asked.emit(self._argument)

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self.set_texts(self.tr("Why it changed"))
        self._open.setText(self.tr("Open Why"))
        self._open.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
