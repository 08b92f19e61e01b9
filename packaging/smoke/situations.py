"""What a program meets on other computers: a start while it runs, damaged files, places that cannot be written."""

import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import time
from pathlib import Path

from trial import Trial

NOBODY = 65534


def last_workspace(trial: Trial) -> None:
    """A workspace that was open the last time is offered at the next start, and opens by its path."""
    trial.run(trial.cli, "save", trial.sheet, "--to", trial.workspace)
    with trial.opened(trial.workspace) as process:
        trial.wait(lambda: trial.settings.is_file() and trial.workspace.name in str(recent(trial)), process)
    first_start(trial)
    assert trial.workspace.name in str(recent(trial))


def recent(trial: Trial) -> object:
    return json.loads(trial.settings.read_text(encoding="utf-8"))["values"].get("files.recent")


def first_start(trial: Trial, **env: str) -> str:
    said = trial.run(trial.window, "--startup-report", **env)
    trial.no_crash()
    return said.splitlines()[0]


def association(trial: Trial) -> str:
    """Started as a file manager does, with the Exec line of the desktop entry."""
    line = re.search(r"^Exec=(\S+)", trial.desktop.read_text(encoding="utf-8"), re.MULTILINE)
    assert line is not None
    program = shutil.which(line[1])
    assert program is not None, f"{line[1]} is not on the path"
    with trial.opened():
        trial.run(program, trial.sheet)  # it hands over and ends at once
    trial.no_crash()
    return ""


def second_start(trial: Trial) -> str:
    with trial.opened() as first:
        begun = time.monotonic()
        trial.run(trial.window, trial.sheet)
        took = time.monotonic() - begun
        time.sleep(3)
        assert first.poll() is None
    trial.no_crash()
    return f"handed over in {took:.1f} s"


def damaged_settings(trial: Trial) -> None:
    trial.settings.parent.mkdir(parents=True, exist_ok=True)
    trial.settings.write_bytes(b'{"theme": \x00\xff broken')
    trial.run(trial.window, "--startup-report")
    trial.no_crash()


def damaged_workspace(trial: Trial) -> None:
    broken = trial.place / "broken.kpidesk"
    broken.write_bytes(b"PK\x03\x04 this is no workspace")
    with trial.opened(broken):
        time.sleep(4)
    trial.no_crash()


def read_only_folder(trial: Trial) -> None:
    folder = trial.place / "read only"
    folder.mkdir()
    folder.chmod(0o555)
    command = [str(trial.window), "--startup-report"]
    done = subprocess.run(command, cwd=folder, env=trial.env, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr[-400:]


def unwritable_home(trial: Trial) -> None:
    """A home that is no folder: settings and log cannot be kept, the window opens all the same."""
    nowhere = trial.place / "no home"
    nowhere.write_text("")
    trial.run(trial.window, "--startup-report", HOME=str(nowhere))


def without_chinese_font(trial: Trial) -> None:
    fonts = trial.place / "fonts.conf"
    fonts.write_text("<fontconfig><dir>/usr/share/fonts/truetype/dejavu</dir></fontconfig>")
    first_start(trial, FONTCONFIG_FILE=str(fonts))


def without_graphics_card(trial: Trial) -> str:
    """No OpenGL at all: Qt paints by itself."""
    return first_start(trial, QT_XCB_GL_INTEGRATION="none")


def sharp_screen(trial: Trial) -> None:
    """Two pixels for one, and one and a half."""
    for scale in ("2", "1.5"):
        first_start(trial, QT_SCALE_FACTOR=scale)


def another_user(trial: Trial) -> None:
    """A user who owns nothing but a home."""
    home = Path("/tmp") / f"{trial.place.name} nobody"
    home.mkdir(mode=0o700)
    os.chown(home, NOBODY, NOBODY)
    env = trial.env | {"HOME": str(home)}
    if ticket := env.get("XAUTHORITY"):
        env["XAUTHORITY"] = str(shutil.copyfile(ticket, home / "display"))
        os.chown(home / "display", NOBODY, NOBODY)
    try:
        done = subprocess.run(
            [str(trial.window), "--startup-report"],
            user=NOBODY,
            group=NOBODY,
            extra_groups=[],
            cwd="/",
            env=env,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-400:]
        assert "window visible" in done.stdout
        assert not list(home.rglob("crash-*.txt"))
    finally:
        shutil.rmtree(home)


def desktop_files(trial: Trial) -> str:
    """What the desktop reads is valid, as far as its own checkers are here."""
    meta = trial.desktop.parent.parent / "metainfo" / "org.kpidesk.KPIDesk.metainfo.xml"
    checkers = (("desktop-file-validate", trial.desktop), ("appstreamcli", "validate", "--no-net", meta))
    asked = [command for command in checkers if shutil.which(command[0])]
    for command in asked:
        trial.run(*command)
    return ", ".join(command[0] for command in asked)


def tarball(trial: Trial) -> None:
    """Unpacked into a folder with blanks and Chinese characters, the tarball starts and computes there."""
    assert trial.tarball is not None
    place = trial.place / "my programs 程序"
    with tarfile.open(trial.tarball) as archive:
        archive.extractall(place, filter="tar")
    (folder,) = place.iterdir()
    trial.run(folder / "kpidesk", "--startup-report")
    assert "mrr" in trial.run(folder / "kpidesk-cli", "compute", trial.sheet, "--kpi", "mrr")
    trial.no_crash()
    shutil.rmtree(place)


def situations(trial: Trial) -> list:
    """Name and check of each that can be tried here."""
    checks = [
        ("the workspace of the last time", last_workspace),
        ("a start from a read-only folder", read_only_folder),
        ("damaged settings", damaged_settings),
    ]
    if sys.platform != "linux":
        return [checks[1], checks[2]]
    checks += [
        ("a start while another runs", second_start),
        ("a damaged workspace", damaged_workspace),
        ("a home that cannot be written", unwritable_home),
        ("no Chinese font", without_chinese_font),
        ("no graphics card", without_graphics_card),
        ("a sharp screen", sharp_screen),
    ]
    if os.geteuid() == 0:
        checks.append(("another user", another_user))
    if trial.desktop is not None:
        checks.append(("a sheet by its file association", association))
        checks.append(("the files of the desktop", desktop_files))
    if trial.tarball is not None:
        checks.append(("the tarball, in a folder of one's own", tarball))
    return checks
