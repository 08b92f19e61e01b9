"""Shares above 100%: what is counted and what it is a share of come from rows that do not match.

Two sheets that do not agree give them, or one that begins later than the other. The value stays as it is computed, and
is never told without this warning.
"""

import numpy as np

from kpidesk.core.findings import Finding, Level
from kpidesk.core.formatting import Style, format_value
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.definitions import Definition
from kpidesk.metrics.frame import Array, ResultFrame

NOTE = QT_TRANSLATE_NOOP(
    "metrics",
    "above 100% in some periods: what is counted and what it is a share of do not match. One of the sheets begins"
    " later, lacks rows or counts something else.",
)
_FINDING = QT_TRANSLATE_NOOP(
    "metrics",
    "{kpi} is above 100% in {n} {n|period|periods}, {value} in {period}: what is counted and what it is a share of do"
    " not match. See whether one of the sheets begins later, lacks rows or counts something else",
)
_ALL = 1 + 1e-9


def is_above_all(definition: Definition, values: Array) -> bool:
    """Whether a share of things that are counted, or one that cannot leave 0 … 1, is above 1 anywhere."""
    return (definition.is_bounded or definition.interval == "wilson") and bool((values > _ALL).any())


def impossible_findings(frame: ResultFrame, catalogue: Catalogue, style: Style) -> tuple[Finding, ...]:
    """A warning for each such share, with the period in which it is highest."""
    found = []
    for series in frame.series.values():
        definition = catalogue.get(series.name)
        if not series.is_computable or not is_above_all(definition, series.values):
            continue
        row, column = np.unravel_index(np.nanargmax(series.values), series.values.shape)
        message = Message(
            _FINDING,
            kpi=definition.label(style.language),
            n=int((series.values > _ALL).any(axis=0).sum()),
            value=format_value(float(series.values[row, column]), "share", style),
            period=frame.periods[column],
        )
        found.append(Finding(Level.WARNING, "metrics.above_all", message))
    return tuple(found)
