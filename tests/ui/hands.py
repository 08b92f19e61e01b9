"""What the hands of the monkey do at the window: click, type, drag, scroll, open pages and menus, let files fall."""

import random
from collections.abc import Collection
from pathlib import Path

from kpidesk.session.settings import LANGUAGE, TEXT_SIZE, THEME
from kpidesk.ui.actions.pages import PAGES
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QWidget
from shiboken6 import isValid
from tests.ui.desk import take_in_all
from tests.ui.in_sight import Thing, in_sight, spot
from tests.ui.ways import Memory, Step

KEYS = (
    Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Up,
    Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Delete,
    Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_F6, Qt.Key.Key_G, Qt.Key.Key_P, Qt.Key.Key_C, Qt.Key.Key_S,
    Qt.Key.Key_W, Qt.Key.Key_Y, Qt.Key.Key_T, Qt.Key.Key_N, Qt.Key.Key_Question, Qt.Key.Key_PageDown,
)  # fmt: skip
CONTROLLED = (Qt.Key.Key_Z, Qt.Key.Key_K, Qt.Key.Key_F, Qt.Key.Key_C, Qt.Key.Key_B, Qt.Key.Key_A)
TYPED = ("mrr", "0", "-1", "5.2%", "/2", "x0.5", "+10%", "abc", "流失", "2025", "=1/0", "'; --", "")
SIZES = ((1440, 900), (1440, 900), (1024, 700), (1180, 800), (960, 640))
LEFT = Qt.MouseButton.LeftButton
QUIET = frozenset({"file.quit", "file.close_window"})
"""What would end the play."""


class Hands:
    """Each thing that they do is told in ``story`` and remembered, so that it can be done again."""

    def __init__(self, binding: object, seed: int, files: tuple[Path, ...] = (), home: tuple[Path, ...] = ()) -> None:
        self.binding, self.window, self.files, self.home = binding, binding.window, files, home
        self.random = random.Random(seed)
        self.memory = Memory()
        self.story: list[str] = []
        self.closed_menus = set(range(len(self.window.menuBar().actions())))

    def settle(self) -> None:
        """Whatever is due happens; what was closed is gone."""
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def visible(self) -> list[Thing]:
        """What stands in front: an open menu, else a dialog that blocks the rest, else all of the window."""
        popup, modal = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        if isinstance(popup, QMenu):
            lines = [each for each in popup.actions() if each.isEnabled() and not each.isSeparator()]
            found = [
                Thing(f"menu/{each.objectName() or popup.actions().index(each)}", each, (popup,)) for each in lines
            ]
        else:
            panels = [page.drawer for page in self.window.stack if page.drawer is not None]
            root, name = (self.window, "") if modal is None else (modal, type(modal).__name__)
            found = list(in_sight(root, name, panels))
        self.memory.note(found, self.window.stack.current_id)
        return found

    def point(self, thing: Thing, found: Collection[Thing], at: tuple[float, float] | None = None) -> QPoint | None:
        """Where a click meets the thing itself, once it is scrolled into sight."""
        if isinstance(thing.widget, QAction):
            return thing.around[0].actionGeometry(thing.widget).center()
        thing.bring_into_sight()
        return spot(thing, found, self.random, at)

    def _met(self, thing: Thing, found: Collection[Thing], at: tuple[float, float] | None = None) -> QPoint | None:
        """Where a click meets the thing itself, which is reached then; None where it lies under something."""
        point = self.point(thing, found, at)
        if point is None:
            self.on_covered(thing, found)
            return None
        name = thing.widget.objectName()
        opens_page = name.removeprefix("sidebar.") if name.startswith("sidebar.") else ""
        self.memory.did(Step("page", opens_page) if opens_page else Step("press", thing.place, thing.share(point)))
        self.memory.reached.add(thing.place)
        return point

    def on_covered(self, thing: Thing, found: Collection[Thing]) -> None:
        """It lies under something."""
        self.memory.tries[thing.place] += 1
        self.story.append(f"covered {thing.place}")

    def press_at(
        self, thing: Thing, found: Collection[Thing], at: tuple[float, float] | None = None, *, twice: bool = False
    ) -> bool:
        """Press it, where it can be."""
        point, top = self._met(thing, found, at), thing.around[0]
        if point is None:
            return False
        self.story.append(f"press {thing.place}")
        if thing.widget.objectName() in QUIET:
            top.close()
            return False
        top.activateWindow()  # as a desktop does where a window is clicked
        QTest.mouseMove(top.windowHandle(), point)
        (QTest.mouseDClick if twice else QTest.mouseClick)(top.windowHandle(), LEFT, pos=point)
        return True

    def any_of(self, found: list[Thing]) -> Thing | None:
        """Whatever is in sight. A definition once changed computes all numbers once more: once is enough."""
        free = [thing for thing in found if "/rule." not in thing.place or thing.place not in self.reached]
        return self.random.choice(free) if free else None

    def press(self) -> None:
        """A click, sometimes two, on something; a box is filled, too."""
        found = self.visible()
        chosen = self.any_of(found)
        if chosen is not None and self.press_at(chosen, found, twice=self.random.random() < 0.1):
            self.fill_sometimes(chosen.widget)

    def fill_sometimes(self, widget: QWidget | QAction) -> None:
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
        modifier = self.random.choice((Qt.KeyboardModifier.NoModifier,) * 4 + (Qt.KeyboardModifier.ShiftModifier,))
        self.hit(self.random.choice(KEYS), modifier)

    def hit(self, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        """A key that may bring something into sight; Escape takes something away, and all the rest is seen again."""
        if key is not Qt.Key.Key_Escape:
            self.memory.did(Step("key", f"{modifier.name} {key.name}"))
        self.strike(key, modifier)

    def strike(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.story.append(f"key {modifier.name} {key.name}")
        QTest.keyClick(QApplication.activePopupWidget() or self._listening(), key, modifier)

    def _listening(self) -> QWidget:
        """What keys go to; a window that was left open beside the desk does not hear them for it."""
        front, focused = QApplication.activeModalWidget() or self.window, QApplication.focusWidget()
        return focused if focused is not None and focused.window() is front else front

    def control(self) -> None:
        """One key with Ctrl."""
        self.hit(self.random.choice(CONTROLLED), Qt.KeyboardModifier.ControlModifier)

    def drag(self) -> None:
        """Press, move, let go."""
        found = self.visible()
        chosen = self.any_of(found)
        if chosen is None or isinstance(chosen.widget, QAction):
            return
        at, handle, reach = self._met(chosen, found), chosen.around[0].windowHandle(), chosen.widget.width() // 2
        if at is None:
            return
        self.story.append(f"drag {chosen.place}")
        QTest.mousePress(handle, LEFT, pos=at)
        for _ in range(3):
            at += QPoint(self.random.randint(-reach - 20, reach + 20), self.random.randint(-40, 40))
            at = QPoint(max(0, min(at.x(), handle.width() - 1)), max(0, min(at.y(), handle.height() - 1)))
            QTest.mouseMove(handle, at)
            QApplication.processEvents()
        QTest.mouseRelease(handle, LEFT, pos=at)

    def wheel(self) -> None:
        """Scroll over something."""
        chosen = self.any_of(self.visible())
        if chosen is not None and isinstance(chosen.widget, QWidget):
            self.story.append(f"wheel {chosen.place}")
            target = chosen.widget.viewport() if hasattr(chosen.widget, "viewport") else chosen.widget
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
        self.run(self.random.choice(ids))

    def run(self, action: str) -> None:
        self.story.append(f"command {action}")
        self.memory.did(Step("command", action))
        self.binding.registry.qt_action(action).trigger()

    def menu(self) -> None:
        """One of the menus drops down, as a user opens it from the bar."""
        if QApplication.activeModalWidget() is None and QApplication.activePopupWidget() is None:
            self.open_menu(self.random.randrange(len(self.window.menuBar().actions())))

    def open_menu(self, nth: int) -> None:
        self.closed_menus.discard(nth)
        menu = self.window.menuBar().actions()[nth].menu()
        self.story.append(f"menu {menu.title()}")
        self.memory.did(Step("menu", str(nth)))
        menu.popup(self.window.mapToGlobal(QPoint(40, 40)))

    def bring(self) -> None:
        """Files fall on the window."""
        if self.files:
            chosen = self.random.sample(self.files, self.random.randint(1, len(self.files)))
            self.drop(" ".join(path.name for path in chosen))

    def drop(self, names: str) -> None:
        self.story.append(f"bring {names}")
        self.memory.did(Step("bring", names))
        self.window.on_dropped(tuple(path for path in self.files if path.name in names.split()))

    def turn_page(self) -> None:
        """Any page."""
        self.show_page(self.random.choice([entry.id for entry in PAGES]))

    def show_page(self, page: str) -> None:
        self.story.append(f"page {page}")
        self.memory.did(Step("page", page))
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

    def begin_anew(self) -> None:
        """A new workspace with the company that the play began with."""
        if self.home and QApplication.activeModalWidget() is None:
            self.story.append("begin anew")
            self.memory.begin_anew()
            self.binding.registry.qt_action("file.new").trigger()
            self.settle()
            take_in_all(self.binding, self.home)
            self.window.resize(*SIZES[0])
            self.show_page("dashboard")
