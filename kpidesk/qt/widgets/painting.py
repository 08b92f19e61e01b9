"""What the painted widgets share: plates, rings, triangles, text on one line."""

from functools import cache

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QApplication, QWidget

from kpidesk.qt.fonts import Role, advance, font
from kpidesk.qt.theme import theme

RADIUS_CARD = 10
RADIUS_CONTROL = 6
RADIUS_BADGE = 4

RESTYLED = (QEvent.Type.StyleChange, QEvent.Type.LanguageChange, QEvent.Type.FontChange)
"""Events on which a widget that measured a text has to measure it again."""

_FOCUS_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


def start(widget: QWidget) -> QPainter:
    """A painter on a widget with antialiasing on."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def plate(
    painter: QPainter,
    rect: QRect | QRectF,
    radius: float,
    fill: str | None,
    edge: str | None = None,
    *,
    width: float = 1,
    style: Qt.PenStyle = Qt.PenStyle.SolidLine,
) -> None:
    """A rounded plate; its edge lies within the rectangle, sharp at any device ratio."""
    colours = theme()
    painter.setBrush(colours.colour(fill) if fill else Qt.BrushStyle.NoBrush)
    box = QRectF(rect)
    if edge is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        pen = QPen(colours.colour(edge), width, style)
        if style is Qt.PenStyle.DashLine:
            pen = QPen(colours.colour(edge), width, Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([4, 3])
        painter.setPen(pen)
        box.adjust(width / 2, width / 2, -width / 2, -width / 2)
    painter.drawRoundedRect(box, radius, radius)


def focus_ring(painter: QPainter, rect: QRect | QRectF, radius: float) -> None:
    """The 2-px ring of keyboard focus, 1 px inside the edge."""
    plate(painter, QRectF(rect).adjusted(1, 1, -1, -1), max(1, radius - 1), None, "accent", width=2)


def chosen_row(painter: QPainter, box: QRectF) -> None:
    """The ground of a cell in a chosen row; in high contrast, where it is no ground, lines above and below."""
    painter.fillRect(box, theme().colour("accentSoft"))
    if theme().is_high_contrast:
        for top in (box.top(), box.bottom() - 3):
            painter.fillRect(QRectF(box.left(), top, box.width(), 2), theme().colour("accent"))


def text(
    painter: QPainter,
    rect: QRect | QRectF,
    content: str,
    role: Role,
    ink: str | QColor,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    *,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> float:
    """One line of text, elided where it is too long; answers the width that it took.

    A box that is lower than the line cuts no tails of letters: lines may stand nearer than they are high.
    """
    box = QRectF(rect)
    painter.setFont(font(role))
    painter.setPen(ink if isinstance(ink, QColor) else theme().colour(ink))
    shown = content
    if advance(content, role) > box.width() + 0.5:
        shown = QFontMetricsF(font(role)).elidedText(content, elide, box.width())
    painter.drawText(box, _one_line(align), shown)
    return min(advance(shown, role), box.width())


@cache
def _one_line(align: Qt.AlignmentFlag) -> int:
    return int(align | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip)


def triangle(painter: QPainter, x: float, y: float, size: float, direction: int, ink: str) -> None:
    """The triangle of a change: up, down, or a dash for none."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour(ink))
    half = size / 2
    if direction > 0:
        corners = [QPointF(x, y + half * 0.8), QPointF(x + size, y + half * 0.8), QPointF(x + half, y - half * 0.8)]
    elif direction < 0:
        corners = [QPointF(x, y - half * 0.8), QPointF(x + size, y - half * 0.8), QPointF(x + half, y + half * 0.8)]
    else:
        painter.drawRoundedRect(QRectF(x, y - 1, size, 2), 1, 1)
        return
    painter.drawPolygon(QPolygonF(corners))


def rule(painter: QPainter, rect: QRect | QRectF, ink: str) -> None:
    """A straight line, as a filled rectangle, so that it is never blurred."""
    painter.fillRect(QRectF(rect), theme().colour(ink))


def drawer_edge(painter: QPainter, height: int) -> None:
    """The left edge of a drawer."""
    rule(painter, QRectF(0, 0, 1, height), "line")


class KeyFocus:
    """Whether the focus came by keyboard, for widgets that show their ring only then; mix in before the Qt class.

    The focus of a widget that goes from sight is handed on as if by Tab: the next shows a ring only if that one did.
    """

    _by_key = False
    inherits_ring = True

    @property
    def shows_focus(self) -> bool:
        return self._by_key and self.hasFocus()

    def focusInEvent(self, event: QEvent) -> None:
        self._by_key = event.reason() in _FOCUS_BY_KEY and self.inherits_ring
        self.inherits_ring = True
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QEvent) -> None:
        super().focusOutEvent(event)
        heir: object = QApplication.focusWidget()  # it is told of its focus after this one
        if not self.isVisible() and isinstance(heir, KeyFocus):
            heir.inherits_ring = self._by_key
        self.update()

    def keyPressEvent(self, event: QEvent) -> None:
        self._by_key = True
        self.update()
        super().keyPressEvent(event)
