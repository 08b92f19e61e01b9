"""The context bar and the document: what the bar shows comes from the query, what it asks becomes a command."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from kpidesk.core.formatting import Style
from kpidesk.core.ids import ScenarioId
from kpidesk.facts.facts import Facts
from kpidesk.qt.signals import connect
from kpidesk.qt.translation import style, words
from kpidesk.scenario.presets import scenario_label
from kpidesk.schema.model import Schema
from kpidesk.session.change import Change
from kpidesk.session.commands.scenarios import ShowScenario
from kpidesk.session.commands.view import SetQuery, SetRules
from kpidesk.session.services import Services
from kpidesk.ui.window.context_bar import ContextBar
from kpidesk.workspace.document import Dataset, ViewQuery

_NAMED = 2
"""So many tables are named where a segment is of several."""


class ContextBinding(QObject):
    """Also knows which scenario is on, and how numbers are written. ``scenario_changed(id)``, ``style_changed()``."""

    scenario_changed = Signal(str)
    style_changed = Signal()

    def __init__(self, services: Services, bar: ContextBar, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._bar = services, bar
        self._scenarios: tuple[dict[str, str], str] = ({}, "")
        self.style: Style = style()
        bar.query_chosen.connect(self.on_query)
        bar.scenario_chosen.connect(self.choose_scenario)
        bar.profile_chosen.connect(self.on_profile)
        connect(services.session.changed, self.on_changed)
        connect(services.results.rebuilt, self.renew)
        connect(services.results.attributed, self.renew)
        self.renew()

    def on_query(self, query: ViewQuery) -> None:
        """The bar asks something else."""
        self._services.session.execute(SetQuery(query))
        self._services.session.seal()

    def on_profile(self, name: str) -> None:
        """Count everything by other definitions."""
        session = self._services.session
        session.execute(SetRules(replace(session.document.rules, profile=name)))
        session.seal()

    @property
    def scenario(self) -> ScenarioId:
        """The scenario that is shown beside the baseline, '' where there is none."""
        document = self._services.session.document
        shown = document.query.scenario
        return shown if shown is not None and shown in document.scenarios else ScenarioId("")

    def choose_scenario(self, scenario: str) -> None:
        """Turn a scenario on, or with an empty id go back to the baseline."""
        known = self._services.session.document.scenarios
        self._services.session.execute(ShowScenario(ScenarioId(scenario) if scenario in known else None))
        self._services.session.seal()

    def on_changed(self, change: Change) -> None:
        """The document moved; a slider under the hand leaves the bar alone unless the scenario's name moves."""
        if change.settings - {"scenario"}:
            self.renew()
        elif change.scenarios or change.settings:
            self._renew_scenarios()

    def _renew_scenarios(self) -> None:
        document = self._services.session.document
        before = self._scenarios[1]
        names = {str(s.id): words(scenario_label(s)) for s in document.scenarios.values()}
        if (names, self.scenario) != self._scenarios:
            self._scenarios = (names, self.scenario)
            self._bar.set_scenarios(*self._scenarios)
        if self.scenario != before:
            self.scenario_changed.emit(self.scenario)

    def renew(self) -> None:
        """Show what is asked now, and what else could be."""
        document, engine = self._services.session.document, self._services.results.engine
        currency = document.rules.currency
        if currency is None:
            # While the data are read again their figures still show, in the currency that they have.
            currency = engine.facts.currency if engine is not None else self.style.currency
        numbers = style(currency)
        if numbers != self.style:
            self.style = numbers
            self.style_changed.emit()
        if engine is not None:
            self._services.results.ask_attributes()
            attributes, schema = self._services.results.attributes, self._services.schema
            names = dict.fromkeys((*attributes, *(kept.attribute for kept in document.query.filters)))
            labels = {name: schema.label(name, numbers.language) for name in names}
            told = tables_told(attributes, document.used, schema, numbers.language)
            self._bar.set_data(_days(engine.facts), attributes, labels, told)
        else:
            self._bar.set_data(None, {}, {}, {})
        self._renew_scenarios()
        self._bar.set_profile(document.rules.profile)
        has_targets = any(target.value is not None for target in document.targets.values())
        self._bar.set_query(document.query, numbers, document.rules.fiscal_year_starts, has_targets=has_targets)


def _days(facts: Facts) -> tuple[date, date] | None:
    """The first and the last day of which the data tell."""
    if facts.as_of is None:
        return None
    return facts.as_of if facts.extent is None else min(facts.extent[0], facts.as_of), facts.as_of


def tables_told(
    attributes: Iterable[str], datasets: Iterable[Dataset], schema: Schema, language: str
) -> dict[str, str]:
    """Behind the number of values: the tables that have such a column, of those that several have.

    A channel of customers and one of visits bear the same name and need not have the same values.
    """
    tables: dict[str, dict[str, None]] = {name: {} for name in attributes}
    for dataset in datasets:
        for column in dataset.columns:
            if column.name in tables and dataset.table in schema.tables:
                labels = schema.tables[dataset.table].labels
                tables[column.name][labels.get(language, labels["en"])] = None
    return {name: _in_short(tuple(found)) for name, found in tables.items() if len(found) > 1}


def _in_short(tables: Sequence[str]) -> str:
    more = f" +{len(tables) - _NAMED}" if len(tables) > _NAMED else ""
    return f" · {' · '.join(tables[:_NAMED])}{more}"
