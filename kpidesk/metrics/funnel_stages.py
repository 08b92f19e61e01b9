"""Which stages a company's funnel has, and the column that says of each whether and when somebody reached it."""

from collections.abc import Sequence
from dataclasses import dataclass

import ibis
import ibis.expr.types as ir

from kpidesk.facts.dressing import STAGES
from kpidesk.facts.expressions import day_of
from kpidesk.facts.facts import Facts
from kpidesk.metrics.aggregation import passes
from kpidesk.metrics.conditions import Condition


@dataclass(frozen=True, slots=True)
class Stage:
    """``reached`` is a column of flags (None: everybody in the relation), ``day`` that of the date, "" for none."""

    name: str
    reached: str | None
    day: str


@dataclass(frozen=True, slots=True)
class Flow:
    """The funnel of one relation; ``told`` are the columns that say who somebody is."""

    relation: str
    stages: tuple[Stage, ...]
    told: tuple[str, ...]
    has_visits: bool = False


_DAYS = {"mql": "mql_date", "sql": "sql_date", "opportunity": "opportunity_day", "customer": "customer_day"}
_LEAD = ("lead_id", "status", "created_date", "mql_date", "sql_date", "opportunity_day", "customer_day")
_DEAL = ("deal_id", "customer_id", "stage", "amount", "created_date", "closed_date")
_USER = ("customer_id", "day", "first_active", "pql_day")


def flow_of(facts: Facts) -> Flow | None:
    """The funnel that these facts can tell: of leads, else of deals, else of users who signed up; None for none."""
    leads = facts.columns("leads")
    visits = {"day", "sessions"} <= facts.columns("web_traffic")
    reached = [stage for stage in STAGES if f"reached_{stage}" in leads]
    if "day" in leads and reached:
        later = (Stage(name, f"reached_{name}", _DAYS[name] if _DAYS[name] in leads else "") for name in reached)
        return Flow("leads", (Stage("lead", None, "day"), *later), _LEAD, visits)
    deals = facts.columns("deals")
    if {"created_date", "stage"} <= deals:
        return Flow("deals", (Stage("opportunity", None, "day"), Stage("customer", "is_won", "won_day")), _DEAL)
    users = facts.columns("signups")
    if "day" not in users:
        return None
    stages = [Stage("signup", None, "day")]
    if "activated" in users:
        stages.append(Stage("activated", "activated", "first_active"))
    if "pays" in users:
        stages.append(Stage("customer", "pays", "first_start"))
    return Flow("signups", tuple(stages), _USER, visits) if len(stages) > 1 else None


def stage_rows(facts: Facts, flow: Flow, attributes: Sequence[str]) -> ir.Table:
    """The relation of a flow with the columns of its stages; ``day`` is that at the top."""
    rows = facts.relation(flow.relation, tuple(attributes))
    if rows is None:
        raise LookupError(flow.relation)
    if flow.relation == "deals":
        won = passes(rows, (Condition("stage", "says", ("won",)),), facts.words)
        closed = day_of(rows.closed_date) if "closed_date" in rows.columns else ibis.null("date")
        won = ibis.literal(False) if won is None else won
        won_day = ibis.ifelse(won, closed, ibis.null("date"))
        return rows.mutate(day=day_of(rows.created_date), is_won=won, won_day=won_day)
    if flow.relation == "signups" and any(stage.day == "first_start" for stage in flow.stages):
        customers = facts.relation("customers", ())
        if customers is not None:
            starts = customers.select("c", "first_start")
            return rows.left_join(starts, rows.c == starts.c).drop("c_right")
    return rows
