"""A page of the report as it will be printed: in the colours of paper, whatever the window's are."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from kpidesk.export.paper import Page
from kpidesk.qt.fonts import Role, font
from kpidesk.qt.painting.exporters import print_colours
from kpidesk.qt.painting.page_painter import paint_page
from kpidesk.qt.theme import theme

WIDE, NARROW = (960, 540), (720, 540)
"""Pages of 16:9 and of 4:3."""


def page_image(page: Page, paper: tuple[int, int], width: int, ratio: float) -> QImage:
    """The page so many pixels wide, for screens of that pixel ratio."""
    scale = width / paper[0]
    image = QImage(round(width * ratio), round(paper[1] * scale * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.scale(scale * ratio, scale * ratio)
    paint_page(painter, QRectF(0, 0, *paper), page, print_colours())
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


class PagePreview(QWidget):
    """One page, as large as there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: Page | None = None
        self._paper = WIDE
        self._reason = ""
        self._drawn: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 180)

    def set_page(self, page: Page | None, paper: tuple[int, int], reason: str = "") -> None:
        """Show another page; None is an empty sheet, with the reason in its middle."""
        if (page, paper, reason) == (self._page, self._paper, self._reason):
            return
        self._page, self._paper, self._reason, self._drawn = page, paper, reason, None
        self.setAccessibleName(page.title if page is not None else reason)
        self.setAccessibleDescription(page.said if page is not None else "")
        self.update()

    @property
    def page(self) -> Page | None:
        """What is shown."""
        return self._page

    def sizeHint(self) -> QSize:
        return QSize(*self._paper)

    def paintEvent(self, event: QEvent) -> None:
        width = min(self.width() - 2, round((self.height() - 2) * self._paper[0] / self._paper[1]))
        ratio = self.devicePixelRatioF()
        if self._drawn is None or self._drawn.width() != round(width * ratio):
            page = self._page or Page("")
            self._drawn = QPixmap.fromImage(page_image(page, self._paper, max(64, width), ratio))
        size = self._drawn.deviceIndependentSize()
        left = (self.width() - size.width()) / 2
        painter = QPainter(self)
        painter.drawPixmap(round(left), 1, self._drawn)
        if self._reason:
            painter.setFont(font(Role.BODY))
            painter.setPen(print_colours()["ink3"])
            painter.drawText(QRectF(left, 0, size.width(), size.height()), Qt.AlignmentFlag.AlignCenter, self._reason)
        painter.setPen(theme().colours["line"])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(round(left) - 0.5, 0.5, round(size.width()) + 1, round(size.height()) + 1))
        painter.end()
