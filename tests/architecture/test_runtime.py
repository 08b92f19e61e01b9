"""What a running program loads, and one trap of the toolkit that would abort it."""

import subprocess
import sys

HEADLESS = """
import sys
from pathlib import Path
from kpidesk.cli.main import main
folder = Path(sys.argv[1])
sheet = folder / "subscriptions.csv"
sheet.write_text("customer_id,start_date,mrr\\n1,2024-01-01,10\\n2,2024-02-01,20\\n", encoding="utf-8")
assert main(["compute", str(sheet), "--kpi", "mrr", "--json"]) == 0
assert main(["export", str(sheet), "--kpi", "mrr", "--to", str(folder / "deck.pptx")]) == 0
loaded = sorted(name for name in sys.modules if name.split(".")[0] in {"PySide6", "pyqtgraph"})
assert not loaded, loaded
"""


def test_the_model_runs_without_qt(tmp_path) -> None:
    done = subprocess.run([sys.executable, "-c", HEADLESS, str(tmp_path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "deck.pptx").stat().st_size > 10_000


def test_wrapped_calls_keep_the_reference_count_of_none(qapp) -> None:
    """PySide6 6.12.0 on Python 3.11 loses one reference to None with each such call."""
    from PySide6.QtGui import QImage, QPainter

    image = QImage(4, 4, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    before = sys.getrefcount(None)
    for _ in range(200):
        painter.setPen("#000000")
    after = sys.getrefcount(None)
    painter.end()
    assert after - before > -100
