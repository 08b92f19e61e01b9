"""What helps with the program itself: its keys, its version and licences, whether the installation is whole."""

from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.ui.actions.action import Action, ActionContext


def on_keys(context: ActionContext) -> None:
    """All shortcuts."""
    context.shell.show_keys()


def on_about(context: ActionContext) -> None:
    """Version and licences."""
    context.shell.show_about("about")


def on_tour(context: ActionContext) -> None:
    """The way through the window for newcomers."""
    context.shell.start_tour()


def on_check(context: ActionContext) -> None:
    """Versions, fonts, engine, folders; the published examples."""
    context.shell.show_about("installation")


ACTIONS = (
    Action("help.tour", Message(QT_TRANSLATE_NOOP("actions", "Take a short tour")), on_tour, "", "help", "play"),
    Action(
        "view.keys",
        Message(QT_TRANSLATE_NOOP("actions", "Show all keys")),
        on_keys,
        "?",
        "help",
        "keyboard",
        is_letter=True,
    ),
    Action(
        "help.check",
        Message(QT_TRANSLATE_NOOP("actions", "Check the installation")),
        on_check,
        "",
        "help",
        "circle-check",
    ),
    Action("help.about", Message(QT_TRANSLATE_NOOP("actions", "About KPI Desk")), on_about, "", "help", "info"),
)
