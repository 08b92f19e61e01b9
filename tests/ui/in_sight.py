"""What of a window can be used now, where it stands, and the point at which a hand would touch it."""

import random
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from kpidesk.qt.widgets.popover import Popover
from kpidesk.ui.window.command_palette import CommandPalette
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QDialog,
    QGraphicsView,
    QHeaderView,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QTableView,
    QWidget,
)
from shiboken6 import isValid

INTERACTIVE = (QAbstractButton, QAbstractItemView, QLineEdit, QPlainTextEdit, QAbstractSlider)
MOST_ALIKE = 12
_BELONGS_TO = "belongs_to"
_TRIES = 16


def is_interactive(widget: QWidget) -> bool:
    """Whether a user can press, fill or walk through it."""
    if isinstance(widget, QScrollBar | QMenu | QMenuBar):
        return False
    if isinstance(widget, INTERACTIVE) or type(widget).__name__ == "FigureView":
        return True
    is_inside = widget.objectName().startswith("qt_")
    return not is_inside and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


@dataclass(frozen=True, slots=True)
class Thing:
    """What can be used: its place, itself, and what it lies in, from the window down.

    Nobody asks a widget for its focus proxy here: PySide then holds the proxy for its child, and where it is the view
    of a viewport the two are a circle that the collector takes away, and all that is inside with it.
    """

    place: str
    widget: QWidget | QAction
    around: tuple[QWidget, ...] = ()

    @property
    def kind(self) -> str:
        return type(self.widget).__name__

    def bring_into_sight(self) -> None:
        """Scroll whatever it lies in; a box in the head of a wide table by the bar of the table."""
        for area in reversed(self.around):
            if isinstance(area, QScrollArea):
                area.ensureWidgetVisible(self.widget, 12, 12)
            elif isinstance(area, QHeaderView) and isinstance(table := area.parent(), QTableView):
                left, room = self.widget.mapTo(area, QPoint()).x(), area.width() - self.widget.width()
                if not 0 <= left <= room:
                    bar = table.horizontalScrollBar()
                    bar.setValue(bar.value() + left - max(0, room // 2))

    def share(self, point: QPoint) -> tuple[float, float] | None:
        """Where in it a point of its window lies; a line of a menu has one place only."""
        if isinstance(self.widget, QAction):
            return None
        inside = self.widget.mapFrom(self.around[0], point)
        return inside.x() / self.widget.width(), inside.y() / self.widget.height()


def in_sight(
    root: QWidget, place: str, panels: Collection[QWidget | None], around: tuple[QWidget, ...] = ()
) -> Iterator[Thing]:
    """What can be used; what a user would take for the same one keeps its place.

    ``panels`` stand beside their page, or, in a narrow window, over it. A plate that floats is called after what it
    belongs to. The lines of a long list are alike from the twelfth on.
    """
    around = (*around, root)
    for widget, here in _places(root, place, panels):
        if widget.isHidden() or not widget.isEnabled():
            continue
        if is_interactive(widget) and not isinstance(root, QGraphicsView) and widget.width() > 0:
            yield Thing(here, widget, around)
        yield from in_sight(widget, here, panels, () if widget.isWindow() else around)


def _places(root: QWidget, place: str, panels: Collection[QWidget | None]) -> Iterator[tuple[QWidget, str]]:
    """The children of a widget, in sight or not, and their places."""
    counts: Counter[str] = Counter()
    for widget in root.children():
        if not isinstance(widget, QWidget):
            continue
        kind = _kind(widget)
        nth = counts[kind]
        counts[kind] += 1
        if isinstance(widget, CommandPalette | QDialog):
            here = kind  # the same, wherever it is called from
        elif isinstance(widget, Popover):
            here = f"{kind}@{_owner(widget, panels)}"
        else:
            here = f"/panel/{kind}.0" if widget in panels else f"{place}/{kind}.{min(nth, MOST_ALIKE)}"
        yield widget, here


def _kind(widget: QWidget) -> str:
    """Its name, or its class and its icon: the buttons of all pages stand in one bar."""
    icon = getattr(widget, "_icon", "")
    return widget.objectName() or type(widget).__name__ + (f"[{icon}]" if isinstance(icon, str) and icon else "")


def _owner(plate: Popover, panels: Collection[QWidget | None]) -> str:
    """Where stands what a floating thing belongs to; where that stood, once it is gone or stands elsewhere.

    Not what was pressed before it came: the same list opens by a click, by a key and from the palette.
    """
    if plate.property(_BELONGS_TO) is None:
        plate.setProperty(_BELONGS_TO, "")  # it lies in the same window as its owner: nobody asks in a circle
        plate.setProperty(_BELONGS_TO, place_of(plate.owner, panels) if isValid(plate.owner) else "")
    return str(plate.property(_BELONGS_TO))


def place_of(widget: QWidget, panels: Collection[QWidget | None]) -> str:
    """Its place, whether it is in sight or not."""
    root = widget.parentWidget()
    if root is None or (widget.isWindow() and not isinstance(widget, QDialog)):
        return type(widget).__name__ if isinstance(widget, QDialog) else ""
    places = _places(root, place_of(root, panels), panels)
    return next(place for child, place in places if child is widget)


def above(thing: Thing, others: Collection[Thing]) -> Thing | None:
    """What lies over the middle of it."""
    top = thing.around[0]
    hit = top.childAt(thing.widget.mapTo(top, thing.widget.rect().center()))
    over = [other for other in others if hit is other.widget or (hit is not None and other.widget.isAncestorOf(hit))]
    return over[-1] if over and over[-1] is not thing else None


def spot(
    thing: Thing, others: Collection[Thing], chance: random.Random, share: tuple[float, float] | None = None
) -> QPoint | None:
    """A point of its window at which a click meets this widget and no other; None where something lies over it.

    The one at its ``share`` of width and height is taken, if it is one.
    """
    widget, top = thing.widget, thing.around[0]
    rest = QRect(widget.mapTo(top, QPoint()), widget.size()) & top.rect()
    for each in thing.around[1:]:
        rest &= QRect(each.mapTo(top, QPoint()), each.size())
    inside = [other.widget for other in others if widget in other.around]
    points = [] if share is None else [widget.mapTo(top, _at(widget, share))]
    if not rest.isEmpty():
        points.append(rest.center())
        points += [
            rest.topLeft() + QPoint(chance.randrange(rest.width()), chance.randrange(rest.height()))
            for _ in range(_TRIES - 1)
        ]
    for point in points:
        hit = top.childAt(point) if rest.contains(point) else None
        meets = hit is not None and (hit is widget or widget.isAncestorOf(hit))
        if meets and not any(hit is each or each.isAncestorOf(hit) for each in inside):
            return point
    return None


def _at(widget: QWidget, share: tuple[float, float]) -> QPoint:
    return QPoint(round(share[0] * widget.width()), round(share[1] * widget.height()))
