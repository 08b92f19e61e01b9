"""What charts say of a baseline and of a scenario beside it: their names in the key, the changes in the foot."""

from kpidesk.charts.figure import KeyEntry, Text
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message

BASELINE = Message(QT_TRANSLATE_NOOP("charts", "Baseline"))
SCENARIO = Message(QT_TRANSLATE_NOOP("charts", "Scenario"))


def supposed_key(scenario: Text | None) -> tuple[KeyEntry, ...]:
    """The grey dashes of the baseline, and the violet line of the scenario where there is one."""
    baseline = KeyEntry("baseline", BASELINE, dash="dashed")
    return (baseline,) if scenario is None else (baseline, KeyEntry("scenario", scenario, "line"))


def supposed_foot(scenario: Text, changes: Text) -> tuple[Text, ...]:
    """What a scenario changes; nothing where it changes nothing."""
    if not changes:
        return ()
    return (Message(QT_TRANSLATE_NOOP("charts", "Scenario {scenario}: {changes}"), scenario=scenario, changes=changes),)
