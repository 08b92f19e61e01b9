"""Pictures of the figures, painted by whoever is injected."""

from dataclasses import dataclass
from pathlib import Path

from kpidesk.core.errors import UserError
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.export.atomic import write_bytes
from kpidesk.export.deck import Deck
from kpidesk.export.options import ExportOptions
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
            progress.step(0, 1)
            document = printed(deck, options.translate, options.language, is_one_page=options.is_one_page)
            write_bytes(path, options.renderer.pdf(document, options.size))
            return (path,)
        if not deck.figures:
            raise UserError(Message(QT_TRANSLATE_NOOP("export", "There is no chart to export")))
        written = []
        for i, figure in enumerate(deck.figures):
            progress.step(i, len(deck.figures))
            if self.suffix == ".png":
                content = options.renderer.png(
                    figure, options.size, options.scale, is_transparent=options.is_transparent
                )
            else:
                content = options.renderer.svg(figure, options.size)
            written.append(path if i == 0 else path.with_name(f"{path.stem}-{i + 1}{path.suffix}"))
            write_bytes(written[-1], content)
        return tuple(written)
