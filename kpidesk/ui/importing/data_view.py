"""What is in: the tables, what can be computed from them, and what the doctor found."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kpidesk.core.findings import Finding, Location
from kpidesk.qt.signals import connect
from kpidesk.qt.translation import say
from kpidesk.qt.widgets.segmented import Segmented
from kpidesk.session.doctor import all_findings
from kpidesk.session.restatement import Restatement
from kpidesk.session.services import Services
from kpidesk.ui.importing.checkup_view import CheckupView
from kpidesk.ui.importing.coverage_view import CoverageView
from kpidesk.ui.importing.restatement_view import RestatementView
from kpidesk.ui.importing.tables_view import TablesView

TABLES, COVERAGE, CHECKUP, RESTATED = "tables", "coverage", "checkup", "restated"


class DataView(QWidget):
    """``add_asked()``, ``remove_asked(id)``, ``correct_asked(id, Location or None)``, ``go(page, argument)``,
    ``template_asked(table)``, ``part_shown()``.
    """

    add_asked = Signal()
    remove_asked = Signal(str)
    correct_asked = Signal(str, object)
    go = Signal(str, str)
    template_asked = Signal(str)
    part_shown = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._parts = Segmented(parent=self)
        self._stack = QStackedWidget(self)
        self._tables = TablesView(self)
        self._coverage = CoverageView(self)
        self._checkup = CheckupView(self)
        self._restated = RestatementView(self)
        self._views = {TABLES: self._tables, COVERAGE: self._coverage, CHECKUP: self._checkup, RESTATED: self._restated}
        for view in self._views.values():
            self._stack.addWidget(view)
        head = QHBoxLayout()
        head.addWidget(self._parts)
        head.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 12, 24, 16)
        self._column.setSpacing(12)
        self._column.addLayout(head)
        self._column.addWidget(self._stack, 1)
        self._parts.chosen.connect(self.on_part)
        self._tables.add_asked.connect(self.add_asked)
        self._tables.remove_asked.connect(self.remove_asked)
        self._tables.correct_asked.connect(self.correct_asked)
        self._coverage.add_asked.connect(self.add_asked)
        self._coverage.kpi_asked.connect(self.on_kpi)
        self._coverage.template_asked.connect(self.template_asked)
        self._restated.kpi_asked.connect(self.on_kpi)
        self._checkup.place_asked.connect(self.on_place)
        connect(services.doctor.changed, self.on_examined)
        connect(services.doctor.covered, self.on_covered)
        connect(services.results.rebuilt, self.on_rebuilt)

    @property
    def panes(self) -> QHBoxLayout:
        return self._tables.panes

    @property
    def findings(self) -> QWidget:
        """The right panel."""
        return self._tables.findings

    @property
    def has_findings(self) -> bool:
        """Whether the part in front has that panel."""
        return self._stack.currentWidget() is self._tables

    def show_document(self) -> None:
        """The tables of the document."""
        self._tables.show_document(self._services.session.document, self._services.schema)
        self.on_examined()

    def show_restatement(self, restatement: Restatement, currency: str) -> None:
        """What reading a source again changed in the past."""
        self._restated.show_restatement(restatement, self._services.catalogue, currency)
        self._say_parts()
        self.open_part(RESTATED)

    def forget_restatement(self) -> None:
        """What was read again was of another workspace."""
        if not self._restated.is_empty:
            self._restated.forget()
            self._say_parts()
            self.open_part(TABLES)

    def open_part(self, part: str) -> None:
        """Bring a part to the front."""
        if part in self._views:
            self._parts.set_current(part)
            self.on_part(part)

    def on_part(self, part: str) -> None:
        """Another part was chosen."""
        self._stack.setCurrentWidget(self._views[part])
        self.part_shown.emit()

    def on_rebuilt(self) -> None:
        """Other numbers: what they said of the data before no longer holds."""
        self.on_covered()

    def on_covered(self) -> None:
        """It is known what can be computed."""
        coverage = self._services.doctor.coverage
        if coverage is not None:
            self._coverage.show_coverage(coverage, self._services.catalogue, self._services.schema)
            self._say_parts()

    def on_examined(self) -> None:
        """The doctor found something, or begins anew."""
        found = self._findings_of_all
        self._checkup.show_findings(found)
        self._tables.show_findings(found)
        self._say_parts()

    def on_kpi(self, kpi: str) -> None:
        """A KPI was pressed."""
        self.go.emit("kpis", kpi)

    def on_place(self, place: Location) -> None:
        """A place in a table was pressed."""
        if (dataset := self._tables.dataset_at(place)) is not None:
            self.correct_asked.emit(dataset.id, place)

    @property
    def _findings_of_all(self) -> tuple[Finding, ...]:
        """What the import, the facts and the doctor noticed, each trouble once."""
        services = self._services
        return all_findings(services.session.document, services.results.findings, services.doctor.findings)

    def _say_parts(self) -> None:
        found = len(self._findings_of_all)
        check = say(self.tr("Check-up ({n})"), n=found) if found else self.tr("Check-up")
        parts = [(TABLES, self.tr("Tables")), (COVERAGE, self.tr("What can I compute")), (CHECKUP, check)]
        if not self._restated.is_empty:
            parts.append((RESTATED, self.tr("What changed")))
        self._parts.set_choices(parts)

    def set_narrow(self, narrow: bool) -> None:
        """Smaller margins, a narrower list."""
        margin = 16 if narrow else 24
        self._column.setContentsMargins(margin, 12, margin, 16)
        self._tables.set_narrow(narrow)

    def retranslate(self) -> None:
        """Texts in the language of now."""
        for view in self._views.values():
            view.retranslate()
        self._say_parts()
