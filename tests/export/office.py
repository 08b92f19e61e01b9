"""Office files given to LibreOffice, which computes and draws them without us."""

import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


def converted(paths, kind, folder: Path):
    """The files in another format, by LibreOffice; all in one run, for it starts slowly."""
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", kind]
    subprocess.run([*command, "--outdir", folder, *paths], check=True, capture_output=True, timeout=240)
    return [folder / Path(path).with_suffix(f".{kind.partition(':')[0]}").name for path in paths]


def recomputed(path: Path, folder: Path, changes=None):
    """The values of every sheet after LibreOffice computed all formulas; ``changes`` are {(sheet, cell): value}.

    Without its cached values, which openpyxl does not keep, no cell can merely be repeated.
    """
    (found,) = recomputed_all(path, folder, [changes or {}])
    return found


def recomputed_all(path: Path, folder: Path, many):
    folder.mkdir(exist_ok=True)
    bare = []
    for number, changes in enumerate(many):
        book = openpyxl.load_workbook(path)
        for (sheet, cell), value in changes.items():
            book[sheet][cell] = value
        bare.append(folder / f"bare-{number}.xlsx")
        book.save(bare[-1])
    target = folder / "computed"
    target.mkdir(exist_ok=True)
    files = converted(bare, "xlsx", target)
    return [openpyxl.load_workbook(file, data_only=True) for file in files]
