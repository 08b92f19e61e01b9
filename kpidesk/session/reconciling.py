"""One KPI from each source that can give it alone, held against the one that counts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from kpidesk.analysis.reconciliation import Cause, Gap, Months, causes, disagreement, gaps, is_shifted
from kpidesk.core.findings import Finding, finding_as_plain
from kpidesk.core.formatting import Style, format_value
from kpidesk.core.ids import MetricName
from kpidesk.core.messages import QT_TRANSLATE_NOOP, Message
from kpidesk.core.period import Grain, Period
from kpidesk.core.progress import Progress
from kpidesk.facts.customer_amounts import customer_amounts
from kpidesk.metrics.engine import Engine
from kpidesk.metrics.frame import ResultFrame
from kpidesk.metrics.profiles import profile
from kpidesk.metrics.query import Query
from kpidesk.session.backend import Backend
from kpidesk.workspace.document import Dataset, Rules

WAYS = ("subscriptions", "customers", "invoices", "orders", "monthly_metrics")
"""The tables that may give one KPI, each alone, in the order in which they are trusted."""
BY_CUSTOMER = MetricName("mrr")
"""The KPI whose differences are told by customer."""
_MOST_EXPLAINED = 3

Plain = dict[str, object]


@dataclass(frozen=True, slots=True)
class Source:
    """A KPI from one kind of table alone; the facts of its engine are good until the backend forgets what it tried."""

    way: str
    files: tuple[str, ...]
    engine: Engine
    frame: ResultFrame


@dataclass(frozen=True, slots=True)
class Reconciled:
    """The source that counts against another one; ``causes`` by the months that are furthest apart."""

    kpi: MetricName
    first: Source
    second: Source
    gaps: tuple[Gap, ...]
    causes: tuple[tuple[Period, tuple[Cause, ...]], ...]
    findings: tuple[Finding, ...]
    is_shifted: bool

    @property
    def left_out(self) -> tuple[tuple[str, Finding], ...]:
        """What either source left out of its rows: one-off invoices, currencies without a rate, repeated rows."""
        return tuple(
            (source.way, each) for source in (self.first, self.second) for each in source.engine.facts.findings
        )


def sources_of(
    backend: Backend, datasets: Sequence[Dataset], rules: Rules, kpi: MetricName, progress: Progress | None = None
) -> tuple[Source, ...]:
    """Every kind of table that gives the KPI alone, the one that counts first; belongs on the STORE lane."""
    progress = progress or Progress()
    whole = backend.build(datasets, rules, progress)
    rules = replace(
        rules, as_of=rules.as_of or whole.facts.as_of, currency=rules.currency or whole.facts.currency or None
    )
    found = []
    for done, way in enumerate(WAYS):
        progress.step(done, len(WAYS), Message(QT_TRANSLATE_NOOP("reconciling", "Counting from one source alone")))
        own = [dataset for dataset in datasets if dataset.table == way]
        if own:
            engine = backend.counted(own, rules, profile(rules.profile).choices, progress)
            frame = engine.compute(Query((kpi,), as_of=rules.as_of), progress)
            if frame.series[kpi].is_computable and not np.isnan(frame.series[kpi].values).all():
                files = tuple(dict.fromkeys(str(dataset.source) for dataset in own))
                found.append(Source(way, files, engine, frame))
    return tuple(found)


def sources_side_by_side(
    backend: Backend, datasets: Sequence[Dataset], rules: Rules, kpi: MetricName, style: Style, progress: Progress
) -> tuple[tuple[Source, ...], tuple[Reconciled, ...]]:
    """The sources, and the first against each of the others; what was counted for it is removed again."""
    try:
        sources = sources_of(backend, datasets, rules, kpi, progress)
        return sources, reconcile(kpi, sources, style)
    finally:
        backend.forget_tried()


def reconcile(kpi: MetricName, sources: Sequence[Source], style: Style) -> tuple[Reconciled, ...]:
    """The first source against each of the others."""
    return tuple(_reconciled(kpi, sources[0], other, style) for other in sources[1:])


def reconcile_report(kpi: MetricName, sources: Sequence[Source], found: Iterable[Reconciled]) -> Plain:
    """The sources in their order, and for each pair the table of periods and the causes."""
    return {
        "kpi": kpi,
        "chosen": sources[0].way if sources else None,
        "sources": [{"id": source.way, "files": list(source.files)} for source in sources],
        "pairs": [_pair(each) for each in found],
    }


def _reconciled(kpi: MetricName, first: Source, second: Source, style: Style) -> Reconciled:
    periods = tuple(p for p in first.frame.periods if second.frame.column(p) is not None)
    listed = gaps(periods, [first.frame.value(kpi, p) for p in periods], [second.frame.value(kpi, p) for p in periods])
    worst = sorted((gap for gap in listed if gap.is_beyond), key=lambda gap: -abs(gap.difference))
    share = worst[0].share if worst else None
    written = format_value(share, "share", style.with_sign()) if share is not None else ""
    told = disagreement(kpi, (first.way, second.way), listed, written)
    by_customer = [
        (gap.period, causes(_months(first, gap.period), _months(second, gap.period)))
        for gap in worst[:_MOST_EXPLAINED]
        if kpi == BY_CUSTOMER and first.engine.facts.priced and second.engine.facts.priced
    ]
    return Reconciled(kpi, first, second, listed, tuple(by_customer), told, is_shifted(listed))


def _months(source: Source, at: Period) -> Months:
    facts = source.engine.facts
    around = at.shifted(-1), at, at.shifted(1)
    found = customer_amounts(facts, around)
    before, now, after = (found[month] for month in around)
    return Months(before, now, after, _known(source))


def _known(source: Source) -> frozenset[str]:
    """Everybody who ever paid, as far as months tell: amounts at the end of each."""
    periods = [period for period in source.frame.periods if period.grain is Grain.MONTH]
    return frozenset(who for amounts in customer_amounts(source.engine.facts, periods).values() for who in amounts)


def _pair(found: Reconciled) -> Plain:
    return {
        "sources": [found.first.way, found.second.way],
        "shifted": found.is_shifted,
        "periods": [
            {
                "period": str(gap.period),
                "values": [gap.first, gap.second],
                "difference": gap.difference,
                "share": gap.share,
                "beyond": gap.is_beyond,
            }
            for gap in found.gaps
        ],
        "causes": [
            {
                "period": str(period),
                "why": cause.why.value,
                "amount": cause.cents / 100,
                "customers": cause.customers,
                "samples": list(cause.samples),
            }
            for period, listed in found.causes
            for cause in listed
        ],
        "left_out": [{"source": way, **finding_as_plain(finding)} for way, finding in found.left_out],
        "findings": [finding_as_plain(finding) for finding in found.findings],
    }
