"""A driver is dragged on the what-if page of sixty months: from the move to all cards, charts and tables painted."""

import time

import numpy as np
import pytest
from kpidesk.core.resources import sample_company
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from tests.ui.desk import a_window, close

FRAME_MS = 16.0
ROUNDS, MOVES, FIRST = 3, 200, 20
BESIDE = (
    {"arpa": "+10%", "gross_margin": "x0.95"},
    {"cac": "-20%", "new_customers": "x1.5", "customer_churn_rate": "x0.9"},
)


@pytest.mark.bench
@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_slider_move_is_painted_within_a_frame(qapp, tmp_path, capsys):
    """One scenario with its path, then three side by side with the path of each and every KPI that one moves."""
    binding = a_window(qapp, tmp_path)
    binding.files.take((sample_company(),))
    binding.window.resize(1440, 900)
    binding.window.show_page("whatif")
    page = binding.window.stack.page
    page.on_horizon("60")
    one = _best(page)
    for changes in BESIDE:
        page._supposing.begin_new()
        for driver, text in changes.items():
            page.on_driver_typed(driver, text)
    page._view.views.set_current("compare")
    page._view.on_view("compare")
    three = _best(page)
    table = page._view.compare.table.table
    with capsys.disabled():
        print(f"\none scenario: {_said(one)}\nthree, {len(table.rows)} KPIs: {_said(three)}")  # noqa: T201
    close(binding)
    assert len(table.columns) == 2 + 2 * (1 + len(BESIDE))
    assert np.percentile(one[:, 0], 99) <= FRAME_MS
    assert np.percentile(three[:, 0], 99) <= FRAME_MS


def _best(page):
    """The quietest of some rounds: what other programs on the machine take away is not ours."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    _drag(page, FIRST)
    return min((_drag(page, MOVES) for _ in range(ROUNDS)), key=lambda spent: np.percentile(spent[:, 0], 99))


def _said(spent):
    (median, seen), (slow, seen_slow) = np.percentile(spent, [50, 99], axis=0)
    return f"p50 {median:.1f} ms, p99 {slow:.1f} ms of the processor; by the clock {seen:.1f} and {seen_slow:.1f}"


def _drag(page, moves):
    """The thread's and the clock's milliseconds of each move, from the slider to everything painted."""
    slider = page._panel.row("customer_churn_rate")._slider
    spent = []
    for move in range(moves):
        page._pace._frame.stop()
        start, wall = time.thread_time(), time.perf_counter()
        slider.setValue(20 + (move * 7) % 120)
        QApplication.sendPostedEvents()
        QApplication.processEvents()
        spent.append(((time.thread_time() - start) * 1000, (time.perf_counter() - wall) * 1000))
    return np.array(spent)
