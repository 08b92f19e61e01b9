"""A page that explores: a study in a job, its charts, the panel of who is behind them, an empty state with a reason."""

from collections.abc import Callable
from dataclasses import replace
from typing import Generic, TypeVar

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kpidesk.core.errors import UserError
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.facts.facts import Facts
from kpidesk.metrics.query import Query
from kpidesk.metrics.trace import RowSet
from kpidesk.qt.signals import connect
from kpidesk.qt.translation import render
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.empty_state import EmptyState
from kpidesk.qt.widgets.popover import Choice, choose
from kpidesk.qt.widgets.scroll import COLUMNS, GAP, MARGIN, MARGIN_NARROW, PageScroll
from kpidesk.session.change import Change
from kpidesk.session.jobs import Job, Lane
from kpidesk.session.results import ResultsState
from kpidesk.session.services import Services
from kpidesk.ui.actions.pages import entry
from kpidesk.ui.charts.chart_tile import ChartTile
from kpidesk.ui.explore.members_panel import MembersPanel
from kpidesk.ui.metrics.row_words import RowWords
from kpidesk.ui.window.page import COMPARISON, CONTEXT_ALL, SCENARIO, Page
from kpidesk.ui.window.waiting_view import WaitingView

S = TypeVar("S")
_CONTENT, _EMPTY, _WAITING = 0, 1, 2
SHOWN_ROWS = 1000
USUAL = ("segment", "plan", "channel", "country", "region")
_LOOKING = Message(QT_TRANSLATE_NOOP("explore", "Looking up the rows"))
_STUDYING = Message(QT_TRANSLATE_NOOP("explore", "Computing"))


class ExplorePage(Page, Generic[S]):
    """Pages give ``study`` (in the job's thread, without Qt) and ``show_study`` (the result on the window's)."""

    def __init__(self, services: Services, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, parts=CONTEXT_ALL - {SCENARIO, COMPARISON})
        self._services = services
        self._entry = entry(name)
        self.attributes: tuple[str, ...] = ()
        self.by: str | None = None
        self.found: S | None = None
        self._narrow = False
        self._stack = QStackedWidget(self)
        self.body_scroll = PageScroll(self)
        self.panel = MembersPanel(self)
        self.panel.hide()
        self.panel.closed.connect(self.on_panel_closed)
        self._empty = EmptyState(self)
        self._empty.action_clicked.connect(self.on_import)
        self._empty.link_clicked.connect(self.on_sample)
        self.split = Button("", "secondary", height=28)
        self.split.set_menu_mark(True)
        self.split.clicked.connect(self.on_split_menu)
        self._stack.addWidget(self._beside())
        self._stack.addWidget(self._empty)
        self._waiting = WaitingView(services.results, self)
        self._stack.addWidget(self._waiting)
        self._stack.setCurrentIndex(_WAITING)
        self.set_content(self._stack)
        connect(services.results.rebuilt, self.mark_stale)

    def study(self, facts: Facts, query: Query, progress: Progress) -> S:
        """What the page shows; raises UserError with what is missing."""
        raise NotImplementedError

    def show_study(self, found: S) -> None:
        """The numbers are there."""
        raise NotImplementedError

    def splits(self, facts: Facts) -> tuple[str, ...]:
        """The attributes by which the study can be split."""
        raise NotImplementedError

    def main_chart(self) -> ChartTile:
        """The chart that Ctrl+E takes away."""
        raise NotImplementedError

    def query(self) -> Query:
        """The question of the context bar, split as the page is."""
        document = self._services.session.document
        return document.query.query(document.rules, by=self.by)

    def concerns(self, change: Change) -> bool:
        return change.moves_numbers

    def refresh(self) -> None:
        results = self._services.results
        if results.state is ResultsState.EMPTY:
            self._show_empty(render(self._entry.need), is_new=True)
            return
        engine = results.engine
        if self.found is None or results.state is ResultsState.FAILED:
            self._waiting.show_state(self._entry.id)
            self._stack.setCurrentIndex(_WAITING)
        if engine is None:
            return
        facts, chosen, query = engine.facts, self.by, self.query()

        def work(progress: Progress) -> tuple[tuple[str, ...], str | None, S]:
            attributes = self.splits(facts)
            by = chosen if chosen in attributes else self.usual(attributes)
            return attributes, by, self.study(facts, replace(query, by=by), progress)

        self.on_panel_closed()
        job = Job(_STUDYING, work, quiet=True)
        key = f"explore:{self._entry.id}"
        self._services.runner.submit(job, lane=Lane.STORE, replaces=key).then(self.on_found, self.on_refused)

    def usual(self, attributes: tuple[str, ...]) -> str | None:
        """The attribute by which the page splits until the user chooses another."""
        return next((each for each in USUAL if each in attributes), attributes[0] if attributes else None)

    def on_found(self, told: tuple[tuple[str, ...], str | None, S]) -> None:
        """The study is done."""
        self.attributes, self.by, self.found = told
        self._stack.setCurrentIndex(_CONTENT)
        self.split.setVisible(bool(self.attributes))
        self.split.setText(self.label_of(self.by) if self.by is not None else "")
        self.split.updateGeometry()
        self.show_study(self.found)

    def on_refused(self, error: UserError) -> None:
        """Something is missing for it: the page says what."""
        self.found = None
        self._show_empty(render(error.message))

    def label_of(self, attribute: str | None) -> str:
        """What the reader calls an attribute."""
        words = RowWords.of(self._services.schema, (), self.style_of_numbers)
        return words.head(f"a_{attribute}").capitalize()

    def ask_rows(self, title: str, find: Callable[[Facts], RowSet], amount: str = "") -> None:
        """Show who is behind a bar or a cell in the panel."""
        engine = self._services.results.engine
        if engine is None:
            return
        facts = engine.facts
        self.panel.show()
        self._arrange()
        self.panel.show_waiting(title)

        def done(rows: RowSet) -> None:
            sources = tuple(str(dataset.source) for dataset in self._services.session.document.used)
            words = RowWords.of(self._services.schema, sources, self.style_of_numbers)
            self.panel.show_rows(title, rows, words, amount)

        job = Job(_LOOKING, lambda _: find(facts), quiet=True)
        key = f"explore:{self._entry.id}:rows"
        self._services.runner.submit(job, lane=Lane.STORE, replaces=key).then(done, self.on_no_rows)

    def on_no_rows(self, error: UserError) -> None:
        """There is nobody to show."""
        self.on_panel_closed()
        self._services.notices.error(error)

    def on_panel_closed(self) -> None:
        """The panel gives its room back."""
        if not self.panel.isHidden():
            self.panel.hide()
            self._arrange()

    def on_split_menu(self) -> None:
        """By which attribute."""
        choices = [Choice(name, self.label_of(name)) for name in self.attributes]
        choose(self.split, choices, self.on_split, current=self.by)

    def on_split(self, name: object) -> None:
        """Split by another attribute."""
        self.by = str(name)
        self.mark_stale()

    def on_asked(self, what: str) -> None:
        """A chart's menu."""
        self.act.emit("chart." + what, (self.sender().figure,))

    def on_import(self) -> None:
        """The empty page's way out."""
        self.act.emit("import.files", ())

    def on_sample(self) -> None:
        """Or the sample company."""
        self.act.emit("import.sample", ())

    def new_chart(self, height: int) -> ChartTile:
        """A tile whose menu works."""
        tile = ChartTile(self)
        tile.setFixedHeight(height)
        tile.asked.connect(self.on_asked)
        return tile

    def arrange(self, *, stacked: bool) -> None:
        """Place tiles that stand side by side; below one another where the panel or the window leaves little room."""

    def place(self, row: QGridLayout, *tiles: tuple[QWidget, int], stacked: bool) -> None:
        """Tiles side by side on twelve columns, or below one another."""
        at = 0
        for line, (tile, columns) in enumerate(tiles):
            row.removeWidget(tile)
            if stacked:
                row.addWidget(tile, line, 0, 1, COLUMNS)
            else:
                row.addWidget(tile, 0, at, 1, columns)
            at += columns

    def set_narrow(self, narrow: bool) -> None:
        super().set_narrow(narrow)
        self._narrow = narrow
        self.panel.set_narrow(narrow)
        self._panel_home.setContentsMargins(0, GAP, MARGIN_NARROW if narrow else MARGIN, GAP)
        self._arrange()

    def _arrange(self) -> None:
        self.arrange(stacked=self._narrow or not self.panel.isHidden())

    def can_export(self) -> bool:
        return self.found is not None and self.main_chart().figure is not None

    def export(self) -> None:
        self.act.emit("chart.png", (self.main_chart().figure,))

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self.set_title(render(self._entry.title))
        self.panel.retranslate()
        self.split.setAccessibleName(self.tr("Split by"))

    def _beside(self) -> QWidget:
        both = QWidget(self)
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.body_scroll, 1)
        self._panel_home = QVBoxLayout()
        self._panel_home.setContentsMargins(0, GAP, MARGIN, GAP)
        self._panel_home.addWidget(self.panel)
        row.addLayout(self._panel_home)
        return both

    def _show_empty(self, need: str, *, is_new: bool = False) -> None:
        self._empty.set_texts(self._entry.icon, render(self._entry.promise), need)
        self._empty.set_actions(
            self.tr("Import files"), self.tr("Try the sample company") if is_new else "", icon="upload"
        )
        self._stack.setCurrentIndex(_EMPTY)
