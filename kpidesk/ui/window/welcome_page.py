"""The first page: drop sheets, try the sample company, take up recent work."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpidesk.qt.fonts import Role
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.drop_zone import DropZone
from kpidesk.qt.widgets.empty_state import centred
from kpidesk.qt.widgets.labels import ElidedLabel, plain_label, set_tip
from kpidesk.qt.widgets.scroll import PageScroll
from kpidesk.ui.window.page import CONTEXT_NONE, Page

WIDTH = 560
MOST_RECENT = 5


class _Recent(QWidget):
    """A recent file: its name as a link, its folder behind."""

    def __init__(self, path: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.button = Button(path.stem, "link", height=28, parent=self)
        self.button.setProperty("path", str(path))
        set_tip(self.button, str(path))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.button)
        row.addWidget(ElidedLabel(str(path.parent), Role.LABEL, "ink3", self), 1)


class WelcomePage(Page):
    """``files_asked()``, ``sample_asked()``, ``paste_asked()``, ``open_asked()``, ``recent_asked(path)``;
    ``template_asked()`` for a sheet to fill in, ``tour_asked()`` for the way through the window,
    ``computable_asked()`` for what each table gives.
    """

    files_asked = Signal()
    sample_asked = Signal()
    paste_asked = Signal()
    open_asked = Signal()
    recent_asked = Signal(str)
    template_asked = Signal()
    tour_asked = Signal()
    computable_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, parts=CONTEXT_NONE)
        self.setObjectName("page.welcome")
        self._recent_rows: list[_Recent] = []
        self._headline = plain_label("", Role.DISPLAY)
        self._promise = plain_label("", Role.BODY, "ink2", wrap=True)
        self._zone = DropZone()
        self._zone.setObjectName("tour.drop")
        self._sample = Button("", "secondary", "play")
        self._paste = Button("", "secondary", "clipboard-paste")
        self._open = Button("", "secondary", "folder-open")
        self._template = Button("", "link", height=28)
        self._tour = Button("", "link", height=28)
        self._computable = Button("", "link", height=28)
        self._recent_head = plain_label("", Role.HEADING)
        for label in (self._headline, self._promise):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QWidget()
        column.setFixedWidth(WIDTH)
        self._column = QVBoxLayout(column)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._headline)
        self._column.addWidget(self._promise)
        self._column.addSpacing(16)
        self._column.addWidget(self._zone)
        self._column.addSpacing(8)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self._sample)
        buttons.addWidget(self._paste)
        buttons.addWidget(self._open)
        buttons.addStretch(1)
        self._column.addLayout(buttons)
        self._column.addSpacing(4)
        links = QHBoxLayout()
        links.setSpacing(24)
        links.addStretch(1)
        links.addWidget(self._tour)
        links.addWidget(self._template)
        links.addWidget(self._computable)
        links.addStretch(1)
        self._column.addLayout(links)
        self._column.addSpacing(20)
        self._column.addWidget(self._recent_head)
        scroll = PageScroll(self)
        scroll.body.addStretch(2)
        scroll.body.addLayout(centred(column))
        scroll.body.addStretch(3)
        self.set_content(scroll)
        self._zone.clicked.connect(self.files_asked)
        self._sample.clicked.connect(self.sample_asked)
        self._paste.clicked.connect(self.paste_asked)
        self._open.clicked.connect(self.open_asked)
        self._template.clicked.connect(self.template_asked)
        self._tour.clicked.connect(self.tour_asked)
        self._computable.clicked.connect(self.computable_asked)
        self.retranslate()
        self.set_recent(())

    def set_recent(self, paths: Sequence[Path]) -> None:
        """Files that were opened before, the last one first."""
        for row in self._recent_rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._recent_rows = []
        for path in paths[:MOST_RECENT]:
            row = _Recent(path, self)
            row.button.clicked.connect(self.on_recent)
            self._column.addWidget(row)
            self._recent_rows.append(row)
        self._recent_head.setVisible(bool(paths))

    def set_sample(self, *, is_there: bool) -> None:
        """Whether the sample company was installed."""
        self._sample.setVisible(is_there)

    def on_recent(self) -> None:
        """A recent file was chosen."""
        self.recent_asked.emit(self.sender().property("path"))

    def retranslate(self) -> None:
        self.set_title("", "")
        self.setAccessibleName(self.tr("Welcome"))
        self._headline.setText(self.tr("Drop your sheets here"))
        self._promise.setText(self.tr("Every growth figure from them: computed, explained, ready for what-if."))
        self._zone.set_texts(
            self.tr("XLSX, XLS, ODS, CSV and more: files or folders. Nothing leaves this computer."),
            self.tr("Choose files"),
        )
        self._sample.setText(self.tr("Try the sample company"))
        self._paste.setText(self.tr("Paste a table"))
        self._open.setText(self.tr("Open workspace"))
        self._template.setText(self.tr("Get a template"))
        self._computable.setText(self.tr("What can I compute?"))
        self._tour.setText(self.tr("Take a short tour"))
        self._recent_head.setText(self.tr("Recent"))

    def sizeHint(self) -> QSize:
        return QSize(WIDTH + 48, 480)
