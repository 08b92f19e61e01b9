"""What customers wrote: a list that can be narrowed by word, by zone of the score, and by release."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kpidesk.charts.figure import Axis, Figure, Table
from kpidesk.charts.figure import Column as NumberColumn
from kpidesk.core.formatting import NO_VALUE, Style, format_date, format_value
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.metrics.survey_answers import Comment, Comments
from kpidesk.qt.translation import render, say
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.card import Tile
from kpidesk.qt.widgets.data_table import DataTable
from kpidesk.qt.widgets.popover import Choice, choose
from kpidesk.qt.widgets.search_box import TextBox
from kpidesk.qt.widgets.segmented import Segmented
from kpidesk.qt.widgets.table_model import Cell, Column, TableView

ALL, PROMOTERS, PASSIVES, DETRACTORS = "all", "promoters", "passives", "detractors"
_ZONES = {PROMOTERS: (9.0, 10.0), PASSIVES: (7.0, 8.9), DETRACTORS: (0.0, 6.9)}
_NPS, _OTHERS = MetricName("nps"), (MetricName("csat"), MetricName("ces"))
_SHOWN = 200
_TEXTS = {
    "day": Message(QT_TRANSLATE_NOOP("voice", "Date")),
    "score": Message(QT_TRANSLATE_NOOP("voice", "Score")),
    "comment": Message(QT_TRANSLATE_NOOP("voice", "Comment")),
    "version": Message(QT_TRANSLATE_NOOP("voice", "Release")),
}


def narrowed(comments: Sequence[Comment], word: str, zone: str, version: str = "") -> tuple[Comment, ...]:
    """The comments with this word (case aside), a score of this zone of NPS, of this release."""
    low, high = _ZONES.get(zone, (-1.0, 99.0))
    needle = word.strip().casefold()
    return tuple(
        each
        for each in comments
        if needle in each.text.casefold()
        and (zone == ALL or low <= each.scores.get(_NPS, -1.0) <= high)
        and (not version or each.version == version)
    )


class CommentsTile(Tile):
    """The comments, the latest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._comments, self._style = Comments(), Style()
        self._version = ""
        self._zone = Segmented(height=24)
        self._zone.chosen.connect(self.on_narrowed)
        self._word = TextBox(self, icon="search", height=28)
        self._word.textChanged.connect(self.on_narrowed)
        self._release = Button("", "secondary", height=28)
        self._release.set_menu_mark(True)
        self._release.clicked.connect(self.on_release_menu)
        self.head.addWidget(self._zone)
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self._word, 1)
        bar.addWidget(self._release)
        self._table = DataTable(self)
        self.content.addLayout(bar)
        self.content.addWidget(self._table, 1)
        self.content.addStretch(0)
        self.retranslate()

    @property
    def figure(self) -> Figure:
        """The comments that are shown as a table to take away."""
        found = self._found()
        columns = tuple(NumberColumn(_TEXTS[name], role="label") for name in ("day", "comment", "version"))
        rows = tuple((each.day.isoformat() if each.day else "", each.text, each.version) for each in found)
        nowhere = Axis(0.0, 1.0, ())
        return Figure("table", (), nowhere, nowhere, self.tr("Comments"), table=Table(columns, rows, self._style))

    def show_comments(self, comments: Comments, style: Style) -> None:
        """Other comments; what narrows the list stays where it can."""
        self._comments, self._style = comments, style
        versions = {each.version for each in comments.latest}
        if self._version not in versions:
            self._version = ""
        self._release.setVisible(len(versions - {""}) > 1)
        self._zone.setVisible(any(_NPS in each.scores for each in comments.latest))
        self.on_narrowed()

    def focus_search(self) -> None:
        """Find on the page."""
        self._word.setFocus()
        self._word.selectAll()

    def _found(self) -> tuple[Comment, ...]:
        zone = ALL if self._zone.isHidden() else self._zone.current or ALL
        return narrowed(self._comments.latest, self._word.text(), zone, self._version)

    def on_narrowed(self, _: str = "") -> None:
        """Show what passes."""
        found = self._found()
        texts = {name: render(text) for name, text in _TEXTS.items()}
        columns = (
            Column(texts["day"], stretch=0),
            Column(texts["score"], is_number=True, stretch=0),
            Column(texts["comment"], widest=2000),
            Column(texts["version"], stretch=0),
        )
        rows = tuple(self._line(each) for each in found[:_SHOWN])
        self._table.set_table(TableView(columns, rows))
        count = say(self.tr("{n} of {total} {total|comment|comments}"), n=len(found), total=self._comments.total)
        self.set_texts(self.tr("Comments"), count)
        self._release.setText(self._version or self.tr("All releases"))
        self._release.updateGeometry()

    def _line(self, each: Comment) -> tuple[Cell, ...]:
        score = next((each.scores[name] for name in (_NPS, *_OTHERS) if name in each.scores), None)
        day = NO_VALUE if each.day is None else format_date(each.day, self._style)
        shown = (
            Cell(NO_VALUE) if score is None else Cell(format_value(score, "number", self._style.exact()), order=score)
        )
        order = None if each.day is None else float(each.day.toordinal())
        return (Cell(day, "ink2", order=order), shown, Cell(each.text, tip=each.text), Cell(each.version, "ink2"))

    def on_release_menu(self) -> None:
        """Of which release."""
        versions = sorted({each.version for each in self._comments.latest} - {""}, reverse=True)
        choices = [Choice("", self.tr("All releases")), *(Choice(each, each) for each in versions)]
        choose(self._release, choices, self.on_release, current=self._version)

    def on_release(self, version: object) -> None:
        """A release was chosen."""
        self._version = str(version)
        self.on_narrowed()

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self._zone.set_choices(
            [
                (ALL, self.tr("All")),
                (PROMOTERS, self.tr("Promoters")),
                (PASSIVES, self.tr("Passives")),
                (DETRACTORS, self.tr("Detractors")),
            ]
        )
        self._word.setPlaceholderText(self.tr("Find a word"))
        self._word.setAccessibleName(self.tr("Find a word"))
        self.on_narrowed()

    def resizeEvent(self, event: QEvent) -> None:
        super().resizeEvent(event)
        self._table.fill(self.content)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
