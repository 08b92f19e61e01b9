"""A window over a real engine, inline, on a small company of made tables."""

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from kpidesk.app.wiring import open_backend, page_factories
from kpidesk.core.errors import Cancelled, UserError
from kpidesk.core.progress import Progress
from kpidesk.core.resources import resource
from kpidesk.qt.look import Look, apply_look, prepare
from kpidesk.session.folders import Folders
from kpidesk.session.jobs import InlineRunner, JobHandle, Lane
from kpidesk.session.services import build_services
from kpidesk.ui.window.binding import WindowBinding
from kpidesk.ui.window.main_window import MainWindow
from PySide6.QtWidgets import QApplication
from shiboken6 import delete


def months(first: int, last: int) -> Iterator[date]:
    """First days of months counted from January 2025."""
    for month in range(first, last + 1):
        yield date(2025 + month // 12, month % 12 + 1, 1)


def a_company(folder: Path) -> tuple[Path, ...]:
    """Twelve months: five customers of €100 come each month, one of them leaves three months later; €500 of spend."""
    lines = ["Subscription ID,Customer ID,Plan,Start date,Cancel date,MRR"]
    ends = dict(enumerate(months(0, 14)))
    for month, day in enumerate(months(0, 11)):
        for i in range(5):
            end = ends[month + 3].isoformat() if i == 0 and month + 3 < 12 else ""
            plan = ("Team", "Business")[i % 2]
            lines.append(f"S{month}-{i},C{month}-{i},{plan},{day.isoformat()},{end},€100")
    subscriptions = folder / "subscriptions.csv"
    subscriptions.write_text("\n".join(lines) + "\n")
    spend = folder / "spend.csv"
    rows = (f"{day.isoformat()},Search,€500" for day in months(0, 11))
    spend.write_text("\n".join(("Date,Channel,Ad spend", *rows)) + "\n")
    return subscriptions, spend


def a_varied_company(folder: Path) -> tuple[Path, ...]:
    """A few customers of the sample company in all tables that a page stands on: little to compute, every page full."""
    folder.mkdir(exist_ok=True)
    made = []
    for name in ("subscriptions", "spend", "leads", "orders", "surveys", "tickets", "web_traffic"):
        with resource("samples", "tideline", f"{name}.csv").open(newline="", encoding="utf-8") as file:
            head, *rows = csv.reader(file)
        customer = head.index("Customer ID") if "Customer ID" in head else None
        kept = rows[:: max(1, len(rows) // 150)] if customer is None else [r for r in rows if r[customer][-1:] == "7"]
        made.append(folder / f"{name}.csv")
        with made[-1].open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows((head, *kept))
    return tuple(made)


class HeldRunner(InlineRunner):
    """While it ``holds``, what the store's lane is given waits, as it does behind facts that take their time."""

    def __init__(self) -> None:
        self.holds = False
        self._waiting: list[JobHandle] = []

    def submit(self, job, *, lane, replaces=None):
        if not self.holds or lane is not Lane.STORE:
            return super().submit(job, lane=lane, replaces=replaces)
        self._waiting.append(handle := JobHandle(job, lane, Progress()))
        return handle

    def go_on(self) -> None:
        """Do what waits, and what follows from it."""
        self.holds = False
        waiting, self._waiting = self._waiting, []
        for handle in waiting:
            handle.begin()
            try:
                handle.progress.raise_if_cancelled()
                handle.succeed(handle.job.run(handle.progress))
            except Cancelled:
                handle.drop()
            except UserError as error:
                handle.fail(error)


def a_window(
    qapp: QApplication, folder: Path, runner: InlineRunner | None = None, *, remembers: bool = False
) -> WindowBinding:
    """With its pages, on the screen; the caller closes window and services."""
    prepare(qapp)
    apply_look(qapp, Look())
    services = build_services(
        runner or InlineRunner(), open_backend, Folders.below(folder / "desk"), remembers=remembers
    )
    window = MainWindow()
    binding = WindowBinding(window, services, page_factories(services))
    window.show()
    return binding


def take_in(binding: WindowBinding, folder: Path) -> None:
    """Import the small company through the review."""
    binding.files.take(a_company(folder))
    binding.window.stack.page._review.on_accept()


def take_in_all(binding: WindowBinding, files: tuple[Path, ...]) -> None:
    """Import files through the review as it proposes them."""
    binding.files.take(files)
    if (review := binding.window.stack.get("data")._review).isVisible():
        review.on_accept()


def close(binding: WindowBinding) -> None:
    """Close the window and be rid of it at once.

    A deferred deletion would wait for an event loop: every later test would dress this window too, half collected.
    """
    binding.window.close()
    binding.services.close()
    delete(binding.window)
