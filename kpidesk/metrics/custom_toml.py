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
    """The KPIs of a text with a section ``[kpi.<id>]`` for each; raises UserError where it is not such a text.

    Sections ``[target.<id>]`` are read by ``target_toml``.
    """
    content = parsed_toml(text)
    entries = content.get("kpi", {} if "target" in content else None)
    if not isinstance(entries, Mapping) or set(content) - {"kpi", "target"} or len(entries) > MOST:
        told = QT_TRANSLATE_NOOP(
            "custom", "A file of custom KPIs has a section [kpi.<id>] or [target.<id>] for each, no other"
        )
        raise UserError(Message(told))
    return tuple(_read(MetricName(name), entry) for name, entry in entries.items())


def parsed_toml(text: str) -> Mapping[str, object]:
    """The plain content of such a text; raises UserError where it is no TOML."""
    if len(text) > MOST_CHARACTERS:
        raise UserError(Message(QT_TRANSLATE_NOOP("custom", "The file of custom KPIs is too long")))
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        told = QT_TRANSLATE_NOOP("custom", "The custom KPIs cannot be read: {problem}")
        raise UserError(Message(told, problem=str(error))) from error


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
    number = finite(value)
    if number is None:
        raise _wrong(name, key)
    return number


def finite(value: object) -> float | None:
    """A number that is one; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float) or value - value != 0:
        return None
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
    lines = [f"[kpi.{quoted(str(kpi.name))}]"]
    lines += [f"label.{language} = {quoted(label)}" for language, label in kpi.labels.items()]
    lines.append(f"formula = {quoted(kpi.formula)}")
    lines += [f"unit = {quoted(kpi.unit)}"] if kpi.unit else []
    lines.append(f"good = {quoted(kpi.good)}")
    numbers = {key: getattr(kpi, key) for key in _NUMBERS}
    lines += [f"{key} = {value!r}" for key, value in numbers.items() if value is not None]
    return "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    """A basic string: what JSON escapes TOML reads, but for the one control character that JSON lets stand."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
