"""Cards and tiles: one surface, one hairline."""

import re

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QVBoxLayout, QWidget

from kpidesk.qt.fonts import Role
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.foot_label import FootLabel
from kpidesk.qt.widgets.labels import PartsLabel, plain_label
from kpidesk.qt.widgets.painting import RADIUS_CARD, plate, start

_CLAUSE = re.compile("[,，] ?(?![0-9])")


class Card(QWidget):
    """A rounded surface; put content into ``body``."""

    def __init__(self, parent: QWidget | None = None, *, padding: tuple[int, int] = (16, 12)) -> None:
        super().__init__(parent)
        across, down = padding
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(across, down, across, down)
        self.body.setSpacing(8)
        self._dashed = False

    def set_dashed(self, dashed: bool) -> None:
        """A dashed edge and no fill: something is missing here."""
        self._dashed = dashed
        self.update()

    def paintEvent(self, event: QEvent) -> None:
        painter = start(self)
        if self._dashed:
            plate(painter, self.rect(), RADIUS_CARD, None, "line", style=Qt.PenStyle.DashLine)
        else:
            plate(painter, self.rect(), RADIUS_CARD, "surface", "hair")
        painter.end()


class Tile(Card):
    """A card with a head and a foot of small print.

    ``head`` (title, a subtitle that leaves parts out) takes a key and buttons; put the content into ``content``.
    """

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._more: Button | None = None
        self._more_tip = self._name = ""
        self._title = plain_label(title, Role.HEADING)
        self._subtitle = PartsLabel(Role.LABEL)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(self._title)
        self.head.addWidget(self._subtitle, 1)
        self.body.addLayout(self.head)
        self.content = QVBoxLayout()
        self.content.setSpacing(8)
        self.body.addLayout(self.content, 1)
        self._foot = FootLabel()
        self._foot.hide()
        self.body.addWidget(self._foot)

    def set_texts(self, title: str, subtitle: str = "", foot: str | tuple[str, ...] = "") -> None:
        """Title, subtitle and foot: its whole text, or also what stands for it where there is less room."""
        self._title.setText(title)
        clause = _CLAUSE.split(subtitle)[0]
        self._subtitle.set_versions((subtitle, clause, clause.split(" · ")[0], ""))  # half a word says nothing
        self.set_foot(foot)
        for view in self.findChildren(QAbstractItemView):
            if view.accessibleName() in ("", self.accessibleName()):
                view.setAccessibleName(title)
        self.setAccessibleName(title)
        self._name = f"{title}, {subtitle}" if subtitle else title
        self._name_menu()

    def forget(self) -> None:
        """What a tile shows of data is no more; one that shows some empties itself."""

    def set_foot(self, foot: str | tuple[str, ...]) -> None:
        """The small print alone."""
        self._foot.set_versions((foot,) if isinstance(foot, str) else foot)
        self._foot.setVisible(bool(self._foot.text()))

    def add_menu(self, tip: str) -> Button:
        """A ``…`` button at the right end of the head; it is named after the tile, for there are many on a page."""
        self._more, self._more_tip = Button("", "ghost", "ellipsis", height=28, tip=tip, parent=self), tip
        self.head.addWidget(self._more)
        return self._more

    def set_menu_hint(self, tip: str) -> None:
        """The same in another language."""
        if self._more is not None:
            self._more.set_hint(tip)
            self._more_tip = tip
            self._name_menu()

    def _name_menu(self) -> None:
        if self._more is not None:
            self._more.setAccessibleName(f"{self._name}: {self._more_tip}" if self._name else self._more_tip)
