"""The context bar and the document: what the bar shows comes from the query, what it asks becomes a command."""

from PySide6.QtCore import QObject, Signal

from kpidesk.core.formatting import Style
from kpidesk.core.ids import ScenarioId
from kpidesk.qt.signals import connect
from kpidesk.qt.translation import style
from kpidesk.session.change import Change
from kpidesk.session.commands.view import SetQuery
from kpidesk.session.services import Services
from kpidesk.ui.window.context_bar import ContextBar
from kpidesk.workspace.document import ViewQuery

DEFAULT_CURRENCY = "USD"


class ContextBinding(QObject):
    """Also holds which scenario is on, and how numbers are written. ``scenario_changed(id)``, ``style_changed()``."""

    scenario_changed = Signal(str)
    style_changed = Signal()

    def __init__(self, services: Services, bar: ContextBar, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._bar = services, bar
        self.scenario = ScenarioId("")
        self.style: Style = style()
        bar.query_chosen.connect(self.on_query)
        bar.scenario_chosen.connect(self.choose_scenario)
        connect(services.session.changed, self.on_changed)
        connect(services.results.rebuilt, self.renew)
        self.renew()

    def on_query(self, query: ViewQuery) -> None:
        """The bar asks something else."""
        self._services.session.execute(SetQuery(query))
        self._services.session.seal()

    def choose_scenario(self, scenario: str) -> None:
        """Turn a scenario on, or with an empty id go back to the baseline."""
        known = self._services.session.document.scenarios
        self.scenario = ScenarioId(scenario if scenario in known else "")
        self.renew()
        self.scenario_changed.emit(self.scenario)

    def on_changed(self, change: Change) -> None:
        """The document moved."""
        if self.scenario and self.scenario not in self._services.session.document.scenarios:
            self.choose_scenario("")
        if change.settings or change.scenarios:
            self.renew()

    def renew(self) -> None:
        """Show what is asked now, and what else could be."""
        document, engine = self._services.session.document, self._services.results.engine
        currency = document.rules.currency
        if currency is None:
            currency = engine.facts.currency if engine is not None else DEFAULT_CURRENCY
        numbers = style(currency)
        if numbers != self.style:
            self.style = numbers
            self.style_changed.emit()
        if engine is not None:
            self._bar.set_data(engine.facts.as_of, engine.attributes)
        else:
            self._bar.set_data(None, {})
        self._bar.set_scenarios({str(s.id): s.name for s in document.scenarios.values()}, self.scenario)
        self._bar.set_query(document.query, numbers)
