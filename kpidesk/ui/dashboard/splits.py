"""Tiles of a board that an attribute splits: under which key they are asked for, and how they are told apart."""

from dataclasses import replace

from kpidesk.charts.figure import Figure
from kpidesk.core.formatting import in_a_sentence
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.qt.translation import words

_BY = QT_TRANSLATE_NOOP("charts", "by {attribute}")


def split_key(by: str) -> str:
    """Under which key the board asks for what an attribute splits."""
    return f"dashboard:by:{by}"


def told_apart(figure: Figure, attribute: str) -> Figure:
    """The figure with the reader's name of the attribute before its subtitle."""
    by = words(Message(_BY, attribute=in_a_sentence(attribute)))
    return replace(figure, subtitle=" · ".join(part for part in (by, words(figure.subtitle)) if part))
