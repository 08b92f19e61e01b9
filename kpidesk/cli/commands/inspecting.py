"""kpidesk-cli inspect: what is in the files, and what each table and column was taken for."""

import argparse
import sys
from collections.abc import Sequence

from kpidesk.cli.output import Json, finding_json, one_line, print_findings, print_json, print_table
from kpidesk.core.findings import Finding, Level
from kpidesk.ingest.proposal import FileProposal, TableProposal
from kpidesk.session.desk import Desk, existing


def inspect(arguments: argparse.Namespace) -> int:
    """Print what was found; 2 where no file could be read, 1 where some could not."""
    with Desk() as desk:
        files = desk.look(existing(arguments.files)).files
    refused = [file for file in files if is_refused(file)]
    if arguments.json:
        print_json({"files": [_file(file) for file in files]})
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


def _file(file: FileProposal) -> Json:
    return {
        "path": str(file.path),
        "format": file.format,
        "findings": _findings(file.findings),
        "tables": [_table(table) for table in file.tables],
    }


def _table(table: TableProposal) -> Json:
    region, mapping = table.region, table.mapping
    return {
        "sheet": region.sheet.sheet,
        "range": region.range,
        "header_row": region.header_row,
        "table": mapping.table,
        "confidence": round(mapping.confidence, 4),
        "orientation": mapping.orientation,
        "rows": body_rows(table),
        "columns": [
            {"header": c.header, "role": c.role, "type": c.type.value, "confidence": round(c.confidence, 4)}
            for c in mapping.columns
        ],
        "row_roles": dict(mapping.row_roles),
        "findings": _findings(table.findings),
    }


def body_rows(table: TableProposal) -> int:
    """How many rows of data the table has; an estimate for text files of millions of rows."""
    region = table.region
    last = region.sheet.rows - 1 if region.last_body is None else region.last_body
    return max(0, last - region.first_body + 1 - len(region.total_rows))


def _findings(findings: Sequence[Finding]) -> list[Json]:
    return [finding_json(finding) for finding in findings]


def _show(file: FileProposal) -> None:
    print(f"{file.path} ({file.format})")
    for table in file.tables:
        sheet = f"{one_line(table.region.sheet.sheet)} " if table.region.sheet.sheet else ""
        mapping = table.mapping
        print(f"\n{sheet}{table.region.range}: {mapping.table}, {mapping.confidence:.0%} sure, {body_rows(table)} rows")
        rows = [
            (one_line(c.header), c.role or "–", c.type.value, f"{c.confidence:.0%}" if c.role else "")
            for c in mapping.columns
        ]
        rows += [(one_line(label), role, "row", "") for label, role in mapping.row_roles.items()]
        print_table(("header", "is", "as", "sure"), rows, right=3)
        print_findings(table.findings)
    print_findings(file.findings)
    print()
