"""Hand-made catalogues and answers for tests of charts, drawing and exports."""

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np
from kpidesk.charts.kinds.path import PathView, build_path
from kpidesk.charts.kinds.tornado import TornadoBar, TornadoView, build_tornado
from kpidesk.charts.spec import FigureOptions
from kpidesk.core.formatting import Style
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import Message, Template
from kpidesk.core.period import Grain, Period
from kpidesk.core.units import Unit
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.definitions import Definition
from kpidesk.metrics.frame import ResultFrame, Series

nan = float("nan")
EN = Style()


def a_definition(name: str, label: str, unit: str, kind: str = "ratio", good: str = "up", zh: str = "") -> Definition:
    labels = {"en": label, "zh_Hans": zh or label, "zh_Hant": zh or label}
    return Definition(
        MetricName(name), labels, {"en": f"Meaning of {label}."}, Unit.parse(unit), kind, good, "revenue", "S"
    )


def a_catalogue() -> Catalogue:
    movements = ("new", "expansion", "reactivation", "contraction", "churned")
    return Catalogue.of(
        [
            a_definition("mrr", "MRR", "money / month", "stock", zh="月经常性收入"),
            *(a_definition(f"{m}_mrr", f"{m.title()} MRR", "money / month", "flow") for m in movements),
            a_definition("customer_churn_rate", "Customer churn", "share", good="down", zh="客户流失率"),
            a_definition("ltv_cac", "LTV/CAC", "ratio"),
            a_definition("ltv", "LTV", "money"),
            a_definition("nps", "NPS", "score", zh="净推荐值 NPS"),
            a_definition("new_customers", "New customers", "customer", "flow", zh="新客户"),
            a_definition("activation_rate", "Activation rate", "share"),
            a_definition("tickets", "Tickets", "ticket", "flow", good="none"),
        ]
    )


def months(first: str, count: int) -> tuple[Period, ...]:
    start = Period.parse(first)
    return tuple(start.shifted(i) for i in range(count))


def a_series(name: str, values: Sequence[float] | Sequence[Sequence[float]], **known: object) -> Series:
    array = np.atleast_2d(np.array(values, dtype=float))
    n = np.atleast_2d(np.array(known.pop("n", np.full(array.shape, nan)), dtype=float))
    bounds = {k: np.atleast_2d(np.array(known.pop(k), dtype=float)) for k in ("low", "high") if k in known}
    return Series(MetricName(name), array, np.broadcast_to(n, array.shape), **bounds, **known)  # type: ignore[arg-type]  # open names


def a_frame(
    series: Sequence[Series],
    periods: tuple[Period, ...],
    *,
    running: int = 0,
    segments: tuple[str | None, ...] = (None,),
    by: str | None = None,
    sources: Mapping[str, tuple[str, ...]] | None = None,
) -> ResultFrame:
    incomplete = np.zeros(len(periods), dtype=bool)
    if running:
        incomplete[-running:] = True
    grain = periods[0].grain if periods else Grain.MONTH
    names = {MetricName(k): v for k, v in (sources or {}).items()}
    return ResultFrame(
        grain,
        periods,
        segments,
        {s.name: s for s in series},
        incomplete,
        date(2026, 6, 18),
        "USD",
        by=by,
        sources=names,
    )


MRR = [181e3, 187e3, 194e3, 200e3, 208e3, 213e3, 218e3, 225e3, 232e3, 230.8e3, 238.1e3, 229e3]
CHURN = [2.3, 2.35, 2.3, 2.6, 2.4, 2.45, 2.35, 2.25, 2.5, 2.35, 3.9, 2.3]


def a_company(*, years: int = 2) -> ResultFrame:
    """MRR with a running June, churn with interval, NPS with few answers, a KPI without data, MRR movements."""
    count = 12 * years
    old = [v * 0.76 for v in MRR]
    mrr = np.array(([*old, *MRR] if years == 2 else MRR), dtype=float)
    churn = np.array(CHURN * years) / 100
    nps = np.array([44, 40, 47, 43, 36, 46, 40, 48, 42, 45, 41, 40] * years, dtype=float)
    size = (1, count)
    flows = {"new": 10.6e3, "expansion": 11.7e3, "reactivation": 0.9e3, "contraction": -3.8e3, "churned": -12.1e3}
    start = Period.parse("2026-06").shifted(1 - count)
    series = [
        a_series("mrr", mrr, n=np.full(size, 2431)),
        a_series("customer_churn_rate", churn, n=np.full(size, 2431), low=churn - 0.006, high=churn + 0.007),
        a_series("ltv_cac", np.array([3.1, 3.2, 3.0, 3.2, 3.3, 3.2, 3.4, 3.4, 3.4, 3.4, 2.6, 2.7] * years)),
        a_series("nps", nps, n=np.full(size, 86), low=nps - 14, high=nps + 13),
        a_series(
            "activation_rate",
            np.full(size, nan),
            reason=Message(Template("t", "Needs a table of events: user, event, time.")),
            missing=("events.user", "events.time"),
        ),
        *(a_series(f"{name}_mrr", np.full(size, value)) for name, value in flows.items()),
    ]
    sources = {"mrr": ("subscriptions.csv",), "customer_churn_rate": ("subscriptions.csv",)}
    return a_frame(series, tuple(start.shifted(i) for i in range(count)), running=1, sources=sources)


def by_plan() -> ResultFrame:
    """New customers by plan over six months, the total last."""
    parts = [[40, 42, 45, 41, 50, 52], [20, 22, 21, 25, 24, 30], [8, 9, 7, 11, 12, 10]]
    rows = [*parts, list(np.sum(parts, axis=0))]
    segments = ("Team", "Business", "Enterprise", None)
    churn = [[0.03, 0.031, 0.03, 0.028, 0.03, 0.03], [0.04, 0.041, 0.039, 0.04, 0.042, 0.041]]
    churn += [[0.11, 0.1, 0.09, 0.12, 0.114, 0.1], [0.039] * 6]
    return a_frame(
        [a_series("new_customers", rows, n=rows), a_series("customer_churn_rate", churn, n=rows)],
        months("2026-01", 6),
        segments=segments,
        by="plan",
    )


def a_path_view(count: int = 12, *, churn: float = 0.0195) -> PathView:
    steps = np.arange(1, count + 1)
    return PathView(
        "MRR",
        "money",
        months("2025-06", 13),
        np.array([178e3, *MRR[:12]]),
        months("2026-07", count),
        229e3 * 1.018**steps,
        229e3 * (1.018 + 0.039 - churn) ** steps,
        "Halve churn",
        "customer churn 3.9% → 1.95%",
        229e3 * 1.012**steps,
        229e3 * 1.026**steps,
    )


def a_tornado_view() -> TornadoView:
    bars = (
        TornadoBar("ARPA", 2.08, 3.12),
        TornadoBar("Customer churn", 3.25, 2.17),
        TornadoBar("CAC", 3.25, 2.17),
        TornadoBar("Gross margin", 2.08, 3.12),
        TornadoBar("New customers", 2.6, 2.6),
    )
    return TornadoView("LTV/CAC", "ratio", 2.6, bars)


def path_figure(style: Style = EN, count: int = 12):
    return build_path(a_path_view(count), style, FigureOptions())


def tornado_figure(style: Style = EN):
    return build_tornado(a_tornado_view(), style, FigureOptions(size=(480, 280)))
