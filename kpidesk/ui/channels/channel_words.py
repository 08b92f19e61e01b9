"""The channel table as a table widget and as numbers, and its channels as bubbles."""

from kpidesk.analysis.channels import CHANNEL, ChannelRow, ChannelTable
from kpidesk.charts.figure import Column as NumberColumn
from kpidesk.charts.figure import Datum, Table
from kpidesk.charts.kinds.bubble import Bubble, BubbleView, Measured
from kpidesk.charts.palette import segment_inks
from kpidesk.core.decimals import in_one_column
from kpidesk.core.formatting import NO_VALUE, Style, format_value
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.qt.translation import render, words
from kpidesk.qt.widgets.table_model import Cell, Column, TableView

COST = MetricName("acquisition_cost")
_HEADS = {COST: Message(QT_TRANSLATE_NOOP("channels", "Cost"))}
"""Heads shorter than the names of their KPIs."""
_TEXTS = {
    "total": Message(QT_TRANSLATE_NOOP("channels", "Total")),
    "rest": Message(QT_TRANSLATE_NOOP("channels", "Not assigned")),
    CHANNEL: Message(QT_TRANSLATE_NOOP("channels", "Channel")),
    "campaign": Message(QT_TRANSLATE_NOOP("channels", "Campaign")),
    "ad_group": Message(QT_TRANSLATE_NOOP("channels", "Ad group")),
    "keyword": Message(QT_TRANSLATE_NOOP("channels", "Keyword")),
    "cost_type": Message(QT_TRANSLATE_NOOP("channels", "Kind of cost")),
}
_REST_TIP = Message(
    QT_TRANSLATE_NOOP("channels", "Cost that names no channel, and customers of unknown origin; part of the total")
)
_NO_VALUE_TIP = Message(QT_TRANSLATE_NOOP("channels", "Not known of this channel"))
_NO_COST_TIP = Message(QT_TRANSLATE_NOOP("channels", "Nothing was spent here: there is no cost to compare with"))
_OF_COST = frozenset(MetricName(name) for name in ("ltv_cac", "channel_roi", "roas", "cost_per_conversion"))
_RAYS = ((3.0, "LTV/CAC 3"), (1.0, "LTV/CAC 1"))
_CAC, _LTV, _VOLUME = MetricName("cac"), MetricName("ltv"), MetricName("new_customers")


def split_label(by: str) -> str:
    """The name of what the table is split by."""
    return render(_TEXTS[by]) if by in _TEXTS else by


def title_of(found: ChannelTable) -> Message:
    """What the table of channels tells: without a column of cost, only what they bring."""
    if COST in found.columns:
        return Message(QT_TRANSLATE_NOOP("channels", "What they cost, bring and pay back"))
    return Message(QT_TRANSLATE_NOOP("channels", "What they bring"))


def table_of(found: ChannelTable, catalogue: Catalogue, style: Style) -> tuple[TableView, Table]:
    """Figures of one form in each column, the exact ones as tips; what no channel names is last, then the total."""
    kinds = {name: catalogue.get(name).unit.kind for name in found.columns}
    heads = [
        render(_HEADS[name]) if name in _HEADS else catalogue.get(name).label(style.language) for name in found.columns
    ]

    every = [*found.rows, *([found.unassigned] if found.unassigned is not None else []), found.total]
    styles = {
        name: in_one_column([row.values.get(name) for row in every], kinds[name], style) for name in found.columns
    }

    def cells(row: ChannelRow, name: Cell) -> tuple[Cell, ...]:
        free = _OF_COST if row.values.get(COST) == 0 else frozenset[MetricName]()
        tips = {each: render(_NO_COST_TIP) for each in free}
        values = ((each, row.values.get(each)) for each in found.columns)
        return (name, *(_cell(value, kinds[e], styles[e], style, lack=tips.get(e, "")) for e, value in values))

    rows = [cells(row, Cell(row.name)) for row in found.rows]
    lines: list[tuple[Datum, ...]] = [(row.name, *_numbers(found, row)) for row in found.rows]
    if found.unassigned is not None:
        rest = Cell(words(_TEXTS["rest"]), "ink2", tip=words(_REST_TIP))
        rows.append(cells(found.unassigned, rest))
        lines.append((_TEXTS["rest"], *_numbers(found, found.unassigned)))
    lines.append((_TEXTS["total"], *_numbers(found, found.total)))
    columns = (
        Column(split_label(found.by), widest=220),
        *(Column(head, is_number=True, tip=catalogue.get(name).help_text(style.language)) for name, head in
          zip(found.columns, heads, strict=True)),
    )  # fmt: skip
    view = TableView(columns, tuple(rows), cells(found.total, Cell(render(_TEXTS["total"]))), render(_NO_VALUE_TIP))
    numbers = (NumberColumn(head, kinds[name]) for name, head in zip(found.columns, heads, strict=True))
    return view, Table((NumberColumn(split_label(found.by), role="label"), *numbers), tuple(lines), style)


def bubbles_of(found: ChannelTable, catalogue: Catalogue, style: Style) -> BubbleView | None:
    """CAC × LTV × new customers; None where fewer than two channels have all three, unless only one is asked for."""
    named = {name: catalogue.get(name) for name in (_CAC, _LTV, _VOLUME)}
    bubbles = tuple(
        Bubble(row.name, row.values[_CAC], row.values[_LTV], row.values[_VOLUME])
        for row in found.rows
        if all(name in row.values for name in named) and row.values[_VOLUME] > 0
    )
    if len(bubbles) < 2 and not (bubbles and len(found.rows) == 1 < len(found.names)):
        return None
    cac, ltv, volume = (Measured(d.label(style.language), d.unit.kind) for d in named.values())
    title = Message(QT_TRANSLATE_NOOP("channels", "What a customer costs and is worth"))
    return BubbleView(bubbles, cac, ltv, volume, _RAYS, title, by=found.by)


def inks_of(found: ChannelTable) -> tuple[tuple[str, str], ...]:
    """One colour a channel wherever it is drawn, whatever of them is shown."""
    return tuple(zip(found.names, segment_inks(found.names, {}), strict=True))


def _numbers(found: ChannelTable, row: ChannelRow) -> tuple[float | None, ...]:
    return tuple(row.values.get(column) for column in found.columns)


def _cell(value: float | None, kind: str, short: Style, style: Style, *, lack: str = "") -> Cell:
    if value is None:
        return Cell(NO_VALUE, tip=lack)
    return Cell(format_value(value, kind, short), tip=format_value(value, kind, style.exact()), order=value)
