"""At the top of a board: what changed since last time, each sentence leading to Why."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpidesk.analysis.news import (
    News,
    can_compare,
    compared_since,
    furthest_usual,
    headline,
    is_any_signal,
    news_of,
    remarks,
)
from kpidesk.charts.labels import change_text
from kpidesk.core.formatting import Style, format_period
from kpidesk.core.ids import MetricName
from kpidesk.core.period import Period
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.frame import ResultFrame
from kpidesk.qt.fonts import Role
from kpidesk.qt.theme import theme
from kpidesk.qt.translation import render, say
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.card import Tile
from kpidesk.qt.widgets.empty_state import IconSpot
from kpidesk.qt.widgets.labels import plain_label
from kpidesk.qt.widgets.popover import Choice, choose

SHOWN, SHOWN_NARROW = 3, 2
_BETWEEN = 32


class NewsStrip(Tile):
    """``asked(argument)`` for the page Why: a KPI and two periods."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._news: tuple[News, ...] = ()
        self._usual: News | None = None
        self._since: Period | None = None
        self._is_coloured = False
        self._narrow = False
        self._all = Button("", "link", height=28)
        self._all.clicked.connect(self.on_all)
        self.head.addWidget(self._all)
        row = QHBoxLayout()
        row.setSpacing(_BETWEEN)
        self._items = [_Item(self) for _ in range(SHOWN)]
        for item in self._items:
            item.asked.connect(self.asked)
            row.addWidget(item, 1)
        self._calm = plain_label("", Role.BODY, "ink2", wrap=True, parent=self)
        row.addWidget(self._calm, 1)
        self.content.addLayout(row)
        self._shown: tuple[ResultFrame, Catalogue, Style] | None = None
        self.hide()

    def show_moves(
        self,
        names: Sequence[MetricName],
        since: Period | None,
        frame: ResultFrame,
        catalogue: Catalogue,
        style: Style,
    ) -> None:
        """How these KPIs moved since a period; nothing where none of them can be compared."""
        news, self._since = news_of(frame, catalogue, names, since), since
        self._usual = None if news else furthest_usual(frame, names, since)
        self._is_coloured = not news and is_any_signal(frame, catalogue, names, since)
        if news or can_compare(frame, names, since):
            self.show_news(news, frame, catalogue, style)
        else:
            self._news, self._shown = (), None
            self.hide()

    def show_news(self, news: tuple[News, ...], frame: ResultFrame, catalogue: Catalogue, style: Style) -> None:
        """The furthest first; nothing beyond the usual is said too."""
        self._news, self._shown = news, (frame, catalogue, style)
        at = frame.last_complete
        if at is None or at < 1:
            self.hide()
            return
        since = news[0].first if news else compared_since(frame, self._since)
        self.set_texts(say(self.tr("What changed since {period}"), period=format_period(since, style)))
        self._calm.setText(self._calm_text(catalogue, style))
        self._calm.setVisible(not news)
        self._all.setText(say(self.tr("See all {n}"), n=len(news)))
        self._all.updateGeometry()
        for place, item in enumerate(self._items):
            item.setVisible(place < min(len(news), SHOWN_NARROW if self._narrow else SHOWN))
        for item, each in zip(self._items, news, strict=False):
            glue = "" if style.is_chinese else " "
            text = glue.join(render(part) for part in remarks(each, frame, catalogue, style))
            item.show_news(each, render(headline(each, catalogue, style)), text)
        self._all.setVisible(len(news) > (SHOWN_NARROW if self._narrow else SHOWN))
        self.show()

    def _calm_text(self, catalogue: Catalogue, style: Style) -> str:
        """That nothing is beyond the usual, and how far that goes: a large move may still be within it."""
        usual = self._usual
        if usual is None:
            return self.tr("No figure of this board left its usual course.")
        definition = catalogue.get(usual.kpi)
        change = change_text(usual.after, usual.before, definition.unit.kind, style)
        text = self.tr(
            "No figure of this board left its usual swings: even the furthest, {name} ({change}), is within them."
        )
        if usual.record and usual.after < usual.before:
            text = self.tr(
                "No figure of this board left its usual swings, but the furthest, {name} ({change}), is at its"
                " lowest in {n} periods."
            )
        elif usual.record:
            text = self.tr(
                "No figure of this board left its usual swings, but the furthest, {name} ({change}), is at its"
                " highest in {n} periods."
            )
        said = say(text, name=definition.label(style.language), change=change, n=usual.record)
        if not self._is_coloured:
            return said
        coloured = self.tr("Changes in colour are more than chance, but no more than these figures usually move.")
        return f"{said}{'' if style.is_chinese else ' '}{coloured}"

    def set_narrow(self, narrow: bool) -> None:
        """Two sentences instead of three."""
        self._narrow = narrow
        if self._shown is not None and self._news:
            self.show_news(self._news, *self._shown)

    def paintEvent(self, event: QEvent) -> None:
        """A line between each two of them."""
        super().paintEvent(event)
        shown = [item.geometry() for item in self._items if not item.isHidden()]
        painter = QPainter(self)
        for place in shown[1:]:
            painter.fillRect(place.left() - _BETWEEN // 2, place.top(), 1, place.height(), theme().colour("hair"))
        painter.end()

    def on_all(self) -> None:
        """All of them as a list."""
        if self._shown is not None:
            _, catalogue, style = self._shown
            choices = [Choice(argument_of(each), render(headline(each, catalogue, style))) for each in self._news]
            choose(self._all, choices, self.on_chosen, align_right=True, placeholder=self.tr("Search"))

    def on_chosen(self, argument: object) -> None:
        """One of the list."""
        self.asked.emit(str(argument))

    def retranslate(self) -> None:
        """Texts in the language of now."""
        for item in self._items:
            item.retranslate()
        if self._shown is not None:
            self.show_news(self._news, *self._shown)


def argument_of(news: News) -> str:
    """What the page Why is opened with."""
    return f"{news.kpi}:{news.first}:{news.last}"


class _Item(QWidget):
    """One sentence in 600, what stands beside it, and the way to Why."""

    asked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._argument = ""
        self._mark = IconSpot("trending-up", size=16, parent=self)
        self._head = plain_label("", Role.STRONG, wrap=True, parent=self)
        self._rest = plain_label("", Role.BODY, "ink2", wrap=True, parent=self)
        self._why = Button("", "link", height=20, parent=self)
        self._why.clicked.connect(self.on_why)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._rest)
        column.addStretch(1)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        row.addWidget(self._why, 0, Qt.AlignmentFlag.AlignTop)

    def show_news(self, news: News, head: str, rest: str) -> None:
        """Another sentence."""
        ink = "warn" if news.is_good is None else "good" if news.is_good else "bad"
        self._mark.set_icon("trending-up" if news.change > 0 else "trending-down", ink)
        self._argument = argument_of(news)
        self._head.setText(head)
        self._rest.setText(rest)
        self._rest.setVisible(bool(rest))
        self.retranslate()

    def retranslate(self) -> None:
        """The link's word."""
        self._why.setText(self.tr("Why?"))
        self._why.setAccessibleName(f"{self._why.text()} {self._head.text()}")
        self._why.updateGeometry()

    def on_why(self) -> None:
        """The link."""
        self.asked.emit(self._argument)
