"""What page_pictures.py draws of the frame and of What-if beyond their first sight: lists, notices, jobs, drops."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

from kpidesk.core.findings import Level
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.metrics.query import Filter
from kpidesk.qt.excepthook import Crash
from kpidesk.qt.widgets.drop_zone import DropPlate
from kpidesk.session.commands.view import SetQuery
from kpidesk.session.notices import Notice, NoticeAction
from kpidesk.ui.scenario.scenario_bar import ScenarioBar
from kpidesk.ui.window.binding import WindowBinding
from kpidesk.ui.window.dialogs import CrashDialog
from page_scenes import Scene
from page_steps import dismiss, no_notices, opens, put_away, runs, scenario_view, scroll_all, scroll_back, undo

_SHEETS = tuple(Path(f"sheet-{n}.csv") for n in range(3))
_UNDO = NoticeAction(Message(QT_TRANSLATE_NOOP("window", "Undo")), "edit.undo")
_NOTICES = (
    (Level.NOTE, Message(QT_TRANSLATE_NOOP("window", "Imported {n} {n|table|tables}."), n=5)),
    (Level.BLOCKER, Message(QT_TRANSLATE_NOOP("import", "{name} holds no table."), name="budget-2026.xlsx")),
    (
        Level.WARNING,
        Message(
            QT_TRANSLATE_NOOP("workspace", "{file} is not a sound KPI Desk workspace ({place})."),
            file="desk.kpidesk",
            place="document.json",
        ),
    ),
    (Level.NOTE, Message(QT_TRANSLATE_NOOP("window", "Imported {n} {n|table|tables}."), n=1)),
)
_LABELS = (
    Message(QT_TRANSLATE_NOOP("import", "Reading {name}"), name="orders.csv"),
    Message(QT_TRANSLATE_NOOP("importing", "Importing {count} {count|table|tables}"), count=5),
)
_RUNNING: list[SimpleNamespace] = []
_REPORT = (
    "Traceback (most recent call last):\n  File \"kpidesk/metrics/engine.py\", line 118, in values\nKeyError: 'mrr'"
)


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
    for at, (level, message) in enumerate(_NOTICES):
        actions = (_UNDO,) if level is Level.NOTE else ()
        desk.services.notices.post(Notice(level, message, actions=actions, key=f"scene {at}"))
    desk.notices.on_bell()


def _no_more_notices(desk: WindowBinding) -> None:
    dismiss(desk)
    no_notices(desk)


def _jobs(desk: WindowBinding) -> None:
    """Two jobs that run, and the list of them."""
    runs_still = SimpleNamespace(connect=lambda _: None)
    for label in _LABELS:
        state, job = SimpleNamespace(is_over=False), SimpleNamespace(label=label)
        handle = SimpleNamespace(state=state, job=job, progressed=runs_still, finished=runs_still)
        desk.jobs.on_started(handle)
        desk.jobs.on_step(id(handle), 62, 100, None)
        _RUNNING.append(handle)


def _no_jobs(desk: WindowBinding) -> None:
    dismiss(desk)
    while _RUNNING:
        desk.jobs.on_finished(_RUNNING.pop())


def _crash(desk: WindowBinding) -> None:
    CrashDialog(Crash(Path("crashes", "2026-06-18.txt"), _REPORT), desk.window).open()


def _drag(desk: WindowBinding) -> None:
    desk.window.findChild(DropPlate).show_for(_SHEETS)


def _no_drag(desk: WindowBinding) -> None:
    desk.window.findChild(DropPlate).hide()


SHELL_SCENES = (
    Scene("whatif-foot", (opens("whatif"), *scroll_all), scroll_back),
    Scene("whatif-second", (opens("whatif", "halve_churn"), scenario_view("compare"), _second), _back_to_one),
    Scene("list-profile", (opens("dashboard"), lambda desk: desk.bar.open_profile()), dismiss),
    Scene("list-scenario", (opens("whatif", "halve_churn"), lambda desk: desk.bar.open_scenario()), dismiss),
    Scene("list-template", (opens("dashboard"), runs("help.templates")), dismiss),
    Scene("list-segments", (opens("dashboard", "overview"), _three_segments), undo),
    Scene("notices-bell", (opens("dashboard"), _many_notices), _no_more_notices),
    Scene("list-jobs", (opens("dashboard"), _jobs, lambda desk: desk.jobs.on_list()), _no_jobs),
    Scene("crash", (opens("dashboard"), _crash), put_away),
    Scene("drop", (opens("dashboard"), _drag), _no_drag),
)
