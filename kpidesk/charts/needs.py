"""What a figure lacks, in the words of somebody who looks for a sheet: ``Needs a table of spend: date, cost.``"""

from collections.abc import Sequence

from kpidesk.core.formatting import in_a_sentence
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, in_a_row, verbatim
from kpidesk.metrics.sheet_columns import makes_sheet
from kpidesk.schema.loader import load_schema

_MOST = 3
"""So many columns are named; whoever has these has the sheet."""


def need(missing: Sequence[str], language: str) -> Message | None:
    """The table to bring, with its columns; of several only their names. None where no table is named.

    ``missing`` are columns as ``table.column``, see metrics.frame.Series.
    """
    tables, wanted = load_schema().tables, dict[str, list[str]]()
    for each in missing:
        table, _, column = each.partition(".")
        if table in tables and column in tables[table].roles:
            wanted.setdefault(table, []).append(tables[table].roles[column].labels[language])
    names = [in_a_sentence(tables[table].labels[language]) for table in wanted]
    if len(names) == 1:
        columns = [in_a_sentence(label) for label in next(iter(wanted.values()))]
        text = QT_TRANSLATE_NOOP("cards", "Needs a table of {table}: {parts}.")
        is_sheet = makes_sheet(next(iter(wanted)), missing)
        if not is_sheet:
            text = QT_TRANSLATE_NOOP("cards", "Needs {count|a column|columns} in a table of {table}: {parts}.")
        if len(columns) > _MOST:
            text = QT_TRANSLATE_NOOP("cards", "Needs a table of {table}: {parts} and more.")
            if not is_sheet:
                text = QT_TRANSLATE_NOOP("cards", "Needs columns in a table of {table}: {parts} and more.")
        return Message(text, table=names[0], count=len(columns), parts=in_a_row(list(map(verbatim, columns[:_MOST]))))
    if not names:
        return None
    return Message(QT_TRANSLATE_NOOP("cards", "Needs tables of {tables}."), tables=in_a_row(list(map(verbatim, names))))
