"""A KPI of the user's own: its name, its formula with a live check, which way is good, its target."""

import re
from dataclasses import replace

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kpidesk.core.ids import MetricName
from kpidesk.core.typed_numbers import number_to_type, typed_number
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.custom import CustomKpi, check_custom
from kpidesk.metrics.formula import FormulaError
from kpidesk.qt.fonts import Role
from kpidesk.qt.translation import language, render, say
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.card import Tile
from kpidesk.qt.widgets.labels import plain_label
from kpidesk.qt.widgets.scroll import MARGIN, MARGIN_NARROW
from kpidesk.qt.widgets.search_box import TextBox
from kpidesk.qt.widgets.segmented import Segmented
from kpidesk.ui.metrics.formula_box import FormulaBox

_WIDEST = 720


class CustomEditor(QWidget):
    """``saved(CustomKpi)``, ``removed(name)``, ``left()``."""

    saved = Signal(object)
    removed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue: Catalogue | None = None
        self._kpi: CustomKpi | None = None
        self._spoken = "en"
        self._name, self._formula, self._target = TextBox(self), FormulaBox(self), TextBox(self)
        self._shown, self._good = Segmented((), self), Segmented((), self)
        self._labels = [plain_label("", Role.LABEL, "ink2") for _ in range(5)]
        self._verdict = plain_label("", Role.BODY, "ink3", wrap=True)
        self._save, self._cancel = Button("", "primary"), Button("", "secondary")
        self._remove = Button("", "ghost", "trash-2")
        self._tile = Tile("", self)
        self._tile.setMaximumWidth(_WIDEST)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        for row, field in enumerate((self._name, self._formula, self._shown, self._good, self._target)):
            grid.addWidget(self._labels[row], row if row < 2 else row + 1, 0)
            grid.addWidget(field, row if row < 2 else row + 1, 1)
        grid.addWidget(self._verdict, 2, 1)
        self._tile.content.addLayout(grid)
        buttons = QHBoxLayout()
        buttons.addWidget(self._remove)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._save)
        self._tile.content.addLayout(buttons)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._tile)
        self._column.addStretch(1)
        for box in (self._name, self._formula, self._target):
            box.textChanged.connect(self.on_edited)
        self._formula.textEdited.connect(self.on_edited)
        self._formula.editingFinished.connect(self.on_edited)
        self._shown.chosen.connect(self.on_edited)
        self._save.clicked.connect(self.on_save)
        self._cancel.clicked.connect(self.left)
        self._remove.clicked.connect(self.on_remove)
        self.set_narrow(False)
        self.retranslate()

    def edit(self, catalogue: Catalogue, kpi: CustomKpi | None) -> None:
        """Begin with a KPI, or with nothing; ``catalogue`` is without it."""
        self._catalogue, self._kpi = catalogue, kpi
        self._formula.set_catalogue(catalogue)
        labels = {} if kpi is None else kpi.labels
        self._spoken = language() if language() in labels else next(iter(labels), "en")
        self._name.setText("" if kpi is None else labels.get(self._spoken, str(kpi.name)))
        self._formula.setText("" if kpi is None else kpi.formula)
        self._target.setText("" if kpi is None else number_to_type(kpi.target, self._kind(kpi)))
        self._good.set_current("up" if kpi is None else kpi.good)
        self._shown.set_current("share" if kpi is not None and kpi.unit == "share" else "")
        self._remove.setVisible(kpi is not None)
        self.retranslate()
        self._name.setFocus()

    def on_edited(self) -> None:
        """Check it as it stands."""
        kpi = self._made()
        problem = self._problem(kpi)
        empty = not self._formula.text().strip()
        if problem and self._formula.offers:  # a name is still being typed
            self._formula.set_tone("")
            self._verdict.setText("")
            self._save.disable(self.tr("A name and a formula without errors are needed."))
            return
        self._formula.set_tone("bad" if problem and not empty else "")
        self._verdict.set_ink("ink3" if empty else "bad" if problem else "good")
        if empty:
            self._verdict.setText(self.tr("Such as mrr / active_customers or revenue / previous(revenue) - 1"))
        else:
            self._verdict.setText(problem or self._unit(kpi))
        if problem or empty or not self._name.text().strip():
            self._save.disable(self.tr("A name and a formula without errors are needed."))
        else:
            self._save.setEnabled(True)
            self._save.set_hint("")

    def on_save(self) -> None:
        """Keep it."""
        kpi = self._made()
        if not self._problem(kpi) and self._name.text().strip():
            self.saved.emit(kpi)

    def on_remove(self) -> None:
        """Take it away."""
        if self._kpi is not None:
            self.removed.emit(self._kpi.name)

    def _problem(self, kpi: CustomKpi) -> str:
        """What is wrong, and what was perhaps meant; '' for nothing."""
        if self._catalogue is None:
            return ""
        if self._target.text().strip() and kpi.target is None:
            return self.tr("The target is no number.")
        try:
            check_custom(kpi, self._catalogue)
        except FormulaError as error:
            text = self.tr("Place {place}: {problem} {hint}")
            hint = "" if error.hint is None else render(error.hint)
            return say(text, place=error.position + 1, problem=render(error.message), hint=hint).strip()
        return ""

    def _unit(self, kpi: CustomKpi) -> str:
        if self._catalogue is None:
            return ""
        unit = check_custom(kpi, self._catalogue)[-1].unit
        return say(self.tr("Good: it gives {unit}. Its id is {name}."), unit=str(unit), name=kpi.name)

    def _made(self) -> CustomKpi:
        label = self._name.text().strip()
        name = self._kpi.name if self._kpi is not None else self._free_name(label)
        kpi = CustomKpi(
            name,
            {**({} if self._kpi is None else self._kpi.labels), self._spoken: label or str(name)},
            self._formula.text().strip(),
            self._shown.current or (self._kpi.unit if self._kpi is not None and self._kpi.unit != "share" else ""),
            self._good.current if self._good.current in ("up", "down", "none") else "up",
            None,
            None if self._kpi is None else self._kpi.alert_below,
            None if self._kpi is None else self._kpi.alert_above,
        )
        return replace(kpi, target=typed_number(self._target.text(), self._kind(kpi)))

    def _kind(self, kpi: CustomKpi) -> str:
        """In what its target is typed: a share in percent, be it one by its formula alone."""
        if kpi.unit or self._catalogue is None:
            return kpi.unit
        try:
            return check_custom(kpi, self._catalogue)[-1].unit.kind
        except FormulaError:
            return ""

    def _free_name(self, label: str) -> MetricName:
        """An id made of the label's plain letters that nothing else has."""
        base = re.sub(r"[^a-z0-9]+", "_", label.casefold()).strip("_")[:40]
        base = base if base and base[0].isalpha() else f"kpi_{base}".rstrip("_")
        name, number = base, 2
        while self._catalogue is not None and name in self._catalogue:
            name, number = f"{base}_{number}", number + 1
        return MetricName(name)

    def set_narrow(self, narrow: bool) -> None:
        """Smaller margins."""
        margin = MARGIN_NARROW if narrow else MARGIN
        self._column.setContentsMargins(margin, 16, margin, 16)

    def retranslate(self) -> None:
        """Texts in the language of now."""
        texts = (self.tr("Name"), self.tr("Formula"), self.tr("Shown as"), self.tr("Good is"), self.tr("Target"))
        fields = (self._name, self._formula, self._shown, self._good, self._target)
        for label, box, words in zip(self._labels, fields, texts, strict=True):
            label.setText(words)
            box.setAccessibleName(words)
        self._target.setPlaceholderText(self.tr("none"))
        chosen, shown = self._good.current, self._shown.current
        self._shown.set_choices([("", self.tr("Its unit")), ("share", self.tr("Percent"))])
        self._shown.set_current(shown)
        self._good.set_choices([("up", self.tr("More")), ("down", self.tr("Less")), ("none", self.tr("Neither"))])
        self._good.set_current(chosen or "up")
        self._tile.set_texts(self.tr("New KPI") if self._kpi is None else self.tr("Your KPI"))
        self._save.setText(self.tr("Save"))
        self._cancel.setText(self.tr("Cancel"))
        self._remove.setText(self.tr("Remove"))
        self.on_edited()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
