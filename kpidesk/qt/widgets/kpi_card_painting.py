"""Painting of a KPI card, line by line from the top."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QTextLayout, QTextOption

from kpidesk.charts.card import Card
from kpidesk.charts.feet import begun, foot_parts
from kpidesk.qt.fonts import Role, balanced_width, font, line_height, text_width
from kpidesk.qt.icons import paint_icon
from kpidesk.qt.text_lines import wrapped
from kpidesk.qt.translation import words
from kpidesk.qt.widgets.painting import RADIUS_CARD, focus_ring, plate, start, text, triangle
from kpidesk.qt.widgets.sparkline import SPARK_HEIGHT, Spark, paint_spark

__all__ = ["CardLook", "link_rect", "paint_card", "start"]

PADDING = 16
TOP = 12
_ICON = 15
_NAME_LINES, _TIGHTER = 2, 3
"""A name that is too long for its line takes two, nearer to each other; the sparkline gives what they need."""
_ABOUT_SPARK = 6
_VALUES = (Role.VALUE, Role.TITLE, Role.HEADING)
"""A value is written smaller before any of it is left out."""
_STATE_ICONS = {
    "incomplete": ("clock", "ink2"),
    "off_target": ("target", "bad"),
    "noisy": ("triangle-alert", "warn"),
    "needs_data": ("lock", "ink2"),
    "scenario": ("flask-conical", "scenario"),
    "failed": ("circle-x", "bad"),
}


@dataclass(frozen=True, slots=True)
class CardLook:
    """What the mouse, the keyboard and the clock have to do with it."""

    loading: bool = False
    hovered: bool = False
    over_link: bool = False
    focused: bool = False
    has_tall_neighbour: bool = False
    """A name in its row takes two lines: the values of the row stay side by side."""


def link_rect(rect: QRect, link: str) -> QRectF:
    """Where the link of a card lies."""
    height = line_height(Role.LABEL)
    return QRectF(rect.left() + PADDING, rect.bottom() - TOP - height + 1, text_width(link, Role.LABEL) + 2, height)


def takes_two_lines(rect: QRect, card: Card | None) -> bool:
    """Whether the name is too long for its line."""
    return card is not None and text_width(card.label, Role.LABEL) > _room_of_name(rect.width() - 2 * PADDING, card)


def _room_of_name(width: float, card: Card) -> float:
    return width - (_ICON + 6 if card.state in _STATE_ICONS else 0)


def paint_card(painter: QPainter, rect: QRect, card: Card | None, look: CardLook) -> None:
    """The whole card."""
    if card is not None and card.state == "needs_data":
        plate(painter, rect, RADIUS_CARD, None, "line", style=Qt.PenStyle.DashLine)
    else:
        plate(painter, rect, RADIUS_CARD, "surface", "line" if look.hovered else "hair")
    inner = QRectF(rect).adjusted(PADDING, TOP, -PADDING, -TOP)
    if card is not None:
        y = _name(painter, inner, card, look)
        if look.loading:
            _bars(painter, inner, y)
        elif card.state == "needs_data":
            _need(painter, inner, y, card, look)
        else:
            _numbers(painter, inner, y, card, look)
    if look.focused:
        focus_ring(painter, rect, RADIUS_CARD)


def _name(painter: QPainter, inner: QRectF, card: Card, look: CardLook) -> float:
    height = line_height(Role.LABEL)
    shown = _STATE_ICONS.get(card.state)
    if shown is not None and (card.state != "scenario" or card.is_touched):
        icon, ink = shown
        if card.state == "noisy" and not card.is_uncertain:
            ink = "ink3"  # amber is for the few figures that ask for care, not for each quiet month
        paint_icon(painter, icon, ink, inner.right() - _ICON, inner.top() + (height - _ICON) / 2, _ICON)
    pitch = height - _TIGHTER
    tall = inner.top() + 2 * pitch
    room = _room_of_name(inner.width(), card)
    if text_width(card.label, Role.LABEL) <= room:
        text(painter, QRectF(inner.left(), inner.top(), room, height), card.label, Role.LABEL, "ink2")
        return tall if look.has_tall_neighbour else inner.top() + height
    is_in_two = len(wrapped(card.label, room, Role.LABEL)) <= _NAME_LINES
    across = balanced_width(card.label, Role.LABEL, int(room)) if is_in_two else room  # no sign alone in the second
    box = QRectF(inner.left(), inner.top(), across, _NAME_LINES * pitch)
    _wrapped(painter, box, card.label, Role.LABEL, "ink2", pitch, inner.width())
    return tall


def _numbers(painter: QPainter, inner: QRectF, y: float, card: Card, look: CardLook) -> None:
    is_violet = card.state == "scenario" and card.is_touched
    ink = "ink3" if card.state == "failed" else "scenario" if is_violet else "ink1"
    height = line_height(Role.VALUE)
    role = next((r for r in _VALUES if text_width(card.value_text, r) <= inner.width()), _VALUES[-1])
    text(painter, QRectF(inner.left(), y, inner.width(), height), card.value_text, role, ink)
    y += height
    line = line_height(Role.LABEL)
    if card.state == "scenario":
        _scenario(painter, QRectF(inner.left(), y, inner.width(), line), card)
        return
    if card.state == "failed":
        shown = words(card.state_text) or words(card.foot)
        _wrapped(painter, QRectF(inner.left(), y, inner.width(), 2 * line), shown, Role.LABEL, "ink2")
        _link(painter, inner, card, look)
        return
    _delta(painter, QRectF(inner.left(), y, inner.width(), line), card, words(card.comparison_text))
    foot = line_height(Role.MICRO)
    bottom = inner.bottom() - foot
    shown = fitting_foot(card, inner.width(), Role.MICRO)
    text(painter, QRectF(inner.left(), bottom, inner.width(), foot), shown, Role.MICRO, "ink2")
    free = bottom - y - line
    tall = min(max(SPARK_HEIGHT, free - 2 * _ABOUT_SPARK - 1), free - _ABOUT_SPARK)
    spark = QRectF(inner.left() + 1, bottom - min(7.0, (free - tall) / 2 + 1) - tall, inner.width() - 2, tall)
    paint_spark(painter, spark, Spark(card.spark, card.spark_complete_until, card.target))


def _scenario(painter: QPainter, row: QRectF, card: Card) -> None:
    text(painter, row, begun(words(card.baseline_text)), Role.LABEL, "ink2")
    row.translate(0, row.height())
    if card.is_touched:
        _delta(painter, row, card, card.factor_text)
    else:
        said = fitting_foot(card, row.width(), Role.LABEL) or begun(words(card.state_text))
        text(painter, row, said, Role.LABEL, "ink2")


def fitting_foot(card: Card, room: float, role: Role) -> str:
    """The line at the foot of a card, in the form that the card is wide enough for."""
    forms = foot_parts((card.foot, card.short_foot, card.least_foot), words) or ("",)
    return next((form for form in forms if text_width(form, role) <= room), forms[-1])


def _delta(painter: QPainter, row: QRectF, card: Card, behind: str) -> None:
    if not card.delta_text:
        text(painter, row, behind, Role.LABEL, "ink3")
        return
    ink = {True: "good", False: "bad", None: "ink2"}[card.delta_is_good]
    triangle(painter, row.left(), row.center().y(), 8, card.direction, ink)
    x = row.left() + 13
    x += text(painter, QRectF(x, row.top(), row.right() - x, row.height()), card.delta_text, Role.DELTA, ink) + 6
    if row.right() - x >= text_width(behind, Role.LABEL):
        text(painter, QRectF(x, row.top(), row.right() - x, row.height()), behind, Role.LABEL, "ink3")


def _need(painter: QPainter, inner: QRectF, y: float, card: Card, look: CardLook) -> None:
    room = QRectF(inner.left(), y + 6, inner.width(), inner.bottom() - y - 6 - line_height(Role.LABEL))
    _wrapped(painter, room, words(card.foot) or words(card.state_text), Role.LABEL, "ink2")
    _link(painter, inner, card, look)


def _link(painter: QPainter, inner: QRectF, card: Card, look: CardLook) -> None:
    link = words(card.link_text)
    if link:
        height = line_height(Role.LABEL)
        row = QRectF(inner.left(), inner.bottom() - height, inner.width(), height)
        text(painter, row, link, Role.LABEL, "accentHover" if look.over_link else "accent")


def _bars(painter: QPainter, inner: QRectF, y: float) -> None:
    plate(painter, QRectF(inner.left(), y + 6, inner.width() * 0.6, 18), 4, "sunken")
    plate(painter, QRectF(inner.left(), y + 34, inner.width() * 0.8, 10), 4, "sunken")


def _wrapped(
    painter: QPainter, box: QRectF, content: str, role: Role, ink: str, pitch: float = 0.0, last: float = 0.0
) -> None:
    """Lines of a fixed height, or as far apart as told; the last that fits is elided, or as wide as told."""
    layout = QTextLayout(content, font(role))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    height = pitch or line_height(role)
    most = max(1, int(box.height() // height))
    layout.beginLayout()
    starts = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(box.width())
        starts.append((line.textStart(), line.textLength()))
    layout.endLayout()
    for i, (begin, length) in enumerate(starts[:most]):
        is_last = i == most - 1
        cut = content[begin:] if is_last else content[begin : begin + length]
        width = last if is_last and last else box.width() + 2
        text(painter, QRectF(box.left(), box.top() + i * height, width, height), cut.strip(), role, ink)
