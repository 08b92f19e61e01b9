"""How the texts of options are read: names, numbers, periods and days."""

import argparse
import calendar
import math
import re
from collections.abc import Callable
from datetime import date

from kpidesk.core.period import Period


def names(text: str) -> tuple[str, ...]:
    """``mrr, ltv`` as names."""
    found = tuple(part.strip() for part in re.split(r"[,，]", text) if part.strip())
    if not found:
        raise argparse.ArgumentTypeError("no KPI is named")
    return found


def _two(what: str, example: str) -> Callable[[str], tuple[str, str]]:
    """A reader of two names with a comma between them."""

    def read(text: str) -> tuple[str, str]:
        found = names(text)
        if len(found) != 2:
            raise argparse.ArgumentTypeError(f"{text!r} is not two {what} such as {example}")
        return found[0], found[1]

    return read


pair = _two("names", "kpidesk,stripe")
drivers = _two("drivers", "customer_churn_rate,cac")


def condition(text: str) -> tuple[str, str]:
    """``plan=Gold`` as attribute and value."""
    attribute, equals, value = text.partition("=")
    if not equals or not attribute.strip():
        raise argparse.ArgumentTypeError(f"{text!r} is not ATTRIBUTE=VALUE")
    return attribute.strip(), value.strip()


def goal(text: str) -> tuple[str, float]:
    """``ltv_cac=3`` as KPI and number; ``5%`` is 0.05."""
    name, equals, value = text.partition("=")
    amount = _number(value)
    if not equals or not name.strip() or amount is None:
        raise argparse.ArgumentTypeError(f"{text!r} is not KPI=VALUE")
    return name.strip(), amount


def _number(text: str) -> float | None:
    """A finite number, ``5%`` is 0.05; None where it is none."""
    plain = text.strip()
    try:
        amount = float(plain.removesuffix("%")) / (100 if plain.endswith("%") else 1)
    except ValueError:
        return None
    return amount if math.isfinite(amount) else None


def wanted(text: str) -> tuple[str, float | None]:
    """``ltv_cac=3`` as KPI and number, ``ltv_cac`` without one."""
    return goal(text) if "=" in text else (text.strip(), None)


def percent(text: str) -> float:
    """``20%`` or ``0.2`` as a share of more than nothing."""
    amount = _number(text)
    if amount is None or amount <= 0:
        raise argparse.ArgumentTypeError(f"{text!r} is not a percentage above 0; write 20%")
    return amount


def period(text: str) -> Period:
    """``2024-01-31``, ``2024-W05``, ``2024-01``, ``2024-Q1``, ``2024`` or ``snapshot``."""
    try:
        found = Period.parse(text)
        _ = found.start, found.end
    except (ValueError, OverflowError) as error:
        raise argparse.ArgumentTypeError(
            f"{text!r} is not a period; write 2024-01, 2024-Q1, 2024, 2024-W05 or 2024-01-31"
        ) from error
    return found


def note(text: str) -> tuple[Period, str]:
    """``2025-03=New prices`` as the period and what happened then."""
    when, equals, what = text.partition("=")
    if not equals or not what.strip():
        raise argparse.ArgumentTypeError(f"{text!r} is not PERIOD=TEXT")
    return period(when.strip()), what.strip()


def day(text: str) -> date:
    """A day; a month or year stands for its last day."""
    if match := re.fullmatch(r"(\d{4})-(\d\d?)", text.strip()):
        year, month = int(match[1]), int(match[2])
        if year and 1 <= month <= 12:
            return date(year, month, calendar.monthrange(year, month)[1])
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date; write 2024-12-31") from error


def finite(text: str) -> float:
    """A number."""
    amount = _number(text)
    if amount is None:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number")
    return amount


def seed(text: str) -> int:
    """Where draws begin: a whole number from 0 on."""
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 0 on")
    return int(text)


def months(text: str) -> int:
    """A number of months from 1 to 120."""
    if not text.isdecimal() or not 1 <= int(text) <= 120:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of months from 1 to 120")
    return int(text)
