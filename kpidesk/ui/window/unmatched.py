"""Filters that no row passes: said in the place of the page, for a 0 of nothing is no measured 0."""

from dataclasses import replace

from PySide6.QtCore import QEvent

from kpidesk.metrics.query import Query
from kpidesk.qt.signals import connect
from kpidesk.qt.translation import listed, style, words
from kpidesk.qt.widgets.empty_state import EmptyState
from kpidesk.session.change import Change
from kpidesk.session.commands.view import SetQuery
from kpidesk.session.services import Services
from kpidesk.ui.window.page_stack import PageStack
from kpidesk.ui.window.query_words import kept_text

KEY = "window:unmatched"


class Unmatched(EmptyState):
    """Asks for all KPIs under the filters that are on, and covers the pages that follow them where none counts a row.

    Whatever the range: a company may well have sold nothing in the months that are shown. These are asked for first, as
    the pages do, and all periods only where they have nothing.
    """

    def __init__(self, services: Services, stack: PageStack) -> None:
        super().__init__(stack)
        self._services, self._stack = services, stack
        self._asked: Query | None = None
        self.action_clicked.connect(self.on_clear)
        connect(services.session.changed, self.on_changed)
        connect(services.results.updated, self.on_answered)
        connect(services.results.rebuilt, self.ask)
        self.hide()
        self.retranslate()
        self.ask()

    def on_changed(self, change: Change) -> None:
        """Other filters may let rows through."""
        if change.moves_numbers:
            self.ask()

    def ask(self) -> None:
        """Count what passes; without filters there is nothing to ask."""
        document, results = self._services.session.document, self._services.results
        if document.query.filters and not document.is_empty:
            if results.engine is None:  # how the data are read again is said by the pages
                self._stack.set_cover(None)
            self._asked = document.query.present.query(document.rules)
            results.request(KEY, self._asked)
        else:
            results.release(KEY)
            self._stack.set_cover(None)

    def on_answered(self, keys: frozenset[str]) -> None:
        """It is known what passes."""
        if KEY not in keys:
            return
        frame, catalogue = self._services.results.answer(KEY), self._services.catalogue
        names = () if frame is None else [name for name in frame.series if name in catalogue]
        is_nothing = frame is not None and frame.is_nothing(n for n in names if catalogue.get(n).counts_rows)
        every = None if self._asked is None else replace(self._asked, first=None, last=None)
        if is_nothing and every is not None and every != self._asked:
            self._asked = every
            self._services.results.request(KEY, every)
            return
        if is_nothing:
            self.retranslate()
        self._stack.set_cover(self if is_nothing else None)

    def on_clear(self) -> None:
        """All rows again."""
        session = self._services.session
        session.execute(SetQuery(replace(session.document.query, filters=())))
        session.seal()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        schema, language = self._services.schema, style().language
        kept = self._services.session.document.query.filters
        named = listed([f"{schema.label(each.attribute, language)} {words(kept_text(each))}" for each in kept])
        self.set_texts("search", self.tr("No rows match these filters."), named)
        self.set_actions(self.tr("Clear filters"), icon="x")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
