"""A segmented control: two to five choices, one of them chosen; arrows move."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from kpidesk.qt.fonts import Role, text_width
from kpidesk.qt.theme import theme
from kpidesk.qt.widgets.labels import set_tip
from kpidesk.qt.widgets.painting import RADIUS_BADGE, RADIUS_CONTROL, RESTYLED, KeyFocus, focus_ring, plate, start, text

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class _Piece(KeyFocus, QAbstractButton):
    def __init__(self, key: str, label: str, height: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = key
        self._height = height
        self.setText(label)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_texts(self, label: str, tip: str) -> None:
        if label != self.text():
            self.setText(label)
            self.updateGeometry()
            self.update()
        set_tip(self, tip)
        self.setAccessibleName(tip or label)

    def keyPressEvent(self, event: QEvent) -> None:
        step, group = _STEPS.get(event.key()), self.group()
        if step is None or group is None:
            super().keyPressEvent(event)
            return
        pieces = group.buttons()
        target = pieces[max(0, min(len(pieces) - 1, pieces.index(self) + step))]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        target.click()

    def sizeHint(self) -> QSize:
        return QSize(max(30, text_width(self.text(), Role.BODY) + 20), self._height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in RESTYLED:
            self.updateGeometry()

    def paintEvent(self, event: QEvent) -> None:
        painter = start(self)
        chosen = self.isChecked()
        if chosen:
            fill = "pressed" if theme().is_dark and not theme().is_high_contrast else "surface"
            plate(painter, self.rect(), RADIUS_BADGE, fill, "line")
        ink = "ink1" if chosen or self.underMouse() else "ink2"
        text(painter, self.rect(), self.text(), Role.BODY, ink, Qt.AlignmentFlag.AlignHCenter)
        if self.shows_focus:
            focus_ring(painter, self.rect(), RADIUS_BADGE)
        painter.end()


class Segmented(QWidget):
    """``chosen(key)`` follows a choice by the user, not ``set_current``."""

    chosen = Signal(str)

    def __init__(
        self, choices: Sequence[tuple[str, str]] = (), parent: QWidget | None = None, *, height: int = 28
    ) -> None:
        super().__init__(parent)
        self._height = height
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self.on_clicked)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2, 2, 2, 2)
        self._row.setSpacing(0)
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._pieces: list[_Piece] = []
        self.set_choices(choices)

    @property
    def current(self) -> str:
        """The chosen key."""
        piece = self._group.checkedButton()
        return piece.key if isinstance(piece, _Piece) else ""

    def set_choices(self, choices: Sequence[tuple[str, str]], tips: Sequence[str] = ()) -> None:
        """Keys and their texts; the chosen one is kept where its key still exists."""
        if [key for key, _ in choices] != [piece.key for piece in self._pieces]:
            self._make_pieces([key for key, _ in choices])
        for i, (piece, (_, label)) in enumerate(zip(self._pieces, choices, strict=True)):
            tip = tips[i] if i < len(tips) else ""
            piece.set_texts(label, tip)

    def _make_pieces(self, keys: Sequence[str]) -> None:
        kept = self.current
        for piece in self._pieces:
            self._group.removeButton(piece)
            self._row.removeWidget(piece)
            piece.hide()
            piece.setParent(None)
            piece.deleteLater()
        self._pieces = [_Piece(key, "", self._height - 4, self) for key in keys]
        for piece in self._pieces:
            self._group.addButton(piece)
            self._row.addWidget(piece)
        if keys:
            self.set_current(kept or keys[0])

    def set_current(self, key: str) -> None:
        """Choose without telling."""
        for piece in self._group.buttons():
            if isinstance(piece, _Piece) and piece.key == key:
                piece.setChecked(True)

    def on_clicked(self, piece: QAbstractButton) -> None:
        """The user chose."""
        if isinstance(piece, _Piece):
            self.chosen.emit(piece.key)

    def paintEvent(self, event: QEvent) -> None:
        painter = start(self)
        strong = theme().is_high_contrast
        plate(painter, self.rect(), RADIUS_CONTROL, "hover", "line" if strong else None)
        painter.end()
