"""A KPI that the data do not give: why, which tables and columns it needs, and the ways to them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from kpidesk.charts.needs import by_table, need_of, with_columns
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.facts.usage import finer_time
from kpidesk.metrics.definitions import Definition
from kpidesk.metrics.frame import ResultFrame, Series
from kpidesk.qt.translation import in_sentences, language, render, say
from kpidesk.qt.widgets.empty_state import EmptyState
from kpidesk.schema.loader import TABLES

_MONTHLY = "monthly_metrics"
_INSTEAD = QT_TRANSLATE_NOOP("cards", "Or a table of {table}: {parts}.")
_PLAIN = "The data do not hold {columns}."
"""The reason that says no more than which columns lack."""


class NumbersOrLack(QStackedWidget):
    """The numbers of a KPI, or one empty state in their place. ``act(id, arguments)``: an action is asked for."""

    act = Signal(str, tuple)

    def __init__(self, numbers: QWidget) -> None:
        super().__init__()
        self._table = ""
        self._lack = EmptyState(self)
        self._lack.action_clicked.connect(self.on_import)
        self._lack.link_clicked.connect(self.on_template)
        for widget in (numbers, self._lack):
            self.addWidget(widget)

    @property
    def is_lacking(self) -> bool:
        """Whether the data do not give the KPI."""
        return self.currentWidget() is self._lack

    def show_numbers(self) -> None:
        """Nothing is known to lack."""
        self.setCurrentIndex(0)

    def show_kpi(self, definition: Definition, frame: ResultFrame) -> None:
        """Its numbers, or what it lacks: the reason once, all tables and columns, and the ways to them."""
        series = frame.series.get(definition.name)
        if series is None or series.reason is None:
            self.show_numbers()
            return
        is_coarse = (
            finer_time(series.reason, series.missing) is not None
        )  # what lacks is no column: the reason says all
        said = [] if is_coarse else [render(need) for need in _needs(definition, series)]
        if not said or series.reason.template.text != _PLAIN:
            said.insert(0, render(series.reason))
        head = say(self.tr("Your data do not give this yet: {name}"), name=definition.label(language()))
        self._lack.set_texts("gauge", head, in_sentences(said))
        self._table = next((table for table in by_table(series.missing) if table in TABLES), "")
        importing = self.tr("Import files") if series.missing else ""
        self._lack.set_actions(importing, self.tr("Get a template") if self._table else "", icon="upload")
        self.setCurrentWidget(self._lack)

    def on_import(self) -> None:
        """Bring what lacks."""
        self.act.emit("import.files", ())

    def on_template(self) -> None:
        """The template of the first table that lacks."""
        self.act.emit("help.templates", (self._table,))


def _needs(definition: Definition, series: Series) -> list[Message]:
    """Each table once with all its columns, then the figure of a monthly sheet that would do instead."""
    lacking = by_table(series.missing)
    found = [need_of(table, columns, series.missing, language()) for table, columns in lacking.items()]
    instead = by_table(definition.needs).get(_MONTHLY)
    if found and instead and _MONTHLY not in lacking:
        found.append(with_columns(_INSTEAD, _MONTHLY, instead, language()))
    return found
