"""What a figure lacks as columns of sheets: of one that is not there those, too, that make it that sheet."""

from collections.abc import Container, Iterable

from kpidesk.facts.facts import Facts
from kpidesk.metrics.definitions import Measure
from kpidesk.schema.loader import load_schema
from kpidesk.schema.model import ColumnType

_SHEETS = {
    **dict.fromkeys(("moves", "turnover"), "subscriptions"),
    "renewals": "subscriptions",
    "revenue": "invoices",
    "visits": "events",
    "active_events": "events",
    "order_gaps": "orders",
    "signups": "events",
}
_HEADERS = {
    "c": "customer_id",
    "day": "date",
    "t": "start_date",
    "signup_day": "signup_date",
    "first_start": "start_date",
    "last_end": "cancel_date",
    "is_conversion": "event_name",
    "pql_day": "event_name",
    "activated": "event_time",
    "retained": "event_time",
    "days_to_active": "event_time",
    "users_of_day": "event_time",
    "users_of_month": "event_time",
    "pages": "page",
    "seconds": "duration",
    "cents": "mrr",
    "renewed_cents": "mrr",
    "first_response_business_hours": "first_response_date",
    "resolution_business_hours": "resolved_date",
    "is_won": "stage",
    "is_satisfied": "csat_score",
    "reached_mql": "status",
    "reached_sql": "status",
    "reached_opportunity": "opportunity_date",
    "reached_customer": "status",
    "is_cql": "status",
    "is_pql": "status",
    "opportunity_day": "lead_id",
    "customer_day": "converted_date",
}
"""What derived relations and columns are made from, as the schema calls it."""
_RELATIONS = {"monthly_metrics": "monthly"}


def column_text(measure: Measure, column: str) -> str:
    """A column of the relation of a measure as ``table.column`` that somebody could import."""
    table = _SHEETS.get(measure.relation, measure.relation)
    column = _HEADERS.get(column, column)
    if column.startswith("a_"):
        return f"{'customers' if measure.relation == 'moves' else table}.{column[2:]}"
    return f"{table}.{column}"


def of_absent(measure: Measure, said: tuple[str, ...]) -> tuple[str, ...]:
    """What to bring where the sheet of a measure is not there: what it reads, and the least that makes it that sheet.

    Likes need a date and likes, not impressions. ``said`` is what would have to be there for any figure of the sheet;
    it stands where others than the columns of a sheet are read (movements), and of equal ways.
    """
    table = load_schema().tables.get(measure.relation)
    if table is None:
        return said
    conditions = [each.column for each in (*measure.where, *measure.less) if each.operator not in ("!=", "not in")]
    read = (column_text(measure, name) for name in (measure.of, measure.since, measure.weight, *conditions) if name)
    own = [column for column in read if column.partition(".")[2] in table.roles]
    ways = [tuple(f"{measure.relation}.{role}" for role in each) for each in table.needs]
    least = min(
        ways,
        key=lambda way: (not any(map(_is_date, way)), len({*way, *own}), -len({*way} & {*said})),
        default=said,
    )
    return tuple(dict.fromkeys((*least, *own)))


def with_their_sheets(columns: Iterable[str], facts: Facts, needs: Container[str]) -> tuple[str, ...]:
    """The columns; of a sheet that is not there at all with those without which it could not be read.

    What only one part of a formula brought to make the sheet goes again where those of another do: ``needs`` are the
    columns that the figure is about.
    """
    found: dict[str, None] = {}
    wanted = dict.fromkeys(columns)
    for column in wanted:
        table = column.partition(".")[0]
        others = [each for each in wanted if each.startswith(f"{table}.")]
        if not is_there(table, facts) and not makes_sheet(table, others):
            found.update(dict.fromkeys(facts.missing(_RELATIONS.get(table, table))))
        found[column] = None
    for column in [each for each in found if each not in needs and not _is_date(each)]:
        table = column.partition(".")[0]
        others = [each for each in found if each.startswith(f"{table}.") and each != column]
        if column in facts.missing(_RELATIONS.get(table, table)) and makes_sheet(table, others):
            del found[column]
    return tuple(found)


def is_there(table: str, facts: Facts) -> bool:
    """Whether anything of the sheet was imported."""
    return bool(facts.columns("periods" if table == "subscriptions" else _RELATIONS.get(table, table)))


def makes_sheet(table: str, columns: Iterable[str]) -> bool:
    """Whether these columns (``table.column``) are enough for a sheet to be read as this table."""
    known, there = load_schema().tables.get(table), set(columns)
    return known is not None and any({f"{table}.{role}" for role in each} <= there for each in known.needs)


def _is_date(column: str) -> bool:
    """A figure of a month asks for one, though a sheet can be read without."""
    table, _, role = column.partition(".")
    known = load_schema().tables.get(table)
    return known is not None and role in known.roles and known.roles[role].type is ColumnType.DATE
