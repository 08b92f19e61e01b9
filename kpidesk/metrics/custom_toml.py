"""Custom KPIs as a TOML text that people can read, mail and keep under version control."""

import json
import tomllib
from collections.abc import Mapping, Sequence
from typing import cast

from kpidesk.core.errors import UserError
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.metrics.custom import MOST, CustomKpi
from kpidesk.metrics.definitions import Direction

MOST_CHARACTERS = 1_000_000
_NUMBERS = ("target", "alert_below", "alert_above")
_KEYS = frozenset({"label", "formula", "unit", "good", *_NUMBERS})
_GOOD = ("up", "down", "none")


def custom_from_toml(text: str) -> tuple[CustomKpi, ...]:
    """The KPIs of a text with a section ``[kpi.<id>]`` for each; raises UserError where it is not such a text."""
    if len(text) > MOST_CHARACTERS:
        raise UserError(Message(QT_TRANSLATE_NOOP("custom", "The file of custom KPIs is too long")))
    try:
        content = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        told = QT_TRANSLATE_NOOP("custom", "The custom KPIs cannot be read: {problem}")
        raise UserError(Message(told, problem=str(error))) from error
    entries = content.get("kpi")
    if not isinstance(entries, Mapping) or set(content) != {"kpi"} or len(entries) > MOST:
        raise UserError(
            Message(QT_TRANSLATE_NOOP("custom", "A file of custom KPIs has a section [kpi.<id>] for each, no other"))
        )
    return tuple(_read(MetricName(name), entry) for name, entry in entries.items())


def custom_to_toml(kpis: Sequence[CustomKpi]) -> str:
    """The text that gives these KPIs again."""
    return "\n".join(_written(kpi) for kpi in kpis)


def _read(name: MetricName, entry: object) -> CustomKpi:
    if not isinstance(entry, Mapping):
        raise _wrong(name, "formula")
    if unknown := sorted(set(entry) - _KEYS):
        raise _wrong(name, unknown[0])
    labels = entry.get("label", {"en": str(name)})
    labels = {"en": labels} if isinstance(labels, str) else labels
    if not isinstance(labels, Mapping) or not all(isinstance(label, str) for label in labels.values()):
        raise _wrong(name, "label")
    for key in ("formula", "unit", "good"):
        if not isinstance(entry.get(key, ""), str):
            raise _wrong(name, key)
    if not entry.get("formula"):
        raise _wrong(name, "formula")
    good = entry.get("good", "up")
    if good not in _GOOD:
        raise _wrong(name, "good")
    return CustomKpi(
        name,
        dict(labels),
        entry["formula"],
        entry.get("unit", ""),
        cast("Direction", good),
        **{key: _number(name, key, entry) for key in _NUMBERS},
    )


def _number(name: MetricName, key: str, entry: Mapping[str, object]) -> float | None:
    value = entry.get(key)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or value - value != 0:
        raise _wrong(name, key)
    return float(value)


def _wrong(name: MetricName, key: str) -> UserError:
    return UserError(
        Message(
            QT_TRANSLATE_NOOP("custom", "Custom KPI {name}: “{key}” is missing or not understood"), name=name, key=key
        ),
        Message(
            QT_TRANSLATE_NOOP("custom", "It may have {keys}; good is up, down or none."), keys=", ".join(sorted(_KEYS))
        ),
    )


def _written(kpi: CustomKpi) -> str:
    lines = [f"[kpi.{_quoted(str(kpi.name))}]"]
    lines += [f"label.{language} = {_quoted(label)}" for language, label in kpi.labels.items()]
    lines.append(f"formula = {_quoted(kpi.formula)}")
    lines += [f"unit = {_quoted(kpi.unit)}"] if kpi.unit else []
    lines.append(f"good = {_quoted(kpi.good)}")
    numbers = {key: getattr(kpi, key) for key in _NUMBERS}
    lines += [f"{key} = {value!r}" for key, value in numbers.items() if value is not None]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A basic string: what JSON escapes TOML reads, but for the one control character that JSON lets stand."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
