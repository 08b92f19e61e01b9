"""Answers in points: which of them say satisfied by the scale that they are given on, and which are no answers at all.

Satisfaction is the share of the two best answers, of whatever scale. Scores beyond a scale count in nothing and are
never made to fit.
"""

import ibis
import ibis.expr.types as ir

from kpidesk.core.findings import Finding, Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.facts.making import Making
from kpidesk.facts.tables import FactTable

SATISFIED = "is_satisfied"
"""The column by which rows with a satisfaction score say whether it is one of the two best."""

_NPS, _SATISFACTION = "nps_score", "csat_score"
_TABLES = ("surveys", "tickets")
SCALE_ENDS = _FIVE, _SEVEN, _TEN = 5, 7, 10
_FEW, _FEW_SHARE = 2, 0.05
"""So many scores above a scale, or such a share of all, are slips; more show that the scale is longer."""


def satisfied(making: Making, one: FactTable) -> ir.BooleanValue | None:
    """True for the two best answers of a table's scale, null for what is none of them; None where none are given."""
    if one.table not in _TABLES or not _has_scores(one, _SATISFACTION):
        return None
    score, top = one.rows[_SATISFACTION], _top_of_scale(making, one)
    return ibis.ifelse((score >= _lowest(top)) & (score <= top), score >= top - 1, ibis.null("boolean"))


def note_scores(making: Making) -> None:
    """Findings for scores beyond their scale, rows without an NPS score, and satisfaction of more than five points."""
    for one in making.of("surveys"):
        if _has_scores(one, _NPS):
            _note_beyond(making, one, _NPS, (0, _TEN))
            text = QT_TRANSLATE_NOOP("facts", "{n} {n|row|rows} of {table} not counted: no score")
            blank = one.rows[_NPS].isnull()
            making.notice_rows(one, blank, Finding(Level.NOTE, "facts.score_blank", Message(text)))
    for one in making.of(*_TABLES):
        if _has_scores(one, _SATISFACTION):
            top = _top_of_scale(making, one)
            _note_beyond(making, one, _SATISFACTION, (_lowest(top), top))
            if top != _FIVE:
                text = QT_TRANSLATE_NOOP(
                    "facts", "The scores of {table} go up to {top}: CSAT is the share of {second} and {top}"
                )
                message = Message(text, table=one.input.name, top=top, second=top - 1)
                making.notice(one.table, [Finding(Level.WARNING, "facts.csat_scale", message, one.input.place())])


def _has_scores(one: FactTable, role: str) -> bool:
    """Whether a table gives scores of this kind as numbers."""
    return one.has(role) and bool(one.rows[role].type().is_numeric())


def _top_of_scale(making: Making, one: FactTable) -> int:
    """The best answer that satisfaction is told with: 5, or 7 or 10 where more than a few scores are above."""
    score = one.rows[_SATISFACTION]
    tops = {"all_": -1, "above_five": _FIVE, "above_seven": _SEVEN}
    counted = {name: ((score > top) & (score <= _TEN)).sum().fill_null(0) for name, top in tops.items()}
    told = making.ask(one.rows.agg(**{name: count.cast("float64") for name, count in counted.items()}))
    few = max(_FEW, _FEW_SHARE * float(told["all_"][0]))
    return _TEN if told["above_seven"][0] > few else _SEVEN if told["above_five"][0] > few else _FIVE


def _lowest(top: int) -> int:
    """The worst answer of a scale: many that go to 10 begin at 0."""
    return 0 if top == _TEN else 1


def _note_beyond(making: Making, one: FactTable, role: str, scale: tuple[int, int]) -> None:
    low, high = scale
    score = one.rows[role]
    text = QT_TRANSLATE_NOOP(
        "facts", "{n} {n|row|rows} of {table} not counted: a score that is not from {low} to {high}"
    )
    finding = Finding(Level.WARNING, "facts.score_beyond", Message(text, low=low, high=high))
    making.notice_rows(one, (score < low) | (score > high), finding)
