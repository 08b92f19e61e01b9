"""A document on a printer: the sheets of the PDF on the paper that is in it. Imported when somebody prints."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from kpidesk.core.errors import UserError
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.export.paper import Printed
from kpidesk.qt.fonts import latin_first
from kpidesk.qt.painting.exporters import print_colours
from kpidesk.qt.painting.page_painter import paint_page


def has_printer() -> bool:
    """Whether this computer knows a printer; without the system's print service it knows none."""
    return bool(QPrinterInfo.availablePrinterNames())


def new_printer(title: str, size: tuple[int, int]) -> QPrinter:
    """The printer that is used by default, its paper lying as the sheets do."""
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setResolution(96)
    is_wide = size[0] > size[1]
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait)
    printer.setDocName(title)
    printer.setCreator("KPI Desk")
    return printer


def print_document(printer: QPrinter, document: Printed, size: tuple[int, int], progress: Progress) -> int:
    """Print the sheets that were chosen, as large as the paper allows; answers how many.

    Raises UserError where the printer does not take them, Cancelled between two sheets.
    """
    first, last = printer.fromPage() or 1, printer.toPage() or len(document.pages)
    chosen = [each for each in enumerate(document.pages, start=1) if first <= each[0] <= last]
    painter = QPainter()
    if not chosen or not painter.begin(printer):
        raise UserError(
            Message(QT_TRANSLATE_NOOP("export", "The printer did not take the pages.")),
            Message(QT_TRANSLATE_NOOP("export", "See whether it is on, or export the pages as PDF.")),
        )
    colours, sheet = print_colours(), QRectF(0, 0, *size)
    paper = QRectF(painter.viewport())
    scale = min(paper.width() / sheet.width(), paper.height() / sheet.height())
    painter.translate((paper.width() - sheet.width() * scale) / 2, (paper.height() - sheet.height() * scale) / 2)
    painter.scale(scale, scale)
    try:
        with latin_first():
            for done, (number, page) in enumerate(chosen):
                progress.step(done, len(chosen))
                if done:
                    printer.newPage()
                paint_page(painter, sheet, page, colours, number=f"{number} / {len(document.pages)}")
    except BaseException:  # whatever stops it: half a document is no document
        printer.abort()
        raise
    finally:
        painter.end()
    return len(chosen)
