"""Tries a package the way its users do: python packaging/smoke_test.py FOLDER-OF-THE-PROGRAM [--desktop FILE].

Needs a display (Xvfb will do); with ``xdotool`` it also types into the window, with ``strace`` it also proves that no
connection is opened and nothing is written outside the user's folders. Prints one line a check; status 1 if one fails.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

SHEET = "customer_id,plan,start_date,end_date,mrr\n" + "".join(
    f"C{i},{('Team', 'Business')[i % 2]},2025-{i % 12 + 1:02d}-01,{'2025-12-31' if i % 7 == 0 else ''},{100 + i}\n"
    for i in range(60)
)
WINDOW_S = 60.0
_INET = re.compile(r"socket\(AF_INET")
_WRITES = re.compile(
    r'(?:openat?\((?:AT_FDCWD, )?"(?P<opened>[^"]+)", [^)]*O_(?:WRONLY|RDWR|CREAT)'
    r'|(?:mkdir|unlink|rmdir|rename)(?:at2?)?\((?:AT_FDCWD, )?"(?P<made>[^"]+)").*= \d'
)
_HARMLESS = re.compile(r"^/(dev|proc|sys|run|tmp|var/tmp)(/|$)")


class Trial:
    """One program under test, with a home of its own whose name has blanks and Chinese characters."""

    def __init__(self, folder: Path, desktop: Path | None) -> None:
        ending = ".exe" if sys.platform == "win32" else ""
        self.window, self.cli = folder / f"kpidesk{ending}", folder / f"kpidesk-cli{ending}"
        self.desktop = desktop
        self.place = Path(tempfile.mkdtemp(prefix="kpidesk smoke 试用 "))
        self.home = self.place / "home 主目录"
        self.home.mkdir()
        self.sheet = self.place / "subscriptions 订阅.csv"
        self.sheet.write_text(SHEET, encoding="utf-8")
        self.env = {
            key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "PYTHON", "KPIDESK"))
        }
        self.env |= {"HOME": str(self.home), "USERPROFILE": str(self.home), "LIBGL_ALWAYS_SOFTWARE": "1"}
        self.failed = 0

    def check(self, name: str, trial: Callable[[], object]) -> None:
        begun = time.monotonic()
        try:
            said = trial()
        except (AssertionError, OSError, subprocess.SubprocessError, ValueError) as error:
            self.failed += 1
            print(f"FAILED {name}: {error}"[:800], flush=True)
        else:
            print(f"ok     {name} ({time.monotonic() - begun:.1f} s){'' if said is None else f': {said}'}", flush=True)

    def run(self, *command: object, **env: str) -> str:
        done = subprocess.run(
            [str(part) for part in command],
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=300,
            env=self.env | env,
            cwd=self.place,
        )
        assert done.returncode == 0, f"status {done.returncode}: {done.stderr[-500:]}"
        assert "Traceback" not in done.stderr, done.stderr[-500:]
        return done.stdout

    @contextmanager
    def opened(self, *arguments: object, **env: str) -> Iterator[subprocess.Popen]:
        """The window, running; closed in the end, politely where that can be done."""
        process = subprocess.Popen([str(self.window), *map(str, arguments)], env=self.env | env, cwd=self.place)
        try:
            self.wait(lambda: self.state.is_dir() and any((self.state / "running").glob("lock")), process)
            yield process
        finally:
            process.terminate()
            process.wait(20)

    @property
    def state(self) -> Path:
        return self.home / ".local" / "state" / "kpidesk"

    @property
    def settings(self) -> Path:
        return self.home / ".config" / "kpidesk" / "settings.json"

    def wait(self, is_there: Callable[[], bool], process: subprocess.Popen) -> None:
        end = time.monotonic() + WINDOW_S
        while not is_there():
            assert process.poll() is None, f"the program ended with status {process.returncode}"
            assert time.monotonic() < end, "waited in vain"
            time.sleep(0.1)

    def no_crash(self) -> None:
        reports = list((self.state / "crashes").glob("crash-*.txt"))
        assert not reports, reports[0].read_text(encoding="utf-8")[:600] if reports else ""


def version(trial: Trial) -> str:
    trial.run(trial.window, "--help")
    return trial.run(trial.window, "--version").strip() + ", " + trial.run(trial.cli, "--version").strip()


def first_start(trial: Trial) -> str:
    said = trial.run(trial.window, "--startup-report")
    trial.no_crash()
    return said.splitlines()[0]


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
    trial.run(trial.window, "--startup-report", FONTCONFIG_FILE=str(fonts))
    trial.no_crash()


def offline(trial: Trial) -> str:
    """The whole round under strace: no socket of the internet, no file written but in the home and where asked."""
    trace = trial.place / "trace.txt"
    strace = ["strace", "-f", "-qq", "-s", "300", "-e", "trace=network,open,openat,mkdir,rename,unlink", "-o", trace]
    trial.run(*strace, trial.window, "--sample", "--screenshot", trial.place / "traced")
    lines = trace.read_text(encoding="utf-8", errors="replace").splitlines()
    trial.run(*strace, trial.cli, "export", trial.sheet, "--kpi", "mrr", "--to", trial.place / "traced.pptx")
    lines += trace.read_text(encoding="utf-8", errors="replace").splitlines()
    sockets = [line for line in lines if _INET.search(line)]
    assert not sockets, sockets[:3]
    places = {match["opened"] or match["made"] for line in lines if (match := _WRITES.search(line))}
    named = {re.sub(r"\\(\d{3})", lambda m: chr(int(m[1], 8)), place).encode("latin-1").decode() for place in places}
    outside = sorted(p for p in named if p.startswith("/") and not _HARMLESS.match(p) and str(trial.place) not in p)
    assert not outside, outside[:10]
    return f"{len(lines)} calls seen, {len(named)} places written"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--desktop", type=Path, help="the desktop entry that was installed")
    options = parser.parse_args()
    trial = Trial(options.folder.resolve(), options.desktop)
    checks: list[tuple[str, Callable[[Trial], object]]] = [
        ("version and help", version),
        ("first start, no configuration", first_start),
        ("second start", first_start),
        ("all pages of the sample", pictures),
        ("a sheet by command line", command_line),
        ("deck, workbook, pictures by command line", exports),
        ("published examples", examples),
        ("a start from a read-only folder", read_only_folder),
        ("damaged settings", damaged_settings),
    ]
    if sys.platform == "linux":
        checks += [
            ("a start while another runs", second_start),
            ("a damaged workspace", damaged_workspace),
            ("a home that cannot be written", unwritable_home),
            ("no Chinese font", without_chinese_font),
        ]
        if trial.desktop is not None:
            checks.append(("a sheet by its file association", association))
        if shutil.which("strace"):
            checks.append(("offline, and nothing written elsewhere", offline))
    for name, check in checks:
        trial.check(name, lambda check=check: check(trial))
    shutil.rmtree(trial.place, ignore_errors=True)
    print(f"{len(checks) - trial.failed} of {len(checks)} checks passed")
    return 1 if trial.failed else 0


if __name__ == "__main__":
    sys.exit(main())
