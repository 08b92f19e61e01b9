"""What the crosshair says at one place of a chart: the period, then the series by value, with their change."""

from dataclasses import dataclass

from kpidesk.charts.figure import Bar, Figure, Text
from kpidesk.charts.labels import change_text
from kpidesk.core.formatting import format_range, format_value
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message

_SHOWN = ("series", "comparison")


@dataclass(frozen=True, slots=True)
class ReadoutLine:
    """A swatch, a name, a value and how it moved since the row before; ink "" has no swatch.

    ``column`` is that of the table, −1 for none of them.
    """

    ink: str
    name: Text
    value: Text
    change: str = ""
    dash: str = "solid"
    opacity: float = 1.0
    column: int = -1


@dataclass(frozen=True, slots=True)
class Readout:
    """The plate at the crosshair."""

    title: Text
    lines: tuple[ReadoutLine, ...]


def rows_not_ended(figure: Figure) -> tuple[int, ...]:
    """The rows whose period has not ended: those with a hatched column behind them, or a hatched bar."""
    hatched = [mark for mark in figure.marks if isinstance(mark, Bar) and mark.pattern == "hatch"]
    places = figure.readout_xs or tuple(float(at) for at in range(len(figure.table.rows)))
    return tuple(at for at, x in enumerate(places) if any(bar.x0 < x < bar.x1 for bar in hatched))


def readout(figure: Figure, row: int) -> Readout:
    """The row of the figure's table as a plate; columns without a value are left out.

    A period that has not ended is called so, and compared with nothing.
    """
    table, running = figure.table, rows_not_ended(figure)
    is_whole = row not in running and row - 1 not in running
    found: list[tuple[float, ReadoutLine]] = []
    for at, column in enumerate(table.columns):
        value = table.number(row, at)
        if column.role not in _SHOWN or value is None:
            continue
        before = table.number(row - 1, at) if row and is_whole and figure.x.kind == "time" else None
        change = "" if before is None else change_text(value, before, column.kind, table.style)
        text = format_value(value, column.kind, table.style)
        found.append((value, ReadoutLine(column.ink, column.header, text, change, column.dash, column.opacity, at)))
    found.sort(key=lambda pair: -pair[0])
    lines = [line for _, line in found]
    title = table.text(row, 0)
    if row in running:
        title = Message(QT_TRANSLATE_NOOP("charts", "{period}, not ended"), period=title)
    return Readout(title, (*_distinct(lines), *_certainty(figure, row)))


def _distinct(lines: list[ReadoutLine]) -> list[ReadoutLine]:
    """Where baseline and scenario still are the history, it is said once."""
    history = next((line for line in lines if line.ink == "ink2"), None)
    if history is None:
        return lines
    return [line for line in lines if line is history or line.value != history.value]


def _certainty(figure: Figure, row: int) -> list[ReadoutLine]:
    """The interval and the number of observations, where the table has them."""
    table = figure.table
    by_role = {column.role: at for at, column in enumerate(table.columns)}
    lines: list[ReadoutLine] = []
    if "low" in by_role and "high" in by_role:
        low, high = table.number(row, by_role["low"]), table.number(row, by_role["high"])
        if low is not None and high is not None:
            span = format_range(low, high, table.columns[by_role["low"]].kind, table.style)
            lines.append(ReadoutLine("", Message(QT_TRANSLATE_NOOP("charts", "95% interval")), span))
    if "n" in by_role and table.number(row, by_role["n"]) is not None:
        lines.append(ReadoutLine("", "n", table.text(row, by_role["n"])))
    return lines
