"""The rules of the workspace: a card a section, a row a rule, drawn from their declarations."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpidesk.core.errors import UserError
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.qt.fonts import Role
from kpidesk.qt.signals import connect
from kpidesk.qt.translation import render
from kpidesk.qt.widgets.card import Card
from kpidesk.qt.widgets.check_box import TRAIL, CheckBox
from kpidesk.qt.widgets.labels import plain_label
from kpidesk.qt.widgets.search_box import TextBox
from kpidesk.qt.widgets.switch import RING, Switch
from kpidesk.session.change import Change
from kpidesk.session.commands.view import SetRules
from kpidesk.session.rule_fields import Kind, RuleField, RuleSection, parsed, text_of, value_of, with_value
from kpidesk.session.rule_sections import SECTIONS
from kpidesk.session.session import Session

WIDEST = 720
OVERHANG = TRAIL
"""How far a control may reach over the right edge of the others: the room of its ring is not seen."""
HELP_LEAST = 390
"""Else the page takes the height of helps that are wrapped word by word, and ends far below its last card."""
_NARROW, _SAYING, _WIDE = 96, 176, 280
_WIDE_KINDS = (Kind.WORDS, Kind.RATES, Kind.DAYS)
_DAYS = (
    Message(QT_TRANSLATE_NOOP("rules", "Mon")),
    Message(QT_TRANSLATE_NOOP("rules", "Tue")),
    Message(QT_TRANSLATE_NOOP("rules", "Wed")),
    Message(QT_TRANSLATE_NOOP("rules", "Thu")),
    Message(QT_TRANSLATE_NOOP("rules", "Fri")),
    Message(QT_TRANSLATE_NOOP("rules", "Sat")),
    Message(QT_TRANSLATE_NOOP("rules", "Sun")),
)


class _Row(QWidget):
    """Label and help left, what is filled in right; a value that is refused stays, with the reason under it."""

    def __init__(self, field: RuleField, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._field, self._session = field, session
        self._label = plain_label("", Role.BODY)
        self._help = plain_label("", Role.LABEL, "ink3", wrap=True)
        self._help.setMinimumWidth(HELP_LEAST)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._label)
        texts.addWidget(self._help)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 4, OVERHANG, 4)
        self._row.setSpacing(16)
        self._row.addLayout(texts, 1)

    def renew(self) -> None:
        """Write it again."""
        self._label.setText(render(self._field.label))
        self._say_help(self._field.help)
        self._show(render(self._field.label))

    def _show(self, name: str) -> None:
        raise NotImplementedError  # each kind of field has its own; Qt's metaclass leaves none for abc

    def _say_help(self, message: Message | None, ink: str = "ink3") -> None:
        self._help.setVisible(message is not None)
        self._help.set_ink(ink)
        if message is not None:
            self._help.setText(render(message))

    def _take(self, value: object) -> None:
        rules = self._session.document.rules
        if value != value_of(rules, self._field):
            self._session.execute(SetRules(with_value(rules, self._field, value)))


class _TextRow(_Row):
    def __init__(self, field: RuleField, session: Session, parent: QWidget) -> None:
        super().__init__(field, session, parent)
        self._box = TextBox(self, height=28)
        self._box.setObjectName(f"rule.{field.path}")
        width = _WIDE if field.kind in _WIDE_KINDS else _NARROW if field.empty is None else _SAYING
        self._box.setFixedWidth(width)
        self._box.editingFinished.connect(self.on_typed)
        self._row.addWidget(self._box, 0, Qt.AlignmentFlag.AlignVCenter)

    def _show(self, name: str) -> None:
        if self._box.hasFocus() and self._box.isModified():
            return
        self._box.setText(text_of(self._session.document.rules, self._field))
        self._box.setCursorPosition(0)
        self._box.set_tone("")
        self._box.setAccessibleName(name)
        self._box.setPlaceholderText(render(self._field.empty) if self._field.empty is not None else "")

    def on_typed(self) -> None:
        """Enter, or the focus goes on: it holds at once, or says what is wanted."""
        if self._box.text() == text_of(self._session.document.rules, self._field):
            self._settle()
            return
        try:
            self._take(parsed(self._field, self._box.text()))
        except UserError as error:
            self._box.set_tone("bad")
            self._say_help(error.message, "bad")
        else:
            self._settle()

    def _settle(self) -> None:
        """What is in the box counts: write it as it is kept."""
        self._box.setModified(False)
        self.renew()


class _SwitchRow(_Row):
    def __init__(self, field: RuleField, session: Session, parent: QWidget) -> None:
        super().__init__(field, session, parent)
        self._row.setContentsMargins(0, 4, OVERHANG - RING, 4)
        self._box = Switch(self)
        self._box.setObjectName(f"rule.{field.path}")
        self._box.clicked.connect(self._take)
        self._row.addWidget(self._box, 0, Qt.AlignmentFlag.AlignVCenter)

    def _show(self, name: str) -> None:
        self._box.setChecked(bool(value_of(self._session.document.rules, self._field)))
        self._box.setAccessibleName(name)


class _WeekdaysRow(_Row):
    def __init__(self, field: RuleField, session: Session, parent: QWidget) -> None:
        super().__init__(field, session, parent)
        self._boxes = [CheckBox(parent=self) for _ in _DAYS]
        for day, box in enumerate(self._boxes):
            box.setObjectName(f"rule.{field.path}.{day}")
            box.clicked.connect(self.on_day)
            self._row.addWidget(box, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.setSpacing(4)
        self._row.setContentsMargins(0, 4, OVERHANG - TRAIL, 4)

    def _show(self, name: str) -> None:
        chosen = value_of(self._session.document.rules, self._field)
        assert isinstance(chosen, tuple)
        for day, box in enumerate(self._boxes):
            box.setText(render(_DAYS[day]))
            box.setAccessibleName(f"{name}: {render(_DAYS[day])}")
            box.setChecked(day in chosen)
            box.updateGeometry()

    def on_day(self) -> None:
        """The desk is open on a day, or it is not; some day it is."""
        days = tuple(day for day, box in enumerate(self._boxes) if box.isChecked())
        if days:
            self._take(days)
        else:
            self.renew()


def spill(card: Card) -> None:
    """Give the rows of a card the room in which they may reach over their right edge."""
    margins = card.body.contentsMargins()
    margins.setRight(margins.right() - OVERHANG)
    card.body.setContentsMargins(margins)


class RulesView(QWidget):
    """Every change is a step that can be undone, and all numbers follow it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self._titles = [(plain_label("", Role.HEADING), section) for section in SECTIONS]
        self._rows: list[_Row] = []
        for title, section in self._titles:
            card = Card(self)
            card.setMaximumWidth(WIDEST)
            spill(card)
            card.body.setSpacing(4)
            card.body.addWidget(title)
            for row in self._new_rows(section, session, card):
                card.body.addWidget(row)
            column.addWidget(card)
        connect(session.changed, self.on_changed)
        self.retranslate()

    def _new_rows(self, section: RuleSection, session: Session, card: QWidget) -> list[_Row]:
        kinds = {Kind.SWITCH: _SwitchRow, Kind.WEEKDAYS: _WeekdaysRow}
        rows = [kinds.get(field.kind, _TextRow)(field, session, card) for field in section.fields]
        self._rows += rows
        return rows

    def on_changed(self, change: Change) -> None:
        """Another step, or one back: the rules may hold something else."""
        if "rules" in change.settings or change.moves_data:
            self.retranslate()

    def retranslate(self) -> None:
        """Texts and values of now."""
        for title, section in self._titles:
            title.setText(render(section.title))
        for row in self._rows:
            row.renew()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
