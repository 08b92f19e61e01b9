"""A page that is computed as one job on the present data: shown when done, or in its place what is missing."""

from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from kpidesk.charts.spec import FigureOptions
from kpidesk.core.errors import NoData, UserError
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.query import Query
from kpidesk.qt.signals import connect
from kpidesk.qt.translation import in_sentences, render
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.empty_state import EmptyState
from kpidesk.qt.widgets.popover import Choice, choose
from kpidesk.qt.widgets.scroll import PageScroll
from kpidesk.qt.widgets.tile_grid import TileGrid
from kpidesk.session.change import Change
from kpidesk.session.jobs import Job, Lane
from kpidesk.session.results import ResultsState
from kpidesk.session.services import Services
from kpidesk.ui.actions.pages import entry
from kpidesk.ui.charts.chart_tile import BOARD, ChartTile
from kpidesk.ui.charts.crosshairs import lead
from kpidesk.ui.charts.note_popover import notes_of
from kpidesk.ui.window.page import CONTEXT_ALL, SCENARIO, Page
from kpidesk.ui.window.view_bar import BELOW, ViewBar
from kpidesk.ui.window.waiting_view import WaitingView
from kpidesk.workspace.dashboard import STUDY

T = TypeVar("T")
_SETTLED_MS = 80
"""Charts are drawn again when the size has stood still that long."""
USUAL = ("segment", "plan", "channel", "country", "region")
_COMPUTING = Message(QT_TRANSLATE_NOOP("results", "Computing"))


@dataclass(frozen=True, slots=True)
class _Answered(Generic[T]):
    engine: Engine
    attributes: tuple[str, ...]
    by: str | None
    found: T


class StudyPage(Page, Generic[T]):
    """Base of pages that show one answer: write ``study`` (on the store's lane) and ``show_study`` (in the window).

    Tiles go into ``grid``; ``page_id`` names the entry whose words the empty state says. Where ``splits`` finds
    attributes, ``question`` is asked by one of them and the button ``split``, which the page puts into a head, changes
    it.
    """

    page_id = ""

    def __init__(
        self, services: Services, parent: QWidget | None = None, *, parts: frozenset[str] = CONTEXT_ALL - {SCENARIO}
    ) -> None:
        super().__init__(parent, parts=parts)
        self.setObjectName(f"page.{self.page_id}")
        self.services = services
        self.found: T | None = None
        self.attributes: tuple[str, ...] = ()
        self.by: str | None = None
        self.split = Button("", "secondary", height=28, parent=self)
        self.split.set_menu_mark(True)
        self.split.clicked.connect(self.on_split_menu)
        self.split.hide()
        self._stack = QStackedWidget(self)
        self.room = PageScroll(self)
        self.grid = TileGrid()
        self.room.body.addLayout(self.grid)
        self.room.body.addStretch(1)
        self._offers_sample = False
        self._empty = EmptyState(self)
        self._empty.action_clicked.connect(self.on_import)
        self._empty.link_clicked.connect(self.on_empty_link)
        self._waiting = WaitingView(services.results, self)
        self._content = self.build_content()
        for each in (self._content, self._empty, self._waiting):
            self._stack.addWidget(each)
        self.views = ViewBar(self.page_id, self)
        self.views.chosen.connect(self.on_view_asked)
        self._frame.setSpacing(0)
        self._frame.addWidget(self.views)
        if not self.views.isHidden():
            self.room.stand_below(BELOW)
        self.room.verticalScrollBar().valueChanged.connect(self.views.on_scrolled)
        self.set_content(self._stack)
        self._show_empty()
        self._soon = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._soon.timeout.connect(self.draw)
        connect(services.results.rebuilt, self.mark_stale)

    def study(self, engine: Engine, query: Query, progress: Progress) -> T:
        """The answer; UserError says what is missing for it. Runs on the store's lane."""
        raise NotImplementedError  # each page has its own; Qt's metaclass leaves none for abc

    def show_study(self, found: T) -> None:
        """Fill the tiles; all of them are laid out anew afterwards."""
        raise NotImplementedError  # each page has its own; Qt's metaclass leaves none for abc

    def splits(self, engine: Engine) -> tuple[str, ...]:
        """The attributes by which the study can be split; none where it is not. Runs on the store's lane."""
        return ()

    def usual(self, attributes: tuple[str, ...]) -> str | None:
        """The attribute by which the page splits until the user chooses another."""
        return next((each for each in USUAL if each in attributes), attributes[0] if attributes else None)

    def label_of(self, attribute: str) -> str:
        """What the reader calls an attribute; its own name where the page knows no better."""
        return attribute

    def build_content(self) -> QWidget:
        """What is shown where there is an answer: the room of the tiles, and perhaps something beside it."""
        return self.room

    def question(self) -> Query:
        """What the context bar asks."""
        document = self.services.session.document
        return document.query.query(document.rules)

    def concerns(self, change: Change) -> bool:
        return change.moves_numbers or bool(change.settings & {"targets", "annotations"})

    def refresh(self) -> None:
        results, engine = self.services.results, self.services.results.engine
        if results.state is ResultsState.EMPTY:
            self.found = None
            self._show_empty()
            return
        if self.found is None or results.state is ResultsState.FAILED:
            self._waiting.show_state(self.page_id)
            self._stack.setCurrentWidget(self._waiting)
        if engine is None or results.state is ResultsState.FAILED:
            return
        query, chosen = self.question(), self.by

        def work(progress: Progress) -> _Answered[T]:
            attributes = self.splits(engine)
            by = chosen if chosen in attributes else self.usual(attributes)
            return _Answered(engine, attributes, by, self.study(engine, replace(query, by=by), progress))

        job, replaces = Job(_COMPUTING, work, quiet=True), f"page:{self.page_id}"
        self.services.runner.submit(job, lane=Lane.STORE, replaces=replaces).then(self.on_answered, self.on_refused)

    def forget(self) -> None:
        self.found = None
        self.set_title(self.title)

    def on_answered(self, answered: _Answered[T]) -> None:
        """The answer is there; one on data that are gone is of no use."""
        if answered.engine is self.services.results.engine:
            self.attributes, self.by, self.found = answered.attributes, answered.by, answered.found
            self.split.setVisible(len(self.attributes) > 1)
            self.split.setText("" if self.by is None else self.label_of(self.by))
            self.split.updateGeometry()
            self.draw()

    def on_refused(self, error: UserError) -> None:
        """It cannot be computed: what is missing is said in the place of the page."""
        self.found = None
        need = [render(entry(self.page_id).need)] if isinstance(error, NoData) else []
        self._show_empty(in_sentences([render(error.message), *need]))

    def draw(self) -> None:
        """Show what is known once more, in the style and language of now."""
        if self.found is None:
            return
        was_hidden = self._stack.currentWidget() is not self._content
        self._stack.setCurrentWidget(self._content)
        self.show_study(self.found)
        self.grid.arrange()
        if was_hidden:  # only now it is known how wide the charts are
            self._soon.start()

    def _show_empty(self, reason: str = "") -> None:
        """The page's promise and what it needs, or the reason why it cannot keep it."""
        said = entry(self.page_id)
        self._offers_sample = is_new = self.services.results.state is ResultsState.EMPTY
        self._empty.set_texts(said.icon, render(said.promise), reason or render(said.need))
        link = self.tr("Try the sample company") if is_new else self.tr("Get a template") if said.table else ""
        self._empty.set_actions(self.tr("Import files"), link, icon="upload")
        self._stack.setCurrentWidget(self._empty)

    def new_chart(self, height: int = 296, *, can_note: bool = False, study: str = "") -> ChartTile:
        """A chart whose menu copies and exports it, perhaps takes notes, and puts it on the board as that study."""
        tile = ChartTile(self, can_note=can_note)
        tile.study, tile.note_at = study, notes_of(self.services)
        tile.setMinimumHeight(height)
        tile.asked.connect(self.on_asked)
        lead(tile, lambda: self.findChildren(ChartTile))
        return tile

    def options(self, tile: ChartTile) -> FigureOptions:
        """What belongs on a chart of that size."""
        document = self.services.session.document
        size = (max(320, tile.view.width()), max(160, tile.view.height()))
        return FigureOptions(tuple(document.targets.values()), document.annotations, size=size)

    def on_asked(self, what: str) -> None:
        """The menu of a tile: copies and exports are actions of the window."""
        tile = self.sender()
        figure = tile.figure
        if what == BOARD:
            self.go.emit("dashboard", f"+{STUDY}-{tile.study}")
        elif figure is not None:
            self.act.emit("chart." + what, (figure,))

    def on_split_menu(self) -> None:
        """By which attribute."""
        choices = [Choice(name, self.label_of(name)) for name in self.attributes]
        choose(self.split, choices, self.on_split, current=self.by)

    def on_split(self, name: object) -> None:
        """Split by another attribute."""
        self.by = str(name)
        self.mark_stale()

    def on_view_asked(self, page: str) -> None:
        """Another view of the same entry of the sidebar."""
        self.go.emit(page, "")

    def on_import(self) -> None:
        """The empty page's way out."""
        self.act.emit("import.files", ())

    def on_empty_link(self) -> None:
        """What it says: the sample company, or a sheet to fill in where other data are in already."""
        if self._offers_sample:
            self.act.emit("import.sample", ())
        else:
            self.act.emit("help.templates", (entry(self.page_id).table,))

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)
        if self.found is not None:
            self._soon.start()

    def set_narrow(self, narrow: bool) -> None:
        super().set_narrow(narrow)
        self.views.set_narrow(narrow)
        self.grid.set_narrow(narrow)

    def retranslate(self) -> None:
        """Texts in the language of now; a page with texts of its own calls this last."""
        self.set_title(render(entry(self.page_id).title))
        self.views.retranslate()
        self.split.setAccessibleName(self.tr("Split by"))
        if self.found is None and self._stack.currentWidget() is self._empty:
            self._show_empty()
