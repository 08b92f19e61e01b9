"""Why a single value is missing though others are there: one reason for each empty cell, found along the formulas."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, Template
from kpidesk.core.period import Grain
from kpidesk.metrics.aggregation import OUTCOMES
from kpidesk.metrics.catalogue import Catalogue, formula_of, lag_of
from kpidesk.metrics.definitions import Definition
from kpidesk.metrics.evaluation import evaluate_expr
from kpidesk.metrics.expr import Binary, Expr
from kpidesk.metrics.frame import Array
from kpidesk.metrics.functions import lag_periods
from kpidesk.metrics.months import Flags
from kpidesk.metrics.planner import Origin, Plan

Codes = npt.NDArray[np.int8]

_OUTSIDE = QT_TRANSLATE_NOOP("metrics", "the data do not reach this period")
_NOBODY = QT_TRANSLATE_NOOP("metrics", "no observations in the period")
_NO_EARLIER = QT_TRANSLATE_NOOP("metrics", "there is no earlier period to compare with")
_NOT_APART = QT_TRANSLATE_NOOP("metrics", "not known by segment: the data behind it have no such column")
_CIRCULAR = QT_TRANSLATE_NOOP("metrics", "only those who left, or were lost, have a reason: it says nothing of others")
_PART = QT_TRANSLATE_NOOP("metrics", "a part of the formula has no value")


def catalogue_message(texts: Mapping[str, str]) -> Message:
    """A text of the catalogue as a message: its English, which whoever translates looks up there."""
    return Message(Template("catalogue", texts["en"]))


@dataclass(slots=True)
class Gaps:
    """The reasons of one answer. ``texts[code - 1]`` is the reason of a cell whose code is not 0.

    ``unrecorded`` marks the periods in which nothing of a measure was written down.
    """

    catalogue: Catalogue
    plan: Plan
    grain: Grain
    values: Mapping[MetricName, Array]
    by: str | None = None
    unrecorded: Mapping[MetricName, Flags] = field(default_factory=dict)
    texts: list[Message] = field(default_factory=list)
    _codes: dict[MetricName, Codes] = field(default_factory=dict)
    _numbers: dict[Message, int] = field(default_factory=dict)

    def codes(self, name: MetricName) -> Codes:
        """For each cell 0 where it has a value, else the number of its reason."""
        if name not in self._codes:
            self._codes[name] = self._find(self.catalogue.definitions[name])
        return self._codes[name]

    def _number(self, message: Message) -> int:
        if message not in self._numbers:
            self.texts.append(message)
            self._numbers[message] = len(self.texts)
        return self._numbers[message]

    def _find(self, definition: Definition) -> Codes:
        values = self.values[definition.name]
        lacking = np.isnan(values)
        result = np.zeros(values.shape, dtype=np.int8)
        if not lacking.any():
            return result
        expr = formula_of(definition, self.grain)
        if self.plan.sources[definition.name].origin is not Origin.FORMULA or expr is None:
            told = self.plan.sources[definition.name].reason
            unrecorded = self.unrecorded.get(definition.name)
            plain = Message(_NOBODY if definition.interval == "mean" else _OUTSIDE)
            if unrecorded is None:
                plain = told or plain
            result[lacking] = self._number(catalogue_message(definition.gap_note) if definition.gap_note else plain)
            if unrecorded is not None and told is not None:
                result[lacking & unrecorded] = self._number(told)
            if values.shape[0] > 1 and lacking[:-1].all() and not lacking[-1].all():
                result[:-1] = self._number(Message(_CIRCULAR if self.by in OUTCOMES else _NOT_APART))
            return result
        before = lag_of(expr)
        if before is not None:
            return self._lagged(before, expr, lacking)
        return self._along(definition, expr, lacking, result)

    def _lagged(self, before: MetricName, expr: Expr, lacking: npt.NDArray[np.bool_]) -> Codes:
        by = lag_periods(expr, self.grain)
        result = np.zeros(lacking.shape, dtype=np.int8)
        if 0 < by < lacking.shape[1]:
            result[:, by:] = self.codes(before)[:, :-by]
        result[lacking & (result == 0)] = self._number(Message(_NO_EARLIER))
        return result

    def _along(self, definition: Definition, expr: Expr, lacking: npt.NDArray[np.bool_], result: Codes) -> Codes:
        note = catalogue_message(definition.gap_note) if definition.gap_note else None
        if note is not None and isinstance(expr, Binary) and expr.operator == "/":
            below = evaluate_expr(expr.right, self.values, self.grain)
            result[lacking & (below == 0)] = self._number(note)
        for part in self.catalogue.inputs(definition.name, self.grain):
            if part in self.values:
                codes = self.codes(part)
                unexplained = lacking & (result == 0) & (codes != 0)
                result[unexplained] = codes[unexplained]
        result[lacking & (result == 0)] = self._number(note or Message(_PART))
        return result
