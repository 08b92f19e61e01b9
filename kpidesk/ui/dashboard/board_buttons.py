"""The buttons that the dashboard puts into the top bar."""

from PySide6.QtCore import QObject

from kpidesk.qt.widgets.button import Button
from kpidesk.ui.window.page import Page


class BoardButtons(QObject):
    """``boards``, ``edit`` and ``export`` are the page's to connect."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.boards = Button("", "secondary", "layout-dashboard")
        self.boards.set_menu_mark(True)
        self.edit = Button("", "secondary", "square-pen")
        self.export = Button("", "primary", "share")
        for button in (self.boards, self.edit, self.export):
            page.add_header_button(button)

    def show(self, has_data: bool) -> None:
        """All of them, or none where there is no board."""
        self._page.show_header_buttons({self.boards, self.edit, self.export} if has_data else set())

    def set_edited(self, is_edited: bool) -> None:
        """The board is being arranged, or that has ended."""
        self.edit.set_on(is_edited)
        self.edit.setText(self.tr("Done") if is_edited else self.tr("Edit board"))

    def retranslate(self, is_edited: bool) -> None:
        """Texts in the language of now."""
        self.boards.setText(self.tr("Boards"))
        self.export.setText(self.tr("Export"))
        self.set_edited(is_edited)
