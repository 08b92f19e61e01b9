"""Charts and tables of the voice page, from what was heard."""

import re

from kpidesk.analysis.pooled import Pooled
from kpidesk.analysis.voice import RELEASE, Voice
from kpidesk.charts.figure import Figure, Text
from kpidesk.charts.kinds.intervals import Group, IntervalView, build_intervals
from kpidesk.charts.labels import extent
from kpidesk.charts.spec import FigureOptions
from kpidesk.core.formatting import Style
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.facts.facts import NO_ATTRIBUTE_VALUE
from kpidesk.metrics.catalogue import Catalogue

_MOST_GROUPS = 8
_UNKNOWN = Message(QT_TRANSLATE_NOOP("voice", "not said"))


def groups_figure(
    voice: Voice, score: MetricName, by: str, catalogue: Catalogue, style: Style, options: FigureOptions
) -> Figure:
    """A score by release (the latest on top) or by segment, with intervals and n."""
    found = voice.groups[score, by]
    named = [each for each in found if each.segment is not None]
    if by == RELEASE:
        named = sorted(named, key=lambda each: _natural(each.segment or ""), reverse=True)
    whole = next((each.value for each in found if each.segment is None), None)
    definition = catalogue.get(score)
    groups = tuple(_group(each) for each in named[:_MOST_GROUPS])
    kind, foot = definition.unit.kind, (extent(voice.frame.periods, style),)
    view = IntervalView(definition.label(style.language), kind, groups, whole, by, foot)
    return build_intervals(view, style, options)


def _group(each: Pooled) -> Group:
    name: Text = _UNKNOWN if each.segment in (None, NO_ATTRIBUTE_VALUE) else str(each.segment)
    return Group(name, each.value, each.n, each.low, each.high)


def _natural(text: str) -> list[tuple[int, str]]:
    """v10 after v9."""
    return [(int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"(\d+)", text) if part]
