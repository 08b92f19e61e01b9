"""The card of a KPI under a scenario: what it would be, beside what it is."""

import math

from kpidesk.charts.card import Card
from kpidesk.charts.figure import Text
from kpidesk.core.formatting import Style, format_change, format_value
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.metrics.catalogue import Catalogue


def build_scenario_card(
    name: MetricName,
    baseline: float | None,
    scenario: float | None,
    catalogue: Catalogue,
    style: Style,
    *,
    label: str = "",
    drivers: str = "",
) -> Card:
    """The scenario's value, the baseline, their difference and factor.

    ``drivers`` are the names of what was changed: where the KPI did not move, the card says that it does not depend on
    them. ``label`` replaces the KPI's name ("MRR in 12 months").
    """
    definition = catalogue.get(name)
    kind = definition.unit.kind
    title = label or definition.label(style.language)
    if scenario is None or not math.isfinite(scenario):
        words = Message(QT_TRANSLATE_NOOP("cards", "No value under this scenario"))
        return Card(name, title, "needs_data", state_text=words, foot=words)
    was: Text = Message(QT_TRANSLATE_NOOP("cards", "baseline {value}"), value=format_value(baseline, kind, style))
    value_text, exact = format_value(scenario, kind, style), format_value(scenario, kind, style.exact())
    if baseline is None or not math.isfinite(baseline):
        return Card(name, title, "scenario", value_text, exact, baseline_text=was, state_text=_what_if())
    change = scenario - baseline
    if abs(change) <= 1e-9 * max(abs(scenario), abs(baseline)):
        words = _independent(drivers)
        return Card(
            name,
            title,
            "scenario",
            value_text,
            exact,
            baseline_text=was,
            foot=words,
            state_text=words,
            is_touched=False,
        )
    good = None if definition.good == "none" else (change > 0) == (definition.good == "up")
    return Card(
        name,
        title,
        "scenario",
        value_text,
        exact,
        format_change(change, kind, style),
        good,
        1 if change > 0 else -1,
        _factor(scenario, baseline, style),
        baseline_text=was,
        state_text=_what_if(),
    )


def _what_if() -> Message:
    return Message(QT_TRANSLATE_NOOP("cards", "what-if, not a real value"))


def _independent(drivers: str) -> Message:
    if not drivers:
        return Message(QT_TRANSLATE_NOOP("cards", "not changed by this scenario"))
    return Message(QT_TRANSLATE_NOOP("cards", "does not depend on {drivers}"), drivers=drivers)


def _factor(scenario: float, baseline: float, style: Style) -> str:
    """``×2.0`` from half as much again or a third less on, below that ``+14%``; nothing where signs differ."""
    if baseline == 0 or scenario / baseline <= 0:
        return ""
    factor = scenario / baseline
    if factor >= 1.5 or factor <= 2 / 3:
        return f"×{format_value(factor, 'ratio', style)}"
    return format_value(factor - 1, "share", style.with_sign())
