"""Checks of what stands there twice: rows, ids, and customers under several ids."""

import ibis.expr.types as ir

from kpidesk.core.findings import Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, quoted
from kpidesk.facts.doctor.exam import ROW, Exam, ExamTable, Findings, Words, number
from kpidesk.schema.expectations import UNIQUE

_MAY_REPEAT = frozenset({"events", "monthly_metrics", "other"})
_SHOWN = 3

SAME_ROWS = Words(
    "duplicate_rows",
    Level.WARNING,
    QT_TRANSLATE_NOOP("doctor", "{n} {n|row|rows} in {table} {n|is|are} the same as another in every cell."),
    QT_TRANSLATE_NOOP("doctor", "Drop them if the export wrote them twice; keep them if each is a sale of its own."),
)
SAME_IDS = Words(
    "repeated_id",
    Level.WARNING,
    QT_TRANSLATE_NOOP("doctor", "{n} {n|row repeats|rows repeat} a {role} in {table} with other cells beside it."),
    QT_TRANSLATE_NOOP("doctor", "See which of the rows holds now; keep the last one if the export adds new states."),
)
SAME_MAIL = Words(
    "customer_twice",
    Level.WARNING,
    QT_TRANSLATE_NOOP(
        "doctor", "{n} {n|customer has|customers have} several ids in {table} by their {role}: {examples}."
    ),
    QT_TRANSLATE_NOOP("doctor", "Churn and new customers are counted for each id: merge the ids in the source."),
)
SAME_ID_SPELT = Words(
    "customer_spelling",
    Level.WARNING,
    QT_TRANSLATE_NOOP("doctor", "{n} {role} in {table} {n|is|are} written in several ways: {examples}."),
    QT_TRANSLATE_NOOP("doctor", "Merge the spellings by a correction, so that each customer is counted once."),
)


def check_repeats(exam: Exam) -> Findings:
    """Rows that are the same in every cell, and ids that repeat with other cells beside them."""
    for one in exam.tables:
        if one.table in _MAY_REPEAT or not one.has(ROW):
            continue
        key = UNIQUE.get(one.table, "")
        by = [key] if one.has(key) else _telling(one)
        if not by:
            continue
        hashed = one.rows.mutate(h=_hash(one, by))
        found = exam.ask(hashed.agg(n=hashed.count(), d=hashed.h.nunique()))
        if found["n"][0] > found["d"][0]:
            yield from _doubled(exam, one, hashed, key)


def _hash(one: ExamTable, by: list[str]) -> ir.IntegerValue:
    """One number for a combination of cells: quick, never different for equal ones, empty ones included."""
    mixed = one.rows[by[0]].hash()
    for name in by[1:]:
        mixed = mixed ^ one.rows[name].hash()
    return mixed


def _doubled(exam: Exam, one: ExamTable, hashed: ir.Table, key: str) -> Findings:
    """Look closely at the few rows that may be the same."""
    columns = [name for name in one.rows.columns if name != ROW]
    times = hashed.group_by("h").agg(times=hashed.count())
    few = hashed.semi_join(times.filter(times.times > 1), "h")
    rows = few.group_by(columns).agg(n=few.count(), row_no=few[ROW].max())
    extra = rows.filter(rows.n > 1)
    count = int(number(exam.ask(extra.agg(n=(extra.n - 1).sum().cast("int64")))["n"][0]))
    if count:
        yield SAME_ROWS.finding(one, exam.places(one, extra), count)
    if one.has(key):
        named = rows.filter(rows[key].notnull())
        ids = named.group_by(key).agg(n=named.count(), row_no=named[ROW].max())
        several = ids.filter(ids.n > 1)
        count = int(number(exam.ask(several.agg(n=(several.n - 1).sum().cast("int64")))["n"][0]))
        if count:
            yield SAME_IDS.finding(one, exam.places(one, several), count, role=key)


def _telling(one: ExamTable) -> list[str]:
    """The columns that tell most rows of a table apart that has no id of its own."""
    days = [name for name in one.rows.columns if one.is_date(name)][:1]
    ids = [name for name in one.rows.columns if name.endswith("_id") and one.is_text(name)][:2]
    numbers = [name for name in one.rows.columns if one.is_number(name) and name != ROW][:2]
    return [*days, *ids, *numbers]


def check_customers(exam: Exam) -> Findings:
    """Customers that have several ids, by e-mail or name, or one id written in several ways."""
    for one in exam.of("customers", "subscriptions", "invoices", "orders"):
        if one.table == "customers" and one.is_text("customer_id"):
            yield from _spelt(exam, one, "customer_id")
        for name in ("email", "customer_name"):
            if one.is_text(name) and one.has("customer_id", ROW):
                yield from _twice(exam, one, name)


def _twice(exam: Exam, one: ExamTable, name: str) -> Findings:
    """The same address, or the same name in another spelling, under several ids; namesakes spelt alike may be two."""
    rows = one.rows.filter(one.rows[name].notnull())
    rows = rows.mutate(k=rows[name].lower().re_replace(r"\s+", " ").strip())
    ids = rows.group_by("k").agg(
        ids=rows.customer_id.nunique(), spelt=rows[name].nunique(), row_no=rows[ROW].max(), shown=rows[name].min()
    )
    several = ids.filter((ids.ids > 1) & (ids.k.length() > 0))
    if name != "email":
        several = several.filter(several.spelt > 1)
    yield from _listed(exam, one, SAME_MAIL, several, name)


def _spelt(exam: Exam, one: ExamTable, name: str) -> Findings:
    """Ids that differ from another by case or blanks alone."""
    rows = one.rows.filter(one.rows[name].notnull())
    odd = rows.filter((rows[name] != rows[name].upper()) | rows[name].contains(" "))
    if not int(exam.ask(odd.agg(n=odd.count()))["n"][0]):
        return
    rows = rows.mutate(k=rows[name].lower().re_replace(r"\s+", ""))
    ids = rows.group_by("k").agg(spelt=rows[name].nunique(), row_no=rows[ROW].max(), shown=rows[name].min())
    yield from _listed(exam, one, SAME_ID_SPELT, ids.filter(ids.spelt > 1), name)


def _listed(exam: Exam, one: ExamTable, words: Words, several: ir.Table, role: str) -> Findings:
    count = int(exam.ask(several.agg(n=several.count()))["n"][0])
    if count:
        shown = exam.ask(several.order_by("row_no").limit(_SHOWN))["shown"]
        places = exam.places(one, several)
        yield words.finding(one, places, count, role=role, examples=quoted(shown))
