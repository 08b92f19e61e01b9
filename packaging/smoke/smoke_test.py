"""Tries a package the way its users do: python packaging/smoke/smoke_test.py FOLDER-OF-THE-PROGRAM [--desktop FILE].

Needs a display (Xvfb will do); with ``strace`` it also proves that no connection is opened and nothing is written
outside the user's folders, with LibreOffice it reads workbooks of all kinds. Prints one line a check; status 1 if one
fails.
"""

import argparse
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from situations import first_start, situations
from traced import offline
from trial import Trial
from work import command_line, dashboard, examples, exports, pictures, readers, studies


def version(trial: Trial) -> str:
    trial.run(trial.window, "--help")
    return trial.run(trial.window, "--version").strip() + ", " + trial.run(trial.cli, "--version").strip()


def main() -> int:
    sys.stdout.reconfigure(encoding="utf-8")
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--desktop", type=Path, help="the desktop entry that was installed")
    parser.add_argument("--tarball", type=Path, help="the same program as an archive")
    parser.add_argument("--only", default="", metavar="PATTERN", help="checks whose name it matches")
    options = parser.parse_args()
    trial = Trial(options.folder.resolve(), options.desktop, options.tarball)
    checks: list[tuple[str, Callable[[Trial], object]]] = [
        ("version and help", version),
        ("first start, no configuration", first_start),
        ("second start", first_start),
        ("all pages of the sample", pictures),
        ("the dashboard of the sample", dashboard),
        ("a sheet by command line", command_line),
        ("sheets of every kind", readers),
        ("predicted value, survival, drawn drivers", studies),
        ("deck, workbook, pictures by command line", exports),
        ("published examples", examples),
        *situations(trial),
    ]
    if shutil.which("strace"):
        checks.append(("offline, and nothing written elsewhere", offline))
    checks = [(name, check) for name, check in checks if re.search(options.only, name)]
    for name, check in checks:
        trial.check(name, lambda check=check: check(trial))
    shutil.rmtree(trial.place, ignore_errors=True)
    print(f"{len(checks) - trial.failed} of {len(checks)} checks passed")
    return 1 if trial.failed else 0


if __name__ == "__main__":
    sys.exit(main())
