"""Undo, redo, find, cancel."""

from kpidesk.core.findings import Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, Template
from kpidesk.session.notices import Notice, NoticeAction
from kpidesk.ui.actions.action import Action, ActionContext

STEP = "history.step"
"""The key of the notice on the last step back or forward."""


def on_undo(context: ActionContext) -> None:
    """Take back the last step, and say which one."""
    session = context.services.session
    if (step := session.undo_label) is not None:
        session.undo()
        _tell(context, Message(QT_TRANSLATE_NOOP("actions", "Undone: {step}"), step=step), "Redo")


def on_redo(context: ActionContext) -> None:
    """Do it again, and say what."""
    session = context.services.session
    if (step := session.redo_label) is not None:
        session.redo()
        _tell(context, Message(QT_TRANSLATE_NOOP("actions", "Done again: {step}"), step=step), "Undo")


def _tell(context: ActionContext, text: Message, back: str) -> None:
    """Briefly, in the place of what was said of the step before."""
    notices = context.services.notices
    notices.clear("import.done")  # its own way back is no longer the next one
    action = NoticeAction(Message(Template("actions", back)), f"edit.{back.lower()}")
    notices.post(Notice(Level.NOTE, text, actions=(action,), key=STEP))


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
