"""What is bought: figures of purchases over time, the mix by product or another attribute, and the groups of buyers."""

from dataclasses import dataclass, replace

import numpy as np

from kpidesk.analysis.joined_segments import Compute, joined_by, with_segments
from kpidesk.analysis.pooled import parts_of, pooled
from kpidesk.analysis.rfm import Rfm, rfm_of
from kpidesk.core.errors import NoData
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.frame import ResultFrame
from kpidesk.metrics.query import Query
from kpidesk.metrics.studied import splits_of

REVENUE, ORDERS, AOV = (MetricName(name) for name in ("order_revenue", "transactions", "aov"))
FIGURES = (
    REVENUE,
    ORDERS,
    AOV,
    *(
        MetricName(name)
        for name in (
            "customers_ordering", "purchase_frequency", "repeat_purchase_rate", "days_between_purchases",
            "refund_rate", "clv_predicted",
        )
    ),
)  # fmt: skip
_USUAL = ("category", "product_name", "product_id", "channel", "country", "region", "segment", "payment_method")


@dataclass(frozen=True, slots=True)
class MixRow:
    """One part of the revenue of orders; None: all. NaN where there is no value; ``share`` is of the revenue."""

    name: str | None
    revenue: float
    share: float
    orders: float
    aov: float


@dataclass(frozen=True, slots=True)
class OrderStudy:
    """``frame`` has the figures over time; ``mix`` the largest first and the total last, ``mixed`` the same over time.

    ``rfm`` is None where orders name no buyer; ``groups`` are the names of ``mixed`` with several spellings.
    """

    frame: ResultFrame
    by: str | None
    mix: tuple[MixRow, ...]
    mixed: ResultFrame | None
    rfm: Rfm | None
    groups: tuple[tuple[str, ...], ...] = ()


def order_splits(engine: Engine) -> tuple[str, ...]:
    """By what orders can be told apart, what is bought first."""
    told = splits_of(engine.facts, "orders")
    return (*(name for name in _USUAL if name in told), *(name for name in told if name not in _USUAL))


def order_study(engine: Engine, compute: Compute, query: Query, progress: Progress | None = None) -> OrderStudy:
    """Of the question's range and filters, its mix by ``by``; UserError where there are no orders."""
    progress = progress or Progress()
    frame = compute(replace(query, metrics=FIGURES, by=None))
    if not frame.series[REVENUE].is_computable:
        raise NoData(Message(QT_TRANSLATE_NOOP("orders", "There are no orders here.")))
    progress.raise_if_cancelled()
    mixed = None
    mix: tuple[MixRow, ...] = ()
    groups: tuple[tuple[str, ...], ...] = ()
    if query.by is not None:
        parts = tuple(dict.fromkeys((*parts_of(engine.catalogue, AOV), REVENUE, ORDERS)))
        joined = joined_by(compute, replace(query, metrics=parts))
        mix, groups = _mix(engine, joined.frame), joined.groups
        bought = {row.name for row in mix}
        mixed = with_segments(joined.frame, [each for each in joined.frame.segments if each in bought])
    return OrderStudy(frame, query.by, mix, mixed, rfm_of(engine.facts, query, progress), groups)


def _mix(engine: Engine, frame: ResultFrame) -> tuple[MixRow, ...]:
    told = {
        name: {each.segment: each.value for each in pooled(engine.catalogue, frame, name)}
        for name in (REVENUE, ORDERS, AOV)
    }
    whole = told[REVENUE].get(None, np.nan)
    nothing = float("nan")
    rows = [
        MixRow(
            name, revenue, revenue / whole if whole else nothing,
            told[ORDERS].get(name, nothing), told[AOV].get(name, nothing),
        )
        for name, revenue in told[REVENUE].items()
        if revenue or name is None
    ]  # fmt: skip
    return tuple(sorted(rows, key=lambda row: (row.name is None, -row.revenue, row.name or "")))
