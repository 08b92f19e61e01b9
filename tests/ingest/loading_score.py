"""How well a table was loaded: ten measures between 0 and 1, their sum is the score of a file.

Success, then precision, recall and F1 of the header's names, of whole records and of single cells, each as multisets.
Names and records are compared without regard to case and to how a number is written, cells as they stand.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

Table = Sequence[Sequence[str]]
REFUSED = "Application Error"


def score(found: Table | None, wanted: Table) -> float:
    """The sum of the ten measures; 0 where the file was refused (None)."""
    if found is None:
        return 0.0
    if not wanted:
        return 10.0
    first = found[0] if found else ()
    names = _agreement(map(_plain, first), map(_plain, wanted[0])) if wanted[0] else 3.0
    records = _agreement(map(_record, found[1:]), map(_record, wanted[1:])) if len(wanted) > 1 else 3.0
    cells = _agreement((cell for row in found for cell in row), (cell for row in wanted for cell in row))
    return 1.0 + names + records + cells


def _agreement(found: Iterable[str], wanted: Iterable[str]) -> float:
    """Precision, recall and F1 of two bags, added up."""
    ours, theirs = Counter(found), Counter(wanted)
    shared = (ours & theirs).total()
    if not shared:
        return 0.0
    precision, recall = shared / theirs.total(), shared / ours.total()
    return precision + recall + 2 * precision * recall / (precision + recall)


def _record(row: Sequence[str]) -> str:
    return "".join(map(_plain, row))


def _plain(cell: str) -> str:
    try:
        return str(float(cell))
    except ValueError:
        return cell.lower()
