"""A KPI over two drivers as a heat map, with the line on which it has the wanted value."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

import numpy as np

from kpidesk.charts.figure import Area, Axis, Column, Datum, Figure, KeyEntry, Line, Mark, Point, Table, Text, Tick
from kpidesk.charts.labels import axis_kind
from kpidesk.charts.scales import nice_ticks, tick_texts
from kpidesk.charts.spec import FigureOptions
from kpidesk.core.formatting import Style, format_value
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.metrics.frame import Array

_OPACITY = 0.55


@dataclass(frozen=True, slots=True, eq=False)
class DriverAxis:
    """One driver: its name, the kind of its numbers, the middles of its cells, and where it is now."""

    name: str
    kind: str
    values: Array
    now: float


@dataclass(frozen=True, slots=True, eq=False)
class TwoDriversView:
    """The KPI's ``values`` (down, across), NaN where it has none; ``lines`` of (x, y) on which it is the goal."""

    name: str
    kind: str
    across: DriverAxis
    down: DriverAxis
    values: Array
    goal: float
    lines: Sequence[Sequence[tuple[float, float]]]
    is_at_least: bool = True
    changes: tuple[Text, ...] = ()


def build_two_drivers(view: TwoDriversView, style: Style, options: FigureOptions) -> Figure:
    """Cells paler the further they miss the goal and deeper the better; the line is where it is just met."""
    view = _where_known(view)
    marks = _marks(view)
    x, y = view.across, view.down
    least = _edges(x.values)[0]
    for line in view.lines:
        seen = [point for point in line if point[0] >= least]
        marks.append(Line(tuple(x for x, _ in seen), tuple(y for _, y in seen), "scenario", 2.5))
    now = Message(QT_TRANSLATE_NOOP("charts", "now"))
    marks.append(Point(x.now, y.now, "ink1", 8.0, now, "right", "ink1", is_strong=True))
    goal = format_value(view.goal, view.kind, style)
    met = Message(QT_TRANSLATE_NOOP("charts", "{kpi} = {goal}"), kpi=view.name, goal=goal)
    words = QT_TRANSLATE_NOOP("charts", "{kpi} over {across} and {down}")
    return Figure(
        "two_drivers",
        tuple(marks),
        _axis(x, style),
        _axis(y, style),
        Message(words, kpi=view.name, across=x.name, down=y.name),
        Message(QT_TRANSLATE_NOOP("charts", "across {across}, up {down}"), across=x.name, down=y.name),
        (
            KeyEntry("scenario", met, "line"),
            KeyEntry("diverging.6", Message(QT_TRANSLATE_NOOP("charts", "Reaches it")), "block"),
            KeyEntry("diverging.2", Message(QT_TRANSLATE_NOOP("charts", "Does not")), "block"),
        ),
        view.changes,
        _table(view, style),
        _sentence(view, goal, style),
        size=options.size,
    )


def _where_known(view: TwoDriversView) -> TwoDriversView:
    """Without first columns in which nothing has a value (no churn at all, say): no empty strip beside the cells."""
    known = np.flatnonzero(np.isfinite(view.values).any(axis=0))
    first = int(known[0]) if known.size else 0
    if not first or first > len(view.across.values) - 2:
        return view
    across = replace(view.across, values=view.across.values[first:])
    return replace(view, across=across, values=view.values[:, first:])


def _marks(view: TwoDriversView) -> list[Mark]:
    """The ground in bands, by how far from the goal: told by factors where all is above nothing."""
    off = view.values - view.goal
    if view.goal > 0 and np.nanmin(view.values, initial=np.inf) > 0:
        off = np.log(view.values / view.goal)
    off = off if view.is_at_least else -off
    known = np.abs(off[np.isfinite(off)])
    reach = max(float(np.percentile(known, 80)) if known.size else 1.0, 1e-300)
    return _bands(view, off, reach) or _cells(view, off, reach)


def _bands(view: TwoDriversView, off: Array, reach: float) -> list[Mark]:
    """Bands with even borders, that of the goal along the line; none unless all columns rise, or all fall."""
    xs, ys = _edges(view.across.values), _edges(view.down.values)
    across = np.array([xs[0], *view.across.values, xs[-1]])
    up = np.array([ys[0], *view.down.values, ys[-1]])
    whole = _to_the_edges(_to_the_edges(off).T).T
    if not np.isfinite(whole).all():
        return []
    if (np.diff(whole, axis=0) < 0).all():
        whole, up = whole[::-1], up[::-1]
    if not (np.diff(whole, axis=0) > 0).all():
        return []
    line = _as_function(view)
    at = np.unique([*across, *(x for x in line[:, 0] if xs[0] < x < xs[-1])])
    columns = np.array([np.interp(at, across, row) for row in whole]).T
    levels = np.array([-2, -1, 0, 1, 2]) * reach / 3
    borders = np.array([np.interp(levels, column, up) for column in columns]).T
    if len(line):
        told = (at >= line[0, 0]) & (at <= line[-1, 0])
        borders[2, told] = np.clip(np.interp(at[told], line[:, 0], line[:, 1]), ys[0], ys[-1])
        over, under = (np.maximum, np.minimum) if up[0] < up[-1] else (np.minimum, np.maximum)
        borders[3:], borders[:2] = over(borders[3:], borders[2]), under(borders[:2], borders[2])
    bounds = [np.full_like(at, up[0]), *borders, np.full_like(at, up[-1])]
    marks: list[Mark] = []
    for ink, (one, other) in zip((1, 2, 3, 5, 6, 7), pairwise(bounds), strict=True):
        if not np.array_equal(one, other):
            lows, highs = tuple(np.minimum(one, other).tolist()), tuple(np.maximum(one, other).tolist())
            marks.append(Area(tuple(at.tolist()), lows, highs, f"diverging.{ink}", _OPACITY))
    return marks


def _as_function(view: TwoDriversView) -> Array:
    """The line as rows of x and y from the left to the right; empty where it is several, or turns back."""
    line = np.array(view.lines[0] if len(view.lines) == 1 else (), dtype=float).reshape(-1, 2)
    line = line[::-1] if len(line) > 1 and line[0, 0] > line[-1, 0] else line
    return line if len(line) > 1 and (np.diff(line[:, 0]) > 0).all() else np.empty((0, 2))


def _to_the_edges(rows: Array) -> Array:
    """Each row with what its first two and last two values come to half a step further."""
    first, last = 1.5 * rows[:, :1] - 0.5 * rows[:, 1:2], 1.5 * rows[:, -1:] - 0.5 * rows[:, -2:-1]
    found: Array = np.hstack([first, rows, last])
    return found


def _cells(view: TwoDriversView, off: Array, reach: float) -> list[Mark]:
    """A plain area for each run of cells alike."""
    xs, ys = _edges(view.across.values), _edges(view.down.values)
    steps = np.minimum(3, np.nan_to_num(np.abs(off) / reach * 3).astype(int) + 1)
    inks = np.where(np.isfinite(off), np.where(off >= 0, 4 + steps, 4 - steps), 0)
    marks: list[Mark] = []
    for row, line in enumerate(inks.tolist()):
        column = 0
        for step, cells in groupby(line):
            first, column = column, column + len(list(cells))
            if step:
                low, high = ys[row], ys[row + 1]
                marks.append(Area((xs[first], xs[column]), (low, low), (high, high), f"diverging.{step}", _OPACITY))
    return marks


def _edges(middles: Array) -> list[float]:
    step = float(middles[1] - middles[0])
    return [float(middles[0]) - step / 2, *(float(value) + step / 2 for value in middles)]


def _axis(driver: DriverAxis, style: Style) -> Axis:
    """From the first cell to the last, with round numbers between."""
    edges = _edges(driver.values)
    ticks = [at for at in nice_ticks(edges[0], edges[-1]) if edges[0] <= at <= edges[-1]]
    texts = tick_texts(ticks, axis_kind(driver.kind, style), style)
    return Axis(edges[0], edges[-1], tuple(Tick(at, text) for at, text in zip(ticks, texts, strict=True)))


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
