"""What a native chart is before it belongs to PowerPoint or Excel: categories, series, axes and number formats."""

import itertools
import math
from dataclasses import dataclass, field

from kpidesk.charts.figure import Axis, Column, Figure
from kpidesk.core.formatting import Style
from kpidesk.export.xlsx_sheets import number_format

SHOWN = ("series", "comparison")
LINES, COLUMNS, BARS, BUBBLES = "line", "column", "bar", "bubble"
Numbers = tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class NativeSeries:
    """Numbers by category. ``role``: "" is drawn; base and low stand unseen below others; span fills up from low.

    ``labels`` are texts of the figure by category, "" for none; ``inks`` where points differ from ``ink``.
    """

    name: str
    values: Numbers
    ink: str = "series.1"
    dash: str = "solid"
    width: float = 2.25
    role: str = ""
    labels: tuple[str, ...] = ()
    inks: tuple[str, ...] = ()
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class NativePoint:
    """One bubble: where, how large (``diameter`` is that on the screen, in pixels), whose."""

    name: str
    x: float
    y: float
    size: float
    ink: str
    diameter: float = 20.0


@dataclass(frozen=True, slots=True)
class NativeAxis:
    """Its range and the way between two ticks; None where the program may choose."""

    low: float | None = None
    high: float | None = None
    step: float | None = None
    format: str = "General"


@dataclass(frozen=True, slots=True)
class NativeChart:
    """A chart as Office knows it. ``kind`` is line, column, bar or bubble; ``is_stacked`` for columns and bars.

    ``format`` is that of the numbers in its data sheet.
    """

    kind: str
    categories: tuple[str, ...]
    series: tuple[NativeSeries, ...]
    value: NativeAxis
    format: str
    is_stacked: bool = False
    is_reversed: bool = False
    points: tuple[NativePoint, ...] = ()
    across: NativeAxis = field(default_factory=NativeAxis)

    @property
    def has_key(self) -> bool:
        return sum(1 for series in self.series if not series.role) > 1


def shown_columns(figure: Figure) -> list[tuple[int, Column]]:
    """The columns of the table that are drawn, with their places."""
    return [(at, column) for at, column in enumerate(figure.table.columns) if column.role in SHOWN]


def axis_of(axis: Axis, figure: Figure) -> NativeAxis:
    low = float(figure.facts.get("axis_low", axis.low))
    return NativeAxis(low, axis.high, step_of(axis), short_format(kind_of(figure), axis, figure.table.style))


def from_zero(axis: NativeAxis) -> NativeAxis:
    low = 0.0 if axis.low is None else min(axis.low, 0.0)
    return NativeAxis(low, axis.high, axis.step, axis.format)


def step_of(axis: Axis) -> float | None:
    """The way between two ticks, where all are as far apart; those of rows below the plot do not count."""
    places = [tick.at for tick in axis.ticks if not tick.is_bare]
    if len(places) < 2:
        return None
    step = places[1] - places[0]
    even = all(math.isclose(b - a, step, rel_tol=1e-6) for a, b in itertools.pairwise(places))
    return step if even and step > 0 else None


def kind_of(figure: Figure) -> str:
    return next((column.kind for _, column in shown_columns(figure)), "number")


def format_of(figure: Figure) -> str:
    return number_format(kind_of(figure), figure.table.style)


def short_format(kind: str, axis: Axis, style: Style) -> str:
    """Short numbers: thousands and millions folded, as the figure's own ticks have them."""
    exact = number_format(kind, style)
    if kind == "share":
        texts = [text for tick in axis.ticks if isinstance(text := tick.text, str)]
        return "0.0%" if any("." in text for text in texts) else "0%"
    if kind not in ("money", "count"):
        return exact
    reach = max(abs(axis.low), abs(axis.high))
    symbol = exact.split("#")[0] if kind == "money" else ""
    if not math.isfinite(reach) or reach < 1e4 or style.is_chinese:
        return f"{symbol}#,##0;-{symbol}#,##0"
    folded, unit = ("#,##0.#,,", "M") if reach >= 1e6 else ("#,##0,", "K")
    return f'{symbol}{folded}"{unit}"'
