"""Which score a rating is: answers from 0 to 10, or groups of promoters beside them, make it a likelihood."""

from collections.abc import Sequence
from dataclasses import replace

from kpidesk.ingest import recognition_evidence as evidence
from kpidesk.ingest.mapping import Mapping
from kpidesk.ingest.profile import ColumnProfile
from kpidesk.schema.model import ColumnType
from kpidesk.schema.vocabulary import Vocabulary

_ENOUGH_ROWS = 8
_OF_TEN = 10
_OF_FIVE = 5


def settle_scale(mapping: Mapping, columns: Sequence[ColumnProfile], vocabulary: Vocabulary) -> Mapping:
    """A survey's only rating is the NPS answer where it goes from 0 to 10, or promoters are told beside it."""
    rating = mapping.column("csat_score")
    if mapping.table != "surveys" or rating is None or mapping.column("nps_score") is not None:
        return mapping
    place = next(n for n, column in enumerate(mapping.columns) if column is rating)
    shape = columns[place]
    if shape.type is not ColumnType.NUMBER or not shape.is_integer:
        return mapping
    low, high = shape.low, shape.high
    if not isinstance(low, int | float) or not isinstance(high, int | float) or not _OF_FIVE < high <= _OF_TEN:
        return mapping
    grouped = any(_groups(column, vocabulary) for n, column in enumerate(columns) if n != place)
    if not grouped and (low != 0 or shape.rows < _ENOUGH_ROWS):
        return mapping
    given = replace(rating, role="nps_score", evidence=(evidence.zero_to_ten(), *rating.evidence))
    return replace(mapping, columns=tuple(given if column is rating else column for column in mapping.columns))


def _groups(column: ColumnProfile, vocabulary: Vocabulary) -> bool:
    """Whether a column's words are those of promoters, passives and detractors."""
    words = {vocabulary.fold(text) for text in column.words}
    return len(words & vocabulary.questions["promoters"]) >= 2
