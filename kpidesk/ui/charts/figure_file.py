"""One chart as a file of Office or as a document: a slide without a cover, a sheet, a page."""

from datetime import datetime
from pathlib import Path

from kpidesk.charts.figure import Figure
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.export.deck import Deck, Slide
from kpidesk.qt.translation import render
from kpidesk.session.jobs import Job
from kpidesk.ui.charts.deck_file import DOCUMENTS, deck_job

_KINDS = (
    Message(QT_TRANSLATE_NOOP("export", "Slides (*.pptx)")),
    Message(QT_TRANSLATE_NOOP("export", "Workbooks (*.xlsx)")),
    DOCUMENTS,
)


def kinds_of_figure() -> str:
    """What the dialog for files offers."""
    return ";;".join(render(kind) for kind in _KINDS)


def figure_deck(figure: Figure) -> Deck:
    """The figure as the one page of a document."""
    slides = (Slide(figure=figure, key="chart"),)
    return Deck(figure.title, slides, style=figure.table.style, made=datetime.now().astimezone())


def figure_job(figure: Figure, path: Path) -> Job[Path]:
    """The job that writes the figure by the suffix of the file."""
    deck = figure_deck(figure)
    return deck_job(lambda: deck, has_cover=False)(path)
