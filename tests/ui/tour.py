"""The way of a user through the window with threads, by mouse or by keyboard alone; how long the window stood still.

Drop files, correct a mapping, import, filter, drill to the rows, halve churn, save, open again, export.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from kpidesk.app.wiring import warm_up, wire
from kpidesk.qt.look import Look, apply_look, prepare
from kpidesk.qt.widgets.popover import ChoicePopover
from kpidesk.session.folders import Folders
from kpidesk.session.results import ResultsState
from kpidesk.ui.importing.column_table import BECOMES
from kpidesk.ui.window.main_window import MainWindow
from kpidesk.ui.window.pages_ahead import PagesAhead
from PySide6.QtCore import QEventLoop, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

PATIENCE_S = 40
TICK_MS = 4
CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass
class Watchdog:
    """Ticks in the event loop; the longest pause between two ticks in each step, by the clock and by the processor.

    The processor's time is that of the window's thread: it does not count what other programs took.
    """

    step: str = "start"
    wall: dict[str, float] = field(default_factory=dict)
    busy: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._last = (time.perf_counter(), time.thread_time())
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.on_tick)
        self._timer.start(TICK_MS)

    def on_tick(self) -> None:
        """The loop turned."""
        now = (time.perf_counter(), time.thread_time())
        self.wall[self.step] = max(self.wall.get(self.step, 0.0), now[0] - self._last[0])
        self.busy[self.step] = max(self.busy.get(self.step, 0.0), now[1] - self._last[1])
        self._last = now

    def stop(self) -> None:
        """No more ticks."""
        self._timer.stop()


class Tour:
    """One user at one window; ``by_keyboard`` never touches the mouse."""

    def __init__(self, app: QApplication, folder: Path, *, by_keyboard: bool) -> None:
        prepare(app)
        apply_look(app, Look())
        self.folder, self.by_keyboard = folder, by_keyboard
        self.window = MainWindow()
        self.binding = wire(self.window, Folders.below(folder / "desk"))
        self.services = self.binding.services
        warm_up(self.services, self.window)
        self.window.resize(1440, 900)
        self.window.show()
        self.window.activateWindow()
        self.watch = Watchdog()

    def close(self) -> None:
        """Put it all away."""
        self.watch.stop()
        self.window.close()
        self.services.close()
        self.window.deleteLater()

    # What a hand does.

    def wait(self, ms: int) -> None:
        """Let the window live."""
        loop = QEventLoop()
        QTimer.singleShot(ms, loop.quit)
        loop.exec()

    def until(self, is_so: Callable[[], bool], what: str) -> None:
        """Wait for something to come true."""
        end = time.monotonic() + PATIENCE_S
        while not is_so():
            assert time.monotonic() < end, what
            self.wait(10)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key to whatever has the keyboard."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        self.wait(1)

    def command(self, key: Qt.Key) -> None:
        """A key with Ctrl, as soon as the window is the one in front again."""
        self.window.activateWindow()
        self.until(self.window.isActiveWindow, "not in front")
        QTest.keyClick(QApplication.focusWidget() or self.window, key, CTRL)
        self.wait(1)

    def type(self, text: str) -> None:
        """Letter by letter."""
        for sign in text:
            QTest.keyClick(QApplication.focusWidget() or self.window, sign)
            self.wait(0)

    def walk_to(self, widget: QWidget) -> None:
        """Tab until a widget has the keyboard."""
        way: list[str] = []
        self.window.activateWindow()
        self.until(self.window.isActiveWindow, "not in front")
        for _ in range(400):
            if widget.hasFocus():
                return
            way.append(type(QApplication.focusWidget()).__name__)
            self.key(Qt.Key.Key_Tab)
        raise AssertionError(("not reached by Tab", type(widget).__name__, way[-12:]))

    def use(self, widget: QWidget) -> None:
        """Press it: by a click, or by walking there and Space."""
        self.until(lambda: widget.isVisible() and widget.isEnabled(), f"{type(widget).__name__} is not to be used")
        if self.by_keyboard:
            self.walk_to(widget)
            self.key(Qt.Key.Key_Space)
        else:
            QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())
        self.wait(1)

    def popover(self) -> ChoicePopover:
        """The list that is open."""
        open_ones = lambda: [p for p in self.window.findChildren(ChoicePopover) if p.isVisible()]  # noqa: E731
        self.until(lambda: bool(open_ones()), "no list opened")
        return open_ones()[-1]

    def pick(self, text: str) -> None:
        """Choose a line of the open list."""
        popover = self.popover()
        model, rows = popover._model, popover._list
        row = next(r for r in range(model.rowCount()) if model.choice(r).text == text)
        if not self.by_keyboard:
            rows.scrollTo(model.index(row))
            QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualRect(model.index(row)).center())
        elif popover._search.isVisible():
            self.type(text)
            self.key(Qt.Key.Key_Return)
        else:
            for _ in range(model.rowCount() + 1):
                if rows.currentIndex().row() == row:
                    break
                self.key(Qt.Key.Key_Down)
            self.key(Qt.Key.Key_Return)
        self.wait(1)

    def answer(self, *paths: Path) -> None:
        """What will be pasted into the next dialog for files."""

        def type_in() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, QFileDialog):
                QTimer.singleShot(20, type_in)
                return
            edit = dialog.findChild(QLineEdit, "fileNameEdit")
            edit.setFocus()
            edit.selectAll()
            edit.setCompleter(None)  # its list would take Enter for itself
            QApplication.clipboard().setText(
                " ".join(f'"{path}"' for path in paths) if len(paths) > 1 else str(paths[0])
            )
            QTest.keyClick(edit, Qt.Key.Key_V, CTRL)
            QTest.keyClick(edit, Qt.Key.Key_Return)

        QTimer.singleShot(20, type_in)

    def ready(self) -> None:
        """Wait until the numbers stand."""
        self.until(lambda: self.services.results.state is ResultsState.READY, "no numbers")

    def prepared(self) -> None:
        """Wait until everything stands that is loaded and built behind the window."""

        def is_built() -> bool:
            ahead = self.window.stack.findChild(PagesAhead)
            return ahead is not None and ahead.is_done

        self.until(is_built, "pages are not built")

    # The way.

    def bring(self, *paths: Path) -> None:
        """Files come in: dropped on the window, or chosen by Ctrl+I."""
        self.watch.step = "bring files"
        if self.by_keyboard:
            self.answer(*paths)
            self.command(Qt.Key.Key_I)
            return
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        at, action, left = QPoint(600, 400), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        none = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(self.window, QDragEnterEvent(at, action, mime, left, none))
        QApplication.sendEvent(self.window, QDropEvent(QPointF(at), action, mime, left, none))

    def correct(self, header: str, role: str) -> None:
        """A column is something else than it was taken for."""
        review = self.window.stack.get("data")._review
        self.until(lambda: review.isVisible() and review.table is not None, "no review")
        self.watch.step = "correct a mapping"
        columns = review._middle.columns
        row = next(i for i, view in enumerate(columns.views) if view.header == header)
        index = columns.model().index(row, BECOMES)
        if self.by_keyboard:
            self.walk_to(columns)
            while columns.currentIndex().row() != row:
                self.key(Qt.Key.Key_Down if columns.currentIndex().row() < row else Qt.Key.Key_Up)
            self.key(Qt.Key.Key_Return)
        else:
            columns.scrollTo(index)
            QTest.mouseClick(columns.viewport(), Qt.MouseButton.LeftButton, pos=columns.visualRect(index).center())
        self.pick(role)
        self.until(lambda: review.table.mapping.column("amount") is not None, "not corrected")

    def accept(self) -> None:
        """Take the sheets in."""
        self.watch.step = "import"
        review = self.window.stack.get("data")._review
        asks = lambda: review.isVisible() and review.proposal is not None  # noqa: E731
        self.until(lambda: asks() or self.services.session.document.used, "nothing was read")
        if asks():
            self.use(review._accept)
        self.ready()
        self.until(lambda: self.window.stack.current_id == "dashboard", "no dashboard")
        page = self.window.stack.get("dashboard")
        self.until(lambda: bool(page.cards) and page.cards[0].card.state != "loading", "no cards")

    def filter(self, attribute: str, value: str) -> None:
        """Only one segment, in the whole window."""
        self.watch.step = "filter"
        self.until(lambda: bool(self.services.results.attributes), "no attributes")
        self.use(self.binding.bar._add)
        self.pick(attribute)
        self.pick(value)
        self.until(lambda: bool(self.services.session.document.query.filters), "no filter")
        page = self.window.stack.get("dashboard")
        self.until(lambda: page.can_export() and not page.cards[0]._loading, "no filtered cards")

    def drill(self, kpi: str) -> int:
        """From a card to its rows; answers how many are shown."""
        self.watch.step = "drill to rows"
        page = self.window.stack.get("dashboard")
        of_kpi = lambda: next((card for card in page.cards if card.property("metric") == kpi), None)  # noqa: E731
        self.until(lambda: of_kpi() is not None, "no card")
        self.use(of_kpi())
        self.until(lambda: self.window.stack.current_id == "kpis", "no KPI page")
        detail = self.window.stack.get("kpis")._detail
        rows = detail.panel.definition._rows
        self.until(lambda: rows.isVisible() and rows.isEnabled(), "no rows button")
        self.use(rows)
        self.until(lambda: detail.rows.shown is not None, "no rows")
        self.until(lambda: detail._tile.list is not None and len(detail._tile.list.table.rows) > 0, "no lines")
        return len(detail._tile.list.table.rows)

    def halve_churn(self) -> None:
        """The way to what-if from the KPI that is open."""
        self.watch.step = "halve churn"
        self.use(self.window.stack.get("kpis").buttons.halve)
        self.until(lambda: self.window.stack.current_id == "whatif", "no what-if")
        page = self.window.stack.get("whatif")
        self.until(
            lambda: any(card.card is not None and card.card.state == "scenario" for card in page._cards), "baseline"
        )

    def save(self, path: Path) -> None:
        """Ctrl+S and a name."""
        self.watch.step = "save"
        self.answer(path)
        self.command(Qt.Key.Key_S)
        self.until(path.is_file, "not saved")
        self.until(lambda: self.services.session.is_clean, "not clean")

    def open(self, path: Path) -> None:
        """Ctrl+O and the same name."""
        self.watch.step = "open"
        before = self.services.session.document
        self.answer(path)
        self.command(Qt.Key.Key_O)
        self.until(lambda: self.services.session.document is not before, "not opened")
        self.ready()

    def export(self, path: Path) -> None:
        """The board as a file."""
        self.watch.step = "export"
        self.command(Qt.Key.Key_2)
        page = self.window.stack.get("dashboard")
        self.until(lambda: self.window.stack.current_id == "dashboard" and page.can_export(), "nothing to export")
        self.answer(path)
        self.command(Qt.Key.Key_E)
        self.until(path.is_file, "not exported")
