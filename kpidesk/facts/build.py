"""Makes facts: reads the typed tables by the rules, counts what is left out, writes what every answer needs."""

from collections.abc import Sequence
from datetime import date

from kpidesk.core.progress import Progress
from kpidesk.facts.facts import Facts
from kpidesk.facts.inputs import FactInput, FactRules
from kpidesk.store.store import Store


def build_facts(
    store: Store, inputs: Sequence[FactInput], rules: FactRules, as_of: date | None, progress: Progress
) -> Facts:
    """The facts of these tables; the month's movements are written at once, other relations on first use."""
    raise NotImplementedError
