"""An entry of the sidebar: icon, name, and a count where something is there to look at."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kpidesk.qt.fonts import Role, text_width
from kpidesk.qt.icons import paint_icon
from kpidesk.qt.widgets.labels import set_tip
from kpidesk.qt.widgets.painting import RADIUS_CONTROL, RESTYLED, KeyFocus, focus_ring, plate, rule, start, text

HEIGHT = 32


class SidebarItem(KeyFocus, QAbstractButton):
    """Checkable; ``clicked`` opens its page."""

    def __init__(self, label: str = "", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._count, self._is_warning, self._compact = icon, 0, False, False
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_label(label)

    def set_label(self, label: str) -> None:
        """The name of its page."""
        self.setText(label)
        self._renew()

    def set_badge(self, count: int, *, is_warning: bool = False) -> None:
        """A count behind the name, amber when something waits for the user; 0 hides it."""
        self._count, self._is_warning = count, is_warning
        self._renew()

    def set_compact(self, compact: bool) -> None:
        """Show the icon alone."""
        self._compact = compact
        self._renew()

    def _renew(self) -> None:
        self.setAccessibleName(f"{self.text()} {self._count}" if self._count else self.text())
        set_tip(self, self.text() if self._compact else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(56 if self._compact else 208, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(56, HEIGHT)

    def nextCheckState(self) -> None:
        """Only the window decides which entry is checked."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in RESTYLED:
            self.update()

    def paintEvent(self, event: QEvent) -> None:
        painter = start(self)
        box = QRectF(self.rect()).adjusted(8, 0, -8, 0)
        if self.isChecked():
            plate(painter, box, RADIUS_CONTROL, "surface", "hair")
            rule(painter, QRectF(8, (self.height() - 16) / 2, 3, 16), "accent")
        elif self.underMouse() or self.isDown():
            plate(painter, box, RADIUS_CONTROL, "pressed" if self.isDown() else "hover")
        ink = "accent" if self.isChecked() else "ink2"
        paint_icon(painter, self._icon, ink, 20, (self.height() - 16) / 2)
        if self._compact:
            if self._count:
                plate(painter, QRectF(34, 6, 7, 7), 3.5, "warn" if self._is_warning else "lineStrong")
        else:
            right = self._paint_badge(painter, box.right() - 10) if self._count else box.right() - 8
            role, name_ink = (Role.STRONG, "ink1") if self.isChecked() else (Role.BODY, "ink2")
            text(painter, QRectF(46, 0, right - 46, self.height()), self.text(), role, name_ink)
        if self.shows_focus:
            focus_ring(painter, box, RADIUS_CONTROL)
        painter.end()

    def _paint_badge(self, painter: QPainter, right: float) -> float:
        count = str(self._count)
        width = max(18, text_width(count, Role.MICRO) + 10)
        spot = QRectF(right - width, (self.height() - 18) / 2, width, 18)
        plate(painter, spot, 9, "warnSoft" if self._is_warning else "sunken")
        ink = "warn" if self._is_warning else "ink2"
        text(painter, spot, count, Role.MICRO, ink, Qt.AlignmentFlag.AlignHCenter)
        return spot.left() - 4
