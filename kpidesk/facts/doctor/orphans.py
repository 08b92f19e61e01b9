"""Checks of tables against each other: keys that the table which should list them does not have."""

from typing import NamedTuple

from kpidesk.core.findings import Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, quoted
from kpidesk.facts.doctor.exam import ROW, Exam, ExamTable, Findings, Words, number

_SHOWN = 3


class Link(NamedTuple):
    """A column of a table should stand in the same column of another."""

    table: str
    column: str
    listed_in: str


_OF_CUSTOMERS = ("subscriptions", "invoices", "orders", "deals", "tickets", "surveys")
LINKS = (
    *(Link(table, "customer_id", "customers") for table in _OF_CUSTOMERS),
    Link("invoices", "subscription_id", "subscriptions"),
    Link("deals", "lead_id", "leads"),
)
ORPHANS = Words(
    "orphans",
    Level.WARNING,
    QT_TRANSLATE_NOOP(
        "doctor", "{n} {n|row|rows} in {table} {n|names|name} a {role} that {other} does not list: {examples}."
    ),
    QT_TRANSLATE_NOOP(
        "doctor", "Export both tables for the same time and all states; the rows count, but in no segment."
    ),
)
STRANGERS = Words(
    "no_common_keys",
    Level.WARNING,
    QT_TRANSLATE_NOOP("doctor", "No {role} in {table} stands in {other}: {examples}."),
    QT_TRANSLATE_NOOP("doctor", "The two use different ids, so nothing can be joined: export both with the same one."),
)


def check_orphans(exam: Exam) -> Findings:
    """Rows whose key is not listed where it should be; they are counted and shown, never taken for nought."""
    for link in LINKS:
        lists = [one for one in exam.of(link.listed_in) if one.has(link.column)]
        if not lists:
            continue
        for one in exam.of(link.table):
            if one.has(link.column, ROW):
                yield from _orphans(exam, one, lists, link)


def _orphans(exam: Exam, one: ExamTable, lists: list[ExamTable], link: Link) -> Findings:
    key = one.rows[link.column].cast("string")
    rows = one.rows.filter(key.notnull()).select(k=key, row_no=one.rows[ROW])
    named = rows.group_by("k").agg(n=rows.count(), row_no=rows.row_no.min())
    lost = named
    for other in lists:
        listed = other.rows.select(k=other.rows[link.column].cast("string")).distinct()
        lost = lost.anti_join(listed, "k")
    found = exam.ask(lost.agg(n=lost.n.sum().cast("int64"), ids=lost.count()))
    count = int(number(found["n"][0]))
    if not count:
        return
    total = int(exam.ask(named.agg(ids=named.count()))["ids"][0])
    shown = exam.ask(lost.order_by("row_no").limit(_SHOWN))["k"]
    words = STRANGERS if int(found["ids"][0]) == total and total > 1 else ORPHANS
    yield words.finding(
        one,
        exam.places(one, lost),
        count,
        role=link.column,
        other=lists[0].input.name,
        examples=quoted(shown),
    )
