"""Sources and pages as a table and as bounce rates with their intervals."""

from kpidesk.analysis.traffic import BOUNCE, SESSIONS, TrafficRow, TrafficStudy
from kpidesk.charts.figure import Column, Datum, Figure, Table, Text
from kpidesk.charts.kinds.intervals import Group, IntervalView, build_intervals
from kpidesk.charts.labels import extent
from kpidesk.charts.spec import FigureOptions
from kpidesk.core.formatting import Style
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.facts.facts import NO_ATTRIBUTE_VALUE
from kpidesk.metrics.catalogue import Catalogue

_MOST = 8
_SHARE = Message(QT_TRANSLATE_NOOP("charts", "Share"))
_TOTAL = Message(QT_TRANSLATE_NOOP("charts", "Total"))
_UNKNOWN = Message(QT_TRANSLATE_NOOP("charts", "not said"))


def traffic_table(study: TrafficStudy, by: str, catalogue: Catalogue, style: Style) -> Table:
    """In the order of the study, the share of sessions beside their number, the total last."""
    columns = [Column(by, role="label")]
    for name in study.columns:
        definition = catalogue.get(name)
        columns.append(Column(definition.label(style.language), definition.unit.kind))
        if name == SESSIONS:
            columns.append(Column(_SHARE, "share"))
    return Table(tuple(columns), tuple(_line(study, row) for row in study.rows), style)


def _line(study: TrafficStudy, row: TrafficRow) -> tuple[Datum, ...]:
    cells: list[Datum] = [_name(row)]
    for name in study.columns:
        cells.append(row.values.get(name))
        if name == SESSIONS:
            cells.append(row.share)
    return tuple(cells)


def _name(row: TrafficRow) -> Text:
    if row.name is None:
        return _TOTAL
    return _UNKNOWN if row.name == NO_ATTRIBUTE_VALUE else row.name


def build_bounces(study: TrafficStudy, catalogue: Catalogue, style: Style, options: FigureOptions) -> Figure | None:
    """The worst first, against that of the whole site; None where nothing tells of bounces."""
    told = [(row, row.bounce) for row in study.rows if row.bounce is not None]
    groups = tuple(Group(_name(row), b.value, b.n, b.low, b.high) for row, b in told if row.name is not None)[:_MOST]
    if len(groups) < 2:
        return None
    whole = next((bounce.value for row, bounce in told if row.name is None), None)
    definition = catalogue.get(BOUNCE)
    kind, foot = definition.unit.kind, (extent(study.frame.periods, style),)
    view = IntervalView(definition.label(style.language), kind, groups, whole, study.by or "", foot)
    return build_intervals(view, style, options)
