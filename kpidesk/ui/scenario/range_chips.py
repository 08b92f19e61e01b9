"""How each driver may turn out: a button a driver, and a box for a range in the reader's own numbers."""

import re
from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QWidget

from kpidesk.core.errors import UserError
from kpidesk.core.ids import DriverName, MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.qt.fonts import Role
from kpidesk.qt.translation import render, say
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.driver_entry import plain_entry
from kpidesk.qt.widgets.flow import Flow
from kpidesk.qt.widgets.labels import plain_label
from kpidesk.qt.widgets.popover import Choice, choose
from kpidesk.qt.widgets.search_box import TextBox
from kpidesk.scenario.forecast import has_drift
from kpidesk.scenario.ranges import WITHOUT_HISTORY, Range, Shape, parse_range
from kpidesk.ui.scenario.what_if import WhatIf, pair_of

OWN = "own"
_WIDTHS = (0.1, 0.2, 0.5, 0.0)
"""Shares around what the driver would be; 0 is fixed."""
_STATED = (Shape.TRIANGULAR, Shape.PERT, Shape.NORMAL, Shape.LOGNORMAL)
_BETWEEN = re.compile(r"[,;，；、]")
_AROUND, _SPREAD = 0.2, 0.1


class RangeChips(QWidget):
    """``stated(driver, Range or None)``: a driver may turn out otherwise; ``refused(UserError)`` for what is none."""

    stated = Signal(str, object)
    refused = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ranges: Mapping[str, Range] = {}
        self._untold: set[DriverName] = set()
        self._buttons: dict[str, Button] = {}
        self._driver, self._shape = "", Shape.TRIANGULAR
        self._state: WhatIf | None = None
        self._now: Mapping[MetricName, float] = {}
        self._flow = Flow(self, gap=8)
        self._label = plain_label("", Role.LABEL, "ink2")
        self._label.setFixedHeight(28)
        self._flow.addWidget(self._label)
        self._asks = plain_label("", Role.LABEL, "ink2")
        self._asks.setFixedHeight(28)
        self._asks.hide()
        self._box = TextBox(self, height=28)
        self._box.setFixedWidth(200)
        self._box.returnPressed.connect(self.on_written)
        self._box.hide()
        self.retranslate()

    def show_state(self, state: WhatIf, now: Mapping[MetricName, float], ranges: Mapping[str, Range]) -> None:
        """The drivers with a value, which the scenario makes ``now``, and what is stated of some of them."""
        self._state, self._now, self._ranges = state, now, ranges
        names = [driver.name for driver in state.whole_drivers if driver.baseline]
        self._untold = {driver.name for driver in state.whole_drivers if not has_drift(driver.history)}
        for name in names:
            if name not in self._buttons:
                button = Button("", "secondary", height=28, parent=self)
                button.set_menu_mark(True)
                button.setProperty("driver", name)
                button.clicked.connect(self.on_menu)
                self._buttons[name] = button
                self._flow.addWidget(button)
        for piece in (self._asks, self._box):
            self._flow.removeWidget(piece)
            self._flow.addWidget(piece)
        for key, button in self._buttons.items():
            button.setVisible(key in names)
            if key in names:
                button.setText(pair_of(state.label(key), self._said(key)))
                button.updateGeometry()

    def on_menu(self) -> None:
        """How one driver may turn out."""
        self._driver = self.sender().property("driver")
        own = WITHOUT_HISTORY if self._driver in self._untold else OWN
        choices = [Choice(key, self._words(key)) for key in dict.fromkeys((own, *_WIDTHS))]
        choices += [Choice(shape, self._shapes()[shape][0], self._shapes()[shape][1]) for shape in _STATED]
        kept = self._ranges.get(self._driver)
        current = own if kept is None else kept.first if kept.shape is Shape.AROUND else kept.shape
        choose(self.sender(), choices, self.on_width, current=current)

    def on_width(self, width: object) -> None:
        """So; a stated shape asks for its numbers."""
        if isinstance(width, Shape):
            self.write(width)
            return
        self.state(Range(DriverName(self._driver), Shape.AROUND, width) if isinstance(width, float) else None)

    def write(self, shape: Shape) -> None:
        """Take the numbers of a range; those that it has, or some about the driver's value, are there to change."""
        state = self._state
        if state is None:
            return
        self._shape, kept = shape, self._ranges.get(self._driver)
        value = self._now.get(MetricName(self._driver), 0.0)
        if kept is not None and kept.shape is shape:
            text = self._numbers(kept)
        elif shape in (Shape.TRIANGULAR, Shape.PERT):
            text = self._numbers(Range(DriverName(self._driver), shape, value * (1 - _AROUND), value * (1 + _AROUND)))
        else:
            spread = _SPREAD if shape is Shape.LOGNORMAL else abs(value) * _SPREAD
            text = self._numbers(Range(DriverName(self._driver), shape, value, spread))
        name, help_ = self._shapes()[shape]
        self._asks.setText(pair_of(f"{state.label(self._driver)}, {name}", help_))
        self._asks.show()
        self._box.setAccessibleName(self._asks.text())
        self._box.setText(text)
        self._box.show()
        self._box.selectAll()
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_written(self) -> None:
        """Enter: numbers that are no range are refused with what is meant."""
        state = self._state
        if state is None:
            return
        pieces = [piece.strip() for piece in _BETWEEN.split(self._box.text()) if piece.strip()]
        is_share = state.is_share(self._driver)
        units = [is_share and (place == 0 or self._shape is not Shape.LOGNORMAL) for place in range(len(pieces))]
        plain = [plain_entry(piece, is_share=unit) for piece, unit in zip(pieces, units, strict=True)]
        try:
            found = parse_range(self._driver, f"{self._shape.value}:{','.join(plain)}")
        except UserError as error:
            self.refused.emit(error)
            return
        self._close()
        self.state(found)

    def _close(self) -> None:
        self._asks.hide()
        self._box.hide()

    def state(self, found: Range | None) -> None:
        """So the driver that was asked about may turn out; None: as its own history drifts."""
        self.stated.emit(self._driver, found)

    def _said(self, key: str) -> str:
        found = self._ranges.get(key)
        if found is None:
            return self._words(WITHOUT_HISTORY if key in self._untold else OWN)
        if found.shape is Shape.AROUND:
            return self._words(found.first)
        return f"{self._shapes()[found.shape][0]} {self._numbers(found)}"

    def _numbers(self, found: Range) -> str:
        """As they are typed: ``4%, 5%, 7%``."""
        is_share = self._state is not None and self._state.is_share(found.driver)
        numbers = [found.first, found.second]
        if found.shape in (Shape.TRIANGULAR, Shape.PERT):
            middle = (found.first + found.second) / 2 if found.likely is None else found.likely
            numbers = [found.first, middle, found.second]
        texts = [f"{number * 100:.4g}%" if is_share else f"{number:.6g}" for number in numbers]
        if found.shape is Shape.LOGNORMAL:
            texts[1] = f"{found.second:.4g}"
        return ", ".join(texts)

    def _words(self, width: str | float) -> str:
        if width == OWN:
            return self.tr("own history")
        if not width:
            return self.tr("fixed")
        return say(self.tr("±{share}"), share=f"{float(width):.0%}")

    def _shapes(self) -> dict[Shape, tuple[str, str]]:
        """The name of a shape, and which numbers it takes."""
        return {
            Shape.TRIANGULAR: (self.tr("triangular"), self.tr("least, likely, most")),
            Shape.PERT: ("PERT", self.tr("least, likely, most")),
            Shape.NORMAL: (self.tr("normal"), self.tr("mean, deviation")),
            Shape.LOGNORMAL: (self.tr("lognormal"), self.tr("median, deviation of the log")),
        }

    def keyPressEvent(self, event: QEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._box.isHidden():
            self._close()
            return
        super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self._label.setText(render(Message(QT_TRANSLATE_NOOP("whatif", "Drivers in their ranges:"))))
        if self._state is not None:
            self.show_state(self._state, self._now, self._ranges)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
