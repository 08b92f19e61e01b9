"""Every widget in every state on one page, for looking at: ``python tests/qt/gallery.py FOLDER``."""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from kpidesk.charts.card import Card as CardData
from kpidesk.core.ids import MetricName
from kpidesk.qt.fonts import Role
from kpidesk.qt.look import Look, apply_look, prepare
from kpidesk.qt.widgets.button import Button
from kpidesk.qt.widgets.card import Card, Tile
from kpidesk.qt.widgets.chip import Badge, Chip
from kpidesk.qt.widgets.data_table import DataTable
from kpidesk.qt.widgets.drop_zone import DropZone
from kpidesk.qt.widgets.empty_state import EmptyState
from kpidesk.qt.widgets.flow import Flow
from kpidesk.qt.widgets.job_area import JobArea, JobView
from kpidesk.qt.widgets.kpi_card import KpiCard
from kpidesk.qt.widgets.labels import plain_label
from kpidesk.qt.widgets.notice_bar import NoticeBar, NoticeView
from kpidesk.qt.widgets.popover import Choice, choose
from kpidesk.qt.widgets.search_box import SearchBox, TextBox
from kpidesk.qt.widgets.segmented import Segmented
from kpidesk.qt.widgets.sidebar_item import SidebarItem
from kpidesk.qt.widgets.slider_row import DriverView, SliderRow
from kpidesk.qt.widgets.table_model import Cell, Column, TableView
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

SPARK = (182, 188, 195, 201, 209, 214, 219, 226, 233, 231, 238, 231)


def a_card(label: str, state: str = "ok", **other: object) -> CardData:
    """A card of the gallery."""
    return CardData(MetricName(label.lower()), label, state, **other)


def cards() -> list[CardData]:
    """All states."""
    line = {"spark": SPARK, "spark_complete_until": 10}
    return [
        a_card("Net revenue retention", value_text="104.2%", delta_text="−1.1 pt", delta_is_good=False, direction=-1,
               comparison_text="vs Apr", foot="May · n 1,902", **line),
        a_card("MRR", "incomplete", value_text="$238.1K", delta_text="+3.2%", delta_is_good=True, direction=1,
               comparison_text="vs Apr", foot="May · n 2,431 customers", **line),
        a_card("Customer churn", "off_target", value_text="3.9%", delta_text="+1.6 pt", delta_is_good=False,
               direction=1, comparison_text="vs Apr", foot="off target: at most 2.5%", target=205, **line),
        a_card("NPS", "noisy", value_text="41", delta_text="−4", direction=-1, comparison_text="vs Apr",
               foot="noisy: n 86, 27–54", **line),
        a_card("Activation rate", "needs_data", foot="Needs a table of events: user, event, time.",
               link_text="Add product events"),
        a_card("LTV/CAC", "scenario", value_text="5.2", delta_text="+2.6", delta_is_good=True, direction=1,
               factor_text="×2.0", baseline_text="baseline 2.6"),
        a_card("CAC payback", "scenario", value_text="9.9 mo", baseline_text="baseline 9.9 mo", is_touched=False,
               foot="does not depend on churn"),
        a_card("Quick ratio", "failed", value_text="1.8", state_text="could not be computed", link_text="Details"),
    ]  # fmt: skip


def buttons() -> QWidget:
    """Buttons, chips, boxes."""
    box = QWidget()
    flow = Flow(box, gap=12)
    for kind in ("primary", "secondary", "ghost", "violet", "danger", "link"):
        flow.addWidget(Button(kind.capitalize(), kind, "share"))
    off = Button("Off", "secondary")
    off.disable("Nothing is imported yet")
    on = Button("On", "secondary")
    on.set_on(True)
    menu = Button("Menu", "secondary")
    menu.set_menu_mark(True)
    for widget in (
        off,
        on,
        menu,
        Button("", "ghost", "undo-2", tip="Undo"),
        Button("", "secondary", "copy", tip="Copy"),
    ):
        flow.addWidget(widget)
    chips = [
        Chip("value", "calendar"),
        Chip("value"),
        Chip("filter"),
        Chip("add", "plus"),
        Chip("scenario", "flask-conical"),
    ]
    texts = [
        ("Jul 2025 – Jun 2026", ""),
        ("vs", "Previous month"),
        ("Region", "Europe"),
        ("Segment", ""),
        ("", "Halve churn"),
    ]
    for chip, (label, value) in zip(chips, texts, strict=True):
        chip.set_texts(label, value)
        flow.addWidget(chip)
    segments = Segmented([("d", "Day"), ("w", "Week"), ("m", "Month"), ("q", "Quarter"), ("y", "Year")])
    segments.set_current("m")
    flow.addWidget(segments)
    search = SearchBox()
    search.set_texts("Search KPIs, pages, actions", "Ctrl K")
    flow.addWidget(search)
    for tone in ("plain", "good", "bad", "warn", "accent", "scenario"):
        flow.addWidget(Badge(f"98% {tone}", tone, "check"))
    return box


def sidebar() -> QWidget:
    """Entries of the sidebar."""
    box = Card(padding=(0, 12))
    for i, (name, icon) in enumerate(
        [("Data", "database"), ("Dashboard", "layout-dashboard"), ("KPIs", "gauge"), ("Why", "lightbulb")]
    ):
        item = SidebarItem(name, icon)
        item.setChecked(i == 1)
        item.set_badge({0: 2, 3: 3}.get(i, 0), is_warning=i == 0)
        box.body.addWidget(item)
    box.body.addStretch(1)
    box.setFixedWidth(208)
    return box


def drivers() -> QWidget:
    """Slider rows."""
    tile = Tile("Drivers")

    def share(value: float) -> str:
        return f"{value * 100:.4g}%"

    for view in (
        DriverView("Customer churn", 0.0195, 0.039, 0, 0.08, 0.001, share),
        DriverView("ARPA", 98, 98, 50, 200, 1, lambda v: f"${v:,.0f}"),
        DriverView("Gross margin", 0.78, 0.78, 0.4, 0.95, 0.01, share),
    ):
        row = SliderRow()
        row.set_driver(view)
        tile.content.addWidget(row)
    tile.setFixedWidth(328)
    return tile


def table() -> QWidget:
    """A table with a total."""
    tile = Tile("By plan")
    tile.set_texts("Channels", "May", "Standard profile. Source: subscriptions.csv")
    columns = (Column("Plan"), *(Column(t, True) for t in ("At start", "Lost", "Churn", "95% interval", "vs Apr")))
    rows = tuple(
        (Cell(n), Cell(a), Cell(b), Cell(c), Cell(d), Cell(e, tone, way))
        for n, a, b, c, d, e, tone, way in (
            ("Enterprise", "184", "21", "11.4%", "7.6–16.8%", "9.2 pt", "bad", 1),
            ("Business", "702", "29", "4.1%", "2.9–5.9%", "1.1 pt", "bad", 1),
            ("Free to paid", "525", "—", "2.7%", "1.6–4.4%", "0.1 pt", "good", -1),
        )
    )
    total = (Cell("Total"), Cell("2,431"), Cell("95"), Cell("3.9%"), Cell("3.2–4.7%"), Cell("1.6 pt", "", 1))
    view = DataTable()
    view.set_table(TableView(columns, rows, total))
    view.setFixedHeight(view.full_height())
    tile.content.addWidget(view)
    tile.add_menu("More")
    return tile


def gallery() -> QWidget:
    """The page."""
    window = QWidget()
    window.resize(1240, 1180)
    column = QVBoxLayout(window)
    column.setContentsMargins(24, 16, 24, 16)
    column.setSpacing(16)
    notices = NoticeBar()
    notices.show_notices(
        (
            NoticeView("9 rows are repeated. Counted once.", "warn", ("Show rows",)),
            NoticeView("Imported 5 tables.", "good", ("Undo",)),
        )
    )
    column.addWidget(notices)
    grid = QGridLayout()
    grid.setSpacing(16)
    for i, card in enumerate(cards()):
        widget = KpiCard()
        widget.set_card(card)
        grid.addWidget(widget, i // 4, i % 4)
    column.addLayout(grid)
    column.addWidget(buttons())
    row = QHBoxLayout()
    row.setSpacing(16)
    for widget in (sidebar(), drivers(), table()):
        row.addWidget(widget)
    column.addLayout(row)
    row = QHBoxLayout()
    row.setSpacing(16)
    zone = DropZone()
    zone.set_texts("XLSX, XLS, CSV. Nothing leaves this computer.", "Choose files")
    empty = EmptyState()
    empty.set_texts(
        "funnel", "Where leads are lost, step by step.", "Needs a table of leads with a date for each stage."
    )
    empty.set_actions("Import leads", "Get a template", "upload")
    row.addWidget(zone)
    row.addWidget(empty)
    column.addLayout(row)
    jobs = JobArea()
    jobs.set_jobs((JobView(1, "Importing orders.csv", 0.62),))
    jobs.on_slow()
    column.addWidget(jobs)
    entry = TextBox(icon="search")
    entry.setPlaceholderText("Find")
    column.addWidget(entry)
    column.addWidget(plain_label("Micro <b>never</b> markup", Role.MICRO, "ink3"))
    window.anchor = entry
    return window


def main() -> None:
    """Write the pictures."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    prepare(app)
    for theme in ("light", "dark", "high_contrast_light", "high_contrast_dark"):
        apply_look(app, Look(theme))
        window = gallery()
        window.show()
        app.processEvents()
        window.grab().save(str(folder / f"gallery-{theme}.png"))
        window.close()
    window = gallery()
    apply_look(app, Look("light", "zh_Hans", 100))
    window.show()
    choose(window.anchor, [Choice(i, f"Choice {i}", f"detail {i}") for i in range(12)], print, current=2)
    app.processEvents()
    window.grab().save(str(folder / "gallery-zh.png"))


if __name__ == "__main__":
    main()
