"""The small print under a chart or a table: the whole of it, and what of it stays where room is short."""

from collections.abc import Callable, Sequence

from kpidesk.charts.figure import Text
from kpidesk.charts.labels import DATA_TO, SOURCE, STANDARD
from kpidesk.core.messages import Message
from kpidesk.qt.translation import words


def _says(template: str) -> Callable[[Text], bool]:
    return lambda part: isinstance(part, Message) and part.template == template


_LEAVING: tuple[Callable[[Text], bool], ...] = (
    _says(STANDARD),
    _says(DATA_TO),
    _says(SOURCE),
    lambda part: isinstance(part, str),
)
"""What goes first: profile and day stand at the edges of the window, too; then the source, then the definition. Where
an axis begins, of which money the numbers are, what is supposed and what is lacking are said nowhere else."""


def foot_of(parts: Sequence[Text]) -> tuple[str, ...]:
    """The foot in full, then ever shorter by a whole part: the first that fits is shown."""
    left = [part for part in parts if words(part)]
    found = [_joined(left)]
    for goes in _LEAVING:
        kept = [part for part in left if not goes(part)]
        if kept and len(kept) < len(left):
            left = kept
            found.append(_joined(left))
    return (*found, *(_joined(left[:many]) for many in range(len(left) - 1, 0, -1)))


def _joined(parts: Sequence[Text]) -> str:
    return " · ".join(words(part) for part in parts)
