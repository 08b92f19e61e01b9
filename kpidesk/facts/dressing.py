"""Columns that rows of business tables get beside their own: the stages a lead reached, the open hours of a ticket."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

import ibis
import ibis.expr.types as ir

from kpidesk.core.findings import Finding, Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.facts.business_time import open_hours
from kpidesk.facts.expressions import day_of
from kpidesk.facts.inputs import FactColumn
from kpidesk.facts.making import Making
from kpidesk.facts.tables import FactTable
from kpidesk.facts.visits import says
from kpidesk.facts.words import normalised, words
from kpidesk.schema.business_rules import BusinessRules
from kpidesk.schema.model import ColumnType

_HOURS = {"first_response_date": "first_response_business_hours", "resolved_date": "resolution_business_hours"}
LEAD_WORDS = ("mql", "cql", "pql", "sql", "opportunity", "customer")
"""The groups of words by which a lead's status says how far it is."""
STAGES = ("mql", "sql", "opportunity", "customer")
"""The stages of the funnel after the lead itself; who reached a later one reached those before."""


def dressed(
    making: Making, tables: Sequence[FactTable], rows: ir.Table, others: Callable[[str], ir.Table | None]
) -> ir.Table:
    """The rows of these tables with what the workspace's rules make of them; ``others`` gives other row tables."""
    rules, names = making.rules.business, {one.table for one in tables}
    if "tickets" in names:
        return with_open_hours(rows, rules)
    if "leads" in names:
        return with_stages(rows, others("deals"), rules, _stages_said(making, tables))
    return rows


def note_deals_apart(making: Making) -> None:
    """A finding for deals that no lead can be followed to."""
    leads = making.of("leads")
    if not leads:
        return
    for one in making.of("deals"):
        if not one.has("lead_id") or not any(other.has("lead_id") for other in leads):
            text = QT_TRANSLATE_NOOP("facts", "“{table}” names no lead: its deals are no stage of the funnel of leads.")
            message = Message(text, table=one.input.name)
            making.findings.append(Finding(Level.NOTE, "facts.deals_apart", message, one.input.place()))


def told_by_status(making: Making) -> tuple[FactTable, ...]:
    """The tables; where the status of customers says of some that they are gone, it is their flag.

    A subscription that is over by its status, while no date says since when, ended with what was paid last.
    """
    ways = {"customers": _flagged, "subscriptions": _ended}
    return tuple(ways[one.table](making, one) if one.table in ways else one for one in making.tables)


def _ended(making: Making, one: FactTable) -> FactTable:
    if not one.has("status", "period_end"):
        return one
    over = words().of("subscription", "ended")
    if not any(normalised(text) in over for text in making.cells(one, "status")):
        return one
    paid = ibis.ifelse(making.says(one, "status", over), day_of(one.rows["period_end"]), ibis.null("date"))
    end = ibis.coalesce(day_of(one.rows["cancel_date"]), paid) if one.has("cancel_date") else paid
    typed = {**one.typed, "cancel_date": FactColumn("cancel_date", ColumnType.DATE)}
    return replace(one, rows=one.rows.mutate(cancel_date=end), typed=typed)


def _flagged(making: Making, one: FactTable) -> FactTable:
    over = words().of("subscription", "ended")
    if not one.has("status") or one.has("churn_flag"):
        return one
    if not any(normalised(text) in over for text in making.cells(one, "status")):
        return one
    typed = {**one.typed, "churn_flag": FactColumn("churn_flag", ColumnType.FLAG)}
    return replace(one, rows=one.rows.mutate(churn_flag=making.says(one, "status", over)), typed=typed)


def _stages_said(making: Making, leads: Sequence[FactTable]) -> frozenset[str]:
    """The groups of stage words that the status of any lead is one of."""
    told = [one for one in leads if one.has("status")]
    said = {normalised(text) for one in told for text in making.cells(one, "status")}
    words = making.rules.business.words
    return frozenset(group for group in LEAD_WORDS if not said.isdisjoint(words[group]))


def with_open_hours(tickets: ir.Table, rules: BusinessRules) -> ir.Table:
    """Tickets with business hours until answered and resolved, where both points are known to the minute."""
    if "created_date" not in tickets.columns or not tickets.created_date.type().is_timestamp():
        return tickets
    columns = {
        name: open_hours(tickets.created_date, tickets[column], rules.business_hours)
        for column, name in _HOURS.items()
        if column in tickets.columns and tickets[column].type().is_timestamp()
    }
    return tickets.mutate(**columns) if columns else tickets


def with_stages(leads: ir.Table, deals: ir.Table | None, rules: BusinessRules, known: Collection[str] = ()) -> ir.Table:
    """Leads with ``reached_<stage>`` for each stage that anything tells of, and ``opportunity_day``, ``customer_day``.

    ``known`` are the groups of stage words that any status is one of; those also give ``is_cql`` and ``is_pql``.
    """
    rows = leads
    if deals is not None and "lead_id" in leads.columns and "lead_id" in deals.columns:
        rows = _with_deals(leads, deals, rules)
    evidence: dict[str, list[ir.BooleanValue]] = {stage: [] for stage in STAGES}
    for column, stage in {"mql_date": "mql", "sql_date": "sql", "converted_date": "customer"}.items():
        if column in rows.columns:
            evidence[stage].append(rows[column].notnull())
    if "converted_flag" in rows.columns:
        evidence["customer"].append(rows.converted_flag.fill_null(False))
    if "opportunity_day" in rows.columns:
        evidence["customer"].append(rows.is_won.fill_null(False))
    rows = _with_own_day(rows)
    if "opportunity_day" in rows.columns:
        evidence["opportunity"].append(rows.opportunity_day.notnull())
    if "status" in rows.columns and known:
        words: Mapping[str, tuple[str, ...]] = {"mql": ("mql", "cql", "pql")}
        for stage in STAGES:
            groups = [group for group in words.get(stage, (stage,)) if group in known]
            # A stage that no status ever names is not one that all who came further have reached.
            if groups:
                evidence[stage].append(says(rows.status, rules, *groups))
    columns: dict[str, ir.Value] = {
        f"is_{one}": says(rows.status, rules, one) for one in ("cql", "pql") if one in known
    }
    later: list[ir.BooleanValue] = []
    for stage in reversed(STAGES):
        later = [*later, *evidence[stage]]
        if evidence[stage]:
            columns[f"reached_{stage}"] = ibis.or_(*later)
    days = [day_of(rows[name]) for name in ("converted_date", "won_day") if name in rows.columns]
    if days:
        columns["customer_day"] = ibis.coalesce(*days) if len(days) > 1 else days[0]
    dressed = rows.mutate(**columns) if columns else rows
    return dressed.drop(*(name for name in ("is_won", "won_day") if name in dressed.columns))


def _with_own_day(leads: ir.Table) -> ir.Table:
    """Leads whose ``opportunity_day`` is the one that they name themselves, else that of their first deal."""
    if "opportunity_date" not in leads.columns:
        return leads
    day = day_of(leads.opportunity_date)
    of_deals = [leads.opportunity_day] if "opportunity_day" in leads.columns else []
    return leads.mutate(opportunity_day=ibis.coalesce(day, *of_deals))


def _with_deals(leads: ir.Table, deals: ir.Table, rules: BusinessRules) -> ir.Table:
    """Leads with what their deals say: the day of the first, whether one was won, and when.

    A sheet of deals that names no stage lists those that were won: it has nothing but the day of their closing.
    """
    created = day_of(deals.created_date) if "created_date" in deals.columns else deals.day
    closed = day_of(deals.closed_date) if "closed_date" in deals.columns else deals.day
    won = says(deals.stage, rules, "won") if "stage" in deals.columns else closed.notnull()
    told = deals.group_by(of_=deals.lead_id).agg(
        opportunity_day=created.min(), is_won=won.any(), won_day=closed.min(where=won)
    )
    return leads.left_join(told.filter(told.of_.notnull()), leads.lead_id == told.of_).drop("of_")
