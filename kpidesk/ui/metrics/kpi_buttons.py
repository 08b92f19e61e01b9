"""The buttons that the page of KPIs puts into the top bar; in a narrow window most of them are icons."""

from PySide6.QtCore import QObject

from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.metrics.frame import ResultFrame
from kpidesk.qt.translation import words
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.popover import Choice, choose
from kpidesk.ui.window.page import Page
from kpidesk.workspace.dashboard import CARD, CHART

HALVED = ("customer_churn_rate", "revenue_churn_rate")
_NO_VALUE = Message(QT_TRANSLATE_NOOP("kpis", "Not known, so it cannot be halved"))
_NOTHING = Message(QT_TRANSLATE_NOOP("kpis", "It is 0: there is nothing to halve"))


class KpiButtons(QObject):
    """``all``, ``sources``, ``new``, ``edit`` and ``export`` are the page's to connect."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._is_narrow = False
        self.all = Button("", "ghost", "arrow-left")
        self.halve = Button("", "violet", "flask-conical")
        self.sources = Button("", "secondary", "git-compare")
        self.new, self.edit = Button("", "secondary", "plus"), Button("", "secondary", "square-pen")
        self.board, self.export = Button("", "secondary", "plus"), Button("", "primary", "share")
        for button in (self.all, self.halve, self.sources, self.edit, self.new, self.board, self.export):
            page.add_header_button(button)
        self.halve.clicked.connect(self.on_halve)
        self.board.clicked.connect(self.on_board_menu)

    def show_one(self, name: str, *, has_sources: bool, is_own: bool) -> None:
        """Those of one KPI."""
        chosen = ((self.halve, name in HALVED), (self.sources, has_sources), (self.edit, is_own))
        own = {button for button, is_shown in chosen if is_shown}
        self._page.show_header_buttons({self.all, self.board, self.export} | own)

    def show_possible(self, name: MetricName, frame: ResultFrame) -> None:
        """What can be done with the numbers that there are; of a KPI without any there is nothing to export."""
        self.show_halving(name, frame)
        series = frame.series.get(name)
        if series is None or series.reason is None:
            self.export.setEnabled(True)
            self.export.set_hint("")
        else:
            self.export.disable(words(series.reason))

    def show_halving(self, name: MetricName, frame: ResultFrame) -> None:
        """Half of it is a question where its value is known; elsewhere the button says what is lacking."""
        value, series = frame.value(name), frame.series.get(name)
        if value:
            self.halve.setEnabled(True)
            self.halve.set_hint("")
            return
        reason = _NOTHING if value == 0 else series.reason if series is not None else None
        self.halve.disable(words(reason or _NO_VALUE))

    def show_list(self, *, can_add: bool) -> None:
        """Those of the list, or none."""
        self._page.show_header_buttons({self.new} if can_add else set())

    def on_halve(self) -> None:
        """Half of it, on the what-if page."""
        self._page.go.emit("whatif", "halve_churn")

    def on_board_menu(self) -> None:
        """Its number or its chart, on the board that is open."""
        card, chart = Choice(CARD, self.tr("As a card")), Choice(CHART, self.tr("As a chart"))
        choose(self.board, (card, chart), self.on_board, align_right=True)

    def on_board(self, kind: object) -> None:
        """It was said how it is to stand there."""
        self._page.go.emit("dashboard", f"+{kind}-{self._page.subject}")

    def set_narrow(self, narrow: bool) -> None:
        """Icons alone where a word has no room."""
        self._is_narrow = narrow
        self.retranslate()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self.halve.setText(self.tr("Halve it"))
        self.new.setText(self.tr("New KPI"))
        self.export.setText(self.tr("Export"))
        texts = ((self.all, self.tr("All KPIs")), (self.board, self.tr("Add to board")), (self.edit, self.tr("Edit")))
        for button, text in texts:
            button.setText("" if self._is_narrow else text)
            button.set_hint(text if self._is_narrow else "")
        self.sources.set_hint(self.tr("Compare sources"))
