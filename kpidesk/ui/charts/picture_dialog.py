"""A picture made to measure: how large, how fine, on which ground."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kpidesk.export.options import PRESETS, PictureLook
from kpidesk.qt.fonts import Role
from kpidesk.qt.translation import say
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.labels import plain_label
from kpidesk.qt.widgets.segmented import Segmented

_SCALES = ("1", "2", "4")
_SOLID, _CLEAR = "solid", "clear"


class PictureDialog(QDialog):
    """Asks for the look of a picture; ``then(look)`` is called when it is wanted."""

    def __init__(self, then: Callable[[PictureLook], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._then = then
        self.setWindowTitle(self.tr("Picture for a slide"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        names = (self.tr("Full slide"), self.tr("Half a slide"), self.tr("Square"))
        self._size = Segmented(tuple(zip(PRESETS, names, strict=True)), self)
        self._scale = Segmented(tuple((scale, f"{scale}×") for scale in _SCALES), self)
        self._scale.set_current("2")
        self._ground = Segmented(((_SOLID, self.tr("White")), (_CLEAR, self.tr("Transparent"))), self)
        self._told = plain_label("", Role.LABEL, "ink2")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addLayout(self._choices())
        column.addWidget(self._told)
        column.addLayout(self._foot())
        for choice in (self._size, self._scale):
            choice.chosen.connect(self.on_changed)
        self.on_changed()

    @property
    def look(self) -> PictureLook:
        """What is chosen."""
        return PictureLook(PRESETS[self._size.current], float(self._scale.current), self._ground.current == _CLEAR)

    def _choices(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(2, 1)
        rows = (
            (self.tr("Size"), self._size),
            (self.tr("Scale"), self._scale),
            (self.tr("Ground"), self._ground),
        )
        for row, (name, choice) in enumerate(rows):
            choice.setAccessibleName(name)
            grid.addWidget(plain_label(name, Role.BODY, "ink2"), row, 0)
            grid.addWidget(choice, row, 1)
        return grid

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        cancel = Button(self.tr("Cancel"), "secondary", parent=self)
        cancel.clicked.connect(self.reject)
        export = Button(self.tr("Export"), "primary", "share", parent=self)
        export.clicked.connect(self.on_export)
        row.addWidget(cancel)
        row.addWidget(export)
        return row

    def on_changed(self, _: str = "") -> None:
        """Say how many pixels it will have."""
        width, height = (round(side * self.look.scale) for side in self.look.size)
        self._told.setText(say(self.tr("{width} × {height} pixels"), width=f"{width:,}", height=f"{height:,}"))

    def on_export(self) -> None:
        """It is wanted so."""
        look = self.look
        self.accept()
        self._then(look)
