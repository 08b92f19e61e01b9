"""What page_pictures.py draws: pages, views of pages, dialogs and states, each with the steps that lead there.

A scene leaves the window as it found it, save for the page that is open: what it turned is turned back by ``undo``.
"""

from dataclasses import dataclass
from pathlib import Path

from kpidesk.ui.actions.pages import PAGES
from kpidesk.ui.importing.review_view import ReviewView
from kpidesk.ui.window.tour_steps import STEPS as TOUR
from page_steps import (
    Step,
    activate,
    adds,
    baseline,
    chart_menu,
    dismiss,
    drawer,
    edit,
    end_tour,
    focus,
    full_disk,
    hover,
    kpi_mode,
    new_kpi,
    no_notices,
    opens,
    picture,
    put_away,
    runs,
    scenario_view,
    scroll_all,
    scroll_back,
    scroll_screens,
    tours,
    twin,
    undo,
    writes,
)

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


def _pages() -> tuple[Scene, ...]:
    made = []
    for page in PAGES:
        for argument in ARGUMENTS.get(page.id, ("",)):
            name = f"{page.id}-{argument}".rstrip("-")
            made.append(Scene(name, (opens(page.id, argument),), baseline if page.id == "whatif" else None))
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
    Scene("kpi-new", (opens("kpis"), new_kpi), lambda desk: desk.window.show_page("kpis")),
    Scene("board-edit", (opens("dashboard", "overview"), edit), edit),
    Scene("chart-menu", (opens("movements"), chart_menu), dismiss),
    Scene("chart-table", (opens("movements"), twin), twin),
    Scene("chart-hover", (opens("movements"), hover)),
    Scene("palette", (opens("dashboard"), runs("view.palette")), dismiss),
    Scene("palette-typed", (opens("dashboard"), runs("view.palette"), writes("churn")), dismiss),
    Scene("menu", (opens("dashboard"), lambda desk: desk.on_menu()), put_away),
    *(
        Scene(f"list-{part}", (opens("dashboard"), lambda desk, part=part: desk.bar.open_part(part)), dismiss)
        for part in ("period", "comparison", "segment", "grain")
    ),
    Scene("keys", (runs("view.keys"),), put_away),
    Scene("about", (runs("help.about"),), put_away),
    Scene("installation", (runs("help.check"),), put_away),
    Scene("picture", (opens("movements"), picture), put_away),
    *(Scene(f"tour-{at}", (tours(at),), end_tour) for at in range(len(TOUR))),
    Scene("drawer", (opens("kpis", "customer_churn_rate"), drawer), drawer),
    Scene("kpi-export", (opens("kpis", "mrr"), lambda desk: desk.window.stack.page.on_export_menu()), dismiss),
    Scene("report-add", (opens("report"), lambda desk: desk.window.stack.page.on_add()), dismiss),
    Scene("report-study", (opens("report"), adds("study-kept_customers")), undo),
    Scene("notices", (opens("dashboard"), full_disk), no_notices),
    Scene("focus", (opens("dashboard", "overview"), activate, focus), activate),
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
