"""What a bound window offers by itself: work that was not saved, and to newcomers the tour."""

from kpidesk.core.findings import Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.session.notices import Notice, NoticeAction
from kpidesk.session.results import ResultsState
from kpidesk.session.services import Services
from kpidesk.session.settings import TOUR_KNOWN
from kpidesk.session.unsaved import Recovered


def offer_lost_work(services: Services) -> None:
    """One notice for each session that ended without saving."""
    for lost in services.persistence.find_lost_work(services.folders.work):
        services.notices.post(_notice(lost))


def tell_damage(services: Services) -> None:
    """Settings that could not be read, and what became of their file."""
    for finding in services.settings.findings:
        services.notices.tell(finding.level, finding.message, finding.hint, key=f"{finding.code}:{finding.message}")


def offer_tour(services: Services) -> None:
    """Once, when the first numbers of a new user stand; whoever knows the tour is left in peace."""

    def on_rebuilt() -> None:
        settings = services.settings
        if services.results.state is not ResultsState.READY or settings.get(TOUR_KNOWN):
            return
        settings.set(TOUR_KNOWN, True)
        text = Message(QT_TRANSLATE_NOOP("window", "New here? Six short steps show the way through the window."))
        start = NoticeAction(Message(QT_TRANSLATE_NOOP("window", "Take the tour")), "help.tour")
        services.notices.post(Notice(Level.NOTE, text, actions=(start,), key="tour"))

    services.results.rebuilt.connect(on_rebuilt)


def _notice(lost: Recovered) -> Notice:
    text = QT_TRANSLATE_NOOP("window", "Unsaved work from the last time was kept: {name}")
    folder = (str(lost.folder),)
    actions = (
        NoticeAction(Message(QT_TRANSLATE_NOOP("window", "Restore")), "file.recover", folder),
        NoticeAction(Message(QT_TRANSLATE_NOOP("window", "Discard")), "file.discard", folder),
    )
    return Notice(Level.WARNING, Message(text, name=lost.label), actions=actions, key=lost.key)
