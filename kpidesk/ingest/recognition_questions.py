"""Survey exports have whole questions for headers: what a question asks for, by its words and its answers."""

import re
from collections.abc import Sequence

from kpidesk.ingest.profile import ColumnProfile
from kpidesk.schema.model import ColumnType
from kpidesk.schema.vocabulary import Vocabulary

_MARKS = "?？؟"
_SCALE = re.compile(r"[(（\[]\s*\d+\s*(?:分)?\s*(?:[-–~〜～至到]|to|bis|à|a)\s*\d+\s*\D{0,6}[)）\]]", re.I)
"""(0-10): the scale of the answers is named."""
_COUNTED = re.compile(r"^\s*(?:q|frage|question|pregunta|問|第)?\s*\d{1,3}\s*[.、:：)）题]\s*\S.{6,}", re.I)
"""3、How easy …: the questions are numbered."""
_LONG = 6
_SENTENCE = 20
"""Answers in someone's own words: the longest is at least so many characters."""
_NUMERIC = (ColumnType.NUMBER, ColumnType.ID, ColumnType.MONEY, ColumnType.FLAG)


def is_question(header: str) -> bool:
    """Whether a header asks something, or is as long as a sentence."""
    is_marked = any(mark in header for mark in _MARKS) or len(header.split()) >= _LONG
    return is_marked or bool(_SCALE.search(header) or _COUNTED.match(header))


def answered_role(column: ColumnProfile, vocabulary: Vocabulary) -> tuple[str, float] | None:
    """The role of a question's column by its answers, with a score; None where it is no question or tells nothing."""
    if not is_question(column.header) or column.filled <= 0:
        return None
    if (
        column.type in _NUMERIC
        and column.is_integer
        and isinstance(column.low, float)
        and isinstance(column.high, float)
    ):
        if column.low < 0 or column.high > 10:
            return None
        if _asks("recommend", column.header, vocabulary) and column.high > 5:
            return "nps_score", 0.9
        if _asks("effort", column.header, vocabulary):
            return "ces_score", 0.7
        return ("csat_score", 0.72) if column.high <= 7 else ("nps_score", 0.5)
    known = [text for text in column.words if vocabulary.fold(text) in vocabulary.satisfaction]
    if column.words and len(known) >= 0.5 * len(column.words):
        return "csat_score", 0.74
    is_varied = column.distinct > max(8, 0.6 * column.rows * column.filled)
    if column.type is ColumnType.TEXT and column.max_len > _SENTENCE and is_varied:
        return "comment", 0.5
    return None


def _asks(about: str, header: str, vocabulary: Vocabulary) -> bool:
    """Whether a question holds a word for what it is about; words of scripts without blanks stand anywhere in it."""
    said = vocabulary.tokens(header)
    joined = " ".join(said)
    return any(word in said or (not word.isascii() and word in joined) for word in vocabulary.questions[about])


def question_factor(table: str, columns: Sequence[ColumnProfile]) -> float:
    """A sheet with questions for headers is a survey and nothing else."""
    asked = sum(is_question(column.header) for column in columns)
    if asked < 2 or asked < 0.2 * len(columns):
        return 1.0
    return 1.5 if table == "surveys" else 0.45
