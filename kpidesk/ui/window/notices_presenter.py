"""The model's notices in the notice bar, and the bell for those that no longer fit."""

from PySide6.QtCore import QObject

from kpidesk.core.findings import Level
from kpidesk.qt.signals import connect
from kpidesk.qt.translation import in_sentences, render, say
from kpidesk.qt.widgets.notice_bar import ICONS, MOST, NoticeBar, NoticeView
from kpidesk.qt.widgets.popover import Choice, choose
from kpidesk.session.notices import Notice, Notices
from kpidesk.ui.actions.registry import ActionRegistry
from kpidesk.ui.window.status_strip import StatusStrip

_TONES = {Level.NOTE: "good", Level.WARNING: "warn", Level.BLOCKER: "bad"}


class NoticesPresenter(QObject):
    """Puts sentences into words, runs the actions of notices, dismisses them."""

    def __init__(self, notices: Notices, bar: NoticeBar, strip: StatusStrip, registry: ActionRegistry) -> None:
        super().__init__(bar)
        self._notices, self._bar, self._strip, self._registry = notices, bar, strip, registry
        strip.bell_asked.connect(self.on_bell)
        bar.acted.connect(self.on_acted)
        bar.dismissed.connect(self.on_dismissed)
        connect(notices.changed, self.on_changed)
        self.on_changed()

    def on_changed(self) -> None:
        """Write all that stand."""
        self._bar.show_notices(tuple(_view(notice) for notice in self._notices.standing))
        earlier = len(self.hidden)
        self._strip.set_bell(say(self.tr("{n} earlier {n|notice|notices}"), n=earlier) if earlier else "")

    @property
    def hidden(self) -> tuple[Notice, ...]:
        """Those that stand but are not shown."""
        return self._notices.standing[:-MOST]

    def on_bell(self) -> None:
        """List those that no longer fit; a chosen one comes back to the front."""
        choices = [Choice(n, render(n.message), icon=ICONS[_TONES[n.level]]) for n in self.hidden]
        choose(self._strip.bell, choices, self.bring_back, align_right=True)

    def bring_back(self, notice: Notice) -> None:
        """Make a notice the newest one again."""
        self._notices.post(notice)

    def on_acted(self, place: int, action: int) -> None:
        """A button of a notice was pressed; the notice has done its work."""
        notice = self._notices.standing[place]
        chosen = notice.actions[action]
        self._notices.dismiss(notice)
        self._registry.run(chosen.action, chosen.arguments)

    def on_dismissed(self, place: int) -> None:
        """The cross, or the end of its time."""
        if place < len(self._notices.standing):
            self._notices.dismiss(self._notices.standing[place])


def _view(notice: Notice) -> NoticeView:
    sentence = render(notice.message)
    if notice.hint is not None:
        sentence = in_sentences((sentence, render(notice.hint)))
    labels = tuple(render(action.label) for action in notice.actions)
    return NoticeView(sentence, _TONES[notice.level], labels, notice.level is not Level.NOTE)
