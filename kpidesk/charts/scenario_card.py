"""The card of a KPI under a scenario: what it would be, beside what it is."""

import math
from dataclasses import replace

from kpidesk.charts.card import Card
from kpidesk.charts.figure import Text
from kpidesk.core.formatting import Style, format_change, format_value
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.definitions import Definition


def build_baseline_card(
    name: MetricName, value: float | None, catalogue: Catalogue, style: Style, *, label: str = "", foot: Text = ""
) -> Card:
    """The card of a KPI of which nothing is supposed: what it is, in normal ink; ``foot`` says when."""
    definition = catalogue.get(name)
    kind, title = definition.unit.kind, label or definition.label(style.language)
    if value is None or not math.isfinite(value):
        words = Message(QT_TRANSLATE_NOOP("cards", "No value in this period"))
        return Card(name, title, "needs_data", state_text=words, foot=words)
    return Card(
        name, title, "ok", format_value(value, kind, style), format_value(value, kind, style.exact()), foot=foot
    )


def build_scenario_card(
    name: MetricName,
    baseline: float | None,
    scenario: float | None,
    catalogue: Catalogue,
    style: Style,
    *,
    label: str = "",
    drivers: str = "",
    mover: str = "",
    is_one: bool = True,
) -> Card:
    """The scenario's value, the baseline, their difference and factor.

    ``drivers`` are the names of what was changed: where the KPI did not move, the card says that it does not depend on
    them, but on ``mover``: all that it does depend on, in short only where that ``is_one``. ``label`` replaces the
    KPI's name ("MRR in 12 months").
    """
    definition = catalogue.get(name)
    kind = definition.unit.kind
    title = label or definition.label(style.language)
    if scenario is None or not math.isfinite(scenario):
        words = Message(QT_TRANSLATE_NOOP("cards", "No value under this scenario"))
        return Card(name, title, "needs_data", state_text=words, foot=words)
    was: Text = Message(QT_TRANSLATE_NOOP("cards", "baseline {value}"), value=format_value(baseline, kind, style))
    value_text, exact = format_value(scenario, kind, style), format_value(scenario, kind, style.exact())
    plain = Card(name, title, "scenario", value_text, exact, baseline_text=was, state_text=_what_if())
    if baseline is None or not math.isfinite(baseline):
        return plain
    if abs(scenario - baseline) <= 1e-9 * max(abs(scenario), abs(baseline)):
        words = _independent(drivers, mover)
        least = Message(QT_TRANSLATE_NOOP("cards", "does not depend on it")) if drivers else words
        short = least
        if drivers and mover and is_one:
            short = Message(QT_TRANSLATE_NOOP("cards", "depends on {driver}"), driver=mover)
        said = replace(plain, foot=words, short_foot=short, least_foot=least)
        return replace(said, state_text=words, is_touched=False)
    return _moved(plain, scenario, baseline, definition, style)


def _moved(card: Card, scenario: float, baseline: float, definition: Definition, style: Style) -> Card:
    """The card with its difference, which is good, bad or neither, and its factor."""
    change = scenario - baseline
    return replace(
        card,
        delta_text=format_change(change, definition.unit.kind, style, beside=scenario),
        delta_is_good=None if definition.good == "none" else (change > 0) == (definition.good == "up"),
        direction=1 if change > 0 else -1,
        factor_text=_factor(scenario, baseline, style),
    )


def _what_if() -> Message:
    return Message(QT_TRANSLATE_NOOP("cards", "what-if, not a real value"))


def _independent(drivers: str, mover: str) -> Message:
    if not drivers:
        return Message(QT_TRANSLATE_NOOP("cards", "not changed by this scenario"))
    if mover:
        text = QT_TRANSLATE_NOOP("cards", "does not depend on {drivers}, but on {driver}")
        return Message(text, drivers=drivers, driver=mover)
    return Message(QT_TRANSLATE_NOOP("cards", "does not depend on {drivers}"), drivers=drivers)


def _factor(scenario: float, baseline: float, style: Style) -> str:
    """``×2.0`` from half as much again or a third less on, below that ``+14%``; nothing where signs differ."""
    if baseline == 0 or scenario / baseline <= 0:
        return ""
    factor = scenario / baseline
    if factor >= 1.5 or factor <= 2 / 3:
        return f"×{format_value(factor, 'ratio', style)}"
    return format_value(factor - 1, "share", style.with_sign())
