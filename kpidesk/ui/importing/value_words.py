"""Values and formats of columns in the reader's words."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from kpidesk.core.formatting import format_date, format_value
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.ingest.mapping import ColumnMapping
from kpidesk.ingest.parsing import ColumnFormat
from kpidesk.qt.translation import render, style
from kpidesk.qt.widgets.popover import Choice
from kpidesk.schema.model import ColumnType
from kpidesk.store.cell_value import CellValue, Unreadable

TYPES: Mapping[ColumnType, Message] = {
    ColumnType.ID: Message(QT_TRANSLATE_NOOP("types", "number or code")),
    ColumnType.TEXT: Message(QT_TRANSLATE_NOOP("types", "text")),
    ColumnType.DATE: Message(QT_TRANSLATE_NOOP("types", "date")),
    ColumnType.MONEY: Message(QT_TRANSLATE_NOOP("types", "money")),
    ColumnType.NUMBER: Message(QT_TRANSLATE_NOOP("types", "number")),
    ColumnType.PERCENT: Message(QT_TRANSLATE_NOOP("types", "percent")),
    ColumnType.FLAG: Message(QT_TRANSLATE_NOOP("types", "yes or no")),
}
ORDERS: Mapping[str, Message] = {
    "ymd": Message(QT_TRANSLATE_NOOP("review", "date, year first")),
    "dmy": Message(QT_TRANSLATE_NOOP("review", "date, day first")),
    "mdy": Message(QT_TRANSLATE_NOOP("review", "date, month first")),
    "ym": Message(QT_TRANSLATE_NOOP("review", "month, year first")),
    "my": Message(QT_TRANSLATE_NOOP("review", "month")),
    "month": Message(QT_TRANSLATE_NOOP("review", "month without a year")),
    "serial": Message(QT_TRANSLATE_NOOP("review", "date, days from 1900")),
    "serial1904": Message(QT_TRANSLATE_NOOP("review", "date, days from 1904")),
    "epoch": Message(QT_TRANSLATE_NOOP("review", "date, seconds from 1970")),
}
_CODE = Message(QT_TRANSLATE_NOOP("review", "code"))
_COMMA = Message(QT_TRANSLATE_NOOP("review", "decimal comma"))
_YES, _NO = Message(QT_TRANSLATE_NOOP("review", "yes")), Message(QT_TRANSLATE_NOOP("review", "no"))
_DATED = ("ymd", "dmy", "mdy", "my", "serial", "serial1904", "epoch")


def value_text(value: CellValue | Unreadable, column: ColumnMapping) -> str:
    """A value as the reader writes it; '' for none."""
    if value is None or isinstance(value, Unreadable):
        return ""
    if isinstance(value, bool):
        return render(_YES if value else _NO)
    if isinstance(value, datetime):
        return f"{format_date(value.date(), style())} {value:%H:%M}"
    if isinstance(value, date):
        return format_date(value, style())
    if isinstance(value, int | float):
        if column.type is ColumnType.PERCENT:
            return format_value(value, "share", style().exact())
        if column.type is ColumnType.MONEY and column.format.currency:
            return format_value(value, "money", style(column.format.currency).exact())
        return format_value(value, "number", style().exact())
    return str(value)


def format_text(form: ColumnFormat) -> str:
    """How the cells of a column are read: ``date, day first``."""
    if form.type is ColumnType.DATE and form.date_order in ORDERS:
        return render(ORDERS[form.date_order])
    text = type_text(form.type)
    if form.type is ColumnType.MONEY and form.currency:
        text = f"{text}, {form.currency}"
    if form.decimal == "," and form.type in (ColumnType.MONEY, ColumnType.NUMBER, ColumnType.PERCENT):
        text = f"{text}, {render(_COMMA)}"
    return text


def type_text(type: ColumnType) -> str:
    """What the cells of a column are."""
    return render(_CODE if type is ColumnType.ID else TYPES[type])


def format_choices(form: ColumnFormat) -> tuple[Choice, ...]:
    """The ways in which a column could be read; their keys are formats."""
    plain = [ColumnFormat(type=ColumnType.TEXT), ColumnFormat(type=ColumnType.ID), ColumnFormat(type=ColumnType.FLAG)]
    dates = [replace(form, type=ColumnType.DATE, date_order=order) for order in _DATED]
    numbers = [
        replace(form, type=type, decimal=mark, date_order="", has_time=False, multiplier=_multiplier(type))
        for type in (ColumnType.NUMBER, ColumnType.MONEY, ColumnType.PERCENT)
        for mark in (".", ",")
    ]
    offered = dict.fromkeys((form, *plain, *dates, *numbers))
    said: dict[str, ColumnFormat] = {}
    for each in offered:
        said.setdefault(format_text(each), each)
    return tuple(Choice(each, text) for text, each in said.items())


def _multiplier(type: ColumnType) -> float:
    return 0.01 if type is ColumnType.PERCENT else 1.0
