"""The head of a KPI's page: name, value, change, then target, interval, n."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpidesk.charts.card import ARROWS, misses
from kpidesk.charts.card import Card as CardData
from kpidesk.charts.card_feet import interval_text
from kpidesk.core.formatting import NO_VALUE, Style, format_value
from kpidesk.core.ids import MetricName
from kpidesk.metrics.certainty import reason_of
from kpidesk.metrics.definitions import Definition
from kpidesk.metrics.frame import ResultFrame
from kpidesk.metrics.planner import Origin
from kpidesk.qt.fonts import Role
from kpidesk.qt.translation import render, say, words
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.card import Card
from kpidesk.qt.widgets.labels import ElidedLabel, plain_label, set_tip
from kpidesk.session.services import Services
from kpidesk.ui.metrics.target_editor import edit_target

_TONES = {True: "good", False: "bad", None: "ink2"}


class _Pair(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = plain_label("", Role.LABEL, "ink3")
        self._value = plain_label("", Role.STRONG)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._name)
        column.addWidget(self._value)
        column.addStretch(1)

    def show_pair(self, name: str, value: str, ink: str = "ink1", tip: str = "") -> None:
        set_tip(self, tip)
        self._name.setText(name)
        self._value.setText(value)
        self._value.set_ink(ink)


class KpiHead(Card):
    """Always the same order: value, change, target, certainty; the target is set here."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = plain_label("", Role.LABEL, "ink2")
        self._value = plain_label("", Role.DISPLAY)
        self._delta = plain_label("", Role.STRONG)
        self._versus = ElidedLabel("", Role.LABEL, "ink3")
        self._target, self._interval, self._n = _Pair(self), _Pair(self), _Pair(self)
        self.target_button = Button("", "ghost", "target", parent=self)
        self.target_button.clicked.connect(self.on_target)
        self._name_target_button()
        self._services, self._kpi, self._language = services, MetricName(""), ""
        numbers = QHBoxLayout()
        numbers.setSpacing(12)
        for widget in (self._value, self._delta):
            numbers.addWidget(widget, 0, Qt.AlignmentFlag.AlignBottom)
        numbers.addWidget(self._versus, 1, Qt.AlignmentFlag.AlignBottom)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(self._name)
        left.addLayout(numbers)
        row = QHBoxLayout()
        row.setSpacing(32)
        row.addLayout(left, 1)
        aim = QHBoxLayout()
        aim.setSpacing(8)
        aim.addWidget(self.target_button)
        aim.addWidget(self._target)
        row.addLayout(aim)
        for pair in (self._interval, self._n):
            row.addWidget(pair)
        self.body.addLayout(row)

    def on_target(self) -> None:
        """Set its target and limits, or take them away."""
        if self._kpi:
            edit_target(self.target_button, self._services, self._kpi, self._language)

    def _name_target_button(self) -> None:
        """Its name in the language of now; it can be reached before there is a figure."""
        self.target_button.set_hint(self.tr("Set the target and the limits"))

    def show_waiting(self, card: CardData, language: str) -> None:
        """The name, before the numbers are there; its target can be set already."""
        self._kpi, self._language = card.name, language
        self._name.setText(card.label)
        self._value.setText("…")
        self._delta.setText("")
        self._versus.setText(words(card.state_text))
        for pair in (self._target, self._interval, self._n):
            pair.show_pair("", "")
        self.setAccessibleName(f"{card.label}. {words(card.state_text)}")

    def show_kpi(self, card: CardData, definition: Definition, frame: ResultFrame, style: Style) -> None:
        """The card's words at full size, and its certainty beside them."""
        self._kpi, self._language = card.name, style.language
        self._name.setText(card.label)
        has_value = bool(card.value_text)
        self._value.setText(card.value_text or NO_VALUE)
        self._delta.setText(ARROWS[card.direction] + card.delta_text if card.delta_text else "")
        self._delta.set_ink(_TONES[card.delta_is_good])
        said = [words(card.comparison_text)] if has_value else [words(card.foot)]
        if has_value and card.state == "incomplete":
            said.append(words(card.foot))
        if has_value and card.is_noise:
            said.append(self.tr("could be noise"))
        if has_value and card.state == "off_target" and card.foot != card.pace_text:
            said.append(words(card.foot))
        said.append(words(card.pace_text))
        self._versus.setText(" · ".join(part for part in said if part))
        self._name_target_button()
        target = self.tr("none")
        if card.target is not None:
            limit = self.tr("at most {value}") if definition.good == "down" else self.tr("at least {value}")
            target = say(limit, value=format_value(card.target, definition.unit.kind, style))
        self._target.show_pair(self.tr("Target"), target, "bad" if _is_missed(card, definition, frame) else "ink1")
        interval, why, n = _certainty(definition, frame, style)
        self._interval.show_pair(self.tr("95% interval"), interval, tip=why)
        self._n.show_pair(self.tr("Based on"), n)
        self.setAccessibleName(f"{card.label} {card.value_text}")


def _is_missed(card: CardData, definition: Definition, frame: ResultFrame) -> bool:
    """Whether the value misses the target; a limit may be broken all the same."""
    value = frame.value(definition.name)
    return card.state == "off_target" and None not in (value, card.target) and misses(value, card.target, definition)


def _certainty(definition: Definition, frame: ResultFrame, style: Style) -> tuple[str, str, str]:
    """The interval, or why there is none, and the number of observations."""
    series, at = frame.series.get(definition.name), frame.told_column(definition.name)
    if series is None or not series.is_computable or at is None:
        return NO_VALUE, "", NO_VALUE
    row = frame.segments.index(None)
    interval = interval_text(series, definition.unit.kind, (row, at), style)
    why = "" if interval else render(reason_of(definition, Origin.GIVEN if series.given else None))
    return interval or NO_VALUE, why, format_value(float(series.n[row, at]), "count", style.exact())
