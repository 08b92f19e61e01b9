"""Which scenario is on: its name with a list of all, and what can be done with it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.popover import Choice, choose
from kpidesk.qt.widgets.search_box import TextBox
from kpidesk.ui.scenario.what_if import pair_of

_NEW, _COPY, _NAME, _NOTE, _REMOVE = "new", "copy", "name", "note", "remove"


class ScenarioBar(QWidget):
    """Signals: shown(id), "" the baseline; begun(), copied(), named(name), noted(note), removed()."""

    shown = Signal(str)
    begun = Signal()
    copied = Signal()
    named = Signal(str)
    noted = Signal(str)
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[tuple[str, str], ...] = ()
        self._current, self._name, self._note = "", "", ""
        self._writes = ""
        self._button = Button("", "secondary", "flask-conical", height=28, parent=self)
        self._button.set_menu_mark(True)
        self._button.clicked.connect(self.on_menu)
        self._button.setAccessibleName(self.tr("Scenario"))
        self._more = Button("", "ghost", "ellipsis", height=28, tip=self.tr("Scenario"), parent=self)
        self._more.clicked.connect(self.on_more)
        self._box = TextBox(self, height=28)
        self._box.hide()
        self._box.editingFinished.connect(self.on_written)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self._button)
        line.addWidget(self._box, 1)
        line.addStretch(1)
        line.addWidget(self._more)

    def set_scenarios(self, scenarios: Sequence[tuple[str, str]], current: str, name: str, note: str) -> None:
        """All of them as (id, label); the id of the one on show, "" for none, its own name and note."""
        self._all, self._current, self._name, self._note = tuple(scenarios), current, name, note
        label = dict(self._all).get(current, "") or self.tr("Baseline")
        self._button.setText(label)
        self._button.set_kind("violet" if current else "secondary")
        self._button.setToolTip(note)
        self._button.setAccessibleName(pair_of(self.tr("Scenario"), label))
        self._more.set_hint(self.tr("Scenario"))
        self._more.setVisible(bool(current) and self._box.isHidden())

    def on_menu(self) -> None:
        """Which one to show."""
        choices = [Choice("", self.tr("Baseline"))]
        choices += [Choice(key, label, icon="flask-conical") for key, label in self._all]
        choices.append(Choice(_NEW + ":", self.tr("New scenario"), icon="plus"))
        choose(self._button, choices, self.on_chosen, current=self._current)

    def on_chosen(self, key: object) -> None:
        """Another scenario, the baseline or a new one."""
        if key == _NEW + ":":
            self.begun.emit()
        else:
            self.shown.emit(str(key))

    def on_more(self) -> None:
        """What can be done with it."""
        choices = [
            Choice(_NAME, self.tr("Rename"), icon="square-pen"),
            Choice(_NOTE, self.tr("Note"), icon="message-square-text"),
            Choice(_COPY, self.tr("Duplicate"), icon="copy"),
            Choice(_REMOVE, self.tr("Remove"), icon="trash-2"),
        ]
        choose(self._more, choices, self.on_asked, align_right=True)

    def on_asked(self, what: object) -> None:
        """One of these."""
        if what == _COPY:
            self.copied.emit()
        elif what == _REMOVE:
            self.removed.emit()
        else:
            self.write(str(what))

    def write(self, what: str) -> None:
        """Take a name or a note in the button's place."""
        self._writes = what
        self._box.setText(self._note if what == _NOTE else self._name)
        self._box.setPlaceholderText(self.tr("Note") if what == _NOTE else self.tr("Name of the scenario"))
        self._box.setAccessibleName(self._box.placeholderText())
        self._button.hide()
        self._more.hide()
        self._box.show()
        self._box.selectAll()
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_written(self) -> None:
        """Enter, or the focus went elsewhere."""
        what, self._writes = self._writes, ""
        self._close()
        if what == _NAME and self._box.text().strip() != self._name:
            self.named.emit(self._box.text().strip())
        elif what == _NOTE and self._box.text().strip() != self._note:
            self.noted.emit(self._box.text().strip())

    def _close(self) -> None:
        self._box.hide()
        self._button.show()
        self._more.setVisible(bool(self._current))

    def keyPressEvent(self, event: QEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._box.isHidden():
            self._writes = ""
            self._close()
            self._button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().keyPressEvent(event)
