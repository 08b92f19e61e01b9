"""Notices inside the window: a soft fill, an icon, one sentence, up to two actions, a cross. At most two at a time."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from kpidesk.qt.fonts import Role
from kpidesk.qt.icons import paint_icon
from kpidesk.qt.motion import fade_in
from kpidesk.qt.theme import theme
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.labels import ElidedLabel
from kpidesk.qt.widgets.painting import plate, rule, start

HEIGHT = 40
MOST = 2
STAYS_MS = 8000
_INSET = {False: 24, True: 16}
"""Where the content of a page begins, in a wide and in a narrow window."""
ICONS = {"good": "circle-check", "bad": "circle-x", "warn": "triangle-alert", "accent": "info"}


@dataclass(frozen=True, slots=True)
class NoticeView:
    """A notice in words. ``tone`` good, bad, warn or accent; one that ``stays`` waits to be dismissed."""

    text: str
    tone: str = "accent"
    actions: tuple[str, ...] = ()
    stays: bool = True


class _Row(QWidget):
    acted = Signal(int)
    dismissed = Signal()

    def __init__(self, view: NoticeView, close_tip: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self._view = view
        self._inset = _INSET[False]
        self._row = row = QHBoxLayout(self)
        row.setSpacing(8)
        sentence = ElidedLabel(view.text, Role.BODY, "ink1", self)
        row.addWidget(sentence, 1)
        for i, label in enumerate(view.actions[:2]):
            button = Button(label, "link", height=28, parent=self)
            button.setProperty("place", i)
            button.clicked.connect(self.on_action)
            row.addWidget(button)
            row.addSpacing(4)
        close = Button("", "ghost", "x", height=28, tip=close_tip, parent=self)
        close.clicked.connect(self.dismissed)
        row.addWidget(close)
        self.setAccessibleName(view.text)
        self.set_narrow(False)
        self._time = QTimer(self, singleShot=True, interval=STAYS_MS)
        self._time.timeout.connect(self.on_time)
        if not view.stays:
            self._time.start()

    def set_narrow(self, narrow: bool) -> None:
        """Begin and end with the content below."""
        self._inset = _INSET[narrow]
        self._row.setContentsMargins(self._inset + 26, 0, self._inset - 6, 0)
        self.update()

    def on_time(self) -> None:
        """It stood long enough, unless somebody is at it."""
        focus = QApplication.focusWidget()
        if self.underMouse() or (focus is not None and self.isAncestorOf(focus)):
            self._time.start()
        else:
            self.dismissed.emit()

    def on_action(self) -> None:
        """One of its buttons was pressed."""
        self.acted.emit(self.sender().property("place"))

    def keyPressEvent(self, event: QEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Delete):
            self.dismissed.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QEvent) -> None:
        painter = start(self)
        plate(painter, self.rect(), 0, f"{self._view.tone}Soft")
        edge = self._view.tone if theme().is_high_contrast else "hair"
        rule(painter, QRectF(0, self.height() - 1, self.width(), 1), edge)
        paint_icon(painter, ICONS[self._view.tone], self._view.tone, self._inset, (HEIGHT - 16) / 2)
        painter.end()


class NoticeBar(QWidget):
    """Shows the newest two. ``acted(notice, action)`` and ``dismissed(notice)`` carry places in the given tuple.

    A row stays as it is while its notice stands, so that neither the focus in it nor its time is lost to another.
    """

    acted = Signal(int, int)
    dismissed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._views: tuple[NoticeView, ...] = ()
        self._rows: dict[NoticeView, _Row] = {}
        self._is_narrow = False
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(0)
        self.hide()

    def show_notices(self, views: tuple[NoticeView, ...]) -> None:
        """All that stand, oldest first; the last two are shown, the newest on top."""
        if views == self._views:
            return
        self._views = views
        newest = range(len(views) - 1, max(-1, len(views) - 1 - MOST), -1)
        wanted = {views[place]: place for place in newest}
        for view in self._rows.keys() - wanted.keys():
            row = self._rows.pop(view)
            self._stack.removeWidget(row)
            row.hide()
            row.deleteLater()
        for at, (view, place) in enumerate(wanted.items()):
            if view not in self._rows:
                self._rows[view] = self._new_row(view)
            self._rows[view].setProperty("place", place)
            self._stack.insertWidget(at, self._rows[view])
        self.setVisible(bool(views))

    def set_narrow(self, narrow: bool) -> None:
        """Smaller margins below 1180 pixels."""
        self._is_narrow = narrow
        for row in self._rows.values():
            row.set_narrow(narrow)

    def _new_row(self, view: NoticeView) -> _Row:
        row = _Row(view, self.tr("Dismiss"), self)
        row.set_narrow(self._is_narrow)
        row.acted.connect(self.on_acted)
        row.dismissed.connect(self.on_dismissed)
        fade_in(row)
        return row

    def on_acted(self, action: int) -> None:
        """A button of one of the rows."""
        self.acted.emit(self.sender().property("place"), action)

    def on_dismissed(self) -> None:
        """The cross of a row, or its time is over."""
        self.dismissed.emit(self.sender().property("place"))
