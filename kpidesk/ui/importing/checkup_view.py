"""What the doctor found in the data, by how grave it is, each with its places."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from kpidesk.core.findings import Finding, Level
from kpidesk.qt.fonts import Role
from kpidesk.qt.widgets.card import Tile
from kpidesk.qt.widgets.labels import plain_label
from kpidesk.ui.importing.findings_panel import ORDER, FindingLine, clear

_MOST = 60


class CheckupView(QWidget):
    """``place_asked(Location)``."""

    place_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._findings: tuple[Finding, ...] = ()
        self._is_behind = False
        self._groups = {level: Tile("", self) for level in ORDER}
        self._fine = plain_label("", Role.BODY, "ink2", wrap=True)
        scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget(scroll)
        inside.setAutoFillBackground(False)
        body = QVBoxLayout(inside)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(16)
        body.addWidget(self._fine)
        for tile in self._groups.values():
            tile.content.setSpacing(14)
            body.addWidget(tile)
        body.addStretch(1)
        scroll.setWidget(inside)
        scroll.viewport().setAutoFillBackground(False)
        scroll.viewport().installEventFilter(self)
        self._viewport, self._inside, self._body = scroll.viewport(), inside, body
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        self.retranslate()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these, grouped; at the next showing where nobody looks."""
        self._findings = tuple(findings)
        self._is_behind = True
        if self.isVisible():
            self._catch_up()

    def _catch_up(self) -> None:
        if not self._is_behind:
            return
        self._is_behind = False
        findings = self._findings
        titles = {
            Level.BLOCKER: self.tr("To mend"),
            Level.WARNING: self.tr("To check"),
            Level.NOTE: self.tr("Good to know"),
        }
        for level, tile in self._groups.items():
            clear(tile.content)
            of_level = [finding for finding in findings if finding.level is level]
            for finding in of_level[:_MOST]:
                line = FindingLine(finding, tile)
                line.place_asked.connect(self.place_asked)
                tile.content.addWidget(line)
            tile.set_texts(titles[level], str(len(of_level)))
            tile.setVisible(bool(of_level))
        self._fine.setVisible(not findings)
        self._fit()

    def _fit(self) -> None:
        """As high as the sentences are at this width: of wrapped ones Qt asks for the height of a narrow column."""
        self._body.activate()
        height = self._body.heightForWidth(self._viewport.width())
        self._inside.setMinimumHeight(max(0, height))

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self._fine.setText(self.tr("Nothing to mend was found: no repeated rows, no orphans, no gaps in time."))
        self.show_findings(self._findings)

    def showEvent(self, event: QEvent) -> None:
        super().showEvent(event)
        self._catch_up()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)
