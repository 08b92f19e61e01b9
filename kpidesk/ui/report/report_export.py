"""The report as files: slides, workbook, paper, pictures; a deck that is there with new numbers; and the recipe."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.export.deck import Deck
from kpidesk.export.exporter import export
from kpidesk.export.options import ExportOptions, PictureLook
from kpidesk.qt.painting.exporters import QtImageRenderer
from kpidesk.qt.translation import render, translated
from kpidesk.session.jobs import Job
from kpidesk.session.report_deck import tables_of
from kpidesk.ui.charts.deck_file import DOCUMENTS
from kpidesk.workspace.sections import ReportPlan

_EXPORTING = QT_TRANSLATE_NOOP("export", "Exporting {file}")
DECKS = Message(QT_TRANSLATE_NOOP("export", "Slides (*.pptx)"))
RECIPES = Message(QT_TRANSLATE_NOOP("export", "Recipes (*.toml)"))
_KINDS = (
    DECKS,
    DOCUMENTS,
    Message(QT_TRANSLATE_NOOP("export", "Workbooks (*.xlsx)")),
    Message(QT_TRANSLATE_NOOP("export", "Pictures (*.png)")),
    Message(QT_TRANSLATE_NOOP("export", "Drawings (*.svg)")),
    Message(QT_TRANSLATE_NOOP("export", "Tables (*.csv)")),
    Message(QT_TRANSLATE_NOOP("export", "Typed tables (*.parquet)")),
)


def exporting(path: Path) -> Message:
    """What the job says of itself."""
    return Message(_EXPORTING, file=path.name)


def kinds_of_report() -> str:
    """What the dialog for files offers."""
    return ";;".join(render(kind) for kind in _KINDS)


def report_job(
    deck: Deck, plan: ReportPlan, *, is_refresh: bool = False, is_one_page: bool = False
) -> Callable[[Path], Job[Path]]:
    """For a place that is not chosen yet: the job that writes the report there, by the suffix of the file."""

    def job(path: Path) -> Job[Path]:
        return _job(deck, path, _options(deck, plan, path if is_refresh else None, is_one_page=is_one_page))

    return job


def picture_job(deck: Deck, plan: ReportPlan) -> Callable[[Path, PictureLook], Job[Path]]:
    """The same for pictures made to measure: one a chart."""

    def job(path: Path, look: PictureLook) -> Job[Path]:
        options = _options(deck, plan, None)
        made = replace(options, size=look.size, scale=look.scale, is_transparent=look.is_transparent)
        return _job(deck, path, made)

    return job


def _job(deck: Deck, path: Path, options: ExportOptions) -> Job[Path]:
    shown = tables_of(deck) if path.suffix.lower() == ".csv" else deck

    def write(progress: Progress) -> Path:
        export(shown, path, options, progress)
        return path

    return Job(exporting(path), write)


def _options(deck: Deck, plan: ReportPlan, refreshed: Path | None, *, is_one_page: bool = False) -> ExportOptions:
    """How the report is written; ``refreshed`` are the slides that get new numbers, if they are there."""
    return ExportOptions(
        language=deck.style.language,
        translate=translated,
        renderer=QtImageRenderer(),
        ratio=plan.ratio,
        template=Path(plan.template) if plan.template else None,
        refresh=refreshed if refreshed is not None and refreshed.exists() else None,
        is_one_page=is_one_page,
    )
