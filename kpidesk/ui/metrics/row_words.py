"""How the rows behind a number are written: names of columns from the schema, money from cents, places in the files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kpidesk.core.formatting import NO_VALUE, Style, format_date, format_value
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.facts.cent_columns import CENTS
from kpidesk.qt.translation import render
from kpidesk.schema.model import ColumnType, Schema
from kpidesk.session.services import Services

_OWN = {
    "opening": Message(QT_TRANSLATE_NOOP("rows", "MRR before")),
    "delta": Message(QT_TRANSLATE_NOOP("rows", "Change of MRR")),
    "closing": Message(QT_TRANSLATE_NOOP("rows", "MRR after")),
    "cents": Message(QT_TRANSLATE_NOOP("rows", "MRR")),
    "gross": Message(QT_TRANSLATE_NOOP("rows", "Gross amount")),
    "kind": Message(QT_TRANSLATE_NOOP("rows", "Movement")),
    "start": Message(QT_TRANSLATE_NOOP("rows", "From")),
    "end": Message(QT_TRANSLATE_NOOP("rows", "Until")),
    "day": Message(QT_TRANSLATE_NOOP("rows", "Day")),
    "metric": Message(QT_TRANSLATE_NOOP("rows", "KPI")),
    "value": Message(QT_TRANSLATE_NOOP("rows", "Value")),
}
MOVEMENTS = (
    Message(QT_TRANSLATE_NOOP("rows", "new")),
    Message(QT_TRANSLATE_NOOP("rows", "reactivation")),
    Message(QT_TRANSLATE_NOOP("rows", "expansion")),
    Message(QT_TRANSLATE_NOOP("rows", "contraction")),
    Message(QT_TRANSLATE_NOOP("rows", "churn")),
    Message(QT_TRANSLATE_NOOP("rows", "came from another segment")),
    Message(QT_TRANSLATE_NOOP("rows", "went to another segment")),
    Message(QT_TRANSLATE_NOOP("rows", "moved between segments")),
)


@dataclass(frozen=True, slots=True)
class RowWords:
    """``sources`` are the imported sheets in the order in which rows name them."""

    labels: Mapping[str, str]
    money: frozenset[str]
    sources: Sequence[str]
    style: Style

    @classmethod
    def of(cls, schema: Schema, sources: Sequence[str], style: Style) -> "RowWords":
        """Labels and types of the roles; the first table that has a role says what it is called."""
        labels: dict[str, str] = {}
        money = set(CENTS)
        for table in schema.tables.values():
            for role in table.roles.values():
                labels.setdefault(role.name, role.labels.get(style.language, role.labels["en"]))
                if role.type is ColumnType.MONEY:
                    money.add(role.name)
        return cls(labels, frozenset(money), sources, style)

    @classmethod
    def now(cls, services: Services, style: Style) -> "RowWords":
        """Those of the document that is open."""
        return cls.of(services.schema, tuple(str(each.source) for each in services.session.document.used), style)

    def head(self, column: str) -> str:
        """The name of a column."""
        own = _OWN.get(column)
        name = column.removeprefix("a_")
        return render(own) if own is not None else self.labels.get(name, name.replace("_", " "))

    def is_money(self, column: str) -> bool:
        """Whether its values are cents."""
        return column in self.money

    def source(self, number: object) -> str:
        """``file › sheet`` of a row."""
        at = int(number) if isinstance(number, int | np.integer) else -1
        return self.sources[at] if 0 <= at < len(self.sources) else ""

    def text(self, column: str, value: object) -> str:
        """One cell as a reader would write it."""
        if value is None or value is np.ma.masked or value != value:
            return ""
        if isinstance(value, np.datetime64):
            return _moment(value, self.style)
        if isinstance(value, bool | np.bool_) or not isinstance(value, int | float | np.integer | np.floating):
            return str(value)
        if column == "kind" and 1 <= int(value) <= len(MOVEMENTS):
            return render(MOVEMENTS[int(value) - 1])
        if column in self.money:
            return format_value(float(value) / 100, "money", self.style.exact())
        return format_value(float(value), "ratio", self.style.exact()) or NO_VALUE


def _moment(value: np.datetime64, style: Style) -> str:
    day, time = str(value.astype("datetime64[s]")).split("T")
    shown = format_date(np.datetime64(day, "D").item(), style)
    return shown if time == "00:00:00" else f"{shown} {time}"


def attribute_label(schema: Schema, name: str, style: Style) -> str:
    """What the reader calls a column that splits the data."""
    return schema.label(name, style.language)
