"""What the drawings of pages on a board are computed from, on the store's lane; UserError says what is missing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from kpidesk.analysis.channels import channel_table, split_of
from kpidesk.analysis.joined_segments import Compute
from kpidesk.analysis.orders import order_study
from kpidesk.analysis.support import support_of
from kpidesk.analysis.traffic import traffic_splits, traffic_study
from kpidesk.analysis.voice import voice_of
from kpidesk.core.errors import NoData
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Grain
from kpidesk.core.progress import Progress
from kpidesk.metrics.bridge import bridge_study
from kpidesk.metrics.cohorts import Kept, cohort_table, sources_of
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.funnel import View, funnel_study
from kpidesk.metrics.funnel_stages import flow_of
from kpidesk.metrics.lifetimes import survival_study
from kpidesk.metrics.query import Query
from kpidesk.metrics.studied import splits_of

_COHORT_GRAINS = (Grain.MONTH, Grain.QUARTER, Grain.YEAR)


@dataclass(frozen=True, slots=True)
class Asked:
    """The question of the context bar, and whoever answers it."""

    engine: Engine
    query: Query
    compute: Compute
    progress: Progress

    @property
    def by_months(self) -> Query:
        """The question by a grain that cohorts can have."""
        grain = self.query.grain if self.query.grain in _COHORT_GRAINS else Grain.MONTH
        return replace(self.query, grain=grain, by=None)


def _kept(*wanted: Kept) -> Callable[[Asked], object]:
    def study(asked: Asked) -> object:
        there = sources_of(asked.engine.facts)
        kept = next((each for each in wanted if each in there), wanted[0])
        return cohort_table(asked.engine.facts, asked.by_months, kept, asked.progress)

    return study


def _survival(asked: Asked) -> object:
    return survival_study(asked.engine.facts, asked.by_months, asked.progress)


def _funnel(view: View) -> Callable[[Asked], object]:
    def study(asked: Asked) -> object:
        flow = flow_of(asked.engine.facts)
        told = () if flow is None else splits_of(asked.engine.facts, flow.relation)
        by = "channel" if "channel" in told else next(iter(told), None)
        return funnel_study(asked.engine.facts, replace(asked.query, by=by), view, asked.progress)

    return study


def _bridge(asked: Asked) -> object:
    return bridge_study(asked.engine.facts, replace(asked.query, by=None), asked.progress)


def _channels(asked: Asked) -> object:
    by = split_of(asked.engine.attributes)
    if by is None:
        raise NoData(Message(QT_TRANSLATE_NOOP("channels", "No table says by which channel customers came.")))
    query = replace(asked.query, by=by)
    if query.grain in (Grain.DAY, Grain.WEEK):
        query = replace(query, grain=Grain.MONTH, first=None, last=None)
    return channel_table(asked.compute, asked.engine.catalogue, query)


def _voice(asked: Asked) -> object:
    return voice_of(asked.engine, asked.compute, asked.query, asked.progress)


def _orders(asked: Asked) -> object:
    return order_study(asked.engine, asked.compute, replace(asked.query, by=None), asked.progress)


def _traffic(asked: Asked) -> object:
    by = next(iter(traffic_splits(asked.engine)), None)
    return traffic_study(asked.engine, asked.compute, replace(asked.query, by=by), asked.progress)


def _support(asked: Asked) -> object:
    return support_of(asked.engine, asked.compute, asked.query, asked.progress)


QUESTIONS: Mapping[str, Callable[[Asked], object]] = {
    "kept_customers": _kept(Kept.CUSTOMERS),
    "kept_revenue": _kept(Kept.REVENUE, Kept.NET_REVENUE),
    "kept_users": _kept(Kept.USERS),
    "survival": _survival,
    "funnel": _funnel(View.COHORT),
    "funnel_activity": _funnel(View.ACTIVITY),
    "bridge": _bridge,
    "channels": _channels,
    "voice": _voice,
    "orders": _orders,
    "traffic": _traffic,
    "support": _support,
}
