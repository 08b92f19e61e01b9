"""What the rows of drivers show, and why an entry is refused."""

import math
from functools import lru_cache

from kpidesk.core.errors import UserError
from kpidesk.core.formatting import format_period, format_range, format_value
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.qt.translation import render
from kpidesk.qt.widgets.slider_row import DriverView
from kpidesk.scenario.drivers import Driver
from kpidesk.scenario.sensitivity import usual_range
from kpidesk.session.studies import Comparison
from kpidesk.ui.scenario.what_if import HISTORY, WhatIf


def driver_view(state: WhatIf, driver: Driver, comparison: Comparison) -> DriverView:
    """A driver as its row shows it: set, following what is set, or as it was.

    Bounds widen where a value was typed beyond them.
    """
    name = MetricName(driver.name)
    is_set = name in comparison.changes
    value = comparison.scenario.get(name, driver.baseline)
    value = value if math.isfinite(value) else driver.baseline
    follows = ""
    if not is_set and abs(value - driver.baseline) > 1e-9 * max(1.0, abs(driver.baseline)):
        leaders = state.leaders(name, comparison.changes)
        follows = render(Message(QT_TRANSLATE_NOOP("whatif", "follows {leaders}"), leaders=leaders))
    usual = _usual(driver.history)
    return DriverView(
        state.label(name),
        value,
        driver.baseline,
        min(driver.low, value),
        max(driver.high, value),
        driver.step,
        state.writes[driver.name],
        follows,
        _baseline_words(state, driver, comparison),
        usual,
        "" if usual is None else format_range(*usual, driver.unit.kind, state.style),
    )


_usual = lru_cache(maxsize=64)(usual_range)
"""A moving slider asks for every driver anew."""


def _baseline_words(state: WhatIf, driver: Driver, comparison: Comparison) -> str:
    """``3.94% in May 2026; 3.1% on average over 12 months.``, which tells an unusual month."""
    kind = driver.unit.kind
    exact = format_value(driver.baseline, kind, state.style.exact())
    of_late = [value for value in driver.history[-HISTORY:] if math.isfinite(value)]
    words = Message(
        QT_TRANSLATE_NOOP("whatif", "Baseline: {value} in {period}; {mean} on average over the last {n}."),
        value=exact,
        period=format_period(comparison.at, state.style),
        mean=format_value(sum(of_late) / max(1, len(of_late)), kind, state.style),
        n=len(of_late),
    )
    return render(words)


def reason_of(error: UserError, typed: str) -> Message:
    """Why an entry is refused, in the few words that stand beside its box, which says whose it is."""
    said = error.message.params
    if "low" in said and "high" in said:
        return Message(QT_TRANSLATE_NOOP("whatif", "lies between {low} and {high}"), low=said["low"], high=said["high"])
    if "text" in said:
        return Message(QT_TRANSLATE_NOOP("whatif", "“{text}” is no value, factor or percent"), text=typed)
    return error.message
