"""Settings: a row for each declared setting that is not hidden, then the rules of the workspace; all hold at once."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.qt.fonts import Role
from kpidesk.qt.signals import connect
from kpidesk.qt.translation import render, say
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.card import Card
from kpidesk.qt.widgets.labels import plain_label
from kpidesk.qt.widgets.popover import Choice, choose
from kpidesk.qt.widgets.scroll import PageScroll
from kpidesk.qt.widgets.switch import RING, Switch
from kpidesk.session.session import Session
from kpidesk.session.settings import DECLARED, Setting, Settings
from kpidesk.ui.window.page import CONTEXT_NONE, Page
from kpidesk.ui.window.rules_view import HELP_LEAST, OVERHANG, RulesView, spill

WIDEST = 720
_NAMES = {
    "system": Message(QT_TRANSLATE_NOOP("settings", "As the system")),
    "light": Message(QT_TRANSLATE_NOOP("settings", "Light")),
    "dark": Message(QT_TRANSLATE_NOOP("settings", "Dark")),
    "high_contrast_light": Message(QT_TRANSLATE_NOOP("settings", "High contrast, light")),
    "high_contrast_dark": Message(QT_TRANSLATE_NOOP("settings", "High contrast, dark")),
    "en": Message(QT_TRANSLATE_NOOP("settings", "English")),
    "zh_Hans": Message(QT_TRANSLATE_NOOP("settings", "简体中文")),
    "zh_Hant": Message(QT_TRANSLATE_NOOP("settings", "繁體中文")),
}


class _Row(QWidget):
    def __init__(self, setting: Setting[Any], settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._setting, self._settings = setting, settings
        self._label = plain_label("", Role.BODY)
        self._help = plain_label("", Role.LABEL, "ink3", wrap=True)
        self._help.setMinimumWidth(HELP_LEAST)
        self._value = self._control()
        self._value.setObjectName(f"setting.{setting.key}")
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._label)
        texts.addWidget(self._help)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, OVERHANG - (RING if isinstance(self._value, Switch) else 0), 4)
        row.addLayout(texts, 1)
        row.addWidget(self._value)
        self.renew()

    def renew(self) -> None:
        """Write it again."""
        self._label.setText(render(self._setting.label))
        self._help.setVisible(self._setting.help is not None)
        if self._setting.help is not None:
            self._help.setText(render(self._setting.help))
        value = self._settings.get(self._setting)
        if isinstance(self._value, Switch):
            self._value.setAccessibleName(render(self._setting.label))
            self._value.setChecked(bool(value))
            return
        name = self._name(value)
        self._value.setText(name)
        self._value.setAccessibleName(f"{render(self._setting.label)}: {name}")
        self._value.updateGeometry()

    def _control(self) -> Button | Switch:
        """A switch where there are only on and off, else a list."""
        if isinstance(self._settings.get(self._setting), bool):
            switch = Switch(self)
            switch.setChecked(bool(self._settings.get(self._setting)))
            switch.toggled.connect(self.on_chosen)
            return switch
        button = Button("", "secondary", height=28, parent=self)
        button.set_menu_mark(True)
        button.clicked.connect(self.on_clicked)
        return button

    def _name(self, value: object) -> str:
        if isinstance(value, int):
            return say(self.tr("{n}%"), n=value)
        return render(_NAMES[value]) if value in _NAMES else str(value)

    def on_clicked(self) -> None:
        """Choose another value."""
        choices = [Choice(value, self._name(value)) for value in self._setting.choices]
        choose(self._value, choices, self.on_chosen, current=self._settings.get(self._setting), align_right=True)

    def on_chosen(self, value: object) -> None:
        """It holds at once."""
        self._settings.set(self._setting, value)


class SettingsPage(Page):
    """Drawn from the declarations."""

    def __init__(self, settings: Settings, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent, parts=CONTEXT_NONE)
        self.setObjectName("page.settings")
        card = Card()
        card.setMaximumWidth(WIDEST)
        spill(card)
        shown = [s for s in DECLARED if not s.is_hidden]
        self._rows = [_Row(setting, settings, card) for setting in shown]
        for row in self._rows:
            card.body.addWidget(row)
        self._of_app, self._of_workspace = plain_label("", Role.TITLE), plain_label("", Role.TITLE)
        self._said = plain_label("", Role.BODY, "ink2", wrap=True)
        self._said.setMaximumWidth(WIDEST)
        scroll = PageScroll(self)
        for part in (self._of_app, card, self._of_workspace, self._said, RulesView(session, self)):
            scroll.body.addWidget(part)
        scroll.body.addStretch(1)
        self.set_content(scroll)
        connect(settings.changed, self.on_changed)
        self.retranslate()

    def on_changed(self, _: str) -> None:
        """A setting holds another value."""
        for row in self._rows:
            row.renew()

    def retranslate(self) -> None:
        self.set_title(self.tr("Settings"))
        self._of_app.setText(self.tr("The application"))
        self._of_workspace.setText(self.tr("This workspace"))
        self._said.setText(self.tr("These rules hold for all KPIs at once and are saved with the workspace."))
        for row in self._rows:
            row.renew()
