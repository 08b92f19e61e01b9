"""Visits to a site or product from single events, and the events that make their users active.

Events that name their session are of one visit; others are as long as no silence between two of a user is longer than
the workspace says (30 minutes). So a user whose events have days alone makes one visit a day.
"""

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir
from ibis import _

from kpidesk.facts.expressions import day_of
from kpidesk.facts.words import in_conditions
from kpidesk.schema.business_rules import BusinessRules

_VISIT = "visit"


def visits(events: ir.Table, rules: BusinessRules, own: Sequence[str]) -> ir.Table:
    """One row a visit: c, day, started, seconds, pages, nth of its visitor, is_conversion, src, row_no, attributes.

    ``seconds`` are the events' own durations, else the time from the first to the last; ``is_conversion`` marks the
    visit in which a visitor first converts. Columns that events say nothing of are not there.
    """
    moment = events.event_time.cast("timestamp")
    rows = _numbered(events.mutate(moment=moment).filter(moment.notnull()), rules)
    columns: dict[str, ir.Value] = {
        "started": rows.moment.min(),
        "src": rows.src.min(),
        "row_no": rows.row_no.min(),
    }
    seconds = _seconds(events, rows)
    if seconds is not None:
        columns["seconds"] = seconds
    pages = _pages(rows, rules)
    if pages is not None:
        columns["pages"] = pages
    if "event_name" in events.columns:
        columns["converted"] = says(rows.event_name, rules, "conversion").any()
    columns |= {name: rows[name].argmin(rows.moment) for name in own}
    found = rows.group_by("c", _VISIT).agg(**columns)
    in_order = ibis.window(group_by="c", order_by=["started", _VISIT])
    numbered = found.mutate(day=found.started.cast("date"), nth=ibis.row_number().over(in_order) + 1)
    if "converted" not in columns:
        return numbered.drop(_VISIT)
    so_far = (
        numbered.converted.cast("int64").sum().over(ibis.cumulative_window(group_by="c", order_by=["started", _VISIT]))
    )
    return numbered.mutate(is_conversion=numbered.converted & (so_far == 1)).drop(_VISIT, "converted")


def active_events(events: ir.Table, rules: BusinessRules) -> ir.Table:
    """The events of users on days on which they were active, by the workspace's rule."""
    rule = rules.active
    if rule.is_any_event or ("event_name" not in events.columns and rule.at_least <= 1):
        return events
    counted = events
    plain = None
    if rule.events and "event_name" in events.columns:
        plain = _plain(events.event_name)
        counted = events.filter(plain.isin([in_conditions(name) for name in rule.events]))
    day = day_of(counted.event_time)
    days = counted.group_by(c_=counted.c, day_=day).agg(
        n=_.count(), kinds=_.event_name.nunique() if plain is not None else ibis.literal(1)
    )
    wanted = days.filter(days.n >= rule.at_least)
    if rule.needs_all and plain is not None:
        wanted = wanted.filter(wanted.kinds >= len(set(rule.events)))
    return counted.semi_join(wanted, [counted.c == wanted.c_, day == wanted.day_])


def says(column: ir.StringValue, rules: BusinessRules, *groups: str) -> ir.BooleanValue:
    """True where the text is a word of these groups."""
    words = [word for group in groups for word in rules.words.get(group, ())]
    return _plain(column).isin(words).fill_null(False) if words else ibis.literal(False)


def _numbered(rows: ir.Table, rules: BusinessRules) -> ir.Table:
    """The rows with the visit that each belongs to."""
    if "session_id" in rows.columns:
        alone = rows.moment.cast("date").cast("string")
        return rows.mutate(**{_VISIT: rows.session_id.cast("string").fill_null(alone)})
    in_order = ibis.window(group_by="c", order_by=["moment", "row_no"])
    silence = rows.moment.epoch_seconds() - rows.moment.lag().over(in_order).epoch_seconds()
    first = (silence.isnull() | (silence > rules.session_gap_minutes * 60)).cast("int64")
    marked = rows.mutate(first_=first)
    so_far = ibis.cumulative_window(group_by="c", order_by=["moment", "row_no"])
    return marked.mutate(**{_VISIT: marked.first_.sum().over(so_far)}).drop("first_")


def _seconds(events: ir.Table, rows: ir.Table) -> ir.Value | None:
    if "duration" in events.columns:
        return rows.duration.cast("float64").sum()
    if not events.event_time.type().is_timestamp():
        return None
    return (rows.moment.max().epoch_seconds() - rows.moment.min().epoch_seconds()).cast("float64")


def _pages(rows: ir.Table, rules: BusinessRules) -> ir.Value | None:
    if "page" in rows.columns:
        return rows.page.count()
    if "event_name" in rows.columns:
        return says(rows.event_name, rules, "pageview").cast("float64").sum().nullif(0.0)
    return None


def _plain(column: ir.StringValue) -> ir.StringValue:
    return column.strip().lower().replace("_", " ").replace("-", " ")
