"""What a writer may be told besides what to write."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kpidesk.core.messages import Translate, untranslated
from kpidesk.core.progress import Progress

if TYPE_CHECKING:  # the command line reads the presets here, and must start without numpy
    from kpidesk.charts.figure import Figure
    from kpidesk.export.paper import Printed

PRESETS = {"full": (1280, 720), "half": (620, 600), "square": (720, 720)}
"""Pictures for a whole slide, for half of one beside text, and for chats."""


@dataclass(frozen=True, slots=True)
class PictureLook:
    """A PNG made to measure: pixels at 100%, how many times as many it has, and whether it is without a ground."""

    size: tuple[int, int]
    scale: float = 2.0
    is_transparent: bool = False


class ImageRenderer(Protocol):
    """Paints figures; given from outside so that this package stays free of Qt (see kpidesk.qt.painting.exporters)."""

    def png(self, figure: "Figure", size: tuple[int, int], scale: float, *, is_transparent: bool = False) -> bytes: ...

    def svg(self, figure: "Figure", size: tuple[int, int]) -> bytes: ...

    def pdf(self, document: "Printed", size: tuple[int, int], progress: Progress) -> bytes:
        """One document of sheets of that size, or one sheet of A4; a step a sheet, raises Cancelled."""
        ...


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """``size`` is in pixels at 100%, ``scale`` multiplies those of bitmaps; ``translate`` is the reader's language.

    Slides are of ``ratio`` 16:9 or 4:3, or as ``template`` has them; with ``refresh`` they are those of that file, with
    new numbers. ``is_transparent``: pictures without a ground;
    ``is_one_page``: a PDF of one sheet; ``has_cover``: slides begin with the title of the whole.
    """

    size: tuple[int, int] = (960, 540)
    scale: float = 2.0
    language: str = "en"
    translate: Translate = untranslated
    renderer: ImageRenderer | None = None
    ratio: str = "16:9"
    template: Path | None = None
    refresh: Path | None = None
    is_transparent: bool = False
    is_one_page: bool = False
    has_cover: bool = True
