"""The right panel: what needs attention, each with its place; why something was guessed; what will come of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from kpidesk.core.findings import Finding, Level, Location
from kpidesk.core.formatting import format_value
from kpidesk.qt.fonts import Role
from kpidesk.qt.translation import in_sentences, render, say, style
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.card import Tile
from kpidesk.qt.widgets.chip import Badge
from kpidesk.qt.widgets.empty_state import IconSpot
from kpidesk.qt.widgets.labels import plain_label

WIDTH = 272
LEVELS = {
    Level.BLOCKER: ("circle-x", "bad"),
    Level.WARNING: ("triangle-alert", "warn"),
    Level.NOTE: ("info", "ink2"),
}
ORDER = (Level.BLOCKER, Level.WARNING, Level.NOTE)
_MOST, _MOST_PLACES = 40, 3


class PlaceLink(Button):
    """A place in a sheet, to be gone to."""

    def __init__(self, place: Location, label: str, parent: QWidget | None = None) -> None:
        super().__init__(label, "link", height=24, parent=parent)
        self.place = place


class FindingLine(QWidget):
    """One finding: how grave, the sentence, what to do, and its places as links. ``place_asked(Location)``."""

    place_asked = Signal(object)

    def __init__(self, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = framed(self, *LEVELS[finding.level])
        column.addWidget(plain_label(in_sentences((render(finding.message),)), Role.BODY, "ink1", wrap=True))
        if finding.hint is not None:
            column.addWidget(plain_label(in_sentences((render(finding.hint),)), Role.LABEL, "ink2", wrap=True))
        places = [place for place in (finding.where, *finding.samples) if place is not None]
        row = QHBoxLayout()
        row.setSpacing(8)
        for place in list(dict.fromkeys(places))[:_MOST_PLACES]:
            if place.row is None and place.column is None:
                continue
            link = PlaceLink(place, self._words(place, is_first=row.count() == 0))
            link.setAccessibleName(say(self.tr("Go to {place}"), place=str(place)))
            link.clicked.connect(self.on_link)
            row.addWidget(link)
        if row.count():
            row.addStretch(1)
            column.addLayout(row)
        elif places:
            column.addWidget(plain_label(whole_place(places[0]), Role.MICRO, "ink3", wrap=True))

    def _words(self, place: Location, *, is_first: bool) -> str:
        """A place, the further ones without their sheet; of a whole row its number alone says too little."""
        sheet, _, cell = str(place).rpartition("!")
        if place.column is None and place.row is not None:
            text = self.tr("{sheet}, row {row}") if sheet and is_first else self.tr("row {row}")
            return say(text, sheet=sheet, row=cell)
        return str(place) if is_first else cell

    def on_link(self) -> None:
        """Go there."""
        self.place_asked.emit(self.sender().place)


def whole_place(place: Location) -> str:
    """``book.xlsx › Sheet1``, for what concerns a whole sheet or file."""
    return f"{place.file} › {place.sheet}" if place.file and place.sheet else str(place)


def framed(widget: QWidget, icon: str, ink: str) -> QVBoxLayout:
    """A column of words beside an icon."""
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(IconSpot(icon, ink, 16), 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(2)
    row.addLayout(words, 1)
    return words


class FindingsPanel(Tile):
    """Findings of one sheet, the gravest first. ``place_asked(Location)``."""

    place_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._badge = Badge("", "warn")
        self.head.addWidget(self._badge)
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.content.addWidget(self._scroll, 1)
        inside = QWidget(self._scroll)
        inside.setAutoFillBackground(False)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(6)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(12)
        self._why = plain_label("", Role.HEADING, "ink1", wrap=True)
        self._reasons = QVBoxLayout()
        self._reasons.setSpacing(6)
        column.addLayout(self._lines)
        column.addSpacing(18)
        column.addWidget(self._why)
        column.addLayout(self._reasons)
        column.addStretch(1)
        self._scroll.setWidget(inside)
        self._scroll.viewport().setAutoFillBackground(False)
        self._promise = plain_label("", Role.BODY, "ink2", wrap=True)
        self.content.addWidget(self._promise)
        self._why.hide()
        self._promise.hide()
        self.setFixedWidth(WIDTH)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these; none is a good word too."""
        clear(self._lines)
        column = self._lines
        ordered = sorted(findings, key=lambda finding: ORDER.index(finding.level))
        for finding in ordered[:_MOST]:
            line = FindingLine(finding)
            line.place_asked.connect(self.place_asked)
            column.addWidget(line)
        if len(ordered) > _MOST:
            more = say(self.tr("and {n} more"), n=format_value(len(ordered) - _MOST, "count", style().exact()))
            column.addWidget(plain_label(more, Role.LABEL, "ink3"))
        if not ordered:
            fine = QWidget()
            sentence = self.tr("Nothing to look at. If a row further down cannot be read, the import will say so.")
            framed(fine, "circle-check", "good").addWidget(plain_label(sentence, Role.BODY, "ink1", wrap=True))
            column.addWidget(fine)
        grave = sum(finding.level is not Level.NOTE for finding in ordered)
        self._badge.setVisible(bool(grave))
        self._badge.set_badge(say(self.tr("{n} to check"), n=grave), "warn")
        self.set_texts(self.tr("To look at"))

    def show_reasons(self, title: str, reasons: Sequence[str]) -> None:
        """Why something was guessed; () hides the part."""
        clear(self._reasons)
        self._why.setText(title)
        self._why.setVisible(bool(reasons))
        for i, reason in enumerate(reasons):
            self._reasons.addWidget(plain_label(reason, Role.BODY if i == 0 else Role.LABEL, "ink2", wrap=True))

    def show_promise(self, text: str) -> None:
        """What will come of the import; '' hides it."""
        self._promise.setText(text)
        self._promise.setVisible(bool(text))


def clear(layout: QLayout) -> None:
    """Take all widgets out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
