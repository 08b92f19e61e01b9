"""kpidesk-cli inspect: what is in the files, and what each table and column was taken for."""

import argparse
import sys
from collections.abc import Sequence

from kpidesk.cli.output import one_line, print_findings, print_json, print_table
from kpidesk.core.findings import Level
from kpidesk.ingest.proposal import FileProposal
from kpidesk.ingest.report import body_size, inspect_report
from kpidesk.session.desk import Desk, existing


def inspect(arguments: argparse.Namespace) -> int:
    """Print what was found; 2 where no file could be read, 1 where some could not."""
    with Desk() as desk:
        proposal = desk.look(existing(arguments.files))
    files = proposal.files
    refused = [file for file in files if is_refused(file)]
    if arguments.json:
        print_json(inspect_report(proposal))
    else:
        for file in files:
            _show(file)
    complain(refused)
    return 0 if not refused else 1 if len(refused) < len(files) else 2


def is_refused(file: FileProposal) -> bool:
    """True for a file that gave nothing but trouble."""
    return not file.tables and any(finding.level is Level.BLOCKER for finding in file.findings)


def complain(refused: Sequence[FileProposal]) -> None:
    """One line on standard error for each file that could not be read."""
    for file in refused:
        print(f"kpidesk-cli: {reason_of(file)}", file=sys.stderr)


def reason_of(file: FileProposal) -> str:
    """Which file cannot be read, and why, in one line."""
    reason = next(finding for finding in file.findings if finding.level is Level.BLOCKER)
    text = one_line(str(reason.message))
    return text if file.path.name in text else f"{file.path}: {text}"


def _show(file: FileProposal) -> None:
    print(f"{file.path} ({file.format})")
    for table in file.tables:
        sheet = f"{one_line(table.region.sheet.sheet)} " if table.region.sheet.sheet else ""
        mapping = table.mapping
        print(f"\n{sheet}{table.region.range}: {mapping.table}, {mapping.confidence:.0%} sure, {body_size(table)} rows")
        rows = [
            (one_line(c.header), c.role or "–", c.type.value, f"{c.confidence:.0%}" if c.role else "")
            for c in mapping.columns
        ]
        rows += [(one_line(label), role, "row", "") for label, role in mapping.row_roles.items()]
        print_table(("header", "is", "as", "sure"), rows, right=3)
        print_findings(table.findings)
    print_findings(file.findings)
    print()
