import pytest
from kpidesk.charts.figure import Axis, Cell, Figure
from kpidesk.charts.readout import readout
from kpidesk.core.formatting import Style, format_period
from kpidesk.qt.painting.space import margins_of
from kpidesk.qt.plot.figure_view import FigureView
from kpidesk.qt.plot.hover import values_of
from kpidesk.qt.theme import load_theme
from kpidesk.qt.translation import words
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from tests.charts.frames import path_figure
from tests.charts.gallery import gallery

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def view(qtbot):
    made = FigureView()
    qtbot.addWidget(made)
    made.resize(640, 280)
    made.set_figure(gallery()["line"])
    with qtbot.waitExposed(made):
        made.show()
    return made


def place(view, row):
    """The pixel in the middle of the plot at a row."""
    x = view.space.x(view.figure.readout_xs[row])
    return QPoint(round(x), round(view.space.rect.center().y()))


def test_screen_readers_get_title_and_sentence(view):
    assert view.accessibleName() == " · ".join(("MRR", words(view.figure.subtitle)))  # two charts of a page may be MRR
    assert view.accessibleDescription().startswith("MRR: $238.1K in May 2026")


def test_arrows_move_the_crosshair_and_say_what_is_there(view, qtbot):
    with qtbot.waitSignal(view.pointed, timeout=1000) as said:
        qtbot.keyClick(view, Qt.Key.Key_Left)
    assert said.args == [11]
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.row == 10
    assert view.accessibleDescription().startswith("May 2026; MRR $238.1K +3.2%")
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.row == 0
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.row == 1
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.row == -1


def test_mouse_snaps_to_the_nearest_period_and_leaves(view, qtbot):
    qtbot.mouseMove(view.viewport(), place(view, 4) + QPoint(7, 0))
    assert view.row == 4
    qtbot.mouseMove(view.viewport(), QPoint(2, 2))
    assert view.row == -1


def test_click_and_double_click_name_the_row(view, qtbot):
    with qtbot.waitSignal(view.clicked, timeout=1000) as clicked:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place(view, 6))
    assert clicked.args == [6]
    with qtbot.waitSignal(view.activated, timeout=1000) as activated:
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place(view, 7))
    assert activated.args == [7]


def test_enter_opens_the_row_under_the_crosshair(view, qtbot):
    view.point_at(3)
    with qtbot.waitSignal(view.activated, timeout=1000) as activated:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert activated.args == [3]


def test_keys_zoom_around_the_crosshair_and_escape_shows_all(view, qtbot):
    whole = (view.space.x_low, view.space.x_high)
    view.point_at(6)
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.space.x_low < 6 < view.space.x_high
    assert view.space.x_high - view.space.x_low < whole[1] - whole[0]
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert (view.space.x_low, view.space.x_high) == whole


def test_drag_zooms_to_its_range(view, qtbot):
    viewport = view.viewport()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=place(view, 2))
    for row in (3, 4, 6, 8):
        view.mouseMoveEvent(_drag(place(view, row)))
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=place(view, 8))
    assert (view.space.x_low, view.space.x_high) == (1.5, 8.5)  # whole months
    months = [format_period(view.figure.table.rows[row][0], Style(), short=True) for row in range(2, 9)]
    assert all(any(text.startswith(month) for text in view.texts) for month in months)


def _drag(at):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    return QMouseEvent(QEvent.Type.MouseMove, QPointF(at), QPointF(at), left, left, none)


def test_wheel_is_left_to_the_page(view):
    none = Qt.KeyboardModifier.NoModifier
    args = (QPoint(0, 0), QPoint(0, 120), Qt.MouseButton.NoButton, none, Qt.ScrollPhase.NoScrollPhase, False)
    event = QWheelEvent(QPointF(50, 50), QPointF(50, 50), *args)
    view.wheelEvent(event)
    assert not event.isAccepted()


def test_update_in_place_keeps_items_zoom_and_crosshair(view):
    items = set(view.scene().items())
    view.set_figure(path_figure())
    view.point_at(20)
    view.zoom_to((10.0, 22.0))
    view.set_figure(path_figure())
    view.grab()
    assert set(view.scene().items()) == items
    assert view.row == 20
    assert (view.space.x_low, view.space.x_high) == (10.0, 22.0)
    view.set_figure(gallery()["line"])
    assert view.row == -1


def test_theme_colours_are_those_passed(view):
    dark = load_theme("dark").colours
    before = view.grab().toImage()
    view.set_colours(dark)
    after = view.grab().toImage()
    assert before != after
    assert any(after.pixelColor(x, y) == dark["series.1"] for x in range(200, 640) for y in range(280))


def test_a_led_crosshair_says_its_values_only_and_leads_nobody(view):
    told = []
    view.pointed.connect(told.append)
    view.point_at(5)
    alone = view.grab().toImage()
    view.follow(5)
    led = view.grab().toImage()
    assert told == [5]
    assert view.row == 5
    assert alone != led
    said = values_of(readout(view.figure, 5))
    assert said.title == ""
    assert [(line.name, line.change) for line in said.lines] == [("", "")] * len(said.lines)
    assert said.lines


def test_scrolling_the_page_takes_the_crosshair_away(view, qtbot):
    view.point_at(5)
    QApplication.sendEvent(
        view.viewport(),
        QWheelEvent(QPointF(9, 9), QPointF(9, 9), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
                    Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False),
    )  # fmt: skip
    assert view.row == -1


def test_end_labels_are_inside_the_widget(view):
    found = margins_of(view.figure, str, 640)
    last = view.space.x(11)
    assert found.room > 20
    assert view.space.rect.right() - last >= found.room - 1


def test_empty_figure_says_why(qtbot):
    made = FigureView()
    qtbot.addWidget(made)
    made.set_figure(gallery()["empty"])
    made.grab()
    assert made.texts == ("Needs a table of events: user, event, time.",)
    qtbot.keyClick(made, Qt.Key.Key_Right)
    assert made.row == -1


def test_arrows_walk_over_the_cells_of_a_heat_map_and_enter_opens_one(qtbot):
    cells = tuple(Cell(column, row, "sequential.1", f"{row}{column}") for row in range(2) for column in range(2 - row))
    figure = Figure("heatmap", cells, Axis(-0.5, 1.5, ()), Axis(-0.5, 1.5, (), is_reversed=True))
    view = FigureView()
    qtbot.addWidget(view)
    view.set_figure(figure)
    opened = []
    view.cell_clicked.connect(lambda row, column: opened.append((row, column)))
    for key in (
        Qt.Key.Key_Right,
        Qt.Key.Key_Right,
        Qt.Key.Key_Down,
        Qt.Key.Key_Left,
        Qt.Key.Key_Down,
        Qt.Key.Key_Return,
    ):
        qtbot.keyClick(view, key)
    # first, right; below the right one there is none; left; down
    assert opened == [(1, 0)]
    assert "10" in view.accessibleDescription()
