"""What changed "since last time": since the last sitting, or since files were read again in this one."""

from pathlib import Path

import pytest
from kpidesk.core.period import Grain, Period
from kpidesk.session.services import Services
from kpidesk.ui.dashboard.last_seen import LastSeen
from tests.charts.frames import a_frame, a_series, months


def frame(count: int):
    """Months from January 2025, the last of them ended."""
    return a_frame([a_series("mrr", [float(n) for n in range(1, count + 1)])], months("2025-01", count))


def month(text: str) -> Period:
    return Period.parse(text)


@pytest.fixture
def saved(services: Services, tmp_path: Path) -> Services:
    services.persistence.path = tmp_path / "company.kpidesk"
    return services


def test_nothing_is_new_at_the_first_look(saved: Services) -> None:
    assert LastSeen(saved).period(frame(3)) is None


def test_the_next_sitting_begins_where_the_last_one_ended(saved: Services) -> None:
    LastSeen(saved).period(frame(3))
    later = LastSeen(saved)
    assert later.period(frame(6)) == month("2025-03")
    assert later.period(frame(6)) == month("2025-03")
    assert LastSeen(saved).period(frame(7)) == month("2025-06")


def test_files_read_again_are_new_since_the_sitting_began(saved: Services) -> None:
    seen = LastSeen(saved)
    seen.period(frame(3))
    assert seen.period(frame(5)) == month("2025-03")
    assert LastSeen(saved).period(frame(6)) == month("2025-05")


def test_a_workspace_that_is_not_saved_has_a_sitting_too(services: Services) -> None:
    seen = LastSeen(services)
    assert seen.period(frame(3)) is None
    assert seen.period(frame(5)) == month("2025-03")
    seen.forget_unsaved()
    assert seen.period(frame(6)) is None


def test_another_grain_is_no_last_time(saved: Services) -> None:
    LastSeen(saved).period(frame(6))
    quarters = a_frame([a_series("mrr", [1.0, 2.0, 3.0])], tuple(Period(Grain.QUARTER, 220 + n) for n in range(3)))
    assert LastSeen(saved).period(quarters) is None
