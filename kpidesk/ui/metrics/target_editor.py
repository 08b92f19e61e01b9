"""The target of a KPI and the limits beyond which it warns, set at its page's head."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from kpidesk.core.ids import MetricName
from kpidesk.core.typed_numbers import number_to_type, typed_number
from kpidesk.metrics.pacing import Target
from kpidesk.qt.fonts import Role
from kpidesk.qt.translation import say
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.labels import plain_label
from kpidesk.qt.widgets.popover import Popover
from kpidesk.qt.widgets.search_box import TextBox
from kpidesk.session.commands.view import SetTarget
from kpidesk.session.services import Services

WIDTH = 150


class TargetEditor(Popover):
    """Three lines: target, alert below, alert above; an empty one is none. ``chosen(Target)`` with Enter or Set."""

    chosen = Signal(object)

    def __init__(self, owner: QWidget, target: Target, label: str, kind: str, *, is_least: bool) -> None:
        super().__init__(owner)
        self._metric, self._kind = target.metric, kind
        self.boxes = [TextBox(self) for _ in range(3)]
        aim = self.tr("Target, at least") if is_least else self.tr("Target, at most")
        names = (aim, self.tr("Alert below"), self.tr("Alert above"))
        values = (target.value, target.alert_below, target.alert_above)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for row, (box, name, value) in enumerate(zip(self.boxes, names, values, strict=True)):
            box.setFixedWidth(WIDTH)
            box.setText(number_to_type(value, kind))
            box.setPlaceholderText(self.tr("none"))
            box.setAccessibleName(name)
            box.textChanged.connect(self.on_typed)
            box.returnPressed.connect(self.on_done)
            grid.addWidget(plain_label(name, Role.BODY, "ink2"), row, 0)
            grid.addWidget(box, row, 1)
        self._done = Button(self.tr("Set"), "primary")
        self._done.clicked.connect(self.on_done)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._done)
        self.body.setSpacing(10)
        self.body.addWidget(plain_label(say(self.tr("{kpi}, each period"), kpi=label), Role.LABEL, "ink3"))
        self.body.addLayout(grid)
        self.body.addLayout(buttons)

    def on_typed(self) -> None:
        """What cannot be read is marked, and cannot be set."""
        kind = self._kind
        wrong = [bool(box.text().strip()) and typed_number(box.text(), kind) is None for box in self.boxes]
        for box, is_wrong in zip(self.boxes, wrong, strict=True):
            box.set_tone("bad" if is_wrong else "")
        if any(wrong):
            self._done.disable(self.tr("Numbers such as 1200, 1.2M or 5% are understood."))
        else:
            self._done.setEnabled(True)
            self._done.set_hint("")

    def on_done(self) -> None:
        """Enter, or the button."""
        if self._done.isEnabled():
            target = Target(self._metric, *(typed_number(box.text(), self._kind) for box in self.boxes))
            self.dismiss()
            self.chosen.emit(target)


def edit_target(anchor: QWidget, services: Services, kpi: MetricName, language: str) -> TargetEditor:
    """Open the editor under a widget; what is set there is a step that can be undone."""
    definition = services.catalogue.get(kpi)
    session = services.session
    present = session.document.targets.get(kpi, Target(kpi))
    label = definition.label(language)
    editor = TargetEditor(anchor, present, label, definition.unit.kind, is_least=definition.good != "down")

    def keep(target: Target) -> None:
        session.execute(SetTarget(kpi, target.value, target.alert_below, target.alert_above))
        session.seal()

    editor.chosen.connect(keep)
    editor.open_below(anchor)
    editor.boxes[0].setFocus()
    return editor
