"""The rows behind a number as a long list: names, amounts, files and rows as a reader knows them, and totals."""

from collections.abc import Callable
from functools import partial

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.types as pt

from kpidesk.charts.lists.column import Kind, ListColumn, Total, named_column
from kpidesk.charts.lists.listing import Listing
from kpidesk.core.courtesy import make_way
from kpidesk.core.formatting import format_value
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.metrics.trace import COUNTED, RowSet
from kpidesk.qt.translation import render
from kpidesk.store.table_rows import TableRows
from kpidesk.ui.metrics.row_words import MOVEMENTS, RowWords

SHOWN_ROWS = 1_000_000
"""As many rows are held in memory; of more, the first, and nothing is totalled."""

_TEXTS = {
    "file": Message(QT_TRANSLATE_NOOP("kpis", "File")),
    "row": Message(QT_TRANSLATE_NOOP("kpis", "Row")),
    "counted": Message(QT_TRANSLATE_NOOP("kpis", "Counted")),
    "state": Message(
        QT_TRANSLATE_NOOP("lists", "No total: an amount a month may stand in several rows and would be added twice")
    ),
    "life": Message(QT_TRANSLATE_NOOP("lists", "No total: the number is estimated from all lives together")),
}
_TOTALS = {
    "sum": Total.SUM,
    "count_distinct": Total.DISTINCT,
    "mean": Total.MEAN,
    "median": Total.MEDIAN,
    "p90": Total.P90,
    "first": Total.FIRST,
    "last": Total.LAST,
}
_FLOWS = frozenset({"delta"})
"""Amounts that add up over rows; others are states, of which a customer has one in each row."""


def rows_listing(rows: RowSet, words: RowWords, unit: str = "ratio") -> Listing:
    """File › sheet, row, the columns as they were read, and what each brings into the number, of this kind of unit."""
    table = _table(rows)
    names = _names(table)
    columns = [*_places(table, words), *(_column(table, name, words) for name in names)]
    if COUNTED in table.column_names:
        columns.append(_counted(table, rows, render(_TEXTS["counted"]), words, unit))
    return Listing(columns, len(table), is_whole=rows.total <= len(table))


def members_listing(rows: RowSet, words: RowWords, amount: str = "") -> Listing:
    """Who, how much, the row, and its file where they are of several; then what else the row says.

    ``amount`` names what each brings into the number; "" where each is one.
    """
    table = _table(rows)
    names = _names(table)
    known = tuple(name for name in ("customer_name", "customer_id") if name in names)[:1]
    columns = [_who(table, name, words) for name in known]
    if amount:
        columns.append(_counted(table, rows, amount, words, "money"))
    columns += _places(table, words)[1 if only_file(rows, words) else 0 :]
    columns += [_column(table, name, words) for name in names if name not in known]
    return Listing(columns, len(table), is_whole=rows.total <= len(table))


def only_file(rows: RowSet, words: RowWords) -> str:
    """``file › sheet`` where all rows are of one; else ""."""
    table = _table(rows)
    if "src" not in table.column_names:
        return ""
    files = {words.source(value) for value in np.unique(_source_numbers(table)).tolist()}
    return files.pop() if len(files) == 1 else ""


def _table(rows: RowSet) -> pa.Table:
    if isinstance(rows.rows, TableRows):
        return rows.rows.table.select(list(rows.columns))
    return pa.table({name: [row[at] for row in rows.rows] for at, name in enumerate(rows.columns)})


def _names(table: pa.Table) -> tuple[str, ...]:
    return tuple(name for name in table.column_names if name not in ("src", "row_no", COUNTED))


def _source_numbers(table: pa.Table) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    return np.asarray(pc.fill_null(table["src"].cast(pa.int64()), -1))


def _places(table: pa.Table, words: RowWords) -> list[ListColumn]:
    """File and row; nothing where no row of a file is known."""
    if "src" not in table.column_names:
        return []
    files = named_column(_source_numbers(table), [words.source(at) for at in range(len(words.sources))])
    numbers = pc.add(table["row_no"].cast(pa.float64()), 1.0)
    return [
        ListColumn(render(_TEXTS["file"]), Kind.TEXT, files, str, is_quiet=True),
        ListColumn(render(_TEXTS["row"]), Kind.NUMBER, numbers, _row_number, is_quiet=True),
    ]


def _row_number(value: object) -> str:
    return str(round(float(str(value))))


def _who(table: pa.Table, name: str, words: RowWords) -> ListColumn:
    """The customer's name; where no sheet tells it, the id."""
    names = table[name].cast(pa.string())
    if name != "customer_id" and "customer_id" in table.column_names:
        told = pc.if_else(pc.equal(names, ""), pa.scalar(None, pa.string()), names)
        names = pc.coalesce(told, table["customer_id"].cast(pa.string()))
    return ListColumn(words.head(name), Kind.TEXT, names, str)


def _counted(table: pa.Table, rows: RowSet, title: str, words: RowWords, unit: str) -> ListColumn:
    total = _TOTALS.get(rows.aggregate, Total.NONE)
    note = "" if total is not Total.NONE else render(_TEXTS["life"])
    values = table[COUNTED]
    if not _is_number(values.type):
        return ListColumn(title, Kind.TEXT, values.cast(pa.string()), str, total=total, note=note)
    numbers = values.cast(pa.float64())
    # How many different ones there are is a plain number, whatever is counted.
    write = _money(words) if unit == "money" and total is not Total.DISTINCT else _plain(words)
    return ListColumn(title, Kind.NUMBER, numbers, write, total, note, "money", is_signed=unit == "money")


def _column(table: pa.Table, name: str, words: RowWords) -> ListColumn:
    make_way()
    values, title = table[name], words.head(name)
    if name == "kind" and pt.is_integer(values.type):
        places = np.asarray(pc.fill_null(values.cast(pa.int64()), 0)) - 1
        return ListColumn(title, Kind.TEXT, named_column(places, [render(each) for each in MOVEMENTS]), str)
    if words.is_money(name) and _is_number(values.type):
        units = pc.divide(values.cast(pa.float64()), 100.0)
        is_flow = name in _FLOWS
        note = "" if is_flow else render(_TEXTS["state"])
        total = Total.SUM if is_flow else Total.NONE
        return ListColumn(title, Kind.NUMBER, units, _money(words), total, note, "money", is_signed=is_flow)
    if _is_number(values.type):
        return ListColumn(title, Kind.NUMBER, values.cast(pa.float64()), _plain(words))
    if pt.is_date(values.type) or pt.is_timestamp(values.type):
        return ListColumn(title, Kind.MOMENT, values.cast(pa.timestamp("us")), partial(_moment, words, name))
    return ListColumn(title, Kind.TEXT, values.cast(pa.string()), str)


def _is_number(kind: pa.DataType) -> bool:
    return bool(pt.is_integer(kind) or pt.is_floating(kind) or pt.is_decimal(kind))


def _moment(words: RowWords, name: str, value: object) -> str:
    return words.text(name, np.datetime64(str(value).split("+")[0], "us"))


def _plain(words: RowWords) -> Callable[[object], str]:
    style = words.style.exact()
    return lambda value: format_value(float(str(value)), "ratio", style)


def _money(words: RowWords) -> Callable[[object], str]:
    style = words.style.exact()
    return lambda value: format_value(float(str(value)), "money", style)
