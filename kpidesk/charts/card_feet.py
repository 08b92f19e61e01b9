"""What stands below the number of a card: its period, on how many it rests, how sure it is, what is assumed."""

import numpy as np

from kpidesk.charts.figure import Text
from kpidesk.core.formatting import Style, format_period, format_range, format_value
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.frame import ResultFrame, Series
from kpidesk.metrics.gaps import catalogue_message
from kpidesk.metrics.intervals import is_few


def feet_of(
    frame: ResultFrame, series: Series, place: tuple[int, int], catalogue: Catalogue, style: Style
) -> tuple[Text, Text]:
    """``May · based on 1,902``; with the interval where that is little, or with what is assumed; and a shorter form."""
    row, at = place
    period = format_period(frame.periods[at], style, short=True)
    assumed = _assumed(series, catalogue)
    if assumed is not None:
        said = Message(QT_TRANSLATE_NOOP("cards", "{period} · {assumption}"), period=period, assumption=assumed)
        return said, Message(QT_TRANSLATE_NOOP("cards", "{period} · partly assumed"), period=period)
    n = series.n[row, at]
    if not np.isfinite(n) or n <= 0:
        return format_period(frame.periods[at], style), ""
    kind = catalogue.get(series.name).unit.kind
    span = interval_text(series, kind, (row, at), style) if is_few(float(n)) else ""
    if span:
        few = QT_TRANSLATE_NOOP("cards", "{period} · {span}, based on {n}")
        said = Message(few, period=period, span=span, n=format_value(float(n), "count", style.exact()))
        return said, f"{period} · {span}"
    words = QT_TRANSLATE_NOOP("cards", "{period} · based on {n}")
    return Message(words, period=period, n=format_value(float(n), "count", style.exact())), ""


def interval_text(series: Series, kind: str, at: tuple[int, int], style: Style) -> str:
    """``2.1% – 4.4%`` of one cell (row, column), "" where it has no interval."""
    if series.low is None or series.high is None or not np.isfinite(series.low[at]):
        return ""
    return format_range(float(series.low[at]), float(series.high[at]), kind, style)


def _assumed(series: Series, catalogue: Catalogue) -> Message | None:
    """What stands in for something that the data do not tell: in this KPI, in what it is made of or counts.

    The first measure is what a count asks for, the others take its place.
    """
    if not series.notes:
        return None
    counted = catalogue.definitions.get(catalogue.get(series.name).n or MetricName(""))
    instead = [measure.note for measure in counted.measures[1:]] if counted is not None else []
    notes = (*(each.fallback_note for each in catalogue.definitions.values()), *instead)
    return next((found for note in notes if note and (found := catalogue_message(note)) in series.notes), None)
