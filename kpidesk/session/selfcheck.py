"""The published worked examples, run now, on this computer, through the product."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kpidesk.core.errors import UserError
from kpidesk.session.selfchecks import economics, reading, recurring, voices
from kpidesk.session.selfchecks.case import Answer, Bench, Case

CASES: tuple[Case, ...] = (*recurring.CASES, *economics.CASES, *voices.CASES, *reading.CASES)


@dataclass(frozen=True, slots=True)
class Check:
    """One example: what its source prints and what the product answers. ``got`` is a text where it failed to."""

    id: str
    source: str
    expected: Answer
    got: Answer
    ok: bool


def run_selfcheck(cases: Sequence[Case] = CASES) -> Iterator[Check]:
    """Each example in turn; one that cannot be answered is a failed check, not the end of the run."""
    bench = Bench()
    for case in cases:
        got: Answer
        try:
            got = case.ask(bench)
        except (UserError, LookupError, ValueError, ArithmeticError) as error:
            got = f"{type(error).__name__}: {error}"
        yield Check(case.id, case.source, case.expected, got, is_met(case.expected, got, case.within))


def is_met(expected: Answer, got: Answer, within: float) -> bool:
    """Equal to what is printed, to the tolerance; no value is only equal to no value."""
    if isinstance(expected, str) or isinstance(got, str) or expected is None or got is None:
        return expected == got
    if isinstance(expected, Sequence) or isinstance(got, Sequence):
        if not (isinstance(expected, Sequence) and isinstance(got, Sequence)) or len(expected) != len(got):
            return False
        return all(is_met(one, other, within) for one, other in zip(expected, got, strict=True))
    return abs(expected - got) <= within
