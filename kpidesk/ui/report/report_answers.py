"""What the report asks of the engine: every KPI, the same by each attribute that a page is split by, and a scenario."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject

from kpidesk.charts.figure import Figure
from kpidesk.core.errors import UserError
from kpidesk.core.formatting import Style
from kpidesk.core.period import Grain
from kpidesk.metrics.frame import ResultFrame
from kpidesk.metrics.query import Query
from kpidesk.session.report import Supposed
from kpidesk.session.services import Services
from kpidesk.session.studies import Studies
from kpidesk.ui.dashboard.study_tiles import StudyTiles
from kpidesk.ui.report.report_state import ReportState, attributes_of, study_shown
from kpidesk.workspace.sections import Section

KEY = "report"
_HORIZON = 24
_SHEET = (888, 380)
"""The room for a chart on a page, in pixels."""


class ReportAnswers:
    """Asks, and puts the answers together."""

    def __init__(self, services: Services, parent: QObject) -> None:
        self._services = services
        self.studies = StudyTiles(services, parent)

    @property
    def query(self) -> Query:
        """The question of the context bar, for every KPI."""
        document = self._services.session.document
        return document.query.query(document.rules)

    def ask(self) -> None:
        """Ask for everything that is not known yet."""
        document, results = self._services.session.document, self._services.results
        results.request(KEY, self.query)
        results.ask_attributes()
        for by in attributes_of(document.report.sections):
            results.request(f"{KEY}:by:{by}", document.query.query(document.rules, by=by))
        if document.query.scenario is not None:
            results.request(f"{KEY}:whatif", Studies.question(self.query))
        self.studies.ask_studies(study for each in document.report.sections if (study := study_shown(each)) is not None)

    def state(self, style: Style) -> ReportState | None:
        """All that is known now; None before the first answer."""
        document, results = self._services.session.document, self._services.results
        frame = results.frame(self.query)
        if frame is None or not frame.periods:
            return None
        return ReportState(
            document,
            self._services.catalogue,
            frame,
            style,
            self._splits(attributes_of(document.report.sections)),
            self._supposed(),
            results.attributes,
            self._figures(style),
        )

    def is_answered(self, section: Section) -> bool:
        """Whether it is known what a page with a study shows, be it nothing."""
        study = study_shown(section)
        return study is None or self.studies.has_answer(study)

    def _figures(self, style: Style) -> Mapping[str, Figure]:
        """The studies of the report that are there and say something."""
        shown = {each.id: study_shown(each) for each in self._services.session.document.report.sections}
        drawn = {id: self.studies.figure(study, _SHEET, style) for id, study in shown.items() if study is not None}
        return {id: figure for id, figure in drawn.items() if figure is not None and figure.empty is None}

    def _splits(self, attributes: Sequence[str]) -> Mapping[str, ResultFrame]:
        document, results = self._services.session.document, self._services.results
        asked = ((by, results.frame(document.query.query(document.rules, by=by))) for by in attributes)
        return {by: frame for by, frame in asked if frame is not None}

    def _supposed(self) -> Supposed | None:
        """The scenario that is on in the window, once its numbers are there."""
        document, studies = self._services.session.document, self._services.studies
        id = document.query.scenario
        scenario = document.scenarios.get(id) if id is not None else None
        frame = self._services.results.frame(Studies.question(self.query))
        if scenario is None or not scenario.active or frame is None or not frame.periods:
            return None
        try:
            path = None if frame.grain is Grain.SNAPSHOT else studies.path(frame, scenario, _HORIZON)
            return Supposed(scenario, studies.compare(frame, scenario), path, frame)
        except UserError as error:  # a part of the business, or a value, that these data do not have
            self._services.notices.error(error)
            return None
