"""What the user is told inside the window: one place for errors, warnings and good news."""

from dataclasses import dataclass

from psygnal import Signal

from kpidesk.core.errors import UserError
from kpidesk.core.findings import Finding, Level
from kpidesk.core.messages import Message


@dataclass(frozen=True, slots=True)
class NoticeAction:
    """A button in the notice: its text and the id of the action (ui.actions) that it runs, with arguments."""

    label: Message
    action: str
    arguments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to tell: how grave, a sentence, what to do about it, and what stands behind it.

    A notice replaces the earlier one of the same non-empty ``key``.
    """

    level: Level
    message: Message
    hint: Message | None = None
    actions: tuple[NoticeAction, ...] = ()
    findings: tuple[Finding, ...] = ()
    key: str = ""


class Notices:
    """The notices that stand now, oldest first. Signal: ``changed()``, after any post or dismissal."""

    changed = Signal()

    def __init__(self) -> None:
        self._standing: tuple[Notice, ...] = ()

    @property
    def standing(self) -> tuple[Notice, ...]:
        return self._standing

    def post(self, notice: Notice) -> None:
        """Add a notice; one that says the same, or has the same key, is replaced."""
        kept = [n for n in self._standing if n != notice and not (notice.key and n.key == notice.key)]
        self._standing = (*kept, notice)
        self.changed.emit()

    def tell(self, level: Level, message: Message, hint: Message | None = None, *, key: str = "") -> None:
        """Post a plain sentence."""
        self.post(Notice(level, message, hint, key=key))

    def error(self, error: UserError) -> None:
        """Post expected trouble."""
        self.post(Notice(Level.BLOCKER, error.message, error.hint))

    def dismiss(self, notice: Notice) -> None:
        """Take one notice away; nothing happens where it is already gone."""
        kept = tuple(n for n in self._standing if n is not notice)
        if len(kept) != len(self._standing):
            self._standing = kept
            self.changed.emit()

    def clear(self, key: str) -> None:
        """Take away the notice of that key: its reason is gone."""
        for notice in self._standing:
            if notice.key == key:
                self.dismiss(notice)
