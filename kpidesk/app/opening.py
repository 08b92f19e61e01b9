"""Work that was not saved, offered by a bound window before anything else."""

from kpidesk.core.findings import Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message, verbatim
from kpidesk.session.notices import Notice, NoticeAction
from kpidesk.session.persistence import Recovered
from kpidesk.session.services import Services


def offer_lost_work(services: Services) -> None:
    """One notice for each session that ended without saving."""
    for lost in services.persistence.find_lost_work(services.folders.work):
        services.notices.post(_notice(lost))


def _notice(lost: Recovered) -> Notice:
    name = lost.name or (lost.path.stem if lost.path is not None else "")
    unnamed = Message(QT_TRANSLATE_NOOP("window", "a workspace without a name"))
    text = QT_TRANSLATE_NOOP("window", "Unsaved work from the last time was kept: {name}")
    folder = (str(lost.folder),)
    actions = (
        NoticeAction(Message(QT_TRANSLATE_NOOP("window", "Restore")), "file.recover", folder),
        NoticeAction(Message(QT_TRANSLATE_NOOP("window", "Discard")), "file.discard", folder),
    )
    message = Message(text, name=verbatim(name) if name else unnamed)
    return Notice(Level.WARNING, message, actions=actions, key=f"lost:{lost.folder}")
