"""Intervals by group as stacked bars on an unseen foot: from the low end to the value, and on to the high one."""

from kpidesk.charts.figure import Figure, Point, text_of
from kpidesk.core.messages import Translate
from kpidesk.export.native_shape import (
    BARS,
    NativeChart,
    NativeSeries,
    axis_of,
    column_of,
    format_of,
    from_zero,
)

Ends = tuple[float, float]
_FAR = 0.45
"""How strong the half behind the value is."""


def intervals_of(figure: Figure, translate: Translate) -> NativeChart | None:
    """Bars are stacked away from zero, so below it the half next to zero comes first; None where no end is known.

    The value stands beside the name: the bars may be too short for it.
    """
    value, low, high = (column_of(figure, at) for at in (1, 2, 3))
    halves = [
        ((a, v), (v, b)) if a is not None and v is not None and b is not None else None
        for a, v, b in zip(low, value, high, strict=True)
    ]
    if not any(halves):
        return None
    points = {round(mark.y): mark for mark in figure.marks if isinstance(mark, Point)}
    inks = tuple(points[row].ink if row in points else "series.1" for row in range(len(halves)))
    said = [text_of(points[row].label, translate) if row in points else "" for row in range(len(halves))]
    names = [text_of(column.header, translate) for column in figure.table.columns]
    near, far = f"{names[2]} – {names[1]}", f"{names[1]} – {names[3]}"
    firsts: list[Ends | None] = [half[0] if half is not None else None for half in halves]
    seconds: list[Ends | None] = [half[1] if half is not None else None for half in halves]
    feet = tuple(None if half is None else _foot(half[0][0], half[1][1]) for half in halves)
    series = [NativeSeries("base", feet, role="base"), _part(near, firsts, inks, is_below=False)]
    series += [
        _part(far, seconds, inks, is_below=False, opacity=_FAR),
        _part(f"{far} −", seconds, inks, is_below=True, opacity=_FAR),
        _part(f"{near} −", firsts, inks, is_below=True),
    ]
    shown = [each for each in series if each.role or any(each.values)]
    return NativeChart(
        BARS,
        tuple(
            "  ".join(filter(None, (text_of(tick.text, translate), text, text_of(tick.note, translate))))
            for tick, text in zip(figure.y.ticks, said, strict=True)
        ),
        tuple(shown),
        from_zero(axis_of(figure.x, figure)),
        format_of(figure),
        is_stacked=True,
        is_reversed=True,
        has_names=False,
    )


def _foot(low: float, high: float) -> float | None:
    """Where the interval begins, seen from zero; None where it spans zero."""
    return low if low > 0 else high if high < 0 else None


def _part(
    name: str, ends: list[Ends | None], inks: tuple[str, ...], *, is_below: bool, opacity: float = 1.0
) -> NativeSeries:
    """What of each piece lies on one side of zero; nothing of it is no number."""
    values = tuple(None if end is None else (_below(end) if is_below else _above(end)) or None for end in ends)
    return NativeSeries(name, values, inks[0], inks=inks, opacity=opacity)


def _above(end: Ends) -> float:
    return max(end[1], 0.0) - max(end[0], 0.0)


def _below(end: Ends) -> float:
    return min(end[0], 0.0) - min(end[1], 0.0)
