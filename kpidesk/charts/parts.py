"""Parts that several kinds of charts over periods share."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from kpidesk.charts.figure import NO_SEGMENTS, Bar, Column, Datum, KeyEntry, Mark, Rule, Segments, Table, Text
from kpidesk.charts.labels import footnote
from kpidesk.charts.spec import FigureOptions
from kpidesk.charts.traces import Traces
from kpidesk.core.formatting import Style, format_value
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Period
from kpidesk.metrics.frame import Array, ResultFrame

INCOMPLETE = KeyEntry("hatch", Message(QT_TRANSLATE_NOOP("charts", "Incomplete")), "hatch")
"""The key of the hatch."""


def running_columns(running: npt.NDArray[np.bool_]) -> tuple[Mark, ...]:
    """A hatched column behind each period that has not ended."""
    inf = float("inf")
    return tuple(
        Bar(i - 0.5, i + 0.5, -inf, inf, "hatch", pattern="hatch", label_at="") for i in np.flatnonzero(running)
    )


def target_rule(target: float, kind: str, style: Style) -> Rule:
    """The dashed line of a target with its name at the left."""
    words = Message(QT_TRANSLATE_NOOP("charts", "Target {value}"), value=format_value(target, kind, style))
    return Rule("y", target, "ink3", 1.0, "dashed", words, "start", "ink2")


def series_table(found: Traces, style: Style) -> Table:
    """The chart as rows: one a period, a column for each trace, then bounds and n of a single one."""
    kind = found.traces[0].definition.unit.kind
    columns = [Column(Message(QT_TRANSLATE_NOOP("charts", "Period")), role="label")]
    arrays: list[Array] = []
    for trace in (*found.traces, *([found.comparison] if found.comparison is not None else [])):
        columns.append(Column(trace.name, trace.definition.unit.kind, trace.role, trace.ink, trace.dash))
        arrays.append(trace.values)
    if len(found.traces) == 1:
        main = found.traces[0]
        if main.low is not None and main.high is not None:
            columns.append(Column(Message(QT_TRANSLATE_NOOP("charts", "Low")), kind, "low"))
            columns.append(Column(Message(QT_TRANSLATE_NOOP("charts", "High")), kind, "high"))
            arrays += [main.low, main.high]
        if main.n is not None and np.isfinite(main.n).any():
            columns.append(Column("n", "count", "n"))
            arrays.append(main.n)
    rows: list[tuple[Datum, ...]] = [(period, *(float(a[i]) for a in arrays)) for i, period in enumerate(found.periods)]
    return Table(tuple(columns), tuple(rows), style)


def segments_of(found: Traces, by: str | None) -> Segments:
    """Which column of the table above is which segment."""
    if by is None or not any(trace.segments for trace in found.traces):
        return NO_SEGMENTS
    return Segments(by, columns=((), *(trace.segments for trace in found.traces)))


def incomplete_key(found: Traces) -> tuple[KeyEntry, ...]:
    """The key of the hatch, where there is any."""
    return (INCOMPLETE,) if found.running.any() else ()


def footnote_of(
    found: Traces, frame: ResultFrame, style: Style, options: FigureOptions, periods: Sequence[Period] = ()
) -> tuple[Text, ...]:
    """What belongs below a chart of traces, over all its periods or these; first what was left out of it."""
    spanned = frame.spanning(periods or found.periods)
    return (*found.cut, *footnote(spanned, found.definitions, style, scenario=options.scenario))


def title_of(found: Traces, style: Style) -> str:
    """The names of the KPIs drawn."""
    return " · ".join(d.label(style.language) for d in found.definitions)
