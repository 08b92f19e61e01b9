"""One KPI before and after now: what every chart that looks ahead begins with."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from kpidesk.charts.figure import Axis, Column, Datum, Line, Rule
from kpidesk.charts.labels import axis_kind
from kpidesk.charts.scales import time_axis, value_axis
from kpidesk.charts.spec import FigureOptions
from kpidesk.core.formatting import Style, format_period
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, Template
from kpidesk.core.period import Period
from kpidesk.metrics.frame import Array

AHEAD = QT_TRANSLATE_NOOP("charts", "ahead from {period}")
WHAT_IF = QT_TRANSLATE_NOOP("charts", "what-if from {period}")
_ROOM_FOR_LABELS = 140


@dataclass(frozen=True, slots=True, eq=False)
class Course:
    """The KPI's ``history`` with its values in ``past``, which may be empty, and the ``periods`` behind it."""

    name: str
    kind: str
    history: tuple[Period, ...]
    past: Array
    periods: tuple[Period, ...]

    @property
    def every_period(self) -> tuple[Period, ...]:
        return (*self.history, *self.periods)

    @property
    def places(self) -> tuple[float, ...]:
        """Where each period stands on the axis."""
        return tuple(float(at) for at in range(len(self.every_period)))

    @property
    def now(self) -> float:
        """Where the last value of the history stands; before the axis where there is none."""
        return float(len(self.history) - 1)

    @property
    def xs(self) -> tuple[float, ...]:
        """Now and each period behind it."""
        return tuple(self.now + step for step in range(len(self.periods) + 1))

    def ahead(self, values: Array) -> tuple[float, ...]:
        """Values of the periods behind, from the last of the history on: one at each of ``xs``."""
        last = float(self.past[-1]) if self.past.size else math.nan
        return (last, *map(float, values))

    def history_line(self) -> tuple[Line, ...]:
        """What was, in ink; no line where nothing was."""
        if not self.history:
            return ()
        return (Line(self.places[: len(self.history)], tuple(map(float, self.past)), "ink2", 2.25),)

    def start_rule(self, words: Template, style: Style, begins: Period | None = None) -> Rule:
        """Behind it nothing is real: the first period ahead is named, or that in which changes begin."""
        ahead = self.periods or self.history[-1:]
        first = ahead[0] if begins is None or begins not in ahead else begins
        at = self.now + ahead.index(first)
        return Rule("x", max(-0.5, at), "line", label=Message(words, period=format_period(first, style)))

    def axes(self, lines: Iterable[Array], style: Style, options: FigureOptions) -> tuple[Axis, Axis]:
        """Time with room for the labels at the ends of lines, and values that hold the history and the lines."""
        known = np.concatenate([self.past, *(np.ravel(line) for line in lines)])
        known = known[np.isfinite(known)]
        low, high = (float(known.min()), float(known.max())) if known.size else (0.0, 1.0)
        across = time_axis(self.every_period, style, options.size[0] - _ROOM_FOR_LABELS)
        return across, value_axis(low, high, axis_kind(self.kind, style), style, room=0.03)

    def columns(self, *ahead: Column) -> tuple[Column, ...]:
        """The heads of the table: the period, what was, and what follows."""
        period = Column(Message(QT_TRANSLATE_NOOP("charts", "Period")), role="label")
        return (period, Column(Message(QT_TRANSLATE_NOOP("charts", "History")), self.kind, ink="ink2"), *ahead)

    def rows(self, lines: Iterable[Array], *, joins: bool = False) -> tuple[tuple[Datum, ...], ...]:
        """The table: a row a period; with ``joins`` the lines begin at the last value of the history."""
        ahead = tuple(lines)
        found: list[tuple[Datum, ...]] = []
        for at, period in enumerate(self.history):
            value = float(self.past[at])
            found.append((period, value, *((value if joins and at == self.now else None) for _ in ahead)))
        found.extend((period, None, *(float(line[at]) for line in ahead)) for at, period in enumerate(self.periods))
        return tuple(found)
