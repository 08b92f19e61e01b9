"""Two definition profiles on the same ledger: how far a KPI differs, split exactly over the switches that differ.

The figures of all mixtures of the two profiles' choices are asked for; a switch's part is its Shapley value, so the
parts sum to the difference and no order of switches is preferred.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kpidesk.analysis.shapley import coalitions, shapley
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, Template
from kpidesk.metrics.frame import Array
from kpidesk.metrics.profiles import Choice, Choices, Profile, is_relevant, switches, touches_facts

Figures = Mapping[MetricName, float | None]
"""KPIs of one period; None where there is no value."""
Ask = Callable[[Choices, Sequence[MetricName]], Figures]
"""The figures of these KPIs (of all, where none is named) as these choices count them."""

_TINY = 1e-9


@dataclass(frozen=True, slots=True)
class SwitchPart:
    """What one switch contributes to a difference, and the answers that the two profiles give."""

    switch: str
    before: Choice
    after: Choice
    contribution: float


@dataclass(frozen=True, slots=True)
class Difference:
    """One KPI under both profiles; the parts, largest first, sum to ``after − before``.

    No parts where one of the two has no value, or no order of switching leads from one to the other.
    """

    kpi: MetricName
    before: float | None
    after: float | None
    parts: tuple[SwitchPart, ...] = ()

    @property
    def change(self) -> float | None:
        """What the other profile counts more, None where one of them has no value."""
        return None if self.before is None or self.after is None else self.after - self.before

    @property
    def is_equal(self) -> bool:
        """Both profiles count the same, or neither has a value."""
        if self.before is None or self.after is None:
            return self.before is self.after
        return abs(self.after - self.before) <= _TINY * max(1.0, abs(self.before))


def differing(ours: Profile, theirs: Profile, tables: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    """The switches that the profiles answer differently and that can matter with these tables and columns.

    Those that change how facts are read stand first, so that neighbouring mixtures read the same facts.
    """
    moved = [
        name
        for name, switch in switches().items()
        if ours.choices[name] != theirs.choices[name] and is_relevant(switch, tables)
    ]
    return tuple(sorted(moved, key=lambda name: touches_facts(switches()[name])))


def compare_profiles(
    ours: Profile, theirs: Profile, names: Sequence[str], kpis: Iterable[MetricName], ask: Ask
) -> tuple[Difference, ...]:
    """How far each KPI differs and why; ``names`` are the switches of ``differing``.

    Without ``kpis`` those of the catalogue that differ. Facts are read once for each mixture of the switches that
    change them, so 2^n times for n of these.
    """
    wanted = tuple(kpis)
    ends = [ask(_mixed(ours, theirs, names, later), wanted) for later in (frozenset[str](), frozenset(names))]
    both = tuple(name for name in ends[0] if name in ends[1])
    plain = {name: Difference(name, ends[0].get(name), ends[1].get(name)) for name in wanted or both}
    split = [name for name, each in plain.items() if each.change is not None and not each.is_equal]
    if split:
        worth = _worths(ours, theirs, names, split, ask)
        plain |= {name: _with_parts(plain[name], ours, theirs, names, worth[name]) for name in split}
    return tuple(each for each in plain.values() if wanted or not each.is_equal)


def because(part: SwitchPart) -> Message:
    """Why a switch makes a difference: what the other profile does, in the words of its choice."""
    return Message(Template("profiles", part.after.label["en"]))


def sentence(found: Difference, names: Mapping[str, str], change: str) -> Message:
    """``Standard 10%, Stripe-like 9.2%: −0.8 pt because …``; ``names`` are both profiles with their figures.

    Of several reasons it is the largest of those that go the way of the difference.
    """
    if found.is_equal:
        return Message(QT_TRANSLATE_NOOP("profiles", "{ours}, {theirs}: the same"), **names)
    if not found.parts:
        return Message(QT_TRANSLATE_NOOP("profiles", "{ours}, {theirs}"), **names)
    if len(found.parts) == 1:
        text = QT_TRANSLATE_NOOP("profiles", "{ours}, {theirs}: {change} because {reason}")
        return Message(text, **names, change=change, reason=because(found.parts[0]))
    is_up = (found.change or 0.0) > 0
    along = [part for part in found.parts if (part.contribution > 0) == is_up]
    text = QT_TRANSLATE_NOOP("profiles", "{ours}, {theirs}: {change}, mostly because {reason}")
    return Message(text, **names, change=change, reason=because((along or found.parts)[0]))


def _worths(
    ours: Profile, theirs: Profile, names: Sequence[str], kpis: Sequence[MetricName], ask: Ask
) -> Mapping[MetricName, Array]:
    """Each KPI over all mixtures, in the order of ``coalitions``; the fastest-changing switch is the first."""
    rows = coalitions(len(names))
    worth = {name: np.full(len(rows), np.nan) for name in kpis}
    for row, mask in enumerate(rows):
        later = frozenset(name for name, is_later in zip(names, mask, strict=True) if is_later)
        figures = ask(_mixed(ours, theirs, names, later), kpis)
        for name in kpis:
            value = figures.get(name)
            worth[name][row] = np.nan if value is None else value
    return worth


def _mixed(ours: Profile, theirs: Profile, names: Sequence[str], later: frozenset[str]) -> Choices:
    return {**ours.choices, **{name: theirs.choices[name] for name in names if name in later}}


def _with_parts(plain: Difference, ours: Profile, theirs: Profile, names: Sequence[str], worth: Array) -> Difference:
    found = shapley(len(names), lambda _: worth)
    if found is None:
        return plain
    parts = [
        SwitchPart(
            name,
            switches()[name].choices[ours.choices[name]],
            switches()[name].choices[theirs.choices[name]],
            float(part),
        )
        for name, part in zip(names, found, strict=True)
    ]
    moved = sorted((part for part in parts if part.contribution), key=lambda part: -abs(part.contribution))
    return Difference(plain.kpi, plain.before, plain.after, tuple(moved))
