"""Rows of a long list for the clipboard: texts between tabs, and a table in which numbers and days are such.

A text stays a text, so that an id keeps its zeros and nothing is run as a formula; see ``typed_cells`` for the types.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from kpidesk.charts.lists.column import Kind, ListColumn
from kpidesk.charts.lists.ordering import Rows
from kpidesk.core.messages import Message
from kpidesk.core.progress import Progress
from kpidesk.export.csv_writer import safe_text
from kpidesk.export.typed_cells import number_cell, text_cell, typed_table
from kpidesk.store.table_rows import plain_column

MOST_CELLS = 500_000
"""More would fill the clipboard with what no program takes in a reasonable time."""

_PART = 5_000
_EPOCH = 25_569
"""1 January 1970 as a day of a spreadsheet."""
_DAY_US = 86_400_000_000


@dataclass(frozen=True, slots=True)
class Copied:
    """Both forms of what was copied; ``rows`` of the ``of`` that were chosen."""

    text: str
    html: str
    rows: int
    of: int


def copied_rows(columns: Sequence[ListColumn], rows: Rows, progress: Progress, label: Message | None = None) -> Copied:
    """The heads and the rows, as many as the clipboard is given at once."""
    chosen = rows[: max(1, MOST_CELLS // max(1, len(columns)))]
    lines = ["\t".join(_text(column.title) for column in columns)]
    table: list[list[str]] = []
    for start in range(0, len(chosen), _PART):
        progress.step(start, len(chosen), label)
        part = chosen[start : start + _PART]
        cells = [_cells(column, part) for column in columns]
        lines += ["\t".join(plain for plain, _ in line) for line in zip(*cells, strict=True)]
        table += [[typed for _, typed in line] for line in zip(*cells, strict=True)]
    html = typed_table([column.title for column in columns], table)
    return Copied("\n".join(lines), html, len(chosen), len(rows))


def _cells(column: ListColumn, rows: Rows) -> list[tuple[str, str]]:
    """Of each row the cell as text and as a cell of a table."""
    values = column.values.take(pa.array(rows))
    if column.kind is Kind.TEXT:
        return [_text_cell(value) for value in values.cast(pa.string()).to_pylist()]
    if column.kind is Kind.NUMBER:
        return [_number_cell(float(value)) for value in plain_column(values).tolist()]
    return [_moment_cell(value) for value in plain_column(values).astype("datetime64[us]")]


def _text(value: str) -> str:
    return " ".join(safe_text(value).split())


def _text_cell(value: str | None) -> tuple[str, str]:
    text = _text(value or "")
    return text, text_cell(text)


def _number_cell(value: float) -> tuple[str, str]:
    text = "" if value != value else f"{value:.15g}"
    return text, number_cell(text)


def _moment_cell(value: np.datetime64) -> tuple[str, str]:
    if np.isnat(value):
        return "", "<td></td>"
    moment = int(value.astype(np.int64))
    day, time = str(value.astype("datetime64[s]")).split("T")
    has_time = moment % _DAY_US != 0
    text = f"{day} {time}" if has_time else day
    number = f"{_EPOCH + moment / _DAY_US:.15g}"
    form = ("yyyy\\-mm\\-dd hh\\:mm\\:ss", "YYYY-MM-DD HH:MM:SS") if has_time else ("yyyy\\-mm\\-dd", "YYYY-MM-DD")
    typed = f'sdval="{number}" sdnum="1033;0;{form[1]}" x:num="{number}"'
    return text, f"""<td {typed} style='mso-number-format:"{form[0]}"'>{text}</td>"""
