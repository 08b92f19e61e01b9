"""Orders as charts and tables: the mix, the groups of buyers, and the square of recency and frequency."""

from kpidesk.analysis.orders import AOV, ORDERS, REVENUE, MixRow, OrderStudy
from kpidesk.analysis.rfm import FIFTHS, GROUPS, Rfm, RfmGroup
from kpidesk.charts.figure import Column, Datum, Figure, Table, Text
from kpidesk.charts.kinds.heatmap import HeatView, build_heatmap
from kpidesk.charts.labels import data_to
from kpidesk.charts.spec import FigureOptions
from kpidesk.core.formatting import Style
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.facts.facts import NO_ATTRIBUTE_VALUE
from kpidesk.metrics.catalogue import Catalogue

_TEXTS = {
    "share": Message(QT_TRANSLATE_NOOP("charts", "Share")),
    "total": Message(QT_TRANSLATE_NOOP("charts", "Total")),
    "unknown": Message(QT_TRANSLATE_NOOP("charts", "not said")),
    "group": Message(QT_TRANSLATE_NOOP("orders", "Buyers")),
    "buyers": Message(QT_TRANSLATE_NOOP("orders", "How many")),
    "days": Message(QT_TRANSLATE_NOOP("orders", "Days since last")),
    "orders": Message(QT_TRANSLATE_NOOP("orders", "Order days")),
    "paid": Message(QT_TRANSLATE_NOOP("orders", "Paid")),
    "expected": Message(QT_TRANSLATE_NOOP("orders", "Next 12 months")),
}
RFM_NOTE = Message(
    QT_TRANSLATE_NOOP(
        "orders", "Fifths of all buyers by recency and frequency (Hughes 1994); equal buyers score the same"
    )
)
PAID_NOTE = Message(QT_TRANSLATE_NOOP("orders", "Paid: before refunds of parts"))
EXPECTED_NOTE = Message(QT_TRANSLATE_NOOP("orders", "Next 12 months: expected by BG/NBD with Gamma-Gamma"))


def mix_table(study: OrderStudy, by: str, catalogue: Catalogue, style: Style) -> Table:
    """Revenue, its share, orders and their mean value by part, the total last."""
    labels = {name: catalogue.get(name).label(style.language) for name in (REVENUE, ORDERS, AOV)}
    columns = (
        Column(by, role="label"),
        Column(labels[REVENUE], "money"),
        Column(_TEXTS["share"], "share"),
        Column(labels[ORDERS], "count"),
        Column(labels[AOV], "money"),
    )
    rows: tuple[tuple[Datum, ...], ...] = tuple(
        (_name(row), row.revenue, row.share, row.orders, row.aov) for row in study.mix
    )
    return Table(columns, rows, style)


def _name(row: MixRow) -> Text:
    if row.name is None:
        return _TEXTS["total"]
    return _TEXTS["unknown"] if row.name == NO_ATTRIBUTE_VALUE else row.name


def rfm_table(rfm: Rfm, style: Style) -> Table:
    """The groups from the best to the last, the total at the end."""
    has_expected = rfm.total.expected == rfm.total.expected
    columns = [
        Column(_TEXTS["group"], role="label"),
        Column(_TEXTS["buyers"], "count"),
        Column(_TEXTS["share"], "share"),
        Column(_TEXTS["days"], "number"),
        Column(_TEXTS["orders"], "number"),
        Column(_TEXTS["paid"], "money"),
        *([Column(_TEXTS["expected"], "money")] if has_expected else []),
    ]

    def line(each: RfmGroup) -> tuple[Datum, ...]:
        name: Text = GROUPS[each.name] if each.name else _TEXTS["total"]
        share = each.buyers / rfm.total.buyers
        numbers = (float(each.buyers), share, each.days, each.orders, each.cents / 100)
        return (name, *numbers, *((each.expected / 100,) if has_expected else ()))

    return Table(tuple(columns), (*(line(each) for each in rfm.groups), line(rfm.total)), style)


def build_rfm_square(rfm: Rfm, style: Style, options: FigureOptions) -> Figure:
    """Recency down, the latest on top, frequency across: how many buyers."""
    down = tuple(Message(QT_TRANSLATE_NOOP("orders", "Recency {score}"), score=str(n)) for n in range(FIFTHS, 0, -1))
    view = HeatView(
        down,
        tuple(str(score) for score in range(1, FIFTHS + 1)),
        rfm.square[::-1],
        "count",
        Message(QT_TRANSLATE_NOOP("orders", "Recency and frequency")),
        Message(QT_TRANSLATE_NOOP("orders", "frequency across")),
        low=0.0,
        footnote=(data_to(rfm.as_of, style),),
    )
    return build_heatmap(view, style, options)
