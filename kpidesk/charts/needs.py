"""What a figure lacks, in the words of somebody who looks for a sheet: ``Needs a table of spend: date, cost.``"""

from collections.abc import Iterable, Sequence

from kpidesk.core.formatting import in_a_sentence
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, Template, in_a_row, verbatim
from kpidesk.metrics.sheet_columns import makes_sheet
from kpidesk.schema.loader import load_schema

_MOST = 3
"""So many columns are named; whoever has these has the sheet."""


def need(missing: Sequence[str], language: str) -> Message | None:
    """The table to bring, with its columns; of several only their names. None where no table is named.

    ``missing`` are columns as ``table.column``, see metrics.frame.Series.
    """
    wanted = by_table(missing)
    if len(wanted) == 1:
        ((table, columns),) = wanted.items()
        return need_of(table, columns, missing, language, _MOST)
    if not wanted:
        return None
    names = [verbatim(in_a_sentence(load_schema().tables[table].labels[language])) for table in wanted]
    return Message(QT_TRANSLATE_NOOP("cards", "Needs tables of {tables}."), tables=in_a_row(names))


def by_table(names: Iterable[str]) -> dict[str, list[str]]:
    """Columns, as ``table.column``, of the tables that there are."""
    tables, found = load_schema().tables, dict[str, list[str]]()
    for each in names:
        table, _, column = each.partition(".")
        if table in tables and column in tables[table].roles:
            found.setdefault(table, []).append(column)
    return found


def need_of(
    table: str, columns: Sequence[str], missing: Sequence[str], language: str, most: int | None = None
) -> Message:
    """One table with the columns that lack, or the first of them: the sheet, or only columns in one that is there."""
    is_sheet, is_long = makes_sheet(table, missing), most is not None and len(columns) > most
    text = QT_TRANSLATE_NOOP("cards", "Needs a table of {table}: {parts}.")
    if is_sheet and is_long:
        text = QT_TRANSLATE_NOOP("cards", "Needs a table of {table}: {parts} and more.")
    elif is_long:
        text = QT_TRANSLATE_NOOP("cards", "Needs columns in a table of {table}: {parts} and more.")
    elif not is_sheet:
        text = QT_TRANSLATE_NOOP("cards", "Needs {count|a column|columns} in a table of {table}: {parts}.")
    return with_columns(text, table, columns, language, most)


def with_columns(text: Template, table: str, columns: Sequence[str], language: str, most: int | None = None) -> Message:
    """A sentence of a table and (the first of) these columns of it, by the names that readers know."""
    known = load_schema().tables[table]
    parts = [verbatim(in_a_sentence(known.roles[column].labels[language])) for column in columns[:most]]
    label = in_a_sentence(known.labels[language])
    return Message(text, table=label, count=len(columns), parts=in_a_row(parts))
