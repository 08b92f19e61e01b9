"""Cash of one new customer: below nothing by what winning it cost, then what it brings back month by month."""

from dataclasses import dataclass

import numpy as np

from kpidesk.charts.figure import Axis, Column, Datum, Figure, Line, Mark, Point, Rule, Table, Text, Tick
from kpidesk.charts.labels import axis_kind, profile_words
from kpidesk.charts.scales import value_axis
from kpidesk.charts.spec import FigureOptions
from kpidesk.charts.supposed import BASELINE, SCENARIO, supposed_foot, supposed_key
from kpidesk.core.formatting import Style, format_value
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.metrics.frame import Array

_STRIDES = (1, 2, 3, 6, 12, 24)
_LABEL = 48


@dataclass(frozen=True, slots=True, eq=False)
class PaybackView:
    """What is left of the cost after 0, 1, 2 … months, and after how many it is earned back (None: not in sight).

    ``scenario`` is None where nothing is supposed; both curves are of one length. ``notes`` say what was assumed.
    """

    baseline: Array
    baseline_months: int | None
    scenario: Array | None = None
    scenario_months: int | None = None
    scenario_name: Text = SCENARIO
    changes: Text = ""
    notes: tuple[Text, ...] = ()
    profile: str = "kpidesk"


def build_payback(view: PaybackView, style: Style, options: FigureOptions) -> Figure:
    """Baseline grey and dashed, scenario violet and thick; a dot where the cost is earned back."""
    known = view.baseline if view.scenario is None else np.concatenate([view.baseline, view.scenario])
    months = view.baseline.size - 1
    return Figure(
        "payback",
        _marks(view, style),
        Axis(-0.02 * months - 0.2, months + 0.5, _ticks(months, options.size[0] - 140), "value"),
        value_axis(float(known.min()), float(known.max()), axis_kind("money", style), style, room=0.03),
        Message(QT_TRANSLATE_NOOP("charts", "Cash of one new customer")),
        Message(QT_TRANSLATE_NOOP("charts", "margin less CAC, by month")),
        supposed_key(None if view.scenario is None else view.scenario_name),
        (*supposed_foot(view.scenario_name, view.changes), *view.notes, profile_words(view.profile)),
        _table(view, style),
        _sentence(view, style),
        tuple(float(month) for month in range(months + 1)),
        size=options.size,
    )


def _sides(view: PaybackView) -> list[tuple[Array, int | None, str]]:
    sides = [(view.baseline, view.baseline_months, "baseline")]
    if view.scenario is not None:
        sides.append((view.scenario, view.scenario_months, "scenario"))
    return sides


def _marks(view: PaybackView, style: Style) -> tuple[Mark, ...]:
    xs = tuple(float(month) for month in range(view.baseline.size))
    marks: list[Mark] = [Rule("y", 0.0, "ink3")]
    for values, months, ink in _sides(view):
        is_scenario = ink == "scenario"
        ys, text = tuple(map(float, values)), format_value(float(values[-1]), "money", style)
        width, dash, said = (2.5, "solid", "scenario") if is_scenario else (2.0, "dashed", "ink2")
        marks.append(Line(xs, ys, ink, width, dash, text, said, is_strong=is_scenario))
        if months is not None and months < values.size:
            place = "above" if is_scenario or view.scenario is None else "below"
            marks.append(Point(float(months), ys[months], ink, 7.0, _after(months), place, said, is_scenario))
    return tuple(marks)


def _after(months: int) -> Message:
    return Message(QT_TRANSLATE_NOOP("charts", "{n} {n|month|months}"), n=months)


def _ticks(months: int, width: float) -> tuple[Tick, ...]:
    stride = next((each for each in _STRIDES if months / each * _LABEL <= width), _STRIDES[-1])
    return tuple(Tick(float(month), str(month)) for month in range(0, months + 1, stride))


def _table(view: PaybackView, style: Style) -> Table:
    columns = [
        Column(Message(QT_TRANSLATE_NOOP("charts", "Months")), role="label"),
        Column(BASELINE, "money", ink="baseline", dash="dashed"),
    ]
    if view.scenario is not None:
        columns.append(Column(view.scenario_name, "money", ink="scenario"))
    rows: list[tuple[Datum, ...]] = [
        (str(month), *(float(values[month]) for values, _, _ in _sides(view))) for month in range(view.baseline.size)
    ]
    return Table(tuple(columns), tuple(rows), style)


def _sentence(view: PaybackView, style: Style) -> Message:
    values, months, _ = _sides(view)[-1]
    cost = format_value(-float(values[0]), "money", style)
    if months is None:
        words = QT_TRANSLATE_NOOP("charts", "A new customer costs {cost} and does not earn it back in sight.")
        return Message(words, cost=cost)
    words = QT_TRANSLATE_NOOP("charts", "A new customer costs {cost} and earns it back in {n} {n|month|months}.")
    return Message(words, cost=cost, n=months)
