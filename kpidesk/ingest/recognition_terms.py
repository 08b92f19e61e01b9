"""Of several days on which a contract may start or end, those that its paid time starts and ends on."""

from collections.abc import Sequence
from dataclasses import replace

from kpidesk.ingest.mapping import Mapping as TableMapping
from kpidesk.ingest.profile import ColumnProfile
from kpidesk.ingest.recognition_assignment import Scores
from kpidesk.schema.model import ColumnType
from kpidesk.schema.vocabulary import Vocabulary

_CANCELLED = frozenset(("cancel", "canceled", "cancelled", "cancellation"))
_ENDED = frozenset(("end", "ended", "ends"))
_LATEST = frozenset(("current", "latest"))
_SURE, _PERHAPS = 0.9, 0.44


def settle_starts(
    mapping: TableMapping, columns: Sequence[ColumnProfile], scores: Scores, vocabulary: Vocabulary
) -> TableMapping:
    """Of the start of the current period and another day, the other: a period is one of many that were paid."""
    given = mapping.column("start_date")
    if given is None or not _tokens(given.header, vocabulary) & _LATEST:
        return mapping
    others = {
        n: score
        for n, score in _free_days(mapping, columns, scores, "start_date", _PERHAPS).items()
        if not _tokens(columns[n].header, vocabulary) & _LATEST and columns[n].filled >= columns[given.index].filled
    }
    if not others:
        return mapping
    return _moved(mapping, "start_date", max(others, key=lambda n: (others[n], -n)))


def settle_ends(
    mapping: TableMapping, columns: Sequence[ColumnProfile], scores: Scores, vocabulary: Vocabulary
) -> TableMapping:
    """Of a day of the cancellation and one of the end, the end: until then it is paid."""
    given = mapping.column("cancel_date")
    if given is None or not _tokens(given.header, vocabulary) & _CANCELLED:
        return mapping
    free = _free_days(mapping, columns, scores, "cancel_date", _SURE)
    ends = [n for n in free if _tokens(columns[n].header, vocabulary) & _ENDED]
    return _moved(mapping, "cancel_date", ends[0]) if len(ends) == 1 else mapping


def _free_days(
    mapping: TableMapping, columns: Sequence[ColumnProfile], scores: Scores, role: str, least: float
) -> dict[int, float]:
    """Dates without a role that may be the role's, by place, with how well they are named."""
    return {
        n: score
        for (n, name), score in scores.items()
        if name == role and score >= least and mapping.columns[n].role is None
        if columns[n].type is ColumnType.DATE and columns[n].filled > 0
    }


def _moved(mapping: TableMapping, role: str, place: int) -> TableMapping:
    """The role at another place."""
    before = mapping.column(role)
    columns = [replace(c, role=None, is_attribute=True) if c is before else c for c in mapping.columns]
    sure = before.confidence if before is not None else 0.0
    columns[place] = replace(columns[place], role=role, is_attribute=False, confidence=sure)
    return replace(mapping, columns=tuple(columns))


def _tokens(header: str, vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(vocabulary.tokens(header))
