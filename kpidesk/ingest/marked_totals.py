"""Total rows that a user named by their label, found in the whole file: a review sees only some rows of a long one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kpidesk.core.findings import Finding, Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.ingest.checks import place
from kpidesk.ingest.proposal import TableProposal
from kpidesk.ingest.raw_sheet import TextSource
from kpidesk.ingest.recipe import MarkTotals
from kpidesk.ingest.words import fold
from kpidesk.store.text_rows import RowWindow, rows_sql

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def further_totals(
    connection: "DuckDBPyConnection", table: TableProposal, source: TextSource, window: RowWindow
) -> tuple[int, ...]:
    """Rows that hold a label marked as total and that nobody looked at yet."""
    said = {fold(step.label): step.is_total for step in table.recipe.steps if isinstance(step, MarkTotals)}
    labels = [label for label, is_total in said.items() if is_total]
    region = table.region
    if not labels or region.sheet.rows <= len(region.sheet.head):
        return ()
    columns = range(region.first_column, min(region.last_column + 1, source.width))
    rows = rows_sql(source, columns, window, is_numbered=True, in_parallel=False)
    like = " OR ".join(f"lower(trim(c{column})) IN ({', '.join('?' * len(labels))})" for column in columns)
    asked = [label for _ in columns for label in labels]
    found = connection.execute(f"SELECT row_no FROM ({rows}) WHERE {like}", asked).fetchall()
    return tuple(sorted({int(row) for (row,) in found} - set(window.without)))


def told(table: TableProposal, rows: Sequence[int]) -> Finding:
    """That total rows further down were left out, too."""
    text = QT_TRANSLATE_NOOP(
        "checks", "{rows} {rows|total row|total rows} further down, named like those you marked, are left out."
    )
    message = Message(text, rows=len(rows))
    return Finding(Level.NOTE, "ingest.total_rows", message, place(table.region, rows[0]), len(rows))
