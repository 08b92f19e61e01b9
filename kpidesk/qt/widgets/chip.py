"""Chips of the context bar, and badges."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kpidesk.qt.fonts import Role, line_height, text_width
from kpidesk.qt.icons import paint_icon
from kpidesk.qt.theme import theme
from kpidesk.qt.widgets.painting import (
    RADIUS_BADGE,
    RADIUS_CONTROL,
    RESTYLED,
    KeyFocus,
    focus_ring,
    plate,
    start,
    text,
)

KINDS = ("value", "filter", "more", "add", "scenario")
TONES = ("plain", "good", "bad", "warn", "accent", "scenario")
_HEIGHT = 28
_PAD = 10
_ICON = 16
_SMALL = 14
_LEAST, _WIDEST = 96, 280
"""Longer names are cut; a segment that is on makes way for the others."""


class Chip(KeyFocus, QAbstractButton):
    """A label in ink2 and a chosen value in ink1; a filter and a scenario that are on can be removed.

    ``more`` stands for filters that have no chip of their own, and opens a list of them.

    ``removed()`` follows a click on the cross, Backspace or Delete.
    """

    removed = Signal()

    def __init__(self, kind: str = "value", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind, self._icon, self._label, self._value, self._compact = kind, icon, "", "", False
        self._opens = kind in ("value", "more")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        across = QSizePolicy.Policy.Maximum if kind == "filter" else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_texts(self, label: str, value: str = "") -> None:
        """What it is about, and what is chosen."""
        if (label, value) == (self._label, self._value):
            return
        self._label, self._value = label, value
        self.setText(f"{label} {value}".strip())
        self.setAccessibleName(self.text())
        self._renew()

    def set_kind(self, kind: str) -> None:
        """value, filter, add or scenario."""
        if kind != self._kind:
            self._kind = kind
            self._opens = kind in ("value", "more", "scenario")
            self._renew()

    def set_compact(self, compact: bool) -> None:
        """Show the icon alone (narrow windows)."""
        compact = compact and bool(self._icon)
        if compact != self._compact:
            self._compact = compact
            self._renew()

    @property
    def is_removable(self) -> bool:
        return self._kind in ("filter", "scenario") and not self._compact

    def _renew(self) -> None:
        self.updateGeometry()
        self.update()

    def _colours(self) -> tuple[str | None, str | None, str, str]:
        """Fill, edge, ink of the label, ink of the value."""
        strong = theme().is_high_contrast
        over = self.underMouse() or self.isDown()
        match self._kind:
            case "filter" | "more":
                return "accentSoft", ("accent" if strong or over else None), "accent", "accent"
            case "scenario":
                return "scenarioSoft", ("scenario" if strong or over else None), "scenario", "scenario"
            case "add":
                return ("hover" if over else None), "line", "ink2", "ink2"
        return ("hover" if over else "surface"), "line", "ink2", "ink1"

    def _cross(self) -> QRectF:
        return QRectF(self.width() - _PAD - _SMALL + 2, (self.height() - _SMALL) / 2, _SMALL, _SMALL)

    def sizeHint(self) -> QSize:
        if self._compact:
            return QSize(_HEIGHT, _HEIGHT)
        width = 2 * _PAD + (_ICON + 6 if self._icon else 0)
        parts = [t for t in (self._label, self._value) if t]
        width += sum(text_width(t, Role.BODY) for t in parts) + 5 * max(0, len(parts) - 1) + self._behind()
        return QSize(min(width, _WIDEST), _HEIGHT)

    def _behind(self) -> int:
        """The room of the marks behind the texts."""
        return (_SMALL + 6 if self._opens else 0) + (_SMALL + 6 if self.is_removable else 0)

    def minimumSizeHint(self) -> QSize:
        whole = self.sizeHint()
        return QSize(min(_LEAST, whole.width()), whole.height()) if self._kind == "filter" else whole

    def keyPressEvent(self, event: QEvent) -> None:
        if self.is_removable and event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.removed.emit()
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QEvent) -> None:
        at: QPointF = event.position()
        if self.is_removable and self._cross().adjusted(-6, -7, 6, 7).contains(at):
            self.setDown(False)
            self.removed.emit()
            return
        super().mouseReleaseEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in RESTYLED:
            self._renew()

    def paintEvent(self, event: QEvent) -> None:
        fill, edge, label_ink, value_ink = self._colours()
        painter = start(self)
        dash = Qt.PenStyle.DashLine if self._kind == "add" else Qt.PenStyle.SolidLine
        plate(painter, self.rect(), RADIUS_CONTROL, fill, edge, style=dash)
        middle = (self.height() - _ICON) / 2
        if self._compact:
            paint_icon(painter, self._icon, label_ink, (self.width() - _ICON) / 2, middle)
        else:
            x = float(_PAD)
            if self._icon:
                paint_icon(painter, self._icon, label_ink, x - 1, middle)
                x += _ICON + 5
            end = self.width() - _PAD - self._behind() + 1
            for content, ink in ((self._label, label_ink), (self._value, value_ink)):
                if content:
                    x += text(painter, QRectF(x, 0, max(0, end - x), self.height()), content, Role.BODY, ink) + 5
            if self._opens:
                top = (self.height() - _SMALL) / 2
                paint_icon(painter, "chevron-down", value_ink if self._kind == "scenario" else "ink3", x, top, _SMALL)
            if self.is_removable:
                cross = self._cross()
                paint_icon(painter, "x", value_ink, cross.x(), cross.y(), _SMALL)
        if self.shows_focus:
            focus_ring(painter, self.rect(), RADIUS_CONTROL)
        painter.end()


class Badge(QWidget):
    """A small soft plate with a word or a count, and an icon where colour alone would say it."""

    def __init__(self, content: str = "", tone: str = "plain", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._tone, self._icon = content, tone, icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(content)

    def set_badge(self, content: str, tone: str = "plain", icon: str = "") -> None:
        """What it says and how it looks."""
        self._text, self._tone, self._icon = content, tone, icon
        self.setAccessibleName(content)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(text_width(self._text, Role.LABEL) + 16 + (18 if self._icon else 0), line_height(Role.LABEL) + 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in RESTYLED:
            self.updateGeometry()

    def paintEvent(self, event: QEvent) -> None:
        plain = self._tone == "plain"
        ink = "ink2" if plain else self._tone
        painter = start(self)
        edge = ink if theme().is_high_contrast else None
        plate(painter, self.rect(), RADIUS_BADGE, "sunken" if plain else f"{self._tone}Soft", edge)
        x = 8.0
        if self._icon:
            paint_icon(painter, self._icon, ink, x - 2, (self.height() - _SMALL) / 2, _SMALL)
            x += 16
        text(painter, QRectF(x, 0, self.width() - x, self.height()), self._text, Role.LABEL, ink)
        painter.end()
