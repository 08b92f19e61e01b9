"""What a scene does with the window: it opens pages, turns, types and points, as a user would, and turns back."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from kpidesk.core.errors import UserError
from kpidesk.core.findings import Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.qt.widgets.popover import Popover
from kpidesk.qt.widgets.scroll import PageScroll
from kpidesk.session.notices import Notice
from kpidesk.ui.charts.chart_tile import ChartTile
from kpidesk.ui.charts.picture_dialog import PictureDialog
from kpidesk.ui.metrics.kpi_detail import KpiDetail
from kpidesk.ui.metrics.table_tile import TableTile
from kpidesk.ui.report.report_editing import ReportEditing
from kpidesk.ui.scenario.scenario_view import ScenarioView
from kpidesk.ui.window.binding import WindowBinding
from kpidesk.ui.window.tour import Tour
from kpidesk.workspace.replacing import replace_file
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollBar

Step = Callable[[WindowBinding], None]


class OutOfSight(Exception):
    """The page has no such part in a window of this size; no picture is drawn."""


def opens(page: str, argument: str = "") -> Step:
    """Go to a page; without an argument to its beginning, wherever the look before has left it."""

    def step(desk: WindowBinding) -> None:
        desk.window.show_page(page, argument)
        if not argument:
            desk.window.stack.page.show_start()

    return step


def runs(action: str) -> Step:
    return lambda desk: desk.registry.run(action)


def writes(text: str) -> Step:
    def step(desk: WindowBinding) -> None:
        for popover in desk.window.findChildren(Popover):
            for field in popover.findChildren(QLineEdit):
                QTest.keyClicks(field, text)

    return step


def put_away(_: WindowBinding) -> None:
    """Close what floats: dialogs and lists."""
    for _ in range(4):
        floating = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if floating is None:
            return
        floating.close()


def dismiss(desk: WindowBinding) -> None:
    put_away(desk)
    for popover in desk.window.findChildren(Popover):
        popover.dismiss()


def _scrolling(desk: WindowBinding) -> QScrollBar | None:
    """How far down the page is; None where nothing scrolls."""
    areas = [a for a in desk.window.stack.page.findChildren(PageScroll) if a.isVisible()]
    return max(areas, key=lambda a: a.width() * a.height()).verticalScrollBar() if areas else None


def _scroll_to_end(desk: WindowBinding) -> None:
    bar = _scrolling(desk)
    if bar is not None:
        bar.setValue(bar.maximum())


scroll_all = (_scroll_to_end, _scroll_to_end)
"""Twice: what comes into sight may take more room than it was given unseen."""


def scroll_screens(screens: int) -> Step:
    """Down by so many screens, if the end of the page is not in sight before."""

    def step(desk: WindowBinding) -> None:
        bar = _scrolling(desk)
        if bar is None or screens * bar.pageStep() >= bar.maximum():
            raise OutOfSight
        bar.setValue(screens * bar.pageStep())

    return step


def scroll_back(desk: WindowBinding) -> None:
    for area in desk.window.stack.page.findChildren(PageScroll):
        area.verticalScrollBar().setValue(0)


def scenario_view(name: str) -> Step:
    def step(desk: WindowBinding) -> None:
        view = desk.window.stack.page.findChild(ScenarioView)
        view.views.set_current(name)
        view.on_view(name)

    return step


def kpi_mode(name: str) -> Step:
    def step(desk: WindowBinding) -> None:
        detail = desk.window.stack.page.findChild(KpiDetail)
        detail.findChild(TableTile).set_mode(name)
        detail.on_mode(name)

    return step


def edit(desk: WindowBinding) -> None:
    desk.window.stack.page.on_edit()


def first_chart(desk: WindowBinding) -> ChartTile:
    """The first that is drawn; a shop's orders have no movements."""
    tiles = (t for t in desk.window.stack.page.findChildren(ChartTile) if t.isVisible() and t.figure is not None)
    tile = next(tiles, None)
    if tile is None:
        raise OutOfSight
    return tile


def chart_menu(desk: WindowBinding) -> None:
    first_chart(desk).on_menu()


def picture(desk: WindowBinding) -> None:
    PictureDialog(lambda _: None, desk.window).open()


def full_disk(desk: WindowBinding) -> None:
    """A file that could not be saved, and one that could not be read."""

    def full(_: BinaryIO) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with TemporaryDirectory() as folder:
        try:
            replace_file(Path(folder) / "desk.kpidesk", full)
        except UserError as error:
            desk.services.notices.error(error)
    empty = Message(QT_TRANSLATE_NOOP("import", "{name} holds no table."), name="budget-2026.xlsx")
    desk.services.notices.post(Notice(Level.WARNING, empty, key="scene"))


def no_notices(desk: WindowBinding) -> None:
    for notice in desk.services.notices.standing:
        desk.services.notices.dismiss(notice)


def activate(desk: WindowBinding) -> None:
    desk.window.activateWindow()
    desk.window.stack.setFocus()


def focus(desk: WindowBinding) -> None:
    for _ in range(6):
        QTest.keyClick(QApplication.focusWidget() or desk.window, Qt.Key.Key_Tab)


def new_kpi(desk: WindowBinding) -> None:
    desk.window.stack.page.on_new()


def twin(desk: WindowBinding) -> None:
    first_chart(desk).on_chosen("table")


def hover(desk: WindowBinding) -> None:
    view = first_chart(desk).view.viewport()
    QTest.mouseMove(view, view.rect().center())


def baseline(desk: WindowBinding) -> None:
    desk.context.choose_scenario("")


def tours(at: int) -> Step:
    """The tour from its beginning to a step."""

    def step(desk: WindowBinding) -> None:
        desk.registry.run("help.tour")
        tour = desk.window.findChild(Tour)
        for _ in range(at):
            tour.on_onward()

    return step


def end_tour(desk: WindowBinding) -> None:
    desk.window.findChild(Tour).end()


def drawer(desk: WindowBinding) -> None:
    desk.window.on_drawer()


def undo(desk: WindowBinding) -> None:
    desk.services.session.undo()


def adds(study: str) -> Step:
    return lambda desk: desk.window.stack.page.findChild(ReportEditing).add(study)
