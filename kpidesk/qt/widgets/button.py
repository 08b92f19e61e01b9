"""Buttons: primary (one per screen), secondary, ghost, violet (acts on a scenario), danger, link."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kpidesk.qt.fonts import Role, metrics, text_width
from kpidesk.qt.icons import paint_icon
from kpidesk.qt.theme import theme
from kpidesk.qt.widgets.labels import set_tip
from kpidesk.qt.widgets.painting import RADIUS_CONTROL, RESTYLED, KeyFocus, focus_ring, plate, start, text

INSET = 12
"""From the edge of a button to its words; a link has none."""
KINDS = ("primary", "secondary", "ghost", "violet", "danger", "link")
_ICON = 16
_GAP = 6


class Button(KeyFocus, QAbstractButton):
    """A painted push button; with an icon and no text it is square and needs ``tip``.

    ``pressed_look`` keeps a ghost or secondary button tinted (a preset that is on); with kind violet it is violet.
    """

    def __init__(
        self,
        label: str = "",
        kind: str = "secondary",
        icon: str = "",
        *,
        height: int = 32,
        tip: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind, self._icon, self._height, self._is_on = kind, icon, height, False
        self._shows_menu = False
        self.setText(label)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if kind != "link" else Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if kind == "link" else Qt.CursorShape.ArrowCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.set_hint(tip)
        if tip and not label:
            self.setAccessibleName(tip)

    def set_kind(self, kind: str) -> None:
        """Change how it looks."""
        if kind != self._kind:
            self._kind = kind
            self.update()

    def set_icon(self, icon: str) -> None:
        """Change its icon."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def set_on(self, is_on: bool) -> None:
        """Show that what it stands for is in force."""
        if is_on != self._is_on:
            self._is_on = is_on
            self.update()

    def set_menu_mark(self, shows: bool) -> None:
        """Show a chevron: a list opens."""
        self._shows_menu = shows
        self.updateGeometry()

    def set_hint(self, tip: str) -> None:
        """The tooltip; where it is disabled, why."""
        set_tip(self, tip)
        if tip and not self.text():
            self.setAccessibleName(tip)

    def disable(self, reason: str) -> None:
        """Disable it and say why."""
        self.setEnabled(False)
        self.set_hint(reason)

    def _colours(self) -> tuple[str | None, str | None, str]:
        """Fill, edge and ink for the state of now."""
        if not self.isEnabled():
            return (
                ("sunken" if self._kind == "primary" else None),
                ("line" if self._kind != "ghost" else None),
                "inkOff",
            )
        over, down = self.underMouse(), self.isDown()
        touch = "pressed" if down else "hover" if over else None
        edge = "line" if theme().is_high_contrast and touch else None
        match self._kind:
            case "primary":
                return ("accentHover" if over or down else "accent"), None, "onAccent"
            case "violet":
                solid = theme().is_high_contrast
                return "scenarioSoft", ("scenario" if solid or over or self._is_on else None), "scenario"
            case "ghost":
                return touch, edge, "ink2"
            case "link":
                return None, None, ("accentHover" if over else "accent")
        if self._is_on:
            return "accentSoft", ("accent" if theme().is_high_contrast else None), "accent"
        return (touch or "surface"), "line", ("bad" if self._kind == "danger" else "ink1")

    def sizeHint(self) -> QSize:
        if not self.text():
            return QSize(self._height, self._height)
        padding = 0 if self._kind == "link" else 2 * INSET
        width = padding + text_width(self.text(), Role.BODY)
        width += (_ICON + _GAP if self._icon else 0) + (_ICON + 2 if self._shows_menu else 0)
        return QSize(width, self._height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in RESTYLED:
            self.updateGeometry()

    def paintEvent(self, event: QEvent) -> None:
        fill, edge, ink = self._colours()
        painter = start(self)
        if fill or edge:
            plate(painter, self.rect(), RADIUS_CONTROL, fill, edge, width=2 if theme().is_high_contrast else 1)
        icon_ink = "ink2" if ink == "ink1" and not self.text() else ink
        top = (self.height() - _ICON) / 2
        if not self.text() and self._icon:
            paint_icon(painter, self._icon, icon_ink, (self.width() - _ICON) / 2, top)
        else:
            left = 0 if self._kind == "link" else INSET
            if self._icon:
                paint_icon(painter, self._icon, ink, left, top)
                left += _ICON + _GAP
            text(painter, QRectF(left, 0, self.width() - left, self.height()), self.text(), Role.BODY, ink)
            if self._shows_menu:
                paint_icon(painter, "chevron-down", "ink3", self.width() - 12 - _ICON, top)
        if self.shows_focus and self._kind == "link":  # a ring would run through its first and its last letter
            foot = (self.height() + metrics(Role.BODY).height()) / 2
            painter.fillRect(QRectF(0, min(foot, self.height() - 2), self.width(), 2), theme().colour("accent"))
        elif self.shows_focus:
            focus_ring(painter, self.rect(), RADIUS_CONTROL)
            if fill == "accent":  # on its own colour the ring would not be seen
                plate(painter, QRectF(self.rect()).adjusted(3, 3, -3, -3), RADIUS_CONTROL - 3, None, ink, width=2)
        painter.end()
