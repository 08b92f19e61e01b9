"""Undo, redo, find, cancel."""

from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.ui.actions.action import Action, ActionContext


def on_undo(context: ActionContext) -> None:
    """Take back the last step."""
    context.services.session.undo()


def on_redo(context: ActionContext) -> None:
    """Do it again."""
    context.services.session.redo()


def on_find(context: ActionContext) -> None:
    """Find on the page."""
    context.shell.find()


def on_cancel(context: ActionContext) -> None:
    """Stop the job that the status bar shows."""
    context.shell.cancel_job()


def _can_undo(context: ActionContext) -> bool:
    return context.services.session.undo_label is not None


def _can_redo(context: ActionContext) -> bool:
    return context.services.session.redo_label is not None


ACTIONS = (
    Action("edit.undo", Message(QT_TRANSLATE_NOOP("actions", "Undo")), on_undo, "Ctrl+Z", "edit", "undo-2", _can_undo),
    Action(
        "edit.redo",
        Message(QT_TRANSLATE_NOOP("actions", "Redo")),
        on_redo,
        "Ctrl+Shift+Z",
        "edit",
        "redo-2",
        _can_redo,
        also="Ctrl+Y",
    ),
    Action(
        "edit.find", Message(QT_TRANSLATE_NOOP("actions", "Find on this page")), on_find, "Ctrl+F", "edit", "search"
    ),
    Action(
        "job.cancel", Message(QT_TRANSLATE_NOOP("actions", "Cancel the running job")), on_cancel, "Ctrl+.", "edit", "x"
    ),
)
