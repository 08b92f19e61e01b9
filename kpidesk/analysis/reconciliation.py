"""Two sources for one KPI held against each other: where they disagree, by how much, and, by customer, why.

The causes of a difference sum to it: each customer whose amounts differ belongs to one of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from kpidesk.core.findings import Finding, Level
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Period

TOLERANCE = 0.01
"""From which share on a difference is told."""
MOST_SAMPLES = 5

Amounts = Mapping[str, int]


class Why(Enum):
    """What is different about a customer."""

    ONLY_FIRST = "only_in_first"
    ONLY_SECOND = "only_in_second"
    TIMING = "timing"
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True)
class Gap:
    """A period in which both sources have a value; ``share`` is of the first source's, None where that is 0."""

    period: Period
    first: float
    second: float

    @property
    def difference(self) -> float:
        """What the second source gives more."""
        return self.second - self.first

    @property
    def share(self) -> float | None:
        """The difference over what the first source gives."""
        return self.difference / abs(self.first) if self.first else None

    @property
    def is_beyond(self) -> bool:
        """True where the difference is too large to be left unsaid."""
        return abs(self.difference) > TOLERANCE * abs(self.first) and self.difference != 0


@dataclass(frozen=True, slots=True)
class Cause:
    """What some customers make of a difference, in cents, and a few of them."""

    why: Why
    cents: int
    customers: int
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Months:
    """The amounts of a source by customer: of the month itself, those around it, and everybody it ever names."""

    before: Amounts
    now: Amounts
    after: Amounts
    known: frozenset[str]


def gaps(periods: Sequence[Period], first: Sequence[float | None], second: Sequence[float | None]) -> tuple[Gap, ...]:
    """The periods for which both sources give a value."""
    rows = zip(periods, first, second, strict=True)
    return tuple(Gap(period, a, b) for period, a, b in rows if a is not None and b is not None)


def causes(first: Months, second: Months) -> tuple[Cause, ...]:
    """Why the sources differ in a month, largest first; the cents sum to second − first."""
    members: dict[Why, list[tuple[str, int]]] = {}
    for who in sorted(first.now.keys() | second.now.keys()):
        difference = second.now.get(who, 0) - first.now.get(who, 0)
        if difference:
            members.setdefault(_why(who, first, second), []).append((who, difference))
    found = []
    for why, listed in members.items():
        largest = sorted(listed, key=lambda each: -abs(each[1]))
        samples = tuple(who for who, _ in largest[:MOST_SAMPLES])
        found.append(Cause(why, sum(cents for _, cents in listed), len(listed), samples))
    return tuple(sorted(found, key=lambda cause: -abs(cause.cents)))


def is_shifted(listed: Sequence[Gap]) -> bool:
    """True where the second source tells each month what the first told the month before, or the other way round."""
    if sum(gap.is_beyond for gap in listed) < 3:
        return False
    pairs = [(one, next_) for one, next_ in pairwise(listed) if next_.period.shifted(-1) == one.period]
    return any(
        sum(_is_close(a, b) for a, b in tries) >= 0.8 * len(tries) > 0
        for tries in ([(a.first, b.second) for a, b in pairs], [(b.first, a.second) for a, b in pairs])
    )


def disagreement(kpi: MetricName, names: tuple[str, str], listed: Sequence[Gap], shares: str) -> tuple[Finding, ...]:
    """A warning where the sources are further apart than is left unsaid; ``shares`` is the largest one, written."""
    beyond = [gap for gap in listed if gap.is_beyond]
    if not beyond:
        return ()
    worst = max(beyond, key=lambda gap: abs(gap.difference))
    text = QT_TRANSLATE_NOOP(
        "reconciling",
        "{kpi} of {second} differs from {first}, which counts, in {n} of {of} periods; most in {period}: {share}",
    )
    params = {"kpi": kpi, "first": names[0], "second": names[1], "n": len(beyond), "of": len(listed)}
    hint = QT_TRANSLATE_NOOP("reconciling", "Reconcile them: the causes are listed by customer where both name them.")
    message = Message(text, **params, period=str(worst.period), share=shares)
    return (Finding(Level.WARNING, "metrics.sources_disagree", message, count=len(beyond), hint=Message(hint)),)


def _why(who: str, first: Months, second: Months) -> Why:
    if who not in second.known:
        return Why.ONLY_FIRST
    if who not in first.known:
        return Why.ONLY_SECOND
    here, there = first.now.get(who, 0), second.now.get(who, 0)
    around = {months.get(who, 0) for months in (first.before, first.after)}
    beside = {months.get(who, 0) for months in (second.before, second.after)}
    return Why.TIMING if there in around or here in beside else Why.AMOUNT


def _is_close(one: float, other: float) -> bool:
    return abs(one - other) <= 0.001 * max(abs(one), abs(other))
