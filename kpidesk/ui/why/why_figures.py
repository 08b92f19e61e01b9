"""Charts and tables of an explanation."""

from kpidesk.analysis.segments import SegmentPart, SegmentSplit
from kpidesk.analysis.why import Why
from kpidesk.analysis.why_words import has_mix
from kpidesk.charts.figure import Column as NumberColumn
from kpidesk.charts.figure import Datum, Figure, Table
from kpidesk.charts.kinds.waterfall import Bridge, Step, build_bridge
from kpidesk.charts.spec import FigureOptions
from kpidesk.core.decimals import in_one_precision
from kpidesk.core.formatting import NO_VALUE, Style, format_change, format_period, format_value
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.qt.translation import words
from kpidesk.qt.widgets.table_model import Cell, Column, TableView, with_even_decimals

_MOST_STEPS = 6
_ENDS = 2
"""The last of the columns of values at both ends; parts of the change follow."""
_OTHERS = Message(QT_TRANSLATE_NOOP("why", "Others"))
_REST = Message(QT_TRANSLATE_NOOP("why", "Not told by segments"))
_REST_OWN = Message(QT_TRANSLATE_NOOP("why", "Not told by drivers"))
_TITLE = Message(QT_TRANSLATE_NOOP("why", "What each driver did"))
_TEXTS = {
    "segment": Message(QT_TRANSLATE_NOOP("why", "Segment")),
    "part": Message(QT_TRANSLATE_NOOP("why", "Part")),
    "rate": Message(QT_TRANSLATE_NOOP("why", "Own figure")),
    "mix": Message(QT_TRANSLATE_NOOP("why", "Share")),
    "total": Message(QT_TRANSLATE_NOOP("why", "Total")),
    "customer": Message(QT_TRANSLATE_NOOP("why", "Customer")),
    "mrr": Message(QT_TRANSLATE_NOOP("why", "Change of MRR")),
    "rows": Message(QT_TRANSLATE_NOOP("why", "show its rows in the files")),
}


def bridge_figure(why: Why, catalogue: Catalogue, style: Style, options: FigureOptions) -> Figure | None:
    """From the value before over each driver's part to the value after; None where nothing is to be split."""
    found, definition = why.attribution, catalogue.get(why.kpi)
    parts = [part for part in found.drivers if part.contribution]
    if found.before is None or not parts or (len(parts) == 1 and parts[0].id == why.kpi):
        return None
    shown, rest = parts[:_MOST_STEPS], parts[_MOST_STEPS:]
    steps = [
        Step(
            _REST_OWN if part.id == why.kpi else catalogue.get(part.id).label(style.language),
            part.contribution,
            definition.good,
        )
        for part in shown
    ]
    if rest:
        steps.append(Step(_OTHERS, sum(part.contribution for part in rest), definition.good))
    subtitle = f"{format_period(why.first, style)} – {format_period(why.last, style)}"
    first, last = format_period(why.first, style, short=True), format_period(why.last, style, short=True)
    bridge = Bridge(found.before, tuple(steps), definition.unit.kind, _TITLE, subtitle, first, last)
    return build_bridge(bridge, style, options)


def segments_table(why: Why, split: SegmentSplit, catalogue: Catalogue, style: Style) -> tuple[TableView, Table]:
    """Each segment's values at both ends and its part, rate and mix apart; all together at the foot."""
    kind, found = catalogue.get(why.kpi).unit.kind, why.attribution
    parts = shown_parts(split)
    has_shares = has_mix(split)
    has_ends = any(part.before is not None or part.after is not None for part in parts)
    lines: list[tuple[Datum, ...]] = [
        (part.segment, part.before, part.after, part.contribution, part.rate, part.mix) for part in parts
    ]
    if split.rest:
        lines.append((_REST, None, None, split.rest, None, None))
    sums = tuple(sum(getattr(part, name) for part in parts) for name in ("rate", "mix"))
    lines.append((_TEXTS["total"], found.before, found.after, found.change, *sums))
    kept = [0, *((1, 2) if has_ends else ()), 3, *((4, 5) if has_shares else ())]
    ends = (format_period(why.first, style, short=True), format_period(why.last, style, short=True))
    heads = (_TEXTS["segment"], *ends, _TEXTS["part"], _TEXTS["rate"], _TEXTS["mix"])
    parts_of_change = [value for line in lines for value in line[3:] if isinstance(value, float)]
    of_parts = in_one_precision(parts_of_change, kind, style)
    rows = [tuple(_cell(line[at], at, kind, of_parts if at > _ENDS else style) for at in kept) for line in lines]
    columns = tuple(Column(words(heads[at]), is_number=at > 0) for at in kept)
    numbers = tuple(NumberColumn(heads[at], kind if at else "text", "series" if at else "label") for at in kept)
    table = Table(numbers, tuple(tuple(line[at] for at in kept) for line in lines), style)
    view = TableView(columns, tuple(rows[:-1]), rows[-1])
    return with_even_decimals(view) if kind == "money" else view, table


def shown_parts(split: SegmentSplit) -> list[SegmentPart]:
    """The segments that the table has a line for, in its order."""
    return [part for part in split.segments if part.contribution or part.before or part.after]


def _cell(value: Datum, column: int, kind: str, style: Style) -> Cell:
    """A name, a value at an end, or a part of the change."""
    if column == 0:
        return _link(value) if isinstance(value, str) else Cell(words(value) if isinstance(value, Message) else "")
    if not isinstance(value, float | int):
        return Cell(NO_VALUE)
    if column > _ENDS:
        return change_cell(float(value), kind, style)
    return Cell(format_value(float(value), kind, style), order=float(value))


def customers_table(why: Why, style: Style) -> tuple[TableView, Table]:
    """The customers whose recurring revenue moved most."""
    rows = tuple((_link(each.said), change_cell(each.change, "money", style)) for each in why.customers)
    columns = (Column(words(_TEXTS["customer"])), Column(words(_TEXTS["mrr"]), is_number=True))
    numbers = (NumberColumn(_TEXTS["customer"], role="label"), NumberColumn(_TEXTS["mrr"], "money"))
    lines: tuple[tuple[Datum, ...], ...] = tuple((each.said, each.change) for each in why.customers)
    return with_even_decimals(TableView(columns, rows)), Table(numbers, lines, style)


def _link(name: str) -> Cell:
    """A name that leads to its rows."""
    return Cell(name, "accent", tip=f"{name}: {words(_TEXTS['rows'])}")


def change_cell(value: float, kind: str, style: Style) -> Cell:
    """A part of a change; without a triangle where it is written as nothing."""
    said = format_change(value, kind, style)
    direction = (value > 0) - (value < 0) if any(digit in said for digit in "123456789") else 0
    return Cell(said, "ink2", direction, order=value)
