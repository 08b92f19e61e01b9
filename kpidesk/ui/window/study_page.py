"""A page that is computed as one job on the present data: shown when done, an empty state where it cannot be."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kpidesk.charts.spec import FigureOptions
from kpidesk.core.errors import UserError
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.query import Query
from kpidesk.qt.signals import connect
from kpidesk.qt.translation import render
from kpidesk.qt.widgets.empty_state import EmptyState
from kpidesk.qt.widgets.scroll import PageScroll
from kpidesk.qt.widgets.tile_grid import TileGrid
from kpidesk.session.jobs import Job, Lane
from kpidesk.session.results import ResultsState
from kpidesk.session.services import Services
from kpidesk.ui.actions.pages import entry
from kpidesk.ui.charts.chart_tile import ChartTile
from kpidesk.ui.window.page import CONTEXT_ALL, SCENARIO, Page

T = TypeVar("T")
_SETTLED_MS = 80
"""Charts are drawn again when the size has stood still that long."""
_COMPUTING = Message(QT_TRANSLATE_NOOP("results", "Computing"))


@dataclass(frozen=True, slots=True)
class _Answered(Generic[T]):
    engine: Engine
    found: T


class StudyPage(Page, Generic[T]):
    """Base of pages that show one answer: write ``study`` (on the store's lane) and ``show_study`` (in the window).

    Tiles go into ``grid``; ``page_id`` names the entry whose words the empty state says.
    """

    page_id = ""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent, parts=CONTEXT_ALL - {SCENARIO})
        self.setObjectName(f"page.{self.page_id}")
        self.services = services
        self.found: T | None = None
        self.room = PageScroll(self)
        self.grid = TileGrid()
        self.room.body.addLayout(self.grid)
        self.room.body.addStretch(1)
        self._empty = EmptyState(self)
        self._empty.action_clicked.connect(self.on_import)
        both = QWidget(self)
        layers = QVBoxLayout(both)
        layers.setContentsMargins(0, 0, 0, 0)
        layers.addWidget(self.room)
        layers.addWidget(self._empty)
        self.set_content(both)
        self._show_empty("")
        self._soon = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._soon.timeout.connect(self.draw)
        connect(services.results.rebuilt, self.mark_stale)

    def study(self, engine: Engine, query: Query, progress: Progress) -> T:
        """The answer; UserError says what is missing for it. Runs on the store's lane."""
        raise NotImplementedError

    def show_study(self, found: T) -> None:
        """Fill the tiles; all of them are laid out anew afterwards."""
        raise NotImplementedError

    def question(self) -> Query:
        """What the context bar asks."""
        document = self.services.session.document
        return document.query.query(document.rules)

    def refresh(self) -> None:
        results, engine = self.services.results, self.services.results.engine
        if results.state in (ResultsState.EMPTY, ResultsState.FAILED):
            self.found = None
            self._show_empty("")
        elif self.found is None:
            self._show_waiting()
        if engine is not None and results.state not in (ResultsState.EMPTY, ResultsState.FAILED):
            query = self.question()
            job = Job(_COMPUTING, lambda progress: _Answered(engine, self.study(engine, query, progress)), quiet=True)
            replaces = f"page:{self.page_id}"
            self.services.runner.submit(job, lane=Lane.STORE, replaces=replaces).then(self.on_answered, self.on_refused)

    def on_answered(self, answered: _Answered[T]) -> None:
        """The answer is there; one on data that are gone is of no use."""
        if answered.engine is self.services.results.engine:
            self.found = answered.found
            self.draw()

    def on_refused(self, error: UserError) -> None:
        """It cannot be computed: what is missing is said in the place of the page."""
        self.found = None
        self._show_empty(render(error.message))

    def draw(self) -> None:
        """Show what is known once more, in the style and language of now."""
        if self.found is None:
            return
        was_hidden = self.room.isHidden()
        self._empty.hide()
        self.room.show()
        self.show_study(self.found)
        self.grid.arrange()
        if was_hidden:  # only now it is known how wide the charts are
            self._soon.start()

    def _show_empty(self, reason: str) -> None:
        said = entry(self.page_id)
        self._empty.set_texts(said.icon, reason or render(said.promise), render(said.need))
        self._empty.set_actions(self.tr("Import files"), icon="upload")
        self.room.hide()
        self._empty.show()

    def _show_waiting(self) -> None:
        """The first answer is on its way."""
        self._empty.set_texts(entry(self.page_id).icon, self.tr("The numbers are being computed."))
        self._empty.set_actions()
        self.room.hide()
        self._empty.show()

    def new_chart(self, height: int = 296) -> ChartTile:
        """A chart whose menu copies and exports it."""
        tile = ChartTile(self)
        tile.setMinimumHeight(height)
        tile.asked.connect(self.on_asked)
        return tile

    def options(self, tile: ChartTile) -> FigureOptions:
        """What belongs on a chart of that size."""
        document = self.services.session.document
        size = (max(320, tile.view.width()), max(160, tile.view.height()))
        return FigureOptions(tuple(document.targets.values()), document.annotations, size=size)

    def on_asked(self, what: str) -> None:
        """The menu of a tile: copies and exports are actions of the window."""
        figure = self.sender().figure
        if figure is not None:
            self.act.emit("chart." + what, (figure,))

    def on_import(self) -> None:
        """The empty page's way out."""
        self.act.emit("import.files", ())

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)
        if self.found is not None:
            self._soon.start()

    def set_narrow(self, narrow: bool) -> None:
        super().set_narrow(narrow)
        self.grid.set_narrow(narrow)

    def retranslate(self) -> None:
        """Texts in the language of now; a page with texts of its own calls this last."""
        self.set_title(render(entry(self.page_id).title))
        if self.found is None:
            self._show_empty("")
