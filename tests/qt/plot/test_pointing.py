"""What of a chart a pixel means, and where arrows lead, on the figures of the gallery."""

import pytest
from kpidesk.charts.figure import Bar, Point
from kpidesk.charts.kinds.bubble import Bubble, BubbleView, Measured, build_bubbles
from kpidesk.charts.spec import FigureOptions
from kpidesk.core.formatting import Style
from kpidesk.qt.plot.figure_view import FigureView
from kpidesk.qt.plot.pointing import moved_row, moved_series, row_under, series_under
from PySide6.QtCore import QPointF, Qt

from tests.charts.gallery import gallery

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def shown(qtbot):
    def show(figure):
        view = FigureView()
        qtbot.addWidget(view)
        view.resize(640, 280)
        view.set_figure(figure)
        with qtbot.waitExposed(view):
            view.show()
        return view

    return show


def bubbles():
    measured = (Measured("CAC", "money"), Measured("LTV", "money"), Measured("Customers", "count"))
    things = (Bubble("large", 100.0, 500.0, 90.0), Bubble("small", 102.0, 505.0, 2.0), Bubble("far", 400.0, 90.0, 20.0))
    return build_bubbles(BubbleView(things, *measured, by="channel"), Style(), FigureOptions())


def test_a_row_of_a_horizontal_bar_is_meant_by_its_name_too(shown):
    view = shown(gallery()["bar_by"])
    assert len(view.figure.readout_ys) == len(view.figure.segments.rows) > 1
    for row in range(len(view.figure.readout_ys)):
        for x in (4.0, view.space.rect.right() - 4):
            assert row_under(view.figure, view.space, QPointF(x, view.space.y(row))) == row
    assert row_under(view.figure, view.space, QPointF(4.0, view.space.rect.bottom() + 12)) == -1


def test_each_piece_of_a_stacked_bar_is_its_segment_and_the_room_above_none(shown):
    view = shown(gallery()["stacked_bar"])
    figure, space = view.figure, view.space
    pieces = [m for m in figure.marks if isinstance(m, Bar) and m.ink != "hatch" and m.y1 > m.y0]
    for bar in pieces:
        x, row = (bar.x0 + bar.x1) / 2, round((bar.x0 + bar.x1) / 2)
        column = series_under(figure, space, row, QPointF(space.x(x), space.y((bar.y0 + bar.y1) / 2)))
        assert figure.table.columns[column].ink == bar.ink
        assert figure.segments.at(row, column)
    assert series_under(figure, space, 0, QPointF(space.x(0), space.rect.top())) == -1


def test_a_line_is_meant_near_it_also_between_two_periods(shown):
    view = shown(gallery()["line_by"])
    figure, space = view.figure, view.space
    column = next(at for at, values in enumerate(figure.segments.columns) if values)
    a, b = (figure.table.number(row, column) for row in (0, 1))
    middle = QPointF((space.x(0) + space.x(1)) / 2, (space.y(a) + space.y(b)) / 2)
    assert series_under(figure, space, 0, middle) == column
    assert series_under(figure, space, 0, QPointF(middle.x(), space.rect.bottom())) == -1


def test_of_bubbles_upon_each_other_the_smaller_is_meant_and_beside_them_none(shown):
    view = shown(bubbles())
    names = {row[0]: at for at, row in enumerate(view.figure.table.rows)}
    for mark in (m for m in view.figure.marks if isinstance(m, Point) and m.size):
        at = QPointF(view.space.x(mark.x), view.space.y(mark.y))
        assert row_under(view.figure, view.space, at) == names["small" if mark.label == "large" else mark.label]
    assert row_under(view.figure, view.space, view.space.rect.bottomRight()) == -1


def test_arrows_lead_along_the_axis_of_the_rows(shown):
    across, down = gallery()["stacked_bar"], gallery()["bar_by"]
    assert moved_row(across, -1, Qt.Key.Key_Right, 1) == 0
    assert moved_row(across, 3, Qt.Key.Key_Left, 10) == 0
    assert moved_row(across, 3, Qt.Key.Key_Down, 1) is None
    assert moved_row(down, -1, Qt.Key.Key_Up, 1) == len(down.readout_ys) - 1
    assert moved_row(down, 0, Qt.Key.Key_Down, 1) == 1
    assert moved_row(down, 0, Qt.Key.Key_Right, 1) is None


def test_arrows_run_through_the_segments_of_a_period_and_back_to_all_of_it():
    figure = gallery()["stacked_bar"]
    assert moved_series(figure, -1, -1, Qt.Key.Key_Down) is None
    first = moved_series(figure, 2, -1, Qt.Key.Key_Down)
    second = moved_series(figure, 2, first, Qt.Key.Key_Down)
    assert figure.table.number(2, first) >= figure.table.number(2, second)  # as they are read out: the largest first
    assert moved_series(figure, 2, second, Qt.Key.Key_Up) == first
    assert moved_series(figure, 2, first, Qt.Key.Key_Up) == -1


def test_the_plate_says_what_a_click_does_until_the_pointer_moves_on(shown):
    view = shown(gallery()["bar_by"])
    view.point_at(0)
    view.show_hint("Click: only Team")
    assert view.accessibleDescription().endswith("; Click: only Team")
    view.point_at(1)
    assert view._hover._hint == ""
    assert "Click" not in view.accessibleDescription()
