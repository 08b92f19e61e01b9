"""What a monthly sheet says of a figure that is counted from rows: told beside it where the two are apart."""

from dataclasses import replace

import numpy as np

from kpidesk.core.formatting import Style, format_change, format_value
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Grain
from kpidesk.core.progress import Progress
from kpidesk.facts.facts import Facts
from kpidesk.metrics.answer import Answer
from kpidesk.metrics.axis import Axis
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.frame import Array
from kpidesk.metrics.given import Given, Lengths, is_told_at, read_given
from kpidesk.metrics.planner import Origin, Plan
from kpidesk.metrics.query import Query

NEAR = 0.01
"""Apart by no more than this, they say the same."""

_APART = QT_TRANSLATE_NOOP("metrics", "Your own sheet says {value} for {period} ({apart}): compare the sources.")
_PLAIN = Style(currency="").exact()


def with_second_word(
    answer: Answer,
    facts: Facts,
    catalogue: Catalogue,
    plan: Plan,
    asked: tuple[Query, Axis, Lengths],
    progress: Progress,
) -> Answer:
    """The answer with a note on each figure of the whole that a sheet gives too, and gives otherwise."""
    query, axis, lengths = asked
    if query.by is not None or query.filters or axis.grain is Grain.SNAPSHOT:
        return answer
    counted = (name for name in plan.of(Origin.MEASURE, Origin.FORMULA) if name in lengths)
    told = [each for name in counted if is_told_at(each := catalogue.definitions[name], lengths[name], axis.grain)]
    if not told:
        return answer
    series = dict(answer.series)
    for name, given in read_given(facts, told, axis, None, (), (), progress).items():
        note = _apart(series[name].values[-1], given, axis, catalogue.get(name).unit.kind)
        if note is not None:
            series[name] = replace(series[name], notes=(*series[name].notes, note))
    return replace(answer, series=series)


def _apart(counted: Array, given: Given, axis: Axis, kind: str) -> Message | None:
    """How far they are apart in the last whole period of which both speak."""
    unsure = axis.incomplete if given.partial is None else axis.incomplete | given.partial[-1]
    both = np.flatnonzero(np.isfinite(counted) & np.isfinite(given.values[-1]) & ~unsure)
    if not both.size:
        return None
    at = int(both[-1])
    ours, theirs = float(counted[at]), float(given.values[-1][at])
    if abs(theirs - ours) <= NEAR * max(abs(ours), abs(theirs)):
        return None
    change = format_change(theirs - ours, kind, _PLAIN)
    if ours and kind != "share":
        change = format_value(theirs / ours - 1, "share", Style(signed=True))
    return Message(_APART, value=format_value(theirs, kind, _PLAIN), period=str(axis.periods[at]), apart=change)
