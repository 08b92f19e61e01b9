"""One figure of each kind that pages build of studies, with numbers that a company could have."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, partial

import numpy as np
from kpidesk.charts.figure import Figure
from kpidesk.charts.kinds.bubble import Bubble, BubbleView, Measured, build_bubbles
from kpidesk.charts.kinds.cohort import build_cohort_curves, build_cohort_map
from kpidesk.charts.kinds.fan import FanView, build_fan
from kpidesk.charts.kinds.funnel import build_funnel
from kpidesk.charts.kinds.histogram import HistogramView, build_histogram
from kpidesk.charts.kinds.intervals import Group, IntervalView, build_intervals
from kpidesk.charts.kinds.movements import build_movement_months
from kpidesk.charts.kinds.paths import PathsView, ScenarioPath, build_paths
from kpidesk.charts.kinds.payback import PaybackView, build_payback
from kpidesk.charts.kinds.spread import build_spread
from kpidesk.charts.kinds.survival import build_survival
from kpidesk.charts.kinds.two_drivers import DriverAxis, TwoDriversView, build_two_drivers
from kpidesk.charts.kinds.waterfall import Bridge, Step, build_bridge
from kpidesk.charts.spec import FigureOptions
from kpidesk.core.formatting import Style
from kpidesk.metrics.bridge import bridge_study
from kpidesk.metrics.cohorts import Kept, cohort_table
from kpidesk.metrics.funnel import FunnelStudy, View
from kpidesk.metrics.lifetimes import Curve, SurvivalStudy
from kpidesk.metrics.query import Query

from tests.charts.frames import EN, MRR, months
from tests.metrics.fake_facts import FakeFacts, ledger

HISTORY, AHEAD = months("2025-07", 12), months("2026-07", 12)
PAST = np.array(MRR)
OPTIONS = FigureOptions()


@cache
def _facts() -> FakeFacts:
    return ledger(_subscriptions(), as_of=date(2026, 6, 18))


def cohort_map(style: Style = EN) -> Figure:
    return build_cohort_map(cohort_table(_facts(), Query(), Kept.CUSTOMERS), style, OPTIONS)


def cohort_curves(style: Style = EN) -> Figure:
    return build_cohort_curves(cohort_table(_facts(), Query(), Kept.CUSTOMERS), style, OPTIONS)


def movements(style: Style = EN) -> Figure:
    return build_movement_months(bridge_study(_facts(), Query()), style, OPTIONS)


def _subscriptions() -> list[tuple[str, str, str | None, float]]:
    """Thirty customers who start over a year; every third leaves, after one to seven months."""
    found: list[tuple[str, str, str | None, float]] = []
    for at, month in enumerate(month for month in HISTORY for _ in range(3)):
        start = month.start.replace(day=3)
        left = month.shifted(1 + at % 7).start.replace(day=12) if at % 3 == 0 else None
        is_seen = left is not None and left < date(2026, 6, 18)
        found.append((f"C{at:02}", start.isoformat(), left.isoformat() if left and is_seen else None, 90.0 + 20 * at))
    return found


def fan(style: Style = EN) -> Figure:
    steps = np.arange(1, 13)
    rates = np.array([0.984, 1.002, 1.018, 1.034, 1.05])
    view = FanView("MRR", "money", HISTORY, PAST, AHEAD, 229e3 * rates[:, None] ** steps, ("Scenario Plan B: churn",))
    return build_fan(view, style, OPTIONS)


def paths(style: Style = EN) -> Figure:
    steps = np.arange(1, 13)
    scenarios = (
        ScenarioPath("Halve churn", 229e3 * 1.036**steps, "churn 3.9% → 1.95%"),
        ScenarioPath("Price +10%", 251e3 * 1.019**steps, "ARPA $98 → $108"),
        ScenarioPath("No marketing", 229e3 * 0.97**steps, "new customers 108 → 12"),
    )
    view = PathsView("MRR", "money", HISTORY, PAST, AHEAD, 229e3 * 1.018**steps, scenarios)
    return build_paths(view, style, OPTIONS)


def payback(style: Style = EN) -> Figure:
    ages = np.arange(25)
    kept = 76 * (1 - 0.961**ages) / 0.039
    view = PaybackView(kept - 740, 13, kept - 370, 6, "CAC halved", "CAC $740 → $370", ("churn by age",))
    return build_payback(view, style, OPTIONS)


def bubbles(style: Style = EN) -> Figure:
    found = (
        Bubble("Search", 410, 1650, 320),
        Bubble("Social", 720, 1180, 210),
        Bubble("Partners", 260, 1980, 90),
        Bubble("Events", 1350, 1420, 45),
        Bubble("Referral", 60, 2140, 130),
        Bubble("Content marketing", 380, 1500, 60),
    )
    named = (Measured("CAC", "money"), Measured("LTV", "money"), Measured("New customers", "count"))
    view = BubbleView(found, *named, rays=((3.0, "LTV/CAC 3"), (1.0, "1")), title="Channels")
    return build_bubbles(view, style, OPTIONS)


def intervals(style: Style = EN) -> Figure:
    groups = tuple(
        Group(name, value, n, value - wide, value + wide)
        for name, value, n, wide in (
            ("24.1", 31, 120, 14),
            ("24.2", 38, 190, 11),
            ("25.1", 22, 24, 31),
            ("25.2", 44, 402, 8),
            ("26.1", 47, 260, 9),
        )
    )
    return build_intervals(IntervalView("NPS", "score", groups, 40, "Release"), style, OPTIONS)


def spread(style: Style = EN) -> Figure:
    counts = dict(enumerate((6, 3, 5, 8, 11, 19, 24, 61, 88, 104, 171)))
    return build_spread("nps", "NPS", counts, style, OPTIONS)


def histogram(style: Style = EN, goal: float | None = 3.0) -> Figure:
    values = np.exp(np.random.default_rng(7).normal(np.log(2.8), 0.25, 4000))
    return build_histogram(HistogramView("LTV/CAC", "ratio", values, goal, centre=2.8), style, OPTIONS)


def two_drivers(style: Style = EN) -> Figure:
    churn, cac = np.linspace(0.01, 0.08, 15), np.linspace(200, 900, 15)
    values = 98 * 0.78 / churn[None, :] / cac[:, None]
    across, down = DriverAxis("Churn", "share", churn, 0.039), DriverAxis("CAC", "money", cac, 740.0)
    line = tuple((98 * 0.78 / 3 / each, float(each)) for each in cac if 0.0075 < 98 * 0.78 / 3 / each < 0.0825)
    return build_two_drivers(TwoDriversView("LTV/CAC", "ratio", across, down, values, 3.0, (line,)), style, OPTIONS)


def survival(style: Style = EN, segments: tuple[str, ...] = (), *, is_revenue: bool = False) -> Figure:
    """With thousands at risk at first, few at the end."""
    curves = [_curve(name, 0.985 - 0.012 * at, 14_250 // (at + 2)) for at, name in enumerate((*segments, None))]
    study = SurvivalStudy("plan" if segments else None, tuple(curves), date(2026, 5, 31), is_revenue=is_revenue)
    return build_survival(study, style, OPTIONS)


def _curve(segment: str | None, kept: float, start: int, months_seen: int = 36) -> Curve:
    ages = np.arange(1, months_seen + 1)
    shares = kept**ages
    wide = 0.012 * np.sqrt(ages)
    at_risk = np.round(start * kept**ages * (1 - ages / (months_seen + 1)))
    median = next((int(age) - 1 for age, share in zip(ages, shares, strict=True) if share <= 0.5), None)
    return Curve(segment, shares, shares - wide, shares + wide, at_risk, median, start, round(start * 0.4))


def funnel(style: Style = EN) -> Figure:
    nan = float("nan")
    study = FunnelStudy(
        View.COHORT, "leads", None, ("visit", "lead", "mql", "opportunity", "customer"), (None,),
        np.array([[4210.0, 1240, 610, 182, 57]]), np.array([[nan, nan, 6.0, 19.0, 31.0]]),
        np.array([[nan, nan, 4.0, 14.0, 28.0]]), (HISTORY[0], HISTORY[-1]), False,
    )  # fmt: skip
    return build_funnel(study, style, OPTIONS)


def bridge(style: Style = EN) -> Figure:
    steps = (Step("Churn", -0.61, "down"), Step("ARPA", 0.12), Step("CAC", -0.22), Step("Margin", 0.05))
    return build_bridge(Bridge(3.4, steps, "ratio"), style, OPTIONS)


STUDIES: Mapping[str, Callable[[Style], Figure]] = {
    "bridge": bridge,
    "bubble": bubbles,
    "cohort_curves": cohort_curves,
    "cohort_map": cohort_map,
    "fan": fan,
    "funnel": funnel,
    "histogram": histogram,
    "intervals": intervals,
    "movements": movements,
    "paths": paths,
    "payback": payback,
    "spread": spread,
    "survival": survival,
    "survival_by": partial(survival, segments=("Enterprise", "Business", "Team")),
    "survival_money": partial(survival, is_revenue=True),
    "two_drivers": two_drivers,
}
"""By a short name each; built only when they are looked at."""
