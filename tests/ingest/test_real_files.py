"""How well real files are recognised, by what people found them to be (truth.jsonl beside them)."""

import json
from pathlib import Path

import pytest
from kpidesk.core.progress import Progress
from kpidesk.ingest.pipeline import propose
from kpidesk.ingest.proposal import ImportProposal, TableProposal
from kpidesk.schema.loader import load_schema

pytestmark = [pytest.mark.realdata, pytest.mark.slow, pytest.mark.timeout(300)]

HONESTLY_BOTH = {"customers", "subscriptions"}


@pytest.fixture(scope="module")
def real(real_data) -> Path:
    return real_data / "real"


def find(real: Path, *names: str) -> ImportProposal:
    return propose([real / name for name in names], load_schema(), Progress())


def by_name(proposal: ImportProposal) -> dict[str, TableProposal]:
    return {table.name: table for table in proposal.tables if table.is_loaded_by_default}


def test_tables_and_headers_of_real_files_are_found(real):
    entries = [json.loads(line) for line in (real / "truth.jsonl").read_text(encoding="utf-8").splitlines() if line]
    proposals = {path: find(real, path) for path in dict.fromkeys(entry["path"] for entry in entries)}
    right = headers = 0
    for entry in entries:
        tables = [t for t in proposals[entry["path"]].tables if entry.get("sheet") in (None, t.region.sheet.sheet)]
        wanted = {" ".join(header.split()).casefold() for header in entry["columns"]}

        def overlap(table: TableProposal, wanted: set[str] = wanted) -> int:
            return len(wanted & {" ".join(c.header.split()).casefold() for c in table.mapping.columns})

        best = max(tables, key=overlap)
        right += best.mapping.table == entry["table"] or {best.mapping.table, entry["table"]} <= HONESTLY_BOTH
        headers += best.region.header_row == entry["header_row"]
    assert right >= 0.93 * len(entries)
    assert headers >= 0.93 * len(entries)


def test_small_company_needs_no_hand(real):
    tables = by_name(find(real, "b-minireport", "c-minireport", "h-events"))
    assert {name: table.mapping.table for name, table in tables.items()} == {
        "users": "customers",
        "subscriptions": "subscriptions",
        "orders": "orders",
        "marketing_spend": "spend",
        "events": "events",
    }


def test_workbook_of_thirteen_sheets_gives_its_raw_tables(real):
    tables = by_name(find(real, "a-saas-dashboard"))
    kinds = {name: table.mapping.table for name, table in tables.items()}
    assert kinds == {
        "Charge": "invoices",
        "Subscription": "subscriptions",
        "Users": "customers",
        "Cal Table": "monthly_metrics",
    }


def test_five_exports_of_one_billing_system_are_told_apart(real):
    folders = [f"a-subs-dbt-{name}" for name in ("customers", "subscriptions", "invoices", "payments")]
    kinds = {name: table.mapping.table for name, table in by_name(find(real, *folders)).items()}
    assert kinds == {
        "customers": "customers",
        "subscriptions": "subscriptions",
        "invoices": "invoices",
        "payments": "invoices",
    }


def test_final_amount_of_invoices_is_the_one_received(real):
    (table,) = find(real, "a-subs-dbt-invoices").tables
    amount = table.mapping.column("amount")
    assert amount is not None
    assert amount.header == "final_amount"
