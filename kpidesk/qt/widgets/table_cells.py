"""How the cells of a table are painted."""

from PySide6.QtCore import QEvent, QModelIndex, QRectF
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from kpidesk.core.formatting import NO_VALUE
from kpidesk.qt.fonts import Role, line_height, text_width
from kpidesk.qt.icons import paint_icon
from kpidesk.qt.text_lines import wrapped
from kpidesk.qt.widgets.labels import plain_tip
from kpidesk.qt.widgets.painting import chosen_row, focus_ring, rule, text, triangle
from kpidesk.qt.widgets.sparkline import SPARK_HEIGHT, SPARK_WIDTH, paint_spark
from kpidesk.qt.widgets.table_model import CELL, Cell, TableModel

PAD = 8


class CellDelegate(QStyledItemDelegate):
    """Paints a Cell: triangle or icon in its tone, text on its side, selection in accentSoft."""

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: QModelIndex
    ) -> bool:
        """What a cell has to say; of one that is cut, the whole."""
        cell = index.data(CELL)
        says_nothing = event.type() is QEvent.Type.ToolTip and isinstance(cell, Cell) and not cell.tip
        if says_nothing and text_width(cell.text, Role.BODY) > option.rect.width() - 2 * PAD:
            QToolTip.showText(event.globalPos(), plain_tip(cell.text), view)
            return True
        return super().helpEvent(event, view, option, index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        cell = index.data(CELL)
        model = index.model()
        if not isinstance(cell, Cell) or not isinstance(model, TableModel):
            super().paint(painter, option, index)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            chosen_row(painter, box)
        total = model.is_total(index.row())
        rule(painter, QRectF(box.left(), box.bottom() - 1, box.width(), 1), "hair")
        if total:
            rule(painter, QRectF(box.left(), box.top() - 1, box.width(), 1), "line")
        self._content(painter, box.adjusted(PAD, 0, -PAD, -1), cell, index, strong=total or cell.is_strong)
        if option.state & QStyle.StateFlag.State_HasFocus:
            focus_ring(painter, box.adjusted(0, 0, 0, -1), 3)
        painter.restore()

    def _content(self, painter: QPainter, box: QRectF, cell: Cell, index: QModelIndex, *, strong: bool) -> None:
        if cell.spark is not None:
            width, height = min(SPARK_WIDTH, box.width() - 8), SPARK_HEIGHT
            paint_spark(painter, QRectF(box.left() + 4, box.center().y() - height / 2, width, height), cell.spark)
            return
        ink = cell.tone or ("ink3" if cell.text == NO_VALUE else "ink1")
        role = Role.STRONG if strong else Role.BODY
        right = index.model().view.columns[index.column()].is_number
        width = min(text_width(cell.text, role), box.width())
        x = box.right() - width if right else box.left()
        if cell.direction:
            at = x - 14 if right else x
            triangle(painter, at, box.center().y(), 9, cell.direction, ink)
            x += 0 if right else 14
        if cell.icon:
            at = x - 20 if right else x
            paint_icon(painter, cell.icon, cell.tone or "ink2", at, box.center().y() - 8)
            x += 0 if right else 22
        room = QRectF(x, box.top(), box.right() - x + 1, box.height())
        if right or text_width(cell.text, role) <= room.width() or room.height() < 2 * line_height(role):
            text(painter, room, cell.text, role, ink)
        else:
            _two_lines(painter, room, cell.text, role, ink)


def _two_lines(painter: QPainter, room: QRectF, content: str, role: Role, ink: str) -> None:
    """Words in a row that is high enough; what a second line has no room for is cut there."""
    first = wrapped(content, room.width(), role)[0]
    high = line_height(role)
    top = room.center().y() - high
    text(painter, QRectF(room.left(), top, room.width(), high), first, role, ink)
    text(painter, QRectF(room.left(), top + high, room.width(), high), content[len(first) :].lstrip(), role, ink)


def room_of(cell: Cell, *, strong: bool) -> int:
    """How wide a cell wants to be without its margins; ``strong`` where it stands in 600."""
    if cell.spark is not None:
        return SPARK_WIDTH + 8
    return text_width(cell.text, Role.STRONG if strong else Role.BODY) + (22 if cell.icon or cell.direction else 0)
