"""Calendar periods as integers, so that a time axis is an array and differences are subtractions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
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
    year × 12 + month − 1, year × 4 + quarter − 1, the year; 0 for the snapshot.
    """

    grain: Grain
    index: int

    @classmethod
    def of(cls, day: date, grain: Grain) -> "Period":
        """The period of that grain that holds the day."""
        return cls(grain, period_index(day, grain))

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Read ``2024-01-31``, ``2024-W05``, ``2024-01``, ``2024-Q1``, ``2024`` or ``snapshot``; else ValueError."""
        text = text.strip()
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
                return date(i // 4, i % 4 * 3 + 1, 1)
            case Grain.YEAR:
                return date(i, 1, 1)
            case _:
                return date.min

    @property
    def end(self) -> date:
        """Its last day; date.max for the snapshot."""
        return date.max if self.grain is Grain.SNAPSHOT else self.shifted(1).start - timedelta(days=1)

    def shifted(self, by: int) -> "Period":
        """The period ``by`` later, or earlier where negative."""
        return Period(self.grain, self.index + by)

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
                return f"{i // 4:04}-Q{i % 4 + 1}"
            case Grain.YEAR:
                return f"{i:04}"
            case _:
                return "snapshot"


def period_index(day: date, grain: Grain) -> int:
    """The index of the period that holds the day; see Period."""
    match grain:
        case Grain.DAY:
            return day.toordinal()
        case Grain.WEEK:
            return (day.toordinal() - 1) // 7
        case Grain.MONTH:
            return day.year * 12 + day.month - 1
        case Grain.QUARTER:
            return day.year * 4 + (day.month - 1) // 3
        case Grain.YEAR:
            return day.year
        case _:
            return 0


@dataclass(frozen=True, slots=True)
class PeriodRange:
    """Consecutive periods of one grain, first and last included."""

    first: Period
    last: Period

    def __iter__(self) -> Iterator[Period]:
        return (Period(self.first.grain, i) for i in range(self.first.index, self.last.index + 1))

    def __len__(self) -> int:
        return max(0, self.last.index - self.first.index + 1)

    @property
    def grain(self) -> Grain:
        return self.first.grain
