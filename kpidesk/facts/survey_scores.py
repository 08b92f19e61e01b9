"""Answers to the question of the net promoter score that are none: beyond its scale, or blank."""

from kpidesk.core.findings import Finding, Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.facts.making import Making

_SCORE, _LOW, _HIGH = "nps_score", 0, 10


def note_scores(making: Making) -> None:
    """Findings for them; they count in no score and are never made to fit."""
    for one in making.of("surveys"):
        if not one.has(_SCORE) or not one.rows[_SCORE].type().is_numeric():
            continue
        score, row = one.rows[_SCORE], one.row_no
        beyond = (score < _LOW) | (score > _HIGH)
        told = making.ask(
            one.rows.agg(
                beyond=beyond.sum().fill_null(0).cast("float64"),
                beyond_row=row.min(where=beyond),
                blank=score.isnull().sum().fill_null(0).cast("float64"),
                blank_row=row.min(where=score.isnull()),
            )
        )
        text = QT_TRANSLATE_NOOP("facts", "{n} {n|row|rows} of {table} not counted: a score that is not from 0 to 10")
        silent = QT_TRANSLATE_NOOP("facts", "{n} {n|row|rows} of {table} not counted: no score")
        for code, level, template in (("beyond", Level.WARNING, text), ("blank", Level.NOTE, silent)):
            n = int(told[code][0])
            if n:
                message = Message(template, n=n, table=one.input.name)
                place = one.input.place(int(told[f"{code}_row"][0]))
                making.notice("surveys", [Finding(level, f"facts.score_{code}", message, place, n)])
