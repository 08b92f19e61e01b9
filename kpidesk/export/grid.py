"""Pivots and heat maps as grids of texts, for slides and for paper: what fits, and what is left out."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kpidesk.charts.figure import Area, Cell, Figure, text_of
from kpidesk.charts.kinds.two_drivers import FIRST_COLUMN
from kpidesk.charts.pivot import Pivot
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, Template, Translate

MOST_ROWS, MOST_COLUMNS = 16, 14
NO_TOTAL = {"has_total": "no"}
"""What a figure says of itself that is a table whose last row is like the others."""

_MORE = QT_TRANSLATE_NOOP("export", "{rows} more {rows|row|rows} in the workbook")
_MORE_COLUMNS = QT_TRANSLATE_NOOP("export", "{rows} more {rows|column|columns} in the workbook")


@dataclass(frozen=True, slots=True)
class Grid:
    """A table ready to write: texts, tints by (row, column) below the heads, rows that are totals.

    ``more`` are the rows and columns that are left out, ``left_out`` the same in words.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    tints: tuple[tuple[int, int, str], ...] = ()
    totals: tuple[int, ...] = ()
    left_out: str = ""
    more: tuple[int, int] = (0, 0)


def with_rows(grid: Grid, most: int, translate: Translate) -> Grid:
    """The first rows of a table and its totals; it says how many there are besides, with those left out before."""
    kept = _kept([at in grid.totals for at in range(len(grid.rows))], most)
    places = {at: place for place, at in enumerate(kept)}
    tints = tuple((places[row], column, ink) for row, column, ink in grid.tints if row in places)
    totals = tuple(places[at] for at in grid.totals if at in places)
    more = grid.more[0] + len(grid.rows) - len(kept), grid.more[1]
    rows = tuple(grid.rows[at] for at in kept)
    return Grid(grid.heads, rows, tints, totals, _said(*more, translate), more)


def with_columns(grid: Grid, most: int, translate: Translate) -> Grid:
    """The names and the last columns of a table; it says how many there are besides."""
    first = max(1, len(grid.heads) - most + 1)
    heads, *rows = ((row[0], *row[first:]) for row in (grid.heads, *grid.rows))
    tints = tuple((row, at - first + 1, ink) for row, at, ink in grid.tints if at >= first - 1)
    more = grid.more[0], grid.more[1] + first - 1
    return Grid(heads, tuple(rows), tints, grid.totals, _said(*more, translate), more)


def pivot_grid(pivot: Pivot, translate: Translate, most: int = MOST_COLUMNS) -> Grid:
    """The last columns that fit, the first rows; totals stay."""
    first = max(0, len(pivot.headers) - max(3, min(MOST_COLUMNS, most)) + 1)
    kept = _kept([row.is_total for row in pivot.rows], MOST_ROWS)
    texts = pivot.short_texts()
    rows = tuple((text_of(pivot.rows[at].label, translate), *texts[at][first:]) for at in kept)
    totals = tuple(place for place, at in enumerate(kept) if pivot.rows[at].is_total)
    heads = (text_of(pivot.corner, translate), *(text_of(h, translate) for h in pivot.headers[first:]))
    more = len(pivot.rows) - len(kept), first
    return Grid(heads, rows, (), totals, _said(*more, translate), more)


def heat_grid(figure: Figure, translate: Translate, most: tuple[int, int] = (MOST_ROWS, MOST_COLUMNS)) -> Grid:
    """The numbers of a heat map and the tints of their cells; the latest rows where not all fit."""
    columns = figure.x.ticks[: most[1]]
    first = max(0, len(figure.y.ticks) - min(MOST_ROWS, most[0]))
    ticks = figure.y.ticks[first:]
    marks = {(m.row, m.column): m for m in figure.marks if isinstance(m, Cell)}
    rows, tints = [], []
    for place, tick in enumerate(ticks):
        name = f"{text_of(tick.text, translate)} {text_of(tick.note, translate)}".strip()
        found = [marks.get((first + place, column)) for column in range(len(columns))]
        rows.append((name, *(mark.text if mark else "" for mark in found)))
        tints += [(place, column, mark.ink) for column, mark in enumerate(found) if mark]
    heads = ("", *(text_of(tick.text, translate) for tick in columns))
    more = first, len(figure.x.ticks) - len(columns)
    return Grid(heads, tuple(rows), tuple(tints), (), _said(*more, translate), more)


def figure_grid(figure: Figure, translate: Translate, most: tuple[int, int] = (MOST_ROWS, MOST_COLUMNS)) -> Grid | None:
    """The figure as a tinted table, for the kinds that Office has no chart of; None for the others.

    ``most`` rows and columns, without the heads and the names, have room.
    """
    if figure.empty is not None:
        return None
    if figure.kind == "heatmap":
        return heat_grid(figure, translate, most)
    if figure.kind == "table":
        return table_grid(figure, translate, most)
    return matrix_grid(figure, translate, most) if figure.kind == "two_drivers" else None


def table_grid(figure: Figure, translate: Translate, most: tuple[int, int] = (MOST_ROWS, MOST_COLUMNS)) -> Grid:
    """A table that stands for itself: its first rows and columns, and its last row if it is the total."""
    table, last = figure.table, len(figure.table.rows) - 1
    room, has_total = max(1, min(MOST_ROWS, most[0]) - 1), NO_TOTAL.items().isdisjoint(figure.facts.items())
    rows = [*range(min(last, room)), last] if has_total else list(range(min(last, room) + 1))
    columns = range(min(len(table.columns), min(MOST_COLUMNS, most[1]) + 1))
    heads = tuple(text_of(table.columns[at].header, translate) for at in columns)
    texts = tuple(tuple(text_of(table.text(row, at, exact=False), translate) for at in columns) for row in rows)
    more = last + 1 - len(rows), len(table.columns) - len(columns)
    return Grid(heads, texts, (), (len(rows) - 1,) if has_total else (), _said(*more, translate), more)


def matrix_grid(figure: Figure, translate: Translate, most: tuple[int, int] = (MOST_ROWS, MOST_COLUMNS)) -> Grid:
    """Numbers over two drivers, upward as in the figure; every so many where not all fit, in the colours they have."""
    table = figure.table
    columns = _spread(len(table.columns) - 1, min(MOST_COLUMNS - 1, most[1]))
    rows = _spread(len(table.rows), min(MOST_ROWS, most[0]))[::-1]
    areas = [mark for mark in figure.marks if isinstance(mark, Area)][::-1]  # what just meets the goal meets it
    tints = []
    for place, row in enumerate(rows):
        y = _place(figure.y.low, figure.y.high, row, len(table.rows))
        for at, column in enumerate(columns):
            x = _place(float(figure.facts[FIRST_COLUMN]), figure.x.high, column, len(table.columns) - 1)
            ink = next((area.ink for area in areas if _covers(area, x, y)), None)
            if ink is not None:
                tints.append((place, at, ink))
    heads = tuple(text_of(table.columns[at].header, translate) for at in (0, *(column + 1 for column in columns)))
    texts = tuple(
        tuple(text_of(table.text(row, at, exact=False), translate) for at in (0, *(column + 1 for column in columns)))
        for row in rows
    )
    return Grid(heads, texts, tuple(tints))


def _spread(count: int, most: int) -> list[int]:
    """At most so many places of a row, the first and the last among them."""
    if count <= most:
        return list(range(count))
    return [round(at * (count - 1) / (most - 1)) for at in range(most)]


def _covers(area: Area, x: float, y: float) -> bool:
    is_within = area.xs[0] <= x <= area.xs[-1]
    return is_within and bool(np.interp(x, area.xs, area.lows) <= y <= np.interp(x, area.xs, area.highs))


def _place(low: float, high: float, at: int, count: int) -> float:
    """One of so many values from end to end, never beyond the last."""
    return min(high, low + at * (high - low) / max(1, count - 1))


def _kept(totals: Sequence[bool], most: int) -> list[int]:
    """Which rows there is room for: the first ones, and always the totals."""
    room = max(0, most - sum(totals))
    plain = [at for at, is_total in enumerate(totals) if not is_total][:room]
    return sorted([*plain, *(at for at, is_total in enumerate(totals) if is_total)])


def _said(rows: int, columns: int, translate: Translate) -> str:
    """How much there is besides."""
    said = (_left_out(rows, translate), _left_out(columns, translate, _MORE_COLUMNS))
    return " · ".join(filter(None, said))


def _left_out(count: int, translate: Translate, words: Template = _MORE) -> str:
    return Message(words, rows=count).render(translate) if count > 0 else ""
