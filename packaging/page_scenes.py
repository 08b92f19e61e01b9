"""What page_pictures.py draws: pages, views of pages, dialogs and states, each with the steps that lead there.

A scene leaves the window as it found it, save for the page that is open: what it turned is turned back by ``undo``.
"""

import errno
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from kpidesk.core.errors import UserError
from kpidesk.core.findings import Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.qt.widgets.popover import Popover
from kpidesk.qt.widgets.scroll import PageScroll
from kpidesk.session.notices import Notice
from kpidesk.ui.actions.pages import PAGES
from kpidesk.ui.charts.chart_tile import ChartTile
from kpidesk.ui.charts.picture_dialog import PictureDialog
from kpidesk.ui.importing.review_view import ReviewView
from kpidesk.ui.metrics.kpi_detail import KpiDetail
from kpidesk.ui.metrics.table_tile import TableTile
from kpidesk.ui.report.report_editing import ReportEditing
from kpidesk.ui.scenario.scenario_view import ScenarioView
from kpidesk.ui.window.binding import WindowBinding
from kpidesk.ui.window.tour import Tour
from kpidesk.ui.window.tour_steps import STEPS as TOUR
from kpidesk.workspace.replacing import replace_file
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollBar

Step = Callable[[WindowBinding], None]


class OutOfSight(Exception):
    """The page has no such part in a window of this size; no picture is drawn."""


TALLEST_PAGE, TALLEST_BOARD = 4, 7
"""So many screens of 1024 × 700 the longest of them takes."""
ARGUMENTS = {
    "kpis": ("", "customer_churn_rate", "mrr"),
    "dashboard": ("overview", "board_pack", "marketing"),
    "data": ("tables", "coverage", "checkup"),
    "proof": ("profiles", "sources", "checks"),
    "whatif": ("halve_churn",),
}


@dataclass(frozen=True, slots=True)
class Scene:
    """A name for the file, the steps to it (the window settles after each), and the way back."""

    name: str
    steps: tuple[Step, ...]
    undo: Step | None = None


def opens(page: str, argument: str = "") -> Step:
    """Go to a page; without an argument to its beginning, wherever the look before has left it."""

    def step(desk: WindowBinding) -> None:
        desk.window.show_page(page, argument)
        if not argument:
            desk.window.stack.page.show_start()

    return step


def runs(action: str) -> Step:
    return lambda desk: desk.registry.run(action)


def _types(text: str) -> Step:
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


def _chart_menu(desk: WindowBinding) -> None:
    first_chart(desk).on_menu()


def _picture(desk: WindowBinding) -> None:
    PictureDialog(lambda _: None, desk.window).open()


def _error(desk: WindowBinding) -> None:
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


def _activate(desk: WindowBinding) -> None:
    desk.window.activateWindow()
    desk.window.stack.setFocus()


def _focus(desk: WindowBinding) -> None:
    for _ in range(6):
        QTest.keyClick(QApplication.focusWidget() or desk.window, Qt.Key.Key_Tab)


def _new_kpi(desk: WindowBinding) -> None:
    desk.window.stack.page.on_new()


def _twin(desk: WindowBinding) -> None:
    first_chart(desk).on_chosen("table")


def _hover(desk: WindowBinding) -> None:
    view = first_chart(desk).view.viewport()
    QTest.mouseMove(view, view.rect().center())


def _baseline(desk: WindowBinding) -> None:
    desk.context.choose_scenario("")


def _tours(at: int) -> Step:
    """The tour from its beginning to a step."""

    def step(desk: WindowBinding) -> None:
        desk.registry.run("help.tour")
        tour = desk.window.findChild(Tour)
        for _ in range(at):
            tour.on_onward()

    return step


def _end_tour(desk: WindowBinding) -> None:
    desk.window.findChild(Tour).end()


def drawer(desk: WindowBinding) -> None:
    desk.window.on_drawer()


def undo(desk: WindowBinding) -> None:
    desk.services.session.undo()


def _adds(study: str) -> Step:
    return lambda desk: desk.window.stack.page.findChild(ReportEditing).add(study)


def _pages() -> tuple[Scene, ...]:
    made = []
    for page in PAGES:
        for argument in ARGUMENTS.get(page.id, ("",)):
            name = f"{page.id}-{argument}".rstrip("-")
            made.append(Scene(name, (opens(page.id, argument),), _baseline if page.id == "whatif" else None))
    return tuple(made)


def below(name: str, opened: Step, longest: int) -> tuple[Scene, ...]:
    """What lies between the first sight of a page and its end, screen by screen, and its end."""
    screens = (
        Scene(f"{name}-screen-{at + 1}", (opened, scroll_screens(at)), scroll_back) for at in range(1, longest - 1)
    )
    return (*screens, Scene(f"{name}-foot", (opened, *scroll_all), scroll_back))


def _feet() -> tuple[Scene, ...]:
    """The rest of pages that are longer than the window."""
    tall = ("movements", "funnel", "cohorts", "channels", "voice", "why", "orders", "traffic", "support", "settings")
    pages = [(page, opens(page), TALLEST_PAGE) for page in tall]
    boards = [(f"dashboard-{name}", opens("dashboard", name), TALLEST_BOARD) for name in ARGUMENTS["dashboard"]]
    kpi = ("kpis-customer_churn_rate", opens("kpis", "customer_churn_rate"), TALLEST_PAGE)
    return tuple(scene for told in (*pages, *boards, kpi) for scene in below(*told))


STATES = (
    Scene("whatif-two", (opens("whatif", "halve_churn"), scenario_view("two")), scenario_view("path")),
    Scene("whatif-ranges", (opens("whatif"), scenario_view("ranges")), scenario_view("path")),
    Scene("whatif-compare", (opens("whatif"), scenario_view("compare")), scenario_view("path")),
    Scene("kpi-rows", (opens("kpis", "mrr"), kpi_mode("rows"), *scroll_all), scroll_back),
    Scene("kpi-new", (opens("kpis"), _new_kpi), lambda desk: desk.window.show_page("kpis")),
    Scene("board-edit", (opens("dashboard", "overview"), edit), edit),
    Scene("chart-menu", (opens("movements"), _chart_menu), dismiss),
    Scene("chart-table", (opens("movements"), _twin), _twin),
    Scene("chart-hover", (opens("movements"), _hover)),
    Scene("palette", (opens("dashboard"), runs("view.palette")), dismiss),
    Scene("palette-typed", (opens("dashboard"), runs("view.palette"), _types("churn")), dismiss),
    Scene("menu", (opens("dashboard"), lambda desk: desk.on_menu()), put_away),
    *(
        Scene(f"list-{part}", (opens("dashboard"), lambda desk, part=part: desk.bar.open_part(part)), dismiss)
        for part in ("period", "comparison", "segment", "grain")
    ),
    Scene("keys", (runs("view.keys"),), put_away),
    Scene("about", (runs("help.about"),), put_away),
    Scene("installation", (runs("help.check"),), put_away),
    Scene("picture", (opens("movements"), _picture), put_away),
    *(Scene(f"tour-{at}", (_tours(at),), _end_tour) for at in range(len(TOUR))),
    Scene("drawer", (opens("kpis", "customer_churn_rate"), drawer), drawer),
    Scene("kpi-export", (opens("kpis", "mrr"), lambda desk: desk.window.stack.page.on_export_menu()), dismiss),
    Scene("report-add", (opens("report"), lambda desk: desk.window.stack.page.on_add()), dismiss),
    Scene("report-study", (opens("report"), _adds("study-kept_customers")), undo),
    Scene("notices", (opens("dashboard"), _error), no_notices),
    Scene("focus", (opens("dashboard", "overview"), _activate, _focus), _activate),
)
SCENES = (*_pages(), *_feet(), *STATES)
EMPTY = (Scene("welcome", (opens("welcome"),)), *(Scene(f"empty-{p.id}", (opens(p.id),)) for p in PAGES))


def review(data: Path) -> Scene:
    """The review of an import of these files, which come in with no look."""
    return Scene(
        "review",
        (lambda desk: desk.files.take((data,)),),
        lambda desk: desk.window.stack.get("data").findChild(ReviewView).cancelled.emit(),
    )
