"""The workspaces that were open before, as a menu: filled anew whenever it is shown."""

from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.qt.icons import icon
from kpidesk.qt.translation import render
from kpidesk.qt.widgets.menu import Menu
from kpidesk.session.settings import Settings
from kpidesk.ui.actions.action import ActionContext
from kpidesk.workspace.archive import SUFFIX

_TITLE = Message(QT_TRANSLATE_NOOP("actions", "Open recent"))
_NONE = Message(QT_TRANSLATE_NOOP("actions", "Nothing was opened yet"))


def recent_workspaces(settings: Settings) -> tuple[Path, ...]:
    """The workspaces among the recent files, the last one first."""
    return tuple(path for path in settings.recent if path.suffix.casefold() == SUFFIX)


class RecentMenu(Menu):
    """Opens the workspace that is chosen."""

    def __init__(self, context: ActionContext, parent: QWidget) -> None:
        super().__init__(render(_TITLE), parent)
        self.setAccessibleName(render(_TITLE))
        self.setIcon(icon("clock"))
        self._context = context
        self.aboutToShow.connect(self.on_shown)
        self.triggered.connect(self.on_chosen)
        self.on_shown()

    def on_shown(self) -> None:
        """The files of now, the last one first; a long way to them stands in the tip."""
        self.clear()
        for path in recent_workspaces(self._context.services.settings):
            action = self.addAction(path.stem)
            action.setData(str(path))
            action.setToolTip(str(path))
        if self.isEmpty():
            self.addAction(render(_NONE)).setEnabled(False)

    def on_chosen(self, action: QAction) -> None:
        """Open it."""
        self._context.shell.open_workspace(Path(str(action.data())))
