"""Runs the steps of a recipe that change rows, on the typed table as it was loaded; tells what each of them did."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from kpidesk.core.findings import Finding, Level, Location
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, Template
from kpidesk.ingest.mapping import ColumnMapping
from kpidesk.ingest.parsing import ColumnFormat, read_cells
from kpidesk.ingest.proposal import LoadedColumn
from kpidesk.ingest.recipe import Duplicates, ExcludeRows, Recipe, ReplaceValues
from kpidesk.ingest.recipe_words import step_words
from kpidesk.ingest.words import fold
from kpidesk.schema.model import ColumnType
from kpidesk.store.cell_format import CellFormat
from kpidesk.store.cell_value import CellValue, Unreadable

Pairs = Sequence[tuple[ColumnMapping, LoadedColumn]]
RowStep = ReplaceValues | ExcludeRows | Duplicates
_ROW = "row_no"


@dataclass(frozen=True, slots=True)
class MendedFormat(ColumnFormat):
    """A format beside texts that stand for other texts, because the user said so."""

    mended: Mapping[str, str] = field(default_factory=dict)


def mended_format(column: ColumnMapping, recipe: Recipe) -> ColumnFormat:
    """The format of a column with the texts that a recipe replaces before they are read; texts are changed later."""
    mended = {
        fold(text): step.into
        for step in recipe.row_steps
        if isinstance(step, ReplaceValues) and fold(step.column) == fold(column.header)
        for text in step.values
    }
    form = column.format
    if not mended or form.type in (ColumnType.TEXT, ColumnType.ID):
        return form
    return MendedFormat(
        form.type, form.date_order, form.has_time, form.decimal, form.multiplier, form.currency, form.true_words,
        form.false_words, form.year, mended,
    )  # fmt: skip


def read_mended(texts: Sequence[str], format: CellFormat) -> list[CellValue | Unreadable]:
    """Every text through ``read_cells``, those that stand for others as those."""
    if isinstance(format, MendedFormat):
        texts = [format.mended.get(fold(text), text) for text in texts]
    return read_cells(texts, format)


def run_row_steps(
    target: Path, recipe: Recipe, pairs: Pairs, where: Location, first_row: int | None
) -> tuple[Finding, ...]:
    """Change the rows of a typed Parquet file as the recipe says; it then has ``row_no``. One finding for each step."""
    if not recipe.row_steps:
        return ()
    table = pq.read_table(target)
    if _ROW not in table.column_names:
        numbers = pa.array(range(first_row or 0, (first_row or 0) + table.num_rows), pa.int64())
        table = table.replace_schema_metadata(None).append_column(_ROW, numbers)
    findings = []
    for step in recipe.row_steps:
        table, count, row = _Run(step, pairs, table).result()
        findings.append(_told(step, count, replace(where, row=row) if row is not None else where))
    pq.write_table(table, target, compression="zstd")
    return tuple(findings)


@dataclass(frozen=True, slots=True)
class _Run:
    """One step on one table: the table after it, how many cells or rows it touched, and the first such row."""

    step: RowStep
    pairs: Pairs
    table: pa.Table

    def result(self) -> tuple[pa.Table, int, int | None]:
        match self.step:
            case ReplaceValues():
                return self._replaced(self.step)
            case ExcludeRows():
                return self._excluded(self.step)
            case Duplicates():
                return self._without_repeats(self.step)

    def _replaced(self, step: ReplaceValues) -> tuple[pa.Table, int, int | None]:
        pair = self._pair(step.column)
        if pair is None:
            return self.table, 0, None
        column, loaded = pair
        values = self.table.column(loaded.name)
        old = [value for value in read_cells(list(step.values), column.format) if _is_value(value)]
        (new,) = read_cells([step.into], column.format)
        hit = pc.fill_null(pc.is_in(values, value_set=pa.array(old, values.type)), fill_value=False)
        into = pa.scalar(None if isinstance(new, Unreadable) else new, values.type)
        changed = pc.if_else(hit, into, values)
        place = self.table.column_names.index(loaded.name)
        return self.table.set_column(place, loaded.name, changed), *self._counted(hit)

    def _excluded(self, step: ExcludeRows) -> tuple[pa.Table, int, int | None]:
        pair = self._pair(step.column)
        if pair is None:
            return self.table, 0, None
        hit = pc.fill_null(_fulfils(self.table.column(pair[1].name), step, pair[0].format), fill_value=False)
        return self.table.filter(pc.invert(hit)), *self._counted(hit)

    def _without_repeats(self, step: Duplicates) -> tuple[pa.Table, int, int | None]:
        named = [pair[1].name for column in step.columns if (pair := self._pair(column)) is not None]
        keys = named if step.columns else [name for name in self.table.column_names if name != _ROW]
        if step.keep == "all" or not keys or len(named) < len(step.columns):
            return self.table, 0, None
        kept = self.table.group_by(keys).aggregate([(_ROW, "min" if step.keep == "first" else "max")])
        wanted = kept.column(f"{_ROW}_{'min' if step.keep == 'first' else 'max'}")
        gone = pc.invert(pc.is_in(self.table.column(_ROW), value_set=wanted.combine_chunks()))
        return self.table.filter(pc.invert(gone)), *self._counted(gone)

    def _pair(self, header: str) -> tuple[ColumnMapping, LoadedColumn] | None:
        exact = next((pair for pair in self.pairs if pair[0].header == header), None)
        return exact or next((pair for pair in self.pairs if fold(pair[0].header) == fold(header)), None)

    def _counted(self, hit: pa.ChunkedArray) -> tuple[int, int | None]:
        count = pc.sum(hit).as_py() or 0
        first = pc.index(hit, value=True).as_py() if count else -1
        return count, self.table.column(_ROW)[first].as_py() if count else None


def _is_value(value: CellValue | Unreadable) -> bool:
    return value is not None and not isinstance(value, Unreadable)


def _fulfils(values: pa.ChunkedArray, step: ExcludeRows, form: ColumnFormat) -> pa.ChunkedArray:
    """Which cells fulfil a condition; an empty one fulfils only those that speak of emptiness, and *is not*."""
    if step.operator in ("is empty", "is filled"):
        return pc.is_null(values) if step.operator == "is empty" else pc.is_valid(values)
    if step.operator == "contains" or pa.types.is_string(values.type):
        texts, wanted = pc.utf8_lower(pc.cast(values, pa.string())), step.value.casefold().strip()
        if step.operator == "contains":
            return pc.match_substring(texts, wanted)
        return _compared(texts, pa.scalar(wanted), step.operator)
    (value,) = read_cells([step.value], form)
    if not _is_value(value):
        return pa.chunked_array([pa.array([False] * len(values))])
    return _compared(values, pa.scalar(value, values.type), step.operator)


def _compared(values: pa.ChunkedArray, wanted: pa.Scalar, operator: str) -> pa.ChunkedArray:
    if operator == "!=":
        return pc.fill_null(pc.not_equal(values, wanted), fill_value=True)
    return {"=": pc.equal, "<": pc.less, ">": pc.greater}[operator](values, wanted)


_DONE: Mapping[str, Template] = {
    "replace": QT_TRANSLATE_NOOP("recipe", "As you said: {step} ({count} {count|cell|cells})."),
    "exclude": QT_TRANSLATE_NOOP("recipe", "As you said: {step} ({count} {count|row|rows})."),
    "duplicates": QT_TRANSLATE_NOOP("recipe", "As you said: {step} ({count} {count|row was|rows were} dropped)."),
}


def _told(step: RowStep, count: int, where: Location) -> Finding:
    """A note of what a step did; one that did nothing says so, for it may not fit any more."""
    if count == 0 and not (isinstance(step, Duplicates) and step.keep == "all"):
        text = QT_TRANSLATE_NOOP("recipe", "A correction made before found nothing to do in this file: {step}.")
        return Finding(Level.NOTE, "recipe.step_idle", Message(text, step=step_words(step)), where)
    message = Message(_DONE[step.kind], step=step_words(step), count=count)
    return Finding(Level.NOTE, f"recipe.{step.kind}", message, where, max(count, 1))
