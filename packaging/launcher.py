"""The one program of the package: the window, the command line or a painter of pictures, by the name it is called by.

A frozen application has no ``python -m``: the children that the product starts (readers of workbooks, painters of
pictures) are this same program again, told apart by their first words.
"""

import multiprocessing
import sys
from pathlib import Path


def main() -> int:
    """Run what was asked for; answers the exit status."""
    multiprocessing.freeze_support()  # a child that reads a workbook ends here
    name = Path(sys.argv[0]).stem.lower()
    if sys.argv[1:2] == ["--paint"]:
        from kpidesk.app.paint import main as paint

        return paint(sys.argv[2:])
    if name.endswith("-cli"):
        from kpidesk.cli.main import main as command_line

        return command_line(sys.argv[1:])
    from kpidesk.app.main import main as window

    return window(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
