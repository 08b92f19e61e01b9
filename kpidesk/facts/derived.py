"""Relations that are derived from others: visits, active users, sign-ups, gaps between orders, renewals."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import ibis
import ibis.expr.types as ir

from kpidesk.facts.codes import Codes
from kpidesk.facts.expressions import day_of
from kpidesk.facts.ledger import Ledger
from kpidesk.facts.making import Making
from kpidesk.facts.paid_period import months_by_text
from kpidesk.facts.purchases import order_gaps
from kpidesk.facts.renewals import renewals
from kpidesk.facts.rows import purchases
from kpidesk.facts.signups import followed, signups_of_events
from kpidesk.facts.visits import active_events, visits
from kpidesk.schema.business_rules import BusinessRules

SOURCE_OF: Mapping[str, str] = {
    "visits": "events",
    "active_events": "events",
    "signups": "customers",
    "order_gaps": "orders",
    "renewals": "periods",
}
"""Each derived relation and the one whose files lie behind it."""

OWN_OF: Mapping[str, str] = {"visits": "events", "active_events": "events"}
"""The derived relations that have attributes of their own, and whose."""


@dataclass(frozen=True)
class Sources:
    """What derived relations are made from. ``rows`` gives a row table, ``own`` the attributes of its own."""

    making: Making
    codes: Codes | None
    ledger: Ledger | None
    rows: Callable[[str], ir.Table | None]
    periods: Callable[[], ir.Table | None]
    own: Callable[[str], tuple[str, ...]]

    @property
    def rules(self) -> BusinessRules:
        return self.making.rules.business


def derived(name: str, sources: Sources) -> ir.Table | None:
    """The relation as an expression; None where its sources are not there."""
    return _MAKERS[name](sources)


def _events(sources: Sources, counted: frozenset[int]) -> ir.Table | None:
    """The events of some sheets; None where they do not say whose and when."""
    events = sources.rows("events")
    if events is None or not counted or not {"c", "event_time"} <= set(events.columns):
        return None
    sheets = {one.number for one in sources.making.of("events")}
    return events if sheets <= counted else events.filter(events.src.isin(sorted(counted)))


def _visits(sources: Sources) -> ir.Table | None:
    events = _events(sources, sources.making.usage.with_visits)
    return None if events is None else visits(events, sources.rules, sources.own("events"))


def _active_events(sources: Sources) -> ir.Table | None:
    usage = sources.making.usage
    events = _events(sources, usage.counted)
    if events is None:
        return None
    active = active_events(events, sources.rules)
    return active.mutate(**{usage.counts_as: active.active_users.cast("float64")}) if usage.counts_as else active


def _signups(sources: Sources) -> ir.Table | None:
    """Sign-ups with what became of them, and whether they pay and refer others."""
    rows = _followed_signups(sources)
    if rows is None:
        return None
    for name, others in (("pays", sources.periods()), ("refers", sources.rows("referrals"))):
        if others is not None and "c" in others.columns:
            known = others.select(of_=others.c).filter(ibis._.of_.notnull()).distinct()
            joined = rows.left_join(known, rows.c == known.of_)
            rows = joined.select(*rows.columns, **{name: joined.of_.notnull()})
    return rows


def _followed_signups(sources: Sources) -> ir.Table | None:
    """Sign-ups that customers sheets date, else those that events tell of; what they did next needs days."""
    usage = sources.making.usage
    events = None if usage.is_by_month else _events(sources, usage.counted)
    described = _dated_customers(sources)
    told = None
    if events is not None and "event_name" in events.columns:
        told = signups_of_events(events, sources.rules)
    if described is None:
        return None if told is None or events is None else followed(told, events, sources.rules)
    if events is None:
        return described
    known = described.semi_join(events, "c").limit(1)
    if sources.making.ask(known.select("c"))["c"].size:
        return followed(described, events, sources.rules, usage.late_since)
    # Users that no customers sheet names: what they did says nothing of those sign-ups.
    return described


def _dated_customers(sources: Sources) -> ir.Table | None:
    sheets = [one for one in sources.making.of("customers") if one.has("customer_id", "signup_date")]
    if not sheets or sources.codes is None:
        return None
    parts = [
        sources.codes.coded(
            one.rows.select(
                customer_id=one.text("customer_id"),
                day=day_of(one.rows["signup_date"]),
                src=ibis.literal(one.number, "int32"),
                row_no=one.row_no,
            )
        )
        for one in sheets
    ]
    rows = ibis.union(*parts, distinct=False) if len(parts) > 1 else parts[0]
    known = rows.filter(rows.c.notnull() & rows.day.notnull())
    if sources.making.as_of is not None:
        known = known.filter(known.day <= sources.making.as_of)
    return known.group_by("c").agg(day=known.day.min(), src=known.src.min(), row_no=known.row_no.min())


def _order_gaps(sources: Sources) -> ir.Table | None:
    orders = sources.rows("orders")
    return None if orders is None or "c" not in orders.columns else order_gaps(purchases(orders))


def _renewals(sources: Sources) -> ir.Table | None:
    """Of subscriptions that say how long their terms are."""
    ledger, as_of = sources.ledger, sources.making.as_of
    if ledger is None or as_of is None:
        return None
    parts = []
    for one in ledger.tables:
        months = months_by_text(sources.making, one) if one.table == "subscriptions" else None
        whole = {text: int(n) for text, n in (months or {}).items() if n and n >= 1 and float(n).is_integer()}
        if whole:
            column = one.text("billing_period")
            length = ibis.cases(*((column == text, n) for text, n in whole.items()), else_=ibis.null("int64"))
            parts.append(
                one.rows.select(
                    src_=ibis.literal(one.number, "int32"), row_=one.row_no, months=length.cast("int64")
                ).filter(ibis._.months.notnull())
            )
    periods = sources.periods()
    if not parts or periods is None:
        return None
    return renewals(periods, ibis.union(*parts, distinct=False) if len(parts) > 1 else parts[0], as_of)


_MAKERS: Mapping[str, Callable[[Sources], ir.Table | None]] = {
    "visits": _visits,
    "active_events": _active_events,
    "signups": _signups,
    "order_gaps": _order_gaps,
    "renewals": _renewals,
}
