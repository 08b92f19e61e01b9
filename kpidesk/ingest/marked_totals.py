"""Total rows that a user named by their label, found in the whole file: a review sees only some rows of a long one."""

from collections.abc import Sequence

from kpidesk.core.findings import Finding, Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.ingest.checks import place
from kpidesk.ingest.proposal import TableProposal
from kpidesk.ingest.raw_sheet import TextSource
from kpidesk.ingest.recipe import MarkTotals
from kpidesk.ingest.words import fold
from kpidesk.store.text_rows import RowWindow, rows_holding


def further_totals(connection: object, table: TableProposal, source: TextSource, window: RowWindow) -> tuple[int, ...]:
    """Rows that hold a label marked as total and that nobody looked at yet."""
    said = {fold(step.label): step.is_total for step in table.recipe.steps if isinstance(step, MarkTotals)}
    labels = [label for label, is_total in said.items() if is_total]
    region = table.region
    if not labels or region.sheet.rows <= len(region.sheet.head):
        return ()
    columns = range(region.first_column, min(region.last_column + 1, source.width))
    found = rows_holding(connection, source, columns, window, labels)
    return tuple(sorted(found - set(window.without)))


def told(table: TableProposal, rows: Sequence[int]) -> Finding:
    """That total rows further down were left out, too."""
    text = QT_TRANSLATE_NOOP(
        "checks", "{rows} {rows|total row|total rows} further down, named like those you marked, are left out."
    )
    message = Message(text, rows=len(rows))
    return Finding(Level.NOTE, "ingest.total_rows", message, place(table.region, rows[0]), len(rows))
