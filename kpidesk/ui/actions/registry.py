"""All actions, and Qt's actions made of them: one QAction each, shared by menus, shortcuts and buttons."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.qt.icons import icon
from kpidesk.qt.translation import render
from kpidesk.qt.widgets.menu import Menu
from kpidesk.session.settings import LETTER_KEYS
from kpidesk.ui.actions import (
    chart_actions,
    edit_actions,
    file_actions,
    help_actions,
    template_actions,
    view_actions,
)
from kpidesk.ui.actions.action import Action, ActionContext
from kpidesk.ui.actions.recent_menu import RecentMenu

ALL: tuple[Action, ...] = (
    *file_actions.ACTIONS,
    *edit_actions.ACTIONS,
    *view_actions.ACTIONS,
    *chart_actions.ACTIONS,
    *template_actions.ACTIONS,
    *help_actions.ACTIONS,
)

MENUS: Mapping[str, Message] = MappingProxyType(
    {
        "file": Message(QT_TRANSLATE_NOOP("actions", "File")),
        "edit": Message(QT_TRANSLATE_NOOP("actions", "Edit")),
        "view": Message(QT_TRANSLATE_NOOP("actions", "View")),
        "go": Message(QT_TRANSLATE_NOOP("actions", "Go")),
        "help": Message(QT_TRANSLATE_NOOP("actions", "Help")),
        "theme": Message(QT_TRANSLATE_NOOP("actions", "Appearance")),
        "language": Message(QT_TRANSLATE_NOOP("actions", "Language")),
    }
)
_INSIDE_VIEW = ("theme", "language")


class ActionRegistry(QObject):
    """The actions of one window."""

    def __init__(self, window: QWidget, context: ActionContext, actions: tuple[Action, ...] = ALL) -> None:
        super().__init__(window)
        self._window, self._context = window, context
        self.actions = actions
        self._made: dict[str, QAction] = {}
        groups: dict[str, QActionGroup] = {}
        for action in actions:
            made = QAction(window)
            made.setObjectName(action.id)
            made.setData(action.id)
            made.triggered.connect(self.on_triggered)
            if action.is_choice:
                made.setCheckable(True)
                made.setActionGroup(groups.setdefault(action.menu, QActionGroup(self)))
            window.addAction(made)
            self._made[action.id] = made
        self.retranslate()
        self.refresh()

    def qt_action(self, id: str) -> QAction:
        """Qt's action of that id."""
        return self._made[id]

    def run(self, id: str, arguments: tuple[object, ...] = ()) -> None:
        """Run an action as if it had been chosen; a notice or a page may pass arguments."""
        action = self._action(id)
        if action.enabled(self._context):
            action.run(replace(self._context, arguments=arguments))
        self.refresh()

    def on_triggered(self) -> None:
        """One was chosen from a menu or by its keys."""
        sender = self.sender()
        if sender is not None:
            self._action(sender.objectName()).run(self._context)
        self.refresh()

    def _action(self, id: str) -> Action:
        return next(action for action in self.actions if action.id == id)

    def refresh(self) -> None:
        """Ask every action whether it is possible now, and whether it is the choice in force."""
        for action in self.actions:
            made = self._made[action.id]
            made.setEnabled(action.enabled(self._context))
            made.setShortcuts(self._shortcuts(action))
            if action.is_choice:
                made.setChecked(action.is_checked(self._context))

    def retranslate(self) -> None:
        """Set texts and icons again, after a switch of language or theme."""
        for action in self.actions:
            made = self._made[action.id]
            made.setText(render(action.command))
            made.setToolTip(render(action.title))
            made.setShortcuts(self._shortcuts(action))
            if action.icon:
                made.setIcon(icon(action.icon))

    def _shortcuts(self, action: Action) -> list[QKeySequence]:
        """None for single letters that are switched off: what they did is still chosen from menus and the palette."""
        if action.is_letter and not self._context.services.settings.get(LETTER_KEYS):
            return []
        return [QKeySequence(keys) for keys in (action.shortcut, action.also) if keys]

    def keys(self, id: str) -> str:
        """Its shortcut as this system writes it."""
        return self._made[id].shortcut().toString(QKeySequence.SequenceFormat.NativeText)

    def menu(self, name: str, parent: QWidget) -> Menu:
        """A menu of that name; themes and languages are within the view menu."""
        menu = Menu(render(MENUS[name]), parent)
        menu.setAccessibleName(render(MENUS[name]))
        for action in self.actions:
            if action.menu == name:
                menu.addAction(self._made[action.id])
            if action.menu == name and action.id == "file.open":
                menu.addMenu(RecentMenu(self._context, menu))
        if name == "view":
            menu.addSeparator()
            for inner in _INSIDE_VIEW:
                menu.addMenu(self.menu(inner, menu))
        return menu

    def whole_menu(self, parent: QWidget) -> Menu:
        """All menus in one, opened by the name of the workspace."""
        menu = self.menu("file", parent)
        menu.addSeparator()
        for name in ("edit", "view", "go", "help"):
            menu.addMenu(self.menu(name, menu))
        return menu
