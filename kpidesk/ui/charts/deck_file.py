"""Pages as a file, made when it is written: slides with native charts, paper, a workbook, or the plain numbers."""

from collections.abc import Callable
from pathlib import Path

from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.export.deck import Deck
from kpidesk.export.options import ExportOptions
from kpidesk.qt.painting.exporters import QtImageRenderer
from kpidesk.qt.translation import translated
from kpidesk.session.jobs import Job

DOCUMENTS = Message(QT_TRANSLATE_NOOP("export", "Documents (*.pdf)"))
_EXPORTING = QT_TRANSLATE_NOOP("export", "Exporting {file}")


def deck_job(deck: Callable[[], Deck], *, has_cover: bool = True) -> Callable[[Path], Job[Path]]:
    """For a place that is not chosen yet: the job that writes the pages there, by the suffix of the file."""

    def job(path: Path) -> Job[Path]:
        def write(progress: Progress) -> Path:
            from kpidesk.export.exporter import export  # the writers of Office files take a while to come in

            pages = deck()
            language, renderer = pages.style.language, QtImageRenderer()
            options = ExportOptions(language=language, translate=translated, renderer=renderer, has_cover=has_cover)
            export(pages, path, options, progress)
            return path

        return Job(Message(_EXPORTING, file=path.name), write)

    return job
