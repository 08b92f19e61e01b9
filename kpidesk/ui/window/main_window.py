"""The main window as it first shows: frame and welcome, before any service stands. See binding for its life.

Nothing here may import the session, the engine or a page: the window is on the screen half a second after the start,
and what was asked of it meanwhile is kept and carried out as soon as the services are bound.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from kpidesk.qt.icons import app_icon
from kpidesk.qt.widgets.drop_zone import DropTarget
from kpidesk.ui.window.frame import NARROW, Frame
from kpidesk.ui.window.page import Page
from kpidesk.ui.window.page_stack import WELCOME, PageStack
from kpidesk.ui.window.welcome_page import WelcomePage

DEFAULT = QSize(1440, 900)
LEAST = QSize(960, 640)

ROOMY = 1600
"""From this width on a page beside its panel has room enough with the sidebar unfolded."""


class MainWindow(QMainWindow):
    """Sidebar, top bar, context bar, notices, a stack of pages built when first opened, status bar.

    ``show_page(id, argument)`` opens one of ``data, dashboard, kpis, movements, funnel, cohorts, channels, voice,
    whatif, why, report, settings``; ids without a factory open their empty state.

    ``view_of``: of the views of an entry of the sidebar the one to open, as whoever knows the data says.

    Signals: ``painted()`` once, after the window stands on the screen for the first time; ``asked(action id)`` by a
    button of the window; ``dropped(paths)``; ``head_changed()``, ``narrow_changed(bool)``, ``retranslated()``,
    ``closing()``.
    """

    painted = Signal()
    asked = Signal(str)
    dropped = Signal(tuple)
    head_changed = Signal()
    narrow_changed = Signal(bool)
    retranslated = Signal()
    closing = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._was_painted = False
        self._folded_out = False
        self._is_bound = False
        self._waiting: list[Callable[[], None]] = []
        self.narrow = False
        self.is_sidebar_wide = True
        self.view_of: Callable[[str], str] = str
        self.setObjectName("main_window")
        self.setWindowIcon(app_icon())
        self.setMinimumSize(LEAST)
        self.resize(DEFAULT)
        self.stack = PageStack({WELCOME: self._welcome}, self)
        self.frame = Frame(self.stack, self)
        self.setCentralWidget(self.frame)
        self._painting = QTimer(self, interval=0, singleShot=True)
        self._painting.timeout.connect(self.on_laid_out)
        self.menuBar().setVisible(self.menuBar().isNativeMenuBar())
        self.frame.sidebar.page_asked.connect(self.on_page_asked)
        self.frame.top.search_asked.connect(self.on_search)
        self.frame.top.drawer_asked.connect(self.on_drawer)
        self.stack.page_built.connect(self.on_page_built)
        self.stack.cover_changed.connect(self.on_head)
        DropTarget(self, self.stack).dropped.connect(self.on_dropped)
        self.setWindowTitle("KPI Desk")
        self.frame.sidebar.workspace.set_names(self.tr("New workspace"), "")
        self.frame.top.set_search(self.tr("Search KPIs, pages, actions"), "Ctrl K")
        self.frame.top.set_steps(self.tr("Nothing to undo"), self.tr("Nothing to redo"), can_undo=False, can_redo=False)
        self.show_page(WELCOME)

    def _welcome(self) -> Page:
        page = WelcomePage()
        page.files_asked.connect(self.on_files_asked)
        page.sample_asked.connect(self.on_sample_asked)
        page.paste_asked.connect(self.on_paste_asked)
        page.open_asked.connect(self.on_open_asked)
        page.recent_asked.connect(self.on_recent)
        page.template_asked.connect(self.on_template_asked)
        page.computable_asked.connect(self.on_computable_asked)
        page.tour_asked.connect(self.on_tour_asked)
        return page

    def bound(self) -> None:
        """The services stand: carry out what was asked meanwhile."""
        self._is_bound = True
        waiting, self._waiting = self._waiting, []
        for call in waiting:
            call()

    def _soon(self, call: Callable[[], None]) -> None:
        if self._is_bound:
            call()
        else:
            self._waiting.append(call)

    def show_page(self, page: str, argument: str = "") -> None:
        """Open a page; build it where it was not yet. The keyboard goes along where it stood in what is left.

        In a window that is seen the page is laid out in this turn of the loop and painted in the next.
        """
        before = QApplication.focusWidget()
        if self.isVisible():
            self.stack.setUpdatesEnabled(False)
            self._painting.start()
        self.frame.drawer.dismiss()
        opened = self.stack.open(page, argument)
        self.frame.sidebar.set_current(page)
        self.on_head()
        now = QApplication.focusWidget()
        if before is not None and now is not before and (now is None or not opened.isAncestorOf(now)):
            opened.setFocus()

    def focusNextPrevChild(self, is_next: bool) -> bool:
        # Qt hands the focus of what is hidden to the next, as if by Tab: a ring would appear where nobody struck a key.
        now, page = QApplication.focusWidget(), self.stack.currentWidget()
        if now is not None and not now.isVisible() and page is not None and page.isVisible():
            page.setFocus()
            return True
        return super().focusNextPrevChild(is_next)

    def on_laid_out(self) -> None:
        """The page that was opened is painted: now, not together with what the user does next."""
        self.stack.setUpdatesEnabled(True)
        self.stack.repaint()

    def toggle_sidebar(self) -> bool:
        """Fold it, or unfold it; answers whether it is wide where the window is wide."""
        if self.narrow:
            self._folded_out = not self._folded_out
        else:
            self.is_sidebar_wide = not self.is_sidebar_wide
        self.fold()
        return self.is_sidebar_wide

    def fold(self) -> None:
        """Give the sidebar the form that it should have."""
        page = self.stack.page
        gives_room = page is not None and page.needs_width and self.width() < ROOMY
        self.frame.sidebar.set_compact(
            not (self._folded_out if self.narrow else self.is_sidebar_wide and not gives_room)
        )

    # What happens.

    def on_page_asked(self, page: str) -> None:
        """An entry of the sidebar."""
        self._soon(lambda: self._show_from_start(self.view_of(page)))

    def _show_from_start(self, page: str) -> None:
        self.show_page(page)
        self.stack.get(page).show_start()

    def on_dropped(self, paths: tuple[Path, ...]) -> None:
        """Files were dropped anywhere on the window."""
        self._soon(lambda: self.dropped.emit(paths))

    def on_search(self) -> None:
        """The search field of the top bar."""
        self._soon(lambda: self.asked.emit("view.palette"))

    def on_files_asked(self) -> None:
        """The button of the drop zone."""
        self._soon(lambda: self.asked.emit("import.files"))

    def on_sample_asked(self) -> None:
        """The sample company."""
        self._soon(lambda: self.asked.emit("import.sample"))

    def on_paste_asked(self) -> None:
        """The table on the clipboard."""
        self._soon(lambda: self.asked.emit("import.paste"))

    def on_open_asked(self) -> None:
        """Open a workspace."""
        self._soon(lambda: self.asked.emit("file.open"))

    def on_template_asked(self) -> None:
        """A sheet to fill in."""
        self._soon(lambda: self.asked.emit("help.templates"))

    def on_computable_asked(self) -> None:
        """What each table gives."""
        self._soon(lambda: self.asked.emit("help.computable"))

    def on_tour_asked(self) -> None:
        """The way through the window."""
        self._soon(lambda: self.asked.emit("help.tour"))

    def on_recent(self, path: str) -> None:
        """A recent workspace."""
        self._soon(lambda: self.dropped.emit((Path(path),)))

    def on_page_built(self, page: Page) -> None:
        """A page stands for the first time."""
        page.go.connect(self.show_page)
        page.head_changed.connect(self.on_page_head)
        page.set_narrow(self.narrow)
        page.take_drawer_back(narrow=self.narrow)

    def on_page_head(self) -> None:
        """The head of a page moved: only that of the shown one stands above."""
        if self.sender() is self.stack.page:
            self.on_head()

    def on_head(self) -> None:
        """Title, buttons or parts of the shown page moved."""
        page = self.stack.page
        if page is not None:
            is_covered = self.stack.is_covered
            self.frame.top.set_titles(page.title, "" if is_covered else page.subtitle)
            self.frame.top.set_buttons(() if is_covered else page.header_buttons, page)
            if page.drawer is None:
                self.frame.drawer.dismiss()
            self.frame.top.set_drawer(self.tr("Show the panel"), shown=self.narrow and page.drawer is not None)
            self.fold()
        self.head_changed.emit()

    def on_drawer(self) -> None:
        """Show the page's right panel, or put it away; in a wide window it has its place on the page."""
        page = self.stack.page
        if self.frame.drawer.is_open:
            self.frame.drawer.dismiss()
        elif page is not None and self.narrow:
            self.frame.drawer.open_for(page)

    def _set_narrow(self, narrow: bool) -> None:
        self.narrow, self._folded_out = narrow, False
        self.frame.drawer.dismiss()
        self.frame.set_narrow(narrow)
        self.fold()
        for page in self.stack:
            page.set_narrow(narrow)
            page.take_drawer_back(narrow=narrow)
        self.narrow_changed.emit(narrow)
        self.on_head()

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        if narrow != self.narrow:
            self._set_narrow(narrow)
        elif (self.width() < ROOMY) != (event.oldSize().width() < ROOMY):
            self.fold()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslated.emit()

    def keyReleaseEvent(self, event: QEvent) -> None:
        bar = self.menuBar()
        if event.key() == Qt.Key.Key_Alt and not bar.isNativeMenuBar():
            bar.setVisible(bar.isHidden())
        super().keyReleaseEvent(event)

    def paintEvent(self, event: QEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def closeEvent(self, event: QEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)
