"""Steps of a recipe in words: for the list of steps and for findings."""

from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, quoted
from kpidesk.ingest.recipe import (
    Duplicates,
    ExcludeRows,
    IgnoreColumn,
    MarkTotals,
    ReplaceValues,
    SetFormat,
    SetHeader,
    SetRole,
    SetRowRole,
    SetTable,
    Step,
)


def step_words(step: Step) -> Message:
    """What a step does, in a few words."""
    match step:
        case SetTable(table=table):
            return Message(QT_TRANSLATE_NOOP("recipe", "read as {table}"), table=table)
        case SetHeader(rows=rows):
            shown = ", ".join(str(row + 1) for row in rows) or "–"
            return Message(QT_TRANSLATE_NOOP("recipe", "header in row {rows}"), rows=shown)
        case SetRole(column=column, role=None):
            return Message(QT_TRANSLATE_NOOP("recipe", "“{column}” has no role"), column=column)
        case SetRole(column=column, role=role):
            return Message(QT_TRANSLATE_NOOP("recipe", "“{column}” is {role}"), column=column, role=role)
        case SetRowRole(label=label, role=role):
            return Message(QT_TRANSLATE_NOOP("recipe", "row “{label}” is {kpi}"), label=label, kpi=role or "–")
        case SetFormat(column=column, format=form):
            return Message(
                QT_TRANSLATE_NOOP("recipe", "“{column}” read as {type}"), column=column, type=form.type.value
            )
        case IgnoreColumn(column=column):
            return Message(QT_TRANSLATE_NOOP("recipe", "“{column}” left out"), column=column)
        case MarkTotals(label=label, is_total=True):
            return Message(QT_TRANSLATE_NOOP("recipe", "rows “{label}” are totals"), label=label)
        case MarkTotals(label=label):
            return Message(QT_TRANSLATE_NOOP("recipe", "rows “{label}” are data"), label=label)
    return _row_words(step)


def _row_words(step: Step) -> Message:
    match step:
        case ReplaceValues(column=column, values=values, into=into):
            text = QT_TRANSLATE_NOOP("recipe", "“{column}”: {values} becomes “{into}”")
            return Message(text, column=column, values=quoted(values[:5]), into=into)
        case ExcludeRows(column=column, operator=operator, value=value):
            text = QT_TRANSLATE_NOOP("recipe", "rows left out where “{column}” {operator} {value}")
            return Message(text, column=column, operator=operator, value=value)
        case Duplicates(keep="all"):
            return Message(QT_TRANSLATE_NOOP("recipe", "repeated rows are kept"))
        case Duplicates(keep="last"):
            return Message(QT_TRANSLATE_NOOP("recipe", "of repeated rows the last one is kept"))
    return Message(QT_TRANSLATE_NOOP("recipe", "of repeated rows the first one is kept"))
