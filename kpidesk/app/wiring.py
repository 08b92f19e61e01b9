"""The one place where services are built and bound to the window, by plain calls.

Imported behind the window, on a thread: it brings the session with it. Pages are imported when they are first opened:
whoever adds a page adds its factory here.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.progress import Progress
from kpidesk.qt.job_runner import ThreadRunner
from kpidesk.session.backend import Backend
from kpidesk.session.folders import Folders
from kpidesk.session.jobs import Job, Lane
from kpidesk.session.services import Services, build_services
from kpidesk.ui.window.binding import WindowBinding
from kpidesk.ui.window.main_window import MainWindow
from kpidesk.ui.window.page import Page
from kpidesk.ui.window.page_stack import PageFactory
from kpidesk.ui.window.pages_ahead import PagesAhead

AHEAD = ("data", "dashboard", "kpis", "whatif", "movements", "why", "cohorts", "funnel", "channels", "report", "voice")
"""The pages that are built before they are opened, those that are wanted first before the others."""


def open_backend(folder: Path) -> Backend:
    """The engine behind the window; brings DuckDB and Ibis with it."""
    from kpidesk.session.local_backend import LocalBackend

    return LocalBackend(folder)


def wire(window: MainWindow, folders: Folders | None = None) -> WindowBinding:
    """Services on threads, bound to a window; on the window's thread."""
    services = build_services(ThreadRunner(), open_backend, folders, remembers=True)
    return WindowBinding(window, services, page_factories(services))


def page_factories(services: Services) -> Mapping[str, PageFactory]:
    """The pages that are written; the others show what they will need."""

    def dashboard() -> Page:
        from kpidesk.ui.dashboard.dashboard_page import DashboardPage

        return DashboardPage(services)

    def data() -> Page:
        from kpidesk.ui.importing.data_page import DataPage

        return DataPage(services)

    def kpis() -> Page:
        from kpidesk.ui.metrics.kpis_page import KpisPage

        return KpisPage(services)

    def movements() -> Page:
        from kpidesk.ui.movements.movements_page import MovementsPage

        return MovementsPage(services)

    def funnel() -> Page:
        from kpidesk.ui.funnel.funnel_page import FunnelPage

        return FunnelPage(services)

    def cohorts() -> Page:
        from kpidesk.ui.cohorts.cohorts_page import CohortsPage

        return CohortsPage(services)

    def what_if() -> Page:
        from kpidesk.ui.scenario.scenario_page import ScenarioPage

        return ScenarioPage(services)

    def report() -> Page:
        from kpidesk.ui.report.report_page import ReportPage

        return ReportPage(services)

    def proof() -> Page:
        from kpidesk.ui.proof.proof_page import ProofPage

        return ProofPage(services)

    def channels() -> Page:
        from kpidesk.ui.channels.channels_page import ChannelsPage

        return ChannelsPage(services)

    def voice() -> Page:
        from kpidesk.ui.voice.voice_page import VoicePage

        return VoicePage(services)

    def orders() -> Page:
        from kpidesk.ui.orders.orders_page import OrdersPage

        return OrdersPage(services)

    def traffic() -> Page:
        from kpidesk.ui.traffic.traffic_page import TrafficPage

        return TrafficPage(services)

    def support() -> Page:
        from kpidesk.ui.support.support_page import SupportPage

        return SupportPage(services)

    def why() -> Page:
        from kpidesk.ui.why.why_page import WhyPage

        return WhyPage(services)

    return {
        "data": data,
        "dashboard": dashboard,
        "kpis": kpis,
        "movements": movements,
        "funnel": funnel,
        "cohorts": cohorts,
        "whatif": what_if,
        "channels": channels,
        "voice": voice,
        "orders": orders,
        "traffic": traffic,
        "support": support,
        "why": why,
        "report": report,
        "proof": proof,
    }


def load_first_pages() -> None:
    """On a thread: what shows files that come in, and then the numbers."""
    import pyqtgraph  # noqa: F401

    import kpidesk.ui.dashboard.dashboard_page
    import kpidesk.ui.importing.data_page  # noqa: F401


def warm_up(services: Services, window: MainWindow | None = None, at_end: Callable[[], None] = lambda: None) -> None:
    """Bring the heavy libraries in behind the window: the engine first, then the charts, then what reads workbooks.

    The pages of the window, if one is given, are built when all that they stand on is there; ``at_end`` follows.
    """

    def load_charts(_: Progress) -> None:
        import pyqtgraph  # noqa: F401

        from kpidesk.ingest.reader import warm_up

        warm_up()

    def load_pages(_: Progress) -> None:
        """On the window's thread each of them would stop it for a moment when it is first opened."""
        import ibis  # noqa: F401  # whole before a part of it: the other lane may be bringing it in at this moment

        import kpidesk.ui.channels.channels_page
        import kpidesk.ui.cohorts.cohorts_page
        import kpidesk.ui.dashboard.dashboard_page
        import kpidesk.ui.funnel.funnel_page
        import kpidesk.ui.importing.data_page
        import kpidesk.ui.metrics.kpis_page
        import kpidesk.ui.movements.movements_page
        import kpidesk.ui.orders.orders_page
        import kpidesk.ui.proof.proof_page
        import kpidesk.ui.report.report_page
        import kpidesk.ui.scenario.scenario_page
        import kpidesk.ui.support.support_page
        import kpidesk.ui.traffic.traffic_page
        import kpidesk.ui.voice.voice_page
        import kpidesk.ui.why.why_page  # noqa: F401
        from kpidesk.metrics.profiles import profiles
        from kpidesk.workspace.ready_boards import ready_boards

        profiles()
        ready_boards()

    def build_pages(_: None) -> None:
        if window is not None:
            PagesAhead(window.stack, AHEAD).done.connect(at_end)

    services.warm_up()
    label = Message(QT_TRANSLATE_NOOP("wiring", "Loading the charts"))
    services.runner.submit(Job(label, load_charts, quiet=True), lane=Lane.STORE)
    services.runner.submit(Job(label, load_pages, quiet=True), lane=Lane.WORK).then(build_pages)
