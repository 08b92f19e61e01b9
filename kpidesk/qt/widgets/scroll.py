"""The scrolling content of a page: margins 24 x 16 (16 where narrow), gap 16, tiles on twelve columns."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

MARGIN = 24
MARGIN_NARROW = 16
GAP = 16
COLUMNS = 12
_BAR_GAP = 4


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
        # Else tiles that come while the page is being shown are laid out in the viewport's height, over one another.
        self.body.setSizeConstraint(QLayout.SizeConstraint.SetMinimumSize)
        self.setWidget(inside)
        self._margin = MARGIN
        self._top = GAP
        self._beside = ""
        self.verticalScrollBar().installEventFilter(self)

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
        self._margin = MARGIN_NARROW if narrow else MARGIN
        self._set_bar()
        self._set_margins()

    def stand_beside(self, side: str) -> None:
        """A panel stands at the "left" or "right": there the margin is one gap; "" where none stands any more."""
        self._beside = side
        self._set_bar()
        self._set_margins()

    def _set_bar(self) -> None:
        """In the middle of the gap to a panel at the right; in a narrow window that is a drawer, and not there."""
        bar, is_between = self.verticalScrollBar(), self._beside == "right" and self._margin == MARGIN
        if bool(bar.property("between")) != is_between:
            bar.setProperty("between", is_between)
            bar.style().unpolish(bar)
            bar.style().polish(bar)

    def stand_below(self, bar: int) -> None:
        """A bar above the content brings that much of the gap between them."""
        self._top = GAP - bar
        self._set_margins()

    @property
    def top(self) -> int:
        """The gap above the content."""
        return self._top

    def _set_margins(self) -> None:
        """The scroll bar stands in the right margin, so that content ends where the bars above it end."""
        bar = self.verticalScrollBar()
        left, right = (GAP if self._beside == side else self._margin for side in ("left", "right"))
        right -= bar.width() if bar.isVisibleTo(self) else 0
        self.body.setContentsMargins(left, self._top, max(4, right), GAP)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Resize):
            self._set_margins()
        return super().eventFilter(watched, event)


class PanelScroll(PageScroll):
    """Cards of a panel one below the other, as wide with a scroll bar as without one.

    It has margins in a wide window, unless it is ``bare``: then whoever holds it has them.
    """

    def __init__(self, parent: QWidget, *, bare: bool = False) -> None:
        super().__init__(parent)
        self._is_bare, self._is_narrow = bare, False
        self._set_margins()

    def set_narrow(self, narrow: bool) -> None:
        self._is_narrow = narrow
        super().set_narrow(narrow)

    def _set_margins(self) -> None:
        bar = self.verticalScrollBar()
        is_scrolled = bar.isVisibleTo(self)
        if self._is_bare or self._is_narrow:
            self.body.setContentsMargins(0, 0, _BAR_GAP if is_scrolled else 0, 0)
        else:
            self.body.setContentsMargins(0, GAP, MARGIN - (bar.width() if is_scrolled else 0), GAP)


class PanelRoom(QWidget):
    """Room for a panel at the right of a scrolling page, margins and all: it is there only while the panel is."""

    def __init__(self, scroll: PageScroll, panel: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scroll, self._panel = scroll, panel
        self._column = QVBoxLayout(self)
        self._column.addWidget(panel)
        panel.installEventFilter(self)
        self.set_narrow(False)
        self._follow()

    def set_narrow(self, narrow: bool) -> None:
        """Smaller margins below 1180 pixels."""
        self._margin = MARGIN_NARROW if narrow else MARGIN
        self._set_margins()

    def _set_margins(self) -> None:
        """The panel begins where the page beside it does."""
        self._column.setContentsMargins(0, self._scroll.top, self._margin, GAP)

    def _follow(self) -> None:
        is_there = not self._panel.isHidden()
        self._set_margins()
        self.setVisible(is_there)
        self._scroll.stand_beside("right" if is_there else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._follow()
        return super().eventFilter(watched, event)


class WheelGuard(QObject):
    """Keeps a wheel over an unfocused slider or box for the page that scrolls."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False
