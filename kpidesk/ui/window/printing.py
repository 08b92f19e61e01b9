"""Ctrl+P: what the page shows, on paper. The sheets are those of the PDF; Qt's part for printers comes in late."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QDialog, QWidget

from kpidesk.core.findings import Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.export.deck import Deck, Slide
from kpidesk.export.options import ExportOptions
from kpidesk.export.paper import printed
from kpidesk.qt.translation import translated
from kpidesk.qt.widgets.kpi_card import KpiCard
from kpidesk.session.jobs import Job, Lane
from kpidesk.session.notices import Notice, NoticeAction
from kpidesk.session.services import Services
from kpidesk.ui.actions.chart_actions import as_taken_away
from kpidesk.ui.charts.chart_tile import ChartTile
from kpidesk.ui.charts.figure_table_tile import FigureTableTile
from kpidesk.ui.window.page import Page

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

W = TypeVar("W", bound=QWidget)
_PRINTING = Message(QT_TRANSLATE_NOOP("export", "Printing"))
_PRINTED = QT_TRANSLATE_NOOP("export", "Sent {n} {n|page|pages} to the printer.")
_NONE = Message(QT_TRANSLATE_NOOP("export", "No printer is set up on this computer."))
_INSTEAD = Message(QT_TRANSLATE_NOOP("export", "The same pages can be kept as a PDF."))
_AS_PDF = Message(QT_TRANSLATE_NOOP("export", "Export as PDF"))
_SIZE = ExportOptions().size


class Printing(QObject):
    """Asks for the printer, paints the sheets as a job, and says what became of them."""

    def __init__(self, services: Services, window: QWidget) -> None:
        super().__init__(window)
        self._services, self._window = services, window
        self.asked: tuple[str, Callable[[], Deck]] | None = None

    def start(self, title: str, deck: Callable[[], Deck]) -> QDialog | None:
        """Ask for the printer and its paper; where there is none, say so and what can be done instead."""
        from PySide6.QtPrintSupport import QPrintDialog  # read when it is needed: the window is there sooner

        from kpidesk.qt.painting.printing import has_printer, new_printer

        self.asked = title, deck
        if not has_printer():
            actions = (NoticeAction(_AS_PDF, "file.print_pdf", ("asked",)),)
            self._services.notices.post(Notice(Level.WARNING, _NONE, _INSTEAD, actions, key="print"))
            return None
        printer = new_printer(title, _SIZE)
        dialog = QPrintDialog(printer, self._window)
        dialog.setWindowTitle(self.tr("Print"))
        dialog.accepted.connect(lambda *_: self.send(printer, deck))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)  # QPrintDialog's own is the one of long ago, with a receiver and its slot
        return dialog

    def send(self, printer: "QPrinter", deck: Callable[[], Deck]) -> None:
        """Print as a job."""
        from kpidesk.qt.painting.printing import print_document

        def work(progress: Progress) -> int:
            made = deck()
            document = printed(made, translated, made.style.language)
            return print_document(printer, document, _SIZE, progress)

        runner = self._services.runner
        runner.submit(Job(_PRINTING, work), lane=Lane.WORK).then(self.on_printed, self._services.notices.error)

    def on_printed(self, pages: int) -> None:
        """The printer has them."""
        self._services.notices.tell(Level.NOTE, Message(_PRINTED, n=pages), key="print")


def deck_of(page: Page, services: Services) -> Callable[[], Deck] | None:
    """What a page puts on paper: its own deck, else its cards and then its charts and tables as they stand."""
    own = page.paper()
    if own is not None:
        return own
    cards = tuple(each.card for each in _seen(page, KpiCard) if each.card is not None and each.card.value_text)
    tiles: list[ChartTile | FigureTableTile] = [*_seen(page, ChartTile), *_seen(page, FigureTableTile)]
    tiles.sort(key=partial(_place, page))
    figures = [tile.figure for tile in tiles if tile.figure is not None and tile.figure.empty is None]
    shown = [as_taken_away(figure, services) for figure in figures]
    if not cards and not shown:
        return None
    slides = [Slide(page.title, cards=cards, key="cards")] if cards else []
    slides += [Slide(figure=figure, key=f"{at}") for at, figure in enumerate(shown)]
    deck = Deck(page.title, tuple(slides), style=page.style_of_numbers)
    return lambda: deck


def _seen(page: Page, kind: type[W]) -> list[W]:
    return sorted((each for each in page.findChildren(kind) if each.isVisibleTo(page)), key=partial(_place, page))


def _place(page: Page, tile: QWidget) -> tuple[int, int]:
    at = tile.mapTo(page, QPoint())
    return at.y(), at.x()
