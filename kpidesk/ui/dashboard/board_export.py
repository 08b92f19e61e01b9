"""The board as a file: slides with native charts, paper, a workbook with formulas, or the plain numbers."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from kpidesk.core.formatting import Style
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.export.exporter import export
from kpidesk.export.options import ExportOptions
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.frame import ResultFrame
from kpidesk.qt.painting.exporters import QtImageRenderer
from kpidesk.qt.translation import render, translated
from kpidesk.session.jobs import Job
from kpidesk.session.report_deck import Sources, build_deck, default_sections

_EXPORTING = QT_TRANSLATE_NOOP("export", "Exporting {file}")
_KINDS = (
    Message(QT_TRANSLATE_NOOP("export", "Slides (*.pptx)")),
    Message(QT_TRANSLATE_NOOP("export", "Documents (*.pdf)")),
    Message(QT_TRANSLATE_NOOP("export", "Workbooks (*.xlsx)")),
    Message(QT_TRANSLATE_NOOP("export", "Tables (*.csv)")),
    Message(QT_TRANSLATE_NOOP("export", "Typed tables (*.parquet)")),
)


def kinds_of_board() -> str:
    """What the dialog for files offers."""
    return ";;".join(render(kind) for kind in _KINDS)


def board_job(
    title: str, frame: ResultFrame, catalogue: Catalogue, names: Sequence[MetricName], style: Style
) -> Callable[[Path], Job[Path]]:
    """For a place that is not chosen yet: the job that writes the board there, by the suffix of the file."""

    def job(path: Path) -> Job[Path]:
        made = datetime.now().astimezone()
        options = ExportOptions(language=style.language, translate=translated, renderer=QtImageRenderer())

        def write(progress: Progress) -> Path:
            sections = default_sections(frame, catalogue, names)
            export(build_deck(title, sections, Sources(frame, catalogue, style), made=made), path, options, progress)
            return path

        return Job(Message(_EXPORTING, file=path.name), write)

    return job
