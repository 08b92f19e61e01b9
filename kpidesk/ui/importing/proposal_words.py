"""A proposal in the reader's words: sheets, columns and rows with what they become, and the evidence for it."""

from collections.abc import Sequence

from kpidesk.core.findings import Finding, Level
from kpidesk.core.formatting import format_value
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, quoted
from kpidesk.ingest.mapping import OTHER, ColumnMapping, Mapping
from kpidesk.ingest.proposal import ImportProposal, TableProposal
from kpidesk.ingest.recognition_months import label_of, labelled_cells
from kpidesk.qt.translation import language, render, style
from kpidesk.qt.widgets.popover import Choice
from kpidesk.schema.model import Schema
from kpidesk.store.cell_value import Unreadable
from kpidesk.ui.importing.column_table import ColumnView
from kpidesk.ui.importing.sheet_list import SheetView
from kpidesk.ui.importing.sheet_map import ColumnReading, SheetMap, reads_plainly
from kpidesk.ui.importing.value_words import format_text, value_text

SURE, LIKELY = 0.75, 0.5
_MOST_FOUND = 3
KEEP, LEAVE_OUT = "", "-"
"""Choices beside the roles: keep a column to segment by it, and do not load it at all."""
_LEFT_OUT = Message(QT_TRANSLATE_NOOP("review", "Left out: no table found"))
_COPY = Message(QT_TRANSLATE_NOOP("review", "Left out: repeats another table"))
_BY_USER = Message(QT_TRANSLATE_NOOP("review", "Left out"))
_KEPT = Message(QT_TRANSLATE_NOOP("review", "Kept, nothing computed"))
_ATTRIBUTE = Message(QT_TRANSLATE_NOOP("review", "Segment by it"))
_PLAIN = Message(QT_TRANSLATE_NOOP("review", "Kept"))
_LEAVE_OUT = Message(QT_TRANSLATE_NOOP("review", "Leave out"))
_NO_KPI = Message(QT_TRANSLATE_NOOP("review", "No KPI"))
_ROWS = QT_TRANSLATE_NOOP("review", "{table} · {count} {rows|row|rows}")
_SEGMENTS = QT_TRANSLATE_NOOP("review", "{field}, to segment by")
_UNREADABLE = QT_TRANSLATE_NOOP("review", "{n} unreadable")
_DOUBT = QT_TRANSLATE_NOOP("review", "Perhaps not {table}: {percent} speaks for it.")
_CHOOSE = QT_TRANSLATE_NOOP("review", "Choose above what a row is, or leave the sheet out.")
_UNSURE = QT_TRANSLATE_NOOP("review", "{n} {n|column is|columns are} not certain: {columns}.")
_CHOOSE_ROLE = QT_TRANSLATE_NOOP("review", "Choose in the list what each becomes.")
_IS_READY = Message(QT_TRANSLATE_NOOP("review", "ready"))
_IS_LOOK = Message(QT_TRANSLATE_NOOP("review", "look at it"))
_SAID = Message(QT_TRANSLATE_NOOP("review", "You said so"))
_SURE = QT_TRANSLATE_NOOP("review", "Sure: {percent}")
_LIKELY = QT_TRANSLATE_NOOP("review", "Likely: {percent}")
_GUESS = QT_TRANSLATE_NOOP("review", "A guess: {percent}")


def doubts(table: TableProposal, schema: Schema) -> tuple[Finding, ...]:
    """That it is not certain what a table or its columns are: what their marks warn of, with what can be done."""
    kind, confidence = table.mapping.table, table.mapping.confidence
    if kind not in schema.tables:
        return ()
    found = []
    if confidence < SURE:
        percent = format_value(round(confidence, 2), "share", style().exact())
        said = Message(_DOUBT, table=table_label(schema, kind), percent=percent)
        found.append(Finding(Level.WARNING, "review.unsure", said, hint=Message(_CHOOSE)))
    unsure = [each.header for each in table.mapping.columns if becomes(each, kind, schema)[1] == "unsure"]
    if unsure:
        said = Message(_UNSURE, columns=quoted(unsure[:_MOST_FOUND]), n=len(unsure))
        found.append(Finding(Level.WARNING, "review.columns", said, hint=Message(_CHOOSE_ROLE)))
    return tuple(found)


def table_label(schema: Schema, name: str) -> str:
    """The name of a business table."""
    found = schema.tables.get(name)
    if found is None:
        return render(Message(QT_TRANSLATE_NOOP("review", "Something else")))
    return found.labels.get(language(), found.labels["en"])


def needs_a_look(table: TableProposal) -> bool:
    """Whether somebody should look at a table before it comes in: something grave, or a guess."""
    grave = any(finding.level is not Level.NOTE for finding in table.findings)
    return grave or table.mapping.confidence < SURE


def sheet_view(table: TableProposal, proposal: ImportProposal, schema: Schema, *, is_taken: bool) -> SheetView:
    """One line of the list of sheets."""
    name, whole = table_name(table, proposal)
    group = table.region.sheet.file.name if len(proposal.files) > 1 and table.region.sheet.sheet else ""
    source = f"{whole} · {table.region.range}"
    label = table_label(schema, table.mapping.table)
    if not is_taken:
        why = _COPY if table.copy_of is not None else _LEFT_OUT if table.mapping.table == OTHER else _BY_USER
        return SheetView(table.id, name, render(why), "left_out", source=source, group=group)
    detail = render(_KEPT) if table.mapping.table == OTHER else rows_text(label, table.region.size)
    look = needs_a_look(table)
    state, words = ("look", _IS_LOOK) if look else ("ready", _IS_READY)
    return SheetView(table.id, name, detail, state, render(words), source, group)


def table_name(table: TableProposal, proposal: ImportProposal) -> tuple[str, str]:
    """The short name of a table among the others, and the whole one."""
    sheet = table.region.sheet
    whole = sheet.file.name if not sheet.sheet else f"{sheet.file.name} › {sheet.sheet}"
    name = sheet.sheet or sheet.file.name
    beside = [t for t in proposal.tables if (t.region.sheet.file, t.region.sheet.sheet) == (sheet.file, sheet.sheet)]
    return (f"{name} {table.region.range}" if len(beside) > 1 else name), whole


def rows_text(table: str, rows: int) -> str:
    """``Subscriptions · 4,119 rows``."""
    return render(Message(_ROWS, table=table, rows=rows, count=format_value(rows, "count", style().exact())))


def role_label(schema: Schema, table: str, role: str) -> str:
    """The name of a role."""
    found = schema.tables.get(table)
    known = None if found is None else found.roles.get(role)
    return role if known is None else known.labels.get(language(), known.labels["en"])


def role_text(schema: Schema, table: str, role: str, *, is_attribute: bool) -> str:
    """The name of a role, and whether the numbers can be split by it."""
    label = role_label(schema, table, role)
    return render(Message(_SEGMENTS, field=label)) if is_attribute else label


def is_role(schema: Schema, table: str, name: str) -> bool:
    """Whether a column of that name is a role of the table, not a column of the user's own."""
    found = schema.tables.get(table)
    return found is not None and name in found.roles


def becomes(column: ColumnMapping, table: str, schema: Schema) -> tuple[str, str]:
    """What a column becomes, and its state: sure, unsure, aside or left_out."""
    if column.is_ignored:
        return render(_LEAVE_OUT), "left_out"
    if table == OTHER:
        return render(_PLAIN), "aside"
    if column.role is None:
        return render(_ATTRIBUTE), "aside"
    return role_label(schema, table, column.role), "sure" if column.confidence >= SURE else "unsure"


def column_views(shown: SheetMap, schema: Schema) -> tuple[ColumnView, ...]:
    """The lines of the table of columns; where months run across, one for each row that has a label."""
    mapping = shown.table.mapping
    if mapping.orientation == "across":
        return _row_views(shown.table, schema)
    return tuple(_column_view(column, shown.reading(column.index), mapping, schema) for column in mapping.columns)


def _column_view(column: ColumnMapping, reading: ColumnReading, mapping: Mapping, schema: Schema) -> ColumnView:
    words, state = becomes(column, mapping.table, schema)
    found = [text.strip() for text, _ in reading.examples]
    told = "" if reads_plainly(column) or column.is_ignored else _telling(reading)
    trouble = "" if column.is_ignored or not reading.unreadable else render(Message(_UNREADABLE, n=reading.unreadable))
    return ColumnView(
        column.index,
        column.header,
        words,
        column.role,
        "" if column.is_ignored else format_text(column.format),
        told.strip() or ", ".join(found[:_MOST_FOUND]),
        value_text(dict(reading.examples)[told], column) if told else "",
        trouble,
        " ".join(reasons(column)),
        "unsure" if trouble and state == "sure" else state,
    )


def _telling(reading: ColumnReading) -> str:
    """The first text that reads as something written otherwise, '' where all read as they stand."""
    for text, value in reading.examples:
        shown = value_text(value, reading.column)
        if shown and shown != text.strip():
            return text
    return ""


def _row_views(table: TableProposal, schema: Schema) -> tuple[ColumnView, ...]:
    mapping = table.mapping
    label = label_of(mapping)
    views: dict[str, ColumnView] = {}
    for _, text, cells in labelled_cells(table.region, label):
        role = mapping.row_roles.get(text)
        words = render(_NO_KPI) if role is None else role_label(schema, mapping.table, role)
        found = [cells[i] for i in mapping.month_columns[-3:] if i < len(cells) and cells[i]]
        state = "left_out" if role is None else "sure"
        views.setdefault(text, ColumnView(text, text, words, role, "", ", ".join(found), state=state))
    return tuple(views.values())


def reasons(column: ColumnMapping) -> tuple[str, ...]:
    """Why a column was taken for what it is: how sure, then the evidence in words."""
    evidence = tuple(render(each) for each in column.evidence)
    return (*([sureness(column.confidence)] if column.role is not None else ()), *evidence)


def sureness(confidence: float) -> str:
    """``Likely: 62%``."""
    if confidence >= 1:
        return render(_SAID)
    words = _SURE if confidence >= SURE else _LIKELY if confidence >= LIKELY else _GUESS
    return render(Message(words, percent=format_value(round(confidence, 2), "share", style().exact())))


def odd_examples(reading: ColumnReading) -> tuple[str, ...]:
    """Texts among the examples that cannot be read."""
    return tuple(text for text, value in reading.examples if value is Unreadable.UNREADABLE)


def role_choices(schema: Schema, mapping: Mapping, *, is_row: bool = False) -> tuple[Choice, ...]:
    """What a column (or a row, where months run across) can become; who has the role now stands beside it."""
    found = schema.tables.get(mapping.table)
    roles = () if found is None else tuple(found.roles.values())
    holders: dict[str, str] = {column.role: column.header for column in mapping.columns if column.role is not None}
    if is_row:
        holders = {role: label for label, role in mapping.row_roles.items()}
        roles = tuple(role for role in roles if role.name != "month")
    names = sorted((Choice(r.name, role_label(schema, mapping.table, r.name), holders.get(r.name, "")) for r in roles),
                   key=lambda choice: choice.text.casefold())  # fmt: skip
    if is_row:
        return (Choice(KEEP, render(_NO_KPI)), *names)
    return (
        Choice(KEEP, render(_PLAIN if mapping.table == OTHER else _ATTRIBUTE), icon="circle-dot"),
        Choice(LEAVE_OUT, render(_LEAVE_OUT), icon="minus"),
        *names,
    )


def table_choices(schema: Schema) -> tuple[Choice, ...]:
    """What a sheet can be."""
    return tuple(Choice(name, table_label(schema, name)) for name in (*schema.tables, OTHER))


def head_roles(views: Sequence[ColumnView], icons: dict[str, tuple[str, str]]) -> dict[int, tuple[str, str, str]]:
    """For the letters above a sheet: by column the words for its role, their ink and an icon."""
    roles: dict[int, tuple[str, str, str]] = {}
    for view in views:
        if isinstance(view.key, int):
            icon, ink = icons[view.state]
            roles[view.key] = (view.becomes, ink, icon)
    return roles
