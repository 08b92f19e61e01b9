"""Survey exports have whole questions for headers: what a question asks for, by its words and its answers."""

from collections.abc import Sequence

from kpidesk.ingest.profile import ColumnProfile
from kpidesk.schema.model import ColumnType
from kpidesk.schema.vocabulary import Vocabulary

_MARKS = "?？؟"
_LONG = 6
_RECOMMEND = frozenset(
    ("recommend", "empfehlen", "weiterempfehlen", "recommander", "recomendar", "recomendaria", "consigliare")
)
_EFFORT = frozenset(("easy", "effort", "einfach", "facile", "facil", "aufwand"))
_NUMERIC = (ColumnType.NUMBER, ColumnType.ID, ColumnType.MONEY, ColumnType.FLAG)


def is_question(header: str) -> bool:
    """Whether a header asks something, or is as long as a sentence."""
    return any(mark in header for mark in _MARKS) or len(header.split()) >= _LONG


def answered_role(column: ColumnProfile, vocabulary: Vocabulary) -> tuple[str, float] | None:
    """The role of a question's column by its answers, with a score; None where it is no question or tells nothing."""
    if not is_question(column.header) or column.filled <= 0:
        return None
    words = frozenset(vocabulary.tokens(column.header))
    asks_to_recommend = bool(words & _RECOMMEND) or "推荐" in "".join(vocabulary.tokens(column.header))
    if (
        column.type in _NUMERIC
        and column.is_integer
        and isinstance(column.low, float)
        and isinstance(column.high, float)
    ):
        if column.low < 0 or column.high > 10:
            return None
        if asks_to_recommend and column.high > 5:
            return "nps_score", 0.9
        if words & _EFFORT:
            return "ces_score", 0.7
        return ("csat_score", 0.72) if column.high <= 7 else ("nps_score", 0.5)
    known = [text for text in column.words if vocabulary.fold(text) in vocabulary.satisfaction]
    if column.words and len(known) >= 0.5 * len(column.words):
        return "csat_score", 0.74
    if column.type is ColumnType.TEXT and column.max_len > 60 and column.distinct > 8:
        return "comment", 0.5
    return None


def question_factor(table: str, columns: Sequence[ColumnProfile]) -> float:
    """A sheet with questions for headers is a survey and nothing else."""
    asked = sum(is_question(column.header) for column in columns)
    if asked < 2 or asked < 0.2 * len(columns):
        return 1.0
    return 1.5 if table == "surveys" else 0.45
