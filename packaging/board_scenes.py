"""What page_pictures.py draws of boards, KPIs and the report beyond their first sight."""

from kpidesk.qt.widgets.scroll import PageScroll
from kpidesk.qt.widgets.segmented import Segmented
from kpidesk.ui.dashboard.add_panel import AddPanel
from kpidesk.ui.dashboard.tile_cover import TileCover
from kpidesk.ui.metrics.metric_browser import MetricBrowser
from kpidesk.ui.window.binding import WindowBinding
from page_scenes import TALLEST_BOARD, Scene, below
from page_steps import Step, dismiss, drawer, edit, first_chart, kpi_mode, opens, scroll_all, scroll_back
from PySide6.QtWidgets import QLineEdit

_BOARDS = (
    "company", "product", "sales", "success", "awareness", "acquisition", "activation", "retention",
    "revenue", "referral",
)  # fmt: skip
_KPIS = ("nps", "new_customers", "avg_first_response_hours", "gross_margin", "influencer_cpe")


def _catalogue(kind: str, typed: str) -> Step:
    """The panel beside a board that is edited, with something looked for."""

    def step(desk: WindowBinding) -> None:
        edit(desk)
        panel = desk.window.stack.page.findChild(AddPanel)
        panel.findChild(Segmented).set_current(kind)
        panel.on_kind(kind)
        panel.findChild(QLineEdit).setText(typed)

    return step


def _no_catalogue(desk: WindowBinding) -> None:
    panel = desk.window.stack.page.findChild(AddPanel)
    panel.findChild(QLineEdit).clear()
    panel.findChild(Segmented).set_current("card")
    panel.on_kind("card")
    edit(desk)


def _boards(desk: WindowBinding) -> None:
    desk.window.stack.page.on_boards()


def _tile_menu(desk: WindowBinding) -> None:
    page = desk.window.stack.page
    cover = next(each for each in page.findChildren(TileCover) if each.tile.startswith("chart"))
    page.findChild(PageScroll).ensureWidgetVisible(cover)
    page.on_tile_menu(cover.tile)


def _end_menu(desk: WindowBinding) -> None:
    dismiss(desk)
    edit(desk)


def _looks_for(typed: str) -> Step:
    return lambda desk: desk.window.stack.page.findChild(MetricBrowser).findChild(QLineEdit).setText(typed)


def _all_kpis(desk: WindowBinding) -> None:
    desk.window.stack.page.open_with("")


def _note(desk: WindowBinding) -> None:
    first_chart(desk).ask_note()


def _page_of_report(at: int) -> Step:
    def step(desk: WindowBinding) -> None:
        desk.window.stack.page.section_list.setCurrentRow(at)

    return step


BOARD_SCENES = (
    Scene("board-catalogue", (opens("dashboard", "overview"), _catalogue("study", "")), _no_catalogue),
    Scene("board-search", (opens("dashboard", "overview"), _catalogue("line", "churn")), _no_catalogue),
    Scene("board-list", (opens("dashboard", "overview"), _boards), dismiss),
    Scene("board-menu", (opens("dashboard", "overview"), edit, _tile_menu), _end_menu),
    *(Scene(f"board-{board}", (opens("dashboard", board),)) for board in _BOARDS),
    *(scene for name in _BOARDS for scene in below(f"board-{name}", opens("dashboard", name), TALLEST_BOARD)),
    *(Scene(f"kpi-{name}", (opens("kpis", name),)) for name in _KPIS),
    Scene("kpi-segments", (opens("kpis", "mrr"), kpi_mode("segments"), *scroll_all), scroll_back),
    Scene("kpi-search", (opens("kpis"), _all_kpis, _looks_for("churn")), _looks_for("")),
    Scene("kpi-note", (opens("kpis", "mrr"), _note), dismiss),
    *(Scene(f"report-page-{at}", (opens("report"), _page_of_report(at))) for at in range(2, 7)),
    Scene("report-more", (opens("report"), lambda desk: desk.window.stack.page.on_more()), dismiss),
    Scene("report-panel", (opens("report"), drawer), drawer),
)
