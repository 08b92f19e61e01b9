"""Whatever KPI a page opens, known or not, there is an answer: a tree, rows, a split, or a reason."""

from pathlib import Path

from kpidesk.metrics.query import Query
from kpidesk.session.desk import open_desk

SHEET = """customer_id,start_date,cancel_date,mrr,plan
1,2024-01-03,,10,Basic
2,2024-01-20,2024-03-02,20,Pro
3,2024-02-11,,30,Pro
4,2024-03-05,,15,Basic
"""


def test_every_kpi_explains_itself(tmp_path: Path) -> None:
    path = tmp_path / "subscriptions.csv"
    path.write_text(SHEET, encoding="utf-8")
    with open_desk([path]) as desk:
        frame = desk.compute(Query())
        period = frame.periods[frame.last_complete or 0]
        unknown = [name for name, series in frame.series.items() if not series.is_computable]
        assert unknown
        for name in (*list(frame.series)[::6], *unknown[::4]):
            tree = desk.engine.explain(name, Query(), period)
            assert tree.value is not None or tree.why is not None or not tree.formula or tree.parts
            desk.engine.rows(name, Query(), period, limit=3)
            split = desk.compute(Query(metrics=(name,), by="plan"))
            assert split.segments[-1] is None
