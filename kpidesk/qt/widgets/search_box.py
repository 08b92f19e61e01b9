"""Line edits in a painted frame: a plain one, and one with a magnifying glass and the key that opens it."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QSizePolicy, QWidget

from kpidesk.qt.fonts import Role, font, text_width
from kpidesk.qt.icons import paint_icon
from kpidesk.qt.theme import theme
from kpidesk.qt.widgets.painting import RADIUS_BADGE, RADIUS_CONTROL, KeyFocus, focus_ring, plate, start, text


class TextBox(QLineEdit):
    """A line edit: surface, hairline, 2-px accent edge while it has the focus; an icon in front if wanted.

    Tone ``scenario`` paints it violet: what is in it is hypothetical. ``bad`` says that it cannot be read.
    """

    def __init__(
        self, parent: QWidget | None = None, *, icon: str = "", height: int = 32, role: Role = Role.BODY
    ) -> None:
        super().__init__(parent)
        self._icon, self._tone, self._role, self._dressing = icon, "", role, False
        self.setFrame(False)
        self.setFixedHeight(height)
        self.setTextMargins(32 if icon else 6, 0, 6, 0)  # the line edit adds 2
        self._dress()

    def set_tone(self, tone: str) -> None:
        """``""``, scenario or bad."""
        if tone != self._tone:
            self._tone = tone
            self._dress()
            self.update()

    def _dress(self) -> None:
        self._dressing = True
        self.setFont(font(self._role))
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
        colours.setColor(QPalette.ColorRole.Text, theme().colour(self._tone or "ink1"))
        colours.setColor(QPalette.ColorRole.PlaceholderText, theme().colour("ink3"))
        self.setPalette(colours)
        self._dressing = False

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.Polish:  # an app-wide style sheet gives polished widgets their palette back
            self._dress()
        return done

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LanguageChange) and not self._dressing:
            self._dress()

    def paintEvent(self, event: QEvent) -> None:
        painter = start(self)
        focused = self.hasFocus() and not self.isReadOnly()
        edge = "accent" if focused else self._tone or "line"
        fill = f"{self._tone}Soft" if self._tone else "surface"
        plate(painter, self.rect(), RADIUS_CONTROL, fill, edge, width=2 if focused else 1)
        if self._icon:
            paint_icon(painter, self._icon, "ink2", 9, (self.height() - 16) / 2)
        painter.end()
        super().paintEvent(event)


class SearchBox(KeyFocus, QAbstractButton):
    """What looks like a search field in the top bar: opens the palette; shows its shortcut at the right."""

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.opened)

    def set_texts(self, placeholder: str, keys: str) -> None:
        """The words in it and the shortcut."""
        self._keys = keys
        self.setText(placeholder)
        self.setAccessibleName(placeholder)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, 32)

    def paintEvent(self, event: QEvent) -> None:
        painter = start(self)
        plate(painter, self.rect(), RADIUS_CONTROL, "surface", "lineStrong" if self.underMouse() else "line")
        paint_icon(painter, "search", "ink2", 10, (self.height() - 16) / 2)
        keys = text_width(self._keys, Role.MICRO) + 12
        room = QRectF(34, 0, self.width() - 34 - keys - 14, self.height())
        text(painter, room, self.text(), Role.BODY, "ink3")
        badge = QRectF(self.width() - keys - 7, (self.height() - 18) / 2, keys, 18)
        plate(painter, badge, RADIUS_BADGE, "sunken")
        text(painter, badge, self._keys, Role.MICRO, "ink2", Qt.AlignmentFlag.AlignHCenter)
        if self.shows_focus:
            focus_ring(painter, self.rect(), RADIUS_CONTROL)
        painter.end()
