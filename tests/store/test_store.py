"""The store: what it gives back, that it stops when asked, and that it forgets."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import ibis
import numpy as np
import pandas as pd
import pytest
from kpidesk.core.errors import Cancelled
from kpidesk.core.ids import DatasetId
from kpidesk.core.progress import Progress
from kpidesk.ingest.parsing import ColumnFormat, read_cells
from kpidesk.ingest.raw_sheet import TextSource
from kpidesk.store.store import Store
from kpidesk.store.text_load import TextColumn, load_text
from kpidesk.store.text_rows import RowWindow

NAME = DatasetId("t")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path / "cache")
    yield store
    store.close()


def a_table(store: Store, **columns: object) -> ibis.Table:
    path = store.folder / "t.parquet"
    pd.DataFrame(columns).to_parquet(path, index=False)
    store.add(NAME, path)
    return store.table(NAME)


def test_values_without_a_value_are_nan_none_and_nat(store: Store) -> None:
    table = a_table(
        store,
        number=[1.5, None],
        whole=pd.array([1, None], dtype="Int64"),
        text=["x", None],
        day=pd.to_datetime(["2024-01-31", None]),
        flag=pd.array([True, None], dtype="boolean"),
    )
    got = store.run(table)
    assert got["number"].dtype == np.float64
    assert np.isnan(got["number"][1])
    assert got["whole"].dtype == np.float64
    assert np.isnan(got["whole"][1])
    assert list(got["text"]) == ["x", None]
    assert got["day"][0] == np.datetime64("2024-01-31")
    assert np.isnat(got["day"][1])
    assert list(got["flag"]) == [True, None]


def test_rows_come_in_the_order_of_the_sheet(store: Store) -> None:
    a_table(store, row_no=[3, 1, 2, 0], x=["d", "b", "c", "a"])
    assert list(store.rows(NAME, 1, 2)["x"]) == ["b", "c"]
    assert list(store.rows(NAME, 0, 9, ["x"])) == ["x"]
    assert store.count(NAME) == 4


def test_write_returns_rows_and_leaves_no_half_file(store: Store) -> None:
    table = a_table(store, x=[1, 2, 3])
    target = store.folder / "facts" / "y.parquet"
    assert store.write(table.filter(table.x > 1), target) == 2
    assert [p.name for p in target.parent.iterdir()] == ["y.parquet"]
    assert list(store.run(store.attach("y", target))["x"]) == [2, 3]


def test_table_with_a_type_of_no_backend_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="DECIMAL"):
        a_table(store, x=pd.array([pytest.importorskip("decimal").Decimal("1.50")]))


def test_dropped_table_is_unknown_and_its_file_stays(store: Store) -> None:
    a_table(store, x=[1])
    store.drop(NAME)
    with pytest.raises(KeyError):
        store.table(NAME)
    assert (store.folder / "t.parquet").exists()


def test_equal_expressions_are_compiled_once(store: Store) -> None:
    table = a_table(store, x=[1, 2])
    assert store.sql(table.filter(table.x > 1)) is store.sql(table.filter(table.x > 1))
    assert store.sql(table.filter(table.x > 1)) != store.sql(table.filter(table.x > 2))


def test_cancel_stops_a_running_query_and_the_store_goes_on(store: Store) -> None:
    table = a_table(store, x=range(20_000))
    other = table.view()
    slow = table.cross_join(other.select(y=other.x)).agg(n=((ibis._.x * ibis._.y) % 7).sum().cast("float64"))
    progress = Progress()
    timer = threading.Timer(0.2, progress.cancel)
    began = time.perf_counter()
    timer.start()
    with pytest.raises(Cancelled):
        store.run(slow, progress)
    assert time.perf_counter() - began < 1.0
    assert store.run(table.agg(n=table.count()))["n"][0] == 20_000


def test_cancelled_work_does_not_begin(store: Store) -> None:
    table = a_table(store, x=[1])
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        store.write(table, store.folder / "y.parquet", progress)
    assert not (store.folder / "y.parquet").exists()


@pytest.mark.parametrize("odd", ["", " and so on "])
def test_rows_of_many_are_numbered_as_in_the_sheet(store: Store, monkeypatch: pytest.MonkeyPatch, odd: str) -> None:
    monkeypatch.setattr("kpidesk.store.text_load._BIG_BYTES", 0)
    path = store.folder / "rows.csv"
    path.write_text("\n".join(["id", *(f"S-{i}{odd}" for i in range(5000))]) + "\n")
    source = TextSource(path, False, ",", "", 0, 1)
    column = TextColumn(0, "id", ColumnFormat())
    with store.importing(path) as connection:
        report = load_text(connection, source, [column], store.folder / "t.parquet", read_cells, window=RowWindow(1))
    assert report.first_row == 1
    store.add(DatasetId("t"), store.folder / "t.parquet")
    table = store.table("t")
    ends = {f"S-0{odd.rstrip()}": 1, f"S-4999{odd.rstrip()}": 5000}
    found = store.run(table.filter(table.id.isin(list(ends))))
    assert dict(zip(found["id"], found["row_no"], strict=True)) == ends
    assert store.rows(DatasetId("t"), 4998, 5)["row_no"].tolist() == [4999, 5000]
