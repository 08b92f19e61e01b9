"""The main job without a display: open the sample, halve churn, write pictures, a deck and a workbook.

uv run python packaging/offscreen_tour.py out
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def main(folder: Path) -> int:
    from kpidesk.app.main import main as window
    from kpidesk.cli.main import main as command
    from kpidesk.core.resources import resource

    folder.mkdir(parents=True, exist_ok=True)
    sample = resource("samples", "tideline")
    print(f"Drawing the window's pages into {folder}")
    status = window(["--sample", "--screenshot", str(folder)])
    for name in ("tideline.pptx", "tideline.xlsx"):
        print(f"Writing {folder / name}")
        status = status or command(["export", str(sample), "--to", str(folder / name)])
    print("Halving churn:")
    status = status or command(["whatif", str(sample), "--set", "customer_churn_rate=x0.5"])
    print(f"\nPictures, deck and workbook lie in {folder.resolve()}")
    return status


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "out")))
