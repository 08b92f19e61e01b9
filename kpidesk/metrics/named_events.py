"""Events of which nobody wrote any down: what counts those of a name is not known where none has such a name."""

from collections.abc import Mapping

from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.facts.facts import Facts
from kpidesk.metrics.definitions import Measure

_NAME = "event_name"
_MADE_OF: Mapping[str, tuple[str, ...]] = {"is_conversion": ("conversion",)}
"""Columns of derived relations that the names of events tell, and the groups of words that are looked for."""
_UNNAMED = QT_TRANSLATE_NOOP("metrics", "No event in the data is called {name} or alike.")


def why_unnamed(measure: Measure, facts: Facts) -> Message | None:
    """Why events of a name cannot be counted: none is there at all, so nobody records them; None where some are."""
    if _NAME not in facts.columns("events"):
        return None
    for condition in measure.where:
        groups = _MADE_OF.get(condition.column, ())
        if condition.column == _NAME and condition.operator == "says":
            groups = tuple(str(group) for group in condition.values)
        if groups and not facts.says_any("events", _NAME, groups):
            first = next((word for group in groups for word in facts.words.get(group, ())), groups[0])
            return Message(_UNNAMED, name=first)
    return None
