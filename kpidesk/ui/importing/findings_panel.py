"""What needs attention, and what is good to know: each with its place and count."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kpidesk.core.findings import Finding, Level
from kpidesk.qt.fonts import Role
from kpidesk.qt.translation import render, say
from kpidesk.qt.widgets.card import Tile
from kpidesk.qt.widgets.chip import Badge
from kpidesk.qt.widgets.empty_state import IconSpot
from kpidesk.qt.widgets.labels import plain_label

WIDTH = 272
_ICONS = {
    Level.BLOCKER: ("circle-x", "bad"),
    Level.WARNING: ("triangle-alert", "warn"),
    Level.NOTE: ("info", "ink2"),
}
_ORDER = (Level.BLOCKER, Level.WARNING, Level.NOTE)


class FindingsPanel(Tile):
    """Findings of one sheet, the gravest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._badge = Badge("", "warn")
        self.head.addWidget(self._badge)
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.content.addWidget(self._scroll, 1)
        self.setFixedWidth(WIDTH)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these; none is a good word too."""
        inside = QWidget(self._scroll)
        inside.setAutoFillBackground(False)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(12)
        ordered = sorted(findings, key=lambda finding: _ORDER.index(finding.level))
        for finding in ordered:
            column.addWidget(_line(*_ICONS[finding.level], render(finding.message), _place(finding)))
        if not ordered:
            column.addWidget(_line("circle-check", "good", self.tr("Nothing to look at: every row was read."), ""))
        column.addStretch(1)
        self._scroll.setWidget(inside)
        self._scroll.viewport().setAutoFillBackground(False)
        grave = sum(finding.level is not Level.NOTE for finding in ordered)
        self._badge.setVisible(bool(grave))
        self._badge.set_badge(say(self.tr("{n} to check"), n=grave), "warn")
        self.set_texts(self.tr("To look at"))


def _line(icon: str, ink: str, sentence: str, place: str) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(IconSpot(icon, ink, 16), 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(plain_label(sentence, Role.BODY, "ink1", wrap=True))
    if place:
        words.addWidget(plain_label(place, Role.MICRO, "ink3", wrap=True))
    row.addLayout(words, 1)
    return line


def _place(finding: Finding) -> str:
    where = str(finding.where) if finding.where is not None else ""
    return f"{where} · {finding.count:,}×" if where and finding.count > 1 else where
