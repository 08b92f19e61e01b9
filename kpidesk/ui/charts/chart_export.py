"""A chart taken away: as a picture or a table, into a file or onto the clipboard."""

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from pathlib import Path

from PySide6.QtCore import QByteArray, QMimeData, QPoint, Qt
from PySide6.QtGui import QDrag, QPixmap
from PySide6.QtWidgets import QApplication

from kpidesk.charts.figure import Datum, Figure, Table
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Period
from kpidesk.core.progress import Progress
from kpidesk.export.atomic import write_bytes
from kpidesk.export.csv_writer import safe_text, write_table
from kpidesk.export.options import PictureLook
from kpidesk.export.typed_cells import number_cell, typed_table
from kpidesk.qt.painting.exporters import png_bytes, render_image, svg_bytes
from kpidesk.qt.translation import render, translated, words
from kpidesk.session.jobs import Job

PNG, SVG, CSV = "png", "svg", "csv"
LEAST = (720, 320)
_ENDINGS = (".png", ".svg", ".csv", ".pdf", ".pptx", ".xlsx", ".parquet")
SCALE = 2.0
_EXPORTING = QT_TRANSLATE_NOOP("export", "Exporting {file}")


@dataclass(frozen=True, slots=True)
class ChartExport:
    """One figure as one file; without a ``look`` of its own as large as on the screen, and at least readable."""

    figure: Figure
    kind: str
    path: Path
    look: PictureLook | None = None

    @property
    def size(self) -> tuple[int, int]:
        if self.look is not None:
            return self.look.size
        width, height = self.figure.size
        return max(LEAST[0], width), max(LEAST[1], height)

    def job(self) -> Job[Path]:
        """Paints now, on the window's thread, which owns the fonts; what takes time, the disk, is in the job."""
        label = Message(_EXPORTING, file=self.path.name)
        if self.kind == CSV:
            return Job(label, self._write_table)
        content = self._picture() if self.kind == PNG else svg_bytes(self.figure, self.size)

        def write(progress: Progress) -> Path:
            progress.raise_if_cancelled()
            write_bytes(self.path, content)
            return self.path

        return Job(label, write)

    def _picture(self) -> bytes:
        look = self.look or PictureLook(self.size, SCALE)
        return png_bytes(self.figure, look.size, look.scale, is_transparent=look.is_transparent)

    def _write_table(self, progress: Progress) -> Path:
        progress.raise_if_cancelled()
        write_table(self.path, self.figure.table, translated)
        return self.path


def file_name(figure: Figure, kind: str) -> str:
    """A name for the file: the chart's title without what a file system refuses."""
    title = "".join(" " if sign in '\\/:*?"<>|' or ord(sign) < 32 else sign for sign in words(figure.title))
    return f"{' '.join(title.split())[:80].strip('. ') or 'chart'}.{kind}"


def copy_picture(figure: Figure) -> None:
    """The chart on the clipboard; see ``picture_of``."""
    QApplication.clipboard().setMimeData(picture_of(figure))


def picture_of(figure: Figure) -> QMimeData:
    """The chart in print colours for other programs: as pixels, and as SVG for those that draw."""
    size = ChartExport(figure, PNG, Path()).size
    content = QMimeData()
    content.setImageData(render_image(figure, size, SCALE))
    content.setData("image/svg+xml", QByteArray(svg_bytes(figure, size)))
    return content


def drag_picture(figure: Figure) -> None:
    """Let the user carry the chart into another program; returns when it is dropped."""
    drag = QDrag(QApplication.instance())
    content = picture_of(figure)
    drag.setMimeData(content)
    small = render_image(figure, LEAST, 0.4)
    drag.setPixmap(QPixmap.fromImage(small))
    drag.setHotSpot(QPoint(small.width() // 2, 12))
    drag.exec(Qt.DropAction.CopyAction)


def copy_table(table: Table) -> None:
    """The numbers behind a chart on the clipboard, with their types: plain numbers, so that spreadsheets compute."""
    heads = [_plain(column.header) for column in table.columns]
    rows = [[_plain(value) for value in row] for row in table.rows]
    content = QMimeData()
    content.setText("\n".join("\t".join(cells) for cells in (heads, *rows)))
    content.setHtml(typed_table(heads, (map(_cell, row) for row in table.rows)))
    content.setData("text/csv", QByteArray(_csv((heads, *rows)).encode()))
    QApplication.clipboard().setMimeData(content)


def _plain(value: Datum) -> str:
    if isinstance(value, str | Message):
        return " ".join(safe_text(words(value)).split())
    if isinstance(value, Period):
        return str(value)
    return "" if value is None or value != value else f"{value:.15g}"


def _csv(rows: Iterable[Iterable[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def _cell(value: Datum) -> str:
    text = _plain(value)
    return number_cell(text) if isinstance(value, float) else f"<td>{escape(text)}</td>"


def with_ending(path: Path, kinds: str, usual: str) -> Path:
    """The path with an ending of one of these kinds of files; that of another kind of ours is replaced.

    >>> with_ending(Path("mrr.png"), "Drawings (*.svg)", ".svg").name
    'mrr.svg'
    >>> with_ending(Path("v1.2"), "Tables (*.csv)", ".csv").name
    'v1.2.csv'
    """
    allowed = re.findall(r"\*(\.\w+)", kinds)
    ending = path.suffix.lower()
    if ending in allowed:
        return path
    wanted = usual if usual in allowed or not allowed else allowed[0]
    return path.with_suffix(wanted) if ending in _ENDINGS else path.with_name(path.name + wanted)


def exported(path: Path) -> Message:
    """The good news."""
    return Message(QT_TRANSLATE_NOOP("export", "Exported {file}."), file=path.name)


def kinds_text(kind: str) -> str:
    """What the dialog for files says of a kind."""
    names = {
        PNG: Message(QT_TRANSLATE_NOOP("export", "Pictures (*.png)")),
        SVG: Message(QT_TRANSLATE_NOOP("export", "Drawings (*.svg)")),
        CSV: Message(QT_TRANSLATE_NOOP("export", "Tables (*.csv)")),
    }
    return render(names[kind])
