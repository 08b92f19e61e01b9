"""A monkey at the window: presses, types, drags, switches pages, themes and languages, at random but repeatably."""

import random
from collections.abc import Callable

from kpidesk.session.settings import LANGUAGE, TEXT_SIZE, THEME
from kpidesk.ui.actions.pages import PAGES
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)

INTERACTIVE = (QAbstractButton, QAbstractItemView, QLineEdit, QPlainTextEdit, QAbstractSlider)
KEYS = (
    Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Up,
    Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Delete,
    Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_F6, Qt.Key.Key_G, Qt.Key.Key_P, Qt.Key.Key_C, Qt.Key.Key_S,
    Qt.Key.Key_W, Qt.Key.Key_Y, Qt.Key.Key_T, Qt.Key.Key_N, Qt.Key.Key_Question, Qt.Key.Key_PageDown,
)  # fmt: skip
CONTROLLED = (Qt.Key.Key_Z, Qt.Key.Key_K, Qt.Key.Key_F, Qt.Key.Key_C, Qt.Key.Key_B, Qt.Key.Key_A)
TYPED = ("mrr", "0", "-1", "5.2%", "/2", "x0.5", "+10%", "abc", "流失", "2025", "=1/0", "'; --", "")
SIZES = ((1440, 900), (1024, 700), (1180, 800), (960, 640))


def is_interactive(widget: QWidget) -> bool:
    """Whether a user can press, fill or walk through it."""
    is_ours = isinstance(widget, INTERACTIVE) or type(widget).__name__ == "FigureView"
    return is_ours and not isinstance(widget, QScrollBar)


def place_of(widget: QWidget) -> str:
    """Where a widget stands in the window; what a user would take for the same one keeps its place."""
    names = []
    at: QWidget | None = widget
    while at is not None and not at.isWindow():
        parent = at.parentWidget()
        same = [] if parent is None else [each for each in parent.children() if type(each) is type(at)]
        names.append(at.objectName() or f"{type(at).__name__}{min(same.index(at), 30) if len(same) > 1 else ''}")
        at = parent
    return "/".join(reversed(names))


class Monkey:
    """``play(n)`` does n things; ``seen`` and ``reached`` are the widgets that could be used, and were."""

    def __init__(self, binding: object, seed: int) -> None:
        self.binding, self.window = binding, binding.window
        self.random = random.Random(seed)
        self.seen: set[str] = set()
        self.reached: set[str] = set()
        self.story: list[str] = []
        self._acts: tuple[tuple[Callable[[], None], int], ...] = (
            (self.press, 60), (self.type_text, 8), (self.hit_key, 14), (self.drag, 5), (self.turn_page, 6),
            (self.control, 4), (self.resize, 1), (self.dress, 1),
        )  # fmt: skip

    def play(self, count: int) -> None:
        """So many actions, each followed by all that it set off."""
        acts, weights = zip(*self._acts, strict=True)
        for act in self.random.choices(acts, weights, k=count):
            act()
            QApplication.processEvents()
            for dialog in self.window.findChildren(QDialog):
                if dialog.isVisible() and self.random.random() < 0.3:
                    dialog.reject()

    def _visible(self) -> list[tuple[str, QWidget]]:
        found = []
        for widget in self.window.findChildren(QWidget):
            if is_interactive(widget) and widget.isVisible() and widget.isEnabled() and widget.width() > 0:
                found.append((place_of(widget), widget))
        self.seen.update(key for key, _ in found)
        return found

    def _choose(self) -> tuple[str, QWidget] | None:
        """What was not reached yet comes first, mostly."""
        found = self._visible()
        fresh = [pair for pair in found if pair[0] not in self.reached]
        if fresh and self.random.random() < 0.8:
            found = fresh
        return self.random.choice(found) if found else None

    def _point(self, widget: QWidget) -> QPoint:
        return QPoint(self.random.randrange(max(1, widget.width())), self.random.randrange(max(1, widget.height())))

    def press(self) -> None:
        """A click, sometimes two, on something."""
        chosen = self._choose()
        if chosen is None:
            return
        key, widget = chosen
        self.reached.add(key)
        self.story.append(f"press {key}")
        target = widget.viewport() if hasattr(widget, "viewport") else widget
        point = self._point(target)
        QTest.mouseMove(target, point)
        if self.random.random() < 0.1:
            QTest.mouseDClick(target, Qt.MouseButton.LeftButton, pos=point)
        else:
            QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=point)

    def type_text(self) -> None:
        """Words or nonsense into whatever has the focus."""
        focused = QApplication.focusWidget()
        if isinstance(focused, QLineEdit | QPlainTextEdit):
            text = self.random.choice(TYPED)
            self.story.append(f"type {text!r}")
            QTest.keyClick(focused, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            for sign in text:
                QTest.keyClick(focused, sign)
            QTest.keyClick(focused, Qt.Key.Key_Return)

    def hit_key(self) -> None:
        """One key."""
        key = self.random.choice(KEYS)
        target = QApplication.focusWidget() or self.window
        modifier = self.random.choice((Qt.KeyboardModifier.NoModifier,) * 4 + (Qt.KeyboardModifier.ShiftModifier,))
        self.story.append(f"key {key.name}")
        QTest.keyClick(target, key, modifier)

    def control(self) -> None:
        """One key with Ctrl."""
        key = self.random.choice(CONTROLLED)
        self.story.append(f"ctrl {key.name}")
        QTest.keyClick(QApplication.focusWidget() or self.window, key, Qt.KeyboardModifier.ControlModifier)

    def drag(self) -> None:
        """Press, move, let go."""
        chosen = self._choose()
        if chosen is None:
            return
        key, widget = chosen
        self.story.append(f"drag {key}")
        target = widget.viewport() if hasattr(widget, "viewport") else widget
        QTest.mousePress(target, Qt.MouseButton.LeftButton, pos=self._point(target))
        for _ in range(3):
            QTest.mouseMove(target, self._point(target))
            QApplication.processEvents()
        QTest.mouseRelease(target, Qt.MouseButton.LeftButton, pos=self._point(target))

    def turn_page(self) -> None:
        """Another page."""
        page = self.random.choice(PAGES).id
        self.story.append(f"page {page}")
        self.window.show_page(page)

    def resize(self) -> None:
        """Another size."""
        self.window.resize(*self.random.choice(SIZES))

    def dress(self) -> None:
        """Another theme, language or size of text."""
        settings = self.binding.settings
        self.random.choice(
            (
                lambda: settings.set(THEME, self.random.choice(("light", "dark", "high_contrast_dark"))),
                lambda: settings.set(LANGUAGE, self.random.choice(("en", "zh_Hans", "zh_Hant"))),
                lambda: settings.set(TEXT_SIZE, self.random.choice((90, 100, 150))),
            )
        )()
