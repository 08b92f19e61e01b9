"""What the system says is wrong with a file, in words that can be translated: its own are in one language."""

import errno

from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, verbatim

_DENIED = QT_TRANSLATE_NOOP("files", "Access is denied")
_REASONS = {
    errno.ENOSPC: QT_TRANSLATE_NOOP("files", "No space left on the disk"),
    errno.EACCES: _DENIED,
    errno.EPERM: _DENIED,
    errno.EBUSY: QT_TRANSLATE_NOOP("files", "Another program has it open"),
    errno.EROFS: QT_TRANSLATE_NOOP("files", "The disk can only be read"),
    errno.ENOENT: QT_TRANSLATE_NOOP("files", "No such file or folder"),
    errno.EISDIR: QT_TRANSLATE_NOOP("files", "It is a folder"),
    errno.ENOTDIR: QT_TRANSLATE_NOOP("files", "No such file or folder"),
    errno.ENAMETOOLONG: QT_TRANSLATE_NOOP("files", "The name is too long"),
    errno.EIO: QT_TRANSLATE_NOOP("files", "The disk reports an error"),
}


def system_reason(error: OSError) -> Message:
    """Why a file cannot be read or written; the system's own words where the reason is a rare one."""
    known = _REASONS.get(error.errno or 0)
    return Message(known) if known is not None else verbatim(error.strerror or type(error).__name__)
