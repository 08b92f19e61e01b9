"""Cohorts as a heat map, and as curves over the age, the youngest darkest."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from kpidesk.charts.figure import Axis, Column, Datum, Figure, KeyEntry, Line, Mark, Point, Table, Text, Tick
from kpidesk.charts.kinds.heatmap import HeatView, build_heatmap
from kpidesk.charts.labels import axis_kind
from kpidesk.charts.palette import curve_ink
from kpidesk.charts.scales import value_axis
from kpidesk.charts.spec import FigureOptions
from kpidesk.core.formatting import Style, format_period, format_value
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Grain
from kpidesk.metrics.cohorts import CohortTable, Kept
from kpidesk.metrics.frame import Array

_TITLES = {
    Kept.CUSTOMERS: QT_TRANSLATE_NOOP("charts", "Customers kept"),
    Kept.REVENUE: QT_TRANSLATE_NOOP("charts", "Revenue kept"),
    Kept.NET_REVENUE: QT_TRANSLATE_NOOP("charts", "Revenue kept, with expansion"),
    Kept.USERS: QT_TRANSLATE_NOOP("charts", "Users kept"),
}
_RULES = {
    ("subscriptions", Kept.CUSTOMERS): QT_TRANSLATE_NOOP("charts", "Who pays at the end of the period"),
    ("subscriptions", Kept.REVENUE): QT_TRANSLATE_NOOP("charts", "Of each customer no more than at the start"),
    ("subscriptions", Kept.NET_REVENUE): QT_TRANSLATE_NOOP("charts", "All that the customers of the start pay"),
    ("orders", Kept.CUSTOMERS): QT_TRANSLATE_NOOP("charts", "Who buys in the period"),
    ("orders", Kept.NET_REVENUE): QT_TRANSLATE_NOOP("charts", "What the customers of the start buy in the period"),
    ("events", Kept.USERS): QT_TRANSLATE_NOOP("charts", "Who is active in the period"),
}
_BY = {
    Grain.QUARTER: QT_TRANSLATE_NOOP("charts", "by quarter of the start, quarters since"),
    Grain.YEAR: QT_TRANSLATE_NOOP("charts", "by year of the start, years since"),
    Grain.WEEK: QT_TRANSLATE_NOOP("charts", "by week of the start, weeks since"),
    Grain.DAY: QT_TRANSLATE_NOOP("charts", "by day of the start, days since"),
}
_TOLD_AGE = 12
_DOTTED = QT_TRANSLATE_NOOP("charts", "Dotted: reached by fewer than half of the cohorts")
_BY_MONTH = QT_TRANSLATE_NOOP("charts", "by month of the start, months since")


def cohort_title(table: CohortTable) -> Message:
    """What is followed."""
    return Message(_TITLES[table.kept])


def cohort_notes(table: CohortTable, style: Style, *, has_running: bool = True) -> tuple[Text, ...]:
    """Definition, n, what the hatching means where what has not ended is drawn, source."""
    n = format_value(float(table.sizes.sum()), "count", style.exact())
    notes: list[Text] = []
    if (table.source, table.kept) in _RULES:
        notes.append(Message(_RULES[table.source, table.kept]))
    notes.append(Message(QT_TRANSLATE_NOOP("charts", "based on {n}"), n=n))
    if has_running and table.running.any():
        notes.append(Message(QT_TRANSLATE_NOOP("charts", "Hatched: not ended")))
    if table.files:
        notes.append(Message(QT_TRANSLATE_NOOP("charts", "Source: {files}"), files=", ".join(table.files)))
    return (*notes, *table.notes)


def build_cohort_map(table: CohortTable, style: Style, options: FigureOptions, *, shares: bool = True) -> Figure:
    """Cohorts down, their age across; what has not ended is hatched, what is not known yet is left empty."""
    values = table.shares if shares else table.values
    kind = "share" if shares else "money" if table.kept.is_money else "count"
    highest = float(np.nanmax(values)) if np.isfinite(values).any() else 1.0
    view = HeatView(
        tuple(format_period(start, style) for start in table.starts),
        tuple(str(age) for age in range(values.shape[1])),
        values,
        axis_kind(kind, style),
        cohort_title(table),
        Message(_BY.get(table.grain, _BY_MONTH)),
        tuple(float(n) for n in table.sizes),
        None,
        max(1.0, highest) if shares else highest,
        cohort_notes(table, style),
        table.running,
    )
    figure = build_heatmap(view, style, options)
    average, n = table.average()
    if shares and np.isfinite(average).sum() > 1:
        return replace(figure, summary=_sentence(table, average, n, style))
    return figure


def build_cohort_curves(table: CohortTable, style: Style, options: FigureOptions) -> Figure:
    """The share kept over the age: each cohort a thin line, the average of those that have ended a thick one.

    From the age on that fewer than half of the cohorts have reached, the average is of the oldest, and dotted.
    """
    shares = np.where(table.running, np.nan, table.shares)
    average, n = table.average()
    count = len(shares)
    ages = int(np.flatnonzero(np.isfinite(shares).any(axis=0)).max(initial=0)) + 1  # beyond, none has ended yet
    shares, average, n = shares[:, :ages], average[:ages], n[:ages]
    known = [float(each) for each in shares.flat if np.isfinite(each)]
    xs = tuple(float(age) for age in range(ages))
    marks: list[Mark] = []
    for row in range(count):
        ys = tuple(float(y) for y in shares[row])
        marks.append(Line(xs, ys, curve_ink(row, count), 1.25))
    last = np.flatnonzero(np.isfinite(average))
    if last.size:
        told, end = _told_age(last.tolist(), np.isfinite(shares).sum(axis=0).tolist(), ages), int(last[-1]) + 1
        whole = tuple(float(y) for y in average[:end])
        marks.append(Line(xs[: told + 1], whole[: told + 1], "ink1", 2.25))
        if told + 1 < end:  # of the oldest few, whose line is not that of all
            marks.append(Line(xs[told:end], whole[told:], "ink1", 2.25, dash="dotted"))
        at = format_value(whole[told], "share", style)
        marks.append(Point(float(told), whole[told], "ink1", 7.0, at, "above", is_strong=True))
    key = (
        KeyEntry("ink1", Message(QT_TRANSLATE_NOOP("charts", "All of them together"))),
        KeyEntry(curve_ink(count - 1, count), Message(QT_TRANSLATE_NOOP("charts", "Youngest"))),
        KeyEntry(curve_ink(0, count), Message(QT_TRANSLATE_NOOP("charts", "Oldest"))),
    )
    notes = cohort_notes(table, style, has_running=False)
    if any(isinstance(mark, Line) and mark.dash == "dotted" for mark in marks):
        notes = (Message(_DOTTED), *notes)
    has_several = (np.isfinite(shares).sum(axis=1) > 1).sum() > 1
    y = value_axis(0.0, max([1.0, *known]), "share", style)
    return Figure(
        "line",
        tuple(marks),
        Axis(0.0, max(1.0, ages - 1.0) * 1.08, tuple(Tick(x, str(int(x))) for x in xs), "time"),
        y,
        Message(QT_TRANSLATE_NOOP("charts", "By age of the cohort")),
        Message(_BY.get(table.grain, _BY_MONTH)),
        key if has_several else (),
        notes,
        _curve_table(table, shares, average, n, style),
        _sentence(table, average, n, style),
        xs,
        size=options.size,
    )


def _curve_table(table: CohortTable, shares: Array, average: Array, n: Array, style: Style) -> Table:
    columns = [
        Column(Message(QT_TRANSLATE_NOOP("charts", "Age")), role="label"),
        Column(Message(QT_TRANSLATE_NOOP("charts", "All of them together")), "share", ink="ink1"),
        Column("n", "count", "n"),
    ]
    columns += [Column(format_period(start, style), "share", "cohort") for start in table.starts]
    rows: list[tuple[Datum, ...]] = [
        (str(age), float(average[age]), float(n[age]), *(float(each) for each in shares[:, age]))
        for age in range(shares.shape[1])
    ]
    return Table(tuple(columns), tuple(rows), style)


def _sentence(table: CohortTable, average: Array, n: Array, style: Style) -> Message:
    known = np.flatnonzero(np.isfinite(average))
    if known.size < 2:
        return Message(QT_TRANSLATE_NOOP("charts", "{name}: no values in this range."), name=cohort_title(table))
    cohorts = np.isfinite(np.where(table.running, np.nan, table.shares)).sum(axis=0)
    at = _told_age(known.tolist(), cohorts.tolist())
    text = QT_TRANSLATE_NOOP("charts", "{name}: {value} at age {age}, of {n} who started in {count} cohorts.")
    if cohorts[at] == 1:
        text = QT_TRANSLATE_NOOP("charts", "{name}: {value} at age {age}, of {n} who started in one cohort.")
    return Message(
        text,
        name=cohort_title(table),
        value=format_value(float(average[at]), "share", style),
        age=at,
        n=format_value(float(n[at]), "count", style.exact()),
        count=int(cohorts[at]),
    )


def _told_age(known: Sequence[int], cohorts: Sequence[int], most: int = _TOLD_AGE) -> int:
    """The age by which all are told: ``most``, or the last that half of the cohorts have reached.

    At the last age of all stands the oldest cohort alone, which is not the whole.
    """
    ages = [age for age in known if 0 < age <= most]
    reached = [age for age in ages if 2 * cohorts[age] >= max(cohorts) and cohorts[age] > 1]
    return max(reached or [age for age in ages if cohorts[age] > 1] or ages or [0])
