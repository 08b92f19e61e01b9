"""How a day is written, by language: below messages and numbers, which both need it."""

from datetime import date

MONTHS_EN = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def date_text(day: date, language: str, *, short: bool = False) -> str:
    """``18 Jun 2026``, ``2026年6月18日``; short drops the year."""
    if language.startswith("zh"):
        return f"{day.month}月{day.day}日" if short else f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {MONTHS_EN[day.month - 1]}" + ("" if short else f" {day.year}")
