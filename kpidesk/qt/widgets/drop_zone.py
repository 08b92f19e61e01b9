"""Where files are dropped: a zone with a button, and the edge and plate over a whole window."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kpidesk.qt.fonts import Role, line_height, text_width
from kpidesk.qt.icons import paint_icon
from kpidesk.qt.theme import theme
from kpidesk.qt.translation import say
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.empty_state import IconSpot
from kpidesk.qt.widgets.labels import plain_label
from kpidesk.qt.widgets.painting import RADIUS_CARD, plate, start, text
from kpidesk.qt.widgets.popover import paint_shadow


def dropped_paths(mime: QMimeData) -> tuple[Path, ...]:
    """The local files and folders among what is dragged; nothing from the network."""
    return tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile() and url.toLocalFile())


class DropZone(QWidget):
    """A dashed field with an icon, a sentence and a button. The window takes the drop itself. ``clicked()``."""

    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumSize(320, 200)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._hint = plain_label("", Role.BODY, "ink2", wrap=True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._button = Button("", "primary", "folder-open")
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(IconSpot("file-spreadsheet", "ink3", 32), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._hint)
        column.addLayout(buttons)
        column.addStretch(1)
        self._button.clicked.connect(self.clicked)

    def set_texts(self, hint: str, button: str) -> None:
        """The sentence and the button."""
        self._hint.setText(hint)
        self._button.setText(button)

    def sizeHint(self) -> QSize:
        return QSize(560, 200)

    def paintEvent(self, event: QEvent) -> None:
        painter = start(self)
        plate(painter, self.rect(), RADIUS_CARD, "surface", "line", style=Qt.PenStyle.DashLine)
        painter.end()


_VEIL = 0.72
"""What lies below steps back while files are held over it."""


class DropPlate(QWidget):
    """While files are dragged over the window: an accent edge inside it and a raised plate that says what will be."""

    def __init__(self, window: QWidget, room: QWidget | None = None) -> None:
        super().__init__(window)
        self._over, self._room = window, room or window
        self._text = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def show_for(self, paths: Sequence[Path]) -> None:
        """Cover the window."""
        count = len(paths)
        opens = count == 1 and paths[0].suffix.lower() == ".kpidesk"
        self._text = (
            say(self.tr("Drop to open {name}"), name=paths[0].name)
            if opens
            else say(self.tr("Drop to import {n} {n|file|files}"), n=count)
        )
        self.setGeometry(self._over.rect())
        self.raise_()
        self.show()

    def paintEvent(self, event: QEvent) -> None:
        painter = start(self)
        painter.fillRect(self.rect(), theme().colour("canvas", _VEIL))
        plate(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS_CARD, None, "accent", width=2)
        width = text_width(self._text, Role.HEADING) + 40 + 40
        height = line_height(Role.HEADING) + 32
        middle = self._room.mapTo(self._over, self._room.rect().center())
        box = QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)
        paint_shadow(painter, box, RADIUS_CARD)
        plate(painter, box, RADIUS_CARD, "raised", "line")
        paint_icon(painter, "upload", "accent", box.left() + 20, box.center().y() - 10, 20)
        text(painter, box.adjusted(50, 0, -10, 0), self._text, Role.HEADING, "ink1")
        painter.end()


class DropTarget(QObject):
    """Makes a window take files anywhere on it; the plate stands in the middle of ``room``. ``dropped(paths)``."""

    dropped = Signal(tuple)

    def __init__(self, window: QWidget, room: QWidget | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._plate = DropPlate(window, room)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.DragEnter, QEvent.Type.DragMove):
            paths = dropped_paths(event.mimeData())
            if paths:
                event.setDropAction(Qt.DropAction.CopyAction)
                event.accept()
                if self._plate.isHidden():
                    self._plate.show_for(paths)
                return True
        elif kind == QEvent.Type.DragLeave:
            self._plate.hide()
        elif kind == QEvent.Type.Drop:
            self._plate.hide()
            if paths := dropped_paths(event.mimeData()):
                event.setDropAction(Qt.DropAction.CopyAction)
                event.accept()
                self.dropped.emit(paths)
                return True
        return False
