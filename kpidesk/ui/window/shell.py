"""What actions ask of the window, carried out: files, palette, focus, the page's own doings."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QMimeData, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from kpidesk.export.deck import Deck
from kpidesk.export.options import PictureLook
from kpidesk.qt.widgets.kpi_card import KpiCard
from kpidesk.qt.widgets.popover import Popover
from kpidesk.session.services import Services
from kpidesk.session.settings import SIDEBAR, Settings
from kpidesk.ui.actions.registry import ActionRegistry
from kpidesk.ui.charts.picture_dialog import PictureDialog
from kpidesk.ui.window.about_dialog import AboutDialog
from kpidesk.ui.window.command_palette import CommandPalette, PaletteEntry
from kpidesk.ui.window.context_bar import ContextBar
from kpidesk.ui.window.dialogs import FileChoice, KeysDialog
from kpidesk.ui.window.files import Files
from kpidesk.ui.window.jobs_presenter import JobsPresenter
from kpidesk.ui.window.main_window import MainWindow
from kpidesk.ui.window.palette_entries import computable_entries, palette_entries, template_entries
from kpidesk.ui.window.printing import Printing, deck_of
from kpidesk.ui.window.status_binding import StatusBinding
from kpidesk.ui.window.tour import Tour


class Bound(Protocol):
    """What the shell needs of a bound window; see binding.WindowBinding."""

    window: MainWindow
    services: Services
    settings: Settings
    registry: ActionRegistry
    files: Files
    status: StatusBinding
    jobs: JobsPresenter
    bar: ContextBar

    def on_found(self, kind: str, key: str) -> None: ...


class WindowShell(QObject):
    """ui.actions.action.Shell, for a bound MainWindow."""

    def __init__(self, binding: Bound) -> None:
        super().__init__(binding.window)
        self._binding, self._window = binding, binding.window
        self._choice = FileChoice(binding.settings, binding.window)
        self._choice.hide()
        self._tour = Tour(binding)
        self._printing = Printing(binding.services, binding.window)

    def show_page(self, page: str, argument: str = "") -> None:
        """Open a page, or the view beside it that has data where nothing else is asked."""
        self._window.show_page(page if argument else self._window.view_of(page), argument)

    def subject(self) -> str:
        """The KPI of the card that has the focus, else that of the page."""
        focused, page = QApplication.focusWidget(), self._window.stack.page
        if isinstance(focused, KpiCard) and focused.card is not None:
            return str(focused.card.name)
        return "" if page is None else page.subject

    def open_palette(self) -> None:
        """Search everything by name."""
        if any(p.isVisible() for p in self._window.findChildren(CommandPalette)):
            return
        page = self._window.stack.page
        numbers = None if page is None else page.style_of_numbers
        entries = palette_entries(self._binding.services, self._binding.registry, numbers)
        self._open_palette(entries, self.tr("Search KPIs, pages, actions"))

    def _open_palette(self, entries: Sequence[PaletteEntry], placeholder: str) -> None:
        for popover in self._window.findChildren(Popover):
            popover.dismiss()
        palette = CommandPalette(self._window, entries, placeholder)
        palette.chosen.connect(self._binding.on_found)
        palette.open()

    def toggle_sidebar(self) -> None:
        """Fold it, or unfold it."""
        self._binding.settings.set(SIDEBAR, self._window.toggle_sidebar())

    def focus_next_region(self) -> None:
        """Move the focus to the next part of the window."""
        regions, now = self._window.frame.regions(), QApplication.focusWidget()
        at = next((i for i, r in enumerate(regions) if now is not None and r.isAncestorOf(now)), -1)
        for step in range(1, len(regions) + 1):
            region = regions[(at + step) % len(regions)]
            inner = [w for w in region.findChildren(QWidget) if w.isVisible() and w.isEnabled()]
            target = next((w for w in inner if w.focusPolicy() & Qt.FocusPolicy.TabFocus), None)
            if target is not None:
                target.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def open_context(self, part: str) -> None:
        """Open the list of a part of the context bar."""
        self._binding.bar.open_part(part)

    def choose_files(self) -> tuple[Path, ...]:
        """Ask for spreadsheets."""
        return self._choice.spreadsheets(self._window)

    def choose_workspace(self) -> Path | None:
        """Ask for a workspace."""
        return self._choice.workspace(self._window)

    def choose_target(self) -> Path | None:
        """Ask where to save."""
        return self._choice.target(self._window, f"{self._binding.status.name}.kpidesk")

    def choose_export(self, suggested: str, kinds: str) -> Path | None:
        """Ask where to export to."""
        return self._choice.export(self._window, suggested, kinds)

    def ask_template(self) -> None:
        """Ask of which table a template is wanted."""
        self._open_palette(template_entries(), self.tr("Which table do you want to fill in?"))

    def show_computable(self) -> None:
        """What each table gives; a chosen one is handed out as a template."""
        self._open_palette(computable_entries(), self.tr("What can I compute with …"))

    def start_tour(self) -> None:
        """The way through the window for newcomers."""
        self._tour.start()

    def ask_picture(self, then: Callable[[PictureLook], None]) -> None:
        """Ask how a picture shall look; call ``then`` with it."""
        PictureDialog(then, self._window).open()

    def import_files(self, paths: tuple[Path, ...]) -> None:
        """Look into spreadsheets, or open a workspace."""
        self._binding.files.take(paths)

    def paste_table(self) -> None:
        """Look into what the clipboard holds."""
        self._binding.files.paste(QApplication.clipboard().mimeData() or QMimeData())

    def open_workspace(self, path: Path) -> None:
        """Open a workspace in the place of this one."""
        self._binding.files.open_workspace(path)

    def save_workspace(self, path: Path | None) -> None:
        """Write the workspace."""
        self._binding.services.persistence.save(path)

    def can_export(self) -> bool:
        """Whether the page has something to take away."""
        stack = self._window.stack
        return stack.page is not None and not stack.is_covered and stack.page.can_export()

    def export(self) -> None:
        """Take it away."""
        if self._window.stack.page is not None:
            self._window.stack.page.export()

    def shown_deck(self, *, is_asked: bool = False) -> tuple[str, Callable[[], Deck]] | None:
        """What the page puts on paper, or what was to be printed last."""
        page = self._window.stack.page
        if is_asked:
            return self._printing.asked
        deck = None if page is None or self._window.stack.is_covered else deck_of(page, self._binding.services)
        return None if page is None or deck is None else (page.title, deck)

    def print_deck(self, title: str, deck: Callable[[], Deck]) -> None:
        """Ask for a printer and send the pages there."""
        self._printing.start(title, deck)

    def find(self) -> None:
        """Find on the page."""
        if self._window.stack.page is not None:
            self._window.stack.page.find()

    def show_keys(self) -> None:
        """List all shortcuts."""
        KeysDialog(self._binding.registry, self._window).open()

    def show_about(self, part: str) -> None:
        """Version and licences, or what this installation is made of."""
        dialog = AboutDialog(self._binding.services.folders, part, self._window)
        dialog.examples_asked.connect(self.on_examples)
        dialog.open()

    def on_examples(self) -> None:
        """Run the published examples, on their page."""
        self.show_page("proof", "checks")

    def cancel_job(self) -> None:
        """Stop the job that the status bar shows."""
        self._binding.jobs.cancel_shown()

    def close(self) -> bool:
        """Close the window."""
        return self._window.close()
