"""The state of the what-if page without its widgets: which scenario, which drivers and targets, what they come to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np

from kpidesk.charts.card import Card
from kpidesk.charts.figure import Figure, Text
from kpidesk.charts.kinds.path import PathView, build_path
from kpidesk.charts.kinds.tornado import TornadoBar, TornadoView, build_tornado
from kpidesk.charts.scenario_card import build_scenario_card
from kpidesk.charts.spec import FigureOptions
from kpidesk.core.formatting import Style, format_value
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.frame import ResultFrame
from kpidesk.qt.translation import listed, render
from kpidesk.qt.widgets.slider_row import DriverView
from kpidesk.scenario.drivers import Driver
from kpidesk.scenario.model import Scenario
from kpidesk.scenario.presets import scenario_label
from kpidesk.scenario.projection import MonthPath
from kpidesk.session.studies import Comparison, Studies

TARGETS = ("ltv_cac", "ltv", "cac_payback_months")
FALLBACKS = ("customer_lifetime_months", "nrr", "arpa", "revenue", "aov", "roas", "cac")
VOLUMES = ("new_customers",)
PATH_KPIS = ("mrr", "active_customers", "revenue")
HISTORY = 12


@dataclass(frozen=True, slots=True)
class Answer:
    """What the page shows for one state of the drivers."""

    comparison: Comparison
    path: MonthPath | None
    cards: tuple[Card, ...]
    figure: Figure | None


class WhatIf:
    """Everything that follows from one frame; built anew when the data or the question change."""

    def __init__(self, studies: Studies, catalogue: Catalogue, frame: ResultFrame, style: Style) -> None:
        self._studies = studies
        self._catalogue = catalogue
        self.frame = frame
        self.style = style
        self.targets = self._known((*TARGETS, *FALLBACKS))[:3]
        self.path_kpi = next(iter(self._known(PATH_KPIS)), None)
        wanted = (*self.targets, *self._known(VOLUMES)) or self._known(PATH_KPIS)
        found = studies.drivers(frame, wanted) if wanted else ()
        self.drivers = tuple(driver for driver in found if not driver.is_part)
        self.writes = {driver.name: partial(self.show, driver.name) for driver in self.drivers}

    def _known(self, names: Iterable[str]) -> tuple[MetricName, ...]:
        return tuple(MetricName(name) for name in names if self.frame.value(name) is not None)

    def label(self, name: str) -> str:
        """The name of a KPI in the reader's language."""
        return self._catalogue.get(name).label(self.style.language)

    def show(self, name: str, value: float | None) -> str:
        """A value of a KPI as a card writes it."""
        return format_value(value, self._catalogue.get(name).unit.kind, self.style)

    def is_share(self, name: str) -> bool:
        """Whether its values are typed in percent."""
        return self._catalogue.get(name).unit.kind == "share"

    def is_better_up(self, name: str) -> bool:
        """Whether more of it is good."""
        return self._catalogue.get(name).good != "down"

    def driver(self, name: str) -> Driver | None:
        """One of the drivers, None where the name is not among them."""
        return next((driver for driver in self.drivers if driver.name == name), None)

    def answer(self, scenario: Scenario, months: int, size: tuple[int, int]) -> Answer:
        """Cards and month path under a scenario."""
        comparison = self._studies.compare(self.frame, scenario)
        has_dates = self.path_kpi is not None and bool(self.frame.periods) and self.frame.as_of is not None
        path = self._studies.path(self.frame, scenario, months) if has_dates else None
        changed = ", ".join(self.label(name) for name in comparison.changes)
        cards = [
            build_scenario_card(
                name,
                comparison.baseline.get(name),
                comparison.scenario.get(name),
                self._catalogue,
                self.style,
                drivers=changed,
            )
            for name in self.targets
        ]
        figure = None
        if path is not None and self.path_kpi is not None:
            cards.append(self._card_ahead(path, self.path_kpi, months, changed))
            figure = self._figure(path, self.path_kpi, scenario, comparison, size)
        return Answer(comparison, path, tuple(cards), figure)

    def _card_ahead(self, path: MonthPath, name: MetricName, months: int, changed: str) -> Card:
        words = Message(QT_TRANSLATE_NOOP("whatif", "{kpi} in {n} {n|month|months}"), kpi=self.label(name), n=months)
        return build_scenario_card(
            name,
            float(path.baseline[name][-1]),
            float(path.scenario[name][-1]),
            self._catalogue,
            self.style,
            label=render(words),
            drivers=changed,
        )

    def _figure(
        self, path: MonthPath, name: MetricName, scenario: Scenario, comparison: Comparison, size: tuple[int, int]
    ) -> Figure:
        frame = self.frame
        last = frame.column(path.at)
        stop = len(frame.periods) if last is None else last + 1
        first = max(0, stop - HISTORY - 1)
        past = frame.series[name].values[frame.segments.index(None), first:stop]
        view = PathView(
            self.label(name),
            self._catalogue.get(name).unit.kind,
            frame.periods[first:stop],
            np.asarray(past, dtype=float),
            path.periods,
            path.baseline[name],
            path.scenario[name],
            scenario_label(scenario),
            self.changes(comparison),
            profile=frame.profile,
            notes=tuple(path.notes),
        )
        return build_path(view, self.style, FigureOptions(size=size))

    def changes(self, comparison: Comparison) -> Text:
        """``Customer churn 3.9% → 1.95%``, for foots and exports."""
        parts = [
            f"{self.label(name)} {self.show(name, before)} → {self.show(name, after)}"
            for name, (before, after) in comparison.changes.items()
        ]
        return listed(parts)

    def tornado(self, target: MetricName, size: tuple[int, int]) -> Figure | None:
        """What moves a target most, each driver ±20%; None where the target has no value."""
        found = self._studies.tornado(self.frame, target)
        if found is None:
            return None
        shown = {driver.name for driver in self.drivers}
        bars = tuple(
            TornadoBar(self.label(swing.driver), swing.low, swing.high)
            for swing in found.swings
            if swing.driver in shown
        )
        view = TornadoView(self.label(target), self._catalogue.get(target).unit.kind, found.baseline, bars[:6])
        return build_tornado(view, self.style, FigureOptions(size=size))


def driver_view(state: WhatIf, driver: Driver, changed: Mapping[MetricName, tuple[float | None, float]]) -> DriverView:
    """A driver as its row shows it; bounds widen where a value was typed beyond them."""
    _, value = changed.get(MetricName(driver.name), (None, driver.baseline))
    low, high = min(driver.low, value), max(driver.high, value)
    label, is_share = state.label(driver.name), state.is_share(driver.name)
    return DriverView(label, value, driver.baseline, low, high, driver.step, state.writes[driver.name], is_share)
