"""What every page of a report says beside its numbers, which KPIs come first, and the pages of a scenario."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from kpidesk.charts.figure import Figure, Text
from kpidesk.charts.kinds.path import PathView, build_path
from kpidesk.charts.labels import data_to, money_in, profile_words
from kpidesk.charts.scenario_card import build_scenario_card
from kpidesk.charts.spec import FigureOptions
from kpidesk.core.formatting import Style, format_date, format_period, format_value, in_a_sentence, with_periods
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, verbatim
from kpidesk.export.deck import Slide, Supposal
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.frame import ResultFrame
from kpidesk.metrics.query import Filter
from kpidesk.scenario.model import Scenario
from kpidesk.scenario.presets import scenario_label
from kpidesk.scenario.projection import MonthPath
from kpidesk.session.studies import Comparison

HEADLINE = (
    "mrr", "net_new_mrr", "active_customers", "customer_churn_rate", "nrr", "arpa", "ltv_cac", "cac_payback_months",
    "revenue", "aov", "repeat_purchase_rate", "cac", "roas", "ctr", "sessions", "nps", "csat",
    "avg_first_response_hours",
)  # fmt: skip
"""What a company looks at first, in order; those that its data give are shown."""
MOST = 8
_HISTORY = 12


@dataclass(frozen=True, slots=True, eq=False)
class Supposed:
    """A scenario with what it comes to."""

    scenario: Scenario
    comparison: Comparison
    path: MonthPath | None
    frame: ResultFrame


def headline(frame: ResultFrame, catalogue: Catalogue) -> tuple[MetricName, ...]:
    """The KPIs of a report when none are named: those of the headline that have values, else any that have."""
    valued = [name for name, series in frame.series.items() if series.is_computable and _has_value(series.values)]
    first = [MetricName(name) for name in HEADLINE if name in valued]
    return tuple(first[:MOST] or [name for name in valued if name in catalogue][:MOST])


def stamp(
    frame: ResultFrame,
    style: Style,
    *,
    filters: Sequence[Filter] = (),
) -> tuple[Text, ...]:
    """What an export shows, said on each page beside its period: filters, profile, day of the data."""
    parts: list[Text] = [filter_words(each) for each in filters]
    parts.append(profile_words(frame.profile))
    if frame.as_of is not None:
        parts.append(data_to(frame.as_of, style))
    return tuple(parts)


def currency_said(frame: ResultFrame, style: Style) -> Text:
    """Of which currency the amounts of an export are, for the pages that show any."""
    return money_in(replace(style, currency=frame.currency)) if frame.currency else ""


def supposing(supposed: Supposed, catalogue: Catalogue, style: Style) -> Text:
    """What a scenario changes, for the pages that show it."""
    changes = changes_text(supposed.comparison, catalogue, style)
    words = QT_TRANSLATE_NOOP("report", "{scenario}: {changes}")
    return Message(words, scenario=scenario_label(supposed.scenario), changes=changes)


def filter_words(each: Filter) -> Message:
    """``plan: Gold, Silver``, as the user wrote it."""
    return verbatim(f"{each.attribute}: {', '.join(each.values)}")


def supposal(supposed: Supposed) -> Supposal:
    """The scenario as a workbook takes it: by its values at one period."""
    found = supposed.comparison
    changes = {name: after for name, (_, after) in found.changes.items()}
    return Supposal(scenario_label(supposed.scenario), found.at, changes, found.scenario)


def scenario_slides(
    supposed: Supposed, catalogue: Catalogue, names: Sequence[MetricName], style: Style
) -> tuple[Slide, ...]:
    """What a scenario does to the KPIs, and the months that follow."""
    comparison, scenario = supposed.comparison, supposed.scenario
    name: Text = scenario_label(scenario)
    changed = ", ".join(in_a_sentence(catalogue.get(driver).label(style.language)) for driver in comparison.changes)
    cards = tuple(
        build_scenario_card(
            kpi, comparison.baseline.get(kpi), comparison.scenario.get(kpi), catalogue, style, drivers=changed
        )
        for kpi in names
        if kpi in comparison.baseline
    )
    changes = supposing(supposed, catalogue, style)
    first = Slide(name, cards=cards, footnote=(changes,), key="scenario")
    figure = _path(supposed, catalogue, style)
    if figure is None:
        return (first,)
    return first, Slide(name, figure=figure, footnote=(*figure.footnote, changes), key="scenario path")


def changes_text(comparison: Comparison, catalogue: Catalogue, style: Style) -> str:
    """``Customer churn 3.9% → 1.95%``: what a scenario changed, for feet and file names; parts in brackets."""
    every = [(name, "", sides) for name, sides in comparison.changes.items()]
    every += [(name, f" ({part.value})", sides) for (name, part), sides in comparison.in_parts.items()]
    parts = []
    for name, where, (before, after) in every:
        definition = catalogue.get(name)
        kind = definition.unit.kind
        old, new = format_value(before, kind, style), format_value(after, kind, style)
        parts.append(f"{definition.label(style.language)}{where} {old} → {new}")
    return ", ".join(parts)


def _path(supposed: Supposed, catalogue: Catalogue, style: Style) -> Figure | None:
    """The months that follow, of MRR or whatever else the path carries."""
    path, frame = supposed.path, supposed.frame
    if path is None:
        return None
    name = next((MetricName(n) for n in ("mrr", "active_customers", "revenue") if n in path.scenario), None)
    last = frame.column(path.at)
    if name is None or last is None or name not in path.baseline:
        return None
    first = max(0, last - _HISTORY)
    definition = catalogue.get(name)
    past = frame.series[name].values[frame.segments.index(None), first : last + 1]
    view = PathView(
        definition.label(style.language),
        definition.unit.kind,
        frame.periods[first : last + 1],
        np.asarray(past, dtype=float),
        path.periods,
        path.baseline[name],
        path.scenario[name],
        scenario_label(supposed.scenario),
        changes_text(supposed.comparison, catalogue, style),
        profile=frame.profile,
        notes=tuple(with_periods(note, style) for note in path.notes),
    )
    return build_path(view, style, FigureOptions())


def subtitle(frame: ResultFrame, style: Style) -> Text:
    """Which periods and definitions a report rests on."""
    if not frame.periods or frame.as_of is None:
        return ""
    text = QT_TRANSLATE_NOOP("report", "{first} to {last}, data to {day}, {currency}, profile {profile}")
    if not frame.currency:
        text = QT_TRANSLATE_NOOP("report", "{first} to {last}, data to {day}, profile {profile}")
    return Message(
        text,
        first=format_period(frame.periods[0], style),
        last=format_period(frame.periods[-1], style),
        day=format_date(frame.as_of, style),
        currency=frame.currency,
        profile=frame.profile,
    )


def _has_value(values: np.ndarray) -> bool:
    return bool(np.isfinite(values).any())
