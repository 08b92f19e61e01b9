"""The main window: listens to the services, shows pages, carries out what actions ask of it."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from kpidesk.qt.icons import app_icon
from kpidesk.qt.look import Look, apply_look
from kpidesk.qt.signals import connect
from kpidesk.qt.translation import render
from kpidesk.qt.widgets.drop_zone import DropTarget
from kpidesk.session.change import Change
from kpidesk.session.services import Services
from kpidesk.session.settings import LANGUAGE, SIDEBAR, TEXT_SIZE, THEME, Settings
from kpidesk.ui.actions.action import ActionContext
from kpidesk.ui.actions.file_actions import sample_company
from kpidesk.ui.actions.registry import MENUS, ActionRegistry
from kpidesk.ui.window.autosave import Autosave
from kpidesk.ui.window.context_binding import ContextBinding
from kpidesk.ui.window.files import Files
from kpidesk.ui.window.frame import NARROW, Frame
from kpidesk.ui.window.jobs_presenter import JobsPresenter
from kpidesk.ui.window.notices_presenter import NoticesPresenter
from kpidesk.ui.window.page import Page
from kpidesk.ui.window.page_stack import WELCOME, PageFactory, PageStack
from kpidesk.ui.window.settings_page import SettingsPage
from kpidesk.ui.window.shell import WindowShell
from kpidesk.ui.window.status_binding import StatusBinding
from kpidesk.ui.window.welcome_page import WelcomePage

DEFAULT = QSize(1440, 900)
LEAST = QSize(960, 640)


def look_of(settings: Settings) -> Look:
    """The look that the settings ask for."""
    return Look(settings.get(THEME), settings.get(LANGUAGE), settings.get(TEXT_SIZE))


class MainWindow(QMainWindow):
    """Sidebar, top bar, context bar, notices, a stack of pages built when first opened, status bar.

    ``show_page(id, argument)`` opens one of ``data, dashboard, kpis, movements, funnel, cohorts, channels, voice,
    whatif, why, report, settings``; ids without a factory open their empty state. Signal: ``painted()`` once, after
    the window stands on the screen for the first time.
    """

    painted = Signal()

    def __init__(self, services: Services, pages: Mapping[str, PageFactory], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.services = services
        self._was_painted = False
        self._narrow: bool | None = None
        self._folded_out = False
        self.setWindowIcon(app_icon())
        self.setMinimumSize(LEAST)
        self.resize(DEFAULT)
        own: dict[str, PageFactory] = {WELCOME: self._welcome, "settings": lambda: SettingsPage(services.settings)}
        self.stack = PageStack({**own, **pages}, self)
        self.frame = Frame(self.stack, self)
        self.setCentralWidget(self.frame)
        self.files = Files(services, self)
        self.registry = ActionRegistry(self, ActionContext(services, WindowShell(self)))
        self.context = ContextBinding(services, self.frame.context, self)
        self.status = StatusBinding(services, self.frame, self)
        self._notices = NoticesPresenter(services.notices, self.frame.notices, self.registry)
        self.jobs = JobsPresenter(services.runner, self.frame.status.jobs)
        Autosave(services.session, services.persistence, self)
        self._listen()
        self._build_menu_bar()
        self.retranslate()
        self.show_page(WELCOME)

    def _listen(self) -> None:
        frame, services = self.frame, self.services
        frame.sidebar.page_asked.connect(self.show_page)
        frame.sidebar.menu_asked.connect(self.on_menu)
        frame.top.search_asked.connect(self.on_search)
        frame.top.undo_asked.connect(self.on_undo)
        frame.top.redo_asked.connect(self.on_redo)
        frame.top.drawer_asked.connect(self.on_drawer)
        self.stack.page_built.connect(self.on_page_built)
        self.context.scenario_changed.connect(self.on_scenario)
        self.context.style_changed.connect(self.on_style)
        DropTarget(self).dropped.connect(self.files.take)
        connect(services.session.changed, self.on_changed)
        connect(services.session.history_changed, self.on_history)
        connect(services.results.rebuilt, self.on_rebuilt)
        connect(services.settings.changed, self.on_setting)
        self.files.shows.connect(self.show_page)

    def _build_menu_bar(self) -> None:
        bar = self.menuBar()
        bar.clear()
        for name in ("file", "edit", "view", "go"):
            if name in MENUS:
                bar.addMenu(self.registry.menu(name, bar))
        bar.setVisible(bar.isNativeMenuBar())

    def _welcome(self) -> Page:
        page = WelcomePage()
        page.files_asked.connect(self.on_files_asked)
        page.sample_asked.connect(self.on_sample_asked)
        page.open_asked.connect(self.on_open_asked)
        page.recent_asked.connect(self.on_recent)
        page.set_sample(is_there=sample_company() is not None)
        page.set_recent([p for p in self.services.settings.recent if p.suffix == ".kpidesk"])
        return page

    def show_page(self, page: str, argument: str = "") -> None:
        """Open a page; build it where it was not yet."""
        self.frame.drawer.dismiss()
        self.stack.open(page, argument)
        self.frame.sidebar.set_current(page)
        self.on_head()

    def toggle_sidebar(self) -> None:
        """Fold it, or unfold it; kept between sessions while the window is wide."""
        if self._narrow:
            self._folded_out = not self._folded_out
        else:
            self.services.settings.set(SIDEBAR, not self.services.settings.get(SIDEBAR))
        self._fold()

    # What happens.

    def on_page_built(self, page: Page) -> None:
        """A page stands for the first time."""
        page.go.connect(self.show_page)
        page.act.connect(self.registry.run)
        page.head_changed.connect(self.on_head)
        page.scenario_chosen.connect(self.context.choose_scenario)
        page.set_style(self.context.style)
        page.set_scenario(self.context.scenario)
        page.set_narrow(bool(self._narrow))
        page.take_drawer_back(narrow=bool(self._narrow))

    def on_head(self) -> None:
        """Title, buttons or parts of the shown page moved."""
        page = self.stack.page
        if page is None:
            return
        self.frame.top.set_titles(page.title, page.subtitle)
        self.frame.top.set_buttons(page.header_buttons, page)
        self.frame.context.set_parts(page.parts)
        self.frame.top.set_drawer(self.tr("Show the panel"), shown=bool(self._narrow) and page.drawer is not None)
        self.registry.refresh()

    def on_changed(self, change: Change) -> None:
        """The document moved."""
        self.stack.apply_change(change)
        if change.datasets:
            empty = self.services.session.document.is_empty
            if empty:
                self.show_page(WELCOME)
            elif self.stack.current_id == WELCOME:
                self.show_page("dashboard")

    def on_history(self) -> None:
        """Undo and redo would do something else."""
        self.registry.refresh()
        undo, redo = self.services.session.undo_label, self.services.session.redo_label
        self.frame.top.set_steps(
            self.tr("Nothing to undo") if undo is None else self._step_text("edit.undo", render(undo)),
            self.tr("Nothing to redo") if redo is None else self._step_text("edit.redo", render(redo)),
            can_undo=undo is not None,
            can_redo=redo is not None,
        )

    def _step_text(self, action: str, label: str) -> str:
        return f"{self.registry.qt_action(action).text()}: {label} ({self.registry.keys(action)})"

    def on_rebuilt(self) -> None:
        """The numbers came, went, or are on their way."""
        for page in self.stack:
            page.mark_stale()

    def on_setting(self, key: str) -> None:
        """Theme, language and size of text hold at once."""
        app = QApplication.instance()
        if key in (THEME.key, LANGUAGE.key, TEXT_SIZE.key) and isinstance(app, QApplication):
            apply_look(app, look_of(self.services.settings))
        self.registry.refresh()

    def on_scenario(self, scenario: str) -> None:
        """Another scenario is on."""
        for page in self.stack:
            page.set_scenario(self.context.scenario)

    def on_style(self) -> None:
        """Numbers are written in another way."""
        for page in self.stack:
            page.set_style(self.context.style)

    def on_found(self, kind: str, key: str) -> None:
        """Something was chosen in the palette."""
        match kind:
            case "kpi":
                self.show_page("kpis", key)
            case "page":
                self.show_page(key)
            case "recent":
                self.files.take((Path(key),))
            case _:
                self.registry.run(key)

    def on_menu(self) -> None:
        """The workspace's name was pressed."""
        anchor = self.frame.sidebar.workspace
        menu = self.registry.whole_menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(anchor.mapToGlobal(anchor.rect().bottomLeft()))

    def on_search(self) -> None:
        """The search field of the top bar."""
        self.registry.run("view.palette")

    def on_undo(self) -> None:
        """The button of undo."""
        self.services.session.undo()

    def on_redo(self) -> None:
        """The button of redo."""
        self.services.session.redo()

    def on_drawer(self) -> None:
        """Show the page's right panel, or put it away."""
        page = self.stack.page
        if self.frame.drawer.is_open:
            self.frame.drawer.dismiss()
        elif page is not None:
            self.frame.drawer.open_for(page)

    def on_files_asked(self) -> None:
        """The button of the drop zone."""
        self.registry.run("import.files")

    def on_sample_asked(self) -> None:
        """The sample company."""
        self.registry.run("import.sample")

    def on_open_asked(self) -> None:
        """Open a workspace."""
        self.registry.run("file.open")

    def on_recent(self, path: str) -> None:
        """A recent workspace."""
        self.files.take((Path(path),))

    # Form.

    def retranslate(self) -> None:
        """Set all texts again."""
        self.registry.retranslate()
        self._build_menu_bar()
        palette = self.registry.qt_action("view.palette")
        self.frame.top.set_search(palette.text(), self.registry.keys("view.palette").replace("+", " "))
        self.context.renew()
        self.status.renew()
        self._notices.on_changed()
        self.on_history()
        self.on_head()

    def _fold(self) -> None:
        wide = self._folded_out if self._narrow else self.services.settings.get(SIDEBAR)
        self.frame.sidebar.set_compact(not wide)

    def _set_narrow(self, narrow: bool) -> None:
        self._narrow, self._folded_out = narrow, False
        self.frame.drawer.dismiss()
        self.frame.set_narrow(narrow)
        self._fold()
        for page in self.stack:
            page.set_narrow(narrow)
            page.take_drawer_back(narrow=narrow)
        self.on_head()

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        if narrow != self._narrow:
            self._set_narrow(narrow)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "registry"):
            self.retranslate()

    def keyReleaseEvent(self, event: QEvent) -> None:
        if event.key() == Qt.Key.Key_Alt and not self.menuBar().isNativeMenuBar():
            self.menuBar().setVisible(self.menuBar().isHidden())
        super().keyReleaseEvent(event)

    def paintEvent(self, event: QEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def closeEvent(self, event: QEvent) -> None:
        self.services.persistence.autosave()
        super().closeEvent(event)
