"""The backend on this computer: readers, DuckDB, facts and engine. Importing this takes a second; see backend."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from kpidesk.analysis.restated_rows import Reading, with_rows
from kpidesk.analysis.restatement import FigureChange, restated_figures
from kpidesk.core.ids import DatasetId
from kpidesk.core.progress import Progress
from kpidesk.facts.build import build_facts
from kpidesk.facts.doctor.registry import CHECKS, examine, open_exam
from kpidesk.facts.inputs import FactColumn, FactInput, FactRules
from kpidesk.facts.row_changes import TableChange, compare_readings
from kpidesk.ingest.pipeline import check_together, load, propose
from kpidesk.ingest.proposal import ImportProposal, LoadedTable, TableProposal
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.catalogue_loader import load_catalogue
from kpidesk.metrics.coverage import Coverage, coverage_of
from kpidesk.metrics.custom import apply_custom
from kpidesk.metrics.definitions import CALENDAR
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.frame import ResultFrame
from kpidesk.metrics.given import given_lengths, longer_grains
from kpidesk.metrics.missing import Present
from kpidesk.metrics.profiles import Choices, catalogue_under, profile, rules_under
from kpidesk.metrics.query import Query
from kpidesk.schema.loader import load_schema
from kpidesk.schema.model import Schema
from kpidesk.session.backend import CheckRun
from kpidesk.store.database import Columns, Database
from kpidesk.store.store import Store
from kpidesk.workspace.document import Dataset, Rules

_Asked = tuple[tuple[FactInput, ...], FactRules, date | None]


class LocalBackend:
    """One store in the session's folder; tables lie in its sub-folder ``tables``."""

    def __init__(self, folder: Path) -> None:
        self._tables = folder / "tables"
        self._known: set[DatasetId] = set()
        self.schema: Schema = load_schema()
        self.catalogue: Catalogue = load_catalogue()
        self.store = Store(folder)
        self._built: tuple[_Asked, Engine] | None = None
        self._tried: list[tuple[_Asked, Engine]] = []

    def table_path(self, dataset: DatasetId) -> Path:
        return self._tables / f"{dataset}.parquet"

    def propose(self, paths: Sequence[Path], progress: Progress) -> ImportProposal:
        return propose(paths, self.schema, progress)

    def load(self, table: TableProposal, dataset: DatasetId, progress: Progress) -> LoadedTable:
        return load(table, self.store, self.table_path(dataset), progress)

    def check(self, tables: Sequence[tuple[TableProposal, LoadedTable]]) -> tuple[LoadedTable, ...]:
        return check_together(tables)

    def build(self, datasets: Sequence[Dataset], rules: Rules, progress: Progress) -> Engine:
        for dataset in datasets:
            self._know(dataset.id)
        engine = self.counted(datasets, rules, profile(rules.profile).choices, progress)
        for known in self._tried:
            if known[1].facts is engine.facts:
                self._built = known
        self._tried = [known for known in self._tried if known is not self._built]
        self.catalogue = engine.catalogue
        return engine

    def counted(self, datasets: Sequence[Dataset], rules: Rules, choices: Choices, progress: Progress) -> Engine:
        """An engine that counts by these choices, good until ``forget_tried``; the same facts are not built again."""
        asked = fact_inputs(datasets), rules_under(fact_rules(rules), choices), rules.as_of
        catalogue = apply_custom(catalogue_under(load_catalogue(), choices), rules.custom)
        for known in (*([] if self._built is None else [self._built]), *self._tried):
            if known[0] == asked:
                return known[1].over(catalogue, rules.profile)
        engine = Engine(load_catalogue(), build_facts(self.database, *asked, progress))
        self._tried.append((asked, engine))
        return engine.over(catalogue, rules.profile)

    def forget_tried(self) -> None:
        """Remove the files of facts that were only tried."""
        tried, self._tried = self._tried, []
        for _, engine in tried:
            engine.facts.close()

    @property
    def database(self) -> Database:
        """Where facts are made."""
        return self.store

    def checks(self, datasets: Sequence[Dataset], today: date) -> tuple[CheckRun, ...]:
        for dataset in datasets:
            self._know(dataset.id)
        exam = open_exam(self.database, fact_inputs(datasets), today)
        return tuple(partial(examine, exam, check) for check in CHECKS)

    def coverage(self, engine: Engine, datasets: Sequence[Dataset]) -> Coverage:
        tables = frozenset(dataset.table for dataset in datasets)
        present = Present(self.schema, tables, engine.facts.columns, engine.facts.survivor_reason)
        plan = engine.plan(Query())
        for grain in longer_grains(given_lengths(engine.facts)):
            plan = plan.widened(engine.plan(Query(grain=grain)))
        return coverage_of(self.catalogue, plan, present)

    def compare(self, pairs: Sequence[tuple[Dataset, Dataset]], progress: Progress) -> tuple[TableChange, ...]:
        for pair in pairs:
            for dataset in pair:
                self._know(dataset.id)
        return tuple(compare_readings(self.database, _input(old), _input(new), progress) for old, new in pairs)

    def restated(self, before: ResultFrame, after: ResultFrame) -> tuple[FigureChange, ...]:
        kpis = [name for name, one in self.catalogue.definitions.items() if one.stage != CALENDAR]
        return restated_figures(before, after, kpis)

    def rows_that_did_it(
        self,
        figures: Sequence[FigureChange],
        tables: Sequence[TableChange],
        engines: tuple[Engine, Engine],
        datasets: tuple[Sequence[Dataset], Sequence[Dataset]],
        profile: str,
        progress: Progress,
    ) -> tuple[FigureChange, ...]:
        query = Query(profile=profile)
        before, after = (Reading(engine, fact_inputs(of), query) for engine, of in zip(engines, datasets, strict=True))
        return with_rows(figures, tables, before, after, progress)

    def rows(self, dataset: DatasetId, offset: int, limit: int) -> Columns:
        self._know(dataset)
        return self.store.rows(dataset, offset, limit)

    def close(self) -> None:
        self.store.close()

    def _know(self, dataset: DatasetId) -> None:
        if dataset not in self._known:
            self.store.add(dataset, self.table_path(dataset))
            self._known.add(dataset)


def fact_inputs(datasets: Iterable[Dataset]) -> tuple[FactInput, ...]:
    """Datasets as facts want them described."""
    return tuple(_input(dataset) for dataset in datasets)


def _input(dataset: Dataset) -> FactInput:
    columns = tuple(FactColumn(c.name, c.type, c.is_attribute) for c in dataset.columns)
    return FactInput(dataset.id, dataset.table, columns, dataset.name, str(dataset.source), dataset.currency)


def fact_rules(rules: Rules) -> FactRules:
    """The workspace's rules as facts want them."""
    return FactRules(
        currency=rules.currency,
        rates=rules.rates,
        active_window_days=rules.active_window_days,
        gap_months=rules.gap_months,
        until_paid_period=rules.until_paid_period,
        business=rules.business,
        past_due_days=rules.past_due_days,
        starts=rules.fiscal_year_starts,
    )
