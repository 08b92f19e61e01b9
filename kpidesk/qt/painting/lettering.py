"""Texts written on a figure one after another, each off those that stand already where it may."""

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from kpidesk.qt.fonts import Role, advance, font, metrics
from kpidesk.qt.painting.inks import Colours, ink
from kpidesk.qt.painting.space import Say, Space, baseline


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
    grid: tuple[float, ...] = ()
    taken: list[QRectF] = field(default_factory=list)
    written: list[str] = field(default_factory=list)

    def write(self, rect: QRectF, text: str, role: Role, token: str, flags: Qt.AlignmentFlag) -> None:
        """One line of text, elided where the rectangle is too narrow."""
        width = advance(text, role)
        if width > rect.width() + 1:
            text = metrics(role).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
            width = advance(text, role)
        left = rect.left()
        if flags is Qt.AlignmentFlag.AlignRight:
            left = rect.right() - width
        elif flags is Qt.AlignmentFlag.AlignHCenter:
            left += (rect.width() - width) / 2
        self.painter.setFont(font(role))
        self.painter.setPen(self.colours[token])
        self.painter.drawText(QPointF(left, rect.center().y() + baseline(role)), text)
        self.written.append(text)

    def is_free(self, rect: QRectF) -> bool:
        """True where no other text and no line of the figure runs through the rectangle."""
        if any(rect.intersects(other) for other in self.taken):
            return False
        return not any(rect.contains(point) for line in self.lines for point in line)

    def clear(self, rect: QRectF, *, is_outside: bool = False) -> None:
        """Take a rule that runs through a text off from under it; outside the marks a hairline of the grid too."""
        is_crossed = any(rect.left() + 2 < x < rect.right() - 2 for x in self.uprights)
        rules = (*self.rules, *self.grid) if is_outside else self.rules
        if is_crossed or any(rect.top() + 2 < y < rect.bottom() - 2 for y in rules):
            self.painter.fillRect(rect.adjusted(1, 2, -1, -2), ink(self.colours, "surface", 0.85))

    def place(self, rect: QRectF, text: str, role: Role, token: str, *, is_bound: bool = True) -> bool:
        """A centred text that counts as taken; False where it would cover another and need not stand here."""
        if not is_bound and any(rect.adjusted(0, 5, 0, -5).intersects(other) for other in self.taken):
            return False
        self.taken.append(rect)
        self.clear(rect)
        self.write(rect, text, role, token, Qt.AlignmentFlag.AlignHCenter)
        return True
