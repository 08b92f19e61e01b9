"""What the menu of a chart offers: pictures and tables, into files and onto the clipboard.

The figure is the first argument; without one nothing happens.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kpidesk.charts.figure import Figure
from kpidesk.core.findings import Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.export.options import PictureLook
from kpidesk.qt.translation import words
from kpidesk.session.jobs import Job, Lane
from kpidesk.session.report import filter_words
from kpidesk.session.services import Services
from kpidesk.ui.actions.action import Action, ActionContext
from kpidesk.ui.charts.chart_export import (
    CSV,
    PNG,
    SVG,
    ChartExport,
    copy_picture,
    copy_table,
    drag_picture,
    exported,
    file_name,
    kinds_text,
)
from kpidesk.ui.charts.figure_file import figure_deck, figure_job, kinds_of_figure


def _figure(context: ActionContext) -> Figure | None:
    """The figure that is meant, as it stands elsewhere."""
    found = context.arguments[0] if context.arguments else None
    return as_taken_away(found, context.services) if isinstance(found, Figure) else None


def as_taken_away(figure: Figure, services: Services) -> Figure:
    """With what is known here and not there: to whom it is narrowed down. It still names customers."""
    filters = (filter_words(each) for each in services.session.document.query.filters)
    return replace(figure, footnote=tuple(dict.fromkeys((*figure.footnote, *filters))))


def _leaving(take: Callable[[ActionContext, Figure], None]) -> Callable[[ActionContext], None]:
    """An action that takes the figure away, once it names nobody who is not to be named."""

    def run(context: ActionContext) -> None:
        if (figure := _figure(context)) is not None:
            context.services.discretion.leave(lambda: figure, lambda hidden: take(context, hidden))

    return run


def _exports(kind: str) -> Callable[[ActionContext], None]:
    def export(context: ActionContext, figure: Figure) -> None:
        name, kinds = file_name(figure, kind), kinds_text(kind)
        ask_and_write(context, name, kinds, lambda path: ChartExport(figure, kind, path).job())

    return _leaving(export)


def ask_and_write(context: ActionContext, name: str, kinds: str, job: Callable[[Path], Job[Path]]) -> None:
    """Ask where to, write there as a job, and say that it is done."""
    path = context.shell.choose_export(name, kinds)
    if path is None:
        return
    _write(context, job(path))


def _write(context: ActionContext, job: Job[Path]) -> None:
    """As a job, and say that it is done."""
    services = context.services

    def done(written: Path) -> None:
        services.notices.tell(Level.NOTE, exported(written), key="export.done")

    services.runner.submit(job, lane=Lane.WORK).then(done, services.notices.error)


def on_export_now(context: ActionContext) -> None:
    """What a page brings: the job that writes to a place that it knows."""
    (job,) = context.arguments
    _write(context, job)


def on_export_file(context: ActionContext) -> None:
    """What a page brings: a name, the kinds of files, and the job for the chosen place.

    A fourth argument is the job for a picture made to measure: of a place and a look, which is asked for.
    """
    arguments: tuple[Any, ...] = context.arguments  # what a page passes is its own affair
    name, kinds, job, *other = arguments
    if not other:
        ask_and_write(context, str(name), str(kinds), job)
        return
    path = context.shell.choose_export(str(name), str(kinds))
    if path is None:
        return
    if path.suffix.lower() == ".png":
        context.shell.ask_picture(lambda look: _write(context, other[0](path, look)))
    else:
        _write(context, job(path))


def _picture(context: ActionContext, figure: Figure) -> None:
    """A picture made to measure: asked for its look, then for its place."""

    def write(look: PictureLook) -> None:
        name, kinds = file_name(figure, PNG), kinds_text(PNG)
        ask_and_write(context, name, kinds, lambda path: ChartExport(figure, PNG, path, look).job())

    context.shell.ask_picture(write)


def _office(context: ActionContext, figure: Figure) -> None:
    """One chart as a slide, a workbook or a page."""
    ask_and_write(context, file_name(figure, "pptx"), kinds_of_figure(), lambda path: figure_job(figure, path))


def on_print(context: ActionContext) -> None:
    """One chart on paper; the printing sees to names."""
    if (figure := _figure(context)) is not None:
        context.shell.print_deck(words(figure.title), lambda: figure_deck(figure))


def _drag(context: ActionContext, figure: Figure) -> None:
    """The chart into another program, while the mouse holds it."""
    if not context.services.discretion.is_asked or QApplication.mouseButtons() & Qt.MouseButton.LeftButton:
        drag_picture(figure)


on_picture, on_office, on_drag = (_leaving(take) for take in (_picture, _office, _drag))
on_copy_picture = _leaving(lambda _, figure: copy_picture(figure))
on_copy_table = _leaving(lambda _, figure: copy_table(figure.table))


ACTIONS = (
    Action("export.file", Message(QT_TRANSLATE_NOOP("actions", "Export as a file")), on_export_file),
    Action("export.now", Message(QT_TRANSLATE_NOOP("actions", "Write to a known file")), on_export_now),
    Action("chart.png", Message(QT_TRANSLATE_NOOP("actions", "Export the chart as PNG")), _exports(PNG)),
    Action("chart.picture", Message(QT_TRANSLATE_NOOP("actions", "Picture of the chart for a slide")), on_picture),
    Action("chart.office", Message(QT_TRANSLATE_NOOP("actions", "Chart as slide, workbook or document")), on_office),
    Action("chart.print", Message(QT_TRANSLATE_NOOP("actions", "Print the chart")), on_print),
    Action("chart.drag", Message(QT_TRANSLATE_NOOP("actions", "Carry the chart into another program")), on_drag),
    Action("chart.svg", Message(QT_TRANSLATE_NOOP("actions", "Export the chart as SVG")), _exports(SVG)),
    Action("chart.csv", Message(QT_TRANSLATE_NOOP("actions", "Export the chart as CSV")), _exports(CSV)),
    Action("chart.copy_picture", Message(QT_TRANSLATE_NOOP("actions", "Copy the picture")), on_copy_picture),
    Action("chart.copy_table", Message(QT_TRANSLATE_NOOP("actions", "Copy the table")), on_copy_table),
)
