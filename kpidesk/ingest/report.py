"""An import proposal as plain JSON-ready values, in the shape that the command line prints."""

from collections.abc import Mapping

from kpidesk.core.findings import finding_as_plain
from kpidesk.core.messages import Translate, untranslated
from kpidesk.ingest.proposal import FileProposal, ImportProposal, TableProposal

Plain = Mapping[str, object]


def inspect_report(proposal: ImportProposal, translate: Translate = untranslated) -> dict[str, object]:
    """What ``inspect --json`` prints: files, their tables, what each column is taken for, and the findings."""
    return {"files": [_file(file, translate) for file in proposal.files]}


def _file(file: FileProposal, translate: Translate) -> Plain:
    return {
        "path": str(file.path),
        "format": file.format,
        "findings": [finding_as_plain(finding, translate) for finding in file.findings],
        "tables": [_table(table, translate) for table in file.tables],
    }


def _table(table: TableProposal, translate: Translate) -> Plain:
    region, mapping = table.region, table.mapping
    report: dict[str, object] = {
        "sheet": region.sheet.sheet,
        "range": region.range,
        "header_row": region.header_row,
        "table": mapping.table,
        "confidence": mapping.confidence,
        "orientation": mapping.orientation,
        "rows": body_size(table),
        "columns": [
            {"header": c.header, "role": c.role, "type": c.type.value, "confidence": c.confidence}
            for c in mapping.columns
        ],
        "evidence": [str(message) for message in mapping.evidence],
        "copy_of": table.copy_of,
        "findings": [finding_as_plain(finding, translate) for finding in table.findings],
    }
    if mapping.orientation == "across":
        report["row_roles"] = dict(mapping.row_roles)
    return report


def body_size(table: TableProposal) -> int:
    """The number of body rows without totals; an estimate where the sheet's own number is one."""
    region = table.region
    last = region.last_body if region.last_body is not None else region.sheet.rows - 1
    return max(0, last - region.first_body + 1 - len(region.total_rows))
