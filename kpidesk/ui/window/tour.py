"""A short way through the window for newcomers: callouts at the real controls, which stay usable meanwhile."""

from typing import Protocol

from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtWidgets import QWidget

from kpidesk.qt.translation import render, say
from kpidesk.qt.widgets.callout import Callout, Ring
from kpidesk.session.services import Services
from kpidesk.session.settings import TOUR_KNOWN
from kpidesk.ui.actions.registry import ActionRegistry
from kpidesk.ui.window.main_window import MainWindow
from kpidesk.ui.window.tour_steps import ADD, STEPS, Step

_LOOK_MS = 120
_LEAST = 24
"""A control of which less than this is seen is not pointed at."""


class Bound(Protocol):
    """What the tour needs of a bound window; see binding.WindowBinding."""

    window: MainWindow
    services: Services
    registry: ActionRegistry


class Tour(QObject):
    """``start`` begins at the first step; a page that is none of its own ends it."""

    def __init__(self, binding: Bound) -> None:
        super().__init__(binding.window)
        self._binding, self._window, self._services = binding, binding.window, binding.services
        self._at = -1
        self._goes, self._waits = False, False
        self._box: QRect | None = None
        self._ring: Ring | None = None
        self._callout: Callout | None = None
        self._eye = QTimer(self, interval=_LOOK_MS)
        self._eye.timeout.connect(self.on_look)
        self._window.head_changed.connect(self.on_head)
        self._window.retranslated.connect(self.on_retranslated)

    @property
    def step(self) -> Step | None:
        """Where it is; None while there is no tour."""
        if self._at < 0:
            return None
        return ADD if self._at == 0 and self._has_data else STEPS[self._at]

    @property
    def callout(self) -> Callout | None:
        """What it shows now."""
        return self._callout if self._callout is not None and not self._callout.isHidden() else None

    @property
    def _has_data(self) -> bool:
        return not self._services.session.document.is_empty

    def start(self) -> None:
        """From the beginning."""
        self._close()
        self._ring, self._callout = Ring(self._window), Callout(self._window)
        self._callout.onward.connect(self.on_onward)
        self._callout.back.connect(self.on_back)
        self._callout.skipped.connect(self.end)
        self._services.settings.set(TOUR_KNOWN, True)
        self._eye.start()
        self._go(0)

    def end(self) -> None:
        """Skipped, or over."""
        page = self._window.stack.page
        self._close()
        if page is not None:
            page.setFocus()

    def _close(self) -> None:
        self._at, self._box, self._waits = -1, None, False
        self._eye.stop()
        for widget in (self._ring, self._callout):
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._ring = self._callout = None

    def on_onward(self) -> None:
        """The next step; from the empty window over the sample company."""
        if self._at == 0 and not self._has_data:
            self._wait()
            self._binding.registry.run("import.sample")
        elif self._at + 1 < len(STEPS):
            self._go(self._at + 1)
        else:
            self.end()

    def on_back(self) -> None:
        """The step before."""
        if self._at > 0:
            self._go(self._at - 1)

    def _go(self, at: int) -> None:
        self._at, self._goes, self._waits = at, True, False
        step = self.step
        is_there = step is not None and self._window.stack.current_id == step.page
        if step is not None and (not is_there or (step.argument and self._seen(step) is None)):
            self._window.show_page(step.page, step.argument)
        self._goes = False
        self._show()

    def _show(self) -> None:
        step, callout = self.step, self._callout
        if step is None or callout is None:
            return
        self._say(step, callout)
        self._box = self._seen(step)
        callout.point_at(self._box)
        callout.say()
        if self._ring is not None:
            self._ring.set_around(self._box)
            callout.raise_()

    def _say(self, step: Step, callout: Callout) -> None:
        is_last = self._at + 1 == len(STEPS)
        count = say(self.tr("Step {at} of {all}"), at=self._at + 1, all=len(STEPS))
        callout.set_texts(count, render(step.title), render(step.text))
        onward = self.tr("Done") if is_last else self.tr("Next")
        callout.set_ways("" if is_last else self.tr("Skip the tour"), self.tr("Back") if self._at else "", onward)

    def _wait(self) -> None:
        """Out of the way while files come in."""
        self._waits = True
        for widget in (self._ring, self._callout):
            if widget is not None:
                widget.hide()

    def _seen(self, step: Step) -> QRect | None:
        """The part of the step's control that is seen, in the window; None where it is not there, or not yet."""
        for name in step.spots:
            spot = self._window.findChild(QWidget, name)
            if spot is not None and spot.isVisible():
                shown = spot.visibleRegion().boundingRect()
                if min(shown.width(), shown.height()) >= _LEAST:
                    return QRect(spot.mapTo(self._window, shown.topLeft()), shown.size())
        return None

    def on_look(self) -> None:
        """The control may have moved, come or gone."""
        step, callout = self.step, self.callout
        if step is None or callout is None or self._ring is None:
            return
        box = self._seen(step)
        if box != self._box:
            self._box = box
            callout.point_at(box)
            self._ring.set_around(box)
            callout.raise_()

    def on_head(self) -> None:
        """Another page is shown: that of another step, one on which files come in, or one that ends the tour."""
        step, page = self.step, self._window.stack.current_id
        if step is None or self._goes or page == step.page:
            return
        if self._waits:
            if page == "dashboard" and self._has_data:
                QTimer.singleShot(0, self, self.on_arrived)
            return
        if page == "data" and not self._has_data:
            self._wait()
            return
        other = next((at for at, each in enumerate(STEPS) if each.page == page), None)
        if other is None:
            self._close()
        else:
            self._go(other)

    def on_arrived(self) -> None:
        """Data came in while the first step waited for them: first what was understood of them."""
        if self._waits:
            self._go(1)

    def on_retranslated(self) -> None:
        """Its texts in the language of now."""
        if (step := self.step) is not None and (callout := self.callout) is not None:
            self._say(step, callout)
            callout.point_at(self._box)
