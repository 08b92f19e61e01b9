"""The scrolling content of a page: margins 24 x 16 (16 where narrow), gap 16, tiles on twelve columns."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

MARGIN = 24
MARGIN_NARROW = 16
GAP = 16
COLUMNS = 12


class PageScroll(QScrollArea):
    """Put tiles into ``body``; a row of tiles is ``add_row((tile, 7), (tile, 5))``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget(self)
        inside.setObjectName("scrolled")
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        self.body.setSpacing(GAP)
        self.setWidget(inside)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)

    def add_row(self, *tiles: tuple[QWidget, int]) -> QGridLayout:
        """Tiles side by side, each with its number of the twelve columns."""
        row = QGridLayout()
        row.setSpacing(GAP)
        for column in range(COLUMNS):
            row.setColumnStretch(column, 1)
        at = 0
        for tile, columns in tiles:
            tile.setMinimumWidth(min(tile.minimumWidth(), columns * 60))
            row.addWidget(tile, 0, at, 1, columns)
            at += columns
        self.body.addLayout(row)
        return row

    def set_narrow(self, narrow: bool) -> None:
        """Smaller margins below 1180 pixels."""
        margin = MARGIN_NARROW if narrow else MARGIN
        self.body.setContentsMargins(margin, GAP, margin, GAP)


class WheelGuard(QObject):
    """Keeps a wheel over an unfocused slider or box for the page that scrolls."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False
