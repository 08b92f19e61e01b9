"""The window shows before anything heavy is brought in."""

import os
import subprocess
import sys


def test_the_window_stands_before_any_heavy_library():
    done = subprocess.run(
        [sys.executable, "-m", "kpidesk.app.main", "--startup-report"],
        capture_output=True,
        check=False,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        text=True,
        timeout=100,
    )
    assert done.returncode == 0, done.stderr
    assert "heavy libraries before the window:   none" in done.stdout
