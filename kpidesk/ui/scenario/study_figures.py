"""Charts of the what-if studies: scenarios side by side, two drivers, ranges."""

from collections.abc import Sequence

from kpidesk.charts.bands import Ground
from kpidesk.charts.figure import Figure, Text
from kpidesk.charts.kinds.fan import FanView, build_fan
from kpidesk.charts.kinds.histogram import HistogramView, build_histogram
from kpidesk.charts.kinds.paths import PathsView, ScenarioPath, build_paths
from kpidesk.charts.kinds.tornado import TornadoBar, TornadoView, build_tornado
from kpidesk.charts.kinds.two_drivers import DriverAxis, TwoDriversView, build_two_drivers
from kpidesk.charts.spec import FigureOptions
from kpidesk.charts.supposed import supposed_foot
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.scenario.model import Scenario
from kpidesk.scenario.presets import scenario_label
from kpidesk.scenario.simulation import Outcomes
from kpidesk.session.studies import Studies
from kpidesk.ui.scenario.what_if import WhatIf

Size = tuple[int, int]
_BARS = 6
_TOGETHER = 0.3
"""A weaker correlation is no moving together that anybody would see."""


def said(state: WhatIf, scenario: Scenario) -> tuple[Text, ...]:
    """The scenario and what it changes, for the foot of any chart; nothing for the baseline."""
    if not scenario.active:
        return ()
    return supposed_foot(scenario_label(scenario), state.said_of(scenario))


def two_drivers_figure(
    studies: Studies, state: WhatIf, scenario: Scenario, target: str, goal: float, pair: Sequence[str], size: Size
) -> Figure | None:
    """The target over two drivers, the scenario's other drivers as they are; None for drivers without a value."""
    one, other = (state.whole_driver(name) for name in pair)
    if one is None or other is None or one is other:
        return None
    overrides = studies.overrides(state.frame, scenario, None, state.beside)
    grid, ground, lines = studies.two_drivers(state.frame, target, goal, (one, other), overrides)
    now = studies.compare(state.frame, scenario, beside=state.beside).scenario
    across, down = (
        DriverAxis(state.inline(each.name), each.unit.kind, values, now.get(MetricName(each.name), each.baseline))
        for each, values in ((one, grid.xs), (other, grid.ys))
    )
    view = TwoDriversView(
        state.label(target),
        state.kind(target),
        across,
        down,
        grid.values,
        goal,
        lines,
        state.is_better_up(target),
        said(state, scenario),
        Ground(ground.xs, ground.ys, ground.values),
    )
    return build_two_drivers(view, state.style, FigureOptions(size=size))


def tornado_figure(
    state: WhatIf, target: MetricName, scenario: Scenario, size: Size, *, by_history: bool = False
) -> Figure | None:
    """What moves a target most; None where the target has no value, or no driver bears on it."""
    found = state.tornado(target, scenario, by_history=by_history)
    if found is None:
        return None
    bars = tuple(TornadoBar(state.label(swing.driver), swing.low, swing.high) for swing in found.swings[:_BARS])
    effort = None if by_history else 0.2
    view = TornadoView(state.label(target), state.kind(target), found.baseline, bars, effort)
    return build_tornado(view, state.style, FigureOptions(size=size))


def fan_figure(state: WhatIf, scenario: Scenario, found: Outcomes, size: Size) -> Figure | None:
    """The KPI that is followed by months; None where there are no months."""
    if not found.fan or not found.periods:
        return None
    name = next(iter(found.fan))
    history, past = state.past(name, found.periods[0].shifted(-1))
    changes = (*said(state, scenario), *_drawn(state, found))
    view = FanView(
        state.label(name), state.kind(name), history, past, found.periods, found.fan[name], changes, state.frame.profile
    )
    return build_fan(view, state.style, FigureOptions(size=size))


def histogram_figure(state: WhatIf, scenario: Scenario, found: Outcomes, goal: float, size: Size) -> Figure:
    """How often the target comes to what."""
    name = found.target
    view = HistogramView(
        state.label(name),
        state.kind(name),
        found.values,
        goal,
        state.is_better_up(name),
        footnote=(*said(state, scenario), *_drawn(state, found)),
    )
    return build_histogram(view, state.style, FigureOptions(size=size))


def _drawn(state: WhatIf, found: Outcomes) -> tuple[Text, ...]:
    """How it was drawn, and which drivers moved together most, where any did."""
    template = QT_TRANSLATE_NOOP("whatif", "{n} draws, seed {seed}")
    drawn = Message(template, n=f"{found.values.size:,}", seed=found.seed)
    closest = found.closest()
    if closest is None or abs(closest[2]) < _TOGETHER:
        return (drawn,)
    one, other, strength = closest
    together = QT_TRANSLATE_NOOP(
        "whatif", "drivers move together as their histories did, most {one} and {other} ({strength})"
    )
    said = f"{strength:+.2f}".replace("-", "−")
    return drawn, Message(together, one=state.label(one), other=state.label(other), strength=said)


def compare_figure(state: WhatIf, scenarios: Sequence[Scenario], months: int, size: Size) -> Figure | None:
    """The KPI that is followed by months under each scenario; None where there are no months to follow."""
    paths = [path for scenario in scenarios if (path := state.path(scenario, months)) is not None]
    name = state.ahead(paths[0]) if paths else None
    if name is None:
        return None
    history, past = state.past(name, paths[0].at)
    lines = tuple(
        ScenarioPath(scenario_label(scenario), path.scenario[name], state.said_of(scenario))
        for scenario, path in zip(scenarios, paths, strict=True)
    )
    view = PathsView(
        state.label(name),
        state.kind(name),
        history,
        past,
        paths[0].periods,
        paths[0].baseline[name],
        lines,
        state.frame.profile,
    )
    return build_paths(view, state.style, FigureOptions(size=size))
