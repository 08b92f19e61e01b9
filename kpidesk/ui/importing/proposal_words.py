"""A proposal in the reader's words: sheets, columns and their evidence, the sheet as found."""

from kpidesk.core.findings import Level, column_letters
from kpidesk.core.formatting import format_value
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.ingest.mapping import OTHER, ColumnMapping
from kpidesk.ingest.proposal import TableProposal
from kpidesk.qt.translation import listed, render, style
from kpidesk.qt.widgets.data_table import Cell, Column, TableView
from kpidesk.qt.widgets.popover import Choice
from kpidesk.schema.model import Schema
from kpidesk.ui.importing.mapping_editor import ColumnView
from kpidesk.ui.importing.sheet_list import SheetView

SURE = 0.75
_LEFT_OUT = Message(QT_TRANSLATE_NOOP("review", "Left out: no table found"))
_COPY = Message(QT_TRANSLATE_NOOP("review", "Left out: repeats another table"))
_ATTRIBUTE = Message(QT_TRANSLATE_NOOP("review", "Segment by it"))
_ROWS = QT_TRANSLATE_NOOP("review", "{table} · {count} {rows|row|rows}")
_SEGMENTS = QT_TRANSLATE_NOOP("review", "{field}, to segment by")
_PREVIEW = 40


def table_label(schema: Schema, name: str, language: str) -> str:
    """The name of a business table."""
    found = schema.tables.get(name)
    if found is None:
        return render(Message(QT_TRANSLATE_NOOP("review", "Something else")))
    return found.labels.get(language, found.labels["en"])


def sheet_view(table: TableProposal, schema: Schema, language: str) -> SheetView:
    """One line of the list of sheets."""
    sheet = table.region.sheet
    whole = sheet.file.name if not sheet.sheet else f"{sheet.file.name} › {sheet.sheet}"
    name = sheet.sheet or sheet.file.name
    if table.copy_of is not None:
        return SheetView(table.id, name, render(_COPY), "left_out", source=whole)
    if table.mapping.table == OTHER:
        return SheetView(table.id, name, render(_LEFT_OUT), "left_out", source=whole)
    label = table_label(schema, table.mapping.table, language)
    detail = rows_text(label, _rows(table))
    grave = any(finding.level is not Level.NOTE for finding in table.findings)
    unsure = table.mapping.confidence < SURE
    state = "look" if grave or unsure else "ready"
    return SheetView(table.id, name, detail, state, source=f"{whole} · {table.region.range}")


def rows_text(table: str, rows: int) -> str:
    """``Subscriptions · 4,119 rows``."""
    return render(Message(_ROWS, table=table, rows=rows, count=format_value(rows, "count", style().exact())))


def role_text(schema: Schema, table: str, role: str, language: str, *, is_attribute: bool) -> str:
    """The name of a role, and whether the numbers can be split by it."""
    label = role_label(schema, table, role, language)
    return render(Message(_SEGMENTS, field=label)) if is_attribute else label


def is_role(schema: Schema, table: str, name: str) -> bool:
    """Whether a column of that name is a role of the table, not a column of the user's own."""
    found = schema.tables.get(table)
    return found is not None and name in found.roles


def _rows(table: TableProposal) -> int:
    region = table.region
    last = region.last_body if region.last_body is not None else region.sheet.rows - 1
    return max(0, last - region.first_body + 1 - len(region.total_rows))


def column_view(column: ColumnMapping, table: TableProposal, schema: Schema, language: str) -> ColumnView:
    """One line of the mapping editor."""
    becomes = render(_ATTRIBUTE)
    state = "aside"
    if column.role is not None:
        becomes = role_label(schema, table.mapping.table, column.role, language)
        state = "sure" if column.confidence >= SURE else "unsure"
    found = [render(each).rstrip(".。") for each in column.evidence]
    why = listed([*found[1:], *found[:1]], "; ")  # the header comes first in the evidence, but everybody sees it
    return ColumnView(column.index, column.header, becomes, column.role, _found(column, table), why, state)


def role_label(schema: Schema, table: str, role: str, language: str) -> str:
    """The name of a role."""
    found = schema.tables.get(table)
    known = None if found is None else found.roles.get(role)
    return role if known is None else known.labels.get(language, known.labels["en"])


def _found(column: ColumnMapping, table: TableProposal) -> str:
    """The first cells of the column that hold something."""
    region = table.region
    found: dict[str, None] = {}
    for row in region.sheet.head[region.first_body : region.first_body + 60]:
        if column.index < len(row) and row[column.index].strip():
            found[row[column.index].strip()] = None
        if len(found) == 3:
            break
    return ", ".join(found)


def role_choices(schema: Schema, table: str, language: str) -> tuple[Choice, ...]:
    """What a column of that table can become."""
    found = schema.tables.get(table)
    roles = () if found is None else tuple(found.roles.values())
    names = [Choice(role.name, role.labels.get(language, role.labels["en"]), role.name) for role in roles]
    return (Choice("", render(_ATTRIBUTE)), *names)


def table_choices(schema: Schema, language: str) -> tuple[Choice, ...]:
    """What a sheet can be."""
    return tuple(Choice(name, table_label(schema, name, language)) for name in (*schema.tables, OTHER))


def preview(table: TableProposal) -> TableView:
    """The sheet as found: letters above, row numbers at the left, header rows strong."""
    region = table.region
    head = region.sheet.head
    first = max(0, (region.header_rows[0] if region.header_rows else region.first_body) - 3)
    columns = range(region.first_column, region.last_column + 1)
    rows = []
    for number in range(first, min(len(head), first + _PREVIEW)):
        row = head[number]
        tone = "accent" if number in region.header_rows else "ink1" if number >= region.first_body else "ink3"
        tone = "ink3" if number in region.total_rows else tone
        cells = (Cell(row[column] if column < len(row) else "", tone) for column in columns)
        rows.append((Cell(str(number + 1), "ink3"), *cells))
    heads = (Column(""), *(Column(column_letters(column), widest=180) for column in columns))
    return TableView(heads, tuple(rows))
