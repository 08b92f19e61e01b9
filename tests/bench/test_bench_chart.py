"""A line of a million points, panned and zoomed: what a frame costs the thread of the window."""

import sys
import time

import numpy as np
import pytest
from kpidesk.charts.figure import Axis, Figure, Line
from kpidesk.qt.plot.figure_view import FigureView

POINTS, FRAMES, FRAME_MS = 1_000_000, 120, 16.0


@pytest.mark.bench
@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_a_million_points_are_moved_within_a_frame(qtbot, capsys):
    noise = np.random.default_rng(7).normal(size=POINTS).cumsum()
    xs, ys = tuple(map(float, range(POINTS))), tuple(noise.tolist())
    across, up = Axis(0, POINTS, (), "time"), Axis(float(noise.min()), float(noise.max()), ())
    view = FigureView()
    qtbot.addWidget(view)
    view.resize(1200, 400)
    with qtbot.waitExposed(view):
        view.show()
    view.set_figure(Figure("line", (Line(xs, ys, "series.1"),), across, up, readout_xs=xs))
    view.viewport().repaint()
    spent = []
    for frame in range(FRAMES):
        width = POINTS * (0.2 + 0.8 * abs(np.cos(frame / 20)))
        left = (POINTS - width) * (frame % 40) / 40
        start = time.thread_time()
        view.zoom_to((left, left + width))
        view.viewport().repaint()
        spent.append(1000 * (time.thread_time() - start))
    median, slow = np.percentile(spent, [50, 95])
    with capsys.disabled():
        sys.stdout.write(f"\na frame of {POINTS:,} points: median {median:.1f} ms, p95 {slow:.1f} ms\n")
    assert slow <= FRAME_MS
