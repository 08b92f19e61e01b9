"""Checks of time: days, weeks or months that are missing in a series that otherwise has one after the other."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from kpidesk.core.findings import Finding, Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP
from kpidesk.core.period import Grain, Period
from kpidesk.facts.doctor.exam import Exam, ExamTable, Findings, Words, number

_SERIES = {"spend": "date", "web_traffic": "date", "social": "date", "monthly_metrics": "month", "email": "send_date"}
_BUSY = {"orders": "order_date", "invoices": "invoice_date", "events": "event_time", "tickets": "created_date"}
_GRAINS = {3: Grain.QUARTER, 12: Grain.YEAR}
_REGULAR = 0.9
_LEAST, _LEAST_A_MONTH, _SHOWN = 8, 5, 6

MISSING = Words(
    "gap",
    Level.WARNING,
    QT_TRANSLATE_NOOP("doctor", "{n} {n|period is|periods are} missing in {table} between others: {periods}."),
    QT_TRANSLATE_NOOP("doctor", "Export the missing time, too; until then totals are too low there, not nought."),
)


class _Cadence(NamedTuple):
    """How often a series has rows; ``step`` is in days, or in months."""

    step: int
    grain: Grain


def check_gaps(exam: Exam) -> Findings:
    """Missing periods: of regular series by their own step, of tables with many rows by the month."""
    for one in exam.tables:
        name = _SERIES.get(one.table) or _BUSY.get(one.table)
        if name is None or not one.is_date(name):
            continue
        dated = one.rows.filter(one.rows[name].notnull()).select(day=one.day(name))
        days = exam.ask(dated.group_by("day").agg(n=dated.count()).order_by("day"))
        if not len(days["day"]):
            continue
        day = days["day"].astype("datetime64[D]")
        series = one.table in _SERIES
        missing = _missing_steps(day, _months_each(exam, one)) if series else _missing_months(day, days["n"])
        if missing:
            yield _told(exam, one, name, missing)


def _told(exam: Exam, one: ExamTable, name: str, missing: list[Period]) -> Finding:
    """The finding leads to the first row after the first gap."""
    after = one.rows.filter(one.day(name) > missing[0].end)
    more = ["…"] if len(missing) > _SHOWN else []
    periods = ", ".join([*(str(period) for period in missing[:_SHOWN]), *more])
    return MISSING.finding(one, exam.places(one, after)[:1], len(missing), periods=periods)


def _months_each(exam: Exam, one: ExamTable) -> int:
    """Of how many months the shortest figures of a sheet are: 3 where all are of quarters."""
    if not one.has("months"):
        return 1
    return max(1, int(number(exam.ask(one.rows.agg(months=one.rows["months"].min()))["months"][0])))


def _missing_steps(day: npt.NDArray[np.datetime64], months_each: int) -> list[Period]:
    cadence = _cadence(day)
    if cadence is None:
        return []
    if cadence.grain is Grain.MONTH:
        months = day.astype("datetime64[M]").astype(np.int64)
        there = set(months.tolist())
        gaps = [_month(m) for m in range(int(months[0]), int(months[-1]), months_each) if m not in there]
        return [Period.of(month.start, _GRAINS.get(months_each, Grain.MONTH)) for month in gaps]
    known = set(day.astype(np.int64).tolist())
    first, last = min(known), max(known)
    lacking = [d for d in range(first, last, cadence.step) if not known.intersection(range(d, d + cadence.step))]
    return [Period.of(np.datetime64(d, "D").item(), cadence.grain) for d in lacking]


def _cadence(day: npt.NDArray[np.datetime64]) -> _Cadence | None:
    """The step that nearly all rows keep: a day, a week or a month; None where there is none."""
    distinct = np.unique(day)
    if len(np.unique(distinct.astype("datetime64[M]"))) == len(distinct) >= 4:
        return _Cadence(1, Grain.MONTH)
    steps = np.diff(distinct.astype(np.int64))
    if len(steps) < _LEAST:
        return None
    for step, grain in ((1, Grain.DAY), (7, Grain.WEEK)):
        if (steps == step).mean() >= _REGULAR:
            return _Cadence(step, grain)
    return None


def _missing_months(day: npt.NDArray[np.datetime64], n: npt.NDArray[np.generic]) -> list[Period]:
    """Months without a single row between months that have several each."""
    months = day.astype("datetime64[M]").astype(np.int64)
    first, last = int(months[0]), int(months[-1])
    counts = np.bincount(months - first, weights=n.astype(np.float64))
    filled = counts[counts > 0]
    empty = np.flatnonzero(counts == 0)
    if last - first < 3 or float(np.median(filled)) < _LEAST_A_MONTH or len(empty) > len(filled) / 4:
        return []
    return [_month(first + int(at)) for at in empty]


def _month(index: int) -> Period:
    return Period.of(np.datetime64(index, "M").astype("datetime64[D]").item(), Grain.MONTH)
