"""Sources of one KPI side by side: by period how far they are apart, and by cause why."""

from kpidesk.analysis.reconciliation import Why
from kpidesk.core.formatting import Style, format_change, format_period, format_value
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.qt.translation import render
from kpidesk.qt.widgets.table_model import Cell, Column, TableView
from kpidesk.session.reconciling import Reconciled

_WAYS = {
    "subscriptions": Message(QT_TRANSLATE_NOOP("proof", "Subscriptions")),
    "customers": Message(QT_TRANSLATE_NOOP("proof", "Customers")),
    "invoices": Message(QT_TRANSLATE_NOOP("proof", "Invoices")),
    "orders": Message(QT_TRANSLATE_NOOP("proof", "Orders")),
    "monthly_metrics": Message(QT_TRANSLATE_NOOP("proof", "Monthly sheet")),
}
_HEADS = {
    "period": Message(QT_TRANSLATE_NOOP("proof", "Period")),
    "difference": Message(QT_TRANSLATE_NOOP("proof", "Difference")),
    "share": Message(QT_TRANSLATE_NOOP("proof", "Difference, %")),
    "why": Message(QT_TRANSLATE_NOOP("proof", "Why")),
    "customers": Message(QT_TRANSLATE_NOOP("proof", "Customers")),
    "such as": Message(QT_TRANSLATE_NOOP("proof", "Such as")),
}
_WHY = {
    Why.ONLY_FIRST: QT_TRANSLATE_NOOP("proof", "Customers that only “{first}” has"),
    Why.ONLY_SECOND: QT_TRANSLATE_NOOP("proof", "Customers that only “{second}” has"),
    Why.TIMING: QT_TRANSLATE_NOOP("proof", "The same amount a month apart"),
    Why.AMOUNT: QT_TRANSLATE_NOOP("proof", "Customers of both, other amounts"),
}


def way_name(way: str) -> str:
    """What the reader calls a kind of table."""
    return render(_WAYS[way]) if way in _WAYS else way


def gap_table(found: Reconciled, catalogue: Catalogue, style: Style) -> TableView:
    """A line a period, the latest first; differences that are too large to be left unsaid in amber."""
    kind, exact = catalogue.get(found.kpi).unit.kind, style.exact()
    columns = (
        Column(render(_HEADS["period"])),
        Column(way_name(found.first.way), is_number=True),
        Column(way_name(found.second.way), is_number=True),
        Column(render(_HEADS["difference"]), is_number=True),
        Column(render(_HEADS["share"]), is_number=True),
    )
    lines = []
    for gap in reversed(found.gaps):
        share = "" if gap.share is None else format_value(gap.share, "share", style.with_sign())
        tone = "warn" if gap.is_beyond else "ink2"
        lines.append(
            (
                Cell(format_period(gap.period, style), order=float(gap.period.index)),
                Cell(format_value(gap.first, kind, exact), order=gap.first),
                Cell(format_value(gap.second, kind, exact), order=gap.second),
                Cell(format_change(gap.difference, kind, exact), tone, order=gap.difference),
                Cell(share if gap.difference else "", tone, order=gap.share),
            )
        )
    return TableView(columns, tuple(lines))


def cause_table(found: Reconciled, catalogue: Catalogue, style: Style) -> TableView:
    """Why the months that are furthest apart differ; the amounts of a month sum to its difference."""
    kind, exact = catalogue.get(found.kpi).unit.kind, style.exact()
    names = {"first": way_name(found.first.way), "second": way_name(found.second.way)}
    heads = (("period", False), ("why", False), ("difference", True), ("customers", True), ("such as", False))
    columns = tuple(Column(render(_HEADS[name]), is_number=is_number, widest=420) for name, is_number in heads)
    lines = []
    for period, causes in found.causes:
        for cause in causes:
            who = ", ".join(cause.samples)
            lines.append(
                (
                    Cell(format_period(period, style)),
                    Cell(render(Message(_WHY[cause.why], **names))),
                    Cell(format_change(cause.cents / 100, kind, exact)),
                    Cell(format_value(float(cause.customers), "count", exact)),
                    Cell(who, "ink2", tip=who),
                )
            )
    return TableView(columns, tuple(lines), is_sortable=False)
