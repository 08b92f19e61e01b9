"""What a KPI means, with its numbers: sentence, formula as a tree of values, what it feeds, benchmark bands."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpidesk.core.formatting import Style, format_period, format_range, format_value
from kpidesk.core.period import Grain, Period
from kpidesk.metrics.catalogue import Catalogue, formula_of
from kpidesk.metrics.definitions import Band, Definition
from kpidesk.metrics.explanation import NumberTree
from kpidesk.metrics.formula_words import formula_words
from kpidesk.metrics.functions import lag_periods
from kpidesk.qt.fonts import Role
from kpidesk.qt.translation import render
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.card import Tile
from kpidesk.qt.widgets.flow import Flow
from kpidesk.qt.widgets.labels import ElidedLabel, plain_label

DEEPEST = 3
_FEEDS = 6


class DefinitionPanel(Tile):
    """``opened(name)``: another KPI; ``rows_asked()``: the rows behind the number."""

    opened = Signal(str)
    rows_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._said: tuple[Catalogue, Definition, Style, Grain] | None = None
        self._help = plain_label("", Role.BODY, "ink2", wrap=True)
        self._formula = plain_label("", Role.LABEL, "ink3", wrap=True)
        self._tree = QVBoxLayout()
        self._tree.setSpacing(4)
        self._rows = Button("", "secondary", "table-2", height=28)
        self._rows.clicked.connect(self.rows_asked)
        self._feeds_title = plain_label("", Role.LABEL, "ink3")
        self._feeds = QWidget(self)
        self._flow = Flow(self._feeds, gap=8)
        self._bands = plain_label("", Role.LABEL, "ink3", wrap=True)
        self._notes = plain_label("", Role.LABEL, "warn", wrap=True)
        self.content.addWidget(self._help)
        self.content.addWidget(self._formula)
        self.content.addLayout(self._tree)
        self.content.addWidget(self._notes)
        self.content.addWidget(self._rows, 0, Qt.AlignmentFlag.AlignLeft)
        self.content.addWidget(self._feeds_title)
        self.content.addWidget(self._feeds)
        self.content.addWidget(self._bands)
        self.content.addStretch(1)
        self.retranslate()

    def show_definition(self, catalogue: Catalogue, definition: Definition, style: Style, grain: Grain) -> None:
        """The words, before the numbers are there; written once, though they are told again with the numbers.

        A benchmark of a year is not shown beside the figures of months.
        """
        if self._said == (catalogue, definition, style, grain):
            return
        self._said = (catalogue, definition, style, grain)
        language = style.language
        self._help.setText(definition.help_text(language))
        said = formula_words(definition.formula, catalogue, language, QCoreApplication.translate)
        self._formula.setText(said and f"= {said}")
        self._formula.setVisible(bool(definition.formula))
        self._show_feeds(catalogue, definition, language)
        bands = [_band_text(band, definition, style) for band in definition.bands_of(grain)]
        self._bands.setText("\n".join(bands))
        self._bands.setVisible(bool(bands))

    def _show_feeds(self, catalogue: Catalogue, definition: Definition, language: str) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        direct = [n for n in catalogue.dependents(definition.name) if definition.name in catalogue.inputs(n)][:_FEEDS]
        for name in direct:
            button = Button(catalogue.get(name).label(language), "secondary", height=28, parent=self._feeds)
            button.setProperty("metric", name)
            button.clicked.connect(self.on_feed)
            self._flow.addWidget(button)
            button.show()
        self._feeds.setVisible(bool(direct))
        self._feeds_title.setVisible(bool(direct))
        self._feeds.updateGeometry()

    def show_tree(self, tree: NumberTree, catalogue: Catalogue, style: Style, period: Period | None = None) -> None:
        """The numbers behind the value of a period; those of another period say of which they are."""
        self._clear_tree()
        for depth, node, at in _walk(tree, 0, period, catalogue):
            label = catalogue.get(node.name).label(style.language)
            label += f" · {format_period(at, style)}" if at is not None and at != period else ""
            value = format_value(node.value, node.unit.kind, style.exact())
            self._tree.addWidget(_line(depth, label, value, is_strong=depth == 0))
        notes = [render(note) for note in tree.notes]
        if tree.value is None and tree.why is not None:
            notes.append(render(tree.why))
        self._notes.setText("\n".join(notes))
        self._notes.setVisible(bool(notes))
        self._rows.setEnabled(tree.value is not None)
        self._rows.show()

    def clear_numbers(self, *, is_lacking: bool = False) -> None:
        """The numbers of before are not those of now; where the data give none, no rows are behind them either."""
        self._clear_tree()
        self._notes.hide()
        self._rows.setEnabled(False)
        self._rows.setVisible(not is_lacking)

    def _clear_tree(self) -> None:
        while (item := self._tree.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def on_feed(self) -> None:
        """A KPI that this one feeds."""
        self.opened.emit(str(self.sender().property("metric")))

    def retranslate(self) -> None:
        """Texts in the language of now."""
        self.set_texts(self.tr("Definition"))
        self._feeds_title.setText(self.tr("Feeds"))
        self._rows.setText(self.tr("Rows behind it"))
        self._rows.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _band_text(band: Band, definition: Definition, style: Style) -> str:
    """``5–7%: normal for enterprise SaaS, a year``."""
    kind, label = definition.unit.kind, band.label.get(style.language, band.label["en"])
    if band.low is not None and band.high is not None:
        figures = format_range(band.low, band.high, kind, style)
    elif band.low is not None:
        figures = f"≥ {format_value(band.low, kind, style)}"
    else:
        figures = f"< {format_value(band.high, kind, style)}"
    return f"{figures}：{label}" if style.is_chinese else f"{figures}: {label}"


def _walk(
    tree: NumberTree, depth: int, at: Period | None, catalogue: Catalogue
) -> Iterator[tuple[int, NumberTree, Period | None]]:
    """Every number with how deep it stands and of which period it is: a formula may read an earlier one."""
    yield depth, tree, at
    if depth < DEEPEST:
        formula = None if at is None else formula_of(catalogue.get(tree.name), at.grain)
        before = at if at is None or formula is None else at.shifted(-lag_periods(formula, at.grain))
        for part in tree.parts:
            yield from _walk(part, depth + 1, before, catalogue)


def _line(depth: int, label: str, value: str, *, is_strong: bool) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(16 * depth, 0, 0, 0)
    row.setSpacing(8)
    role = Role.STRONG if is_strong else Role.BODY
    row.addWidget(ElidedLabel(label, role, "ink1" if is_strong else "ink2"), 1)
    row.addWidget(plain_label(value, role))
    return line
