"""What a workspace holds, as plain JSON-ready values, in the shape in which the command line prints files."""

import re
from pathlib import Path

from kpidesk.core.findings import finding_as_plain
from kpidesk.ingest.mapping import Mapping
from kpidesk.workspace.codec import CodecError, from_plain, to_plain
from kpidesk.workspace.document import Dataset, Workspace

_ROW = re.compile(r"\d+")


def workspace_report(document: Workspace) -> dict[str, object]:
    """The files that were read into the workspace, with their tables as they are understood there."""
    files: dict[str, list[Dataset]] = {}
    for dataset in document.datasets.values():
        files.setdefault(dataset.source.path, []).append(dataset)
    return {
        "files": [
            {
                "path": path,
                "format": Path(path).suffix.lstrip(".").lower(),
                "findings": [],
                "tables": [_table(dataset) for dataset in datasets],
            }
            for path, datasets in files.items()
        ]
    }


def _table(dataset: Dataset) -> dict[str, object]:
    mapping = _mapping(dataset)
    first = _ROW.search(dataset.source.range)
    report: dict[str, object] = {
        "sheet": dataset.source.sheet,
        "range": dataset.source.range,
        "header_row": int(first[0]) - 1 if first else 0,
        "table": dataset.table,
        "confidence": mapping.confidence,
        "orientation": mapping.orientation,
        "rows": dataset.rows,
        "columns": [
            {"header": c.header, "role": c.role, "type": c.type.value, "confidence": c.confidence}
            for c in mapping.columns
        ],
        "findings": [finding_as_plain(finding) for finding in dataset.findings],
    }
    if mapping.orientation == "across":
        report["row_roles"] = dict(mapping.row_roles)
    return report


def _mapping(dataset: Dataset) -> Mapping:
    """As it was accepted; without columns where the saved one cannot be read any more."""
    try:
        return from_plain(Mapping, to_plain(dataset.mapping))
    except CodecError:
        return Mapping(dataset.table, 0.0, ())
