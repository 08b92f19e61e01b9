"""A KPI card: name and state, value, change, sparkline, foot; every state of charts.card.Card."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kpidesk.charts.card import Card
from kpidesk.qt.fonts import Role, line_height
from kpidesk.qt.translation import words
from kpidesk.qt.widgets import kpi_card_painting
from kpidesk.qt.widgets.labels import set_tip
from kpidesk.qt.widgets.painting import RESTYLED, KeyFocus

LOADING_AFTER_MS = 150


class KpiCard(KeyFocus, QAbstractButton):
    """Shows one Card. ``clicked`` opens the KPI; ``link_clicked`` is the link of a card that needs data or failed."""

    link_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card: Card | None = None
        self._loading = False
        self._over_link = False
        self._takes_two_lines = False
        self._slow = QTimer(self, singleShot=True, interval=LOADING_AFTER_MS)
        self._slow.timeout.connect(self.on_slow)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(152)

    @property
    def card(self) -> Card | None:
        return self._card

    def set_card(self, card: Card) -> None:
        """Show a card at once; nothing is animated."""
        if card.state == "loading":
            self._card = self._card or card
            self._measure()
            self.set_loading()
            return
        self._slow.stop()
        self._loading = False
        if card == self._card:
            return
        self._card = card
        self._measure()
        state = words(card.state_text)
        self.setAccessibleName(". ".join(p for p in (card.label, card.value_text, card.delta_text, state) if p))
        foot = words(card.foot) if card.short_foot and words(card.foot) != state else ""
        name = f"{card.label}: {card.exact_text}" if card.exact_text else card.label
        tip = [name, state, foot, *map(words, card.notes)]
        set_tip(self, ". ".join(p for p in tip if p))
        self.update()

    @property
    def takes_two_lines(self) -> bool:
        """Whether its name is too long for one."""
        return self._takes_two_lines

    def _measure(self) -> None:
        """Once for each name and width, not at each painting: what is found concerns the cards beside it, too."""
        before = self._takes_two_lines
        self._takes_two_lines = kpi_card_painting.takes_two_lines(self.rect(), self._card)
        if self._takes_two_lines is not before:
            for each in self._row():
                each.update()

    def _row(self) -> "list[KpiCard]":
        """Itself and the cards beside it."""
        around = self.parentWidget()
        near = [self] if around is None else around.children()
        return [each for each in near if isinstance(each, KpiCard) and each.isVisible() and each.y() == self.y()]

    def set_loading(self) -> None:
        """New numbers are on their way; bars replace the old ones only if they take their time."""
        if not self._loading:
            self._slow.start()

    def forget(self) -> None:
        """Of what it shows nothing is known but the name."""
        self._slow.stop()
        self._loading = False
        if self._card is not None:
            self._card = Card(self._card.name, self._card.label, "loading")
            self.setAccessibleName(self._card.label)
            set_tip(self, self._card.label)
            self.update()

    def on_slow(self) -> None:
        """It takes longer than a blink."""
        self._loading = True
        self.update()

    def _is_on_link(self, position: QPointF) -> bool:
        card = self._card
        if card is None or card.state not in ("needs_data", "failed") or not card.link_text:
            return False
        return kpi_card_painting.link_rect(self.rect(), words(card.link_text)).contains(position)

    def sizeHint(self) -> QSize:
        lines = line_height(Role.LABEL) * 2 + line_height(Role.VALUE) + line_height(Role.MICRO)
        return QSize(184, max(136, lines + 17 + 36))

    def minimumSizeHint(self) -> QSize:
        return QSize(152, self.sizeHint().height())

    def mouseMoveEvent(self, event: QEvent) -> None:
        over = self._is_on_link(event.position())
        if over != self._over_link:
            self._over_link = over
            self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
            self.update()
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._is_on_link(event.position()):
            self.setDown(False)
            self.link_clicked.emit()
            return
        super().mouseReleaseEvent(event)

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in RESTYLED:
            self._measure()
            self.updateGeometry()
            self.update()

    def paintEvent(self, event: QEvent) -> None:
        painter = kpi_card_painting.start(self)
        is_tall = any(each.takes_two_lines for each in self._row())
        look = kpi_card_painting.CardLook(self._loading, self.underMouse(), self._over_link, self.shows_focus, is_tall)
        kpi_card_painting.paint_card(painter, self.rect(), self._card, look)
        painter.end()
