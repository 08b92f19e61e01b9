"""What page_pictures.py draws of the frame and of What-if beyond their first sight: lists, notices, jobs, drops."""

from dataclasses import replace
from pathlib import Path

from kpidesk.core.findings import Level
from kpidesk.core.messages import verbatim
from kpidesk.metrics.query import Filter
from kpidesk.qt.widgets.drop_zone import DropPlate
from kpidesk.qt.widgets.job_area import JobView
from kpidesk.session.commands.view import SetQuery
from kpidesk.session.notices import Notice, NoticeAction
from kpidesk.ui.scenario.scenario_bar import ScenarioBar
from kpidesk.ui.window.binding import WindowBinding
from page_scenes import Scene, dismiss, no_notices, opens, runs, scenario_view, scroll_all, scroll_back, undo

_SHEETS = tuple(Path(f"sheet-{n}.csv") for n in range(3))
_JOBS = (JobView(1, "Importing orders.csv", 0.62), JobView(2, "Computing the key figures", None))


def _second(desk: WindowBinding) -> None:
    """A copy of the scenario on show with another change in it, beside the first."""
    desk.window.stack.page.findChild(ScenarioBar).copied.emit()
    desk.window.stack.page.open_with("price_up")


def _back_to_one(desk: WindowBinding) -> None:
    scenario_view("path")(desk)
    for _ in range(2):
        undo(desk)


def _three_segments(desk: WindowBinding) -> None:
    known = list(desk.services.results.attributes.items())[:3]
    kept = tuple(Filter(name, (values[0],)) for name, values in known)
    document = desk.services.session.document
    desk.services.session.execute(SetQuery(replace(document.query, filters=kept, comparison="year_ago")))


def _many_notices(desk: WindowBinding) -> None:
    way_back = NoticeAction(verbatim("Undo"), "edit.undo")
    for level, text in (
        (Level.NOTE, "Imported 5 tables."),
        (Level.BLOCKER, "The file budget-2026.xlsx holds no table."),
        (Level.WARNING, "orders.csv changed on disk"),
        (Level.NOTE, "Saved desk.kpidesk"),
    ):
        desk.services.notices.post(Notice(level, verbatim(text), actions=(way_back,), key=text))
    desk.notices.on_bell()


def _no_more_notices(desk: WindowBinding) -> None:
    dismiss(desk)
    no_notices(desk)


def _jobs(desk: WindowBinding) -> None:
    desk.window.frame.status.jobs.set_jobs(_JOBS)


def _no_jobs(desk: WindowBinding) -> None:
    dismiss(desk)
    desk.window.frame.status.jobs.set_jobs(())


def _drag(desk: WindowBinding) -> None:
    desk.window.findChild(DropPlate).show_for(_SHEETS)


def _no_drag(desk: WindowBinding) -> None:
    desk.window.findChild(DropPlate).hide()


SHELL_SCENES = (
    Scene("whatif-foot", (opens("whatif"), scroll_all), scroll_back),
    Scene("whatif-second", (opens("whatif", "halve_churn"), scenario_view("compare"), _second), _back_to_one),
    Scene("list-profile", (opens("dashboard"), lambda desk: desk.bar.open_profile()), dismiss),
    Scene("list-scenario", (opens("whatif", "halve_churn"), lambda desk: desk.bar.open_scenario()), dismiss),
    Scene("list-template", (opens("dashboard"), runs("help.templates")), dismiss),
    Scene("list-segments", (opens("dashboard", "overview"), _three_segments), undo),
    Scene("notices-bell", (opens("dashboard"), _many_notices), _no_more_notices),
    Scene("list-jobs", (opens("dashboard"), _jobs), _no_jobs),
    Scene("drop", (opens("dashboard"), _drag), _no_drag),
)
