"""Checks of amounts: several currencies, values far from all others, a change of scale, columns that never move."""

from collections.abc import Iterator
from typing import NamedTuple

import ibis
import ibis.expr.types as ir
import numpy as np
import numpy.typing as npt

from kpidesk.core.findings import Finding, Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP
from kpidesk.core.period import Grain, Period
from kpidesk.facts.doctor.exam import ROW, Exam, ExamTable, Findings, Words, in_figures, number
from kpidesk.facts.tables import PRICES

_AMOUNTS = {
    "customers": ("mrr", "total_revenue"),
    "subscriptions": PRICES,
    "invoices": ("amount",),
    "orders": ("amount", "unit_price"),
    "spend": ("cost",),
    "deals": ("amount",),
}
_TIMES = {
    "subscriptions": "start_date",
    "invoices": "invoice_date",
    "orders": "order_date",
    "spend": "date",
    "deals": "created_date",
    "customers": "signup_date",
}
_ROBUST = 1.4826
"""The median absolute deviation times this is the standard deviation of a normal spread."""
_FAR, _LEAST_SPREAD, _FEW, _LEAST_ROWS = 8.0, 0.35, 0.005, 30
_NEAR_POWER, _STEADY, _LEAST_A_MONTH = 0.13, 0.45, 5
_FINENESS = 20
"""How many bins of logarithms there are to a factor of e."""
_SAME_ROWS = 20

CURRENCIES = Words(
    "mixed_currencies",
    Level.WARNING,
    QT_TRANSLATE_NOOP("doctor", "{n} currencies in {table}: {values}."),
    QT_TRANSLATE_NOOP("doctor", "Give their rates in the workspace; amounts without a rate are left out and counted."),
)
OUTLIERS = Words(
    "outlier",
    Level.WARNING,
    QT_TRANSLATE_NOOP(
        "doctor", "{n} {n|value|values} of {role} in {table} {n|is|are} far from all others, up to {most}."
    ),
    QT_TRANSLATE_NOOP("doctor", "Check for a slipped decimal point, another currency or another unit."),
)
SCALE = Words(
    "change_of_scale",
    Level.WARNING,
    QT_TRANSLATE_NOOP("doctor", "From {period} on {role} in {table} is about {factor} times what it was."),
    QT_TRANSLATE_NOOP("doctor", "Cents instead of units, or thousands? Export all of it in one unit."),
)
CONSTANT = Words(
    "constant",
    Level.NOTE,
    QT_TRANSLATE_NOOP("doctor", "All {n} rows in {table} have the same {role}: {value}."),
    QT_TRANSLATE_NOOP("doctor", "This may be the day of the export or a default; is the right column there?"),
)


class _Levels(NamedTuple):
    """How amounts are spread by month: ``bins`` of logarithms (to e) with their rows; month −1 is unknown."""

    name: str
    month: npt.NDArray[np.int64]
    bins: npt.NDArray[np.float64]
    n: npt.NDArray[np.int64]

    @property
    def rows(self) -> int:
        return int(self.n.sum())

    def middle(self, values: npt.NDArray[np.float64], part: npt.NDArray[np.bool_] | None = None) -> float:
        """The median of values that stand for bins, each as often as its bin has rows."""
        n = self.n if part is None else self.n[part]
        order = np.argsort(values, kind="stable")
        return float(values[order][np.searchsorted(np.cumsum(n[order]), n.sum() / 2)])


def check_currencies(exam: Exam) -> Findings:
    """More than one currency in a column."""
    for one in exam.tables:
        if not one.is_text("currency") or not one.has(ROW):
            continue
        rows = one.rows.filter(one.rows.currency.notnull()).mutate(k=one.rows.currency.upper().strip())
        by = rows.group_by("k").agg(n=rows.count(), row_no=rows[ROW].min()).order_by(ibis.desc("n"), "k")
        found = exam.ask(by)
        if len(found["k"]) > 1:
            shown = ", ".join(f"{code} ({int(n)})" for code, n in zip(found["k"][:8], found["n"][:8], strict=True))
            rest = by.filter(by.k != str(found["k"][0]))
            yield CURRENCIES.finding(one, exam.places(one, rest), len(found["k"]), values=shown)


def check_outliers(exam: Exam) -> Findings:
    """Amounts whose logarithm lies further from the median than eight robust standard deviations, and few of them."""
    for one in exam.tables:
        levels = _levels(exam, one)
        if levels is None or levels.rows < _LEAST_ROWS:
            continue
        middle = levels.middle(levels.bins)
        off = np.abs(levels.bins - middle)
        limit = _FAR * max(levels.middle(off) * _ROBUST, _LEAST_SPREAD)
        if not 0 < levels.n[off > limit].sum() <= max(1, _FEW * levels.rows):
            continue
        odd = one.rows.filter((_log(one, levels.name) - middle).abs() > limit)
        found = exam.ask(odd.agg(n=odd.count(), most=odd[levels.name].max(), least=odd[levels.name].min()))
        ends = [number(found[end][0]) for end in ("most", "least")]
        if count := int(found["n"][0]):
            most = max(ends, key=lambda value: abs(float(np.log(value)) - middle))
            yield OUTLIERS.finding(one, exam.places(one, odd), count, role=levels.name, most=in_figures(most))


def _levels(exam: Exam, one: ExamTable) -> _Levels | None:
    """The spread of the first column of amounts that a table has; read once for all checks."""
    name = next((name for name in _AMOUNTS.get(one.table, ()) if one.is_number(name)), None)
    if name is None:
        return None
    kept = exam.kept.get((one.input.dataset, name))
    if isinstance(kept, _Levels):
        return kept
    time = _TIMES.get(one.table, "")
    month = _month(one, time).fill_null(-1) if one.is_date(time) else ibis.literal(-1)
    rows = one.rows.select(m=month.cast("int32"), b=(_log(one, name) * _FINENESS).round().cast("int32"))
    rows = rows.filter(rows.b.notnull())
    found = exam.ask(rows.group_by("m", "b").agg(n=rows.count()))
    bins = found["b"].astype(np.float64) / _FINENESS
    levels = _Levels(name, found["m"].astype(np.int64), bins, found["n"].astype(np.int64))
    exam.kept[one.input.dataset, name] = levels
    return levels


def _month(one: ExamTable, time: str) -> ir.IntegerValue:
    return one.day(time).year() * 12 + one.day(time).month() - 1


def _log(one: ExamTable, name: str) -> ir.FloatingValue:
    """The logarithm of an amount above nought, else null."""
    value = one.rows[name].cast("float64")
    return ibis.ifelse(value > 0, value, ibis.null("float64")).ln()


def check_scale(exam: Exam) -> Findings:
    """A month from which on the typical value is ten, a hundred or a thousand times what it was, or the part of it."""
    for one in exam.tables:
        levels = _levels(exam, one)
        if levels is None:
            continue
        months = np.unique(levels.month[levels.month >= 0])
        parts = [levels.month == month for month in months]
        by_month = zip(months.tolist(), parts, strict=True)
        many = [(month, part) for month, part in by_month if levels.n[part].sum() >= _LEAST_A_MONTH]
        middles = np.array([levels.middle(levels.bins[part], part) for _, part in many]) / np.log(10)
        at = _jump(middles)
        if at is not None:
            period = Period(Grain.MONTH, many[at][0])
            later = one.rows.filter(one.day(_TIMES[one.table]) >= ibis.literal(period.start))
            yield _scaled(exam, one, later, middles, at, period=period, role=levels.name)
    yield from _scaled_figures(exam)


def _scaled(
    exam: Exam, one: ExamTable, later: ir.Table, levels: npt.NDArray[np.float64], at: int, **params: object
) -> Finding:
    count = int(exam.ask(later.agg(n=later.count()))["n"][0])
    factor = in_figures(10.0 ** round(float(levels[at] - levels[at - 1])))
    return SCALE.finding(one, exam.places(one, later), count, factor=factor, **params)


def _jump(levels: npt.NDArray[np.float64]) -> int | None:
    """Where a series of logarithms (to 10) jumps once by a whole number and is steady otherwise."""
    if len(levels) < 4:
        return None
    steps = np.diff(levels)
    at = int(np.argmax(np.abs(steps)))
    others = np.delete(steps, at)
    whole = round(float(steps[at]))
    before, after = np.median(levels[: at + 1]), np.median(levels[at + 1 :])
    is_whole = 1 <= abs(whole) <= 3 and abs(float(after - before) - whole) <= _NEAR_POWER * max(1, abs(whole))
    return at + 1 if is_whole and np.abs(others).max() <= _STEADY else None


def _scaled_figures(exam: Exam) -> Findings:
    """The same in sheets of monthly figures, each KPI for itself."""
    for one in exam.of("monthly_metrics"):
        if not (one.is_date("month") and one.is_number("value") and one.is_text("metric")):
            continue
        rows = one.rows.filter(one.rows.value > 0).select(metric=one.rows.metric, m=one.day("month"), v=one.rows.value)
        found = exam.ask(rows.group_by("metric", "m").agg(v=rows.v.max()).order_by("metric", "m"))
        for metric in dict.fromkeys(found["metric"]):
            own = found["metric"] == metric
            levels = np.log10(found["v"][own].astype(np.float64))
            at = _jump(levels)
            if at is not None:
                day = found["m"][own][at].astype("datetime64[D]").item()
                later = one.rows.filter((one.rows.metric == str(metric)) & (one.day("month") >= ibis.literal(day)))
                yield _scaled(exam, one, later, levels, at, period=Period.of(day, Grain.MONTH), role=str(metric))


def check_constants(exam: Exam) -> Findings:
    """Dates and figures that are the same in every row of a table of many."""
    for one in exam.tables:
        names = [name for name in _moving(one) if one.has(name)]
        if not names:
            continue
        ends = {f"a{i}": one.rows[name].min() for i, name in enumerate(names)}
        ends |= {f"z{i}": one.rows[name].max() for i, name in enumerate(names)}
        ends |= {f"n{i}": one.rows[name].count() for i, name in enumerate(names)}
        found = exam.ask(one.rows.agg(**ends))
        for i, name in enumerate(names):
            count = int(found[f"n{i}"][0])
            if count >= _SAME_ROWS and found[f"a{i}"][0] == found[f"z{i}"][0]:
                yield CONSTANT.finding(one, (), count, role=name, value=_shown(found[f"a{i}"][0]))


def _moving(one: ExamTable) -> Iterator[str]:
    """The columns that differ from row to row in any business."""
    for name in ("start_date", "signup_date", "order_date", "invoice_date", "created_date", "date", "event_time"):
        if one.is_date(name):
            yield name
    for name in ("cost", "impressions", "clicks", "sessions", "users", "pageviews"):
        if one.is_number(name):
            yield name


def _shown(value: object) -> str:
    if isinstance(value, np.datetime64):
        return str(value.astype("datetime64[D]"))
    return in_figures(number(value))
