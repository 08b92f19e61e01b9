"""Loads one table as its mapping says: typed Parquet with a column for each role, monthly figures in the long shape."""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Protocol

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from kpidesk.core.findings import Finding, Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, quoted
from kpidesk.core.progress import Progress
from kpidesk.ingest.cells import says_fiscal
from kpidesk.ingest.checks import place
from kpidesk.ingest.cleaning import loaded_columns
from kpidesk.ingest.loaded_checks import check_loaded
from kpidesk.ingest.loading_across import load_across
from kpidesk.ingest.mapping import SPAN, ColumnMapping
from kpidesk.ingest.marked_totals import further_totals, told
from kpidesk.ingest.proposal import UNREADABLE, LoadedColumn, LoadedTable, TableProposal
from kpidesk.ingest.raw_sheet import TextSource
from kpidesk.ingest.recipe_rows import mended_format, read_mended, run_row_steps
from kpidesk.ingest.recognition_months import body_rows
from kpidesk.ingest.unpivot import is_fiscal, melt, months_of_all
from kpidesk.ingest.won_deals import with_won, won_column
from kpidesk.schema.model import ColumnType
from kpidesk.schema.vocabulary import Vocabulary, load_vocabulary
from kpidesk.store.text_load import LoadReport, TextColumn, load_text
from kpidesk.store.text_rows import RowWindow

MONTHLY = "monthly_metrics"
_WORD_SCORES = (
    "csat_score", "ces_score", "ces_channel", "ces_waiting", "ces_resolution", "cxi_effort", "cxi_empathy",
    "cxi_knowing", "cxi_efficiency",
)  # fmt: skip


class TextLoader(Protocol):
    """Who can open a connection that reads just these files: the store."""

    def importing(self, *sources: Path) -> AbstractContextManager[object]:
        """A connection for one import."""
        ...


def load_table(table: TableProposal, store: TextLoader, target: Path, progress: Progress) -> LoadedTable:
    """Write a table's rows, typed, to ``target``; raises UserError where the rows cannot be read any more."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if table.mapping.orientation == "across":
        return load_across(table, target)
    columns = loaded_columns(table.mapping)
    is_monthly = table.mapping.table == MONTHLY
    wide = target.with_suffix(".wide.parquet") if is_monthly else target
    region = table.region
    window = RowWindow(region.first_body, region.last_body, frozenset(region.total_rows))
    wanted = [TextColumn(c.index, loaded.name, mended_format(c, table.recipe)) for c, loaded in columns]
    with _nameable(region.sheet.source, target) as source, store.importing(source.path) as connection:
        further = further_totals(connection, table, source, window)
        window = replace(window, without=frozenset((*window.without, *further)))
        report = load_text(connection, source, wanted, wide, read_mended, window=window, progress=progress)
    progress.raise_if_cancelled()
    findings = list(_unreadable(table, columns, report))
    findings += [told(table, further)] if further else []
    findings += run_row_steps(wide, table.recipe, columns, place(region), report.first_row)
    first_row = None if table.recipe.row_steps else report.first_row
    listed = tuple(loaded for _, loaded in columns)
    rows = pq.read_metadata(wide).num_rows if table.recipe.row_steps else report.rows
    if is_monthly:
        listed = _make_long(columns, wide, target, table)
    else:
        listed = _score_words(listed, columns, target, load_vocabulary())
        listed = _with_span(listed, table.mapping.lasts, target)
        listed = _with_months(listed, target) if table.mapping.lasts_month else listed
        listed = with_won(listed, target) if won_column(table.mapping, load_vocabulary()) is not None else listed
        findings += check_loaded(target, table.mapping.table, place(region), first_row)
    return LoadedTable(target, table.mapping.table, listed, rows, tuple(findings), first_row)


@contextmanager
def _nameable(source: TextSource, target: Path) -> Iterator[TextSource]:
    """The source under a name that is text: DuckDB cannot be told of a file whose name is none in this locale."""
    try:
        str(source.path).encode()
    except UnicodeEncodeError:
        copy = target.with_suffix(".source")
        try:
            yield replace(source, path=Path(shutil.copyfile(source.path, copy)))
        finally:
            copy.unlink(missing_ok=True)
    else:
        yield source


def _unreadable(
    table: TableProposal, columns: Sequence[tuple[ColumnMapping, LoadedColumn]], report: LoadReport
) -> Iterator[Finding]:
    """One finding for each column with cells that stayed empty although they hold text."""
    by_name = {loaded.name: column for column, loaded in columns}
    for cells in report.unreadable:
        column = by_name[cells.name]
        text = QT_TRANSLATE_NOOP(
            "checks", "{cells} {cells|cell|cells} in “{column}” cannot be read as {type}: {examples}."
        )
        message = Message(
            text,
            cells=cells.count,
            column=column.header,
            type=column.type.value,
            examples=quoted(example[:40] for example in cells.examples[:3]),
        )
        row = cells.rows[0] if cells.rows else None
        yield Finding(Level.WARNING, UNREADABLE, message, place(table.region, row, column.index), cells.count)


def _with_span(
    columns: tuple[LoadedColumn, ...], lasts: tuple[date, date] | None, target: Path
) -> tuple[LoadedColumn, ...]:
    """The days between which every row holds, where the list's name says them, as columns beside the others."""
    if lasts is None:
        return columns
    table = pq.read_table(target)
    for role, day in zip(SPAN, lasts, strict=True):
        table = table.append_column(role, pa.array([day] * table.num_rows, pa.date32()))
    pq.write_table(table, target, compression="zstd")
    return (*columns, *(LoadedColumn(role, ColumnType.DATE, "", is_attribute=False) for role in SPAN))


def _with_months(columns: tuple[LoadedColumn, ...], target: Path) -> tuple[LoadedColumn, ...]:
    """Each row from the first of its month until before the first of the next."""
    table = pq.read_table(target)
    start, end = SPAN
    months = pc.floor_temporal(table[start].cast(pa.date32()), unit="month").to_numpy().astype("datetime64[M]")
    for role, values in ((start, months), (end, months + 1)):
        days = pa.array(values.astype("datetime64[D]"), pa.date32())
        at = table.schema.get_field_index(role)
        table = table.append_column(role, days) if at < 0 else table.set_column(at, role, days)
    pq.write_table(table, target, compression="zstd")
    ended = LoadedColumn(end, ColumnType.DATE, "", is_attribute=False)
    return (*columns, ended)


def months_each(table: TableProposal) -> int:
    """Of how many months each row, or each column of months, is: 3 for quarters, 12 for years."""
    if table.mapping.orientation == "across":
        heads = {column.index: column.header for column in table.mapping.columns}
        return months_of_all(heads[index] for index in table.mapping.month_columns)
    return months_of_all(_periods_down(table))


def _periods_down(table: TableProposal) -> tuple[str, ...]:
    """The texts of the column that says the month of each row, as far as the sheet was looked at."""
    month = table.mapping.column("month")
    if month is None:
        return ()
    return tuple(cells[month.index] for _, cells in body_rows(table.region) if month.index < len(cells))


def _are_fiscal(table: TableProposal) -> bool:
    """Whether the rows are quarters or years of the fiscal year, by their texts or by the header above them."""
    month = table.mapping.column("month")
    periods = [text for text in _periods_down(table) if text.strip()]
    if month is None or not periods or months_of_all(periods) == 1:
        return False
    return says_fiscal(month.header) or all(map(is_fiscal, periods))


def _make_long(
    columns: Sequence[tuple[ColumnMapping, LoadedColumn]], wide: Path, target: Path, proposal: TableProposal
) -> tuple[LoadedColumn, ...]:
    """Turn a table of one row a month into one row a figure; texts without a role go along as attributes."""
    figures = (ColumnType.MONEY, ColumnType.NUMBER, ColumnType.PERCENT)
    metrics = [loaded.name for column, loaded in columns if column.role is not None and column.type in figures]
    texts = (ColumnType.TEXT, ColumnType.FLAG)
    extras = [loaded for column, loaded in columns if column.role is None and column.type in texts]
    listed = melt(
        wide, metrics, [c.name for c in extras], target, months_each(proposal), are_fiscal=_are_fiscal(proposal)
    )
    wide.unlink()
    return (*listed, *extras)


def _score_words(
    columns: tuple[LoadedColumn, ...],
    mapped: Sequence[tuple[ColumnMapping, LoadedColumn]],
    target: Path,
    vocabulary: Vocabulary,
) -> tuple[LoadedColumn, ...]:
    """Answers in words become marks from 1 to 5, beside the numbers that scores are otherwise."""
    words = [c.role for c, _ in mapped if c.role in _WORD_SCORES and c.type in (ColumnType.TEXT, ColumnType.FLAG)]
    if not words:
        return columns
    table = pq.read_table(target)
    for name in words:
        place_of = table.column_names.index(name)
        marks = [
            vocabulary.satisfaction.get(vocabulary.fold(str(text or ""))) for text in table.column(name).to_pylist()
        ]
        table = table.set_column(place_of, name, pa.array(marks, pa.float64()))
    pq.write_table(table, target, compression="zstd")
    return tuple(replace(c, type=ColumnType.NUMBER) if c.name in words else c for c in columns)
