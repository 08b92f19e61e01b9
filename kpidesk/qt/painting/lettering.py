"""Texts written on a figure one after another, each off those that stand already where it may.

Whatever is written where a line of the grid, a rule or another line runs through has a ground: its letters are edged
in the colour of the surface, on the screen as on paper.
"""

from dataclasses import dataclass, field
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPainterPathStroker

from kpidesk.qt.fonts import Role, advance, font, metrics
from kpidesk.qt.painting.inks import Colours
from kpidesk.qt.painting.space import Say, Space, baseline

_EDGE = 5.0
"""How wide the edge of letters is drawn, half of it outside them."""


@lru_cache(maxsize=2_048)
def _edge(text: str, role: Role, key: str) -> QPainterPath:
    """The edge around letters at the origin; ``key`` is that of the font now, which follows the language.

    Found once: it takes five times as long to find as to fill, and a chart is painted again with each hover.
    """
    letters = QPainterPath()
    letters.addText(QPointF(), font(role), text)
    around = QPainterPathStroker()
    around.setWidth(_EDGE)
    around.setCapStyle(Qt.PenCapStyle.RoundCap)
    around.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    found = around.createStroke(letters)
    found.setFillRule(Qt.FillRule.WindingFill)
    return found


@dataclass(slots=True)
class Labels:
    """Paints texts and remembers where: later ones stay off earlier ones where they are not bound to a place."""

    painter: QPainter
    space: Space
    colours: Colours
    say: Say
    lines: tuple[tuple[QPointF, ...], ...] = ()
    rules: tuple[float, ...] = ()
    uprights: tuple[float, ...] = ()
    taken: list[QRectF] = field(default_factory=list)
    written: list[str] = field(default_factory=list)

    def write(
        self, rect: QRectF, text: str, role: Role, token: str, flags: Qt.AlignmentFlag, *, has_ground: bool = False
    ) -> None:
        """One line of text, elided where the rectangle is too narrow; on a ground where something runs below it."""
        width = advance(text, role)
        if width > rect.width() + 1:
            text = metrics(role).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
            width = advance(text, role)
        left = rect.left()
        if flags is Qt.AlignmentFlag.AlignRight:
            left = rect.right() - width
        elif flags is Qt.AlignmentFlag.AlignHCenter:
            left += (rect.width() - width) / 2
        foot = QPointF(left, rect.center().y() + baseline(role))
        if has_ground:
            self.painter.fillPath(_edge(text, role, font(role).key()).translated(foot), self.colours["surface"])
        self.painter.setFont(font(role))
        self.painter.setPen(self.colours[token])
        self.painter.drawText(foot, text)
        self.written.append(text)

    def is_free(self, rect: QRectF) -> bool:
        """True where no other text and no line of the figure runs through the rectangle."""
        if any(rect.intersects(other) for other in self.taken):
            return False
        return not any(rect.contains(point) for line in self.lines for point in line)

    def is_crossed(self, rect: QRectF) -> bool:
        """Whether a hairline of the grid or a rule runs through the letters of a text."""
        is_upright = any(rect.left() + 2 < x < rect.right() - 2 for x in self.uprights)
        return is_upright or any(rect.top() + 2 < y < rect.bottom() - 2 for y in self.rules)

    def place(
        self, rect: QRectF, text: str, role: Role, token: str, *, is_bound: bool = True, has_ground: bool = False
    ) -> bool:
        """A centred text that counts as taken; False where it would cover another and need not stand here."""
        if not is_bound and any(rect.adjusted(0, 5, 0, -5).intersects(other) for other in self.taken):
            return False
        self.taken.append(rect)
        has_ground = has_ground or self.is_crossed(rect)
        self.write(rect, text, role, token, Qt.AlignmentFlag.AlignHCenter, has_ground=has_ground)
        return True
