"""Calendar periods as integers, so that a time axis is an array and differences are subtractions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import Enum


class Grain(Enum):
    """The length of a period; ``SNAPSHOT`` is the one period of data without dates."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    SNAPSHOT = "snapshot"

    @property
    def months(self) -> float:
        """Its length in months: 1 for a month, 12 for a year, 12 / 365.25 for a day."""
        return _MONTHS[self]


_MONTHS = {
    Grain.DAY: 12 / 365.25,
    Grain.WEEK: 7 * 12 / 365.25,
    Grain.MONTH: 1.0,
    Grain.QUARTER: 3.0,
    Grain.YEAR: 12.0,
    Grain.SNAPSHOT: 1.0,
}


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """One day, ISO week, month, quarter or year.

    ``index`` counts periods of its grain: proleptic ordinal for days, (ordinal − 1) // 7 for weeks from Monday,
    year × 12 + month − 1, year × 4 + quarter − 1, the year; 0 for the snapshot. ``starts`` is the first month of the
    fiscal year, which is named after the year in which it ends: with 4 FY2025 is April 2024 to March 2025. It says
    when quarters and years lie, not which they are.
    """

    grain: Grain
    index: int
    starts: int = field(default=1, compare=False)

    @classmethod
    def of(cls, day: date, grain: Grain, starts: int = 1) -> "Period":
        """The period of that grain that holds the day."""
        return cls(grain, period_index(day, grain, starts), starts)

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Read ``2024-01-31``, ``2024-W05``, ``2024-01``, ``2024-Q1``, ``2024`` or ``snapshot``; else ValueError.

        ``FY2025`` and ``FY2025 Q1`` are the year and quarter of that number; whoever looks them up knows when they are.
        """
        text = text.strip().removeprefix("FY").replace(" Q", "-Q")
        if text == "snapshot":
            return cls(Grain.SNAPSHOT, 0)
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            return cls.of(date.fromisoformat(text), Grain.DAY)
        if match := re.fullmatch(r"(\d{4})-?W(\d\d?)", text):
            return cls.of(date.fromisocalendar(int(match[1]), int(match[2]), 1), Grain.WEEK)
        if match := re.fullmatch(r"(\d{4})-(\d\d?)", text):
            return cls.of(date(int(match[1]), int(match[2]), 1), Grain.MONTH)
        if match := re.fullmatch(r"(\d{4})-?Q([1-4])", text):
            return cls(Grain.QUARTER, int(match[1]) * 4 + int(match[2]) - 1)
        if re.fullmatch(r"\d{4}", text):
            return cls(Grain.YEAR, int(text))
        raise ValueError(text)

    @property
    def start(self) -> date:
        """Its first day; date.min for the snapshot."""
        i = self.index
        match self.grain:
            case Grain.DAY:
                return date.fromordinal(i)
            case Grain.WEEK:
                return date.fromordinal(i * 7 + 1)
            case Grain.MONTH:
                return date(i // 12, i % 12 + 1, 1)
            case Grain.QUARTER:
                return _first_of_month(i * 3 - months_ahead(self.starts))
            case Grain.YEAR:
                return _first_of_month(i * 12 - months_ahead(self.starts))
            case _:
                return date.min

    @property
    def end(self) -> date:
        """Its last day; date.max for the snapshot."""
        return date.max if self.grain is Grain.SNAPSHOT else self.shifted(1).start - timedelta(days=1)

    def shifted(self, by: int) -> "Period":
        """The period ``by`` later, or earlier where negative."""
        return replace(self, index=self.index + by)

    def __str__(self) -> str:
        i = self.index
        match self.grain:
            case Grain.DAY:
                return self.start.isoformat()
            case Grain.WEEK:
                year, week, _ = self.start.isocalendar()
                return f"{year}-W{week:02}"
            case Grain.MONTH:
                return f"{i // 12:04}-{i % 12 + 1:02}"
            case Grain.QUARTER:
                return f"{i // 4:04}-Q{i % 4 + 1}" if self.starts == 1 else f"FY{i // 4:04} Q{i % 4 + 1}"
            case Grain.YEAR:
                return f"{i:04}" if self.starts == 1 else f"FY{i:04}"
            case _:
                return "snapshot"


def months_ahead(starts: int) -> int:
    """By how many months a fiscal year is ahead of the calendar's: 9 where it starts in April, 0 in January."""
    return (13 - starts) % 12


def _first_of_month(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)


def period_index(day: date, grain: Grain, starts: int = 1) -> int:
    """The index of the period that holds the day; see Period."""
    month = day.year * 12 + day.month - 1
    match grain:
        case Grain.DAY:
            return day.toordinal()
        case Grain.WEEK:
            return (day.toordinal() - 1) // 7
        case Grain.MONTH:
            return month
        case Grain.QUARTER:
            return (month + months_ahead(starts)) // 3
        case Grain.YEAR:
            return (month + months_ahead(starts)) // 12
        case _:
            return 0


@dataclass(frozen=True, slots=True)
class PeriodRange:
    """Consecutive periods of one grain, first and last included."""

    first: Period
    last: Period

    def __iter__(self) -> Iterator[Period]:
        return (replace(self.first, index=i) for i in range(self.first.index, self.last.index + 1))

    def __len__(self) -> int:
        return max(0, self.last.index - self.first.index + 1)

    @property
    def grain(self) -> Grain:
        return self.first.grain
