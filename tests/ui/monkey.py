"""A monkey at the window: presses, types, drags, switches pages, themes and languages, at random but repeatably.

It prefers what it never used, goes back to where that was seen, and counts a thing as used only where a click or a
key met it: what lies under something else, or out of sight, does not count.
"""

import random
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path

from kpidesk.session.settings import LANGUAGE, TEXT_SIZE, THEME
from kpidesk.ui.actions.pages import PAGES
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QPlainTextEdit, QWidget
from shiboken6 import isValid
from tests.ui.desk import take_in_all
from tests.ui.in_sight import Thing, above, in_sight, spot

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
_UNCOVER = "uncover"
TIRED = 12
"""So many ways in vain, and the monkey begins anew: the workspace it came to holds no more of what it looks for."""


class Monkey:
    """``play(n)`` does n things; ``seen`` and ``reached`` are what could be used, and was."""

    def __init__(self, binding: object, seed: int, files: tuple[Path, ...] = (), home: tuple[Path, ...] = ()) -> None:
        self.binding, self.window, self.files, self.home = binding, binding.window, files, home
        self.random = random.Random(seed)
        self.seen: dict[str, str] = {}
        self.reached: set[str] = set()
        self.story: list[str] = []
        self._pages: Counter[str] = Counter()
        self._ways: dict[str, tuple[str, str]] = {}  # where a thing came into sight: the page, and what was pressed
        self._origin: dict[str, str] = {}  # what was pressed when it was seen for the first time
        self._before: set[str] = set()
        self._sought: Counter[str] = Counter()
        self._plan: list[str] = []
        self._in_vain = 0
        self._last = ""
        self._acts: tuple[tuple[Callable[[], None], int], ...] = (
            (self.press, 800), (self.type_text, 30), (self.hit_key, 60), (self.drag, 30), (self.turn_page, 30),
            (self.control, 12), (self.command, 12), (self.menu, 8), (self.wheel, 5), (self.bring, 3),
            (self.resize, 6), (self.dress, 2), (self.begin_anew, 2),
        )  # fmt: skip

    def play(self, count: int) -> None:
        """So many actions, each followed by all that it set off."""
        acts, weights = zip(*self._acts, strict=True)
        for act in self.random.choices(acts, weights, k=count):
            if self._plan:
                self._follow(self._visible())
            elif self._in_vain > TIRED:
                self.begin_anew()
            else:
                act()
            self.settle()
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, QDialog) and not self._fresh(self._visible()) and self.random.random() < 0.5:
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

    def _visible(self) -> list[Thing]:
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
            found = list(in_sight(root, name, panels, self._last))
        for thing in found:
            self.seen.setdefault(thing.place, thing.kind)
            self._origin.setdefault(thing.place, self._last)
            if thing.place not in self._before:
                self._ways[thing.place] = (self.window.stack.current_id, self._last)
        self._before = {thing.place for thing in found}
        return found

    def _fresh(self, found: Iterable[Thing]) -> list[Thing]:
        return [thing for thing in found if thing.place not in self.reached]

    def _choose(self, found: list[Thing]) -> Thing | None:
        """What was not reached yet comes first, mostly; else the way to something elsewhere is planned, mostly."""
        floating = [thing for thing in found if "Popover@" in thing.place or "CommandPalette@" in thing.place]
        if floating and self.random.random() < 0.85:
            found = floating
        fresh = self._fresh(found)
        if fresh and self.random.random() < 0.95:
            fewest = min(self._sought[thing.place] for thing in fresh)
            found = [thing for thing in fresh if self._sought[thing.place] == fewest]
        elif self.missed and not floating and self.random.random() < 0.8:
            self._look_for()
            return None
        # A definition once changed computes all numbers once more: it is not changed again and again.
        found = [thing for thing in found if thing.place not in self.reached or "/rule." not in thing.place]
        return self.random.choice(found) if found else None

    # Ways to what was seen and not used.

    def _look_for(self) -> None:
        """Plan the way to one of those that were sought least."""
        missed = sorted(self.missed)
        fewest = min(self._sought[place] for place in missed)
        wanted = self.random.choice([place for place in missed if self._sought[place] == fewest])
        self._sought[wanted] += 1
        way, step = [wanted], wanted
        while step in self._ways and len(way) < 5:
            _, step = self._ways[step]
            if not step or step in way:
                break
            way.insert(0, step)
        self._plan = [self._ways[wanted][0], *way]

    def _follow(self, found: list[Thing]) -> None:
        """The last step of the plan that can be taken: what is in sight needs none of the steps before."""
        places = {thing.place: thing for thing in found}
        page, *steps = self._plan
        order = range(len(steps)) if page == _UNCOVER else reversed(range(len(steps)))
        last = next((nth for nth in order if steps[nth] in places), None)
        if last is not None and (page in ("", _UNCOVER, self.window.stack.current_id) or last == len(steps) - 1):
            self._plan = ["", *steps[last + 1 :]] if steps[last + 1 :] else []
            self._click(places[steps[last]], found)
        elif page not in ("", _UNCOVER, self.window.stack.current_id) and QApplication.activePopupWidget() is None:
            self._plan = ["", *steps]
            self._show(page)
        else:
            self._plan = []
            self._in_vain += 1
            if found:
                self._click(self.random.choice(found), found)

    # What a hand does.

    def _met(self, thing: Thing, found: Collection[Thing]) -> QPoint | None:
        """Where a click meets the thing itself, which is reached then; None where it lies under something."""
        if isinstance(thing.widget, QAction):
            point = thing.around[0].actionGeometry(thing.widget).center()
        else:
            thing.bring_into_sight()
            point = spot(thing, found, self.random)
        if point is None:
            self._sought[thing.place] += 1
            self.story.append(f"covered {thing.place}")
            over = above(thing, found)
            opened_by = "" if over is None else self._origin.get(over.place, "")
            if opened_by and self._sought[thing.place] < 4:  # what brought the cover takes it away again
                self._plan = [_UNCOVER, opened_by, thing.place]
            QTest.keyClick(QApplication.focusWidget() or self.window, Qt.Key.Key_Escape)
            return None
        self._last = thing.place
        if thing.place not in self.reached:
            self._in_vain = 0
            self.reached.add(thing.place)
        return point

    def _click(self, thing: Thing, found: Collection[Thing], *, twice: bool = False) -> bool:
        """Press it, where it can be."""
        point, top = self._met(thing, found), thing.around[0]
        if point is None:
            return False
        self.story.append(f"press {thing.place}")
        if thing.widget.objectName() in QUIET:
            top.close()
            return False
        QTest.mouseMove(top.windowHandle(), point)
        (QTest.mouseDClick if twice else QTest.mouseClick)(top.windowHandle(), LEFT, pos=point)
        return True

    def press(self) -> None:
        """A click, sometimes two, on something; a box is filled, too."""
        self._press_any(self._visible())

    def _press_any(self, found: list[Thing]) -> None:
        chosen = self._choose(found)
        if chosen is None:
            if self._plan:
                self._follow(found)
            return
        if not self._click(chosen, found, twice=self.random.random() < 0.1):
            return
        widget = chosen.widget
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
        target = QApplication.activePopupWidget() or QApplication.focusWidget() or self.window
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
        found = self._visible()
        chosen = self._choose(found)
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
        chosen = self._choose(self._visible())
        if chosen is not None and isinstance(chosen.widget, QWidget):
            self.story.append(f"wheel {chosen.place}")
            target = chosen.widget.viewport() if hasattr(chosen.widget, "viewport") else chosen.widget
            at = QPointF(target.rect().center())
            turn = QPoint(0, self.random.choice((-240, 240)))
            none, left = Qt.ScrollPhase.NoScrollPhase, Qt.MouseButton.NoButton
            where = QPointF(target.mapToGlobal(at.toPoint()))
            event = QWheelEvent(at, where, QPoint(), turn, left, Qt.KeyboardModifier.NoModifier, none, False)
            QApplication.sendEvent(target, event)

    # What a mind does.

    def command(self) -> None:
        """Any action of the menus that can be run."""
        registry = self.binding.registry
        known = [each.id for each in registry.actions if each.menu and each.id not in QUIET]
        ids = [each for each in known if registry.qt_action(each).isEnabled()]
        chosen = self.random.choice(ids)
        self.story.append(f"command {chosen}")
        registry.qt_action(chosen).trigger()

    def menu(self) -> None:
        """One of the menus drops down, as a user opens it from the bar."""
        if QApplication.activeModalWidget() is None and QApplication.activePopupWidget() is None:
            menus = [each.menu() for each in self.window.menuBar().actions()]
            menu = self.random.choice(menus)
            self.story.append(f"menu {menu.title()}")
            menu.popup(self.window.mapToGlobal(QPoint(40, 40)))

    def bring(self) -> None:
        """Files fall on the window."""
        if self.files:
            chosen = tuple(self.random.sample(self.files, self.random.randint(1, len(self.files))))
            self.story.append(f"bring {[path.name for path in chosen]}")
            self.window.on_dropped(chosen)

    def begin_anew(self) -> None:
        """A new workspace with the company that the play began with."""
        self._in_vain = 0
        if self.home and QApplication.activeModalWidget() is None:
            self.story.append("begin anew")
            self.binding.registry.qt_action("file.new").trigger()
            self.settle()
            take_in_all(self.binding, self.home)
            self.window.resize(*SIZES[0])
            self.window.show_page("dashboard")

    def turn_page(self) -> None:
        """A page that was not opened yet, else any; while something in sight was not reached, it mostly stays."""
        ids = [entry.id for entry in PAGES]
        fresh = [page for page in ids if not self._pages[page]]
        if self.random.random() < 0.8 and self._fresh(self._visible()):
            self.press()
        else:
            self._show(self.random.choice(fresh or ids))

    def _show(self, page: str) -> None:
        self._pages[page] += 1
        self._last = ""
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
