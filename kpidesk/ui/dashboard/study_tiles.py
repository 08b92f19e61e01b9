"""Tiles that show a drawing of a page: asked for once for all tiles of a question, drawn at the size of each."""

from collections.abc import Iterable
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kpidesk.charts.figure import Figure
from kpidesk.charts.spec import FigureOptions
from kpidesk.core.errors import UserError
from kpidesk.core.formatting import Style
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.metrics.query import Query
from kpidesk.qt.translation import render
from kpidesk.session.jobs import Job, JobHandle, Lane
from kpidesk.session.services import Services
from kpidesk.ui.charts.chart_pick import ChartPick
from kpidesk.ui.charts.chart_tile import ChartTile
from kpidesk.ui.charts.figure_table_tile import FigureTableTile
from kpidesk.ui.charts.foot import foot_of
from kpidesk.ui.metrics.row_words import attribute_label
from kpidesk.workspace.board_studies import STUDIES, BoardStudy
from kpidesk.workspace.dashboard import Tile

if TYPE_CHECKING:
    from kpidesk.metrics.engine import Engine
    from kpidesk.ui.dashboard.study_figures import Drawing

_COMPUTING = Message(QT_TRANSLATE_NOOP("studies", "Computing a study"))
_COLUMN, _ROW, _EDGES, _HEADS = 98, 76, 40, 104
"""About the pixels of a column and a row of the board, and what of a tile is not the drawing."""


class StudyTiles(QObject):
    """``answered(question)``: the tiles that show it can be filled."""

    answered = Signal(str)

    def __init__(self, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._asked: tuple[Engine, Query] | None = None
        self._found: dict[str, object] = {}
        self._waiting: dict[str, JobHandle[object]] = {}
        self._tables: WeakKeyDictionary[QWidget, tuple[Tile, Style]] = WeakKeyDictionary()

    def new(self, study: str, room: QWidget) -> ChartTile | FigureTableTile:
        """The widget of a study."""
        if study in STUDIES and STUDIES[study].is_table:
            table = FigureTableTile(room, scrolls=True)
            table.resized.connect(self.on_resized)
            return table
        tile = ChartTile(room, has_definition=True)
        ChartPick(tile, self._services, segments_only=True)
        return tile

    def forget(self) -> None:
        """Other data: what was answered, or is on its way, is not theirs."""
        self._asked, self._found, self._waiting = None, {}, {}

    def ask(self, tiles: Iterable[Tile]) -> None:
        """Ask for what these tiles show and is not known of the data and the question of now."""
        self.ask_studies(STUDIES[tile.study] for tile in tiles if tile.study in STUDIES)

    def ask_studies(self, studies: Iterable[BoardStudy]) -> None:
        """The same for studies that stand elsewhere."""
        engine, document = self._services.results.engine, self._services.session.document
        if engine is None:
            return
        question = document.query.query(document.rules)
        if self._asked is None or self._asked[0] is not engine or self._asked[1] != question:
            self._asked, self._found, self._waiting = (engine, question), {}, {}
        wanted = {study.question for study in studies}
        for name in sorted(wanted - self._found.keys() - self._waiting.keys()):
            self._submit(name, engine, question)

    def has_answer(self, study: BoardStudy) -> bool:
        """Whether its numbers, or the reason why there are none, are there."""
        return study.question in self._found

    def figure(self, study: BoardStudy, size: tuple[int, int], style: Style) -> Figure | None:
        """The drawing of an answer, or one that says why there is nothing; None while it is computed."""
        found = self._found.get(study.question)
        if found is None:
            return None
        from kpidesk.ui.dashboard.study_figures import draw_study, nothing_of

        drawing = self._drawing(size, style)
        return (
            nothing_of(study, found.message, drawing)
            if isinstance(found, UserError)
            else draw_study(study, found, drawing)
        )

    def _submit(self, name: str, engine: "Engine", question: Query) -> None:
        def work(progress: Progress) -> object:
            import kpidesk.ui.dashboard.study_figures  # noqa: F401  # for the drawing that follows
            from kpidesk.ui.dashboard.study_questions import QUESTIONS, Asked

            compute = self._services.results.compute
            return QUESTIONS[name](Asked(engine, question, lambda query: compute(query, progress), progress))

        def told(found: object) -> None:
            if self._asked is not None and self._asked[0] is engine and self._asked[1] == question:
                self._found[name] = found
                self.answered.emit(name)

        job = Job(_COMPUTING, work, quiet=True)
        handle = self._services.runner.submit(job, lane=Lane.STORE, replaces=f"study:{id(self)}:{name}")
        self._waiting[name] = handle
        handle.then(told, told, lambda: self._end(name, handle))

    def _end(self, name: str, handle: JobHandle[object]) -> None:
        """A job is over, be it given up: who still wants its answer can ask again."""
        if self._waiting.get(name) is handle:
            del self._waiting[name]

    def fill(self, widget: QWidget, tile: Tile, style: Style) -> None:
        """Show the answer, that it is computed, or why there is none."""
        study = STUDIES.get(tile.study)
        if study is None:
            return
        width, height = tile.placement.width * _COLUMN - _EDGES, tile.placement.height * _ROW - _HEADS
        if isinstance(widget, FigureTableTile):  # it may have a row of the board to itself
            width = max(width, widget.width() - _EDGES)
            self._tables[widget] = tile, style
        size = width, height
        figure = self.figure(study, size, style)
        if figure is None:
            if isinstance(widget, ChartTile) and widget.figure is None:
                widget.set_waiting(render(study.label), self.tr("Computing"))
            return
        if isinstance(widget, ChartTile):
            widget.set_figure(figure)
        elif isinstance(widget, FigureTableTile):
            said = figure.empty or figure.subtitle
            foot = foot_of(figure.footnote, has_axis=False)
            widget.show_numbers(figure.table, figure.title, said, foot, has_total=figure.empty is None)
            widget.figure = figure

    def on_resized(self) -> None:
        """A table has another width: as many columns as have room there."""
        widget = self.sender()
        if isinstance(widget, QWidget) and widget in self._tables:
            self.fill(widget, *self._tables[widget])

    def _drawing(self, size: tuple[int, int], style: Style) -> "Drawing":
        from kpidesk.ui.dashboard.study_figures import Drawing

        services, document = self._services, self._services.session.document
        options = FigureOptions(tuple(document.targets.values()), document.annotations, size=size)

        def label(attribute: str | None) -> str:
            return "" if attribute is None else attribute_label(services.schema, attribute, style)

        return Drawing(services.catalogue, style, options, label)


def study_of(tile: Tile | None) -> BoardStudy | None:
    """The study that a tile shows; None for another tile."""
    return None if tile is None else STUDIES.get(tile.study)
