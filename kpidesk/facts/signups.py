"""Sign-ups and what became of them: when the user was first active, whether in time, still later, PQL or not.

Where events were recorded from some day on, what became of who signed up before is not known: neither yes nor no.
"""

from collections.abc import Mapping
from datetime import date, timedelta

import ibis
import ibis.expr.types as ir
from ibis import _

from kpidesk.facts.expressions import day_of, later_by
from kpidesk.facts.visits import active_events, says
from kpidesk.schema.business_rules import RETAINED_DAYS, BusinessRules

FOLLOWED: Mapping[str, int] = {
    "first_active": 0, "days_to_active": 0, "activated": 0, "pql_day": 0, "retained": RETAINED_DAYS,
}  # fmt: skip
"""What events tell of a sign-up, and how many days after it they are looked at first."""


def known_since(column: str, late_since: date) -> date:
    """From which sign-ups on a column of FOLLOWED is known, where events were recorded from that day on."""
    return late_since - timedelta(days=FOLLOWED[column])


def signups_of_events(events: ir.Table, rules: BusinessRules) -> ir.Table:
    """Columns c, day, src, row_no of the first sign-up event of each user."""
    named = events.filter(says(events.event_name, rules, "signup") & events.c.notnull())
    return named.group_by("c").agg(day=day_of(named.event_time).min(), src=_.src.min(), row_no=_.row_no.min())


def followed(signups: ir.Table, events: ir.Table, rules: BusinessRules, late_since: date | None = None) -> ir.Table:
    """The sign-ups with first_active, days_to_active, activated, retained and, where events have names, pql_day.

    All are null where ``late_since``, the first day of events that begin late, leaves them unknown.
    """
    active = active_events(events, rules)
    days = active.select(c_=active.c, on=day_of(active.event_time)).distinct()
    joined = signups.join(days, [signups.c == days.c_, days.on >= signups.day])
    firsts = joined.group_by(c_=joined.c).agg(first_active=joined.on.min(), last_active=joined.on.max())
    wide = signups.left_join(firsts, signups.c == firsts.c_).drop("c_")
    waited = wide.first_active.delta(wide.day, unit="day").cast("float64")
    stayed = wide.last_active.delta(wide.day, unit="day") >= RETAINED_DAYS
    wide = wide.mutate(
        days_to_active=waited,
        activated=(waited <= rules.activation_days).fill_null(False),
        retained=stayed.fill_null(False),
    ).drop("last_active")
    if "event_name" in events.columns:
        qualified = _qualified(signups, events, rules)
        wide = wide.left_join(qualified, wide.c == qualified.c_).drop("c_")
    if late_since is None:
        return wide
    known = {name: wide.day >= known_since(name, late_since) for name in FOLLOWED if name in wide.columns}
    return wide.mutate(**{name: ibis.ifelse(is_known, wide[name], ibis.null()) for name, is_known in known.items()})


def _qualified(signups: ir.Table, events: ir.Table, rules: BusinessRules) -> ir.Table:
    """Columns c_ and pql_day, of the users who met the rule: the day on which both of its counts were reached."""
    rule = rules.product_qualified
    used = events.filter(~says(events.event_name, rules, "system", "signup") & events.event_name.notnull())
    used = used.select(c_=used.c, on=day_of(used.event_time), feature=used.event_name)
    joined = used.join(signups.select("c", "day"), used.c_ == signups.c)
    within = joined.filter((joined.on >= joined.day) & (joined.on <= later_by(joined.day, days=rule.within_days)))
    features = within.group_by("c_", "feature").agg(on=_.on.min())
    nth = ibis.row_number().over(ibis.window(group_by="c_", order_by=["on", "feature"]))
    enough = features.mutate(nth=nth).filter(_.nth == rule.features - 1).select("c_", by_feature="on")
    days = within.select("c_", "on").distinct()
    nth = ibis.row_number().over(ibis.window(group_by="c_", order_by="on"))
    often = days.mutate(nth=nth).filter(_.nth == rule.days - 1).select(d_="c_", by_day="on")
    both = enough.join(often, enough.c_ == often.d_)
    return both.select("c_", pql_day=ibis.greatest(both.by_feature, both.by_day))
