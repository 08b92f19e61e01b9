"""The life of the main window: services heard, actions carried out, pages told what moved."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu

from kpidesk.core.ids import MetricName
from kpidesk.core.resources import sample_company
from kpidesk.qt.clipboard import guard_clipboard
from kpidesk.qt.look import apply_look
from kpidesk.qt.motion import set_reduced_motion
from kpidesk.qt.signals import connect
from kpidesk.qt.translation import render
from kpidesk.session.change import Change
from kpidesk.session.results import ResultsState
from kpidesk.session.services import Services
from kpidesk.session.settings import LANGUAGE, RECENT, REDUCED_MOTION, SIDEBAR, TEXT_SIZE, THEME
from kpidesk.ui.actions.action import ActionContext
from kpidesk.ui.actions.edit_actions import STEP
from kpidesk.ui.actions.pages import view_with_data
from kpidesk.ui.actions.recent_menu import recent_workspaces
from kpidesk.ui.actions.registry import ActionRegistry
from kpidesk.ui.window.autosave import Autosave
from kpidesk.ui.window.context_bar import ContextBar
from kpidesk.ui.window.context_binding import ContextBinding
from kpidesk.ui.window.files import Files
from kpidesk.ui.window.jobs_presenter import JobsPresenter
from kpidesk.ui.window.letting_go import let_go
from kpidesk.ui.window.main_window import MainWindow
from kpidesk.ui.window.notices_presenter import NoticesPresenter
from kpidesk.ui.window.page import Page
from kpidesk.ui.window.page_stack import WELCOME, PageFactory
from kpidesk.ui.window.saved_look import look_of
from kpidesk.ui.window.settings_page import SettingsPage
from kpidesk.ui.window.shell import WindowShell
from kpidesk.ui.window.status_binding import StatusBinding
from kpidesk.ui.window.unmatched import Unmatched
from kpidesk.ui.window.welcome_page import WelcomePage


class WindowBinding(QObject):
    """Brings a window to life: ``WindowBinding(window, services, pages)``, pages by id as factories."""

    def __init__(self, window: MainWindow, services: Services, pages: Mapping[str, PageFactory]) -> None:
        super().__init__(window)
        self.window, self.services = window, services
        self.settings = services.settings
        guard_clipboard(services.discretion.leave)
        window.stack.add_factories({"settings": self._settings_page, **pages})
        self.bar = ContextBar(window.frame)
        window.frame.insert_context(self.bar)
        self.files = Files(services, window)
        self._possible: tuple[bool, ...] = ()
        self.registry = ActionRegistry(window, ActionContext(services, WindowShell(self)))
        self.context = ContextBinding(services, self.bar, self)
        self.status = StatusBinding(services, window.frame, window, self.files.sources)
        self.notices = NoticesPresenter(services.notices, window.frame.notices, window.frame.status, self.registry)
        self.jobs = JobsPresenter(services.runner, services.results, window.frame.status.jobs)
        Autosave(services.session, services.persistence, self)
        window.is_sidebar_wide = self.settings.get(SIDEBAR)
        window.fold()
        self.bar.set_narrow(window.narrow)
        set_reduced_motion(self.settings.get(REDUCED_MOTION))
        self._listen()
        self.unmatched = Unmatched(services, window.stack)
        for page in window.stack:
            self.on_page_built(page)
        self.on_retranslated()
        self.on_head()
        window.view_of = self.view_of
        window.bound()

    def _settings_page(self) -> Page:
        return SettingsPage(self.settings, self.services.session)

    def view_of(self, page: str) -> str:
        """The page, or the view beside it that has data where it has none; the page while nothing is known."""
        document, services = self.services.session.document, self.services
        question = document.query.present.query(document.rules)
        frame = services.results.frame(question) if services.backend.is_open else None
        if frame is None:
            return page
        series = frame.series
        return view_with_data(page, lambda name: name in series and series[MetricName(name)].is_computable)

    def _listen(self) -> None:
        window, services = self.window, self.services
        window.asked.connect(self.registry.run)
        window.dropped.connect(self.files.take)
        window.head_changed.connect(self.on_head)
        window.retranslated.connect(self.on_retranslated)
        window.closing.connect(services.persistence.autosave)
        window.narrow_changed.connect(self.bar.set_narrow)
        window.frame.sidebar.menu_asked.connect(self.on_menu)
        window.frame.top.undo_asked.connect(self.on_undo)
        window.frame.top.redo_asked.connect(self.on_redo)
        window.stack.page_built.connect(self.on_page_built)
        self.files.shows.connect(window.show_page)
        self.bar.compare_asked.connect(self.on_compare)
        self.context.scenario_changed.connect(self.on_scenario)
        self.context.style_changed.connect(self.on_style)
        connect(services.session.changed, self.on_changed)
        connect(services.session.history_changed, self.on_history)
        connect(services.session.replaced, self.on_replaced)
        connect(services.results.rebuilt, self.on_rebuilt)
        connect(services.settings.changed, self.on_setting)
        QApplication.styleHints().colorSchemeChanged.connect(self.on_system_theme)

    def on_page_built(self, page: Page) -> None:
        """A page stands for the first time."""
        page.act.connect(self.registry.run)
        page.scenario_chosen.connect(self.context.choose_scenario)
        page.set_style(self.context.style)
        page.set_scenario(self.context.scenario)
        if isinstance(page, WelcomePage):
            page.set_sample(is_there=sample_company() is not None)
            self._show_recent(page)

    def _show_recent(self, page: WelcomePage) -> None:
        page.set_recent(recent_workspaces(self.settings))

    def on_head(self) -> None:
        """Another page is shown, or the shown one says something else of itself."""
        page = self.window.stack.page
        if page is not None:
            self.bar.set_parts(page.parts)
        self.registry.refresh()

    def on_changed(self, change: Change) -> None:
        """The document moved."""
        self.window.stack.apply_change(change)
        if change.datasets:
            if self.services.session.document.is_empty:
                self.window.show_page(WELCOME)
            elif self.window.stack.current_id == WELCOME:
                self.window.show_page("dashboard")

    def on_history(self) -> None:
        """Undo and redo would do something else."""
        session = self.services.session
        undo, redo = session.undo_label, session.redo_label
        if redo is None:
            self.services.notices.clear(STEP)  # another step was taken: what its notice offers is gone
        possible = (undo is None, redo is None, session.is_clean, session.document.is_empty)
        if possible != self._possible:
            self._possible = possible
            self.registry.refresh()
        self.window.frame.top.set_steps(
            self.tr("Nothing to undo") if undo is None else self._step_text("edit.undo", render(undo)),
            self.tr("Nothing to redo") if redo is None else self._step_text("edit.redo", render(redo)),
            can_undo=undo is not None,
            can_redo=redo is not None,
        )

    def _step_text(self, action: str, label: str) -> str:
        return f"{self.registry.qt_action(action).text()}: {label} ({self.registry.keys(action)})"

    def on_replaced(self) -> None:
        """Another workspace was taken in; while its numbers are on their way, nobody shall take others for them."""
        let_go(self.window.stack)
        self.registry.refresh()

    def on_rebuilt(self) -> None:
        """The numbers came, went, or are on their way."""
        if self.services.results.state is ResultsState.EMPTY:
            let_go(self.window.stack)
        else:
            for page in self.window.stack:
                page.mark_stale()
        self.registry.refresh()

    def on_setting(self, key: str) -> None:
        """Theme, language and size of text hold at once."""
        app = QApplication.instance()
        if key in (THEME.key, LANGUAGE.key, TEXT_SIZE.key) and isinstance(app, QApplication):
            self.window.stack.dress(partial(apply_look, app, look_of(self.settings)))
        if key == THEME.key:
            self.registry.retranslate()  # the icons in menus
        if key == RECENT.key:
            for page in self.window.stack:
                if isinstance(page, WelcomePage):
                    self._show_recent(page)
        set_reduced_motion(self.settings.get(REDUCED_MOTION))
        self.registry.refresh()

    def on_system_theme(self) -> None:
        """The system went dark or light: so do we, if we are to follow it."""
        if self.settings.get(THEME) == "system":
            self.on_setting(THEME.key)

    def on_compare(self) -> None:
        """Hold the profile against another."""
        self.window.show_page("proof", "profiles")

    def on_scenario(self, _: str) -> None:
        """Another scenario is on."""
        for page in self.window.stack:
            page.set_scenario(self.context.scenario)

    def on_style(self) -> None:
        """Numbers are written in another way."""
        for page in self.window.stack:
            page.set_style(self.context.style)

    def on_found(self, kind: str, key: str) -> None:
        """Something was chosen in the palette."""
        match kind:
            case "kpi":
                self.window.show_page("kpis", key)
            case "page":
                self.window.show_page(key)
            case "recent":
                self.window.on_recent(key)
            case "board":
                self.window.show_page("dashboard", key)
            case "tile":
                self.window.show_page("dashboard", f"+{key}")
            case "template":
                self.registry.run("help.templates", (key,))
            case _:
                self.registry.run(key)

    def on_menu(self) -> None:
        """The workspace's name was pressed."""
        anchor = self.window.frame.sidebar.workspace
        menu = self.registry.whole_menu(self.window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(anchor.mapToGlobal(anchor.rect().bottomLeft() + QPoint(8, 0)))

    def on_undo(self) -> None:
        """The button of undo."""
        self.registry.run("edit.undo")

    def on_redo(self) -> None:
        """The button of redo."""
        self.registry.run("edit.redo")

    def on_retranslated(self) -> None:
        """Set all texts again."""
        self.registry.retranslate()
        bar = self.window.menuBar()
        shown = not bar.isHidden()
        bar.clear()
        for old in bar.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
            old.deleteLater()
        for name in ("file", "edit", "view", "go", "help"):
            bar.addMenu(self.registry.menu(name, bar))
        bar.setVisible(shown and bar.isNativeMenuBar())
        palette = self.registry.qt_action("view.palette")
        keys = self.registry.keys("view.palette").replace("+", " ")
        self.window.frame.top.set_search(palette.text(), keys)
        self.context.renew()
        self.status.renew()
        self.notices.on_changed()
        self.on_history()


def open_main_window(services: Services, pages: Mapping[str, PageFactory]) -> MainWindow:
    """A window with its life, where nobody waits for it: tests and pictures."""
    window = MainWindow()
    WindowBinding(window, services, pages)
    return window
