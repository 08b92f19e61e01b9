"""Pictures of pages are taken when all of the page is there."""

import sys
import time
from pathlib import Path
from types import SimpleNamespace

from kpidesk.qt.job_runner import ThreadRunner

ROOT = Path(__file__).resolve().parents[2]


def test_a_picture_waits_for_what_fills_the_page_in_turns(qapp, monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    loaded = set(sys.modules)
    import page_pictures

    monkeypatch.setattr(page_pictures, "SETTLED_MS", 2 * page_pictures.STEP_MS)
    filled, runner = [], ThreadRunner()
    lasting = page_pictures.STEP_MS / 1000

    def tiles():
        for n in range(10):
            end = time.perf_counter() + lasting
            while time.perf_counter() < end:
                pass
            filled.append(n)
            yield

    runner.in_turns("page", tiles())
    page_pictures.settle(SimpleNamespace(services=SimpleNamespace(runner=runner)))
    runner.close()
    assert filled == list(range(10))
    for name in set(sys.modules) - loaded:
        if name.endswith("_scenes") or name == "page_pictures":
            del sys.modules[name]
