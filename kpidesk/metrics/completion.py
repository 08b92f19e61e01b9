"""What may stand at a place of a formula: KPIs by id or by their name in any language, functions, constants."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.definitions import CALENDAR
from kpidesk.metrics.formula import MAX_LENGTH
from kpidesk.metrics.functions import CONSTANTS, FUNCTIONS, Function

_WORD = re.compile(r"[^\W\d]\w*\Z")


@dataclass(frozen=True, slots=True)
class Completion:
    """``text`` takes the place of what stands between ``start`` and the cursor; ``label`` says what it is."""

    text: str
    label: str
    start: int


def completions(
    catalogue: Catalogue, text: str, cursor: int, language: str = "en", most: int = 20
) -> tuple[Completion, ...]:
    """Best first: names that begin with the word before the cursor, then those that hold it, then KPIs called so."""
    before = text[max(0, cursor - MAX_LENGTH) : cursor]
    match = _WORD.search(before)
    word = match.group().casefold() if match is not None else ""
    start = cursor - len(word)
    ranked = [
        (rank, order, Completion(name, label, start))
        for order, (name, label, called) in enumerate(_candidates(catalogue, language))
        if (rank := _rank(name, called, word)) is not None
    ]
    return tuple(completion for _, _, completion in sorted(ranked, key=lambda each: each[:2])[:most])


def signature(function: Function) -> str:
    """``first(value, value, …)``."""
    values = ["value"] * function.fewest + (["…"] if function.most > function.fewest else [])
    return f"{function.name}({', '.join(values)})"


def _candidates(catalogue: Catalogue, language: str) -> Iterator[tuple[str, str, str]]:
    """What is inserted, what it is, and all that it is called."""
    for name, definition in catalogue.definitions.items():
        if definition.stage != CALENDAR:
            yield name, definition.label(language), " ".join(definition.labels.values()).casefold()
    for function in FUNCTIONS.values():
        yield f"{function.name}(", signature(function), ""
    for constant, (value, unit) in CONSTANTS.items():
        yield constant, f"{value:g} {unit}", ""


def _rank(name: str, called: str, word: str) -> int | None:
    if name.startswith(word):
        return 0
    if word in name:
        return 1
    return 2 if word in called else None
