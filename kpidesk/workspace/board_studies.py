"""What of the pages can stand on a board beside KPIs: named here; the board computes and draws it."""

from collections.abc import Mapping
from dataclasses import dataclass

from kpidesk.core.ids import MetricName, TileId
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.workspace.dashboard import STUDY, Placement, Tile


@dataclass(frozen=True, slots=True)
class BoardStudy:
    """One drawing of a page: ``question`` is what is computed for it, which several share; ``page`` shows more of it.

    ``needs`` is the KPI without which it says nothing. Width and height are of a new tile.
    """

    id: str
    label: Message
    question: str
    page: str
    needs: MetricName
    width: int = 6
    height: int = 4
    is_table: bool = False

    def tile(self, at: Placement | None = None) -> Tile:
        """A tile that shows it."""
        place = at or Placement(0, 0, self.width, self.height)
        return Tile(TileId(f"{STUDY}-{self.id}"), STUDY, placement=place, study=self.id)


_LABELS = {
    "kept_customers": Message(QT_TRANSLATE_NOOP("studies", "Cohorts: customers kept")),
    "kept_revenue": Message(QT_TRANSLATE_NOOP("studies", "Cohorts: revenue kept")),
    "kept_users": Message(QT_TRANSLATE_NOOP("studies", "Cohorts: users kept")),
    "kept_curves": Message(QT_TRANSLATE_NOOP("studies", "Cohort curves: customers kept")),
    "survival": Message(QT_TRANSLATE_NOOP("studies", "Survival of customers")),
    "funnel": Message(QT_TRANSLATE_NOOP("studies", "Funnel of a cohort")),
    "funnel_activity": Message(QT_TRANSLATE_NOOP("studies", "Funnel by activity")),
    "funnel_segments": Message(QT_TRANSLATE_NOOP("studies", "Funnel by segment")),
    "bridge": Message(QT_TRANSLATE_NOOP("studies", "MRR bridge, 12 periods")),
    "bridge_periods": Message(QT_TRANSLATE_NOOP("studies", "MRR movements by period")),
    "channels": Message(QT_TRANSLATE_NOOP("studies", "Channels: cost and return")),
    "channel_bubbles": Message(QT_TRANSLATE_NOOP("studies", "Channels: CAC × LTV")),
    "spread_nps": Message(QT_TRANSLATE_NOOP("studies", "NPS: distribution of answers")),
    "spread_csat": Message(QT_TRANSLATE_NOOP("studies", "CSAT: distribution of answers")),
    "spread_ces": Message(QT_TRANSLATE_NOOP("studies", "CES: distribution of answers")),
    "nps_groups": Message(QT_TRANSLATE_NOOP("studies", "NPS by release or group")),
    "rfm": Message(QT_TRANSLATE_NOOP("studies", "Buyers: recency and frequency")),
    "bounces": Message(QT_TRANSLATE_NOOP("studies", "Where most visits end at once")),
    "ticket_volume": Message(QT_TRANSLATE_NOOP("studies", "Tickets and surges")),
    "ticket_hours": Message(QT_TRANSLATE_NOOP("studies", "When tickets come in")),
    "staffing": Message(QT_TRANSLATE_NOOP("studies", "People busy by hour")),
}
_CHURN = MetricName("customer_churn_rate")
_MRR, _NPS, _CAC, _LEADS = MetricName("mrr"), MetricName("nps"), MetricName("cac"), MetricName("leads_created")
_TICKETS = MetricName("ticket_volume")


def _named(id: str, question: str, page: str, needs: str, width: int = 6, height: int = 4) -> BoardStudy:
    return BoardStudy(id, _LABELS[id], question, page, MetricName(needs), width, height, is_table=id == "channels")


_ALL = (
    _named("kept_customers", "kept_customers", "cohorts", _CHURN, 7, 5),
    _named("kept_revenue", "kept_revenue", "cohorts", "nrr", 7, 5),
    _named("kept_users", "kept_users", "cohorts", "mau", 7, 5),
    _named("kept_curves", "kept_customers", "cohorts", _CHURN),
    _named("survival", "survival", "cohorts", _CHURN, 12, 5),
    _named("funnel", "funnel", "funnel", _LEADS),
    _named("funnel_activity", "funnel_activity", "funnel", _LEADS),
    _named("funnel_segments", "funnel", "funnel", _LEADS),
    _named("bridge", "bridge", "movements", _MRR),
    _named("bridge_periods", "bridge", "movements", _MRR),
    _named("channels", "channels", "channels", _CAC, 5, 6),
    _named("channel_bubbles", "channels", "channels", "ltv_cac"),
    _named("spread_nps", "voice", "voice", _NPS),
    _named("spread_csat", "voice", "voice", "csat"),
    _named("spread_ces", "voice", "voice", "ces"),
    _named("nps_groups", "voice", "voice", _NPS),
    _named("rfm", "orders", "orders", "order_revenue"),
    _named("bounces", "traffic", "traffic", "bounce_rate"),
    _named("ticket_volume", "support", "support", _TICKETS),
    _named("ticket_hours", "support", "support", _TICKETS),
    _named("staffing", "support", "support", _TICKETS),
)
STUDIES: Mapping[str, BoardStudy] = {each.id: each for each in _ALL}
"""All of them by id, in the order in which they are offered."""
