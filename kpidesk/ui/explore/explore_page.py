"""A study with the rows behind its bars and cells, in a panel beside it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpidesk.core.errors import UserError
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.facts.facts import Facts
from kpidesk.metrics.trace import RowSet
from kpidesk.qt.widgets.scroll import PanelRoom
from kpidesk.session.jobs import Job, Lane
from kpidesk.session.services import Services
from kpidesk.ui.charts.chart_tile import ChartTile
from kpidesk.ui.explore.members_panel import MembersPanel
from kpidesk.ui.metrics.row_words import RowWords, attribute_label
from kpidesk.ui.window.page import COMPARISON, CONTEXT_ALL, SCENARIO
from kpidesk.ui.window.study_page import StudyPage

T = TypeVar("T")
_LOOKING = Message(QT_TRANSLATE_NOOP("explore", "Looking up the rows"))


class ExplorePage(StudyPage[T]):
    """Ask for rows with ``ask_rows``; tiles stand below one another while the panel takes their room."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent, parts=CONTEXT_ALL - {SCENARIO, COMPARISON})
        self._narrow = False

    def main_chart(self) -> ChartTile:
        """The chart that Ctrl+E takes away."""
        raise NotImplementedError  # each page has its own; Qt's metaclass leaves none for abc

    def label_of(self, attribute: str) -> str:
        return attribute_label(self.services.schema, attribute, self.style_of_numbers)

    def build_content(self) -> QWidget:
        self.panel = MembersPanel(self.services.runner, f"page:{self.page_id}", self)
        self.panel.hide()
        self.panel.closed.connect(self.on_panel_closed)
        both = QWidget(self)
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.room, 1)
        self._panel_room = PanelRoom(self.room, self.panel, both)
        row.addWidget(self._panel_room)
        return both

    def find(self) -> None:
        if self.panel.isVisible():
            self.panel.list.find()
        else:
            super().find()

    def refresh(self) -> None:
        self.on_panel_closed()
        super().refresh()

    def ask_rows(self, title: str, find: Callable[[Facts], RowSet], amount: str = "") -> None:
        """Show who is behind a bar or a cell in the panel."""
        engine = self.services.results.engine
        if engine is None:
            return
        facts = engine.facts
        self.panel.show()
        self._arrange()
        self.panel.show_waiting(title)

        def done(rows: RowSet) -> None:
            self.panel.show_rows(title, rows, RowWords.now(self.services, self.style_of_numbers), amount)

        job = Job(_LOOKING, lambda _: find(facts), quiet=True)
        key = f"page:{self.page_id}:rows"
        self.services.runner.submit(job, lane=Lane.STORE, replaces=key).then(done, self.on_no_rows)

    def on_no_rows(self, error: UserError) -> None:
        """There is nobody to show."""
        self.on_panel_closed()
        self.services.notices.error(error)

    def on_panel_closed(self) -> None:
        """The panel gives its room back."""
        if not self.panel.isHidden():
            self.panel.hide()
            self._arrange()

    def set_narrow(self, narrow: bool) -> None:
        super().set_narrow(narrow)
        self._narrow = narrow
        self.panel.set_narrow(narrow)
        self._panel_room.set_narrow(narrow)
        self._arrange()

    def _arrange(self) -> None:
        self.grid.set_narrow(self._narrow or not self.panel.isHidden())

    def can_export(self) -> bool:
        return self.found is not None and self.main_chart().figure is not None

    def export(self) -> None:
        self.act.emit("chart.png", (self.main_chart().figure,))

    def retranslate(self) -> None:
        super().retranslate()
        self.panel.retranslate()
