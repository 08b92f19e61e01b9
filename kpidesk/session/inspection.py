"""What can be computed, what is missing and what changed, as plain values in the shape that the command line prints."""

from collections.abc import Mapping, Sequence

from kpidesk.core.findings import finding_as_plain
from kpidesk.metrics.coverage import Coverage
from kpidesk.metrics.missing import Missing
from kpidesk.schema.model import Schema
from kpidesk.session.restatement import Restatement

Plain = Mapping[str, object]
_LANGUAGE = "en"
_NAMED = 5
_SOONER = 3


def coverage_as_plain(coverage: Coverage, schema: Schema) -> dict[str, object]:
    """``computable``, ``missing`` by KPI, ``unlocks`` by what to bring, and why churn is hidden, if it is."""
    return {
        "computable": [{"kpi": one.kpi, "stage": one.stage, "given": one.is_given} for one in coverage.computable],
        "missing": [
            {
                "kpi": one.kpi,
                "stage": one.stage,
                "reason": str(one.reason),
                "missing": [missing_as_plain(missing, schema) for missing in one.missing],
            }
            for one in coverage.lacking
        ],
        "unlocks": [
            {
                "missing": missing_as_plain(unlock.missing, schema),
                "kpis": list(unlock.kpis),
                "helps": list(unlock.helps),
            }
            for unlock in coverage.unlocks
        ],
        "survivors": None if coverage.survivor_reason is None else str(coverage.survivor_reason),
    }


def missing_as_plain(missing: Missing, schema: Schema) -> Plain:
    """One thing to bring, with its words in English: ``one column: Cancel date in Subscriptions``."""
    return {
        "table": missing.table,
        "columns": [column.partition(".")[2] for column in missing.columns],
        "is_sheet": missing.is_sheet,
        "words": words_of(missing, schema),
    }


def words_of(missing: Missing, schema: Schema, limit: int | None = None) -> str:
    """A thing to bring, in English; of more columns than ``limit`` the first."""
    table = schema.tables[missing.table]
    roles = [column.partition(".")[2] for column in missing.columns]
    names = [table.roles[role].labels[_LANGUAGE] if role in table.roles else role for role in roles]
    listed = ", ".join(names[:limit])
    if limit is not None and len(names) > limit:
        listed = f"{listed} and {len(names) - limit} more"
    label = table.labels[_LANGUAGE]
    if missing.is_sheet:
        return f"one sheet: {label} ({listed})"
    return f"{'one column' if len(names) == 1 else 'columns'}: {listed} in {label}"


def restatement_as_plain(restatement: Restatement) -> Plain:
    """``figures`` that changed in closed periods, and the rows of each table that differ."""
    return {
        "figures": [
            {
                "kpi": change.kpi,
                "period": str(change.period),
                "from": change.before,
                "to": change.after,
                "rows": [{"kind": row.kind, "key": row.key, "where": str(row.where)} for row in change.rows],
            }
            for change in restatement.figures
        ],
        "tables": [
            {
                "name": table.name,
                "key": list(table.key),
                "added": table.added,
                "removed": table.removed,
                "changed": table.changed,
                "rows": [
                    {
                        "kind": row.kind,
                        "key": row.key,
                        "where": str(row.where),
                        "cells": [{"column": c.column, "from": c.before, "to": c.after} for c in row.cells],
                    }
                    for row in table.rows
                ],
            }
            for table in restatement.tables
        ],
        "findings": [finding_as_plain(finding) for finding in restatement.findings],
    }


def first_unlocks(coverage: Coverage, schema: Schema, limit: int = 5) -> Sequence[tuple[str, int]]:
    """What to bring next: the words, and how many KPIs it gives; a column is brought sooner than a sheet."""
    given = [unlock for unlock in coverage.unlocks if unlock.kpis]
    given.sort(key=lambda unlock: -len(unlock.kpis) * (1 if unlock.missing.is_sheet else _SOONER))
    return [(words_of(unlock.missing, schema, _NAMED), len(unlock.kpis)) for unlock in given[:limit]]
