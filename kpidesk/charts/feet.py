"""What stands under a chart, a table or a page: parts in a line, each of which begins as a sentence does."""

import re
from collections.abc import Callable, Iterable

from kpidesk.charts.figure import Text
from kpidesk.core.messages import Message

_WORD = re.compile(r"[a-z]{2,}(?=[\s,:;]|$)")
"""A word in small letters alone; ``n 86``, ``p90`` and ``orders.csv`` are written so wherever they stand."""


def foot_parts(parts: Iterable[Text], say: Callable[[Text], str]) -> tuple[str, ...]:
    """The parts in the reader's language, without those that say nothing."""
    return tuple(begun(text) if _is_ours(part) else text for part in parts if (text := say(part)))


def foot_line(parts: Iterable[Text], say: Callable[[Text], str]) -> str:
    """The parts in one line, apart by a dot."""
    return " · ".join(foot_parts(parts, say))


def begun(text: str) -> str:
    """The text as it begins a sentence."""
    return text[:1].upper() + text[1:] if _WORD.match(text) else text


def _is_ours(part: Text) -> bool:
    """What begins with a name or a value of the user's own is left as it is written."""
    if not isinstance(part, Message) or not part.template.text.startswith("{"):
        return True
    first = part.params.get(re.split(r"[|}]", part.template.text[1:], maxsplit=1)[0])
    return isinstance(first, Message) and _is_ours(first)
