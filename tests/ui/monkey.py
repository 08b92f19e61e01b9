"""A monkey at the window: presses, types, drags, switches pages, themes and languages, at random but repeatably."""

import random
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path

from kpidesk.qt.widgets.popover import Popover
from kpidesk.session.settings import LANGUAGE, TEXT_SIZE, THEME
from kpidesk.ui.actions.pages import PAGES
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
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
from shiboken6 import isValid
from tests.ui.desk import take_in

INTERACTIVE = (QAbstractButton, QAbstractItemView, QLineEdit, QPlainTextEdit, QAbstractSlider)
KEYS = (
    Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Up,
    Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Delete,
    Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_F6, Qt.Key.Key_G, Qt.Key.Key_P, Qt.Key.Key_C, Qt.Key.Key_S,
    Qt.Key.Key_W, Qt.Key.Key_Y, Qt.Key.Key_T, Qt.Key.Key_N, Qt.Key.Key_Question, Qt.Key.Key_PageDown,
)  # fmt: skip
CONTROLLED = (Qt.Key.Key_Z, Qt.Key.Key_K, Qt.Key.Key_F, Qt.Key.Key_C, Qt.Key.Key_B, Qt.Key.Key_A)
TYPED = ("mrr", "0", "-1", "5.2%", "/2", "x0.5", "+10%", "abc", "流失", "2025", "=1/0", "'; --", "")
MOST_ALIKE = 12
SIZES = ((1440, 900), (1024, 700), (1180, 800), (960, 640))


QUIET = frozenset({"file.quit", "file.close_window"})
"""What would end the play."""


def is_interactive(widget: QWidget) -> bool:
    """Whether a user can press, fill or walk through it."""
    is_ours = isinstance(widget, INTERACTIVE) or type(widget).__name__ == "FigureView"
    return is_ours and not isinstance(widget, QScrollBar)


def in_sight(root: QWidget, place: str = "", panels: Collection[QWidget | None] = ()) -> Iterator[tuple[str, QWidget]]:
    """What can be used, with its place; what a user would take for the same one keeps its place.

    ``panels`` stand beside their page, or, in a narrow window, over it.
    """
    counts: Counter[str] = Counter()
    for widget in root.children():
        if not isinstance(widget, QWidget):
            continue
        kind = widget.objectName() or type(widget).__name__
        nth = counts[kind]
        counts[kind] += 1
        if widget.isHidden() or not widget.isEnabled():
            continue
        # Popovers and dialogs come and go: one of a name is like another, and so are lines of a long list.
        told = widget.accessibleName() if isinstance(widget, QDialog | Popover) else str(min(nth, MOST_ALIKE))
        here = f"/panel/{kind}.0" if widget in panels else f"{place}/{kind}.{told}"
        if is_interactive(widget) and widget.width() > 0:
            yield here, widget
        yield from in_sight(widget, here, panels)


class Monkey:
    """``play(n)`` does n things; ``seen`` and ``reached`` are the widgets that could be used, and were."""

    def __init__(self, binding: object, seed: int, files: tuple[Path, ...] = (), home: Path | None = None) -> None:
        self.binding, self.window, self.files, self.home = binding, binding.window, files, home
        self.random = random.Random(seed)
        self.seen: dict[str, str] = {}
        self.reached: set[str] = set()
        self.story: list[str] = []
        self._pages: Counter[str] = Counter()
        self._named: dict[str, str] = {}
        self._openers: dict[str, str] = {}
        self._last = ""
        self._acts: tuple[tuple[Callable[[], None], int], ...] = (
            (self.press, 680), (self.type_text, 60), (self.hit_key, 100), (self.drag, 40), (self.turn_page, 110),
            (self.control, 25), (self.command, 25), (self.wheel, 6), (self.bring, 6), (self.resize, 6), (self.dress, 2),
            (self.begin_anew, 5),
        )  # fmt: skip

    def play(self, count: int) -> None:
        """So many actions, each followed by all that it set off."""
        acts, weights = zip(*self._acts, strict=True)
        wild = self.random.choices(acts, weights, k=count - count // 4)
        # The last quarter goes where nothing was pressed yet: what came into sight late had no time before.
        for act in (*wild, *self.random.choices((self.press, self.turn_page), (3, 1), k=count // 4)):
            act()
            self.settle()
            for dialog in self.window.findChildren(QDialog, options=Qt.FindChildOption.FindDirectChildrenOnly):
                if dialog.isVisible() and self.random.random() < 0.15:
                    dialog.reject()

    def settle(self) -> None:
        """Whatever is due happens; what was closed is gone."""
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    @property
    def missed(self) -> Mapping[str, str]:
        """What was in sight and never used: its class by its place."""
        return {place: kind for place, kind in self.seen.items() if place not in self.reached}

    def by_class(self) -> Mapping[str, tuple[int, int]]:
        """How many of each class were used, and were in sight."""
        seen = Counter(self.seen.values())
        used = Counter(kind for place, kind in self.seen.items() if place in self.reached)
        return {kind: (used[kind], count) for kind, count in sorted(seen.items())}

    def _visible(self) -> list[tuple[str, QWidget]]:
        """What stands in front: a dialog that blocks the rest, else an open popover, mostly, else all."""
        modal = QApplication.activeModalWidget()
        panels = [page.drawer for page in self.window.stack if page.drawer is not None]
        root, name = (self.window, "") if modal is None else (modal, type(modal).__name__)
        found = list(in_sight(root, name, panels))
        for place, widget in found:
            if place not in self.seen:
                self.seen[place] = type(widget).__name__
                self._openers[place] = self._last
        popovers = [pair for pair in found if "Popover." in pair[0]]
        return popovers if popovers and self.random.random() < 0.8 else found

    def _choose(self) -> tuple[str, QWidget] | None:
        """What was not reached yet comes first, mostly; then what once opened something that was not."""
        found = self._visible()
        fresh = [pair for pair in found if pair[0] not in self.reached]
        wanted = {self._openers[place] for place in self.missed}
        leads = [pair for pair in found if pair[0] in wanted]
        if fresh and self.random.random() < 0.95:
            found = fresh
        elif leads and self.random.random() < 0.7:
            found = leads
        if not found:
            return None
        chosen = self.random.choice(found)
        self.reached.add(chosen[0])
        self._last = chosen[0]
        return chosen

    def _point(self, widget: QWidget) -> QPoint:
        return QPoint(self.random.randrange(max(1, widget.width())), self.random.randrange(max(1, widget.height())))

    def press(self) -> None:
        """A click, sometimes two, on something; a box is filled, too."""
        chosen = self._choose()
        if chosen is None:
            return
        place, widget = chosen
        self.story.append(f"press {place}")
        target = widget.viewport() if hasattr(widget, "viewport") else widget
        point = self._point(target)
        QTest.mouseMove(target, point)
        if self.random.random() < 0.1:
            QTest.mouseDClick(target, Qt.MouseButton.LeftButton, pos=point)
        else:
            QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=point)
        if isValid(widget) and isinstance(widget, QLineEdit | QPlainTextEdit):
            builds_anew = widget.objectName().startswith("rule.")  # a new definition: all numbers once more
            if self.random.random() < (0.15 if builds_anew else 0.7):
                self._fill(widget)

    def _fill(self, box: QLineEdit | QPlainTextEdit) -> None:
        text = self.random.choice(TYPED)
        self.story.append(f"type {text!r}")
        for key, modifier in ((Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier), *((sign, None) for sign in text)):
            if not isValid(box):
                return
            QTest.keyClick(box, key, modifier or Qt.KeyboardModifier.NoModifier)
        if isValid(box):
            QTest.keyClick(box, Qt.Key.Key_Return)

    def type_text(self) -> None:
        """Words or nonsense into whatever has the focus."""
        focused = QApplication.focusWidget()
        if isinstance(focused, QLineEdit | QPlainTextEdit):
            self._fill(focused)

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
        place, widget = chosen
        self.story.append(f"drag {place}")
        target = widget.viewport() if hasattr(widget, "viewport") else widget
        QTest.mousePress(target, Qt.MouseButton.LeftButton, pos=self._point(target))
        for _ in range(3):
            if isValid(target):
                QTest.mouseMove(target, self._point(target))
                QApplication.processEvents()
        if isValid(target):
            QTest.mouseRelease(target, Qt.MouseButton.LeftButton, pos=self._point(target))

    def wheel(self) -> None:
        """Scroll over something."""
        chosen = self._choose()
        if chosen is not None:
            place, widget = chosen
            self.story.append(f"wheel {place}")
            target = widget.viewport() if hasattr(widget, "viewport") else widget
            at = QPointF(target.rect().center())
            turn = QPoint(0, self.random.choice((-240, 240)))
            none, left = Qt.ScrollPhase.NoScrollPhase, Qt.MouseButton.NoButton
            where = QPointF(target.mapToGlobal(at.toPoint()))
            event = QWheelEvent(at, where, QPoint(), turn, left, Qt.KeyboardModifier.NoModifier, none, False)
            QApplication.sendEvent(target, event)

    def command(self) -> None:
        """Any action of the menus that can be run."""
        registry = self.binding.registry
        known = [each.id for each in registry.actions if each.menu and each.id not in QUIET]
        ids = [each for each in known if registry.qt_action(each).isEnabled()]
        chosen = self.random.choice(ids)
        self.story.append(f"command {chosen}")
        registry.qt_action(chosen).trigger()

    def bring(self) -> None:
        """Files fall on the window."""
        if self.files:
            chosen = tuple(self.random.sample(self.files, self.random.randint(1, len(self.files))))
            self.story.append(f"bring {[path.name for path in chosen]}")
            self.window.on_dropped(chosen)

    def begin_anew(self) -> None:
        """A new workspace with the company that the play began with."""
        if self.home is not None and QApplication.activeModalWidget() is None:
            self.story.append("begin anew")
            self.binding.registry.qt_action("file.new").trigger()
            self.settle()
            take_in(self.binding, self.home)
            self.window.resize(*SIZES[0])
            self.window.show_page("dashboard")

    def turn_page(self) -> None:
        """Another page: one that was not opened yet, else, mostly, where most was not reached yet.

        While something of the page in sight was not reached, it mostly stays.
        """
        if self.random.random() < 0.75 and any(place not in self.reached for place, _ in self._visible()):
            self.press()
            return
        ids = [entry.id for entry in PAGES]
        lacks = Counter({page: sum(self._named.get(page, "/?") in place for place in self.missed) for page in ids})
        page = min(ids, key=lambda each: (self._pages[each] > 0, self.random.random() if self._pages[each] else 0))
        if self._pages[page] and self.random.random() < 0.7:
            page = self.random.choices(ids, [1 + lacks[each] ** 2 for each in ids])[0]
        self._pages[page] += 1
        self.story.append(f"page {page}")
        self.window.show_page(page)
        if (shown := self.window.stack.page) is not None:
            self._named[page] = f"/{shown.objectName() or type(shown).__name__}."

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
