"""Why a change has the colour it has, in words: what it was held against, or that there is nothing to hold it against.

The words stand behind cards and cells of tables, so that two like changes in two inks explain themselves.
"""

from kpidesk.charts.figure import Text
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.metrics.definitions import Definition
from kpidesk.metrics.noise import INTERVAL, Change, good_side

USUAL = Message(QT_TRANSLATE_NOOP("cards", "The move could be noise: it is no larger than the usual ups and downs"))
UNKNOWN = Message(QT_TRANSLATE_NOOP("cards", "Too few earlier changes to say whether the move is more than chance"))
_HOLDS_0 = Message(QT_TRANSLATE_NOOP("cards", "The move could be noise: its 95% interval holds 0"))
_OFF_0 = Message(QT_TRANSLATE_NOOP("cards", "The move is more than chance: its 95% interval does not hold 0"))
_LARGE = Message(QT_TRANSLATE_NOOP("cards", "The move is more than chance: it is larger than the usual ups and downs"))

INKS = Message(
    QT_TRANSLATE_NOOP(
        "cards", "In colour where the move is more than chance; in grey where it could be chance or cannot be judged"
    )
)
"""The rule that all inks of changes follow, for the head of a column of them."""


def judgement(change: Change | None, definition: Definition) -> Text:
    """Why a change is in colour or in grey; nothing where there is none, or where no side of the figure is the good."""
    if change is None or not change.value or good_side(change.value, definition) is None:
        return ""
    if change.is_noise is None:
        return UNKNOWN
    if change.judged_by == INTERVAL:
        return _HOLDS_0 if change.is_noise else _OFF_0
    return USUAL if change.is_noise else _LARGE
