"""How a shape says that it is ours: ``kpidesk|section|part|print`` as its name, which moves and copies keep.

The print is of the text that we wrote: a text that differs from it is the user's own by now and stays.
"""

import copy
import hashlib
import string
from dataclasses import dataclass
from typing import Any

_MARK = "kpidesk"
_SIGN = "|"
_SIGNS = string.ascii_letters + string.digits + "-_"


@dataclass(frozen=True, slots=True)
class Tag:
    """Whose shape it is: of which section of the report, and which part of it."""

    key: str
    part: str
    print: str = ""


def tag(shape: Any, key: str, part: str, text: str = "") -> None:
    """Mark a shape; with ``text`` so that an edit of it can be told."""
    tag_with(shape, Tag(key, part, _print(text) if text else ""))


def tag_with(shape: Any, mark: Tag) -> None:
    """Mark a shape with a print that says something else than its text."""
    shape.name = _SIGN.join((_MARK, mark.key.replace(_SIGN, " "), mark.part, mark.print))


def tag_of(shape: Any) -> Tag | None:
    """The mark of a shape; None where it is somebody else's."""
    parts = str(shape.name).split(_SIGN)
    return Tag(parts[1], parts[2], parts[3]) if len(parts) == 4 and parts[0] == _MARK else None


def is_untouched(shape: Any, found: Tag) -> bool:
    """True where the text is still the one that we wrote."""
    return bool(found.print) and _print(text_in(shape)) == found.print


def is_made_of(found: Tag, text: str) -> bool:
    """True where the mark was made with that text."""
    return found.print == _print(text)


def text_in(shape: Any) -> str:
    """All that a shape says, paragraphs apart."""
    return "\n".join(paragraph.text for paragraph in shape.text_frame.paragraphs)


def put_text(shape: Any, text: str) -> None:
    """Other words in the same look: into the first run of each paragraph, which keeps its font.

    More paragraphs than there were look as the first that says something.
    """
    lines, frame = text.split("\n"), shape.text_frame
    model = next((paragraph for paragraph in frame.paragraphs if paragraph.runs), None)
    if model is None:
        frame.text = text
        return
    look = copy.deepcopy(model._p)  # noqa: SLF001  python-pptx cannot copy a paragraph
    for spare in frame.paragraphs[len(lines) :]:
        spare._p.getparent().remove(spare._p)  # noqa: SLF001  as above
    for _ in range(len(lines) - len(frame.paragraphs)):
        frame.paragraphs[-1]._p.addnext(copy.deepcopy(look))  # noqa: SLF001  as above
    for paragraph, line in zip(frame.paragraphs, lines, strict=True):
        if line and not paragraph.runs:
            paragraph._p.getparent().replace(paragraph._p, copy.deepcopy(look))  # noqa: SLF001  as above
    for paragraph, line in zip(frame.paragraphs, lines, strict=True):
        put_line(paragraph, line)


def legible(text: str) -> str:
    """The text without signs that XML cannot hold; python-pptx would write them and fail."""
    return "".join(sign if sign >= " " or sign in "\t\n" else " " for sign in text)


def put_line(paragraph: Any, text: str) -> None:
    """Other words in a paragraph of which some may have a look of their own: into its first run, none in the others."""
    for at, run in enumerate(paragraph.runs):
        run.text = "" if at else text


def _print(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:10]


def page_mark(key: str) -> str:
    """A short mark of a page's key, to be kept in the file."""
    return hashlib.sha256(key.encode()).hexdigest()[:5]


def packed(mark: str) -> str:
    """The same in three signs: a file keeps few of them."""
    number = int(mark, 16) >> 2
    return "".join(_SIGNS[number >> shift & 63] for shift in (12, 6, 0))
