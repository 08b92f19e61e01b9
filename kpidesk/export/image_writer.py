"""Pictures of the first figure, painted by whoever is injected."""

from dataclasses import dataclass
from pathlib import Path

from kpidesk.core.errors import UserError
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.export.atomic import write_bytes
from kpidesk.export.deck import Deck
from kpidesk.export.options import ExportOptions


@dataclass(frozen=True, slots=True)
class ImageWriter:
    """One figure as .png, .svg or .pdf; of several, each but the first is written beside it as name-2, name-3 …"""

    suffix: str

    def write(self, deck: Deck, path: Path, options: ExportOptions, progress: Progress) -> None:
        """Raises UserError where there is no figure, or nobody to paint it."""
        if options.renderer is None:
            raise UserError(Message(QT_TRANSLATE_NOOP("export", "Pictures cannot be painted here")))
        if not deck.figures:
            raise UserError(Message(QT_TRANSLATE_NOOP("export", "There is no chart to export")))
        for i, figure in enumerate(deck.figures):
            progress.step(i, len(deck.figures))
            target = path if i == 0 else path.with_name(f"{path.stem}-{i + 1}{path.suffix}")
            if self.suffix == ".png":
                content = options.renderer.png(figure, options.size, options.scale)
            elif self.suffix == ".svg":
                content = options.renderer.svg(figure, options.size)
            else:
                content = options.renderer.pdf(figure, options.size)
            write_bytes(target, content)
