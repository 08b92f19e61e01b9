"""Targets and limits against the figures: what should stand by now, what does, and findings where it does not.

Of a period that has not ended, what builds up in it (a flow, churn, retention) is held against the share of the way to
its target that the days passed make up; a state, or a quotient that is as good on any day, against the target itself.
What tells of whole periods only (growth, LTV) is judged in the last one that has ended. See ``course``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from kpidesk.core.findings import Finding, Level
from kpidesk.core.formatting import Style, format_period, format_value
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Grain, Period
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.course import Course, Way, course_of
from kpidesk.metrics.definitions import Definition
from kpidesk.metrics.frame import ResultFrame


@dataclass(frozen=True, slots=True)
class Target:
    """What a KPI should reach: at least or at most ``value``, by which way is good for it.

    Below ``alert_below`` or above ``alert_above`` a period that has ended is a finding.
    """

    metric: MetricName
    value: float | None = None
    alert_below: float | None = None
    alert_above: float | None = None


class Standing(Enum):
    """How a figure stands to its target."""

    REACHED = "reached"
    ON_PACE = "on_pace"
    BEHIND = "behind"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Pace:
    """A figure of the last period beside its target; ``elapsed`` is the share of the period that has passed.

    ``expected`` is what should stand by now.
    """

    kpi: MetricName
    period: Period
    value: float
    target: float
    elapsed: float
    expected: float
    standing: Standing

    @property
    def is_off(self) -> bool:
        """True where the period does not do what it should."""
        return self.standing in (Standing.BEHIND, Standing.MISSED)


def pace(frame: ResultFrame, catalogue: Catalogue, kpi: MetricName, target: float) -> Pace | None:
    """How a KPI of the whole business stands to its target in the last period; None where it has no value there.

    What cannot be told before its period has ended is judged in the last that has, and nothing where a part is missing.
    A cost of months before is all there while its period goes on, against a part of the customers: it cannot be told.
    """
    if not frame.periods:
        return None
    definition, course = catalogue.get(kpi), course_of(catalogue, kpi, frame.grain)
    column, elapsed = len(frame.periods) - 1, _elapsed(frame, frame.periods[-1])
    if elapsed < 1.0 and (course.way is Way.OPEN or frame.series[kpi].lag):
        column, elapsed = column - 1, 1.0
    value = frame.value(kpi, frame.periods[column]) if column >= 0 else None
    partial = frame.series[kpi].partial
    if value is None or (partial is not None and partial[-1, column]):
        return None
    start = course.start if course.way is Way.BUILDS else target
    told = Pace(
        kpi, frame.periods[column], value, target, elapsed, start + (target - start) * elapsed, Standing.REACHED
    )
    return replace(told, standing=_standing(told, definition, course))


def _standing(told: Pace, definition: Definition, course: Course) -> Standing:
    """A limit is kept until it is broken, what is to be reached is behind until it is on its way.

    What begins above its target and should fall no further (losses are negative, retention begins at 100%) has a limit.
    """
    is_down, builds, is_over = definition.good == "down", course.way is Way.BUILDS, told.elapsed >= 1.0
    met = told.value <= told.target if is_down else told.value >= told.target
    now = told.value <= told.expected if is_down else told.value >= told.expected
    if is_down != (builds and told.target < course.start):
        never_returns = definition.kind == "flow" and (is_down or definition.sign < 0)
        if now:
            return Standing.ON_PACE if builds and not is_over else Standing.REACHED
        return Standing.MISSED if is_over or (never_returns and not met) else Standing.BEHIND
    if met:
        return Standing.REACHED
    return Standing.MISSED if is_over else Standing.ON_PACE if now else Standing.BEHIND


def target_findings(
    frame: ResultFrame, catalogue: Catalogue, targets: Mapping[MetricName, float], style: Style
) -> tuple[Finding, ...]:
    """A warning for each target that is missed or behind its pace."""
    behind = QT_TRANSLATE_NOOP(
        "pacing", "{kpi} is behind its target: {value} in {period}, {expected} by now, {goal} in all"
    )
    missed = QT_TRANSLATE_NOOP("pacing", "{kpi} missed its target: {value} in {period} instead of {goal}")
    texts = {Standing.BEHIND: ("target.behind", behind), Standing.MISSED: ("target.missed", missed)}
    found = []
    for kpi, target in targets.items():
        told = pace(frame, catalogue, kpi, target) if kpi in frame.series else None
        if told is not None and told.standing in texts:
            kind = catalogue.get(kpi).unit.kind
            amounts = {"value": told.value, "expected": told.expected, "goal": told.target}
            words = {name: format_value(amount, kind, style) for name, amount in amounts.items()}
            code, text = texts[told.standing]
            message = Message(text, kpi=kpi, period=str(told.period), **words)
            found.append(Finding(Level.WARNING, code, message))
    return tuple(found)


def alert_findings(
    frame: ResultFrame, catalogue: Catalogue, targets: Iterable[Target], style: Style
) -> tuple[Finding, ...]:
    """A warning for each limit that the last complete period breaks; none by a figure that lacks a part."""
    below = QT_TRANSLATE_NOOP("pacing", "{kpi} fell below {limit}: {value} in {period}")
    above = QT_TRANSLATE_NOOP("pacing", "{kpi} rose above {limit}: {value} in {period}")
    found = []
    for target in targets:
        kpi, column = target.metric, frame.last_complete
        value = frame.value(kpi) if kpi in frame.series else None
        limit = None if value is None else broken_limit(target, value)
        if value is None or column is None or limit is None or frame.is_incomplete(kpi, -1, column):
            continue
        kind, text = catalogue.get(kpi).unit.kind, below if value < limit else above
        words = {"limit": format_value(limit, kind, style), "value": format_value(value, kind, style)}
        message = Message(text, kpi=kpi, period=str(frame.periods[column]), **words)
        found.append(Finding(Level.WARNING, "target.alert", message))
    return tuple(found)


def broken_limit(target: Target, value: float) -> float | None:
    """The limit on whose wrong side a value is; None for neither."""
    if target.alert_below is not None and value < target.alert_below:
        return target.alert_below
    return target.alert_above if target.alert_above is not None and value > target.alert_above else None


def pace_words(found: Pace, catalogue: Catalogue, style: Style) -> Message:
    """``Jun so far 12; 20 expected by now: behind``."""
    on_track = QT_TRANSLATE_NOOP("pacing", "{period} so far {value}, {expected} expected by now: on track")
    behind = QT_TRANSLATE_NOOP("pacing", "{period} so far {value}, {expected} expected by now: behind")
    over = QT_TRANSLATE_NOOP("pacing", "{period} so far {value}, at most {expected} by now: over")
    definition = catalogue.get(found.kpi)
    text = over if definition.good == "down" else behind
    return Message(
        text if found.is_off else on_track,
        period=format_period(found.period, style, short=True),
        value=format_value(found.value, definition.unit.kind, style),
        expected=format_value(found.expected, definition.unit.kind, style),
    )


def _elapsed(frame: ResultFrame, period: Period) -> float:
    """The share of the period's days up to the last known one."""
    if period.grain is Grain.SNAPSHOT or frame.as_of is None or frame.as_of >= period.end:
        return 1.0
    return ((frame.as_of - period.start).days + 1) / ((period.end - period.start).days + 1)
