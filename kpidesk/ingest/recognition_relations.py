"""What columns say about each other: which of several amounts was received, quantity times price, keys."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kpidesk.core.messages import Message
from kpidesk.ingest import recognition_evidence as evidence
from kpidesk.ingest.item_prices import settle_item_prices
from kpidesk.ingest.layout import Region
from kpidesk.ingest.mapping import ColumnMapping
from kpidesk.ingest.mapping import Mapping as TableMapping
from kpidesk.ingest.profile import ColumnProfile
from kpidesk.ingest.recognition_assignment import Scores
from kpidesk.ingest.recognition_cents import divide_cents
from kpidesk.ingest.recognition_keys import key_of_customer, key_of_names, key_of_product
from kpidesk.ingest.recognition_months import body_rows
from kpidesk.ingest.recognition_order import confirm_order
from kpidesk.ingest.recognition_product import confirm_product, price_of_line
from kpidesk.ingest.recognition_scale import settle_scale
from kpidesk.ingest.recognition_sums import invoiced_amount, paid_amount
from kpidesk.ingest.recognition_terms import settle_ends, settle_starts
from kpidesk.ingest.recognition_trials import has_losses
from kpidesk.schema.model import ColumnType
from kpidesk.schema.vocabulary import Vocabulary

_AMOUNTS = ("invoices", "orders")
_OWN_DATES = {
    "invoices": "invoice_date",
    "orders": "order_date",
    "spend": "date",
    "web_traffic": "date",
    "leads": "created_date",
    "surveys": "response_date",
    "tickets": "created_date",
    "events": "event_time",
    "social": "date",
    "email": "send_date",
    "referrals": "invited_date",
}
_NUMERIC = (ColumnType.MONEY, ColumnType.NUMBER)
_LOOKED_AT = 200
_RECEIVED = frozenset(
    [
        "net",
        "final",
        "paid",
        "actual",
        "received",
        "converted",
        "settled",
        "collected",
        "after",
        "netto",
        "neto",
        "实",
        "净",
        "后",
        "到",
    ]
)
_BEFORE = frozenset(["gross", "original", "list", "before", "brutto", "bruto", "lordo", "due", "原", "应", "前", "总"])
_NET = frozenset(("net", "netto", "nettobetrag", "neto", "subtotal", "ht", "imponible", "imponibile", "excl", "净"))
_REFUND, _REFUNDED = "refund_amount", frozenset(("refund", "refunded", "refunds"))
_CONVERTED = frozenset(("converted", "settlement", "settled", "base"))


def refine(
    mapping: TableMapping,
    region: Region,
    columns: Sequence[ColumnProfile],
    scores: Scores,
    no_role: Sequence[float],
    vocabulary: Vocabulary,
) -> TableMapping:
    """The mapping with the choice among amounts settled and what columns say about each other as evidence."""
    mapping = _give_only_date(mapping, columns, no_role)
    if mapping.table in _AMOUNTS:
        mapping = _without_tax(_settle_amounts(mapping, region, columns, scores, vocabulary), vocabulary)
        mapping = key_of_names(mapping, columns, scores)
    if mapping.table == "orders":
        mapping = key_of_customer(key_of_product(mapping, region), region, scores)
        mapping = settle_item_prices(_price_alone(mapping), region, vocabulary)
        mapping = price_of_line(confirm_product(mapping, region), region)
    if mapping.table == "subscriptions":
        mapping = _signed_amounts(mapping, columns, scores)
    if mapping.table in ("customers", "subscriptions"):
        mapping = settle_starts(mapping, columns, scores, vocabulary)
        mapping = settle_ends(mapping, columns, scores, vocabulary)
        mapping = _drop_echo(mapping, region)
    mapping = settle_scale(mapping, columns, vocabulary)
    return confirm_order(divide_cents(mapping, columns), region)


def _give_only_date(mapping: TableMapping, columns: Sequence[ColumnProfile], no_role: Sequence[float]) -> TableMapping:
    """Where the table's own date was not found by its name, the only date there is."""
    role = _OWN_DATES.get(mapping.table)
    if role is None or mapping.column(role) is not None:
        return mapping
    dates = [n for n, c in enumerate(columns) if c.type is ColumnType.DATE and c.filled > 0.5]
    free = [n for n in dates if mapping.columns[n].role is None and no_role[n] < 0.6]
    if len(dates) != 1 or len(free) != 1:
        return mapping
    return _with_roles(mapping, {free[0]: role}, {free[0]: evidence.only_date()}, {(free[0], role): 0.6})


def _settle_amounts(
    mapping: TableMapping,
    region: Region,
    columns: Sequence[ColumnProfile],
    scores: Scores,
    vocabulary: Vocabulary,
) -> TableMapping:
    """Of several columns that could be the amount, the one that is the money received, in one currency if possible."""
    free = (None, "amount", "gross_amount")
    near = {n: s for (n, role), s in scores.items() if role == "amount" and columns[n].type in _NUMERIC}
    near = {n: s for n, s in near.items() if mapping.columns[n].role in free}
    candidates = [n for n, s in near.items() if s >= 0.62]
    given = {c.role for c in mapping.columns if c.role}
    amounts = [n for n, c in enumerate(mapping.columns) if n in near or c.role in ("amount", "gross_amount")]
    if settled := invoiced_amount(mapping, region, amounts) or paid_amount(mapping, region, amounts):
        paid = next(n for n, role in settled.items() if role == "amount")
        others = [n for n in amounts if n in candidates or n in settled or mapping.columns[n].role is not None]
        because = evidence.received([columns[n].header for n in others if n != paid])
        return _with_roles(mapping, {**dict.fromkeys(others), **settled}, {paid: because}, scores)
    if len(candidates) < 2:
        return mapping
    tokens = {n: frozenset(vocabulary.tokens(columns[n].header)) for n in candidates}
    chosen = max(candidates, key=lambda n: (_receivedness(tokens[n]), scores[n, "amount"], -n))
    before = mapping.column("amount")
    if _receivedness(tokens[chosen]) <= 0 and before is not None:
        chosen = (
            next(n for n in candidates if mapping.columns[n] is before)
            if before in _at(mapping, candidates)
            else chosen
        )
    others = [n for n in candidates if n != chosen]
    because = evidence.received([columns[n].header for n in others])
    roles: dict[int, str | None] = {chosen: "amount"}
    if "gross_amount" not in given or any(mapping.columns[n].role == "gross_amount" for n in candidates):
        first = max(others, key=lambda n: (_is_gross(tokens[n]), scores[n, "amount"], -n))
        roles |= {n: "gross_amount" if n == first else None for n in others}
    if tokens[chosen] & _CONVERTED:
        currency, why = _converted_currency(columns, vocabulary)
        if currency is not None:
            roles |= {n: None for n, c in enumerate(mapping.columns) if c.role == "currency"} | {currency: "currency"}
            because = why
        refund = _converted_refund(columns, vocabulary)
        if refund is not None:
            roles |= {n: None for n, c in enumerate(mapping.columns) if c.role == _REFUND} | {refund: _REFUND}
    return _with_roles(mapping, roles, {chosen: because}, scores)


def _at(mapping: TableMapping, numbers: Sequence[int]) -> list[ColumnMapping]:
    return [mapping.columns[n] for n in numbers]


def _receivedness(tokens: frozenset[str]) -> int:
    return 2 * len(tokens & _RECEIVED) - 2 * len(tokens & _BEFORE)


def _is_gross(tokens: frozenset[str]) -> bool:
    return bool(tokens & _BEFORE)


def _converted_currency(columns: Sequence[ColumnProfile], vocabulary: Vocabulary) -> tuple[int | None, Message]:
    """The column that holds the one currency of the converted amounts."""
    for number, column in enumerate(columns):
        tokens = frozenset(vocabulary.tokens(column.header))
        if "currency" in tokens and tokens & _CONVERTED and column.type in (ColumnType.TEXT, ColumnType.ID):
            return number, evidence.one_currency(next(iter(column.words or column.samples), "").upper())
    return None, evidence.one_currency("")


def _converted_refund(columns: Sequence[ColumnProfile], vocabulary: Vocabulary) -> int | None:
    """The column that holds what went back in the currency of the converted amounts."""
    for number, column in enumerate(columns):
        tokens = frozenset(vocabulary.tokens(column.header))
        if tokens & _CONVERTED and tokens & _REFUNDED and column.type in _NUMERIC:
            return number
    return None


def _with_roles(
    mapping: TableMapping, roles: Mapping[int, str | None], because: Mapping[int, Message], scores: Scores
) -> TableMapping:
    columns = list(mapping.columns)
    for number, role in roles.items():
        column = columns[number]
        reasons = (because[number], *column.evidence) if number in because else column.evidence
        sure = round(min(0.95, max(column.confidence, scores.get((number, role or ""), 0.6))), 2)
        columns[number] = replace(column, role=role, is_attribute=role is None, evidence=reasons, confidence=sure)
    return replace(mapping, columns=tuple(columns))


def _price_alone(mapping: TableMapping) -> TableMapping:
    """A line with a price and neither quantity nor amount was sold once, for that price."""
    price = mapping.column("unit_price")
    if price is None or mapping.roles & {"amount", "quantity"}:
        return mapping
    columns = tuple(
        replace(c, role="amount", evidence=(evidence.price_alone(), *c.evidence)) if c is price else c
        for c in mapping.columns
    )
    return replace(mapping, columns=columns)


def _without_tax(mapping: TableMapping, vocabulary: Vocabulary) -> TableMapping:
    """Where the amount is net by its name, the tax beside it is no part of it: it must not be taken off again."""
    amount, tax = mapping.column("amount"), mapping.column("tax")
    if amount is None or tax is None or not frozenset(vocabulary.tokens(amount.header)) & _NET:
        return mapping
    columns = tuple(
        replace(c, role=None, is_attribute=True, evidence=(evidence.net_already(amount.header), *c.evidence))
        if c is tax
        else c
        for c in mapping.columns
    )
    return replace(mapping, columns=columns)


def _signed_amounts(mapping: TableMapping, columns: Sequence[ColumnProfile], scores: Scores) -> TableMapping:
    """Beside the kinds of movements, amounts of which some are below zero are the changes."""
    place = {column.role: n for n, column in enumerate(mapping.columns) if column.role is not None}
    if "movement_type" not in place or "amount" not in place or "mrr_change" in place:
        return mapping
    if not has_losses(columns[place["amount"]]):
        return mapping
    return _with_roles(mapping, {place["amount"]: "mrr_change"}, {}, scores)


def _drop_echo(mapping: TableMapping, region: Region) -> TableMapping:
    """A churn flag that only repeats whether there is an end date adds nothing: it stays an attribute."""
    flag, end = mapping.column("churn_flag"), mapping.column("cancel_date")
    if flag is None or end is None:
        return mapping
    rows = [cells for _, cells in body_rows(region, 5 * _LOOKED_AT)]
    ended = [bool(_cell(cells, end.index)) for cells in rows]
    marks = [_cell(cells, flag.index).casefold() for cells in rows]
    if not any(ended) or all(ended):
        return mapping
    pairs = set(zip(marks, ended, strict=True))
    if len(pairs) > len({mark for mark, _ in pairs}):
        return mapping
    because = evidence.echoes(end.header)
    columns = tuple(
        replace(c, role=None, is_attribute=True, evidence=(because, *c.evidence)) if c is flag else c
        for c in mapping.columns
    )
    return replace(mapping, columns=columns)


def _cell(cells: Sequence[str], index: int) -> str:
    return cells[index].strip() if index < len(cells) else ""
