"""What a page is: a widget that knows its title, hears what moved, and waits with the work until it is seen.

A page::

    class MoversPage(Page):
        def __init__(self, services: Services, parent: QWidget | None = None) -> None:
            super().__init__(parent, parts=CONTEXT_ALL)
            self._services = services
            scroll = PageScroll(self)                       # margins and gaps of the design
            self.set_content(scroll)
            self._chart = Tile()
            scroll.body.addWidget(self._chart)
            self._add = Button("", "secondary", "plus")
            self.add_header_button(self._add)               # at the right of the top bar
            self._services.results.updated …                # with kpidesk.qt.signals.connect
            self.retranslate()

        def retranslate(self) -> None:                      # called again after a switch of language
            self.set_title(self.tr("Movements"), self.tr("month by month"))
            self._add.setText(self.tr("Add to board"))

        def concerns(self, change: "Change") -> bool:         # which changes make it stale
            return change.moves_numbers

        def refresh(self) -> None:                          # called when visible and stale; never while hidden
            frame = self._services.results.frame(query)
            …

Pages change the document only by ``services.session.execute(command)``; they ask for other pages by ``go``.
"""

from collections.abc import Callable, Collection, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kpidesk.core.formatting import Style
from kpidesk.core.ids import ScenarioId
from kpidesk.qt.translation import style
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.scroll import PageScroll

if TYPE_CHECKING:
    from kpidesk.export.deck import Deck
    from kpidesk.session.change import Change

PERIOD, GRAIN, COMPARISON, SEGMENT, PROFILE, SCENARIO = (
    "period",
    "grain",
    "comparison",
    "segment",
    "profile",
    "scenario",
)
CONTEXT_ALL = frozenset({PERIOD, GRAIN, COMPARISON, SEGMENT, PROFILE, SCENARIO})
CONTEXT_NONE: frozenset[str] = frozenset()
HIDDEN = "hidden_by_page"


class Page(QWidget):
    """Base of all pages.

    Signals: ``go(page id, argument)`` asks the window for another page; ``act(action id, arguments)`` runs an action;
    ``scenario_chosen(id or "")`` turns a scenario on or off in the whole window; ``head_changed()`` after title,
    subtitle, header buttons or context parts moved.
    """

    go = Signal(str, str)
    act = Signal(str, tuple)
    scenario_chosen = Signal(str)
    head_changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, parts: frozenset[str] = CONTEXT_ALL) -> None:
        super().__init__(parent)
        self.title = ""
        self.subtitle = ""
        self.parts = parts
        self.header_buttons: tuple[Button, ...] = ()
        self.style_of_numbers: Style = style()
        self.active_scenario = ScenarioId("")
        self.is_stale = True
        self._frame = QVBoxLayout(self)
        self._frame.setContentsMargins(0, 0, 0, 0)
        self._drawer: QWidget | None = None
        self._drawer_home: QBoxLayout | None = None

    @property
    def drawer(self) -> QWidget | None:
        """The right panel, which a narrow window shows as a drawer."""
        return self._drawer

    def set_content(self, content: QWidget) -> None:
        """The one widget that fills the page."""
        self._frame.addWidget(content, 1)

    def set_drawer(self, panel: QWidget, home: QBoxLayout) -> None:
        """Name the right panel and the layout at whose end it stands while the window is wide."""
        self._drawer, self._drawer_home = panel, home
        self.head_changed.emit()

    def take_drawer_back(self, *, narrow: bool) -> None:
        """Called by the window: the panel returns to its place, or hides while the window is narrow."""
        if self._drawer is not None and self._drawer_home is not None:
            if self._drawer_home.indexOf(self._drawer) < 0:
                self._drawer_home.addWidget(self._drawer)
            self._drawer.setVisible(not narrow)

    def set_title(self, title: str, subtitle: str = "") -> None:
        """What the top bar says."""
        if (title, subtitle) == (self.title, self.subtitle):
            return
        self.title, self.subtitle = title, subtitle
        self.setAccessibleName(title)
        self.head_changed.emit()

    def add_header_button(self, button: Button) -> None:
        """A button for the right end of the top bar, shown while this page is."""
        button.setParent(self)
        button.hide()
        self.header_buttons = (*self.header_buttons, button)
        self.head_changed.emit()

    def show_header_button(self, button: Button, shown: bool) -> None:
        """Take one of the page's buttons out of the top bar, or put it back."""
        others = {each for each in self.header_buttons if not each.property(HIDDEN)} - {button}
        self.show_header_buttons(others | {button} if shown else others)

    def show_header_buttons(self, shown: Collection[Button]) -> None:
        """Of the page's buttons these stand in the top bar; it hears of all of them at once."""
        moved = [each for each in self.header_buttons if bool(each.property(HIDDEN)) != (each not in shown)]
        for button in moved:
            button.setProperty(HIDDEN, button not in shown)
        if moved:
            self.head_changed.emit()

    def open_with(self, argument: str) -> None:
        """Called when another page or the palette opens this one for something (a KPI, a dataset)."""

    def ahead(self) -> Iterator[None]:
        """What it will need as soon as it is shown, made piece by piece while nothing happens."""
        yield from ()

    @property
    def needs_width(self) -> bool:
        """Whether the sidebar gives it room now, unless the window has plenty."""
        return False

    @property
    def subject(self) -> str:
        """The KPI that the page is about, "" for none."""
        return ""

    def show_start(self) -> None:
        """Called when the sidebar opens it: a page with something opened in it goes back to its list."""

    def retranslate(self) -> None:
        """Set all texts; called at the end of a page's own constructor and after a switch of language."""

    def concerns(self, change: "Change") -> bool:
        """Whether the change makes this page stale; by default any change does."""
        return not change.is_empty

    def refresh(self) -> None:
        """Bring the page up to date; called only while it is visible."""

    def forget(self) -> None:
        """Let go of what was answered: another workspace stands, or none. ``refresh`` follows as soon as it is seen."""

    def apply_change(self, change: "Change") -> None:
        """Hear what moved: at once if visible, at the next showing if not."""
        if change.origin is self or not self.concerns(change):
            return
        self.mark_stale()

    def mark_stale(self) -> None:
        """Refresh now if visible, else when shown."""
        self.is_stale = True
        if self.isVisible():
            self._catch_up()

    def set_style(self, style_of_numbers: Style) -> None:
        """Other language or currency: numbers are written anew."""
        if style_of_numbers != self.style_of_numbers:
            is_spoken_anew = style_of_numbers.language != self.style_of_numbers.language
            self.style_of_numbers = style_of_numbers
            if is_spoken_anew:
                self.is_stale = True  # its LanguageChange follows: the page is brought up to date then, once
            else:
                self.mark_stale()

    def set_scenario(self, scenario: ScenarioId) -> None:
        """Another scenario is on in the whole window; empty is the baseline."""
        if scenario != self.active_scenario:
            self.active_scenario = scenario
            self.mark_stale()

    def set_narrow(self, narrow: bool) -> None:
        """The window fell below, or rose above, 1180 pixels; by default the scrolling content follows."""
        for scroll in self.findChildren(PageScroll):
            scroll.set_narrow(narrow)

    def can_export(self) -> bool:
        """Whether Ctrl+E has something to take away here."""
        return False

    def export(self) -> None:
        """Take what is shown away as a file."""

    def paper(self) -> "Callable[[], Deck] | None":
        """The pages of paper that Ctrl+P prints, made late; None: its cards and charts as they stand."""
        return None

    def find(self) -> None:
        """Find on the page (Ctrl+F): its rows, else one of its tiles, else anything."""
        from kpidesk.ui.window.tile_finder import find_on, tiles_of  # charts, which come in behind the window

        if find_on(self, self.tr("Find on this page")) is None and not tiles_of(self):
            self.act.emit("view.palette", ())

    def _catch_up(self) -> None:
        if self.is_stale:
            self.is_stale = False
            self.refresh()

    def showEvent(self, event: QEvent) -> None:
        super().showEvent(event)
        self._catch_up()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.mark_stale()
