"""A KPI over two drivers as a heat map, with the line on which it has the wanted value."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from kpidesk.charts.bands import OPACITY, Ends, Ground, bands
from kpidesk.charts.figure import Axis, Column, Datum, Figure, KeyEntry, Line, Point, Table, Text, Tick
from kpidesk.charts.labels import axis_kind
from kpidesk.charts.scales import nice_ticks, tick_texts
from kpidesk.charts.spec import FigureOptions
from kpidesk.core.formatting import Style, format_value
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.metrics.frame import Array

FIRST_COLUMN = "first column"
"""The fact at which value of the driver across the table's first column stands; the last is at the end of the axis."""


@dataclass(frozen=True, slots=True, eq=False)
class DriverAxis:
    """One driver: its name, the kind of its numbers, its values from bound to bound, and where it is now."""

    name: str
    kind: str
    values: Array
    now: float


@dataclass(frozen=True, slots=True, eq=False)
class TwoDriversView:
    """The KPI's ``values`` (down, across), NaN where it has none; ``lines`` of (x, y) on which it is the goal.

    ``ground`` has the same between more of the drivers' values, for the colours; its ends may lie just within theirs.
    """

    name: str
    kind: str
    across: DriverAxis
    down: DriverAxis
    values: Array
    goal: float
    lines: Sequence[Sequence[tuple[float, float]]]
    is_at_least: bool = True
    changes: tuple[Text, ...] = ()
    ground: Ground | None = None


def build_two_drivers(view: TwoDriversView, style: Style, options: FigureOptions) -> Figure:
    """Bands deeper the further from the goal on either side; the line is where it is just met."""
    ground, across = _ground(view)
    ends = across, _bounds(view.down)
    marks = bands(ground, view.goal, _as_function(view), ends, is_at_least=view.is_at_least)
    cells = Ground(view.across.values, view.down.values, view.values).known()
    view = replace(view, across=replace(view.across, values=cells.xs), values=cells.values)
    x, y = view.across, view.down
    for line in view.lines:
        seen = [point for point in line if point[0] >= across[0]]
        marks.append(Line(tuple(x for x, _ in seen), tuple(y for _, y in seen), "scenario", 2.5))
    now = Message(QT_TRANSLATE_NOOP("charts", "as set") if view.changes else QT_TRANSLATE_NOOP("charts", "now"))
    marks.append(Point(x.now, y.now, "ink1", 8.0, now, "right", "ink1", is_strong=True))
    goal = format_value(view.goal, view.kind, style)
    met = Message(QT_TRANSLATE_NOOP("charts", "{kpi} = {goal}"), kpi=view.name, goal=goal)
    words = QT_TRANSLATE_NOOP("charts", "{kpi} over {across} and {down}")
    return Figure(
        "two_drivers",
        tuple(marks),
        _axis(x, ends[0], style),
        _axis(y, ends[1], style),
        Message(words, kpi=view.name, across=x.name, down=y.name),
        Message(QT_TRANSLATE_NOOP("charts", "across {across}, up {down}"), across=x.name, down=y.name),
        (
            KeyEntry("scenario", met, "line"),
            KeyEntry("diverging.6", Message(QT_TRANSLATE_NOOP("charts", "Reaches it")), "block", OPACITY),
            KeyEntry("diverging.2", Message(QT_TRANSLATE_NOOP("charts", "Does not")), "block", OPACITY),
        ),
        view.changes,
        _table(view, style),
        _sentence(view, goal, style),
        size=options.size,
        facts={FIRST_COLUMN: repr(float(x.values[0]))},
    )


def _ground(view: TwoDriversView) -> tuple[Ground, Ends]:
    """What is coloured, without first columns in which nothing has a value, and from where to where across."""
    whole = view.ground or Ground(view.across.values, view.down.values, view.values)
    known, (low, high) = whole.known(), _bounds(view.across)
    return known, (low if known is whole else float(known.xs[0]), high)


def _bounds(driver: DriverAxis) -> Ends:
    return float(driver.values[0]), float(driver.values[-1])


def _as_function(view: TwoDriversView) -> Array:
    """The line as rows of x and y from the left to the right; empty where it is several, or turns back."""
    line = np.array(view.lines[0] if len(view.lines) == 1 else (), dtype=float).reshape(-1, 2)
    line = line[::-1] if len(line) > 1 and line[0, 0] > line[-1, 0] else line
    return line if len(line) > 1 and (np.diff(line[:, 0]) > 0).all() else np.empty((0, 2))


def _axis(driver: DriverAxis, ends: Ends, style: Style) -> Axis:
    """From bound to bound, with round numbers between."""
    low, high = ends
    ticks = [at for at in nice_ticks(low, high) if low <= at <= high]
    texts = tick_texts(ticks, axis_kind(driver.kind, style), style)
    return Axis(low, high, tuple(Tick(at, text) for at, text in zip(ticks, texts, strict=True)))


def _table(view: TwoDriversView, style: Style) -> Table:
    x, y = view.across, view.down
    columns = (
        Column(f"{y.name} \\ {x.name}", role="label"),
        *(Column(format_value(float(value), x.kind, style), view.kind) for value in x.values),
    )
    rows: list[tuple[Datum, ...]] = [
        (format_value(float(value), y.kind, style), *(float(cell) for cell in view.values[row]))
        for row, value in enumerate(y.values)
    ]
    return Table(columns, tuple(rows), style)


def _sentence(view: TwoDriversView, goal: str, style: Style) -> Message:
    points = [point for line in view.lines for point in line]
    if not points:
        words = QT_TRANSLATE_NOOP("charts", "{kpi} is nowhere {goal} within these bounds.")
        return Message(words, kpi=view.name, goal=goal)
    x, y = view.across, view.down
    (x0, y0), (x1, y1) = min(points), max(points)
    words = QT_TRANSLATE_NOOP("charts", "{kpi} is {goal} from {across} {x0} with {down} {y0} to {x1} with {y1}.")
    texts = {"x0": format_value(x0, x.kind, style), "x1": format_value(x1, x.kind, style)}
    texts |= {"y0": format_value(y0, y.kind, style), "y1": format_value(y1, y.kind, style)}
    return Message(words, kpi=view.name, goal=goal, across=x.name, down=y.name, **texts)
