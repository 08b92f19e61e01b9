"""What may be raised on purpose: trouble that the user can do something about, and the wish to stop."""

from kpidesk.core.messages import Message


class UserError(Exception):
    """Expected trouble: one sentence on what happened and, where possible, one on what to do."""

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(str(message) if hint is None else f"{message} {hint}")
        self.message = message
        self.hint = hint


class NoData(UserError):
    """There is no table of what was asked for; what would have to be there is said where it was asked."""


class Cancelled(Exception):
    """The user, or a newer job of the same name, asked this one to stop. Nobody is told."""
