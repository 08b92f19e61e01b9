"""One chart as a file of Office or as a document: a slide without a cover, a sheet, a page."""

from datetime import datetime
from pathlib import Path

from kpidesk.charts.figure import Figure
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.export.deck import Deck, Slide
from kpidesk.export.options import ExportOptions
from kpidesk.qt.painting.exporters import QtImageRenderer
from kpidesk.qt.translation import render, translated
from kpidesk.session.jobs import Job

_EXPORTING = QT_TRANSLATE_NOOP("export", "Exporting {file}")
_KINDS = (
    Message(QT_TRANSLATE_NOOP("export", "Slides (*.pptx)")),
    Message(QT_TRANSLATE_NOOP("export", "Workbooks (*.xlsx)")),
    Message(QT_TRANSLATE_NOOP("export", "Documents (*.pdf)")),
)


def kinds_of_figure() -> str:
    """What the dialog for files offers."""
    return ";;".join(render(kind) for kind in _KINDS)


def figure_job(figure: Figure, path: Path) -> Job[Path]:
    """The job that writes the figure by the suffix of the file."""
    style = figure.table.style
    deck = Deck(
        figure.title,
        (Slide(figure=figure, key="chart"),),
        style=style,
        made=datetime.now().astimezone(),
    )
    options = ExportOptions(language=style.language, translate=translated, renderer=QtImageRenderer(), has_cover=False)

    def write(progress: Progress) -> Path:
        from kpidesk.export.exporter import export  # the writers of Office files take a while to come in

        export(deck, path, options, progress)
        return path

    return Job(Message(_EXPORTING, file=path.name), write)
