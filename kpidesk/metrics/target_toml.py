"""Targets and limits of KPIs in the TOML text of custom KPIs: a section ``[target.<id>]`` for each."""

from collections.abc import Mapping, Sequence

from kpidesk.core.errors import UserError
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.metrics.custom_toml import finite, parsed_toml, quoted
from kpidesk.metrics.pacing import Target

_NUMBERS = ("value", "alert_below", "alert_above")


def targets_from_toml(text: str) -> tuple[Target, ...]:
    """The targets of a text; raises UserError where one is not understood."""
    entries = parsed_toml(text).get("target", {})
    if not isinstance(entries, Mapping):
        raise _wrong(MetricName("target"), "target")
    return tuple(_read(MetricName(name), entry) for name, entry in entries.items())


def targets_to_toml(targets: Sequence[Target]) -> str:
    """The text that gives these targets again."""
    sections = []
    for target in targets:
        numbers = {key: getattr(target, key) for key in _NUMBERS}
        lines = [f"{key} = {value!r}" for key, value in numbers.items() if value is not None]
        sections.append("\n".join([f"[target.{quoted(str(target.metric))}]", *lines]) + "\n")
    return "\n".join(sections)


def _read(name: MetricName, entry: object) -> Target:
    if not isinstance(entry, Mapping) or not entry:
        raise _wrong(name, "value")
    if unknown := sorted(set(entry) - set(_NUMBERS)):
        raise _wrong(name, unknown[0])
    numbers = {key: finite(value) for key, value in entry.items()}
    for key, value in numbers.items():
        if value is None:
            raise _wrong(name, key)
    return Target(name, **numbers)


def _wrong(name: MetricName, key: str) -> UserError:
    told = QT_TRANSLATE_NOOP("custom", "Target of {name}: “{key}” is missing or not understood")
    may = QT_TRANSLATE_NOOP("custom", "It may have {keys}, each a number.")
    return UserError(Message(told, name=name, key=key), Message(may, keys=", ".join(_NUMBERS)))
