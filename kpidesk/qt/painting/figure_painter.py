"""A whole figure on paper: title, key, plot and foot, at any size and scale, with the ticks and texts of the screen."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter

from kpidesk.charts.feet import foot_line
from kpidesk.charts.figure import Figure, KeyEntry
from kpidesk.core.messages import Translate
from kpidesk.qt.fonts import Role, advance, font, line_height, metrics
from kpidesk.qt.painting.bar_painter import hatch
from kpidesk.qt.painting.inks import Colours, block_swatch, line_swatch
from kpidesk.qt.painting.label_painter import paint_labels
from kpidesk.qt.painting.plot_painter import paint_marks
from kpidesk.qt.painting.space import Say, Space, margins_of, say_with, space_of
from kpidesk.qt.text_lines import wrapped

PADDING = 16.0
_SWATCH = 14.0


@dataclass(frozen=True, slots=True)
class Painted:
    """What was painted where, for tests and for image maps."""

    space: Space
    texts: tuple[str, ...]


def paint_figure(
    painter: QPainter,
    rect: QRectF,
    figure: Figure,
    colours: Colours,
    scale: float = 1.0,
    *,
    translate: Translate = QCoreApplication.translate,
) -> Painted:
    """Paint into ``rect`` (in units of the painter); ``scale`` 2 draws everything twice as large."""
    say = say_with(translate)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(scale, scale)
    page = QRectF(0, 0, rect.width() / scale, rect.height() / scale)
    painter.fillRect(page, colours["surface"])
    inner = page.adjusted(PADDING, 12, -PADDING, -12)
    top = _head(painter, inner, figure, colours, say)
    bottom = _foot(painter, inner, figure, colours, say)
    plot = QRectF(inner.left(), top, inner.width(), max(40.0, bottom - top))
    painted = paint_plot(painter, plot, figure, colours, say)
    painter.restore()
    return painted


def paint_plot(painter: QPainter, rect: QRectF, figure: Figure, colours: Colours, say: Say) -> Painted:
    """The plot with its axes' texts alone; a figure without data says why in the middle."""
    painter.save()
    painter.translate(rect.topLeft())
    area = QRectF(0, 0, rect.width(), rect.height())
    space = space_of(figure, area, margins_of(figure, say, area.width()))
    if figure.empty is not None:
        texts = paint_empty(painter, area, say(figure.empty), colours)
    else:
        paint_marks(painter, figure, space, colours)
        texts = paint_labels(painter, figure, space, colours, say)
    painter.restore()
    return Painted(space, texts)


def paint_empty(painter: QPainter, area: QRectF, reason: str, colours: Colours) -> tuple[str, ...]:
    """Why there is nothing to draw, in the middle."""
    painter.setFont(font(Role.BODY))
    painter.setPen(colours["ink3"])
    painter.drawText(area.adjusted(24, 0, -24, 0), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, reason)
    return (reason,)


def paint_key(painter: QPainter, rect: QRectF, entries: tuple[KeyEntry, ...], colours: Colours, say: Say) -> None:
    """Swatches with their names, from the left, on as many lines of the rectangle's height as they need."""
    painter.setFont(font(Role.LABEL))
    for row, line in enumerate(key_lines(entries, rect.width(), say)):
        x, top = rect.left(), rect.top() + row * rect.height()
        for entry in line:
            _swatch(painter, QRectF(x, top + rect.height() / 2 - 6, _SWATCH, 12), entry, colours)
            x += _SWATCH + 6
            room = rect.right() + 2 - x
            name = metrics(Role.LABEL).elidedText(say(entry.name), Qt.TextElideMode.ElideRight, room)
            painter.setPen(colours["ink2"])
            painter.drawText(QRectF(x, top, room, rect.height()), Qt.AlignmentFlag.AlignVCenter, name)
            x += advance(name, Role.LABEL) + 16


def key_lines(entries: tuple[KeyEntry, ...], width: float, say: Say) -> tuple[tuple[KeyEntry, ...], ...]:
    """The entries of a key, line by line, as they fit into a width."""
    lines: list[tuple[KeyEntry, ...]] = []
    for entry in entries:
        if lines and key_width((*lines[-1], entry), say) <= width:
            lines[-1] = (*lines[-1], entry)
        else:
            lines.append((entry,))
    return tuple(lines)


def key_width(entries: tuple[KeyEntry, ...], say: Say) -> float:
    """Pixels that the key needs on one line."""
    return sum(_SWATCH + 6 + advance(say(entry.name), Role.LABEL) + 16 for entry in entries) - (16 if entries else 0)


def foot_text(figure: Figure, say: Say) -> str:
    """The footnote as one text."""
    return foot_line(figure.footnote, say)


def _head(painter: QPainter, inner: QRectF, figure: Figure, colours: Colours, say: Say) -> float:
    """Title and subtitle on one line, the key at the right or, where not all fits, below; answers where it ends."""
    title, subtitle = say(figure.title), say(figure.subtitle)
    height = float(line_height(Role.HEADING))
    if not title and not figure.key:
        return inner.top()
    left, vertical = inner.left(), Qt.AlignmentFlag.AlignVCenter
    painter.setFont(font(Role.HEADING))
    painter.setPen(colours["ink1"])
    shown = metrics(Role.HEADING).elidedText(title, Qt.TextElideMode.ElideRight, inner.width())
    painter.drawText(QRectF(left, inner.top(), inner.width(), height), vertical, shown)
    used = advance(shown, Role.HEADING) + 10
    wanted = key_width(figure.key, say)
    free = inner.width() - used
    has_room = wanted + 24 + (advance(subtitle, Role.LABEL) if subtitle else 0.0) <= free
    if subtitle:
        width = max(0.0, free - (wanted + 24 if has_room else 0))
        painter.setFont(font(Role.LABEL))
        painter.setPen(colours["ink2"])
        said = metrics(Role.LABEL).elidedText(subtitle, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRectF(left + used, inner.top() + 1, width, height), vertical, said)
    if not figure.key:
        return inner.top() + height + 10
    if has_room:
        paint_key(painter, QRectF(inner.right() - wanted, inner.top(), wanted, height), figure.key, colours, say)
        return inner.top() + height + 10
    paint_key(painter, QRectF(left, inner.top() + height + 4, inner.width(), height), figure.key, colours, say)
    return inner.top() + (1 + len(key_lines(figure.key, inner.width(), say))) * height + 12


def _foot(painter: QPainter, inner: QRectF, figure: Figure, colours: Colours, say: Say) -> float:
    """The footnote in as many lines as it needs; answers where the plot must end."""
    lines = wrapped(foot_text(figure, say), inner.width(), Role.MICRO)
    height = float(line_height(Role.MICRO))
    top = inner.bottom() - height * len(lines)
    painter.setFont(font(Role.MICRO))
    painter.setPen(colours["ink3"])
    for i, line in enumerate(lines):
        painter.drawText(
            QRectF(inner.left(), top + i * height, inner.width() + 2, height), Qt.AlignmentFlag.AlignVCenter, line
        )
    return top - (8 if lines else 0)


def _swatch(painter: QPainter, rect: QRectF, entry: KeyEntry, colours: Colours) -> None:
    if entry.shape == "block":
        block_swatch(painter, rect.adjusted(2, 1, -2, -1), entry, colours)
    elif entry.shape == "hatch":
        hatch(painter, rect, colours, entry.ink, is_column=True)
    else:
        line_swatch(painter, rect, entry, colours)
