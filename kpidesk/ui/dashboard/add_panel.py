"""The panel beside a board that is edited: KPIs as cards, charts or tables, and drawings of the pages."""

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpidesk.charts.card import build_card
from kpidesk.charts.spec import ChartSpec
from kpidesk.core.formatting import NO_VALUE, Style
from kpidesk.core.ids import MetricName, TileId, new_id
from kpidesk.core.pinyin import sounding_places
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.definitions import CALENDAR
from kpidesk.metrics.frame import ResultFrame
from kpidesk.qt.translation import render
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.card import Tile as TileWidget
from kpidesk.qt.widgets.popover import Choice, choose
from kpidesk.qt.widgets.search_box import TextBox
from kpidesk.qt.widgets.segmented import Segmented
from kpidesk.qt.widgets.table_model import Cell, Column, TableView
from kpidesk.qt.widgets.wrapping_table import WrappingTable
from kpidesk.workspace.board_studies import STUDIES
from kpidesk.workspace.dashboard import CARD, CHART, STUDY, TABLE, TEXT, Tile, card_tile

WIDTH, WIDTH_NARROW = 352, 304
_LINE, _BAR = "line", "bar"
_PERIODS = 6
_STUDY_NAME = 216
_KPI_NAME, _KPI_NAME_NARROW = 180, 148
_KINDS = (CARD, _LINE, _BAR, TABLE, STUDY)


class AddPanel(TileWidget):
    """``chosen(Tile)``: put it where there is room; ``closed()``: the panel gives its room back."""

    chosen = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._names: tuple[str, ...] = ()
        self._shown: tuple[str, ...] = ()
        self._cells: dict[str, tuple[str, str, str]] = {}
        self._has: frozenset[MetricName] = frozenset()
        self._attributes: tuple[tuple[str, str], ...] = ()
        self._by: str | None = None
        self._widest = _KPI_NAME
        self._text = Button("", "secondary", "square-pen", height=28, parent=self)
        self._text.clicked.connect(self.on_text)
        self._close = Button("", "ghost", "x", height=28, tip=self.tr("Close"), parent=self)
        self._close.clicked.connect(self.closed)
        self.head.addWidget(self._text)
        self.head.addWidget(self._close)
        self._kind = Segmented([(kind, "") for kind in _KINDS], self, height=28)
        self._kind.set_current(CARD)
        self._kind.chosen.connect(self.on_kind)
        self._split = Button("", "secondary", height=28, parent=self)
        self._split.set_menu_mark(True)
        self._split.clicked.connect(self.on_split_menu)
        row = QHBoxLayout()
        row.addWidget(self._kind)
        row.addStretch(1)
        self.content.addLayout(row)
        self.content.addWidget(self._split)
        self._search = TextBox(self, icon="search")
        self._search.textChanged.connect(self.on_typed)
        self._search.returnPressed.connect(self.on_first)
        self.content.addWidget(self._search)
        self._table = WrappingTable(self, dense=True)
        self._table.clicked.connect(self.on_clicked)
        self._table.row_activated.connect(self.on_row)
        self.content.addWidget(self._table, 1)
        self.set_narrow(False)
        self.retranslate()

    def set_narrow(self, narrow: bool) -> None:
        """Less room in a narrow window."""
        self.setFixedWidth(WIDTH_NARROW if narrow else WIDTH)
        self._widest = _KPI_NAME_NARROW if narrow else _KPI_NAME
        self.on_typed()

    def show_catalogue(
        self, catalogue: Catalogue, frame: ResultFrame, style: Style, attributes: tuple[tuple[str, str], ...]
    ) -> None:
        """KPIs of now, those with a value first; ``attributes`` with their labels can split a chart."""
        self._attributes = attributes
        found: dict[str, tuple[str, str, str]] = {}
        for definition in catalogue.definitions.values():
            if definition.stage == CALENDAR or definition.name not in frame.series:
                continue
            card = build_card(definition.name, frame, catalogue, style)
            value = NO_VALUE if card.state == "needs_data" else card.value_text
            also = " ".join(definition.names).casefold()
            found[definition.name] = (definition.label(style.language), value, also)
        self._cells = found
        self._names = tuple(sorted(found, key=lambda name: found[name][1] == NO_VALUE))
        self._has = frozenset(MetricName(name) for name in found if found[name][1] != NO_VALUE)
        self.on_typed()

    def _lines(self) -> tuple[tuple[str, str, str, str], ...]:
        """What can be added now: id, name, value, what it answers to."""
        if self._kind.current != STUDY:
            return tuple((name, *self._cells[name]) for name in self._names)
        return tuple(
            (study.id, render(study.label), "", f"{study.label.template.text} {render(study.label)}".casefold())
            for study in sorted(STUDIES.values(), key=lambda study: study.needs not in self._has)
        )

    def focus_search(self) -> None:
        """Ready to type."""
        self._search.setFocus()

    def on_typed(self, _: str = "") -> None:
        """Narrow the list."""
        typed = self._search.text()
        parts = typed.casefold().split()
        lines = tuple(
            line
            for line in self._lines()
            if all(part in line[3] for part in parts) or sounding_places(line[3], typed) is not None
        )
        self._shown = tuple(line[0] for line in lines)
        if self._kind.current == STUDY:
            columns: tuple[Column, ...] = (Column(self.tr("Study"), widest=_STUDY_NAME, stretch=1),)
            rows = tuple((Cell(label, tip=label),) for _, label, _, _ in lines)
        else:
            columns = (
                Column(self.tr("KPI"), widest=self._widest, stretch=1),
                Column(self.tr("Value"), True, stretch=0),
            )
            rows = tuple((Cell(label, tip=label), Cell(value)) for _, label, value, _ in lines)
        self._table.set_table(TableView(columns, rows, is_sortable=False))

    def on_kind(self, _: str) -> None:
        """Only charts and tables of KPIs can be split; what is searched is what can be added."""
        is_study = self._kind.current == STUDY
        asked = self.tr("Search studies") if is_study else self.tr("Search KPIs")
        self._search.setPlaceholderText(asked)
        self._search.setAccessibleName(asked)
        self._table.setAccessibleName(self.tr("Studies") if is_study else self.tr("KPIs"))
        self._split.setVisible(self._kind.current not in (CARD, STUDY) and bool(self._attributes))
        self.on_typed()

    def on_first(self) -> None:
        """Enter in the search."""
        self.on_row(0)

    def on_clicked(self, index: QModelIndex) -> None:
        """A click on a line."""
        self.on_row(index.row())

    def on_row(self, row: int) -> None:
        """Put it on the board."""
        if 0 <= row < len(self._shown):
            self.chosen.emit(self._tile(self._shown[row]))

    def _tile(self, id_: str) -> Tile:
        kind, by, name = self._kind.current, self._by, MetricName(id_)
        if kind == STUDY:
            return STUDIES[id_].tile()
        if kind == CARD:
            return card_tile(name)
        if kind == TABLE:
            spec = ChartSpec(TABLE, (name,), by, periods=_PERIODS)
            return Tile(TileId(f"{TABLE}-{name}-{by or ''}"), TABLE, chart=spec)
        drawn = "stacked_bar" if kind == _BAR and by is not None else kind
        spec = ChartSpec(drawn, (name,), by)
        return Tile(TileId(f"{CHART}-{drawn}-{name}-{by or ''}"), CHART, chart=spec)

    def on_text(self) -> None:
        """Words of the user's own."""
        text = self.tr("Click to write.")
        self.chosen.emit(Tile(TileId(f"{TEXT}-{new_id()}"), TEXT, text=text))

    def on_split_menu(self) -> None:
        """By what."""
        choices = [Choice("", self.tr("Not split")), *(Choice(name, label) for name, label in self._attributes)]
        choose(self._split, choices, self.on_split, current=self._by or "")

    def on_split(self, by: object) -> None:
        """Another split."""
        self._by = str(by) or None
        self._show_split()

    def _show_split(self) -> None:
        labels = dict(self._attributes)
        self._split.setText(self.tr("Not split") if self._by is None else labels.get(self._by, self._by))
        self._split.updateGeometry()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self.set_texts(self.tr("Add to the board"))
        self._text.setText(self.tr("Text"))
        self._close.set_hint(self.tr("Close"))
        names = (self.tr("Card"), self.tr("Line"), self.tr("Bars"), self.tr("Table"), self.tr("Studies"))
        self._kind.set_choices(list(zip(_KINDS, names, strict=True)))
        self._split.setAccessibleName(self.tr("Split by"))
        self._show_split()
        self.on_kind("")
