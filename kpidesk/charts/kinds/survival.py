"""Survival curves as steps, with the numbers at risk in rows below the zero line."""

import numpy as np

from kpidesk.charts.figure import (
    BAND,
    Area,
    Axis,
    Column,
    Datum,
    Figure,
    KeyEntry,
    Line,
    Mark,
    Point,
    Rule,
    Table,
    Text,
    Tick,
)
from kpidesk.charts.labels import data_to
from kpidesk.charts.palette import segment_inks, series_dash
from kpidesk.charts.scales import value_axis
from kpidesk.charts.spec import FigureOptions
from kpidesk.core.formatting import Style, format_value
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.facts.facts import NO_ATTRIBUTE_VALUE
from kpidesk.metrics.frame import Array
from kpidesk.metrics.lifetimes import Curve, SurvivalStudy

MOST_CURVES = 5
_ROW, _LINE, _LOWEST_PLOT = 0.1, 13.0, 135.0
"""A row of numbers at risk is a tenth of the axis high, or more where a small picture could not write it else."""
_HALF_DIGIT = 3.5
"""Pixels, about."""
_THERE = Message(
    QT_TRANSLATE_NOOP("charts", "share still there by months since the start; below, how many were at risk")
)
_PAID = Message(
    QT_TRANSLATE_NOOP("charts", "share of the MRR of the start still there; below, how many customers were at risk")
)
_EVERYBODY = Message(QT_TRANSLATE_NOOP("charts", "All customers"))


def build_survival(study: SurvivalStudy, style: Style, options: FigureOptions) -> Figure:
    """The curve of each segment, the largest ones; of everybody where there is no split, with its 95% band."""
    curves = study.curves[: min(MOST_CURVES, len(study.curves) - 1)] if study.by is not None else (study.total,)
    curves = curves or (study.total,)
    names = [str(curve.segment) for curve in curves]
    inks = segment_inks(names, dict(options.segment_inks)) if study.by is not None else ("series.1",)
    months = max(curve.shares.size for curve in curves)
    stride = max(1, int(np.ceil(months / max(4, options.size[0] / 72))))
    stride = next((each for each in (1, 2, 3, 6, 12, 24) if each >= stride), 36)
    marks: list[Mark] = [Rule("y", 0.5, "line", 1.0, "dashed")]
    row = _row_height(len(curves))
    for i, (curve, ink) in enumerate(zip(curves, inks, strict=True)):
        if len(curves) == 1:
            xs, lows = _stairs(curve.low)
            marks.append(Area(xs, lows, _stairs(curve.high)[1], ink))
        marks.append(Line(*_stairs(curve.shares), ink, 2.25, series_dash(i)))
        marks += _at_risk(curve, -row * (i + 1), stride, style)
    y = value_axis(0.0, 1.0, "share", style)
    rows = tuple(Tick(-row * (i + 1), _name(curve), is_bare=True) for i, curve in enumerate(curves))
    y = Axis(-row * (len(curves) + 0.6), y.high, (*y.ticks, *rows), "value", has_grid=True, zero=0.0)
    ticks = tuple(Tick(float(at), str(at)) for at in range(0, months, stride))
    return Figure(
        "step",
        tuple(marks),
        Axis(-_before(curves, months, options.size[0]), months - 0.7, ticks, "time"),
        y,
        Message(QT_TRANSLATE_NOOP("charts", "Survival")),
        _PAID if study.is_revenue else _THERE,
        _key(curves, inks),
        _notes(study, style),
        _table(curves, inks, months, style),
        _sentence(study, style),
        tuple(float(at) for at in range(months)),
        size=options.size,
    )


def _stairs(values: Array) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Corners of a step: who left in month k is gone at k, where a cohort table and the KPI of k months say it too."""
    xs, ys = [0.0], [1.0]
    for month, value in enumerate(values):
        xs += [float(month), float(month)]
        ys += [ys[-1], float(value)]
    return tuple(xs), tuple(ys)


def _row_height(count: int) -> float:
    """So much of the axis that the rows of so many curves can be told apart in the smallest picture."""
    return max(_ROW, _LINE / (_LOWEST_PLOT - _LINE * (count + 0.6)))


def _before(curves: tuple[Curve, ...], months: int, width: int) -> float:
    """The months of room that half of the first numbers at risk need left of the axis' beginning."""
    digits = max((len(f"{curve.at_risk[0]:,.0f}") for curve in curves if curve.at_risk.size), default=1)
    return max(0.02 * months + 0.3, (_HALF_DIGIT * digits + 6) / max(300, width - 120) * months)


def _at_risk(curve: Curve, y: float, stride: int, style: Style) -> list[Mark]:
    exact = style.exact()
    return [
        Point(float(at), y, size=0, label=format_value(float(curve.at_risk[at]), "count", exact),
              label_at="centre", label_ink="ink2", is_small=True)
        for at in range(0, curve.at_risk.size, stride)
    ]  # fmt: skip


def _name(curve: Curve) -> Text:
    if curve.segment is None:
        return Message(QT_TRANSLATE_NOOP("charts", "At risk"))
    return named_segment(curve.segment)


def named_segment(segment: str | None) -> Text:
    """A segment as a reader knows it; None is the whole."""
    if segment is None:
        return Message(QT_TRANSLATE_NOOP("charts", "Total"))
    return Message(QT_TRANSLATE_NOOP("charts", "Not given")) if segment == NO_ATTRIBUTE_VALUE else segment


def _key(curves: tuple[Curve, ...], inks: tuple[str, ...]) -> tuple[KeyEntry, ...]:
    band = KeyEntry(inks[0], Message(QT_TRANSLATE_NOOP("charts", "95% interval")), "block", BAND)
    if len(curves) == 1 and curves[0].segment is None:
        return (band,)
    return tuple(
        KeyEntry(ink, named_segment(curve.segment), dash=series_dash(i))
        for i, (curve, ink) in enumerate(zip(curves, inks, strict=True))
    )


def _notes(study: SurvivalStudy, style: Style) -> tuple[Text, ...]:
    notes: list[Text] = [
        Message(QT_TRANSLATE_NOOP("charts", "Kaplan–Meier, each customer by the first MRR"))
        if study.is_revenue
        else Message(QT_TRANSLATE_NOOP("charts", "Kaplan–Meier")),
        Message(
            QT_TRANSLATE_NOOP("charts", "{n} {n|customer|customers}, {left} left"),
            n=study.total.customers,
            left=format_value(float(study.total.left), "count", style.exact()),
        ),
    ]
    if study.as_of is not None:
        notes.append(data_to(study.as_of, style))
    if len(study.curves) - 1 > MOST_CURVES:
        notes.append(Message(QT_TRANSLATE_NOOP("charts", "The {n} largest segments are drawn"), n=MOST_CURVES))
    if study.files:
        notes.append(Message(QT_TRANSLATE_NOOP("charts", "Source: {files}"), files=", ".join(study.files)))
    return (*notes, *study.notes)


def _table(curves: tuple[Curve, ...], inks: tuple[str, ...], months: int, style: Style) -> Table:
    at_risk = Message(QT_TRANSLATE_NOOP("charts", "At risk"))
    columns = [Column(Message(QT_TRANSLATE_NOOP("charts", "Months")), role="label")]
    for i, (curve, ink) in enumerate(zip(curves, inks, strict=True)):
        name = _EVERYBODY if curve.segment is None else named_segment(curve.segment)
        columns += [Column(name, "share", ink=ink, dash=series_dash(i)), Column(at_risk, "count", "risk")]
    rows: list[tuple[Datum, ...]] = []
    for month in range(months):
        cells: list[Datum] = [str(month)]
        for curve in curves:
            cells += [_value(curve.shares, month), _value(curve.at_risk, month)]
        rows.append(tuple(cells))
    return Table(tuple(columns), tuple(rows), style)


def _value(values: Array, at: int) -> float | None:
    return float(values[at]) if at < values.size else None


def _sentence(study: SurvivalStudy, style: Style) -> Message:
    total = study.total
    last = total.shares.size - 1
    left = format_value(float(total.left), "count", style.exact())
    if total.median is not None:
        text = QT_TRANSLATE_NOOP("charts", "Half of the customers are gone after {months} months; {left} of {n} left.")
        if study.is_revenue:
            text = QT_TRANSLATE_NOOP("charts", "Half of the MRR is gone after {months} months; {left} of {n} left.")
        return Message(text, months=total.median, left=left, n=total.customers)
    share = format_value(float(total.shares[last]), "share", style) if last >= 0 else ""
    text = QT_TRANSLATE_NOOP("charts", "After {months} months {share} are still there; {left} of {n} left.")
    return Message(text, months=last, share=share, left=left, n=total.customers)
