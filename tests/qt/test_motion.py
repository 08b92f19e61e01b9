"""What comes up fades in over the ground, and leaves the rest of the window alone."""

import pytest
from kpidesk.qt.motion import fade_in, set_reduced_motion
from kpidesk.qt.theme import theme
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget


class _Counted(QWidget):
    sizes = 0

    def resizeEvent(self, event):
        self.sizes += 1


class _Coming(QLabel):
    frames = 0

    def paintEvent(self, event):
        self.frames += 1
        super().paintEvent(event)


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.coming, pages, window.unseen = _Coming(window), QStackedWidget(window), _Counted()
    window.coming.setStyleSheet("background: #ff0000")
    pages.addWidget(QWidget())
    pages.addWidget(window.unseen)
    column = QVBoxLayout(window)
    column.addWidget(window.coming)
    column.addWidget(pages)
    window.resize(200, 200)
    window.show()
    qtbot.waitExposed(window)
    return window


def _colour(window):
    at = window.coming.mapTo(window, QPoint(5, 5))
    return window.grab().toImage().pixelColor(at)


def test_what_fades_in_is_there_at_the_end_and_its_veil_gone(window, qtbot):
    fade_in(window.coming)
    assert _colour(window) == theme().colour("canvas")
    qtbot.waitUntil(lambda: not window.coming.findChildren(QWidget))
    assert _colour(window).name() == "#ff0000"


def test_a_fade_lays_out_nothing_that_is_hidden(window, qtbot):
    window.unseen.resize(77, 77)
    window.coming.frames = 0
    fade_in(window.coming)
    qtbot.waitUntil(lambda: window.coming.frames > 0)
    assert window.unseen.sizes == 0


def test_a_veil_grows_with_what_it_lies_over(window):
    fade_in(window.coming)
    window.resize(400, 300)
    assert window.coming.findChildren(QWidget)[-1].size() == window.coming.size()


def test_where_less_movement_is_wanted_nothing_fades(window):
    set_reduced_motion(True)
    try:
        fade_in(window.coming)
    finally:
        set_reduced_motion(False)
    assert not window.coming.findChildren(QWidget)
