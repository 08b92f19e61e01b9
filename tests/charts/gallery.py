"""One figure of each kind, for drawing, exporting and looking at."""

import numpy as np
from kpidesk.charts.builder import build_figure
from kpidesk.charts.figure import Figure
from kpidesk.charts.kinds.heatmap import HeatView, build_heatmap
from kpidesk.charts.spec import Annotation, ChartSpec, FigureOptions
from kpidesk.core.formatting import Style, format_period
from kpidesk.core.ids import MetricName
from kpidesk.core.period import Period
from kpidesk.metrics.pacing import Target

from tests.charts.frames import EN, a_catalogue, a_company, by_plan, months, path_figure, tornado_figure


def gallery(style: Style = EN) -> dict[str, Figure]:
    company, plans, catalogue = a_company(), by_plan(), a_catalogue()
    mrr, churn, new = MetricName("mrr"), MetricName("customer_churn_rate"), MetricName("new_customers")
    notes = (Annotation(Period.parse("2025-09"), "Price rise"),)
    options = FigureOptions((Target(mrr, 250e3), Target(churn, 0.025)), notes)

    def build(kind, metrics, frame=company, **rest):
        return build_figure(ChartSpec(kind, metrics, **rest), frame, catalogue, style, options)

    return {
        "line": build("line", (mrr,), comparison="year_ago", periods=12),
        "line_interval": build("line", (churn,), interval=True),
        "line_by": build("line", (churn,), plans, by="plan"),
        "bar": build("bar", (mrr,), periods=12),
        "bar_by": build("bar", (new,), plans, by="plan"),
        "stacked_bar": build("stacked_bar", (new,), plans, by="plan"),
        "waterfall": build("waterfall", (mrr,)),
        "path": path_figure(style),
        "tornado": tornado_figure(style),
        "heatmap": cohorts(style),
        "few": build("line", (mrr,), periods=3),
        "empty": build("line", (MetricName("activation_rate"),)),
    }


def cohorts(style: Style) -> Figure:
    age = np.arange(12)
    values = np.array([[(100 - 9 * a**0.63) / 100 if a < 12 - r else np.nan for a in age] for r in range(12)])
    rows = tuple(format_period(p, style, short=True) for p in months("2025-07", 12))
    n = tuple(180.0 + 7 * r for r in range(12))
    view = HeatView(rows, tuple(str(a) for a in age), values, "share", "Customers kept, by start month", n=n, low=0.4)
    return build_heatmap(view, style, FigureOptions())
