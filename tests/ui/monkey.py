"""A monkey at the window: presses, types, drags, switches pages, themes and languages, repeatably.

Of each forty actions twelve are pure chance. With the others it is curious: it uses what it never used, of that first
what it saw least often, and goes back to where the rest was seen, by what had brought it into sight. A thing counts as
used only where a click or a key met it: what lies under something else, or out of sight, does not count.
"""

import random
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from kpidesk.session.settings import LANGUAGE, TEXT_SIZE, THEME
from kpidesk.ui.actions.pages import PAGES
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QWidget,
)
from shiboken6 import isValid
from tests.ui.desk import take_in_all
from tests.ui.in_sight import Thing, above, in_sight, spot
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
SPELL, OF_CHANCE = 40, 12
"""Of so many actions in a row, so many are pure chance."""
TIRED = 12
"""So many ways in vain, and the monkey begins anew: the workspace it came to holds no more of what it looks for."""
REST = 80
"""So many actions at least between two beginnings: taking all in once more is what costs time."""
_FLOATING = ("Popover@", "CommandPalette@")


class Monkey:
    """``play(n)`` does n things; ``seen`` and ``reached`` are what could be used, and was."""

    def __init__(self, binding: object, seed: int, files: tuple[Path, ...] = (), home: tuple[Path, ...] = ()) -> None:
        self.binding, self.window, self.files, self.home = binding, binding.window, files, home
        self.random = random.Random(seed)
        self.memory = Memory()
        self.story: list[str] = []
        self._plan: list[Step] = []
        self._taken: Step | None = None
        self._closed_menus = set(range(len(self.window.menuBar().actions())))
        self._done = self._began = self._in_vain = 0
        self._last = ""
        self._chances: tuple[tuple[Callable[[], None], int], ...] = (
            (self.press, 500), (self.hit_key, 150), (self.type_text, 70), (self.drag, 80), (self.turn_page, 50),
            (self.control, 40), (self.command, 40), (self.menu, 25), (self.wheel, 20), (self.bring, 10),
            (self.resize, 10), (self.dress, 5),
        )  # fmt: skip

    def play(self, count: int) -> None:
        """So many actions, each followed by all that it set off."""
        acts, weights = zip(*self._chances, strict=True)
        for _ in range(count):
            self._done += 1
            if self._done % SPELL < OF_CHANCE:
                self._plan = []
                self.random.choices(acts, weights)[0]()
            else:
                self.explore()
            self.settle()
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, QDialog) and not self.memory.fresh(self._visible()) and self.random.random() < 0.5:
                dialog.reject()

    def settle(self) -> None:
        """Whatever is due happens; what was closed is gone."""
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    @property
    def seen(self) -> Mapping[str, str]:
        return self.memory.seen

    @property
    def reached(self) -> Collection[str]:
        return self.memory.reached

    @property
    def missed(self) -> Mapping[str, str]:
        return self.memory.missed

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
        self.memory.note(found, self.window.stack.current_id)
        return found

    # What a curious mind does.

    def explore(self) -> None:
        """What was not used comes first; else the way to something elsewhere is looked for, or all begins anew."""
        found = self._visible()
        if self._plan and self._follow(found):
            return
        floating = [thing for thing in found if any(mark in thing.place for mark in _FLOATING)]
        fresh = self.memory.fresh(floating) or self.memory.fresh(found)
        fresh.sort(key=lambda thing: self._rank(thing, floating))
        chosen = next((thing for thing in fresh if self._point(thing, found) is not None), None)
        if chosen is not None:
            self._use(chosen, found, fresh)
        elif QApplication.activePopupWidget() is not None or floating:
            self._strike(Qt.Key.Key_Escape)
        elif self._closed_menus and QApplication.activeModalWidget() is None:
            self._open_menu(min(self._closed_menus))
        else:
            self._look_for(found)

    def _look_for(self, found: list[Thing]) -> None:
        """Set out for something that was seen elsewhere; a way that cannot be begun is none."""
        while self._in_vain < TIRED:
            self._plan, self._taken = self.memory.plan(self.random), None
            if not self._plan:
                break
            if self._follow(found):
                return
        if self._done - self._began >= REST:
            self.begin_anew()
        else:
            self._in_vain = 0
            self.press()

    def _rank(self, thing: Thing, floating: Collection[Thing]) -> tuple[int, bool, int, float]:
        """First what was seen least often; what takes itself or the others away comes last."""
        place, is_above = thing.place, thing in floating or QApplication.activeModalWidget() is not None
        ends = place.endswith("Button[x].0") or (is_above and isinstance(thing.widget, QListView | QAbstractButton))
        return self.memory.tries[place], ends, self.memory.sightings[place], self.random.random()

    def _follow(self, found: list[Thing]) -> bool:
        """The last step of the plan that can be taken: what is in sight needs none of the steps before."""
        places = {thing.place: thing for thing in found}
        known = [nth for nth, step in enumerate(self._plan) if step.kind == "press" and step.what in places]
        is_held = QApplication.activePopupWidget() is not None or QApplication.activeModalWidget() is not None
        if known and (known[-1] == len(self._plan) - 1 or self._plan[0].kind == "press"):
            step, self._plan = self._plan[known[-1]], self._plan[known[-1] + 1 :]
            self._taken = step
            self._in_vain = 0 if not self._plan else self._in_vain
            self._press_at(places[step.what], found, step.at)
        elif self._plan[0].kind != "press" and not is_held:
            self._taken, *self._plan = self._plan
            self._take(self._taken)
        else:
            self.memory.failed(self._taken, self._plan)
            self._plan = []
            self._in_vain += 1
            return False
        return True

    def _take(self, step: Step) -> None:
        if step.kind == "page":
            self._show(step.what)
        elif step.kind == "command":
            self._run(step.what)
        elif step.kind == "menu":
            self._open_menu(int(step.what))
        else:
            self._drop(step.what)

    def _use(self, thing: Thing, found: Collection[Thing], fresh: Collection[Thing]) -> None:
        """A click, sometimes two; a box is filled, too, unless that could take away what else is new."""
        alone = len(fresh) == 1 or "Popover@" not in thing.place
        if self._press_at(thing, found, twice=self.random.random() < 0.1) and alone:
            self._fill_sometimes(thing.widget)

    # What a hand does.

    def _point(self, thing: Thing, found: Collection[Thing], at: tuple[float, float] | None = None) -> QPoint | None:
        """Where a click meets the thing itself, once it is scrolled into sight."""
        if isinstance(thing.widget, QAction):
            return thing.around[0].actionGeometry(thing.widget).center()
        thing.bring_into_sight()
        return spot(thing, found, self.random, at)

    def _met(self, thing: Thing, found: Collection[Thing], at: tuple[float, float] | None = None) -> QPoint | None:
        """Where a click meets the thing itself, which is reached then; None where it lies under something."""
        point = self._point(thing, found, at)
        if point is None:
            self._covered(thing, found)
            return None
        self._last = thing.place
        name = thing.widget.objectName()
        opens_page = name.removeprefix("sidebar.") if name.startswith("sidebar.") else ""
        self.memory.did(Step("page", opens_page) if opens_page else Step("press", thing.place, thing.share(point)))
        self.memory.reached.add(thing.place)
        return point

    def _covered(self, thing: Thing, found: Collection[Thing]) -> None:
        """What brought the cover takes it away again; or more room does, or Escape."""
        self.memory.tries[thing.place] += 1
        self.story.append(f"covered {thing.place}")
        over = above(thing, found)
        opened_by = "" if over is None else self.memory.opened_by(over.place)
        if self.window.size().width() < SIZES[0][0]:
            self.window.resize(*SIZES[0])
        elif opened_by and self.memory.tries[thing.place] < 4:
            self._plan, self._taken = [Step("press", opened_by), Step("press", thing.place)], None
            return
        self._strike(Qt.Key.Key_Escape)

    def _press_at(
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
        QTest.mouseMove(top.windowHandle(), point)
        (QTest.mouseDClick if twice else QTest.mouseClick)(top.windowHandle(), LEFT, pos=point)
        return True

    def _any(self, found: list[Thing]) -> Thing | None:
        """Whatever is in sight. A definition once changed computes all numbers once more: once is enough."""
        free = [thing for thing in found if "/rule." not in thing.place or thing.place not in self.reached]
        return self.random.choice(free) if free else None

    def press(self) -> None:
        """A click, sometimes two, on something; a box is filled, too."""
        found = self._visible()
        chosen = self._any(found)
        if chosen is not None and self._press_at(chosen, found, twice=self.random.random() < 0.1):
            self._fill_sometimes(chosen.widget)

    def _fill_sometimes(self, widget: QWidget | QAction) -> None:
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
        self._strike(self.random.choice(KEYS), modifier)

    def _strike(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.story.append(f"key {key.name}")
        target = QApplication.activePopupWidget() or QApplication.focusWidget() or self.window
        QTest.keyClick(target, key, modifier)

    def control(self) -> None:
        """One key with Ctrl."""
        key = self.random.choice(CONTROLLED)
        self.story.append(f"ctrl {key.name}")
        QTest.keyClick(QApplication.focusWidget() or self.window, key, Qt.KeyboardModifier.ControlModifier)

    def drag(self) -> None:
        """Press, move, let go."""
        found = self._visible()
        chosen = self._any(found)
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
        chosen = self._any(self._visible())
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
        self._run(self.random.choice(ids))

    def _run(self, action: str) -> None:
        self._last = ""
        self.story.append(f"command {action}")
        self.memory.did(Step("command", action))
        self.binding.registry.qt_action(action).trigger()

    def menu(self) -> None:
        """One of the menus drops down, as a user opens it from the bar."""
        if QApplication.activeModalWidget() is None and QApplication.activePopupWidget() is None:
            self._open_menu(self.random.randrange(len(self.window.menuBar().actions())))

    def _open_menu(self, nth: int) -> None:
        self._closed_menus.discard(nth)
        menu = self.window.menuBar().actions()[nth].menu()
        self._last = ""
        self.story.append(f"menu {menu.title()}")
        self.memory.did(Step("menu", str(nth)))
        menu.popup(self.window.mapToGlobal(QPoint(40, 40)))

    def bring(self) -> None:
        """Files fall on the window."""
        if self.files:
            chosen = self.random.sample(self.files, self.random.randint(1, len(self.files)))
            self._drop(" ".join(path.name for path in chosen))

    def _drop(self, names: str) -> None:
        self.story.append(f"bring {names}")
        self.memory.did(Step("bring", names))
        self.window.on_dropped(tuple(path for path in self.files if path.name in names.split()))

    def begin_anew(self) -> None:
        """A new workspace with the company that the play began with."""
        self._plan, self._in_vain, self._began = [], 0, self._done
        if self.home and QApplication.activeModalWidget() is None:
            self.story.append("begin anew")
            self.memory.begin_anew()
            self.binding.registry.qt_action("file.new").trigger()
            self.settle()
            take_in_all(self.binding, self.home)
            self.window.resize(*SIZES[0])
            self._show("dashboard")

    def turn_page(self) -> None:
        """Any page."""
        self._show(self.random.choice([entry.id for entry in PAGES]))

    def _show(self, page: str) -> None:
        self._last = ""
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
