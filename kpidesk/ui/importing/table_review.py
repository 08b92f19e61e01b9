"""One table under review: what it is taken for, its columns, and the sheet as it was found."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpidesk.core.formatting import format_value
from kpidesk.ingest.proposal import TableProposal
from kpidesk.qt.fonts import Role
from kpidesk.qt.translation import language, say, style
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.card import Card
from kpidesk.qt.widgets.chip import Badge
from kpidesk.qt.widgets.labels import ElidedLabel, plain_label, set_tip
from kpidesk.schema.model import Schema
from kpidesk.ui.importing.column_table import BECOMES, READS, SHAPES, ColumnTable
from kpidesk.ui.importing.corrections import Corrections
from kpidesk.ui.importing.page_reader import PageReader
from kpidesk.ui.importing.proposal_words import SURE, column_views, head_roles, table_label, table_name
from kpidesk.ui.importing.review_state import Review
from kpidesk.ui.importing.sheet_grid import SheetGrid
from kpidesk.ui.importing.sheet_key import SheetKey
from kpidesk.ui.importing.sheet_map import CellKind, SheetMap, map_of

_MOST_ROWS = 0.48
_LEAST_COLUMNS, _LEAST_GRID = 140, 150


class TableReview(Card):
    """``toggled()``: in or out; ``undo_asked()``; ``column_moved(key)``. Questions are asked through Corrections."""

    toggled = Signal()
    undo_asked = Signal()
    column_moved = Signal(object)

    def __init__(self, corrections: Corrections, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._corrections = corrections
        self._map: SheetMap | None = None
        self.reader = PageReader(self)
        self._follows = False
        self._name = ElidedLabel("", Role.HEADING)
        self._becomes = plain_label("", Role.BODY, "ink2")
        self._kind = Button("", "secondary", "table-2", height=28)
        self._kind.set_menu_mark(True)
        self._sure = Badge("", "good")
        self._toggle = Button("", "ghost", height=28)
        self.undo = Button("", "ghost", "undo-2", height=28)
        self._sentence = plain_label("", Role.BODY, "ink2", wrap=True)
        self.columns = ColumnTable(self)
        self._found = plain_label("", Role.HEADING)
        self._place = ElidedLabel("", Role.LABEL, "ink3")
        self._key = SheetKey(self)
        self.grid = SheetGrid(self)
        self._build()
        self._kind.clicked.connect(self.on_kind)
        self._toggle.clicked.connect(self.toggled)
        self.undo.clicked.connect(self.undo_asked)
        self.columns.asked.connect(self.on_asked)
        self.columns.moved.connect(self.on_column)
        self.grid.head_asked.connect(self.on_head)
        self.grid.row_asked.connect(self.on_row)
        self.grid.moved.connect(self.on_cell)
        self.grid.wanted.connect(self.reader.want)
        self.reader.arrived.connect(self.on_rows)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        for widget in (self._name, self._becomes, self._kind, self._sure):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.undo)
        head.addWidget(self._toggle)
        self.body.addLayout(head)
        self.body.addWidget(self._sentence)
        self.body.addWidget(self.columns, 5)
        under = QHBoxLayout()
        under.setSpacing(8)
        under.addWidget(self._found)
        under.addWidget(self._place, 1)
        under.addWidget(self._key)
        self.body.addLayout(under)
        self.body.addWidget(self.grid, 5)
        self.columns.setMinimumHeight(_LEAST_COLUMNS)
        self.grid.setMinimumHeight(_LEAST_GRID)

    @property
    def current(self) -> int | str:
        """The key of the column that is looked at."""
        index = self.columns.currentIndex()
        return self.columns.views[index.row()].key if index.isValid() and self.columns.views else -1

    def focus_columns(self) -> None:
        """Where the keyboard begins."""
        self.columns.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_table(self, table: TableProposal, review: Review, schema: Schema, *, is_single: bool) -> None:
        """Show a table in its state of now."""
        name, whole = table_name(table, review.proposal)
        mapping, is_taken = table.mapping, table.id in review.taken
        self._name.setText(name)
        set_tip(self._name, whole)
        self._kind.setText(table_label(schema, mapping.table))
        self._kind.setAccessibleName(f"{name}: {self._kind.text()}")
        self._kind.updateGeometry()
        is_known, is_sure = mapping.table in schema.tables, mapping.confidence >= SURE
        percent = format_value(round(mapping.confidence, 2), "share", style().exact())
        sure = self.tr("You said so") if mapping.confidence >= 1 else say(self.tr("{percent} sure"), percent=percent)
        unsure = say(self.tr("{percent}: look at it"), percent=percent)
        self._sure.set_badge(sure if is_sure else unsure, "good" if is_sure else "warn")
        self._sure.setVisible(is_known)
        self._toggle.setText(self.tr("Leave out") if is_taken else self.tr("Take in"))
        self._toggle.set_icon("minus" if is_taken else "plus")
        self._toggle.setVisible(not is_single)
        self.undo.setVisible(review.before is not None)
        known = schema.tables.get(mapping.table)
        row_is = known.row_is.get(language(), known.row_is["en"]) if known is not None else ""
        self._sentence.setText(row_is or self.tr("No business table: it is kept, but nothing is computed from it."))
        self._show_columns(table, review, schema)

    def _show_columns(self, table: TableProposal, review: Review, schema: Schema) -> None:
        self._map = shown = map_of(table, review.proposal.tables, self._map, self.reader.follow(table.region.sheet))
        views = column_views(shown, schema)
        is_across = table.mapping.orientation == "across"
        first = self.tr("Your row") if is_across else self.tr("Your column")
        heads = (first, self.tr("Becomes"), "" if is_across else self.tr("Read as"), self.tr("Found in it"))
        self._follows = False
        self.columns.show_columns(views, heads)
        self.grid.show_map(shown, head_roles(views, SHAPES))
        self._follows = True
        self._say_place()
        self._bound()

    def _say_place(self) -> None:
        """The current cell in words, else where the table lies."""
        shown = self._map
        if shown is None:
            return
        region = shown.table.region
        header = region.header_row + 1
        where = say(self.tr("header in row {row}"), row=header) if header else self.tr("no header row")
        said = self.grid.says() if self.grid.hasFocus() else ""
        self._place.setText(said or f"{where} · {region.range}")
        entries: list[tuple[CellKind | None, str]] = []
        if region.header_rows:
            entries.append((CellKind.HEADER, self.tr("header")))
        if region.total_rows:
            entries.append((CellKind.TOTAL, self.tr("total, not counted")))
        if shown.others:
            entries.append((CellKind.OTHER, self.tr("another table")))
        entries += [(CellKind.IGNORED, self.tr("left out")), (None, self.tr("unreadable"))]
        self._key.set_entries(entries)

    def go_to(self, row: int | None, column: int | None) -> None:
        """Show a cell of the sheet, marked."""
        shown = self._map
        if shown is None:
            return
        region = shown.table.region
        at = region.first_column if column is None else column
        self.grid.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.grid.go_to(max(0, region.header_row) if row is None else row, at)
        self.columns.go_to(at)
        if row is not None and not shown.shows(row):
            said = self.tr("Row {row} was not looked at: the nearest row that is shown is marked")
            self._place.setText(say(said, row=format_value(row + 1, "count", style().exact())))

    def on_kind(self) -> None:
        """What is this sheet?"""
        self._corrections.ask_table(self._kind)

    def on_asked(self, key: int | str, what: str) -> None:
        """A chip of the columns was pressed."""
        if what == "format":
            self._corrections.ask_format(self.columns.anchor(key, READS), key)
        else:
            self._corrections.ask_role(self.columns.anchor(key, BECOMES), key)

    def on_head(self, column: int) -> None:
        """The head of a column of the sheet was pressed."""
        if self._map is not None and self._map.column(column) is not None:
            self._corrections.ask_role(self.grid.head_anchor(column), column)

    def on_row(self, row: int) -> None:
        """The number of a row was pressed."""
        self._corrections.ask_row(self.grid.row_anchor(row), row)

    def on_column(self, key: object) -> None:
        """Another column of the list: show it in the sheet, too."""
        if self._follows and isinstance(key, int) and self._map is not None:
            self._follows = False
            row = self.grid.current_row
            reading = self._map.reading(key)
            self.grid.go_to(row if reading.first_unreadable is None else reading.first_unreadable, key)
            self._follows = True
        self.column_moved.emit(key)

    def on_cell(self, row: int, column: int) -> None:
        """Another cell of the sheet: show its column in the list, too."""
        if self._follows:
            self._follows = False
            self.columns.go_to(column)
            self._follows = True
            self._say_place()

    def on_rows(self) -> None:
        """Rows that were waited for are there."""
        self.grid.viewport().update()
        self._say_place()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self._becomes.setText(self.tr("becomes"))
        self.undo.setText(self.tr("Undo"))
        self._found.setText(self.tr("The sheet as found"))
        self.columns.setAccessibleName(self.tr("Columns of the table"))
        self.grid.setAccessibleName(self.tr("The sheet as found"))

    def _bound(self) -> None:
        """The list of columns takes what it needs, and no more than half."""
        room = max(self.height(), 300)
        self.columns.setMaximumHeight(max(_LEAST_COLUMNS, min(self.columns.full_height(), round(room * _MOST_ROWS))))

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)
        self._bound()
