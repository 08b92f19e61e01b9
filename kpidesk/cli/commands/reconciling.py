"""kpidesk-cli reconcile: one KPI from each source that can give it, and where and why they disagree."""

import argparse
from collections.abc import Mapping

from kpidesk.cli.commands.opening import open_files, status_of
from kpidesk.cli.commands.questions import known
from kpidesk.cli.output import one_line, print_findings, print_json, print_table
from kpidesk.core.findings import finding_as_plain
from kpidesk.core.formatting import Style, format_change, format_value
from kpidesk.session.reconciling import Reconciled, reconcile, reconcile_report, sources_of

_WHY: Mapping[str, str] = {
    "only_in_first": "customers only in {first}",
    "only_in_second": "customers only in {second}",
    "timing": "the same amount a month apart",
    "amount": "customers of both, other amounts",
}


def reconcile_files(arguments: argparse.Namespace) -> int:
    """Print the sources and their differences; 1 where a KPI that was asked for has no second source."""
    with open_files(arguments) as desk:
        kpis = known(desk.catalogue, arguments.kpi)
        style = Style(currency=desk.engine.facts.currency)
        backend, document = desk.services.backend.get(), desk.document
        reports, alone = [], 0
        for kpi in kpis:
            sources = sources_of(backend, document.used, document.rules, kpi)
            found = reconcile(kpi, sources, style)
            alone += not found
            if arguments.json:
                reports.append(reconcile_report(kpi, sources, found))
                continue
            kind = desk.catalogue.get(kpi).unit.kind
            if not found:
                print(f"{kpi}: {f'only {sources[0].way} give it' if sources else 'no source gives it'}")
            for each in found:
                _show(each, kind, style)
        if arguments.json:
            print_json({"reconciled": reports})
        return status_of(desk) or int(bool(alone))


def _show(found: Reconciled, kind: str, style: Style) -> None:
    first, second = found.first.way, found.second.way
    rows = []
    for gap in found.gaps:
        figures = (format_value(gap.first, kind, style), format_value(gap.second, kind, style))
        share = "" if gap.share is None else format_value(gap.share, "share", style.with_sign())
        rows.append((str(gap.period), *figures, format_change(gap.difference, kind, style), share))
    print(f"{found.kpi}: {first} counts")
    print_table(("", first, second, "difference", "share"), rows)
    if found.is_shifted:
        print("One of them tells each month what the other tells a month later")
    for period, causes in found.causes:
        for cause in causes:
            why = _WHY[cause.why.value].format(first=first, second=second)
            amount = format_change(cause.cents / 100, kind, style)
            print(one_line(f"{period}: {amount} {why} ({cause.customers}: {', '.join(cause.samples)} …)"))
    print_findings([finding_as_plain(finding) for finding in found.findings])
