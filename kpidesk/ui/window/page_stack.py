"""The pages of a window, each built when first opened."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from kpidesk.qt.unseen import Unseen
from kpidesk.qt.while_idle import WhileIdle
from kpidesk.ui.actions.pages import entry
from kpidesk.ui.window.page import SEGMENT, Page
from kpidesk.ui.window.unbuilt_page import UnbuiltPage

if TYPE_CHECKING:
    from kpidesk.session.change import Change

PageFactory = Callable[[], Page]
WELCOME = "welcome"


class PageStack(QStackedWidget):
    """``page_built(page)`` once for each, before it is shown; ``cover_changed()``: see ``is_covered``."""

    page_built = Signal(object)
    cover_changed = Signal()

    def __init__(self, factories: Mapping[str, PageFactory], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._factories = dict(factories)
        self._built: dict[str, Page] = {}
        self._made: dict[str, Page] = {}
        self._unseen = Unseen(self)
        self._dressing: WhileIdle | None = None
        self._cover: QWidget | None = None
        self.current_id = ""

    def __iter__(self) -> Iterator[Page]:
        return iter(tuple(self._built.values()))

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self._built.get(self.current_id)

    def add_factories(self, factories: Mapping[str, PageFactory]) -> None:
        """Learn of more pages."""
        self._factories.update(factories)

    def has(self, id: str) -> bool:
        """Whether somebody wrote that page already."""
        return id in self._factories

    def is_built(self, id: str) -> bool:
        """Whether that page stands already."""
        return id in self._built

    def make(self, id: str) -> None:
        """The first half of building a page: it is there, and stands nowhere yet."""
        if id not in self._built and id not in self._made:
            factory = self._factories.get(id)
            page = factory() if factory is not None else UnbuiltPage(entry(id))
            page.setProperty("page", id)
            self._made[id] = page

    def get(self, id: str) -> Page:
        """The page of that id, built if need be; KeyError where there is none."""
        if id not in self._built:
            self.make(id)
            page = self._built[id] = self._made.pop(id)
            self.addWidget(page)
            self.page_built.emit(page)
        return self._built[id]

    def open(self, id: str, argument: str = "") -> Page:
        """Show a page."""
        page = self.get(id)
        self._unseen.dress(page)
        self.current_id = id
        if argument:
            page.open_with(argument)
        self._show(page)
        return page

    def set_cover(self, cover: QWidget | None) -> None:
        """Show this in the place of every page that follows the filters; None: the pages themselves."""
        if cover is not self._cover:
            self._cover = cover
            if cover is not None and self.indexOf(cover) < 0:
                self.addWidget(cover)
            if self.page is not None:
                self._show(self.page)
            self.cover_changed.emit()

    @property
    def is_covered(self) -> bool:
        """Whether something else stands in the place of the page: there is nothing of it to count or take away."""
        return self._cover is not None and self.page is not None and SEGMENT in self.page.parts

    def _show(self, page: Page) -> None:
        self.setCurrentWidget(self._cover if self._cover is not None and self.is_covered else page)

    @property
    def is_dressed(self) -> bool:
        """Whether every page wears the look of now."""
        return self._unseen.is_empty

    def dress(self, apply_look: Callable[[tuple[QWidget, ...]], None]) -> None:
        """Another look: the page that is shown takes it at once, the others while nothing happens, or when opened."""
        self._unseen.put_off(page for page in self if page is not self.page)
        apply_look(self._unseen.widgets)
        if self._dressing is None or self._dressing.is_done:
            if self._dressing is not None:
                self._dressing.deleteLater()
            self._dressing = WhileIdle(self._unseen.dressing(), self)

    def apply_change(self, change: "Change") -> None:
        """Tell every page that stands."""
        for page in self:
            page.apply_change(change)
