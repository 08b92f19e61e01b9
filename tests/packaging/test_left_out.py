"""What a package leaves out is never imported by the product; only engines elsewhere need drivers of their own."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DRIVERS = {"pyspark", "psycopg", "trino", "clickhouse_connect"}
BLOCKED = """
import sys
sys.path.insert(0, {stand_ins!r})
import offline
class LeftOut:
    def find_spec(self, name, path=None, target=None):
        if name in {names!r}:
            raise ModuleNotFoundError(name, name=name)
sys.meta_path.insert(0, LeftOut())
{statements}
"""
ON_DEMAND = (
    "from scipy.special import betaincinv, fdtrc, gammaln, hyp2f1, ndtr, ndtri, stdtr",
    "import pyarrow, pyarrow.compute, pyarrow.csv, pyarrow.parquet",
    "import ibis, duckdb, fastexcel, python_calamine, openpyxl, xlsxwriter, pptx",
    "import kpidesk.app.wiring, kpidesk.cli.main",
)


def left_out() -> frozenset[str]:
    """The list of the specification, evaluated alone: the rest of that file needs PyInstaller."""
    tree = ast.parse((ROOT / "packaging" / "kpidesk.spec").read_text(encoding="utf-8"))
    (node,) = (
        node
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "EXCLUDED_MODULES"
    )
    return frozenset(eval(compile(ast.Expression(node.value), "kpidesk.spec", "eval")))


def imported() -> Iterator[tuple[Path, str]]:
    for path in (ROOT / "kpidesk").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from ((path, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield path, node.module
                yield from ((path, f"{node.module}.{alias.name}") for alias in node.names)


def test_the_product_imports_nothing_that_is_left_out() -> None:
    names = left_out()
    assert "pandas" in names
    wrong = {
        (path.name, name)
        for path, name in imported()
        if any(name == out or name.startswith(f"{out}.") for out in names) and name.split(".")[0] not in DRIVERS
    }
    assert not wrong


def test_libraries_do_without_what_is_left_out() -> None:
    """With the stand-ins of a package; what they import later, on demand, its smoke test tries."""
    stand_ins = str(ROOT / "packaging" / "stand_ins")
    code = BLOCKED.format(stand_ins=stand_ins, names=set(left_out()), statements="\n".join(ON_DEMAND))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr[-800:]
