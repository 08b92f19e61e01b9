"""What to do: one row for each driver that alone would bring the figure back, with a button that tries it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kpidesk.qt.fonts import Role
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.card import Tile
from kpidesk.qt.widgets.labels import ElidedLabel, plain_label


@dataclass(frozen=True, slots=True)
class WayView:
    """A way in words: the driver, what it is and would be, how far that is for it."""

    driver: str
    name: str
    move: str
    effort: str


class WaysPanel(Tile):
    """``tried(driver)``: its scenario is wanted."""

    tried = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._ways: tuple[WayView, ...] = ()
        self._intro = plain_label("", Role.BODY, "ink2", wrap=True, parent=self)
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(16)
        self._rows.setVerticalSpacing(8)
        self._rows.setColumnMinimumWidth(0, 160)
        self._rows.setColumnMinimumWidth(1, 160)
        self._rows.setColumnStretch(2, 1)
        self._shown: list[QWidget] = []
        self.content.addWidget(self._intro)
        self.content.addLayout(self._rows)
        self.content.addStretch(1)

    def show_ways(self, title: str, intro: str, ways: Sequence[WayView]) -> None:
        """Other ways; the least effort first."""
        self.set_texts(title)
        self._intro.setText(intro)
        if tuple(ways) == self._ways and self._shown:
            return
        self._ways = tuple(ways)
        self._fill()

    def _fill(self) -> None:
        for widget in self._shown:
            self._rows.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._shown = []
        for row, way in enumerate(self._ways):
            name = plain_label(way.name, Role.STRONG, "ink1", parent=self)
            move, effort = (
                ElidedLabel(way.move, Role.BODY, "ink1", self),
                ElidedLabel(way.effort, Role.LABEL, "ink3", self),
            )
            button = Button(self.tr("Try"), "violet", "flask-conical", height=28, parent=self)
            button.setAccessibleName(f"{self.tr('Try')}: {way.name} {way.move}")
            button.setProperty("driver", way.driver)
            button.clicked.connect(self.on_try)
            for column, widget in enumerate((name, move, effort, button)):
                self._rows.addWidget(widget, row, column)
                widget.show()
                self._shown.append(widget)

    def on_try(self) -> None:
        """The button of a way."""
        self.tried.emit(str(self.sender().property("driver")))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
