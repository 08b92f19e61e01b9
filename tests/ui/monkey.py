"""A monkey at the window: presses, types, drags, switches pages, themes and languages, repeatably.

Of each forty actions twelve are pure chance. With the others it is curious: it uses what it never used, of that first
what it saw least often, and goes back to where the rest was seen, by what had brought it into sight. A thing counts as
used only where a click or a key met it: what lies under something else, or out of sight, does not count.
"""

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QListView
from tests.ui.hands import SIZES, Hands
from tests.ui.in_sight import Thing, above
from tests.ui.ways import Step

SPELL, OF_CHANCE = 40, 12
"""Of so many actions in a row, so many are pure chance."""
TIRED = 12
"""So many ways in vain, and the monkey begins anew: the workspace it came to holds no more of what it looks for."""
STALE = 60
"""The same after so many actions that reached nothing new."""
REST = 120
"""So many actions at least between two beginnings: taking all in once more is what costs time."""
_FLOATING = ("Popover@", "CommandPalette/")


class Monkey(Hands):
    """``play(n)`` does n things; ``seen`` and ``reached`` are what could be used, and was."""

    def __init__(self, binding: object, seed: int, files: tuple[Path, ...] = (), home: tuple[Path, ...] = ()) -> None:
        super().__init__(binding, seed, files, home)
        self._plan: list[Step] = []
        self._taken: Step | None = None
        self._done = self._began = self._in_vain = self._grew = self._most = 0
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
            if len(self.reached) > self._most:
                self._most, self._grew = len(self.reached), self._done
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, QDialog) and not self.memory.fresh(self.visible()) and self.random.random() < 0.5:
                dialog.reject()

    @property
    def done(self) -> int:
        """How many actions it did."""
        return self._done

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

    # What a curious mind does.

    def explore(self) -> None:
        """What was not used comes first; else the way to something elsewhere is looked for, or all begins anew."""
        found = self.visible()
        if self._plan and self._follow(found):
            return
        floating = [thing for thing in found if any(mark in thing.place for mark in _FLOATING)]
        fresh = self.memory.fresh(floating) or self.memory.fresh(found)
        fresh.sort(key=lambda thing: self._rank(thing, floating))
        chosen = next((thing for thing in fresh if self.point(thing, found) is not None), None)
        hidden = next((thing for thing in fresh if self.memory.tries[thing.place] < 2), None)
        if chosen is not None or hidden is not None:
            self._use(chosen or hidden, found, fresh)
        elif QApplication.activePopupWidget() is not None or floating:
            self.strike(Qt.Key.Key_Escape)
        elif self.closed_menus and QApplication.activeModalWidget() is None:
            self.open_menu(min(self.closed_menus))
        else:
            self._look_for(found)

    def _look_for(self, found: list[Thing]) -> None:
        """Set out for something that was seen elsewhere; a way that cannot be begun is none."""
        while self._in_vain < TIRED and self._done - self._grew < STALE:
            self._plan, self._taken = self.memory.plan(self.random), None
            if not self._plan:
                break
            if self._follow(found):
                return
        if self._done - self._began >= REST:
            self.begin_anew()
        else:
            self._in_vain, self._grew = 0, self._done
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
            if self.press_at(places[step.what], found, step.at):
                self._in_vain = max(0, self._in_vain - (not self._plan))
            else:
                self._in_vain += 1
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
            self.show_page(step.what)
        elif step.kind == "command":
            self.run(step.what)
        elif step.kind == "menu":
            self.open_menu(int(step.what))
        elif step.kind == "key":
            modifier, key = step.what.split()
            self.hit(Qt.Key[key], Qt.KeyboardModifier[modifier])
        else:
            self.drop(step.what)

    def _use(self, thing: Thing, found: Collection[Thing], fresh: Collection[Thing]) -> None:
        """A click, sometimes two; a box is filled, too, unless that could take away what else is new."""
        alone = len(fresh) == 1 or "Popover@" not in thing.place
        if self.press_at(thing, found, twice=self.random.random() < 0.1) and alone:
            self.fill_sometimes(thing.widget)

    def on_covered(self, thing: Thing, found: Collection[Thing]) -> None:
        """What brought the cover takes it away again; or more room does, or Escape."""
        super().on_covered(thing, found)
        over = above(thing, found)
        opened_by = "" if over is None else self.memory.opened_by(over.place)
        if self.window.size().width() < SIZES[0][0]:
            self.window.resize(*SIZES[0])
        elif opened_by and self.memory.tries[thing.place] % 3:
            self._plan, self._taken = [Step("press", opened_by)], None
            return
        self.strike(Qt.Key.Key_Escape)

    def begin_anew(self) -> None:
        """No way is begun any more."""
        self._plan, self._in_vain, self._began, self._grew = [], 0, self._done, self._done
        super().begin_anew()
