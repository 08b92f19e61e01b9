"""What users do with the program: read sheets of every kind, ask, suppose, export."""

import json
import os
import shutil
import subprocess
from pathlib import Path

from trial import Trial


def pictures(trial: Trial) -> str:
    folder = trial.place / "pictures"
    trial.run(trial.window, "--sample", "--screenshot", folder)
    made = [path for path in folder.glob("*.png") if path.stat().st_size > 10_000]
    assert len(made) >= 10, f"{len(made)} pictures"
    trial.no_crash()
    return f"{len(made)} pictures of pages"


def command_line(trial: Trial) -> str:
    answer = json.loads(trial.run(trial.cli, "inspect", trial.sheet, "--json"))
    assert "subscriptions" in json.dumps(answer), answer
    table = trial.run(trial.cli, "compute", trial.sheet, "--kpi", "mrr")
    assert "mrr" in table, table
    return ""


def exports(trial: Trial) -> str:
    sizes = []
    for ending in ("pptx", "xlsx", "csv", "pdf", "png", "svg"):
        target = trial.place / f"导出.{ending}"
        trial.run(trial.cli, "export", trial.sheet, "--kpi", "mrr", "--to", target)
        assert target.stat().st_size > 100
        sizes.append(f"{ending} {target.stat().st_size // 1000} kB")
    assert not list(trial.place.glob(".*tmp*")), "half files lie about"
    return ", ".join(sizes)


def examples(trial: Trial) -> str:
    lines = trial.run(trial.cli, "selfcheck").strip().splitlines()
    assert not [line for line in lines if line.startswith("FAILED")], lines
    return lines[-1] if lines else ""


def readers(trial: Trial) -> str:
    """The sheet as a workbook of each kind, as LibreOffice writes it; Parquet; a binary workbook if at hand."""
    read = ["csv"]
    table = trial.place / "subscriptions.parquet"
    trial.run(trial.cli, "export", trial.sheet, "--kpi", "mrr", "--to", table)
    files = [table]
    office = shutil.which("soffice")
    for ending in ("xlsx", "xls", "ods") if office else ():
        command = [office, f"-env:UserInstallation={(trial.place / 'office').as_uri()}", "--headless"]
        folder = trial.place / "converted"
        command += ["--convert-to", ending, "--outdir", str(folder), str(trial.sheet)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        files += folder.glob(f"*.{ending}")
    files += Path(os.environ.get("KPIDESK_DATA", "/nowhere")).glob("real/m-xlsb-cookie/*.xlsb")
    for file in files:
        answer = trial.run(trial.cli, "inspect", file, "--json")
        assert '"columns"' in answer or '"sheets"' in answer, f"{file.suffix}: {answer[:200]}"
        if file.parent.name == "converted":
            assert "subscriptions" in answer, f"{file.suffix}: {answer[:200]}"
        read.append(file.suffix[1:])
    return ", ".join(read)


def studies(trial: Trial) -> str:
    """What needs the special functions: predicted value of buyers, survival, drivers drawn from their own history."""
    said = json.loads(trial.run(trial.cli, "compute", trial.sample, "--kpi", "clv_predicted,survival", "--json"))
    for name, found in said["kpis"].items():
        assert any(value["value"] is not None for value in found["values"]), f"{name} has no value"
    drawn = ("--set", "cac=-10%", "--simulate", "ltv_cac", "--range", "cac=own", "--draws", "1000")
    said = trial.run(trial.cli, "whatif", trial.sample, *drawn)
    assert "1000 draws" in said, said[-300:]
    return ""


def dashboard(trial: Trial) -> str:
    """The second of two starts with the sample: how long until its dashboard stands."""
    for _ in range(2):
        said = trial.run(trial.window, "--sample", "--startup-report")
    trial.no_crash()
    return said.splitlines()[-1]
