"""The small print of a tile: one line, or more where one would lose what is said nowhere else."""

from PySide6.QtCore import QEvent, QRect, QSize

from kpidesk.qt.fonts import Role, line_height, text_width
from kpidesk.qt.text_lines import wrapped
from kpidesk.qt.widgets.labels import PartsLabel
from kpidesk.qt.widgets.painting import RESTYLED, start, text

MORE = " · …"
"""So ends a version that lacks what is said nowhere else."""

_LEAST, _MOST = 2, 4
_PER_LINE = 70
"""Pixels of a tile's height for each line that its foot may take beyond two."""


class FootLabel(PartsLabel):
    """Shows the longest version that fits; its tooltip says the whole where a shorter one stands for it.

    Its height follows its width and the height of its tile, which gives it the room of its content.
    """

    def __init__(self) -> None:
        super().__init__(Role.MICRO)
        self._lines: tuple[str, ...] = ("",)
        self._shown = ""

    def set_versions(self, versions: tuple[str, ...]) -> None:
        super().set_versions(versions)
        self._arrange()

    def shown(self) -> str:
        return self._shown

    def lines(self) -> tuple[str, ...]:
        """What is painted, from the top."""
        return self._lines

    def is_cut(self) -> bool:
        return self._shown != self._text

    def _arrange(self) -> None:
        """Choose anew for this width; a layout hears of it only where the height is another."""
        before = len(self._lines)
        self._shown, self._lines = self._chosen()
        self._tip()
        self.update()
        if len(self._lines) != before:
            self.updateGeometry()

    def _chosen(self) -> tuple[str, tuple[str, ...]]:
        complete = [version for version in self.versions if not version.endswith(MORE)]
        for version in complete:
            if text_width(version, Role.MICRO) <= self.width():
                return version, (version,)
        most = self._most_lines()
        for allowed in range(_LEAST, most + 1):
            for version in complete:
                lines = wrapped(version, self.width(), Role.MICRO)
                if len(lines) <= allowed:
                    return version, lines
        for version in self.versions:
            lines = wrapped(version, self.width(), Role.MICRO)
            if len(lines) <= most:
                return version, lines
        last = self.versions[-1]
        return last, (last,)

    def _most_lines(self) -> int:
        """Two in any tile, more in one that is high enough to spare the room."""
        tile = self.parentWidget()
        return max(_LEAST, min(_MOST, tile.height() // _PER_LINE)) if tile is not None else _LEAST

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), len(self._lines) * line_height(Role.MICRO))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def moveEvent(self, event: QEvent) -> None:
        super().moveEvent(event)
        self._arrange()  # the tile has grown or shrunk around it

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in RESTYLED:
            self._arrange()

    def paintEvent(self, event: QEvent) -> None:
        painter = start(self)
        high = line_height(Role.MICRO)
        for at, line in enumerate(self._lines):
            text(painter, QRect(0, at * high, self.width(), high), line, Role.MICRO, self._ink)
        painter.end()
