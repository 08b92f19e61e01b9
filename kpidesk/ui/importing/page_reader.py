"""Reads the rows of a sheet that come into view and were not looked at, a page at a time, behind the window."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kpidesk.ingest.raw_sheet import RawSheet, Row
from kpidesk.session.jobs import JobHandle
from kpidesk.ui.importing.sheet_pages import PAGE, SheetPages

ReadRows = Callable[[RawSheet, int, int], JobHandle[tuple[Row, ...]]]


class PageReader(QObject):
    """Reads the pages that a view asks for, one after the other, the last that was asked for first. ``arrived()``."""

    arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.read: ReadRows | None = None
        self.pages = SheetPages()
        self._sheet: RawSheet | None = None
        self._wanted: list[int] = []
        self._job: JobHandle[tuple[Row, ...]] | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.on_soon)

    def follow(self, sheet: RawSheet) -> SheetPages:
        """The pages of a sheet; those of the one before are let go."""
        if sheet is not self._sheet:
            self._sheet, self._wanted = sheet, []
            self.pages = SheetPages(is_open=self.read is not None)
        return self.pages

    def want(self, row: int) -> None:
        """Ask for the page of a row; what was asked for long before and is out of sight is forgotten."""
        page = row // PAGE
        if page in self._wanted:
            return
        self._wanted = [*self._wanted[-2:], page]
        self._soon.start()

    @Slot()
    def on_soon(self) -> None:
        """Read the next page, if none is being read."""
        if self._job is not None or not self._wanted or self.read is None or self._sheet is None:
            return
        sheet, page = self._sheet, self._wanted.pop()

        def put(rows: tuple[Row, ...]) -> None:
            if sheet is self._sheet:
                self.pages.put(page, rows)

        def over() -> None:
            self._job = None
            if sheet is self._sheet and self.pages.row(page * PAGE) is None:
                self.pages.put(page, ())
            self.arrived.emit()
            self._soon.start()

        self._job = job = self.read(sheet, page * PAGE, PAGE)
        job.then(put, over=over)
