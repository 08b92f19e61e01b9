"""A switch by mouse and keys, and the room beside a page that comes and goes with its panel."""

from kpidesk.qt.theme import theme
from kpidesk.qt.widgets.scroll import GAP, MARGIN, PageScroll, PanelRoom
from kpidesk.qt.widgets.switch import Switch
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def test_switch_turns_by_click_and_by_space(qtbot):
    switch = Switch()
    qtbot.addWidget(switch)
    switch.show()
    told = []
    switch.toggled.connect(told.append)
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert told == [True, False]


def test_switch_says_by_its_place_too_that_it_is_on(qtbot):
    switch = Switch()
    qtbot.addWidget(switch)
    off = switch.grab().toImage()
    switch.setChecked(True)
    on = switch.grab().toImage()
    knob = theme().colour("lineStrong"), theme().colour("onAccent")
    middle = off.height() // 2
    assert off.pixelColor(12, middle) == knob[0]
    assert on.pixelColor(off.width() - 12, middle) == knob[1]


def test_room_of_a_panel_is_there_with_the_panel_only(qtbot):
    scroll, panel = PageScroll(), QWidget()
    panel.hide()
    room = PanelRoom(scroll, panel)
    for widget in (scroll, room):
        qtbot.addWidget(widget)
    margins = scroll.body.contentsMargins
    assert (room.isHidden(), margins().right()) == (True, MARGIN)
    panel.show()
    assert (room.isHidden(), margins().right()) == (False, GAP)
    panel.hide()
    assert (room.isHidden(), margins().right()) == (True, MARGIN)


def test_a_bar_above_takes_its_part_of_the_gap(qtbot):
    scroll = PageScroll()
    qtbot.addWidget(scroll)
    scroll.stand_below(8)
    assert scroll.body.contentsMargins().top() == GAP - 8


def test_a_bar_stands_in_the_middle_of_the_gap_only_where_a_panel_is_beside_it(qtbot):
    scroll = PageScroll()
    qtbot.addWidget(scroll)
    bar = scroll.verticalScrollBar()
    scroll.stand_beside("right")
    assert bar.property("between")
    scroll.set_narrow(True)  # the panel is a drawer
    assert not bar.property("between")
    scroll.set_narrow(False)
    assert bar.property("between")
