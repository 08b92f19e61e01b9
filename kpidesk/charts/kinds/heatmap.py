"""Heat maps: rows against columns, the number in each cell where it fits, n beside the row's name."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kpidesk.charts.figure import Cell, Column, Datum, Figure, Mark, Table, Text, Tick
from kpidesk.charts.palette import sequential_ink
from kpidesk.charts.scales import category_axis
from kpidesk.charts.spec import FigureOptions
from kpidesk.core.formatting import Style, format_value
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.metrics.frame import Array

_WHOLE_PERCENTS = 0.2
"""Shares that reach this far are written without decimals."""


@dataclass(frozen=True, slots=True, eq=False)
class HeatView:
    """A matrix of shape (rows, columns), NaN where there is no value; ``n`` by row.

    ``hatched`` cells are of a period that has not ended.
    """

    rows: tuple[Text, ...]
    columns: tuple[Text, ...]
    values: Array
    kind: str
    title: Text = ""
    subtitle: Text = ""
    n: tuple[float, ...] = ()
    low: float | None = None
    high: float | None = None
    footnote: tuple[Text, ...] = ()
    hatched: npt.NDArray[np.bool_] | None = None


def build_heatmap(view: HeatView, style: Style, options: FigureOptions) -> Figure:
    """Much is step 7. The text of a share leaves the sign of percent to the subtitle, or else to the foot."""
    known = view.values[np.isfinite(view.values)]
    low = view.low if view.low is not None else float(known.min(initial=0.0 if not known.size else known[0]))
    high = view.high if view.high is not None else float(known.max(initial=1.0 if not known.size else known[0]))
    marks: list[Mark] = []
    for (row, column), value in np.ndenumerate(view.values):
        if np.isfinite(value):
            text = _cell_text(float(value), view, high, style)
            is_hatched = view.hatched is not None and bool(view.hatched[row, column])
            ink, pattern = sequential_ink(float(value), low, high), "hatch" if is_hatched else "solid"
            marks.append(Cell(column, row, ink, text, pattern))
    counts = view.n or (float("nan"),) * len(view.rows)
    names = (
        Tick(float(i), name, f"n {format_value(n, 'count', style.exact())}" if np.isfinite(n) else "")
        for i, (name, n) in enumerate(zip(view.rows, counts, strict=True))
    )
    unit: Text = Message(QT_TRANSLATE_NOOP("charts", "in %")) if view.kind == "share" else ""
    return Figure(
        "heatmap",
        tuple(marks),
        category_axis(Tick(float(i), name) for i, name in enumerate(view.columns)),
        category_axis(names, is_reversed=True),
        view.title,
        view.subtitle or unit,
        (),
        (unit, *view.footnote) if unit and view.subtitle else view.footnote,
        _table(view, style),
        _sentence(view, style),
        size=options.size,
    )


def _cell_text(value: float, view: HeatView, high: float, style: Style) -> str:
    """Whole percents where they tell the cells apart, so that a column of them is of one form."""
    if view.kind == "share" and high >= _WHOLE_PERCENTS:
        return f"{100 * value:.0f}"
    return format_value(value, view.kind, style).removesuffix("%")


def _table(view: HeatView, style: Style) -> Table:
    label = Column("", role="label")
    columns = (label, *(Column(name, view.kind) for name in view.columns))
    rows: list[tuple[Datum, ...]] = [(name, *(float(v) for v in view.values[i])) for i, name in enumerate(view.rows)]
    return Table(columns, tuple(rows), style)


def _sentence(view: HeatView, style: Style) -> Message:
    if not np.isfinite(view.values).any():
        return Message(QT_TRANSLATE_NOOP("charts", "{name}: no values in this range."), name=view.title)
    row, column = np.unravel_index(int(np.nanargmax(view.values)), view.values.shape)
    low_row, low_column = np.unravel_index(int(np.nanargmin(view.values)), view.values.shape)
    return Message(
        QT_TRANSLATE_NOOP("charts", "{name}: most {high} in {row}, {column}; least {low} in {low_row}, {low_column}."),
        name=view.title,
        high=format_value(float(view.values[row, column]), view.kind, style),
        row=view.rows[row],
        column=view.columns[column],
        low=format_value(float(view.values[low_row, low_column]), view.kind, style),
        low_row=view.rows[low_row],
        low_column=view.columns[low_column],
    )
