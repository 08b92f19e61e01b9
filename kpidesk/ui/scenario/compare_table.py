"""The table of scenarios side by side: every KPI that one of them moves, and how far it is from the baseline."""

import math
from collections.abc import Sequence

from kpidesk.core.formatting import format_change, format_value
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.metrics.report import is_kpi
from kpidesk.qt.translation import render, words
from kpidesk.qt.widgets.table_model import Cell, Column, TableView
from kpidesk.scenario.model import Scenario
from kpidesk.scenario.presets import scenario_label
from kpidesk.session.remembered import Remembered
from kpidesk.session.studies import Comparison, Studies
from kpidesk.ui.scenario.what_if import WhatIf

Pair = tuple[Cell, Cell]
_COLUMNS, _ROWS = 12, 500
_WIDEST = 176
"""Room for names, so that three scenarios stand side by side in a window of usual width."""

_NO_CHANGE = Cell("", order=0.0)


class CompareTable:
    """Writes the table; what a scenario comes to is written once, as long as it stays as it is."""

    def __init__(self) -> None:
        self._written: Remembered[tuple[WhatIf, int], tuple[Comparison, dict[MetricName, Pair]]] = Remembered(_COLUMNS)
        self._begun: Remembered[tuple[WhatIf, MetricName], Pair] = Remembered(_ROWS)

    def of(self, studies: Studies, state: WhatIf, scenarios: Sequence[Scenario]) -> TableView:
        """A row for each KPI that a scenario moves, the targets of the page first."""
        found = [studies.compare(state.frame, scenario, beside=state.beside) for scenario in scenarios]
        pairs = [self._pairs(state, each) for each in found]
        before = found[0].baseline if found else {}
        moving = frozenset().union(*pairs)
        moved = [name for name in before if name in moving]
        moved.sort(key=lambda name: name not in state.targets)
        return TableView(_columns(scenarios), tuple(self._row(state, name, before[name], pairs) for name in moved))

    def _row(
        self, state: WhatIf, name: MetricName, before: float, pairs: Sequence[dict[MetricName, Pair]]
    ) -> tuple[Cell, ...]:
        """One that leaves the KPI alone has the baseline's value and no change."""
        head, same = self._begun.get((state, name), lambda: _begun(state, name, before))
        return head, same, *(cell for each in pairs for cell in each.get(name, (same, _NO_CHANGE)))

    def _pairs(self, state: WhatIf, found: Comparison) -> dict[MetricName, Pair]:
        # The comparison is kept with what was written of it, so that its id stays its own.
        return self._written.get((state, id(found)), lambda: (found, _written(state, found)))[1]


_FEW = 100
"""So many are not told to the tenth."""


def _columns(scenarios: Sequence[Scenario]) -> tuple[Column, ...]:
    change = Message(QT_TRANSLATE_NOOP("whatif", "Change"))
    columns = [
        Column(render(Message(QT_TRANSLATE_NOOP("whatif", "KPI"))), widest=_WIDEST),
        Column(render(Message(QT_TRANSLATE_NOOP("whatif", "Baseline"))), is_number=True),
    ]
    for scenario in scenarios:
        columns += [Column(words(scenario_label(scenario)), is_number=True), Column(render(change), is_number=True)]
    return tuple(columns)


def _begun(state: WhatIf, name: MetricName, before: float) -> Pair:
    """The name and the baseline."""
    label = state.label(name)
    return Cell(label, tip=label), Cell(format_value(before, state.kind(name), state.style), order=before)


def _written(state: WhatIf, found: Comparison) -> dict[MetricName, Pair]:
    """Value and change of every KPI that the scenario moves."""
    moved = {}
    for name, before in found.baseline.items():
        after = found.scenario.get(name, math.nan)
        if after != before and is_kpi(name) and not math.isclose(after, before, rel_tol=1e-9):
            moved[name] = _pair(state, name, before, after)
    return moved


def _pair(state: WhatIf, name: MetricName, before: float, after: float) -> Pair:
    kind, change = _kind(state, name, after), after - before
    is_good = (change > 0) == state.is_better_up(name)
    tone = "" if change != change or not state.has_direction(name) else "good" if is_good else "bad"
    return (
        Cell(format_value(after, kind, state.style), order=after, is_strong=True),
        Cell(format_change(change, kind, state.style), tone, (change > 0) - (change < 0), order=change),
    )


def _kind(state: WhatIf, name: MetricName, after: float) -> str:
    """As which kind a value is written: of few there are halves, since 19 would become 10 by −10."""
    kind = state.kind(name)
    is_broken = abs(after) < _FEW and not math.isclose(after, round(after), abs_tol=1e-6)
    return "ratio" if kind == "count" and is_broken else kind
