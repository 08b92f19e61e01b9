"""One driver of a what-if: its name, what it was, a box to type into, a slider with the baseline marked."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from kpidesk.qt.fonts import Role
from kpidesk.qt.translation import say
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.driver_entry import plain_entry, read_entry
from kpidesk.qt.widgets.driver_slider import DriverSlider
from kpidesk.qt.widgets.labels import ElidedLabel, plain_label, set_tip
from kpidesk.qt.widgets.search_box import TextBox


@dataclass(frozen=True)
class DriverView:
    """A driver as it stands: ``show`` writes a value the way the reader does; a share is typed in percent."""

    name: str
    value: float
    baseline: float
    low: float
    high: float
    step: float
    show: Callable[[float], str]
    is_share: bool = False

    @property
    def is_changed(self) -> bool:
        """Whether the value is another than the baseline."""
        return abs(self.value - self.baseline) > 1e-9 * max(1.0, abs(self.baseline))


class SliderRow(QWidget):
    """``moved(value)`` at every move and entry, ``settled()`` when it ends (one undo step), ``reset_asked()``.

    ``entered(text)`` comes before ``moved`` where a value was typed: "/2", "+10%", as parse_override takes it.
    """

    moved = Signal(float)
    entered = Signal(str)
    settled = Signal()
    reset_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: DriverView | None = None
        self._name = plain_label("", Role.BODY)
        self._was = ElidedLabel("", Role.LABEL, "ink2")
        self._reset = Button("", "ghost", "rotate-ccw", height=28)
        self._box = TextBox(self, height=28)
        self._box.setFixedWidth(84)
        self._box.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._slider = DriverSlider(self)
        self._low = plain_label("", Role.MICRO, "ink3")
        self._high = plain_label("", Role.MICRO, "ink3")
        self._lay_out()
        self._reset.clicked.connect(self.reset_asked)
        self._box.returnPressed.connect(self.on_entered)
        self._box.editingFinished.connect(self.on_left)
        self._slider.valueChanged.connect(self.on_slid)
        self._slider.settled.connect(self.settled)
        self._slider.baseline_asked.connect(self.reset_asked)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._name)
        head.addWidget(self._was, 1)
        head.addWidget(self._reset)
        head.addWidget(self._box)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(0)
        grid.addLayout(head, 0, 0, 1, 2)
        grid.addWidget(self._slider, 1, 0, 1, 2)
        grid.addWidget(self._low, 2, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self._high, 2, 1, Qt.AlignmentFlag.AlignRight)

    def set_driver(self, view: DriverView) -> None:
        """Show a driver as it stands; nothing is emitted."""
        before, self._view = self._view, view
        if before is None or (before.name, before.low, before.high) != (view.name, view.low, view.high):
            self._set_frame(view)
        changed = view.is_changed
        self._name.set_role(Role.STRONG if changed else Role.BODY)
        self._was.setText(say(self.tr("was {baseline}"), baseline=view.show(view.baseline)) if changed else "")
        self._reset.setVisible(changed)
        if not self._box.hasFocus() or not self._box.isModified():
            self._box.setText(view.show(view.value))
        self._box.set_tone("scenario" if changed else "")
        with QSignalBlocker(self._slider):
            self._slider.setRange(0, max(1, round((view.high - view.low) / view.step)))
            self._slider.setValue(self._position(view.value))
        self._slider.set_baseline(self._position(view.baseline), is_changed=changed)

    def _set_frame(self, view: DriverView) -> None:
        self._name.setText(view.name)
        self._box.setAccessibleName(view.name)
        self._slider.setAccessibleName(view.name)
        self._low.setText(view.show(view.low))
        self._high.setText(view.show(view.high))
        self.setAccessibleName(view.name)

    def _position(self, value: float) -> int:
        view = self._view
        return 0 if view is None else round((value - view.low) / view.step)

    def on_slid(self, position: int) -> None:
        """The slider stands elsewhere."""
        if self._view is not None:
            at_baseline = position == self._position(self._view.baseline)
            self.moved.emit(self._view.baseline if at_baseline else self._view.low + position * self._view.step)

    def on_entered(self) -> None:
        """Something was typed and confirmed."""
        if self._view is None or not self._box.isModified():
            return
        value = read_entry(self._box.text(), self._view.baseline, is_share=self._view.is_share)
        if value is None:
            self._box.set_tone("bad")
            set_tip(self._box, self._hint)
            return
        self._box.setModified(False)
        set_tip(self._box, self._hint)
        self.entered.emit(plain_entry(self._box.text(), is_share=self._view.is_share))
        self.moved.emit(value)
        self.settled.emit()
        self._box.selectAll()

    def on_left(self) -> None:
        """The box was left: what cannot be read is taken back."""
        if self._view is not None and self._box.isModified():
            self.on_entered()
            self._box.setModified(False)
            self.set_driver(self._view)

    def _retranslate(self) -> None:
        self._hint = self.tr("A number, or /2, x0.5, +10%, -20%")
        set_tip(self._box, self._hint)
        self._reset.set_hint(self.tr("Back to the baseline"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            if self._view is not None:
                self.set_driver(self._view)
