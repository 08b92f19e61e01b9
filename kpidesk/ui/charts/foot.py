"""The small print under a chart or a table: the whole of it, and what of it stays where room is short."""

from collections.abc import Callable, Iterator, Sequence

from kpidesk.charts.feet import foot_line
from kpidesk.charts.figure import Text
from kpidesk.charts.labels import AXIS_CUT, AXIS_STARTS, DATA_TO, MONEY_IN, SOURCE, STANDARD
from kpidesk.core.messages import Message, Template
from kpidesk.qt.translation import words
from kpidesk.qt.widgets.foot_label import MORE


def _says(template: Template) -> Callable[[Text], bool]:
    return lambda part: isinstance(part, Message) and part.template == template


_LEAVING: tuple[Callable[[Text], bool], ...] = (
    _says(STANDARD),
    _says(DATA_TO),
    _says(SOURCE),
    lambda part: isinstance(part, str),
)
"""What goes first: profile and day stand at the edges of the window, too; then the source, then the definition. Where
an axis begins, of which money the numbers are, what is supposed and what is lacking are said nowhere else."""


_OF_AXIS = (_says(AXIS_STARTS), _says(AXIS_CUT), _says(MONEY_IN))
"""What is said of an axis, and of nothing where a table stands in its place: that has its currency in its heads."""


def foot_of(parts: Sequence[Text], *, has_axis: bool = True) -> tuple[str, ...]:
    """The foot in full, then ever shorter by a whole part: the first that fits is shown.

    A part that does not fit even alone gives its room to the others. Without an axis nothing is said of one. Where
    something that is said nowhere else had to go, the foot ends with an ellipsis: the tip has it. Such a foot comes
    after all that lack fewer parts, then after those that say more; what an axis shows goes before what is lacking.
    """
    whole = [part for part in parts if words(part) and (has_axis or not any(says(part) for says in _OF_AXIS))]
    longest = max(whole, key=lambda part: len(words(part)), default="")
    others = [part for part in whole if part != longest]
    found = [*_shorter(whole), *(_shorter(others) if others else ())]
    found.sort(key=lambda kept: _lost(kept, whole))
    return tuple(dict.fromkeys(_joined(parts, whole) for parts in found))


def _shorter(parts: list[Text]) -> Iterator[list[Text]]:
    yield parts
    for goes in (*_LEAVING, *_OF_AXIS):
        kept = [part for part in parts if not goes(part)]
        if kept and len(kept) < len(parts):
            parts = kept
            yield parts
    for many in range(len(parts) - 1, 0, -1):
        yield parts[:many]
        yield parts[-many:]


def _lost(parts: Sequence[Text], whole: Sequence[Text]) -> tuple[int, int, bool]:
    """How many cautions of the whole are missing; where some are, less is lost where the others say more.

    Then nothing stands beside these that the window says elsewhere.
    """
    lost = sum(_is_caution(part) for part in whole if part not in parts)
    kept = [part for part in parts if _is_caution(part)]
    return (lost, -sum(len(words(part)) for part in kept), len(kept) < len(parts)) if lost else (0, 0, False)


def _is_caution(part: Text) -> bool:
    """What is said nowhere else."""
    return not any(goes(part) for goes in _LEAVING)


def _joined(parts: Sequence[Text], whole: Sequence[Text]) -> str:
    """The parts in a line; one that lacks a caution of the whole says that there is more."""
    line = foot_line(parts, words)
    return f"{line}{MORE}" if _lost(parts, whole)[0] else line
