"""Makes facts: reads the typed tables by the rules, counts what is left out, writes what every answer needs."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeVar

from kpidesk.core.ids import new_id
from kpidesk.core.messages import Message
from kpidesk.core.progress import Progress
from kpidesk.facts.as_of import find_extent
from kpidesk.facts.attribute_values import PREFIX
from kpidesk.facts.beginnings import find_beginnings
from kpidesk.facts.codes import make_codes
from kpidesk.facts.counted_intervals import with_counted_intervals
from kpidesk.facts.currency import find_currencies
from kpidesk.facts.deal_amounts import note_unpriced_deals
from kpidesk.facts.derived import SOURCE_OF
from kpidesk.facts.descriptions import attribute_sources, note_changes
from kpidesk.facts.dressing import note_deals_apart, told_by_status
from kpidesk.facts.facts import Facts
from kpidesk.facts.fiscal_months import in_calendar_months
from kpidesk.facts.holes import Hole, find_holes
from kpidesk.facts.inputs import FactInput, FactRules
from kpidesk.facts.ledger import Ledger, make_ledger
from kpidesk.facts.making import Making
from kpidesk.facts.monthly import given_tables
from kpidesk.facts.named_subscriptions import with_named_subscriptions
from kpidesk.facts.order_ledger import ledger_of_orders
from kpidesk.facts.overlaps import without_overlaps
from kpidesk.facts.relations import Relations
from kpidesk.facts.rows import DAY_COLUMNS, RowPart, note_left_out, row_part
from kpidesk.facts.sales import sales
from kpidesk.facts.same_tables import drop_duplicates, without_copies
from kpidesk.facts.signups import FOLLOWED
from kpidesk.facts.spellings import with_one_spelling
from kpidesk.facts.survey_scores import note_scores
from kpidesk.facts.survivors import why_churn_is_hidden
from kpidesk.facts.tables import open_tables
from kpidesk.facts.told_days import told_days
from kpidesk.facts.usage_grain import usage_of
from kpidesk.store.database import Database

T = TypeVar("T")
_STEPS = 6
_GRAINS = ("day", "week", "month", "quarter", "year")


def build_facts(
    store: Database, inputs: Sequence[FactInput], rules: FactRules, as_of: date | None, progress: Progress
) -> Facts:
    """The facts of these tables.

    The movements of months are written at once, other relations on first use. Raises Cancelled when progress is
    cancelled; then nothing stays behind.
    """
    tables, unread = open_tables(store, inputs)
    tables, of_the_calendar = in_calendar_months(tables, rules.starts)
    making = Making(store, f"facts-{new_id()}", rules, tables, progress, findings=[*unread, *of_the_calendar])
    try:
        return _build(making, as_of)
    except BaseException:  # whatever stops it, half-made facts go before it is raised on
        making.discard()
        raise


def _build(making: Making, as_of: date | None) -> Facts:
    progress = making.progress
    progress.step(0, _STEPS)
    every, making.tables = making.tables, without_overlaps(making, without_copies(making))
    making.currencies = find_currencies(making.store, making.tables, making.rules, every)
    progress.step(1, _STEPS)
    extent = find_extent(making, as_of)
    making.as_of = None if extent is None else extent[1]
    making.tables = tuple(
        one if one.table == "subscriptions" else drop_duplicates(making, one) for one in making.tables
    )
    progress.step(2, _STEPS)
    making.tables = with_one_spelling(making)
    making.tables = with_counted_intervals(making)
    making.tables = told_by_status(making)
    making.usage = usage_of(making)
    codes = make_codes(making)
    making.tables = with_named_subscriptions(making)
    progress.step(3, _STEPS)
    ledger = None if codes is None else make_ledger(making, codes)
    if codes is not None:
        note_changes(making, codes, ledger.tables if ledger is not None and ledger.is_followed else ())
    progress.step(4, _STEPS)
    parts = _row_parts(making)
    note_scores(making)
    note_deals_apart(making)
    note_unpriced_deals(making)
    if ledger is None and codes is not None and not _is_snapshot(making, ledger):
        ledger = ledger_of_orders(making, codes, parts.get("orders", ()))
    relations = Relations(making, codes, ledger, parts)
    moves = relations.relation("moves_month", (), progress)
    progress.step(5, _STEPS)
    reason = None
    if ledger is not None and moves is not None and making.as_of is not None:
        reason = why_churn_is_hidden(making, ledger, moves, making.as_of)
    told = told_days(making)
    holes = find_holes(making, told)
    begins = find_beginnings(making, told, holes)
    return Facts(
        as_of=making.as_of,
        currency=making.currencies.base,
        findings=tuple(making.findings),
        extent=extent,
        is_snapshot=_is_snapshot(making, ledger),
        priced=ledger is not None and ledger.priced,
        churn_is_visible=reason is None,
        survivor_reason=reason,
        sources=_sources(making, ledger, parts),
        notes=_notes(making, parts),
        relations=relations,
        words=making.rules.business.words,
        assumptions={
            **making.rules.business.assumptions,
            "active_window_days": float(making.rules.active_window_days),
        },
        starts=making.rules.starts,
        usage=making.usage,
        holes=_with_derived(holes, parts) | _of_the_ledger(holes, ledger),
        begins=_with_derived(begins, parts),
    )


def _row_parts(making: Making) -> Mapping[str, tuple[RowPart, ...]]:
    """The judged rows of each row table, and findings for what they leave out."""
    parts = {name: tuple(row_part(making, one) for one in making.of(name)) for name in DAY_COLUMNS}
    for listed in parts.values():
        note_left_out(making, listed)
    return {name: listed for name, listed in parts.items() if listed}


def _is_snapshot(making: Making, ledger: Ledger | None) -> bool:
    """True where customers are known with a flag or a tenure, and nothing tells of paid time."""
    flagged = any(one.has("churn_flag") or one.has("tenure_months") for one in making.of("customers"))
    return flagged and ledger is None


def _notes(making: Making, parts: Mapping[str, tuple[RowPart, ...]]) -> Mapping[str, tuple[Message, ...]]:
    """What belongs beside every number made of each relation."""
    noted = dict(making.notes)
    noted |= dict.fromkeys(("turnover", *(f"moves_{grain}" for grain in _GRAINS)), noted.get("periods", ()))
    sales = noted.get("invoices" if parts.get("invoices") else "orders", ())
    noted |= {"revenue": sales, "refunds": sales}
    return {name: messages for name, messages in noted.items() if messages}


def _with_derived(told: Mapping[str, T], parts: Mapping[str, tuple[RowPart, ...]]) -> dict[str, T]:
    """What is known of row tables, also of the relations that are made of their rows."""
    found = {**told, **{name: told[source] for name, source in SOURCE_OF.items() if source in told}}
    sold = sales(parts).name
    return {**found, **dict.fromkeys(("revenue", "refunds"), found[sold])} if sold in found else found


def _of_the_ledger(holes: Mapping[str, Hole], ledger: Ledger | None) -> dict[str, Hole]:
    """The hole of movements and customers: that of the orders of which they are made."""
    if ledger is None or not ledger.is_of_orders or "orders" not in holes:
        return {}
    return dict.fromkeys(("moves", "turnover", "customers"), holes["orders"])


def _sources(
    making: Making, ledger: Ledger | None, parts: Mapping[str, tuple[RowPart, ...]]
) -> Mapping[str, tuple[str, ...]]:
    """The files behind each relation, and behind columns (``signups.activated``) that other sheets tell."""
    behind = {name: tuple(part.table.input.source for part in listed) for name, listed in parts.items()}
    paid = () if ledger is None else tuple(dict.fromkeys(one.input.source for one in ledger.tables))
    if paid:
        behind |= dict.fromkeys(("periods", "turnover", *(f"moves_{grain}" for grain in _GRAINS)), paid)
    described = tuple(one.input.source for one in making.of("customers"))
    behind["customers"] = described or paid
    behind["monthly"] = tuple(one.input.source for one in given_tables(making))
    behind |= {name: behind[source] for name, source in SOURCE_OF.items() if source in behind}
    dated = tuple(one.input.source for one in making.of("customers") if one.has("customer_id", "signup_date"))
    behind["signups"] = dated or behind.get("events", ())
    behind |= {f"signups.{name}": behind.get("events", ()) for name in FOLLOWED}
    behind |= {"signups.pays": paid, "signups.refers": behind.get("referrals", ())}
    behind |= {"customers.first_start": paid, "customers.last_end": paid}
    for one, names in attribute_sources(making):
        for name in names:
            key = f"customers.{PREFIX}{name}"
            behind[key] = tuple(dict.fromkeys((*behind.get(key, ()), one.input.source)))
    sales = behind.get("invoices") or behind.get("orders") or ()
    behind |= {"revenue": sales, "refunds": sales}
    return {name: files for name, files in behind.items() if files}
