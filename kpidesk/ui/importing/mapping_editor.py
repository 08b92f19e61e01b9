"""Columns side by side: your column, what it becomes, what was found in it, and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from kpidesk.qt.fonts import Role
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.empty_state import IconSpot
from kpidesk.qt.widgets.labels import ElidedLabel, plain_label
from kpidesk.qt.widgets.popover import Choice, choose

_SHAPES = {"sure": ("circle-check", "good"), "unsure": ("triangle-alert", "warn"), "aside": ("minus", "ink3")}
_ROW = 36


@dataclass(frozen=True, slots=True)
class ColumnView:
    """One column: ``state`` sure, unsure or aside (no role: kept to segment by, or free text)."""

    index: int
    header: str
    becomes: str
    role: str | None
    found: str
    why: str
    state: str


class MappingEditor(QScrollArea):
    """``role_chosen(index, role)``; the role is '' for none."""

    role_chosen = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[Choice, ...] = ()
        self._views: dict[int, ColumnView] = {}
        self._asked = -1
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_columns(self, views: Sequence[ColumnView], choices: Sequence[Choice], *, is_editable: bool = True) -> None:
        """Show columns, and the roles to choose from."""
        self._choices = tuple(choices)
        self._views = {view.index: view for view in views}
        inside = QWidget(self)
        inside.setAutoFillBackground(False)
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        heads = [self.tr("Your column"), self.tr("Becomes"), self.tr("Found in it"), self.tr("Why we think so")]
        if not is_editable:
            heads = heads[:3]
        for column, stretch in enumerate((0, 3, 3, 3, 5) if is_editable else (0, 3, 5, 3)):
            grid.setColumnStretch(column, stretch)
        for column, head in enumerate(heads, start=1):
            grid.addWidget(plain_label(head, Role.LABEL, "ink3"), 0, column)
        for row, view in enumerate(views, start=1):
            self._add_row(grid, row, view, is_editable=is_editable)
        grid.setRowStretch(len(views) + 1, 1)
        place = self.verticalScrollBar().value()
        self.setWidget(inside)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().setValue(place)

    def _add_row(self, grid: QGridLayout, row: int, view: ColumnView, *, is_editable: bool) -> None:
        grid.setRowMinimumHeight(row, _ROW)
        grid.addWidget(IconSpot(*_SHAPES[view.state], 16), row, 0)
        grid.addWidget(ElidedLabel(view.header, Role.BODY), row, 1)
        if is_editable:
            button = Button(view.becomes, "secondary", height=28)
            button.set_menu_mark(True)
            button.setProperty("column", view.index)
            button.setAccessibleName(f"{view.header}: {view.becomes}")
            button.clicked.connect(self.on_asked)
            grid.addWidget(button, row, 2, Qt.AlignmentFlag.AlignLeft)
        else:
            grid.addWidget(ElidedLabel(view.becomes, Role.BODY), row, 2)
        grid.addWidget(ElidedLabel(view.found, Role.BODY, "ink2"), row, 3)
        if is_editable:
            grid.addWidget(ElidedLabel(view.why, Role.BODY, "warn" if view.state == "unsure" else "ink2"), row, 4)

    def on_asked(self) -> None:
        """Which role shall a column have?"""
        button = self.sender()
        self._asked = int(button.property("column"))
        current = self._views[self._asked].role or ""
        choose(button, self._choices, self.on_chosen, current=current, placeholder=self.tr("Find a field"))

    def on_chosen(self, role: object) -> None:
        """That one."""
        self.role_chosen.emit(self._asked, str(role))
