"""Checks of single rows: dates that cannot be, ends before starts, negative prices, subscriptions for nothing, tests.

All of them are counted in one pass over a table; only those that found something ask again for the places.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

import ibis
import ibis.expr.types as ir

from kpidesk.core.findings import Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP
from kpidesk.facts.doctor.exam import Exam, ExamTable, Findings, Words, number
from kpidesk.facts.tables import PRICES
from kpidesk.schema.expectations import NOT_BELOW_NOUGHT, SPANS

_FIRST_DAY = date(2000, 1, 1)
_FAR = timedelta(days=3660)
_MAY_LIE_AHEAD = frozenset(
    {"cancel_date", "due_date", "period_start", "period_end", "trial_end", "closed_date", "resolved_date", "month"}
)
_TEST_WORDS = ("test", "Test", "TEST", "demo", "Demo", "DEMO", "dummy", "测试", "測試")
_TEST = r"(?i)(^|[^a-z])(test|testing|tester|demo|dummy)([^a-z]|$)|测试|測試"
_MOSTLY = 0.5

FUTURE = Words(
    "future_date",
    Level.WARNING,
    QT_TRANSLATE_NOOP("doctor", "{n} {n|row|rows} in {table}: {role} lies in the future."),
    QT_TRANSLATE_NOOP("doctor", "Check the date order of the column, or correct these cells in the source."),
)
OLD = Words(
    "old_date",
    Level.WARNING,
    QT_TRANSLATE_NOOP("doctor", "{n} {n|row|rows} in {table}: {role} lies before 2000."),
    QT_TRANSLATE_NOOP("doctor", "Such dates often stand for “unknown”. Empty them or correct them in the source."),
)
ENDS_FIRST = Words(
    "end_before_start",
    Level.WARNING,
    QT_TRANSLATE_NOOP("doctor", "{n} {n|row|rows} in {table}: {end} lies before {start}."),
    QT_TRANSLATE_NOOP("doctor", "Check that the two columns are not exchanged and have the same date order."),
)
NEGATIVE = Words(
    "negative",
    Level.WARNING,
    QT_TRANSLATE_NOOP("doctor", "{n} {n|row|rows} in {table}: {role} is negative."),
    QT_TRANSLATE_NOOP("doctor", "If these are refunds or credits, give them a column or a table of their own."),
)
NOTHING_PAID = Words(
    "zero_subscription",
    Level.NOTE,
    QT_TRANSLATE_NOOP(
        "doctor", "{n} {n|row|rows} in {table} cost nothing and so count neither as MRR nor as customers."
    ),
    QT_TRANSLATE_NOOP("doctor", "That is right for free plans and trials; else the price is missing."),
)
TESTS = Words(
    "test_customer",
    Level.NOTE,
    QT_TRANSLATE_NOOP("doctor", "{n} {n|row|rows} in {table} look like tests or demos by their {role}."),
    QT_TRANSLATE_NOOP("doctor", "Leave them out by a condition if they are not customers."),
)


@dataclass(frozen=True, slots=True, eq=False)
class Suspicion:
    """Rows of one table that fulfil a condition; ``exactly`` refines a condition that is quick but too wide."""

    words: Words
    condition: ir.BooleanValue
    params: dict[str, object] = field(default_factory=dict)
    exactly: ir.BooleanValue | None = None


def future_dates(one: ExamTable, today: date) -> Iterator[Suspicion]:
    """Dates after today; those of plans and ends may lie ahead, but not ten years. 9999 is a word for *open*."""
    for name in _dates(one):
        day, limit = one.day(name), today + _FAR if name in _MAY_LIE_AHEAD else today + timedelta(days=1)
        is_late = (day > ibis.literal(limit)) & (day < ibis.literal(date(9990, 1, 1)))
        yield Suspicion(FUTURE, is_late, {"role": name})


def old_dates(one: ExamTable, today: date) -> Iterator[Suspicion]:
    """Dates before 2000 in columns that tell of business."""
    del today
    for name in _dates(one):
        yield Suspicion(OLD, one.day(name) < ibis.literal(_FIRST_DAY), {"role": name})


def ends_before_starts(one: ExamTable, today: date) -> Iterator[Suspicion]:
    """The end of something before its start."""
    del today
    start, end = SPANS.get(one.table, ("", ""))
    if one.is_date(start) and one.is_date(end):
        yield Suspicion(ENDS_FIRST, one.day(end) < one.day(start), {"start": start, "end": end})


def negatives(one: ExamTable, today: date) -> Iterator[Suspicion]:
    """Prices, costs and counts below nought."""
    del today
    for name in NOT_BELOW_NOUGHT.get(one.table, ()):
        if one.is_number(name):
            yield Suspicion(NEGATIVE, one.rows[name] < 0, {"role": name})


def nothing_paid(one: ExamTable, today: date) -> Iterator[Suspicion]:
    """Subscriptions whose price is nought, trials apart."""
    del today
    price = next((name for name in PRICES if one.is_number(name)), None)
    if one.table == "subscriptions" and price is not None:
        free = one.rows[price] == 0
        if one.has("trial_flag") and one.rows["trial_flag"].type().is_boolean():
            free = free & ~one.rows["trial_flag"].fill_null(False)
        yield Suspicion(NOTHING_PAID, free)


def tests(one: ExamTable, today: date) -> Iterator[Suspicion]:
    """Customers that are somebody's test, by their name or address."""
    del today
    names = [name for name in ("email", "customer_name") if one.is_text(name)]
    if one.table == "customers" and one.is_text("customer_id"):
        names.append("customer_id")
    for name in names:
        text = one.rows[name]
        perhaps = text.contains(_TEST_WORDS[0])
        for word in _TEST_WORDS[1:]:
            perhaps = perhaps | text.contains(word)
        yield Suspicion(TESTS, perhaps, {"role": name}, text.re_search(_TEST))


ROW_CHECKS: tuple[Callable[[ExamTable, date], Iterator[Suspicion]], ...] = (
    future_dates, old_dates, ends_before_starts, negatives, nothing_paid, tests,
)  # fmt: skip


def check_rows(exam: Exam) -> Findings:
    """All checks of single rows on all tables."""
    for one in exam.tables:
        suspicions = [suspicion for check in ROW_CHECKS for suspicion in check(one, exam.today)]
        if not suspicions:
            continue
        counts = {f"n{i}": suspicion.condition.sum() for i, suspicion in enumerate(suspicions)}
        found = exam.ask(one.rows.agg(rows=one.rows.count(), **counts))
        for i, suspicion in enumerate(suspicions):
            count = int(number(found[f"n{i}"][0]))
            if count:
                yield from _told(exam, one, suspicion, count, int(found["rows"][0]))


def _told(exam: Exam, one: ExamTable, suspicion: Suspicion, count: int, rows: int) -> Findings:
    hit = one.rows.filter(suspicion.condition)
    if suspicion.exactly is not None:
        hit = hit.filter(suspicion.exactly)
        count = int(number(exam.ask(hit.agg(n=hit.count()))["n"][0]))
        if not 0 < count < _MOSTLY * rows:
            return
    yield suspicion.words.finding(one, exam.places(one, hit), count, **suspicion.params)


def _dates(one: ExamTable) -> tuple[str, ...]:
    """The dates that play a role; those of attributes may be birthdays."""
    return tuple(
        name
        for name, column in one.input.typed.items()
        if one.is_date(name) and (name.endswith(("_date", "_time", "_start", "_end")) or name in ("date", "month"))
        and not column.is_attribute
    )  # fmt: skip
