"""The ledger: who paid what from when until when, from the best source there is.

Priced subscriptions come before customers with a price, these before invoices for periods, these before subscriptions
without prices, and customers with dates last. Sheets of changes come on top of the source that was chosen.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import ibis
import ibis.expr.types as ir
from ibis import _

from kpidesk.core.findings import Finding, Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.facts import left_out, priced_customers, recurring_invoices, subscriptions
from kpidesk.facts.codes import Codes
from kpidesk.facts.expressions import ordinal
from kpidesk.facts.making import Making
from kpidesk.facts.movement_log import log_time
from kpidesk.facts.paid_time import PaidTime
from kpidesk.facts.tables import FactTable


@dataclass(frozen=True)
class Ledger:
    """``rows``: c, start, end, cents, src, row_no of all that counts.

    ``gone_undated`` rows ended nobody knows when, ``gone_left_out`` ended and are left out for another reason,
    ``paused_undated`` are paused nobody knows since when; ``has_credits`` says that some cents are negative,
    ``is_positive`` that all are more than nought, and ``is_of_orders`` that the periods are those for which orders keep
    their customers active.
    """

    rows: ir.Table
    tables: tuple[FactTable, ...]
    priced: bool
    gone_undated: int
    paused_undated: int = 0
    has_credits: bool = False
    gone_left_out: int = 0
    is_of_orders: bool = False
    is_positive: bool = False

    @property
    def is_followed(self) -> bool:
        """Whether each row's amount belongs to what the row says of the customer, so that a change can be followed.

        A row of a log that takes away says what the customer has become, not what the amount was taken from.
        """
        return not (self.has_credits and any(subscriptions.is_log(one) for one in self.tables))


def make_ledger(making: Making, codes: Codes) -> Ledger | None:
    """The ledger, or None where no table tells of paid time; what was left out becomes findings."""
    parts, priced = _choose(making)
    base = ibis.union(*(part.rows for part in parts), distinct=False) if len(parts) > 1 else None
    if base is None and parts:
        base = parts[0].rows
    logs = [log_time(making, one, base) for one in making.of("subscriptions") if subscriptions.is_log(one)]
    if logs and (priced or not parts):
        parts, priced = [*parts, *logs], True
    if not parts:
        return None
    rows = ibis.union(*(part.rows for part in parts), distinct=False) if len(parts) > 1 else parts[0].rows
    kept = making.keep("ledger", codes.coded(rows))
    told = _tallies(making, kept)
    undated = _note_left_out(making, told, parts)
    counted = kept.filter(kept.why == left_out.COUNTS).drop("why")
    counted = _without_repeats(making, counted, parts)
    return Ledger(
        counted,
        tuple(part.table for part in parts),
        priced,
        undated,
        paused_undated=sum(part.paused for part in parts),
        has_credits=told.least < 0,
        is_positive=told.least > 0,
        gone_left_out=told.gone_left_out,
    )


def _choose(making: Making) -> tuple[list[PaidTime], bool]:
    """The parts of the best source and whether it knows prices."""
    held = [one for one in making.of("subscriptions") if not subscriptions.is_log(one)]
    held = [one for one in held if one.has("customer_id", "start_date")]
    priced = [one for one in held if subscriptions.is_priced(one)]
    if priced:
        return [subscriptions.subscription_time(making, one, priced=True) for one in priced], True
    for one in held:
        subscriptions.note_unpriced(making, one)
    customers = [one for one in making.of("customers") if priced_customers.has_price(one)]
    if customers:
        return [priced_customers.customer_time(making, one, priced=True) for one in customers], True
    invoices = [one for one in making.of("invoices") if recurring_invoices.is_recurring(one)]
    if invoices:
        return [recurring_invoices.invoice_time(making, one) for one in invoices], True
    if held:
        return [subscriptions.subscription_time(making, one, priced=False) for one in held], False
    dated = [one for one in making.of("customers") if priced_customers.has_end(one)]
    return [priced_customers.customer_time(making, one, priced=False) for one in dated], False


class _Tallies(NamedTuple):
    """What one look at all rows tells: by sheet and rule how many, the least cents that count, ends of others."""

    by_rule: Mapping[int, Mapping[int, left_out.Tally]]
    least: float
    gone_left_out: int


def _tallies(making: Making, kept: ir.Table) -> _Tallies:
    found = making.ask(
        kept.group_by("src", "why").agg(
            n=_.count(), first=_.row_no.min(), least=_.cents.min(), ended=_.end.notnull().sum().cast("float64")
        )
    )
    by_rule: dict[int, dict[int, left_out.Tally]] = {}
    for src, number, n, first in zip(*(found[name] for name in ("src", "why", "n", "first")), strict=True):
        row = int(first) if first == first else None
        by_rule.setdefault(int(src), {})[int(number)] = left_out.Tally(int(n), row)
    counts = found["why"] == left_out.COUNTS
    least = min((float(cents) for cents in found["least"][counts]), default=0.0)
    return _Tallies(by_rule, least, int(found["ended"][~counts].sum()))


def _note_left_out(making: Making, told: _Tallies, parts: list[PaidTime]) -> int:
    """Findings for the rows that do not count; how many of them ended without a date."""
    undated = 0
    for part in parts:
        noticed = list(left_out.findings(part.table.input, part.rules, told.by_rule.get(part.table.number, {})))
        making.notice("periods", noticed)
        undated += sum(finding.count for finding in noticed if finding.code == "facts.cancelled_undated")
    return undated


def _without_repeats(making: Making, rows: ir.Table, parts: list[PaidTime]) -> ir.Table:
    """The rows less those that repeat another one of their sheet in every column."""
    parts = [part for part in parts if not part.table.different]
    if not parts:
        return rows
    alike = _alike(making, rows)
    if alike is None:
        return rows
    equal = ["c", "start", "cents", "src"]
    suspects = alike.group_by(equal).agg(n=_.count()).filter(_.n > 1)
    where = set(making.ask(suspects.select("src").distinct())["src"])
    if not where:
        return rows
    suspect = making.keep("suspect", alike.semi_join(suspects, equal).select("src", "row_no"))
    repeats = [
        repeat
        for part in parts
        if part.table.number in where and "row_no" in part.table.source.columns
        for repeat in _repeats(making, part.table, suspect)
    ]
    if not repeats:
        return rows
    gone = ibis.union(*repeats, distinct=False) if len(repeats) > 1 else repeats[0]
    return rows.anti_join(gone, ["src", "row_no"]).select(*rows.columns)


def _alike(making: Making, rows: ir.Table) -> ir.Table | None:
    """The few rows (kept) that share customer, day and amount, packed into one number; None where none do.

    To count all rows by that number costs less than by its parts, and is done once.
    """
    key = (rows.c.cast("int64") * 2**17 + ordinal(rows.start) % 2**17) * 2**15 + rows.cents % 2**15
    keyed = rows.mutate(key=key.fill_null(-1))
    twice = making.keep("twice", keyed.group_by("key").agg(n=_.count()).filter(_.n > 1).select("key"))
    if not making.ask(twice.limit(1))["key"].size:
        return None
    return making.keep("alike", keyed.semi_join(twice, "key").select("c", "start", "cents", "src", "row_no"))


def _repeats(making: Making, one: FactTable, suspect: ir.Table) -> list[ir.Table]:
    """The rows (src, row_no) of a sheet that repeat an earlier one, kept as a table; none where there are none."""
    among = one.source.semi_join(suspect.filter(suspect.src == one.number), "row_no")
    cells = [name for name in one.typed if name not in one.borrowed]
    nth = ibis.row_number().over(ibis.window(group_by=cells, order_by="row_no"))
    later = among.mutate(nth_=nth).filter(_.nth_ > 0)
    expr = later.select(src=ibis.literal(one.number, "int32"), row_no=later.row_no.cast("int64"))
    found = making.ask(expr.agg(n=expr.count(), first=expr.row_no.min()))
    n = int(found["n"][0])
    if not n:
        return []
    text = QT_TRANSLATE_NOOP("facts", "{n} {n|row|rows} of {table} left out: {n|it repeats|they repeat} another row")
    message = Message(text, n=n, table=one.input.name)
    place = one.input.place(int(found["first"][0]))
    making.findings.append(Finding(Level.WARNING, "facts.duplicate_rows", message, place, n))
    return [making.keep(f"repeats{one.number}", expr)]
