"""The rules of a workspace as fields that can be filled in: declared once, read and written by their path.

A front end draws a row for each; what is typed is checked here, so that no rule can hold what makes no sense.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import partial
from typing import Any, cast

from kpidesk.core.errors import UserError
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.workspace.document import Rules

Value = object
_CURRENCY = re.compile(r"[A-Za-z]{3}")
_DATE = re.compile(r"(\d{4})\D(\d{1,2})\D(\d{1,2})")
_HOUR = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?")
_RATE = re.compile(r"([A-Za-z]{3})\s*(?:(\d{4})-(\d{1,2})\b)?\s*[:=]?\s*([\d.,]+)")
_BETWEEN = re.compile(r"[,;，；、\n]+")


class Kind(Enum):
    """How a field is filled in."""

    SWITCH = "switch"
    WHOLE = "whole"
    NUMBER = "number"
    HOUR = "hour"
    DAY = "day"
    DAYS = "days"
    WEEKDAYS = "weekdays"
    WORDS = "words"
    CURRENCY = "currency"
    RATES = "rates"


@dataclass(frozen=True, slots=True)
class RuleField:
    """One rule: its path below Rules, how it is filled in, its words. Empty means None where ``empty`` says so."""

    path: str
    kind: Kind
    label: Message
    help: Message | None = None
    least: float = 0.0
    most: float = 10_000.0
    empty: Message | None = None


@dataclass(frozen=True, slots=True)
class RuleSection:
    """Fields that belong together."""

    title: Message
    fields: tuple[RuleField, ...]


def value_of(rules: Rules, field: RuleField) -> Value:
    """What the rules hold there."""
    found: object = rules
    for name in field.path.split("."):
        found = found.get(name, ()) if isinstance(found, Mapping) else getattr(found, name)
    return found


def with_value(rules: Rules, field: RuleField, value: Value) -> Rules:
    """The rules with another value there; UserError where it does not go with the others."""
    changed = cast(Rules, _replaced(rules, field.path.split("."), value))
    hours = changed.business.business_hours
    if not hours.opens < hours.closes:
        raise UserError(Message(QT_TRANSLATE_NOOP("rules", "The desk must open before it closes")))
    return changed


def text_of(rules: Rules, field: RuleField) -> str:
    """The value as it is written into its field."""
    value = value_of(rules, field)
    if value is None:
        return ""
    if field.kind is Kind.HOUR:
        minutes = round(cast(float, value) * 60)
        return f"{minutes // 60:02d}:{minutes % 60:02d}"
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {_plain(rate)}" for name, rate in value.items())
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return _plain(value) if isinstance(value, float) else str(value)


def _plain(number: float) -> str:
    """All the digits that tell it from any other number, without an exponent: what is written is what is read again."""
    text = format(Decimal(repr(float(number))), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def parsed(field: RuleField, text: str) -> Value:
    """What was typed, as a value; UserError with what is wanted instead."""
    text = text.strip()
    if not text and field.empty is not None:
        return None
    return _PARSERS[field.kind](field, text)


def _replaced(holder: Any, names: list[str], value: Value) -> object:
    name, rest = names[0], names[1:]
    if isinstance(holder, Mapping):
        kept = {key: words for key, words in holder.items() if key != name}
        return {**kept, name: value} if value else kept
    inner = value if not rest else _replaced(getattr(holder, name), rest, value)
    return replace(holder, **{name: inner})


def _number(field: RuleField, text: str) -> float:
    try:
        number = float(text.replace(",", ".") if text.count(",") == 1 and "." not in text else text.replace(",", ""))
    except ValueError:
        number = float("nan")
    if not field.least <= number <= field.most:
        wanted = QT_TRANSLATE_NOOP("rules", "A number from {least} to {most} is wanted here")
        raise UserError(Message(wanted, least=_plain(field.least), most=_plain(field.most)))
    return number


def _whole(field: RuleField, text: str) -> int:
    number = _number(field, text)
    if number != int(number):
        raise UserError(Message(QT_TRANSLATE_NOOP("rules", "A whole number is wanted here")))
    return int(number)


def _hour(_: RuleField, text: str) -> float:
    found = _HOUR.fullmatch(text)
    hour = int(found[1]) + int(found[2] or 0) / 60 if found else 99.0
    if hour > 24 or (found and int(found[2] or 0) > 59):
        raise UserError(Message(QT_TRANSLATE_NOOP("rules", "A time of the day is wanted here, such as 09:00")))
    return hour


def _day(_: RuleField, text: str) -> date:
    found = _DATE.fullmatch(text)
    try:
        return date(*map(int, found.groups())) if found else date.fromisoformat(text)
    except ValueError as error:
        wanted = QT_TRANSLATE_NOOP("rules", "A day is wanted here, such as 2026-06-30")
        raise UserError(Message(wanted)) from error


def _many(one: Callable[[RuleField, str], Value], field: RuleField, text: str) -> Value:
    parts = (part.strip() for part in _BETWEEN.split(text))
    return tuple(dict.fromkeys(one(field, part) for part in parts if part))


def _word(_: RuleField, text: str) -> str:
    return text


def _currency(_: RuleField, text: str) -> str:
    if not _CURRENCY.fullmatch(text):
        raise UserError(Message(QT_TRANSLATE_NOOP("rules", "Three letters are wanted here, such as EUR")))
    return text.upper()


def _rates(field: RuleField, text: str) -> Value:
    rates = {}
    for part in filter(None, (part.strip() for part in re.split(r"[;；\n]+|,\s+|,(?=[A-Za-z])|，|、", text))):
        found = _RATE.fullmatch(part)
        rate = _number(field, found[4]) if found else 0.0
        if found is None or rate <= 0 or (found[3] and not 1 <= int(found[3]) <= 12):
            wanted = QT_TRANSLATE_NOOP("rules", "A currency and its rate are wanted here, such as EUR 1.08, GBP 1.27")
            raise UserError(Message(wanted))
        month = f" {found[2]}-{int(found[3]):02d}" if found[2] else ""
        rates[found[1].upper() + month] = rate
    return rates


_PARSERS: Mapping[Kind, Callable[[RuleField, str], Value]] = {
    Kind.WHOLE: _whole,
    Kind.NUMBER: _number,
    Kind.HOUR: _hour,
    Kind.DAY: _day,
    Kind.DAYS: partial(_many, _day),
    Kind.WORDS: partial(_many, _word),
    Kind.CURRENCY: _currency,
    Kind.RATES: _rates,
}
