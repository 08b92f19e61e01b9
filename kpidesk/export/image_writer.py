"""Pictures of the figures, painted by whoever is injected."""

import itertools
from dataclasses import dataclass
from pathlib import Path

from kpidesk.charts.figure import Figure
from kpidesk.core.errors import UserError
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.export.atomic import write_bytes, write_together
from kpidesk.export.deck import Deck
from kpidesk.export.options import ExportOptions, ImageRenderer
from kpidesk.export.paper import printed
from kpidesk.export.picture_sets import marked, places_beside


@dataclass(frozen=True, slots=True)
class ImageWriter:
    """Figures as .png, .svg or .pdf: pages of one document, or pictures: name, and beside it name-2, name-3 …

    Of the names beside it those are passed over that a file has which is not of an earlier export of the same name.
    """

    suffix: str

    def write(self, deck: Deck, path: Path, options: ExportOptions, progress: Progress) -> tuple[Path, ...]:
        """Raises UserError where there is no figure, or nobody to paint it."""
        if options.renderer is None:
            raise UserError(Message(QT_TRANSLATE_NOOP("export", "Pictures cannot be painted here")))
        if self.suffix == ".pdf" and deck.slides:
            document = printed(deck, options.translate, options.language, is_one_page=options.is_one_page)
            content = options.renderer.pdf(document, options.size, progress)
            progress.raise_if_cancelled()
            write_bytes(path, content)
            return (path,)
        if not deck.figures:
            raise UserError(Message(QT_TRANSLATE_NOOP("export", "There is no chart to export")))
        contents = []
        for at, figure in enumerate(deck.figures):
            progress.step(at, len(deck.figures))
            contents.append(self._painted(figure, options, options.renderer))
        progress.raise_if_cancelled()
        paths = (path, *itertools.islice(places_beside(path), len(contents) - 1))
        followers = (marked(content, path) for content in contents[1:])
        write_together(list(zip(paths, (contents[0], *followers), strict=True)))
        return paths

    def _painted(self, figure: Figure, options: ExportOptions, renderer: ImageRenderer) -> bytes:
        if self.suffix == ".png":
            return renderer.png(figure, options.size, options.scale, is_transparent=options.is_transparent)
        return renderer.svg(figure, options.size)
