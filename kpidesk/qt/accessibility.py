"""What painted widgets are to a screen reader: Qt knows the role of its own classes only."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


def install_roles() -> None:
    """From now on a widget whose class names an ``accessible_role`` answers with it; its name stays its own."""
    QAccessible.installFactory(_interface)


def _interface(_: str, thing: QObject) -> QAccessibleInterface | None:
    role = getattr(type(thing), "accessible_role", None)
    if not isinstance(thing, QWidget) or not isinstance(role, QAccessible.Role):
        return None
    # With a name of its own the interface would not ask the widget for it any more.
    return QAccessibleWidget(thing, role, "")
