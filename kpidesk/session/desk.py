"""A desk: files in, answers out, in one call. What the command line stands on, and what Python users get.

>>> from pathlib import Path
>>> from kpidesk.metrics.pacing import Target
from kpidesk.metrics.query import Query
>>> from kpidesk.session.desk import open_desk
>>> with open_desk([Path("subscriptions.csv")]) as desk:                       # doctest: +SKIP
...     frame = desk.compute(Query(metrics=("mrr", "customer_churn_rate"), by="plan"))
...     print(frame.value("mrr"), frame.series["mrr"].values)
...     desk.save(Path("company.kpidesk"))
"""

import shutil
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from kpidesk.core.errors import UserError
from kpidesk.core.findings import Finding
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.ingest.proposal import ImportProposal
from kpidesk.metrics.catalogue import Catalogue
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.frame import ResultFrame
from kpidesk.metrics.pacing import Target
from kpidesk.metrics.query import Query
from kpidesk.session.commands.view import SetRules, SetTarget
from kpidesk.session.folders import Folders
from kpidesk.session.jobs import InlineRunner, JobHandle
from kpidesk.session.local_backend import LocalBackend
from kpidesk.session.services import OpenBackend, Services, build_services
from kpidesk.session.sources import existing, only_workspace
from kpidesk.workspace.document import Rules, Workspace

T = TypeVar("T")


class Desk:
    """Services over a private temporary folder; nothing that the user set or taught the window plays a part.

    So equal files give equal answers. Use it in a ``with`` block, or ``close`` it. With ``engine`` (an address such as
    ``postgres://…``) names of tables there stand where paths of files are asked for.
    """

    def __init__(self, engine: str | None = None) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="kpidesk-"))
        open_backend = LocalBackend if engine is None else _remote(engine)
        self.services: Services = build_services(InlineRunner(), open_backend, Folders.below(self._folder))
        self.proposal = ImportProposal(())

    @property
    def document(self) -> Workspace:
        return self.services.session.document

    @property
    def catalogue(self) -> Catalogue:
        return self.services.catalogue

    @property
    def engine(self) -> Engine:
        """The engine on the imported data; UserError where nothing can be computed from them."""
        if (engine := self.services.results.engine) is None:
            raise self._refusal()
        return engine

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was noticed in files, tables, and across tables."""
        of_files = (finding for file in self.proposal.files for finding in file.findings)
        of_tables = (finding for dataset in self.document.datasets.values() for finding in dataset.findings)
        return tuple(dict.fromkeys((*of_files, *of_tables, *self.services.results.findings)))

    def look(self, paths: Sequence[Path]) -> ImportProposal:
        """What is in the files, and what it is taken for; nothing is loaded."""
        self.proposal = _result(self.services.importing.start(paths))
        return self.proposal

    def take(self, paths: Sequence[Path]) -> None:
        """Import files and folders, every table that is recognised; or open one workspace."""
        workspace = only_workspace(paths)
        if workspace is not None:
            _result(self.services.persistence.open(workspace))
            return
        _result(self.services.importing.accept(self.look(paths)))

    def set_rules(self, rules: Rules) -> None:
        """Read the data under other rules (as-of day, currency, profile)."""
        self.services.session.execute(SetRules(rules))

    def set_targets(self, targets: Iterable[Target]) -> None:
        """Hold KPIs against other targets and limits."""
        for each in targets:
            self.services.session.execute(SetTarget(each.metric, each.value, each.alert_below, each.alert_above))

    def compute(self, query: Query) -> ResultFrame:
        """Values by KPI, segment and period; UserError for unknown names, attributes and filter values."""
        if self.services.results.engine is None:
            raise self._refusal()
        return self.services.results.compute(query)

    def _refusal(self) -> UserError:
        """Why nothing can be computed from what was imported."""
        return self.services.results.error or _nothing(self.proposal, self.document)

    def save(self, path: Path) -> Path:
        """Write the workspace, tables included; answers the path, which always ends in .kpidesk."""
        return _result(self.services.persistence.save(path))

    def close(self) -> None:
        """Let go of everything and delete the temporary folder."""
        self.services.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def __enter__(self) -> "Desk":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_desk(paths: Sequence[Path], engine: str | None = None) -> Desk:
    """A desk with these files, or tables of an engine, imported, or this one workspace opened; raises UserError."""
    there = existing(paths) if engine is None else paths
    desk = Desk(engine)
    try:
        desk.take(there)
    except BaseException:  # whatever stops it, the desk's folder goes before it is raised on
        desk.close()
        raise
    return desk


def _remote(url: str) -> OpenBackend:
    from kpidesk.session.remote_backend import RemoteBackend

    return lambda folder: RemoteBackend(folder, url)


def _result(handle: JobHandle[T]) -> T:
    if handle.error is not None:
        raise handle.error
    return handle.result


def _nothing(proposal: ImportProposal, document: Workspace) -> UserError:
    files = ", ".join(file.path.name for file in proposal.files[:5]) or document.name
    read = ", ".join(f"{table.name}: {table.mapping.table}" for table in proposal.tables[:8])
    return UserError(
        Message(QT_TRANSLATE_NOOP("desk", "No table to compute from was recognised in {files}"), files=files),
        Message(QT_TRANSLATE_NOOP("desk", "Found {tables}."), tables=read) if read else None,
    )
