"""A chart ready to draw: marks in data coordinates, axes with their texts, and everything said around them.

A Figure holds no colours, only token names ("series.1", "good", "scenario"); no fonts and no pixels. The live view, the
painter of pictures and the writers of Office files all draw from it, so that they cannot disagree.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kpidesk.core.formatting import NO_VALUE, Style, format_period, format_value
from kpidesk.core.messages import Message, Translate
from kpidesk.core.period import Period

Text = str | Message
"""A number, date or name as it stands, or words that whoever shows them translates."""


def text_of(text: Text, translate: Translate) -> str:
    """The text in the language of the reader."""
    return text.render(translate) if isinstance(text, Message) else text


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points, NaN is a gap; ``label`` stands at its end. ``role`` says what it is for the reader."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    ink: str
    width: float = 2.25
    dash: str = "solid"  # solid, dashed, dotted
    label: Text = ""
    label_ink: str = "ink1"
    is_strong: bool = False


BAND = 0.14
"""The opacity of an interval."""


@dataclass(frozen=True, slots=True)
class Area:
    """A filled band between two lines over the same x, without an edge."""

    xs: tuple[float, ...]
    lows: tuple[float, ...]
    highs: tuple[float, ...]
    ink: str
    opacity: float = BAND


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle; infinite edges reach to the edge of the plot. ``pattern`` hatch is 45° in screen pixels.

    ``label_at`` is where the label stands: above, below, left or right of it, or "" for none.
    """

    x0: float
    x1: float
    y0: float
    y1: float
    ink: str
    opacity: float = 1.0
    pattern: str = "solid"  # solid, hatch
    label: Text = ""
    label_at: str = "above"
    label_ink: str = "ink1"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a heat map around (column, row); the drawer takes the ink of its text by contrast."""

    column: int
    row: int
    ink: str
    text: str = ""
    pattern: str = "solid"  # solid, hatch


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line across the plot at one x or y, or a piece of it from ``start`` to ``stop``.

    ``label_at`` is start or stop along the rule (left or right of a horizontal one, bottom or top of a vertical one).
    ``short`` stands for a label that would run through something.
    """

    axis: str  # "x": vertical, at an x; "y": horizontal, at a y
    at: float
    ink: str = "line"
    width: float = 1.0
    dash: str = "solid"
    label: Text = ""
    label_at: str = "start"
    label_ink: str = "ink2"
    start: float = float("-inf")
    stop: float = float("inf")
    short: Text = ""


@dataclass(frozen=True, slots=True)
class Point:
    """A dot, or with ``size`` 0 just a text; the size is in pixels, the label avoids the edges of the plot.

    ``is_small``: the label is written as the texts of axes are, as a row of numbers beside its name.
    """

    x: float
    y: float
    ink: str = "ink1"
    size: float = 7.0
    label: Text = ""
    label_at: str = "above"  # above, below, left, right, centre
    label_ink: str = "ink1"
    is_strong: bool = False
    opacity: float = 1.0
    is_small: bool = False


Mark = Line | Area | Bar | Cell | Rule | Point


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on an axis with its text; ``note`` is a second text (the n beside a row's name).

    ``is_bare`` ticks have no hairline where others have one. ``short`` stands for a name that has too little room.
    """

    at: float
    text: Text
    note: Text = ""
    is_bare: bool = False
    short: Text = ""


@dataclass(frozen=True, slots=True)
class Axis:
    """One direction: what range is seen and what is written along it.

    ``kind`` is value (numbers: hairlines and a zero line), time (periods: labels thinned to what fits) or category
    (every label shown, elided where it must be). ``is_reversed`` runs downward. ``zero`` is where the strong line is.
    """

    low: float
    high: float
    ticks: tuple[Tick, ...]
    kind: str = "value"
    has_grid: bool = False
    is_reversed: bool = False
    zero: float | None = None


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """One swatch with its name; ``shape`` is line, block or hatch. It looks as the mark that it names.

    A line has its ``dash``, a block its ``opacity``, and ``under`` is that of a band of the same ink below it.
    """

    ink: str
    name: Text
    shape: str = "line"
    opacity: float = 1.0
    dash: str = "solid"
    under: float = 0.0


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a chart's table: its header, the kind of its numbers (see Unit.kind; "text" for words) and its role.

    Roles: label (one, first), series, comparison, low, high, n, change. ``ink``, ``dash`` and ``opacity`` are those of
    its marks.
    """

    header: Text
    kind: str = "text"
    role: str = "series"
    ink: str = ""
    dash: str = "solid"
    opacity: float = 1.0


Datum = str | Message | Period | float | None
"""One cell of a table; texts of numbers and periods are made when somebody reads them."""


@dataclass(frozen=True, slots=True)
class Table:
    """The same numbers as the marks, as rows; NaN or None is no value. Texts are made on demand."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Datum, ...], ...]
    style: Style = field(default_factory=Style)

    def text(self, row: int, column: int, *, exact: bool = True) -> Text:
        """One cell as the reader sees it."""
        value = self.rows[row][column]
        if isinstance(value, str | Message):
            return value
        if isinstance(value, Period):
            return format_period(value, self.style)
        if value is None:
            return NO_VALUE
        return format_value(value, self.columns[column].kind, self.style.exact() if exact else self.style)

    def number(self, row: int, column: int) -> float | None:
        """One cell as a number; None for words and for no value."""
        value = self.rows[row][column]
        return float(value) if isinstance(value, float | int) and value == value else None


EMPTY_TABLE = Table((), ())


@dataclass(frozen=True, slots=True)
class Segments:
    """The values of an attribute for which each row of a table stands, or else each column; none, one or several."""

    attribute: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    columns: tuple[tuple[str, ...], ...] = ()

    def at(self, row: int, column: int) -> tuple[str, ...]:
        """The values of a row, or of a column of the table; none where nothing is meant."""
        if 0 <= row < len(self.rows):
            return self.rows[row]
        return self.columns[column] if row >= 0 and 0 <= column < len(self.columns) else ()

    def spelt(self, groups: Iterable[tuple[str, ...]]) -> "Segments":
        """The same where the first of each group stands for all of it."""
        known = {group[0]: group for group in groups}

        def all_of(values: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(each for value in values for each in known.get(value, (value,)))

        return Segments(self.attribute, tuple(map(all_of, self.rows)), tuple(map(all_of, self.columns)))


NO_SEGMENTS = Segments()


@dataclass(frozen=True, slots=True)
class Figure:
    """A whole chart. ``kind`` is that of its ChartSpec; ``readout_xs`` are where the crosshair snaps to, one a row;
    ``readout_ys`` in their place, where rows lie below one another. ``segments`` says what of it can be picked.

    ``empty`` is set, and there are no marks, where there is nothing to draw: it says why.
    ``facts`` are plain things a writer may need that no mark tells (the unit of values, the foot of a cut axis).
    """

    kind: str
    marks: tuple[Mark, ...]
    x: Axis
    y: Axis
    title: Text = ""
    subtitle: Text = ""
    key: tuple[KeyEntry, ...] = ()
    footnote: tuple[Message | str, ...] = ()
    table: Table = EMPTY_TABLE
    summary: Message | str = ""
    readout_xs: tuple[float, ...] = ()
    readout_ys: tuple[float, ...] = ()
    segments: Segments = NO_SEGMENTS
    empty: Message | None = None
    size: tuple[int, int] = (720, 320)
    facts: Mapping[str, str] = field(default_factory=dict)
