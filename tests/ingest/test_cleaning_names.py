"""A column that is no role never gets the name of one, so that no formula takes it for it."""

from kpidesk.ingest.cleaning import loaded_columns
from kpidesk.ingest.mapping import ColumnMapping, Mapping
from kpidesk.ingest.parsing import ColumnFormat
from kpidesk.schema.model import ColumnType


def column(header: str, index: int, role: str | None) -> ColumnMapping:
    return ColumnMapping(header, index, role, ColumnType.MONEY, ColumnFormat(ColumnType.MONEY))


def test_a_tax_that_is_no_role_is_not_called_tax() -> None:
    mapping = Mapping(
        "invoices", 1.0, (column("Net amount", 0, "amount"), column("Tax", 1, None), column("Memo", 2, None))
    )
    names = [loaded.name for _, loaded in loaded_columns(mapping)]
    assert names[0] == "amount"
    assert names[1] not in {"amount", "tax"}
    assert names[2] == "memo"
