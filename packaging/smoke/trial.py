"""A program under test, with a home and a folder of its own."""

import os
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


class Trial:
    """One program under test, with a home of its own whose name has blanks and Chinese characters."""

    def __init__(self, folder: Path, desktop: Path | None, tarball: Path | None) -> None:
        ending = ".exe" if sys.platform == "win32" else ""
        self.window, self.cli = folder / f"kpidesk{ending}", folder / f"kpidesk-cli{ending}"
        self.desktop, self.tarball = desktop, tarball.resolve() if tarball is not None else None
        self.place = Path(tempfile.mkdtemp(prefix="kpidesk smoke 试用 "))
        self.home = self.place / "home 主目录"
        self.home.mkdir()
        self.sheet = self.place / "subscriptions 订阅.csv"
        self.sheet.write_text(SHEET, encoding="utf-8")
        self.workspace = self.place / "company 公司.kpidesk"
        self.env = {
            key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "PYTHON", "KPIDESK"))
        }
        self.env |= {"HOME": str(self.home), "USERPROFILE": str(self.home), "LIBGL_ALWAYS_SOFTWARE": "1"}
        if sys.platform != "linux":  # there the system itself says where things lie, whatever the environment
            self.env["KPIDESK_HOME"] = str(self.home)
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
            timeout=900,  # on a busy machine the published examples take minutes
            env=self.env | env,
            cwd=self.place,
        )
        assert done.returncode == 0, f"status {done.returncode}: {done.stderr[-500:]}"
        assert "Traceback" not in done.stderr, done.stderr[-500:]
        return done.stdout

    @contextmanager
    def opened(self, *arguments: object, **env: str) -> Iterator[subprocess.Popen]:
        """The window, running; closed in the end, politely where that can be done."""
        (self.state / "running" / "lock").unlink(missing_ok=True)  # of a start before that was ended
        process = subprocess.Popen([str(self.window), *map(str, arguments)], env=self.env | env, cwd=self.place)
        try:
            self.wait(lambda: self.state.is_dir() and any((self.state / "running").glob("lock")), process)
            yield process
        finally:
            process.terminate()
            process.wait(20)

    @property
    def sample(self) -> Path:
        """The sheets of the sample company inside the package."""
        root = self.window.parent.parent if sys.platform == "darwin" else self.window.parent
        return next(root.rglob("samples/tideline"))

    @property
    def state(self) -> Path:
        return self.home / (".local/state/kpidesk" if sys.platform == "linux" else "state")

    @property
    def settings(self) -> Path:
        return self.home / (".config/kpidesk" if sys.platform == "linux" else "config") / "settings.json"

    def wait(self, is_there: Callable[[], bool], process: subprocess.Popen) -> None:
        end = time.monotonic() + WINDOW_S
        while not is_there():
            assert process.poll() is None, f"the program ended with status {process.returncode}"
            assert time.monotonic() < end, "waited in vain"
            time.sleep(0.1)

    def no_crash(self) -> None:
        reports = list((self.state / "crashes").glob("crash-*.txt"))
        assert not reports, reports[0].read_text(encoding="utf-8")[:600] if reports else ""
