"""Drawings of pages as figures of a board's tile: the same builders as on their pages, at the size of the tile."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from kpidesk.analysis.channels import ChannelTable
from kpidesk.analysis.orders import OrderStudy
from kpidesk.analysis.support import Support
from kpidesk.analysis.traffic import TrafficStudy
from kpidesk.analysis.voice import Voice
from kpidesk.charts.figure import Axis, Figure, Text
from kpidesk.charts.kinds.bubble import build_bubbles
from kpidesk.charts.kinds.cohort import build_cohort_curves, build_cohort_map
from kpidesk.charts.kinds.funnel import build_funnel, build_funnel_segments
from kpidesk.charts.kinds.movements import build_movement_bridge, build_movement_months
from kpidesk.charts.kinds.spread import build_spread
from kpidesk.charts.kinds.survival import build_survival
from kpidesk.charts.labels import footnote
from kpidesk.charts.spec import FigureOptions
from kpidesk.core.formatting import Style, format_period
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.metrics.bridge import BridgeStudy
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.cohorts import CohortTable
from kpidesk.metrics.funnel import FunnelStudy
from kpidesk.metrics.lifetimes import SurvivalStudy
from kpidesk.ui.channels.channel_words import bubbles_of, inks_of, table_of, title_of
from kpidesk.ui.orders.order_figures import build_rfm_square
from kpidesk.ui.support.support_figures import build_staffing, build_ticket_hours, build_volume
from kpidesk.ui.traffic.traffic_figures import build_bounces
from kpidesk.ui.voice.voice_figures import groups_figure
from kpidesk.workspace.board_studies import BoardStudy

_NOWHERE = Axis(0.0, 1.0, ())
_NOTHING = Message(QT_TRANSLATE_NOOP("studies", "The data do not tell this"))
_CELL, _AROUND, _CELL_WIDTH, _NAMES = 24, 40, 34, 110
_PERIODS = 12
_CHANNEL_NAME, _NUMBER = 130, 78
_CHANNEL_COLUMNS = ("acquisition_cost", "new_customers", "cac", "ltv_cac", "cac_payback_months", "ltv", "leads_created")
_CHANNEL_FIRST = ("acquisition_cost", "cac", "ltv_cac", "cac_payback_months", "new_customers", "ltv", "leads_created")
"""In which order columns are read, and in which they are given room; with fewer than four a table scrolls."""
_LEAST_COLUMNS = 4
_NPS = MetricName("nps")


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a figure is made with besides its numbers; ``label`` names an attribute."""

    catalogue: Catalogue
    style: Style
    options: FigureOptions
    label: Callable[[str | None], str]


def draw_study(study: BoardStudy, found: object, drawing: Drawing) -> Figure:
    """The figure of an answer, under the name by which it was chosen, or one that says why there is nothing."""
    figure = _DRAWERS[study.id](found, drawing)
    if figure is None:
        return nothing_of(study, _NOTHING, drawing)
    is_map = isinstance(found, CohortTable) and figure.kind == "heatmap"  # its own title says what is kept
    return figure if is_map else replace(figure, title=study.label)


def nothing_of(study: BoardStudy, reason: Message, drawing: Drawing) -> Figure:
    """Why there is nothing to see."""
    size = drawing.options.size
    return Figure(study.id, (), _NOWHERE, _NOWHERE, study.label, summary=reason, empty=reason, size=size)


def _cohorts(found: object, drawing: Drawing) -> Figure | None:
    """The last cohorts, as many as can be read in the tile, and the ages that the first of them has."""
    if not isinstance(found, CohortTable) or not found.starts:
        return None
    width, height = drawing.options.size
    rows, ages = max(3, (height - _AROUND) // _CELL), max(4, (width - _NAMES) // _CELL_WIDTH)
    return build_cohort_map(found.latest(rows, min(ages, rows)), drawing.style, drawing.options)


def _curves(found: object, drawing: Drawing) -> Figure | None:
    if not isinstance(found, CohortTable) or not found.starts:
        return None
    return build_cohort_curves(found.latest(_PERIODS, _PERIODS + 1), drawing.style, drawing.options)


def _survival(found: object, drawing: Drawing) -> Figure | None:
    return build_survival(found, drawing.style, drawing.options) if isinstance(found, SurvivalStudy) else None


def _funnel(found: object, drawing: Drawing) -> Figure | None:
    return build_funnel(found, drawing.style, drawing.options) if isinstance(found, FunnelStudy) else None


def _funnel_segments(found: object, drawing: Drawing) -> Figure | None:
    if not isinstance(found, FunnelStudy) or len(found.segments) < 2:
        return None
    return build_funnel_segments(found, drawing.label(found.by), drawing.style, drawing.options)


def _bridge(found: object, drawing: Drawing) -> Figure | None:
    """Of the last periods that have ended."""
    if not isinstance(found, BridgeStudy) or not found.periods:
        return None
    last = found.last_ended
    return build_movement_bridge(found, (max(0, last - _PERIODS + 1), last), drawing.style, drawing.options)


def _bridge_periods(found: object, drawing: Drawing) -> Figure | None:
    if not isinstance(found, BridgeStudy) or not found.periods:
        return None
    return build_movement_months(found, drawing.style, drawing.options)


def _columns_of(found: ChannelTable, width: int) -> tuple[int, ...]:
    """As many columns as have room: cost, return and payback before how many came, which charts tell as well."""
    places = range(len(found.columns))
    most = sorted(places, key=lambda at: _place(found.columns[at], _CHANNEL_FIRST))
    kept = most[: max(_LEAST_COLUMNS, (width - _CHANNEL_NAME) // _NUMBER)]
    return tuple(sorted(kept, key=lambda at: _place(found.columns[at], _CHANNEL_COLUMNS)))


def _place(name: MetricName, order: tuple[str, ...]) -> int:
    return order.index(name) if name in order else len(order)


def _channels(found: object, drawing: Drawing) -> Figure | None:
    if not isinstance(found, ChannelTable):
        return None
    _, whole = table_of(found, drawing.catalogue, drawing.style)
    shown = _columns_of(found, drawing.options.size[0])
    columns = (whole.columns[0], *(whole.columns[at + 1] for at in shown))
    rows = tuple((row[0], *(row[at + 1] for at in shown)) for row in whole.rows)
    table = replace(whole, columns=columns, rows=rows)
    definitions = [drawing.catalogue.get(found.columns[at]) for at in shown]
    foot: tuple[Text, ...] = (*footnote(found.shown, definitions, drawing.style), *found.notes)
    period = format_period(found.period, drawing.style)
    return Figure("table", (), _NOWHERE, _NOWHERE, title_of(found), period, (), foot, table, period)


def _bubbles(found: object, drawing: Drawing) -> Figure | None:
    if not isinstance(found, ChannelTable):
        return None
    view = bubbles_of(found, drawing.catalogue, drawing.style)
    if view is None:
        return None
    period = format_period(found.period, drawing.style)
    options = replace(drawing.options, segment_inks=inks_of(found))
    figure = build_bubbles(replace(view, footnote=(period,)), drawing.style, options)
    return replace(figure, segments=figure.segments.spelt(found.groups))


def _spread(kpi: str) -> Callable[[object, Drawing], Figure | None]:
    def draw(found: object, drawing: Drawing) -> Figure | None:
        counts = found.spreads.get(MetricName(kpi)) if isinstance(found, Voice) else None
        if not counts:
            return None
        title = drawing.catalogue.get(kpi).label(drawing.style.language)
        return build_spread(kpi, title, counts, drawing.style, drawing.options)

    return draw


def _nps_groups(found: object, drawing: Drawing) -> Figure | None:
    by = [each for kpi, each in found.groups if kpi == _NPS] if isinstance(found, Voice) else []
    if not isinstance(found, Voice) or not by:
        return None
    return groups_figure(found, _NPS, by[0], drawing.catalogue, drawing.style, drawing.options)


def _rfm(found: object, drawing: Drawing) -> Figure | None:
    if not isinstance(found, OrderStudy) or found.rfm is None:
        return None
    return build_rfm_square(found.rfm, drawing.style, drawing.options)


def _bounces(found: object, drawing: Drawing) -> Figure | None:
    if not isinstance(found, TrafficStudy):
        return None
    return build_bounces(found, drawing.catalogue, drawing.style, drawing.options)


def _volume(found: object, drawing: Drawing) -> Figure | None:
    if not isinstance(found, Support):
        return None
    return build_volume(found.volume, drawing.catalogue, drawing.style, drawing.options)


def _hours(found: object, drawing: Drawing) -> Figure | None:
    if not isinstance(found, Support) or found.hours is None:
        return None
    return build_ticket_hours(found.hours, drawing.style, drawing.options)


def _staffing(found: object, drawing: Drawing) -> Figure | None:
    if not isinstance(found, Support) or found.staffing is None:
        return None
    return build_staffing(found.staffing, drawing.style, drawing.options)


_DRAWERS: Mapping[str, Callable[[object, Drawing], Figure | None]] = {
    "kept_customers": _cohorts,
    "kept_revenue": _cohorts,
    "kept_users": _cohorts,
    "kept_curves": _curves,
    "survival": _survival,
    "funnel": _funnel,
    "funnel_activity": _funnel,
    "funnel_segments": _funnel_segments,
    "bridge": _bridge,
    "bridge_periods": _bridge_periods,
    "channels": _channels,
    "channel_bubbles": _bubbles,
    "spread_nps": _spread("nps"),
    "spread_csat": _spread("csat"),
    "spread_ces": _spread("ces"),
    "nps_groups": _nps_groups,
    "rfm": _rfm,
    "bounces": _bounces,
    "ticket_volume": _volume,
    "ticket_hours": _hours,
    "staffing": _staffing,
}
