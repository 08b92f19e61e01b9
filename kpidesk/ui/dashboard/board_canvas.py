"""The grid on which the tiles of a board stand: twelve columns that follow the width, rows of one height."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from kpidesk.core.ids import TileId
from kpidesk.qt.widgets.kpi_card import KpiCard
from kpidesk.qt.widgets.painting import RESTYLED
from kpidesk.qt.widgets.scroll import GAP
from kpidesk.ui.charts.figure_table_tile import FigureTableTile
from kpidesk.ui.dashboard.closing_up import closed_up
from kpidesk.ui.dashboard.tile_cover import TileCover
from kpidesk.workspace.dashboard import CARD, COLUMNS, Placement, Tile, arranged

_ROW = 60
_CARDS_ACROSS_NARROW = 3


class BoardCanvas(QWidget):
    """``set_tiles`` and ``show_tile`` place widgets; while it is edited, covers over them are dragged.

    Signals: ``moved(tile id, placement)``, ``removed(tile id)``, ``menu_asked(tile id)``.
    """

    moved = Signal(str, object)
    removed = Signal(str)
    menu_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles: tuple[Tile, ...] = ()
        self._widgets: Mapping[TileId, QWidget] = {}
        self._covers: dict[TileId, TileCover] = {}
        self._narrow = False
        self._is_edited = False
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def set_tiles(self, tiles: tuple[Tile, ...], widgets: Mapping[TileId, QWidget]) -> None:
        """Make room for these; ``show_tile`` brings each of them. A cover stays with its tile."""
        self._tiles, self._widgets = tiles, widgets
        for id_ in self._covers.keys() - {tile.id for tile in tiles}:
            self._covers.pop(id_).deleteLater()
        self._place(tiles)

    def show_tile(self, tile: Tile) -> None:
        """Place one whose widget is there now, after those of the tiles before it in the order of Tab."""
        widget = self._widgets[tile.id]
        at = self._tiles.index(tile)
        before = self._widgets.get(self._tiles[at - 1].id) if at else None
        if widget.parentWidget() is not self:
            widget.setParent(self)
            if isinstance(widget, FigureTableTile):
                widget.needs_changed.connect(self.on_needs_changed)
        self._place(self._tiles)
        widget.show()
        if before is not None:
            QWidget.setTabOrder(before, widget)

    def cover_tiles(self) -> None:
        """All are there: lay covers over them while the board is edited."""
        self._cover()
        self._place(self._tiles)

    def set_narrow(self, narrow: bool) -> None:
        """Cards three a row and all else one below the other."""
        self._narrow = narrow
        self._place(self._tiles)

    def set_edited(self, is_edited: bool) -> None:
        """Lay covers over the tiles, or take them away."""
        self._is_edited = is_edited
        self._cover()
        self._place(self._tiles)

    def cover(self, tile: TileId) -> TileCover | None:
        """What lies over a tile while the board is edited."""
        return self._covers.get(tile)

    @property
    def row_height(self) -> int:
        """A card is two rows high and grows with the size of text."""
        card = next((each for each in self._widgets.values() if isinstance(each, KpiCard)), None)
        return _ROW if card is None else max(_ROW, (card.sizeHint().height() - GAP + 1) // 2)

    def _cover(self) -> None:
        if not self._is_edited:
            for cover in self._covers.values():
                cover.deleteLater()
            self._covers.clear()
            return
        for tile in self._tiles:
            if tile.id not in self._widgets:
                continue
            if tile.id not in self._covers:
                cover = TileCover(tile.id, self)
                cover.dragged.connect(self.on_dragged)
                cover.dropped.connect(self.on_dropped)
                cover.stepped.connect(self.on_stepped)
                cover.removed.connect(self.removed)
                cover.clicked.connect(self.on_menu)
                self._covers[tile.id] = cover
            cover = self._covers[tile.id]
            cover.set_name(self._widgets[tile.id].accessibleName())
            cover.show()
            cover.raise_()

    def _boxes(self, tiles: tuple[Tile, ...]) -> dict[TileId, QRect]:
        """Where they stand: as they were set while the board is edited, else without room below short tables."""
        step = self._step
        set_ = self._flow(tiles) if self._narrow else {tile.id: self._box(tile.placement, step) for tile in tiles}
        return set_ if self._is_edited else closed_up(set_, self._needs())

    def _needs(self) -> dict[TileId, int]:
        """How high the tables among the tiles need to be, in pixels."""
        tables = ((id_, widget) for id_, widget in self._widgets.items() if isinstance(widget, FigureTableTile))
        return {id_: table.needed_height() for id_, table in tables if table.figure is not None}

    def on_needs_changed(self) -> None:
        """A table has more rows, or fewer."""
        self._place(self._tiles)

    def _place(self, tiles: tuple[Tile, ...]) -> None:
        boxes = self._boxes(tiles)
        for id_, box in boxes.items():
            if (widget := self._widgets.get(id_)) is not None:
                widget.setGeometry(box)
            if (cover := self._covers.get(id_)) is not None:
                cover.setGeometry(box)
        height = max((box.bottom() + 1 for box in boxes.values()), default=0)
        if height != self.height():
            self.setFixedHeight(height)

    def _column(self, column: int) -> int:
        """The left edge of a column; that of the one after the last is one gap past the right edge."""
        return round(column * (self.width() + GAP) / COLUMNS)

    @property
    def _step(self) -> int:
        """From the top of a row to that of the next."""
        return self.row_height + GAP

    def _box(self, at: Placement, step: int) -> QRect:
        left, right = self._column(at.column), self._column(at.column + at.width) - GAP
        return QRect(left, at.row * step, right - left, at.height * step - GAP)

    def _flow(self, tiles: tuple[Tile, ...]) -> dict[TileId, QRect]:
        """In a narrow window: the cards of a row share it, everything else takes the whole width."""
        boxes: dict[TileId, QRect] = {}
        step, top, place = self._step, 0, 0
        for tile in tiles:
            height = tile.placement.height * step - GAP
            if tile.kind != CARD:
                top, place = (top + 2 * step if place else top), 0
                boxes[tile.id] = QRect(0, top, self.width(), height)
                top += height + GAP
                continue
            each = COLUMNS // _CARDS_ACROSS_NARROW
            left, right = self._column(place * each), self._column(place * each + each) - GAP
            boxes[tile.id] = QRect(left, top, right - left, 2 * step - GAP)
            place = (place + 1) % _CARDS_ACROSS_NARROW
            top += 0 if place else 2 * step
        return boxes

    def _wanted(self, tile: Tile, dx: int, dy: int, *, resizes: bool) -> Placement:
        """Where a tile would stand after a drag of so many pixels."""
        if self._narrow:
            return self._wanted_in_flow(tile, dx, dy, resizes=resizes)
        columns = round(dx * COLUMNS / (self.width() + GAP))
        rows = round(dy / (self.row_height + GAP))
        at = tile.placement
        if resizes:
            width = max(1, min(COLUMNS - at.column, at.width + columns))
            return replace(at, width=width, height=max(1, at.height + rows))
        return replace(at, column=max(0, min(COLUMNS - at.width, at.column + columns)), row=max(0, at.row + rows))

    def _wanted_in_flow(self, tile: Tile, dx: int, dy: int, *, resizes: bool) -> Placement:
        """One below the other, a tile takes the place of that to which it was drawn, and only its height is its own."""
        at = tile.placement
        if resizes:
            rows = 0 if tile.kind == CARD else round(dy / (self.row_height + GAP))
            return replace(at, height=max(1, at.height + rows))
        boxes = self._flow(self._tiles)
        here = boxes[tile.id].center() + QPoint(dx, dy)
        over = min(self._tiles, key=lambda each: (boxes[each.id].center() - here).manhattanLength()).placement
        return replace(at, column=min(COLUMNS - at.width, over.column), row=over.row)

    def _preview(self, tile: Tile, at: Placement) -> tuple[Tile, ...]:
        tiles = tuple(replace(each, placement=at) if each is tile else each for each in self._tiles)
        return arranged(tiles, tile.id, tile.placement)

    def _tile(self, id_: str) -> Tile | None:
        return next((tile for tile in self._tiles if tile.id == id_), None)

    def on_dragged(self, id_: str, dx: int, dy: int, resizes: bool) -> None:
        """A cover is being dragged: the others make room at once."""
        tile = self._tile(id_)
        if tile is not None:
            self._place(self._preview(tile, self._wanted(tile, dx, dy, resizes=resizes)))

    def on_dropped(self, id_: str, dx: int, dy: int, resizes: bool) -> None:
        """It was let go."""
        tile = self._tile(id_)
        if tile is not None:
            self._place(self._tiles)
            at = self._wanted(tile, dx, dy, resizes=resizes)
            if at != tile.placement:
                self.moved.emit(id_, at)

    def on_stepped(self, id_: str, columns: int, rows: int, resizes: bool) -> None:
        """An arrow key: a step across, or over the next tile down or up."""
        tile = self._tile(id_)
        if tile is None:
            return
        at = tile.placement
        if resizes:
            wanted = replace(at, width=min(COLUMNS - at.column, at.width + columns), height=at.height + rows)
        else:
            jump = at.height if rows > 0 else 1
            wanted = replace(at, column=max(0, at.column + columns), row=max(0, at.row + rows * jump))
        self.moved.emit(id_, wanted)

    def on_menu(self) -> None:
        """A cover was pressed without being dragged."""
        self.menu_asked.emit(self.sender().tile)

    def sizeHint(self) -> QSize:
        return QSize(600, self.height())

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)
        self._place(self._tiles)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in RESTYLED:
            self._place(self._tiles)
