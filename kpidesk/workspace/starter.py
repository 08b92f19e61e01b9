"""First dashboards for the tables found: what most people of the trade look at, as far as the data give it."""

from collections.abc import Callable

from kpidesk.charts.kinds.waterfall import MOVEMENTS
from kpidesk.charts.spec import ChartSpec
from kpidesk.core.ids import DashboardId, MetricName, TileId
from kpidesk.metrics.frame import ResultFrame
from kpidesk.workspace.dashboard import Dashboard, Placement, Tile

STARTER = DashboardId("starter")

CARDS = (
    "mrr", "nrr", "customer_churn_rate", "ltv_cac", "cac_payback_months", "nps",
    "active_customers", "arpa", "cac", "ltv", "revenue", "quick_ratio",
    "new_customers", "net_new_mrr", "churned_share", "grr", "aov", "repeat_purchase_rate",
    "avg_first_response_hours", "csat", "ctr", "cpc", "ad_spend", "lead_velocity_rate", "win_rate", "mau", "sessions",
)  # fmt: skip
"""In order of who asks for it; the first that have a value are shown."""

WANTED = ("ltv_cac", "nps", "customer_churn_rate")
"""Shown with what they need where they have no value, one of them at most."""

_CHARTS = (
    (("mrr",), ChartSpec("line", (MetricName("mrr"),), comparison="year_ago"), 7),
    (("new_mrr", "churned_mrr"), ChartSpec("waterfall", (MetricName("mrr"),)), 5),
    (("customer_churn_rate",), ChartSpec("line", (MetricName("customer_churn_rate"),), interval=True), 6),
    (("ltv_cac",), ChartSpec("line", (MetricName("ltv_cac"),)), 6),
    (("revenue",), ChartSpec("bar", (MetricName("revenue"),)), 6),
    (("active_customers",), ChartSpec("line", (MetricName("active_customers"),)), 6),
    (("ad_spend",), ChartSpec("bar", (MetricName("ad_spend"),)), 6),
    (("avg_first_response_hours",), ChartSpec("line", (MetricName("avg_first_response_hours"),)), 6),
    (("nps",), ChartSpec("line", (MetricName("nps"),), interval=True), 6),
    (("sessions",), ChartSpec("bar", (MetricName("sessions"),)), 6),
    (("leads_created",), ChartSpec("bar", (MetricName("leads_created"),)), 6),
    (("mau",), ChartSpec("line", (MetricName("mau"),)), 6),
    (("signups",), ChartSpec("bar", (MetricName("signups"),)), 6),
)
_MOST_CARDS, _MOST_CHARTS, _COLUMNS = 12, 8, 12


def starter_metrics() -> tuple[MetricName, ...]:
    """All that the board may show: what to ask for first."""
    of_charts = (name for needs, spec, _ in _CHARTS for name in (*needs, *spec.metrics))
    return tuple(MetricName(name) for name in dict.fromkeys((*CARDS, *WANTED, *of_charts, *MOVEMENTS)))


def starter_board(frame: ResultFrame, name: str = "") -> Dashboard:
    """A board of the KPIs of the frame that have a value, and one card of what is nearly there."""

    def has(metric: str) -> bool:
        return frame.value(metric) is not None

    cards = [metric for metric in CARDS if has(metric)][:_MOST_CARDS]
    lacking = [metric for metric in WANTED if not has(metric)][:1]
    cards = [*cards[: _MOST_CARDS - len(lacking)], *lacking]
    tiles = [
        Tile(TileId(f"card-{metric}"), "card", MetricName(metric), placement=Placement(i % 6 * 2, i // 6 * 2, 2, 2))
        for i, metric in enumerate(cards)
    ]
    return Dashboard(STARTER, name, (*tiles, *_charts(has, -(-len(cards) // 6) * 2, len(frame.periods))))


def _charts(has: Callable[[str], bool], row: int, periods: int) -> list[Tile]:
    """Charts two by two, each row filled."""
    if periods < 2:
        return []
    wanted = [(spec, width) for needs, spec, width in _CHARTS if all(has(need) for need in needs)][:_MOST_CHARTS]
    tiles: list[Tile] = []
    for i in range(0, len(wanted), 2):
        pair = wanted[i : i + 2]
        widths = [width for _, width in pair] if sum(width for _, width in pair) == _COLUMNS else [6, 6]
        widths = widths if len(pair) == 2 else [_COLUMNS]
        column = 0
        for (spec, _), width in zip(pair, widths, strict=True):
            id_ = TileId(f"chart-{spec.kind}-{spec.metrics[0]}")
            tiles.append(Tile(id_, "chart", chart=spec, placement=Placement(column, row, width, 4)))
            column += width
        row += 4
    return tiles
