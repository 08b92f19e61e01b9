"""An empty state: what will be here, what it needs, and the way there."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpidesk.qt.fonts import Role, balanced_width
from kpidesk.qt.icons import paint_icon
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.labels import plain_label
from kpidesk.qt.widgets.painting import RESTYLED, start

WIDEST = 420


def centred(widget: QWidget) -> QHBoxLayout:
    """A row that keeps a widget of fixed width in the middle.

    An alignment would ask wrapped labels for their height at the width of the whole row, and cut their last line.
    """
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(widget)
    row.addStretch(1)
    return row


class IconSpot(QWidget):
    """An icon as a widget."""

    def __init__(self, name: str, token: str = "ink3", size: int = 32, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._token, self._size = name, token, size
        self.setFixedSize(size, size)

    def set_icon(self, name: str, token: str = "") -> None:
        """Show another."""
        self._name, self._token = name, token or self._token
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def paintEvent(self, event: QEvent) -> None:
        painter = start(self)
        paint_icon(painter, self._name, self._token, 0, 0, self._size)
        painter.end()


class EmptyState(QWidget):
    """In the middle of its room, at most 420 wide. ``action_clicked()`` and ``link_clicked()``."""

    action_clicked = Signal()
    link_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inside = QWidget(self)
        inside.setFixedWidth(WIDEST)
        self._icon = IconSpot("info", parent=inside)
        self._sentence = plain_label("", Role.HEADING, "ink1", wrap=True, parent=inside)
        self._need = plain_label("", Role.BODY, "ink2", wrap=True, parent=inside)
        for label in (self._sentence, self._need):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._action = Button("", "primary", parent=inside)
        self._link = Button("", "link", parent=inside)
        buttons = QHBoxLayout()
        buttons.setSpacing(16)
        buttons.addStretch(1)
        buttons.addWidget(self._action)
        buttons.addWidget(self._link)
        buttons.addStretch(1)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(4)
        for label in (self._sentence, self._need):
            column.addLayout(centred(label))
        column.addSpacing(8)
        column.addLayout(buttons)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addLayout(centred(inside))
        outer.addStretch(3)
        self._action.clicked.connect(self.action_clicked)
        self._link.clicked.connect(self.link_clicked)

    def set_texts(self, icon: str, sentence: str, need: str = "") -> None:
        """What will be here, and what is needed for it."""
        self._icon.set_icon(icon)
        self._sentence.setText(sentence)
        self._need.setText(need)
        self._need.setVisible(bool(need))
        self._balance()

    def _balance(self) -> None:
        """Lines of about the same length: no last word stands alone."""
        for label, role in ((self._sentence, Role.HEADING), (self._need, Role.BODY)):
            label.setFixedWidth(balanced_width(label.text(), role, WIDEST))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in RESTYLED:
            self._balance()

    def set_actions(self, primary: str = "", link: str = "", icon: str = "") -> None:
        """The way there; an empty text hides its button."""
        self._action.setText(primary)
        self._action.set_icon(icon)
        self._action.setVisible(bool(primary))
        self._link.setText(link)
        self._link.setVisible(bool(link))
