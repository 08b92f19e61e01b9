"""The main window (signature; see page.py for how a page is written)."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QMainWindow, QWidget

from kpidesk.ui.window.page import Page

PageFactory = Callable[[], Page]


class MainWindow(QMainWindow):
    """Sidebar, top bar, context bar, notices, a stack of pages built when first opened, status bar.

    ``MainWindow(pages)`` stands before the services do; ``set_services(services)`` fills it.
    ``show_page(id, argument)`` opens one of ``data, dashboard, kpis, movements, funnel, cohorts, channels, voice,
    whatif, why, report, settings``.
    """

    def __init__(self, pages: Mapping[str, PageFactory], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = pages

    def show_page(self, page: str, argument: str = "") -> None:
        """Open a page; build it where it was not yet."""
