"""Catalogue and answers as plain JSON-ready values, in the shapes that the command line promises."""

import math

import numpy as np

from kpidesk.core.findings import finding_as_plain
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.certainty import reason_of
from kpidesk.metrics.definitions import CALENDAR, Definition
from kpidesk.metrics.frame import Array, ResultFrame, Series
from kpidesk.metrics.intervals import is_few
from kpidesk.metrics.noise import change_of
from kpidesk.metrics.planner import Origin
from kpidesk.schema.model import Schema

Json = dict[str, object]


def catalogue_report(catalogue: Catalogue, schema: Schema | None = None) -> Json:
    """``{"kpis": [{"id", "names", "formula", "unit", "kind", "good", "needs", "source", "stage", "help", …}]}``.

    With a schema each entry names the ``segments``: attributes of its tables, and of customers where these name any.
    """
    shown = [d for d in catalogue.definitions.values() if d.stage != CALENDAR]
    if schema is None:
        return {"kpis": [_definition(definition) for definition in shown]}
    return {"kpis": [_definition(each) | {"segments": _segments(each, schema)} for each in shown]}


def compute_report(frame: ResultFrame, catalogue: Catalogue | None = None) -> Json:
    """An answer: for each KPI its unit, status, and values by period and segment, gaps with their reason.

    The catalogue gives the units; without it they are left out. Lengths of the calendar are no KPIs and not listed.
    """
    return {
        "profile": frame.profile,
        "grain": frame.grain.value,
        "currency": frame.currency,
        "as_of": None if frame.as_of is None else frame.as_of.isoformat(),
        "by": frame.by,
        "kpis": {name: _series(frame, series, catalogue) for name, series in frame.series.items() if is_kpi(name)},
        "findings": [finding_as_plain(finding) for finding in frame.findings],
    }


def _definition(definition: Definition) -> Json:
    return {
        "id": definition.name,
        "names": dict(definition.labels),
        "formula": definition.formula or definition.snapshot_formula,
        "unit": definition.unit.kind,
        "dimensions": str(definition.unit),
        "kind": definition.kind,
        "interval": definition.interval,
        "no_interval": None if definition.interval else str(reason_of(definition)),
        "n": definition.n,
        "driver": None if definition.driver is None else [definition.driver.low, definition.driver.high],
        "good": definition.good,
        "needs": list(definition.needs),
        "source": definition.source,
        "stage": definition.stage,
        "help": definition.help_text("en"),
        "helps": dict(definition.help),
        "bands": [
            {
                "low": band.low,
                "high": band.high,
                "label": dict(band.label),
                "source": band.source,
                "good": band.is_good,
                "grain": band.grain or None,
            }
            for band in definition.bands
        ],
    }


def _segments(definition: Definition, schema: Schema) -> list[str]:
    """By what it can be split, where the tables have it."""
    tables = [schema.tables[name] for name in dict.fromkeys(n.partition(".")[0] for n in definition.needs)
              if name in schema.tables]  # fmt: skip
    if any({"customer_id", "user_id"} & set(table.roles) for table in tables):
        tables.append(schema.tables["customers"])
    return list(dict.fromkeys(name for table in tables for name, role in table.roles.items() if role.is_attribute))


def is_kpi(name: str) -> bool:
    """False for the lengths of periods, which only formulas ask for."""
    return not name.startswith("period_")


def _series(frame: ResultFrame, series: Series, catalogue: Catalogue | None) -> Json:
    result: Json = {}
    definition = None if catalogue is None else catalogue.get(series.name)
    if definition is not None:
        result["unit"] = definition.unit.kind
    if not series.is_computable:
        reason = str(series.reason)
        return {**result, "status": "not_computable", "reason": reason, "missing": list(series.missing), "values": []}
    result["status"] = "ok"
    if series.given:
        result["given"] = True
    result |= _certainty(series, definition)
    if series.notes:
        result["notes"] = [str(note) for note in series.notes]
    cells = np.ndindex(len(frame.segments), len(frame.periods))
    return {**result, "values": [_value(frame, series, row, column) for row, column in cells]}


def _certainty(series: Series, definition: Definition | None) -> Json:
    """How its intervals are made, or why it has none."""
    if definition is None:
        return {}
    if series.low is not None and bool(np.isfinite(series.low).any()):
        return {"interval": definition.interval}
    origin = Origin.GIVEN if series.given else None
    return {"interval": None, "no_interval": str(reason_of(definition, origin))}


def _change(frame: ResultFrame, series: Series, row: int, column: int) -> Json:
    """The change to the period before, where both are whole, and whether it could be noise."""
    found = change_of(frame, series.name, row, column)
    if found is None:
        return {}
    bounds = {} if found.low is None else {"low": found.low, "high": found.high}
    before = str(frame.periods[found.before])
    said = {"noise": found.is_noise, "judged_by": found.judged_by or None}
    return {"change": {"from": before, "value": found.value, **bounds, **said}}


def _value(frame: ResultFrame, series: Series, row: int, column: int) -> Json:
    value = _number(series.values, row, column)
    result: Json = {
        "period": str(frame.periods[column]),
        "segment": frame.segments[row],
        "value": value,
        "n": _whole(_number(series.n, row, column)),
        "low": _number(series.low, row, column),
        "high": _number(series.high, row, column),
        "incomplete": frame.is_incomplete(series.name, row, column),
    }
    result |= _change(frame, series, row, column)
    if series.low is not None and is_few(float(series.n[row, column])):
        result["few"] = True
    if value is None:
        reason = series.gap(row, column)
        result["reason"] = "" if reason is None else str(reason)
    return result


def _number(values: Array | None, row: int, column: int) -> float | None:
    if values is None:
        return None
    value = float(values[row, column])
    return value if math.isfinite(value) else None


def _whole(value: float | None) -> float | int | None:
    return int(value) if value is not None and value.is_integer() else value
