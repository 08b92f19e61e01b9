"""Which writer serves which suffix."""

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from kpidesk.core.errors import UserError
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.export.csv_writer import CsvWriter
from kpidesk.export.deck import Deck
from kpidesk.export.image_writer import ImageWriter
from kpidesk.export.options import ExportOptions
from kpidesk.export.parquet_writer import ParquetWriter
from kpidesk.export.pptx_writer import PptxWriter
from kpidesk.export.xlsx_writer import XlsxWriter


class Exporter(Protocol):
    """Writes a deck, each file whole or not at all, and says which files; raises UserError or Cancelled."""

    def write(self, deck: Deck, path: Path, options: ExportOptions, progress: Progress) -> tuple[Path, ...]: ...


_EXPORTERS: Mapping[str, Exporter] = {
    ".csv": CsvWriter(),
    ".parquet": ParquetWriter(),
    ".xlsx": XlsxWriter(),
    ".pptx": PptxWriter(),
    ".png": ImageWriter(".png"),
    ".svg": ImageWriter(".svg"),
    ".pdf": ImageWriter(".pdf"),
}
SUFFIXES = tuple(_EXPORTERS)


def for_suffix(suffix: str) -> Exporter:
    """The writer of a suffix (".pptx"); raises UserError for one that nothing writes."""
    exporter = _EXPORTERS.get(suffix.lower())
    if exporter is None:
        raise UserError(
            Message(QT_TRANSLATE_NOOP("export", "Files ending in “{suffix}” cannot be written"), suffix=suffix),
            Message(QT_TRANSLATE_NOOP("export", "Choose one of {suffixes}."), suffixes=", ".join(SUFFIXES)),
        )
    return exporter


def export(deck: Deck, path: Path, options: ExportOptions, progress: Progress | None = None) -> tuple[Path, ...]:
    """Write a deck to a file by its suffix; says what was written: one file, or a picture for each chart."""
    return for_suffix(path.suffix).write(deck, path, options, progress or Progress())
