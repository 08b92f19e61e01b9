"""Histograms as columns: a series for those that reach the goal and one for those that do not, each with its name."""

from kpidesk.charts.figure import Figure, text_of
from kpidesk.core.messages import Translate
from kpidesk.export.native_shape import (
    COLUMNS,
    NativeChart,
    NativeSeries,
    axis_of,
    bars_of,
    categories_of,
    column_of,
    format_of,
    from_zero,
    shown_columns,
)


def histogram_of(figure: Figure, translate: Translate) -> NativeChart:
    """Each bar belongs to the entry of the key that has its colour; without a key all are one series."""
    ((at, column),) = shown_columns(figure)
    values = column_of(figure, at)
    bars = bars_of(figure)
    inks = [next((bar.ink for bar in bars if bar.x0 < x < bar.x1), "") for x in figure.readout_xs]
    names = {entry.ink: text_of(entry.name, translate) for entry in figure.key}
    if not names:
        series = [NativeSeries(text_of(column.header, translate), values, bars[0].ink)]
    else:
        series = [
            NativeSeries(name, tuple(v if own == ink else None for v, own in zip(values, inks, strict=True)), ink)
            for ink, name in names.items()
        ]
    axis = from_zero(axis_of(figure.y, figure))
    categories = categories_of(figure, translate)
    return NativeChart(COLUMNS, categories, tuple(series), axis, format_of(figure), overlaps=True)
