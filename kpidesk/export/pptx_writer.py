"""A deck of slides with native, editable charts: new, on the user's template, or an earlier one with new numbers."""

import re
from pathlib import Path

from pptx.presentation import Presentation as Show

from kpidesk.charts.figure import text_of
from kpidesk.core.errors import UserError
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, Translate
from kpidesk.core.progress import Progress
from kpidesk.export.atomic import replacing, stoppable
from kpidesk.export.deck import Deck
from kpidesk.export.options import ExportOptions
from kpidesk.export.pptx_pages import add_cover, add_pages
from kpidesk.export.pptx_refresh import refresh
from kpidesk.export.pptx_tags import packed, page_mark
from kpidesk.export.pptx_template import Stage, from_template, has_layouts, new_stage, open_show, stage_of

_MARK, _OLD_MARK = "kpidesk/2:", "kpidesk:"
_OLD_FORM = re.compile(r"[0-9a-f]{5}")
_MOST_SIGNS = 255
"""How long such a property of a file may be: room for more than eighty pages."""


class PptxWriter:
    """Writes one page a Slide, after one with the title; or renews the pages of a deck that is there."""

    def write(self, deck: Deck, path: Path, options: ExportOptions, progress: Progress) -> tuple[Path, ...]:
        """Raises UserError where a file cannot be read or written, Cancelled where asked to stop."""
        if options.refresh is not None:
            show = open_show(options.refresh)
            if not has_layouts(show):
                raise UserError(Message(QT_TRANSLATE_NOOP("export", "These slides have no layout to add pages with")))
            stage = stage_of(show, is_themed=options.template is not None)
            refresh(stage, deck, _marks_in(show), options, progress)
        else:
            stage = from_template(options.template) if options.template is not None else new_stage(options.ratio)
            show = stage.show
            _fill(stage, deck, options, progress)
        _properties(show, deck, options.translate, is_new=options.refresh is None)
        with replacing(path) as temporary, stoppable(temporary, progress) as file:
            show.save(file)
        return (path,)


def _fill(stage: Stage, deck: Deck, options: ExportOptions, progress: Progress) -> None:
    if options.has_cover:
        add_cover(stage, deck, options.translate)
    for at, slide in enumerate(deck.slides):
        progress.step(at, len(deck.slides))
        add_pages(stage, deck, slide, options)


def _properties(show: Show, deck: Deck, translate: Translate, *, is_new: bool) -> None:
    """The file's own title, and when it was made; not who: nobody asked for that to travel. And which pages it had.

    Of a deck that is there, title, author and key words are the user's.
    """
    core = show.core_properties
    if is_new:
        core.title, core.author = text_of(deck.title, translate), "KPI Desk"
        core.keywords = core.comments = core.subject = ""
    core.last_modified_by = "KPI Desk"
    core.language = deck.style.language.replace("_", "-")
    now = {packed(page_mark(slide.key)) for slide in deck.slides if slide.key}
    marks = (*sorted(now), *sorted(_marks_in(show) - now))
    core.identifier = _MARK + "".join(marks[: (_MOST_SIGNS - len(_MARK)) // 3])
    if deck.made is not None:
        core.modified = deck.made
        if is_new:
            core.created = deck.made


def _marks_in(show: Show) -> frozenset[str]:
    """The marks of the pages that the deck had when it was written."""
    said = str(show.core_properties.identifier)
    if said.startswith(_MARK):
        marks = said.removeprefix(_MARK)
        return frozenset(marks[at : at + 3] for at in range(0, len(marks), 3))
    old = said.removeprefix(_OLD_MARK).split(",") if said.startswith(_OLD_MARK) else []
    return frozenset(packed(mark) for mark in old if _OLD_FORM.fullmatch(mark))
