"""The left side of the what-if page: presets, then one slider a driver."""

from collections import deque
from collections.abc import Collection, Iterator, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kpidesk.qt.fonts import Role
from kpidesk.qt.translation import render, say
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.card import Card
from kpidesk.qt.widgets.flow import Flow
from kpidesk.qt.widgets.labels import ElidedLabel, plain_label
from kpidesk.qt.widgets.scroll import WheelGuard
from kpidesk.qt.widgets.search_box import TextBox
from kpidesk.qt.widgets.slider_row import DriverView, SliderRow
from kpidesk.scenario.presets import PRESETS
from kpidesk.ui.scenario.change_list import ChangeList
from kpidesk.ui.scenario.scenario_bar import ScenarioBar
from kpidesk.ui.scenario.timing_row import TimingRow
from kpidesk.ui.scenario.what_if import pair_of

WIDTH = 328
WIDTH_NARROW = 280
USUAL = 6
"""So many drivers most businesses have."""
_EDGE = 12
_ABOVE = 1
"""So many things stand above the drivers and scroll with them."""


class DriverPanel(Card):
    """Signals: moved(driver, value), settled(), reset_asked(driver), reset_all_asked(), preset_asked(key).

    ``elasticity_set(percent)``; ``typed(driver, text)`` is answered with ``accept`` or ``refuse``.
    """

    moved = Signal(str, float)
    typed = Signal(str, str)
    settled = Signal()
    reset_asked = Signal(str)
    reset_all_asked = Signal()
    preset_asked = Signal(str)
    elasticity_set = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, SliderRow] = {}
        self._spare: deque[SliderRow] = deque()
        self._views: dict[str, DriverView] = {}
        self._title = plain_label("", Role.HEADING)
        self._reset = Button("", "ghost", "rotate-ccw", height=28)
        self._reset.clicked.connect(self.reset_all_asked)
        head = QHBoxLayout()
        self.part = Button("", "secondary", height=28)
        self.part.set_menu_mark(True)
        self.part.hide()
        head.addWidget(self._title)
        head.addWidget(self.part)
        head.addStretch(1)
        head.addWidget(self._reset)
        head.setContentsMargins(0, 0, _EDGE, 0)
        self.body.setContentsMargins(_EDGE + 4, _EDGE, 4, _EDGE)
        self.bar = ScenarioBar(self)
        self.body.addLayout(self._inset(self.bar))
        self.body.addLayout(head)
        self._baseline = ElidedLabel("", Role.LABEL, "ink2")
        self.body.addWidget(self._baseline)
        self._presets: dict[str, Button] = {}
        chips = QWidget(self)
        chips.setObjectName("tour.presets")
        flow = Flow(chips, gap=8)
        for preset in PRESETS:
            button = Button("", "secondary", height=28, parent=chips)
            button.setProperty("preset", preset.key)
            button.clicked.connect(self.on_preset)
            self._presets[preset.key] = button
            flow.addWidget(button)
        self.body.addWidget(self._build_scroll(), 1)
        self._column.insertWidget(0, chips)
        self.changes, self.timing = ChangeList(self), TimingRow(self)
        for piece in (self.changes, self.timing, self._build_elasticity()):  # below: no slider leaves the pointer
            self.body.addLayout(self._inset(piece))
        self.setFixedWidth(WIDTH)
        self.retranslate()

    @staticmethod
    def _inset(widget: QWidget) -> QHBoxLayout:
        """A row that ends where the boxes of the drivers end."""
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, _EDGE, 0)
        row.addWidget(widget)
        return row

    def _build_elasticity(self) -> QWidget:
        """What fewer customers come for a higher price, where that is asked."""
        self._elastic = QWidget(self)
        self._elastic_words = plain_label("", Role.LABEL, "ink2")
        self._elasticity = TextBox(self._elastic, height=24)
        self._elasticity.setFixedWidth(56)
        self._elasticity.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._elasticity.editingFinished.connect(self.on_elasticity)
        row = QHBoxLayout(self._elastic)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._elastic_words, 1)
        row.addWidget(self._elasticity)
        return self._elastic

    def set_part(self, part: str, *, has_parts: bool) -> None:
        """The part of the business that the drivers are of, "" the whole; where there are parts to choose."""
        self.part.setVisible(has_parts)
        self.part.setText(part or self.tr("Everybody"))
        self.part.set_kind("violet" if part else "secondary")
        self.part.setAccessibleName(pair_of(self._title.text(), self.part.text()))

    def set_elasticity(self, elasticity: float, *, is_asked: bool) -> None:
        """How buyers take prices, in percent of customers for each percent; hidden where no price is raised."""
        self._elastic.setVisible(is_asked)
        if not self._elasticity.hasFocus():
            self._elasticity.setText(f"{elasticity:g}")
            self._elasticity.set_tone("")

    def on_elasticity(self) -> None:
        """Another elasticity was typed."""
        try:
            value = float(self._elasticity.text().replace(",", ".").strip().removesuffix("%") or "0")
        except ValueError:
            self._elasticity.set_tone("bad")
            return
        self._elasticity.set_tone("")
        self.elasticity_set.emit(abs(value))

    def _build_scroll(self) -> QScrollArea:
        scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget(scroll)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 4, _EDGE, 4)
        self._column.setSpacing(12)
        self._column.addStretch(1)
        scroll.setWidget(inside)
        scroll.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        self._guard = WheelGuard(self)
        self._bar = scroll.verticalScrollBar()
        self._bar.installEventFilter(self)
        return scroll

    def showing(self, views: Mapping[str, DriverView]) -> Iterator[None]:
        """Show these drivers, in this order, each new row in a step of its own.

        Rows are kept, so that a drag goes on; where the drivers are others, a row shows what now has its place.
        """
        if list(views) != list(self._rows):
            self._share_rows(list(views))
            yield from self.ahead(len(views))
        for place, (name, view) in enumerate(views.items()):
            if name not in self._rows:
                self._rows[name] = self._spare.popleft()  # the keyboard goes from one to the next as they were made
                self._column.insertWidget(place + _ABOVE, self._rows[name])
            row = self._rows[name]
            if row.property("driver") != name:
                row.accept()  # what was typed for another is dropped
                row.setProperty("driver", name)
            if self._views.get(name) != view:
                row.set_driver(view)
                self._views[name] = view
            if row.isHidden():
                row.show()
                yield
        self._reset.setVisible(any(view.is_changed and not view.follows for view in views.values()))

    def _share_rows(self, names: list[str]) -> None:
        """Give the rows that are there to other drivers; those that none is left for wait for more."""
        rows = list(self._rows.values())
        self._rows, self._views = dict(zip(names, rows, strict=False)), {}
        for row in reversed(rows[len(names) :]):
            self._column.removeWidget(row)
            row.hide()
            self._spare.appendleft(row)

    def ahead(self, count: int = USUAL) -> Iterator[None]:
        """Make so many rows, one at a step, for drivers that have none yet."""
        for _ in range(count - len(self._rows) - len(self._spare)):
            self._spare.append(self._new_row())
            yield

    def _new_row(self) -> SliderRow:
        row = SliderRow(self)
        row.hide()
        row.typed.connect(self.on_typed)
        row.moved.connect(self.on_moved)
        row.settled.connect(self.settled)
        row.reset_asked.connect(self.on_reset)
        for child in row.findChildren(QWidget):
            child.installEventFilter(self._guard)
        return row

    def set_baseline(self, period: str) -> None:
        """Whose values the sliders start from."""
        self._baseline.setText(say(self.tr("Baseline: {period}, the last complete period"), period=period))

    def row(self, name: str) -> SliderRow | None:
        """The row of one driver."""
        return self._rows.get(name)

    def set_presets(self, offered: Collection[str], on: Collection[str]) -> None:
        """Show the presets that can be asked, by key; those in force are violet."""
        for preset in PRESETS:
            button = self._presets[preset.key]
            button.setVisible(preset.key in offered)
            is_on = preset.key in on
            button.set_kind("violet" if is_on else "secondary")
            button.set_on(is_on)

    def accept(self, driver: str) -> None:
        """What was typed for a driver is taken; with it the drivers may have become others."""
        if (row := self._rows.get(driver)) is not None:
            row.accept()

    def refuse(self, driver: str, reason: str) -> None:
        """What was typed for a driver cannot be: say why beside its box."""
        if (row := self._rows.get(driver)) is not None:
            row.refuse(reason)

    def on_typed(self, text: str) -> None:
        """A change was typed; that for a driver whose row is about to show another is dropped."""
        if driver := self._driver_told():
            self.typed.emit(driver, text)

    def on_moved(self, value: float) -> None:
        """A slider has a new value."""
        if driver := self._driver_told():
            self.moved.emit(driver, value)

    def on_reset(self) -> None:
        """A driver shall be what it was."""
        if driver := self._driver_told():
            self.reset_asked.emit(driver)

    def _driver_told(self) -> str:
        """The driver of the row that speaks; empty where the row has already been given to another driver."""
        row = self.sender()
        driver = str(row.property("driver") or "")
        return driver if self._rows.get(driver) is row else ""

    def on_preset(self) -> None:
        """A question in one click."""
        self.preset_asked.emit(self.sender().property("preset"))

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self._title.setText(self.tr("Drivers"))
        self.part.setAccessibleName(self._title.text())
        self._elastic_words.setText(self.tr("New customers lost per 1% of price, in %"))
        self._elasticity.setAccessibleName(self._elastic_words.text())
        self._say_reset()
        for preset in PRESETS:
            self._presets[preset.key].setText(render(preset.label))
        self.setAccessibleName(self.tr("Drivers"))

    def _say_reset(self) -> None:
        """Its icon alone where the panel is narrow."""
        words = self.tr("Reset all")
        self._reset.setText(words if self.width() >= WIDTH else "")
        self._reset.set_hint(words)

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)
        self._say_reset()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The scroll bar stands in the card's padding, so that boxes end where the title ends."""
        if watched is self._bar and event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            shown = event.type() == QEvent.Type.Show
            self._column.setContentsMargins(0, 4, max(2, _EDGE - self._bar.sizeHint().width()) if shown else _EDGE, 4)
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
