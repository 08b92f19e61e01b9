"""Ctrl+P: what the page shows, on paper. The sheets are those of the PDF; Qt's part for printers comes in late."""

import math
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol, TypeVar, runtime_checkable

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QDialog, QWidget

from kpidesk.charts.figure import Figure
from kpidesk.core.findings import Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.export.deck import Deck, Slide
from kpidesk.export.grid import MOST_COLUMNS, MOST_ROWS, NO_TOTAL
from kpidesk.export.options import ExportOptions
from kpidesk.export.paper import printed
from kpidesk.qt.translation import translated
from kpidesk.qt.widgets.card import Tile
from kpidesk.qt.widgets.kpi_card import KpiCard
from kpidesk.session.jobs import Job, Lane
from kpidesk.session.notices import Notice, NoticeAction
from kpidesk.session.services import Services
from kpidesk.ui.actions.chart_actions import as_taken_away
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
_MOST_PARTS = 12
"""Sheets of a table; of what is left after them it is said how much."""


@runtime_checkable
class _Shown(Protocol):
    """A tile that has a figure for paper."""

    @property
    def figure(self) -> Figure | None: ...


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
        self._services.discretion.leave(deck, lambda made: self._print(printer, made))

    def _print(self, printer: "QPrinter", made: Deck) -> None:
        from kpidesk.qt.painting.printing import print_document

        def work(progress: Progress) -> int:
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
    tiles = [tile for tile in _seen(page, Tile) if isinstance(tile, _Shown)]
    figures = [tile.figure for tile in tiles if tile.figure is not None and tile.figure.empty is None]
    shown = [part for figure in figures for part in in_parts(as_taken_away(figure, services))]
    if not cards and not shown:
        return None
    slides = [Slide(page.title, cards=cards, key="cards")] if cards else []
    slides += [Slide(figure=figure, key=f"{at}") for at, figure in enumerate(shown)]
    deck = Deck(page.title, tuple(slides), style=page.style_of_numbers)
    return lambda: deck


def in_parts(figure: Figure) -> tuple[Figure, ...]:
    """A table of more rows or columns than a sheet holds goes on on the next ones, its names beside each part."""
    if figure.kind != "table":
        return (figure,)
    table, has_total = figure.table, NO_TOTAL.items().isdisjoint(figure.facts.items())
    columns, rows = _cut(len(table.columns) - 1, MOST_COLUMNS), _cut(len(table.rows), MOST_ROWS)[:_MOST_PARTS]
    parts = []
    for left, right in columns:
        kept = (0, *range(left + 1, right + 1))
        heads = tuple(table.columns[at] for at in kept)
        for first, last in rows:
            end = last if (first, last) != rows[-1] else len(table.rows)
            lines = tuple(tuple(row[at] for at in kept) for row in table.rows[first:end])
            facts = figure.facts if has_total and end == len(table.rows) else NO_TOTAL
            parts.append(replace(figure, table=replace(table, columns=heads, rows=lines), facts=facts))
    return tuple(parts)


def _cut(count: int, most: int) -> list[tuple[int, int]]:
    """Places of pieces as long as one another, as few as can be."""
    pieces = max(1, math.ceil(count / most))
    return list(pairwise(round(at * count / pieces) for at in range(pieces + 1)))


def _seen(page: Page, kind: type[W]) -> list[W]:
    return sorted((each for each in page.findChildren(kind) if each.isVisibleTo(page)), key=partial(_place, page))


def _place(page: Page, tile: QWidget) -> tuple[int, int]:
    at = tile.mapTo(page, QPoint())
    return at.y(), at.x()
