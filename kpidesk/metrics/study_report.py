"""Cohorts, survival, funnel and bridge as plain JSON-ready values, and as flat rows for tables and CSV."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from kpidesk.core.errors import UserError
from kpidesk.core.progress import Progress
from kpidesk.facts.facts import Facts
from kpidesk.metrics.bridge import BridgeStudy, bridge_study
from kpidesk.metrics.cohorts import CohortTable, Kept, cohort_table
from kpidesk.metrics.frame import Array
from kpidesk.metrics.funnel import FunnelStudy, View, funnel_study
from kpidesk.metrics.lifetimes import SurvivalStudy, survival_study
from kpidesk.metrics.query import Filter, Query
from kpidesk.metrics.studied import segments_of

STUDIES = ("cohorts", "survival", "funnel", "bridge")
Json = dict[str, object]
Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class StudyReport:
    """``content`` as one JSON object; the same as ``rows`` under ``head``, None where there is no value."""

    content: Json
    head: tuple[str, ...]
    rows: tuple[Row, ...]


def study_report(
    facts: Facts, name: str, query: Query, kept: Kept = Kept.CUSTOMERS, view: View = View.COHORT
) -> StudyReport:
    """One of STUDIES; UserError where these facts cannot tell it."""
    progress = Progress()
    match name:
        case "cohorts":
            return _cohorts(facts, query, kept, progress)
        case "survival":
            return _survival(survival_study(facts, query, progress, is_revenue=kept.is_money))
        case "funnel":
            return _funnel(funnel_study(facts, query, view, progress))
        case _:
            return _bridge(bridge_study(facts, query, progress), facts.currency)


def _cohorts(facts: Facts, query: Query, kept: Kept, progress: Progress) -> StudyReport:
    whole = cohort_table(facts, replace(query, by=None), kept, progress)
    found: list[tuple[str | None, CohortTable]] = []
    for value in segments_of(facts, query.by):
        part = replace(query, by=None, filters=(*query.filters, Filter(str(query.by), (value,))))
        try:
            found.append((value, cohort_table(facts, part, kept, progress)))
        except UserError:  # the whole is there, so nobody of this segment started in the range
            continue
    found.append((None, whole))
    ages = max((table.values.shape[1] for _, table in found), default=0)
    rows = [
        (segment, str(start), _number(table.sizes[at]), *_listed(table.values[at], ages))
        for segment, table in found
        for at, start in enumerate(table.starts)
    ]
    content: Json = {"table": "cohorts", "kept": kept.value, "grain": whole.grain.value, "source": whole.source}
    content |= {"by": query.by, "segments": [{"segment": each, **_of_cohorts(table)} for each, table in found]}
    content["notes"] = [str(note) for note in whole.notes]
    return StudyReport(content, ("segment", "cohort", "size", *(str(age) for age in range(ages))), tuple(rows))


def _of_cohorts(table: CohortTable) -> Json:
    share, n = table.average()
    cohorts = [
        {
            "start": str(start),
            "size": _number(table.sizes[at]),
            "values": _listed(table.values[at]),
            "shares": _listed(table.shares[at]),
            "incomplete": [bool(each) for each in table.running[at]],
        }
        for at, start in enumerate(table.starts)
    ]
    return {"cohorts": cohorts, "average": {"shares": _listed(share), "n": _listed(n)}}


def _survival(study: SurvivalStudy) -> StudyReport:
    curves = [
        {
            "segment": curve.segment,
            "median_months": curve.median,
            "customers": curve.customers,
            "left": curve.left,
            "shares": _listed(curve.shares),
            "low": _listed(curve.low),
            "high": _listed(curve.high),
            "at_risk": _listed(curve.at_risk),
        }
        for curve in study.curves
    ]
    rows = [
        (curve.segment, month, _number(curve.shares[month]), _number(curve.low[month]), _number(curve.high[month]),
         _number(curve.at_risk[month]))
        for curve in study.curves
        for month in range(curve.shares.size)
    ]  # fmt: skip
    as_of = None if study.as_of is None else study.as_of.isoformat()
    content: Json = {
        "table": "survival",
        "by": study.by,
        "kept": "revenue" if study.is_revenue else "customers",
        "as_of": as_of,
        "curves": curves,
    }
    return StudyReport(content, ("segment", "month", "share", "low", "high", "at_risk"), tuple(rows))


def _funnel(study: FunnelStudy) -> StudyReport:
    low, high = study.step_bounds()
    names = ("reached", "step", "low", "high", "from_top", "median_days", "timed")
    arrays = (study.reached, study.steps, low, high, study.from_top, study.days, study.timed)
    rows = [
        (segment, stage, *(_number(each[row, at]) for each in arrays))
        for row, segment in enumerate(study.segments)
        for at, stage in enumerate(study.stages)
    ]
    segments = []
    for segment in study.segments:
        stages = [dict(zip(("stage", *names), row[1:], strict=True)) for row in rows if row[0] == segment]
        segments.append({"segment": segment, "stages": stages})
    content: Json = {"table": "funnel", "view": study.view.value, "source": study.source, "by": study.by}
    content |= {"from": str(study.span[0]), "to": str(study.span[1]), "incomplete": study.is_running}
    content |= {"segments": segments, "undated": list(study.undated), "unrecorded": list(study.unrecorded)}
    return StudyReport(content, ("segment", "stage", *names), tuple(rows))


def _bridge(study: BridgeStudy, currency: str) -> StudyReport:
    head = ("segment", "period", "opening", *study.kinds, "closing")
    rows = [
        (
            segment,
            str(period),
            int(study.opening[row, at]) / 100,
            *(int(each) / 100 for each in study.cents[row, :, at]),
            int(study.closing[row, at]) / 100,
        )
        for row, segment in enumerate(study.segments)
        for at, period in enumerate(study.periods)
    ]
    segments = []
    for row, segment in enumerate(study.segments):
        periods = [dict(zip(head[1:], each[1:], strict=True)) for each in rows if each[0] == segment]
        segments.append({"segment": segment, "periods": periods, "total": _total(study, row)})
    content: Json = {"table": "bridge", "grain": study.grain.value, "currency": currency, "by": study.by}
    content |= {"incomplete": study.is_running, "segments": segments, "notes": [str(note) for note in study.notes]}
    return StudyReport(content, head, tuple(rows))


def _total(study: BridgeStudy, row: int) -> Json | None:
    if not study.periods:
        return None
    span = study.over(0, len(study.periods) - 1, row)
    return {"opening": span.opening / 100, **{k: v / 100 for k, v in span.moved.items()}, "closing": span.closing / 100}


def _listed(values: Array | Sequence[float], size: int = 0) -> list[float | int | None]:
    found = [_number(float(each)) for each in np.asarray(values)]
    return [*found, *([None] * (size - len(found)))]


def _number(value: float) -> float | int | None:
    value = float(value)
    if not math.isfinite(value):
        return None
    return int(value) if value.is_integer() else value
