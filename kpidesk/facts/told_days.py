"""On which days the rows of each table are: what tells of holes in it and of where it begins."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import ibis
import ibis.expr.types as ir
import numpy as np
import numpy.typing as npt
from ibis import _

from kpidesk.facts.expressions import day_of
from kpidesk.facts.making import Making
from kpidesk.facts.rows import DAY_COLUMNS
from kpidesk.facts.tables import FactTable

Days = npt.NDArray[np.int64]
_EPOCH = date(1970, 1, 1)


@dataclass(frozen=True, eq=False)
class ToldDays:
    """The days that have rows, in order and as days since 1970, and how many each has; of all sheets of a table."""

    day: Days
    rows: npt.NDArray[np.float64]
    sheet: FactTable

    @property
    def gaps(self) -> Days:
        """How many days lie from each to the next."""
        return np.diff(self.day)


def told_days(making: Making) -> Mapping[str, ToldDays]:
    """The days of each row table that has dated rows, up to the last known day."""
    found = {name: _told(making, making.of(name)) for name in DAY_COLUMNS}
    return {name: told for name, told in found.items() if told is not None}


def as_date(day: int) -> date:
    """The date of a day since 1970."""
    return _EPOCH + timedelta(days=day)


def _told(making: Making, tables: tuple[FactTable, ...]) -> ToldDays | None:
    dated = [(one, days) for one in tables if (days := _days(one))]
    if not dated:
        return None
    parts = [one.rows.select(day=ibis.coalesce(*days)) for one, days in dated]
    rows = ibis.union(*parts, distinct=False) if len(parts) > 1 else parts[0]
    known = rows.filter(_.day.notnull())
    if making.as_of is not None:
        known = known.filter(known.day <= making.as_of)
    told = making.ask(known.group_by("day").agg(n=_.count().cast("float64")).order_by("day"))
    day = told["day"].astype("datetime64[D]").astype(np.int64)
    return ToldDays(day, told["n"].astype(np.float64), dated[0][0]) if day.size else None


def _days(one: FactTable) -> list[ir.DateValue]:
    return [day_of(one.rows[name]) for name in DAY_COLUMNS[one.table] if one.has(name)]
