"""A menu that looks like every other floating list: rounded, its keys at the right in ink3."""

from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QAction, QIcon, QKeySequence, QPainter, QPainterPath, QRegion
from PySide6.QtWidgets import QMenu

from kpidesk.qt.fonts import Role
from kpidesk.qt.icons import paint_icon
from kpidesk.qt.theme import theme
from kpidesk.qt.widgets.painting import RADIUS_BADGE, RADIUS_CARD, plate, rule, start, text
from kpidesk.qt.widgets.popover import lit_ground

_ICON, _ICON_AT, _TEXT_AT, _RIGHT = 16, 8, 34, 12


class Menu(QMenu):
    """Keeps what QMenu does, from keys to submenus, and paints its lines itself.

    The corners are cut from the window: a translucent one would have black corners where nothing composes windows.
    """

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), RADIUS_CARD, RADIUS_CARD)
        self.setMask(QRegion(path.toFillPolygon().toPolygon()))

    def paintEvent(self, event: QEvent) -> None:
        painter = start(self)
        rule(painter, self.rect(), "line")
        plate(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS_CARD - 1, "raised")
        for action in self.actions():
            box = self.actionGeometry(action)
            if action.isVisible() and box.isValid():
                self._line(painter, action, box)
        painter.end()

    def _line(self, painter: QPainter, action: QAction, box: QRect) -> None:
        if action.isSeparator():
            rule(painter, QRect(box.left() + 8, box.center().y(), box.width() - 16, 1), "hair")
            return
        is_on = action.isEnabled()
        if is_on and action is self.activeAction():
            plate(painter, box, RADIUS_BADGE, lit_ground(), "line" if theme().is_high_contrast else None)
        top = box.top() + (box.height() - _ICON) / 2
        if not action.icon().isNull():
            mode = QIcon.Mode.Normal if is_on else QIcon.Mode.Disabled
            action.icon().paint(
                painter, QRect(box.left() + _ICON_AT, round(top), _ICON, _ICON), Qt.AlignmentFlag.AlignCenter, mode
            )
        elif action.isCheckable() and action.isChecked():
            paint_icon(painter, "check", "accent", box.left() + _ICON_AT, top)
        inner = QRectF(box).adjusted(_TEXT_AT, 0, -_RIGHT, 0)
        text(painter, inner, action.text(), Role.BODY, "ink1" if is_on else "inkOff")
        if action.menu() is not None:
            paint_icon(painter, "chevron-right", "ink3", box.right() - _RIGHT - _ICON + 5, top)
        else:
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            text(painter, inner, keys, Role.LABEL, "ink3" if is_on else "inkOff", Qt.AlignmentFlag.AlignRight)
