"""Where words on a board are written, and names of boards."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from kpidesk.qt.fonts import Role
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.labels import plain_label
from kpidesk.qt.widgets.popover import Popover
from kpidesk.qt.widgets.search_box import TextBox

WIDTH, HEIGHT = 380, 120
LONGEST = 80


class TextPopover(Popover):
    """``written(heading, text)`` by the button, Enter in the heading or Ctrl+Enter in the text."""

    written = Signal(str, str)

    def __init__(self, owner: QWidget, heading: str, text: str | None) -> None:
        """``text`` None asks for the heading alone: a name."""
        super().__init__(owner)
        label = self.tr("Name") if text is None else self.tr("Heading")
        self._heading = TextBox(self)
        self._heading.setFixedWidth(WIDTH)
        self._heading.setMaxLength(LONGEST)
        self._heading.setText(heading)
        self._heading.setAccessibleName(label)
        self._heading.returnPressed.connect(self.on_done)
        self.body.addWidget(plain_label(label, Role.LABEL, "ink2"))
        self.body.addWidget(self._heading)
        self._text = QPlainTextEdit(text or "", self)
        self._text.setAccessibleName(self.tr("Text"))
        self._text.setFixedSize(WIDTH, HEIGHT)
        self._text.setTabChangesFocus(True)
        self._text.installEventFilter(self)
        self._has_text = text is not None
        if self._has_text:
            self.body.addWidget(plain_label(self.tr("Text"), Role.LABEL, "ink2"))
            self.body.addWidget(self._text)
        self._text.setVisible(self._has_text)
        row = QHBoxLayout()
        row.addStretch(1)
        done = Button(self.tr("Done"), "primary", height=28, parent=self)
        done.clicked.connect(self.on_done)
        row.addWidget(done)
        self.body.addLayout(row)

    def ask_below(self, anchor: QWidget) -> None:
        """Open it under a widget, ready to type."""
        self.open_below(anchor)
        (self._text if self._has_text else self._heading).setFocus()
        self._heading.selectAll()

    def on_done(self) -> None:
        """It is written."""
        heading, text = self._heading.text().strip(), self._text.toPlainText().strip()
        self.dismiss()
        self.written.emit(heading, text)

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:
        if watched is self._text and event.type() == QEvent.Type.KeyPress:
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.on_done()
                return True
        return super().eventFilter(watched, event)
