"""Bridges as stacked columns: an unseen base, what rises, what falls; a bar across zero is two."""

from kpidesk.charts.figure import Bar, Figure, text_of
from kpidesk.core.messages import Translate
from kpidesk.export.native_shape import COLUMNS, NativeChart, NativeSeries, axis_of, bars_of, column_of, format_of


def bridge_of(figure: Figure, translate: Translate) -> NativeChart:
    """An unseen base, then the ends, what rises and what falls; bars across zero are two, one up and one down."""
    bars = bars_of(figure)
    changes = column_of(figure, 1)
    groups = [_group(figure, at, bar, changes[at]) for at, bar in enumerate(bars)]
    least = _LEAST_HEIGHT * (figure.y.high - figure.y.low)
    short = [bar.y1 - bar.y0 < least and _foot(bar) is not None for bar in bars]
    below = tuple(text_of(bar.label, translate) if is_short else "" for bar, is_short in zip(bars, short, strict=True))
    series = [NativeSeries("base", tuple(_foot(bar) for bar in bars), role="base", labels=below)]
    for group in dict.fromkeys(groups):
        name, ink = group
        for tail, part in (("", _above), (" −", _below)):
            values = tuple(part(bar) if groups[at] == group else None for at, bar in enumerate(bars))
            if tail and not any(values):
                continue
            labels = tuple(
                text_of(bar.label, translate)
                if value is not None and not is_short and (part is _above or _above(bar) is None)
                else ""
                for value, bar, is_short in zip(values, bars, short, strict=True)
            )
            series.append(NativeSeries(f"{name}{tail}", values, ink, labels=labels))
    names = tuple(text_of(tick.text, translate) for tick in figure.x.ticks)
    return NativeChart(
        COLUMNS, names, tuple(series), axis_of(figure.y, figure), format_of(figure), is_stacked=True, has_names=False
    )


_LEAST_HEIGHT = 0.07
"""How much of the plot a bar must take for its label to stand inside it; else it stands below."""


def _group(figure: Figure, at: int, bar: Bar, change: float | None) -> tuple[str, str]:
    """The series that a bar of a bridge belongs to: its name, which stands in the data sheet, and its ink."""
    if at in (0, len(figure.table.rows) - 1):
        return "level", bar.ink
    return f"{'falls' if (change or 0) < 0 else 'rises'} ({bar.ink})", bar.ink


def _foot(bar: Bar) -> float | None:
    """How high the unseen part reaches: to the end of the bar that is nearer to zero."""
    low, high = _ends(bar)
    return low if low > 0 else high if high < 0 else None


def _above(bar: Bar) -> float | None:
    low, high = _ends(bar)
    return high - max(low, 0.0) if high > 0 else None


def _below(bar: Bar) -> float | None:
    low, high = _ends(bar)
    return low - min(high, 0.0) if low < 0 else None


def _ends(bar: Bar) -> tuple[float, float]:
    """A bar from the foot of a cut axis begins at zero all the same: Office cuts it itself."""
    is_end = bar.ink == "baseline" and bar.y0 > 0
    return (0.0 if is_end else bar.y0), bar.y1
