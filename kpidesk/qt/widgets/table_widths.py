"""How the columns of a table share its room, in whole pixels."""

from collections.abc import Sequence
from itertools import accumulate, pairwise

from kpidesk.qt.widgets.table_model import Column

WORDS = 140
"""A column of words narrows so far before the table scrolls sideways."""


def shared(columns: Sequence[Column], needed: list[int], wanted: list[int], room: int) -> list[int]:
    """The width of each column. ``needed`` is what its head and values need, of words at most what they are allowed to.

    What is left over goes to words that would still be cut (``wanted`` is what they need), then to the columns that
    take it. Where a little is short, words make way; where more is, the table scrolls.
    """
    widths = squeezed(columns, needed, sum(needed) - room)
    lacks = [max(0, want - has) for want, has in zip(wanted, widths, strict=True)]
    widths = _with_more(widths, lacks, min(max(0, room - sum(widths)), sum(lacks)))
    return whole_at_end(_with_more(widths, [column.stretch for column in columns], room - sum(widths)), room)


def _with_more(widths: list[int], shares: list[int], spare: int) -> list[int]:
    """So many pixels more, by shares, to the last pixel: rules end together."""
    ends = list(accumulate(shares, initial=0))
    given = [max(0, spare) * end // max(1, ends[-1]) for end in ends]
    return [width + after - before for width, (before, after) in zip(widths, pairwise(given), strict=True)]


def squeezed(columns: Sequence[Column], needed: list[int], short: int) -> list[int]:
    """The widths that columns need, less what is short where words can give it; numbers are never cut."""
    give = [0 if c.is_number else max(0, n - WORDS) for c, n in zip(columns, needed, strict=True)]
    if not 0 < short <= sum(give):
        return needed
    return [n - -(-each * short // sum(give)) for n, each in zip(needed, give, strict=True)]


def whole_at_end(widths: list[int], room: int) -> list[int]:
    """Of columns that scroll below the first one, the last fill the room beside it: scrolled there, none is cut."""
    if sum(widths) <= room or len(widths) < 2:
        return widths
    beside = room - widths[0]
    last = sum(total <= beside for total in accumulate(reversed(widths[1:])))
    if not last:
        return widths
    spare = beside - sum(widths[-last:])
    more = [spare * (i + 1) // last - spare * i // last for i in range(last)]
    return [*widths[:-last], *(width + each for width, each in zip(widths[-last:], more, strict=True))]
