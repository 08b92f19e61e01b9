"""One driver of a what-if: its name, what it was, a box to type into, a slider with the baseline marked."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from kpidesk.qt.fonts import Role
from kpidesk.qt.translation import say
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.driver_slider import DriverSlider
from kpidesk.qt.widgets.labels import ElidedLabel, plain_label, set_tip
from kpidesk.qt.widgets.search_box import TextBox

_NARROW = 270
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)


def _is_escape(event: QEvent) -> bool:
    return bool(event.key() == Qt.Key.Key_Escape)


_MOST_STEPS = 100_000
"""More places than a hand can find, and far from what a slider can count to."""


@dataclass(frozen=True)
class DriverView:
    """A driver as it stands: ``show`` writes a value the way the reader does.

    ``follows`` says of a driver that is not set itself whom it follows ("follows New customers"); ``tip`` what its
    baseline is. ``usual`` is between which values it usually is, ``usual_words`` the same in words ("2.9% – 6.2%").
    """

    name: str
    value: float
    baseline: float
    low: float
    high: float
    step: float
    show: Callable[[float], str]
    follows: str = ""
    tip: str = ""
    usual: tuple[float, float] | None = None
    usual_words: str = ""

    @property
    def is_changed(self) -> bool:
        """Whether the value is another than the baseline."""
        return abs(self.value - self.baseline) > 1e-9 * max(1.0, abs(self.baseline))

    @property
    def steps(self) -> int:
        """How many steps lie between the bounds."""
        return max(1, min(_MOST_STEPS, round((self.high - self.low) / self.step)))

    @property
    def _stride(self) -> float:
        return max(self.step, (self.high - self.low) / _MOST_STEPS)

    def position(self, value: float) -> int:
        """At which step a value stands; one beyond the bounds, as somebody typed it, at the nearer end."""
        return round(min(float(self.steps), max(0.0, (value - self.low) / self._stride)))

    def at(self, position: int) -> float:
        """The value of a step."""
        return self.low + position * self._stride


class SliderRow(QWidget):
    """``moved(value)`` at every move, ``settled()`` when it ends (one undo step), ``reset_asked()``.

    ``typed(text)`` is what was typed and confirmed: "/2", "+10%". Whoever reads it answers with ``accept()``, or with
    ``refuse(reason)``, which is shown beside the box until it is typed anew, left or Esc is pressed.
    """

    moved = Signal(float)
    typed = Signal(str)
    settled = Signal()
    reset_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: DriverView | None = None
        self._name = ElidedLabel("", Role.BODY)
        self._reason = ElidedLabel("", Role.MICRO, "bad")
        self._was = ElidedLabel("", Role.LABEL, "ink2")
        self._reset = Button("", "ghost", "rotate-ccw", height=28)
        self._box = TextBox(self, height=28)
        self._box.setFixedWidth(84)
        self._box.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._slider = DriverSlider(self)
        self._low = plain_label("", Role.MICRO, "ink3")
        self._high = plain_label("", Role.MICRO, "ink3")
        self._usual = ElidedLabel("", Role.MICRO, "ink2")
        self._lay_out()
        self._reset.clicked.connect(self.reset_asked)
        self._box.installEventFilter(self)
        self._box.returnPressed.connect(self.on_entered)
        self._box.textEdited.connect(self.on_edited)
        self._slider.valueChanged.connect(self.on_slid)
        self._slider.settled.connect(self.settled)
        self._slider.baseline_asked.connect(self.reset_asked)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._retranslate()

    def _lay_out(self) -> None:
        head, grid = QHBoxLayout(), QGridLayout(self)
        head.setSpacing(8)
        for widget in (self._name, self._reset, self._box):
            head.addWidget(widget)
        head.setStretch(0, 1)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.addLayout(head, 0, 0, 1, 3)
        grid.addWidget(self._slider, 1, 0, 1, 3)
        grid.addWidget(self._low, 2, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self._usual, 2, 1, Qt.AlignmentFlag.AlignHCenter)
        grid.addWidget(self._high, 2, 2, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self._reason, 2, 0, 1, 3)
        self._reason.hide()
        self._head, self._grid = head, grid
        self._place_was(narrow=False)

    def _place_was(self, *, narrow: bool) -> None:
        """What the value was: behind the name, or where that has no room, between the bounds."""
        if narrow:
            self._head.removeWidget(self._was)
            self._grid.addWidget(self._was, 2, 1, Qt.AlignmentFlag.AlignHCenter)
        else:
            self._grid.removeWidget(self._was)
            self._head.insertWidget(1, self._was, 1)
        self._head.setStretch(0, 1 if narrow else 0)
        self._is_narrow = narrow

    def set_driver(self, view: DriverView) -> None:
        """Show a driver as it stands; nothing is emitted."""
        before, self._view = self._view, view
        if before is None or (before.name, before.low, before.high) != (view.name, view.low, view.high):
            self._set_frame(view)
        changed = view.is_changed
        is_own = changed and not view.follows
        self._name.set_role(Role.STRONG if is_own else Role.BODY)
        was = say(self.tr("was {baseline}"), baseline=view.show(view.baseline)) if changed else ""
        self._was.setText(view.follows or was)
        self._reset.setVisible(is_own)
        self._name.set_explanation(view.tip)
        if not self._box.isModified():
            self._show_value()
        with QSignalBlocker(self._slider):
            self._slider.setRange(0, view.steps)
            self._slider.setValue(self._position(view.value))
        self._slider.set_baseline(self._position(view.baseline), is_changed=changed)
        usual = view.usual
        self._slider.set_band(None if usual is None else (self._position(usual[0]), self._position(usual[1])))
        self._show_usual()

    def _show_usual(self) -> None:
        """Where it usually is, between the bounds, as long as nothing else stands there."""
        said = "" if self._view is None else self._view.usual_words
        words = say(self.tr("usually {range}"), range=said) if said else ""
        if words != self._usual.text():
            self._usual.setText(words)
            self._slider.setAccessibleDescription(words)
            set_tip(self._slider, f"{words} (Ctrl+← Ctrl+→)" if words else "")
        self._usual.setVisible(bool(words) and not self._reason.text() and not (self._is_narrow and self._was.text()))

    def _show_value(self) -> None:
        """The last good value in the box, and no reason against it."""
        view = self._view
        if view is None:
            return
        self._box.setText(view.show(view.value))
        self._box.set_tone("scenario" if view.is_changed else "")
        set_tip(self._box, f"{view.tip} {self._hint}".strip())
        self._say("")

    def _say(self, reason: str) -> None:
        """A reason in the place of the bounds, or the bounds."""
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        for label in (self._low, self._high, *([self._was] if self._is_narrow else [])):
            label.setVisible(not reason)
        self._show_usual()

    def accept(self) -> None:
        """What was typed is taken; the value follows."""
        self._box.setModified(False)
        self._show_value()

    def refuse(self, reason: str) -> None:
        """What was typed cannot be; the value stays as it was."""
        self._box.set_tone("bad")
        set_tip(self._box, reason)
        self._say(reason)

    def _set_frame(self, view: DriverView) -> None:
        self._name.setText(view.name)
        self._box.setAccessibleName(view.name)
        self._slider.setAccessibleName(view.name)
        self._low.setText(view.show(view.low))
        self._high.setText(view.show(view.high))
        self.setAccessibleName(view.name)

    def _position(self, value: float) -> int:
        return 0 if self._view is None else self._view.position(value)

    def on_slid(self, position: int) -> None:
        """The slider stands elsewhere."""
        if self._view is not None:
            at_baseline = position == self._position(self._view.baseline)
            self.moved.emit(self._view.baseline if at_baseline else self._view.at(position))

    def on_entered(self) -> None:
        """Something was typed and confirmed."""
        if self._view is not None and self._box.isModified():
            self.typed.emit(self._box.text())
            self._box.selectAll()

    def on_edited(self) -> None:
        """What stands in the box is another text: nothing is said against it yet."""
        if self._reason.text():
            self._box.set_tone("")
            self._say("")

    def on_left(self) -> None:
        """The box was left: what was typed is taken, or taken back with the reason still standing there."""
        if self._view is None or not self._box.isModified():
            return
        if not self._reason.text():
            self.on_entered()
        reason = self._reason.text()
        self.accept()
        self._say(reason)

    def _retranslate(self) -> None:
        self._hint = self.tr("A number, or /2, x0.5, +10%, -20%")
        set_tip(self._box, self._hint)
        self._reset.set_hint(self.tr("Back to the baseline"))

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)
        if (self.width() < _NARROW) != self._is_narrow:
            self._place_was(narrow=not self._is_narrow)
            self._show_usual()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._box and event.type() == QEvent.Type.FocusOut:
            self.on_left()
        elif watched is self._box and self._box.isModified() and event.type() in _KEYS and _is_escape(event):
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self.accept()
                self._box.selectAll()
            return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            if self._view is not None:
                self.set_driver(self._view)
