"""Pictures of the figures, painted by whoever is injected."""

from dataclasses import dataclass
from pathlib import Path

from kpidesk.charts.figure import Figure
from kpidesk.core.errors import UserError
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.export.atomic import write_bytes
from kpidesk.export.deck import Deck
from kpidesk.export.options import ExportOptions, ImageRenderer
from kpidesk.export.paper import printed


@dataclass(frozen=True, slots=True)
class ImageWriter:
    """Figures as .png, .svg or .pdf: pages of one document, or pictures: name, and beside it name-2, name-3 …"""

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
        paths = [path, *(path.with_name(f"{path.stem}-{at}{path.suffix}") for at in range(2, len(contents) + 1))]
        for place, content in zip(paths, contents, strict=True):
            write_bytes(place, content)
        return tuple(paths)

    def _painted(self, figure: Figure, options: ExportOptions, renderer: ImageRenderer) -> bytes:
        if self.suffix == ".png":
            return renderer.png(figure, options.size, options.scale, is_transparent=options.is_transparent)
        return renderer.svg(figure, options.size)
