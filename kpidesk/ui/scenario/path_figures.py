"""The large chart of the what-if page: a KPI month by month, or the cash of one new customer."""

from dataclasses import dataclass

from kpidesk.charts.figure import Figure, Text
from kpidesk.charts.kinds.path import PathView, build_path
from kpidesk.charts.kinds.payback import PaybackView, build_payback
from kpidesk.charts.spec import FigureOptions
from kpidesk.core.formatting import with_periods
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.metrics.frame import Array
from kpidesk.scenario.cash import months_to_pay_back, payback_curve
from kpidesk.scenario.model import Scenario
from kpidesk.scenario.presets import scenario_label
from kpidesk.scenario.projection import MonthPath
from kpidesk.session.studies import Comparison
from kpidesk.ui.scenario.what_if import WhatIf

CASH = "cash"
"""Stands for the cash of one new customer among the KPIs to choose from."""
Size = tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Band:
    """Where 80 of 100 draws of the baseline's drivers lie in each month, and how many draws that were."""

    low: Array
    high: Array
    draws: int


def cash_figure(state: WhatIf, scenario: Scenario, found: Comparison, months: int, size: Size) -> Figure | None:
    """What one new customer cost and brings back; None where CAC, ARPA or churn are not known."""
    before, after = (payback_curve(side, months, state.beside.ages) for side in (found.baseline, found.scenario))
    if before is None or after is None:
        return None
    is_supposed = bool(scenario.active)
    leaving = QT_TRANSLATE_NOOP("charts", "customers leave by their age")
    notes: tuple[Text, ...] = () if state.beside.ages is None else (Message(leaving),)
    view = PaybackView(
        before,
        months_to_pay_back(before),
        after if is_supposed else None,
        months_to_pay_back(after) if is_supposed else None,
        scenario_label(scenario),
        state.changes(found),
        notes,
        state.frame.profile,
    )
    return build_payback(view, state.style, FigureOptions(size=size))


def path_figure(
    state: WhatIf,
    path: MonthPath,
    name: MetricName,
    scenario: Scenario,
    found: Comparison,
    size: Size,
    band: Band | None = None,
) -> Figure:
    """A KPI month by month, baseline and scenario, with the band of the baseline where it is known."""
    history, past = state.past(name, path.at)
    notes = [with_periods(note, state.style) for note in path.notes]
    if band is not None:
        drawn = QT_TRANSLATE_NOOP("charts", "80% band: {n} draws of drivers as their own history drifts")
        notes.append(Message(drawn, n=f"{band.draws:,}"))
    view = PathView(
        state.label(name),
        state.kind(name),
        history,
        past,
        path.periods,
        path.baseline[name],
        path.scenario[name] if scenario.active else None,
        scenario_label(scenario),
        state.changes(found),
        low=None if band is None else band.low,
        high=None if band is None else band.high,
        profile=state.frame.profile,
        notes=tuple(notes),
        begins=scenario.start if scenario.active else None,
    )
    return build_path(view, state.style, FigureOptions(size=size))
