"""Sheets of a printed report: title, headline, what is shown, footnote."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from kpidesk.export.paper import Page, PrintedCard
from kpidesk.qt.fonts import Role, advance, font, line_height
from kpidesk.qt.painting.figure_painter import key_lines, key_width, paint_key, paint_plot
from kpidesk.qt.painting.grid_painter import paint_grid, paint_line
from kpidesk.qt.painting.inks import Colours
from kpidesk.qt.painting.space import say_with
from kpidesk.qt.text_lines import wrapped

MARGIN = 36.0
GAP = 12.0
_FEW_LINES = 12
_TALLEST, _LEAST_SPARK = 176.0, 16.0
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CARD_ROLES = (Role.LABEL, Role.VALUE, Role.DELTA, Role.MICRO)


def paint_page(painter: QPainter, sheet: QRectF, page: Page, colours: Colours, *, number: str = "") -> None:
    """One page on a sheet of its own."""
    painter.fillRect(sheet, colours["surface"])
    inner = sheet.adjusted(MARGIN, MARGIN * 0.8, -MARGIN, -MARGIN * 0.6)
    bottom = paint_lines(painter, inner, page.foot, Role.MICRO, "ink3", colours, from_below=True)
    if number:
        painter.setPen(colours["ink3"])
        painter.setFont(font(Role.MICRO))
        painter.drawText(QRectF(sheet.right() - 90, sheet.bottom() - 22, 54, 16), _RIGHT, number)
    paint_content(painter, QRectF(inner.left(), inner.top(), inner.width(), bottom - inner.top() - 8), page, colours)


def paint_content(painter: QPainter, rect: QRectF, page: Page, colours: Colours, *, role: Role = Role.DISPLAY) -> None:
    """Title, headline and body in a rectangle, without the footnote."""
    top = paint_lines(painter, rect, page.title, role, "ink1", colours) + (2 if page.said else GAP)
    rest = QRectF(rect.left(), top, rect.width(), rect.bottom() - top)
    if page.said:
        top = paint_lines(painter, rest, page.said, Role.BODY, "ink2", colours) + GAP
    body = QRectF(rect.left(), top, rect.width(), max(20.0, rect.bottom() - top))
    if page.figure is not None:
        _figure(painter, body, page, colours)
    elif page.cards:
        paint_cards(painter, body, page.cards, colours, fills=role is Role.DISPLAY)
    elif page.grid is not None:
        paint_grid(painter, body, page.grid, colours)
    else:
        used = role_of_text(page)
        for line in page.text:
            top = paint_lines(painter, body, line, used, "ink1", colours) + 6
            body = QRectF(body.left(), top, body.width(), body.bottom() - top)


def role_of_text(page: Page) -> Role:
    """The type of a page of words: a few are written large."""
    return Role.HEADING if len(page.text) < _FEW_LINES else Role.BODY


def paint_cards(
    painter: QPainter, rect: QRectF, cards: Sequence[PrintedCard], colours: Colours, *, fills: bool = False
) -> None:
    """Up to four in a row; what is too long for its line goes on in the one below. Or they fill a page of their own."""
    across = 2 if fills and len(cards) == 4 else cards_across(len(cards))
    width = (rect.width() - GAP * (across - 1)) / across
    height = card_height()
    if fills:
        rows = -(-len(cards) // across)
        height = max(height, min(_TALLEST, (rect.height() - GAP * (rows - 1)) / rows))
    for at, card in enumerate(cards):
        row, column = divmod(at, across)
        box = QRectF(rect.left() + column * (width + GAP), rect.top() + row * (height + GAP), width, height)
        if box.bottom() > rect.bottom() + 1:
            return
        painter.setPen(colours["hair"])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 4, 4)
        inks = ("ink2", "scenario" if card.is_supposed else "ink1", card.tone or "ink2", "ink3")
        top = box.top() + 12
        for text, role, ink in zip(card.lines, _CARD_ROLES, inks, strict=True):
            lines = wrapped(text.strip(), box.width() - 24, role)
            if len(lines) > 1 and role is not Role.VALUE and top + 2 * line_height(role) < box.bottom():
                lines = (lines[0], " ".join(lines[1:]))
            else:
                lines = (text.strip(),)
            for each in lines:
                line = QRectF(box.left() + 12, top, box.width() - 24, line_height(role))
                paint_line(painter, line, each, role, colours, ink)
                top += line_height(role)
        room = QRectF(box.left() + 14, top + 10, box.width() - 28, box.bottom() - top - 22)
        if len(card.spark) > 2 and room.height() >= _LEAST_SPARK:
            _spark(painter, room, card, colours)


def _spark(painter: QPainter, rect: QRectF, card: PrintedCard, colours: Colours) -> None:
    """The course as a line between its lowest and highest value, a dot on the last ended period."""
    low, high = min(card.spark), max(card.spark)
    step = rect.width() / (len(card.spark) - 1)
    points = [
        QPointF(rect.left() + at * step, rect.bottom() - (value - low) / ((high - low) or 1.0) * rect.height())
        for at, value in enumerate(card.spark)
    ]
    ink = colours["scenario" if card.is_supposed else "series.1"]
    painter.setPen(QPen(ink, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(points))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(points[-1], 2.5, 2.5)


def cards_across(count: int) -> int:
    """How many stand in a row."""
    return 3 if count == 6 else min(4, count)


def card_height() -> float:
    """With a line to spare for what is too long for its own."""
    return sum(line_height(role) for role in _CARD_ROLES) + line_height(Role.MICRO) + 26.0


def _figure(painter: QPainter, rect: QRectF, page: Page, colours: Colours) -> None:
    figure = page.figure
    if figure is None:
        return
    say = say_with(QCoreApplication.translate)
    top, line = rect.top(), float(line_height(Role.LABEL))
    subtitle = say(figure.subtitle)
    if subtitle:
        wide = advance(subtitle, Role.LABEL)
        is_beside = wide + 24 + key_width(figure.key, say) <= rect.width()
        paint_line(painter, QRectF(rect.left(), top, rect.width(), line), subtitle, Role.LABEL, colours, "ink2")
        left, top = (rect.left() + wide + 24, top) if is_beside and figure.key else (rect.left(), top + line + 4)
    else:
        left = rect.left()
    if figure.key:
        key = QRectF(left, top, rect.right() - left, line)
        paint_key(painter, key, figure.key, colours, say)
        top += len(key_lines(figure.key, key.width(), say)) * line + 6
    paint_plot(painter, QRectF(rect.left(), top, rect.width(), max(40.0, rect.bottom() - top)), figure, colours, say)


def paint_lines(
    painter: QPainter, rect: QRectF, text: str, role: Role, ink: str, colours: Colours, *, from_below: bool = False
) -> float:
    """A text in as many lines as it needs; answers where it ends, or begins if it stands at the foot."""
    lines = wrapped(text, rect.width(), role)
    height = float(line_height(role))
    top = rect.bottom() - height * len(lines) if from_below else rect.top()
    for at, line in enumerate(lines):
        paint_line(painter, QRectF(rect.left(), top + at * height, rect.width() + 2, height), line, role, colours, ink)
    return top if from_below else top + height * len(lines)
