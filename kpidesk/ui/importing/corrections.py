"""The questions of a review, each a list under the thing that it is about; an answer is one step of the recipe."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kpidesk.core.findings import cell_name
from kpidesk.ingest.mapping import OTHER
from kpidesk.ingest.parsing import ColumnFormat
from kpidesk.ingest.preview import unreadable_by
from kpidesk.ingest.proposal import TableProposal
from kpidesk.ingest.recipe import IgnoreColumn, MarkTotals, SetFormat, SetHeader, SetRole, SetRowRole, SetTable
from kpidesk.qt.translation import say
from kpidesk.qt.widgets.popover import Choice, choose
from kpidesk.schema.model import Schema
from kpidesk.ui.importing.proposal_words import KEEP, LEAVE_OUT, role_choices, table_choices
from kpidesk.ui.importing.value_words import format_choices

_DEEPEST = 3


class Corrections(QObject):
    """``decided(Step)`` follows each question that was answered with something else than what holds."""

    decided = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._table: TableProposal | None = None
        self._schema: Schema | None = None
        self._asked: int | str = -1

    def show_table(self, table: TableProposal, schema: Schema) -> None:
        """What the next questions are about."""
        self._table, self._schema = table, schema

    def ask_table(self, anchor: QWidget) -> None:
        """What is this sheet?"""
        if self._table is not None and self._schema is not None:
            choices, now = table_choices(self._schema), self._table.mapping.table
            choose(anchor, choices, self.on_table, current=now, placeholder=self.tr("Find a table"))

    def on_table(self, name: object) -> None:
        """It is that."""
        self.decided.emit(SetTable(str(name)))

    def ask_role(self, anchor: QWidget, key: int | str) -> None:
        """What does a column mean, or a row where months run across?"""
        table, schema = self._table, self._schema
        if table is None or schema is None or (table.mapping.table == OTHER and isinstance(key, str)):
            return
        self._asked = key
        is_row = isinstance(key, str)
        choices = role_choices(schema, table.mapping, is_row=is_row)
        if isinstance(key, str):
            now = table.mapping.row_roles.get(key, KEEP)
        else:
            column = next((column for column in table.mapping.columns if column.index == key), None)
            if column is None:
                return
            now = LEAVE_OUT if column.is_ignored else column.role or KEEP
        choose(anchor, choices, self.on_role, current=now, placeholder=self.tr("Find a field"))

    def on_role(self, chosen: object) -> None:
        """It means that."""
        role = None if chosen == KEEP else str(chosen)
        if isinstance(self._asked, str):
            self.decided.emit(SetRowRole(self._asked, role))
            return
        header = self._header(self._asked)
        self.decided.emit(IgnoreColumn(header) if role == LEAVE_OUT else SetRole(header, role))

    def ask_format(self, anchor: QWidget, key: int | str) -> None:
        """How are the cells of a column written?"""
        columns = self._table.mapping.columns if self._table is not None else ()
        column = next((column for column in columns if column.index == key), None)
        if column is not None:
            self._asked = key
            choices = self._with_effect(column.index, format_choices(column.format))
            choose(anchor, choices, self.on_format, current=column.format, placeholder=self.tr("Find a way to read it"))

    def _with_effect(self, index: int, choices: Sequence[Choice]) -> list[Choice]:
        """Each way to read a column with what it would not read; the ways that read most come first."""
        forms = [choice.key for choice in choices if isinstance(choice.key, ColumnFormat)]
        if self._table is None or len(forms) < len(choices):
            return list(choices)
        counts, looked_at = unreadable_by(self._table, index, forms)
        text = self.tr("{n} of {all} unreadable")
        said = [
            replace(choice, detail=say(text, n=count, all=looked_at) if count else "")
            for choice, count in zip(choices, counts, strict=True)
        ]
        order = sorted(range(len(said)), key=lambda at: (at > 0, counts[at]))
        return [said[at] for at in order]

    def on_format(self, form: object) -> None:
        """In that way."""
        if isinstance(form, ColumnFormat):
            self.decided.emit(SetFormat(self._header(self._asked), form))

    def ask_row(self, anchor: QWidget, row: int) -> None:
        """What is this row: the header, a total, or data?"""
        table = self._table
        if table is None:
            return
        region = table.region
        choices: list[Choice] = []
        if row not in region.header_rows:
            choices.append(Choice((row,), say(self.tr("Row {row} is the header"), row=row + 1), icon="table-2"))
        rows = tuple(sorted({*region.header_rows, row}))
        if len(rows) > 1 and rows == tuple(range(rows[0], rows[-1] + 1)) and len(rows) <= _DEEPEST:
            both = self.tr("The header is in rows {first} to {last}")
            choices.append(Choice(rows, say(both, first=rows[0] + 1, last=rows[-1] + 1), icon="table-2"))
        if region.header_rows:
            choices.append(Choice((), self.tr("There is no header row"), icon="minus"))
        if label := self._label(row):
            is_total = row in region.total_rows
            words = self.tr("Rows with “{label}” are data") if is_total else self.tr("Rows with “{label}” are totals")
            if is_total or row > region.header_row:
                step = MarkTotals(label, is_total=not is_total)
                choices.append(Choice(step, say(words, label=label[:40]), icon="list-tree"))
        choose(anchor, choices, self.on_row, placeholder=cell_name(row, None))

    def on_row(self, chosen: object) -> None:
        """It is that."""
        if isinstance(chosen, MarkTotals):
            self.decided.emit(chosen)
        elif isinstance(chosen, tuple):
            rows = tuple(int(row) for row in chosen)
            self.decided.emit(SetHeader(rows))

    def _header(self, key: int | str) -> str:
        columns = self._table.mapping.columns if self._table is not None else ()
        return next((column.header for column in columns if column.index == key), "")

    def _words(self, row: int) -> tuple[str, ...]:
        if self._table is None or row >= len(self._table.region.sheet.head):
            return ()
        region = self._table.region
        cells = region.sheet.head[row][region.first_column : region.last_column + 1]
        return tuple(cell.strip() for cell in cells if cell.strip())

    def _label(self, row: int) -> str:
        """What a row begins with, where that is words and no id."""
        first = next(iter(self._words(row)), "")
        return "" if any(sign.isdigit() for sign in first) else first
