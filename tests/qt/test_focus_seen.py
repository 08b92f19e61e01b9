"""The control that has the keyboard looks different in every theme, whatever its own colours are."""

import pytest
from kpidesk.qt.look import Look, apply_look
from kpidesk.qt.theme import theme
from kpidesk.qt.widgets.button import KINDS, Button
from kpidesk.qt.widgets.painting import KeyFocus
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

THEMES = ("light", "dark", "high_contrast_light", "high_contrast_dark")


def contrast(one, other):
    """As WCAG counts it."""

    def light(colour):
        parts = [
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
            for part in (colour.redF(), colour.greenF(), colour.blueF())
        ]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    brighter, darker = sorted((light(one), light(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_button_with_the_keyboard_is_told_from_one_without(qtbot, qapp, monkeypatch, name, kind):
    apply_look(qapp, Look(theme=name))
    button = Button("Export", kind=kind)
    qtbot.addWidget(button)
    button.resize(120, 32)
    without = button.grab().toImage()
    monkeypatch.setattr(KeyFocus, "shows_focus", True)
    within = button.grab().toImage()
    changed = [
        contrast(without.pixelColor(60, y), within.pixelColor(60, y))
        for y in range(32)  # a ring above and below the words, or a line below them
        if without.pixelColor(60, y) != within.pixelColor(60, y)
    ]
    assert changed
    assert max(changed) >= 3, (theme().name, changed)
    apply_look(qapp, Look())


@pytest.mark.parametrize(
    ("reason", "rings"), [(Qt.FocusReason.MouseFocusReason, False), (Qt.FocusReason.TabFocusReason, True)]
)
def test_what_takes_the_focus_of_a_control_that_went_shows_it_as_that_did(dressed, reason, rings):
    window = QWidget()
    dressed.addWidget(window)
    row = QHBoxLayout(window)
    gone, left = Button("Gone", parent=window), Button("Left", parent=window)
    row.addWidget(gone)
    row.addWidget(left)
    window.show()
    window.activateWindow()
    left.setFocus()
    dressed.waitUntil(left.hasFocus)
    gone.setFocus(reason)
    dressed.waitUntil(gone.hasFocus)
    gone.hide()
    assert left.hasFocus()
    assert left.shows_focus is rings
