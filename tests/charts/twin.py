"""Whether the table of a chart holds the numbers that are drawn."""

import math
from collections.abc import Callable, Collection, Iterator

from kpidesk.charts.figure import Area, Bar, Cell, Figure, Line, Point, Table

_BETWEEN = "two_drivers"
"""Its areas and lines run between the numbers of the table, where none of them stands."""


def not_in_table(figure: Figure) -> Iterator[str]:
    """What is drawn to scale and not said by a number of the table: points of lines and bands, bars, dots, cells.

    A mark across the chart gives its number by x: bars from the left, an interval lies between two of them.
    """
    table = figure.table
    numbers = [abs(each) for each in _numbers(table)]

    def known(value: float) -> bool:
        return any(math.isclose(abs(value), each, rel_tol=1e-6, abs_tol=1e-9) for each in numbers)

    def all_known(values: tuple[float, ...]) -> bool:
        return all(known(value) for value in values if math.isfinite(value))

    texts = {str(table.text(*at, exact=exact)) for at in _places(table) for exact in (True, False)}
    for mark in figure.marks if figure.kind != _BETWEEN else ():
        if isinstance(mark, Line) and not all_known(mark.ys) and not (len(set(mark.ys)) == 1 and all_known(mark.xs)):
            yield f"line {mark.ink}"
        elif isinstance(mark, Area) and not all_known(mark.lows + mark.highs):
            yield f"band {mark.ink}"
        elif isinstance(mark, Bar) and math.isfinite(mark.y0 + mark.y1) and not _is_length_known(mark, known):
            yield f"bar {mark.ink} {mark.y0:g} to {mark.y1:g}"
        elif isinstance(mark, Point) and mark.size and not (known(mark.y) or known(mark.x)):
            yield f"dot {mark.ink} at {mark.x:g}, {mark.y:g}"
        elif isinstance(mark, Cell) and mark.text and not (mark.text in texts or _is_share(mark.text, numbers)):
            yield f"cell {mark.text}"


def _is_share(text: str, numbers: Collection[float]) -> bool:
    """Cells are narrow: they say whole percents, without the sign."""
    return text.isdigit() and any(abs(100 * each - int(text)) <= 0.5 + 1e-9 for each in numbers)


def _is_length_known(bar: Bar, known: Callable[[float], bool]) -> bool:
    return any(known(each) for each in (bar.y0, bar.y1, bar.y1 - bar.y0, bar.x0, bar.x1, bar.x1 - bar.x0))


def _places(table: Table) -> Iterator[tuple[int, int]]:
    return ((row, column) for row in range(len(table.rows)) for column in range(len(table.columns)))


def _numbers(table: Table) -> Iterator[float]:
    found = (table.number(*at) for at in _places(table))
    return (each for each in found if each is not None)
