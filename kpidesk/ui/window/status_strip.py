"""The status bar: the running job at the left; files, extent of the data and the last saving at the right."""

from PySide6.QtCore import QEvent, QRectF, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpidesk.qt.fonts import Role
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.job_area import JobArea
from kpidesk.qt.widgets.labels import ElidedLabel
from kpidesk.qt.widgets.painting import rule, start

HEIGHT = 28


class StatusStrip(QWidget):
    """``bell_asked()``: show the notices that no longer fit under the context bar."""

    bell_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.setFixedHeight(HEIGHT)
        self.jobs = JobArea(self)
        self._facts = ElidedLabel("", Role.LABEL, "ink2", self)
        self.bell = Button("", "ghost", "bell", height=24, parent=self)
        self.bell.hide()
        self.bell.clicked.connect(self.bell_asked)
        self._row = row = QHBoxLayout(self)
        row.setSpacing(8)
        row.addWidget(self.jobs, 1)
        row.addWidget(self._facts)
        row.addWidget(self.bell)
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        """It ends where the content above it ends; where the icon begins, those of the sidebar begin."""
        self._row.setContentsMargins(24, 0, 16 if narrow else 24, 0)

    def set_facts(self, parts: tuple[str, ...]) -> None:
        """What is said at the right, in order."""
        self._facts.setText(" · ".join(part for part in parts if part))

    def set_bell(self, tip: str) -> None:
        """Show the bell, or hide it where there is nothing to say."""
        self.bell.setVisible(bool(tip))
        self.bell.set_hint(tip)

    def paintEvent(self, event: QEvent) -> None:
        painter = start(self)
        rule(painter, QRectF(self.rect()), "status")
        rule(painter, QRectF(0, 0, self.width(), 1), "hair")
        painter.end()
