"""What a native chart is before it belongs to PowerPoint or Excel: categories, series, axes and number formats."""

import itertools
import math
from dataclasses import dataclass, field

from kpidesk.charts.figure import Axis, Bar, Column, Figure, text_of
from kpidesk.core.formatting import Style, format_tick
from kpidesk.core.messages import Translate
from kpidesk.core.period import Period
from kpidesk.export.number_texts import format_of_all
from kpidesk.export.xlsx_sheets import number_format

SHOWN = ("series", "comparison")
NAMED = ("", "net")
"""Roles of series that stand in the key."""
LINES, COLUMNS, BARS, BUBBLES, STEPS = "line", "column", "bar", "bubble", "steps"
Numbers = tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class NativeSeries:
    """Numbers by category. ``role``: "" is drawn; base and low stand unseen below others; span fills up from low.

    ``labels`` are texts of the figure by category, "" for none; ``inks`` where points differ from ``ink``.
    ``xs`` are the places of the corners of steps, which have no categories; role edge: a bound, drawn but not named;
    role net: a line through columns. ``unsure`` are the categories whose period has not ended.
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
    xs: tuple[float, ...] = ()
    unsure: tuple[int, ...] = ()


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
    """Its range and the way between two ticks; None where the program may choose. ``is_shown``: with its numbers.

    ``title`` is what stands along it.
    """

    low: float | None = None
    high: float | None = None
    step: float | None = None
    format: str = "General"
    is_shown: bool = True
    title: str = ""


@dataclass(frozen=True, slots=True)
class NativeChart:
    """A chart as Office knows it. ``kind`` is line, column, bar, bubble or steps; ``is_stacked`` for columns and bars.

    ``format`` is that of the numbers in its data sheet; ``has_names`` False: its series are parts of one thing.
    ``overlaps``: series of a category share its place.
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
    has_names: bool = True
    overlaps: bool = False

    def has_white_labels(self, series: NativeSeries) -> bool:
        """True where labels stand inside bars of a deep colour."""
        return self.is_stacked and not series.role

    @property
    def in_order(self) -> tuple[NativeSeries, ...]:
        """The series as Office counts them: a band, which is an area, before the lines."""
        return tuple(sorted(self.series, key=lambda series: series.role not in ("low", "span")))

    @property
    def is_banded(self) -> bool:
        """True where there is a band behind the lines."""
        return any(series.role == "span" for series in self.series)

    @property
    def has_key(self) -> bool:
        """True where the names of the series are needed to read the chart."""
        return self.has_names and sum(1 for series in self.series if series.role in NAMED) > 1


def shown_columns(figure: Figure) -> list[tuple[int, Column]]:
    """The columns of the table that are drawn, with their places."""
    return [(at, column) for at, column in enumerate(figure.table.columns) if column.role in SHOWN]


def axis_of(axis: Axis, figure: Figure) -> NativeAxis:
    low = float(figure.facts.get("axis_low", axis.low))
    return NativeAxis(low, axis.high, step_of(axis), tick_format(axis, kind_of(figure), figure.table.style))


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


def tick_format(axis: Axis, kind: str, style: Style, centre: float = 0.0) -> str:
    """The format in which the program's own ticks read as those of the figure; the exact one where none can say it."""
    ticks = [(tick.at - centre, tick.text) for tick in axis.ticks if isinstance(tick.text, str) and not tick.is_bare]
    found = format_of_all(ticks)
    if found is not None:
        return found
    word = next((sign for _, text in ticks for sign in _TEN_THOUSANDS if text.endswith(sign)), "")
    if word:  # no format divides by ten thousand; this one puts the point before the last of the thousands
        return f'0\\.0,"{word}";"−"0\\.0,"{word}";0'
    return "#,##0" if kind == "money" and style.is_chinese else number_format(kind, style)


_TEN_THOUSANDS = ("万", "萬")


def categories_of(figure: Figure, translate: Translate) -> tuple[str, ...]:
    return tuple(category_of(figure, row, translate) for row in range(len(figure.table.rows)))


def category_of(figure: Figure, row: int, translate: Translate) -> str:
    """A period as axes write it, anything else as the table has it."""
    value = figure.table.rows[row][0]
    if isinstance(value, Period):
        return format_tick(value, figure.table.style)
    return text_of(figure.table.text(row, 0), translate)


def column_of(figure: Figure, at: int) -> Numbers:
    return tuple(figure.table.number(row, at) for row in range(len(figure.table.rows)))


def bars_of(figure: Figure) -> list[Bar]:
    """The bars that stand for numbers, from left to right; not the columns behind periods that have not ended."""
    found = [m for m in figure.marks if isinstance(m, Bar) and all(map(math.isfinite, (m.x0, m.x1, m.y0, m.y1)))]
    return sorted(found, key=lambda bar: bar.x0)
