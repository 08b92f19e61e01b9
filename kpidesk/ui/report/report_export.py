"""The report as files: slides, workbook, paper, pictures; a deck that is there with new numbers; and the recipe."""

from collections.abc import Callable
from pathlib import Path

from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.export.deck import Deck
from kpidesk.export.exporter import export
from kpidesk.export.options import ExportOptions
from kpidesk.qt.painting.exporters import QtImageRenderer
from kpidesk.qt.translation import render, translated
from kpidesk.session.jobs import Job
from kpidesk.session.report_deck import tables_of
from kpidesk.workspace.sections import ReportPlan

_EXPORTING = QT_TRANSLATE_NOOP("export", "Exporting {file}")
_KINDS = (
    Message(QT_TRANSLATE_NOOP("export", "Slides (*.pptx)")),
    Message(QT_TRANSLATE_NOOP("export", "Documents (*.pdf)")),
    Message(QT_TRANSLATE_NOOP("export", "Workbooks (*.xlsx)")),
    Message(QT_TRANSLATE_NOOP("export", "Pictures (*.png)")),
    Message(QT_TRANSLATE_NOOP("export", "Drawings (*.svg)")),
    Message(QT_TRANSLATE_NOOP("export", "Tables (*.csv)")),
    Message(QT_TRANSLATE_NOOP("export", "Typed tables (*.parquet)")),
)
DECKS = Message(QT_TRANSLATE_NOOP("export", "Slides (*.pptx)"))
RECIPES = Message(QT_TRANSLATE_NOOP("export", "Recipes (*.toml)"))


def exporting(path: Path) -> Message:
    """What the job says of itself."""
    return Message(_EXPORTING, file=path.name)


def kinds_of_report() -> str:
    """What the dialog for files offers."""
    return ";;".join(render(kind) for kind in _KINDS)


def report_job(deck: Deck, plan: ReportPlan, *, is_refresh: bool = False) -> Callable[[Path], Job[Path]]:
    """For a place that is not chosen yet: the job that writes the report there, by the suffix of the file."""

    def job(path: Path) -> Job[Path]:
        options = ExportOptions(
            language=deck.style.language,
            translate=translated,
            renderer=QtImageRenderer(),
            ratio=plan.ratio,
            template=Path(plan.template) if plan.template else None,
            refresh=path if is_refresh and path.exists() else None,
        )

        def write(progress: Progress) -> Path:
            export(tables_of(deck) if path.suffix.lower() == ".csv" else deck, path, options, progress)
            return path

        return Job(exporting(path), write)

    return job
