"""What a monkey remembers: what it saw and used, what brought it into sight, and how to come there again."""

import random
from collections import Counter, defaultdict, deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from tests.ui.in_sight import Thing

_LONGEST = 6
_TRAIL = 5
_LIST_OF, _LIST = "ChoicePopover@", "/QListView.0"
_DIGITS = "0123456789"
_LED_NOWHERE = 3
"""After so many tries in vain other choices are made on the page."""
_GOLDEN = (5**0.5 - 1) / 2
"""Its multiples fall into the largest gap that was left, each time."""
_JUST_NOW = 40
"""So many looks ago, and what was in sight on a page is most likely still there."""


class Step(NamedTuple):
    """What can be done again: ``press`` a place, open a ``page`` or a ``menu``, run a ``command``, ``bring`` files.

    A ``key`` is struck with its modifier; what it does hangs on the page, or on what was pressed before.
    """

    kind: str
    what: str
    at: tuple[float, float] | None = None  # the shares of width and height at which it was pressed


@dataclass
class _Cause:
    """How often a step brought a thing into sight, and how often it was done again in vain."""

    shown: int = 0
    in_vain: int = 0


class Memory:
    """``seen`` and ``reached`` are what could be used, and was."""

    def __init__(self) -> None:
        self.seen: dict[str, str] = {}
        self.reached: set[str] = set()
        self.tries: Counter[str] = Counter()
        self.sightings: Counter[str] = Counter()
        self._causes: defaultdict[str, dict[Step, _Cause]] = defaultdict(dict)
        self._pages: dict[str, str] = {}
        self._trails: dict[str, tuple[Step, ...]] = {}
        self._spoilt: Counter[Step] = Counter()  # what led nowhere, since the play began anew
        self._lately: deque[Step] = deque(maxlen=_TRAIL)
        self._before: set[str] = set()
        self._lists: defaultdict[str, dict[str, Step]] = defaultdict(dict)  # what opens each list of a page
        self._gains: Counter[str] = Counter()  # how much came into sight that was new, by what was pressed before
        self._choices: Counter[str] = Counter()  # how often each list was pressed
        self._looks, self._page = 0, ""
        self._seen_at: dict[str, int] = {}

    @property
    def missed(self) -> Mapping[str, str]:
        """What was in sight and never used: its class by its place."""
        return {place: kind for place, kind in self.seen.items() if place not in self.reached}

    def fresh(self, found: Iterable[Thing]) -> list[Thing]:
        return [thing for thing in found if thing.place not in self.reached]

    def did(self, step: Step) -> None:
        """A step was taken: what comes into sight next is its doing."""
        self._lately.append(step)
        if step.what.endswith(_LIST):
            self._choices[step.what] += 1

    def note(self, found: Collection[Thing], page: str) -> None:
        """What is in sight now."""
        self._looks, self._page = self._looks + 1, page
        for thing in found:
            place = thing.place
            self._seen_at[place] = self._looks
            if place not in self.seen:
                self._gains[self._lately[-1].what if self._lately else ""] += 1
                if place.startswith(_LIST_OF) and place.endswith(_LIST) and self._lately:
                    self._lists[page][place] = self._lately[-1]
            self.seen.setdefault(place, thing.kind)
            self.sightings[place] += 1
            if place not in self._before and self._lately:
                self._pages[place] = page
                if place not in self.reached:  # a page that shows something new is worth another look
                    self._spoilt.pop(Step("page", page), None)
                cause = self._causes[place].setdefault(self._lately[-1], _Cause())
                cause.shown, cause.in_vain = cause.shown + 1, 0
                self._trails[place] = tuple(self._lately)
        self._before = {thing.place for thing in found}

    def opened_by(self, place: str) -> str:
        """What was pressed most often when it, or one of its kind beside it, came into sight, if anything was."""
        kind, presses = place.rstrip(_DIGITS), Counter[str]()
        for other, causes in self._causes.items():
            if other.rstrip(_DIGITS) == kind:
                presses.update({step.what: cause.shown for step, cause in causes.items() if step.kind == "press"})
        return max(presses, key=lambda what: presses[what], default="")

    def plan(self, chance: random.Random) -> list[Step]:
        """The way to something that was missed: one that did not fail lately, to what was tried least, the nearest."""
        ways = []
        for place in sorted(self.missed):
            known = [way for way in self._ways(place) if self._can_begin(way)]
            ways += known
            if not known or self.tries[place] >= _LED_NOWHERE:
                ways += self._by_another_choice(place, chance)
        if not ways:
            return []
        crowd = Counter(self._pages.get(place, "") for place in self.missed)  # where most is left, one goes once
        costs = [
            (self._doubt(way) + self.tries[way[-1].what], len(way), -crowd[self._pages.get(way[-1].what, "")])
            for way in ways
        ]
        least = min(costs)
        return chance.choice([way for way, cost in zip(ways, costs, strict=True) if cost == least])

    def _can_begin(self, way: Sequence[Step]) -> bool:
        """Whether it begins with what can be done from anywhere, or one of its places is in sight.

        Nothing comes of going to the page that is shown already, unless something else follows.
        """
        if way[0] == Step("page", self._page) and len(way) == 2:
            return way[-1].what in self._before
        return way[0].kind != "press" or any(step.what in self._before for step in way)

    def failed(self, last: Step | None, plan: Sequence[Step]) -> None:
        """The way that was left over led nowhere: the last step did not show what it should have."""
        self.tries[plan[-1].what] += 1
        missing = next(step.what for step in plan if step.kind == "press")
        self._seen_at.pop(missing, None)
        if last is not None:
            self._spoilt[last] += 1
            self._causes[missing].setdefault(last, _Cause(1)).in_vain += 1

    def begin_anew(self) -> None:
        """All is as it was: what led nowhere may lead somewhere again."""
        self._spoilt.clear()
        self._seen_at.clear()
        self._lately.clear()

    def _best(self, place: str, but: Collection[Step]) -> Step | None:
        """What brought it into sight most surely, so far; rather something that can be done from anywhere."""
        known = [
            ((each.in_vain / each.shown, step.kind in ("press", "key"), -each.shown), step)
            for step, each in self._causes[place].items()
            if step not in but
        ]
        return min(known, key=lambda each: each[0])[1] if known else None

    def _doubt(self, way: Sequence[Step]) -> int:
        """How often its steps led nowhere lately, or not to the next one; what takes a file in is costly."""
        doubt = sum(self._spoilt[step] for step in way) + 2 * sum(step.kind == "bring" for step in way)
        for step, following in pairwise(way):
            known = self._causes[following.what].get(step) if following.kind == "press" else None
            if known is not None and self._looks - self._seen_at.get(following.what, -_JUST_NOW) >= _JUST_NOW:
                doubt += known.in_vain
        return doubt

    def _ways(self, place: str) -> tuple[list[Step], ...]:
        """What brought it into sight, step by step; all that was done before; just its page, if it is part of one."""
        last = Step("press", place)
        ways = [self._chain(place), [*self._trails.get(place, ()), last]]
        if place.startswith("/"):  # what floats, dialogs and menus are called after themselves
            ways.append([Step("page", self._pages.get(place, "dashboard")), last])
        return tuple(ways)

    def _by_another_choice(self, place: str, chance: random.Random) -> list[list[Step]]:
        """Where no way led to it lately: its page, with another line of a list there; rather of one that gave much."""
        page = self._pages.get(place, "")
        lists = self._lists.get(page, {})
        if not lists or not place.startswith("/"):
            return []
        listed = chance.choices([*lists], [1 + self._gains[each] for each in lists])[0]
        choose = Step("press", listed, (0.5, self._next_line(listed)))
        return [[Step("page", page), lists[listed], choose, Step("press", place)]]

    def _next_line(self, listed: str) -> float:
        """How far down a list to choose next: each time far from all the times before, so that no line is left out."""
        return (self._choices[listed] + 0.5) * _GOLDEN % 1

    def _chain(self, place: str) -> list[Step]:
        """Back from the place to something that can be done from anywhere."""
        way, wanted = [Step("press", place)], place
        while len(way) < _LONGEST:
            cause = self._best(wanted, way)
            if cause is None:
                break
            way.insert(0, cause)
            if cause.kind == "key":
                break
            if cause.kind != "press":
                return way
            wanted = cause.what
        return [Step("page", self._pages.get(wanted, "dashboard")), *way]
